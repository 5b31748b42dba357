use super::*;
use crate::language::{ACTORS, rules, tables};
use crate::lexicon::Lexicon;
use crate::model::Organ;
use crate::text::fold::fold_char;
use crate::text::word_spans;
use std::collections::{BTreeMap, BTreeSet};

fn lexicon(language: Language) -> (&'static Vocabulary, &'static ActorTable) {
    let lexicon = Lexicon::of(language);
    (&lexicon.vocabulary, &lexicon.actors)
}

/// Words as the phrase table compares them: two with the same key are one phrase to it.
fn key(words: &str, language: Language) -> String {
    let mut key = String::with_capacity(words.len());
    let mut word = String::new();
    for span in word_spans(words) {
        word.clear();
        span.of(words).chars().for_each(|letter| fold_char(letter, &mut word));
        let (stem, ending) = (rules(language).key)(&word);
        key.push(if span.of(words).starts_with(char::is_uppercase) { '^' } else { ' ' });
        key.push_str(stem);
        key.push_str(ending);
    }
    key
}

/// Reads paragraphs in order, as one document, and gives the words found with their ids.
fn read(language: Language, organ: Organ, paragraphs: &[&str]) -> Vec<Vec<(String, String)>> {
    let (vocabulary, table) = lexicon(language);
    let mut referents = Referents::new(table, organ);
    let mut read_one = |text: &&str| {
        let found = table.find(text, &vocabulary.tokens(text), &mut referents);
        found.into_iter().map(|found| (found.span.of(text).to_owned(), found.actor.to_string())).collect()
    };
    paragraphs.iter().map(&mut read_one).collect()
}

fn check(language: Language, organ: Organ, paragraph: &str, expected: &[(&str, &str)]) {
    let found = read(language, organ, &[paragraph]).remove(0);
    let expected: Vec<_> = expected.iter().map(|(words, id)| ((*words).to_owned(), (*id).to_owned())).collect();
    assert_eq!(found, expected, "{paragraph}");
}

fn french(paragraph: &str, expected: &[(&str, &str)]) {
    check(Language::French, Organ::GeneralAssembly, paragraph, expected);
}

fn english(paragraph: &str, expected: &[(&str, &str)]) {
    check(Language::English, Organ::GeneralAssembly, paragraph, expected);
}

#[test]
fn every_actor_is_known_by_its_kind_and_named_in_each_language() {
    let ids: Vec<&str> =
        ACTORS.lines().filter_map(|line| line.split('\t').next()).filter(|id| !id.starts_with('#')).collect();
    assert!(ids.is_sorted_by(|one, other| one < other));
    assert_eq!(rows::actors(ACTORS).count(), ids.len());
    for language in Language::ALL {
        let tables = tables(language);
        for table in [tables.actors, tables.countries] {
            for line in table.lines().filter(|line| !line.starts_with('#')) {
                let id = line.split('\t').next().unwrap_or_default();
                assert!(
                    ids.binary_search(&id).is_ok(),
                    "{id} of lexicon/{} is in no table of actors",
                    language.code()
                );
            }
        }
        assert!(rows::heads(tables.heads).count() > 0);
    }
    for row in rows::actors(ACTORS) {
        for language in Language::ALL {
            let label = row.label(language);
            // French and English name all; the others what they need.
            let must = matches!(language, Language::French | Language::English);
            assert!(!must || !label.is_empty(), "{} in {}", row.id, language.code());
            assert!(!label.contains(['[', '|', '!', '&']), "{}: {label:?}", row.id);
            assert!(!label.starts_with(char::is_lowercase), "{}: {label:?}", row.id);
        }
        let id = row.id.as_str();
        assert!(
            id.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'),
            "{id}"
        );
    }
}

#[test]
fn no_name_stands_for_two_actors_unless_the_table_says_so() {
    let mut owners: BTreeMap<(Language, String), (String, bool)> = BTreeMap::new();
    let mut check = |language, key: String, id: &str, shared: bool| {
        if let Some((owner, is_shared)) = owners.insert((language, key.clone()), (id.to_owned(), shared)) {
            assert!(owner == id || (shared && is_shared), "{key:?} is both {owner} and {id}");
        }
    };
    for row in rows::actors(ACTORS) {
        for language in Language::ALL {
            for name in row.names(language) {
                check(language, key(&name.words, language), row.id.as_str(), name.shared);
            }
            for acronym in row.acronyms(language) {
                check(language, acronym.to_owned(), row.id.as_str(), false);
            }
        }
    }
}

