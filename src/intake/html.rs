//! Web pages as a browser saves them: paragraphs, headings, lists with their numbers, tables, notes at their calls.
//!
//! Tags end and nest as people write them, not as a standard says: whatever begins a block ends the one before it. What
//! belongs to the site and not to the document (navigation, asides, forms) is furniture.

use super::blocks::{BlockKind, FileBlock, Note, Structured};
use super::docx::number_format::{Alphabet, NumberFormat};
use super::docx::text::{Look, TextBuilder};
use super::{Refusal, encoding};
use html5gum::{DefaultEmitter, Token, Tokenizer};
use std::collections::BTreeMap;

/// A note's mark is no longer than this.
const LONGEST_MARK: usize = 6;

/// May be around the mark of a note.
const MARK_SIGNS: [char; 5] = ['[', ']', '(', ')', ' '];

/// Whether a text is a web page.
pub fn is_html(text: &str) -> bool {
    let head = text.trim_start_matches('\u{feff}').trim_start();
    let head: String = head.chars().take(2000).collect::<String>().to_ascii_lowercase();
    head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || head.starts_with("<?xml") && head.contains("<html")
}

/// The text of a page in the encoding that it names.
pub fn in_named_encoding(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(2048)).unwrap_or_default()).to_ascii_lowercase();
    if !head.contains("<html") && !head.contains("<!doctype html") {
        return None;
    }
    let name = head.split_once("charset=")?.1.trim_start_matches(['"', '\'']);
    let end = name.find(|letter: char| !letter.is_ascii_alphanumeric() && !matches!(letter, '-' | '_'))?;
    encoding::named(name.get(..end)?, bytes)
}

/// Reads a web page.
///
/// # Errors
///
/// When it holds no words.
pub fn read(page: &str) -> Result<Structured, Refusal> {
    let mut emitter = DefaultEmitter::default();
    // What is in a script or a style sheet is no text.
    emitter.naively_switch_states(true);
    let mut walker = HtmlReader::default();
    for token in Tokenizer::new_with_emitter(page, emitter) {
        match token {
            Ok(Token::StartTag(tag)) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let attribute = |name: &str| {
                    let value = tag.attributes.get(name.as_bytes())?;
                    Some(String::from_utf8_lossy(value).into_owned())
                };
                walker.open(&name, &attribute);
                if tag.self_closing {
                    walker.close(&name);
                }
            }
            Ok(Token::EndTag(tag)) => walker.close(&String::from_utf8_lossy(&tag.name)),
            Ok(Token::String(text)) => walker.words(&String::from_utf8_lossy(&text)),
            Ok(_) => {}
            Err(never) => match never {},
        }
    }
    walker.finish()
}

/// Elements that are never shown.
const HIDDEN: [&str; 10] =
    ["script", "style", "head", "template", "noscript", "svg", "select", "textarea", "iframe", "object"];

/// Elements that belong to the site.
const OF_THE_SITE: [&str; 6] = ["nav", "aside", "footer", "form", "button", "dialog"];

/// Elements that may be hidden, or belong to the site, by their attributes. Each is closed by its own tag.
const CONTAINERS: [&str; 8] = ["div", "section", "span", "article", "ul", "ol", "table", "header"];

/// Roles of what belongs to the site.
const SITE_ROLES: [&str; 6] = ["navigation", "search", "dialog", "alertdialog", "contentinfo", "complementary"];

/// Elements that begin and end a block.
const BLOCKS: [&str; 34] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tr",
    "ul",
    "button",
    "hgroup",
];

fn is_hidden(attribute: &dyn Fn(&str) -> Option<String>) -> bool {
    let is_unstyled = |style: String| style.split_whitespace().collect::<String>().contains("display:none");
    attribute("hidden").is_some() || attribute("style").is_some_and(is_unstyled)
}

