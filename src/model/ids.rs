//! Ids as types, so that an actor's id cannot be used to look up a topic.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Cow<'static, str>);

        impl $name {
            /// The id with this name.
            pub fn new(name: impl Into<String>) -> Self {
                Self(Cow::Owned(name.into()))
            }

            /// The id with a name from a static table, without an allocation.
            pub const fn listed(name: &'static str) -> Self {
                Self(Cow::Borrowed(name))
            }

            /// The name as it is written in JSON and in links.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsMut<String> for $name {
            fn as_mut(&mut self) -> &mut String {
                self.0.to_mut()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(name: &str) -> Self {
                Self::new(name)
            }
        }
    };
}

id!(
    /// A document's symbol (*cote*): `A/RES/74/175`, `S/RES/1325 (2000)`.
    Symbol
);
id!(
    /// A paragraph's id in its document, also used in links: `pp3`, `op12`, `op12.a.ii`.
    ParagraphId
);
id!(
    /// A clause's id, also used in links: its paragraph's id and its number in it, `op12.1`, `op12.a.1`.
    ClauseId
);
id!(
    /// An actor: a lower-case English acronym or a slug: `unodc`, `member-states`.
    ActorId
);
id!(
    /// A topic of the table: `technical-assistance`.
    TopicId
);
id!(
    /// An operative verb: its lemma in the document's language, `prier instamment`.
    VerbId
);
id!(
    /// A verb's effect, one key for all languages: `request`, `urge`, `take_note`.
    Action
);
id!(
    /// A published library of documents: a short name for links, `human-rights`.
    LibraryId
);
