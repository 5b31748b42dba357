use crate::engine::DocumentSummary;
use crate::library::{KeptText, StoreError};
use crate::model::{ContentHash, DocumentId, Refusal};
use crate::ui::browser::files::PickedFiles;
use std::rc::Rc;

/// The state of adding and storing the reader's own texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntakeState {
    /// The report on added files, until it is dismissed.
    pub report: Rc<Vec<ReportLine>>,
    /// The progress of reading stored texts: how many of how many.
    pub kept_read: (u32, u32),
    /// The state of the browser's storage.
    pub storage: Storage,
    /// The documents removed last, which can be restored.
    pub removed: Vec<DocumentId>,
    /// The result of the last backup or restore.
    pub backup: Option<BackupNews>,
    /// The worker's file is missing: the site has a newer version.
    pub worker_gone: bool,
    /// The order of the list of documents, and whether it is descending.
    pub order: (ListOrder, bool),
    /// The filter of the list of documents.
    pub filter: String,
    /// How often the reader has extended the list.
    pub n_more: usize,
}

/// A file in the report.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportLine {
    /// The number of its task.
    pub job: u32,
    /// The file's name.
    pub name: String,
    /// Its outcome.
    pub outcome: Outcome,
}

/// The outcome of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Waiting for others.
    Waiting,
    /// Being read.
    Reading,
    /// Read, and stored or the reason why not.
    Read(Rc<DocumentSummary>, Result<(), StoreError>),
    /// It was in the library already.
    Same(Rc<DocumentSummary>),
    /// It cannot be read.
    Refused(Refusal),
    /// It is stored, but the store cannot read it.
    NotKept(StoreError),
    /// The reader cancelled it.
    Cancelled,
    /// The worker crashed on it.
    Crashed,
    /// Its bytes could not be loaded, or the worker could not be started.
    NotStarted,
}

impl Outcome {
    /// Whether the outcome is pending.
    pub fn is_pending(&self) -> bool {
        matches!(self, Self::Waiting | Self::Reading)
    }
}

/// The state of the browser's storage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Storage {
    /// Whether storage is persistent; none until it was queried.
    pub persistent: Option<bool>,
    /// The bytes used, and the quota.
    pub quota: Option<(u64, u64)>,
    /// Whether the browser is Safari, which deletes a site's storage after seven days without a visit.
    pub seven_days: bool,
    /// Why nothing can be stored.
    pub error: Option<StoreError>,
    /// How many records are unreadable.
    pub n_unreadable: u32,
}

/// The result of a backup or restore.
#[derive(Clone, Debug, PartialEq)]
pub enum BackupNews {
    /// Ready to be saved from this object URL, with the numbers of texts and of damaged texts.
    Made(String, u32, u32),
    /// A backup is being read.
    Restoring,
    /// Restored.
    Restored(RestoredCounts),
    /// The file is not a backup.
    NoBackup,
    /// It could not be made.
    NotMade,
    /// The file could not be read.
    NotRead,
}

/// What a restored backup had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RestoredCounts {
    /// The texts that are new.
    pub n_new: u32,
    /// Those that were here already.
    pub n_same: u32,
    /// Those that are damaged.
    pub n_damaged: u32,
    /// The new annotations, settings and saved questions.
    pub n_records: u32,
}

/// The sort order of the list of documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListOrder {
    /// By time of addition, the newest first.
    #[default]
    Added,
    /// By symbol.
    Symbol,
    /// By title.
    Title,
    /// By the body that adopted them.
    Body,
    /// By year.
    Year,
    /// By language.
    Language,
    /// By number of clauses.
    Clauses,
    /// By number of doubts.
    Doubts,
}

/// An action on the reader's own texts, or an event.
#[derive(Clone, Debug, PartialEq)]
pub enum IntakeAction {
    /// Adds files that were chosen, dropped or pasted.
    Pick(PickedFiles),
    /// Files were queued, each with the number of its task.
    Queued(Vec<(u32, String)>),
    /// A file, or a file in an archive, has an outcome.
    FileOutcome(u32, String, Outcome),
    /// A task has ended.
    Ended(u32),
    /// Cancels the current task and the waiting files.
    CancelAll,
    /// Dismisses the report.
    Dismiss,
    /// The progress of reading stored texts.
    KeptRead(u32, u32),
    /// The state of the storage has changed.
    Storage(Storage),
    /// Removes documents.
    Remove(Vec<DocumentId>),
    /// Restores the documents removed last.
    PutBack,
    /// Makes a backup.
    BackUp,
    /// Restores a backup.
    Restore(PickedFiles),
    /// A backup or restore has a result.
    BackupNews(BackupNews),
    /// The worker's file is missing.
    WorkerGone,
    /// The network is back: tasks without a worker are tried again.
    Again(Vec<u32>),
    /// Sorts the list by a column, or reverses the order.
    Order(ListOrder),
    /// Filters the list.
    Filter(String),
    /// Shows more of the list.
    ListMore,
}

impl IntakeAction {
    /// Whether it only reports progress, and may be batched.
    pub fn is_news(&self) -> bool {
        // When all stored texts are read, more than a number changes.
        matches!(self, Self::FileOutcome(..) | Self::Ended(_)) || matches!(self, Self::KeptRead(n, of) if n < of)
    }
}

