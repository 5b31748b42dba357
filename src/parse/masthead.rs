//! Reads the masthead, the text before the preamble: organ, symbol, session, title.

use super::blocks::Block;
use super::cited_number::arabic_session;
use super::closing::{date_in, is_date};
use super::decision::{self, Decision};
use super::head_lines::{
    EMPHASIS, body_of, is_bookkeeping, is_name_of_a_body, is_told_apart, labelled, number_after_its_body,
    number_before_its_noun, tells_its_adoption, worded_number,
};
use super::organs::{named_organ, words_of};
use super::plain_digits::with_plain_digits;
use super::symbols;
use super::title_number::{DRAFT_NUMBER, NUMBER, OLD_NUMBER, council_number, title_number};
use crate::language::{document, formulas};
use crate::model::{Date, Meeting, Organ, Symbol};
use crate::text::fold::fold;
use crate::text::marks::COMMAS;
use crate::text::tokens::{head, is_han, may_begin_a_sentence};

/// The data of the masthead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masthead {
    /// The symbol; empty if there is none.
    pub symbol: Symbol,
    /// The session, recognized by the symbol or in words.
    pub session: Option<u16>,
    /// The title; empty if there is none.
    pub title: String,
    /// When it was adopted, if the heading says so.
    pub adopted: Option<Date>,
    /// At which meeting, if the heading says so.
    pub meeting: Option<Meeting>,
}

/// Data that a file has apart from its text; empty if it has none.
#[derive(Clone, Copy, Debug, Default)]
pub struct FileMetadata<'s> {
    /// The symbol.
    pub symbol: &'s str,
    /// The title.
    pub title: &'s str,
}

impl Masthead {
    /// The file's metadata counts for more than the looks of its lines.
    pub fn take(&mut self, told: &FileMetadata<'_>) {
        if !told.symbol.is_empty() {
            self.symbol = Symbol::new(told.symbol);
            self.session = symbols::session_of(&self.symbol);
        }
        if !told.title.is_empty() {
            told.title.clone_into(&mut self.title);
        }
    }

    /// A decision's first sentence says when it was taken.
    pub fn take_decision(&mut self, decision: &Decision, source: &str) {
        self.symbol = decision::symbol(&self.symbol, source);
        self.meeting = Some(decision.meeting.clone());
        self.adopted = decision.adopted;
    }
}

/// Reads the masthead's blocks; `named` is the organ that the text names, [`Organ::Other`] for one without a name of ours.
pub fn masthead(blocks: &[Block], named: Option<Organ>) -> Masthead {
    let organ = named.unwrap_or(Organ::Other);
    // The numbers of another body's texts are none of the Assembly's.
    let has_number_of_ours = named != Some(Organ::Other);
    let mut masthead = Masthead::default();
    let texts: Vec<String> = blocks.iter().flat_map(texts_of).collect();
    for (i, text) in texts.iter().enumerate() {
        if masthead.symbol.as_str().is_empty() {
            let symbol = own_symbol(text)
                .or_else(|| worded_number(text, organ).map(|(symbol, _)| symbol))
                .or_else(|| number_after_its_body(text, organ));
            masthead.symbol = symbol.unwrap_or_default();
        }
        // The agenda item of an Assembly's resolution may end with “resolution 1863 (2009)” on a line of its own.
        let may_be_the_council_s = matches!(organ, Organ::SecurityCouncil | Organ::Other);
        if let Some((number, year, end)) = council_number(text).filter(|_| may_be_the_council_s) {
            let own = text.get(..end).filter(|_| organ == Organ::Other && is_of_another_assembly(&texts));
            masthead.symbol = own.map_or_else(|| Symbol::new(format!("S/RES/{number} ({year})")), Symbol::new);
            masthead.adopted = date_in(text);
            continue;
        }
        if masthead.title.is_empty()
            && let Some((symbol, title)) = numbered_title(text, organ)
        {
            if masthead.symbol.as_str().is_empty() {
                masthead.symbol = symbol.filter(|_| has_number_of_ours).unwrap_or_default();
            }
            // The number may be alone on its line. A last text right below it is the title, even if it begins as a line of
            // bookkeeping does: “United Nations Games”, “Report of the Commission on its tenth session”.
            let is_last = i + 2 == texts.len();
            let next =
                texts.get(i + 1).filter(|next| !is_bookkeeping(next) || is_last && !is_told_apart(next)).cloned();
            masthead.title = if title.is_empty() { next.unwrap_or_default() } else { title };
        }
    }
    if masthead.symbol.as_str().is_empty() {
        let symbol = texts.iter().find_map(|text| {
            symbols::alone(text)
                .or_else(|| number_before_its_noun(text, organ))
                .or_else(|| symbols::of_an_old_session(text).filter(|_| organ == Organ::GeneralAssembly))
        });
        masthead.symbol = symbol.unwrap_or_default();
    }
    if masthead.title.is_empty() && organ != Organ::SecurityCouncil {
        masthead.title = labelled_title(&texts)
            .or_else(|| title_after_symbol(&texts))
            .unwrap_or_else(|| unnumbered_title(&texts));
    }
    let adopted_at = |(i, text): (usize, &String)| {
        formulas().find_map(|formulas| {
            let found = formulas.adopted_at.captures(text)?;
            let meeting = found.name("meeting")?.as_str().to_owned();
            let number = found.name("n").and_then(|number| fold(number.as_str()).parse().ok());
            let date = text.get(found.get(0)?.start()..).and_then(date_in);
            // “at its 45th meeting, on” may have its date on the next line.
            let below = || texts.get(i + 1).filter(|next| is_date(next)).and_then(|next| date_in(next));
            Some((Meeting { text: meeting, number }, date.or_else(below)))
        })
    };
    if let Some((meeting, date)) = texts.iter().enumerate().find_map(adopted_at) {
        masthead.meeting = Some(meeting);
        masthead.adopted = date;
    }
    if masthead.adopted.is_none() {
        let says_when = |text: &&String| {
            let folded = fold(text);
            document().date_words.is_in(&folded)
                || document().adoption_lines.opens(&folded)
                || tells_its_adoption(text)
        };
        masthead.adopted = texts.iter().filter(says_when).find_map(|text| date_in(text));
    }
    masthead.session = symbols::session_of(&masthead.symbol);
    masthead
}

