//! Reads a PDF into blocks: by its structure tree, or by the layout of its glyphs if it has none.

mod bomb;
mod compose;
mod drafts;
mod encoding;
mod feet;
mod font;
mod geometry;
mod glyph;
mod heads;
mod interpret;
mod join;
mod label;
mod line_numbers;
mod notes;
mod operands;
mod stream;
mod table;
mod tree;

use super::Refusal;
use super::blocks::{BlockKind, FileBlock, Link, Note, PagePlace, Structured, Warning, WarningKind};
use compose::{Composed, PlacedLetter, compose};
use drafts::{Draft, Drafts};
use geometry::Sheet;
use glyph::{Artifact, Glyph, PageText};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use interpret::{Budget, Fonts, page_text};
use notes::FoundNote;

/// Whether bytes are a PDF: its mark may come after some rubbish.
pub fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    head.windows(5).any(|window| window == b"%PDF-")
}

/// Reads a PDF.
///
/// # Errors
///
/// When it is encrypted, damaged, or holds no text.
pub fn read(bytes: &[u8]) -> Result<Structured, Refusal> {
    let (pdf, pages) = open(bytes)?;
    let tree = tree::tree(&pdf).map(|tree| drafts::drafts(&tree, &pages));
    let drafts = tree.filter(covers_most).unwrap_or_else(|| untagged(&pages));
    Ok(structured(drafts, &pages))
}

/// Reads a PDF as if it had no tree.
///
/// # Errors
///
/// As for [`read`].
pub fn read_by_place(bytes: &[u8]) -> Result<Structured, Refusal> {
    let (_, pages) = open(bytes)?;
    Ok(structured(untagged(&pages), &pages))
}

fn open(bytes: &[u8]) -> Result<(Pdf, Vec<PageText>), Refusal> {
    if bomb::unpacks_to_too_much(bytes) {
        return Err(Refusal::TooLarge);
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            Refusal::Encrypted
        }
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Refusal::Damaged,
    })?;
    let mut fonts = Fonts::default();
    let mut rest = Budget::default();
    let pages: Vec<PageText> = pdf.pages().iter().map(|page| page_text(page, &mut fonts, &mut rest)).collect();
    let n_letters: usize = pages.iter().map(|page| page.glyphs.len()).sum();
    if n_letters == 0 {
        let is_cut_short = pages.iter().any(|page| page.is_cut_short);
        let has_picture = pages.iter().any(|page| page.has_picture || page.has_drawing);
        return Err(match (has_picture, is_cut_short || pages.is_empty()) {
            (true, _) => Refusal::Scan,
            (false, true) => Refusal::Damaged,
            (false, false) => Refusal::Empty,
        });
    }
    // Where most letters are unknown there is nothing to read: the tables of the fonts are lost, or were never there.
    let n_unknown: usize = pages.iter().map(|page| page.n_unknown as usize).sum();
    if n_unknown * 2 > n_letters {
        // The letters are visible but have no Unicode: OCR can read them.
        return Err(if is_whole(bytes) { Refusal::Scan } else { Refusal::Damaged });
    }
    Ok((pdf, pages))
}

/// Whether a file has its end.
fn is_whole(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(1024)..).unwrap_or_default();
    tail.windows(5).any(|window| window == b"%%EOF")
}

/// Whether the tree holds most of the text: a few files have one that was left behind by an editor.
fn covers_most(drafts: &Drafts) -> bool {
    let inside: usize = drafts.paragraphs.iter().map(|draft| draft.text.text.len()).sum();
    let outside: usize = drafts.outside.iter().map(Vec::len).sum();
    inside > outside
}

/// The blocks of a file without a tree.
fn untagged(pages: &[PageText]) -> Drafts {
    drafts::drafts(&tree::StructureTree::default(), pages)
}

