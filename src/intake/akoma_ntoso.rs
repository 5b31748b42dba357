//! Akoma Ntoso, the OASIS standard for legislative texts: what our own export and other programs write.
//!
//! A paragraph is a block with the number before it as its label; notes are where they are called, or together in the
//! metadata. Elements that are not known to run in a line begin blocks, so that nothing is lost of what a newer version
//! adds.

use super::Refusal;
use super::blocks::{BlockKind, FileBlock, Note, Structured, Warning, WarningKind};
use super::docx::text::{Look, TextBuilder};
use super::xml::{Element, Space, Tree, XmlContent};
use crate::model::Language;
use crate::text::tokens::head;
use foldhash::fast::FixedState;
use std::collections::{HashMap, VecDeque};

/// Whether a text is a document in Akoma Ntoso.
pub fn is_akoma_ntoso(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let head = head(text, 4000);
    head.starts_with('<') && (head.contains("<akomaNtoso") || head.contains(":akomaNtoso"))
}

/// Reads a document.
///
/// # Errors
///
/// When it holds no words.
pub fn read(text: &str) -> Result<Structured, Refusal> {
    let tree = Tree::read(text.as_bytes());
    let mut walker = AkomaNtosoReader::default();
    walker.found.is_exact = true;
    walker.text = TextBuilder::keeping_marks();
    if let Some(root) = tree.root() {
        walker.find_notes(root);
        walker.walk(root, BlockKind::Paragraph, 0);
    }
    let mut found = walker.found;
    if !tree.is_whole {
        found.warnings.push(Warning { kind: WarningKind::PartUnreadable, page: None, count: 1 });
    }
    // A document without a title has its symbol there.
    if found.title == found.symbol {
        found.title.clear();
    }
    if found.blocks.is_empty() {
        return Err(if tree.is_whole { Refusal::Empty } else { Refusal::Damaged });
    }
    Ok(found)
}

/// Inline elements; every other element begins a block.
const INLINE: [&str; 65] = [
    "a",
    "abbr",
    "affectedDocument",
    "argument",
    "b",
    "br",
    "concept",
    "courtType",
    "date",
    "decoration",
    "def",
    "del",
    "docAuthority",
    "docCommittee",
    "docDate",
    "docIntroducer",
    "docJurisdiction",
    "docNumber",
    "docProponent",
    "docPurpose",
    "docStage",
    "docStatus",
    "docTitle",
    "docType",
    "docketNumber",
    "embeddedText",
    "entity",
    "eol",
    "eop",
    "event",
    "fillIn",
    "i",
    "img",
    "inline",
    "ins",
    "judge",
    "lawyer",
    "legislature",
    "location",
    "marker",
    "mod",
    "mref",
    "neutralCitation",
    "noteRef",
    "object",
    "omissis",
    "opinion",
    "organization",
    "outcome",
    "party",
    "person",
    "placeholder",
    "process",
    "quantity",
    "quotedText",
    "ref",
    "relatedDocument",
    "remark",
    "rmod",
    "role",
    "rref",
    "session",
    "shortTitle",
    "signature",
    "span",
];

/// More inline elements.
const ALSO_INLINE: [&str; 9] = ["sub", "sup", "term", "time", "u", "vote", "witness", "authorialNote", "popup"];

fn is_inline(name: &str) -> bool {
    INLINE.binary_search(&name).is_ok() || ALSO_INLINE.contains(&name)
}

/// Whether headings in this element are one level deeper.
fn is_level(name: &str) -> bool {
    matches!(
        name,
        "hcontainer"
            | "section"
            | "part"
            | "chapter"
            | "title"
            | "article"
            | "book"
            | "tome"
            | "division"
            | "annex"
    )
}

#[derive(Default)]
struct AkomaNtosoReader {
    found: Structured,
    /// The notes by their ids.
    notes: HashMap<String, u32, FixedState>,
    /// The notes without an id that are still to come, in the order of the file.
    unnamed: VecDeque<u32>,
    text: TextBuilder,
    /// The number that the next block has.
    label: Option<String>,
    n_tables: u16,
    /// In the preface, which comes before the resolution.
    in_preface: bool,
}

impl AkomaNtosoReader {
    /// All notes with a mark, in the order of the file: a call may come before its note.
    fn find_notes(&mut self, element: Element<'_>) {
        for child in element.elements() {
            match child.name() {
                (Space::AkomaNtoso, "authorialNote" | "note") => {
                    let index = self.found.notes.len() as u32;
                    let mark = child.attribute("marker").unwrap_or_default().trim().to_owned();
                    match id_of(child) {
                        Some(id) => drop(self.notes.entry(id.to_owned()).or_insert(index)),
                        None => self.unnamed.push_back(index),
                    }
                    self.found.notes.push(Note { mark, text: words_of(child), ..Note::default() });
                }
                _ => self.find_notes(child),
            }
        }
    }