#[test]
fn every_name_and_acronym_of_the_table_finds_its_actor() {
    for row in rows::actors(ACTORS) {
        for language in Language::ALL {
            let (vocabulary, table) = lexicon(language);
            for name in row.names(language) {
                let mut referents = Referents::new(table, Organ::GeneralAssembly);
                let tokens = vocabulary.tokens(&name.words);
                let found = table.find(&name.words, &tokens, &mut referents);
                assert!(
                    found.iter().any(|found| found.actor == row.id),
                    "{}: {:?} gave {found:?}",
                    row.id,
                    name.words
                );
            }
        }
    }
}

/// The resolution as readers see it, as far as this test needs: lines joined, without links and rules.
fn bundled_text() -> String {
    let text = include_str!("../../../data/A-RES-74-175.fr.txt");
    let lines = text.lines().filter(|line| !line.starts_with("http") && !line.starts_with('_'));
    let words: Vec<_> = lines.flat_map(str::split_whitespace).collect();
    words.join(" ").replace(" ’", "’")
}

#[test]
fn every_actor_of_the_bundled_resolution_is_found() {
    let text = bundled_text();
    let found = read(Language::French, Organ::GeneralAssembly, &[&text]).remove(0);
    let expected: BTreeSet<(&str, &str)> = [
        ("Assemblée générale", "general-assembly"),
        ("Association internationale des magistrats du parquet", "iap"),
        ("Bureau de l’informatique et des communications du Secrétariat", "oict"),
        ("Bureau de lutte contre le terrorisme", "unoct"),
        ("Conseil de sécurité", "security-council"),
        ("Direction exécutive du Comité contre le terrorisme", "cted"),
        (
            "Groupe de travail sur la gestion des frontières et l’application de la loi dans le contexte de la lutte \
             contre le terrorisme",
            "groupe-de-travail-sur-la-gestion-des-frontieres",
        ),
        (
            "Groupe de travail sur la justice pénale, les ripostes juridiques et la lutte contre le financement du \
             terrorisme",
            "groupe-de-travail-sur-la-justice-penale-les-ripostes",
        ),
        ("INTERPOL", "interpol"),
        ("Office", "unodc"),
        ("Office des Nations Unies contre la drogue et le crime", "unodc"),
        ("Organisation de l’aviation civile internationale", "icao"),
        ("Organisation des Nations Unies", "united-nations"),
        ("Organisation des Nations Unies pour l’éducation, la science et la culture", "unesco"),
        ("Organisation internationale de police criminelle (INTERPOL)", "interpol"),
        ("Organisation mondiale des douanes", "wco"),
        ("Pacte mondial de coordination contre le terrorisme", "ctc-compact"),
        ("Secrétaire général", "secretary-general"),
        ("Union interparlementaire", "ipu"),
        ("autorités centrales", "central-authorities"),
        ("autorités centrales compétentes", "central-authorities"),
        ("entités compétentes du Pacte mondial de coordination contre le terrorisme", "ctc-compact"),
        ("entités des Nations Unies", "un-bodies"),
        ("entités du Pacte mondial", "ctc-compact"),
        ("entités du Pacte mondial de coordination contre le terrorisme", "ctc-compact"),
        ("entreprises privées", "private-sector"),
        ("groupes armés", "armed-groups"),
        ("groupes terroristes", "terrorist-groups"),
        ("groupes terroristes et extrémistes violents", "terrorist-groups"),
        ("organes de l’Organisation des Nations Unies", "un-bodies"),
        ("organismes compétents des Nations Unies", "un-bodies"),
        ("organismes et dispositifs internationaux, régionaux et sous-régionaux", "international-organizations"),
        ("organismes et dispositifs internationaux, régionaux et sous-régionaux", "regional-organizations"),
        ("parlements", "parliaments"),
        ("parties prenantes", "stakeholders"),
        ("secteurs public et privé", "private-sector"),
        ("services de détection et de répression", "law-enforcement-services"),
        ("services de répression concernés", "law-enforcement-services"),
        ("société civile", "civil-society"),
        ("États", "states"),
        ("États Membres", "member-states"),
        ("États parties", "states-parties"),
    ]
    .into_iter()
    .collect();
    let found: BTreeSet<(&str, &str)> = found.iter().map(|(words, id)| (words.as_str(), id.as_str())).collect();
    assert_eq!(expected.difference(&found).next(), None, "not found");
    assert_eq!(found.difference(&expected).next(), None, "found and not there");
}

