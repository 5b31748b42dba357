//! The interface in French.

use super::{Texts, first_word};
use crate::model::{ActorEntry, ClauseClass, Date, DoubtKind, Due, Language, Organ, Part, Role};
use crate::query::Facet;

pub(super) static TEXTS: Texts = Texts {
    language: Language::French,
    language_name: "Français",

    window: "Dispositif — les résolutions des Nations Unies, proposition par proposition",
    skip_to_text: "Aller au texte",
    interface_language: "Langue de l’interface",
    no_document: "Aucun document à montrer.",

    search: "Rechercher dans le texte",
    search_example: "preuves électroniques",
    hint_words: "preuve numérique",
    hint_phrase: "\"droits de l’homme\"",
    hint_prefix: "terror*",
    hint_without: "-prison",
    hint_words_meaning: "tous ces mots, au singulier ou au pluriel, avec ou sans accents",
    hint_phrase_meaning: "ces mots à la suite",
    hint_prefix_meaning: "tout mot qui commence ainsi",
    hint_without_meaning: "sans ce mot",

    filters: "Filtres",
    open_filters: |n| if n == 0 { "Filtres".into() } else { format!("Filtres ({n})") },
    close: "Fermer",
    show_found: |n| format!("Voir {}", n_clauses(n)),
    facet: |facet| match facet {
        Facet::Actor => "Acteurs",
        Facet::Action => "Verbes",
        Facet::Topic => "Thèmes",
        Facet::Part => "Partie",
    },
    role_scope: "Compter les acteurs",
    role_addressee: "destinataires",
    role_any: "dans tout rôle",
    value_with_count: |name, n| format!("{name}, {}", n_clauses(n)),
    exclude: |name| format!("Exclure\u{a0}: {name}"),
    no_longer_exclude: |name| format!("Ne plus exclure\u{a0}: {name}"),
    show_all: |n| format!("Tout afficher ({n})"),
    show_fewer: "Afficher moins",
    find_value: |facet| match facet {
        Facet::Actor => "Chercher un acteur",
        Facet::Action => "Chercher un verbe",
        Facet::Topic => "Chercher un thème",
        Facet::Part => "Chercher une partie",
    },
    no_such_value: "Aucune valeur ne porte ces lettres.",
    beneath: |name| format!("Détail de «\u{a0}{name}\u{a0}»"),
    part: |part| match part {
        Part::Preamble => "Préambule",
        Part::Operative => "Dispositif",
        Part::Heading => "Titre",
        Part::Annex => "Annexe",
        Part::Closing => "Clôture",
    },
    class: |class| match class {
        ClauseClass::Directive => "Demander d’agir",
        ClauseClass::Deciding => "Décider",
        ClauseClass::Reinforcing => "Réaffirmer",
        ClauseClass::Evaluative => "Apprécier",
        ClauseClass::Observing => "Constater",
    },
    class_meaning: |class| match class {
        ClauseClass::Directive => "quelqu’un est appelé à agir",
        ClauseClass::Deciding => "l’organe agit lui-même",
        ClauseClass::Reinforcing => "l’organe redit ou souligne",
        ClauseClass::Evaluative => "l’organe porte un jugement",
        ClauseClass::Observing => "l’organe prend acte",
    },

    choices: "Choix en cours",
    except: "sauf",
    searched_words: "texte",
    remove: |name| format!("Retirer\u{a0}: {name}"),
    clear_all: "Tout effacer",

    found: |clauses, paragraphs| format!("{} dans {}", n_clauses(clauses), n_paragraphs(paragraphs)),
    n_clauses,
    rest: "Le reste du texte",
    rest_shown: "montré",
    rest_dimmed: "estompé",
    rest_hidden: "masqué",
    n_hidden: |n| plural(n as u32, "paragraphe masqué", "paragraphes masqués"),
    previous_match: "Proposition trouvée précédente",
    next_match: "Proposition trouvée suivante",

    nothing_found: "Aucune proposition ne répond à tous ces critères. Retirez-en un\u{a0}:",
    without_choice: |name, n| format!("sans {name}\u{a0}: {}", n_clauses(n)),

    welcome: "Qui est prié de faire quoi\u{202f}?",
    welcome_text: "Chaque verbe de la résolution ouvre une proposition. Filtrez-les par acteur, par verbe, \
        par thème, ou commencez par une question.",
    welcome_close: "Ne plus montrer ces questions",
    question_actor,
    question_topic: |topic| format!("Que dit le texte sur «\u{a0}{}\u{a0}»\u{202f}?", lower_first(topic)),

    organ: |organ| match organ {
        Organ::GeneralAssembly => "Assemblée générale",
        Organ::SecurityCouncil => "Conseil de sécurité",
        Organ::EconomicAndSocialCouncil => "Conseil économique et social",
        Organ::HumanRightsCouncil => "Conseil des droits de l’homme",
        Organ::Other => "Organisation des Nations Unies",
    },
    session: |n| format!("{} session", ordinal_feminine(n)),
    date,
    at_the_un: |symbol| format!("{symbol} sur le site de l’ONU"),
    link_to_paragraph: |name| format!("Lien vers ceci\u{a0}: {name}"),
    preambular: |place| {
        format!("{} alinéa du préambule", if place == "1" { "1er".into() } else { format!("{place}e") })
    },
    operative: |number| format!("paragraphe {number}"),

    notes: "Notes",
    note: |mark| format!("Note {mark}"),
    back_to: |place| format!("Retour\u{a0}: {place}"),

    analysis: "Analyse de la proposition",
    equivalents: |language| match language {
        Language::English => "en anglais",
        Language::French => "en français",
    },
    equivalents_note: "Part de chaque équivalent dans les traductions officielles",
    role: |role| match role {
        Role::Addressee => "Destinataires",
        Role::Partner => "Avec ou par",
        Role::Beneficiary => "Bénéficiaires",
        Role::Mentioned => "Aussi nommés",
    },
    topics: "Thèmes",
    due: "Échéance",
    due_words,
    report_due: "un rapport est demandé",
    filter_by: |name| format!("Filtrer par\u{a0}: {name}"),
    mended: "Mots rétablis",
    mended_from: |was| format!("dans la source\u{a0}: «\u{a0}{was}\u{a0}»"),

    reading: "Comment ce texte a été lu",
    n_mends: |n| {
        plural(
            n as u32,
            "mot coupé par l’extraction a été rétabli",
            "mots coupés par l’extraction ont été rétablis",
        )
    },
    n_doubts: |n| plural(n as u32, "doute", "doutes"),
    doubts: "Doutes",
    doubt: |kind, about| {
        let sentence = match kind {
            DoubtKind::NoSymbol => "Aucune cote n’a été trouvée",
            DoubtKind::NoOrgan => "Aucune ligne ne nomme l’organe",
            DoubtKind::NoOperativePart => "Aucun dispositif n’a été trouvé",
            DoubtKind::NumberMissing => "Un numéro manque dans la suite",
            DoubtKind::UnknownPhrase => "Locution initiale inconnue",
            DoubtKind::NoPhrase => "Un verbe était attendu ici",
            DoubtKind::NoteMissing => "Une note est appelée mais ne figure pas",
            DoubtKind::NoteUncalled => "Une note figure sans être appelée",
            DoubtKind::LaterReference => "Le document cité serait postérieur à celui-ci",
            DoubtKind::NotAResolution => "Le texte ne ressemble pas à une résolution",
        };
        if about.is_empty() {
            format!("{sentence}.")
        } else {
            format!("{sentence}\u{a0}: «\u{a0}{about}\u{a0}».")
        }
    },

    help: "Aide",
    keys: "Au clavier",
    key_search: "aller à la recherche",
    key_paragraphs: "paragraphe suivant, précédent",
    key_matches: "proposition trouvée suivante, précédente",
    key_filters: "aller aux filtres",
    key_escape: "quitter, fermer, lâcher la proposition",
    key_help: "cette aide",
    help_filters: "Filtrer",
    help_filters_text: "Les valeurs d’une même facette s’ajoutent («\u{a0}ou\u{a0}»), les facettes se combinent \
        («\u{a0}et\u{a0}»). Le signe ⊘ écarte une valeur. Chaque nombre dit combien de propositions la valeur \
        laisserait. L’adresse de la page contient toute la question\u{a0}: copiez-la pour la partager.",
    help_labels: "Ce que valent ces étiquettes",
    help_labels_text: "Verbes, acteurs et thèmes sont relevés par règles et par tables, non par les Nations Unies. \
        Chaque thème montre les mots qui le justifient. Seul le texte publié fait foi.",
};

