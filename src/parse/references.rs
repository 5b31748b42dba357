//! Finds the references in a text: «résolution 72/194», «1373 (2001)», «A/74/400», «le paragraphe 3 ci-dessus».

use super::cited_body::{self, Body};
use super::cited_number::{Kind, Numbered, canonical, is_accent, is_word_start, numbers};
use super::plain_digits::with_plain_digits;
use crate::language::{WordList, document, formulas};
use crate::model::{Organ, ParagraphId, Reference, Span, Symbol};
use crate::text::fold::fold;
use crate::text::pattern::pattern;
use crate::text::tokens::{head, is_han};
use regex::Regex;
use std::sync::LazyLock;

/// A symbol written out: `A/RES/74/175`, `E/CN.15/2019/5`, `S/2018/1021`.
static WRITTEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:A|S|E|T|ST|CERD|CCPR|CAT|CEDAW|CRC|DP|TD|FCCC)/(?:[A-Z0-9][A-Za-z0-9.\-]*/)*[A-Z0-9][A-Za-z0-9.\-]*(?:\s?\(([0-9]{4}|[IVXLC]+)\))?",
    )
});

/// The sign before a number is shorter than this, in bytes: «núm», «الرقم».
const LONGEST_SIGN: usize = 12;

/// How far back «résolutions» may occur: lists of a dozen numbers are common.
const REACH: usize = 400;

/// The documents that a text cites, in order. Numbers count only where words say that a resolution or a decision is meant.
pub fn references(text: &str, organ: Organ, own: &Symbol) -> Vec<Reference> {
    let Some((plain, places)) = with_plain_digits(text) else { return in_plain_digits(text, organ, own) };
    let mut found = in_plain_digits(&plain, organ, own);
    let place = |at: u32| places.get(at as usize).copied().unwrap_or(text.len() as u32);
    for reference in &mut found {
        reference.span = Span { start: place(reference.span.start), end: place(reference.span.end) };
    }
    found
}

fn in_plain_digits(text: &str, organ: Organ, own: &Symbol) -> Vec<Reference> {
    let mut found: Vec<Reference> = Vec::new();
    // Most paragraphs cite nothing: a digit is the least they need.
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return found;
    }
    for hit in written(text) {
        let words = hit.of(text).trim_end_matches(['.', '-']);
        if words.bytes().any(|b| b.is_ascii_digit()) && words.len() > 4 {
            let span = Span { start: hit.start, end: hit.start + words.len() as u32 };
            found.push(Reference { span, symbol: canonical(words), paragraph: None });
        }
    }
    let n_written = found.len();
    let mut next_written = 0;
    let mut mention = Mention::default();
    let mut last_end = 0;
    let mut cited: Vec<CitedNumber<'_>> = Vec::new();
    for (span, number) in numbers(text) {
        // Both come in order: what ends before this number need not be looked at again.
        while next_written < n_written && found.get(next_written).is_some_and(|other| other.span.end <= span.start)
        {
            next_written += 1;
        }
        if next_written < n_written && found.get(next_written).is_some_and(|other| other.span.overlaps(span)) {
            continue;
        }
        let (start, end) = (span.start as usize, span.end as usize);
        let from = text.ceil_char_boundary(last_end.max(start.saturating_sub(REACH)));
        mention.read(text, from, start);
        mention.read_after(text, last_end, span);
        last_end = end;
        let words_after = head(text.get(end..).unwrap_or_default(), 120);
        let acting = || cited_body::acting_after(text.get(..mention.at)?, words_after);
        let after = cited_body::named_after(words_after).or_else(acting);
        // «48/134 and 76/178 of the General Assembly»: the body holds for all of the list.
        if after.is_some() {
            let of_list = cited.iter_mut().rev().take_while(|other| other.mention.number == mention.number);
            of_list.take_while(|other| other.after.is_none()).for_each(|other| other.after = after);
        }
        cited.push(CitedNumber { span, number, mention, after });
    }
    // «la résolution 45/8 du Conseil des droits de l’homme, …, et la résolution S-30/1 **du Conseil**»: the one named last.
    let mut last_council = None;
    for CitedNumber { span, number, mention, after } in cited {
        let body = match after.or(mention.body) {
            Some(Body::Council) => last_council.or(Some(Body::Council)),
            body => body,
        };
        if matches!(body, Some(Body::Organ(Organ::HumanRightsCouncil | Organ::EconomicAndSocialCouncil))) {
            last_council = body;
        }
        let Some(symbol) = number.symbol(mention.kind, body, organ, own) else { continue };
        // «53/243 A et B»: the letters are parts of one document.
        found.push(Reference { span, symbol, paragraph: None });
    }
    for hit in formulas().flat_map(|formulas| formulas.own_paragraph.all(text)) {
        if let (Some(whole), Some(number)) = (hit.name("words"), hit.name("number")) {
            found.push(Reference {
                span: Span::new(whole.start(), whole.end()),
                symbol: own.clone(),
                paragraph: Some(ParagraphId::new(format!("op{}", number.as_str()))),
            });
        }
    }
    found.sort_by_key(|reference| reference.span);
    found
}

