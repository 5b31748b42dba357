//! Compares documents that were published both as PDF and as Word files.

use crate::command_line::speech::{Sentence, Speech};
use dispositif::intake::blocks::BlockKind;
use dispositif::intake::{FileContent, Structured, read};
use std::collections::HashMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// How many items are equal in the same order, and the total.
#[derive(Clone, Copy, Default)]
struct OrderedAgreement {
    same: usize,
    of: usize,
}

impl OrderedAgreement {
    fn of<'t>(ours: &'t [String], theirs: &'t [String]) -> Self {
        Self { same: in_order(ours, theirs), of: ours.len().max(theirs.len()) }
    }

    fn add(&mut self, other: Self) {
        self.same += other.same;
        self.of += other.of;
    }

    fn share(self) -> f64 {
        self.same as f64 / self.of.max(1) as f64
    }
}

/// The table of all pairs in a folder; none if there are no pairs.
pub fn table(folder: &Path, n_misses: usize, speech: Speech) -> Result<Option<String>, Sentence> {
    let entries = std::fs::read_dir(folder).map_err(|error| speech.cannot_list(folder, &error))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "docx") && path.with_extension("pdf").is_file());
    files.sort();
    if files.is_empty() {
        return Ok(None);
    }
    let (mut words, mut paragraphs) = (OrderedAgreement::default(), OrderedAgreement::default());
    let mut table = String::from("words in order  paragraphs equal\n");
    let mut misses = String::new();
    for path in files {
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let (Some(word), Some(pdf)) =
            (structured(&path, speech)?, structured(&path.with_extension("pdf"), speech)?)
        else {
            continue;
        };
        let (words_there, words_here) = (all_words(&word), all_words(&pdf));
        let of_words = OrderedAgreement::of(&words_there, &words_here);
        let (ours, theirs) = (all_paragraphs(&word), all_paragraphs(&pdf));
        let of_paragraphs = OrderedAgreement::of(&ours, &theirs);
        let _ = writeln!(table, "{:.4}          {:.4}            {name}", of_words.share(), of_paragraphs.share());
        for (sign, from, other) in [('-', &ours, &theirs), ('+', &theirs, &ours)] {
            for paragraph in from.iter().filter(|paragraph| !other.contains(paragraph)).take(n_misses) {
                let _ = writeln!(misses, "{name} {sign} {}", paragraph.chars().take(160).collect::<String>());
            }
        }
        for (sign, count, word) in odd_words(&words_there, &words_here).into_iter().take(n_misses) {
            let _ = writeln!(misses, "{name} {sign} word {count} {word}");
        }
        words.add(of_words);
        paragraphs.add(of_paragraphs);
    }
    let _ = writeln!(table, "{:.4}          {:.4}            all", words.share(), paragraphs.share());
    Ok(Some(table + &misses))
}

fn structured(path: &Path, speech: Speech) -> Result<Option<Structured>, Sentence> {
    let bytes = std::fs::read(path).map_err(|error| speech.cannot_list(path, &error))?;
    let source = read("", &bytes).pop();
    Ok(source.and_then(|source| source.content.ok()).and_then(|content| match content {
        FileContent::Structured(file) => Some(file),
        FileContent::Text(_) | FileContent::Restored(_) => None,
    }))
}

/// The text of the document without page furniture. Notes come last, since a Word file has no pages. Dot leaders in a table
/// of contents are not text.
fn texts(file: &Structured) -> Vec<String> {
    let blocks = file.blocks.iter().filter(|block| block.kind != BlockKind::Artifact);
    let blocks = blocks.map(|block| [block.label.as_deref().unwrap_or_default(), " ", &block.text].concat());
    // A table's notes are notes in one format, and paragraphs with a raised letter in the other.
    let notes = file.notes.iter().flat_map(|note| {
        let mark = if note.mark.starts_with(char::is_alphabetic) { note.mark.as_str() } else { "" };
        [mark, " ", &note.text].concat().lines().map(str::to_owned).collect::<Vec<_>>()
    });
    blocks
        .chain(notes)
        .map(|text| text.trim_end_matches(['.', ' ', '…']).to_owned())
        .filter(|text| !text.is_empty())
        .collect()
}

fn all_words(file: &Structured) -> Vec<String> {
    texts(file).iter().flat_map(|text| text.split_whitespace()).map(plain).filter(|word| !word.is_empty()).collect()
}

/// The paragraphs without their spaces, which a PDF only guesses.
fn all_paragraphs(file: &Structured) -> Vec<String> {
    texts(file).iter().map(|text| plain(text)).filter(|text| !text.is_empty()).collect()
}

fn plain(text: &str) -> String {
    let letters = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{ad}');
    letters.map(|letter| if matches!(letter, '\u{2010}' | '\u{2011}') { '-' } else { letter }).collect()
}

/// The words that one list has more often than the other, the most frequent first.
fn odd_words<'w>(ours: &'w [String], theirs: &'w [String]) -> Vec<(char, u64, &'w str)> {
    let mut counts: HashMap<&str, i64> = HashMap::new();
    for word in ours {
        *counts.entry(word).or_default() += 1;
    }
    for word in theirs {
        *counts.entry(word).or_default() -= 1;
    }
    let mut odd: Vec<_> = counts
        .into_iter()
        .filter(|(_, count)| *count != 0)
        .map(|(word, count)| (if count > 0 { '-' } else { '+' }, count.unsigned_abs(), word))
        .collect();
    odd.sort_by_key(|(sign, count, word)| (std::cmp::Reverse(*count), *sign, *word));
    odd
}

/// The length of the longest common subsequence, as the longest increasing run of positions.
fn in_order(ours: &[String], theirs: &[String]) -> usize {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, item) in theirs.iter().enumerate() {
        places.entry(item).or_default().push(at);
    }
    // The smallest position at which a run of each length can end.
    let mut ends: Vec<usize> = Vec::new();
    for item in ours {
        for place in places.get(item.as_str()).into_iter().flatten().rev() {
            let length = ends.partition_point(|end| end < place);
            match ends.get_mut(length) {
                Some(end) => *end = *place,
                None => ends.push(*place),
            }
        }
    }
    ends.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_in_another_order_are_paired_once() {
        let list = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
        assert_eq!(in_order(&list("abcabc"), &list("abcabc")), 6);
        assert_eq!(in_order(&list("abc"), &list("cab")), 2);
        assert_eq!(in_order(&list(""), &list("a")), 0);
    }
}
