use serde::{Deserialize, Serialize};

/// A language that resolutions are published in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// French, `fr`.
    #[default]
    #[serde(rename = "fr")]
    French,
    /// English, `en`.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// Every language that we can read.
    pub const ALL: [Self; 2] = [Self::French, Self::English];

    /// The two-letter code used in links, in JSON and in `lang` attributes.
    pub fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The language of a two-letter code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}
