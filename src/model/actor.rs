use super::{ActorId, ParagraphId, Span};
use serde::{Deserialize, Serialize};

/// An actor's role in a clause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Asked, urged, invited, authorised or thanked, or responsible for the act.
    Addressee,
    /// The act is to be done with it or through it.
    Partner,
    /// The act serves it: « aux États Membres qui le demandent ».
    Beneficiary,
    /// Named in any other way.
    #[default]
    Mentioned,
}

impl Role {
    /// Every role, the closest to the act first.
    pub const ALL: [Self; 4] = [Self::Addressee, Self::Partner, Self::Beneficiary, Self::Mentioned];

    /// The word used for it in JSON and in links.
    pub fn key(self) -> &'static str {
        match self {
            Self::Addressee => "addressee",
            Self::Partner => "partner",
            Self::Beneficiary => "beneficiary",
            Self::Mentioned => "mentioned",
        }
    }
}

/// An actor named in a clause.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The actor.
    pub actor: ActorId,
    /// Its role.
    pub role: Role,
    /// The words that name it.
    pub span: Span,
    /// The subparagraph that the words are in, if not the clause's own paragraph.
    pub within: Option<ParagraphId>,
}
