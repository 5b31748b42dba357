//! Arabic.

use super::{
    Formula, Formulas, NameShape, PreambleVerbs, Rules, Time, Times, Writing, common_tables, irregular_past, words,
};
use crate::model::Language;
use crate::text::fold::fold;
use crate::text::pattern::WholeWords;
use crate::text::tokens::head;
use crate::text::word_spans;
use std::sync::LazyLock;

/// The article before an alif with hamza, whose lam and alif were taken apart in the wrong order: “األمين” for «الأمين».
pub const TURNED_ARTICLES: [&str; 4] = ["األ", "اإل", "واأل", "واإل"];

/// The names of letters that number the parts of a document and its sections, in the order of A, B, C.
pub const LETTER_NAMES: [&str; 18] = [
    "ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم", "نون", "سين", "عين",
    "فاء", "صاد",
];

/// The words that count sections: “first”, “second” and so on.
pub const SECTION_ORDINALS: [&str; 10] =
    ["أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"];

/// The letters before the number of an old session, with what symbols have for them: «دإط» is an emergency one.
pub const SESSION_LETTERS: [(&str, &str); 3] = [("دإط", "ES-"), ("دإ", "S-"), ("د", "")];

pub(super) static RULES: Rules = Rules {
    language: Language::Arabic,
    common: common_tables!("ar"),
    writing: Writing {
        has_blanks: true,
        has_capitals: false,
        opens_small: false,
        list_letters: "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    },
    key,
    is_plural: |_| true,
    // «يقرر» → «نقرر»
    first_person: |lemma, _| lemma.strip_prefix('ي').map(|stem| ["ن", stem].concat()),
    past,
    bare_attitudes: true,
    with: "",
    adverb_ending: "",
    preamble: PreambleVerbs::FirstMarked,
    names: NameShape::HeadFirst,
    adjectives_follow: true,
    cue_form: |word| word,
    repeats_prepositions: false,
    complement,
    addressed: None,
    adverbs_follow: true,
    verb_before_subject: Some(|word| word.len() >= 6 && word.starts_with(['ت', 'ي', 'ن'])),
    verb_agrees: Some(agrees),
    is_infinitive: None,
    is_instrumental: None,
    is_dative: None,
    session_number_follows: true,
    times: TIMES,
    formulas: Formulas {
        meeting: Formula::at_head(
            |first| first == 'ا',
            r"^(?:الجلسة العامة|الجلسة)\s(?P<n>\d+)[\s.،]*$",
            &["الجلسة"],
        ),
        meeting_at_head: Formula::at_head(|first| first == 'ا', r"^الجلسة العامة\s\d+", &["الجلسة"]),
        date: Formula::new(
            r"(?P<day>\d{1,2})\s+(?P<month>(?:كانون|تشرين)\s(?:الأول|الثاني)|\p{Arabic}+)\s?(?:/\s?\p{Arabic}+|\(\p{Arabic}+\))?،?\s+(?P<year>\d{4})",
            &["19", "20", "١٩", "٢٠"],
        ),
        before_date: &["في "],
        vote: Formula::at_head(
            |first| matches!(first, '[' | 'ا' | 'ت'),
            r"^\[?(?:اعتمد|اتخذ|تبنى)\s.{0,60}(?:بالإجماع|بدون تصويت|دون تصويت|بأغلبية|صوتا)",
            &["بالإجماع", "تصويت", "بأغلبية", "صوتا"],
        ),
        adopted_at: Formula::new(r"(?:اتخذه|اعتمده) مجلس الأمن في (?P<meeting>جلسته\s(?P<n>\d+))", &["جلسته"]),
        decided_at: Formula::new(
            r"^(?:(?:قررت?|قامت?|أحاطت?|انتخبت?|عينت?|اعتمدت?|وافقت?|طلبت?)\s[^.؛\n]{1,80}?)?(?:بناء على\s[^،\n]{1,80}،\s)?(?:قررت?\s[^.؛\n]{1,60}?)?في\s(?P<meeting>(?:جلست(?:ها|ه)|الجلسة)(?:\sالعامة)?(?:\s(?P<n>\d+))?)",
            &["جلسته", "جلستها", "الجلسة"],
        ),
        council_number: Formula::at_head(
            |first| first == 'ا' || first.is_whitespace(),
            r"^\s*القرار\s(?P<n>\d+)\s?\(\s?(?P<year>\d{4})\s?\)",
            &["القرار"],
        ),
        own_paragraph: Formula::new(
            r"(?P<words>الفقرة\s(?P<number>[0-9]{1,3})\s(?:أعلاه|أدناه|من هذا القرار))",
            &["الفقرة"],
        ),
    },
};

const TIMES: Times = Times {
    limit: Time {
        words: r"(?x)(?P<period>فترة\s(?:الممتدة\s|الواقعة\s)?(?:من|بين)\s.{0,60}?\s(?:إلى|حتى|و).{0,40}?(?:19|20|١٩|٢٠)[\d٠-٩]{2})|(?:بحلول|قبل|حتى|أقصاه|يتجاوز|لغاية|إلى\sغاية)\s(?:نهاية\s|منتصف\s|موعد\s|يوم\s|شهر\s)*
            (?:(?P<day>[\d٠-٩]{1,2})\s(?P<month>\p{Arabic}+(?:\s(?:الثاني|الأول))?)(?:/\s?\p{Arabic}+)?\s(?P<year>(?:19|20|١٩|٢٠)[\d٠-٩]{2})
            |(?P<month2>\p{Arabic}+(?:\s(?:الثاني|الأول))?)/\s?\p{Arabic}+\s(?P<year2>(?:19|20|١٩|٢٠)[\d٠-٩]{2})|(?:عام\s|سنة\s)(?P<year3>(?:19|20|١٩|٢٠)[\d٠-٩]{2}))
            |(?:(?:اعتبارا|ابتداء|بدءا)\sمن|(?P<on>في))\s(?:يوم\s)?[\d٠-٩]{1,2}\s\p{Arabic}+(?:\s(?:الثاني|الأول))?(?:/\s?\p{Arabic}+(?:\s(?:الثاني|الأول))?)?\s(?:19|20|١٩|٢٠)[\d٠-٩]{2}
            |(?:(?:اعتبارا|ابتداء|بدءا)|في\s(?:النصف|الربع)\s(?:الأول|الثاني|الثالث|الرابع|الأخير))\sمن\s(?:عام\s|سنة\s)(?P<year4>(?:20|٢٠)[\d٠-٩]{2})
            |(?:في|خلال)\sدورت(?:ه|ها|هم)\s(?:\p{Arabic}+\s)?(?:لعام|لسنة)\s(?P<session_year>(?:20|٢٠)[\d٠-٩]{2})
            |في\s(?:عام|سنة|عامي|أعوام|السنوات)\s(?P<report_year>(?:20|٢٠)[\d٠-٩]{2})(?:\s?و\s?(?:عام\s|سنة\s)?(?:20|٢٠)[\d٠-٩]{2})?",
        hint: "19|20|١٩|٢٠",
    },
    often: Time {
        words: r"(?x)(?P<year>سنويا|سنوياً|كل\s(?:سنة|عام)|تقرير(?:ا|اً|ًا)?\sسنوي(?:ا|اً|ًا)?|على\sأساس\sسنوي|تقارير\sسنوية)|(?P<two>كل\s(?:سنتين|عامين)|مرة\sكل\sسنتين)
            |(?P<half>كل\sستة\sأشهر|مرتين\sفي\sالسنة|نصف\sسنوية?)|(?P<quarter>كل\sثلاثة\sأشهر|فصلية?)
            |كل\s(?P<n>\p{Arabic}+|[\d٠-٩]+)\s(?:(?P<years>سنوات|سنة|أعوام)|(?P<months>أشهر|شهرا)|(?P<weeks>أسابيع)|(?P<days>أيام|يوما|يوماً))",
        hint: "سنوي|كل |مرتين|فصلي",
    },
    within: Time {
        words: r"(?x)(?:بحلول|قبل|حتى)\s(?:نهاية|انتهاء|اختتام)\s(?P<undated>فترة\sالسنتين|السنة|العام|الدورة|العقد|الولاية|ولايته)|(?:في\sغضون|خلال|في\sظرف|في\sموعد\sلا\sيتجاوز|في\sموعد\sأقصاه|في\sأجل\sأقصاه|في\sمدة\sأقصاها)\s(?:فترة\s|مدة\s)?(?:(?P<two_years>سنتين|عامين)|(?P<two_months>شهرين)|(?P<two_weeks>أسبوعين)|(?P<two_days>يومين)
            |(?P<n>\p{Arabic}+|[\d٠-٩]+)\s(?:(?P<years>سنوات|سنة|أعوام)|(?P<months>أشهر|شهرا)|(?P<weeks>أسابيع)|(?P<days>أيام|يوما|يوماً)))",
        hint: "غضون|خلال|ظرف|نهاية|انتهاء|اختتام|أقصا|يتجاوز",
    },
    account: Time {
        words: r"(?:يقدم|تقدم|تقديم|يوافي|توافي|يوافيه|موافاة|يعد|تعد|إعداد|يدرج|تدرج|يرفع|ترفع|رفع|يصدر|إصدار)،?\s(?:[^\s؛]+\s){0,14}(?:تقريرا|تقريراً|تقريرًا|تقارير)|(?:تقديم|إعداد|إصدار|رفع|نشر)\s(?:[^\s؛]+\s){0,2}تقرير|(?:يدرج|تدرج|يضمن|تضمن)\s(?:[^\s؛]+\s){0,8}تقرير(?:ه|ها)|إبلاغ|إطلاع|يبلغ|تبلغ|موافاة|إحاطة",
        hint: "تقرير|تقارير|بلاغ|طلاع|بلغ|موافاة|حاطة",
    },
};

