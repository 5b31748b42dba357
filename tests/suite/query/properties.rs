//! Properties of any question on any documents.

use super::naive::{Entry, Kind, Term, annotations, entries, left_over, sought_words, words};
use super::{Desk, id, numbers, places};
use dispositif::model::{
    ActorId, Clause, ClauseClass, ClauseId, Date, DocumentId, Glossary, Language, Mention, Organ, Paragraph,
    ParagraphId, Part, Resolution, Role, Span, TopicEntry, TopicId, TopicMatch, TopicRank, VerbEntry, VerbId,
};
use dispositif::query::{
    self, Annotated, Axis, Choice, Facet, FacetValues, Index, LastWord, Marker, NONE, Query, RoleScope, Scope,
    Segment, TopicScope,
};
use dispositif::text::fold::fold;
use proptest::prelude::*;
use proptest::sample::select;

const WORDS: [&str; 20] = [
    "preuve",
    "Preuves",
    "prévenir",
    "État",
    "états",
    "national",
    "nationaux",
    "nationales",
    "homme",
    "l",
    "de",
    "sous",
    "Régional",
    "régionaux",
    "State",
    "states",
    "party",
    "PARTIES",
    "œuvre",
    "2019",
];
const ACTORS: [&str; 5] = ["states", "unodc", "interpol", "wco", "icao"];
/// With the class that the glossary has for each; the last one is not in it.
const VERBS: [(&str, Option<ClauseClass>); 5] = [
    ("prier", Some(ClauseClass::Directive)),
    ("engager", Some(ClauseClass::Directive)),
    ("décider", Some(ClauseClass::Deciding)),
    ("noter", Some(ClauseClass::Observing)),
    ("hisser", None),
];
const TOPICS: [(&str, Option<&str>); 6] = [
    ("crime", None),
    ("evidence", Some("crime")),
    ("laundering", Some("crime")),
    ("rights", None),
    ("scientific-evidence", Some("evidence")),
    ("victims", None),
];

pub fn glossary() -> Glossary {
    let topics = TOPICS.map(|(id, parent)| TopicEntry {
        id: TopicId::from(id),
        parent: parent.map(TopicId::from),
        ..TopicEntry::default()
    });
    let verbs = VERBS
        .into_iter()
        .filter_map(|(id, class)| Some(VerbEntry { id: VerbId::from(id), class: class?, ..VerbEntry::default() }));
    let mut glossary = Glossary { actors: Vec::new(), topics: topics.into(), verbs: verbs.collect() };
    glossary.topics.sort_by(|one, other| one.id.cmp(&other.id));
    glossary.verbs.sort_by(|one, other| one.id.cmp(&other.id));
    glossary
}

fn some_text() -> impl Strategy<Value = String> + Clone {
    let word = (select(&WORDS[..]), select(&[" ", " ", " ", "’", "-", ", ", "'"][..]));
    prop::collection::vec(word, 1..6)
        .prop_map(|words| words.into_iter().flat_map(|(word, space)| [word, space]).collect::<String>())
}

fn clause() -> impl Strategy<Value = (String, Clause)> {
    let actors = prop::collection::vec((select(&ACTORS[..]), select(&Role::ALL[..])), 0..4);
    let topics = prop::collection::vec((select(&TOPICS[..]), select(&TopicRank::ALL[..])), 0..3);
    let class = prop::option::weighted(0.1, select(&ClauseClass::ALL[..]));
    let verb = (select(&VERBS[..]), class);
    (some_text(), verb, actors, topics).prop_map(|(text, ((verb, class), other_class), actors, topics)| {
        // A clause may be of another class than its verb usually is.
        let class = class.map_or(ClauseClass::Evaluative, |class| other_class.unwrap_or(class));
        let mention =
            |(actor, role)| Mention { actor: ActorId::from(actor), role, span: Span::default(), within: None };
        let clause = Clause {
            verb: VerbId::from(verb),
            class,
            actors: actors.into_iter().map(mention).collect(),
            topics: topics
                .into_iter()
                .map(|((topic, _), rank)| TopicMatch { topic: TopicId::from(topic), rank, ..TopicMatch::default() })
                .collect(),
            ..Clause::default()
        };
        (text, clause)
    })
}

