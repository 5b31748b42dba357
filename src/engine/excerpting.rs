//! Finds the pages of the source file that a paragraph is on.

use super::{Excerpt, ExcerptKind, ExcerptPage, ExcerptPiece};
use crate::intake::{self, FileContent};
use crate::model::Span;
use crate::parse::{Parsed, parse_content};
use crate::text::traced::SpanKind;

/// How many bytes are shown before and after a paragraph in a text without pages.
const AROUND: usize = 3000;
/// The largest excerpt in bytes. A paragraph of many pages can be read in the document.
const LARGEST: usize = 100_000;

/// The pages that a paragraph of a document is on; none if the file, read again, does not have it.
pub fn excerpt(name: &str, bytes: &[u8], paragraph: u32) -> Option<Excerpt> {
    let content = intake::sources(name, bytes).next()?.content.ok()?;
    let parsed = parse_content(&content);
    let source = match (&content, &parsed.pages) {
        (FileContent::Text(text) | FileContent::Restored(text), _) => text.as_str(),
        (FileContent::Structured(_), pages) => pages.as_ref().map_or("", |pages| &pages.text),
    };
    let place = place_of(&parsed, paragraph)?;
    let pages = match &parsed.pages {
        Some(pages) if !pages.pages.is_empty() => pages.within(place),
        _ => printed_pages(source, place),
    };
    let mut room = LARGEST;
    let mut drawn = Vec::new();
    for (number, span) in pages {
        room = match room.checked_sub(span.len()) {
            Some(room) => room,
            None if drawn.is_empty() => 0,
            None => break,
        };
        drawn.push(ExcerptPage { number, pieces: pieces(&parsed, source, span, paragraph) });
    }
    Some(Excerpt { file: name.to_owned(), pages: drawn })
}

/// The range of a paragraph in the source text.
fn place_of(parsed: &Parsed, paragraph: u32) -> Option<Span> {
    let mut place: Option<Span> = None;
    for piece in parsed.trace.pieces.iter().filter(|piece| piece.place.is_some_and(|(of, _)| of == paragraph)) {
        let so_far = place.unwrap_or(piece.source);
        place = Some(Span { start: so_far.start.min(piece.source.start), end: so_far.end.max(piece.source.end) });
    }
    place
}

/// The pages around a place, in a text with form feeds between pages; in any other, some text around it.
fn printed_pages(source: &str, place: Span) -> Vec<(Option<u32>, Span)> {
    if !source.contains('\x0c') {
        return vec![(None, around(source, place))];
    }
    let mut start = 0;
    let mut pages = Vec::new();
    for (n, page) in source.split('\x0c').enumerate() {
        let span = Span::new(start, start + page.len());
        start += page.len() + 1;
        if span.overlaps(place) {
            pages.push((Some(n as u32 + 1), span));
        }
    }
    pages
}

/// Whole lines around a place.
fn around(source: &str, place: Span) -> Span {
    let (start, end) = (place.start as usize, place.end as usize);
    let from = source.floor_char_boundary(start.saturating_sub(AROUND));
    let to = source.ceil_char_boundary((end + AROUND).min(source.len()));
    let before = source.get(from..start).unwrap_or_default();
    let after = source.get(end..to).unwrap_or_default();
    let from = if from == 0 { 0 } else { before.find('\n').map_or(from, |line_end| from + line_end + 1) };
    let to = if to == source.len() { to } else { after.rfind('\n').map_or(to, |line_end| end + line_end) };
    Span::new(from, to)
}

