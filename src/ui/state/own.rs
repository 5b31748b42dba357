//! What the reader has put beside clauses, and how it stands with keeping it.

use crate::annotations::file::Contents;
use crate::annotations::{Annotations, Merged};

/// What the reader has put beside clauses. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Own {
    /// All of it.
    pub all: Annotations,
    /// Whether the browser refused to keep some of it.
    pub unkept: bool,
    /// How many records the browser has that this version cannot read.
    pub n_unread: usize,
    /// What became of the file that was taken in last; nothing in it if it held no annotations.
    pub taken: Option<Option<Taken>>,
}

/// What a file gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What it changed.
    pub merged: Merged,
    /// How many of its lines gave nothing.
    pub n_left_out: usize,
}

impl Own {
    /// Takes in a file.
    pub fn take_in(&mut self, file: Option<Contents>) {
        self.taken =
            Some(file.map(|file| Taken { merged: self.all.merge(&file.annotations), n_left_out: file.n_left_out }));
    }
}
