//! Properties of any text: of resolutions generated from the tables' phrases, and of nonsense.

use dispositif::lexicon::Lexicon;
use dispositif::lexicon::verbs::{Mood, capitalized};
use dispositif::model::{Language, Paragraph, Part};
use dispositif::parse::{Parsed, Piece, parse, parse_in};
use dispositif::text::traced::SpanKind;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// The rest of a paragraph: words that are part of no phrase.
const OBJECTS: [(Language, &[&str]); 2] = [
    (
        Language::French,
        &[
            "les travaux de la commission des phares et des balises",
            "les mesures qui ont été prises dans les îles du nord en vue de la protection des oiseaux de mer",
            "le rôle que jouent les petites bibliothèques, et celui des lecteurs, dans la vie des villages de montagne",
        ],
    ),
    (
        Language::English,
        &[
            "the work of the commission on lighthouses and buoys",
            "the measures that were taken in the northern islands with a view to the protection of sea birds",
            "the part that small libraries, and their readers, have in the life of mountain villages",
        ],
    ),
];

/// The layout of a document.
#[derive(Clone, Debug)]
enum Setting {
    /// Lines cut at this width, a blank line between paragraphs.
    Wrapped(usize),
    /// One paragraph per line.
    Lines,
    /// No line breaks at all.
    RunIn,
}

/// A resolution to be written.
#[derive(Clone, Debug)]
struct Plan {
    language: Language,
    preamble: Vec<(Index, Index)>,
    operative: Vec<(Index, Index)>,
    setting: Setting,
}

fn plans() -> impl Strategy<Value = Plan> {
    let items = |n| prop::collection::vec((any::<Index>(), any::<Index>()), 1..n);
    let setting =
        prop_oneof![(44..110_usize).prop_map(Setting::Wrapped), Just(Setting::Lines), Just(Setting::RunIn),];
    (select(vec![Language::French, Language::English]), items(6), items(9), setting)
        .prop_map(|(language, preamble, operative, setting)| Plan { language, preamble, operative, setting })
}

impl Plan {
    /// The paragraphs, without numbers: preamble and operative part.
    fn paragraphs(&self) -> (Vec<String>, Vec<String>) {
        let objects = OBJECTS.iter().find(|(language, _)| *language == self.language).unwrap().1;
        let forms = |mood| -> Vec<&str> {
            Lexicon::of(self.language)
                .verbs
                .known_forms()
                .filter(|(_, of)| *of == mood)
                .map(|(form, _)| form)
                .collect()
        };
        let write = |items: &[(Index, Index)], mood, end: &str| {
            let forms = forms(mood);
            items
                .iter()
                .map(|(form, object)| {
                    let form: &&str = form.get(&forms);
                    format!("{} {}{end}", capitalized(form), object.get(objects))
                })
                .collect()
        };
        let end = if self.language == Language::French { " ;" } else { ";" };
        let mut operative: Vec<String> = write(&self.operative, Mood::Finite, end);
        if let Some(last) = operative.last_mut() {
            *last = format!("{}.", last.trim_end_matches([' ', ';']));
        }
        (write(&self.preamble, Mood::Participle, ","), operative)
    }

    fn text(&self) -> String {
        let (preamble, operative) = self.paragraphs();
        let organ =
            if self.language == Language::French { "L’Assemblée générale," } else { "The General Assembly," };
        let is_single = operative.len() == 1;
        let numbered = operative
            .iter()
            .enumerate()
            .map(|(i, paragraph)| if is_single { paragraph.clone() } else { format!("{}. {paragraph}", i + 1) });
        let all: Vec<String> = std::iter::once(organ.to_owned()).chain(preamble).chain(numbered).collect();
        match self.setting {
            Setting::Wrapped(width) => {
                all.iter().map(|paragraph| wrapped(paragraph, width)).collect::<Vec<_>>().join("\n\n")
            }
            Setting::Lines => all.join("\n"),
            Setting::RunIn => all.join(" "),
        }
    }
}

