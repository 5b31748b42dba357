use super::words::{Lines, LinesOfFile};
use crate::model::{ActorEntry, Language};

/// A language of the interface. The language of a document is a [`Language`].
///
/// Its texts are data, [`super::Texts`]; its rules for numbers and names are here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UiLanguage {
    /// Français.
    #[default]
    French,
    /// English.
    English,
    /// Español.
    Spanish,
    /// العربية, from right to left.
    Arabic,
    /// 中文.
    Chinese,
    /// Русский.
    Russian,
}

impl UiLanguage {
    /// Every language of the interface: the official ones of the United Nations.
    pub const ALL: [Self; 6] =
        [Self::French, Self::English, Self::Spanish, Self::Arabic, Self::Chinese, Self::Russian];

    /// The code used in `lang` attributes.
    pub fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
            Self::Spanish => "es",
            Self::Arabic => "ar",
            Self::Chinese => "zh",
            Self::Russian => "ru",
        }
    }

    /// The language's own name.
    pub fn name(self) -> &'static str {
        match self {
            Self::French => "Français",
            Self::English => "English",
            Self::Spanish => "Español",
            Self::Arabic => "العربية",
            Self::Chinese => "中文",
            Self::Russian => "Русский",
        }
    }

    /// The direction of its writing, as in `dir` attributes.
    pub fn direction(self) -> &'static str {
        if self == Self::Arabic { "rtl" } else { "ltr" }
    }

    /// The language of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The preferred language for names of actors and topics.
    pub fn names(self) -> Language {
        match self {
            Self::French => Language::French,
            Self::English => Language::English,
            Self::Spanish => Language::Spanish,
            Self::Arabic => Language::Arabic,
            Self::Chinese => Language::Chinese,
            Self::Russian => Language::Russian,
        }
    }

    /// The index of a counted noun's form for a number.
    pub(super) fn form_of_count(self, n: usize) -> usize {
        match self {
            // Zero is singular in French.
            Self::French => usize::from(n > 1),
            Self::English | Self::Spanish => usize::from(n != 1),
            Self::Chinese => 0,
            Self::Arabic => match (n, n % 100) {
                (0..=2, _) => n,
                (_, 3..=10) => 3,
                (_, 11..) => 4,
                _ => 5,
            },
            Self::Russian => match (n % 100, n % 10) {
                (11..=14, _) => 2,
                (_, 1) => 0,
                (_, 2..=4) => 1,
                _ => 2,
            },
        }
    }

    /// The index of an ordinal number's form: 1er, 2e; 1st, 2nd, 3rd, 4th.
    pub(super) fn form_of_rank(self, n: u16) -> usize {
        match self {
            Self::French => usize::from(n != 1),
            Self::English => match (n % 100, n % 10) {
                (11..=13, _) => 3,
                (_, 1) => 0,
                (_, 2) => 1,
                (_, 3) => 2,
                _ => 3,
            },
            _ => 0,
        }
    }

    /// The index of a question's form for an actor's name, which depends on its article and number.
    pub(super) fn form_of_actor(self, actor: &ActorEntry) -> usize {
        let short = actor.short(self.names()).0;
        let is_acronym = short.chars().all(|letter| !letter.is_lowercase());
        let first_word = short.split(' ').next().unwrap_or_default();
        match self {
            Self::French if !is_acronym && first_word.ends_with(['s', 'x']) => 1,
            Self::French => {
                // The tables do not have the gender, so before a consonant the sentence avoids the article.
                if short.starts_with(['A', 'E', 'É', 'I', 'O', 'U']) { 0 } else { 2 }
            }
            // Bodies known by an acronym or by a plural go without an article, others take one.
            Self::English => usize::from(!is_acronym && !first_word.ends_with('s') && !short.ends_with('s')),
            Self::Spanish => usize::from(!is_acronym && first_word.ends_with('s')),
            _ => 0,
        }
    }
}

/// In a file it is stored as its code.
impl Lines for UiLanguage {
    #[cfg(any(test, feature = "cli"))]
    fn list(&self, lines: &mut Vec<&'static str>) {
        lines.push(self.code());
    }

    fn take(lines: &mut LinesOfFile) -> Self {
        Self::from_code(lines.next()).unwrap_or_default()
    }
}

impl From<Language> for UiLanguage {
    fn from(language: Language) -> Self {
        match language {
            Language::French => Self::French,
            Language::English => Self::English,
            Language::Spanish => Self::Spanish,
            Language::Russian => Self::Russian,
            Language::Arabic => Self::Arabic,
            Language::Chinese => Self::Chinese,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interface_speaks_the_languages_that_documents_are_in() {
        for language in Language::ALL {
            let spoken = UiLanguage::from(language);
            assert_eq!((spoken.names(), spoken.code()), (language, language.code()));
        }
        assert_eq!(UiLanguage::ALL.len(), Language::ALL.len());
    }
}
