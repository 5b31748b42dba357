//! Word files as small as they can be: a body of our own, and the parts that a test is about.

use dispositif::export::zip::ZipWriter;
use dispositif::intake::blocks::{BlockKind, Structured};
use dispositif::intake::{FileContent, read};

const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml""#;

/// A Word file to be.
#[derive(Default)]
pub struct Word {
    body: String,
    parts: Vec<(&'static str, String)>,
    relations: String,
}

impl Word {
    /// A file with this in its body.
    pub fn new(body: &str) -> Self {
        Self { body: body.to_owned(), ..Self::default() }
    }

    /// With a part such as `numbering`, given without its root element.
    pub fn part(mut self, kind: &'static str, root: &str, content: &str) -> Self {
        let n = self.parts.len();
        let relation = format!(r#"<Relationship Id="part{n}" Type="http://x/{kind}" Target="{kind}.xml"/>"#);
        self.relations.push_str(&relation);
        self.parts.push((kind, format!("<w:{root} {NAMESPACES}>{content}</w:{root}>")));
        self
    }

    /// With automatic numbers.
    pub fn numbering(self, content: &str) -> Self {
        self.part("numbering", "numbering", content)
    }

    /// With styles.
    pub fn styles(self, content: &str) -> Self {
        self.part("styles", "styles", content)
    }

    /// With the address of a link.
    pub fn link(mut self, id: &str, address: &str) -> Self {
        let relation = format!(
            r#"<Relationship Id="{id}" Type="http://x/hyperlink" Target="{address}" TargetMode="External"/>"#
        );
        self.relations.push_str(&relation);
        self
    }

    /// Its bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut zip = ZipWriter::default();
        let package = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#;
        zip.add(
            "_rels/.rels",
            format!(r#"{package}<Relationship Id="a" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>"#)
                .as_bytes(),
        );
        zip.add("word/_rels/document.xml.rels", format!("{package}{}</Relationships>", self.relations).as_bytes());
        let document = format!("<w:document {NAMESPACES}><w:body>{}</w:body></w:document>", self.body);
        zip.add("word/document.xml", document.as_bytes());
        for (kind, content) in &self.parts {
            zip.add(&format!("word/{kind}.xml"), content.as_bytes());
        }
        zip.finish()
    }

    /// What is read from it.
    pub fn read(&self) -> Structured {
        structured("a.docx", &self.bytes())
    }

    /// Its outline.
    pub fn outline(&self) -> Vec<String> {
        outline(&self.read())
    }
}

/// What a file gives that knows its structure.
pub fn structured(name: &str, bytes: &[u8]) -> Structured {
    match read(name, bytes).remove(0).content {
        Ok(FileContent::Structured(structured)) => structured,
        other => panic!("{name}: {other:?}"),
    }
}

/// A line for each block and each note: what it is, its label, its text, with `[mark→note]` at calls.
pub fn outline(structured: &Structured) -> Vec<String> {
    let mut lines = Vec::new();
    for block in &structured.blocks {
        let mut text = block.text.clone();
        for call in block.calls.iter().rev() {
            let mark = call.span.of(&block.text);
            text.replace_range(call.span.range(), &format!("[{mark}→{}]", call.note));
        }
        let kind = match block.kind {
            BlockKind::Paragraph => String::new(),
            BlockKind::Cell { table, row, column } => format!("cell {table}.{row}.{column}: "),
            kind => format!("{kind:?}: ").to_lowercase(),
        };
        let label = block.label.as_deref().map(|label| format!("{label}| ")).unwrap_or_default();
        lines.push(format!("{kind}{label}{text}"));
    }
    lines.extend(structured.notes.iter().map(|note| format!("note {}: {}", note.mark, note.text)));
    lines
}

/// A paragraph with these words.
pub fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

/// A paragraph with these properties and words.
pub fn p_with(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>")
}

/// A paragraph in a list.
pub fn item(list: u32, level: u32, words: &str) -> String {
    p_with(&format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#), words)
}

/// A level of a list: its number, format and pattern.
pub fn level(at: u32, format: &str, pattern: &str) -> String {
    format!(
        r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{pattern}"/></w:lvl>"#
    )
}
