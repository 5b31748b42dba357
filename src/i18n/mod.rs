//! The interface's words: one field a text, so that a missing one does not compile.
//!
//! The document keeps its own language whatever the interface speaks. French sentences carry their no-break spaces
//! here (narrow before `;` `!` `?`, full before `:` and inside « »), since nothing downstream would add them.

mod en;
mod fr;

use crate::model::{ActorEntry, ClauseClass, Date, DoubtKind, Due, Language, Part, Role};
use crate::query::Facet;

/// The interface's texts in a language.
pub fn texts(language: Language) -> &'static Texts {
    match language {
        Language::French => &fr::TEXTS,
        Language::English => &en::TEXTS,
    }
}

/// Every text of the interface. Functions are for what depends on a number or a name.
#[derive(Debug)]
pub struct Texts {
    /// The language they are in.
    pub language: Language,
    /// That language's own name.
    pub language_name: &'static str,

    /// What the window is called.
    pub window: &'static str,
    /// The link that skips to the document.
    pub skip_to_text: &'static str,
    /// The label of the switch of languages.
    pub interface_language: &'static str,
    /// What is said when there is no document to show.
    pub no_document: &'static str,

    /// The label of the search box.
    pub search: &'static str,
    /// The words shown in the empty search box.
    pub search_example: &'static str,
    /// How to search: words.
    pub hint_words: &'static str,
    /// How to search: a phrase, as it is typed.
    pub hint_phrase: &'static str,
    /// How to search: a prefix, as it is typed.
    pub hint_prefix: &'static str,
    /// How to search: a word left out, as it is typed.
    pub hint_without: &'static str,
    /// What searching by words does.
    pub hint_words_meaning: &'static str,
    /// What a phrase does.
    pub hint_phrase_meaning: &'static str,
    /// What a prefix does.
    pub hint_prefix_meaning: &'static str,
    /// What a minus does.
    pub hint_without_meaning: &'static str,

    /// The heading of the filters.
    pub filters: &'static str,
    /// The button that opens the filters on a narrow page, with the number of choices.
    pub open_filters: fn(usize) -> String,
    /// Closes a dialog.
    pub close: &'static str,
    /// The button that closes the filters and shows what was found.
    pub show_found: fn(u32) -> String,
    /// The heading of a facet.
    pub facet: fn(Facet) -> &'static str,
    /// The label of the choice of roles.
    pub role_scope: &'static str,
    /// Actors count where they are asked to act.
    pub role_addressee: &'static str,
    /// Actors count wherever they are named.
    pub role_any: &'static str,
    /// A value's full label for those who hear it: its name and how many clauses it would leave.
    pub value_with_count: fn(&str, u32) -> String,
    /// The button that excludes a value.
    pub exclude: fn(&str) -> String,
    /// The button that takes the exclusion of a value back.
    pub no_longer_exclude: fn(&str) -> String,
    /// Shows all the values of a long facet.
    pub show_all: fn(usize) -> String,
    /// Shows only the first values again.
    pub show_fewer: &'static str,
    /// The box that filters a long facet's values.
    pub find_value: fn(Facet) -> &'static str,
    /// What is said when no value has the letters typed.
    pub no_such_value: &'static str,
    /// The button that shows or folds what is beneath a value.
    pub beneath: fn(&str) -> String,
    /// A part of the document, as a facet's value and as a heading.
    pub part: fn(Part) -> &'static str,
    /// A class of action.
    pub class: fn(ClauseClass) -> &'static str,
    /// What a class of action means.
    pub class_meaning: fn(ClauseClass) -> &'static str,

    /// The heading of the choices made.
    pub choices: &'static str,
    /// What stands before an excluded value: « sauf ».
    pub except: &'static str,
    /// What stands before the words searched for in their chip.
    pub searched_words: &'static str,
    /// The button that takes a choice back.
    pub remove: fn(&str) -> String,
    /// Takes all choices back.
    pub clear_all: &'static str,

