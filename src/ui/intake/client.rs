//! The client of the worker: runs one task after another, files in the order of arrival.

use super::queue::{Job, JobContext, TaskQueue};
use crate::address::QUESTION_KIND;
use crate::annotations::{Annotation, Spot, key_of_spot, spot_of_key};
use crate::engine::{Message, Reply, Request, ToPage};
use crate::library::{Kept, KeptText};
use crate::model::{ContentHash, DocumentId, DocumentLink};
use crate::query::{Index, Merge, SegmentNumber};
use crate::ui::browser::files::{self, FileBytes, ObjectUrl, PickedFiles};
use crate::ui::browser::keeping::{self, OtherWindowChange, Windows};
use crate::ui::browser::storage::{LANGUAGE, WELCOME};
use crate::ui::browser::{RunningWorker, annotations, call_after, history, page, storage};
use crate::ui::state::{
    AnnotationAction, BackupNews, ExportNews, ExpressionRequest, IntakeAction, Outcome, QuestionAction,
    RestoredCounts, SETTINGS, State, Storage, UiAction, own_hashes, unread,
};
use std::cell::RefCell;
use std::rc::Rc;
use yew::Callback;

/// How long arriving documents are batched before the page shows them, in milliseconds: a redraw for each of a hundred
/// would block it.
const GATHERED: u32 = 60;
/// The same while other files are waiting: each batch recounts the filters.
const GATHERED_OF_MANY: u32 = 300;
/// The delay between the page's start and reading the stored texts, in milliseconds.
const AFTER_START: u32 = 400;

/// Sends tasks to the worker and reports the results to the page. Cheap to clone.
#[derive(Clone)]
pub struct IntakeClient(Rc<RefCell<TaskQueue>>);

impl IntakeClient {
    /// Starts listening to other windows, and schedules reading the stored texts.
    pub fn new(dispatch: Callback<UiAction>) -> Self {
        let storage = Storage { seven_days: keeping::is_safari(), ..Storage::default() };
        let inner = TaskQueue::new(dispatch, storage);
        let client = Self(Rc::new(RefCell::new(inner)));
        let (window, started, retried) = (client.clone(), client.clone(), client.clone());
        let windows = Windows::open(move |what| window.on_other_window(what));
        client.with(|inner| {
            inner.windows = windows;
            inner.online = page::on_online(move || retried.retry());
            if keeping::has_texts() {
                inner.starting = Some(call_after(AFTER_START, move || {
                    started.ask(Request::List, None);
                    started.query_storage(false);
                }));
            }
        });
        client
    }

    /// Carries out an action.
    pub fn carry_out(&self, action: &IntakeAction) {
        match action {
            IntakeAction::Pick(files) => self.read(files),
            IntakeAction::CancelAll => self.cancel(),
            IntakeAction::Remove(ids) => {
                let hashes = own_hashes(ids);
                self.with(|inner| inner.forget(&hashes));
                self.ask(Request::Remove(hashes), None);
            }
            IntakeAction::PutBack => {
                let hashes = self.with(|inner| std::mem::take(&mut inner.removed)).unwrap_or_default();
                self.ask(Request::PutBack(hashes.clone()), None);
                for hash in hashes {
                    self.ask(Request::Open(hash), None);
                }
            }
            IntakeAction::BackUp => self.ask(Request::Backup(records()), None),
            IntakeAction::Restore(files) => {
                self.with(|inner| inner.report(IntakeAction::BackupNews(BackupNews::Restoring)));
                for file in &files.0 {
                    self.ask(Request::Restore, Some(file.clone()));
                }
            }
            _ => {}
        }
    }

    /// Searches for a regular expression. An earlier one that is still waiting is dropped.
    pub fn search(&self, asked: &ExpressionRequest, documents: Vec<DocumentId>) {
        let (expression, marks_in, revision) = asked.clone();
        let is_question = marks_in.is_none();
        let is_same_kind = |job: &Job| matches!(&*job.request, Request::Search { marks_in, .. } if marks_in.is_none() == is_question);
        self.with(|inner| inner.queue.retain(|job| !is_same_kind(job)));
        self.queue(Request::Search { expression, documents, marks_in }, None, JobContext::Revision(revision));
    }

    /// Requests the source pages of the selected place.
    pub fn excerpt(&self, state: &State) {
        if let Some((document, paragraph)) = state.selected_paragraph() {
            self.ask(Request::Excerpt { document, paragraph }, None);
        }
    }