    fn walk(&mut self, element: Element<'_>, kind: BlockKind, depth: u8) {
        let mut has_number = false;
        for content in element.contents() {
            let child = match content {
                XmlContent::Text(words) => {
                    self.text.push(words, Look::default());
                    continue;
                }
                XmlContent::Element(child) => child,
            };
            let (_, name) = child.name();
            if !is_inline(name) || self.in_preface && matches!(name, "docTitle" | "docNumber") {
                self.flush(kind);
            }
            match name {
                "meta" => self.meta(child),
                "num" => {
                    self.flush_label(kind);
                    self.label = Some(label(&child.text()));
                    has_number = true;
                }
                "heading" | "crossHeading" => self.walk(child, heading(kind, depth), depth),
                "p" if child.attribute("class") == Some("num") => self.label = Some(label(&child.text())),
                "container" if child.attribute("name") == Some("notes") => self.uncalled(child),
                "table" => self.table(child, depth),
                "preface" | "coverPage" => {
                    self.in_preface = true;
                    self.walk(child, BlockKind::Masthead, depth);
                    self.in_preface = false;
                }
                "docTitle" if self.in_preface => self.walk(child, BlockKind::Title, depth),
                "docNumber" if self.in_preface => self.walk(child, BlockKind::Masthead, depth),
                _ if is_inline(name) => self.inline(child, Look::default(), depth),
                _ => self.walk(child, kind, depth + u8::from(is_level(name))),
            }
        }
        self.flush(kind);
        if has_number {
            self.flush_label(kind);
        }
    }

    fn flush(&mut self, kind: BlockKind) {
        let TextBuilder { text, calls, links, italics, .. } =
            std::mem::replace(&mut self.text, TextBuilder::keeping_marks());
        // Punctuation between number and title is no line of the masthead.
        let is_joint = kind == BlockKind::Masthead && !text.contains(char::is_alphanumeric);
        if !text.is_empty() && !is_joint {
            let label = self.label.take();
            if kind == BlockKind::Title && self.found.title.is_empty() {
                self.found.title.clone_from(&text);
            }
            self.found.blocks.push(FileBlock { kind, label, text, calls, links, italics, ..FileBlock::default() });
        }
    }

    /// A number that no words follow is a paragraph all the same.
    fn flush_label(&mut self, kind: BlockKind) {
        if self.label.is_some() {
            self.found.blocks.push(FileBlock { kind, label: self.label.take(), ..FileBlock::default() });
        }
    }

    /// Symbol and language, which the text may not print.
    fn meta(&mut self, meta: Element<'_>) {
        let identification = meta.child("identification");
        let expression = identification.and_then(|identification| identification.child("FRBRExpression"));
        let language = expression.and_then(|expression| expression.child("FRBRlanguage"));
        self.found.language = language.and_then(|language| language_of(language.attribute("language")?));
        let work = identification.and_then(|identification| identification.child("FRBRWork"));
        let mut names =
            work.into_iter().flat_map(Element::elements).filter(|element| element.name().1 == "FRBRalias");
        let symbol = names.find(|alias| alias.attribute("name") == Some("symbol"));
        if let Some(symbol) = symbol.and_then(|alias| alias.attribute("value")) {
            symbol.trim().clone_into(&mut self.found.symbol);
        }
    }

    /// Notes that nothing calls: each a paragraph that begins with its mark.
    fn uncalled(&mut self, container: Element<'_>) {
        for paragraph in container.elements() {
            let words = words_of(paragraph);
            let (mark, text) = words.split_once(' ').unwrap_or((&words, ""));
            self.found.notes.push(Note { mark: mark.to_owned(), text: text.to_owned(), ..Note::default() });
        }
    }

    fn table(&mut self, table: Element<'_>, depth: u8) {
        let number = self.n_tables;
        self.n_tables = number.saturating_add(1);
        let mut row = 0_u16;
        for line in table.elements() {
            if line.name().1 != "tr" {
                self.walk(line, BlockKind::Paragraph, depth);
                continue;
            }
            for (column, cell) in line.elements().enumerate() {
                let column = u16::try_from(column).unwrap_or(u16::MAX);
                self.walk(cell, BlockKind::Cell { table: number, row, column }, depth);
            }
            row = row.saturating_add(1);
        }
    }

