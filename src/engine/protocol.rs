use super::{Excerpt, ReadDocument};
use crate::export::{CsvOptions, Format};
use crate::library::{Kept, KeptText, StoreError, Timestamp};
use crate::model::{ContentHash, DocumentId, Language, Refusal, Span};
use crate::query::Refused;
use serde::{Deserialize, Serialize};

/// The number of a request, repeated in every reply to it.
pub type TaskId = u32;

/// A message from the page: a request and its number. The bytes of a file are sent beside it, so that they are transferred
/// and not copied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The number of the task.
    pub task: TaskId,
    /// The current time.
    pub now: Timestamp,
    /// The request.
    pub request: Request,
}

/// The requests that the page can send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// Read a file, whose bytes come with the message.
    Read {
        /// The file's name.
        name: String,
        /// Whether to store it.
        keep: bool,
    },
    /// List the stored texts. Those removed more than a day ago are deleted for good.
    List,
    /// Read a stored text.
    Open(ContentHash),
    /// Remove texts.
    Remove(Vec<ContentHash>),
    /// Restore removed texts.
    PutBack(Vec<ContentHash>),
    /// Search for a regular expression.
    Search {
        /// The expression, without its slashes.
        expression: String,
        /// The documents to search.
        documents: Vec<DocumentId>,
        /// The document whose matches are to be highlighted.
        marks_in: Option<DocumentId>,
    },
    /// Merge segments of the index.
    Merge {
        /// The segments.
        segments: Vec<serde_bytes::ByteBuf>,
        /// The removed documents in them.
        removed: Vec<DocumentId>,
    },
    /// Export documents, or clauses of them, as a file.
    Export(Box<Export>),
    /// Write a table of the page as CSV. The worker adds the time and the program.
    Table {
        /// Its rows, the first of which names the columns.
        rows: Vec<Vec<String>>,
        /// How it is written.
        csv: CsvOptions,
    },
    /// Show a paragraph in its source file.
    Excerpt {
        /// The document.
        document: DocumentId,
        /// The paragraph's index in it.
        paragraph: u32,
    },
    /// Read annotations from a file, whose bytes come with the message, and find their clauses in these documents.
    TakeAnnotations(Vec<DocumentId>),
    /// Write annotations, given as the page's records, to a file.
    WriteAnnotations(Vec<SettingsRecord>),
    /// Write all texts, and these records of the page, into a backup.
    Backup(Vec<SettingsRecord>),
    /// Restore a backup, whose bytes come with the message.
    Restore,
}

/// A document and its chosen clauses, each as the index of its paragraph and its own index in the paragraph; none means
/// all clauses.
pub type ChosenClauses = (DocumentId, Option<Vec<(u32, u32)>>);

/// The reader's mark of work on a clause of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseMark {
    /// The document, as its index in the export.
    pub document: u32,
    /// The id of the clause.
    pub clause: String,
    /// The key of the mark.
    pub mark: String,
}

/// The contents and the format of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Export {
    /// The format.
    pub format: Format,
    /// The options for CSV.
    pub csv: CsvOptions,
    /// The documents, in order.
    pub documents: Vec<ChosenClauses>,
    /// The reader's marks of work.
    pub marks: Vec<ClauseMark>,
    /// The question, in words that are the same in every language.
    pub asked: String,
    /// The question, in the reader's words.
    pub question: String,
    /// The day, in the reader's words.
    pub day: String,
    /// How many clauses the question covered.
    pub n_asked: u32,
    /// The link that shows the same selection.
    pub link: String,
    /// The reader's language, in which the file says where it is from.
    pub language: Language,
}

/// A record in the page's storage, an annotation or a setting: its key and its value.
pub type SettingsRecord = (String, String);

/// A message from the worker: a reply to a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToPage {
    /// The task that it belongs to.
    pub task: TaskId,
    /// The reply.
    pub reply: Reply,
}

/// The worker's replies. Every task ends with [`Reply::Done`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// The worker has started. Sent once, with task 0.
    Ready,
    /// A file, or a file in an archive, was read.
    Read {
        /// The document.
        document: Box<ReadDocument>,
        /// The result of storing it, if that was requested. A document that is not stored is lost when the page closes.
        kept: Result<(), StoreError>,
    },
    /// The same text is in the library already.
    Same {
        /// The name of the file with the duplicate.
        name: String,
        /// When it was added, and from which file; none for a bundled document.
        known: Option<KeptText>,
        /// The document.
        document: Box<ReadDocument>,
    },
    /// A file cannot be read.
    Refused {
        /// The file's name.
        name: String,
        /// Why.
        refusal: Refusal,
    },
    /// The stored texts.
    Listed(Kept),
    /// A backup.
    Backup {
        /// The file.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
        /// How many texts are in it.
        n_texts: u32,
        /// How many stored texts are damaged and so are missing in it.
        n_damaged: u32,
    },
    /// The contents of a restored backup.
    Restored {
        /// The texts that are new.
        texts: Vec<KeptText>,
        /// How many texts were in the library already.
        n_same: u32,
        /// How many in the file are damaged.
        n_damaged: u32,
        /// The page's records in it.
        records: Vec<SettingsRecord>,
    },
    /// An exported file.
    Exported {
        /// The file.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
        /// Its file name extension, without the dot.
        extension: String,
        /// Its media type.
        media_type: String,
        /// How many documents could not be read again and so are missing in it.
        n_missing: u32,
        /// A sentence about what is left out, in the reader's language.
        left_out: Option<String>,
    },
    /// Nothing is to be exported, and the format cannot say so in a file.
    NothingToExport,
    /// A paragraph in its source file; none if the file is not stored.
    Excerpt(Option<Excerpt>),
    /// Some annotations of a file, as records. They come in parts, so that storing them does not block the page.
    Annotations {
        /// The records.
        records: Vec<SettingsRecord>,
        /// How many more follow.
        n_left: u32,
        /// How many rows of the file were skipped.
        n_left_out: u32,
        /// The line of an unclosed quotation mark in the file.
        unclosed: Option<u32>,
    },
    /// The file has no annotations.
    NoAnnotations,
    /// The file is not a backup, or was made by a newer version.
    NoBackup,
    /// The matches of a regular expression, or why there are none.
    Matches(Result<ExpressionFindings, Refused>),
    /// A merged segment. Like the files above, its bytes are sent beside the reply: see [`ToPage::take_bytes`].
    Merged(#[serde(with = "serde_bytes")] Vec<u8>),
    /// The store failed.
    Failed(StoreError),
    /// The task is finished.
    Done,
}

/// The matches of a regular expression.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpressionFindings {
    /// For each document, the numbers of the clauses that match.
    pub clauses: Vec<(DocumentId, Vec<u32>)>,
    /// For paragraphs of one document, by number, the spans to highlight.
    pub marks: Vec<(u32, Vec<Span>)>,
    /// How many documents could not be read again and so were not searched.
    pub n_missing: u32,
}

impl Message {
    /// Serialises the message.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// Reads a serialized message; none if another version wrote it.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

impl ToPage {
    /// Takes the large buffer out of a reply that has one, to be transferred beside it, so that a file of many megabytes is
    /// never copied.
    pub fn take_bytes(&mut self) -> Option<Vec<u8>> {
        match &mut self.reply {
            Reply::Backup { bytes, .. } | Reply::Exported { bytes, .. } | Reply::Merged(bytes) => {
                Some(std::mem::take(bytes))
            }
            _ => None,
        }
    }

    /// Serialises the reply.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// Reads a serialized reply; none if another version wrote it.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}