    /// Carries out what an action on annotations asks of the worker.
    pub fn annotate(&self, action: &AnnotationAction, state: &State) {
        match action {
            AnnotationAction::TakeFile(files) => {
                let ids: Vec<DocumentId> = state.corpus.all().map(|document| document.id().clone()).collect();
                for file in &files.0 {
                    self.ask(Request::TakeAnnotations(ids.clone()), Some(file.clone()));
                }
            }
            AnnotationAction::UndoImport => {
                self.stop(|job| matches!(*job.request, Request::TakeAnnotations(_)));
                self.start_next();
            }
            AnnotationAction::SaveFile => {
                let of = |(spot, annotation): &(Spot, Annotation)| (key_of_spot(spot), annotation.write());
                let records = state.annotations.all.iter().map(of).collect();
                let name = JobContext::FileName(state.file_name("annotations"));
                self.queue(Request::WriteAnnotations(records), None, name);
            }
            _ => {}
        }
    }

    /// Exports a file and saves it.
    pub fn export(&self, state: &State) {
        let name = JobContext::FileName(state.export_name());
        self.queue(Request::Export(Box::new(state.export())), None, name);
    }

    /// Saves a table as CSV.
    pub fn save_table(&self, rows: &[Vec<String>], state: &State) {
        let csv = state.export.csv(state.texts.language);
        let name = JobContext::FileName(state.file_name("questions"));
        self.queue(Request::Table { rows: rows.to_vec(), csv }, None, name);
    }

    /// Starts a merge of index segments, if one is due and none is running.
    pub fn merge_if_due(&self, index: &Index) {
        let is_merge = |job: &Job| matches!(*job.request, Request::Merge { .. });
        let merging = self.with(|inner| inner.current.iter().chain(&inner.queue).any(is_merge)).unwrap_or(true);
        let Some(Merge { segments: numbers, removed }) = index.merge_due().filter(|_| !merging) else { return };
        let bytes = |number: &SegmentNumber| index.segment(*number).map(|segment| segment.to_bytes().into());
        let segments = numbers.iter().filter_map(bytes).collect();
        self.with(|inner| inner.merging = numbers);
        self.ask(Request::Merge { segments, removed }, None);
    }

    /// The network is back: starting a worker may work now.
    fn retry(&self) {
        self.with(|inner| {
            if let Some(failed) = inner.failed.take() {
                inner.report(IntakeAction::Again(failed.iter().map(|job| job.n).collect()));
                inner.queue.extend(failed);
            }
        });
        self.start_next();
    }

    fn with<T>(&self, change: impl FnOnce(&mut TaskQueue) -> T) -> Option<T> {
        self.0.try_borrow_mut().ok().map(|mut inner| change(&mut inner))
    }

    fn read(&self, files: &PickedFiles) {
        self.with(|inner| {
            let mut queued = Vec::new();
            for file in &files.0 {
                let n = inner.next_job();
                let request = Request::Read { name: file.name(), keep: true };
                queued.push((n, file.name()));
                let (request, context) = (Rc::new(request), JobContext::default());
                inner.queue_file(Job { n, request, file: Some(file.clone()), context });
            }
            inner.report(IntakeAction::Queued(queued));
        });
        self.query_storage(true);
        self.start_next();
    }

    fn ask(&self, request: Request, file: Option<web_sys::File>) {
        self.queue(request, file, JobContext::default());
    }

    /// Queues a task before the waiting files; a stored text after them.
    fn queue(&self, request: Request, file: Option<web_sys::File>, context: JobContext) {
        self.with(|inner| {
            let n = inner.next_job();
            let is_later = |job: &Job| job.is_text() || matches!(*job.request, Request::Read { .. });
            let is_text = matches!(request, Request::Open(_));
            let at = inner.queue.iter().position(is_later).filter(|_| !is_text).unwrap_or(inner.queue.len());
            inner.queue.insert(at, Job { n, request: Rc::new(request), file, context });
        });
        self.start_next();
    }

    /// Stops the current task and drops the waiting files.
    fn cancel(&self) {
        let files = self.stop(|job| matches!(*job.request, Request::Read { .. }));
        self.with(|inner| {
            for job in &files {
                inner.report_outcome(job, Outcome::Cancelled);
            }
        });
        self.start_next();
    }

    /// Stops and returns the tasks of a kind.
    fn stop(&self, is_one: impl Fn(&Job) -> bool) -> Vec<Job> {
        let stopped = self.with(|inner| {
            let queue = std::mem::take(&mut inner.queue);
            let (mut stopped, others): (Vec<Job>, Vec<Job>) = queue.into_iter().partition(&is_one);
            inner.queue = others.into();
            if inner.current.as_ref().is_some_and(&is_one) {
                stopped.extend(inner.current.take());
                inner.stop();
            }
            stopped
        });
        stopped.unwrap_or_default()
    }

