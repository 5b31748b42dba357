//! A note that two windows write at once: both texts are kept.
//!
//! A window knows what it has itself written for a note since it began. What another window keeps then holds one of
//! these, or nothing of them; the rest is the other's text. Each window shows the other's text before its own, since
//! that is where the writing goes on.

use super::Spot;

/// Between the texts of two windows.
const BETWEEN: &str = "\n\n";

/// Which note this window is writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    spot: Spot,
    /// What the note said before.
    before: String,
    /// What the other window has written.
    theirs: String,
    /// What this one has written so far, the last one last.
    own: Vec<String>,
}

impl Typing {
    /// Begins to write a note, that says something already.
    pub fn new(spot: Spot, before: &str) -> Self {
        Self { spot, before: before.to_owned(), theirs: String::new(), own: Vec::new() }
    }

    /// Whether this is the note of a spot.
    pub fn is_of(&self, spot: &Spot) -> bool {
        self.spot == *spot
    }

    /// The whole note was written so.
    pub fn write(&mut self, note: &str) {
        const MOST: usize = 2000;
        let own = note.strip_prefix(&*self.theirs).and_then(|rest| rest.strip_prefix(BETWEEN));
        let own = own.filter(|_| !self.theirs.is_empty()).map(str::to_owned);
        if own.is_none() {
            // The other's text was changed here: it is this window's now.
            self.theirs.clear();
        }
        if self.own.len() >= MOST {
            self.own.drain(..MOST / 2);
        }
        self.own.push(own.unwrap_or_else(|| note.to_owned()));
    }

    /// What the note says now that another window keeps such a note.
    pub fn learn(&mut self, kept: &str) -> String {
        let Some(own) = self.own.last().cloned() else { return kept.to_owned() };
        if kept == own || self.own.iter().any(|earlier| earlier == kept) {
            // What this window wrote itself.
            return self.note(&own);
        }
        let parts = self.own.iter().rev().filter(|earlier| !earlier.is_empty()).find_map(|earlier| {
            let after = kept.strip_prefix(earlier.as_str()).and_then(|rest| rest.strip_prefix(BETWEEN));
            after.or_else(|| kept.strip_suffix(earlier.as_str()).and_then(|rest| rest.strip_suffix(BETWEEN)))
        });
        self.theirs = parts.unwrap_or(kept).to_owned();
        // Where the other has only what there was before, there is nothing of its own.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ClauseId, DocumentLink};

    fn typing(before: &str) -> Typing {
        let spot = Spot { document: DocumentLink::read("A/RES/1/1@fr"), clause: ClauseId::new("op1.1") };
        Typing::new(spot, before)
    }

    /// Two windows that write letter by letter in turn; what each keeps is heard by the other.
    fn written(before: &str, here: &str, there: &str) -> (String, String) {
        let (mut a, mut b) = (typing(before), typing(before));
        let (mut note_a, mut note_b) = (before.to_owned(), before.to_owned());
        for (mine, theirs) in here.chars().zip(there.chars()) {
            note_a.push(mine);
            a.write(&note_a);
            note_b.push(theirs);
            b.write(&note_b);
            // Neither had heard of the other when it wrote.
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
    fn what_a_window_wrote_itself_is_no_other_text() {
        let mut here = typing("");
        here.write("i");
        here.write("ic");
        assert_eq!(here.learn("i"), "ic");
        assert_eq!(here.learn("ic"), "ic");
    }
}
