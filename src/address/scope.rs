use crate::model::DocumentLink;

/// The documents that a question covers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DocumentScope {
    /// The whole library.
    #[default]
    Library,
    /// The one that is shown.
    Shown,
    /// The documents that the reader chose, in the order of choosing; at least one.
    Chosen(Vec<DocumentLink>),
}

/// The value for “the document that is shown”. It cannot be a document's link, since symbols have a slash.
const SHOWN: &str = "this";

impl DocumentScope {
    /// Adds a value from a link.
    pub(super) fn read(&mut self, value: &str) {
        if value == SHOWN {
            *self = Self::Shown;
        } else if !value.is_empty() {
            let link = DocumentLink::read(value);
            match self {
                Self::Chosen(links) if links.contains(&link) => {}
                Self::Chosen(links) => links.push(link),
                _ => *self = Self::Chosen(vec![link]),
            }
        }
    }

    /// The values that encode it in a link.
    pub(super) fn write(&self) -> Vec<String> {
        match self {
            Self::Library => Vec::new(),
            Self::Shown => vec![SHOWN.to_owned()],
            Self::Chosen(links) => links.iter().map(DocumentLink::to_string).collect(),
        }
    }

    /// The documents chosen.
    pub fn chosen(&self) -> &[DocumentLink] {
        if let Self::Chosen(links) = self { links } else { &[] }
    }

    /// The scope with only the documents that satisfy a condition. If none is left, it is the whole library again.
    #[must_use]
    pub fn with_only(self, kept: impl Fn(&DocumentLink) -> bool) -> Self {
        let Self::Chosen(mut links) = self else { return self };
        links.retain(kept);
        if links.is_empty() { Self::Library } else { Self::Chosen(links) }
    }

    /// Adds a document, or removes it if it was chosen already. If none is left, the scope is the whole library again.
    #[must_use]
    pub fn toggled(&self, link: &DocumentLink) -> Self {
        let mut links = self.chosen().to_vec();
        let n_before = links.len();
        links.retain(|chosen| chosen != link);
        if links.len() == n_before {
            links.push(link.clone());
        }
        if links.is_empty() { Self::Library } else { Self::Chosen(links) }
    }
}
