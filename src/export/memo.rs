//! A selection as a Word memo: the question, then the paragraphs with their numbers, real footnotes and links, and the
//! citation of each document.
//!
//! Footnotes keep their marks from the document, so that a reader can find them there.

use super::citation::{CitationForm, cite};
use super::markup::{escaped, push_escaped};
use super::pieces::{ParagraphPiece, pieces_found};
use super::prose::{notes_by_mark, printed_number};
use super::selection::{Chosen, Fact, Selection, name};
use super::words::filled;
use super::zip::ZipWriter;
use crate::model::{Footnote, Language, Paragraph, Part, Reference};
use std::collections::BTreeMap;
use std::fmt::Write;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The memo.
pub fn memo(selection: &Selection<'_>) -> Vec<u8> {
    let mut memo = Memo { body: String::new(), notes: String::new(), n_notes: 0, links: BTreeMap::new() };
    let question = selection.provenance.question.as_str();
    let title = match selection.documents.as_slice() {
        _ if !question.is_empty() => question.to_owned(),
        [chosen] => name(chosen.document).to_owned(),
        documents => filled(selection.words().documents, &[&documents.len().to_string()]),
    };
    memo.push_styled("Title", &title);
    let direction = direction(selection.provenance.language);
    for Fact { key, name, value } in selection.provenance() {
        let _ = write!(memo.body, "<w:p><w:pPr><w:pStyle w:val=\"Provenance\"/>{direction}</w:pPr>");
        memo.push_run(&[name, selection.words().colon].concat(), "<w:b/>");
        if key == "link" {
            memo.push_link(&value, &value);
        } else {
            memo.push_run(&value, "");
        }
        memo.body.push_str("</w:p>");
    }
    for chosen in &selection.documents {
        memo.document(chosen);
    }
    memo.finish(&title, &selection.provenance.at)
}

struct Memo {
    body: String,
    notes: String,
    n_notes: u32,
    /// The addresses of links, by number.
    links: BTreeMap<String, usize>,
}

impl Memo {
    fn document(&mut self, chosen: &Chosen<'_>) {
        let document = chosen.document;
        let heading = if document.title.is_empty() || document.symbol.as_str().is_empty() {
            name(document).to_owned()
        } else {
            [document.symbol.as_str(), " ", &document.title].concat()
        };
        self.push_styled("Heading1", &heading);
        // A note is written at its first call.
        let mut notes = notes_by_mark(document);
        for (at, paragraph) in chosen.numbered_paragraphs() {
            self.paragraph(chosen, (at, paragraph), &mut notes);
        }
        let citation = cite(CitationForm::Oscola, document, None);
        self.body.push_str("<w:p><w:pPr><w:pStyle w:val=\"Citation\"/></w:pPr>");
        match chosen.url().as_str() {
            "" => self.push_run(&citation, ""),
            url => self.push_link(&citation, url),
        }
        self.body.push_str("</w:p>");
    }

    fn paragraph<'a>(
        &mut self,
        chosen: &Chosen<'a>,
        (at, paragraph): (usize, &'a Paragraph),
        notes: &mut BTreeMap<&'a str, &'a Footnote>,
    ) {
        let is_heading = paragraph.part == Part::Heading && !paragraph.names_the_organ();
        let style = if is_heading { "Heading2" } else { "BodyText" };
        let indent = u32::from(paragraph.level.saturating_sub(1)) * 567;
        let direction = direction(chosen.document.language);
        let _ = write!(
            self.body,
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{direction}<w:ind w:left=\"{indent}\"/></w:pPr>"
        );
        let number = printed_number(paragraph);
        if !number.is_empty() {
            self.push_run(&[number.as_str(), " "].concat(), "");
        }
        for (piece, is_found) in pieces_found(chosen, at, paragraph) {
            let bold = if is_found { "<w:b/>" } else { "" };
            match piece {
                ParagraphPiece::Phrase(words, _) => self.push_run(words, &[bold, "<w:i/>"].concat()),
                ParagraphPiece::Reference(words, reference) if reference.paragraph.is_none() => {
                    self.push_link(words, &Reference::url(&reference.symbol, chosen.document.language));
                }
                ParagraphPiece::Text(words)
                | ParagraphPiece::Actor(words, _)
                | ParagraphPiece::Reference(words, _) => {
                    self.push_run(words, bold);
                }
                ParagraphPiece::Mark(mark) => match notes.remove(mark) {
                    Some(note) => self.push_note(note),
                    // Called again, or missing.
                    None => self.push_run(mark, "<w:vertAlign w:val=\"superscript\"/>"),
                },
            }
        }
        self.body.push_str("</w:p>");
    }

