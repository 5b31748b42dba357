//! Scores the reading of `pdftotext`'s output: exact paragraphs, notes tied to their calls, titles.
//!
//! The labels are those of the printed document. The notes are found in the page as printed: below its rule, each mark is on
//! a separate line.

use super::align::letters;
use super::gold::Labelled;
use super::retrieval::Tally;
use dispositif::model::{Paragraph, Resolution};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::io::Error;
use std::path::Path;
use std::process::Command;

/// The scores of one extraction mode.
#[derive(Debug, Default)]
pub struct PrintedScores {
    n_documents: usize,
    paragraphs: Tally,
    notes: Tally,
    titles: Tally,
    /// How many notes' words are in a paragraph that does not have them in print.
    n_notes_inside: usize,
    misses: HashMap<&'static str, Vec<String>>,
}

/// A note as its page prints it.
pub struct PrintedNote {
    mark: String,
    /// Its first letters.
    letters: String,
}

/// Runs poppler's `pdftotext` on a file.
///
/// # Errors
///
/// If the program is missing or fails.
pub fn extracted(pdf: &Path, options: &[&str]) -> std::io::Result<String> {
    let output = Command::new("pdftotext").args(options).arg(pdf).arg("-").output()?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(Error::other(String::from_utf8_lossy(&output.stderr).trim().to_owned()))
}

/// The notes of a text with the printed layout.
pub fn printed_notes(layout: &str) -> Vec<PrintedNote> {
    const TELLING: usize = 90;
    let mut notes: Vec<PrintedNote> = Vec::new();
    for page in layout.split('\u{c}') {
        let below = page.lines().skip_while(|line| !line.trim().starts_with("__________")).skip(1);
        let mut mark = None;
        for line in below.map(str::trim) {
            let is_mark = (1..=3).contains(&line.len()) && line.bytes().all(|b| b.is_ascii_digit());
            if is_mark {
                mark = Some(line.to_owned());
            } else if let Some(mark) = mark.take_if(|_| !line.is_empty()) {
                let letters: String = letters(line).chars().take(TELLING).collect();
                notes.push(PrintedNote { mark, letters });
            }
        }
    }
    notes
}

impl PrintedScores {
    /// Adds a document.
    pub fn add(&mut self, name: &str, labelled: &Labelled, notes: &[PrintedNote], resolution: &Resolution) {
        self.n_documents += 1;
        let ours: HashSet<String> = resolution.paragraphs.iter().flat_map(forms_of).collect();
        for labels in labelled.paragraphs.iter().filter(|labels| labels.part.is_some()) {
            let right = ours.contains(&characters(&labels.text));
            self.paragraphs.add(right);
            if !right {
                self.miss("paragraph", format!("{name}: {}", labels.text));
            }
        }
        for note in notes {
            let tied = resolution.footnotes.iter().any(|ours| {
                ours.mark == note.mark && !ours.called_from.is_empty() && starts_alike(&letters(&ours.text), note)
            });
            self.notes.add(tied);
            if !tied {
                self.miss("note", format!("{name}: {} {}", note.mark, note.letters));
            }
            // The text of a note that is only a document's name also occurs in paragraphs that name it.
            let n_read = resolution.paragraphs.iter().filter(|paragraph| holds(&paragraph.text, note)).count();
            let n_printed = labelled.paragraphs.iter().filter(|labels| holds(&labels.text, note)).count();
            if n_read > n_printed {
                self.n_notes_inside += 1;
                self.miss("note inside a paragraph", format!("{name}: {} {}", note.mark, note.letters));
            }
        }
        if let Some(title) = &labelled.title {
            let right = letters(title) == letters(&resolution.title);
            self.titles.add(right);
            if !right {
                self.miss("title", format!("{name}: {title} / {}", resolution.title));
            }
        }
    }

    fn miss(&mut self, kind: &'static str, what: String) {
        self.misses.entry(kind).or_default().push(what);
    }

    /// The table, with a number of misses of each kind.
    pub fn table(&self, name: &str, n_misses: usize) -> String {
        let share = |tally: Tally| format!("{:.4}  ({} of {})", tally.share(), tally.right, tally.of);
        let mut out = format!("{name}: {} documents\n", self.n_documents);
        for (what, value) in [
            ("paragraphs to the letter", share(self.paragraphs)),
            ("notes tied to a call", share(self.notes)),
            ("titles", share(self.titles)),
            ("notes whose words are inside a paragraph", self.n_notes_inside.to_string()),
        ] {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "  {what:<42} {value}");
        }
        let mut kinds: Vec<_> = self.misses.iter().filter(|_| n_misses > 0).collect();
        kinds.sort();
        for (kind, misses) in kinds {
            let _ = writeln!(out, "\n{kind}: {} missed", misses.len());
            for miss in misses.iter().take(n_misses) {
                let _ = writeln!(out, "    {miss}");
            }
        }
        out
    }
}

/// A paragraph as letters and digits, with and without its note marks.
fn forms_of(paragraph: &Paragraph) -> Vec<String> {
    let mut marked = String::new();
    let mut from = 0;
    for mark in &paragraph.marks {
        let at = mark.at as usize;
        marked.push_str(paragraph.text.get(from..at).unwrap_or_default());
        marked.push_str(&mark.mark);
        from = at;
    }
    marked.push_str(paragraph.text.get(from..).unwrap_or_default());
    vec![characters(&paragraph.text), characters(&marked)]
}

fn characters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn starts_alike(ours: &str, note: &PrintedNote) -> bool {
    let length = note.letters.len().min(24);
    note.letters.get(..length).is_some_and(|start| ours.starts_with(start))
}

fn holds(text: &str, note: &PrintedNote) -> bool {
    // A few words prove nothing.
    note.letters.len() >= 30 && letters(text).contains(&note.letters)
}