    fn inline(&mut self, element: Element<'_>, look: Look, depth: u8) {
        let id = |name: &str| element.attribute(name).map(|address| address.trim_start_matches('#'));
        match element.name().1 {
            "br" | "eol" | "eop" => self.text.push(" ", look),
            // A call whose note is not there.
            "sup" if element.attribute("class") == Some("noteRef") => {
                let note = self.found.notes.len() as u32;
                let mark = element.text().trim().to_owned();
                self.found.notes.push(Note { mark, ..Note::default() });
                self.call(note, None);
            }
            "authorialNote" => {
                let note = match id_of(element) {
                    Some(id) => self.notes.get(id).copied(),
                    None => self.unnamed.pop_front(),
                };
                if let Some(note) = note {
                    self.call(note, element.attribute("marker"));
                }
            }
            "noteRef" | "ref" if id("href").is_some_and(|id| self.notes.contains_key(id)) => {
                let note = id("href").and_then(|id| self.notes.get(id)).copied().unwrap_or_default();
                let words = element.text();
                let mark = element.attribute("marker").or(Some(words.trim())).filter(|mark| !mark.is_empty());
                self.call(note, mark);
            }
            name @ ("ref" | "rref" | "mref" | "a") => {
                let start = self.text.at();
                self.within(element, look, depth);
                // Akoma Ntoso’s own addresses (`/akn/…`) open nowhere.
                let address = element.attribute("href").filter(|address| name == "a" || address.contains("://"));
                self.text.link_from(start, address.unwrap_or_default());
            }
            "i" => self.within(element, Look { is_italic: true, ..look }, depth),
            "b" => self.within(element, Look { is_bold: true, ..look }, depth),
            _ => self.within(element, look, depth),
        }
    }

    /// The contents of an inline element; a block in it ends the line.
    fn within(&mut self, element: Element<'_>, look: Look, depth: u8) {
        for content in element.contents() {
            match content {
                XmlContent::Text(words) => self.text.push(words, look),
                XmlContent::Element(child) if is_inline(child.name().1) => self.inline(child, look, depth),
                XmlContent::Element(child) => {
                    self.flush(BlockKind::Paragraph);
                    self.walk(child, BlockKind::Paragraph, depth);
                }
            }
        }
    }

    fn call(&mut self, note: u32, mark: Option<&str>) {
        let own = self.found.notes.get(note as usize).map(|note| note.mark.clone()).filter(|mark| !mark.is_empty());
        // A note that has no mark is numbered by its place.
        let mark = own.or_else(|| mark.map(str::to_owned)).unwrap_or_else(|| (note + 1).to_string());
        self.text.push_call(&mark, note);
        if let Some(note) = self.found.notes.get_mut(note as usize) {
            note.mark = mark;
        }
    }
}

/// The words of a note: its paragraphs are lines.
fn words_of(element: Element<'_>) -> String {
    let mut lines = vec![TextBuilder::keeping_marks()];
    push_words(element, &mut lines);
    let lines: Vec<String> = lines.into_iter().map(|line| line.text).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

fn push_words(element: Element<'_>, lines: &mut Vec<TextBuilder>) {
    for content in element.contents() {
        match content {
            XmlContent::Text(words) => {
                lines.iter_mut().last().into_iter().for_each(|line| line.push(words, Look::default()));
            }
            XmlContent::Element(child) if matches!(child.name().1, "br" | "eol") => {
                lines.iter_mut().last().into_iter().for_each(|line| line.push(" ", Look::default()));
            }
            XmlContent::Element(child) => {
                let is_block = !is_inline(child.name().1);
                if is_block {
                    lines.push(TextBuilder::keeping_marks());
                }
                push_words(child, lines);
                if is_block {
                    lines.push(TextBuilder::keeping_marks());
                }
            }
        }
    }
}

/// The language of an ISO 639 code of three letters or two, with what may follow it.
fn language_of(code: &str) -> Option<Language> {
    Some(match code.split(['-', '_']).next()? {
        "fra" | "fre" | "fr" => Language::French,
        "eng" | "en" => Language::English,
        "spa" | "es" => Language::Spanish,
        "rus" | "ru" => Language::Russian,
        "ara" | "ar" => Language::Arabic,
        "zho" | "chi" | "zh" => Language::Chinese,
        _ => return None,
    })
}

/// The id by which a note is called.
fn id_of(note: Element<'_>) -> Option<&str> {
    note.attribute("eId").or_else(|| note.attribute("id"))
}

fn heading(kind: BlockKind, depth: u8) -> BlockKind {
    if kind == BlockKind::Paragraph { BlockKind::Heading(depth.clamp(1, 6)) } else { kind }
}

/// A number as printed before a paragraph: a bare one gets its point, a circled one has none.
fn label(number: &str) -> String {
    let number = number.trim();
    let is_bare = |part: &str| {
        part.ends_with(|last: char| last.is_alphanumeric() && !matches!(last, '\u{2460}'..='\u{32ff}'))
    };
    match number.split_once(' ') {
        // A paragraph and the item in it: “59 (a).”
        Some((first, item)) if is_bare(first) && item.starts_with('(') => [number, "."].concat(),
        _ if is_bare(number) => [number, "."].concat(),
        _ => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_inline_elements_is_sorted() {
        assert!(INLINE.is_sorted());
    }
}