/// «يقرر» → «قررت», «قرر»: no rule makes the past of a verb, so a table has it; the organ may be feminine or masculine.
fn past(lemma: &str, _: &str) -> Vec<String> {
    let (verb, rest) =
        lemma.split_once(' ').map_or((lemma, ""), |(verb, _)| (verb, lemma.get(verb.len()..).unwrap_or("")));
    let Some(masculine) = irregular_past(Language::Arabic, verb) else { return Vec::new() };
    let stem = masculine.strip_suffix(['ا', 'ى']).unwrap_or(masculine);
    vec![format!("{masculine}{rest}"), format!("{stem}ت{rest}")]
}

/// Whether a folded verb has the gender of the organ named after it: «ويطلب المجلس», «وتطلب الجمعية»; the organ is its subject then.
fn agrees(verb: &str, organ: &str) -> bool {
    let verb = verb.strip_prefix(['و', 'ف']).unwrap_or(verb);
    let verb = verb.strip_prefix('س').unwrap_or(verb);
    let is_feminine = organ.split(' ').next().is_some_and(|noun| noun.ends_with('ه'));
    verb.starts_with(if is_feminine { 'ت' } else { 'ي' })
}

/// A noun without its article, and what is written together with the article: «الأمين», «للأمين» and «أمين» are one.
fn key(word: &str) -> (&str, &'static str) {
    const ARTICLES: [&str; 4] = ["بال", "كال", "لل", "ال"];
    const FEWEST_LEFT: usize = 6;
    const WHOLE: [&str; 9] = ["الي", "الذي", "التي", "الذين", "الا", "الان", "المالي", "القطر", "للقطر"];
    // «المالي» is “financial” and «مالي» Mali, «القطر» “the country” and «قطر» Qatar.
    if word.is_ascii() || WHOLE.contains(&word) {
        return (word, "");
    }
    let bare = ARTICLES.iter().filter_map(|article| word.strip_prefix(article));
    (bare.min_by_key(|rest| rest.len()).filter(|rest| rest.len() >= FEWEST_LEFT).unwrap_or(word), "")
}

