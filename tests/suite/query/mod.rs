//! Questions and their answers.

mod expression;
mod naive;
mod properties;
mod segments;

use dispositif::model::{
    ActorId, Clause, ClauseClass, ClauseId, ContentHash, Date, DocumentId, Due, Glossary, Language, Mention, Organ,
    Paragraph, ParagraphId, Part, Resolution, Role, Span, TopicEntry, TopicId, TopicMatch, TopicRank, VerbId,
};
use dispositif::query::{
    Answer, Choice, Facet, Index, LastWord, Marker, NONE, Place, Query, Question, RoleScope, Scope, Segment,
    TextMatches, TopicScope,
};

/// An index of documents.
struct Desk {
    index: Index,
}

impl Desk {
    /// All documents in one segment.
    fn new(documents: &[Resolution], glossary: &Glossary) -> Self {
        Self { index: Index::of(Segment::new(with_ids(documents), glossary)) }
    }

    fn find(&self, typed: &str) -> Option<TextMatches> {
        self.index.find(typed, LastWord::Whole)
    }

    fn ask(&self, query: &Query) -> Answer {
        self.ask_within(query, &Scope::Library)
    }

    fn ask_within(&self, query: &Query, scope: &Scope) -> Answer {
        self.index.ask(Question { query, scope, text: self.find(&query.text).as_ref() })
    }
}

/// The id of the document of a number, as if a reader had added it.
fn id(number: usize, document: &Resolution) -> DocumentId {
    let mut hash = [0; 16];
    hash[8..].copy_from_slice(&number.to_be_bytes());
    DocumentId::own(&document.symbol, document.language, ContentHash(hash))
}

fn with_ids(documents: &[Resolution]) -> impl Iterator<Item = (DocumentId, &Resolution)> {
    documents.iter().enumerate().map(|(number, document)| (id(number, document), document))
}

/// Every clause of some documents, in order.
fn places(documents: &[Resolution]) -> Vec<Place> {
    let mut places = Vec::new();
    for (document, resolution) in documents.iter().enumerate() {
        for (paragraph, of) in resolution.paragraphs.iter().enumerate() {
            places.extend((0..of.clauses.len()).map(|clause| Place { document, paragraph, clause }));
        }
    }
    places
}

/// The matches by their numbers among all clauses.
fn numbers(answer: &Answer, documents: &[Resolution]) -> Vec<u32> {
    let all = places(documents);
    (0u32..).zip(all).filter(|(_, place)| answer.matches(*place)).map(|(number, _)| number).collect()
}

/// A clause in short: its words, its verb and class, its actors and its topics.
struct Said<'a> {
    text: &'a str,
    verb: &'a str,
    class: ClauseClass,
    actors: &'a [(&'a str, Role)],
    topics: &'a [&'a str],
}

const PLAIN: Said<'_> = Said { text: "", verb: "prier", class: ClauseClass::Directive, actors: &[], topics: &[] };

fn paragraph(number: usize, part: Part, clauses: &[Said]) -> Paragraph {
    let id = ParagraphId::new(format!("{}{number}", if part == Part::Preamble { "pp" } else { "op" }));
    let mut paragraph = Paragraph { id, part, level: 1, ..Paragraph::default() };
    for (said, number) in clauses.iter().zip(1..) {
        if number > 1 {
            paragraph.text.push(' ');
        }
        let start = paragraph.text.len();
        paragraph.text.push_str(said.text);
        let mention = |(actor, role): &(&str, Role)| Mention {
            actor: ActorId::from(*actor),
            role: *role,
            span: Span::default(),
            within: None,
        };
        paragraph.clauses.push(Clause {
            id: ClauseId::new(format!("{}.{number}", paragraph.id)),
            span: Span::new(start, paragraph.text.len()),
            verb: VerbId::from(said.verb),
            class: said.class,
            actors: said.actors.iter().map(mention).collect(),
            topics: said
                .topics
                .iter()
                .map(|topic| TopicMatch { topic: TopicId::from(*topic), ..TopicMatch::default() })
                .collect(),
            ..Clause::default()
        });
    }
    paragraph
}

