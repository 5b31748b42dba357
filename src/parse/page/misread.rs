//! Repairs letters that differ from the printed ones: “SecrÃ©taire” is «Secrétaire» read in the wrong encoding,
//! “Reaﬃrms” has three letters in one sign, «cсылаясь» a Latin letter ([`super::look_alikes`]).
//!
//! So are the marks of quotation that mail and Markdown put before each line ([`super::quotes`]), and those of Markdown's headings.
//!
//! They are repaired before anything else, since no word would be recognized. Each repaired word is recorded with its original,
//! and the trace refers to the original source.

use super::look_alikes::look_alikes;
use super::markup::heading_marks;
use super::quotes::quote_marks;
use super::turned_ligatures::turned_ligatures;
use super::verb_heads::verb_heads;
use crate::intake::windows1252_byte;
use crate::model::{Language, Mend, Resolution, Span};
use crate::parse::trace::{Piece, Trace};
use crate::text::traced::SpanKind;

/// A source put right.
pub struct Repaired {
    /// Its text.
    pub text: String,
    repairs: Vec<Repair>,
}

/// Some letters put right.
#[derive(Clone, Copy)]
struct Repair {
    /// In the text.
    now: Span,
    /// In the source.
    was: Span,
    /// Whether the paragraph keeps what the source has: only its reading needs the other letters.
    is_for_reading: bool,
}

/// The source put right; `None` if nothing in it is misread, as in nearly all.
pub fn repaired(source: &str, language: Language) -> Option<Repaired> {
    let is_misread = source.contains('Ã') || source.contains('Â') || source.contains("â€") || source.contains("Å“");
    // No word has letters of both scripts.
    let mut exchanges = look_alikes(source);
    exchanges.extend(turned_ligatures(source));
    exchanges.sort_unstable();
    let quotes = quote_marks(source);
    let headings = heading_marks(source);
    let heads = verb_heads(source, language);
    let is_plain = exchanges.is_empty() && quotes.is_empty() && headings.is_empty() && heads.is_empty();
    if !is_misread && is_plain && !has_ligatures(source) {
        return None;
    }
    let mut text = String::with_capacity(source.len());
    let mut repairs = Vec::new();
    let mut at = 0;
    let mut has_misread = false;
    let mut exchanges = exchanges.into_iter().peekable();
    let mut quotes = quotes.into_iter().peekable();
    let mut headings = headings.into_iter().peekable();
    let mut heads = heads.into_iter().peekable();
    while let Some(letter) = source.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = source.get(at..).unwrap_or_default();
        let found = ligature(letter).map(|letters| (letter.len_utf8(), letters.to_owned()));
        let twin = exchanges.next_if(|exchange| exchange.0 == at);
        let found = found.or_else(|| twin.map(|exchange| (letter.len_utf8(), exchange.1.to_string())));
        let is_quote_mark = quotes.next_if_eq(&at).is_some();
        let found = found.or_else(|| is_quote_mark.then(|| (1, " ".to_owned())));
        let mark = headings.next_if(|(start, ..)| *start == at);
        let found = found.or_else(|| mark.map(|(_, length, with)| (length, with.to_owned())));
        let head = heads.next_if(|(start, ..)| *start == at).map(|(_, length, read)| (length, read));
        let is_for_reading = found.is_none() && head.is_some();
        let found = found.or(head);
        let found = found.or_else(|| misread(rest).inspect(|_| has_misread = true));
        // «Ã  agir»: the other half of «à» looks like a blank and became one.
        let found = found.or_else(|| (has_misread && rest.starts_with("Ã ")).then(|| ("Ã ".len(), "à".to_owned())));
        let Some((length, letters)) = found else {
            text.push(letter);
            at += letter.len_utf8();
            continue;
        };
        let start = text.len();
        text.push_str(&letters);
        repairs.push(Repair { now: Span::new(start, text.len()), was: Span::new(at, at + length), is_for_reading });
        at += length;
    }
    (!repairs.is_empty()).then_some(Repaired { text, repairs })
}

/// Whether a source has signs for several letters. Hardly any text has a byte that they begin with, which is found fast.
fn has_ligatures(source: &str) -> bool {
    const FIRST_BYTE: u8 = 0xef;
    source.as_bytes().contains(&FIRST_BYTE) && source.contains(|letter| ligature(letter).is_some())
}

/// The letters of a sign that typesetters set for several.
fn ligature(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        _ => return None,
    })
}

