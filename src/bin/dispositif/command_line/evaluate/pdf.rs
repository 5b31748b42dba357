//! Scores the reading of PDFs against labels, and of notes against poppler's view of the structure tree.

use super::gold::{Labelled, Labels};
use dispositif::intake::Structured;
use dispositif::intake::blocks::BlockKind;
use dispositif::model::{Paragraph, Resolution};
use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;

/// Hits and the total.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    right: usize,
    all: usize,
}

impl Tally {
    fn add(&mut self, is_right: bool) {
        self.all += 1;
        self.right += usize::from(is_right);
    }
}

/// The figures of a folder of PDFs.
#[derive(Debug, Default)]
pub struct PdfScores {
    n_files: usize,
    n_pages: u32,
    paragraphs: Tally,
    numbers: Tally,
    titles: Tally,
    symbols: Tally,
    dates: Tally,
    /// Notes found with mark and text, and called where poppler's text has the mark.
    notes: Tally,
    /// Paragraphs with a note or a running head in their text.
    n_leaks: usize,
    misses: Vec<String>,
}

/// The letters and digits of a text; the labels have “outline-solid” for “outline”.
fn letters(text: &str) -> String {
    let text = text.replace("outline-solid", "outline");
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The letters alone: labels have note marks in their text, as digits.
fn bare(text: &str) -> String {
    letters(text).chars().filter(|letter| letter.is_alphabetic()).collect()
}

impl PdfScores {
    /// Adds a file.
    pub fn add(&mut self, name: &str, path: &Path, labelled: &Labelled, file: &Structured, read: &Resolution) {
        self.n_files += 1;
        self.n_pages += file.n_pages;
        let mut by_letters: HashMap<String, Vec<&Paragraph>> = HashMap::new();
        for paragraph in &read.paragraphs {
            let text = bare(&paragraph.text);
            let number = paragraph.number.as_deref().map(bare).unwrap_or_default();
            if !number.is_empty() {
                by_letters.entry(number + &text).or_default().push(paragraph);
            }
            by_letters.entry(text).or_default().push(paragraph);
        }
        let mut expected: Vec<String> = Vec::new();
        for label in labelled.paragraphs.iter().filter(|label| is_body(label)) {
            let text = bare(&label.text);
            let whole = bare(&label.prefix.clone().unwrap_or_default()) + &text;
            if text.is_empty() {
                continue;
            }
            let found = by_letters.get(&text).or_else(|| by_letters.get(&whole)).and_then(|found| found.first());
            self.paragraphs.add(found.is_some());
            match found {
                Some(found) if label.part.is_some() => {
                    let number = found.number.as_deref().map(letters).unwrap_or_default();
                    let right = number == label.prefix.as_deref().map(letters).unwrap_or_default();
                    if !right {
                        self.miss(name, "number", &format!("{:?} for {:?}: {}", number, label.prefix, label.text));
                    }
                    self.numbers.add(right);
                }
                None => self.miss(name, "paragraph", &label.text),
                Some(_) => {}
            }
            expected.push(text);
            expected.push(whole);
        }
        if let Some(title) = &labelled.title {
            let right = letters(title) == letters(&read.title);
            self.titles.add(right);
            if !right {
                self.miss(name, "title", &read.title);
            }
        }
        if let Some(symbol) = &labelled.symbol {
            self.symbols.add(symbol == read.symbol.as_str());
        }
        if let Some(date) = labelled.adopted.as_deref() {
            let adopted = read.adopted.map(dispositif::model::Date::iso).unwrap_or_default();
            if adopted != date {
                self.miss(name, "date", &format!("{adopted} for {date}"));
            }
            self.dates.add(adopted == date);
        }
        self.add_notes(name, path, read);
        self.add_leaks(name, file, read, &expected);
    }

    fn add_notes(&mut self, name: &str, path: &Path, read: &Resolution) {
        // Without a structure tree poppler reports no notes, so they are not scored.
        let Some(tree) = PopplerTree::of(path) else { return };
        for (mark, text) in &tree.notes {
            let found = read.footnotes.iter().find(|note| note.mark == *mark && letters(&note.text) == *text);
            let is_called = found.is_some()
                && read.paragraphs.iter().any(|paragraph| {
                    let mut calls = paragraph.marks.iter().filter(|call| call.mark == *mark);
                    calls.any(|call| tree.has_mark_after(paragraph.text.get(..call.at as usize), mark))
                });
            self.notes.add(is_called);
            if !is_called {
                let what = if found.is_some() { "call" } else { "note" };
                self.miss(name, what, &format!("{mark} {text}"));
            }
        }
    }

    fn add_leaks(&mut self, name: &str, file: &Structured, read: &Resolution, expected: &[String]) {
        const SHORTEST: usize = 12;
        let artifacts = file.blocks.iter().filter(|block| block.kind == BlockKind::Artifact);
        let apart: Vec<String> = artifacts
            .map(|block| bare(&block.text))
            .chain(file.notes.iter().map(|note| bare(&note.text)))
            .filter(|text| text.len() >= SHORTEST)
            .collect();
        for paragraph in &read.paragraphs {
            let text = bare(&paragraph.text);
            if !expected.contains(&text) && apart.iter().any(|apart| text.contains(apart)) {
                self.n_leaks += 1;
                self.miss(name, "leak", &paragraph.text);
            }
        }
    }

    fn miss(&mut self, name: &str, what: &str, about: &str) {
        let about: String = about.chars().take(110).collect();
        self.misses.push(format!("{name}\t{what}\t{about}"));
    }

    /// Whether there is anything to print.
    pub fn is_empty(&self) -> bool {
        self.n_files == 0
    }

    /// The figures, with some of the misses.
    pub fn table(&self, n_misses: usize) -> String {
        let mut out = format!("PDF: {} files, {} pages\n", self.n_files, self.n_pages);
        let rows = [
            ("paragraphs exactly as labelled", self.paragraphs),
            ("paragraph numbers", self.numbers),
            ("titles", self.titles),
            ("symbols", self.symbols),
            ("dates", self.dates),
            ("notes tied to their paragraph", self.notes),
        ];
        for (what, Tally { right, all }) in rows {
            let share = right as f64 / all.max(1) as f64;
            // Writing to a string cannot fail.
            let _ = writeln!(out, "  {what:<36}{share:>8.4}  {right} of {all}");
        }
        let _ = writeln!(out, "  {:<36}{:>8}", "paragraphs with a note or furniture", self.n_leaks);
        for miss in self.misses.iter().take(n_misses) {
            let _ = writeln!(out, "    {miss}");
        }
        out
    }
}

/// Whether a label is a paragraph, heading or closing line; labels before these belong to the masthead.
fn is_body(label: &Labels) -> bool {
    !matches!(label.kind.as_deref(), Some("frontmatter" | "title"))
}

/// The structure tree of a tagged PDF, as poppler prints it.
#[derive(Debug, Default)]
struct PopplerTree {
    /// Each note's mark, and its letters and digits.
    notes: Vec<(String, String)>,
    /// The letters of the text between notes.
    letters: String,
    after: Vec<String>,
}

impl PopplerTree {
    fn of(path: &Path) -> Option<Self> {
        let output = std::process::Command::new("pdfinfo").arg("-struct-text").arg(path).output().ok()?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        if !text.contains("Document") {
            return None;
        }
        let mut tree = Self::default();
        let mut paragraphs: Vec<String> = Vec::new();
        // The indentation of the current note.
        let mut inside: Option<usize> = None;
        for line in text.lines() {
            let indent = line.len() - line.trim_start().len();
            let line = line.trim_start();
            if inside.is_some_and(|note| indent <= note) {
                inside = None;
            }
            if let Some(words) = line.strip_prefix('"') {
                let words = words.strip_suffix('"').unwrap_or(words);
                match (inside, paragraphs.last_mut()) {
                    (Some(_), Some(last)) => last.push_str(words),
                    _ => tree.add_text(words),
                }
            } else if inside.is_none() && line.starts_with("Note") {
                inside = Some(indent);
                paragraphs.push(String::new());
            } else if inside.is_some() && line.starts_with("P (") {
                paragraphs.push(String::new());
            }
        }
        tree.notes = notes_of(&paragraphs);
        Some(tree)
    }

    fn add_text(&mut self, words: &str) {
        for letter in words.chars() {
            if letter.is_alphabetic() {
                for letter in letter.to_lowercase() {
                    self.letters.push(letter);
                    self.after.resize(self.letters.len(), String::new());
                }
            } else if let Some(after) = self.after.last_mut() {
                after.push(letter);
            }
        }
    }

    /// Whether a mark comes after these words somewhere.
    fn has_mark_after(&self, before: Option<&str>, mark: &str) -> bool {
        const CONTEXT: usize = 30;
        let before = bare(before.unwrap_or_default());
        let start = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let context = before.get(start..).unwrap_or_default();
        let mut places = self.letters.match_indices(context).map(|(at, found)| at + found.len());
        places.any(|end| self.after.get(end.saturating_sub(1)).is_some_and(|after| after.contains(mark)))
    }
}

/// The notes among paragraphs: each starts with a mark.
fn notes_of(paragraphs: &[String]) -> Vec<(String, String)> {
    let mut notes: Vec<(String, String)> = Vec::new();
    for paragraph in paragraphs {
        let text = paragraph.trim();
        let n_mark = text.chars().take_while(|letter| letter.is_ascii_digit() || *letter == '*').count();
        let (mark, rest) = text.split_at_checked(n_mark).unwrap_or((text, ""));
        match notes.last_mut() {
            _ if !mark.is_empty() && mark.len() <= 3 => notes.push((mark.to_owned(), letters(rest))),
            Some(last) => last.1.push_str(&letters(text)),
            None => {}
        }
    }
    notes
}
