//! Reads the masthead, the text before the preamble: organ, symbol, session, title.

use super::blocks::Block;
use super::cited_body::named_after;
use super::closing::{date_in, is_date};
use super::leading_label::leading_label;
use super::numbering::section_numeral;
use super::organs::{named_organ, words_of};
use super::page::lines::{Line, LineKind};
use super::plain_digits::with_plain_digits;
use super::references::{arabic_session, references};
use super::symbols;
use super::title_number::{DRAFT_NUMBER, NUMBER, OLD_NUMBER, council_number, title_number};
use crate::language::{document, formulas};
use crate::lexicon::Lexicon;
use crate::lexicon::verbs::{Mood, Phrase};
use crate::model::{Date, Meeting, Organ, Symbol};
use crate::text::fold::fold;
use crate::text::marks::{COMMAS, ENDS};
use crate::text::tokens::{head, is_han, may_begin_a_sentence};

/// The data of the masthead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masthead {
    /// The symbol; empty if there is none.
    pub symbol: Symbol,
    /// The session, recognised by the symbol or in words.
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
}

/// The line that names the organ: «L’Assemblée générale,».
pub fn organ_line(source: &str, lines: &[Line], lexicon: &Lexicon) -> Option<(usize, Organ)> {
    let text = lines.iter().enumerate().filter(|(_, line)| line.kind == LineKind::Text);
    let next = text.clone().skip(1).map(|(_, line)| Some(line.span.of(source))).chain([None]);
    // The line is near the top; annexes and embedded declarations name organs too.
    text.zip(next).take(400).find_map(|((i, line), next)| {
        let line = line.span.of(source);
        organ_before(line, next, lexicon).map(|organ| (i, organ))
    })
}

/// Where the masthead ends: at the organ's line, or before it if the text begins in the midst of a resolution and the
/// line belongs to the next one.
pub fn end(source: &str, lines: &[Line], organ_at: usize, lexicon: &Lexicon) -> usize {
    let head = lines.get(..organ_at).unwrap_or_default();
    let text = || head.iter().enumerate().filter(|(_, line)| line.kind == LineKind::Text);
    let opens = |text: &str| {
        let label = leading_label(text).filter(|label| !label.only_in_a_list);
        let body = text.get(label.as_ref().map_or(0, |label| label.rest)..).unwrap_or_default();
        let is_phrase = body.starts_with(may_begin_a_sentence)
            && lexicon.verbs.phrase_at(body, 0).is_some_and(|phrase| !phrase.head_only);
        is_phrase.then_some(label.is_some())
    };
    let n_numbered = text().filter(|(_, line)| opens(line.span.of(source)) == Some(true)).count();
    if n_numbered < 2 {
        return organ_at;
    }
    text().find(|(_, line)| opens(line.span.of(source)).is_some()).map_or(organ_at, |(first, _)| first)
}

/// Where the title of a declaration ends that no organ's line comes before: it begins with “We, the Heads of State”, below its title
/// and maybe a heading.
pub fn end_of_title(source: &str, lines: &[Line], lexicon: &Lexicon) -> Option<usize> {
    const MOST_LINES: usize = 12;
    let text = || lines.iter().enumerate().filter(|(_, line)| line.kind == LineKind::Text);
    let speaks = |line: &str| {
        let label = leading_label(line).filter(|label| !label.only_in_a_list);
        let body = line.get(label.map_or(0, |label| label.rest)..).unwrap_or_default();
        body.starts_with(may_begin_a_sentence) && lexicon.words.subjects.begins(body)
    };
    let n_head = text().take(MOST_LINES).position(|(_, line)| speaks(line.span.of(source)))?;
    let opens = |line: &str| leading_label(line).is_some() || lexicon.verbs.phrase_at(line, 0).is_some();
    let is_text = |line: &str| opens(line) || line.ends_with(ENDS);
    if text().take(n_head).any(|(_, line)| is_text(line.span.of(source))) {
        return None;
    }
    let mut head = text().take(n_head).skip_while(|(_, line)| is_bookkeeping(line.span.of(source))).peekable();
    let (mut end, _) = head.next()?;
    let has_gaps = text().take(n_head + 1).skip(1).any(|(_, line)| line.blanks_before > 0);
    while let Some((next, _)) = head.next_if(|(_, line)| has_gaps && line.blanks_before == 0) {
        end = next;
    }
    Some(end + 1)
}