/// The letter that a text begins with where UTF-8 was read as Windows-1252: how many bytes it takes now, and what it is.
fn misread(text: &str) -> Option<(usize, String)> {
    let n_letters = match text.chars().next()? {
        'Ã' | 'Â' | 'Å' => 2,
        'â' => 3,
        _ => return None,
    };
    let letters: String = text.chars().take(n_letters).collect();
    let bytes: Option<Vec<u8>> = letters.chars().map(windows1252_byte).collect();
    let read = String::from_utf8(bytes?).ok()?;
    let mut found = read.chars();
    let letter = found.next()?;
    // What a text may well have: letters, and marks as «…» and “’”.
    let may_be = letter.is_alphabetic()
        || matches!(
            letter,
            '\u{a0}' | '«' | '»' | '°' | '·' | '§' | '²' | '³' | '\u{2010}'..='\u{2026}' | '\u{202f}' | '€'
        );
    (may_be && found.next().is_none()).then_some((letters.len(), read))
}

impl Repaired {
    /// Records what was mended in the paragraphs, and makes the trace speak of the source.
    pub fn put_back(&self, source: &str, resolution: &mut Resolution, trace: &mut Trace) {
        self.record(source, resolution, trace);
        let pieces = std::mem::take(&mut trace.pieces);
        let left_out = self.blanks_left_out(&pieces);
        for piece in pieces {
            if piece.kind == SpanKind::Kept {
                self.split(&piece, &mut trace.pieces);
            } else {
                trace.pieces.push(Piece { source: self.in_source(piece.source), ..piece });
            }
        }
        if !left_out.is_empty() {
            trace.pieces.extend(left_out);
            trace.settle();
        }
    }

    /// The letters that were put right to a blank where no text keeps one, as at the end of a line: a blank needs no
    /// piece, but «Â» is none.
    fn blanks_left_out(&self, pieces: &[Piece]) -> Vec<Piece> {
        let is_left_out = |repair: &&Repair| {
            let n_before = pieces.partition_point(|piece| piece.source.start <= repair.now.start);
            let before = n_before.checked_sub(1).and_then(|last| pieces.get(last));
            repair.now.of(&self.text).trim().is_empty()
                && before.is_none_or(|piece| piece.source.end <= repair.now.start)
        };
        let left_out = self.repairs.iter().filter(is_left_out);
        left_out.map(|repair| Piece { source: repair.was, kind: SpanKind::Mended, place: None }).collect()
    }

    /// Stretches that the text keeps from the source, and the mends between them.
    fn split(&self, piece: &Piece, into: &mut Vec<Piece>) {
        let Span { start, end } = piece.source;
        let mut push = |from: u32, to: u32, kind: SpanKind| {
            let source = self.in_source(Span { start: from, end: to });
            let place = piece.place.map(|(number, at)| (number, at + from - start));
            if !source.is_empty() {
                into.push(Piece { source, kind, place });
            }
        };
        let first = self.repairs.partition_point(|repair| repair.now.end <= start);
        let mut at = start;
        for repair in self.repairs.iter().skip(first).take_while(|repair| repair.now.start < end) {
            let (from, to) = (repair.now.start.max(start), repair.now.end.min(end));
            push(at, from, SpanKind::Kept);
            push(from, to, SpanKind::Mended);
            at = to;
        }
        push(at, end, SpanKind::Kept);
    }

    fn record(&self, source: &str, resolution: &mut Resolution, trace: &Trace) {
        let mut repairs = self.repairs.iter().peekable();
        for piece in trace.pieces.iter().filter(|piece| piece.kind == SpanKind::Kept) {
            while repairs.next_if(|repair| repair.now.start < piece.source.start).is_some() {}
            let Some((number, at)) = piece.place else { continue };
            let Some(paragraph) = resolution.paragraphs.get_mut(number as usize) else { continue };
            let mut last_end = 0;
            while let Some(repair) = repairs.next_if(|repair| repair.now.end <= piece.source.end) {
                if repair.is_for_reading {
                    let start = (at + repair.now.start - piece.source.start) as usize;
                    let (kept, range) = (repair.was.of(source), start..start + repair.now.len());
                    let is_letter = kept.len() == range.len() && paragraph.text.get(range.clone()).is_some();
                    if is_letter && kept.starts_with(char::is_lowercase) {
                        paragraph.text.replace_range(range, kept);
                    }
                    continue;
                }
                if repair.now.start < last_end {
                    continue;
                }
                let word = word_about(&self.text, repair.now, piece.source);
                last_end = word.end;
                let start = at + word.start - piece.source.start;
                let span = Span { start, end: start + word.len() as u32 };
                // What the tidying mended already says what it was. Mends are in order, so one that overlaps is next to it.
                let place = paragraph.mends.partition_point(|mend| mend.span < span);
                let near = paragraph.mends.get(place.saturating_sub(1)..).unwrap_or_default().iter().take(2);
                let is_mended = near.into_iter().any(|mend| mend.span.overlaps(span));
                if span.of(&paragraph.text) == word.of(&self.text) && !is_mended {
                    let was = self.in_source(word).of(source).to_owned();
                    paragraph.mends.insert(place, Mend { span, was });
                }
            }
        }
    }