/// «أن», «بأن», or a preposition before a verbal noun: the request begins there.
static COMPLEMENT: LazyLock<WholeWords> =
    LazyLock::new(|| WholeWords::new("(?:ألا|ب?أن|بأل?ا|على|إلى|الى|من أجل|كي|لكي|بغية)"));

fn complement(rest: &str) -> Option<usize> {
    let marked = marked_complement(rest);
    let before = head(rest.get(..marked.unwrap_or(rest.len())).unwrap_or_default(), 400);
    verbal_noun(before).or(marked)
}

/// Where a verbal noun begins that is what somebody is asked: «إلى الميسرين المشاركين **تقديم** تقرير».
///
/// After a noun with its article a chain of nouns has ended; a noun without one that is no adverb is an object.
fn verbal_noun(rest: &str) -> Option<usize> {
    const LEADS: [&str; 2] = ["إلى ", "الى "];
    const NO_NOUNS: [&str; 32] = [
        "من",
        "في",
        "عن",
        "على",
        "إلى",
        "الى",
        "مع",
        "لدى",
        "بين",
        "تحت",
        "خارج",
        "داخل",
        "غير",
        "ذات",
        "ذوي",
        "ذي",
        "أي",
        "كل",
        "جميع",
        "سائر",
        "تلك",
        "هذه",
        "هذا",
        "حسب",
        "وفقا",
        "قبل",
        "بعد",
        "عند",
        "مرة",
        "كذلك",
        "حيثما",
        "حسبما",
    ];
    const RELATIVES: [&str; 6] = ["التي", "الذي", "الذين", "اللذين", "اللتين", "ممن"];
    const SHORTEST: usize = 3;
    const CLITICS: [char; 5] = ['و', 'ف', 'ب', 'ل', 'ك'];
    let bare = rest.get(end_of_adverbs(rest)..).unwrap_or_default().trim_start_matches(['،', ' ']);
    let led = LEADS.iter().find_map(|lead| bare.strip_prefix(lead))?;
    let mut is_definite = false;
    for span in word_spans(led) {
        let word = span.of(led);
        if RELATIVES.contains(&word) {
            return None;
        }
        let starts_chain = led.get(..span.start as usize)?.ends_with(['،', ',', '(', '؛']);
        let is_object = is_definite
            && !starts_chain
            && word.chars().count() >= SHORTEST
            && word.starts_with(char::is_alphabetic)
            && !word.starts_with("ال")
            && !word.starts_with(CLITICS)
            && !word.ends_with(['ا', 'ً'])
            && !NO_NOUNS.contains(&word);
        if is_object {
            return Some(rest.len() - led.len() + span.start as usize);
        }
        let stem = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        is_definite = ["ال", "لل", "بال", "كال"].iter().any(|article| stem.starts_with(article));
    }
    None
}

