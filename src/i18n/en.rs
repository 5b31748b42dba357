//! The interface in English.

use super::{Blank, Texts, first_word};
use crate::model::{ActorEntry, ClauseClass, DoubtKind, Language, Organ, Part, Role};
use crate::query::{Axis, Facet};

pub(super) static TEXTS: Texts = Texts {
    language: Language::English,
    language_name: "English",

    window: "Dispositif — United Nations resolutions, clause by clause",
    skip_to_text: "Skip to the text",
    interface_language: "Interface language",
    no_document: "There is no document to show.",

    search: "Search the text",
    hints: [
        ("preuve numérique", "all these words, singular or plural, with or without accents"),
        ("\"droits de l’homme\"", "these words in a row"),
        ("terror*", "any word that begins so"),
        ("-prison", "without this word"),
    ],

    filters: "Filters",
    open_filters: Blank("Filters ({})"),
    close: "Close",
    show_found: Blank("Show {}"),
    facet: |facet| match facet {
        Facet::Actor => "Actors",
        Facet::Action => "Verbs",
        Facet::Topic => "Topics",
        Facet::Part => "Part",
    },
    role_scope: "Count actors",
    role_addressee: "as addressees",
    role_any: "in any role",
    exclude: Blank("Exclude {}"),
    no_longer_exclude: Blank("No longer exclude {}"),
    show_all: Blank("Show all ({})"),
    show_fewer: "Show fewer",
    find_value: |facet| match facet {
        Facet::Actor => "Find an actor",
        Facet::Action => "Find a verb",
        Facet::Topic => "Find a topic",
        Facet::Part => "Find a part",
    },
    no_such_value: "No value has these letters.",
    beneath: Blank("Detail of “{}”"),
    part: |part| match part {
        Part::Preamble => "Preamble",
        Part::Operative => "Operative part",
        Part::Heading => "Heading",
        Part::Annex => "Annex",
        Part::Closing => "Closing",
    },
    class: |class| match class {
        ClauseClass::Directive => "Asks for action",
        ClauseClass::Deciding => "Decides",
        ClauseClass::Reinforcing => "Reaffirms",
        ClauseClass::Evaluative => "Judges",
        ClauseClass::Observing => "Takes notice",
    },
    class_meaning: |class| match class {
        ClauseClass::Directive => "somebody is called upon to act",
        ClauseClass::Deciding => "the organ itself acts",
        ClauseClass::Reinforcing => "the organ says again, or stresses",
        ClauseClass::Evaluative => "the organ passes judgment",
        ClauseClass::Observing => "the organ takes notice",
    },

    choices: "Current choices",
    except: "except",
    searched_words: "text",
    remove: Blank("Remove {}"),
    clear_all: "Clear all",

    found: Blank("{} in {}"),
    form: |n| usize::from(n != 1),
    clauses: &["clause", "clauses"],
    paragraphs: &["paragraph", "paragraphs"],
    rest: "The rest of the text",
    rest_shown: "shown",
    rest_dimmed: "dimmed",
    rest_hidden: "hidden",
    hidden: &["paragraph hidden", "paragraphs hidden"],
    previous_match: "Previous matching clause",
    next_match: "Next matching clause",

    views: "View",
    view_text: "Text",
    view_table: "Table",
    view_matrix: "Matrix",
    view_references: "References",
    view_due: "Due",
    column_place: "Paragraph",
    column_verb: "Verb",
    column_words: "What it says",
    sort_by: Blank("Sort by: {}"),
    axis: |axis| match axis {
        Axis::Actor => "actors",
        Axis::Class => "kinds of action",
        Axis::Verb => "verbs",
        Axis::Topic => "broad topics",
        Axis::Subtopic => "topics",
        Axis::Part => "parts",
    },
    matrix_rows: "Rows",
    matrix_columns: "Columns",
    matrix_caption: "Each cell counts the clauses that have both values, and leads to them. A clause may count in \
        more cells than one: totals are not sums.",
    total: "Total",
    matrix_cell: Blank("{}, {}: {}"),
    cited: Blank("{}, from {}"),
    documents: &["document cited", "documents cited"],
    places: &["place in the text", "places in the text"],
    nothing_cited: "Nothing is cited in these clauses.",
    references_picture: "Which paragraph cites which document",
    nothing_due: "Nothing is due, and no report asked for, in these clauses.",
    undated: "Without a date",
    map: "Where the clauses found are",
    suggestions: "Filter by a value",

    nothing_found: "No clause meets all these criteria. Try instead:",
    words_begun: Blank("{}: {}"),
    without_choice: Blank("without {}: {}"),

    welcome: "Who is asked to do what?",
    welcome_text: "Each verb of the resolution opens a clause. Filter the clauses by actor, by verb, by topic, \
        or begin with a question.",
    welcome_close: "Do not show these questions again",
    question_actor,
    question_topic: Blank("What does the text say about “{}”?"),

    organ: |organ| match organ {
        Organ::GeneralAssembly => "General Assembly",
        Organ::SecurityCouncil => "Security Council",
        Organ::EconomicAndSocialCouncil => "Economic and Social Council",
        Organ::HumanRightsCouncil => "Human Rights Council",
        Organ::Other => "United Nations",
    },
    session: |n| [&ordinal(n), " session"].concat(),
    first_day: "1",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    at_the_un: Blank("{} on the UN’s site"),
    link_to_paragraph: Blank("Link to this: {}"),
    preambular: |place| ["preambular paragraph ", place].concat(),
    operative: Blank("paragraph {}"),

    notes: "Notes",
    note: Blank("Note {}"),
    back_to: Blank("Back to {}"),

    analysis: "Analysis of the clause",
    equivalents: |language| match language {
        Language::English => "in English",
        Language::French => "in French",
    },
    equivalents_note: "Share of each equivalent in official translations",
    role: |role| match role {
        Role::Addressee => "Addressees",
        Role::Partner => "With or through",
        Role::Beneficiary => "Beneficiaries",
        Role::Mentioned => "Also named",
    },
    topics: "Topics",
    due: "Due",
    every_year: "every year",
    every_years: Blank("every {} years"),
    every_month: "every month",
    every_months: Blank("every {} months"),
    report_due: "a report is asked for",
    filter_by: Blank("Filter by {}"),
    mended: "Mended words",
    mended_from: Blank("in the source: “{}”"),

    reading: "How this text was read",
    mends: &["word cut by the extraction was mended", "words cut by the extraction were mended"],
    n_doubts: &["doubt", "doubts"],
    doubts: "Doubts",
    doubt: |kind| match kind {
        DoubtKind::NoSymbol => "No symbol was found",
        DoubtKind::NoOrgan => "No line names the organ",
        DoubtKind::NoOperativePart => "No operative part was found",
        DoubtKind::NumberMissing => "A number is missing in the sequence",
        DoubtKind::UnknownPhrase => "Initiating phrase not known",
        DoubtKind::NoPhrase => "A verb was expected here",
        DoubtKind::NoteMissing => "A note is called but stands nowhere",
        DoubtKind::NoteUncalled => "A note stands but is called nowhere",
        DoubtKind::LaterReference => "The document cited would be later than this one",
        DoubtKind::NotAResolution => "The text does not look like a resolution",
    },
    about: Blank("{}: “{}”."),

    help: "Help",
    keys: "Keyboard",
    key_search: "go to the search box",
    key_paragraphs: "next, previous paragraph",
    key_matches: "next, previous matching clause",
    key_views: "table, matrix; again: the text",
    key_filters: "go to the filters",
    key_escape: "leave, close, let go of the clause",
    key_help: "this help",
    help_filters: "Filtering",
    help_filters_text: "Values of one facet are alternatives (“or”), facets are combined (“and”). The sign ⊘ leaves \
        a value out. Each number says how many clauses the value would leave. The page’s address holds the whole \
        question: copy it to share it.",
    help_labels: "What these labels are worth",
    help_labels_text: "Verbs, actors and topics are found by rules and tables, not by the United Nations. Each topic \
        shows the words that are its evidence. Only the published text is authentic.",
};

fn ordinal(n: u16) -> String {
    let ending = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    [&n.to_string(), ending].concat()
}

fn question_actor(actor: &ActorEntry) -> String {
    let name = actor.name.get(Language::English);
    let short = if actor.acronym.en.is_empty() { name } else { actor.acronym.en.as_str() };
    // Bodies known by an acronym or by a plural go without an article, others take one.
    let article = if short != name || first_word(name).ends_with('s') || name.ends_with('s') { "" } else { "the " };
    ["What is asked of ", article, short, "?"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_end_as_they_are_spoken() {
        for (n, ordinal_words) in [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (74, "74th"), (112, "112th")] {
            assert_eq!(ordinal(n), ordinal_words);
        }
    }
}
