//! Annotations as a CSV file (RFC 4180), which spreadsheets can open and save again.
//!
//! The columns are `document`, `clause`, `star`, `labels`, `note`, `quote`, `mark`. A cell that a
//! spreadsheet would take for a formula gets an apostrophe, which is removed when the file is read: see [`crate::text::cell`].

use super::{Annotation, Annotations, Spot, WorkState};
use crate::model::{ClauseId, DocumentLink};
use crate::text::cell::{guarded, unguarded};
use csv_core::{ReadFieldResult, ReaderBuilder};

const COLUMNS: [&str; 7] = ["document", "clause", "star", "labels", "note", "quote", "mark"];

/// The contents of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The annotations.
    pub annotations: Annotations,
    /// How many rows were skipped: without a document, a clause or any content.
    pub n_left_out: usize,
    /// The line of an unclosed quotation mark, from 1: everything after it is one cell.
    pub unclosed: Option<usize>,
}

/// Writes annotations. The file starts with a byte order mark, by which spreadsheets recognize UTF-8.
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

/// Reads a file; none if its first line does not name the columns `document` and `clause`.
pub fn read(text: &str) -> Option<Contents> {
    let text = text.trim_start_matches('\u{feff}');
    // The separator depends on the spreadsheet's locale.
    let head = text.lines().next().unwrap_or_default();
    let delimiter = [b';', b'\t'].into_iter().find(|mark| head.as_bytes().contains(mark)).unwrap_or(b',');
    let mut lines = CsvLines::new(text, delimiter);
    let head = lines.next()?;
    let places = COLUMNS.map(|column| head.iter().position(|name| name.trim().eq_ignore_ascii_case(column)));
    let [Some(_), Some(_), ..] = places else { return None };
    let mut contents = Contents { unclosed: unclosed(text, delimiter), ..Contents::default() };
    let mut found = Vec::new();
    for line in lines {
        match annotation(&line, places) {
            Some(one) => found.push(one),
            None => contents.n_left_out += 1,
        }
    }
    contents.annotations = Annotations::joined(found);
    Some(contents)
}

/// The lines of a file, as cells.
struct CsvLines<'t> {
    rest: &'t [u8],
    reader: csv_core::Reader,
    /// A buffer for the current cell.
    room: Vec<u8>,
}

impl<'t> CsvLines<'t> {
    fn new(text: &'t str, delimiter: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Self { rest: text.as_bytes(), reader, room: vec![0; 1024] }
    }
}

impl Iterator for CsvLines<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        let mut line = Vec::new();
        let mut cell = 0;
        loop {
            let room = self.room.get_mut(cell..).unwrap_or_default();
            let (read, n_read, n_written) = self.reader.read_field(self.rest, room);
            self.rest = self.rest.get(n_read..).unwrap_or_default();
            cell += n_written;
            match read {
                // One more read finds the end of the file.
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::OutputFull => self.room.resize(self.room.len() * 2, 0),
                ReadFieldResult::Field { record_end } => {
                    line.push(String::from_utf8_lossy(self.room.get(..cell).unwrap_or_default()).into_owned());
                    cell = 0;
                    if record_end {
                        return Some(line);
                    }
                }
                ReadFieldResult::End => return None,
            }
        }
    }
}

/// The line of an unclosed quotation mark, from 1.
fn unclosed(text: &str, delimiter: u8) -> Option<usize> {
    let mut opened = None;
    let (mut line, mut begins) = (1, true);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        line += usize::from(byte == b'\n');
        match byte {
            b'"' if opened.is_some() => {
                // A doubled quotation mark in a cell is one of the text.
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