/// The sign that leads from a note back to its call: “↩”.
fn is_way_back(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.chars().all(|letter| matches!(letter, '↩' | '↑' | '⤴' | '⏎' | '^' | '\u{fe0e}'))
}

/// A list that is open.
struct List {
    format: Option<NumberFormat>,
    next: u32,
}

/// A table that is open.
struct Table {
    number: u16,
    row: u16,
    column: u16,
    /// A row or a cell is open; the next one ends it.
    in_row: bool,
    in_cell: bool,
}

impl Table {
    fn end_cell(&mut self) {
        if std::mem::take(&mut self.in_cell) {
            self.column = self.column.saturating_add(1);
        }
    }

    fn end_row(&mut self) {
        if std::mem::take(&mut self.in_row) {
            self.row = self.row.saturating_add(1);
        }
        self.column = 0;
        self.in_cell = false;
    }
}

/// A link that is open.
struct OpenLink {
    address: String,
    from: usize,
    /// Whether it is raised, or what is in it: `<sup><a>` and `<a><sup>` both call notes.
    is_raised: bool,
}

#[derive(Default)]
struct HtmlReader {
    blocks: Vec<PlacedBlock>,
    text: TextBuilder,
    heading: Option<u8>,
    label: Option<String>,
    is_item: bool,
    lists: Vec<List>,
    tables: Vec<Table>,
    n_tables: u16,
    hidden: Option<String>,
    n_hidden: u32,
    /// An element that belongs to the site by its role, and how many of its name are open in it.
    by_role: Option<(String, u32)>,
    n_of_site: u32,
    n_italic: u32,
    n_raised: u32,
    /// Where the raised words at hand begin.
    raised_from: Option<usize>,
    n_breaks: u32,
    link: Option<OpenLink>,
    /// The names of places in the block at hand: a note's call leads to one.
    names: Vec<String>,
    /// Raised links in the block at hand: where, and to which place.
    raised: Vec<(usize, usize, String)>,
}

/// A block with the places in it.
struct PlacedBlock {
    block: FileBlock,
    names: Vec<String>,
    raised: Vec<(usize, usize, String)>,
}