/// Where the head ends of a text whose first lines tell its symbol and that no line of an organ follows, and which organ numbers so.
pub fn end_below_symbol(source: &str, lines: &[Line], lexicon: &Lexicon) -> Option<(usize, Organ)> {
    const MOST_LINES: usize = 12;
    let text = || lines.iter().enumerate().filter(|(_, line)| line.kind == LineKind::Text);
    let is_symbol = |line: &str| symbols::in_heading(line).filter(|_| is_bookkeeping(line));
    let mut head = text().take(MOST_LINES).take_while(|(_, line)| is_bookkeeping(line.span.of(source)));
    let (at, symbol) = head.find_map(|(at, line)| Some((at, is_symbol(line.span.of(source))?)))?;
    let opens = |line: &str| {
        let is_phrase = || lexicon.verbs.phrase_at(line, 0).is_some_and(|phrase| phrase.known);
        line.ends_with(ENDS) || leading_label(line).is_some() && title_number(line).is_none() || is_phrase()
    };
    let mut below = text().skip_while(|(i, _)| *i <= at);
    let end = below.by_ref().take(MOST_LINES).find(|(_, line)| opens(line.span.of(source)));
    Some((end.map_or(at + 1, |(end, _)| end), symbols::organ_of(&symbol)))
}

/// The organ that a line names, known by the line alone or by the next one too.
pub fn organ_before(line: &str, next: Option<&str>, lexicon: &Lexicon) -> Option<Organ> {
    let organ = organ_of(line).or_else(|| bare_organ(line, next, lexicon));
    organ.or_else(|| body_without_article(line, next, lexicon)).or_else(|| body_before_a_verb(line, next, lexicon))
}

/// Another body, whatever its name, where the next line can only follow it: “The Open-ended Working Group,” before “Recalling”.
fn body_before_a_verb(line: &str, next: Option<&str>, lexicon: &Lexicon) -> Option<Organ> {
    const MOST_WORDS: usize = 24;
    if line.len() > LONGEST_NAME || !line.ends_with(COMMAS) || !may_open_with_article(line) {
        return None;
    }
    let name = line.trim().trim_end_matches(COMMAS);
    let (article, rest) = name.split_once([' ', '’', '\''])?;
    let is_name = article.starts_with(char::is_uppercase)
        && rest.starts_with(char::is_uppercase)
        && document().articles.contains(&fold(article))
        && rest.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '-' | '’' | '\''))
        && rest.split(' ').count() <= MOST_WORDS;
    let next = next.filter(|_| is_name)?;
    let label = leading_label(next).filter(|label| label.may_be_first() && !label.only_in_a_list);
    let body = next.get(label.map_or(0, |label| label.rest)..)?;
    let phrase = lexicon.verbs.phrase_at(body, 0).filter(|phrase| phrase.known)?;
    (body.starts_with(may_begin_a_sentence) && !phrase.head_only).then_some(Organ::Other)
}

/// The organ that a line names without its comma, where the next line can only follow it: «The General Assembly» before
/// «Adopts the following declaration:».
fn bare_organ(line: &str, next: Option<&str>, lexicon: &Lexicon) -> Option<Organ> {
    let may_be = line.len() < 60 && line.ends_with(char::is_alphabetic) && may_open_with_article(line);
    let next = next.filter(|_| may_be)?;
    let organ = organ_of(&format!("{line},")).filter(|organ| *organ != Organ::Other)?;
    // «Генеральная Ассамблея» «принимает следующую Декларацию:»: the sentence goes on.
    let goes_on =
        |phrase: Phrase| phrase.mood == Mood::Finite && phrase.known && line.starts_with(may_begin_a_sentence);
    let follows = leading_label(next).is_some_and(|label| label.may_be_first() && !label.only_in_a_list)
        || section_numeral(next).is_some_and(|(value, _)| value == 1)
        || lexicon
            .verbs
            .phrase_at(next, 0)
            .is_some_and(|phrase| next.starts_with(may_begin_a_sentence) || goes_on(phrase));
    follows.then_some(organ)
}