/// A number, with what is said of it.
struct CitedNumber<'t> {
    span: Span,
    number: Numbered<'t>,
    mention: Mention,
    /// The body named after it.
    after: Option<Body>,
}

/// The last «resolution» or «decision» of a text.
#[derive(Clone, Copy, Debug, Default)]
struct Mention {
    kind: Kind,
    /// The body named before it.
    body: Option<Body>,
    /// Which mention it is: numbers of one list share it.
    number: u32,
    /// Where it begins.
    at: usize,
}

impl Mention {
    /// Updates itself with the words between two numbers.
    fn read(&mut self, text: &str, from: usize, to: usize) {
        let words = text.get(from..to).unwrap_or_default();
        let Some((at, kind)) = last_kind_in(words) else {
            // A sentence's end, or a verb between, ends the list.
            let signed = without_number_sign(words);
            if signed.is_some_and(ends_with_a_noun) {
                *self = Self { body: Some(Body::Foreign), number: self.number + 1, ..Self::default() };
            } else if words.contains(['.', ';']) && signed.is_none() {
                *self = Self { number: self.number + 1, ..Self::default() };
            }
            return;
        };
        // «قرار الجمعية العامة 72/194»: the body may be between them.
        let after_kind =
            |at: usize| words.get(at..).and_then(|words| words.split_once(' ')).map(|(_, after)| after);
        let inside = || cited_body::between(after_kind(at)?);
        let before = words.get(..at).unwrap_or_default();
        let of_those_before = || {
            let (first, _) = last_kind_in(before)?;
            let after_kind = before.get(first..)?.split_once([' ', ',', '،'])?.1;
            cited_body::of_examples(text.get(..from + first)?, after_kind)
        };
        let body = cited_body::named_before(text.get(..from + at).unwrap_or_default());
        let acting = || cited_body::acting(text.get(..from + at)?);
        let body = body.or_else(inside).or_else(of_those_before).or_else(acting);
        *self = Self { kind, body, number: self.number + 1, at: from + at };
    }

    /// The same in Chinese, whose word for a resolution follows the numbers: «大会第72/194和73/190号决议».
    fn read_after(&mut self, text: &str, last_end: usize, number: Span) {
        let after = head(text.get(number.end as usize..).unwrap_or_default(), REACH);
        let is_of_list = |letter: char| {
            letter.is_ascii_digit()
                || letter.is_ascii_uppercase()
                || matches!(letter, ' ' | '(' | ')' | '（' | '）' | '/' | '、')
                || document().in_number_lists.opens(letter.encode_utf8(&mut [0; 4]))
        };
        let rest = after.trim_start_matches(is_of_list);
        if after.is_empty() || !rest.starts_with(is_han) {
            return;
        }
        let names = |words: &WordList| words.iter().any(|word| rest.starts_with(word));
        let kind = match () {
            () if names(&document().resolutions) => Kind::Resolution,
            () if names(&document().decisions) => Kind::Decision,
            () => return,
        };
        let before = text.get(last_end..number.start as usize).unwrap_or_default();
        let goes_on = self.kind == kind && last_end > 0 && before.chars().all(is_of_list);
        let ends_a_number = |letter: char| document().number_ends.opens(letter.encode_utf8(&mut [0; 4]));
        let name = before.trim_end_matches(|letter: char| !ends_a_number(letter) && is_of_list(letter));
        // «人权理事会第45/8号决议、第S-30/1号**决议**»: nothing but the noun is said again.
        let said_again = || {
            let noun = document().resolutions.iter().chain(document().decisions.iter());
            let mut parts = noun
                .filter(|noun| noun.starts_with(is_han))
                .filter_map(|noun| document().number_ends.strip(name).and_then(|name| name.strip_prefix(noun)));
            last_end > 0 && parts.any(|rest| rest.chars().all(is_of_list))
        };
        let body = cited_body::ending(name).or(self.body.filter(|_| goes_on || said_again()));
        *self = Self { kind, body, number: self.number + u32::from(!goes_on), at: 0 };
    }
}

