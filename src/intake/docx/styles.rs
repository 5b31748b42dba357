//! The styles of a Word file: what a paragraph or a run inherits from them.
//!
//! Styles are distinguished by name, since their ids are translated or numbered by the program that wrote the file; a
//! style that is unknown counts as the one that it is based on.

use crate::intake::xml::{Element, Space, Tree};
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// Styles based on one another in a circle end somewhere.
const LONGEST_CHAIN: usize = 20;

/// The use of a style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Running text.
    Text,
    /// A heading of a level from 1.
    Heading(u8),
    /// The document's title.
    Title,
    /// Session, agenda item, date of issue.
    Masthead,
    /// A footnote's text.
    Note,
}

impl Purpose {
    /// The purpose of the styles that we know: Word's own and those of the UN's templates.
    fn of(name: &str) -> Option<Self> {
        let letters: String =
            name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
        Some(match letters.as_str() {
            "singletxt" | "dualtxt" | "bodytext" | "normalweb" | "plaintext" | "listparagraph" => Self::Text,
            "title" | "titlehch" | "titlehm" => Self::Title,
            "hch" | "hm" | "hchlarge" | "titleh1" | "subtitle" => Self::Heading(1),
            "h1" | "titleh2" => Self::Heading(2),
            "h23" | "h2" => Self::Heading(3),
            "h3" | "h4" => Self::Heading(4),
            "h56" | "h5" | "h6" => Self::Heading(5),
            "session" | "agendaitemnormal" | "agendatitleh2" | "agendaitem" | "distribution" | "original"
            | "releasedate" | "publication" | "committee" | "sponsors" | "symbol" | "xlarge" | "large" => {
                Self::Masthead
            }
            "footnotetext" | "endnotetext" => Self::Note,
            _ => {
                let level = letters.strip_prefix("heading")?.parse::<u8>().ok()?;
                Self::Heading(level.clamp(1, 6))
            }
        })
    }
}

/// The properties of a style that are used here. `None` leaves it to the style that it is based on.
#[derive(Clone, Debug, Default)]
pub struct Style {
    based_on: Option<String>,
    purpose: Option<Purpose>,
    paragraph: ParagraphLooks,
    run: RunLooks,
}

/// How a paragraph looks.
#[derive(Clone, Debug, Default)]
pub struct ParagraphLooks {
    /// Its level in the outline, from 0; 9 is none.
    pub outline: Option<u8>,
    /// Its list.
    pub list: Option<String>,
    /// Its level in the list, from 0.
    pub list_level: Option<u8>,
    /// Whether it is centred.
    pub is_centred: Option<bool>,
    /// Where its lines begin, in twentieths of a point.
    pub left: Option<f32>,
    /// How much further in its first line begins.
    pub first: Option<f32>,
}

/// How a run of letters looks.
#[derive(Clone, Debug, Default)]
pub struct RunLooks {
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Printed in capitals.
    pub capitals: Option<bool>,
    /// Not printed.
    pub hidden: Option<bool>,
}

impl ParagraphLooks {
    /// Reads a `pPr`.
    pub fn read(properties: Element<'_>) -> Self {
        let list = properties.child("numPr");
        let indent = properties.child("ind");
        let twips = |names: [&str; 2]| {
            let value = names.into_iter().find_map(|name| indent?.attribute(name))?;
            value.parse::<f32>().ok().filter(|value| value.is_finite())
        };
        Self {
            outline: properties.value("outlineLvl").and_then(|level| level.parse().ok()),
            list: list.and_then(|list| list.value("numId")).map(str::to_owned),
            list_level: list.and_then(|list| list.value("ilvl")).and_then(|level| level.parse().ok()),
            is_centred: properties.value("jc").map(|value| value == "center"),
            left: twips(["left", "start"]),
            first: twips(["hanging", "hanging"]).map(|hanging| -hanging).or_else(|| twips(["firstLine"; 2])),
        }
    }

    /// Takes from another what this one leaves open.
    pub fn or(&mut self, other: &Self) {
        self.outline = self.outline.or(other.outline);
        if self.list.is_none() {
            self.list.clone_from(&other.list);
        }
        self.list_level = self.list_level.or(other.list_level);
        self.is_centred = self.is_centred.or(other.is_centred);
        self.left = self.left.or(other.left);
        self.first = self.first.or(other.first);
    }
}

impl RunLooks {
    /// Reads an `rPr`.
    pub fn read(properties: Element<'_>) -> Self {
        Self {
            bold: properties.switch("b"),
            italic: properties.switch("i"),
            capitals: properties.switch("caps"),
            hidden: properties.switch("vanish"),
        }
    }

    /// Takes from another what this one leaves open.
    pub fn or(&mut self, other: &Self) {
        self.bold = self.bold.or(other.bold);
        self.italic = self.italic.or(other.italic);
        self.capitals = self.capitals.or(other.capitals);
        self.hidden = self.hidden.or(other.hidden);
    }
}

/// All styles of a file.
#[derive(Debug, Default)]
pub struct Styles {
    by_id: HashMap<String, Style, FixedState>,
    /// The style of paragraphs that name none.
    default_paragraph: Option<String>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(part: &Tree) -> Self {
        let mut styles = Self::default();
        for element in part.root().into_iter().flat_map(Element::elements) {
            if !element.is(Space::Word, "style") {
                continue;
            }
            let Some(id) = element.attribute("styleId") else { continue };
            if element.attribute("type") == Some("paragraph")
                && matches!(element.attribute("default"), Some("1" | "true"))
            {
                styles.default_paragraph = Some(id.to_owned());
            }
            let style = Style {
                based_on: element.value("basedOn").map(str::to_owned),
                purpose: element.value("name").and_then(Purpose::of).or_else(|| Purpose::of(id)),
                paragraph: element.child("pPr").map(ParagraphLooks::read).unwrap_or_default(),
                run: element.child("rPr").map(RunLooks::read).unwrap_or_default(),
            };
            styles.by_id.insert(id.to_owned(), style);
        }
        styles
    }

    /// A style and those that it is based on, itself first; without an id the default one.
    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let first = id.or(self.default_paragraph.as_deref());
        let entry = |id: &'s str| self.by_id.get(id).map(|style| (id, style));
        std::iter::successors(first.and_then(entry), move |(_, style)| entry(style.based_on.as_deref()?))
            .take(LONGEST_CHAIN)
    }

    /// The use of a paragraph style, if it or one that it is based on is known.
    pub fn purpose(&self, id: Option<&str>) -> Option<Purpose> {
        self.chain(id).find_map(|(_, style)| style.purpose)
    }

    /// How a paragraph of this style looks, and which style of the chain gives it a list.
    pub fn paragraph<'s>(&'s self, id: Option<&'s str>) -> (ParagraphLooks, Option<&'s str>) {
        let mut looks = ParagraphLooks::default();
        let mut listed_by = None;
        for (id, style) in self.chain(id) {
            if listed_by.is_none() && style.paragraph.list.is_some() {
                listed_by = Some(id);
            }
            looks.or(&style.paragraph);
        }
        (looks, listed_by)
    }

    /// How a run of this style looks.
    pub fn run(&self, id: Option<&str>) -> RunLooks {
        let mut looks = RunLooks::default();
        for (_, style) in self.chain(id) {
            looks.or(&style.run);
        }
        looks
    }
}