#[test]
fn the_longest_name_wins() {
    french(
        "États Membres, États parties, États, États-Unis d’Amérique",
        &[
            ("États Membres", "member-states"),
            ("États parties", "states-parties"),
            ("États", "states"),
            ("États-Unis d’Amérique", "united-states"),
        ],
    );
    french(
        "le Programme des Nations Unies pour le développement et les Nations Unies",
        &[("Programme des Nations Unies pour le développement", "undp"), ("Nations Unies", "united-nations")],
    );
    french(
        "Prie le Secrétaire général adjoint et le Secrétaire général",
        &[("Secrétaire général adjoint", "under-secretaries-general"), ("Secrétaire général", "secretary-general")],
    );
}

#[test]
fn accents_and_case_of_old_texts_do_not_count() {
    french(
        "Prie les Etats Membres et le Secretaire general",
        &[("Etats Membres", "member-states"), ("Secretaire general", "secretary-general")],
    );
}

#[test]
fn a_short_form_is_the_body_last_named_so() {
    let paragraphs = read(
        Language::French,
        Organ::GeneralAssembly,
        &[
            "Prie l’Office des Nations Unies contre la drogue et le crime d’agir",
            "se félicite de l’élaboration par l’Office du module d’apprentissage, et prie l’Office de continuer",
            "Prie l’Office des Nations Unies à Vienne d’aider ; prie l’Office d’agir",
        ],
    );
    let ids: Vec<Vec<&str>> =
        paragraphs.iter().map(|found| found.iter().map(|(_, id)| id.as_str()).collect()).collect();
    assert_eq!(ids, [vec!["unodc"], vec!["unodc", "unodc"], vec!["unov", "unov"]]);
}

#[test]
fn an_organ_calls_itself_by_its_short_form() {
    let sentence = "Rappelle que le Conseil économique et social et le Conseil ont prié l’Assemblée";
    let ids = |organ| {
        let found = read(Language::French, organ, &[sentence]).remove(0);
        found.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
    };
    let ecosoc = "economic-and-social-council";
    assert_eq!(ids(Organ::SecurityCouncil), [ecosoc, "security-council", "general-assembly"]);
    assert_eq!(ids(Organ::GeneralAssembly), [ecosoc, ecosoc, "general-assembly"]);
}

#[test]
fn the_organization_alone_is_the_united_nations() {
    french(
        "le Secrétariat de l’Organisation et l’Organisation",
        &[("Secrétariat de l’Organisation", "secretariat"), ("Organisation", "united-nations")],
    );
    english("the purposes of the Organization", &[("Organization", "united-nations")]);
}

#[test]
fn a_body_that_no_table_has_is_known_by_its_form() {
    french(
        "le Comité préparatoire de la Conférence des Nations Unies sur les océans, et prie",
        &[(
            "Comité préparatoire de la Conférence des Nations Unies sur les océans",
            "comite-preparatoire-de-la-conference-des-nations-unies-sur",
        )],
    );
    french(
        "Prie la Commission électorale indépendante de continuer à préparer les élections",
        &[("Commission électorale indépendante", "commission-electorale-independante")],
    );
    english(
        "Requests the Open-ended Working Group on Trade to report and the Panel of Experts on Mali to follow",
        &[
            ("Open-ended Working Group on Trade", "open-ended-working-group-on-trade"),
            ("Panel of Experts on Mali", "panel-of-experts-on-mali"),
        ],
    );
    english(
        "the Security Council Working Group on Sanctions",
        &[("Security Council Working Group on Sanctions", "security-council-working-group-on-sanctions")],
    );
}