fn document(language: Language, paragraphs: Vec<Paragraph>) -> Resolution {
    Resolution { language, paragraphs, ..Resolution::default() }
}

fn glossary() -> Glossary {
    let topic = |id: &str, parent: Option<&str>| TopicEntry {
        id: TopicId::from(id),
        parent: parent.map(TopicId::from),
        ..TopicEntry::default()
    };
    Glossary {
        topics: vec![topic("crime", None), topic("evidence", Some("crime")), topic("laundering", Some("crime"))],
        ..Glossary::default()
    }
}

/// Three paragraphs, five clauses.
fn sample() -> Vec<Resolution> {
    vec![document(
        Language::French,
        vec![
            paragraph(
                1,
                Part::Preamble,
                &[Said {
                    text: "Rappelant que les preuves sont essentielles",
                    verb: "rappeler",
                    class: ClauseClass::Reinforcing,
                    topics: &["evidence"],
                    ..PLAIN
                }],
            ),
            paragraph(
                1,
                Part::Operative,
                &[
                    Said {
                        text: "Prie l’Office d’aider les États",
                        actors: &[("unodc", Role::Addressee), ("states", Role::Beneficiary)],
                        topics: &["crime"],
                        ..PLAIN
                    },
                    Said {
                        text: "et engage les États à prévenir le blanchiment",
                        verb: "engager",
                        actors: &[("states", Role::Addressee)],
                        topics: &["laundering"],
                        ..PLAIN
                    },
                ],
            ),
            paragraph(
                2,
                Part::Operative,
                &[
                    Said {
                        text: "Prie les États et l’Office de coopérer",
                        actors: &[("unodc", Role::Addressee), ("states", Role::Addressee)],
                        ..PLAIN
                    },
                    Said {
                        text: "et se félicite du rôle de l’Office",
                        verb: "se féliciter",
                        class: ClauseClass::Evaluative,
                        actors: &[("unodc", Role::Mentioned)],
                        ..PLAIN
                    },
                ],
            ),
        ],
    )]
}

fn ask(choices: &[(Facet, &str, bool)], role: RoleScope, text: &str) -> Query {
    let choices = choices.iter().map(|(facet, value, excluded)| Choice {
        facet: *facet,
        value: (*value).to_owned(),
        excluded: *excluded,
    });
    Query { choices: choices.collect(), role, text: text.to_owned(), ..Query::default() }
}

fn matching(choices: &[(Facet, &str, bool)]) -> Vec<u32> {
    let query = ask(choices, RoleScope::Addressee, "");
    let documents = sample();
    numbers(&Desk::new(&documents, &glossary()).ask(&query), &documents)
}

#[test]
fn values_of_one_facet_are_alternatives_and_facets_are_joined() {
    use Facet::{Action, Actor, Topic};
    assert_eq!(matching(&[]), [0, 1, 2, 3, 4]);
    assert_eq!(matching(&[(Actor, "unodc", false)]), [1, 3]);
    assert_eq!(matching(&[(Actor, "unodc", false), (Actor, "states", false)]), [1, 2, 3]);
    assert_eq!(matching(&[(Actor, "unodc", false), (Topic, "crime", false)]), [1]);
    assert_eq!(matching(&[(Action, "directive", false), (Action, "prier", true)]), [2]);
    assert_eq!(matching(&[(Actor, "unodc", true)]), [0, 2, 4]);
}

#[test]
fn an_actor_counts_as_addressee_unless_any_role_is_asked_for() {
    let documents = sample();
    let index = Desk::new(&documents, &glossary()).index;
    let unodc = [(Facet::Actor, "unodc", false)];
    assert_eq!(index.ask(&ask(&unodc, RoleScope::Addressee, "")).n_clauses, 2);
    assert_eq!(index.ask(&ask(&unodc, RoleScope::Any, "")).n_clauses, 3);
}

#[test]
fn a_facet_is_counted_as_if_it_were_not_filtered() {
    let documents = sample();
    let index = Desk::new(&documents, &glossary()).index;
    let answer = index.ask(&ask(&[(Facet::Actor, "unodc", false)], RoleScope::Addressee, ""));
    assert_eq!(answer.counts.of(Facet::Actor, "states"), 2);
    assert_eq!(answer.counts.of(Facet::Action, "prier"), 2);
    assert_eq!(answer.counts.of(Facet::Action, "engager"), 0);
    assert_eq!(answer.counts.of(Facet::Topic, "crime"), 1);
    assert_eq!(answer.n_paragraphs, 2);
}

