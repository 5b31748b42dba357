use super::{ActorId, ParagraphId, Span};
use serde::{Deserialize, Serialize};

/// What an actor is to a clause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Who is asked, urged, invited, authorised, thanked, or must see to it.
    Addressee,
    /// With whom, or through whom, it is to be done.
    Partner,
    /// Whom it serves: « aux États Membres qui le demandent ».
    Beneficiary,
    /// Named otherwise.
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
    /// Who.
    pub actor: ActorId,
    /// In what role.
    pub role: Role,
    /// The words that name it.
    pub span: Span,
    /// The subparagraph that the words are in, if not the clause's own paragraph.
    pub within: Option<ParagraphId>,
}
