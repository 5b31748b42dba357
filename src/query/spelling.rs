use super::index::Index;
use crate::text::fold::fold;
use std::cmp::Reverse;
use std::collections::BTreeMap;

impl Index {
    /// The indexed word closest in spelling, folded: at most one letter added, missing, changed or swapped, in a long word
    /// two.
    pub fn spelled_like(&self, word: &str) -> Option<String> {
        let word = fold(word);
        let n_letters = word.chars().count();
        let most = if n_letters < 4 { return None } else { 1 + usize::from(n_letters > 6) };
        let length = word.len().saturating_sub(most)..word.len() + most + 1;
        let mut near: BTreeMap<(usize, String), u32> = BTreeMap::new();
        for entry in self.entries() {
            let live = entry.live_clauses();
            for (term, n_clauses) in entry.segment.words.terms_of_length(length.clone(), &live) {
                let distance = strsim::osa_distance(&word, term);
                if distance <= most && n_clauses() > 0 {
                    *near.entry((distance, term.to_owned())).or_default() += n_clauses();
                }
            }
        }
        // Of equally close words, the most frequent.
        let best = near.into_iter().min_by_key(|((distance, _), n_clauses)| (*distance, Reverse(*n_clauses)));
        best.map(|((_, term), _)| term)
    }
}