/// A page's text in pieces. White space between two pieces of one kind has that kind.
fn pieces(parsed: &Parsed, source: &str, page: Span, paragraph: u32) -> Vec<ExcerptPiece> {
    let mut pieces: Vec<ExcerptPiece> = Vec::new();
    let mut blank = Span { start: page.start, end: page.start };
    let mut push = |text: &str, kind: ExcerptKind| match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.kind == kind => last.text.push_str(text),
        _ => pieces.push(ExcerptPiece { text: text.to_owned(), kind }),
    };
    let mut last = ExcerptKind::Text;
    let mut add = |span: Span, kind: ExcerptKind| {
        if span.of(source).trim().is_empty() {
            blank.end = span.end;
            return;
        }
        push(blank.of(source), if kind == last { kind } else { ExcerptKind::Text });
        push(span.of(source), kind);
        last = kind;
        blank = Span { start: span.end, end: span.end };
    };
    let mut at = page.start;
    let traced = &parsed.trace.pieces;
    let first = traced.partition_point(|piece| piece.source.end <= page.start);
    for (n, piece) in traced.iter().enumerate().skip(first) {
        let span = Span { start: piece.source.start.max(at), end: piece.source.end.min(page.end) };
        if piece.source.start >= page.end {
            break;
        }
        if span.is_empty() {
            continue;
        }
        let is_its = |piece: &crate::parse::Piece| piece.place.is_some_and(|(of, _)| of == paragraph);
        let kind = match piece.kind {
            SpanKind::NoteMark | SpanKind::Note => ExcerptKind::Note,
            SpanKind::Furniture | SpanKind::Link => ExcerptKind::LeftOut,
            // A number belongs to the text after it.
            SpanKind::Number if traced.get(n + 1).is_some_and(is_its) => ExcerptKind::Paragraph,
            _ if is_its(piece) => ExcerptKind::Paragraph,
            SpanKind::Number | SpanKind::Kept | SpanKind::Mended | SpanKind::Masthead => ExcerptKind::Text,
        };
        add(Span { start: at, end: span.start }, ExcerptKind::Text);
        add(span, kind);
        at = span.end;
    }
    add(Span { start: at, end: page.end }, ExcerptKind::Text);
    push(blank.of(source), ExcerptKind::Text);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The General Assembly,\n\n1. Requests the Secretary-General¹ to report;\n\n\
        2. Invites Member States\x0cA/RES/80/1\nto cooperate.\n\n¹ See A/80/2.\n\x0cA/RES/80/1\n3. Decides to meet.\n";

    fn of(text: &str, phrase: &str) -> Excerpt {
        let parsed = crate::parse::parse(text);
        let at = parsed.resolution.paragraphs.iter().position(|paragraph| paragraph.text.starts_with(phrase));
        excerpt("a.txt", text.as_bytes(), at.expect("the paragraph") as u32).expect("an excerpt")
    }

    #[test]
    fn an_excerpt_holds_every_letter_of_its_pages_and_of_no_other() {
        let excerpt = of(TEXT, "Invites");
        let numbers: Vec<_> = excerpt.pages.iter().map(|page| page.number).collect();
        assert_eq!(numbers, [Some(1), Some(2)]);
        let pages = TEXT.split('\x0c');
        for (page, printed) in excerpt.pages.iter().zip(pages) {
            let text: String = page.pieces.iter().map(|piece| piece.text.as_str()).collect();
            assert_eq!(text, printed);
        }
    }

    #[test]
    fn the_paragraph_with_its_number_is_marked_and_what_is_no_part_of_it_is_not() {
        let excerpt = of(TEXT, "Invites");
        let of_kind = |kind: ExcerptKind| -> String {
            let pieces = excerpt.pages.iter().flat_map(|page| &page.pieces);
            pieces.filter(|piece| piece.kind == kind).map(|piece| piece.text.as_str()).collect()
        };
        assert_eq!(of_kind(ExcerptKind::Paragraph), "2. Invites Member Statesto cooperate.");
        assert!(of_kind(ExcerptKind::Note).contains("See A/80/2."), "{excerpt:?}");
        assert_eq!(of_kind(ExcerptKind::LeftOut), "A/RES/80/1");
    }

    #[test]
    fn a_text_without_pages_shows_whole_lines_around_the_paragraph() {
        let filler = "Noting the report of the Secretary-General,\n\n".repeat(400);
        let text =
            format!("The General Assembly,\n\n{filler}1. Requests the Secretary-General to report.\n\n{filler}");
        let excerpt = of(&text, "Requests");
        let page = excerpt.pages.first().expect("a page");
        assert_eq!(page.number, None);
        let shown: String = page.pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert!(shown.len() < 7000, "{}", shown.len());
        assert!(shown.starts_with("Noting") || shown.starts_with('\n'), "{shown}");
        assert!(shown.contains("1. Requests the Secretary-General to report."));
    }
}
