//! Builds draft paragraphs from the structure tree and the pages' glyphs, in tree order, not yet joined across pages.

use super::compose::{Composed, Habits, PlacedLetter, compose};
use super::glyph::{Artifact, Glyph, PageText};
use super::tree::{ContentId, Kid, StructureRole, StructureTree};
use crate::intake::blocks::BlockKind;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Elements inside elements, deeper than this, are left out.
const DEEPEST: u32 = 400;

/// A paragraph, and where in the tree it is.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub kind: BlockKind,
    /// The element around it.
    pub parent: u32,
    /// The note that it is part of.
    pub note: Option<u32>,
    pub text: Composed,
}

/// The blocks of the tree.
#[derive(Debug, Default)]
pub struct Drafts {
    pub paragraphs: Vec<Draft>,
    /// How many notes the tree has.
    pub n_notes: u32,
    /// The addresses of links.
    pub addresses: Vec<String>,
    /// For each page, its letters that no element holds and that are no artifact.
    pub outside: Vec<Vec<Glyph>>,
    /// For each page, its artifacts: the letters of each.
    pub artifacts: Vec<Vec<(Artifact, Vec<Glyph>)>>,
    /// For each page, how many elements point to content that is not there.
    pub n_without_text: Vec<u32>,
    pub habits: Habits,
}

#[derive(Default)]
struct Collected {
    kind: BlockKind,
    parent: u32,
    note: Option<u32>,
    letters: Vec<PlacedLetter>,
    /// Whether a paragraph element has filled it: only a list's label may come before one.
    is_taken: bool,
}

/// Where in the tree we are.
#[derive(Clone, Copy, Default)]
struct Scope {
    /// The paragraph that letters go to: an index in `collected`.
    open: Option<usize>,
    /// The kind of a paragraph that begins here.
    kind: BlockKind,
    parent: u32,
    note: Option<u32>,
    link: Option<u32>,
    /// The note that letters here call.
    call: Option<u32>,
    table: u16,
    row: u16,
    column: u16,
}

struct DraftReader<'p> {
    tree: &'p StructureTree,
    pages: &'p [PageText],
    /// Where the letters of a content are in its page.
    places: HashMap<ContentId, Vec<Range<usize>>>,
    /// The marked contents that there are, of letters or not: the page and the number.
    marked: HashSet<(u32, i32)>,
    /// For each page, which letters have been read.
    used: Vec<Vec<bool>>,
    collected: Vec<Collected>,
    out: Drafts,
    n_tables: u16,
    n_visited: usize,
}

/// Reads a tree.
pub fn drafts(tree: &StructureTree, pages: &[PageText]) -> Drafts {
    let mut walker = DraftReader {
        tree,
        pages,
        places: HashMap::new(),
        marked: HashSet::new(),
        used: pages.iter().map(|page| vec![false; page.glyphs.len()]).collect(),
        collected: Vec::new(),
        out: Drafts { n_without_text: vec![0; pages.len()], ..Drafts::default() },
        n_tables: 0,
        n_visited: 0,
    };
    walker.find_places();
    walker.walk(0, Scope::default(), 0);
    walker.finish()
}

