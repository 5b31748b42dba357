//! The interface's words: one field a text, so that a missing one does not compile.
//!
//! The document keeps its own language whatever the interface speaks. French sentences carry their no-break spaces
//! here (narrow before `;` `!` `?`, full before `:` and inside « »), since nothing downstream would add them.
//!
//! A sentence that depends on a name or a number has blanks, `{}`, rather than a function of its own: a language is
//! data as far as it can be.

mod en;
mod fr;

use crate::model::{ActorEntry, ClauseClass, Date, DoubtKind, Due, Language, Part, Role};
use crate::query::{Axis, Facet};

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
    /// How to search: what is typed, and what it finds.
    pub hints: [(&'static str, &'static str); 4],

    /// The heading of the filters.
    pub filters: &'static str,
    /// The button that opens the filters on a narrow page once there are choices: their number.
    pub open_filters: Blank,
    /// Closes a dialog.
    pub close: &'static str,
    /// The button that closes the filters and shows what was found.
    pub show_found: Blank,
    /// The heading of a facet.
    pub facet: fn(Facet) -> &'static str,
    /// The label of the choice of roles.
    pub role_scope: &'static str,
    /// Actors count where they are asked to act.
    pub role_addressee: &'static str,
    /// Actors count wherever they are named.
    pub role_any: &'static str,
    /// The button that excludes a value.
    pub exclude: Blank,
    /// The button that takes the exclusion of a value back.
    pub no_longer_exclude: Blank,
    /// Shows all the values of a long facet.
    pub show_all: Blank,
    /// Shows only the first values again.
    pub show_fewer: &'static str,
    /// The box that filters a long facet's values.
    pub find_value: fn(Facet) -> &'static str,
    /// What is said when no value has the letters typed.
    pub no_such_value: &'static str,
    /// The button that shows or folds what is beneath a value.
    pub beneath: Blank,
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
    pub remove: Blank,
    /// Takes all choices back.
    pub clear_all: &'static str,

    /// How many clauses, and in how many paragraphs.
    pub found: Blank,
    /// Which form of a counted word a number takes.
    pub form: fn(usize) -> usize,
    /// The forms of « proposition ».
    pub clauses: Forms,
    /// The forms of « paragraphe ».
    pub paragraphs: Forms,
    /// The label of the choice of what becomes of the rest.
    pub rest: &'static str,
    /// The rest is shown.
    pub rest_shown: &'static str,
    /// The rest is dimmed.
    pub rest_dimmed: &'static str,
    /// The rest is hidden.
    pub rest_hidden: &'static str,
    /// The forms of « paragraphe masqué ».
    pub hidden: Forms,
    /// Moves to the match before.
    pub previous_match: &'static str,
    /// Moves to the next match.
    pub next_match: &'static str,

    /// The label of the choice of views.
    pub views: &'static str,
    /// The document itself.
    pub view_text: &'static str,
    /// A row a clause.
    pub view_table: &'static str,
    /// One facet against another.
    pub view_matrix: &'static str,
    /// What is cited.
    pub view_references: &'static str,
    /// What is due.
    pub view_due: &'static str,
    /// The head of the column of paragraphs.
    pub column_place: &'static str,
    /// The head of the column of verbs.
    pub column_verb: &'static str,
    /// The head of the column of what a clause says.
    pub column_words: &'static str,
    /// The button that sorts by a column.
    pub sort_by: Blank,
    /// What a side of the matrix can be.
    pub axis: fn(Axis) -> &'static str,
    /// The label of the choice of what stands down the side.
    pub matrix_rows: &'static str,
    /// The label of the choice of what stands along the top.
    pub matrix_columns: &'static str,
    /// How the matrix is read: the two sides.
    pub matrix_caption: &'static str,
    /// The head of the totals.
    pub total: &'static str,
    /// A cell of the matrix to those who hear it: its row, its column, how many clauses.
    pub matrix_cell: Blank,
    /// How many documents are cited, and from how many places.
    pub cited: Blank,
    /// The forms of « document cité ».
    pub documents: Forms,
    /// The forms of « endroit ».
    pub places: Forms,
    /// What is said when nothing is cited.
    pub nothing_cited: &'static str,
    /// What the picture of the references shows.
    pub references_picture: &'static str,
    /// What is said when nothing is due.
    pub nothing_due: &'static str,
    /// The heading of what is due at no time that is said.
    pub undated: &'static str,
    /// The label of the map.
    pub map: &'static str,
    /// The label of the values that are suggested.
    pub suggestions: &'static str,

    /// What is said when nothing matches, before the ways out.
    pub nothing_found: &'static str,
    /// The button that searches for words that only begin so: what to type, and how many clauses that finds.
    pub words_begun: Blank,
    /// The button that takes one choice back: its name, and how many clauses that would leave.
    pub without_choice: Blank,

    /// The heading of the first questions.
    pub welcome: &'static str,
    /// What the page is for, in a sentence.
    pub welcome_text: &'static str,
    /// Puts the first questions away for good.
    pub welcome_close: &'static str,
    /// What is this actor asked to do?
    pub question_actor: fn(&ActorEntry) -> String,
    /// What is said about this topic?
    pub question_topic: Blank,

    /// The organ, as it is named in the masthead.
    pub organ: fn(crate::model::Organ) -> &'static str,
    /// The session of the organ.
    pub session: fn(u16) -> String,
    /// The first of a month.
    pub first_day: &'static str,
    /// The months.
    pub months: [&'static str; 12],
    /// Where the document is published.
    pub at_the_un: Blank,
    /// The link of a paragraph to itself, named by its number or its place.
    pub link_to_paragraph: Blank,
    /// A paragraph of the preamble, named by its place: « 3e alinéa du préambule ».
    pub preambular: fn(&str) -> String,
    /// A paragraph of the operative part, named by its number.
    pub operative: Blank,

    /// The heading of the notes.
    pub notes: &'static str,
    /// A note, named by its mark.
    pub note: Blank,
    /// The link from a note back to where it is called.
    pub back_to: Blank,

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
    /// Due every year.
    pub every_year: &'static str,
    /// Due every so many years.
    pub every_years: Blank,
    /// Due every month.
    pub every_month: &'static str,
    /// Due every so many months.
    pub every_months: Blank,
    /// That a report is asked for.
    pub report_due: &'static str,
    /// The button that filters by a value.
    pub filter_by: Blank,
    /// What leads words that were mended.
    pub mended: &'static str,
    /// What stood in the source.
    pub mended_from: Blank,

    /// The heading of how the text was read.
    pub reading: &'static str,
    /// The forms of « mot rétabli ».
    pub mends: Forms,
    /// The forms of « doute ».
    pub n_doubts: Forms,
    /// The heading of the doubts about a clause.
    pub doubts: &'static str,
    /// What is doubted, without the point.
    pub doubt: fn(DoubtKind) -> &'static str,
    /// A sentence, and the words that it is about.
    pub about: Blank,

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
    /// Shows the table, the matrix, and the text again.
    pub key_views: &'static str,
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

/// The forms of a counted word, in the order of [`Texts::form`].
pub type Forms = &'static [&'static str];