    /// Starts the next task if the worker is idle.
    fn start_next(&self) {
        let begun = self.with(|inner| {
            if inner.current.is_some() || inner.queue.is_empty() {
                return None;
            }
            if inner.worker.is_none() {
                self.start(inner);
            }
            if inner.worker.is_none() {
                inner.give_up();
            }
            if !inner.ready {
                return None;
            }
            let job = inner.queue.pop_front()?;
            inner.current = Some(job.clone());
            inner.report_outcome(&job, Outcome::Reading);
            Some(job)
        });
        let Some(Some(job)) = begun else { return };
        let Some(file) = job.file.clone() else { return self.send(&job, None) };
        let client = self.clone();
        files::bytes_of(&file, move |bytes| match bytes {
            Some(bytes) => client.send(&job, Some(&bytes)),
            None => client.end(&job, Some(Outcome::NotStarted)),
        });
    }

    fn start(&self, inner: &mut TaskQueue) {
        let (replied, died) = (self.clone(), self.clone());
        inner.ready = false;
        inner.worker =
            RunningWorker::start(move |reply, bytes| replied.on_message(reply, bytes), move || died.on_crash());
    }

    /// Schedules adding the arrived documents, together with others that arrive soon.
    fn deliver_soon(&self, inner: &mut TaskQueue) {
        if !inner.arrived.is_empty() && inner.pending_delivery.is_none() {
            let client = self.clone();
            let gathered = if inner.queue.is_empty() { GATHERED } else { GATHERED_OF_MANY };
            inner.pending_delivery = Some(call_after(gathered, move || {
                client.with(TaskQueue::deliver);
            }));
        }
    }

    fn send(&self, job: &Job, body: Option<&FileBytes>) {
        let message = Message { task: job.n, now: keeping::now(), request: Request::clone(&job.request) };
        self.with(|inner| {
            // It may have been cancelled while its bytes were loaded.
            let is_current = inner.current.as_ref().is_some_and(|current| current.n == job.n);
            is_current && inner.worker.as_ref().is_some_and(|worker| worker.send(&message, body))
        });
    }

    /// Ends a task, with an outcome if none was reported yet, and starts the next.
    fn end(&self, job: &Job, outcome: Option<Outcome>) {
        self.with(|inner| {
            match outcome {
                Some(outcome) => inner.report_outcome(job, outcome),
                None => inner.report(IntakeAction::Ended(job.n)),
            }
            match &*job.request {
                Request::Open(_) => inner.count_kept(),
                // Only now can other windows read them again.
                Request::PutBack(hashes) => {
                    for hash in hashes {
                        inner.notify_windows(&OtherWindowChange::Added(hash.to_string()));
                    }
                }
                _ => {}
            }
            inner.current = None;
        });
        let changes_storage =
            matches!(*job.request, Request::Read { .. } | Request::Remove(_) | Request::PutBack(_));
        if changes_storage && self.with(|inner| inner.queue.is_empty()).unwrap_or_default() {
            self.query_quota();
        }
        self.start_next();
    }

    /// Handles a message from the worker.
    fn on_message(&self, ToPage { task, reply }: ToPage, bytes: Option<FileBytes>) {
        if reply == Reply::Ready {
            self.with(|inner| inner.ready = true);
            return self.start_next();
        }
        let current = self.with(|inner| inner.current.clone().filter(|job| job.n == task)).flatten();
        let Some(job) = current else { return };
        match reply {
            Reply::Done => self.end(&job, None),
            Reply::Listed(kept) => self.open_all(&kept),
            Reply::Backup { n_texts, n_damaged, .. } => {
                let url = bytes.and_then(|bytes| ObjectUrl::of(&bytes));
                let made = |url: &ObjectUrl| BackupNews::Made(url.address().to_owned(), n_texts, n_damaged);
                let news = url.as_ref().map_or(BackupNews::NotMade, made);
                self.with(|inner| {
                    inner.report(IntakeAction::BackupNews(news));
                    inner.backup = url;
                });
            }
            Reply::Exported { extension, media_type, n_missing, left_out, .. } => {
                self.with(|inner| {
                    let name = [job.context.file_name().unwrap_or_default(), ".", &extension].concat();
                    let saved = bytes.and_then(|bytes| files::save(&bytes, &name, &media_type));
                    let saved = saved.map(|()| ExportNews::Saved(name, n_missing, left_out));
                    let news = saved.unwrap_or(ExportNews::Failed);
                    inner.report_export(news);
                });
            }
            Reply::Merged(_) => {
                let merged = bytes.map(|bytes| files::to_vec(&bytes)).unwrap_or_default();
                self.with(|inner| {
                    let numbers = std::mem::take(&mut inner.merging);
                    inner.dispatch.emit(UiAction::Merge(Rc::new((numbers, merged))));
                });
            }
            Reply::Restored { texts, n_same, n_damaged, records } => {
                let n_records = self.restore(&texts, &records);
                let counts = RestoredCounts { n_new: texts.len() as u32, n_same, n_damaged, n_records };
                self.with(|inner| inner.report(IntakeAction::BackupNews(BackupNews::Restored(counts))));
            }
            reply => {
                self.with(|inner| {
                    inner.on_reply(&job, reply);
                    self.deliver_soon(inner);
                });
            }
        }
    }

