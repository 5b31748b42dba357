use super::exporting::{self, KnownDocument};
use super::reading::{FileRead, UnreadDocument};
use super::{
    Excerpt, Export, ExpressionFindings, Message, ReadDocument, Reply, Request, annotating, backup, excerpting,
    reading,
};
use crate::language;
use crate::library::{BUNDLED_TEXTS, KeptText, OwnTexts, StoreError, StoreOutcome, TextStore, Timestamp};
use crate::model::{ContentHash, DocumentId, Language, Source};
use crate::query::{self, Expression, Refused};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::pin::Pin;
use std::rc::Rc;

/// For how long a removed text can be restored.
const DAY: u64 = 24 * 60 * 60 * 1000;

/// Fetches the file with the tables of a language, in a program that does not have them: see [`language::tables`].
pub type FetchTables = fn(Language) -> Pin<Box<dyn Future<Output = Option<String>>>>;

/// Answers the page's requests, using a store.
#[derive(Debug)]
pub struct Engine<S> {
    texts: OwnTexts<S>,
    fetch_tables: FetchTables,
    /// The documents read so far, for regular expressions and exports. They are packed: unpacked, a library of thousands
    /// would use up the memory.
    documents: RefCell<BTreeMap<DocumentId, Rc<ReadDocument>>>,
    /// Those removed last, so that the removal of one that could not be stored can be undone.
    removed: RefCell<Vec<Rc<ReadDocument>>>,
}

impl<S: TextStore> Engine<S> {
    /// An engine over a store.
    pub fn new(store: S, fetch_tables: FetchTables) -> Self {
        Self {
            texts: OwnTexts::new(store),
            fetch_tables,
            documents: RefCell::default(),
            removed: RefCell::default(),
        }
    }

    /// Answers a message; `body` is the bytes that came with it. The last reply is [`Reply::Done`].
    pub async fn answer(&self, message: Message, body: Vec<u8>, mut reply: impl FnMut(Reply)) {
        let now = message.now;
        let answered = match message.request {
            Request::Read { name, keep } => {
                self.read(&name, &body, now, keep, &mut reply).await;
                Ok(())
            }
            Request::List => self.list(now, &mut reply).await,
            Request::Open(hash) => self.open(hash, &mut reply).await,
            Request::Remove(hashes) => {
                self.forget(&hashes);
                self.texts.set_removed(&hashes, Some(now)).await
            }
            Request::PutBack(hashes) => self.texts.set_removed(&hashes, None).await,
            Request::Search { expression, documents, marks_in } => {
                reply(Reply::Matches(self.search(&expression, documents, marks_in).await));
                Ok(())
            }
            Request::Merge { segments, removed } => {
                if let Some(merged) = query::merge(&segments, &removed) {
                    reply(Reply::Merged(merged));
                }
                Ok(())
            }
            Request::Export(export) => {
                reply(self.export(&export, now).await);
                Ok(())
            }
            Request::Table { rows, csv } => {
                reply(exporting::write_table(rows, csv, now));
                Ok(())
            }
            Request::Excerpt { document, paragraph } => {
                reply(Reply::Excerpt(self.excerpt(&document, paragraph).await));
                Ok(())
            }
            Request::TakeAnnotations(documents) => {
                self.take_annotations(&body, &documents, &mut reply).await;
                Ok(())
            }
            Request::WriteAnnotations(records) => {
                reply(annotating::write(&records));
                Ok(())
            }
            Request::Backup(records) => self.back_up(&records, &mut reply).await,
            Request::Restore => self.restore(&body, &mut reply).await,
        };
        if let Err(error) = answered {
            reply(Reply::Failed(error));
        }
        reply(Reply::Done);
    }

    async fn read(&self, name: &str, bytes: &[u8], now: Timestamp, keep: bool, reply: &mut impl FnMut(Reply)) {
        for document in reading::documents_of(name, bytes, None) {
            let file = self.read_document(document, now, None).await;
            let name = file.name;
            reply(match file.document {
                Ok(document) => {
                    self.remember(&document);
                    self.keep(name, document, &file.bytes, now, keep).await
                }
                Err(refusal) => Reply::Refused { name, refusal },
            });
        }
    }

    /// Reads a document, with the tables of its language.
    async fn read_document(
        &self,
        document: UnreadDocument,
        added: Timestamp,
        known: Option<ContentHash>,
    ) -> FileRead {
        if let Some(language) = document.language() {
            self.load_tables(language).await;
        }
        document.read(added, known)
    }

