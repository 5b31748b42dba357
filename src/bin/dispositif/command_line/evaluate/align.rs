//! Aligns labelled paragraphs with those that were read.
//!
//! Labels keep what OCR left in a text, and we take numbers and note marks out of it: two paragraphs are the same when
//! their letters are.

use super::gold::Labels;
use dispositif::model::Paragraph;
use dispositif::text::fold::fold;

/// How many letters identify a paragraph.
const TELLING: usize = 48;

/// For each labelled paragraph, the index of ours: the longest common subsequence.
pub fn align(labels: &[Labels], ours: &[Paragraph]) -> Vec<Option<usize>> {
    let keys: Vec<String> = ours.iter().map(|paragraph| letters(&paragraph.text)).collect();
    let wholes: Vec<String> = labels.iter().map(|labels| letters(&labels.text)).collect();
    let (n, m) = (wholes.len(), keys.len());
    let same: Vec<Vec<bool>> =
        wholes.iter().map(|whole| keys.iter().map(|key| is_same(whole, key)).collect()).collect();
    let is = |i: usize, j: usize| same.get(i).and_then(|row| row.get(j)).copied().unwrap_or(false);
    // best[i][j]: how many pairs the labels from i on and our paragraphs from j on can make.
    let mut best = vec![vec![0_u32; m + 1]; n + 1];
    let at = |best: &[Vec<u32>], i: usize, j: usize| best.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0);
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            let paired = if is(i, j) { 1 + at(&best, i + 1, j + 1) } else { 0 };
            let value = paired.max(at(&best, i + 1, j)).max(at(&best, i, j + 1));
            if let Some(cell) = best.get_mut(i).and_then(|row| row.get_mut(j)) {
                *cell = value;
            }
        }
    }
    let mut places = vec![None; n];
    let (mut i, mut j) = (0, 0);
    while i < n && j < m {
        if is(i, j) && at(&best, i, j) == 1 + at(&best, i + 1, j + 1) {
            if let Some(place) = places.get_mut(i) {
                *place = Some(j);
            }
            (i, j) = (i + 1, j + 1);
        } else if at(&best, i + 1, j) >= at(&best, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    places
}

fn is_same(label: &str, ours: &str) -> bool {
    let head = |text: &str| text.chars().take(TELLING).collect::<String>();
    if ours.len() < 8 || label.len() < 8 {
        return label == ours;
    }
    // A label may start with its own letter, a) or (ii).
    (0..=4).any(|skip| label.get(skip..).is_some_and(|label| head(label) == head(ours)))
        || (label.len() >= 24
            && ours.len() >= 24
            && (label.starts_with(&head24(ours)) || ours.starts_with(&head24(label))))
}

fn head24(text: &str) -> String {
    text.chars().take(24).collect()
}

/// The letters of a text, folded.
pub fn letters(text: &str) -> String {
    fold(text).chars().filter(|letter| letter.is_alphabetic()).collect()
}
