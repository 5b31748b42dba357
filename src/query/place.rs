/// Where a clause is, by numbers from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The document's position in the index.
    pub document: usize,
    /// The paragraph's number in the document.
    pub paragraph: usize,
    /// The clause's number in the paragraph.
    pub clause: usize,
}
