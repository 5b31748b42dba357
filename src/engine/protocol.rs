use super::{Excerpt, ReadDocument};
use crate::export::{CsvOptions, Format};
use crate::library::{Kept, KeptText, StoreError, Timestamp};
use crate::model::{ContentHash, DocumentId, Refusal, Span};
use crate::query::Refused;
use serde::{Deserialize, Serialize};

/// A number that the page gives to what it asks, and finds in every reply to it.
pub type TaskId = u32;

/// What the page sends: a request under a number. The bytes of a file go beside it, so that they are moved and not
/// copied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The number of the task.
    pub task: TaskId,
    /// The time.
    pub now: Timestamp,
    /// What is asked.
    pub request: Request,
}

/// What the page can ask for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// To read a file, whose bytes come with the message, and to keep it.
    Read {
        /// The file's name.
        name: String,
        /// Whether to keep it.
        keep: bool,
    },
    /// To list the texts that are kept. What was removed more than a day ago is deleted for good.
    List,
    /// To read a text that is kept.
    Open(ContentHash),
    /// To remove texts.
    Remove(Vec<ContentHash>),
    /// To put back texts that were removed.
    PutBack(Vec<ContentHash>),
    /// To look for a regular expression.
    Search {
        /// The expression, without its slashes.
        expression: String,
        /// The documents to look in.
        documents: Vec<DocumentId>,
        /// The document to mark the matches in.
        marks_in: Option<DocumentId>,
    },
    /// To merge segments of the index.
    Merge {
        /// The segments.
        segments: Vec<serde_bytes::ByteBuf>,
        /// The documents in them that were removed.
        removed: Vec<DocumentId>,
    },
    /// To write documents, or clauses of them, into a file.
    Export(Box<Export>),
    /// To show what a paragraph's file says around it.
    Excerpt {
        /// The document.
        document: DocumentId,
        /// The paragraph's place in it.
        paragraph: u32,
    },
    /// To put all texts, and these records of the page's, into one file.
    Backup(Vec<SettingsRecord>),
    /// To take texts and records out of such a file, whose bytes come with the message.
    Restore,
}

/// A document with the clauses that are chosen of it, by their paragraph's place in the document and their own in the
/// paragraph; without them all.
pub type ChosenClauses = (DocumentId, Option<Vec<(u32, u32)>>);

/// What is written into a file, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Export {
    /// The format.
    pub format: Format,
    /// How it is written if it is CSV.
    pub csv: CsvOptions,
    /// The documents, in order.
    pub documents: Vec<ChosenClauses>,
    /// What was asked, in words.
    pub asked: String,
    /// How many clauses were asked.
    pub n_asked: u32,
    /// The link that shows the same.
    pub link: String,
}

/// A record that the page keeps: an annotation, a setting. Its key and its value.
pub type SettingsRecord = (String, String);

/// What the worker sends: a reply to a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToPage {
    /// The task that it belongs to.
    pub task: TaskId,
    /// The reply.
    pub reply: Reply,
}

/// What the worker answers. Every task ends with [`Reply::Done`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// It has started. Sent once, with task 0.
    Ready,
    /// A file, or a file in an archive, was read.
    Read {
        /// What was read.
        document: Box<ReadDocument>,
        /// Whether it is kept, where it was to be; else why not. Without it the document lasts as long as the page.
        kept: Result<(), StoreError>,
    },
    /// The same text is here already.
    Same {
        /// The name of the file that brought it again.
        name: String,
        /// When it was added, and from which file; none if it comes with the program.
        known: Option<KeptText>,
        /// The document.
        document: Box<ReadDocument>,
    },
    /// A file gives no text.
    Refused {
        /// The file's name.
        name: String,
        /// Why.
        refusal: Refusal,
    },
    /// What is kept.
    Listed(Kept),
    /// A file of all that is kept.
    Backup {
        /// The file.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
        /// How many texts are in it.
        n_texts: u32,
        /// How many are kept and damaged, and so are not in it.
        n_damaged: u32,
    },
    /// What was taken out of such a file.
    Restored {
        /// The texts that are new here.
        texts: Vec<KeptText>,
        /// How many texts were here before.
        n_same: u32,
        /// How many in the file are damaged.
        n_damaged: u32,
        /// The page's records in it.
        records: Vec<SettingsRecord>,
    },
    /// A file was written.
    Exported {
        /// The file.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
        /// What its name ends in, without a point.
        extension: String,
        /// Its media type.
        media_type: String,
        /// How many of the documents could not be read again, and so are not in it.
        n_missing: u32,
    },
    /// What a paragraph's file says around it; nothing if the file is not kept.
    Excerpt(Option<Excerpt>),
    /// The file is no backup of ours, or a newer version made it.
    NoBackup,
    /// What a regular expression finds, or why it finds nothing.
    Matches(Result<ExpressionFindings, Refused>),
    /// Segments, merged into one. Like the files above its bytes go beside the reply: see [`ToPage::take_bytes`].
    Merged(#[serde(with = "serde_bytes")] Vec<u8>),
    /// The store did not do it.
    Failed(StoreError),
    /// That was all.
    Done,
}

/// What a regular expression finds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpressionFindings {
    /// For each document the numbers of the clauses that hold it.
    pub clauses: Vec<(DocumentId, Vec<u32>)>,
    /// For paragraphs of one document, by number, the words that are it.
    pub marks: Vec<(u32, Vec<Span>)>,
}

impl Message {
    /// The message as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// The message of such bytes; nothing if another version sent them.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

impl ToPage {
    /// Takes the large bytes out of a reply that has some, to be handed over beside it: a page that saves a file of
    /// many megabytes then never copies it.
    pub fn take_bytes(&mut self) -> Option<Vec<u8>> {
        match &mut self.reply {
            Reply::Backup { bytes, .. } | Reply::Exported { bytes, .. } | Reply::Merged(bytes) => {
                Some(std::mem::take(bytes))
            }
            _ => None,
        }
    }

    /// The reply as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// The reply of such bytes; nothing if another version sent them.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}
