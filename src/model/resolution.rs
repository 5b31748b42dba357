use super::{Clause, ClauseId, Date, Doubt, DoubtKind, Footnote, Language, Paragraph, ParagraphId, Symbol};
use serde::{Deserialize, Serialize};

/// The body that adopted a resolution.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Organ {
    /// *L'Assemblée générale*.
    GeneralAssembly,
    /// *Le Conseil de sécurité*.
    SecurityCouncil,
    /// *Le Conseil économique et social*.
    EconomicAndSocialCouncil,
    /// *Le Conseil des droits de l'homme*.
    HumanRightsCouncil,
    /// Another body, or not known.
    #[default]
    Other,
}

impl Organ {
    /// The known organs, then [`Self::Other`].
    pub const ALL: [Self; 5] = [
        Self::GeneralAssembly,
        Self::SecurityCouncil,
        Self::EconomicAndSocialCouncil,
        Self::HumanRightsCouncil,
        Self::Other,
    ];

    /// The word used for it in JSON; also the actor's id.
    pub fn key(self) -> &'static str {
        match self {
            Self::GeneralAssembly => "general-assembly",
            Self::SecurityCouncil => "security-council",
            Self::EconomicAndSocialCouncil => "economic-and-social-council",
            Self::HumanRightsCouncil => "human-rights-council",
            Self::Other => "other",
        }
    }
}

/// The meeting at which a resolution was adopted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// As printed: « 50e séance plénière ».
    pub text: String,
    /// Its number, if it has one.
    pub number: Option<u32>,
}

/// A resolution as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// Its symbol, `A/RES/74/175`; empty when none was found.
    pub symbol: Symbol,
    /// The language it is written in.
    pub language: Language,
    /// The organ that adopted it.
    pub organ: Organ,
    /// The session, when the symbol names one.
    pub session: Option<u16>,
    /// Its title; empty in most Security Council resolutions.
    pub title: String,
    /// The meeting at which it was adopted.
    pub meeting: Option<Meeting>,
    /// When it was adopted.
    pub adopted: Option<Date>,
    /// All its paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// Its footnotes, in the order of their marks.
    pub footnotes: Vec<Footnote>,
    /// The documents it links to, each with the printed address or the one at undocs.org; sorted.
    pub links: Vec<(Symbol, String)>,
    /// Uncertain readings.
    pub doubts: Vec<Doubt>,
}

impl Resolution {
    /// Whether its language is known: of a text without any clause it may not be.
    pub fn knows_language(&self) -> bool {
        !self.doubts.iter().any(|doubt| doubt.kind == DoubtKind::LanguageUnread)
    }

    /// The organ that adopted it; none if neither the text nor a symbol names one, as in a text that is not a resolution.
    pub fn body(&self) -> Option<Organ> {
        let is_known = self.organ != Organ::Other || !self.symbol.as_str().is_empty();
        is_known.then_some(self.organ)
    }

    /// Every clause with its paragraph, in order.
    pub fn clauses(&self) -> impl Iterator<Item = (&Paragraph, &Clause)> {
        self.paragraphs.iter().flat_map(|paragraph| paragraph.clauses.iter().map(move |clause| (paragraph, clause)))
    }

    /// The paragraphs that continue a clause which ends with a colon, as « décide : » does: without them it says nothing.
    pub fn points<'a>(&'a self, paragraph: usize, clause: &'a Clause) -> impl Iterator<Item = &'a Paragraph> {
        let announces = self.paragraphs.get(paragraph).is_some_and(|paragraph| {
            paragraph.clauses.last() == Some(clause) && paragraph.text.trim_end().ends_with([':', '：'])
        });
        let below = self.paragraphs.get(paragraph + 1..).filter(|_| announces).unwrap_or_default();
        below.iter().take_while(|paragraph| paragraph.continues.as_ref() == Some(&clause.id))
    }

    /// The paragraph of an id.
    pub fn paragraph(&self, id: &ParagraphId) -> Option<&Paragraph> {
        self.paragraphs.iter().find(|paragraph| &paragraph.id == id)
    }

    /// The clause of an id, with its paragraph.
    pub fn clause(&self, id: &ClauseId) -> Option<(&Paragraph, &Clause)> {
        self.clauses().find(|(_, clause)| &clause.id == id)
    }
}