#[test]
fn an_excluded_value_leaves_the_counts_of_its_facet_but_keeps_its_own() {
    let documents = sample();
    let index = Desk::new(&documents, &glossary()).index;
    let answer = index.ask(&ask(&[(Facet::Action, "prier", true)], RoleScope::Addressee, ""));
    assert_eq!(answer.counts.of(Facet::Action, "directive"), 1);
    assert_eq!(answer.counts.of(Facet::Action, "engager"), 1);
    assert_eq!(answer.counts.of(Facet::Action, "prier"), 2);
}

#[test]
fn values_are_below_their_parents_those_with_most_clauses_first() {
    let documents = sample();
    let index = Desk::new(&documents, &glossary()).index;
    let lines: Vec<_> = index
        .facets()
        .filter(|facet| !facet.facet.is_of_documents())
        .flat_map(|facet| &facet.values)
        .map(|value| {
            let children: Vec<_> =
                value.children.iter().map(|child| format!("{} {}", child.key, child.total)).collect();
            format!("{} {} [{}]", value.key, value.total, children.join(", "))
        })
        .collect();
    assert_eq!(
        lines,
        [
            "states 2 []",
            "unodc 2 []",
            "directive 3 [prier 2, engager 1]",
            "evaluative 1 [se féliciter 1]",
            "reinforcing 1 [rappeler 1]",
            "crime 3 [evidence 1, laundering 1]",
            "operative 4 []",
            "preamble 1 []",
        ]
    );
}

#[test]
fn a_place_has_the_values_of_its_clause_in_the_order_of_the_document() {
    let documents = sample();
    let index = Desk::new(&documents, &glossary()).index;
    let keys = |facet, place| {
        let all: Vec<&str> = index.keys(facet).collect();
        index.values_at(place, facet).into_iter().map(|number| all[number]).collect::<Vec<_>>()
    };
    for (place, (_, clause)) in places(&documents).into_iter().zip(documents.iter().flat_map(Resolution::clauses)) {
        let addressees = clause.actors.iter().filter(|mention| mention.role == Role::Addressee);
        let mut expected: Vec<&str> = addressees.map(|mention| mention.actor.as_str()).collect();
        if expected.is_empty() {
            expected.push(NONE);
        }
        assert_eq!(keys(Facet::Actor, place), expected, "{}", clause.id);
        assert!(keys(Facet::Action, place).contains(&clause.verb.as_str()), "{}", clause.id);
    }
    let nowhere = Place { document: 0, paragraph: 0, clause: 99 };
    assert!(keys(Facet::Actor, nowhere).is_empty());
}

#[test]
fn a_clause_sorts_by_its_first_deadline_also_after_a_merge() {
    let date = |year, month, day| Due { date: Some(Date { year, month, day }), ..Due::default() };
    let session = |session| Due { session: Some(session), ..Due::default() };
    let yearly = || Due { every_months: Some(12), ..Due::default() };
    let due = [
        (vec![], None),
        (vec![date(2030, Some(12), Some(31)), date(2028, Some(6), None)], Some(20_280_600)),
        (vec![date(2030, None, None)], Some(20_300_000)),
        (vec![yearly(), session(85)], Some(20_300_000)),
        (vec![yearly()], Some(99_999_999)),
    ];
    let expected: Vec<Option<u32>> = due.iter().map(|(_, first)| *first).collect();
    let mut own = document(Language::English, vec![paragraph(1, Part::Operative, &[PLAIN; 5])]);
    for (clause, (due, _)) in own.paragraphs[0].clauses.iter_mut().zip(due) {
        clause.due = due;
    }
    let other = document(Language::English, vec![paragraph(1, Part::Operative, &[PLAIN])]);
    let documents = [other, own];
    let segments: Vec<Segment> =
        with_ids(&documents).map(|document| Segment::new([document], &glossary())).collect();
    let merged = Index::of(Segment::merged(&segments, &[]));
    for index in [merged, Desk::new(&documents, &glossary()).index] {
        let first = |clause| index.first_due(Place { document: 1, paragraph: 0, clause });
        assert_eq!((0..5).map(first).collect::<Vec<_>>(), expected);
        assert_eq!(first(5), None, "there is no such clause");
    }
}

