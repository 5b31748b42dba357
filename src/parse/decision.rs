//! The text of a decision: «À sa 87e séance plénière, le 30 juin 2026, l’Assemblée générale, sur la recommandation de …, a décidé …».
//!
//! It has no line that names the organ, and no preamble: its first sentence has the meeting, the day and the organ.

use super::closing::date_in;
use super::organs::{named_organ, organs, words_of};
use super::page::lines::{Line, LineKind};
use crate::language::{document, formulas};
use crate::model::{Date, Meeting, Organ, Symbol};
use crate::text::fold::fold;
use crate::text::tokens::{head, is_han};

/// The data of a decision's first sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The line that it begins on.
    pub line: usize,
    pub organ: Organ,
    pub meeting: Meeting,
    pub adopted: Option<Date>,
}

impl Decision {
    /// The decision that a text without an organ's line holds.
    pub fn in_lines(source: &str, lines: &[Line]) -> Option<Self> {
        /// The lines before it are a title and a document's head.
        const MOST_LINES: usize = 60;
        /// The sentence may run over several lines of the source.
        const REACH: usize = 600;
        let mut text = lines.iter().enumerate().filter(|(_, line)| line.kind == LineKind::Text).take(MOST_LINES);
        text.find_map(|(at, line)| {
            let rest = head(source.get(line.span.start as usize..)?, REACH);
            let sentence = rest.split("\n\n").next().unwrap_or(rest);
            let found = formulas().find_map(|formulas| formulas.decided_at.captures(sentence))?;
            let meeting = found.name("meeting")?.as_str().to_owned();
            let number = found.name("n").and_then(|number| fold(number.as_str()).parse().ok());
            let organ = organ_in(sentence)?;
            Some(Self { line: at, organ, meeting: Meeting { text: meeting, number }, adopted: date_in(sentence) })
        })
    }
}

/// The first organ that a sentence names, after an article if it has any.
fn organ_in(sentence: &str) -> Option<Organ> {
    const LONGEST: usize = 6;
    let words = words_of(sentence);
    let words: Vec<&str> = words.split(' ').collect();
    let named_at = |at: usize| (1..=LONGEST).rev().find_map(|n| named_organ(&words.get(at..at + n)?.join(" ")));
    let mut articles = words.iter().enumerate().filter(|(_, word)| document().articles.contains(word));
    // «На своем 87-м пленарном заседании Генеральная Ассамблея»: some languages have no articles.
    articles
        .find_map(|(at, _)| named_at(at + 1))
        .or_else(|| if sentence.is_ascii() { None } else { (0..words.len()).find_map(named_at) })
        .or_else(|| organ_among_signs(sentence))
}

/// The same where no blank parts words: «大会第87次全体会议».
fn organ_among_signs(sentence: &str) -> Option<Organ> {
    let places = organs().into_iter().flat_map(|(names, organ)| {
        let names = names.iter().filter(|name| name.starts_with(is_han));
        names.filter_map(move |name| Some((sentence.find(name)?, organ)))
    });
    places.min_by_key(|(at, _)| *at).map(|(_, organ)| organ)
}

/// The symbol of a decision whose title has only its number: `80/408` made `A/RES/80/408`.
pub fn symbol(symbol: &Symbol, source: &str) -> Symbol {
    if symbol.as_str().is_empty() || source.contains(symbol.as_str()) {
        return symbol.clone();
    }
    Symbol::new(symbol.as_str().replacen("/RES/", "/DEC/", 1))
}

#[cfg(test)]
mod tests {
    use crate::parse::parse;

    fn check(text: &str, symbol: &str, phrases: &[&str], asked: &[&str]) {
        let resolution = parse(text).resolution;
        assert_eq!(resolution.symbol.as_str(), symbol, "{text}");
        assert_eq!(resolution.meeting.as_ref().and_then(|meeting| meeting.number), Some(87), "{text}");
        assert_eq!(resolution.adopted.map(crate::model::Date::iso).as_deref(), Some("2026-06-30"), "{text}");
        let found: Vec<&str> = resolution.clauses().map(|(p, clause)| clause.phrase.of(&p.text)).collect();
        assert_eq!(found, phrases, "{text}");
        let addressees = resolution.clauses().flat_map(|(_, clause)| &clause.actors);
        let addressees: Vec<&str> = addressees
            .filter(|mention| mention.role == crate::model::Role::Addressee)
            .map(|mention| mention.actor.as_str())
            .collect();
        assert_eq!(addressees, asked, "{text}");
    }

