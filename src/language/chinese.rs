//! Chinese.

use super::formulas::opens_a_number;
use super::{
    Formula, Formulas, NameShape, PreambleVerbs, Rules, SpeechAct, Time, Times, Writing, common_tables, words,
};
use crate::model::{Language, Span};
use crate::text::tokens::is_han;

/// The digits from one to nine.
pub const HAN_DIGITS: &str = "一二三四五六七八九";

/// The signs for zero.
pub const HAN_ZEROS: [char; 3] = ['〇', '○', '零'];

/// Ten, which numerals are built with: «二十一».
pub const HAN_TEN: char = '十';

pub(super) static RULES: Rules = Rules {
    language: Language::Chinese,
    common: common_tables!("zh"),
    writing: Writing {
        has_blanks: false,
        has_capitals: false,
        opens_small: false,
        list_letters: "abcdefghijklmnopqrstuvwxyz",
    },
    key: |word| (word, ""),
    is_plural: |_| true,
    first_person: |_, _| None,
    // A verb has one form: the formula before it tells that a decision was taken.
    past: |lemma, _| vec![lemma.to_owned()],
    bare_attitudes: false,
    with: "",
    adverb_ending: "",
    preamble: PreambleVerbs::Unmarked,
    names: NameShape::HeadLast,
    adjectives_follow: false,
    cue_form: |word| word,
    repeats_prepositions: false,
    // Who is asked is recognized by `addressed`.
    complement: |_| Some(0),
    addressed: Some(addressed),
    adverbs_follow: false,
    verb_before_subject: None,
    verb_agrees: None,
    is_infinitive: None,
    is_instrumental: None,
    is_dative: None,
    session_number_follows: false,
    times: TIMES,
    formulas: Formulas {
        meeting: Formula::at_head(
            |first| opens_a_number(first) || first == '第',
            r"^(?:\d{4}年\d{1,2}月\d{1,2}日)?\s?第(?P<n>\d+|[一二三四五六七八九十百]+)次(?:全体)?会议(?:\(续会\))?。?$",
            &["会议"],
        ),
        meeting_at_head: Formula::at_head(
            |first| opens_a_number(first) || first == '第',
            r"^(?:\d{4}年\d{1,2}月\d{1,2}日)?\s?第\d+次全体会议",
            &["会议"],
        ),
        date: Formula::new(
            r"(?P<year>\d{4}|[〇○零一二三四五六七八九]{4})\s?年\s?(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s?月\s?(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s?日",
            &["日"],
        ),
        before_date: &[],
        vote: Formula::at_head(
            |first| matches!(first, '[' | '第' | '一' | '未' | '经' | '以'),
            r"^\[?(?:第\d+次(?:全体)?会议)?(?:一致通过|未经表决(?:获得)?通过|经(?:记录)?表决.{0,60}通过|以\d+票对)",
            &["通过", "票"],
        ),
        adopted_at: Formula::new(
            r"(?:\d{4}年\d{1,2}月\d{1,2}日)?安全理事会(?P<meeting>第(?P<n>\d+)次会议)(?:一致)?通过",
            &["通过"],
        ),
        decided_at: Formula::new(
            r"^(?:\d{1,3}[.．、]\s*)?在?(?:\p{Han}{2,12})?(?:\d{4}年\d{1,2}月\d{1,2}日)?，?(?:\p{Han}{2,12})?(?P<meeting>第(?P<n>\d+)次(?:全体)?会议)上?(?:[^通一上\n]|\n[^\n])",
            &["会议"],
        ),
        council_number: Formula::at_head(
            |first| first == '第' || first.is_whitespace(),
            r"^\s*第\s?(?P<n>\d+)\s?[(（](?P<year>\d{4})[)）]号决议",
            &["号决议"],
        ),
        own_paragraph: Formula::new(r"(?P<words>(?:上文|下文|本决议)第(?P<number>[0-9]{1,3})段)", &["段"]),
    },
};