#[test]
fn matches_are_gone_through_from_any_place_in_both_directions() {
    let documents = [sample(), sample()].concat();
    let desk = Desk::new(&documents, &glossary());
    let answer = desk.ask(&ask(&[(Facet::Actor, "states", false)], RoleScope::Addressee, ""));
    let place = |document, paragraph, clause| Place { document, paragraph, clause };
    let found = [place(0, 1, 1), place(0, 2, 0), place(1, 1, 1), place(1, 2, 0)];
    assert_eq!(answer.places().collect::<Vec<_>>(), found);
    assert_eq!((answer.n_clauses, answer.n_paragraphs, answer.n_documents), (4, 4, 2));
    assert_eq!(answer.first_from(place(0, 0, 0)), Some(found[0]));
    assert_eq!(answer.first_from(found[1]), Some(found[1]));
    assert_eq!(answer.first_from(place(0, 2, 1)), Some(found[2]), "on into the next document");
    assert_eq!(answer.first_from(place(1, 2, 1)), None);
    assert_eq!(answer.last_before(found[2]), Some(found[1]));
    assert_eq!(answer.last_before(found[0]), None);
    assert_eq!(answer.last_before(place(7, 0, 0)), Some(found[3]));
    assert_eq!(answer.n_before_place(found[2]), 2);
    assert_eq!(answer.nth(3), Some(found[3]));
    assert_eq!(answer.nth(4), None);
    assert!(answer.in_paragraph(0, 1).eq([false, true]));
    assert_eq!(answer.in_paragraph(0, 3).count() + answer.in_paragraph(2, 0).count(), 0);
}

#[test]
fn documents_are_facets_and_a_scope() {
    let mut documents = [sample(), sample()].concat();
    documents[0].organ = Organ::SecurityCouncil;
    documents[0].adopted = Some(Date { year: 2019, ..Date::default() });
    documents[1].language = Language::English;
    let desk = Desk::new(&documents, &glossary());
    let both = desk.ask(&Query::default());
    assert_eq!(both.counts.of(Facet::Body, "security-council"), 5);
    assert_eq!(both.counts.of(Facet::Year, "2019"), 5);
    assert_eq!(both.counts.of(Facet::Year, NONE), 5);
    assert_eq!(both.counts.of(Facet::Language, "en"), 5);
    let key = id(1, &documents[1]).link().to_string();
    assert_eq!(both.counts.of(Facet::Document, &key), 5);
    let chosen = desk.ask(&ask(&[(Facet::Document, &key, false)], RoleScope::Addressee, ""));
    assert_eq!(numbers(&chosen, &documents), [5, 6, 7, 8, 9]);
    assert_eq!(chosen.counts.of(Facet::Year, "2019"), 0);
    assert_eq!(chosen.counts.of(Facet::Language, "fr"), 0);
    let scope = Scope::Documents(vec![id(0, &documents[0])]);
    let within = desk.ask_within(&ask(&[], RoleScope::Addressee, "office"), &scope);
    assert_eq!(numbers(&within, &documents), [1, 3, 4]);
    assert_eq!((within.n_documents, within.counts.of(Facet::Document, &key)), (1, 0));
    assert_eq!(desk.ask_within(&Query::default(), &Scope::Documents(Vec::new())).n_clauses, 0);
}

#[test]
fn clauses_without_a_value_have_one_of_their_own() {
    let documents = sample();
    let desk = Desk::new(&documents, &glossary());
    let none = desk.ask(&ask(&[(Facet::Actor, NONE, false)], RoleScope::Addressee, ""));
    assert_eq!(numbers(&none, &documents), [0, 4]);
    let none = desk.ask(&ask(&[(Facet::Actor, NONE, false)], RoleScope::Any, ""));
    assert_eq!(numbers(&none, &documents), [0]);
    let actors = desk.index.facet(Facet::Actor).unwrap();
    assert_eq!(actors.none.as_ref().map(|none| none.total), Some(2));
    assert_eq!(actors.values.len(), 2, "it is not among the others");
    assert!(desk.index.facet(Facet::Part).unwrap().none.is_none());
}

