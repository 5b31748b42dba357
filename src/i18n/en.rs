//! The interface in English.

use super::{Texts, first_word};
use crate::model::{ActorEntry, ClauseClass, Date, DoubtKind, Due, Language, Organ, Part, Role};
use crate::query::Facet;

pub(super) static TEXTS: Texts = Texts {
    language: Language::English,
    language_name: "English",

    window: "Dispositif — United Nations resolutions, clause by clause",
    skip_to_text: "Skip to the text",
    interface_language: "Interface language",
    no_document: "There is no document to show.",

    search: "Search the text",
    search_example: "preuves électroniques",
    hint_words: "preuve numérique",
    hint_phrase: "\"droits de l’homme\"",
    hint_prefix: "terror*",
    hint_without: "-prison",
    hint_words_meaning: "all these words, singular or plural, with or without accents",
    hint_phrase_meaning: "these words in a row",
    hint_prefix_meaning: "any word that begins so",
    hint_without_meaning: "without this word",

    filters: "Filters",
    open_filters: |n| if n == 0 { "Filters".into() } else { format!("Filters ({n})") },
    close: "Close",
    show_found: |n| format!("Show {}", n_clauses(n)),
    facet: |facet| match facet {
        Facet::Actor => "Actors",
        Facet::Action => "Verbs",
        Facet::Topic => "Topics",
        Facet::Part => "Part",
    },
    role_scope: "Count actors",
    role_addressee: "as addressees",
    role_any: "in any role",
    value_with_count: |name, n| format!("{name}, {}", n_clauses(n)),
    exclude: |name| format!("Exclude {name}"),
    no_longer_exclude: |name| format!("No longer exclude {name}"),
    show_all: |n| format!("Show all ({n})"),
    show_fewer: "Show fewer",
    find_value: |facet| match facet {
        Facet::Actor => "Find an actor",
        Facet::Action => "Find a verb",
        Facet::Topic => "Find a topic",
        Facet::Part => "Find a part",
    },
    no_such_value: "No value has these letters.",
    beneath: |name| format!("Detail of “{name}”"),
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
    remove: |name| format!("Remove {name}"),
    clear_all: "Clear all",

    found: |clauses, paragraphs| format!("{} in {}", n_clauses(clauses), n_paragraphs(paragraphs)),
    n_clauses,
    rest: "The rest of the text",
    rest_shown: "shown",
    rest_dimmed: "dimmed",
    rest_hidden: "hidden",
    n_hidden: |n| plural(n as u32, "paragraph hidden", "paragraphs hidden"),
    previous_match: "Previous matching clause",
    next_match: "Next matching clause",

    nothing_found: "No clause meets all these criteria. Take one back:",
    without_choice: |name, n| format!("without {name}: {}", n_clauses(n)),

    welcome: "Who is asked to do what?",
    welcome_text: "Each verb of the resolution opens a clause. Filter the clauses by actor, by verb, by topic, \
        or begin with a question.",
    welcome_close: "Do not show these questions again",
    question_actor,
    question_topic: |topic| format!("What does the text say about “{topic}”?"),

    organ: |organ| match organ {
        Organ::GeneralAssembly => "General Assembly",
        Organ::SecurityCouncil => "Security Council",
        Organ::EconomicAndSocialCouncil => "Economic and Social Council",
        Organ::HumanRightsCouncil => "Human Rights Council",
        Organ::Other => "United Nations",
    },
    session: |n| format!("{} session", ordinal(n)),
    date,
    at_the_un: |symbol| format!("{symbol} on the UN’s site"),
    link_to_paragraph: |name| format!("Link to this: {name}"),
    preambular: |place| format!("preambular paragraph {place}"),
    operative: |number| format!("paragraph {number}"),

    notes: "Notes",
    note: |mark| format!("Note {mark}"),
    back_to: |place| format!("Back to {place}"),

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
    due_words,
    report_due: "a report is asked for",
    filter_by: |name| format!("Filter by {name}"),
    mended: "Mended words",
    mended_from: |was| format!("in the source: “{was}”"),

    reading: "How this text was read",
    n_mends: |n| {
        plural(n as u32, "word cut by the extraction was mended", "words cut by the extraction were mended")
    },
    n_doubts: |n| plural(n as u32, "doubt", "doubts"),
    doubts: "Doubts",
    doubt: |kind, about| {
        let sentence = match kind {
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
        };
        if about.is_empty() { format!("{sentence}.") } else { format!("{sentence}: “{about}”.") }
    },

    help: "Help",
    keys: "Keyboard",
    key_search: "go to the search box",
    key_paragraphs: "next, previous paragraph",
    key_matches: "next, previous matching clause",
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

fn plural(n: u32, one: &str, many: &str) -> String {
    format!("{n}\u{a0}{}", if n == 1 { one } else { many })
}

fn n_clauses(n: u32) -> String {
    plural(n, "clause", "clauses")
}

fn n_paragraphs(n: u32) -> String {
    plural(n, "paragraph", "paragraphs")
}

fn ordinal(n: u16) -> String {
    let ending = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

fn question_actor(actor: &ActorEntry) -> String {
    let name = actor.name.get(Language::English);
    let short = if actor.acronym.en.is_empty() { name } else { actor.acronym.en.as_str() };
    // Bodies known by an acronym or by a plural go without an article, others take one.
    let article = if short != name || first_word(name).ends_with('s') || name.ends_with('s') { "" } else { "the " };
    format!("What is asked of {article}{short}?")
}

const MONTHS: [&str; 12] = [
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
];

fn date(date: Date) -> String {
    let month = date.month.and_then(|month| MONTHS.get(usize::from(month).wrapping_sub(1)));
    match (date.day, month) {
        (Some(day), Some(month)) => format!("{day} {month} {}", date.year),
        (None, Some(month)) => format!("{month} {}", date.year),
        (_, None) => date.year.to_string(),
    }
}

fn due_words(due: &Due) -> String {
    let mut parts = Vec::new();
    if let Some(session) = due.session {
        let (from, to) = Due::years_of_session(session);
        parts.push(format!("{} session ({from}–{to})", ordinal(session)));
    }
    if let Some(day) = due.date {
        parts.push(date(day));
    }
    match due.every_months {
        None => {}
        Some(12) => parts.push("every year".into()),
        Some(months) if months % 12 == 0 => parts.push(format!("every {} years", months / 12)),
        Some(1) => parts.push("every month".into()),
        Some(months) => parts.push(format!("every {months} months")),
    }
    parts.join(", ")
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

    #[test]
    fn only_one_is_singular() {
        assert_eq!(n_clauses(0), "0\u{a0}clauses");
        assert_eq!(n_clauses(1), "1\u{a0}clause");
    }
}
