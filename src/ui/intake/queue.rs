//! The queue of the worker's tasks, and the reports on them.

use crate::engine::{DocumentSummary, ExpressionFindings, ReadDocument, Reply, Request};
use crate::library::StoreError;
use crate::model::{ContentHash, DocumentId, Source};
use crate::query::SegmentNumber;
use crate::ui::browser::files::ObjectUrl;
use crate::ui::browser::keeping::{self, OtherWindowChange, Windows};
use crate::ui::browser::{DelayedCall, Listener, RunningWorker};
use crate::ui::state::{
    AnnotationAction, BackupNews, ExportAction, ExportNews, ExpressionMatches, IntakeAction, Outcome,
    SearchFailure, Storage, UiAction,
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
    pub pending_delivery: Option<DelayedCall>,
    /// The reader's own documents in the library.
    pub known: Vec<(ContentHash, DocumentId)>,
    pub removed: Vec<ContentHash>,
    /// How many stored texts have been read, and how many there are.
    pub kept: (u32, u32),
    /// The segments that are being merged.
    pub merging: Vec<SegmentNumber>,
    pub storage: Storage,
    pub windows: Option<Windows>,
    /// The tasks to try again when the network is back; none as long as workers can be started.
    pub failed: Option<Vec<Job>>,
    /// The last backup.
    pub backup: Option<ObjectUrl>,
    pub online: Option<Listener>,
    pub starting: Option<DelayedCall>,
}

/// A task for the worker.
#[derive(Clone)]
pub(super) struct Job {
    pub n: u32,
    pub request: Rc<Request>,
    pub file: Option<web_sys::File>,
    pub context: JobContext,
}

/// What the page has to know of a task when the reply comes.
#[derive(Clone, Default)]
pub(super) enum JobContext {
    #[default]
    Nothing,
    /// The name of the stored file, or of the file to be saved without its extension.
    FileName(String),
    /// The revision of the corpus that is searched.
    Revision(u32),
    /// Another window has meanwhile removed the text.
    Removed,
}

impl JobContext {
    pub fn file_name(&self) -> Option<&str> {
        if let Self::FileName(name) = self { Some(name) } else { None }
    }

    fn revision(&self) -> u32 {
        if let Self::Revision(revision) = self { *revision } else { 0 }
    }
}

impl Job {
    /// Whether it is worth trying again later. The reader no longer waits for anything else, such as a file to be saved.
    fn is_lasting(&self) -> bool {
        use Request::{List, Open, PutBack, Read, Remove};
        matches!(*self.request, Read { .. } | List | Open(_) | Remove(_) | PutBack(_))
    }

    /// Whether it reads a stored text, which waits for what the reader does meanwhile.
    pub fn is_text(&self) -> bool {
        matches!(*self.request, Request::Open(_))
    }
}

impl TaskQueue {
    pub fn new(dispatch: Callback<UiAction>, storage: Storage) -> Self {
        Self {
            dispatch,
            worker: None,
            ready: false,
            queue: VecDeque::new(),
            current: None,
            n_jobs: 0,
            arrived: Vec::new(),
            pending_delivery: None,
            known: Vec::new(),
            removed: Vec::new(),
            kept: (0, 0),
            merging: Vec::new(),
            storage,
            windows: None,
            failed: None,
            backup: None,
            online: None,
            starting: None,
        }
    }

    pub fn next_job(&mut self) -> u32 {
        self.n_jobs += 1;
        self.n_jobs
    }

    /// Queues a file after other files, before the stored texts.
    pub fn queue_file(&mut self, job: Job) {
        let at = self.queue.iter().position(Job::is_text).unwrap_or(self.queue.len());
        self.queue.insert(at, job);
    }

    pub fn report(&self, action: IntakeAction) {
        self.dispatch.emit(UiAction::Intake(Rc::new(action)));
    }

    pub fn report_export(&self, news: ExportNews) {
        self.dispatch.emit(UiAction::Export(ExportAction::News(news)));
    }

    pub fn report_annotations(&self, action: AnnotationAction) {
        self.dispatch.emit(UiAction::Annotate(Rc::new(action)));
    }

    pub fn report_storage(&self) {
        self.report(IntakeAction::Storage(self.storage.clone()));
    }