fn plural(n: u32, one: &str, many: &str) -> String {
    // Zero is singular in French.
    format!("{n}\u{a0}{}", if n < 2 { one } else { many })
}

fn n_clauses(n: u32) -> String {
    plural(n, "proposition", "propositions")
}

fn n_paragraphs(n: u32) -> String {
    plural(n, "paragraphe", "paragraphes")
}

fn ordinal_feminine(n: u16) -> String {
    if n == 1 { "1re".into() } else { format!("{n}e") }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    // An acronym keeps its capitals.
    if letters.clone().nth(1).is_some_and(char::is_uppercase) {
        return text.into();
    }
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn question_actor(actor: &ActorEntry) -> String {
    let name = actor.name.get(Language::French);
    let short = if actor.acronym.fr.is_empty() { name } else { actor.acronym.fr.as_str() };
    if actor.acronym.fr.is_empty() && first_word(name).ends_with(['s', 'x']) {
        return format!("Que doivent faire les {name}\u{202f}?");
    }
    if short.starts_with(['A', 'E', 'É', 'I', 'O', 'U']) {
        return format!("Que doit faire l’{short}\u{202f}?");
    }
    // The gender is not in the tables, so the sentence does without the article.
    format!("{short}\u{a0}: que lui est-il demandé\u{202f}?")
}

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

fn date(date: Date) -> String {
    let month = date.month.and_then(|month| MONTHS.get(usize::from(month).wrapping_sub(1)));
    match (date.day, month) {
        (Some(1), Some(month)) => format!("1er {month} {}", date.year),
        (Some(day), Some(month)) => format!("{day} {month} {}", date.year),
        (None, Some(month)) => format!("{month} {}", date.year),
        (_, None) => date.year.to_string(),
    }
}

fn due_words(due: &Due) -> String {
    let mut parts = Vec::new();
    if let Some(session) = due.session {
        let (from, to) = Due::years_of_session(session);
        parts.push(format!("{} session ({from}-{to})", ordinal_feminine(session)));
    }
    if let Some(day) = due.date {
        parts.push(date(day));
    }
    match due.every_months {
        None => {}
        Some(12) => parts.push("chaque année".into()),
        Some(months) if months % 12 == 0 => parts.push(format!("tous les {} ans", months / 12)),
        Some(1) => parts.push("chaque mois".into()),
        Some(months) => parts.push(format!("tous les {months} mois")),
    }
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Names;

    fn actor(name: &str, acronym: &str) -> ActorEntry {
        ActorEntry {
            name: Names { fr: name.into(), en: String::new() },
            acronym: Names { fr: acronym.into(), en: String::new() },
            ..ActorEntry::default()
        }
    }

    #[test]
    fn a_question_about_an_actor_has_the_article_that_its_name_wants() {
        let ask = |name, acronym| question_actor(&actor(name, acronym));
        assert_eq!(
            ask("Office des Nations Unies contre la drogue et le crime", "ONUDC"),
            "Que doit faire l’ONUDC\u{202f}?"
        );
        assert_eq!(ask("États Membres", ""), "Que doivent faire les États Membres\u{202f}?");
        assert_eq!(ask("Assemblée générale", ""), "Que doit faire l’Assemblée générale\u{202f}?");
        assert_eq!(ask("Secrétaire général", ""), "Secrétaire général\u{a0}: que lui est-il demandé\u{202f}?");
    }

    #[test]
    fn zero_and_one_are_singular() {
        assert_eq!(n_clauses(0), "0\u{a0}proposition");
        assert_eq!(n_clauses(1), "1\u{a0}proposition");
        assert_eq!(n_clauses(2), "2\u{a0}propositions");
    }

    #[test]
    fn a_date_says_as_much_as_is_known() {
        assert_eq!(date(Date { year: 2019, month: Some(12), day: Some(18) }), "18 décembre 2019");
        assert_eq!(date(Date { year: 2020, month: Some(5), day: Some(1) }), "1er mai 2020");
        assert_eq!(date(Date { year: 2030, month: Some(6), day: None }), "juin 2030");
        assert_eq!(date(Date { year: 2030, month: None, day: None }), "2030");
        assert_eq!(date(Date { year: 2030, month: Some(13), day: Some(2) }), "2030");
    }

    #[test]
    fn a_due_session_says_its_years() {
        let due = Due { session: Some(75), every_months: Some(24), ..Due::default() };
        assert_eq!(due_words(&due), "75e session (2020-2021), tous les 2 ans");
    }
}
