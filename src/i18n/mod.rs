//! The interface's texts: one field per text, so that a missing one does not compile.
//!
//! The document's language is independent of the interface's. French sentences contain their no-break spaces here (narrow
//! before `;` `!` `?`, full before `:` and inside « »), since nothing downstream adds them.
//!
//! A language is data: strings with blanks, forms and lists of them. Rules for numbers and names are methods of
//! [`UiLanguage`].
//!
//! The page has no language compiled in: it fetches the file of the reader's language, which `dispositif bundle` writes
//! from the modules here ([`Texts::from_file`]). The command line and the tests have the modules themselves.

#[cfg(any(test, feature = "cli"))]
mod ar;
#[cfg(any(test, feature = "cli"))]
mod en;
#[cfg(any(test, feature = "cli"))]
mod es;
mod export;
#[cfg(any(test, feature = "cli"))]
mod fr;
mod library;
mod page;
mod parts;
mod places;
mod question;
#[cfg(any(test, feature = "cli"))]
mod ru;
mod sentences;
#[cfg(test)]
mod tests;
mod ui_language;
mod words;
#[cfg(any(test, feature = "cli"))]
mod zh;

pub use export::ExportTexts;
pub use library::LibraryTexts;
pub use page::PageTexts;
pub use parts::part_in;
pub use sentences::lower_first;
pub use ui_language::UiLanguage;
pub use words::{Blank, PluralForms};
use words::{Lines, LinesOfFile, declare};

#[cfg(any(test, feature = "cli"))]
use words::each;

/// The interface's texts in a language.
#[cfg(any(test, feature = "cli"))]
pub fn texts(language: UiLanguage) -> &'static Texts {
    match language {
        UiLanguage::French => &fr::TEXTS,
        UiLanguage::English => &en::TEXTS,
        UiLanguage::Spanish => &es::TEXTS,
        UiLanguage::Arabic => &ar::TEXTS,
        UiLanguage::Chinese => &zh::TEXTS,
        UiLanguage::Russian => &ru::TEXTS,
    }
}