    /// Reports the outcome of a file, or that another task failed: nothing on the page may wait for it any longer.
    pub fn report_outcome(&self, job: &Job, outcome: Outcome) {
        match &*job.request {
            Request::Read { name, .. } => self.report(IntakeAction::FileOutcome(job.n, name.clone(), outcome)),
            _ if outcome.is_pending() => {}
            // Without a worker none can be read, which is said once for all.
            Request::Open(_) if outcome == Outcome::NotStarted => {}
            Request::Open(hash) => {
                let name = job.context.file_name().map_or_else(|| hash.to_string(), str::to_owned);
                self.report(IntakeAction::FileOutcome(job.n, name, outcome));
            }
            Request::List => self.report(IntakeAction::KeptRead(0, 0)),
            Request::Search { expression, marks_in, .. } => {
                self.report_matches(job, expression, marks_in.as_ref(), Err(SearchFailure::Stopped));
            }
            Request::TakeAnnotations(_) => {
                let name = job.file.as_ref().map(web_sys::File::name).unwrap_or_default();
                self.report_annotations(AnnotationAction::NotTaken);
                self.report(IntakeAction::Queued(vec![(job.n, name.clone())]));
                self.report(IntakeAction::FileOutcome(job.n, name, outcome));
            }
            Request::Excerpt { .. } => self.dispatch.emit(UiAction::Excerpt(Rc::default())),
            Request::Export(_) | Request::WriteAnnotations(_) | Request::Table { .. } => {
                self.report_export(ExportNews::Failed);
            }
            Request::Backup(_) => self.report(IntakeAction::BackupNews(BackupNews::NotMade)),
            Request::Restore => self.report(IntakeAction::BackupNews(BackupNews::NotRead)),
            Request::Remove(_) | Request::PutBack(_) | Request::Merge { .. } => {}
        }
    }

    fn report_matches(
        &self,
        job: &Job,
        expression: &str,
        marks_in: Option<&DocumentId>,
        found: Result<ExpressionFindings, SearchFailure>,
    ) {
        let matches = ExpressionMatches {
            expression: expression.to_owned(),
            marks_in: marks_in.cloned(),
            revision: job.context.revision(),
            found,
        };
        self.dispatch.emit(UiAction::Matched(Rc::new(matches)));
    }

    pub fn notify_windows(&self, what: &OtherWindowChange) {
        if let Some(windows) = &self.windows {
            windows.send(what);
        }
    }

    /// No worker can be started: fails all waiting tasks.
    pub fn give_up(&mut self) {
        for job in std::mem::take(&mut self.queue) {
            self.report_outcome(&job, Outcome::NotStarted);
            if job.is_lasting() {
                self.failed.get_or_insert_default().push(job);
            }
        }
        self.failed.get_or_insert_default();
        self.report(IntakeAction::KeptRead(0, 0));
        self.report(IntakeAction::WorkerGone);
    }

    pub fn stop(&mut self) {
        self.worker = None;
        self.ready = false;
    }

