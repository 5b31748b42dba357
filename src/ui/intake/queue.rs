//! The queue of the worker's tasks, and the reports on them.

use crate::engine::{DocumentSummary, ReadDocument, Reply, Request};
use crate::library::StoreError;
use crate::model::{ContentHash, DocumentId, Source};
use crate::query::SegmentNumber;
use crate::ui::browser::keeping::{self, OtherWindowChange, Windows};
use crate::ui::browser::{DelayedCall, Listener, RunningWorker};
use crate::ui::state::{
    BackupNews, ExportAction, ExportNews, ExpressionMatches, IntakeAction, Outcome, Storage, UiAction,
};
use std::collections::VecDeque;
use std::rc::Rc;
use yew::Callback;

/// The waiting tasks, and the state of the reader's texts.
pub(super) struct TaskQueue {
    pub dispatch: Callback<UiAction>,
    pub worker: Option<RunningWorker>,
    pub ready: bool,
    pub queue: VecDeque<Job>,
    pub current: Option<Job>,
    pub n_jobs: u32,
    /// Documents that have arrived and are not in the library yet.
    pub arrived: Vec<ReadDocument>,
    pub taking_in: Option<DelayedCall>,
    /// The reader's own documents in the library.
    pub known: Vec<(ContentHash, DocumentId)>,
    pub removed: Vec<ContentHash>,
    /// How many stored texts have been read, and how many there are.
    pub kept: (u32, u32),
    /// The name of the file that is being written, without its extension.
    pub export_name: String,
    /// The segments that are being merged.
    pub merging: Vec<SegmentNumber>,
    pub storage: Storage,
    pub windows: Option<Windows>,
    /// The tasks for which no worker could be started.
    pub failed: Vec<Job>,
    pub online: Option<Listener>,
    pub starting: Option<DelayedCall>,
}

/// A task for the worker.
#[derive(Clone)]
pub(super) struct Job {
    pub n: u32,
    pub request: Request,
    pub file: Option<web_sys::File>,
}

impl TaskQueue {
    pub fn next_job(&mut self) -> u32 {
        self.n_jobs += 1;
        self.n_jobs
    }

    pub fn tell(&self, action: IntakeAction) {
        self.dispatch.emit(UiAction::Intake(Rc::new(action)));
    }

    pub fn tell_of_export(&self, news: ExportNews) {
        self.dispatch.emit(UiAction::Export(ExportAction::News(news)));
    }

    pub fn tell_storage(&self) {
        self.tell(IntakeAction::Storage(self.storage.clone()));
    }

    /// Reports the outcome of a file. Other tasks have no line in the report, except unreadable stored texts.
    pub fn tell_of(&self, job: &Job, outcome: Outcome) {
        match &job.request {
            Request::Read { name, .. } => self.tell(IntakeAction::Told(job.n, name.clone(), outcome)),
            Request::Excerpt { .. } if !outcome.is_pending() => {
                self.dispatch.emit(UiAction::Excerpt(Rc::default()));
            }
            Request::Export(_) if !outcome.is_pending() => self.tell_of_export(ExportNews::Failed),
            Request::Open(hash) if !outcome.is_pending() => {
                self.tell(IntakeAction::Told(job.n, hash.to_string(), outcome));
            }
            _ => {}
        }
    }

    pub fn say(&self, what: &OtherWindowChange) {
        if let Some(windows) = &self.windows {
            windows.say(what);
        }
    }

    /// No worker can be started: fails all waiting tasks.
    pub fn give_up(&mut self) {
        for job in std::mem::take(&mut self.queue) {
            self.tell_of(&job, Outcome::NotStarted);
            self.failed.push(job);
        }
        self.tell(IntakeAction::KeptRead(0, 0));
        self.tell(IntakeAction::WorkerGone);
    }

    pub fn stop(&mut self) {
        self.worker = None;
        self.ready = false;
    }

    /// Handles the reply for a file or a stored text.
    pub fn take(&mut self, job: &Job, reply: Reply) {
        match reply {
            Reply::Read { document, kept } => {
                let summary = Rc::new(document.summary.clone());
                if let Request::Read { .. } = job.request {
                    self.tell(IntakeAction::Told(
                        job.n,
                        name_of(&summary),
                        Outcome::Read(Rc::clone(&summary), kept),
                    ));
                    self.note_kept(&summary, kept);
                }
                self.arrive(*document);
            }
            Reply::Same { name, document, .. } => {
                let summary = Rc::new(document.summary.clone());
                self.tell(IntakeAction::Told(job.n, name, Outcome::Same(summary)));
                self.arrive(*document);
            }
            Reply::Refused { name, refusal } => {
                self.tell(IntakeAction::Told(job.n, name, Outcome::Refused(refusal)));
            }
            Reply::Matches(found) => {
                let Request::Search { expression, marks_in, .. } = &job.request else { return };
                let (expression, marks_in) = (expression.clone(), marks_in.clone());
                let found = found.map(|found| (found.clauses, found.marks));
                let matches = ExpressionMatches { expression, marks_in, found };
                self.dispatch.emit(UiAction::Matched(Rc::new(matches)));
            }
            Reply::Excerpt(excerpt) => self.dispatch.emit(UiAction::Excerpt(Rc::new(excerpt))),
            Reply::NoBackup => self.tell(IntakeAction::BackupNews(BackupNews::NoBackup)),
            Reply::Failed(error) if matches!(job.request, Request::Open(_)) => {
                self.tell_of(job, Outcome::NotKept(error));
            }
            Reply::Failed(error) => {
                // If the texts cannot be listed, there is nothing to wait for.
                self.tell(IntakeAction::KeptRead(0, 0));
                self.storage.error = Some(error);
                self.tell_storage();
            }
            _ => {}
        }
    }

    /// Records that there are stored texts, and notifies other windows.
    fn note_kept(&mut self, summary: &DocumentSummary, kept: Result<(), StoreError>) {
        if self.storage.error != kept.err() {
            self.storage.error = kept.err();
            self.tell_storage();
        }
        if let (Ok(()), Source::Own(hash)) = (kept, &summary.id.source) {
            keeping::set_has_texts();
            self.say(&OtherWindowChange::Added(hash.to_string()));
        }
    }

    /// Adds a document to the batch for the page, unless the page has it.
    fn arrive(&mut self, document: ReadDocument) {
        let Source::Own(hash) = document.summary.id.source else { return };
        if self.known.iter().any(|(known, _)| *known == hash) {
            return;
        }
        self.known.push((hash, document.summary.id.clone()));
        self.arrived.push(document);
    }

    /// Sends the batch of arrived documents to the page.
    pub fn deliver(&mut self) {
        self.taking_in = None;
        let arrived = std::mem::take(&mut self.arrived);
        self.dispatch.emit(UiAction::Add(Rc::new(arrived)));
    }

    /// Forgets removed documents.
    pub fn forget(&mut self, hashes: &[ContentHash]) {
        let is_gone = |hash: &ContentHash| hashes.contains(hash);
        let gone: Vec<DocumentId> =
            self.known.iter().filter(|(hash, _)| is_gone(hash)).map(|(_, id)| id.clone()).collect();
        self.known.retain(|(hash, _)| !is_gone(hash));
        self.removed = hashes.to_vec();
        self.dispatch.emit(UiAction::Remove(gone));
        for hash in hashes {
            self.say(&OtherWindowChange::Removed(hash.to_string()));
        }
    }
}

fn name_of(summary: &DocumentSummary) -> String {
    summary.file.clone().unwrap_or_default()
}