impl IntakeState {
    /// The state after an action.
    pub fn after(&mut self, action: &IntakeAction) {
        match action {
            IntakeAction::Queued(files) => {
                let lines = files.iter().map(|(job, name)| ReportLine {
                    job: *job,
                    name: name.clone(),
                    outcome: Outcome::Waiting,
                });
                Rc::make_mut(&mut self.report).extend(lines);
            }
            IntakeAction::FileOutcome(job, name, outcome) => self.set_outcome(*job, name, outcome),
            IntakeAction::Ended(job) => {
                // An archive without files counts as empty.
                let report = Rc::make_mut(&mut self.report);
                let unanswered = report.iter_mut().filter(|line| line.job == *job && line.outcome.is_pending());
                unanswered.for_each(|line| line.outcome = Outcome::Refused(Refusal::Empty));
            }
            IntakeAction::Dismiss => self.report = Rc::default(),
            IntakeAction::KeptRead(n, of) => self.kept_read = (*n, *of),
            IntakeAction::Storage(storage) => self.storage = storage.clone(),
            IntakeAction::Remove(ids) => self.removed.clone_from(ids),
            IntakeAction::PutBack => self.removed.clear(),
            IntakeAction::BackupNews(news) => self.backup = Some(news.clone()),
            IntakeAction::WorkerGone => self.worker_gone = true,
            IntakeAction::Again(jobs) => {
                self.worker_gone = false;
                let report = Rc::make_mut(&mut self.report);
                let again = report.iter_mut().filter(|line| jobs.contains(&line.job));
                again.for_each(|line| line.outcome = Outcome::Waiting);
            }
            IntakeAction::Order(order) => {
                self.order = (*order, self.order.0 == *order && !self.order.1);
            }
            IntakeAction::Filter(filter) => self.filter.clone_from(filter),
            IntakeAction::ListMore => self.n_more += 1,
            IntakeAction::Pick(_) | IntakeAction::CancelAll | IntakeAction::BackUp | IntakeAction::Restore(_) => {}
        }
    }

    /// The first outcome of a task takes its line; further files of an archive get lines after it.
    fn set_outcome(&mut self, job: u32, name: &str, outcome: &Outcome) {
        let report = Rc::make_mut(&mut self.report);
        if let Some(line) = report.iter_mut().find(|line| line.job == job && line.outcome.is_pending()) {
            name.clone_into(&mut line.name);
            line.outcome = outcome.clone();
            return;
        }
        let after = report.iter().rposition(|line| line.job == job).map_or(report.len(), |at| at + 1);
        report.insert(after, ReportLine { job, name: name.to_owned(), outcome: outcome.clone() });
    }

    /// How many files of the report are done, and the total.
    pub fn progress(&self) -> (usize, usize) {
        let n_pending = self.report.iter().filter(|line| line.outcome.is_pending()).count();
        (self.report.len() - n_pending, self.report.len())
    }
}

/// The hashes of the reader's own documents among these.
pub fn own_hashes<'d>(ids: impl IntoIterator<Item = &'d DocumentId>) -> Vec<ContentHash> {
    ids.into_iter()
        .filter_map(|id| match id.source {
            crate::model::Source::Own(hash) => Some(hash),
            _ => None,
        })
        .collect()
}

/// The stored documents that are not in the library yet.
pub fn unread<'k>(kept: &'k [KeptText], at_hand: &[ContentHash]) -> Vec<&'k KeptText> {
    kept.iter().filter(|text| !at_hand.contains(&text.hash)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcomes(state: &IntakeState) -> Vec<(u32, &str, bool)> {
        state.report.iter().map(|line| (line.job, line.name.as_str(), line.outcome.is_pending())).collect()
    }

    #[test]
    fn the_files_of_an_archive_get_lines_below_it() {
        let mut state = IntakeState::default();
        state.after(&IntakeAction::Queued(vec![(1, "a.zip".into()), (2, "b.txt".into())]));
        state.after(&IntakeAction::FileOutcome(1, "a.zip".into(), Outcome::Reading));
        state.after(&IntakeAction::FileOutcome(1, "x.txt".into(), Outcome::Refused(Refusal::NotText)));
        state.after(&IntakeAction::FileOutcome(1, "y.txt".into(), Outcome::Crashed));
        assert_eq!(outcomes(&state), [(1, "x.txt", false), (1, "y.txt", false), (2, "b.txt", true)]);
        assert_eq!(state.progress(), (2, 3));
    }

    #[test]
    fn a_file_that_is_tried_again_waits_and_the_others_keep_what_became_of_them() {
        let mut state = IntakeState::default();
        state.after(&IntakeAction::Queued(vec![(1, "a.txt".into()), (2, "b.txt".into())]));
        state.after(&IntakeAction::FileOutcome(1, "a.txt".into(), Outcome::NotStarted));
        state.after(&IntakeAction::FileOutcome(2, "b.txt".into(), Outcome::Crashed));
        state.after(&IntakeAction::WorkerGone);
        state.after(&IntakeAction::Again(vec![1]));
        assert_eq!(outcomes(&state), [(1, "a.txt", true), (2, "b.txt", false)]);
        assert!(!state.worker_gone);
    }

    #[test]
    fn an_archive_without_replies_is_reported_empty() {
        let mut state = IntakeState::default();
        state.after(&IntakeAction::Queued(vec![(1, "a.zip".into())]));
        state.after(&IntakeAction::Ended(1));
        assert_eq!(state.report[0].outcome, Outcome::Refused(Refusal::Empty));
    }

    #[test]
    fn the_same_column_again_sorts_from_the_other_end() {
        let mut state = IntakeState::default();
        for expected in [(ListOrder::Year, false), (ListOrder::Year, true), (ListOrder::Year, false)] {
            state.after(&IntakeAction::Order(ListOrder::Year));
            assert_eq!(state.order, expected);
        }
    }
}