#[test]
fn a_search_without_a_word_filters_nothing() {
    let documents = sample();
    let desk = Desk::new(&documents, &glossary());
    for text in ["", " ", "-", "\"", "« »", "*"] {
        assert_eq!(desk.find(text), None, "{text}");
    }
    assert!(desk.find("-paix").is_some_and(|found| found.n_clauses() == 5));
}

#[test]
fn a_secondary_topic_counts_unless_main_topics_alone_are_asked_for() {
    let said = Said { topics: &["prisons", "children"], ..PLAIN };
    let mut paragraph = paragraph(1, Part::Operative, &[said]);
    paragraph.clauses[0].topics[1].rank = TopicRank::Secondary;
    let desk = Desk::new(&[document(Language::French, vec![paragraph])], &Glossary::default());
    let n_of = |topic, topics| {
        let query = Query { topics, ..ask(&[(Facet::Topic, topic, false)], RoleScope::Addressee, "") };
        desk.ask(&query).n_clauses
    };
    assert_eq!((n_of("prisons", TopicScope::All), n_of("prisons", TopicScope::Main)), (1, 1));
    assert_eq!((n_of("children", TopicScope::All), n_of("children", TopicScope::Main)), (1, 0));
}

/// Which of these texts, one clause each, a search finds.
fn found<'a>(typed: &str, language: Language, texts: &[&'a str]) -> Vec<&'a str> {
    let paragraphs =
        texts.iter().zip(1..).map(|(text, number)| paragraph(number, Part::Operative, &[Said { text, ..PLAIN }]));
    let documents = [document(language, paragraphs.collect())];
    let answer = Desk::new(&documents, &Glossary::default()).ask(&ask(&[], RoleScope::Addressee, typed));
    numbers(&answer, &documents).into_iter().map(|number| texts[number as usize]).collect()
}

#[test]
fn a_word_finds_its_inflections_whatever_the_accents() {
    let texts =
        ["les preuves numériques", "prévenir", "LE TERRORISME", "terrorismes nationaux", "mesures nationales"];
    for (typed, expected) in [
        ("preuve", &["les preuves numériques"][..]),
        ("numerique", &["les preuves numériques"]),
        ("terrorisme", &["LE TERRORISME", "terrorismes nationaux"]),
        ("national", &["terrorismes nationaux", "mesures nationales"]),
        ("Prevenir", &["prévenir"]),
        ("terror", &[]),
        ("terror*", &["LE TERRORISME", "terrorismes nationaux"]),
        ("terror* -national", &["LE TERRORISME"]),
        ("-terror* -preuve", &["prévenir", "mesures nationales"]),
    ] {
        assert_eq!(found(typed, Language::French, &texts), expected, "{typed}");
    }
    let texts = ["States parties", "each party", "the State"];
    assert_eq!(found("state", Language::English, &texts), ["States parties", "the State"]);
    assert_eq!(found("party", Language::English, &texts), ["States parties", "each party"]);
}

#[test]
fn a_phrase_is_consecutive_words_as_they_are_written() {
    let texts = ["les droits de l’homme", "droit de l’homme", "l’homme de droits", "l’activité sous-régionale"];
    for (typed, expected) in [
        ("\"droits de l'homme\"", &["les droits de l’homme"][..]),
        ("« DROITS DE L’HOMME »", &["les droits de l’homme"]),
        ("“droits de", &["les droits de l’homme"]),
        ("droit homme", &["les droits de l’homme", "droit de l’homme", "l’homme de droits"]),
        ("l'homme", &["les droits de l’homme", "droit de l’homme", "l’homme de droits"]),
        ("-\"de l'homme\"", &["l’homme de droits", "l’activité sous-régionale"]),
        ("sous-régional", &["l’activité sous-régionale"]),
        ("régional", &["l’activité sous-régionale"]),
        ("- \"\" *", &texts),
    ] {
        assert_eq!(found(typed, Language::French, &texts), expected, "{typed}");
    }
}

