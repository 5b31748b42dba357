//! The bundled resolution, against what a person reads in it.

use dispositif::library::{BUNDLED_TEXTS, Library, bundled};
use dispositif::model::{ClauseId, ParagraphId, Part, Resolution, Role};
use dispositif::parse::{Parsed, parse};
use dispositif::text::traced::SpanKind;
use std::collections::BTreeSet;

fn read() -> Parsed {
    parse(BUNDLED_TEXTS[0].1)
}

fn ids(resolution: &Resolution, part: Part) -> Vec<&str> {
    let inside = resolution.paragraphs.iter().filter(|paragraph| paragraph.part == part);
    inside.map(|paragraph| paragraph.id.as_str()).collect()
}

#[test]
fn every_phrase_and_addressee_of_the_operative_part_is_the_one_a_person_reads() {
    let resolution = read().resolution;
    let by_hand = include_str!("../golden/fr/A-RES-74-175.clauses.tsv");
    let expected: Vec<String> = by_hand.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
    let operative = resolution.clauses().filter(|(paragraph, _)| paragraph.part == Part::Operative);
    let found: Vec<String> = operative
        .map(|(paragraph, clause)| {
            let mut who: Vec<&str> = Vec::new();
            for mention in clause.actors.iter().filter(|mention| mention.role == Role::Addressee) {
                if !who.contains(&mention.actor.as_str()) {
                    who.push(mention.actor.as_str());
                }
            }
            let who = if who.is_empty() { "-".to_owned() } else { who.join(" ") };
            format!("{}\t{}\t{who}", paragraph.id, clause.phrase.of(&paragraph.text))
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn it_has_as_many_paragraphs_clauses_and_notes_as_are_printed() {
    let resolution = read().resolution;
    let n_clauses = |part| resolution.clauses().filter(|(paragraph, _)| paragraph.part == part).count();
    assert_eq!(ids(&resolution, Part::Preamble).len(), 19);
    assert_eq!(ids(&resolution, Part::Operative).len(), 30);
    assert_eq!((n_clauses(Part::Preamble), n_clauses(Part::Operative)), (28, 46));
    assert_eq!(resolution.footnotes.len(), 10);
    assert!(resolution.doubts.is_empty(), "{:?}", resolution.doubts);
}

#[test]
fn its_head_and_its_closing_are_read() {
    let resolution = read().resolution;
    assert_eq!(resolution.symbol.as_str(), "A/RES/74/175");
    assert_eq!(resolution.session, Some(74));
    assert_eq!(
        resolution.title,
        "Assistance technique fournie par l’Office des Nations Unies contre la drogue et le crime dans le domaine \
         de la lutte contre le terrorisme"
    );
    assert_eq!(resolution.adopted.map(|date| date.to_string()).as_deref(), Some("2019-12-18"));
    assert_eq!(resolution.meeting.and_then(|meeting| meeting.number), Some(50));
}

#[test]
fn each_note_is_tied_to_where_it_is_called_and_a_number_in_a_note_calls_none() {
    let resolution = read().resolution;
    let called: Vec<(String, Vec<&str>)> = resolution
        .footnotes
        .iter()
        .map(|note| (note.mark.clone(), note.called_from.iter().map(ParagraphId::as_str).collect()))
        .collect();
    let expected: [(&str, &[&str]); 10] = [
        ("1", &["pp1"]),
        ("2", &["pp7"]),
        ("3", &["pp7"]),
        ("4", &["pp10", "op29"]),
        ("5", &["pp14"]),
        ("6", &["op2"]),
        ("7", &["op6"]),
        ("8", &["op24"]),
        ("9", &["op24"]),
        ("10", &["op26"]),
    ];
    assert_eq!(called, expected.map(|(mark, from)| (mark.to_owned(), from.to_vec())));
}

#[test]
fn its_references_lead_to_the_addresses_that_it_prints() {
    let resolution = read().resolution;
    let links: BTreeSet<&str> = resolution.links.iter().map(|(_, link)| link.as_str()).collect();
    let printed = BUNDLED_TEXTS[0].1.lines().filter(|line| line.starts_with("https://"));
    for link in printed {
        assert!(links.contains(link), "{link}");
    }
}

#[test]
fn its_only_deadline_is_that_of_the_last_paragraph() {
    let resolution = read().resolution;
    let due: Vec<(&str, Option<u16>, bool)> = resolution
        .clauses()
        .flat_map(|(_, clause)| clause.due.iter().map(|due| (clause.id.as_str(), due.session, due.report)))
        .collect();
    assert_eq!(due, [("op30.1", Some(75), true)]);
}

#[test]
fn every_character_of_the_source_is_accounted_for() {
    let source = BUNDLED_TEXTS[0].1;
    let parsed = read();
    assert_eq!(parsed.trace.faults(source), []);
    // What readers see is what was printed: white space aside, the pieces in order are the text.
    for (number, paragraph) in parsed.resolution.paragraphs.iter().enumerate() {
        let pieces: String = parsed
            .trace
            .pieces
            .iter()
            .filter(|piece| piece.place.is_some_and(|(of, _)| of as usize == number))
            .filter(|piece| piece.kind != SpanKind::NoteMark)
            .map(|piece| piece.source.of(source))
            .collect();
        let bare = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        assert_eq!(bare(&pieces), bare(&paragraph.text), "{}", paragraph.id);
    }
}

#[test]
fn broken_words_are_mended_and_each_mend_is_recorded() {
    let resolution = read().resolution;
    let mended: BTreeSet<(&str, &str)> = resolution
        .paragraphs
        .iter()
        .flat_map(|paragraph| paragraph.mends.iter().map(|mend| (mend.was.as_str(), mend.span.of(&paragraph.text))))
        .collect();
    for pair in [("droi ts", "droits"), ("pro tocoles", "protocoles"), ("j ustice", "justice"), ("le s", "les")] {
        assert!(mended.contains(&pair), "{pair:?}");
    }
    let plain = |text: &str| text.replace(' ', "");
    assert!(mended.iter().all(|(was, is)| plain(was) == plain(is)), "{mended:?}");
}

#[test]
fn the_bundle_is_what_the_reader_makes_of_the_text_today() {
    let library = Library::of_texts(BUNDLED_TEXTS.map(|(_, text)| text));
    let command = "run `cargo run --no-default-features --features cli --bin dispositif -- bundle`";
    assert_eq!(bundled().as_ref(), Some(&library), "data/bundle.bin is out of date: {command}");
}

#[test]
fn every_name_that_its_clauses_use_is_in_the_glossary() {
    let Library { documents, glossary } = Library::of_texts(BUNDLED_TEXTS.map(|(_, text)| text));
    for (_, clause) in documents[0].clauses() {
        assert!(glossary.verb(&clause.verb).is_some(), "{}", clause.verb);
        assert!(clause.actors.iter().all(|mention| glossary.actor(&mention.actor).is_some()), "{}", clause.id);
        assert!(clause.topics.iter().all(|topic| glossary.topic(&topic.topic).is_some()), "{}", clause.id);
    }
    assert!(documents[0].clause(&ClauseId::from("op7.1")).is_some());
}

#[test]
fn a_link_to_a_paragraph_works_in_the_plain_page() {
    let resolution = read().resolution;
    let html = dispositif::export::page::fragment(&resolution);
    assert!(html.contains("<p id=\"op30\" class=\"operative level-1\">30. <em>Prie également</em>"), "{html}");
    for paragraph in &resolution.paragraphs {
        assert_eq!(html.matches(&format!(" id=\"{}\"", paragraph.id)).count(), 1, "{}", paragraph.id);
    }
}

#[test]
fn the_plain_page_has_every_word_phrases_in_italics_and_notes_raised() {
    let html = dispositif::export::page::fragment(&read().resolution);
    assert!(html.contains("30. <em>Prie également</em> le Secrétaire général"), "{html}");
    assert!(html.contains("d’entre elles<sup>1</sup>,"));
    let text = "L’Assemblée générale,\n\n1. Prie les États de <coopérer> & d’agir.";
    let html = dispositif::export::page::fragment(&parse(text).resolution);
    assert!(html.contains("de &lt;coopérer&gt; &amp; d’agir."), "{html}");
}