/// The paragraphs of the text that the tree leaves out, put after what is above them on their page. Gives for each page how
/// many letters they have: running heads and the like are none.
fn put_outside(drafts: &mut Vec<Draft>, n_notes: u32, outside: &[Vec<Glyph>], pages: &[PageText]) -> Vec<u32> {
    let sheets: Vec<Sheet> = outside
        .iter()
        .zip(pages)
        .zip(0..)
        .map(|((glyphs, page), i)| {
            let letters =
                glyphs.iter().map(|glyph| PlacedLetter { page: i, glyph: *glyph, link: None, note: None });
            Sheet { letters: letters.collect(), width: page.width, height: page.height }
        })
        .collect();
    let tables = drafts.iter().filter_map(|draft| match draft.kind {
        BlockKind::Cell { table, .. } => Some(table),
        _ => None,
    });
    let found = geometry::drafts(&sheets, n_notes, tables.max().map_or(0, |last| last.saturating_add(1)));
    let mut n_outside = vec![0; pages.len()];
    for draft in found.iter().filter(|draft| draft.kind != BlockKind::Artifact) {
        let page = draft.text.rows.first().and_then(|row| n_outside.get_mut(row.page as usize));
        if let Some(count) = page {
            *count += draft.text.text.chars().filter(|letter| !letter.is_whitespace()).count() as u32;
        }
    }
    if drafts.is_empty() {
        *drafts = found;
        return n_outside;
    }
    for draft in found {
        let Some(row) = draft.text.rows.first() else { continue };
        let is_before = |other: &Draft| {
            other.text.rows.first().is_some_and(|first| (first.page, first.base) < (row.page, row.base))
        };
        let at = drafts.iter().rposition(is_before).map_or(0, |last| last + 1);
        drafts.insert(at, draft);
    }
    n_outside
}

fn structured(drafts: Drafts, pages: &[PageText]) -> Structured {
    let Drafts { paragraphs: mut drafts, addresses, outside, artifacts, n_without_text, habits, n_notes } = drafts;
    let is_tagged = !drafts.is_empty();
    let mut out = Structured { n_pages: pages.len() as u32, ..Structured::default() };
    let n_outside = put_outside(&mut drafts, n_notes, &outside, pages);
    let (mut drafts, found) = notes::taken(drafts);
    heads::mark_repeated(&mut drafts);
    let drafts = feet::put_last(join::joined(drafts));
    let mut missing = Vec::new();
    let mut blocks: Vec<FileBlock> =
        drafts.iter().map(|draft| block(draft, &addresses, &found, &mut missing)).collect();
    out.notes = found.iter().map(|note| self::note(note, &addresses)).collect();
    put_artifacts(&mut blocks, &artifacts, pages, habits);
    out.blocks = blocks;
    for (i, page) in pages.iter().enumerate() {
        let mut warn = |kind, count: u32| {
            if count > 0 {
                out.warnings.push(Warning { kind, page: Some(i as u32 + 1), count });
            }
        };
        warn(WarningKind::GlyphsWithoutText, page.n_unknown);
        warn(WarningKind::ElementsWithoutText, n_without_text.get(i).copied().unwrap_or(0));
        let n_outside = n_outside.get(i).copied().filter(|_| is_tagged);
        warn(WarningKind::TextOutsideStructure, n_outside.unwrap_or(0));
        let is_recognized = page.has_picture && page.n_hidden * 2 > page.glyphs.len();
        warn(WarningKind::TextBehindPicture, u32::from(is_recognized));
        warn(WarningKind::PageWithoutText, u32::from(page.glyphs.is_empty()));
        warn(WarningKind::PageCutShort, u32::from(page.is_cut_short));
        warn(WarningKind::NoteMissing, missing.iter().filter(|page| **page == i as u32).count() as u32);
    }
    out
}

fn place(text: &Composed) -> Option<PagePlace> {
    let first = text.rows.first()?;
    let here = || text.rows.iter().filter(|row| row.page == first.page);
    Some(PagePlace {
        page: first.page + 1,
        left: here().map(|row| row.left).fold(f32::INFINITY, f32::min),
        top: here().map(|row| row.base - row.size).fold(f32::INFINITY, f32::min),
        right: here().map(|row| row.right).fold(f32::NEG_INFINITY, f32::max),
        bottom: here().map(|row| row.base + row.size * 0.25).fold(f32::NEG_INFINITY, f32::max),
    })
}

fn links(text: &Composed, addresses: &[String]) -> Vec<Link> {
    let link =
        |(span, number): &(_, u32)| Some(Link { span: *span, address: addresses.get(*number as usize)?.clone() });
    text.links.iter().filter_map(link).collect()
}

