//! The outline of a resolution, a line for each clause, for people to check.

use super::Parsed;
use crate::model::{Clause, Language, Paragraph, Part, Role};
use std::fmt::Write;

/// The outline of what was read: parts, paragraphs, clauses with their addressees and topics, notes and doubts.
pub fn outline(parsed: &Parsed) -> String {
    let resolution = &parsed.resolution;
    let mut out = String::new();
    let mut part = None;
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{} ({})", or_dash(resolution.symbol.as_str()), resolution.language.code());
    let _ = writeln!(
        out,
        "{}, session {}",
        resolution.organ.key(),
        resolution.session.map_or("–".to_owned(), |s| s.to_string())
    );
    let _ = writeln!(out, "{}", or_dash(&resolution.title));
    if let Some(meeting) = &resolution.meeting {
        let _ = writeln!(out, "{}", meeting.text);
    }
    if let Some(adopted) = resolution.adopted {
        let _ = writeln!(out, "{adopted}");
    }
    for paragraph in &resolution.paragraphs {
        if part != Some(paragraph.part) {
            part = Some(paragraph.part);
            let _ = writeln!(out, "{}", title(paragraph.part));
        }
        write_paragraph(&mut out, parsed, paragraph);
    }
    if !resolution.footnotes.is_empty() {
        out.push_str("notes\n");
    }
    for note in &resolution.footnotes {
        let callers: Vec<&str> = note.called_from.iter().map(crate::model::ParagraphId::as_str).collect();
        let symbols: Vec<&str> = note.references.iter().map(|reference| reference.symbol.as_str()).collect();
        let _ = writeln!(out, "  {} ({}) {}", note.mark, callers.join(", "), symbols.join(", "));
    }
    if !resolution.doubts.is_empty() {
        out.push_str("doubts\n");
    }
    for doubt in &resolution.doubts {
        let place = doubt.paragraph.as_ref().map_or("–", |id| id.as_str());
        let _ = writeln!(out, "  {place}  {:?} «{}»", doubt.kind, doubt.about);
    }
    out
}

fn title(part: Part) -> &'static str {
    match part {
        Part::Preamble => "preamble",
        Part::Operative => "operative part",
        Part::Heading => "heading",
        Part::Annex => "annex",
        Part::Declaration => "declaration",
        Part::Closing => "closing",
    }
}

fn write_paragraph(out: &mut String, parsed: &Parsed, paragraph: &Paragraph) {
    let indent = "  ".repeat(usize::from(paragraph.level));
    if paragraph.clauses.is_empty() {
        let continues = paragraph.continues.as_ref().map(|id| format!(" (continues {id})")).unwrap_or_default();
        let _ = writeln!(out, "{indent}{}{continues}  {}", paragraph.id, shortened(&paragraph.text));
    }
    for (i, clause) in paragraph.clauses.iter().enumerate() {
        let id = if i == 0 { paragraph.id.as_str() } else { "" };
        let _ = write!(out, "{indent}{id:<5} {}", clause.phrase.of(&paragraph.text));
        let _ = write!(out, " [{} = {}]", clause.verb, clause.action);
        write_actors(out, parsed, clause);
        write_topics(out, parsed, clause);
        for due in &clause.due {
            let session = due.session.map(|session| format!(" session {session}")).unwrap_or_default();
            let of_body = due.body_session.as_ref();
            let of_body = of_body
                .map(|session| format!(" session {} of {}", session.number, session.body))
                .unwrap_or_default();
            let date = due.date.map(|date| format!(" {date}")).unwrap_or_default();
            let often = due.every_months.map(|months| format!(" every {months} months")).unwrap_or_default();
            let report = if due.report { " report" } else { "" };
            let _ = write!(out, " · due{session}{of_body}{date}{often}{report}");
        }
        out.push('\n');
    }
    let marks: Vec<&str> = paragraph.marks.iter().map(|mark| mark.mark.as_str()).collect();
    let references: Vec<&str> = paragraph.references.iter().map(|reference| reference.symbol.as_str()).collect();
    let mends: Vec<String> = paragraph
        .mends
        .iter()
        .map(|mend| format!("«{}» was «{}»", mend.span.of(&paragraph.text), mend.was))
        .collect();
    for (name, list) in [("note", marks.join(", ")), ("cites", references.join(", ")), ("mended", mends.join(", "))]
    {
        if !list.is_empty() {
            let _ = writeln!(out, "{indent}      {name} {list}");
        }
    }
}

fn write_actors(out: &mut String, parsed: &Parsed, clause: &Clause) {
    let language = parsed.resolution.language;
    for (role, arrow) in
        [(Role::Addressee, "→"), (Role::Partner, "with"), (Role::Beneficiary, "for"), (Role::Mentioned, "·")]
    {
        let names: Vec<&str> = clause
            .actors
            .iter()
            .filter(|mention| mention.role == role)
            .map(|mention| name_of(parsed, &mention.actor, language))
            .collect();
        if !names.is_empty() {
            let _ = write!(out, " {arrow} {}", names.join(", "));
        }
    }
}

fn name_of<'p>(parsed: &'p Parsed, id: &'p crate::model::ActorId, language: Language) -> &'p str {
    let Some(entry) = parsed.glossary.actor(id) else { return id.as_str() };
    let acronym = entry.acronym.get(language);
    if acronym.is_empty() { entry.name.get(language) } else { acronym }
}

fn write_topics(out: &mut String, parsed: &Parsed, clause: &Clause) {
    let names: Vec<&str> = clause
        .topics
        .iter()
        .map(|topic| {
            parsed
                .glossary
                .topic(&topic.topic)
                .map_or(topic.topic.as_str(), |entry| entry.name.get(parsed.resolution.language))
        })
        .collect();
    if !names.is_empty() {
        let _ = write!(out, " # {}", names.join(", "));
    }
}

fn or_dash(text: &str) -> &str {
    if text.is_empty() { "–" } else { text }
}

fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
