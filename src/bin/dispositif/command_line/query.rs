//! `dispositif query`: prints the matching clauses of a document and the facet counts.

use crate::command_line::speech::{Sentence, Speech};
use dispositif::intake::FileContent;
use dispositif::model::{ActorId, DocumentId, Glossary, Language, Resolution, TopicId, VerbId};
use dispositif::parse::parse_content;
use dispositif::query::{
    Answer, Choice, Expression, Facet, Index, Query, Question, Refused, RoleScope, Scope, Segment, TextMatches,
    TopicScope, Value, expression,
};
use std::fmt::Write;
use std::path::PathBuf;

/// The arguments of `dispositif query`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A document: PDF, Word, OpenDocument, HTML, Akoma Ntoso or text, or a zip of these.
    file: PathBuf,
    #[command(flatten)]
    asked: QueryArguments,
}

/// The question. Values of one option are alternatives; different options are combined with “and”.
#[derive(Debug, clap::Args)]
pub struct QueryArguments {
    /// An addressee's id (`unodc`, `member-states`). A leading `!` excludes the value; this holds for every option.
    #[arg(long, value_name = "ACTOR")]
    addressee: Vec<String>,
    /// The id of an actor in any role.
    #[arg(long, value_name = "ACTOR", conflicts_with = "addressee")]
    actor: Vec<String>,
    /// A verb's lemma (`prier`, `prier instamment`).
    #[arg(long)]
    verb: Vec<String>,
    /// A class of action: directive, deciding, reinforcing, evaluative, observing.
    #[arg(long)]
    class: Vec<String>,
    /// A topic's id (`technical-assistance`).
    #[arg(long)]
    topic: Vec<String>,
    /// Count only the main topics of a clause: no examples, aims or conditions.
    #[arg(long)]
    main_topics: bool,
    /// A part: preamble or operative.
    #[arg(long)]
    part: Vec<String>,
    /// A search: `preuve "droits de l'homme" terror* -prison`, or a regular expression: `/prie .* rapport/`.
    #[arg(long, default_value = "", allow_hyphen_values = true)]
    text: String,
}

impl QueryArguments {
    /// Each option with its facet and its values.
    fn options(&self) -> [(&'static str, Facet, &[String]); 6] {
        [
            ("addressee", Facet::Actor, &self.addressee),
            ("actor", Facet::Actor, &self.actor),
            ("verb", Facet::Action, &self.verb),
            ("class", Facet::Action, &self.class),
            ("topic", Facet::Topic, &self.topic),
            ("part", Facet::Part, &self.part),
        ]
    }
}

/// Evaluates the question on each document of the file and prints the answers.
pub fn run(arguments: &Arguments, speech: Speech) -> Result<(), Sentence> {
    for content in speech.read_file(&arguments.file)? {
        ask(arguments, &content, speech)?;
    }
    Ok(())
}

/// Evaluates the question on one document and prints the answer.
fn ask(arguments: &Arguments, content: &FileContent, speech: Speech) -> Result<(), Sentence> {
    let parsed = parse_content(content);
    let document = parsed.resolution;
    let id = DocumentId::bundled(&document.symbol, document.language);
    let index = Index::of(Segment::new([(id.clone(), &document)], &parsed.glossary));
    let query = question(&arguments.asked, &index, speech)?;
    let found = find(&query.text, &index, &[(&id, &document)]).map_err(|_| speech.unfinished(&query.text))?;
    let answer = index.ask(Question { query: &query, scope: &Scope::Library, text: found.as_ref() });
    let mut out = String::new();
    write_clauses(&mut out, &document, &answer);
    let _ = writeln!(out, "{}", speech.found(answer.n_clauses, answer.n_paragraphs));
    write_counts(&mut out, &parsed.glossary, &index, &answer, speech.0);
    speech.print(out)?;
    Ok(())
}

/// The clauses that match the search text: words, or a regular expression.
pub fn find(
    typed: &str,
    index: &Index,
    documents: &[(&DocumentId, &Resolution)],
) -> Result<Option<TextMatches>, Refused> {
    let Some(expression) = expression(typed) else { return Ok(index.find(typed, index.last_word(typed))) };
    let expression = Expression::new(expression)?;
    let mut clauses = Vec::new();
    for (id, document) in documents {
        clauses.push((*id, expression.clauses(document)?));
    }
    Ok(Some(TextMatches::of_documents(index, clauses.iter().map(|(id, clauses)| (*id, &**clauses)))))
}

/// The question of the options, with values checked against the index.
pub fn question(asked: &QueryArguments, index: &Index, speech: Speech) -> Result<Query, Sentence> {
    let role = if asked.actor.is_empty() { RoleScope::Addressee } else { RoleScope::Any };
    let topics = if asked.main_topics { TopicScope::Main } else { TopicScope::All };
    let mut query = Query { role, topics, text: asked.text.clone(), ..Query::default() };
    for (option, facet, values) in asked.options() {
        let keys: Vec<String> = keys(index, facet);
        for value in values {
            let (excluded, key) = value.strip_prefix('!').map_or((false, value.as_str()), |key| (true, key));
            if !keys.iter().any(|known| known == key) {
                return Err(speech.unknown_value(option, key, &keys));
            }
            query.choose(Choice { facet, value: key.to_owned(), excluded });
        }
    }
    Ok(query)
}

fn keys(index: &Index, facet: Facet) -> Vec<String> {
    let values = index.facet(facet).into_iter().flat_map(|values| &values.values);
    values.flat_map(|value| std::iter::once(value).chain(&value.children)).map(|value| value.key.clone()).collect()
}

fn write_clauses(out: &mut String, document: &Resolution, answer: &Answer) {
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        for (clause, matches) in paragraph.clauses.iter().zip(answer.in_paragraph(0, number)) {
            if matches {
                // Writing to a string cannot fail.
                let _ = writeln!(out, "{}\t{}", clause.id, clause.span.of(&paragraph.text));
            }
        }
    }
}

fn write_counts(out: &mut String, glossary: &Glossary, index: &Index, answer: &Answer, language: Language) {
    // The command line has one document and no annotations.
    let is_of_document = |facet: Facet| facet != Facet::Annotation && !facet.is_of_documents();
    for values in index.facets().filter(|values| is_of_document(values.facet)) {
        let _ = writeln!(out, "\n{:?}", values.facet);
        for value in &values.values {
            write_count(out, glossary, answer, values.facet, value, 1, language);
        }
    }
}

fn write_count(
    out: &mut String,
    glossary: &Glossary,
    answer: &Answer,
    facet: Facet,
    value: &Value,
    depth: usize,
    language: Language,
) {
    let count = answer.counts.get(facet, value.number);
    if count > 0 {
        let label = label(glossary, facet, &value.key, language);
        let _ = writeln!(out, "{:indent$}{count:>4}  {}  {label}", "", value.key, indent = depth * 2);
    }
    for child in &value.children {
        write_count(out, glossary, answer, facet, child, depth + 1, language);
    }
}

fn label<'g>(glossary: &'g Glossary, facet: Facet, key: &str, language: Language) -> &'g str {
    match facet {
        Facet::Actor => glossary.actor(&ActorId::from(key)).map(|entry| entry.name.get(language)),
        Facet::Topic => glossary.topic(&TopicId::from(key)).map(|entry| entry.name.get(language)),
        Facet::Action => glossary.verb(&VerbId::from(key)).map(|entry| entry.label.as_str()),
        _ => None,
    }
    .unwrap_or_default()
}