    fn push_styled(&mut self, style: &str, text: &str) {
        let _ = write!(self.body, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");
        self.push_run(text, "");
        self.body.push_str("</w:p>");
    }

    fn push_run(&mut self, text: &str, properties: &str) {
        push_run(&mut self.body, text, properties);
    }

    fn push_link(&mut self, text: &str, address: &str) {
        if !address.starts_with("http") {
            self.push_run(text, "");
            return;
        }
        let next = self.links.len();
        let at = *self.links.entry(address.to_owned()).or_insert(next);
        let _ = write!(self.body, "<w:hyperlink r:id=\"link{at}\">");
        self.push_run(text, "<w:rStyle w:val=\"Hyperlink\"/>");
        self.body.push_str("</w:hyperlink>");
    }

    fn push_note(&mut self, note: &Footnote) {
        self.n_notes += 1;
        let id = self.n_notes;
        let mark = escaped(&note.mark);
        let _ = write!(
            self.body,
            "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"{id}\"/><w:t>{mark}</w:t></w:r>"
        );
        let _ = write!(
            self.notes,
            "<w:footnote w:id=\"{id}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:t>{mark}</w:t></w:r>"
        );
        push_run(&mut self.notes, &[" ", &note.text].concat(), "");
        self.notes.push_str("</w:p></w:footnote>");
    }

    fn finish(self, title: &str, at: &str) -> Vec<u8> {
        let mut zip = ZipWriter::default();
        let types = "application/vnd.openxmlformats-officedocument.wordprocessingml";
        let content_types = format!(
            "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{types}.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{types}.styles+xml\"/><Override PartName=\"/word/settings.xml\" ContentType=\"{types}.settings+xml\"/><Override PartName=\"/word/footnotes.xml\" ContentType=\"{types}.footnotes+xml\"/><Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"
        );
        zip.add("[Content_Types].xml", content_types.as_bytes());
        let package = format!(
            "{HEAD}<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
        );
        zip.add("_rels/.rels", package.as_bytes());
        let mut links = format!(
            "{HEAD}<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"styles\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/><Relationship Id=\"notes\" Type=\"{OFFICE}/footnotes\" Target=\"footnotes.xml\"/><Relationship Id=\"settings\" Type=\"{OFFICE}/settings\" Target=\"settings.xml\"/>"
        );
        let mut addresses: Vec<(&String, &usize)> = self.links.iter().collect();
        addresses.sort_by_key(|(_, at)| **at);
        for (address, i) in addresses {
            let _ = write!(
                links,
                "<Relationship Id=\"link{i}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
                escaped(address)
            );
        }
        links.push_str("</Relationships>");
        zip.add("word/_rels/document.xml.rels", links.as_bytes());
        let document = format!(
            "{HEAD}<w:document xmlns:w=\"{WORD}\" xmlns:r=\"{OFFICE}\"><w:body>{}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1418\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
            self.body
        );
        zip.add("word/document.xml", document.as_bytes());
        let notes = format!(
            "{HEAD}<w:footnotes xmlns:w=\"{WORD}\"><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>{}</w:footnotes>",
            self.notes
        );
        zip.add("word/footnotes.xml", notes.as_bytes());
        let settings = format!(
            "{HEAD}<w:settings xmlns:w=\"{WORD}\"><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr></w:settings>"
        );
        zip.add("word/settings.xml", settings.as_bytes());
        zip.add("word/styles.xml", styles().as_bytes());
        let created = if at.len() >= 20 {
            at.to_owned()
        } else {
            [at.get(..10).unwrap_or("2000-01-01"), "T00:00:00Z"].concat()
        };
        let core = format!(
            "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dcterms:created xsi:type=\"dcterms:W3CDTF\">{}</dcterms:created></cp:coreProperties>",
            escaped(title),
            escaped(&created)
        );
        zip.add("docProps/core.xml", core.as_bytes());
        zip.finish()
    }
}

fn direction(language: Language) -> &'static str {
    if language.is_right_to_left() { "<w:bidi/>" } else { "" }
}

fn push_run(into: &mut String, text: &str, properties: &str) {
    into.push_str("<w:r>");
    if !properties.is_empty() {
        let _ = write!(into, "<w:rPr>{properties}</w:rPr>");
    }
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            into.push_str("<w:br/>");
        }
        into.push_str("<w:t xml:space=\"preserve\">");
        push_escaped(line, into);
        into.push_str("</w:t>");
    }
    into.push_str("</w:r>");
}

fn styles() -> String {
    let style = |id: &str, name: &str, paragraph: &str, run: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )
    };
    let space = "<w:spacing w:before=\"240\" w:after=\"120\"/>";
    let outline = |level: u8| format!("<w:keepNext/>{space}<w:outlineLvl w:val=\"{level}\"/>");
    [
        HEAD,
        "<w:styles xmlns:w=\"",
        WORD,
        "\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"22\"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>",
        &style("Title", "Title", space, "<w:b/><w:sz w:val=\"32\"/>"),
        &style("Heading1", "heading 1", &outline(0), "<w:b/><w:sz w:val=\"26\"/>"),
        &style("Heading2", "heading 2", &outline(1), "<w:b/>"),
        &style("BodyText", "Body Text", "<w:spacing w:after=\"120\"/>", ""),
        &style("Provenance", "Provenance", "", "<w:sz w:val=\"18\"/>"),
        &style("Citation", "Citation", space, "<w:sz w:val=\"20\"/>"),
        &style("FootnoteText", "footnote text", "", "<w:sz w:val=\"18\"/>"),
        "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style><w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\"0563C1\"/><w:u w:val=\"single\"/></w:rPr></w:style></w:styles>",
    ]
    .concat()
}