fn block(draft: &Draft, addresses: &[String], notes: &[FoundNote], missing: &mut Vec<u32>) -> FileBlock {
    let text = &draft.text;
    let turns = text.rows.windows(2).filter_map(|pair| match pair {
        [a, b] if a.page != b.page => Some((b.start, b.page + 1)),
        _ => None,
    });
    let first = text.rows.first().map_or(0.0, |row| row.left);
    FileBlock {
        kind: draft.kind,
        label: None,
        calls: notes::calls(text, draft.kind, notes, missing),
        links: links(text, addresses),
        italics: text.italics.clone(),
        place: place(text),
        turns: turns.collect(),
        indent: text.rows.get(1).map_or(first, |row| row.left),
        first_indent: first,
        text: text.text.clone(),
    }
}

fn note(found: &FoundNote, addresses: &[String]) -> Note {
    let mut note = Note { mark: found.mark.clone(), place: found.texts.first().and_then(place), ..Note::default() };
    for text in &found.texts {
        if !note.text.is_empty() {
            note.text.push('\n');
        }
        let by = note.text.len() as u32;
        note.text.push_str(&text.text);
        note.links.extend(links(text, addresses).into_iter().map(|mut link| {
            link.span.start += by;
            link.span.end += by;
            link
        }));
    }
    note
}

/// The lines of an artifact, each as a text of its own.
fn lines_of(text: &Composed) -> Vec<Composed> {
    let ends = text.rows.iter().skip(1).map(|row| row.start as usize).chain([text.text.len()]);
    let starts = text.rows.iter().map(|row| row.start as usize);
    let lines = starts.zip(ends).zip(&text.rows).filter_map(|((start, end), row)| {
        let line = text.text.get(start..end)?.trim();
        let row = compose::PrintedRow { start: 0, ..*row };
        (!line.is_empty()).then(|| Composed { text: line.to_owned(), rows: vec![row], ..Composed::default() })
    });
    lines.collect()
}

/// Cuts letters where a line has a gap as wide as some letters.
fn side_by_side(letters: &[PlacedLetter]) -> Vec<&[PlacedLetter]> {
    const GAP: f32 = 3.0;
    let mut groups = Vec::new();
    let (mut start, mut last) = (0, None::<Glyph>);
    for (at, letter) in letters.iter().enumerate().filter(|(_, letter)| !letter.glyph.letter.is_whitespace()) {
        let glyph = letter.glyph;
        if last.is_some_and(|last| glyph.left - last.right > GAP * last.size.min(glyph.size)) {
            groups.extend(letters.get(start..at));
            start = at;
        }
        last = Some(glyph);
    }
    groups.extend(letters.get(start..));
    groups
}

/// Puts running heads and the like before or after the blocks of their page.
fn put_artifacts(
    blocks: &mut Vec<FileBlock>,
    artifacts: &[Vec<(Artifact, Vec<Glyph>)>],
    pages: &[PageText],
    habits: compose::Habits,
) {
    let mut out: Vec<FileBlock> = Vec::with_capacity(blocks.len());
    let mut rest = std::mem::take(blocks).into_iter().peekable();
    for (i, (artifacts, page)) in artifacts.iter().zip(pages).enumerate() {
        let number = i as u32 + 1;
        let mut above = Vec::new();
        let mut below = Vec::new();
        for (_, glyphs) in artifacts {
            let letters: Vec<PlacedLetter> = glyphs
                .iter()
                .map(|glyph| PlacedLetter { page: i as u32, glyph: *glyph, link: None, note: None })
                .collect();
            // What is above the text of the first page names the document, with some things side by side.
            let is_above = |base: f32| base < page.height / 2.0;
            let is_masthead = i == 0
                && letters.first().is_some_and(|letter| letter.glyph.is_upright && is_above(letter.glyph.base));
            let kind = if is_masthead { BlockKind::Masthead } else { BlockKind::Artifact };
            let groups = if is_masthead { side_by_side(&letters) } else { vec![letters.as_slice()] };
            for line in groups.iter().flat_map(|group| lines_of(&compose(group, habits))) {
                let is_above = line.rows.first().is_none_or(|row| is_above(row.base));
                let block = block(&Draft { kind, text: line, ..Draft::default() }, &[], &[], &mut Vec::new());
                if is_above { above.push(block) } else { below.push(block) }
            }
        }
        out.extend(above);
        while let Some(block) = rest.next_if(|block| block.place.is_none_or(|place| place.page <= number)) {
            out.push(block);
        }
        out.extend(below);
    }
    out.extend(rest);
    *blocks = out;
}
