//! Automatic numbers: what `numbering.xml` defines, counted paragraph by paragraph.

use super::number_format::NumberFormat;
use super::styles::ParagraphLooks;
use super::symbols;
use crate::intake::xml::{Element, Space, Tree};
use foldhash::fast::FixedState;
use std::collections::{HashMap, HashSet};

/// Word has nine levels.
const N_LEVELS: usize = 9;

/// A level of a list.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: NumberFormat,
    /// The printed form, with `%1` for the number of the first level.
    pattern: String,
    /// The style that paragraphs of this level have.
    style: Option<String>,
    /// All numbers in it are decimal.
    is_legal: bool,
    /// It starts again only after a level up to this one, counted from 1; 0 is never.
    restart: Option<usize>,
    looks: ParagraphLooks,
}

/// A level that a list overrides.
#[derive(Clone, Debug, Default)]
struct Override {
    start: Option<u32>,
    level: Option<Level>,
}

/// A list as paragraphs name it.
#[derive(Clone, Debug, Default)]
struct List {
    definition: String,
    overrides: HashMap<usize, Override, FixedState>,
}

#[derive(Clone, Debug, Default)]
struct Definition {
    levels: HashMap<usize, Level, FixedState>,
    /// The definition is the one of the list style of this name.
    same_as_style: Option<String>,
}

/// The lists of a file, and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    definitions: HashMap<String, Definition, FixedState>,
    lists: HashMap<String, List, FixedState>,
    /// The definitions that list styles give, by the style's id.
    by_style: HashMap<String, String, FixedState>,
    counts: HashMap<String, [Option<u32>; N_LEVELS], FixedState>,
    /// The lists and levels whose own start has been used.
    started: HashSet<(String, usize), FixedState>,
}

/// A paragraph's place in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPlace {
    /// Which list.
    pub list: String,
    /// Its level, from 0.
    pub level: usize,
}

