//! A document as plain HTML, which is shown before the explorer starts and where it cannot. Links to paragraphs work there
//! too.

use super::markup::push_escaped;
use super::metadata::DocumentFacts;
use crate::model::{Paragraph, Part, Resolution, Span};
use std::fmt::Write;

/// The document's title and text as HTML, without scripts, styles or external addresses.
pub fn fragment(resolution: &Resolution) -> String {
    let mut html = format!("<article lang=\"{}\">\n", resolution.language.code());
    html.push_str("<p class=\"symbol\">");
    push_escaped(resolution.symbol.as_str(), &mut html);
    html.push_str("</p>\n<h1>");
    push_escaped(&resolution.title, &mut html);
    html.push_str("</h1>\n");
    for paragraph in &resolution.paragraphs {
        write_paragraph(paragraph, &mut html);
    }
    if !resolution.footnotes.is_empty() {
        html.push_str("<ol class=\"notes\">\n");
        for note in &resolution.footnotes {
            html.push_str("<li>");
            push_escaped(&note.text, &mut html);
            html.push_str("</li>\n");
        }
        html.push_str("</ol>\n");
    }
    html.push_str("</article>\n");
    html
}

/// The elements for the head of the page as it is served. The page replaces them when it shows another document, and finds
/// them by their attribute.
pub fn head(resolution: &Resolution, body: &str) -> String {
    let Resolution { title, symbol, adopted, language, .. } = resolution;
    let described = DocumentFacts { title, symbol, body, adopted: *adopted, language: *language };
    let mut html = String::new();
    for (name, value) in described.pairs() {
        let _ = write!(html, "<meta name=\"{name}\" content=\"");
        push_escaped(&value, &mut html);
        html.push_str("\" data-of-document>\n");
    }
    let _ = writeln!(html, "<script type=\"application/ld+json\" data-of-document>{}</script>", described.json());
    html
}

fn write_paragraph(paragraph: &Paragraph, html: &mut String) {
    let tag = if paragraph.part == Part::Heading && !paragraph.names_the_organ() { "h2" } else { "p" };
    // Writing to a string cannot fail.
    let _ = write!(html, "<{tag} id=\"");
    push_escaped(paragraph.id.as_str(), html);
    let _ = write!(html, "\" class=\"{} level-{}\">", paragraph.part.key(), paragraph.level);
    if let Some(number) = &paragraph.number {
        push_escaped(number, html);
        html.push_str(if number.ends_with(')') { " " } else { ". " });
    }
    let mut at = 0;
    let mut marks = paragraph.marks.iter().peekable();
    let mut phrases = paragraph.clauses.iter().map(|clause| clause.phrase);
    let mut next = phrases.next();
    // Marks and phrases never overlap: a mark follows a word, a phrase starts with one.
    loop {
        let mark_at = marks.peek().map_or(u32::MAX, |mark| mark.at);
        match next {
            Some(phrase) if phrase.start < mark_at => {
                push_escaped(Span { start: at, end: phrase.start }.of(&paragraph.text), html);
                html.push_str("<em>");
                push_escaped(phrase.of(&paragraph.text), html);
                html.push_str("</em>");
                at = phrase.end;
                next = phrases.next();
            }
            _ => {
                let Some(mark) = marks.next() else { break };
                push_escaped(Span { start: at, end: mark.at }.of(&paragraph.text), html);
                html.push_str("<sup>");
                push_escaped(&mark.mark, html);
                html.push_str("</sup>");
                at = mark.at;
            }
        }
    }
    push_escaped(Span { start: at, end: paragraph.text.len() as u32 }.of(&paragraph.text), html);
    let _ = writeln!(html, "</{tag}>");
}