/// The symbol that a text of the heading gives to the document: «[sans renvoi à une grande commission (A/71/L.24)]» names its draft.
fn own_symbol(text: &str) -> Option<Symbol> {
    const OPENING: [char; 4] = ['[', '［', '〔', '【'];
    symbols::in_heading(text.split(OPENING).next().unwrap_or_default())
}

/// The texts of a block: one, unless its lines are labelled («**Topic:** Rivers»), or a title begins among them: with its number, or
/// below who proposes it («Kenya et Pérou : projet de résolution»).
fn texts_of(block: &Block) -> Vec<String> {
    let lines: Vec<&str> = block.text.text.lines().collect();
    if lines.iter().filter(|line| labelled(line).is_some()).count() > 1 {
        return lines.into_iter().map(joined).collect();
    }
    // A language without capitals does not show where a title begins: each line of bookkeeping is a text of its own.
    if block.text.text.contains(is_han) && lines.iter().any(|line| is_bookkeeping(line)) {
        return lines.into_iter().map(joined).collect();
    }
    let proposes = |line: &str| {
        let folded = fold(line.trim_end_matches(EMPHASIS));
        document().drafts.strip_end(&folded).is_some()
    };
    let line = |i: usize| lines.get(i).copied().unwrap_or_default();
    let begins_a_title = |i: usize| proposes(line(i - 1)) || title_number(line(i)).is_some();
    let end = (1..lines.len()).find(|i| begins_a_title(*i)).unwrap_or(lines.len());
    let (above, title) = lines.split_at(end);
    let texts = stacked(above).into_iter().chain([title.to_vec()]).filter(|lines| !lines.is_empty());
    texts.map(|lines| joined(&lines.join(" "))).collect()
}

/// The texts of lines that no blank line separates: the organ, its session, the agenda item, and a title below them.
fn stacked<'t>(lines: &[&'t str]) -> Vec<Vec<&'t str>> {
    let tells_adoption = |line: &str| document().adoption_lines.opens(&fold(line));
    let n_bookkeeping = lines.iter().filter(|line| is_bookkeeping(line)).count();
    let mut texts: Vec<Vec<&str>> = Vec::new();
    for line in lines {
        let begins = |text: &Vec<&str>| {
            let before = text.last().copied().unwrap_or_default();
            // “Decision adopted by the Council on” goes on below.
            let is_whole = || !before.ends_with(COMMAS) && !ends_with_a_small_word(before);
            let is_new =
                || is_bookkeeping(line) || is_bookkeeping(before) && line.starts_with(may_begin_a_sentence);
            // One such line may go on; a number or a bracket ends it.
            let has_ended =
                n_bookkeeping > 1 || before.ends_with(|last: char| last.is_ascii_digit() || last == ')');
            tells_adoption(line) || has_ended && is_new() && is_whole()
        };
        match texts.last_mut().filter(|text| !begins(text)) {
            Some(text) => text.push(line),
            None => texts.push(vec![line]),
        }
    }
    texts
}

