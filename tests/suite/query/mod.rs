//! What a reader asks, and what is found.

mod expression;
mod naive;
mod properties;

use dispositif::model::{
    ActorId, Clause, ClauseClass, ClauseId, Glossary, Language, Mention, Paragraph, ParagraphId, Part, Resolution,
    Role, Span, TopicEntry, TopicId, TopicMatch, VerbId,
};
use dispositif::query::{Answer, Choice, Facet, Findings, Index, Place, Query, RoleScope, TextSearch, find};

/// Documents, laid out for all that one can ask.
struct Desk<'d> {
    documents: Vec<&'d Resolution>,
    index: Index,
    text: TextSearch,
}

impl<'d> Desk<'d> {
    fn new(documents: &'d [Resolution], glossary: &Glossary) -> Self {
        let index = Index::new(documents, glossary);
        let documents: Vec<_> = documents.iter().collect();
        Self { text: TextSearch::new(&documents), documents, index }
    }

    fn find(&self, typed: &str, shown: usize) -> Option<Findings> {
        find(typed, &self.documents, shown, || &self.text).unwrap_or_default()
    }

    fn ask(&self, query: &Query) -> Answer {
        self.index.ask(query, self.find(&query.text, 0).as_ref().map(|findings| &findings.holding))
    }
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
                .map(|topic| TopicMatch { topic: TopicId::from(*topic), evidence: Vec::new() })
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
    Query { choices: choices.collect(), role, text: text.to_owned() }
}

fn matching(choices: &[(Facet, &str, bool)]) -> Vec<u32> {
    let query = ask(choices, RoleScope::Addressee, "");
    Index::new(&sample(), &glossary()).ask(&query, None).matching.iter().collect()
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
    let index = Index::new(&sample(), &glossary());
    let unodc = [(Facet::Actor, "unodc", false)];
    assert_eq!(index.ask(&ask(&unodc, RoleScope::Addressee, ""), None).n_clauses, 2);
    assert_eq!(index.ask(&ask(&unodc, RoleScope::Any, ""), None).n_clauses, 3);
}

#[test]
fn a_facet_is_counted_as_if_it_were_not_filtered() {
    let index = Index::new(&sample(), &glossary());
    let answer = index.ask(&ask(&[(Facet::Actor, "unodc", false)], RoleScope::Addressee, ""), None);
    assert_eq!(answer.counts.of(Facet::Actor, "states"), 2);
    assert_eq!(answer.counts.of(Facet::Action, "prier"), 2);
    assert_eq!(answer.counts.of(Facet::Action, "engager"), 0);
    assert_eq!(answer.counts.of(Facet::Topic, "crime"), 1);
    assert_eq!(answer.n_paragraphs, 2);
}

#[test]
fn what_is_excluded_stays_out_of_the_counts_of_its_facet_but_not_of_its_own() {
    let index = Index::new(&sample(), &glossary());
    let answer = index.ask(&ask(&[(Facet::Action, "prier", true)], RoleScope::Addressee, ""), None);
    assert_eq!(answer.counts.of(Facet::Action, "directive"), 1);
    assert_eq!(answer.counts.of(Facet::Action, "engager"), 1);
    assert_eq!(answer.counts.of(Facet::Action, "prier"), 2);
}

#[test]
fn the_values_lie_beneath_their_parents_those_with_most_clauses_first() {
    let index = Index::new(&sample(), &glossary());
    let lines: Vec<_> = index
        .facets()
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
fn a_clause_s_number_and_its_place_are_each_other_s_reverse() {
    let index = Index::new(&sample(), &glossary());
    for (number, (paragraph, clause)) in (0..).zip([(0, 0), (1, 0), (1, 1), (2, 0), (2, 1)]) {
        assert_eq!(index.clause_number(0, paragraph, clause), Some(number));
        assert_eq!(index.place(number), Some(Place { document: 0, paragraph, clause }));
    }
    assert_eq!(index.clause_number(0, 0, 1), None);
    assert_eq!(index.clause_number(0, 3, 0), None);
    assert_eq!(index.clause_number(1, 0, 0), None);
    assert_eq!(index.place(5), None);
}

#[test]
fn what_has_no_word_asks_for_nothing() {
    let documents = sample();
    let desk = Desk::new(&documents, &glossary());
    for text in ["", " ", "-", "\"", "« »", "*"] {
        assert_eq!(desk.find(text, 0), None, "{text}");
    }
    assert!(desk.find("-paix", 0).is_some_and(|found| found.holding.count() == 5));
}

/// Which of these texts, one clause each, a search finds.
fn found<'a>(typed: &str, language: Language, texts: &[&'a str]) -> Vec<&'a str> {
    let paragraphs =
        texts.iter().zip(1..).map(|(text, number)| paragraph(number, Part::Operative, &[Said { text, ..PLAIN }]));
    let documents = [document(language, paragraphs.collect())];
    let answer = Desk::new(&documents, &Glossary::default()).ask(&ask(&[], RoleScope::Addressee, typed));
    texts.iter().zip(0..).filter(|(_, clause)| answer.matches(*clause)).map(|(text, _)| *text).collect()
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
    let numbers = |text: &str| desk.ask(&ask(&[], RoleScope::Addressee, text)).matching.iter().collect::<Vec<_>>();
    assert_eq!(numbers("juge"), [0]);
    assert_eq!(numbers("office juge"), [0]);
    assert_eq!(numbers("\"office de former\""), [0; 0], "a phrase does not reach from one paragraph into the next");
}

#[test]
fn hits_are_the_words_found_a_phrase_in_one_piece() {
    let said = [
        Said { text: "Prie les États d’échanger des preuves", ..PLAIN },
        Said { text: "preuves numériques comprises", ..PLAIN },
    ];
    let paragraph = paragraph(1, Part::Operative, &said);
    let documents = [document(Language::French, vec![paragraph.clone()])];
    let desk = Desk::new(&documents, &Glossary::default());
    let hits = |typed: &str| -> Vec<String> {
        let hits = desk.find(typed, 0).map(|found| found.hits).unwrap_or_default();
        hits.into_iter().flatten().map(|span| span.of(&paragraph.text).to_owned()).collect()
    };
    assert_eq!(hits("preuve"), ["preuves", "preuves"]);
    assert_eq!(hits("\"preuves numériques\" num*"), ["preuves numériques"]);
    assert_eq!(hits("\"preuves preuves\""), [""; 0], "a phrase does not reach from one clause into the next");
    assert_eq!(hits("\"les états\" -preuve"), ["les États"]);
    assert_eq!(hits("d'échanger"), ["d’échanger"]);
    assert_eq!(hits(""), [""; 0]);
}