/// A paragraph, and how far back the paragraph lies that it continues.
fn paragraph() -> impl Strategy<Value = (Paragraph, Option<usize>)> {
    let part = select(&[Part::Preamble, Part::Operative, Part::Operative][..]);
    let clauses = prop::collection::vec(clause(), 0..4);
    let around = || prop::option::weighted(0.2, some_text());
    (part, clauses, around(), around(), prop::option::weighted(0.3, 1..4usize)).prop_map(
        |(part, clauses, before, after, continues)| {
            let mut paragraph = Paragraph { part, text: before.unwrap_or_default(), ..Paragraph::default() };
            for (text, mut clause) in clauses {
                let start = paragraph.text.len();
                paragraph.text.push_str(&text);
                clause.span = Span::new(start, paragraph.text.len());
                paragraph.clauses.push(clause);
            }
            paragraph.text.push_str(&after.unwrap_or_default());
            (paragraph, continues)
        },
    )
}

fn document() -> impl Strategy<Value = Resolution> {
    let organ = select(&[Organ::GeneralAssembly, Organ::SecurityCouncil, Organ::Other][..]);
    let year = prop::option::weighted(0.8, 2018..2020u16);
    let about = (select(&Language::ALL[..]), organ, year);
    (about, prop::collection::vec(paragraph(), 0..20)).prop_map(|((language, organ, year), paragraphs)| {
        let adopted = year.map(|year| Date { year, ..Date::default() });
        let mut document = Resolution { language, organ, adopted, ..Resolution::default() };
        for (number, (mut paragraph, back)) in paragraphs.into_iter().enumerate() {
            paragraph.id = ParagraphId::new(format!("op{number}"));
            for (clause, number) in paragraph.clauses.iter_mut().zip(1..) {
                clause.id = ClauseId::new(format!("{}.{number}", paragraph.id));
            }
            let continued =
                back.and_then(|back| number.checked_sub(back)).and_then(|at| document.paragraphs.get(at));
            paragraph.continues =
                continued.and_then(|earlier: &Paragraph| earlier.clauses.last()).map(|c| c.id.clone());
            document.paragraphs.push(paragraph);
        }
        document
    })
}

pub fn documents() -> impl Strategy<Value = Vec<Resolution>> {
    prop::collection::vec(document(), 0..7)
}

/// A scope among the first documents, some of which may not be there.
pub fn scope() -> impl Strategy<Value = ScopeOf> {
    prop::option::weighted(0.6, prop::collection::vec(0..8usize, 0..4)).prop_map(ScopeOf)
}

/// Documents by their numbers; all if there is no list.
#[derive(Clone, Debug)]
pub struct ScopeOf(Option<Vec<usize>>);

impl ScopeOf {
    pub fn of(&self, documents: &[Resolution]) -> Scope {
        let Some(numbers) = &self.0 else { return Scope::Library };
        Scope::Documents(
            numbers.iter().filter_map(|n| documents.get(*n).map(|document| id(*n, document))).collect(),
        )
    }
}

fn choice() -> impl Strategy<Value = Choice> {
    let choice = |facet, value: &str| (facet, value.to_owned());
    let mut values = vec![choice(Facet::Topic, "unheard-of"), choice(Facet::Actor, "")];
    values.extend(ACTORS.map(|value| choice(Facet::Actor, value)));
    values.extend(VERBS.map(|(value, _)| choice(Facet::Action, value)));
    values.extend(ClauseClass::ALL.map(|class| choice(Facet::Action, class.key())));
    values.extend(TOPICS.map(|(value, _)| choice(Facet::Topic, value)));
    values.extend(["star", "note", "label:à suivre", "label:"].map(|value| choice(Facet::Annotation, value)));
    values.extend([Part::Preamble, Part::Operative].map(|part| choice(Facet::Part, part.key())));
    values.extend([Facet::Actor, Facet::Topic, Facet::Year].map(|facet| choice(facet, NONE)));
    values.extend(["2018", "2019"].map(|year| choice(Facet::Year, year)));
    values.extend([choice(Facet::Language, "en"), choice(Facet::Body, "other")]);
    let document = |number| id(number, &Resolution::default()).link().to_string();
    values.extend([0, 1].map(|number| choice(Facet::Document, &document(number))));
    (select(values), prop::bool::weighted(0.3)).prop_map(|((facet, value), excluded)| Choice {
        facet,
        value,
        excluded,
    })
}

fn term() -> impl Strategy<Value = Term> {
    let word = (select(&WORDS[..]), 0..3usize).prop_map(|(word, typed)| match typed {
        0 => word.to_owned(),
        1 => word.to_uppercase(),
        _ => fold(word),
    });
    let kind = select(&[Kind::Together, Kind::Together, Kind::Begun, Kind::Quoted][..]);
    (prop::collection::vec(word, 1..4), 1..3usize, kind, prop::bool::weighted(0.3)).prop_map(
        |(mut words, n_letters, kind, excluded)| {
            if kind != Kind::Quoted {
                words.truncate(2);
            }
            if let (Kind::Begun, Some(last)) = (kind, words.last_mut()) {
                *last = last.chars().take(n_letters).collect();
            }
            Term { words, kind, excluded }
        },
    )
}