impl DraftReader<'_> {
    fn find_places(&mut self) {
        for (i, page) in self.pages.iter().enumerate() {
            self.marked.extend(page.contents.iter().filter_map(|content| Some((i as u32, content.mcid?))));
            let mut at = 0;
            while let Some(first) = page.glyphs.get(at) {
                let rest = page.glyphs.get(at..).unwrap_or_default();
                let length = rest.iter().take_while(|glyph| glyph.content == first.content).count();
                let content = page.contents.get(first.content as usize);
                if let Some(mcid) = content.and_then(|content| content.mcid) {
                    let form = content.map_or(0, |content| content.form);
                    let id = ContentId { page: i as u32, form, mcid };
                    self.places.entry(id).or_default().push(at..at + length);
                }
                at += length;
            }
        }
    }

    fn walk(&mut self, element: u32, scope: Scope, depth: u32) {
        self.n_visited += 1;
        let Some(it) = self.tree.elements.get(element as usize) else { return };
        if depth > DEEPEST || self.n_visited > self.tree.elements.len() {
            return;
        }
        let mut inner = scope;
        match it.role {
            StructureRole::Paragraph | StructureRole::Heading(_) | StructureRole::Title => {
                let kind = match it.role {
                    StructureRole::Heading(level) => BlockKind::Heading(level),
                    StructureRole::Title => BlockKind::Title,
                    _ => scope.kind,
                };
                let free = scope.open.filter(|open| self.collected.get(*open).is_some_and(|open| !open.is_taken));
                inner.open = Some(free.unwrap_or_else(|| self.begin(Scope { kind, ..scope })));
                if let Some(open) = inner.open.and_then(|open| self.collected.get_mut(open)) {
                    open.is_taken = true;
                    if kind != BlockKind::Paragraph {
                        open.kind = kind;
                    }
                }
            }
            StructureRole::Item => {
                inner.kind = if scope.kind == BlockKind::Paragraph { BlockKind::ListItem } else { scope.kind };
                inner.parent = scope.parent;
                inner.open = Some(self.begin(inner));
            }
            StructureRole::Note => {
                let note = scope.call.filter(|_| scope.note.is_none());
                inner = Scope {
                    note: Some(note.unwrap_or_else(|| self.next_note())),
                    parent: element,
                    ..Scope::default()
                };
            }
            StructureRole::Table => {
                inner = Scope { table: self.n_tables, parent: element, note: scope.note, ..Scope::default() };
                self.n_tables = self.n_tables.saturating_add(1);
            }
            StructureRole::Cell => {
                let Scope { table, row, column, .. } = scope;
                inner.kind = BlockKind::Cell { table, row, column };
                inner.open = None;
                inner.parent = element;
            }
            StructureRole::Artifact => {
                inner.kind = BlockKind::Artifact;
                inner.open = None;
            }
            StructureRole::Inline => {
                // A note inside a link is what the rest of the link calls.
                if scope.call.is_none() && scope.note.is_none() && self.has_note(element) {
                    inner.call = Some(self.next_note());
                }
                let address = it.kids.iter().find_map(|kid| match kid {
                    Kid::Address(address) => Some(address.clone()),
                    _ => None,
                });
                if let Some(address) = address {
                    inner.link = Some(self.out.addresses.len() as u32);
                    self.out.addresses.push(address);
                }
            }
            StructureRole::Group | StructureRole::Wrapper => {
                // A section’s paragraphs continue others of the same section only.
                if scope.open.is_none() {
                    inner.parent = element;
                }
            }
            StructureRole::ItemLabel | StructureRole::Row => {}
        }
        if let Some(actual) = &it.actual {
            self.replace(element, actual, &mut inner);
            return;
        }
        self.walk_kids(element, it.role, inner, depth);
    }

    fn walk_kids(&mut self, element: u32, role: StructureRole, mut inner: Scope, depth: u32) {
        let tree = self.tree;
        let kids = tree.elements.get(element as usize).map(|it| it.kids.as_slice()).unwrap_or_default();
        for kid in kids {
            match kid {
                Kid::Element(kid) => {
                    let kid_role = tree.elements.get(*kid as usize).map(|it| it.role).unwrap_or_default();
                    // Text directly in a section is a paragraph, which ends where an element begins.
                    if inner
                        .open
                        .is_some_and(|_| is_block(kid_role) && role == StructureRole::Group && !self.is_item(inner))
                    {
                        inner.open = None;
                    }
                    if kid_role == StructureRole::Inline && inner.open.is_none() {
                        inner.open = Some(self.begin(inner));
                    }
                    self.walk(*kid, inner, depth + 1);
                    match kid_role {
                        StructureRole::Row => inner.row = inner.row.saturating_add(1),
                        StructureRole::Cell => inner.column = inner.column.saturating_add(1),
                        StructureRole::Group if role == StructureRole::Table => {
                            let n_rows = tree.elements.get(*kid as usize).map_or(0, |group| group.kids.len());
                            inner.row = inner.row.saturating_add(n_rows as u16);
                        }
                        _ => {}
                    }
                }
                Kid::Content(content) => {
                    let open = inner.open.unwrap_or_else(|| self.begin(inner));
                    inner.open = Some(open);
                    self.put(*content, open, inner);
                }
                Kid::Address(_) => {}
            }
        }
    }

    fn is_item(&self, scope: Scope) -> bool {
        let open = scope.open.and_then(|open| self.collected.get(open));
        open.is_some_and(|open| !open.is_taken && open.kind == BlockKind::ListItem)
    }

    fn has_note(&self, element: u32) -> bool {
        let kids = self.tree.elements.get(element as usize).map(|it| it.kids.as_slice()).unwrap_or_default();
        kids.iter().any(|kid| match kid {
            Kid::Element(kid) => {
                self.tree.elements.get(*kid as usize).is_some_and(|it| it.role == StructureRole::Note)
            }
            _ => false,
        })
    }

    fn next_note(&mut self) -> u32 {
        self.out.n_notes += 1;
        self.out.n_notes - 1
    }

    fn begin(&mut self, scope: Scope) -> usize {
        let Scope { kind, parent, note, .. } = scope;
        self.collected.push(Collected { kind, parent, note, ..Collected::default() });
        self.collected.len() - 1
    }

    /// Where a content's letters are; a form's content is often referred to without its form.
    fn find(&self, content: ContentId) -> Vec<Range<usize>> {
        if let Some(found) = self.places.get(&content) {
            return found.clone();
        }
        let page = self.pages.get(content.page as usize);
        let forms = page.iter().flat_map(|page| &page.contents);
        let mut forms = forms.filter(|other| other.mcid == Some(content.mcid) && content.form == 0);
        let form = forms.find_map(|other| self.places.get(&ContentId { form: other.form, ..content }));
        form.cloned().unwrap_or_default()
    }

    fn put(&mut self, content: ContentId, open: usize, scope: Scope) {
        let ranges = self.find(content);
        if ranges.is_empty() {
            // A content of lines and pictures only has no text that could be missing.
            let is_there = self.marked.contains(&(content.page, content.mcid));
            if let Some(count) = self.out.n_without_text.get_mut(content.page as usize).filter(|_| !is_there) {
                *count += 1;
            }
            return;
        }
        let Some(page) = self.pages.get(content.page as usize) else { return };
        let Some(used) = self.used.get_mut(content.page as usize) else { return };
        let Some(collected) = self.collected.get_mut(open) else { return };
        for at in ranges.into_iter().flatten() {
            let (Some(glyph), Some(used)) = (page.glyphs.get(at), used.get_mut(at)) else { continue };
            // What two elements point to is read once.
            if !std::mem::replace(used, true) && glyph.is_upright {
                let Scope { link, call, .. } = scope;
                collected.letters.push(PlacedLetter { page: content.page, glyph: *glyph, link, note: call });
            }
        }
    }

    /// Reads an element's own words instead of its content.
    fn replace(&mut self, element: u32, words: &str, scope: &mut Scope) {
        let from = self.begin(Scope { kind: BlockKind::Artifact, ..Scope::default() });
        self.walk_kids(element, StructureRole::Inline, Scope { open: Some(from), ..*scope }, DEEPEST - 16);
        let letters = self.collected.get_mut(from).map(|it| std::mem::take(&mut it.letters)).unwrap_or_default();
        let open = scope.open.unwrap_or_else(|| self.begin(*scope));
        scope.open = Some(open);
        let (Some(first), Some(last)) = (letters.first(), letters.last()) else { return };
        let Some(collected) = self.collected.get_mut(open) else { return };
        let n_letters = words.chars().count();
        for (i, letter) in words.chars().enumerate() {
            let mut inked = *first;
            inked.glyph.letter = letter;
            inked.glyph.right = if i + 1 == n_letters { last.glyph.right } else { inked.glyph.left };
            collected.letters.push(inked);
        }
    }

    fn finish(mut self) -> Drafts {
        let habits = Habits::of(self.collected.iter().map(|collected| collected.letters.as_slice()));
        self.out.habits = habits;
        let mut repeated: Vec<PlacedLetter> = Vec::new();
        for mut collected in self.collected {
            repeated.extend(take_repeated(&mut collected.letters));
            let text = compose(&collected.letters, habits);
            if !text.text.is_empty() {
                let Collected { kind, parent, note, .. } = collected;
                self.out.paragraphs.push(Draft { kind, parent, note, text });
            }
        }
        for ((page, used), i) in self.pages.iter().zip(&self.used).zip(0..) {
            let mut outside = Vec::new();
            let mut artifacts: Vec<(Artifact, Vec<Glyph>)> = Vec::new();
            let heads: Vec<Glyph> =
                repeated.iter().filter(|letter| letter.page == i).map(|letter| letter.glyph).collect();
            if !heads.is_empty() {
                artifacts.push((Artifact::Other, heads));
            }
            let mut last = None;
            for glyph in page.glyphs.iter().zip(used).filter(|(_, used)| !**used).map(|(glyph, _)| glyph) {
                let artifact = page.contents.get(glyph.content as usize).and_then(|content| content.artifact);
                match artifact {
                    Some(kind) => {
                        let same = artifacts.last_mut().filter(|(last_kind, letters)| {
                            *last_kind == kind && (last == Some(glyph.content) || is_near(letters, glyph))
                        });
                        match same {
                            Some((_, letters)) => letters.push(*glyph),
                            None => artifacts.push((kind, vec![*glyph])),
                        }
                        last = Some(glyph.content);
                    }
                    None if glyph.is_upright => outside.push(*glyph),
                    None => artifacts.push((Artifact::Other, vec![*glyph])),
                }
            }
            self.out.outside.push(outside);
            self.out.artifacts.push(artifacts);
        }
        self.out
    }
}

/// Takes away what a paragraph says once more on each further page: the head of a table.
fn take_repeated(letters: &mut Vec<PlacedLetter>) -> Vec<PlacedLetter> {
    let printed = |page: &[PlacedLetter]| -> String {
        page.iter().map(|letter| letter.glyph.letter).filter(|letter| !letter.is_whitespace()).collect()
    };
    let mut pages = letters.chunk_by(|a, b| a.page == b.page);
    let Some(first) = pages.next() else { return Vec::new() };
    let (words, length) = (printed(first), first.len());
    let mut others = pages.peekable();
    if others.peek().is_none() || words.is_empty() || !others.all(|other| printed(other) == words) {
        return Vec::new();
    }
    letters.split_off(length)
}

/// Whether an artifact continues with a letter: on the same line, or the next one.
fn is_near(letters: &[Glyph], glyph: &Glyph) -> bool {
    letters.last().is_some_and(|last| (glyph.base - last.base).abs() < 2.0 * last.size.max(glyph.size))
}

/// Whether an element begins a paragraph of its own.
fn is_block(role: StructureRole) -> bool {
    !matches!(role, StructureRole::Inline | StructureRole::ItemLabel)
}