/// The words before “No.” at the end of a text.
fn without_number_sign(text: &str) -> Option<&str> {
    let bare = text.trim_end().trim_end_matches(['.', '°', 'º', '№']);
    if bare.len() < text.trim_end().len() && text.trim_end().ends_with('№') {
        return Some(bare);
    }
    let sign = bare.rsplit(|letter: char| !letter.is_alphabetic() && !is_accent(letter)).next()?;
    let is_sign = sign.len() < LONGEST_SIGN && document().number_signs.contains(&fold(sign));
    is_sign.then(|| bare.strip_suffix(sign)).flatten()
}

/// Whether a noun that is no resolution owns the number that follows: “general **comment** No. 26 (2023)”, but not “, No. 1325 (2000)”.
fn ends_with_a_noun(text: &str) -> bool {
    let text = text.trim_end();
    let word = text.rsplit(|letter: char| !letter.is_alphabetic() && !is_accent(letter)).next().unwrap_or_default();
    !word.is_empty() && !document().number_joints.contains(&fold(word))
}

/// Where the last «resolution» or «decision» of a text begins.
fn last_kind_in(text: &str) -> Option<(usize, Kind)> {
    const SHORTEST: usize = 4;
    let words = document();
    // «决议案215(III)»: no blank comes before the noun.
    if text.ends_with(is_han) {
        let kind_at_end = |list: &WordList, kind| list.strip_end(text).map(|before| (before.len(), kind));
        return kind_at_end(&words.resolutions, Kind::Resolution)
            .or_else(|| kind_at_end(&words.decisions, Kind::Decision));
    }
    let is_letter = |letter: char| letter.is_alphabetic() || is_accent(letter);
    let mut end = text.len();
    loop {
        let last = text.get(..end)?.rfind(is_letter)?;
        let end_of_word = last + text.get(last..)?.chars().next().map_or(1, char::len_utf8);
        let before = text.get(..last)?.rfind(|letter: char| !is_letter(letter));
        let start =
            before.map_or(0, |at| at + text.get(at..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8));
        let word = text.get(start..end_of_word)?;
        if word.len() >= SHORTEST {
            let word = fold(word);
            if words.resolutions.contains(&word) {
                return Some((start, Kind::Resolution));
            }
            if words.decisions.contains(&word) {
                return Some((start, Kind::Decision));
            }
        }
        end = start;
    }
}

/// The symbols that are written out, each where it is.
fn written(text: &str) -> impl Iterator<Item = Span> {
    let mut last_end = 0;
    text.match_indices('/').filter_map(move |(stroke, _)| {
        let before = text.get(..stroke)?;
        let n_letters = before.bytes().rev().take_while(u8::is_ascii_uppercase).count();
        let start = stroke - n_letters;
        if n_letters == 0 || start < last_end || !is_word_start(text, start) {
            return None;
        }
        let found = WRITTEN.find(text.get(start..)?)?;
        last_end = start + found.end();
        Some(Span::new(start, last_end))
    })
}

/// The symbol of a printed link: `https://undocs.org/fr/S/RES/2133%20(2014)` → `S/RES/2133 (2014)`.
pub fn symbol_of_link(link: &str) -> Option<Symbol> {
    let path = link.split_once("://").map_or(link, |(_, rest)| rest);
    let (host, path) = path.split_once('/')?;
    if !host.ends_with("undocs.org") {
        return None;
    }
    let path = match path.split_once('/') {
        Some((language, rest)) if language.len() == 2 && language.bytes().all(|b| b.is_ascii_lowercase()) => rest,
        _ => path,
    };
    // Most are plain: to look for what is written otherwise costs less than to write each in three ways.
    let plain = path.contains('%').then(|| path.replace("%20", " ").replace("%28", "(").replace("%29", ")"));
    let path = plain.as_deref().unwrap_or(path);
    path.contains('/').then(|| canonical(path.trim()))
}