#[test]
fn a_french_name_goes_on_as_far_as_its_words_belong_to_it() {
    for (sentence, name) in [
        ("rend hommage à la Commission afghane indépendante pour les efforts", "Commission afghane indépendante"),
        ("le Front patriotique rwandais et son chef", "Front patriotique rwandais"),
        ("prie le Comité directeur de la Conférence de presser le pas", "Comité directeur de la Conférence"),
        ("son Représentant spécial pour le Darfour et les hommes", "Représentant spécial pour le Darfour"),
        ("informe la Représentante spéciale des mesures prises", "Représentante spéciale"),
        ("Forces armées congolaises et de la Police nationale", "Forces armées congolaises"),
        ("le Fonds de stabilisation, la coopération se poursuivant", "Fonds de stabilisation"),
    ] {
        let found = read(Language::French, Organ::SecurityCouncil, &[sentence]).remove(0);
        assert_eq!(found.first().map(|(words, _)| words.as_str()), Some(name), "{sentence}");
    }
}

#[test]
fn an_english_name_goes_on_as_far_as_its_capitals() {
    for (sentence, name) in [
        ("by the Association of Caribbean States in May", "Association of Caribbean States"),
        ("by the Advisory Commission on Rakhine State to", "Advisory Commission on Rakhine State"),
        ("the Special Representative Jean Arnault and", "Special Representative"),
        ("the Truth and Reconciliation Commission, and", "Truth and Reconciliation Commission"),
        ("the Panel on Peace, Justice and Development of March", "Panel on Peace, Justice and Development"),
        ("the Committee Member for", "Committee"),
    ] {
        let found = read(Language::English, Organ::GeneralAssembly, &[sentence]).remove(0);
        assert_eq!(found.first().map(|(words, _)| words.as_str()), Some(name), "{sentence}");
    }
}

#[test]
fn a_committee_is_known_by_the_resolution_that_created_it() {
    french(
        "le Comité créé par la résolution 1591 (2005), le Comité du Conseil de sécurité créé par la résolution 661 (1990)",
        &[
            ("Comité créé par la résolution 1591 (2005)", "committee-1591"),
            ("Comité du Conseil de sécurité créé par la résolution 661 (1990)", "committee-661"),
        ],
    );
    english(
        "the Committee established pursuant to paragraph 3 of resolution 1591 (2005)",
        &[("Committee established pursuant to paragraph 3 of resolution 1591 (2005)", "committee-1591")],
    );
}

#[test]
fn a_government_is_its_state() {
    french(
        "Demande au Gouvernement libanais, aux autorités du Burundi et au Gouvernement de la République de Croatie",
        &[
            ("Gouvernement libanais", "lebanon"),
            ("autorités du Burundi", "burundi"),
            ("Gouvernement de la République de Croatie", "croatia"),
        ],
    );
    english(
        "Calls upon the Government of Lebanon and the Afghan authorities; requests the Government to report",
        &[
            ("Government of Lebanon", "lebanon"),
            ("Afghan authorities", "afghanistan"),
            ("Government", "afghanistan"),
        ],
    );
    english("Urges Governments to act", &[("Governments", "governments")]);
}

#[test]
fn a_state_where_something_is_is_a_place() {
    french("la situation au Mali et au Niger, en Haïti et en Iraq", &[]);
    french("Demande au Mali d’agir", &[("Mali", "mali")]);
    english("the situation in the Sudan and Chad", &[]);
    english("Commends Chad", &[("Chad", "chad")]);
}

#[test]
fn an_officer_counts_as_the_body_and_a_chair_does_not() {
    french(
        "Prie le Directeur exécutif de l’Office des Nations Unies contre la drogue et le crime",
        &[("Directeur exécutif de l’Office des Nations Unies contre la drogue et le crime", "unodc")],
    );
    english(
        "the Chair of the Committee against Torture",
        &[("Chair of the Committee against Torture", "chair-of-cat-committee")],
    );
    french(
        "le Secrétaire général de la Ligue des États arabes",
        &[("Secrétaire général de la Ligue des États arabes", "league-of-arab-states")],
    );
}