    /// Handles the reply for a file or a stored text.
    pub fn on_reply(&mut self, job: &Job, reply: Reply) {
        match reply {
            Reply::Read { .. } if matches!(job.context, JobContext::Removed) => {}
            Reply::Read { document, kept } => {
                let summary = Rc::new(document.summary.clone());
                if let Request::Read { .. } = *job.request {
                    self.report(IntakeAction::FileOutcome(
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
                self.report(IntakeAction::FileOutcome(job.n, name, Outcome::Same(summary)));
                self.arrive(*document);
            }
            Reply::Refused { name, refusal } => {
                self.report(IntakeAction::FileOutcome(job.n, name, Outcome::Refused(refusal)));
            }
            Reply::Matches(found) => {
                let Request::Search { expression, marks_in, .. } = &*job.request else { return };
                self.report_matches(job, expression, marks_in.as_ref(), found.map_err(SearchFailure::Refused));
            }
            Reply::Excerpt(excerpt) => self.dispatch.emit(UiAction::Excerpt(Rc::new(excerpt))),
            Reply::Annotations { records, n_left, n_left_out, unclosed } => {
                self.report_annotations(AnnotationAction::TakeIn {
                    records: records.into_iter().map(|(key, record)| (key, Some(record))).collect(),
                    n_left: n_left as usize,
                    n_left_out: n_left_out as usize,
                    unclosed: unclosed.map(|line| line as usize),
                });
            }
            Reply::NothingToExport => self.report_export(ExportNews::Nothing),
            Reply::NoAnnotations => self.report_annotations(AnnotationAction::NotTaken),
            Reply::NoBackup => self.report(IntakeAction::BackupNews(BackupNews::NoBackup)),
            Reply::Failed(error) => {
                self.report_outcome(job, Outcome::NotKept(error));
                if !matches!(*job.request, Request::Open(_)) {
                    self.storage.error = Some(error);
                    self.report_storage();
                }
            }
            _ => {}
        }
    }

    /// Records that there are stored texts, and notifies other windows.
    fn note_kept(&mut self, summary: &DocumentSummary, kept: Result<(), StoreError>) {
        if self.storage.error != kept.err() {
            self.storage.error = kept.err();
            self.report_storage();
        }
        if let (Ok(()), Source::Own(hash)) = (kept, &summary.id.source) {
            keeping::set_has_texts();
            self.notify_windows(&OtherWindowChange::Added(hash.to_string()));
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
        self.pending_delivery = None;
        let arrived = std::mem::take(&mut self.arrived);
        self.dispatch.emit(UiAction::Add(Rc::new(arrived)));
    }

    /// Forgets a text that another window has removed, even if it is on its way.
    pub fn removed_elsewhere(&mut self, hash: ContentHash) {
        let is_its = |job: &Job| *job.request == Request::Open(hash);
        for job in self.current.iter_mut().filter(|job| is_its(job)) {
            job.context = JobContext::Removed;
        }
        let n_before = self.queue.len();
        self.queue.retain(|job| !is_its(job));
        for _ in self.queue.len()..n_before {
            self.count_kept();
        }
        self.arrived.retain(|document| document.summary.id.source != Source::Own(hash));
        let gone = self.known.iter().filter(|(known, _)| *known == hash).map(|(_, id)| id.clone());
        let gone: Vec<DocumentId> = gone.collect();
        if !gone.is_empty() {
            self.known.retain(|(known, _)| *known != hash);
            self.dispatch.emit(UiAction::Remove(gone));
        }
    }

    /// Waits for stored texts, besides those that are waited for already.
    pub fn await_texts(&mut self, n: usize) {
        let waits = self.kept.0 < self.kept.1;
        let (n_read, n_kept) = if waits { self.kept } else { (0, 0) };
        self.kept = (n_read, n_kept + n as u32);
        self.report(IntakeAction::KeptRead(self.kept.0, self.kept.1));
    }

    /// Counts a stored text that needs no longer be waited for.
    pub fn count_kept(&mut self) {
        if self.kept.0 < self.kept.1 {
            self.kept.0 += 1;
            self.report(IntakeAction::KeptRead(self.kept.0, self.kept.1));
        }
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
            self.notify_windows(&OtherWindowChange::Removed(hash.to_string()));
        }
    }
}

fn name_of(summary: &DocumentSummary) -> String {
    summary.file.clone().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Export;
    use crate::export::{CsvOptions, Format};
    use crate::model::Language;
    use std::cell::RefCell;

    type Heard = Rc<RefCell<Vec<UiAction>>>;

    fn queue() -> (TaskQueue, Heard) {
        let heard = Heard::default();
        let hears = Rc::clone(&heard);
        let dispatch = Callback::from(move |action| hears.borrow_mut().push(action));
        (TaskQueue::new(dispatch, Storage::default()), heard)
    }

    fn job(n: u32, request: Request) -> Job {
        Job { n, request: Rc::new(request), file: None, context: JobContext::default() }
    }

    const HASH: ContentHash = ContentHash([1; 16]);

    fn search() -> Request {
        Request::Search { expression: "a".into(), documents: Vec::new(), marks_in: None }
    }

    fn export() -> Request {
        Request::Export(Box::new(Export {
            format: Format::Csv,
            csv: CsvOptions { separator: ';', has_mark: false },
            documents: Vec::new(),
            marks: Vec::new(),
            asked: String::new(),
            question: String::new(),
            day: String::new(),
            n_asked: 0,
            link: String::new(),
            language: Language::English,
        }))
    }

    #[test]
    fn nothing_waits_for_a_task_on_which_the_worker_crashed() {
        let table = Request::Table { rows: Vec::new(), csv: CsvOptions { separator: ';', has_mark: false } };
        for request in [search(), export(), table, Request::List, Request::Backup(Vec::new()), Request::Restore] {
            let (queue, heard) = queue();
            queue.report_outcome(&job(1, request.clone()), Outcome::Reading);
            assert!(heard.borrow().is_empty(), "{request:?}");
            queue.report_outcome(&job(1, request.clone()), Outcome::Crashed);
            assert_eq!(heard.borrow().len(), 1, "{request:?}");
        }
    }

    #[test]
    fn the_page_goes_on_waiting_for_texts_when_another_task_fails() {
        let ends_waiting = |request| {
            let (mut queue, heard) = queue();
            queue.on_reply(&job(1, request), Reply::Failed(StoreError::Full));
            let ends = |action: &UiAction| matches!(action, UiAction::Intake(action) if **action == IntakeAction::KeptRead(0, 0));
            heard.borrow().iter().any(ends)
        };
        assert!(ends_waiting(Request::List));
        for request in [Request::Remove(vec![HASH]), Request::Backup(Vec::new()), Request::PutBack(vec![HASH])] {
            assert!(!ends_waiting(request.clone()), "{request:?}");
        }
    }

    #[test]
    fn a_file_to_be_saved_is_not_written_when_the_network_comes_back() {
        let (mut queue, _) = queue();
        let read = Request::Read { name: "a.txt".into(), keep: true };
        let requests =
            [read, search(), export(), Request::Open(HASH), Request::Remove(vec![HASH]), Request::Restore];
        queue.queue.extend((1..).zip(requests).map(|(n, request)| job(n, request)));
        queue.give_up();
        let again: Vec<u32> = queue.failed.unwrap().iter().map(|job| job.n).collect();
        assert_eq!(again, [1, 4, 5]);
    }

    #[test]
    fn a_file_that_is_dropped_goes_before_the_texts_that_are_read_again() {
        let (mut queue, heard) = queue();
        queue.await_texts(2);
        queue.queue.extend([job(1, Request::Open(HASH)), job(2, Request::Open(HASH))]);
        let read = |n| job(n, Request::Read { name: "a.txt".into(), keep: true });
        queue.queue_file(read(3));
        queue.queue_file(read(4));
        assert_eq!(queue.queue.iter().map(|job| job.n).collect::<Vec<_>>(), [3, 4, 1, 2]);
        // Those of a backup are waited for besides.
        queue.count_kept();
        queue.await_texts(3);
        let heard = heard.borrow();
        let Some(UiAction::Intake(last)) = heard.last() else { panic!("nothing was heard") };
        assert_eq!(**last, IntakeAction::KeptRead(1, 5));
    }

    #[test]
    fn a_text_on_its_way_that_another_window_removes_does_not_arrive() {
        let (mut queue, heard) = queue();
        queue.kept = (0, 2);
        queue.current = Some(job(1, Request::Open(HASH)));
        queue.queue.push_back(job(2, Request::Open(HASH)));
        queue.queue.push_back(job(3, Request::Open(ContentHash([2; 16]))));
        queue.removed_elsewhere(HASH);
        assert_eq!(queue.queue.iter().map(|job| job.n).collect::<Vec<_>>(), [3]);
        // The one that is dropped is not waited for.
        assert_eq!(queue.kept, (1, 2));
        let current = queue.current.clone().unwrap();
        let parsed = crate::parse::parse("The General Assembly,\n\n1. Requests peace.\n");
        let id = DocumentId::own(&parsed.resolution.symbol, parsed.resolution.language, HASH);
        let summary = DocumentSummary::new(id, &parsed.resolution);
        let document = ReadDocument::new(summary, &parsed.resolution, &parsed.glossary, Vec::new());
        let reply = || Reply::Read { document: Box::new(document.clone()), kept: Ok(()) };
        queue.on_reply(&current, reply());
        assert!(queue.arrived.is_empty());
        // One that has arrived and is not shown yet goes too.
        queue.on_reply(&job(4, Request::Open(HASH)), reply());
        assert_eq!(queue.arrived.len(), 1);
        queue.removed_elsewhere(HASH);
        assert!(queue.arrived.is_empty() && queue.known.is_empty());
        // Nothing is removed that is not there.
        let n_heard = heard.borrow().len();
        queue.removed_elsewhere(HASH);
        assert_eq!(heard.borrow().len(), n_heard);
    }
}
