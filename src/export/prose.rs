//! A selection for people to read: Markdown, and self-contained HTML.

use super::markup::{escaped, push_escaped};
use super::pieces::{ParagraphPiece, pieces_found};
use super::selection::{Chosen, Selection, name};
use crate::model::{Footnote, Paragraph, Part, Reference, Resolution};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The notes called in these paragraphs, in the order of the calls.
pub fn notes_of<'a>(chosen: &Chosen<'a>) -> Vec<&'a Footnote> {
    let mut uncalled = notes_by_mark(chosen.document);
    let marks = chosen.paragraphs().flat_map(|paragraph| &paragraph.marks);
    let mut notes: Vec<&Footnote> = marks.filter_map(|mark| uncalled.remove(mark.mark.as_str())).collect();
    if chosen.clauses.is_none() {
        notes.extend(chosen.document.footnotes.iter().filter(|note| note.called_from.is_empty()));
    }
    notes
}

/// The notes of a document by their marks: of several with one mark the first.
pub fn notes_by_mark(document: &Resolution) -> BTreeMap<&str, &Footnote> {
    document.footnotes.iter().rev().map(|note| (note.mark.as_str(), note)).collect()
}

/// A paragraph's number, as printed before its text.
pub fn printed_number(paragraph: &Paragraph) -> String {
    match paragraph.number.as_deref() {
        None => String::new(),
        Some(number) if number.chars().all(char::is_alphanumeric) => [number, "."].concat(),
        Some(number) => number.to_owned(),
    }
}

/// Markdown, with the footnote syntax of most dialects.
pub fn markdown(selection: &Selection<'_>) -> String {
    let mut text = String::new();
    for fact in selection.provenance() {
        let colon = selection.words().colon;
        let _ = writeln!(text, "- **{}**{colon}{}", fact.name, for_markdown(&fact.value));
    }
    for (at, chosen) in selection.documents.iter().enumerate() {
        let document = chosen.document;
        let _ = write!(text, "\n# {}", for_markdown(name(document)));
        if !document.title.is_empty() && !document.symbol.as_str().is_empty() {
            let _ = write!(text, " {}", for_markdown(&document.title));
        }
        text.push('\n');
        // The same mark in two documents refers to two notes.
        let prefix = if selection.documents.len() > 1 { format!("{}-", at + 1) } else { String::new() };
        for (n, paragraph) in chosen.numbered_paragraphs() {
            text.push('\n');
            let is_heading = paragraph.part == Part::Heading && !paragraph.names_the_organ();
            if is_heading {
                text.push_str("## ");
            }
            let indent = usize::from(paragraph.level.saturating_sub(1)).min(8);
            text.extend(std::iter::repeat_n("&emsp;", if is_heading { 0 } else { indent }));
            let number = printed_number(paragraph);
            if !number.is_empty() {
                let _ = write!(text, "{} ", for_markdown(&number));
            }
            let mut is_marked = false;
            for (piece, is_found) in pieces_found(chosen, n, paragraph) {
                push_mark(&mut is_marked, is_found, &mut text);
                match piece {
                    ParagraphPiece::Phrase(words, _) => {
                        let _ = write!(text, "*{}*", for_markdown(words));
                    }
                    ParagraphPiece::Reference(words, reference) if reference.paragraph.is_none() => {
                        let url = Reference::url(&reference.symbol, document.language);
                        let _ = write!(text, "[{}]({url})", for_markdown(words));
                    }
                    ParagraphPiece::Text(words)
                    | ParagraphPiece::Actor(words, _)
                    | ParagraphPiece::Reference(words, _) => {
                        text.push_str(&for_markdown(words));
                    }
                    ParagraphPiece::Mark(mark) => {
                        let _ = write!(text, "[^{prefix}{}]", mark.replace([']', ' ', '*'], "x"));
                    }
                }
            }
            push_mark(&mut is_marked, false, &mut text);
            text.push('\n');
        }
        for note in notes_of(chosen) {
            let mark = note.mark.replace([']', ' ', '*'], "x");
            let _ = write!(text, "\n[^{prefix}{mark}]: {}\n", for_markdown(&note.text));
        }
        if !chosen.url().is_empty() {
            let _ = write!(text, "\n<{}>\n", chosen.url());
        }
    }
    text
}

/// Begins or ends the mark of a clause found. Markdown has none of its own and takes HTML's.
fn push_mark(is_marked: &mut bool, is_found: bool, into: &mut String) {
    if std::mem::replace(is_marked, is_found) != is_found {
        into.push_str(if is_found { "<mark>" } else { "</mark>" });
    }
}

/// Escapes text for Markdown.
fn for_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut at_start = true;
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '&' => escaped.extend(['\\', letter]),
            // At the start of a line these make a list, a heading or a quotation.
            '#' | '+' | '-' if escaped.is_empty() => escaped.extend(['\\', letter]),
            '.' | ')' if at_start => escaped.extend(['\\', letter]),
            '\n' | '\r' => escaped.push(' '),
            _ => escaped.push(letter),
        }
        at_start = at_start && letter.is_ascii_digit();
    }
    escaped
}

