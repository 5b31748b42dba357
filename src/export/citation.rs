//! Citations of a document or a paragraph: as the UN writes them in French, and the two legal styles in English.
//!
//! `résolution 74/175 de l’Assemblée générale, en date du 18 décembre 2019, par. 12 a)` ·
//! `UNGA Res 74/175 (18 December 2019) UN Doc A/RES/74/175, para 12(a)` ·
//! `G.A. Res. 74/175, ¶ 12(a) (Dec. 18, 2019)`. Unknown parts are left out.

use crate::model::{Date, Language, Organ, Paragraph, ParagraphId, Part, Resolution};

/// A form of citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitationForm {
    /// As in the UN's documents in French.
    French,
    /// As in OSCOLA, the Oxford standard.
    Oscola,
    /// As in the Bluebook, the American one.
    Bluebook,
}

impl CitationForm {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::French, Self::Oscola, Self::Bluebook];
}

/// Cites a document, or one of its paragraphs.
pub fn cite(form: CitationForm, document: &Resolution, place: Option<&ParagraphId>) -> String {
    let named = Named::new(document);
    let pinpoint = place.and_then(|id| Pinpoint::new(document, id));
    let pinpoint = pinpoint.map(|pinpoint| pinpoint.said(form)).unwrap_or_default();
    let date = document.adopted.map(|date| match form {
        CitationForm::French if date.day.is_some() => [", en date du ", &french(date)].concat(),
        CitationForm::French => [", ", &french(date)].concat(),
        CitationForm::Oscola => [" (", &english(date), ")"].concat(),
        CitationForm::Bluebook => [" (", &american(date), ")"].concat(),
    });
    let date = date.unwrap_or_default();
    match form {
        CitationForm::French => [named.french(), date, pinpoint].concat(),
        CitationForm::Oscola => {
            let name = named.short(["UNGA", "UNSC", "ECOSOC", "UNHRC"], " Res ");
            // Without a number the symbol was written instead.
            let symbol = named.number.map_or(["", ""], |_| [" UN Doc ", named.symbol]).concat();
            [name, date, symbol, pinpoint].concat()
        }
        CitationForm::Bluebook => {
            let name = named.short(["G.A.", "S.C.", "E.S.C.", "H.R.C."], " Res. ");
            [name, pinpoint, date].concat()
        }
    }
}

/// Words of a paragraph between the quotation marks of their language, and after them where they are from.
pub fn quote(document: &Resolution, place: &ParagraphId, words: &str) -> String {
    let (opening, closing) = match document.language {
        Language::French => ("«\u{a0}", "\u{a0}»"),
        Language::Spanish | Language::Russian | Language::Arabic => ("«", "»"),
        Language::English | Language::Chinese => ("“", "”"),
    };
    let form = if document.language == Language::French { CitationForm::French } else { CitationForm::Oscola };
    // A clause ends with what leads on to the next one.
    let words = words.trim_end_matches(|letter: char| letter.is_whitespace() || ";,؛،；，".contains(letter));
    [opening, &words.replace('\n', " "), closing, " (", &cite(form, document, Some(place)), ")"].concat()
}

/// The name of a document in a citation.
struct Named<'a> {
    organ: Organ,
    symbol: &'a str,
    title: &'a str,
    /// The number in the symbol, after `RES/`, if the organ is known: `74/175`, `1373 (2001)`, `1514 (XV)`.
    number: Option<&'a str>,
}

impl<'a> Named<'a> {
    fn new(document: &'a Resolution) -> Self {
        let symbol = document.symbol.as_str();
        // Searching for one byte takes a fraction of the code of searching for a string, which counts in the page. So here
        // and below.
        let before = symbol.as_bytes().windows(4).position(|bytes| bytes == b"RES/");
        let number = before.and_then(|at| symbol.get(at + 4..)).filter(|_| document.organ != Organ::Other);
        Self { organ: document.organ, symbol, title: &document.title, number }
    }

    fn unnumbered(&self) -> &'a str {
        if self.symbol.is_empty() { self.title } else { self.symbol }
    }

    fn french(&self) -> String {
        let organ = match self.organ {
            Organ::GeneralAssembly => " de l’Assemblée générale",
            Organ::SecurityCouncil => " du Conseil de sécurité",
            Organ::EconomicAndSocialCouncil => " du Conseil économique et social",
            Organ::HumanRightsCouncil => " du Conseil des droits de l’homme",
            Organ::Other => "",
        };
        match self.number {
            Some(number) => ["résolution ", number, organ].concat(),
            None if self.symbol.is_empty() => self.title.to_owned(),
            None => ["résolution ", self.symbol].concat(),
        }
    }

    /// The organ's initials and the number; for a Security Council resolution without the year, which the
    /// date gives.
    fn short(&self, [assembly, security, economic, rights]: [&str; 4], resolution: &str) -> String {
        let Some(number) = self.number else { return self.unnumbered().to_owned() };
        let organ = match self.organ {
            Organ::GeneralAssembly | Organ::Other => assembly,
            Organ::SecurityCouncil => security,
            Organ::EconomicAndSocialCouncil => economic,
            Organ::HumanRightsCouncil => rights,
        };
        let number = match number.split_once('(') {
            Some((number, _)) if self.organ == Organ::SecurityCouncil => number.trim_end(),
            _ => number,
        };
        [organ, resolution, number].concat()
    }
}

