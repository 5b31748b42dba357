use crate::engine::DocumentSummary;
use crate::library::{KeptText, StoreError};
use crate::model::{ContentHash, DocumentId, Refusal};
use crate::ui::browser::files::Picked;
use std::rc::Rc;

/// What is known of the reader's own texts beyond the documents themselves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntakeState {
    /// The report of what was dropped: file by file, until it is dismissed.
    pub report: Rc<Vec<ReportLine>>,
    /// How far the texts that are kept have been read: how many of how many.
    pub kept_read: (u32, u32),
    /// What the browser has said of keeping texts.
    pub storage: Storage,
    /// What was removed last, and can be put back.
    pub removed: Vec<DocumentId>,
    /// What became of the last backup that was made or taken in.
    pub backup: Option<BackupNews>,
    /// The worker's file is gone: the site has a newer version.
    pub worker_gone: bool,
    /// How the list of documents is sorted, and whether from its other end.
    pub order: (ListOrder, bool),
    /// What the list of documents is filtered by.
    pub filter: String,
    /// How often the reader has asked for more of the list.
    pub n_more: usize,
}

/// A file in the report.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportLine {
    /// The number of its task.
    pub job: u32,
    /// The file's name.
    pub name: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Others are read first.
    Waiting,
    /// It is being read.
    Reading,
    /// It was read, and is kept; or why it is not.
    Read(Rc<DocumentSummary>, Result<(), StoreError>),
    /// It was here.
    Same(Rc<DocumentSummary>),
    /// It gives no text.
    Refused(Refusal),
    /// It is kept, and cannot be read out of the store.
    NotKept(StoreError),
    /// The reader cancelled it.
    Cancelled,
    /// The worker died of it.
    Crashed,
    /// The worker could not be started.
    NotStarted,
}

impl Outcome {
    /// Whether it is still to come.
    pub fn is_pending(&self) -> bool {
        matches!(self, Self::Waiting | Self::Reading)
    }
}

/// What the browser says of keeping texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Storage {
    /// Whether it will not delete them by itself; not known before it was asked.
    pub persistent: Option<bool>,
    /// How many bytes are used, of how many.
    pub quota: Option<(u64, u64)>,
    /// Whether it is Safari, which deletes what a site keeps when it was not visited for seven days.
    pub seven_days: bool,
    /// Why nothing can be kept.
    pub error: Option<StoreError>,
    /// How many records cannot be read.
    pub n_unreadable: u32,
}

/// What became of a backup.
#[derive(Clone, Debug, PartialEq)]
pub enum BackupNews {
    /// It is ready to be saved, under this address: how many texts, and how many were damaged.
    Made(String, u32, u32),
    /// It was taken in: how many texts are new, were here, were damaged, and how many records.
    Restored([u32; 4]),
    /// The file is none.
    NoBackup,
}

/// What the list of documents is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListOrder {
    /// When they were added, the newest first.
    #[default]
    Added,
    /// Their symbols.
    Symbol,
    /// Their titles.
    Title,
    /// The bodies that adopted them.
    Body,
    /// Their years.
    Year,
    /// Their languages.
    Language,
    /// How many clauses they have.
    Clauses,
    /// How much of them is doubtful.
    Doubts,
}

/// What happens to the reader's own texts.
#[derive(Clone, Debug, PartialEq)]
pub enum IntakeAction {
    /// The reader chooses, drops or pastes files.
    Pick(Picked),
    /// Files wait to be read, each under the number of its task.
    Queued(Vec<(u32, String)>),
    /// A file, or a file in an archive, has come to something.
    Told(u32, String, Outcome),
    /// A task has ended.
    Ended(u32),
    /// The reader stops what is being read and what waits.
    CancelAll,
    /// The reader has read the report.
    Dismiss,
    /// So many of so many kept texts have been read.
    KeptRead(u32, u32),
    /// The browser has said something of keeping.
    Storage(Storage),
    /// The reader removes documents.
    Remove(Vec<DocumentId>),
    /// The reader puts back what was removed last.
    PutBack,
    /// The reader wants everything in one file.
    BackUp,
    /// The reader takes such a file in.
    Restore(Picked),
    /// A backup was made or taken in.
    BackupNews(BackupNews),
    /// The worker's file is gone.
    WorkerGone,
    /// The network is back: the tasks that no worker could be had for are tried again.
    Again(Vec<u32>),
    /// The list is sorted by a column, or from its other end.
    Order(ListOrder),
    /// The list is filtered.
    Filter(String),
    /// More of the list is shown.
    ListMore,
}

