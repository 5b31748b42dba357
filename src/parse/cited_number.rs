//! The numbers of cited documents: `1373 (2001)`, `2625 A (XXV)`, `72/194`, `S-10/2`.

use super::cited_body::Body;
use super::plain_digits::roman;
use crate::language::{LETTER_NAMES, SESSION_LETTERS, document};
use crate::model::{Organ, Span, Symbol};
use crate::text::fold::fold;
use crate::text::tokens::is_han;
use std::borrow::Cow;

/// A number that a text has, as it is written.
pub(super) enum Numbered<'t> {
    /// `1373 (2001)`
    Council(&'t str, &'t str),
    /// `1514 (XV)`, «1514 (د-15)»
    Old(&'t str, Cow<'t, str>),
    /// `72/194`, and the letters of the parts after it
    Session(&'t str, &'t str),
}

impl Numbered<'_> {
    /// The symbol of the document that is meant, if it is one of an organ that has addresses.
    pub(super) fn symbol(&self, kind: Kind, named: Option<Body>, own_organ: Organ, own: &Symbol) -> Option<Symbol> {
        let own_organ = match own_organ {
            Organ::Other if own.as_str().starts_with("A/RES/") => Organ::GeneralAssembly,
            organ => organ,
        };
        let organ = named.map_or(Some(own_organ), |named| named.organ(own_organ));
        let (number, parts) = match self {
            Self::Council(..) if named == Some(Body::Foreign) => return None,
            Self::Council(..) if named.is_none() && is_numbered_alike(own) => return None,
            Self::Council(number, year) => return Some(Symbol::new(format!("S/RES/{number} ({year})"))),
            _ if kind == Kind::Nothing => return None,
            Self::Old(number, session) => {
                let body = match organ? {
                    Organ::EconomicAndSocialCouncil => "E",
                    _ if named == Some(Body::Foreign) => return None,
                    _ => "A",
                };
                return Some(Symbol::new(format!("{body}/RES/{number} ({session})")));
            }
            Self::Session(number, parts) => (number, parts.trim()),
        };
        let part = if parts.len() == 1 { format!(" {parts}") } else { String::new() };
        let first = number.split('/').next().unwrap_or_default();
        let is_year = first.len() == 4 && first.parse::<u16>().is_ok();
        // The Assembly has numbered its resolutions this way since 1976: «Peace and Security Council decision 12/3» is not one.
        let is_before_first = first.parse::<u16>().is_ok_and(|session| session < FIRST_SESSION);
        let is_of_assembly = || named.is_none() && may_be_of_assembly(first, own);
        let body = match organ {
            _ if named == Some(Body::Foreign) => return None,
            _ if is_year => "E",
            // The Council's are numbered by year; the Assembly's number says whose it is.
            Some(Organ::EconomicAndSocialCouncil) if named.is_none() && !is_before_first => "A",
            Some(Organ::HumanRightsCouncil) if is_of_assembly() => "A",
            Some(Organ::HumanRightsCouncil) if is_after_own(first, own) => return None,
            Some(Organ::HumanRightsCouncil) => "A/HRC",
            // The Security Council's own numbers have another form.
            Some(Organ::GeneralAssembly | Organ::SecurityCouncil) if !is_before_first => "A",
            Some(_) | None => return None,
        };
        let shelf = if kind == Kind::Decision { "DEC" } else { "RES" };
        Some(Symbol::new(format!("{body}/{shelf}/{number}{part}")))
    }
}

/// The session of the Human Rights Council that a text is of: `A/HRC/RES/58/9`, `A/HRC/58/L.3`.
fn council_session(own: &Symbol) -> Option<u16> {
    let rest = own.as_str().strip_prefix("A/HRC/")?;
    let rest = ["RES/", "DEC/"].into_iter().find_map(|shelf| rest.strip_prefix(shelf)).unwrap_or(rest);
    rest.split('/').next()?.parse().ok()
}

/// Whether a text of the Human Rights Council cites a later session than its own.
fn is_after_own(session: &str, own: &Symbol) -> bool {
    matches!((session.parse::<u16>(), council_session(own)), (Ok(cited), Some(own)) if cited > own)
}

/// Whether such a number is one of the General Assembly: three sessions of the Council are one of the Assembly, and the first was in
/// its sixtieth.
fn may_be_of_assembly(session: &str, own: &Symbol) -> bool {
    const SIXTIETH: u16 = 60;
    let latest = council_session(own).map(|own| SIXTIETH + own.div_ceil(3) + 1);
    let cited = session.parse::<u16>().ok().filter(|_| is_after_own(session, own));
    cited.zip(latest).is_some_and(|(cited, latest)| (FIRST_SESSION..=latest).contains(&cited))
}