const TIMES: Times = Times {
    limit: Time {
        // A period is no time by which: «用于2026年12月31日终了的财政期间».
        words: r"(?x)(?P<period>(?:用于|在|于|自|从|至)?\s?(?:(?:19|20)\d\d年)?(?:1?\d月)?(?:\d{1,2}日)?\s?(?:起)?(?:至|到|-|－|—)?\s?
                (?:19|20)\d\d年?(?:1?\d月)?(?:\d{1,2}日)?(?:终了|终止|结束)?的?(?:财政|预算|活动|报告|这一|整个)?(?:年度期间|期间|期内|时期|年度|两年期)
                |[于在](?:19|20)\d\d年(?:1?\d月)?(?:\d{1,2}日)?[^，；。]{0,10}(?:举行|召开|举办|通过|开始|发布|发表|签署)的)
            |(?:至迟|最迟|不迟于|在|于|到|至|截至|延长至|延至)\s?(?:应?[在于])?\s?
            (?:(?P<year>(?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})年(?P<month>1?\d月|[一二三四五六七八九十]{1,2}月)(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})日|(?P<year2>(?:19|20)\d\d)年(?P<month2>1?\d月)|(?P<year3>(?:19|20)\d\d)年(?:(?:、|和|及|以及|与)20\d\d年)*)(?:底|年底|年中|末|上半年|下半年|第[一二三四]季度|以?前|之前)?
            |[自从]\s?(?P<year4>(?:19|20)\d\d)年(?:1?\d月)?(?:起|开始)
            |在(?:其|大会|理事会|委员会)?(?P<session_year>20\d\d)年\p{Han}{0,4}?(?:届会|常会|年会|组织会议|实质性会议)
            |[自从]\s?(?:19|20)\d\d年1?\d月\d{1,2}日(?:起|开始)",
        hint: "19|20|年",
    },
    often: Time {
        words: r"(?x)(?P<half>每半年|每六个月|半年期|半年度|每年\p{Han}{0,4}两次|一年两次)|(?P<year>每年|逐年|年度报告|一年一次)|(?P<two>每两年|两年期报告|两年一次|每隔一年)
            |(?P<quarter>每季度|每三个月|季度报告)|每隔?(?P<n>\d{1,3}|[一二两三四五六七八九十百]+)(?:(?P<years>年)|个?(?P<months>月)|个?(?P<weeks>星期|周)|(?P<days>天|日))",
        hint: "每|逐年|年度|季度|半年|两年",
    },
    within: Time {
        words: r"(?x)(?P<n>\d{1,3}|[一二两三四五六七八九十百]+)(?:(?P<years>年)|个(?P<months>月)|个?(?P<weeks>星期|周)|(?P<days>天|日))之?内
            |(?P<undated>(?:至迟|最迟|至少|不迟于)[^，；。]{0,16}?(?:个月|星期|周|天)(?:之|以)?前|(?:本|该|这一)?(?:两年期|年度|届会|任务期)(?:结束|终了)(?:之?前|时)|(?:今|本|当|该)?年[底末](?:之|以)?前)",
        hint: "内|前|时",
    },
    account: Time {
        words: r"(?:提交|提出|编写).{0,40}报告|汇报|作出?.{0,12}报告|向.{1,12}报告|(?:继续|定期|随时|每年|书面|口头|详细)报告|报告.{0,20}(?:情况|成果|结果)|通报|随时了解",
        hint: "报|了解",
    },
};

