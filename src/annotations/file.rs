//! Annotations as a file: a table of comma-separated values (RFC 4180), which spreadsheets open and save again.
//!
//! The columns are `document`, `clause`, `star`, `labels`, `note`, `quote`, `mark`. What a spreadsheet would take for a formula
//! is guarded by an apostrophe, which is taken off again when the file is read: see [`crate::text::cell`].

use super::{Annotation, Annotations, Spot, WorkState};
use crate::model::{ClauseId, DocumentLink};
use crate::text::cell::{guarded, unguarded};
use csv_core::{ReadFieldResult, ReaderBuilder};

const COLUMNS: [&str; 7] = ["document", "clause", "star", "labels", "note", "quote", "mark"];

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The annotations.
    pub annotations: Annotations,
    /// How many lines gave none: without a document, a clause, or anything to say.
    pub n_left_out: usize,
    /// The line that a quotation mark begins on which nothing closes, from 1: all that follows it is one cell.
    pub unclosed: Option<usize>,
}

/// The file of these annotations. It begins with a byte order mark, by which spreadsheets know UTF-8.
pub fn write(annotations: &Annotations) -> String {
    let mut file = "\u{feff}".to_owned();
    write_line(&mut file, COLUMNS);
    for (spot, annotation) in annotations.iter() {
        let Annotation { star, work, labels, note, quote } = annotation;
        let mark = work.map(WorkState::key).unwrap_or_default();
        let star = if *star { "*" } else { "" };
        let document = spot.document.to_string();
        write_line(&mut file, [&document, spot.clause.as_str(), star, labels, note, quote, mark]);
    }
    file
}

fn write_line(file: &mut String, cells: [&str; 7]) {
    for (n, cell) in cells.into_iter().enumerate() {
        file.extend([if n == 0 { "" } else { "," }, "\"", &guarded(cell).replace('"', "\"\""), "\""]);
    }
    file.push_str("\r\n");
}

/// The annotations of a file; nothing if its first line does not name the columns `document` and `clause`.
pub fn read(text: &str) -> Option<Contents> {
    let mut file = AnnotationFile::open(text.to_owned())?;
    let mut all = Contents { unclosed: file.unclosed, ..Contents::default() };
    while let Some(some) = file.next(usize::MAX) {
        all.annotations.merge(&some.annotations);
        all.n_left_out += some.n_left_out;
    }
    Some(all)
}

/// A file that is read some lines at a time, so that a long one does not stop a page.
pub struct AnnotationFile {
    text: String,
    /// How many bytes of it are read.
    read: usize,
    reader: csv_core::Reader,
    places: [Option<usize>; 7],
    /// The line that a quotation mark begins on which nothing closes.
    pub unclosed: Option<usize>,
    is_at_end: bool,
    /// Room for a cell, which grows.
    room: Vec<u8>,
}

impl AnnotationFile {
    /// Begins to read; nothing if the first line does not name the columns `document` and `clause`.
    pub fn open(text: String) -> Option<Self> {
        let start = text.len() - text.trim_start_matches('\u{feff}').len();
        // Spreadsheets divide by what is usual in their country.
        let head = text.get(start..)?.lines().next().unwrap_or_default();
        let delimiter = [b';', b'\t'].into_iter().find(|mark| head.as_bytes().contains(mark)).unwrap_or(b',');
        let unclosed = unclosed(text.get(start..)?, delimiter);
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        let mut file =
            Self { text, read: start, reader, places: [None; 7], unclosed, is_at_end: false, room: vec![0; 1024] };
        let head = file.line()?;
        file.places = COLUMNS.map(|column| head.iter().position(|name| name.trim().eq_ignore_ascii_case(column)));
        matches!(file.places, [Some(_), Some(_), ..]).then_some(file)
    }

    /// What up to so many further lines hold; nothing at the end.
    pub fn next(&mut self, most: usize) -> Option<Contents> {
        let mut contents = Contents { unclosed: self.unclosed, ..Contents::default() };
        let mut found = Vec::new();
        let mut n_lines = 0;
        while n_lines < most
            && let Some(line) = self.line()
        {
            n_lines += 1;
            match annotation(&line, self.places) {
                Some(one) => found.push(one),
                None => contents.n_left_out += 1,
            }
        }
        contents.annotations = Annotations::joined(found);
        (n_lines > 0).then_some(contents)
    }

    /// Whether all of it is read.
    pub fn is_done(&self) -> bool {
        self.is_at_end || self.read >= self.text.len()
    }

    /// The cells of the next line.
    fn line(&mut self) -> Option<Vec<String>> {
        let mut line = Vec::new();
        let mut cell = 0;
        while !self.is_at_end {
            let rest = self.text.as_bytes().get(self.read..).unwrap_or_default();
            let room = self.room.get_mut(cell..).unwrap_or_default();
            let (read, n_read, n_written) = self.reader.read_field(rest, room);
            self.read += n_read;
            cell += n_written;
            match read {
                // It is read on to learn that nothing follows.
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::OutputFull => self.room.resize(self.room.len() * 2, 0),
                ReadFieldResult::Field { record_end } => {
                    line.push(String::from_utf8_lossy(self.room.get(..cell).unwrap_or_default()).into_owned());
                    cell = 0;
                    if record_end {
                        return Some(line);
                    }
                }
                ReadFieldResult::End => self.is_at_end = true,
            }
        }
        None
    }
}

/// The line that a quotation mark begins on which nothing closes, from 1.
fn unclosed(text: &str, delimiter: u8) -> Option<usize> {
    let mut opened = None;
    let (mut line, mut begins) = (1, true);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        line += usize::from(byte == b'\n');
        match byte {
            b'"' if opened.is_some() => {
                // Two in a cell are one that it says.
                if bytes.next_if_eq(&b'"').is_none() {
                    opened = None;
                }
            }
            _ if opened.is_some() => {}
            b'"' if begins => (opened, begins) = (Some(line), false),
            _ => begins = byte == delimiter || byte == b'\n' || byte == b'\r',
        }
    }
    opened
}

fn annotation(line: &[String], places: [Option<usize>; 7]) -> Option<(Spot, Annotation)> {
    let cell = |place: Option<usize>| {
        place.and_then(|place| line.get(place)).map_or(String::new(), |cell| unguarded(cell))
    };
    let [document, clause, star, labels, note, quote, mark] = places.map(cell);
    let (document, clause) = (document.trim(), clause.trim());
    let annotation =
        Annotation { star: !star.trim().is_empty(), work: WorkState::from_key(mark.trim()), labels, note, quote };
    let usable = !document.is_empty() && !clause.is_empty() && !clause.contains(' ') && !annotation.is_blank();
    usable.then(|| (Spot { document: DocumentLink::read(document), clause: ClauseId::new(clause) }, annotation))
}
