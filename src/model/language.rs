use serde::{Deserialize, Serialize};

/// An official language of the United Nations: one that resolutions are published in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// French, `fr`.
    #[default]
    #[serde(rename = "fr")]
    French,
    /// English, `en`.
    #[serde(rename = "en")]
    English,
    /// Spanish, `es`.
    #[serde(rename = "es")]
    Spanish,
    /// Russian, `ru`.
    #[serde(rename = "ru")]
    Russian,
    /// Arabic, `ar`.
    #[serde(rename = "ar")]
    Arabic,
    /// Chinese, `zh`.
    #[serde(rename = "zh")]
    Chinese,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 6] =
        [Self::French, Self::English, Self::Spanish, Self::Russian, Self::Arabic, Self::Chinese];

    /// The two-letter code used in links, in JSON and in `lang` attributes.
    pub fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
            Self::Spanish => "es",
            Self::Russian => "ru",
            Self::Arabic => "ar",
            Self::Chinese => "zh",
        }
    }

    /// The language of a two-letter code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Whether it is written from right to left.
    pub fn is_right_to_left(self) -> bool {
        self == Self::Arabic
    }

    /// Its place in [`Self::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_at_its_place() {
        for (place, language) in Language::ALL.into_iter().enumerate() {
            assert_eq!(language.index(), place);
            assert_eq!(Language::from_code(language.code()), Some(language));
        }
    }
}