    #[test]
    fn a_decision_tells_what_was_decided_in_the_past() {
        check(
            "80/412. Rivers\n\nAt its 87th plenary meeting, on 30 June 2026, the General Assembly, on the proposal of its \
             President, decided to hold a meeting on rivers, took note of the report of the Secretary-General, and requested \
             the Secretary-General to make the arrangements.",
            "A/DEC/80/412",
            &["decided", "took note", "requested"],
            &["secretary-general"],
        );
        check(
            "80/412. Fleuves\n\nÀ sa 87e séance plénière, le 30 juin 2026, l’Assemblée générale, sur la proposition de sa \
             Présidente, a décidé de tenir une réunion sur les fleuves, s’est félicitée du rapport et a prié le Secrétaire \
             général de prendre les dispositions voulues.\n\nÀ la même séance, l’Assemblée a pris note du rapport et invité les \
             États Membres à coopérer.",
            "A/DEC/80/412",
            &["a décidé", "s’est félicitée", "a prié", "a pris note", "invité"],
            &["secretary-general", "member-states"],
        );
    }

    #[test]
    fn a_decision_is_told_in_spanish_and_in_russian() {
        check(
            "80/412. Ríos\n\nEn su 87ª sesión plenaria, celebrada el 30 de junio de 2026, la Asamblea General, por recomendación de su \
             Presidenta, decidió celebrar una reunión sobre los ríos, tomó nota del informe y solicitó al Secretario General que \
             hiciera los arreglos necesarios.",
            "A/DEC/80/412",
            &["decidió", "tomó nota", "solicitó"],
            &["secretary-general"],
        );
        check(
            "80/412. Реки\n\nНа своем 87-м пленарном заседании 30 июня 2026 года Генеральная Ассамблея, по предложению своего \
             Председателя, постановила провести совещание по рекам, приняла к сведению доклад и просила Генерального секретаря \
             принять необходимые меры.",
            "A/DEC/80/412",
            &["постановила", "приняла к сведению", "просила"],
            &["secretary-general"],
        );
    }

    #[test]
    fn a_decision_is_told_in_arabic_and_in_chinese() {
        check(
            "80/412 - الأنهار\n\nفي جلستها العامة 87، المعقودة في 30 حزيران/يونيه 2026، قررت الجمعية العامة، بناء على اقتراح رئيسها، أن تعقد \
             اجتماعا بشأن الأنهار، وأحاطت علما بالتقرير، وطلبت إلى الأمين العام أن يتخذ الترتيبات اللازمة.",
            "A/DEC/80/412",
            &["قررت", "أحاطت علما", "طلبت"],
            &["secretary-general"],
        );
        check(
            "80/412. 河流\n\n大会2026年6月30日第87次全体会议根据主席的提议，决定举行一次关于河流的会议，表示注意到报告，并请秘书长作出必要安排。",
            "A/DEC/80/412",
            &["决定", "表示注意到", "请"],
            &["secretary-general"],
        );
    }

    #[test]
    fn decisions_are_read_without_commas_and_before_the_organ() {
        check(
            "80/412. Реки\n\nНа своем 87-м пленарном заседании 30 июня 2026 года Генеральная Ассамблея по рекомендации Генерального \
             комитета постановила включить этот пункт в повестку дня.",
            "A/DEC/80/412",
            &["постановила"],
            &[],
        );
        check(
            "80/412 - الأنهار\n\nبناء على توصية المكتب، قررت الجمعية العامة، في جلستها العامة 87 المعقودة في 30 حزيران/يونيه 2026، أن تدرج البند \
             في جدول أعمالها.",
            "A/DEC/80/412",
            &["قررت"],
            &[],
        );
        check(
            "80/412. 河流\n\n2026年6月30日，大会第87次全体会议决定将该项目列入议程。",
            "A/DEC/80/412",
            &["决定"],
            &[],
        );
    }

    #[test]
    fn an_earlier_decision_is_no_clause_of_a_resolution() {
        let text = "A/RES/80/7\n\nThe General Assembly,\n\nRecalling that it decided to hold a meeting and requested a report,\n\n1. Requests \
                    the Secretary-General to report on what the Assembly decided and requested.";
        let resolution = parse(text).resolution;
        let found: Vec<&str> = resolution.clauses().map(|(p, clause)| clause.phrase.of(&p.text)).collect();
        assert_eq!(found, ["Recalling", "Requests"]);
    }
}