    /// Handles a worker that could not be started or has crashed.
    fn on_crash(&self) {
        let job = self.with(|inner| {
            let was_ready = inner.ready;
            inner.stop();
            if !was_ready {
                inner.give_up();
            }
            inner.current.clone()
        });
        if let Some(Some(job)) = job {
            self.end(&job, Some(Outcome::Crashed));
        }
    }

    /// Queues all stored texts that are not in the library: first the one that the address shows, then the newest.
    fn open_all(&self, kept: &Kept) {
        let shown = history::read().document;
        let texts = self.with(|inner| {
            let known: Vec<ContentHash> = inner.known.iter().map(|(hash, _)| *hash).collect();
            let mut texts = unread(&kept.texts, &known);
            texts.sort_by_key(|text| shown.as_ref() != Some(&DocumentLink::Own(text.hash)));
            inner.await_texts(texts.len());
            inner.storage.n_unreadable = kept.n_unreadable;
            inner.report_storage();
            texts
        });
        texts.into_iter().flatten().for_each(|text| self.open(text));
    }

    fn open(&self, text: &KeptText) {
        self.queue(Request::Open(text.hash), None, JobContext::FileName(text.file.clone()));
    }

    /// Restores the contents of a backup, and returns how many records were new. Existing data is not changed.
    fn restore(&self, texts: &[KeptText], records: &[(String, String)]) -> u32 {
        let is_new = |(key, value): &&(String, String)| {
            is_own_kind(key) && storage::get(key).is_none() && storage::set(key, value)
        };
        let new: Vec<_> = records.iter().filter(is_new).collect();
        let n_new = new.len() as u32;
        if !texts.is_empty() {
            keeping::set_has_texts();
        }
        self.with(|inner| {
            for (key, value) in new {
                if let Some(set) = setting(key, value) {
                    inner.dispatch.emit(set);
                } else if key.starts_with(QUESTION_KIND) {
                    let learn = QuestionAction::Learn(key.clone(), Some(value.clone()));
                    inner.dispatch.emit(UiAction::Questions(Rc::new(learn)));
                }
            }
            let (all, n_unreadable) = annotations::read();
            inner.dispatch.emit(UiAction::Annotate(Rc::new(AnnotationAction::Read(all, n_unreadable))));
            for text in texts {
                inner.notify_windows(&OtherWindowChange::Added(text.hash.to_string()));
            }
            inner.await_texts(texts.len());
        });
        for text in texts {
            self.open(text);
        }
        n_new
    }

    /// Handles a change made in another window.
    fn on_other_window(&self, what: OtherWindowChange) {
        match what {
            OtherWindowChange::Added(hash) => {
                if let Ok(hash) = hash.parse() {
                    self.ask(Request::Open(hash), None);
                }
            }
            OtherWindowChange::Removed(hash) => {
                if let Ok(hash) = hash.parse() {
                    self.with(|inner| inner.removed_elsewhere(hash));
                }
            }
        }
    }

    /// Queries storage; at the first dropped file, requests persistent storage.
    fn query_storage(&self, ask: bool) {
        let ask = ask && self.with(|inner| inner.storage.persistent != Some(true)).unwrap_or_default();
        let client = self.clone();
        keeping::persist(ask, move |persistent| {
            client.with(|inner| {
                inner.storage.persistent = Some(persistent);
                inner.report_storage();
            });
        });
        self.query_quota();
    }

    /// Queries how much storage is used.
    fn query_quota(&self) {
        let client = self.clone();
        keeping::quota(move |used, all| {
            client.with(|inner| {
                inner.storage.quota = Some((used, all));
                inner.report_storage();
            });
        });
    }
}

/// The stored records other than texts: annotations and settings.
fn records() -> Vec<(String, String)> {
    storage::keys().into_iter().filter_map(|key| storage::get(&key).map(|value| (key, value))).collect()
}

/// Whether a record of a backup is an annotation, a saved question or a setting.
fn is_own_kind(key: &str) -> bool {
    let is_setting = || SETTINGS.iter().any(|setting| setting.key == key) || [LANGUAGE, WELCOME].contains(&key);
    spot_of_key(key).is_some() || key.starts_with(QUESTION_KIND) || is_setting()
}

/// The action that applies a restored setting; none if it has no such value.
fn setting(key: &str, value: &str) -> Option<UiAction> {
    let (setting, of) = SETTINGS.iter().enumerate().find(|(_, setting)| setting.key == key)?;
    Some(UiAction::ChooseSetting { setting, value: of.values.iter().position(|known| *known == value)? })
}