fn wrapped(paragraph: &str, width: usize) -> String {
    let mut lines: Vec<String> = vec![String::new()];
    for word in paragraph.split(' ') {
        let line = lines.last_mut().unwrap();
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= width || word == ";" {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.join("\n")
}

fn phrases(parsed: &Parsed, part: Part) -> Vec<String> {
    let first = |paragraph: &Paragraph| {
        paragraph.clauses.first().map_or(String::new(), |clause| clause.phrase.of(&paragraph.text).to_owned())
    };
    parsed.resolution.paragraphs.iter().filter(|paragraph| paragraph.part == part).map(first).collect()
}

fn expected(paragraphs: &[String], language: Language) -> Vec<String> {
    let verbs = &Lexicon::of(language).verbs;
    paragraphs.iter().map(|text| verbs.phrase_at(text, 0).unwrap().span.of(text).to_owned()).collect()
}

/// The pieces of a paragraph's source are, white space and marks aside, its text.
fn assert_tiles(parsed: &Parsed, source: &str) -> Result<(), TestCaseError> {
    let faults = parsed.trace.faults(source);
    prop_assert!(faults.is_empty(), "not accounted for: {:?}", faults.first().map(|fault| fault.of(source)));
    let bare = |text: &str| -> String { text.chars().filter(|letter| letter.is_alphanumeric()).collect() };
    for (number, paragraph) in parsed.resolution.paragraphs.iter().enumerate() {
        let mut pieces: Vec<_> = parsed
            .trace
            .pieces
            .iter()
            .filter(|piece| piece.place.is_some_and(|(of, _)| of as usize == number))
            .filter(|piece| piece.kind != SpanKind::NoteMark)
            .collect();
        // Lines that were extracted out of order are put in order.
        pieces.sort_by_key(|piece| piece.place);
        let ends = pieces.iter().skip(1).map(|piece| piece.place).chain([None]);
        let said = |(piece, next): (&&Piece, Option<(u32, u32)>)| {
            let was = piece.source.of(source);
            // Letters that were misread are others in the text.
            let is_misread = piece.kind == SpanKind::Mended && was.contains(char::is_alphabetic);
            let end = next.map_or(paragraph.text.len(), |(_, at)| at as usize);
            let now = piece.place.and_then(|(_, at)| paragraph.text.get(at as usize..end));
            if is_misread { now.unwrap_or(was) } else { was }
        };
        let pieces: String = pieces.iter().zip(ends).map(said).collect();
        prop_assert_eq!(bare(&pieces), bare(&paragraph.text), "{}", paragraph.id);
        for clause in &paragraph.clauses {
            prop_assert!(clause.span.end as usize <= paragraph.text.len());
            prop_assert!(clause.span.start <= clause.phrase.start && clause.phrase.end <= clause.span.end);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_resolution_made_of_known_phrases_comes_back_however_its_lines_are_cut(plan in plans()) {
        let text = plan.text();
        let (preamble, operative) = plan.paragraphs();
        let parsed = parse_in(&text, plan.language);
        assert_tiles(&parsed, &text)?;
        prop_assert_eq!(phrases(&parsed, Part::Preamble), expected(&preamble, plan.language), "{}", text);
        prop_assert_eq!(phrases(&parsed, Part::Operative), expected(&operative, plan.language), "{}", text);
    }

    #[test]
    fn any_characters_are_read_and_none_is_lost(text in "\\PC*|(\\PC|[\n\r\t\u{c} ]){0,400}") {
        assert_tiles(&parse(&text), &text)?;
    }

    #[test]
    fn pieces_of_resolutions_in_any_order_are_read_and_none_is_lost(
        pieces in prop::collection::vec(select(PIECES.to_vec()), 0..60)
    ) {
        let text = pieces.concat();
        assert_tiles(&parse(&text), &text)?;
    }
}

/// Pieces of resolutions, and troublesome characters.
const PIECES: [&str; 44] = [
    "L’Assemblée générale,",
    "The Security Council",
    "\n",
    "\n\n",
    "\u{c}",
    " ",
    "\t",
    "1.",
    "2 bis.",
    " 3. ",
    "a)",
    "(ii)",
    "• ",
    "– ",
    "i. ",
    "II ",
    "Annexe",
    "Rappelant",
    "Recalling",
    "Prie également",
    "Requests",
    " l’Office",
    "les États ;",
    "the States, and ",
    "et prie",
    "; urges",
    "72/194",
    "1373 (2001)",
    "elles1",
    "12,",
    "____________",
    "1 Voir A/74/1.",
    "50e séance plénière",
    "18 décembre 2019",
    "Adopted without a vote.",
    "In favour: ",
    "«",
    "”",
    "droi ts",
    "Mem-\nbres",
    "https://undocs.org/fr/A/74/1",
    "19-22383 (F)",
    "\u{ad}",
    "é\u{301}",
];

#[test]
fn two_small_words_that_make_a_longer_one_stay_two() {
    for words in ["contributions are as follows", "States in so far as possible", "of the reports to do so"] {
        let text = format!("The General Assembly,\n\n1. Decides that the {words}.\n");
        let parsed = dispositif::parse::parse(&text);
        let last = parsed.resolution.paragraphs.last().expect("a paragraph");
        assert!(last.text.contains(words), "{}", last.text);
    }
}