#[test]
fn an_acronym_belongs_to_the_name_before_it_and_stands_for_it_afterwards() {
    french(
        "l’Organisation mondiale de la Santé (OMS) et l’OMS",
        &[("Organisation mondiale de la Santé (OMS)", "who"), ("OMS", "who")],
    );
    english(
        "the Regional Monitoring Centre (RMC) and RMC",
        &[
            ("Regional Monitoring Centre (RMC)", "regional-monitoring-centre"),
            ("RMC", "regional-monitoring-centre"),
        ],
    );
}

#[test]
fn one_phrase_may_name_two_groups() {
    english(
        "international and regional organizations",
        &[
            ("international and regional organizations", "international-organizations"),
            ("international and regional organizations", "regional-organizations"),
        ],
    );
}

#[test]
fn united_nations_opens_longer_names() {
    english(
        "the United Nations Secretariat and the United Nations Convention against Corruption",
        &[("United Nations Secretariat", "secretariat")],
    );
    english(
        "the United Nations system and the United Nations",
        &[("United Nations system", "un-system"), ("United Nations", "united-nations")],
    );
}

#[test]
fn a_text_without_actors_has_none() {
    for sentence in [
        "Rappelant la Convention relative aux droits de l’enfant et le Protocole facultatif",
        "Réaffirmant la Charte des Nations Unies et la Stratégie antiterroriste mondiale des Nations Unies",
        "le Programme d’action en faveur d’une culture de paix et le Programme mondial sur l’élimination de la violence",
        "conformément au Pacte international relatif aux droits civils et politiques",
        "le renforcement de l’état de droit, en tout état de cause, et faisant état de ces mesures",
        "aux échelons local, national, régional et international",
        "le Programme d’action de la Barbade, la Déclaration de Maurice et l’Accord sur la Bosnie-Herzégovine",
        "certaines parties du territoire et l’action entreprise à cet égard",
        "la Convention des Nations Unies contre la criminalité transnationale organisée",
    ] {
        french(sentence, &[]);
    }
    for sentence in [
        "Recalling the Universal Declaration of Human Rights and the United Nations Convention on the Law of the Sea",
        "Reaffirming the purposes and principles of the Charter of the United Nations",
        "who are in a state of emergency and part of a programme of work",
        "the 2030 Agenda for Sustainable Development and the Beijing Declaration and Platform for Action",
        "the rule of law, an office, a commission and a committee",
        "the Mauritius Strategy, the Barbados Programme of Action, in Seville, Spain, and 3 million United States dollars",
        "multi-stakeholder partnerships, a university and donor approaches",
        "the Comprehensive Africa Agriculture Development Programme and a Council-mandated force",
    ] {
        english(sentence, &[]);
    }
}

#[test]
fn the_names_of_an_actor_are_known_by_its_id() {
    let (_, table) = lexicon(Language::French);
    let unodc = table.entry(&ActorId::from("unodc")).unwrap();
    assert_eq!(unodc.name.fr, "Office des Nations Unies contre la drogue et le crime");
    assert_eq!((unodc.acronym.fr.as_str(), unodc.acronym.en.as_str()), ("ONUDC", "UNODC"));
    assert_eq!(table.entry(&ActorId::from("nobody")), None);
    let ids: Vec<_> = table.entries().map(|entry| &entry.id).collect();
    assert!(ids.is_sorted());
}

#[test]
fn one_that_no_table_has_is_shown_by_the_words_first_used() {
    let (vocabulary, table) = lexicon(Language::French);
    let mut referents = Referents::new(table, Organ::GeneralAssembly);
    let text = "la Commission électorale\nindépendante";
    let found = table.find(text, &vocabulary.tokens(text), &mut referents);
    let entry = referents.entry(&found[0].actor).unwrap();
    assert_eq!((entry.name.fr.as_str(), found[0].by), ("Commission électorale indépendante", Recognition::Form));
    assert_eq!(referents.unknown().count(), 1);
}
