//! The lines of a masthead that are no title: numbers in words, names of bodies, sessions, labels.

use super::cited_body::named_after;
use super::closing::date_in;
use super::organs::{named_organ, words_of};
use super::references::references;
use super::symbols;
use super::title_number::OLD_NUMBER;
use crate::language::document;
use crate::model::{Organ, Symbol};
use crate::text::fold::fold;
use crate::text::tokens::{is_han, may_begin_a_sentence};

/// A line's label and what it says: «**Topic:** Protection of Rivers».
pub fn labelled(line: &str) -> Option<(String, &str)> {
    const MOST_WORDS: usize = 3;
    let (label, value) = line.split_once(':')?;
    let label = fold(label.trim_matches(EMPHASIS));
    let is_label = !label.is_empty()
        && label.split(' ').count() <= MOST_WORDS
        && label.chars().all(|l| l.is_alphabetic() || l == ' ');
    is_label.then(|| (label, value.trim_matches(EMPHASIS).trim()))
}

/// The signs of emphasis in Markdown, and what is about them.
pub const EMPHASIS: [char; 4] = ['*', '_', '#', ' '];

/// How the symbols of an organ begin, of those that number by sessions.
pub fn body_of(organ: Organ) -> &'static str {
    match organ {
        Organ::HumanRightsCouncil => "A/HRC",
        Organ::EconomicAndSocialCouncil => "E",
        _ => "A",
    }
}

/// «Résolution 75/100 de l’Assemblée générale», «Decision 45/461»: the symbol, and whether the line says no more than that.
pub fn worded_number(text: &str, organ: Organ) -> Option<(Symbol, bool)> {
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
pub fn number_after_its_body(text: &str, organ: Organ) -> Option<Symbol> {
    const LONGEST: usize = 80;
    let text = text.trim().trim_end_matches('*');
    let may_be = text.len() <= LONGEST && text.ends_with(|letter: char| letter.is_ascii_digit() || letter == ')');
    if !may_be {
        return None;
    }
    let cited = references(text, organ, &Symbol::default()).into_iter().next()?;
    let before = text.get(..cited.span.start as usize)?.trim_end();
    let (name, noun) = before.rsplit_once(' ')?;
    let is_noun = document().resolutions.contains(&fold(noun)) || document().decisions.contains(&fold(noun));
    let is_all = cited.span.end as usize == text.len() && named_organ(&words_of(name)).is_some();
    (is_noun && is_all).then_some(cited.symbol)
}

/// «大会第80/301号决议»: where the noun comes last, a line that is all a reference.
pub fn number_before_its_noun(text: &str, organ: Organ) -> Option<Symbol> {
    let text = text.trim();
    let is_all = text.contains(is_han)
        && date_in(text).is_none()
        && (document().resolutions.strip_end(text).is_some() || document().decisions.strip_end(text).is_some());
    let cited = is_all.then(|| references(text, organ, &Symbol::default()).into_iter().next())??;
    Some(cited.symbol)
}

/// «2025年12月18日大会决议», «安全理事会第9811次会议通过»: when and by whom, where the noun or the verb comes last.
pub fn tells_its_adoption(text: &str) -> bool {
    text.contains(is_han) && date_in(text).is_some() && document().adoption_lines.strip_end(text.trim()).is_some()
}

/// Whether a text is the name of a body and nothing else: “Economic and Social Council”, «Assemblée parlementaire».
pub fn is_name_of_a_body(text: &str) -> bool {
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
pub fn is_told_apart(text: &str) -> bool {
    text.starts_with('[')
        || labelled(text).is_some()
        || symbols::in_heading(text).is_some()
        || date_in(text).is_some() && document().adoption_lines.is_in(&fold(text))
}

/// «Seventy-eighth session Agenda item 71», « Soixante-quatorzième session Point 106 de l’ordre du jour ».
pub fn names_a_session(folded: &str) -> bool {
    let words = folded.split_whitespace().take(6).collect::<Vec<_>>();
    words
        .iter()
        .position(|word| document().session.contains(word))
        .is_some_and(|at| words.get(at + 1).is_none_or(|next| document().agenda.contains(next)))
}

/// Whether a text of the heading is no title: the organ, the session, the agenda item, who reported, who proposes.
pub fn is_bookkeeping(text: &str) -> bool {
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
