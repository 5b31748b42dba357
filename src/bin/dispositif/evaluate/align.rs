//! Which of our paragraphs a labelled one is.
//!
//! Labels keep what OCR left in a text, and we take numbers and note marks out of it: two paragraphs are the same when
//! their letters are.

use super::gold::Labels;
use dispositif::model::Paragraph;
use dispositif::text::fold::fold;

/// How many letters tell a paragraph.
const TELLING: usize = 48;

/// For each labelled paragraph, the number of ours that it is.
pub fn align(labels: &[Labels], ours: &[Paragraph]) -> Vec<Option<usize>> {
    let keys: Vec<String> = ours.iter().map(|paragraph| letters(&paragraph.text)).collect();
    let mut next = 0;
    labels
        .iter()
        .map(|labels| {
            let whole = letters(&labels.text);
            if whole.is_empty() {
                return None;
            }
            let found = (next..keys.len()).find(|i| keys.get(*i).is_some_and(|key| is_same(&whole, key)))?;
            // Labels stand in the order of the text; one that is far ahead is another paragraph that begins alike.
            if found > next + 40 {
                return None;
            }
            next = found + 1;
            Some(found)
        })
        .collect()
}

fn is_same(label: &str, ours: &str) -> bool {
    let head = |text: &str| text.get(..text.len().min(TELLING)).unwrap_or(text).to_owned();
    if ours.len() < 8 || label.len() < 8 {
        return label == ours;
    }
    // A label may begin with its own letter, a) or (ii).
    (0..=4).any(|skip| label.get(skip..).is_some_and(|label| head(label) == head(ours)))
        || (label.len() >= 24
            && ours.len() >= 24
            && (label.starts_with(&head24(ours)) || ours.starts_with(&head24(label))))
}

fn head24(text: &str) -> String {
    text.get(..text.len().min(24)).unwrap_or(text).to_owned()
}

/// The letters of a text, folded.
pub fn letters(text: &str) -> String {
    fold(text).chars().filter(char::is_ascii_alphabetic).collect()
}