declare! {
    /// The texts of the interface in a language.
    struct Texts;

    /// Their language.
    pub language: UiLanguage,
    /// The window's title.
    pub window: &'static str,
    /// The link that skips to the document.
    pub skip_to_text: &'static str,
    /// Separates the items of a list.
    pub comma: &'static str,
    /// The label of the switch of languages.
    pub interface_language: &'static str,
    /// That the interface in another language could not be loaded: its name.
    pub language_missing: Blank,
    /// The texts of the library, and of files that are read.
    pub intake: LibraryTexts,
    /// The texts of the dialog that saves a file.
    pub export: ExportTexts,
    /// Texts about the site and the displayed document.
    pub page: PageTexts,
    /// Shown when there is no document.
    pub no_document: &'static str,

    /// The label of the search box.
    pub search: &'static str,
    /// How to search: what is typed, and what it finds.
    pub hints: [(&'static str, &'static str); 5],

    /// The heading of the filters.
    pub filters: &'static str,
    /// The button that opens the filters on a narrow page once there are choices: their number.
    pub open_filters: Blank,
    /// Closes a dialog.
    pub close: &'static str,
    /// The button that closes the filters and shows what was found.
    pub show_found: Blank,
    /// The heading of a facet.
    pub facets: [&'static str; 9],
    /// The label of the choice of roles.
    pub role_scope: &'static str,
    /// Actors count where they are asked to act.
    pub role_addressee: &'static str,
    /// Actors count wherever they are named.
    pub role_any: &'static str,
    /// The label of the choice of topics.
    pub topic_scope: &'static str,
    /// All topics of a clause count.
    pub topics_all: &'static str,
    /// Only what a clause is about counts.
    pub topics_main: &'static str,
    /// The button that excludes a value.
    pub exclude: Blank,
    /// The button that no longer excludes a value.
    pub no_longer_exclude: Blank,
    /// Shows all the values of a long facet.
    pub show_all: Blank,
    /// Shows only the first values again.
    pub show_fewer: &'static str,
    /// The label of the choice of the order of a facet's values.
    pub order: &'static str,
    /// By number, by name, by strength.
    pub orders: [&'static str; 3],
    /// Explains the order by strength.
    pub strength_note: &'static str,
    /// Chooses all the values that have the letters typed.
    pub any_of_these: &'static str,
    /// Excludes them.
    pub none_of_these: &'static str,
    /// The box that filters a long facet's values.
    pub find_values: [&'static str; 9],
    /// Shown when no value contains the typed letters.
    pub no_such_value: &'static str,
    /// The button that expands or collapses a value.
    pub detail: Blank,
    /// A part of the document, as a facet's value and as a heading.
    pub parts: [&'static str; 6],
    /// A class of action.
    pub classes: [&'static str; 5],
    /// The meaning of a class of action.
    pub class_meanings: [&'static str; 5],

    /// The clauses without an addressee, as a value.
    pub no_addressee: &'static str,
    /// The clauses without a topic, as a value.
    pub no_topic: &'static str,
    /// The documents without a known year, as a value.
    pub no_year: &'static str,
    /// The choice of the documents that do not say which body adopted them.
    pub no_body: &'static str,
    /// The choice of the documents whose language is not known.
    pub no_language: &'static str,
    /// The label of the choice of documents that are asked.
    pub scope: &'static str,
    /// All documents, with their number.
    pub scope_library: Blank,
    /// The document that is shown.
    pub scope_shown: &'static str,
    /// Those that were chosen, with their number.
    pub scope_chosen: Blank,
    /// The heading of the choices made.
    pub choices: &'static str,
    /// Precedes an excluded value: « sauf ».
    pub except: &'static str,
    /// Precedes the searched words in their chip.
    pub searched_words: &'static str,
    /// The button that removes a choice.
    pub remove: Blank,
    /// Removes all choices.
    pub clear_all: &'static str,

    /// How many clauses, and in how many paragraphs.
    pub found: Blank,
    /// How many clauses, in how many paragraphs, of how many documents.
    pub found_in: Blank,
    /// How many documents.
    pub n_documents: PluralForms,
    /// The match that the reader is at: its number, and how many there are.
    pub match_of: Blank,
    /// That the way from match to match went around the end.
    pub wrapped: &'static str,
    /// The forms of « proposition ».
    pub clauses: PluralForms,
    /// The forms of « paragraphe ».
    pub paragraphs: PluralForms,
    /// The label of the choice of how the rest is shown.
    pub rest: &'static str,
    /// The rest is shown.
    pub rest_shown: &'static str,
    /// The rest is dimmed.
    pub rest_dimmed: &'static str,
    /// The rest is hidden.
    pub rest_hidden: &'static str,
    /// The forms of « paragraphe masqué ».
    pub hidden: PluralForms,
    /// Moves to the match before.
    pub previous_match: &'static str,
    /// Moves to the next match.
    pub next_match: &'static str,

    /// The label of the choice of views.
    pub views: &'static str,
    /// The document itself.
    pub view_text: &'static str,
    /// One row per clause.
    pub view_table: &'static str,
    /// Counts by two facets.
    pub view_matrix: &'static str,
    /// The cited document.
    pub view_references: &'static str,
    /// The task that is due.
    pub view_due: &'static str,
    /// The reader’s annotations.
    pub view_annotations: &'static str,
    /// The library.
    pub view_library: &'static str,
    /// The head of the column of documents.
    pub column_document: &'static str,
    /// The head of the column of paragraphs.
    pub column_place: &'static str,
    /// The head of the column of verbs.
    pub column_verb: &'static str,
    /// The head of the column of what a clause says.
    pub column_words: &'static str,
    /// The button that unfolds the other values of a cell: how many.
    pub more: Blank,
    /// The button that sorts by a column.
    pub sort_by: Blank,
    /// The choices for a side of the matrix.
    pub axes: [&'static str; 11],
    /// The label of the choice of the rows.
    pub matrix_rows: &'static str,
    /// The label of the choice of the columns.
    pub matrix_columns: &'static str,
    /// How the matrix is read: the two sides.
    pub matrix_caption: &'static str,
    /// The head of the totals.
    pub total: &'static str,
    /// A cell of the matrix, for screen readers: its row, its column, how many clauses.
    pub matrix_cell: Blank,
    /// How many documents are cited, and from how many places.
    pub cited: Blank,
    /// The forms of « document cité ».
    pub documents: PluralForms,
    /// The forms of « endroit ».
    pub places: PluralForms,
    /// Shown when nothing is cited.
    pub nothing_cited: &'static str,
    /// Describes the figure of references.
    pub references_picture: &'static str,
    /// The documents of other bodies, in the legend of that picture.
    pub other_documents: &'static str,
    /// Shown when nothing is due.
    pub nothing_due: &'static str,
    /// The heading of what is due at no time that is said.
    pub undated: &'static str,
    /// Describes the figure of deadlines.
    pub due_picture: &'static str,
    /// The label of the map.
    pub map: &'static str,
    /// The label of the values that are suggested.
    pub suggestions: &'static str,

    /// Shown when nothing matches, before the suggestions.
    pub nothing_found: &'static str,
    /// For a pattern that is not, or not yet, a regular expression.
    pub pattern_unfinished: Blank,
    /// For a regular expression that is unsupported or too costly.
    pub pattern_refused: Blank,
    /// That the search is in progress.
    pub searching: &'static str,
    /// That the search for a regular expression did not finish.
    pub search_failed: &'static str,
    /// That a link asks for values that the document does not have: `{}`.
    pub link_lacking: Blank,
    /// The button that searches for words that only begin so: what to type, and how many clauses that finds.
    pub words_begun: Blank,
    /// The button that removes one choice: its name, and how many clauses that would leave.
    pub without_choice: Blank,

    /// The heading of the first questions.
    pub welcome: &'static str,
    /// Hides the first questions for good.
    pub welcome_close: &'static str,
    /// The question: what is this actor asked to do?
    pub questions_actor: PluralForms,
    /// The question: what is decided about this topic?
    pub question_topic: Blank,

    /// The organ, as it is named in the masthead.
    pub organs: [&'static str; 5],
    /// The session of the organ.
    pub sessions: PluralForms,
    /// A meeting of the organ.
    pub meetings: PluralForms,
    /// The months: alone with a year, and within a date where that differs.
    pub months: [PluralForms; 12],
    /// A day, its month and its year.
    pub day: PluralForms,
    /// A month and its year.
    pub month: Blank,
    /// A year.
    pub year: Blank,
    /// Where the document is published.
    pub at_the_un: Blank,
    /// The link of a paragraph to itself, named by its number or its place.
    pub link_to_paragraph: Blank,
    /// A paragraph of the preamble, named by its place: « 3e alinéa du préambule ».
    pub preambulars: PluralForms,
    /// A paragraph of the operative part, named by its number.
    pub operative: Blank,
    /// A paragraph of the preamble in short form.
    pub short_preambular: Blank,
    /// A paragraph of the operative part in short form.
    pub short_operative: Blank,
    /// The label of a subparagraph, as it is cited: « a) ».
    pub sublabel: Blank,

    /// The heading of the notes.
    pub notes: &'static str,
    /// A note, named by its mark.
    pub note: Blank,
    /// The link from a note back to where it is called.
    pub back_to: Blank,

    /// The name of a clause's analysis.
    pub analysis: &'static str,
    /// The lead-in to the equivalents of a verb in another language.
    pub equivalents_each: [&'static str; 6],
    /// Where the shares of the equivalents come from.
    pub equivalents_note: &'static str,
    /// The heading of the actors in a role.
    pub roles: [&'static str; 4],
    /// The heading of the topics.
    pub topics: &'static str,
    /// The heading of the deadlines.
    pub due: &'static str,
    /// Due every year.
    pub every_year: &'static str,
    /// Due every few years, with a number.
    pub every_years: PluralForms,
    /// Due every month.
    pub every_month: &'static str,
    /// Due every few months, with a number.
    pub every_months: PluralForms,
    /// That a report is asked for.
    pub report_due: &'static str,
    /// The button that filters by a value.
    pub filter_by: Blank,
    /// The lead-in to repaired words.
    pub mended: &'static str,
    /// The text as the source has it.
    pub mended_from: Blank,

    /// The heading of how the text was read.
    pub reading: &'static str,
    /// The forms of « mot rétabli ».
    pub mends: PluralForms,
    /// The forms of « doute ».
    pub n_doubts: PluralForms,
    /// The heading of the doubts about a clause.
    pub doubts: &'static str,
    /// The kinds of doubt, without the full stop.
    pub doubts_each: [&'static str; 20],
    /// A doubt about no words in particular, as a sentence.
    pub doubted: Blank,
    /// A doubt, and the words that it is about, as a sentence.
    pub doubted_about: Blank,

    /// The lead-in to the copy buttons.
    pub copy: &'static str,
    /// The link to a place.
    pub copy_link: &'static str,
    /// Copies its words in quotation marks, with the citation.
    pub copy_quote: &'static str,
    /// The citation in each form.
    pub copy_citation: [&'static str; 3],
    /// The button that copies the link to the question.
    pub copy_question: &'static str,
    /// Prints the view.
    pub print: &'static str,
    /// Prints only the matches.
    pub print_found: &'static str,
    /// Prints the whole text.
    pub print_all: &'static str,
    /// Names the copied text.
    pub copied: Blank,
    /// Precedes the text where the browser does not allow copying.
    pub copy_yourself: &'static str,
    /// Something and what is said of it: a criterion of a printed page and its values, a match and its place.
    pub criterion: Blank,

    /// Heads the annotations of a clause.
    pub annotations: &'static str,
    /// The star, as a button and as a value.
    pub star: &'static str,
    /// Clauses with a note, as a value.
    pub with_note: &'static str,
    /// The field of a clause's labels.
    pub own_labels: &'static str,
    /// The field of a clause's note.
    pub own_note: &'static str,
    /// The annotations of a clause, for screen readers.
    pub annotated: Blank,
    /// Where annotations are, and how to save them.
    pub annotations_about: &'static str,
    /// Shown when there are none.
    pub annotations_none: &'static str,
    /// The heading of those whose clause no longer exists.
    pub annotations_lost: &'static str,
    /// The heading of those in documents that are not in the library.
    pub annotations_elsewhere: &'static str,
    /// Exports them to a file.
    pub save_file: &'static str,
    /// Imports them from a file.
    pub take_file: &'static str,
    /// The result of an import: how many are new, completed, already here.
    pub annotations_taken: Blank,
    /// How many lines of the file were skipped.
    pub annotations_left_out: PluralForms,
    /// Why a file gave none.
    pub not_annotations: &'static str,
    /// That the browser does not keep them.
    pub annotations_unkept: &'static str,
    /// A line of a file of annotations, from which on all is one cell.
    pub annotations_unclosed: Blank,
    /// A record that cannot be read is where an annotation would be kept.
    pub annotations_blocked: &'static str,
    /// How many the browser has that cannot be read.
    pub annotations_unread: PluralForms,

    /// Opens the settings, and heads them.
    pub settings: &'static str,
    /// Each setting, and its values separated by bars.
    pub settings_each: [(&'static str, &'static str); 5],
    /// The review status of the interface's translation.
    pub translated: &'static str,

    /// Opens the help.
    pub help: &'static str,
    /// The heading of the keys.
    pub keys: &'static str,
    /// Describes each key.
    pub key_search: &'static str,
    /// The next and the previous paragraph.
    pub key_paragraphs: &'static str,
    /// The next and the previous match.
    pub key_matches: &'static str,
    /// Shows the table, the matrix, and the text again.
    pub key_views: &'static str,
    /// Moves to the filters.
    pub key_filters: &'static str,
    /// Stars the selected clause.
    pub key_star: &'static str,
    /// Leaves, closes, deselects.
    pub key_escape: &'static str,
    /// Opens the help.
    pub key_help: &'static str,
    /// That the keys can be switched off.
    pub keys_off: &'static str,
    /// The heading of how filters work.
    pub help_filters: &'static str,
    /// How filters work.
    pub help_filters_text: &'static str,
    /// The heading of the reliability of labels.
    pub help_labels: &'static str,
    /// The reliability of labels.
    pub help_labels_text: &'static str,
    /// The page about the method.
    pub method: &'static str,
    /// The names of the measures.
    pub measured: &'static str,
    /// The introduction of that page.
    pub method_lead: &'static str,
    /// Its sections, each under its heading; the limits last.
    pub method_sections: [(&'static str, &'static str); 3],
    /// Each measure with its figure, as in docs/accuracy.md.
    pub measures: [(&'static str, &'static str); 9],
    /// The heading of offline use.
    pub help_offline: &'static str,

    /// The browser has not kept the page.
    pub needs_network: &'static str,
    /// The browser keeps the page.
    pub is_kept: &'static str,
    /// The page is the copy in one file.
    pub is_copy: &'static str,
    /// The link to that copy.
    pub keep_copy: &'static str,
    /// Follows the link and describes the copy.
    pub what_copy_is: &'static str,
    /// A newer version of the page is there.
    pub newer_version: &'static str,
    /// Takes it.
    pub reload: &'static str,
    /// Leaves it for the next visit.
    pub later: &'static str,
}

impl Texts {
    /// Reads a language's file; none if it is truncated or from another version.
    pub fn from_file(file: &'static str) -> Option<Self> {
        let mut lines = LinesOfFile::of(file);
        let texts = Self::take(&mut lines);
        // The last line must end with a line break too.
        let whole = lines.next().is_empty() && !lines.cut_off;
        whole.then_some(texts)
    }

    /// Writes that file: a line for each text, in the order of the fields.
    #[cfg(any(test, feature = "cli"))]
    pub fn to_file(&self) -> String {
        self.lines().into_iter().flat_map(|line| [line, "\n"]).collect()
    }

    #[cfg(any(test, feature = "cli"))]
    fn lines(&self) -> Vec<&'static str> {
        let mut lines = Vec::new();
        Lines::list(self, &mut lines);
        lines
    }
}

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}
