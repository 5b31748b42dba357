//! Loads labelled documents from several formats.

use serde_json::Value;
use std::path::{Path, PathBuf};

/// The labels of a document, made by a person, from the printed page or by a model.
#[derive(Debug, Default)]
pub struct Labelled {
    pub paragraphs: Vec<Labels>,
    pub symbol: Option<String>,
    pub title: Option<String>,
    /// The date of adoption in ISO 8601, if the masthead has it.
    pub adopted: Option<String>,
    /// Whether a model made the labels: a score on them is agreement, not accuracy.
    pub silver: bool,
    /// Whether a person labelled every clause, with its addressees whatever its class.
    pub by_hand: bool,
}

/// The labels of one paragraph. Absent ones were not labelled.
#[derive(Debug, Default)]
pub struct Labels {
    pub text: String,
    /// Its kind: `frontmatter`, `title`, `paragraph`, `heading`, `backmatter`.
    pub kind: Option<String>,
    /// Its number, if separate from the text.
    pub prefix: Option<String>,
    pub part: Option<LabelledPart>,
    pub level: Option<u8>,
    /// The phrase in italics.
    pub phrase: Option<String>,
    /// The first verb, as printed.
    pub verb: Option<String>,
    pub clauses: Option<Vec<ClauseLabels>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelledPart {
    Preamble,
    Operative,
}

#[derive(Debug)]
pub struct ClauseLabels {
    pub phrase: String,
    pub class: String,
    /// The words of the assignees.
    pub assignees: Vec<String>,
    /// The words of optional assignees.
    pub may_be_assigned: Vec<String>,
    /// Whether the clause is optional.
    pub optional: bool,
}

impl Labelled {
    /// A text made from the labels, one paragraph per line, for documents without one.
    pub fn composed(&self) -> String {
        let lines: Vec<String> = self
            .paragraphs
            .iter()
            .map(|labels| match &labels.prefix {
                Some(prefix) => format!("{prefix} {}", labels.text),
                None => labels.text.clone(),
            })
            .collect();
        lines.join("\n\n")
    }
}

/// The labelled documents of a folder, sorted.
pub fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    files_ending(folder, ".gold.json")
}

/// The files of a folder with this suffix, sorted.
pub fn files_ending(folder: &Path, ending: &str) -> std::io::Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .collect();
    files.sort();
    Ok(files)
}

/// The PDF beside a labelled file, or in a folder of texts under the same name.
pub fn pdf_beside(file: &Path, texts: Option<&Path>) -> Option<PathBuf> {
    let name = file.file_name()?.to_str()?.strip_suffix(".gold.json")?;
    let path = texts.or_else(|| file.parent())?.join(format!("{name}.pdf"));
    path.is_file().then_some(path)
}

/// The text that is beside a labelled file, or in a folder of texts under the same name.
pub fn text_beside(file: &Path, texts: Option<&Path>) -> Option<String> {
    let name = file.file_name()?.to_str()?.strip_suffix(".gold.json")?;
    let folder = texts.or_else(|| file.parent())?;
    let bytes = std::fs::read(folder.join(format!("{name}.txt"))).ok()?;
    dispositif::intake::text_of(&bytes).ok()
}

/// Reads labels in any known format.
pub fn read(bytes: &[u8]) -> Option<Labelled> {
    let value: Value = serde_json::from_slice(bytes).ok()?;
    let paragraphs = value.get("paragraphs").unwrap_or(&value).as_array()?;
    let silver = paragraphs.iter().any(|paragraph| paragraph.get("clauses").is_some());
    let paragraphs: Vec<Labels> = paragraphs.iter().map(labels).collect();
    let text = |key: &str| Some(value.get(key)?.as_str()?.to_owned()).filter(|text| !text.is_empty());
    let adopted = paragraphs.iter().find_map(|label| {
        let (_, date) = label.text.split_once("adopted by the General Assembly on ")?;
        (label.kind.as_deref() == Some("frontmatter")).then(|| iso(date)).flatten()
    });
    Some(Labelled { symbol: text("symbol"), title: text("title"), adopted, paragraphs, silver, by_hand: false })
}

/// Converts “29 September 2023” to ISO 8601.
fn iso(date: &str) -> Option<String> {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let mut words = date.split_whitespace();
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    let month = MONTHS.find(month.get(..3)?)? / 3 + 1;
    Some(format!("{year}-{month:02}-{:02}", day.parse::<u8>().ok()?))
}

fn labels(value: &Value) -> Labels {
    let text =
        |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned).filter(|text| !text.is_empty());
    let part = ["part", "paragraph_type", "type"].into_iter().find_map(|key| match value.get(key)?.as_str()? {
        "preambular" => Some(LabelledPart::Preamble),
        "operative" => Some(LabelledPart::Operative),
        _ => None,
    });
    Labels {
        text: text("text").unwrap_or_default(),
        kind: text("type"),
        prefix: text("prefix"),
        part,
        level: value.get("paragraph_level").and_then(|level| {
            level.as_u64().or_else(|| level.as_str()?.parse().ok()).and_then(|level| u8::try_from(level).ok())
        }),
        phrase: text("phrase"),
        verb: text("action_verb"),
        clauses: value
            .get("clauses")
            .and_then(Value::as_array)
            .map(|clauses| clauses.iter().filter_map(clause).collect()),
    }
}

fn clause(value: &Value) -> Option<ClauseLabels> {
    let assignees = value.get("assignees").and_then(Value::as_array);
    let words = |assignee: &Value| {
        let words = assignee.as_str().or_else(|| assignee.get("assignee")?.as_str())?;
        (!words.is_empty()).then(|| words.to_owned())
    };
    Some(ClauseLabels {
        // A clause without a phrase continues from a paragraph above, or promises: “We will repair …”.
        phrase: value.get("phrase")?.as_str().unwrap_or_default().to_owned(),
        class: value.get("class").and_then(Value::as_str).unwrap_or_default().to_owned(),
        assignees: assignees.map(|all| all.iter().filter_map(words).collect()).unwrap_or_default(),
        may_be_assigned: Vec::new(),
        optional: value.get("phrase")?.is_null(),
    })
}
