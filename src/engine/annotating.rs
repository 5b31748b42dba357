//! Annotations from a file, on their way to the page.

use super::{Reply, SettingsRecord};
use crate::annotations::file::{self, Contents};
use crate::annotations::{Annotation, Annotations, Spot, key_of_spot, spot_of_key};
use crate::intake;
use crate::model::{DocumentId, Resolution};
use std::collections::BTreeMap;

/// The most annotations in one reply, and the most documents that they belong to: the page unpacks each of these.
const MOST: usize = 400;
const MOST_DOCUMENTS: usize = 4;

/// The contents of a file; none if it has no annotations.
pub fn read(bytes: &[u8]) -> Option<Contents> {
    file::read(&intake::text_of(bytes).ok()?)
}

/// Writes the page's records to a file.
pub fn write(records: &[SettingsRecord]) -> Reply {
    let read = |(key, record): &SettingsRecord| Some((spot_of_key(key)?, Annotation::read(record).ok()?));
    let all: Annotations = records.iter().filter_map(read).collect();
    Reply::Exported {
        bytes: file::write(&all).into_bytes(),
        extension: "csv".to_owned(),
        media_type: "text/csv".to_owned(),
        n_missing: 0,
        left_out: None,
    }
}

/// Annotations by the document that they belong to, as its place in the list; those of no document here come last.
pub fn by_document(all: &Annotations, documents: &[DocumentId]) -> BTreeMap<usize, Vec<(Spot, Annotation)>> {
    let mut of_each: BTreeMap<usize, Vec<(Spot, Annotation)>> = BTreeMap::new();
    for (link, entries) in all.of_each() {
        let at = documents.iter().position(|id| id.matches(link)).unwrap_or(documents.len());
        of_each.entry(at).or_default().extend(entries.iter().map(|entry| (**entry).clone()));
    }
    of_each
}

/// Annotations of one document, each at its clause.
pub fn placed(some: Vec<(Spot, Annotation)>, document: Option<(&DocumentId, &Resolution)>) -> Annotations {
    Annotations::joined(some).placed(document.as_slice())
}

/// Collects annotations into replies.
pub struct AnnotationParts {
    records: Vec<SettingsRecord>,
    n_documents: usize,
    n_left: usize,
    n_left_out: usize,
    unclosed: Option<usize>,
}

impl AnnotationParts {
    /// Starts with the contents of a file.
    pub fn of(contents: &Contents) -> Self {
        Self {
            records: Vec::new(),
            n_documents: 0,
            n_left: contents.annotations.len(),
            n_left_out: contents.n_left_out,
            unclosed: contents.unclosed,
        }
    }

    /// Adds annotations of one document, which were so many in the file.
    pub fn add(&mut self, some: &Annotations, n_in_file: usize, reply: &mut impl FnMut(Reply)) {
        self.n_documents += 1;
        // Two annotations of one clause have become one.
        self.n_left = self.n_left.saturating_sub(n_in_file - some.len().min(n_in_file));
        for (spot, annotation) in some.iter() {
            self.records.push((key_of_spot(spot), annotation.write()));
            if self.records.len() >= MOST {
                self.send(reply);
            }
        }
        if self.n_documents >= MOST_DOCUMENTS {
            self.send(reply);
        }
    }

    /// Sends what is left.
    pub fn finish(mut self, reply: &mut impl FnMut(Reply)) {
        self.n_left = self.records.len();
        self.send(reply);
    }

    fn send(&mut self, reply: &mut impl FnMut(Reply)) {
        let records = std::mem::take(&mut self.records);
        self.n_left = self.n_left.saturating_sub(records.len());
        self.n_documents = 0;
        reply(Reply::Annotations {
            records,
            n_left: self.n_left as u32,
            n_left_out: self.n_left_out as u32,
            unclosed: self.unclosed.map(|line| line as u32),
        });
    }
}