/// Makes a noun for actors a modifier of the next one: «政府**间**机构».
const INNER: [&str; 6] = ["间", "内", "境内", "之间", "级", "第"];
/// May come between two nouns of one name: «联合国**所有相关**机构».
const DETERMINERS: [&str; 14] = [
    "所有",
    "各",
    "有关",
    "相关",
    "其他",
    "全体",
    "主管",
    "附属",
    "驻",
    "常驻",
    "和平",
    "国家工作队",
    "发展",
    "专门",
];
/// Joins two addressees.
const JOINTS: [&str; 4] = ["以及", "、", "和", "及"];
/// Never begins the name of an addressee, nor precedes its noun unless 的 follows.
const NOT_IN_NAMES: [&str; 56] = [
    "在",
    "向",
    "对",
    "就",
    "将",
    "把",
    "按",
    "从",
    "为",
    "使",
    "让",
    "同",
    "根据",
    "通过",
    "继续",
    "进一步",
    "提供",
    "加强",
    "促进",
    "采取",
    "确保",
    "执行",
    "实施",
    "参与",
    "开展",
    "审议",
    "考虑",
    "尽快",
    "酌情",
    "支持",
    "努力",
    "建立",
    "加快",
    "落实",
    "充分",
    "积极",
    "提高",
    "改善",
    "增加",
    "扩大",
    "制定",
    "利用",
    "使用",
    "尊重",
    "允许",
    "必须",
    "需要",
    "作出",
    "通知",
    "告知",
    "提交",
    "通报",
    "汇报",
    "邀请",
    "停止",
    "召集",
];
/// Says that somebody must or may act.
const MODALS: [&str; 14] = [
    "都有责任",
    "都有义务",
    "应",
    "须",
    "必须",
    "可",
    "都应",
    "均应",
    "不得",
    "都必须",
    "均须",
    "需",
    "务必",
    "要",
];

/// Says after some names that something is done with them.
const COOPERATES: [&str; 14] = [
    "合作",
    "协作",
    "协商",
    "磋商",
    "协调",
    "配合",
    "一道",
    "一起",
    "共同",
    "密切",
    "联合",
    "充分",
    "结成",
    "建立伙伴",
];

/// Those who are asked right after a verb, or who must act after one that decides: no blank ends a name, so a noun of those who
/// act has to. `known` are the names that tables have.
fn addressed(text: &str, known: &[Span], act: SpeechAct) -> Vec<Span> {
    let asks = matches!(act, SpeechAct::Asks | SpeechAct::Thanks);
    let names = Names { text, known, act };
    let mut found = Vec::new();
    let mut at = text.len()
        - text.trim_start_matches(|letter: char| letter.is_whitespace() || !asks && letter == '，').len();
    if let Some(end) = names.end_before_a_task(at) {
        return vec![Span::new(at, end)];
    }
    while let Some(end) = names.end_of(at) {
        let mut span = Span::new(at, end);
        // «**青年和**妇女组织» are one.
        while let Some(before) = found.last().filter(|before| names.share_a_noun(**before, span)) {
            span.start = before.start;
            found.pop();
        }
        found.push(span);
        let after = names.after_parenthesis(end);
        let rest = text.get(after..).unwrap_or_default();
        let Some(joint) = JOINTS.iter().find(|joint| rest.starts_with(**joint)) else { break };
        at = after + joint.len();
    }
    let must_act = || {
        let end = found.last().map_or(0, |last: &Span| last.end as usize);
        let rest = text.get(end..).unwrap_or_default().trim_start_matches('，');
        let aside = rest.split_once('，').filter(|(aside, _)| rest.starts_with("作为") && aside.len() < 160);
        MODALS.iter().any(|modal| aside.map_or(rest, |(_, rest)| rest).starts_with(modal))
    };
    let cooperates = || {
        let end = found.last().map_or(0, |last: &Span| last.end as usize);
        COOPERATES.iter().any(|word| text.get(end..).unwrap_or_default().starts_with(word))
    };
    let is_told = match act {
        SpeechAct::Asks | SpeechAct::Thanks => true,
        SpeechAct::Accompanies => cooperates(),
        SpeechAct::Tells | SpeechAct::Decides => must_act(),
    };
    if is_told { found } else { Vec::new() }
}

/// The text after a verb, the names that tables found in it, and what the verb does to them.
struct Names<'t> {
    text: &'t str,
    known: &'t [Span],
    act: SpeechAct,
}

