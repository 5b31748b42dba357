//! The interface in French.

use super::{Blank, Texts, first_word};
use crate::model::{ActorEntry, ClauseClass, DoubtKind, Language, Organ, Part, Role};
use crate::query::{Axis, Facet};

pub(super) static TEXTS: Texts = Texts {
    language: Language::French,
    language_name: "Français",

    window: "Dispositif — les résolutions des Nations Unies, proposition par proposition",
    skip_to_text: "Aller au texte",
    interface_language: "Langue de l’interface",
    no_document: "Aucun document à montrer.",

    search: "Rechercher dans le texte",
    hints: [
        ("preuve numérique", "tous ces mots, au singulier ou au pluriel, avec ou sans accents"),
        ("\"droits de l’homme\"", "ces mots à la suite"),
        ("terror*", "tout mot qui commence ainsi"),
        ("-prison", "sans ce mot"),
    ],

    filters: "Filtres",
    open_filters: Blank("Filtres ({})"),
    close: "Fermer",
    show_found: Blank("Voir {}"),
    facet: |facet| match facet {
        Facet::Actor => "Acteurs",
        Facet::Action => "Verbes",
        Facet::Topic => "Thèmes",
        Facet::Part => "Partie",
    },
    role_scope: "Compter les acteurs",
    role_addressee: "destinataires",
    role_any: "dans tout rôle",
    exclude: Blank("Exclure\u{a0}: {}"),
    no_longer_exclude: Blank("Ne plus exclure\u{a0}: {}"),
    show_all: Blank("Tout afficher ({})"),
    show_fewer: "Afficher moins",
    find_value: |facet| match facet {
        Facet::Actor => "Chercher un acteur",
        Facet::Action => "Chercher un verbe",
        Facet::Topic => "Chercher un thème",
        Facet::Part => "Chercher une partie",
    },
    no_such_value: "Aucune valeur ne porte ces lettres.",
    beneath: Blank("Détail de «\u{a0}{}\u{a0}»"),
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
    remove: Blank("Retirer\u{a0}: {}"),
    clear_all: "Tout effacer",

    found: Blank("{} dans {}"),
    // Zero is singular in French.
    form: |n| usize::from(n >= 2),
    clauses: &["proposition", "propositions"],
    paragraphs: &["paragraphe", "paragraphes"],
    rest: "Le reste du texte",
    rest_shown: "montré",
    rest_dimmed: "estompé",
    rest_hidden: "masqué",
    hidden: &["paragraphe masqué", "paragraphes masqués"],
    previous_match: "Proposition trouvée précédente",
    next_match: "Proposition trouvée suivante",

    views: "Présentation",
    view_text: "Texte",
    view_table: "Tableau",
    view_matrix: "Matrice",
    view_references: "Renvois",
    view_due: "Échéances",
    column_place: "Paragraphe",
    column_verb: "Verbe",
    column_words: "Ce qui est dit",
    sort_by: Blank("Trier par\u{a0}: {}"),
    axis: |axis| match axis {
        Axis::Actor => "acteurs",
        Axis::Class => "types d’action",
        Axis::Verb => "verbes",
        Axis::Topic => "grands thèmes",
        Axis::Subtopic => "thèmes",
        Axis::Part => "parties",
    },
    matrix_rows: "En lignes",
    matrix_columns: "En colonnes",
    matrix_caption: "Chaque case compte les propositions qui ont les deux valeurs et y mène. Une proposition peut \
        compter dans plusieurs cases\u{a0}: les totaux ne sont pas des sommes.",
    total: "Total",
    matrix_cell: Blank("{}, {}\u{a0}: {}"),
    cited: Blank("{}, depuis {}"),
    documents: &["document cité", "documents cités"],
    places: &["endroit du texte", "endroits du texte"],
    nothing_cited: "Aucun renvoi dans ces propositions.",
    references_picture: "Quel paragraphe cite quel document",
    nothing_due: "Aucune échéance ni aucun rapport demandé dans ces propositions.",
    undated: "Sans date",
    map: "Où sont les propositions trouvées",
    suggestions: "Filtrer par une valeur",

    nothing_found: "Aucune proposition ne répond à tous ces critères. Essayez plutôt\u{a0}:",
    words_begun: Blank("{}\u{a0}: {}"),
    without_choice: Blank("sans {}\u{a0}: {}"),

    welcome: "Qui est prié de faire quoi\u{202f}?",
    welcome_text: "Chaque verbe de la résolution ouvre une proposition. Filtrez-les par acteur, par verbe, \
        par thème, ou commencez par une question.",
    welcome_close: "Ne plus montrer ces questions",
    question_actor,
    question_topic: Blank("Que dit le texte sur «\u{a0}{}\u{a0}»\u{202f}?"),

    organ: |organ| match organ {
        Organ::GeneralAssembly => "Assemblée générale",
        Organ::SecurityCouncil => "Conseil de sécurité",
        Organ::EconomicAndSocialCouncil => "Conseil économique et social",
        Organ::HumanRightsCouncil => "Conseil des droits de l’homme",
        Organ::Other => "Organisation des Nations Unies",
    },
    session: |n| if n == 1 { "1re session".to_owned() } else { [&n.to_string(), "e session"].concat() },
    first_day: "1er",
    months: [
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
    ],
    at_the_un: Blank("{} sur le site de l’ONU"),
    link_to_paragraph: Blank("Lien vers ceci\u{a0}: {}"),
    preambular: |place| [place, if place == "1" { "er" } else { "e" }, " alinéa du préambule"].concat(),
    operative: Blank("paragraphe {}"),

    notes: "Notes",
    note: Blank("Note {}"),
    back_to: Blank("Retour\u{a0}: {}"),

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
    every_year: "chaque année",
    every_years: Blank("tous les {} ans"),
    every_month: "chaque mois",
    every_months: Blank("tous les {} mois"),
    report_due: "un rapport est demandé",
    filter_by: Blank("Filtrer par\u{a0}: {}"),
    mended: "Mots rétablis",
    mended_from: Blank("dans la source\u{a0}: «\u{a0}{}\u{a0}»"),

    reading: "Comment ce texte a été lu",
    mends: &["mot coupé par l’extraction a été rétabli", "mots coupés par l’extraction ont été rétablis"],
    n_doubts: &["doute", "doutes"],
    doubts: "Doutes",
    doubt: |kind| match kind {
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
    },
    about: Blank("{}\u{a0}: «\u{a0}{}\u{a0}»."),

    help: "Aide",
    keys: "Au clavier",
    key_search: "aller à la recherche",
    key_paragraphs: "paragraphe suivant, précédent",
    key_matches: "proposition trouvée suivante, précédente",
    key_views: "tableau, matrice\u{a0}; de nouveau\u{a0}: le texte",
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

fn question_actor(actor: &ActorEntry) -> String {
    let name = actor.name.get(Language::French);
    let short = if actor.acronym.fr.is_empty() { name } else { actor.acronym.fr.as_str() };
    if actor.acronym.fr.is_empty() && first_word(name).ends_with(['s', 'x']) {
        return ["Que doivent faire les ", name, "\u{202f}?"].concat();
    }
    if short.starts_with(['A', 'E', 'É', 'I', 'O', 'U']) {
        return ["Que doit faire l’", short, "\u{202f}?"].concat();
    }
    // The gender is not in the tables, so the sentence does without the article.
    [short, "\u{a0}: que lui est-il demandé\u{202f}?"].concat()
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
}