/// Whether a document cites one that is later than itself, as far as their symbols show.
pub fn is_later(cited: &Symbol, own: &Symbol) -> bool {
    let session = |symbol: &Symbol| -> Option<(u32, u32)> {
        let (session, number) = symbol.as_str().strip_prefix("A/RES/")?.split_once('/')?;
        let number: String = number.chars().take_while(char::is_ascii_digit).collect();
        Some((session.parse().ok()?, number.parse().ok()?))
    };
    let council = |symbol: &Symbol| -> Option<u32> {
        symbol.as_str().strip_prefix("S/RES/")?.split(' ').next()?.parse().ok()
    };
    let years = |symbol: &Symbol| -> Option<u32> {
        let (_, year) = symbol.as_str().strip_prefix("S/RES/")?.split_once('(')?;
        year.trim_end_matches(')').parse().ok()
    };
    match (session(cited), session(own)) {
        (Some(cited), Some(own)) => return cited > own,
        (None, Some((session, _))) => return years(cited).is_some_and(|year| year > 1946 + session),
        _ => {}
    }
    matches!((council(cited), council(own)), (Some(cited), Some(own)) if cited > own)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = references(text, Organ::GeneralAssembly, &"A/RES/74/175".into());
        let found: Vec<_> = found.iter().map(|r| (r.span.of(text), r.symbol.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_list_of_resolutions_is_read_to_its_end() {
        check(
            "Résolutions 72/194, 72/284 et 73/211 de l’Assemblée générale et résolutions 2133 (2014) et 2178 (2014)",
            &[
                ("72/194", "A/RES/72/194"),
                ("72/284", "A/RES/72/284"),
                ("73/211", "A/RES/73/211"),
                ("2133 (2014)", "S/RES/2133 (2014)"),
                ("2178 (2014)", "S/RES/2178 (2014)"),
            ],
        );
    }

    #[test]
    fn each_body_has_its_own_form() {
        check("sa résolution 1514 (XV) du 14 décembre 1960", &[("1514 (XV)", "A/RES/1514 (XV)")]);
        check("sa décision 45/461", &[("45/461", "A/DEC/45/461")]);
        check("la résolution 2014/33 du Conseil économique et social", &[("2014/33", "E/RES/2014/33")]);
        check("Human Rights Council resolution 12/10 of the Human Rights Council", &[("12/10", "A/HRC/RES/12/10")]);
        check("le rapport E/CN.15/2019/5.", &[("E/CN.15/2019/5", "E/CN.15/2019/5")]);
        check("Résolutions 53/243 A et B.", &[("53/243 A et B", "A/RES/53/243")]);
        check("résolution S-10/2", &[("S-10/2", "A/RES/S-10/2")]);
    }

    #[test]
    fn each_language_names_the_body_in_its_own_place() {
        check("قرار مجلس حقوق الإنسان 5/1 المؤرخ 18 حزيران/يونيه 2007", &[("5/1", "A/HRC/RES/5/1")]);
        check("قرار لجنة حقوق الإنسان 2005/7", &[]);
        check("резолюцию 5/1 Совета по правам человека", &[("5/1", "A/HRC/RES/5/1")]);
        check("резолюцию 2005/7 Комиссии по правам человека", &[]);
        check("人权理事会2007年6月18日第5/1号决议", &[("5/1", "A/HRC/RES/5/1")]);
        check("人权委员会第2005/7号决议和世界卫生大会第5/2号决议", &[]);
    }

    #[test]
    fn a_body_between_resolutions_and_their_numbers_is_theirs() {
        for text in [
            "las resoluciones del Consejo de Derechos Humanos 45/8, de 6 de octubre de 2020, y 51/19",
            "les résolutions du Conseil des droits de l’homme 45/8 et 51/19",
            "وبقراري مجلس حقوق الإنسان 45/8 و 51/19",
            "резолюциях Совета по правам человека 45/8 и 51/19",
        ] {
            check(text, &[("45/8", "A/HRC/RES/45/8"), ("51/19", "A/HRC/RES/51/19")]);
        }
        check("la resolución de la Comisión de Derechos Humanos 2005/7", &[]);
        check("the resolutions of the present session 74/1", &[("74/1", "A/RES/74/1")]);
    }

    #[test]
    fn resolutions_that_are_an_example_are_of_the_body_of_the_others() {
        for text in [
            "all resolutions of the Human Rights Council, including resolutions 45/8",
            "les résolutions du Conseil des droits de l’homme, notamment ses résolutions 45/8",
            "las resoluciones del Consejo de Derechos Humanos, entre ellas la resolución 45/8",
            "резолюции Совета по правам человека, в том числе резолюцию 45/8",
            "قرارات مجلس حقوق الإنسان، بما في ذلك القرار 45/8",
        ] {
            check(text, &[("45/8", "A/HRC/RES/45/8")]);
        }
        check("resolutions of the Human Rights Council, and resolution 74/1", &[("74/1", "A/RES/74/1")]);
    }

    /// The symbols that a text of an organ cites.
    fn cited(text: &str, organ: Organ, own: &str) -> Vec<String> {
        references(text, organ, &own.into()).into_iter().map(|reference| reference.symbol.to_string()).collect()
    }

    #[test]
    fn a_resolution_is_of_the_body_that_acts_by_it() {
        for text in [
            "Noting that the General Assembly, in its resolution 48/134 of 2 May 1994, decided to act,",
            "the Pact, adopted by the General Assembly in its resolution 48/134,",
            "Noting that, in its resolution 48/134 of 2 May 1994, the General Assembly asked for a report,",
            "resolution 48/134, adopted by the General Assembly on 2 May 1994,",
            "all relevant General Assembly resolutions, the most recent being resolution 48/134,",
            "le Pacte que l’Assemblée générale a adopté dans sa résolution 48/134,",
            "Notant que, dans sa résolution 48/134, l’Assemblée générale a demandé un rapport,",
            "la résolution 48/134, adoptée par l’Assemblée générale le 2 mai 1994,",
            "les résolutions pertinentes de l’Assemblée générale, dont la plus récente est la résolution 48/134,",
            "el Pacto aprobado por la Asamblea General en su resolución 48/134,",
            "la resolución 48/134, aprobada por la Asamblea General el 2 de mayo de 1994,",
            "Генеральная Ассамблея в своей резолюции 48/134 постановила действовать,",
            "резолюцию 48/134, принятую Генеральной Ассамблеей 2 мая 1994 года,",
            "резолюции Генеральной Ассамблеи, последней из которых является резолюция 48/134,",
            "أن الجمعية العامة قررت في قرارها 48/134 أن تعمل،",
            "القرار 48/134 الذي اعتمدته الجمعية العامة في 2 أيار/مايو 1994،",
            "جميع قرارات الجمعية العامة ذات الصلة، وآخرها القرار 48/134،",
            "大会在其1994年5月2日第48/134号决议中决定采取行动，",
            "大会1994年5月2日通过的第48/134号决议，",
            "大会所有相关决议，最近的是第48/134号决议，",
        ] {
            assert_eq!(cited(text, Organ::HumanRightsCouncil, "A/HRC/RES/58/9"), ["A/RES/48/134"], "{text}");
        }
        let own = "Recalling the request of the General Assembly, and its own resolution 48/13,";
        assert_eq!(cited(own, Organ::HumanRightsCouncil, "A/HRC/RES/58/9"), ["A/HRC/RES/48/13"]);
        for text in [
            "Noting that the Commission on Rivers, in its resolution 48/134, decided to act,",
            "Notant que la Commission des rivières, dans sa résolution 48/134, a décidé d’agir,",
            "the Parliamentary Assembly in its resolution 48/134,",
        ] {
            assert_eq!(cited(text, Organ::HumanRightsCouncil, "A/HRC/RES/58/9"), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_number_that_an_organ_cannot_have_is_of_the_assembly_or_of_none() {
        let council = |text| cited(text, Organ::HumanRightsCouncil, "A/HRC/RES/33/1");
        assert_eq!(council("Recalling resolution 70/1,"), ["A/RES/70/1"]);
        assert_eq!(council("Recalling resolution 32/1,"), ["A/HRC/RES/32/1"]);
        assert_eq!(council("Recalling resolution 90/1,"), [""; 0]);
        let economic = |text| cited(text, Organ::EconomicAndSocialCouncil, "E/RES/2024/18");
        assert_eq!(economic("Recalling resolution 76/258,"), ["A/RES/76/258"]);
        assert_eq!(economic("Recalling resolution 2011/3,"), ["E/RES/2011/3"]);
        assert_eq!(economic("Recalling decision 15/4,"), [""; 0]);
    }

    #[test]
    fn dates_between_the_numbers_of_a_chinese_list_do_not_end_it() {
        check(
            "2017年12月19日第72/194号和1960年12月14日第1514(XV)号决议",
            &[("72/194", "A/RES/72/194"), ("1514(XV)", "A/RES/1514 (XV)")],
        );
    }

    #[test]
    fn the_council_is_the_one_named_last() {
        for text in [
            "la résolution 45/8 du Conseil des droits de l’homme et la résolution S-30/1 du Conseil",
            "la resolución 45/8 del Consejo de Derechos Humanos y la resolución S-30/1 del Consejo",
            "resolution 45/8 of the Human Rights Council and resolution S-30/1 of the Council",
            "резолюцию 45/8 Совета по правам человека и резолюцию S-30/1 Совета",
            "人权理事会第45/8号决议、第S-30/1号决议",
        ] {
            check(text, &[("45/8", "A/HRC/RES/45/8"), ("S-30/1", "A/HRC/RES/S-30/1")]);
        }
        check("人权理事会第45/8号决议和大会第70/1号决议", &[("45/8", "A/HRC/RES/45/8"), ("70/1", "A/RES/70/1")]);
    }

    #[test]
    fn a_number_that_another_noun_owns_cites_no_resolution() {
        for text in [
            "its general comment No. 26 (2023) on children’s rights",
            "son observation générale n° 26 (2023) sur les droits de l’enfant",
            "l’observation générale no 26 (2023)",
            "su observación general núm. 26 (2023)",
            "замечание общего порядка № 26 (2023)",
            "بالتعليق العام رقم 26 (2023)",
        ] {
            check(text, &[]);
        }
        check("resolution 1325 (2000) and general comment No. 26 (2023)", &[("1325 (2000)", "S/RES/1325 (2000)")]);
        for text in ["resolutions No. 1325 (2000) and No. 2250 (2015)", "resolutions 1325 (2000), No. 2250 (2015)"]
        {
            check(text, &[("1325 (2000)", "S/RES/1325 (2000)"), ("2250 (2015)", "S/RES/2250 (2015)")]);
        }
        check("القرار رقم 1325 (2000)", &[("1325 (2000)", "S/RES/1325 (2000)")]);
    }

    #[test]
    fn old_numbers_and_digits_of_other_scripts_are_those_of_english() {
        check(
            "قراريها 973 (د-10) و 3201 (دإ-6)",
            &[("973 (د-10)", "A/RES/973 (X)"), ("3201 (دإ-6)", "A/RES/3201 (S-VI)")],
        );
        check("القرار 40/152 سين", &[("40/152 سين", "A/RES/40/152 O")]);
        check("قرارها ٧٢/١٩٤", &[("٧٢/١٩٤", "A/RES/72/194")]);
        check("第１５４０（２００４）号决议", &[("１５４０（２００４）", "S/RES/1540 (2004)")]);
    }

    #[test]
    fn other_numbers_cite_nothing() {
        check("vol. 2225, 2237, 2241 et 2326, no 39574.", &[]);
        check("une majorité de 2/3 des voix", &[]);
        check("le 18 décembre 2019", &[]);
        check("African Union Peace and Security Council decision 12/3", &[]);
    }

    #[test]
    fn a_paragraph_of_the_same_document_is_a_place_in_it() {
        let text = "visé au paragraphe 3 ci-dessus";
        let found = references(text, Organ::GeneralAssembly, &"A/RES/74/175".into());
        assert_eq!(found.first().and_then(|r| r.paragraph.clone()), Some("op3".into()));
    }

    #[test]
    fn a_printed_link_tells_its_symbol() {
        let symbol = symbol_of_link("https://undocs.org/fr/S/RES/2133%20(2014)");
        assert_eq!(symbol, Some("S/RES/2133 (2014)".into()));
        assert_eq!(symbol_of_link("https://example.org/a/b"), None);
    }

    #[test]
    fn a_later_document_is_recognised_by_its_number() {
        assert!(is_later(&"A/RES/75/1".into(), &"A/RES/74/175".into()));
        assert!(is_later(&"S/RES/2600 (2021)".into(), &"A/RES/74/175".into()));
        assert!(!is_later(&"A/RES/72/194".into(), &"A/RES/74/175".into()));
        assert!(!is_later(&"S/RES/2462 (2019)".into(), &"A/RES/74/175".into()));
    }
}