/// A question, and what its text means.
pub fn question() -> impl Strategy<Value = (Query, Vec<Term>)> {
    let choices = prop::collection::vec(choice(), 0..5);
    let role = select(&[RoleScope::Addressee, RoleScope::Any][..]);
    let topics = select(&[TopicScope::All, TopicScope::Main][..]);
    (choices, role, topics, prop::collection::vec((term(), 0..4usize), 0..3)).prop_map(
        |(choices, role, topics, terms)| {
            let n_terms = terms.len();
            let typed: Vec<_> = terms
                .iter()
                .enumerate()
                .map(|(number, (term, style))| typed(term, *style, number + 1 == n_terms))
                .collect();
            let query = Query { choices, role, topics, text: typed.join(" ") };
            (query, terms.into_iter().map(|(term, _)| term).collect())
        },
    )
}

/// A term as a reader may type it, in one of four ways.
fn typed(term: &Term, style: usize, is_last: bool) -> String {
    let dash = if term.excluded { "-" } else { "" };
    let joined = term.words.join(["-", "’", "/", "'"][style]);
    match term.kind {
        Kind::Together => format!("{dash}{joined}"),
        Kind::Begun => format!("{dash}{joined}*"),
        Kind::Quoted => {
            let words = term.words.join(" ");
            let [open, close] = [["\"", "\""], ["«\u{a0}", "\u{a0}»"], ["“", "”"], ["\"", "\""]][style];
            let close = if style == 3 && is_last { "" } else { close };
            format!("{dash}{open}{words}{close}")
        }
    }
}

/// A desk with what some reader has put beside the clauses.
fn annotated(documents: &[Resolution], glossary: &Glossary) -> Desk {
    let mut desk = Desk::new(documents, glossary);
    annotate(&mut desk.index, documents);
    desk
}

pub fn annotate(index: &mut Index, documents: &[Resolution]) {
    let of_document = |(number, document): (usize, &Resolution)| -> (DocumentId, Vec<Annotated>) {
        let own = places(documents).into_iter().filter(|place| place.document == number);
        let annotated = own.map(|place| Annotated {
            paragraph: place.paragraph,
            clause: place.clause,
            keys: annotations(place).into_iter().map(str::to_owned).collect(),
        });
        (id(number, document), annotated.collect())
    };
    let all: Vec<_> = documents.iter().enumerate().map(of_document).collect();
    index.annotate(all.iter().map(|(id, annotated)| (id, annotated.clone())));
}

pub fn values(facet: &FacetValues) -> Vec<&query::Value> {
    let mut values: Vec<_> = facet.values.iter().chain(&facet.none).collect();
    let mut seen = 0;
    while let Some(value) = values.get(seen) {
        values.extend(&value.children);
        seen += 1;
    }
    values
}