const STYLE: &str = "body{font:1rem/1.5 serif;max-width:42rem;margin:2rem auto;padding:0 1rem}\
h1{font-size:1.4rem}h2{font-size:1.1rem}dl{font:.85rem/1.4 sans-serif;display:grid;grid-template-columns:auto 1fr;gap:.1rem 1rem}\
dd{margin:0}.level-2{margin-inline-start:2rem}.level-3{margin-inline-start:4rem}.level-4{margin-inline-start:6rem}\
.notes{font-size:.85rem}";

/// One HTML file without scripts and external resources.
pub fn html(selection: &Selection<'_>) -> String {
    let question = selection.provenance.question.as_str();
    let first = selection.documents.first().map_or("", |chosen| name(chosen.document));
    let title = if question.is_empty() { first } else { question };
    let language = selection.documents.first().map_or("en", |chosen| chosen.document.language.code());
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<dl lang=\"{}\"{}>\n",
        escaped(if title.is_empty() { "Resolution" } else { title }),
        selection.provenance.language.code(),
        if selection.provenance.language.is_right_to_left() { " dir=\"rtl\"" } else { "" },
    );
    for fact in selection.provenance() {
        let _ = writeln!(html, "<dt>{}</dt><dd>{}</dd>", fact.name, escaped(&fact.value));
    }
    html.push_str("</dl>\n");
    for (at, chosen) in selection.documents.iter().enumerate() {
        push_article(chosen, at, &mut html);
    }
    html.push_str("</body>\n</html>\n");
    html
}

fn push_article(chosen: &Chosen<'_>, at: usize, html: &mut String) {
    let document = chosen.document;
    let direction = if document.language.is_right_to_left() { " dir=\"rtl\"" } else { "" };
    let _ = write!(html, "<article lang=\"{}\"{direction}>\n<h1>", document.language.code());
    match chosen.url().as_str() {
        "" => push_escaped(name(document), html),
        url => {
            let _ = write!(html, "<a href=\"{}\">{}</a>", escaped(url), escaped(name(document)));
        }
    }
    if !document.title.is_empty() && !document.symbol.as_str().is_empty() {
        let _ = write!(html, " {}", escaped(&document.title));
    }
    html.push_str("</h1>\n");
    let notes = notes_of(chosen);
    let places: BTreeMap<&str, usize> =
        notes.iter().enumerate().rev().map(|(at, note)| (note.mark.as_str(), at)).collect();
    let place = |mark: &str| places.get(mark).copied();
    let mut called: BTreeSet<usize> = BTreeSet::new();
    for (n, paragraph) in chosen.numbered_paragraphs() {
        let tag = if paragraph.part == Part::Heading && !paragraph.names_the_organ() { "h2" } else { "p" };
        let _ = write!(
            html,
            "<{tag} class=\"level-{}\" id=\"d{at}-{}\">",
            paragraph.level,
            escaped(paragraph.id.as_str())
        );
        let number = printed_number(paragraph);
        if !number.is_empty() {
            let _ = write!(html, "{} ", escaped(&number));
        }
        let mut is_marked = false;
        for (piece, is_found) in pieces_found(chosen, n, paragraph) {
            push_mark(&mut is_marked, is_found, html);
            match piece {
                ParagraphPiece::Phrase(words, _) => {
                    let _ = write!(html, "<em>{}</em>", escaped(words));
                }
                ParagraphPiece::Reference(words, reference) if reference.paragraph.is_none() => {
                    let url = Reference::url(&reference.symbol, document.language);
                    let _ = write!(html, "<a href=\"{}\">{}</a>", escaped(&url), escaped(words));
                }
                ParagraphPiece::Text(words)
                | ParagraphPiece::Actor(words, _)
                | ParagraphPiece::Reference(words, _) => {
                    push_escaped(words, html);
                }
                ParagraphPiece::Mark(mark) => match place(mark) {
                    Some(note) => {
                        // A note may be called twice; its back link leads to the first call.
                        let id = if called.contains(&note) {
                            String::new()
                        } else {
                            format!(" id=\"d{at}-call{note}\"")
                        };
                        called.insert(note);
                        let _ = write!(html, "<sup><a{id} href=\"#d{at}-note{note}\">{}</a></sup>", escaped(mark));
                    }
                    None => {
                        let _ = write!(html, "<sup>{}</sup>", escaped(mark));
                    }
                },
            }
        }
        push_mark(&mut is_marked, false, html);
        let _ = writeln!(html, "</{tag}>");
    }
    if !notes.is_empty() {
        html.push_str("<section class=\"notes\">\n");
        for (i, note) in notes.iter().enumerate() {
            let _ = write!(html, "<p id=\"d{at}-note{i}\">");
            if called.contains(&i) {
                let _ = write!(html, "<a href=\"#d{at}-call{i}\">{}</a> ", escaped(&note.mark));
            } else {
                let _ = write!(html, "{} ", escaped(&note.mark));
            }
            push_escaped(&note.text, html);
            html.push_str("</p>\n");
        }
        html.push_str("</section>\n");
    }
    html.push_str("</article>\n");
}