    /// Fetches the tables of a language unless they are there; whether they are there then.
    async fn load_tables(&self, language: Language) -> bool {
        if language::has_tables(language) {
            return true;
        }
        let file = (self.fetch_tables)(language).await;
        file.is_some_and(|file| language::set_tables(language, &file))
    }

    async fn keep(&self, name: String, document: ReadDocument, bytes: &[u8], now: Timestamp, keep: bool) -> Reply {
        let Source::Own(hash) = document.summary.id.source else {
            return Reply::Same { name, known: None, document: Box::new(document) };
        };
        if !keep {
            return Reply::Read { document: Box::new(document), kept: Ok(()) };
        }
        let text = KeptText { hash, file: name.clone(), added: now, size: bytes.len() as u64, removed: None };
        match self.texts.keep(&text, bytes).await {
            Ok(StoreOutcome::Same(known)) => {
                let document = Box::new(document.added(&known));
                Reply::Same { name, known: Some(known), document }
            }
            kept => Reply::Read { document: Box::new(document), kept: kept.map(|_| ()) },
        }
    }

    async fn search(
        &self,
        expression: &str,
        documents: Vec<DocumentId>,
        marks_in: Option<DocumentId>,
    ) -> Result<ExpressionFindings, Refused> {
        let expression = Expression::new(expression)?;
        let mut findings = ExpressionFindings::default();
        for id in documents {
            // A document that is not stored and was read by another worker is missing here.
            let Some(document) = self.document(&id).await.and_then(|document| document.resolution()) else {
                findings.n_missing += 1;
                continue;
            };
            let document = &document;
            if marks_in.as_ref() == Some(&id) {
                for (at, paragraph) in document.paragraphs.iter().enumerate() {
                    let marks = expression.marks(paragraph)?;
                    if !marks.is_empty() {
                        findings.marks.push((at as u32, marks));
                    }
                }
            }
            let clauses = expression.clauses(document)?;
            findings.clauses.push((id, clauses));
        }
        Ok(findings)
    }

    async fn export(&self, export: &Export, now: Timestamp) -> Reply {
        let mut documents = Vec::new();
        for (id, clauses) in &export.documents {
            // A document that is not stored and was read by another worker is missing here.
            if let Some(document) = self.document(id).await.and_then(|document| KnownDocument::unpack(&document)) {
                documents.push((document, clauses.as_deref()));
            }
        }
        exporting::write(export, &documents, now)
    }

    /// Reads annotations from a file and finds their clauses. The documents are unpacked one after another.
    async fn take_annotations(&self, bytes: &[u8], documents: &[DocumentId], reply: &mut impl FnMut(Reply)) {
        let Some(contents) = annotating::read(bytes) else { return reply(Reply::NoAnnotations) };
        let mut parts = annotating::AnnotationParts::of(&contents);
        for (at, some) in annotating::by_document(&contents.annotations, documents) {
            let id = documents.get(at);
            let document = match id {
                Some(id) => self.document(id).await.and_then(|document| document.resolution()),
                None => None,
            };
            let n_in_file = some.len();
            let placed = annotating::placed(some, id.zip(document.as_ref()));
            parts.add(&placed, n_in_file, reply);
        }
        parts.finish(reply);
    }

    /// A paragraph's pages, read again from its file.
    async fn excerpt(&self, id: &DocumentId, paragraph: u32) -> Option<Excerpt> {
        if !self.load_tables(id.language).await {
            return None;
        }
        match id.source {
            Source::Own(hash) => {
                let (text, bytes) = self.texts.get(hash).await.ok()?;
                excerpting::excerpt(&text.file, &bytes, paragraph)
            }
            Source::Bundled => {
                let is_it = |text: &str| reading::bundled_id(text) == *id;
                let (name, text) = BUNDLED_TEXTS.into_iter().find(|(_, text)| is_it(text))?;
                excerpting::excerpt(name, text.as_bytes(), paragraph)
            }
            Source::Published { .. } => None,
        }
    }

    /// A document that was read before, or is read again now.
    async fn document(&self, id: &DocumentId) -> Option<Rc<ReadDocument>> {
        let known = self.documents.try_borrow().ok()?.get(id).cloned();
        if known.is_some() {
            return known;
        }
        match id.source {
            Source::Own(hash) => {
                let (text, bytes) = self.texts.get(hash).await.ok()?;
                for document in reading::documents_of(&text.file, &bytes, Some(hash)) {
                    let file = self.read_document(document, text.added, Some(hash)).await;
                    file.document.iter().for_each(|document| self.remember(document));
                }
            }
            Source::Bundled => {
                for (name, text) in BUNDLED_TEXTS {
                    for document in reading::documents_of(name, text.as_bytes(), None) {
                        let file = self.read_document(document, Timestamp::default(), None).await;
                        file.document.iter().for_each(|document| self.remember(document));
                    }
                }
            }
            Source::Published { .. } => {}
        }
        self.documents.try_borrow().ok()?.get(id).cloned()
    }