/// The position of a paragraph in a document.
pub(super) struct Pinpoint<'a> {
    /// Its part.
    pub part: Part,
    /// The section that restarts the numbering of its paragraphs, in capitals; empty if there is none.
    pub section: String,
    /// The number of the paragraph as printed, or in the preamble its position. A paragraph of an annex may have none.
    pub number: &'a str,
    /// The labels of the subparagraphs that lead to it, without brackets.
    pub items: Vec<&'a str>,
}

impl<'a> Pinpoint<'a> {
    /// None for a heading, or if neither the paragraph nor its position has a number.
    pub fn new(document: &'a Resolution, id: &ParagraphId) -> Option<Self> {
        let at = document.paragraphs.iter().position(|paragraph| &paragraph.id == id)?;
        let paragraph = document.paragraphs.get(at)?;
        let mut items = Vec::new();
        let mut level = paragraph.level + 1;
        let mut top = paragraph;
        // Its ancestors: each earlier paragraph with a lower level than all after it.
        for above in document.paragraphs.iter().take(at + 1).rev().filter(|above| above.part == paragraph.part) {
            if above.level >= level {
                continue;
            }
            (level, top) = (above.level, above);
            if level <= 1 {
                break;
            }
            items.insert(0, bare(above));
        }
        let number = match paragraph.part {
            Part::Preamble => place_in_preamble(&top.id),
            Part::Operative | Part::Annex | Part::Declaration if top.level <= 1 => bare(top),
            Part::Operative | Part::Annex | Part::Declaration => "",
            Part::Heading | Part::Closing => return None,
        };
        if number.is_empty() && !matches!(paragraph.part, Part::Annex | Part::Declaration) {
            return None;
        }
        Some(Self { part: paragraph.part, section: section(id), number, items })
    }

    /// `, section B, par. 12 a) ii)` · `, preamble para 3` · `, § B, ¶ 12(a)(ii)`
    fn said(&self, form: CitationForm) -> String {
        let (before, after) = if form == CitationForm::French { ("\u{a0}", ")") } else { ("(", ")") };
        let items: String = self.items.iter().flat_map(|item| [before, item, after]).collect();
        match form {
            CitationForm::French if self.part == Part::Preamble => {
                let ordinal = if self.number == "1" { "er" } else { "e" };
                [", ", self.number, ordinal, " alinéa", &items, " du préambule"].concat()
            }
            CitationForm::French => self.joined([", section\u{a0}", ", annexe", "", ", par.\u{a0}"], &items),
            CitationForm::Oscola => self.joined([", s ", ", annex", ", preamble para ", ", para "], &items),
            CitationForm::Bluebook => self.joined([", §\u{a0}", ", annex", ", pmbl. ¶\u{a0}", ", ¶\u{a0}"], &items),
        }
    }

    fn joined(&self, [section, annex, preamble, paragraph]: [&str; 4], items: &str) -> String {
        let mut said = String::new();
        if !self.section.is_empty() {
            said.extend([section, &self.section]);
        }
        if self.part == Part::Annex {
            said.push_str(annex);
        }
        if !self.number.is_empty() {
            let lead = if self.part == Part::Preamble { preamble } else { paragraph };
            said.extend([lead, self.number, items]);
        }
        said
    }
}

/// A number as printed, without its brackets: `(ii)` → `ii`.
fn bare(paragraph: &Paragraph) -> &str {
    let number = paragraph.number.as_deref().unwrap_or_default();
    let number = number.strip_prefix('(').unwrap_or(number);
    number.strip_suffix(')').unwrap_or(number)
}

/// `pp3` → `3`
fn place_in_preamble(id: &ParagraphId) -> &str {
    let place = id.as_str().rsplit('.').next().unwrap_or_default();
    place.strip_prefix("pp").and_then(|place| place.split('-').next()).unwrap_or_default()
}

/// The section in a paragraph's id, which distinguishes paragraphs of the same number: `b.op3` → `B`.
fn section(id: &ParagraphId) -> String {
    let (first, rest) = id.as_str().split_once('.').unwrap_or_default();
    if rest.starts_with("op") || rest.starts_with("an") { first.to_ascii_uppercase() } else { String::new() }
}

/// `18 décembre 2019`, `1er mai 2020`
fn french(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    let year = date.year.to_string();
    match (month(date, &MONTHS), date.day) {
        (None, _) => year,
        (Some(month), None) => [month, " ", &year].concat(),
        (Some(month), Some(1)) => ["1er ", month, " ", &year].concat(),
        (Some(month), Some(day)) => [&day.to_string(), " ", month, " ", &year].concat(),
    }
}

/// `18 December 2019`
fn english(date: Date) -> String {
    let year = date.year.to_string();
    match (month(date, &ENGLISH_MONTHS), date.day) {
        (None, _) => year,
        (Some(month), None) => [month, " ", &year].concat(),
        (Some(month), Some(day)) => [&day.to_string(), " ", month, " ", &year].concat(),
    }
}

/// `Dec. 18, 2019`
fn american(date: Date) -> String {
    let year = date.year.to_string();
    let Some(month) = month(date, &ENGLISH_MONTHS) else { return year };
    // May, June and July are never abbreviated, and September has four letters.
    let (short, point) = match month.len() {
        ..5 => (month, ""),
        9 => ("Sept", "."),
        _ => (month.get(..3).unwrap_or(month), "."),
    };
    match date.day {
        None => [short, point, " ", &year].concat(),
        Some(day) => [short, point, " ", &day.to_string(), ", ", &year].concat(),
    }
}

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(date: Date, names: &[&'static str; 12]) -> Option<&'static str> {
    names.get(usize::from(date.month?).wrapping_sub(1)).copied()
}
