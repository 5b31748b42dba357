//! A note that is typed in two windows at the same time: both texts are kept.
//!
//! A window remembers every text that it has stored for a note since typing started. A note stored by another window
//! contains one of these, or none; the rest is the other's text. Each window shows the other's text before its own, so that
//! typing continues at the end. A window that had received the note before it changed it replaces it: its text is closer to
//! the note than to what the note was when typing started.

use super::Spot;

/// The separator between the texts of two windows.
const BETWEEN: &str = "\n\n";

/// The note that is typed in this window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    spot: Spot,
    /// The note's text before typing started.
    before: String,
    /// The other window's text.
    theirs: String,
    /// The texts that this window has stored, oldest first.
    own: Vec<String>,
}

impl Typing {
    /// Starts typing in a note with this text.
    pub fn new(spot: Spot, before: &str) -> Self {
        Self { spot, before: before.to_owned(), theirs: String::new(), own: Vec::new() }
    }

    /// Whether this is the note of a spot.
    pub fn is_of(&self, spot: &Spot) -> bool {
        self.spot == *spot
    }

    /// This window has set the whole note to a text.
    pub fn write(&mut self, note: &str) {
        const MOST: usize = 2000;
        let own = note.strip_prefix(&*self.theirs).and_then(|rest| rest.strip_prefix(BETWEEN));
        let own = own.filter(|_| !self.theirs.is_empty()).map(str::to_owned);
        if own.is_none() {
            // The other's text was edited here, so it now belongs to this window.
            self.theirs.clear();
        }
        if self.own.len() >= MOST {
            self.own.drain(..MOST / 2);
        }
        self.own.push(own.unwrap_or_else(|| note.to_owned()));
    }

    /// The merged note, after another window has stored a text.
    pub fn learn(&mut self, kept: &str) -> String {
        let Some(own) = self.own.last().cloned() else {
            kept.clone_into(&mut self.before);
            return kept.to_owned();
        };
        if kept == own || self.own.iter().any(|earlier| earlier == kept) {
            // This window's own text.
            return self.note(&own);
        }
        let parts = self.own.iter().rev().filter(|earlier| !earlier.is_empty()).find_map(|earlier| {
            let after = kept.strip_prefix(earlier.as_str()).and_then(|rest| rest.strip_prefix(BETWEEN));
            after.or_else(|| kept.strip_suffix(earlier.as_str()).and_then(|rest| rest.strip_suffix(BETWEEN)))
        });
        let note = self.note(&own);
        if parts.is_none() && is_edited(&note, kept, &self.before) {
            *self = Self::new(self.spot.clone(), kept);
            return kept.to_owned();
        }
        self.theirs = parts.unwrap_or(kept).to_owned();
        // If the other has only the original text, it has added nothing.
        if self.theirs == self.before {
            self.theirs.clear();
        }
        self.note(&own)
    }

    fn note(&self, own: &str) -> String {
        match (self.theirs.is_empty(), own.is_empty()) {
            (true, _) => own.to_owned(),
            (false, true) => self.theirs.clone(),
            (false, false) => [&self.theirs, BETWEEN, own].concat(),
        }
    }
}

/// Whether a text is an edited note: most of the note is in it, and it differs less from the note than from the text before.
fn is_edited(note: &str, text: &str, before: &str) -> bool {
    let (n_shared, n_changed) = difference(note, text);
    n_shared * 2 >= note.chars().count() && n_changed < difference(before, text).1
}

/// How many letters two texts share at their beginnings and ends, and how many others they have.
fn difference(one: &str, other: &str) -> (usize, usize) {
    let n_same = |pairs: &mut dyn Iterator<Item = (char, char)>| pairs.take_while(|(a, b)| a == b).count();
    let n_first = n_same(&mut one.chars().zip(other.chars()));
    let (one, other): (Vec<char>, Vec<char>) =
        (one.chars().skip(n_first).collect(), other.chars().skip(n_first).collect());
    let n_last = n_same(&mut one.iter().rev().copied().zip(other.iter().rev().copied()));
    (n_first + n_last, one.len() + other.len() - 2 * n_last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ClauseId, DocumentLink};

    fn typing(before: &str) -> Typing {
        let spot = Spot { document: DocumentLink::read("A/RES/1/1@fr"), clause: ClauseId::new("op1.1") };
        Typing::new(spot, before)
    }

    /// Two windows that type letter by letter in turn; each receives what the other stores.
    fn written(before: &str, here: &str, there: &str) -> (String, String) {
        let (mut a, mut b) = (typing(before), typing(before));
        let (mut note_a, mut note_b) = (before.to_owned(), before.to_owned());
        for (mine, theirs) in here.chars().zip(there.chars()) {
            note_a.push(mine);
            a.write(&note_a);
            note_b.push(theirs);
            b.write(&note_b);
            // Neither had received the other's text when it stored its own.
            let kept = note_a.clone();
            note_a = a.learn(&note_b);
            note_b = b.learn(&kept);
        }
        for _ in 0..3 {
            note_a = a.learn(&note_b);
            note_b = b.learn(&note_a);
        }
        (note_a, note_b)
    }

    #[test]
    fn two_windows_that_write_one_note_at_once_keep_both_texts() {
        let (here, there) = written("", "ici on lit", "là on écri");
        assert_eq!(here, "là on écri\n\nici on lit");
        assert_eq!(there, "ici on lit\n\nlà on écri");
    }

    #[test]
    fn a_window_that_replaces_a_note_takes_nothing_from_one_that_writes_it() {
        let mut here = typing("");
        here.write("ici");
        assert_eq!(here.learn("là"), "là\n\nici");
        let mut there = typing("ici");
        there.write("là");
        assert_eq!(there.learn("là\n\nici"), "là");
    }

    #[test]
    fn a_note_edited_in_one_window_and_then_in_another_is_there_once() {
        let mut here = typing("");
        here.write("à voir avec le Secrétariat");
        let mut there = typing("à voir avec le Secrétariat");
        for edited in
            ["à voir avec le Secrétariat, urgent", "à revoir avec le Secrétariat, urgent", "revoir, urgent"]
        {
            there.write(edited);
            assert_eq!(here.learn(edited), edited);
        }
        // And back.
        here.write("revoir, très urgent");
        assert_eq!(there.learn("revoir, très urgent"), "revoir, très urgent");
    }

    #[test]
    fn a_window_does_not_merge_its_own_text() {
        let mut here = typing("");
        here.write("i");
        here.write("ic");
        assert_eq!(here.learn("i"), "ic");
        assert_eq!(here.learn("ic"), "ic");
    }
}