/// Whether a line breaks off in the midst of a name or a sentence: “United Nations Environment Assembly **of the**”.
fn ends_with_a_small_word(line: &str) -> bool {
    let word = line.rsplit(char::is_whitespace).next().unwrap_or_default();
    let lists = document();
    word.starts_with(char::is_lowercase)
        && [&lists.name_words, &lists.articles, &lists.never_counted, &lists.date_leads]
            .iter()
            .any(|list| list.contains(&fold(word)))
}

/// The title of a text whose heading has a line for each thing: «Topic: …».
fn labelled_title(texts: &[String]) -> Option<String> {
    texts.iter().find_map(|text| {
        let (label, value) = labelled(text)?;
        (document().title_labels.contains(&label) && !value.is_empty()).then(|| value.to_owned())
    })
}

/// The text after a symbol on its line: «WHA66.12 Neglected rivers».
fn title_after_symbol(texts: &[String]) -> Option<String> {
    texts.iter().find_map(|text| {
        let symbol = symbols::in_heading(text)?;
        let rest = text.trim_start_matches(EMPHASIS).strip_prefix(symbol.as_str())?;
        let title = rest.trim_start_matches([' ', '.', ':', '-', '–', '—']).trim_end_matches(EMPHASIS);
        (title.starts_with(may_begin_a_sentence) && title.chars().filter(|l| l.is_alphabetic()).count() > 8)
            .then(|| title.to_owned())
    })
}

/// A text on one line, with letters and digits of the usual width that no stroke lengthens: «Ａ／ＲＥＳ／８１／４４», «الجمعيـــة».
fn joined(text: &str) -> String {
    /// From a full-width letter to the usual one.
    const WIDTH: u32 = '！' as u32 - '!' as u32;
    let narrow = |letter: char| match letter {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '／' => {
            char::from_u32(letter as u32 - WIDTH).unwrap_or(letter)
        }
        _ => letter,
    };
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| {
            let (inner, last) = word.split_at(word.len() - word.chars().next_back().map_or(0, char::len_utf8));
            inner.chars().filter(|letter| *letter != '\u{640}').chain(last.chars()).map(narrow).collect()
        })
        .collect();
    words.join(" ")
}

/// `74/175. Assistance technique …` → its symbol and the title.
fn numbered_title(text: &str, organ: Organ) -> Option<(Option<Symbol>, String)> {
    // «二一五(三). 灯塔»
    if text.starts_with(is_han)
        && let Some((plain, _)) =
            with_plain_digits(text).filter(|(plain, _)| plain.starts_with(|l: char| l.is_ascii_digit()))
    {
        return numbered_title(&plain, organ);
    }
    // «2845 (د-21). المنارات»
    let in_parenthesis = head(text, 12).find('(').and_then(|at| text.split_at_checked(at + 1));
    if let Some((number, rest)) = in_parenthesis
        && let Some((session, beyond)) = arabic_session(rest)
    {
        return numbered_title(&format!("{number}{session}){beyond}"), organ);
    }
    // Most blocks of a masthead begin with no number.
    let first = text.trim_start().chars().next()?;
    if !(first.is_numeric() || matches!(first, 'E' | 'S')) {
        return None;
    }
    let number = head(text, 16);
    if number.contains('(')
        && let Some(found) = OLD_NUMBER.captures(text)
    {
        let (number, session) = (found.get(1)?.as_str(), found.get(2)?.as_str());
        let title =
            text.get(found.get(0)?.end()..)?.trim().trim_start_matches(['-', '–', '—']).trim_start().to_owned();
        return Some((Some(Symbol::new(format!("A/RES/{number} ({session})"))), title));
    }
    // «47/… Human rights and rivers»: a draft has no number yet.
    if let Some(found) = DRAFT_NUMBER.find(text) {
        return Some((None, text.get(found.end()..)?.trim().to_owned()));
    }
    let found = NUMBER.captures(if number.contains('/') { text } else { "" })?;
    // «٨٠/٣٠١»
    let number = found.get(1)?.as_str();
    let number = if number.is_ascii() { number.to_owned() } else { fold(number) };
    let part = found.get(2).map(|part| format!(" {}", part.as_str())).unwrap_or_default();
    // «80/301 - المنارات»
    let title = text.get(found.get(0)?.end()..)?.trim().trim_end_matches('*').trim();
    let title = title.trim_start_matches(['-', '–', '—']).trim_start().to_owned();
    Some((Some(Symbol::new(format!("{}/RES/{number}{part}", body_of(organ)))), title))
}