/// A sentence with blanks, `{}`, for names and numbers.
#[derive(Clone, Copy, Debug)]
pub struct Blank(&'static str);

impl Blank {
    /// The sentence with its blank filled.
    pub fn with(self, words: &str) -> String {
        self.with_all(&[words])
    }

    /// The sentence with its blanks filled, in order.
    pub fn with_all(self, words: &[&str]) -> String {
        let mut out = String::new();
        let mut words = words.iter();
        for piece in self.0.split('{') {
            match piece.strip_prefix('}') {
                Some(piece) => out.extend([words.next().copied().unwrap_or_default(), piece]),
                None => out.push_str(piece),
            }
        }
        out
    }
}

impl Texts {
    /// A number and what is counted: « 27 propositions ».
    pub fn count(&self, n: usize, forms: Forms) -> String {
        let word = forms.get((self.form)(n)).or(forms.last()).copied().unwrap_or_default();
        [&n.to_string(), "\u{a0}", word].concat()
    }

    /// So many clauses.
    pub fn n_clauses(&self, n: u32) -> String {
        self.count(n as usize, self.clauses)
    }

    /// A day, a month or a year in words.
    pub fn date(&self, date: Date) -> String {
        let year = date.year.to_string();
        let Some(month) = date.month.and_then(|month| self.months.get(usize::from(month).wrapping_sub(1))) else {
            return year;
        };
        match date.day {
            None => [month, " ", &year].concat(),
            Some(1) => [self.first_day, " ", month, " ", &year].concat(),
            Some(day) => [&day.to_string(), " ", month, " ", &year].concat(),
        }
    }

    /// When something is due, in words.
    pub fn due_words(&self, due: &Due) -> String {
        let mut parts = Vec::new();
        if let Some(session) = due.session {
            let (from, to) = Due::years_of_session(session);
            parts.push([&(self.session)(session), " (", &from.to_string(), "–", &to.to_string(), ")"].concat());
        }
        if let Some(day) = due.date {
            parts.push(self.date(day));
        }
        match due.every_months {
            None => {}
            Some(12) => parts.push(self.every_year.to_owned()),
            Some(months) if months % 12 == 0 => parts.push(self.every_years.with(&(months / 12).to_string())),
            Some(1) => parts.push(self.every_month.to_owned()),
            Some(months) => parts.push(self.every_months.with(&months.to_string())),
        }
        parts.join(", ")
    }

    /// A doubt in a sentence: its kind, and the words that it is about, if there are any.
    pub fn doubt_words(&self, kind: DoubtKind, about: &str) -> String {
        let sentence = (self.doubt)(kind);
        if about.is_empty() { [sentence, "."].concat() } else { self.about.with_all(&[sentence, about]) }
    }
}

/// A name cut at its first word: what its article depends on.
fn first_word(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}

/// A name as it stands within a sentence. An acronym keeps its capitals.
pub fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    if letters.clone().nth(1).is_some_and(char::is_uppercase) {
        return name.to_owned();
    }
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn french() -> &'static Texts {
        texts(Language::French)
    }

    #[test]
    fn blanks_are_filled_in_order_and_a_missing_word_leaves_none() {
        assert_eq!(Blank("{} dans {}").with_all(&["un", "deux"]), "un dans deux");
        assert_eq!(Blank("{} dans {}").with("un"), "un dans ");
        assert_eq!(Blank("{}").with("{}"), "{}");
    }

    #[test]
    fn zero_is_singular_in_french_and_plural_in_english() {
        let count = |language: Language, n| texts(language).n_clauses(n);
        assert_eq!(count(Language::French, 0), "0\u{a0}proposition");
        assert_eq!(count(Language::French, 2), "2\u{a0}propositions");
        assert_eq!(count(Language::English, 0), "0\u{a0}clauses");
        assert_eq!(count(Language::English, 1), "1\u{a0}clause");
    }

    #[test]
    fn a_date_says_as_much_as_is_known() {
        let date = |year, month, day| french().date(Date { year, month, day });
        assert_eq!(date(2019, Some(12), Some(18)), "18 décembre 2019");
        assert_eq!(date(2020, Some(5), Some(1)), "1er mai 2020");
        assert_eq!(date(2030, Some(6), None), "juin 2030");
        assert_eq!(date(2030, None, None), "2030");
        assert_eq!(date(2030, Some(13), Some(2)), "2030");
    }

    #[test]
    fn a_due_session_says_its_years() {
        let due = Due { session: Some(75), every_months: Some(24), ..Due::default() };
        assert_eq!(french().due_words(&due), "75e session (2020–2021), tous les 2 ans");
    }

    #[test]
    fn a_name_within_a_sentence_begins_small_unless_it_is_an_acronym() {
        assert_eq!(lower_first("État de droit"), "état de droit");
        assert_eq!(lower_first("ONUDC"), "ONUDC");
        assert_eq!(lower_first(""), "");
    }
}