/// The question with a value chosen alone in its facet: other choices gone, other exclusions kept.
fn chosen_alone(query: &Query, facet: Facet, value: &str) -> Query {
    let mut query = query.clone();
    query.choices.retain(|choice| choice.facet != facet || (choice.excluded && choice.value != value));
    query.choices.push(Choice { facet, value: value.to_owned(), excluded: false });
    query
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_index_answers_as_one_who_reads_every_clause(
        documents in documents(),
        (query, terms) in question(),
        scope in scope(),
    ) {
        let glossary = glossary();
        let desk = annotated(&documents, &glossary);
        let scope = scope.of(&documents);
        let answer = desk.ask_within(&query, &scope);
        let entries = entries(&documents);
        let is_match =
            |e: &&Entry| e.is_in(&scope) && e.matches(&query, &terms, &glossary);
        let expected: Vec<_> = entries.iter().filter(is_match).map(|entry| entry.place).collect();
        let found: Vec<_> = places(&documents).into_iter().filter(|place| answer.matches(*place)).collect();
        prop_assert_eq!(&found, &expected, "{}", query.text);
        prop_assert_eq!(&answer.places().collect::<Vec<_>>(), &expected);
        prop_assert_eq!(answer.n_clauses as usize, expected.len());
        let mut paragraphs: Vec<_> = expected.iter().map(|place| (place.document, place.paragraph)).collect();
        paragraphs.dedup();
        prop_assert_eq!(answer.n_paragraphs as usize, paragraphs.len());
        paragraphs.dedup_by_key(|(document, _)| *document);
        prop_assert_eq!(answer.n_documents as usize, paragraphs.len());
        for place in places(&documents) {
            prop_assert_eq!(answer.n_before_place(place) as usize, expected.iter().filter(|p| **p < place).count());
            prop_assert_eq!(answer.first_from(place), expected.iter().find(|p| **p >= place).copied());
            prop_assert_eq!(answer.last_before(place), expected.iter().rfind(|p| **p < place).copied());
        }
    }

    #[test]
    fn every_count_is_what_choosing_the_value_alone_would_leave(
        documents in documents(),
        (query, terms) in question(),
        scope in scope(),
    ) {
        let glossary = glossary();
        let desk = annotated(&documents, &glossary);
        let scope = scope.of(&documents);
        let answer = desk.ask_within(&query, &scope);
        let entries = entries(&documents);
        for facet in desk.index.facets() {
            for value in values(facet) {
                let alone = chosen_alone(&query, facet.facet, &value.key);
                let is_match =
                    |e: &&Entry| e.is_in(&scope) && e.matches(&alone, &terms, &glossary);
                let expected = entries.iter().filter(is_match).count();
                let count = answer.counts.get(facet.facet, value.number) as usize;
                prop_assert_eq!(count, expected, "{:?} {}", facet.facet, &value.key);
                prop_assert_eq!(desk.ask_within(&alone, &scope).n_clauses as usize, expected);
            }
        }
    }

    #[test]
    fn the_tree_has_every_value_once_with_its_total(documents in documents()) {
        let glossary = glossary();
        let index = annotated(&documents, &glossary).index;
        let nothing_asked = index.ask(&Query::default());
        for facet in index.facets() {
            let values = values(facet);
            for value in &values {
                prop_assert_eq!(value.total, nothing_asked.counts.of(facet.facet, &value.key));
                let is_value = |e: &Entry| {
                    let has = |role| e.has(facet.facet, &value.key, &Query { role, ..Query::default() }, &glossary);
                    has(RoleScope::Any) || has(RoleScope::Addressee)
                };
                prop_assert!(entries(&documents).iter().any(is_value), "{} is nobody's", &value.key);
                prop_assert!(value.children.is_sorted_by_key(|child| std::cmp::Reverse(child.total)));
            }
            let mut keys: Vec<_> = values.iter().map(|value| &value.key).collect();
            keys.sort();
            prop_assert!(keys.windows(2).all(|pair| pair[0] != pair[1]));
        }
    }

    #[test]
    fn a_cell_counts_the_matching_clauses_that_have_both_values(
        documents in documents(),
        (query, terms) in question(),
        rows in select(&Axis::ALL[..]),
        columns in select(&Axis::ALL[..]),
    ) {
        let glossary = glossary();
        let desk = annotated(&documents, &glossary);
        let matrix = desk.ask(&query).matrix(&query, rows, columns);
        let entries = entries(&documents);
        let matching: Vec<_> =
            entries.iter().filter(|e| e.matches(&query, &terms, &glossary)).collect();
        // Those in no line have one of their own.
        let has = |entry: &Entry, axis: Axis, key: &str| {
            let has = |key: &str| entry.has(axis.facet(), key, &query, &glossary);
            let lines = if axis == rows { &matrix.rows } else { &matrix.columns };
            if key == NONE { !lines.iter().any(|line| line.key != NONE && has(&line.key)) } else { has(key) }
        };
        for (row, cells) in matrix.rows.iter().zip(&matrix.cells) {
            let of_row: Vec<_> = matching.iter().filter(|entry| has(entry, rows, &row.key)).collect();
            prop_assert!(row.total > 0 && row.total as usize == of_row.len());
            prop_assert_eq!(cells.len(), matrix.columns.len());
            for (column, cell) in matrix.columns.iter().zip(cells) {
                let both = of_row.iter().filter(|entry| has(entry, columns, &column.key)).count();
                prop_assert_eq!(*cell as usize, both, "{} and {}", &row.key, &column.key);
            }
        }
        prop_assert_eq!(matrix.rows.len(), matrix.cells.len());
        if ![rows, columns].iter().all(|axis| *axis == Axis::Document) {
            let is_in = |entry: &Entry, axis, lines: &[query::MatrixLine]| lines.iter().any(|line| has(entry, axis, &line.key));
            for entry in &matching {
                prop_assert!(is_in(entry, rows, &matrix.rows) && is_in(entry, columns, &matrix.columns));
            }
        }
    }

    #[test]
    fn marks_are_the_searched_words_and_no_others(documents in documents(), (query, terms) in question()) {
        for document in &documents {
            let marker = Marker::new(&query.text, LastWord::Whole, document.language);
            for paragraph in &document.paragraphs {
                let hits = marker.marks(paragraph);
                prop_assert!(hits.windows(2).all(|pair| pair[0].end <= pair[1].start), "sorted, none overlapping");
                let mut found: Vec<_> = hits.iter().flat_map(|hit| words(hit.of(&paragraph.text))).collect();
                let clauses = paragraph.clauses.iter().map(|clause| clause.span.of(&paragraph.text));
                let mut expected = Vec::new();
                for text in clauses.chain(left_over(paragraph)) {
                    let text = words(text);
                    let sought = sought_words(&text, &terms, document.language);
                    expected.extend(sought.into_iter().map(|at| text[at].clone()));
                }
                found.sort();
                expected.sort();
                prop_assert_eq!(found, expected, "{} in {}", query.text, paragraph.text);
            }
        }
    }

    #[test]
    fn a_damaged_segment_answers_or_is_refused(
        documents in documents(),
        (query, _) in question(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        lost in 0..3usize,
    ) {
        let segment = Segment::new(super::with_ids(&documents), &glossary());
        let mut bytes = segment.to_bytes();
        for (at, byte) in &damage {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        bytes.truncate(bytes.len() - lost);
        if let Some(damaged) = Segment::from_bytes(&bytes) {
            let merged = Segment::merged(&[damaged.clone(), segment], &[]);
            for segment in [damaged, merged] {
                let mut index = Index::of(segment);
                annotate(&mut index, &documents);
                let text = index.find(&query.text, LastWord::Begun);
                let answer = index.ask(query::Question { query: &query, scope: &Scope::Library, text: text.as_ref() });
                answer.places().take(100).for_each(drop);
                answer.matrix(&query, Axis::Actor, Axis::Year);
                index.spelled_like("preuvve");
                index.facets().for_each(drop);
            }
        }
    }

    #[test]
    fn a_further_facet_never_finds_more(documents in documents(), (query, _) in question(), choice in choice()) {
        let desk = Desk::new(&documents, &glossary());
        let before = numbers(&desk.ask(&query), &documents);
        prop_assume!(choice.excluded || query.choices.iter().all(|c| c.facet != choice.facet || c.excluded));
        let mut narrower = query;
        narrower.choices.push(choice);
        prop_assert!(numbers(&desk.ask(&narrower), &documents).iter().all(|number| before.contains(number)));
    }

    #[test]
    fn clauses_with_and_without_a_value_are_all_clauses(documents in documents(), (query, _) in question(), choice in choice()) {
        let desk = Desk::new(&documents, &glossary());
        let mut query = query;
        query.choices.retain(|other| other.facet != choice.facet);
        let all = numbers(&desk.ask(&query), &documents);
        let mut parts = Vec::new();
        for excluded in [true, false] {
            let mut query = query.clone();
            query.choices.push(Choice { excluded, ..choice.clone() });
            parts.extend(numbers(&desk.ask(&query), &documents));
        }
        parts.sort_unstable();
        prop_assert_eq!(parts, all);
    }

    #[test]
    fn clauses_with_and_without_a_term_are_all_clauses(documents in documents(), (mut query, _) in question(), term in term()) {
        let desk = Desk::new(&documents, &glossary());
        query.text.clear();
        let all = numbers(&desk.ask(&query), &documents);
        let mut parts = Vec::new();
        for excluded in [true, false] {
            query.text = typed(&Term { excluded, ..term.clone() }, 0, true);
            parts.extend(numbers(&desk.ask(&query), &documents));
        }
        parts.sort_unstable();
        prop_assert_eq!(parts, all);
    }

    #[test]
    fn nothing_that_can_be_typed_is_refused(typed in "\\PC*", text in "\\PC*") {
        let paragraph = Paragraph { text, ..Paragraph::default() };
        let documents = [Resolution { paragraphs: vec![paragraph], ..Resolution::default() }];
        let desk = Desk::new(&documents, &Glossary::default());
        for last in [LastWord::Whole, LastWord::Begun] {
            desk.index.find(&typed, last);
            for mark in Marker::new(&typed, last, Language::French).marks(&documents[0].paragraphs[0]) {
                prop_assert!(documents[0].paragraphs[0].text.get(mark.range()).is_some());
            }
        }
    }
}