    /// How many clauses and paragraphs match.
    pub found: fn(u32, u32) -> String,
    /// How many clauses, alone.
    pub n_clauses: fn(u32) -> String,
    /// The label of the choice of what becomes of the rest.
    pub rest: &'static str,
    /// The rest is shown.
    pub rest_shown: &'static str,
    /// The rest is dimmed.
    pub rest_dimmed: &'static str,
    /// The rest is hidden.
    pub rest_hidden: &'static str,
    /// How many paragraphs are hidden in a gap.
    pub n_hidden: fn(usize) -> String,
    /// Moves to the match before.
    pub previous_match: &'static str,
    /// Moves to the next match.
    pub next_match: &'static str,

    /// What is said when nothing matches, before the ways out.
    pub nothing_found: &'static str,
    /// The button that takes one choice back, with what that would leave.
    pub without_choice: fn(&str, u32) -> String,

    /// The heading of the first questions.
    pub welcome: &'static str,
    /// What the page is for, in a sentence.
    pub welcome_text: &'static str,
    /// Puts the first questions away for good.
    pub welcome_close: &'static str,
    /// What is this actor asked to do?
    pub question_actor: fn(&ActorEntry) -> String,
    /// What is said about this topic?
    pub question_topic: fn(&str) -> String,

    /// The organ, as it is named in the masthead.
    pub organ: fn(crate::model::Organ) -> &'static str,
    /// The session of the organ.
    pub session: fn(u16) -> String,
    /// A day, a month or a year in words.
    pub date: fn(Date) -> String,
    /// Where the document is published.
    pub at_the_un: fn(&str) -> String,
    /// The link of a paragraph to itself, named by its number or its place.
    pub link_to_paragraph: fn(&str) -> String,
    /// A paragraph of the preamble, named by its place: « 3e alinéa du préambule ».
    pub preambular: fn(&str) -> String,
    /// A paragraph of the operative part, named by its number.
    pub operative: fn(&str) -> String,

    /// The heading of the notes.
    pub notes: &'static str,
    /// A note, named by its mark.
    pub note: fn(&str) -> String,
    /// The link from a note back to where it is called.
    pub back_to: fn(&str) -> String,

    /// What the analysis of a clause is called.
    pub analysis: &'static str,
    /// What leads the equivalents of a verb in the other language.
    pub equivalents: fn(Language) -> &'static str,
    /// Where the shares of the equivalents come from.
    pub equivalents_note: &'static str,
    /// The heading of the actors in a role.
    pub role: fn(Role) -> &'static str,
    /// The heading of the topics.
    pub topics: &'static str,
    /// The heading of when it is due.
    pub due: &'static str,
    /// When it is due, in words.
    pub due_words: fn(&Due) -> String,
    /// That a report is asked for.
    pub report_due: &'static str,
    /// The button that filters by a value.
    pub filter_by: fn(&str) -> String,
    /// What leads words that were mended.
    pub mended: &'static str,
    /// What stood in the source.
    pub mended_from: fn(&str) -> String,

    /// The heading of how the text was read.
    pub reading: &'static str,
    /// How many words were mended.
    pub n_mends: fn(usize) -> String,
    /// How many doubts there are.
    pub n_doubts: fn(usize) -> String,
    /// The heading of the doubts about a clause.
    pub doubts: &'static str,
    /// A doubt in words: its kind, and what it is about.
    pub doubt: fn(DoubtKind, &str) -> String,

    /// Opens the help.
    pub help: &'static str,
    /// The heading of the keys.
    pub keys: &'static str,
    /// What each key does.
    pub key_search: &'static str,
    /// The next and the previous paragraph.
    pub key_paragraphs: &'static str,
    /// The next and the previous match.
    pub key_matches: &'static str,
    /// Moves to the filters.
    pub key_filters: &'static str,
    /// Leaves, closes, lets go.
    pub key_escape: &'static str,
    /// Opens the help.
    pub key_help: &'static str,
    /// The heading of how filters work.
    pub help_filters: &'static str,
    /// How filters work.
    pub help_filters_text: &'static str,
    /// The heading of what the labels are worth.
    pub help_labels: &'static str,
    /// What the labels are worth.
    pub help_labels_text: &'static str,
}

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

/// A name cut at its first word: what its article depends on.
fn first_word(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}