#[test]
fn a_subparagraph_that_continues_a_clause_is_part_of_its_text() {
    let opening = paragraph(1, Part::Operative, &[Said { text: "Prie l’Office :", ..PLAIN }]);
    let next = paragraph(2, Part::Operative, &[Said { text: "Prie aussi", ..PLAIN }]);
    let point = Paragraph {
        id: ParagraphId::from("op1.a"),
        part: Part::Operative,
        level: 2,
        text: "De former des juges ;".to_owned(),
        continues: Some(ClauseId::from("op1.1")),
        ..Paragraph::default()
    };
    let documents = [document(Language::French, vec![opening, point, next])];
    let desk = Desk::new(&documents, &Glossary::default());
    let numbers = |text: &str| numbers(&desk.ask(&ask(&[], RoleScope::Addressee, text)), &documents);
    assert_eq!(numbers("juge"), [0]);
    assert_eq!(numbers("office juge"), [0]);
    assert_eq!(numbers("\"office de former\""), [0; 0], "a phrase does not reach from one paragraph into the next");
}

#[test]
fn marks_are_the_words_found_a_phrase_in_one_piece() {
    let said = [
        Said { text: "Prie les États d’échanger des preuves", ..PLAIN },
        Said { text: "preuves numériques comprises", ..PLAIN },
    ];
    let paragraph = paragraph(1, Part::Operative, &said);
    let hits = |typed: &str| -> Vec<String> {
        let marks = Marker::new(typed, LastWord::Whole, Language::French).marks(&paragraph);
        marks.into_iter().map(|span| span.of(&paragraph.text).to_owned()).collect()
    };
    assert_eq!(hits("preuve"), ["preuves", "preuves"]);
    assert_eq!(hits("\"preuves numériques\" num*"), ["preuves numériques"]);
    assert_eq!(hits("\"preuves preuves\""), [""; 0], "a phrase does not reach from one clause into the next");
    assert_eq!(hits("\"les états\" -preuve"), ["les États"]);
    assert_eq!(hits("d'échanger"), ["d’échanger"]);
    assert_eq!(hits(""), [""; 0]);
}

#[test]
fn the_last_word_finds_what_it_may_become_while_it_is_typed() {
    let texts = ["les preuves", "le terrorisme", "la terreur", "un prévenu"];
    let paragraphs: Vec<_> =
        texts.iter().zip(1..).map(|(text, n)| paragraph(n, Part::Operative, &[Said { text, ..PLAIN }])).collect();
    let documents = [document(Language::French, paragraphs)];
    let index = Desk::new(&documents, &Glossary::default()).index;
    let found = |typed: &str| {
        let text = index.find(typed, LastWord::Begun);
        let query = Query::default();
        let answer = index.ask(Question { query: &query, scope: &Scope::Library, text: text.as_ref() });
        numbers(&answer, &documents)
    };
    assert_eq!(found("t"), [1, 2]);
    assert_eq!(found("terror"), [1]);
    assert_eq!(found("pr"), [0, 3]);
    assert_eq!(found("preuves"), [0]);
    assert_eq!(found("terr le"), [0; 0], "an earlier word is complete");
    assert_eq!(found("le terr"), [1]);
    assert_eq!(found("\"le terr"), [1]);
    assert_eq!(index.last_word("terror"), LastWord::Begun, "no clause has it whole");
    assert_eq!(index.last_word("terreur"), LastWord::Whole);
    let marker = Marker::new("terr", LastWord::Begun, Language::French);
    let marks = marker.marks(&documents[0].paragraphs[1]);
    assert!(marks.iter().map(|span| span.of(texts[1])).eq(["terrorisme"]));
}

#[test]
fn a_misspelled_word_is_corrected_to_a_similar_one() {
    let documents = sample();
    let index = Desk::new(&documents, &Glossary::default()).index;
    assert_eq!(index.spelled_like("ofice").as_deref(), Some("office"));
    assert_eq!(index.spelled_like("coopérre").as_deref(), Some("cooperer"));
    assert_eq!(index.spelled_like("xylophone"), None);
    assert_eq!(index.spelled_like("rol"), None, "too short to be told");
}
