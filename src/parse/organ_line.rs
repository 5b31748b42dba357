//! Finds the line that names the organ, with which the masthead ends.

use super::head_lines::is_bookkeeping;
use super::leading_label::leading_label;
use super::organs::{named_organ, words_of};
use super::page::lines::{Line, LineKind};
use super::roman_numeral::section_numeral;
use super::symbols;
use super::title_number::title_number;
use crate::language::document;
use crate::lexicon::Lexicon;
use crate::lexicon::verbs::{Mood, Phrase};
use crate::model::Organ;
use crate::text::fold::fold;
use crate::text::marks::{COMMAS, ENDS};
use crate::text::tokens::may_begin_a_sentence;

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
pub fn body_before_a_verb(line: &str, next: Option<&str>, lexicon: &Lexicon) -> Option<Organ> {
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
pub fn bare_organ(line: &str, next: Option<&str>, lexicon: &Lexicon) -> Option<Organ> {
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
pub fn body_without_article(line: &str, next: Option<&str>, lexicon: &Lexicon) -> Option<Organ> {
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
pub const LONGEST_NAME: usize = 200;

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
