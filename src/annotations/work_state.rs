/// The state of the reader's work on a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkState {
    /// To be reviewed.
    ToDo,
    /// Reviewed.
    Reviewed,
    /// Reviewed, and not relevant.
    NotRelevant,
}

impl WorkState {
    /// Every state, in order.
    pub const ALL: [Self; 3] = [Self::ToDo, Self::Reviewed, Self::NotRelevant];

    /// The word used for it in links and files.
    pub fn key(self) -> &'static str {
        match self {
            Self::ToDo => "to-do",
            Self::Reviewed => "reviewed",
            Self::NotRelevant => "not-relevant",
        }
    }

    /// The state for a word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}