/// A number, or the sign of a bullet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListLabel {
    /// The label printed before the paragraph.
    pub text: String,
    /// Whether it counts.
    pub is_number: bool,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub fn read(part: &Tree) -> Self {
        let mut numbering = Self::default();
        for element in part.root().into_iter().flat_map(Element::elements) {
            if element.is(Space::Word, "abstractNum") {
                let Some(id) = element.attribute("abstractNumId") else { continue };
                if let Some(style) = element.value("styleLink") {
                    numbering.by_style.insert(style.to_owned(), id.to_owned());
                }
                let definition = Definition {
                    levels: levels(element).collect(),
                    same_as_style: element.value("numStyleLink").map(str::to_owned),
                };
                numbering.definitions.insert(id.to_owned(), definition);
            } else if element.is(Space::Word, "num") {
                let Some(id) = element.attribute("numId") else { continue };
                let list = List {
                    definition: element.value("abstractNumId").unwrap_or_default().to_owned(),
                    overrides: element.elements().filter_map(override_of).collect(),
                };
                numbering.lists.insert(id.to_owned(), list);
            }
        }
        numbering
    }

    /// The place of a paragraph that has this look, from its own properties and its style's.
    ///
    /// A style that names a list has the level that names the style.
    pub fn place(&self, looks: &ParagraphLooks, listed_by: Option<&str>) -> Option<ListPlace> {
        let list = looks.list.as_deref().filter(|list| *list != "0")?;
        let of_style = || {
            let style = listed_by?;
            let definition = self.definition(&self.lists.get(list)?.definition)?;
            let level = definition.levels.iter().find(|(_, level)| level.style.as_deref() == Some(style));
            level.map(|(level, _)| *level)
        };
        let level = looks.list_level.map(usize::from).or_else(of_style).unwrap_or(0);
        (level < N_LEVELS).then(|| ListPlace { list: list.to_owned(), level })
    }

    /// How paragraphs of a place are indented.
    pub fn looks(&self, place: &ListPlace) -> Option<&ParagraphLooks> {
        self.level(&place.list, place.level).map(|level| &level.looks)
    }

    /// Counts a paragraph and gives its label, if it prints one.
    pub fn count(&mut self, place: &ListPlace) -> Option<ListLabel> {
        let list = self.lists.get(&place.list)?;
        let own_start = list.overrides.get(&place.level).and_then(|own| own.start);
        let definition_id = self.definition_id(&list.definition)?.to_owned();
        let level = self.level(&place.list, place.level)?.clone();
        let restarts: Vec<Option<usize>> =
            (0..N_LEVELS).map(|at| self.level(&place.list, at).and_then(|level| level.restart)).collect();
        let starts: Vec<u32> =
            (0..N_LEVELS).map(|at| self.level(&place.list, at).map_or(1, |level| level.start)).collect();

        let counts = self.counts.entry(definition_id).or_default();
        let starts_now = own_start.filter(|_| self.started.insert((place.list.clone(), place.level)));
        for (at, count) in counts.iter_mut().enumerate() {
            let start = starts.get(at).copied().unwrap_or(1);
            match at.cmp(&place.level) {
                std::cmp::Ordering::Less => *count = Some(count.unwrap_or(start)),
                std::cmp::Ordering::Equal => {
                    let next = count.map_or(start, |count| count.saturating_add(1));
                    *count = Some(starts_now.unwrap_or(next));
                }
                std::cmp::Ordering::Greater => {
                    // By default a level starts again after any level above it.
                    let after = restarts.get(at).copied().flatten().unwrap_or(at);
                    if place.level < after {
                        *count = None;
                    }
                }
            }
        }
        let counts = *counts;
        self.label(place, &level, &counts)
    }

    fn label(&self, place: &ListPlace, level: &Level, counts: &[Option<u32>; N_LEVELS]) -> Option<ListLabel> {
        let mut text = String::new();
        let mut letters = level.pattern.chars().peekable();
        while let Some(letter) = letters.next() {
            let digit = if letter == '%' { letters.peek().and_then(|digit| digit.to_digit(10)) } else { None };
            let Some(at) = digit.and_then(|digit| (digit as usize).checked_sub(1)) else {
                text.push(symbols::letter(letter));
                continue;
            };
            letters.next();
            let Some(number) = counts.get(at).copied().flatten() else { continue };
            let format = match self.level(&place.list, at) {
                Some(_) if level.is_legal => NumberFormat::Decimal,
                Some(other) => other.format,
                None => NumberFormat::Decimal,
            };
            text.push_str(&format.write(number));
        }
        let text = text.trim().to_owned();
        let is_number = !matches!(level.format, NumberFormat::Bullet | NumberFormat::None);
        (!text.is_empty()).then_some(ListLabel { text, is_number })
    }

    fn level(&self, list: &str, at: usize) -> Option<&Level> {
        let list = self.lists.get(list)?;
        let own = list.overrides.get(&at).and_then(|own| own.level.as_ref());
        own.or_else(|| self.definition(&list.definition)?.levels.get(&at))
    }

    fn definition(&self, id: &str) -> Option<&Definition> {
        self.definitions.get(self.definition_id(id)?)
    }

    /// The definition itself, or the one of the list style that it names.
    fn definition_id<'n>(&'n self, id: &'n str) -> Option<&'n str> {
        let definition = self.definitions.get(id)?;
        let Some(style) = &definition.same_as_style else { return Some(id) };
        Some(self.by_style.get(style).map_or(id, String::as_str))
    }
}

fn levels(of: Element<'_>) -> impl Iterator<Item = (usize, Level)> {
    of.elements().filter(|element| element.is(Space::Word, "lvl")).filter_map(level)
}

fn level(element: Element<'_>) -> Option<(usize, Level)> {
    let at = element.attribute("ilvl")?.parse().ok().filter(|at| *at < N_LEVELS)?;
    let text = element.child("lvlText");
    let format = NumberFormat::of(element.value("numFmt").unwrap_or("decimal"));
    let pattern = text.and_then(|text| text.attribute("val")).unwrap_or_default();
    let font = element.child("rPr").and_then(|run| run.child("rFonts")).and_then(|fonts| fonts.attribute("ascii"));
    let pattern = match (format, font) {
        (NumberFormat::Bullet, Some(font)) => pattern.chars().map(|c| symbols::of_font(font, c)).collect(),
        _ => pattern.to_owned(),
    };
    let level = Level {
        start: element.value("start").and_then(|start| start.parse().ok()).unwrap_or(0),
        format,
        pattern,
        style: element.value("pStyle").map(str::to_owned),
        is_legal: element.switch("isLgl") == Some(true),
        restart: element.value("lvlRestart").and_then(|restart| restart.parse().ok()),
        looks: element.child("pPr").map(ParagraphLooks::read).unwrap_or_default(),
    };
    Some((at, level))
}

fn override_of(element: Element<'_>) -> Option<(usize, Override)> {
    if !element.is(Space::Word, "lvlOverride") {
        return None;
    }
    let at = element.attribute("ilvl")?.parse().ok()?;
    let start = element.value("startOverride").and_then(|start| start.parse().ok());
    let level = element.child("lvl").and_then(level).map(|(_, level)| level);
    Some((at, Override { start, level }))
}
