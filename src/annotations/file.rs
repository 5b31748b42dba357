//! Annotations as a file: a table of comma-separated values (RFC 4180), which spreadsheets open and save again.
//!
//! The columns are `document`, `clause`, `star`, `labels`, `note`, `quote`, `mark`. A spreadsheet takes a cell that begins with
//! `=`, `+`, `-` or `@` for a formula, so that such a cell gets an apostrophe before it, which is taken off again when
//! the file is read; so does one that begins with an apostrophe.

use super::{Annotation, Annotations, Spot, WorkState};
use crate::model::{ClauseId, DocumentLink};
use csv_core::{ReadFieldResult, ReaderBuilder};

const COLUMNS: [&str; 7] = ["document", "clause", "star", "labels", "note", "quote", "mark"];

/// What a spreadsheet must not see at the beginning of a cell.
const GUARDED: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The annotations.
    pub annotations: Annotations,
    /// How many lines gave none: without a document, a clause, or anything to say.
    pub n_left_out: usize,
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
        let guard = if cell.starts_with(GUARDED) { "'" } else { "" };
        file.extend([if n == 0 { "" } else { "," }, "\"", guard, &cell.replace('"', "\"\""), "\""]);
    }
    file.push_str("\r\n");
}

/// The annotations of a file; nothing if its first line does not name the columns `document` and `clause`.
pub fn read(text: &str) -> Option<Contents> {
    let text = text.trim_start_matches('\u{feff}');
    // Spreadsheets divide by what is usual in their country.
    let head = text.lines().next().unwrap_or_default();
    let delimiter = [b';', b'\t'].into_iter().find(|mark| head.as_bytes().contains(mark)).unwrap_or(b',');
    let mut lines = lines(text, delimiter).into_iter();
    let head = lines.next()?;
    let places = COLUMNS.map(|column| head.iter().position(|name| name.trim().eq_ignore_ascii_case(column)));
    let [Some(_), Some(_), ..] = places else { return None };
    let mut contents = Contents::default();
    for line in lines {
        match annotation(&line, places) {
            Some(one) => drop(contents.annotations.merge(&[one].into_iter().collect())),
            None => contents.n_left_out += 1,
        }
    }
    Some(contents)
}

/// The cells of every line.
fn lines(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut reader = ReaderBuilder::new().delimiter(delimiter).build();
    let (mut lines, mut line) = (Vec::new(), Vec::new());
    // No cell is longer than the whole.
    let mut room = vec![0; text.len()];
    let mut rest = text.as_bytes();
    let mut cell = 0;
    loop {
        let (read, n_read, n_written) = reader.read_field(rest, room.get_mut(cell..).unwrap_or_default());
        rest = rest.get(n_read..).unwrap_or_default();
        cell += n_written;
        match read {
            // It is read on to learn that nothing follows.
            ReadFieldResult::InputEmpty => {}
            ReadFieldResult::Field { record_end } => {
                line.push(String::from_utf8_lossy(room.get(..cell).unwrap_or_default()).into_owned());
                cell = 0;
                if record_end {
                    lines.push(std::mem::take(&mut line));
                }
            }
            ReadFieldResult::OutputFull | ReadFieldResult::End => return lines,
        }
    }
}

fn annotation(line: &[String], places: [Option<usize>; 7]) -> Option<(Spot, Annotation)> {
    let cell = |place: Option<usize>| place.and_then(|place| line.get(place)).map_or("", |cell| unguarded(cell));
    let [document, clause, star, labels, note, quote, mark] = places.map(cell);
    let (document, clause) = (document.trim(), clause.trim());
    let annotation = Annotation {
        star: !star.trim().is_empty(),
        work: WorkState::from_key(mark.trim()),
        labels: labels.to_owned(),
        note: note.to_owned(),
        quote: quote.to_owned(),
    };
    let usable = !document.is_empty() && !clause.is_empty() && !clause.contains(' ') && !annotation.is_blank();
    usable.then(|| (Spot { document: DocumentLink::read(document), clause: ClauseId::new(clause) }, annotation))
}

fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(GUARDED)).unwrap_or(cell)
}