/// The numbers that may be those of resolutions and decisions, each where it is.
///
pub fn numbers(text: &str) -> impl Iterator<Item = (Span, Numbered<'_>)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let first = at + text.get(at..)?.bytes().position(|b| b.is_ascii_digit())?;
            let n_digits = text.get(first..)?.bytes().take_while(u8::is_ascii_digit).count();
            let last_end = at;
            at = first + n_digits;
            if n_digits > 4 || !may_go_on(text.get(at..)?) {
                continue;
            }
            // «S-10/2», «ES-10/2»: a special session's number begins with its letters.
            let special = ["ES-", "S-"].iter().find_map(|letters| {
                first.checked_sub(letters.len()).filter(|start| text.get(*start..first) == Some(letters))
            });
            let starts = special.filter(|start| *start >= last_end).into_iter().chain([first]);
            let found = starts
                .filter(|start| is_word_start(text, *start) && !is_decimal(text, *start))
                .find_map(|start| Some((start, numbered(text.get(start..)?)?)));
            if let Some((start, (length, number))) = found {
                at = start + length;
                return Some((Span::new(start, at), number));
            }
        }
    })
}

/// The number that a text begins with, and how many bytes it takes: one of the Security Council (`1373 (2001)`), of the
/// Assembly's old sessions (`1514 (XV)`, `2625 A (XXV)`), or a session's (`72/194`, `S-10/2`, `2014/33`).
pub fn numbered(text: &str) -> Option<(usize, Numbered<'_>)> {
    let special = ["ES-", "S-"].into_iter().find(|letters| text.starts_with(letters)).unwrap_or_default();
    let number_end = special.len() + n_digits(text.get(special.len()..)?);
    if !(1..=4).contains(&(number_end - special.len())) {
        return None;
    }
    if special.is_empty()
        && let Some((end, found)) = with_year(text, number_end).or_else(|| with_numeral(text, number_end))
    {
        return Some((end, found));
    }
    let after = text.get(number_end..)?.strip_prefix('/')?;
    let n_digits = n_digits(after).min(3);
    let end = number_end + 1 + n_digits;
    let number = text.get(..end).filter(|_| n_digits > 0)?;
    let after = text.get(end..)?;
    let parts = parts_at(after);
    if let Some((length, part)) = arabic_part(after) {
        return Some((end + length, Numbered::Session(number, part)));
    }
    Some((end + parts.len(), Numbered::Session(number, parts)))
}

/// «53/243 **A et B**»: the letters of a document's parts, right after its number.
pub fn parts_at(text: &str) -> &str {
    let is_part = |rest: &str| {
        let mut letters = rest.bytes();
        letters.next().is_some_and(|letter| letter.is_ascii_uppercase())
            && letters.next().is_none_or(|next| !next.is_ascii_alphanumeric() && next != b'_')
    };
    let mut end = 0;
    let mut next = text.strip_prefix(char::is_whitespace);
    while let Some(part) = next.filter(|rest| is_part(rest)) {
        end = text.len() - part.len() + 1;
        next = text.get(end..).and_then(after_joint);
    }
    text.get(..end).unwrap_or_default()
}

/// The text after a comma or a joint and the blank that follows: « **et** B».
pub fn after_joint(text: &str) -> Option<&str> {
    let bare = text.strip_prefix(char::is_whitespace);
    let (joint, rest) = bare.unwrap_or(text).split_once(char::is_whitespace)?;
    (joint == "," || bare.is_some() && document().number_joints.contains(&fold(joint))).then_some(rest)
}

/// `1373 (2001)`, whose number ends at a place.
pub fn with_year(text: &str, number_end: usize) -> Option<(usize, Numbered<'_>)> {
    let after = text.get(number_end..)?;
    let rest = without_a_space(after).strip_prefix('(')?;
    let (year, rest) = rest.split_at_checked(4).filter(|(year, _)| n_digits(year) == 4)?;
    let is_year = year.starts_with("19") || year.starts_with("20");
    let rest = rest.strip_prefix(')').filter(|_| is_year)?;
    Some((text.len() - rest.len(), Numbered::Council(text.get(..number_end)?, year)))
}