/// Where the adverbs and the aside end that follow a verb: «تطلب **في هذا الصدد** إلى الأمين العام».
fn end_of_adverbs(rest: &str) -> usize {
    let adverbs = &words(Language::Arabic).address_adverbs;
    let spans = word_spans(rest).take_while(|span| adverbs.contains(&fold(span.of(rest))));
    spans.last().map_or(0, |last| last.end as usize)
}

fn marked_complement(rest: &str) -> Option<usize> {
    // «يطلب إلى الأمين العام أن»: the first preposition leads to who is asked.
    let mut first = None;
    for found in COMPLEMENT.captures_iter(rest) {
        let words = found.name("words")?;
        let is_preposition = matches!(words.as_str(), "إلى" | "الى" | "على");
        let is_right_after = rest
            .get(end_of_adverbs(rest)..words.start())
            .is_some_and(|before| before.trim_matches(['،', ' ']).is_empty());
        if is_preposition && is_right_after {
            continue;
        }
        let is_aside = rest.get(words.end()..).is_some_and(|after| {
            ["وجه الخصوص", "النحو", "نحو", "الصعيد", "أساس", "حد سواء", "قدم المساواة", "جنب"]
                .iter()
                .any(|aside| after.trim_start().starts_with(aside))
        });
        if is_preposition && is_aside {
            continue;
        }
        if !is_preposition {
            return Some(words.start());
        }
        first = first.or(Some(words.start()));
        break;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_begins_after_its_addressee() {
        for (rest, before) in [
            (" إلى الأمين العام أن يقدم تقريرا", " إلى الأمين العام "),
            (" جميع الدول على المشاركة", " جميع الدول "),
            (" الدول الأعضاء إلى النظر", " الدول الأعضاء "),
            (" إلى الميسرين المشاركين تقديم تقرير", " إلى الميسرين المشاركين "),
            (" إلى مكتب دعم العمليات مواصلة عمله", " إلى مكتب دعم العمليات "),
            (" إلى الأمين العام ورؤساء الوكالات اتخاذ تدابير", " إلى الأمين العام ورؤساء الوكالات "),
            (" إلى المنظمات غير الحكومية ذات الصلة أن تشارك", " إلى المنظمات غير الحكومية ذات الصلة "),
        ] {
            assert_eq!(complement(rest).and_then(|at| rest.get(..at)), Some(before), "{rest}");
        }
    }

    #[test]
    fn an_article_does_not_count() {
        for word in ["الامين", "للامين", "بالامين"] {
            assert_eq!(key(word).0, "امين", "{word}");
        }
        for word in ["الي", "بالغ", "وكاله", "لله"] {
            assert_eq!(key(word).0, word);
        }
    }
}