impl Names<'_> {
    /// Where the noun of somebody who acts ends that begins at a byte: the longest.
    fn noun_at(&self, at: usize) -> Option<usize> {
        let rest = self.text.get(at..)?;
        let noun = words(Language::Chinese).agent_nouns.longest_opening(rest);
        let known = self.known.iter().filter(|span| span.start as usize == at).map(|span| span.end as usize);
        known.chain(noun.map(|noun| at + noun.len())).max()
    }

    /// Where the name of somebody ends whose task is decided: «**专家小组**的任务包括».
    fn end_before_a_task(&self, at: usize) -> Option<usize> {
        const INCLUDES: [&str; 5] = ["应", "将", "包括", "为", "是"];
        if self.act != SpeechAct::Decides {
            return None;
        }
        let (holder, rest) = self.text.get(at..)?.split_once('的')?;
        let mut tasks = words(Language::Chinese).mandate_nouns.iter().filter_map(|noun| rest.strip_prefix(noun));
        let end = at + holder.len();
        let name = Names { text: self.text.get(..end)?, ..*self };
        let includes = tasks.any(|rest| INCLUDES.iter().any(|word| rest.starts_with(word)));
        (includes && name.end_of(at) == Some(end)).then_some(end)
    }

    /// Whether a name is only of the members of the body that the next one names: «**青年**和妇女组织».
    fn share_a_noun(&self, members: Span, next: Span) -> bool {
        let kinds = &words(Language::Chinese).members;
        let next = next.of(self.text);
        kinds.contains(members.of(self.text))
            && kinds.iter().any(|kind| next.strip_prefix(kind).is_some_and(|body| !body.is_empty()))
    }

    /// Whether the noun at `end` is a verb after the one at `start`: «当局**组织**选举», but «区域组织».
    fn is_verb(&self, start: usize, end: usize) -> bool {
        const ALSO_VERBS: [&str; 2] = ["组织", "代表"];
        const PERSONS: [&str; 14] = [
            "当局",
            "政府",
            "国家",
            "会员国",
            "秘书长",
            "各方",
            "办事处",
            "委员会",
            "理事会",
            "小组",
            "工作组",
            "主席",
            "主任",
            "专员",
        ];
        let noun = self.text.get(start..end).unwrap_or_default();
        let next = self.text.get(end..).unwrap_or_default();
        let verb = ALSO_VERBS.iter().find_map(|verb| next.strip_prefix(verb));
        let goes_on = verb
            .is_some_and(|rest| rest.starts_with(is_han) && !JOINTS.iter().any(|joint| rest.starts_with(joint)));
        goes_on && PERSONS.iter().any(|person| noun.ends_with(person))
    }

    /// Whether a name continues with what follows: «间机构», «所有相关机构».
    fn goes_on(&self, at: usize) -> Option<usize> {
        const REACH: usize = 45;
        /// «第一百二十二届»
        const MOST_OF_SESSION: usize = 8;
        let rest = self.text.get(at..)?;
        if rest.starts_with('第') {
            // «委员会**第七十二届会议**» is a session of the body.
            let letters = rest.chars().take(MOST_OF_SESSION);
            if letters.into_iter().any(|letter| matches!(letter, '届' | '次')) {
                return None;
            }
        }
        let n_bytes = INNER
            .iter()
            .chain(&DETERMINERS)
            .filter(|word| rest.starts_with(**word))
            .map(|word| word.len())
            .max()?;
        let from = at + n_bytes;
        let next = self.text.get(from..)?.char_indices().take_while(|(i, letter)| {
            *i < REACH && !matches!(letter, '，' | '、' | '；' | '。' | '：' | ',' | ';')
        });
        next.map(|(i, _)| from + i).any(|i| self.noun_at(i).is_some()).then_some(from)
    }

    /// Whether a verb or its adverb comes right after a name: «提供部队的国家**继续**», not «加强国家的机构，».
    fn goes_on_with_a_verb(&self, end: usize) -> bool {
        let rest = self.text.get(end..).unwrap_or_default();
        self.act == SpeechAct::Asks && NOT_IN_NAMES.iter().any(|word| rest.starts_with(word))
    }

    fn after_parenthesis(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        if !rest.starts_with(['(', '（']) {
            return at;
        }
        rest.find([')', '）'])
            .map_or(at, |end| at + end + rest.get(end..).and_then(|r| r.chars().next()).map_or(1, char::len_utf8))
    }

    /// Where the name of somebody ends that begins at a byte.
    fn end_of(&self, start: usize) -> Option<usize> {
        const LONGEST: usize = 400;
        const LONGEST_BEFORE: usize = 45;
        let mut before = String::new();
        let mut has_relative = false;
        let mut at = start;
        while at < self.text.len().min(start + LONGEST) {
            let rest = self.text.get(at..)?;
            if let Some(end) = self.noun_at(at) {
                let after = self.text.get(end..)?;
                if let Some(rest) = after.strip_prefix('的') {
                    has_relative = true;
                    at = self.text.len() - rest.len();
                } else if self.noun_at(end).is_some() && !self.is_verb(at, end) {
                    at = end;
                } else if let Some(next) = self.goes_on(end) {
                    at = next;
                } else {
                    // «感谢**提供捐款的**国家»: nobody thanks an act.
                    let may_open = has_relative && (self.act == SpeechAct::Thanks || self.goes_on_with_a_verb(end));
                    let opens = |word: &&str| **word != *"在" && before.starts_with(*word);
                    if !may_open && NOT_IN_NAMES.iter().any(opens) {
                        // «赞扬为**基金**捐款的会员国»: a noun inside what they did.
                        if !matches!(self.act, SpeechAct::Asks | SpeechAct::Thanks) {
                            return None;
                        }
                        before.push_str(self.text.get(at..end)?);
                        at = end;
                        continue;
                    }
                    let inside = !has_relative
                        && (before.len() > LONGEST_BEFORE || NOT_IN_NAMES.iter().any(|word| before.contains(word)));
                    return (!inside).then_some(end);
                }
                continue;
            }
            let letter = rest.chars().next()?;
            let close = match letter {
                '《' => Some('》'),
                '(' => Some(')'),
                '（' => Some('）'),
                _ => None,
            };
            if let Some(end) = close.and_then(|close| rest.find(close)) {
                at += end;
                at += self.text.get(at..)?.chars().next().map_or(1, char::len_utf8);
                continue;
            }
            if matches!(letter, '，' | '；' | '。' | '：' | ',' | ';' | ':') {
                return None;
            }
            has_relative |= letter == '的';
            before.push(letter);
            at += letter.len_utf8();
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &str, act: SpeechAct) -> Vec<&str> {
        addressed(text, &[], act).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn a_name_ends_with_a_noun_of_those_who_act() {
        assert_eq!(asked("秘书长继续努力，并向会员国通报；", SpeechAct::Asks), ["秘书长"]);
        assert_eq!(
            asked("各国政府、区域组织和民间社会加强合作", SpeechAct::Asks),
            ["各国政府", "区域组织", "民间社会"]
        );
        assert_eq!(asked("尚未加入《河流公约》的国家考虑加入", SpeechAct::Asks), ["尚未加入《河流公约》的国家"]);
        assert_eq!(asked("政府间机构在规划会议时", SpeechAct::Asks), ["政府间机构"]);
        assert_eq!(asked("海地当局组织选举；", SpeechAct::Asks), ["海地当局"]);
        assert_eq!(asked("区域组织和国际组织加强合作", SpeechAct::Asks), ["区域组织", "国际组织"]);
        assert_eq!(asked("加强会员国的合作；", SpeechAct::Asks), [""; 0]);
        assert_eq!(asked("在国际一级开展合作；", SpeechAct::Asks), [""; 0]);
        assert_eq!(asked("提供部队的国家继续提供部队；", SpeechAct::Asks), ["提供部队的国家"]);
        assert_eq!(asked("加强各国的机构；", SpeechAct::Asks), [""; 0]);
    }

    #[test]
    fn a_thanked_actor_is_recognised_by_its_contribution() {
        assert_eq!(asked("提供捐款的国家；", SpeechAct::Thanks), ["提供捐款的国家"]);
        assert_eq!(asked("为基金捐款的会员国和国际组织；", SpeechAct::Thanks), ["为基金捐款的会员国", "国际组织"]);
        assert_eq!(asked("加强会员国的合作；", SpeechAct::Thanks), [""; 0]);
    }

    #[test]
    fn the_subject_of_a_decision_must_act() {
        assert_eq!(asked("，会员国应采取措施", SpeechAct::Tells), ["会员国"]);
        assert_eq!(asked("会员国的报告应予公布", SpeechAct::Tells), [""; 0]);
    }
}
