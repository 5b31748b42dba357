//! The interface in French.

use super::{Blank, Forms, Written, each, parts};
use crate::model::{ClauseClass, DoubtKind, Language, Organ, Role};
use crate::query::{Axis, Facet};

/// `later` makes of the words that nothing shows before what is fetched later is there what they are to be.
// A list, of which every line is a text.
#[allow(clippy::too_many_lines)]
pub(super) fn texts(later: impl Fn(&'static str) -> &'static str) -> Written {
    Written {
        window: "Dispositif — les résolutions des Nations Unies, proposition par proposition",
        skip_to_text: "Aller au texte",
        comma: ", ",
        interface_language: "Langue de l’interface",
        words_missing: Blank("L’interface en {} n’a pas pu être chargée. La page reste en français."),
        no_document: "Aucun document à montrer.",

        search: "Rechercher dans le texte",
        hints: [
            (later("preuve numérique"), later("tous ces mots, au singulier ou au pluriel, avec ou sans accents")),
            (later("\"droits de l’homme\""), later("ces mots à la suite")),
            (later("terror*"), later("tout mot qui commence ainsi")),
            (later("-prison"), later("sans ce mot")),
            (
                later("/états? (membres|parties)/"),
                later("une expression régulière, accents et majuscules indifférents"),
            ),
        ],

        filters: "Filtres",
        open_filters: Blank("Filtres ({})"),
        close: "Fermer",
        show_found: Blank("Voir {}"),
        facets: each!(Facet {
            Actor => "Acteurs",
            Action => "Verbes",
            Topic => "Thèmes",
            Part => "Partie",
            Annotation => "Mes annotations",
        }),
        role_scope: "Compter les acteurs",
        role_addressee: "destinataires",
        role_any: "dans tout rôle",
        exclude: Blank("Exclure\u{a0}: {}"),
        no_longer_exclude: Blank("Ne plus exclure\u{a0}: {}"),
        show_all: Blank("Tout afficher ({})"),
        show_fewer: "Afficher moins",
        order: "Ordre",
        orders: ["par nombre", "par nom", "par force"],
        strength_note: "Du plus contraignant au moins contraignant, selon une échelle de notre rédaction et non des Nations Unies. Une résolution de l’Assemblée générale recommande, une décision du Conseil de sécurité oblige.",
        any_of_these: "Choisir ces valeurs",
        none_of_these: "Écarter ces valeurs",
        find_values: each!(Facet {
            Actor => "Chercher un acteur",
            Action => "Chercher un verbe",
            Topic => "Chercher un thème",
            Part => "Chercher une partie",
            Annotation => "Chercher une annotation",
        }),
        no_such_value: "Aucune valeur ne porte ces lettres.",
        beneath: Blank("Détail de «\u{a0}{}\u{a0}»"),
        parts: parts::FRENCH,
        classes: each!(ClauseClass {
            Directive => "Demander d’agir",
            Deciding => "Décider",
            Reinforcing => "Réaffirmer",
            Evaluative => "Apprécier",
            Observing => "Constater",
        }),
        class_meanings: each!(ClauseClass {
            Directive => "quelqu’un est appelé à agir",
            Deciding => "l’organe agit lui-même",
            Reinforcing => "l’organe redit ou souligne",
            Evaluative => "l’organe porte un jugement",
            Observing => "l’organe prend acte",
        }),

        choices: "Choix en cours",
        except: "sauf",
        searched_words: "texte",
        remove: Blank("Retirer\u{a0}: {}"),
        clear_all: "Tout effacer",

        found: Blank("{} dans {}"),
        clauses: Forms("{}\u{a0}proposition|{}\u{a0}propositions"),
        paragraphs: Forms("{}\u{a0}paragraphe|{}\u{a0}paragraphes"),
        rest: "Le reste du texte",
        rest_shown: "montré",
        rest_dimmed: "estompé",
        rest_hidden: "masqué",
        hidden: Forms("{}\u{a0}paragraphe masqué|{}\u{a0}paragraphes masqués"),
        previous_match: "Proposition trouvée précédente",
        next_match: "Proposition trouvée suivante",

        views: "Présentation",
        view_text: "Texte",
        view_table: "Tableau",
        view_matrix: "Matrice",
        view_references: "Renvois",
        view_due: "Échéances",
        view_annotations: "Annotations",
        loading: "Chargement…",
        not_loaded: "Cette partie de l’explorateur n’a pas pu être chargée. Le texte et les filtres restent là.",
        try_again: "Réessayer",
        column_place: later("Paragraphe"),
        column_verb: later("Verbe"),
        column_words: later("Ce qui est dit"),
        sort_by: Blank(later("Trier par\u{a0}: {}")),
        axes: each!(Axis {
            Actor => later("acteurs"),
            Class => later("types d’action"),
            Verb => later("verbes"),
            Topic => later("grands thèmes"),
            Subtopic => later("thèmes"),
            Part => later("parties"),
            Annotation => later("mes annotations"),
        }),
        matrix_rows: later("En lignes"),
        matrix_columns: later("En colonnes"),
        matrix_caption: later(
            "Chaque case compte les propositions qui ont les deux valeurs et y mène. Une proposition peut \
            compter dans plusieurs cases\u{a0}: les totaux ne sont pas des sommes.",
        ),
        total: later("Total"),
        matrix_cell: Blank(later("{}, {}\u{a0}: {}")),
        cited: Blank(later("{}, depuis {}")),
        documents: Forms(later("{}\u{a0}document cité|{}\u{a0}documents cités")),
        places: Forms(later("{}\u{a0}endroit du texte|{}\u{a0}endroits du texte")),
        nothing_cited: later("Aucun renvoi dans ces propositions."),
        references_picture: later("Quel paragraphe cite quel document"),
        nothing_due: later("Aucune échéance ni aucun rapport demandé dans ces propositions."),
        undated: later("Sans date"),
        due_picture: later("Ce qui est dû, année par année"),
        map: "Où sont les propositions trouvées",
        suggestions: later("Filtrer par une valeur"),

        nothing_found: "Aucune proposition ne répond à tous ces critères. Essayez plutôt\u{a0}:",
        pattern_unfinished: Blank("Cette expression régulière n’est pas complète\u{a0}: «\u{a0}{}\u{a0}»."),
        link_lacking: Blank(later(
            "Ce lien demande «\u{a0}{}\u{a0}», que ce texte ne connaît pas\u{a0}: il n’en est pas tenu compte.",
        )),
        words_begun: Blank("{}\u{a0}: {}"),
        without_choice: Blank("sans {}\u{a0}: {}"),

        welcome: "Qui est prié de faire quoi\u{202f}?",
        welcome_text: "Chaque verbe de la résolution ouvre une proposition. Filtrez-les par acteur, par verbe, \
            par thème, ou commencez par une question.",
        welcome_close: "Ne plus montrer ces questions",
        questions_actor: Forms(
            "Que doit faire l’{}\u{202f}?|Que doivent faire les {}\u{202f}?|{}\u{a0}: que lui est-il demandé\u{202f}?",
        ),
        question_topic: Blank("Que dit le texte sur «\u{a0}{}\u{a0}»\u{202f}?"),

        organs: each!(Organ {
            GeneralAssembly => "Assemblée générale",
            SecurityCouncil => "Conseil de sécurité",
            EconomicAndSocialCouncil => "Conseil économique et social",
            HumanRightsCouncil => "Conseil des droits de l’homme",
            Other => "Organisation des Nations Unies",
        }),
        sessions: Forms("{}re session|{}e session"),
        months: [
            Forms("janvier"),
            Forms("février"),
            Forms("mars"),
            Forms("avril"),
            Forms("mai"),
            Forms("juin"),
            Forms("juillet"),
            Forms("août"),
            Forms("septembre"),
            Forms("octobre"),
            Forms("novembre"),
            Forms("décembre"),
        ],
        day: Forms("{}er {} {}|{} {} {}"),
        month: Blank("{} {}"),
        year: Blank("{}"),
        at_the_un: Blank("{} sur le site de l’ONU"),
        link_to_paragraph: Blank("Lien vers ceci\u{a0}: {}"),
        preambulars: Forms("{}er alinéa du préambule|{}e alinéa du préambule"),
        operative: Blank("paragraphe {}"),

        notes: "Notes",
        note: Blank("Note {}"),
        back_to: Blank("Retour\u{a0}: {}"),

        analysis: later("Analyse de la proposition"),
        equivalents_each: each!(Language {
            English => later("en anglais"),
            French => later("en français"),
        }),
        equivalents_note: later("Part de chaque équivalent dans les traductions officielles"),
        roles: each!(Role {
            Addressee => "Destinataires",
            Partner => "Avec ou par",
            Beneficiary => "Bénéficiaires",
            Mentioned => "Aussi nommés",
        }),
        topics: "Thèmes",
        due: later("Échéance"),
        every_year: later("chaque année"),
        every_years: Forms(later("tous les {} ans")),
        every_month: later("chaque mois"),
        every_months: Forms(later("tous les {} mois")),
        report_due: later("un rapport est demandé"),
        filter_by: Blank(later("Filtrer par\u{a0}: {}")),
        mended: later("Mots rétablis"),
        mended_from: Blank("dans la source\u{a0}: «\u{a0}{}\u{a0}»"),

        reading: "Comment ce texte a été lu",
        mends: Forms(
            "{}\u{a0}mot coupé par l’extraction a été rétabli|{}\u{a0}mots coupés par l’extraction ont été rétablis",
        ),
        n_doubts: Forms("{}\u{a0}doute|{}\u{a0}doutes"),
        doubts: later("Doutes"),
        doubts_each: each!(DoubtKind {
            NoSymbol => "Aucune cote n’a été trouvée",
            NoOrgan => "Aucune ligne ne nomme l’organe",
            NoOperativePart => "Aucun dispositif n’a été trouvé",
            NumberMissing => "Un numéro manque dans la suite",
            UnknownPhrase => "Locution initiale inconnue",
            NoPhrase => "Un verbe était attendu ici",
            NoteMissing => "Une note est appelée mais ne figure pas",
            NoteUncalled => "Une note figure sans être appelée",
            LaterReference => "Le document cité serait postérieur à celui-ci",
            NotAResolution => "Le texte ne ressemble pas à une résolution",
            RunIn => "Le texte n’a pas de retours à la ligne ; ses mots ont dit où commencent les paragraphes",
        }),
        doubted: Blank("{}."),
        doubted_about: Blank("{}\u{a0}: «\u{a0}{}\u{a0}»."),

        copy: later("Copier"),
        copy_link: later("le lien"),
        copy_citation: [later("la citation en français"), later("OSCOLA"), later("Bluebook")],
        copy_question: "Copier le lien",
        copied: Blank("Copié\u{a0}: {}"),
        copy_yourself: "Le navigateur n’a pas laissé copier. Voici le texte\u{a0}:",
        criterion: Blank("{}\u{a0}: {}"),

        annotations: later("Annoter"),
        star: "Étoile",
        with_note: "Avec une note",
        own_labels: later("Étiquettes, séparées par des virgules"),
        own_note: later("Note personnelle"),
        annotated: Blank(later("Annoté\u{a0}: {}")),
        annotations_about: later(
            "Vos étoiles, étiquettes et notes restent dans ce navigateur et ne sont envoyées nulle part. \
            Un fichier (CSV) les met à l’abri\u{a0}: il s’ouvre dans un tableur et se reprend ici ou dans un autre navigateur.",
        ),
        annotations_none: later(
            "Rien n’est annoté parmi ces propositions. Choisissez-en une dans le texte, puis étoilez-la, \
            étiquetez-la ou notez-y quelque chose.",
        ),
        annotations_lost: later("Sans leur passage"),
        annotations_elsewhere: later("Dans d’autres documents"),
        save_file: later("Enregistrer dans un fichier"),
        take_file: later("Reprendre d’un fichier"),
        annotations_taken: Blank(later("Repris du fichier\u{a0}: {} nouvelles, {} complétées, {} déjà là.")),
        annotations_left_out: Forms(later("{}\u{a0}ligne n’a rien donné.|{}\u{a0}lignes n’ont rien donné.")),
        not_annotations: later(
            "Ce fichier ne contient pas d’annotations\u{a0}: sa première ligne doit nommer les colonnes \
            «\u{a0}document\u{a0}» et «\u{a0}clause\u{a0}», comme le fait un fichier enregistré ici. Rien n’a changé.",
        ),
        annotations_unkept: later(
            "Ce navigateur ne garde pas vos annotations (espace plein ou interdit). Enregistrez-les dans un \
            fichier avant de fermer la page.",
        ),
        annotations_unread: Forms(later(
            "{}\u{a0}annotation, d’une autre version ou abîmée, n’est pas montrée\u{a0}; elle reste dans le \
            navigateur.|{}\u{a0}annotations, d’une autre version ou abîmées, ne sont pas montrées\u{a0}; elles restent dans le \
            navigateur.",
        )),

        settings: "Réglages",
        settings_each: [
            ("Couleurs", "du système|claires|sombres|très contrastées"),
            ("Taille du texte", "petite|normale|grande|très grande"),
            ("Lignes", "aérées|serrées"),
            ("Marquer acteurs et thèmes", "une proposition à la fois|partout"),
            ("Touches sans Ctrl ni Alt", "actives|inactives"),
        ],

        help: "Aide",
        keys: later("Au clavier"),
        key_search: later("aller à la recherche"),
        key_paragraphs: later("paragraphe suivant, précédent"),
        key_matches: later("proposition trouvée suivante, précédente"),
        key_views: later("tableau, matrice\u{a0}; de nouveau\u{a0}: le texte"),
        key_filters: later("aller aux filtres"),
        key_star: later("étoile sur la proposition tenue"),
        key_escape: later("quitter, fermer, lâcher la proposition"),
        key_help: later("cette aide"),
        keys_off: later("Les touches seules se désactivent dans les réglages."),
        help_filters: later("Filtrer"),
        help_filters_text: later(
            "Les valeurs d’une même facette s’ajoutent («\u{a0}ou\u{a0}»), les facettes se combinent \
            («\u{a0}et\u{a0}»). Le signe ⊘ écarte une valeur. Chaque nombre dit combien de propositions la valeur \
            laisserait. L’adresse de la page contient toute la question\u{a0}: copiez-la pour la partager.",
        ),
        help_labels: later("Ce que valent ces étiquettes"),
        help_labels_text: later(
            "Verbes, acteurs et thèmes sont relevés par règles et par tables, non par les Nations Unies. \
            Chaque thème montre les mots qui le justifient. Seul le texte publié fait foi.",
        ),
        method: "La méthode",
        method_lead: later("Comment nous lisons, et ce que cela vaut"),
        measured: later("Mesures"),
        method_sections: [
            (
                later("Comment le texte est lu"),
                later(
                    "L’unité est la proposition\u{a0}: un verbe de l’organe et tout ce qui en dépend. Un paragraphe en contient souvent deux, adressées à des acteurs différents. Des règles et des tables font tout le travail, sans modèle de langue\u{a0}: les pages du PDF sont reconnues et leurs coupures réparées, les notes rattachées à leurs appels, les verbes initiaux trouvés dans des tables et, au-delà, par leur forme. Ce qui n’est pas sûr est signalé comme un doute, à sa place.",
                ),
            ),
            (
                later("Qui, quoi, quand"),
                later(
                    "Est destinataire qui est prié, invité, engagé, autorisé ou remercié\u{a0}; partenaire, qui agit avec lui\u{a0}; bénéficiaire, pour qui l’on agit. Un thème vient de mots du texte, que l’analyse montre toujours. Une échéance est une date, une session ou une périodicité écrite dans la proposition\u{a0}; une session va de septembre à septembre.",
                ),
            ),
            (
                later("Limites"),
                later(
                    "Un pronom ou une longue énumération peuvent tromper sur le destinataire. Ce qui est dit en d’autres mots que ceux des tables n’a pas de thème\u{a0}: cherchez aussi par mots. Le tri par force est de notre rédaction. L’explorateur ne dit pas si un texte oblige. Les acteurs et les thèmes n’ont de noms qu’en français et en anglais.",
                ),
            ),
        ],
        measures: [
            (
                later(
                    "Locution initiale exacte, dispositif\u{a0}: 364 résolutions du Conseil de sécurité en français, d’après les italiques de l’ONU",
                ),
                later("98,2\u{a0}%"),
            ),
            (later("La même, préambule"), later("96,7\u{a0}%")),
            (later("Numéro de paragraphe\u{a0}: 533 résolutions en anglais"), later("99,9\u{a0}%")),
            (later("Niveau de paragraphe, dans les mêmes"), later("99,4\u{a0}%")),
            (later("Premier verbe, dans les mêmes"), later("99,2\u{a0}%")),
            (later("Préambule ou dispositif (macro-F1), dans les mêmes, annexes à part"), later("0,978")),
            (later("Le même, dans 26 recommandations d’un autre organe"), later("0,962")),
            (
                later("Propositions (F1)\u{a0}: accord avec un modèle de langue, 50 documents en anglais"),
                later("0,96"),
            ),
            (later("Destinataires (F1)\u{a0}: même accord, mêmes documents"), later("0,86")),
        ],
        help_offline: later("Sans réseau"),

        needs_network: "Ce navigateur n’a pas gardé la page\u{202f}; la rouvrir demande le réseau.",
        is_kept: "La page est gardée dans ce navigateur et s’y rouvre sans réseau.",
        is_copy: "Ceci est une copie en un seul fichier. Elle n’a pas besoin du réseau et ne se met pas à jour.",
        keep_copy: "Garder une copie",
        what_copy_is: "\u{a0}: l’explorateur entier en un seul fichier, à ouvrir d’un double clic.",
        newer_version: "Une nouvelle version est prête.",
        reload: "Recharger",
        later: "Plus tard",
    }
}