/// `1514 (XV)`, `2625 A (S-VI)`.
pub fn with_numeral(text: &str, number_end: usize) -> Option<(usize, Numbered<'_>)> {
    let after = text.get(number_end..)?;
    let lettered = without_a_space(after);
    let lettered = lettered.strip_prefix(|letter: char| letter.is_ascii_uppercase()).filter(|_| lettered != after);
    [lettered, Some(after)].into_iter().flatten().find_map(|after| {
        let rest = without_a_space(after).strip_prefix('(')?;
        if let Some((session, beyond)) = arabic_session(rest) {
            let number = text.get(..text.len() - after.len())?;
            return Some((text.len() - beyond.len(), Numbered::Old(number, session.into())));
        }
        let plain = rest.strip_prefix("ES-").or_else(|| rest.strip_prefix("S-")).unwrap_or(rest);
        let beyond = plain.trim_start_matches(['I', 'V', 'X', 'L', 'C']);
        let session = rest.get(..rest.len() - beyond.len()).filter(|_| beyond.len() < plain.len())?;
        let number = text.get(..text.len() - after.len())?;
        let beyond = beyond.strip_prefix(')')?;
        Some((text.len() - beyond.len(), Numbered::Old(number, session.into())))
    })
}

/// «د-15)» → `XV`: the old sessions as Arabic texts number them; «دإ» is a special one, «دإط» an emergency one.
pub fn arabic_session(text: &str) -> Option<(String, &str)> {
    let (kind, rest) = SESSION_LETTERS.into_iter().find_map(|(letters, kind)| {
        let rest = without_a_space(text.strip_prefix(letters)?).strip_prefix(['-', '–'])?;
        Some((kind, without_a_space(rest)))
    })?;
    let number = rest.get(..n_digits(rest))?;
    let rest = rest.get(number.len()..)?.strip_prefix(')')?;
    Some((format!("{kind}{}", roman(number.parse().ok()?)?), rest))
}

/// «40/152 **سين**» → `O`, and how many bytes the letter's name takes.
pub fn arabic_part(after: &str) -> Option<(usize, &'static str)> {
    const LATIN: &str = "ABCDEFGHIJKLMNOPQR";
    let rest = after.strip_prefix(char::is_whitespace)?;
    let (i, name) = LETTER_NAMES.iter().enumerate().find(|(_, name)| {
        let beyond = rest.strip_prefix(**name);
        beyond.is_some_and(|beyond| !beyond.starts_with(char::is_alphabetic))
    })?;
    Some((after.len() - rest.len() + name.len(), LATIN.get(i..=i)?))
}

pub fn n_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// A text without the white space that it begins with, if that is one letter.
pub fn without_a_space(text: &str) -> &str {
    text.strip_prefix(char::is_whitespace).unwrap_or(text)
}

/// Whether what comes after some digits can make them a number: `/194`, `(2001)`, ` (XV)`, ` A (XV)`.
pub fn may_go_on(after: &str) -> bool {
    let mut letters = after.chars();
    match letters.next() {
        Some('/' | '(') => true,
        Some(letter) if letter.is_whitespace() => {
            letters.next().is_some_and(|l| l == '(' || l.is_ascii_uppercase())
        }
        _ => false,
    }
}

/// Whether no letter and no digit comes right before a place.
pub fn is_word_start(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    // A raised digit is a note's mark, and a combining accent belongs to its letter.
    let is_letter = |letter: char| letter.is_alphabetic() || letter.is_ascii_digit() || is_accent(letter);
    before.is_none_or(|letter| is_han(letter) || !is_letter(letter) && letter != '_')
}

/// Whether a number continues after a point: `WHA66.12 (2013)`, `Dec.3 (2019)`.
pub fn is_decimal(text: &str, at: usize) -> bool {
    text.get(..at)
        .and_then(|before| before.strip_suffix('.'))
        .is_some_and(|before| before.ends_with(|letter: char| letter.is_alphanumeric()))
}

/// Whether a body that has no addresses numbers its texts as the Security Council does: “Resolution 2601 (2026)” of the Parliamentary
/// Assembly.
pub fn is_numbered_alike(own: &Symbol) -> bool {
    own.as_str().ends_with(')') && !own.as_str().contains('/') && own.as_str().starts_with(char::is_alphabetic)
}

/// The kind of document, by the words before its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Nothing,
    Resolution,
    Decision,
}

/// The first session of the General Assembly whose resolutions are numbered «31/1»; before, it was «2625 (XXV)».
pub(super) const FIRST_SESSION: u16 = 31;

pub(super) fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// A symbol with one space before its parenthesis.
pub fn canonical(symbol: &str) -> Symbol {
    match symbol.split_once('(') {
        Some((number, rest)) => Symbol::new(format!("{} ({rest}", number.trim_end())),
        None => Symbol::new(symbol),
    }
}