    /// Where a stretch of the text is in the source.
    fn in_source(&self, span: Span) -> Span {
        Span { start: self.place(span.start), end: self.place(span.end) }
    }

    fn place(&self, at: u32) -> u32 {
        let before = self.repairs.partition_point(|repair| repair.now.start < at);
        match before.checked_sub(1).and_then(|last| self.repairs.get(last)) {
            None => at,
            // A place among the letters of one sign is behind it.
            Some(repair) => repair.was.end + at.saturating_sub(repair.now.end),
        }
    }
}

/// The word that some letters belong to, within a stretch of the text.
fn word_about(text: &str, letters: Span, within: Span) -> Span {
    let before = Span { start: within.start, end: letters.start }.of(text);
    let after = Span { start: letters.end, end: within.end }.of(text);
    let is_blank = |letter: char| letter.is_whitespace();
    let n_before = before.len() - before.rfind(is_blank).map_or(0, |at| at + 1).min(before.len());
    let n_after = after.find(is_blank).unwrap_or(after.len());
    let start = letters.start - n_before as u32;
    if text.is_char_boundary(start as usize) { Span { start, end: letters.end + n_after as u32 } } else { letters }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::parse;

    #[test]
    fn a_text_read_in_the_wrong_encoding_is_put_right_and_recorded() {
        let source = "Lâ€™AssemblÃ©e gÃ©nÃ©rale,\n\nRappelant sa rÃ©solution 79/1 du 2 dÃ©cembre 2024,\n\n\
                      1. Prie le SecrÃ©taire gÃ©nÃ©ral dâ€™agir et de veiller Ã  la suite.";
        let parsed = parse(source);
        let paragraph = parsed.resolution.paragraphs.last().unwrap();
        assert_eq!(paragraph.text, "Prie le Secrétaire général d’agir et de veiller à la suite.");
        let was: Vec<&str> = paragraph.mends.iter().map(|mend| mend.was.as_str()).collect();
        assert_eq!(was, ["SecrÃ©taire", "gÃ©nÃ©ral", "dâ€™agir", "Ã "]);
        assert_eq!(parsed.trace.faults(source), []);
    }

    #[test]
    fn a_space_read_in_the_wrong_encoding_is_accounted_for_wherever_it_is() {
        for source in [
            "â€¯",
            "Â\u{a0}\n1. Prie l’OfficeÂ\u{a0}\nâ€¯de veiller Â\u{a0}Â\u{a0};â€¯",
            "____\nâ€¯1 Voir.Â\u{a0}\n\n",
        ] {
            assert_eq!(parse(source).trace.faults(source), [], "{source}");
        }
    }

    #[test]
    fn ligatures_are_separated_and_recorded() {
        let source = "The General Assembly,\n\nReaﬃrming the ﬂag,\n\n1. Requests the Oﬃce to con\u{fb01}rm it.";
        let parsed = parse(source);
        let paragraph = parsed.resolution.paragraphs.last().unwrap();
        assert_eq!(paragraph.text, "Requests the Office to confirm it.");
        let was: Vec<&str> = paragraph.mends.iter().map(|mend| mend.was.as_str()).collect();
        assert_eq!(was, ["Oﬃce", "con\u{fb01}rm"]);
        assert_eq!(parsed.trace.faults(source), []);
    }

    #[test]
    fn letters_that_a_language_has_are_left() {
        for text in ["QUALITÉ» et Âge, Ã, São Tomé, Ångström", "«À l’Île», “Â” and câble"] {
            assert!(repaired(text, Language::French).is_none(), "{text}");
        }
    }
}