/// Whether a heading names a body that is none of the United Nations and numbers its texts as the Security Council does.
fn is_of_another_assembly(texts: &[String]) -> bool {
    texts.iter().any(|text| is_name_of_a_body(text) && named_organ(&words_of(text)).is_none())
}

/// How many letters a text has; a Chinese character says as much as two.
fn n_letters(text: &str) -> usize {
    text.chars().filter(|letter| letter.is_alphabetic()).map(|letter| 1 + usize::from(is_han(letter))).sum()
}

/// The last block that is no bookkeeping: a text without a number still has a title.
fn unnumbered_title(texts: &[String]) -> String {
    let is_title = |text: &&String| !is_bookkeeping(text) && n_letters(text) > 8;
    texts.iter().rev().find(is_title).map(|title| title.trim_matches(EMPHASIS).to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::organ_line::organ_of;

    #[test]
    fn the_organ_is_recognised_by_a_line_of_its_own() {
        assert_eq!(organ_of("L’Assemblée générale,"), Some(Organ::GeneralAssembly));
        assert_eq!(organ_of("Le Conseil de sécurité,"), Some(Organ::SecurityCouncil));
        assert_eq!(organ_of("The Human Rights Council,"), Some(Organ::HumanRightsCouncil));
        assert_eq!(organ_of("La Conférence internationale de l’Instruction publique,"), Some(Organ::Other));
        for line in
            ["la sécurité internationales,", "L’Assemblée générale a décidé", "les parlements,", "le conseil,"]
        {
            assert_eq!(organ_of(line), None, "{line}");
        }
    }

    #[test]
    fn a_number_after_the_word_resolution_tells_the_symbol() {
        let of = |text, organ| worded_number(text, organ).map(|(symbol, is_all)| (symbol.to_string(), is_all));
        let whole = |symbol: &str| Some((symbol.to_owned(), true));
        assert_eq!(of("Résolution 75/100 de l’Assemblée générale", Organ::Other), whole("A/RES/75/100"));
        assert_eq!(of("Resolution 75/100", Organ::GeneralAssembly), whole("A/RES/75/100"));
        assert_eq!(of("Decision 45/461", Organ::GeneralAssembly), whole("A/DEC/45/461"));
        assert_eq!(of("Резолюция 194 (III)", Organ::GeneralAssembly), whole("A/RES/194 (III)"));
        assert_eq!(of("Resolution 47/3 of the Human Rights Council", Organ::Other), whole("A/HRC/RES/47/3"));
        for text in [
            "Resolution 75/100",
            "Resolution 1373 (2001)",
            "Resolution adopted by the Assembly on 3/4",
            "Rivers 75/100",
        ] {
            assert_eq!(of(text, Organ::Other), None, "{text}");
        }
    }

    #[test]
    fn a_title_tells_the_symbol_of_its_organ() {
        let of = |text, organ| {
            numbered_title(text, organ).map(|(symbol, title)| (symbol.unwrap_or_default().to_string(), title))
        };
        assert_eq!(
            of("74/175. Assistance technique", Organ::GeneralAssembly),
            Some(("A/RES/74/175".to_owned(), "Assistance technique".to_owned()))
        );
        assert_eq!(
            of("12/10. Follow-up", Organ::HumanRightsCouncil),
            Some(("A/HRC/RES/12/10".to_owned(), "Follow-up".to_owned()))
        );
        for (text, title) in [("2845 (د-21) - المنارات", "المنارات"), ("二八四五(二十一). 灯塔", "灯塔")]
        {
            let symbol = "A/RES/2845 (XXI)".to_owned();
            assert_eq!(of(text, Organ::GeneralAssembly), Some((symbol, title.to_owned())));
        }
        assert_eq!(
            of("1514 (XV). Déclaration", Organ::GeneralAssembly),
            Some(("A/RES/1514 (XV)".to_owned(), "Déclaration".to_owned()))
        );
    }
}