impl IntakeAction {
    /// Whether it tells how far the reading has come, and can wait for more of it before it is shown.
    pub fn is_news(&self) -> bool {
        // The end of what is kept changes more than a figure.
        matches!(self, Self::Told(..) | Self::Ended(_)) || matches!(self, Self::KeptRead(n, of) if n < of)
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
            IntakeAction::Told(job, name, outcome) => self.told(*job, name, outcome),
            IntakeAction::Ended(job) => {
                // An archive without files is empty.
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

    /// The first thing told of a file takes its line; what an archive holds besides gets lines after it.
    fn told(&mut self, job: u32, name: &str, outcome: &Outcome) {
        let report = Rc::make_mut(&mut self.report);
        if let Some(line) = report.iter_mut().find(|line| line.job == job && line.outcome.is_pending()) {
            name.clone_into(&mut line.name);
            line.outcome = outcome.clone();
            return;
        }
        let after = report.iter().rposition(|line| line.job == job).map_or(report.len(), |at| at + 1);
        report.insert(after, ReportLine { job, name: name.to_owned(), outcome: outcome.clone() });
    }

    /// How many files of the report are done, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        let n_pending = self.report.iter().filter(|line| line.outcome.is_pending()).count();
        (self.report.len() - n_pending, self.report.len())
    }
}

/// The hashes of those documents that are the reader's own.
pub fn own_hashes<'d>(ids: impl IntoIterator<Item = &'d DocumentId>) -> Vec<ContentHash> {
    ids.into_iter()
        .filter_map(|id| match id.source {
            crate::model::Source::Own(hash) => Some(hash),
            _ => None,
        })
        .collect()
}

/// The documents of texts that are kept and not yet among those at hand.
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
    fn what_an_archive_holds_gets_lines_of_its_own_beside_it() {
        let mut state = IntakeState::default();
        state.after(&IntakeAction::Queued(vec![(1, "a.zip".into()), (2, "b.txt".into())]));
        state.after(&IntakeAction::Told(1, "a.zip".into(), Outcome::Reading));
        state.after(&IntakeAction::Told(1, "x.txt".into(), Outcome::Refused(Refusal::NotText)));
        state.after(&IntakeAction::Told(1, "y.txt".into(), Outcome::Crashed));
        assert_eq!(outcomes(&state), [(1, "x.txt", false), (1, "y.txt", false), (2, "b.txt", true)]);
        assert_eq!(state.progress(), (2, 3));
    }

    #[test]
    fn a_file_that_is_tried_again_waits_and_the_others_keep_what_became_of_them() {
        let mut state = IntakeState::default();
        state.after(&IntakeAction::Queued(vec![(1, "a.txt".into()), (2, "b.txt".into())]));
        state.after(&IntakeAction::Told(1, "a.txt".into(), Outcome::NotStarted));
        state.after(&IntakeAction::Told(2, "b.txt".into(), Outcome::Crashed));
        state.after(&IntakeAction::WorkerGone);
        state.after(&IntakeAction::Again(vec![1]));
        assert_eq!(outcomes(&state), [(1, "a.txt", true), (2, "b.txt", false)]);
        assert!(!state.worker_gone);
    }

    #[test]
    fn a_file_that_nothing_was_said_of_is_empty() {
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