    fn remember(&self, document: &ReadDocument) {
        if let Ok(mut documents) = self.documents.try_borrow_mut() {
            documents.insert(document.summary.id.clone(), Rc::new(document.without_segment()));
        }
    }

    /// Forgets removed documents, except those removed last.
    fn forget(&self, hashes: &[ContentHash]) {
        if let (Ok(mut documents), Ok(mut removed)) =
            (self.documents.try_borrow_mut(), self.removed.try_borrow_mut())
        {
            let is_gone = |id: &DocumentId| matches!(&id.source, Source::Own(hash) if hashes.contains(hash));
            let gone: Vec<DocumentId> = documents.keys().filter(|id| is_gone(id)).cloned().collect();
            *removed = gone.iter().filter_map(|id| documents.remove(id)).collect();
        }
    }

    /// A document that was removed last, if there is no record of it in the store.
    async fn unstored(&self, hash: ContentHash) -> Option<Rc<ReadDocument>> {
        let is_it = |document: &&Rc<ReadDocument>| document.summary.id.source == Source::Own(hash);
        let document = self.removed.try_borrow().ok()?.iter().find(is_it).cloned()?;
        let is_stored = matches!(self.texts.known(hash).await, Ok(Some(_)) | Err(StoreError::Newer));
        (!is_stored).then_some(document)
    }

    async fn list(&self, now: Timestamp, reply: &mut impl FnMut(Reply)) -> Result<(), StoreError> {
        self.texts.delete_removed(Timestamp(now.0.saturating_sub(DAY))).await?;
        reply(Reply::Listed(self.texts.list().await?));
        Ok(())
    }

    /// Reads a stored text, or takes back one that was removed and is not stored. A text that another window has removed in
    /// the meantime gives no reply.
    async fn open(&self, hash: ContentHash, reply: &mut impl FnMut(Reply)) -> Result<(), StoreError> {
        if let Some(document) = self.unstored(hash).await {
            self.remember(&document);
            reply(Reply::Read { document: Box::new(document.with_segment()), kept: Ok(()) });
            return Ok(());
        }
        if self.texts.known(hash).await?.is_none_or(|text| text.removed.is_some()) {
            return Ok(());
        }
        let (text, bytes) = self.texts.get(hash).await?;
        for document in reading::documents_of(&text.file, &bytes, Some(hash)) {
            let file = self.read_document(document, text.added, Some(hash)).await;
            file.document.iter().for_each(|document| self.remember(document));
            reply(match file.document {
                Ok(document) => Reply::Read { document: Box::new(document), kept: Ok(()) },
                Err(refusal) => Reply::Refused { name: file.name, refusal },
            });
        }
        Ok(())
    }

    async fn back_up(&self, records: &[(String, String)], reply: &mut impl FnMut(Reply)) -> Result<(), StoreError> {
        let mut writer = backup::BackupWriter::new(records);
        let (mut n_texts, mut n_damaged) = (0, 0);
        for text in self.texts.list().await?.texts {
            match self.texts.get(text.hash).await {
                Ok((text, bytes)) => {
                    writer.add(&text, &bytes);
                    n_texts += 1;
                }
                Err(StoreError::Damaged) => n_damaged += 1,
                Err(error) => return Err(error),
            }
        }
        reply(Reply::Backup { bytes: writer.finish(), n_texts, n_damaged });
        Ok(())
    }

    async fn restore(&self, bytes: &[u8], reply: &mut impl FnMut(Reply)) -> Result<(), StoreError> {
        let Some(found) = backup::read(bytes) else {
            reply(Reply::NoBackup);
            return Ok(());
        };
        let (mut texts, mut n_same, mut failed) = (Vec::new(), 0, Ok(()));
        for (text, bytes) in found.texts {
            match self.texts.keep(&text, &bytes).await {
                Ok(StoreOutcome::New) => texts.push(text),
                Ok(StoreOutcome::Same(_)) => n_same += 1,
                Err(error) => {
                    failed = Err(error);
                    break;
                }
            }
        }
        // The entries that fit were written, whatever happened to the rest.
        reply(Reply::Restored { texts, n_same, n_damaged: found.n_damaged, records: found.records });
        failed
    }
}