impl HtmlReader {
    fn open(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) {
        if let Some(hidden) = &self.hidden {
            if hidden == name {
                self.n_hidden += 1;
            }
            return;
        }
        let is_container = CONTAINERS.contains(&name);
        if HIDDEN.contains(&name) || is_container && is_hidden(attribute) {
            self.hidden = Some(name.to_owned());
            self.n_hidden = 1;
            return;
        }
        if name == "body" {
            self.flush();
        }
        if BLOCKS.contains(&name) || heading_level(name).is_some() || matches!(name, "td" | "th") {
            self.flush();
        }
        if OF_THE_SITE.contains(&name) {
            self.n_of_site += 1;
        }
        match &mut self.by_role {
            Some((of_site, n_open)) if of_site == name => *n_open += 1,
            None if is_container && attribute("role").is_some_and(|role| SITE_ROLES.contains(&role.trim())) => {
                self.flush();
                self.by_role = Some((name.to_owned(), 1));
            }
            _ => {}
        }
        self.names.extend(attribute("id").into_iter().chain(attribute("name").filter(|_| name == "a")));
        match name {
            "br" => {
                // Two in a row are an empty line.
                self.n_breaks += 1;
                if self.n_breaks > 1 { self.flush() } else { self.text.push(" ", Look::default()) }
            }
            "i" | "em" | "cite" => self.n_italic += 1,
            "sup" => {
                self.n_raised += 1;
                self.raised_from = self.link.is_none().then(|| self.text.at());
                if let Some(link) = &mut self.link {
                    link.is_raised = true;
                }
            }
            "a" => {
                if let Some(address) = attribute("href") {
                    self.link = Some(OpenLink { address, from: self.text.at(), is_raised: self.n_raised > 0 });
                }
            }
            "ol" => self.lists.push(List {
                format: Some(list_format(attribute("type").as_deref())),
                next: attribute("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1),
            }),
            "ul" => self.lists.push(List { format: None, next: 1 }),
            "li" => self.item(attribute("value").and_then(|value| value.trim().parse().ok())),
            "table" => {
                self.tables.push(Table { number: self.n_tables, row: 0, column: 0, in_row: false, in_cell: false });
                self.n_tables = self.n_tables.saturating_add(1);
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row();
                    table.in_row = true;
                }
            }
            "td" | "th" => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell();
                    table.in_cell = true;
                }
            }
            _ => self.heading = heading_level(name).or(self.heading),
        }
    }

    fn close(&mut self, name: &str) {
        if let Some(hidden) = &self.hidden {
            if hidden == name {
                self.n_hidden -= 1;
                if self.n_hidden == 0 {
                    self.hidden = None;
                }
            }
            return;
        }
        if BLOCKS.contains(&name) || heading_level(name).is_some() || matches!(name, "td" | "th") {
            self.flush();
        }
        if OF_THE_SITE.contains(&name) {
            self.n_of_site = self.n_of_site.saturating_sub(1);
        }
        if let Some((of_site, n_open)) = &mut self.by_role
            && of_site == name
        {
            *n_open -= 1;
            if *n_open == 0 {
                self.flush();
                self.by_role = None;
            }
        }
        match name {
            "i" | "em" | "cite" => self.n_italic = self.n_italic.saturating_sub(1),
            "sup" => {
                self.n_raised = self.n_raised.saturating_sub(1);
                self.close_raised();
            }
            "a" => self.close_link(),
            "ol" | "ul" => {
                self.lists.pop();
            }
            "table" => {
                self.tables.pop();
            }
            "td" | "th" => self.tables.last_mut().into_iter().for_each(Table::end_cell),
            "tr" => self.tables.last_mut().into_iter().for_each(Table::end_row),
            _ if heading_level(name).is_some() => self.heading = None,
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if self.hidden.is_none() {
            if !words.trim().is_empty() {
                self.n_breaks = 0;
            }
            self.text.push(words, Look { is_italic: self.n_italic > 0, ..Look::default() });
        }
    }

    fn item(&mut self, own: Option<u32>) {
        let Some(list) = self.lists.last_mut() else { return };
        let number = own.unwrap_or(list.next);
        list.next = number.saturating_add(1);
        self.is_item = list.format.is_none();
        self.label = Some(match list.format {
            Some(format) => [&format.write(number), "."].concat(),
            None => "•".to_owned(),
        });
    }

    /// Raised words without a link: at the head of a block the mark of a note, anywhere else the call of one.
    fn close_raised(&mut self) {
        let Some(from) = self.raised_from.take() else { return };
        let to = self.text.text.len();
        let mark = self.text.text.get(from..to).unwrap_or_default().trim_matches(MARK_SIGNS);
        if !(1..=LONGEST_MARK).contains(&mark.len()) {
            return;
        }
        // No id has a blank.
        let place = [" ", mark].concat();
        if from == 0 {
            self.names.push(place);
        } else if !is_unit(self.text.text.get(..from).unwrap_or_default()) {
            self.raised.push((from, to, place));
        }
    }

    fn close_link(&mut self) {
        let Some(link) = self.link.take() else { return };
        if link.address.contains('#') {
            self.raised_from = None;
        }
        let to = self.text.text.len();
        let length = to.saturating_sub(link.from);
        if let Some(place) = link.address.split_once('#').map(|(_, place)| place.to_owned())
            && link.is_raised
            && (1..=LONGEST_MARK).contains(&length)
        {
            self.raised.push((link.from, to, place));
        } else if link.address.contains('#') && self.text.text.get(link.from..).is_some_and(is_way_back) {
            self.text.text.truncate(link.from);
            self.text.trim_end();
        } else {
            self.text.link_from(link.from, &link.address);
        }
    }

    fn flush(&mut self) {
        self.n_breaks = 0;
        self.raised_from = None;
        let text = std::mem::take(&mut self.text);
        if text.text.is_empty() {
            return;
        }
        // A link that continues in the next block begins there.
        if let Some(link) = &mut self.link {
            link.from = 0;
        }
        let kind = match (self.tables.last(), self.heading) {
            _ if self.n_of_site > 0 || self.by_role.is_some() => BlockKind::Artifact,
            (Some(table), _) => BlockKind::Cell { table: table.number, row: table.row, column: table.column },
            (None, Some(level)) => BlockKind::Heading(level),
            (None, None) if self.is_item => BlockKind::ListItem,
            (None, None) => BlockKind::Paragraph,
        };
        self.is_item = false;
        let TextBuilder { text, links, italics, .. } = text;
        let block = FileBlock { kind, label: self.label.take(), text, links, italics, ..FileBlock::default() };
        let (names, raised) = (std::mem::take(&mut self.names), std::mem::take(&mut self.raised));
        self.blocks.push(PlacedBlock { block, names, raised });
    }

    /// Blocks that raised links lead to are notes, if they come after the first call; all others are text.
    fn finish(mut self) -> Result<Structured, Refusal> {
        self.flush();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, found) in self.blocks.iter().enumerate() {
            for name in &found.names {
                places.entry(name).or_insert(at);
            }
        }
        let mut note_of: BTreeMap<usize, u32> = BTreeMap::new();
        let mut calls = Vec::new();
        for (at, found) in self.blocks.iter().enumerate() {
            for (start, end, place) in &found.raised {
                // A note leads back to its call, too: only what leads on is a call.
                let Some(note) = places.get(place.as_str()).copied().filter(|note| *note > at) else { continue };
                let n = note_of.len() as u32;
                let n = *note_of.entry(note).or_insert(n);
                calls.push((at, *start, *end, n));
            }
        }
        let mut notes = vec![Note::default(); note_of.len()];
        for (at, start, end, n) in calls {
            let Some(found) = self.blocks.get_mut(at) else { continue };
            let span = crate::model::Span::new(start, end);
            let mark = span.of(&found.block.text).trim_matches(MARK_SIGNS).to_owned();
            found.block.calls.push(super::blocks::Call { span, note: n });
            if let Some(note) = notes.get_mut(n as usize).filter(|note| note.mark.is_empty()) {
                note.mark = mark;
            }
        }
        let mut structured = Structured::default();
        for (at, found) in self.blocks.into_iter().enumerate() {
            match note_of.get(&at).and_then(|n| notes.get_mut(*n as usize)) {
                Some(note) => {
                    let text = found.block.text.trim_start_matches(['[', '(', '^', '↑', ' ']);
                    let text = text.strip_prefix(note.mark.as_str()).unwrap_or(text);
                    note.text = text.trim_start_matches([']', ')', '.', ' ', '^', '↑']).to_owned();
                }
                None => structured.blocks.push(found.block),
            }
        }
        structured.notes = notes;
        if structured.blocks.iter().all(|block| block.kind == BlockKind::Artifact) {
            return Err(Refusal::Empty);
        }
        Ok(structured)
    }
}

/// Whether a text ends with a unit, whose power is raised too: “40 km<sup>2</sup>”.
fn is_unit(text: &str) -> bool {
    let word = text.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    (1..=2).contains(&word.len()) && word.bytes().all(|letter| letter.is_ascii_lowercase())
}

fn heading_level(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

fn list_format(kind: Option<&str>) -> NumberFormat {
    match kind {
        Some("a") => NumberFormat::Letter(Alphabet::Latin),
        Some("A") => NumberFormat::Letter(Alphabet::LatinUpper),
        Some("i") => NumberFormat::LowerRoman,
        Some("I") => NumberFormat::UpperRoman,
        _ => NumberFormat::Decimal,
    }
}