/// Another body, in a language without articles, where the next line can only follow it: «Конференция Сторон,», «缔约方会议，».
fn body_without_article(line: &str, next: Option<&str>, lexicon: &Lexicon) -> Option<Organ> {
    const MOST_WORDS: usize = 14;
    if line.len() > LONGEST_NAME || line.is_ascii() || !lexicon.words.articles.is_empty() {
        return None;
    }
    let name = line.trim().strip_suffix(COMMAS)?;
    let folded = words_of(name);
    let bodies = &document().bodies;
    let is_body = if lexicon.rules.writing.has_blanks {
        folded.split(' ').count() <= MOST_WORDS && folded.split(' ').any(|word| bodies.contains(word))
    } else {
        bodies.iter().any(|body| folded.ends_with(body))
    };
    let follows = || next.is_some_and(|next| lexicon.verbs.phrase_at(next, 0).is_some());
    let is_phrase = || lexicon.verbs.phrase_at(name, 0).is_some();
    (is_body && name.starts_with(may_begin_a_sentence) && follows() && !is_phrase()).then_some(Organ::Other)
}

/// The line that names an organ is no longer, in bytes.
const LONGEST_NAME: usize = 200;

/// Whether the first word of a line may be an article: a cheap check, since most lines name no organ.
pub fn may_open_with_article(line: &str) -> bool {
    // A text without end of brackets is not looked through.
    let first = line.bytes().take(LONGEST_NAME).find(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
    first.is_some_and(|byte| !byte.is_ascii() || matches!(byte, b'L' | b'l' | b'T' | b't' | b'E' | b'e'))
}

/// The organ that a line names, if that is all it does.
pub fn organ_of(line: &str) -> Option<Organ> {
    if line.len() > LONGEST_NAME || !may_open_with_article(line) {
        return None;
    }
    let is_about_it =
        |letter: char| letter.is_whitespace() || matches!(letter, '"' | '“' | '«' | '»' | '”' | '*' | '_');
    let line = line.trim_matches(is_about_it);
    let name = line.strip_suffix(ENDS)?;
    let folded = words_of(name);
    let words = document();
    // «大会，»: some languages have no articles.
    let is_bare = !folded.is_ascii() && named_organ(&folded).is_some();
    let (article, rest) = if is_bare { ("", folded.as_str()) } else { folded.split_once(' ')? };
    if !is_bare && !words.articles.contains(article) {
        return None;
    }
    let organ = named_organ(rest).unwrap_or(Organ::Other);
    if organ == Organ::Other {
        const MOST_WORDS: usize = 14;
        let is_body =
            rest.split(' ').any(|word| words.bodies.contains(word)) && rest.split(' ').count() <= MOST_WORDS;
        // «L’Assemblée mondiale», «La Commission»: the name after the article.
        let after_article = name.find(['’', '\'', ' ']).and_then(|end| name.get(end..)).unwrap_or_default();
        let after_article = after_article.trim_start_matches(['’', '\'', ' ']);
        // «La **78ª** Asamblea Mundial de la Salud,»
        let is_counted = after_article.starts_with(|letter: char| letter.is_ascii_digit());
        let noun = after_article.split_once(' ').map_or("", |(_, noun)| noun);
        let has_capital = if is_counted { noun } else { after_article }.starts_with(may_begin_a_sentence);
        if !(is_body && has_capital && line.ends_with(COMMAS)) {
            return None;
        }
    }
    Some(organ)
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
    let begins = |i: &usize| {
        let line = |i: usize| lines.get(i).copied().unwrap_or_default();
        let tells_adoption = || document().adoption_lines.opens(&fold(line(*i)));
        proposes(line(*i - 1)) || title_number(line(*i)).is_some() || tells_adoption()
    };
    let (above, below) = lines.split_at((1..lines.len()).find(begins).unwrap_or(lines.len()));
    [above, below].into_iter().filter(|lines| !lines.is_empty()).map(|lines| joined(&lines.join(" "))).collect()
}

/// A line's label and what it says: «**Topic:** Protection of Rivers».
fn labelled(line: &str) -> Option<(String, &str)> {
    const MOST_WORDS: usize = 3;
    let (label, value) = line.split_once(':')?;
    let label = fold(label.trim_matches(EMPHASIS));
    let is_label = !label.is_empty()
        && label.split(' ').count() <= MOST_WORDS
        && label.chars().all(|l| l.is_alphabetic() || l == ' ');
    is_label.then(|| (label, value.trim_matches(EMPHASIS).trim()))
}

/// The signs of emphasis in Markdown, and what is about them.
const EMPHASIS: [char; 4] = ['*', '_', '#', ' '];

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

fn joined(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
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

/// How the symbols of an organ begin, of those that number by sessions.
fn body_of(organ: Organ) -> &'static str {
    match organ {
        Organ::HumanRightsCouncil => "A/HRC",
        Organ::EconomicAndSocialCouncil => "E",
        _ => "A",
    }
}

/// «Résolution 75/100 de l’Assemblée générale», «Decision 45/461»: the symbol, and whether the line says no more than that.
fn worded_number(text: &str, organ: Organ) -> Option<(Symbol, bool)> {
    let (word, rest) = text.trim().split_once(char::is_whitespace)?;
    // Most lines begin with another word, and no such word is longer.
    let word = fold(Some(word).filter(|word| (8..=24).contains(&word.len()))?);
    let kind = match (document().resolutions.contains(&word), document().decisions.contains(&word)) {
        (true, _) => "RES",
        (_, true) => "DEC",
        _ => return None,
    };
    // «Резолюция 194 (III)»
    if let Some(found) = OLD_NUMBER.captures(rest).filter(|_| kind == "RES") {
        let (number, session) = (found.get(1)?.as_str(), found.get(2)?.as_str());
        let after = rest.get(found.get(0)?.end()..)?;
        let named = named_after(after);
        let organ = named.map_or(Some(organ), |body| body.organ(organ))?;
        let is_told = matches!(organ, Organ::GeneralAssembly | Organ::EconomicAndSocialCouncil);
        let symbol = Symbol::new(format!("{}/RES/{number} ({session})", body_of(organ)));
        return is_told.then_some((symbol, named.is_some() || after.trim().is_empty()));
    }
    let number = rest.split(char::is_whitespace).next()?;
    let after = rest.get(number.len()..)?;
    let number = number.trim_end_matches(['.', ',', ':']);
    let plain = number.strip_prefix("ES-").or_else(|| number.strip_prefix("S-")).unwrap_or(number);
    let (session, rank) = plain.split_once('/')?;
    let are_digits = |digits: &str| (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if !are_digits(session) || !are_digits(rank) {
        return None;
    }
    let named = named_after(after);
    let organ = match named {
        Some(body) => body.organ(organ)?,
        None => Some(organ).filter(|organ| !matches!(organ, Organ::Other | Organ::SecurityCouncil))?,
    };
    let symbol = Symbol::new(format!("{}/{kind}/{number}", body_of(organ)));
    Some((symbol, named.is_some() || after.trim().is_empty()))
}

/// “Economic and Social Council resolution 2026/7”: a line that is all a reference, with the body before it.
fn number_after_its_body(text: &str, organ: Organ) -> Option<Symbol> {
    const LONGEST: usize = 80;
    let text = text.trim().trim_end_matches('*');
    let may_be = text.len() <= LONGEST && text.ends_with(|letter: char| letter.is_ascii_digit() || letter == ')');
    let cited = references(text, organ, &Symbol::default()).into_iter().next().filter(|_| may_be)?;
    let before = text.get(..cited.span.start as usize)?.trim_end();
    let (name, noun) = before.rsplit_once(' ')?;
    let is_noun = document().resolutions.contains(&fold(noun)) || document().decisions.contains(&fold(noun));
    let is_all = cited.span.end as usize == text.len() && named_organ(&words_of(name)).is_some();
    (is_noun && is_all).then_some(cited.symbol)
}

/// «大会第80/301号决议»: where the noun comes last, a line that is all a reference.
fn number_before_its_noun(text: &str, organ: Organ) -> Option<Symbol> {
    let text = text.trim();
    let is_all = text.contains(is_han)
        && date_in(text).is_none()
        && (document().resolutions.strip_end(text).is_some() || document().decisions.strip_end(text).is_some());
    let cited = references(text, organ, &Symbol::default()).into_iter().next().filter(|_| is_all)?;
    Some(cited.symbol)
}

/// «2025年12月18日大会决议», «安全理事会第9811次会议通过»: when and by whom, where the noun or the verb comes last.
fn tells_its_adoption(text: &str) -> bool {
    text.contains(is_han) && date_in(text).is_some() && document().adoption_lines.strip_end(text.trim()).is_some()
}

/// Whether a text of the heading is no title: the organ, the session, the agenda item, who reported, who proposes.
fn is_bookkeeping(text: &str) -> bool {
    let folded = fold(text);
    let words = document();
    words.head_lines.opens(&folded)
        || words.drafts.is_in(&folded)
        || words.session.strip_end(&folded).is_some_and(|before| before.ends_with(' ') || before.ends_with(is_han))
        || tells_its_adoption(text)
        || number_before_its_noun(text, Organ::GeneralAssembly).is_some()
        || folded.starts_with('[')
        || names_a_session(&folded)
        || worded_number(text, Organ::GeneralAssembly).is_some_and(|(_, is_all)| is_all)
        || labelled(text).is_some()
        || is_name_of_a_body(text)
        || number_after_its_body(text, Organ::Other).is_some()
        || symbols::in_heading(text).is_some_and(|symbol| {
            symbol.as_str().len() * 2 >= text.len() || text.trim_end_matches(EMPHASIS).ends_with(symbol.as_str())
        })
}

/// Whether a heading names a body that is none of the United Nations and numbers its texts as the Security Council does.
fn is_of_another_assembly(texts: &[String]) -> bool {
    texts.iter().any(|text| is_name_of_a_body(text) && named_organ(&words_of(text)).is_none())
}

/// Whether a text is the name of a body and nothing else: “Economic and Social Council”, «Assemblée parlementaire».
fn is_name_of_a_body(text: &str) -> bool {
    const MOST_WORDS: usize = 3;
    let name = words_of(text);
    let is_short = || name.split(' ').count() <= MOST_WORDS && text.starts_with(may_begin_a_sentence);
    let ends = || {
        let (first, last) = (name.split(' ').next(), name.rsplit(' ').next());
        [first, last].into_iter().flatten().any(|word| document().bodies.contains(word))
    };
    let is_plain = || text.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '’' | '\''));
    named_organ(&name).is_some() || is_short() && is_plain() && ends()
}

/// Whether brackets, a label, a symbol or a date of adoption tell that a text is no title, and not only its first words.
fn is_told_apart(text: &str) -> bool {
    text.starts_with('[')
        || labelled(text).is_some()
        || symbols::in_heading(text).is_some()
        || date_in(text).is_some() && document().adoption_lines.is_in(&fold(text))
}

/// «Seventy-eighth session Agenda item 71», « Soixante-quatorzième session Point 106 de l’ordre du jour ».
fn names_a_session(folded: &str) -> bool {
    let words = folded.split_whitespace().take(6).collect::<Vec<_>>();
    words
        .iter()
        .position(|word| document().session.contains(word))
        .is_some_and(|at| words.get(at + 1).is_none_or(|next| document().agenda.contains(next)))
}

/// The last block that is no bookkeeping: a text without a number still has a title.
fn unnumbered_title(texts: &[String]) -> String {
    let is_title =
        |text: &&String| !is_bookkeeping(text) && text.chars().filter(|letter| letter.is_alphabetic()).count() > 8;
    texts.iter().rev().find(is_title).map(|title| title.trim_matches(EMPHASIS).to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

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
