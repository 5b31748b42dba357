//! Precision and recall, and plain shares.

/// Hits and the total.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub right: usize,
    pub of: usize,
}

impl Tally {
    pub fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.of += 1;
    }

    pub fn share(self) -> f64 {
        if self.of == 0 { 0.0 } else { self.right as f64 / self.of as f64 }
    }
}

/// The numbers found, expected, and both.
#[derive(Clone, Copy, Debug, Default)]
pub struct Retrieval {
    pub both: usize,
    pub found: usize,
    pub labelled: usize,
}

impl Retrieval {
    pub fn precision(self) -> f64 {
        if self.found == 0 { 0.0 } else { self.both as f64 / self.found as f64 }
    }

    pub fn recall(self) -> f64 {
        if self.labelled == 0 { 0.0 } else { self.both as f64 / self.labelled as f64 }
    }

    pub fn f1(self) -> f64 {
        let sum = self.found + self.labelled;
        if sum == 0 { 0.0 } else { 2.0 * self.both as f64 / sum as f64 }
    }

    pub fn add(&mut self, other: Self) {
        self.both += other.both;
        self.found += other.found;
        self.labelled += other.labelled;
    }
}
