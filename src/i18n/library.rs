//! Texts about the library, the files being read and the browser's storage.

use super::words::{Blank, declare};
use crate::model::{Refusal, StoreError, UnreadFormat};

declare! {
    /// The texts of the library in a language.
    struct LibraryTexts;

    /// How texts of one's own are opened, and that they go nowhere.
    pub about: &'static str,
    /// Opens files.
    pub open_files: &'static str,
    /// The field for a text that is pasted.
    pub paste: &'static str,
    /// Reads the pasted text.
    pub paste_add: &'static str,
    /// Shown while files are dragged over the page.
    pub drop_here: &'static str,


    /// The heading of the report.
    pub report: &'static str,
    /// How many files of how many are done.
    pub progress: Blank,
    /// How many files could not be read.
    pub n_failed: Blank,
    /// How many were in the library already.
    pub n_same: Blank,
    /// Stops reading.
    pub cancel: &'static str,
    /// Takes the report away.
    pub dismiss: &'static str,
    /// Saves the report.
    pub save_report: &'static str,
    /// A file that waits.
    pub waiting: &'static str,
    /// A file that is being read.
    pub reading: &'static str,
    /// A file that was cancelled.
    pub cancelled: &'static str,
    /// A file that the worker died of.
    pub crashed: &'static str,
    /// A file that could not be read, because of the worker or of the file.
    pub not_started: &'static str,
    /// A text that was here, with the day it was added.
    pub same: Blank,
    /// A text that comes with the explorer.
    pub same_bundled: &'static str,
    /// A text that was read and could not be kept, with the reason.
    pub not_kept: Blank,
    /// A text that is kept and cannot be read out of the store, with the reason.
    pub lost: Blank,
    /// In which other languages, or from which other files, the same resolution is here.
    pub also: Blank,

    /// Why a file is refused: empty, no text, encrypted, damaged, a scan, too large, tables missing.
    pub refusals: [&'static str; 7],
    /// Why a file of a format that is known is refused: old Office, RTF, `OpenDocument`, other Office, a picture, an archive,
    /// EPUB, a format that this build leaves out.
    pub formats: [&'static str; 7],
    /// Why the store does not keep or give: full, forbidden, newer, damaged.
    pub store_errors: [&'static str; 4],

    /// How many lines of how many the report shows.
    pub report_cut: Blank,
    /// Lists more documents: how many of how many there are now.
    pub list_more: Blank,
    /// The columns of the list: symbol, title, body, year, language, clauses, doubts, added.
    pub columns: [&'static str; 8],
    /// The label of the field that filters the list.
    pub filter: &'static str,
    /// Shown when nothing in the list matches.
    pub nothing: &'static str,
    /// A document that was not added.
    pub bundled: &'static str,
    /// The box that chooses a document, with its name.
    pub choose: Blank,
    /// Asks the chosen documents only.
    pub ask_chosen: &'static str,
    /// Removes a document, with its name.
    pub remove: Blank,
    /// Removes what is chosen.
    pub remove_chosen: &'static str,
    /// Removes all that the reader has added.
    pub remove_all: &'static str,
    /// How many were removed.
    pub removed: Blank,
    /// Puts them back.
    pub undo: &'static str,
    /// How many of the kept texts have been read again.
    pub reading_kept: Blank,

    /// The heading over what the browser keeps.
    pub keeping: &'static str,
    /// That the browser will not delete the texts by itself.
    pub persistent: &'static str,
    /// That it may, when space is short.
    pub not_persistent: &'static str,
    /// That Safari deletes what was not visited for seven days.
    pub seven_days: &'static str,
    /// How much space is used, and the quota.
    pub quota: Blank,
    /// How many records cannot be read.
    pub unreadable: Blank,
    /// Makes a backup.
    pub back_up: &'static str,
    /// Saves it.
    pub save_backup: Blank,
    /// How many texts are damaged and not in it.
    pub backup_damaged: Blank,
    /// Takes a backup in.
    pub restore: &'static str,
    /// The outcome.
    pub restored: Blank,
    /// That the file is no backup.
    pub no_backup: &'static str,
    /// The group of marks that say how far the work on a clause has come.
    pub mark: &'static str,
    /// A clause's mark: to do, reviewed, not relevant.
    pub marks: [&'static str; 3],
    /// Takes marks away.
    pub unmark: &'static str,
    /// Marks all that is found as what follows; how many clauses these are.
    pub mark_all: Blank,
    /// Explains a Shift-click on a mark.
    pub mark_range: &'static str,
    /// How many clauses were marked at once.
    pub marked: Blank,
    /// Takes that back.
    pub undo_marks: &'static str,
    /// How many of how many clauses found have been reviewed.
    pub reviewed_of: Blank,
    /// The key that marks a clause as reviewed.
    pub key_reviewed: &'static str,

    /// The name of the view of what is found, from the most to the least binding.
    pub view_brief: &'static str,
    /// The choice of what the clauses of the brief are under.
    pub brief_group: &'static str,
    /// The effect of verbs of each strength, the strongest first.
    pub strengths: [&'static str; 5],
    /// How many clauses of how many the brief shows.
    pub brief_cut: Blank,
    /// The name of the view of the questions that are kept.
    pub view_questions: &'static str,
    /// The purpose of that view.
    pub questions_about: &'static str,
    /// The label of the field for a name of the question of now.
    pub question_name: &'static str,
    /// Keeps the question of now.
    pub question_keep: &'static str,
    /// The label of the field for a list.
    pub questions_paste: &'static str,
    /// Keeps the questions of a list.
    pub questions_add: &'static str,
    /// Shown when none is kept.
    pub questions_none: &'static str,
    /// That a question was deleted: its name.
    pub question_removed: Blank,
    /// The column of the questions.
    pub question: &'static str,
    /// Comes before the choice of which documents have a column; of how many.
    pub questions_cut: Blank,
    /// Heads the deadlines from today on.
    pub due_open: &'static str,
    /// Heads the past deadlines.
    pub due_past: &'static str,
    /// Heads the recurring deadlines.
    pub due_recurring: &'static str,
    /// Today, in the picture.
    pub today: &'static str,

    /// Shows what the file says around a paragraph; also the heading over it.
    pub excerpt: &'static str,
    /// A page of the file, with its number.
    pub excerpt_page: Blank,
    /// Names its pieces: the paragraph, a note, omitted text.
    pub excerpt_kinds: [&'static str; 3],
    /// That the file is not kept, and so cannot be shown.
    pub excerpt_missing: &'static str,
    /// That it is being read.
    pub excerpt_awaited: &'static str,

    /// That the worker's file is gone.
    pub worker_gone: &'static str,
    /// Reloads the page.
    pub reload: &'static str,
}

impl LibraryTexts {
    /// Why a file is refused.
    pub fn refusal(&self, refusal: Refusal) -> &'static str {
        let at = match refusal {
            Refusal::Empty => 0,
            Refusal::NotText => 1,
            Refusal::Encrypted => 2,
            Refusal::Damaged => 3,
            Refusal::Scan => 4,
            Refusal::TooLarge => 5,
            Refusal::NoTables => 6,
            Refusal::Unsupported(format) => return self.format(format),
        };
        self.refusals.get(at).copied().unwrap_or_default()
    }

    fn format(&self, format: UnreadFormat) -> &'static str {
        let at = match format {
            UnreadFormat::OldOffice => 0,
            UnreadFormat::Rtf => 1,
            UnreadFormat::OtherOffice => 2,
            UnreadFormat::Picture => 3,
            UnreadFormat::Archive => 4,
            UnreadFormat::Epub => 5,
            UnreadFormat::Mail => 6,
        };
        self.formats.get(at).copied().unwrap_or_default()
    }

    /// Why the store does not keep or give.
    pub fn store_error(&self, error: StoreError) -> &'static str {
        let at = match error {
            StoreError::Full => 0,
            StoreError::Forbidden => 1,
            StoreError::Newer => 2,
            StoreError::Damaged => 3,
        };
        self.store_errors.get(at).copied().unwrap_or_default()
    }
}
