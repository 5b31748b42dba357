//! Akoma Ntoso, the OASIS standard for legislative texts, following the UN's guidelines.
//!
//! The output is valid against the OASIS schema for any document: ids are unique, every list has an item, every date is
//! well formed.
//! Paragraphs, points, notes, references, actors and actions are those of the model.

mod names;

use super::calendar::days_in_month;
use super::markup::{escaped, push_escaped};
use super::pieces::{ParagraphPiece, pieces};
use super::prose::notes_by_mark;
use super::selection::Provenance;
use crate::model::{Date, Footnote, Glossary, Paragraph, Part, Reference, Resolution};
use names::{OrganName, cited, language_code, number, organ, slug, whole_day, work};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The document as XML.
pub fn akoma_ntoso(document: &Resolution, glossary: &Glossary, provenance: &Provenance) -> String {
    let mut writer = Writer {
        document,
        glossary,
        xml: String::new(),
        ids: BTreeSet::new(),
        counts: BTreeMap::new(),
        note_of: notes_by_mark(document),
        notes: BTreeMap::new(),
    };
    // The ids of the metadata are reserved first.
    let organ = organ(document.organ);
    for id in [organ.code, "dispositif", "author", "editor", "adopted"] {
        writer.ids.insert(id.to_owned());
    }
    let meta = writer.meta(provenance);
    let body = writer.text();
    [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n<statement name=\"resolution\" contains=\"originalVersion\">\n",
        &meta,
        &body,
        "</statement>\n</akomaNtoso>\n",
    ]
    .concat()
}

struct Writer<'a> {
    document: &'a Resolution,
    glossary: &'a Glossary,
    xml: String,
    ids: BTreeSet<String>,
    /// How often each id was requested again.
    counts: BTreeMap<String, u32>,
    /// The notes by their marks: of several with one mark the first.
    note_of: BTreeMap<&'a str, &'a Footnote>,
    /// The id of each note that was written at its call.
    notes: BTreeMap<String, String>,
}

impl Writer<'_> {
    fn id(&mut self, wanted: &str) -> String {
        if self.ids.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        let mut n = self.counts.get(wanted).copied().unwrap_or(1);
        let mut id;
        loop {
            n += 1;
            id = format!("{wanted}_{n}");
            if self.ids.insert(id.clone()) {
                break;
            }
        }
        self.counts.insert(wanted.to_owned(), n);
        id
    }

    fn meta(&mut self, provenance: &Provenance) -> String {
        let document = self.document;
        let language = language_code(document.language);
        let name = organ(document.organ);
        // A file without a time of export gets its document's date.
        let now = provenance.at.get(..10).filter(|day| is_day(day)).map(str::to_owned);
        let adopted = document.adopted.map(whole_day);
        let day = now.or_else(|| adopted.clone()).unwrap_or_else(|| "2000-01-01".to_owned());
        let kind = if adopted.is_some() { "adoption" } else { "markup" };
        let adopted = adopted.unwrap_or_else(|| day.clone());
        let work = work(&document.symbol, document.adopted, document.organ);
        let expression = match document.adopted {
            Some(date) => [&work, "/", language, "@", &date.iso()].concat(),
            None => [&work, "/", language, "@"].concat(),
        };
        let symbol = escaped(document.symbol.as_str());
        let number = escaped(number(&document.symbol));
        let mut meta = String::from("<meta>\n<identification source=\"#dispositif\">\n<FRBRWork>\n");
        let _ = writeln!(meta, "<FRBRthis value=\"{work}/!main\"/>\n<FRBRuri value=\"{work}\"/>");
        if !symbol.is_empty() {
            let _ = writeln!(meta, "<FRBRalias name=\"symbol\" value=\"{symbol}\"/>");
        }
        let _ = writeln!(
            meta,
            "<FRBRdate date=\"{adopted}\" name=\"{kind}\"/>\n<FRBRauthor href=\"#{code}\" as=\"#author\"/>\n<FRBRcountry value=\"un\"/>\n<FRBRsubtype value=\"deliberation\"/>",
            code = name.code
        );
        if !number.is_empty() {
            let _ = writeln!(meta, "<FRBRnumber value=\"{}\" showAs=\"{number}\"/>", slug(&number));
        }
        let _ = writeln!(
            meta,
            "<FRBRname value=\"resolution\"/>\n<FRBRprescriptive value=\"false\"/>\n<FRBRauthoritative value=\"false\"/>\n</FRBRWork>\n<FRBRExpression>\n<FRBRthis value=\"{expression}/!main\"/>\n<FRBRuri value=\"{expression}\"/>\n<FRBRdate date=\"{adopted}\" name=\"{kind}\"/>\n<FRBRauthor href=\"#{code}\" as=\"#author\"/>\n<FRBRlanguage language=\"{language}\"/>\n</FRBRExpression>",
            code = name.code
        );
        let _ = writeln!(
            meta,
            "<FRBRManifestation>\n<FRBRthis value=\"{expression}/!main.xml\"/>\n<FRBRuri value=\"{expression}.xml\"/>\n<FRBRdate date=\"{day}\" name=\"markup\"/>\n<FRBRauthor href=\"#dispositif\" as=\"#editor\"/>\n<FRBRformat value=\"xml\"/>\n</FRBRManifestation>\n</identification>"
        );
        if !symbol.is_empty() {
            let _ = writeln!(
                meta,
                "<publication date=\"{adopted}\" name=\"{symbol}\" showAs=\"{symbol}\" number=\"{symbol}\"/>"
            );
        }
        self.push_topics(&mut meta);
        if document.adopted.is_some() {
            let _ = writeln!(
                meta,
                "<workflow source=\"#dispositif\">\n<step date=\"{adopted}\" by=\"#{}\" as=\"#author\" outcome=\"#adopted\"/>\n</workflow>",
                name.code
            );
        }
        self.push_references(&mut meta, &name, provenance);
        meta.push_str("</meta>\n");
        meta
    }

    fn push_topics(&mut self, meta: &mut String) {
        let topics: BTreeSet<&str> = self
            .document
            .clauses()
            .flat_map(|(_, clause)| &clause.topics)
            .map(|topic| topic.topic.as_str())
            .collect();
        if topics.is_empty() {
            return;
        }
        meta.push_str("<classification source=\"#dispositif\">\n");
        for (i, topic) in topics.into_iter().enumerate() {
            let entry = self.glossary.topic(&topic.into());
            let name = entry.map_or(topic, |entry| entry.name.get(self.document.language));
            let id = self.id(&format!("keyword_{}", i + 1));
            let _ = writeln!(
                meta,
                "<keyword eId=\"{id}\" value=\"{}\" showAs=\"{}\" dictionary=\"dispositif\"/>",
                escaped(topic),
                escaped(name)
            );
        }
        meta.push_str("</classification>\n");
    }

    fn push_references(&mut self, meta: &mut String, name: &OrganName, provenance: &Provenance) {
        let document = self.document;
        let language = document.language;
        let _ = writeln!(
            meta,
            "<references source=\"#dispositif\">\n<TLCOrganization eId=\"{code}\" href=\"/akn/ontology/organization/un/{code}\" showAs=\"{}\"/>",
            name.name,
            code = name.code
        );
        let mut actors: BTreeSet<&str> = BTreeSet::new();
        let mut actions: BTreeMap<&str, &str> = BTreeMap::new();
        for (paragraph, clause) in document.clauses() {
            actors.extend(clause.actors.iter().map(|mention| mention.actor.as_str()));
            actions.entry(clause.action.as_str()).or_insert_with(|| clause.phrase.of(&paragraph.text));
        }
        for actor in actors {
            let names = self.glossary.actor(&actor.into()).map(|entry| entry.name.get(language));
            let id = actor_id(actor);
            self.ids.insert(id.clone());
            let _ = writeln!(
                meta,
                "<TLCOrganization eId=\"{id}\" href=\"/akn/ontology/organization/un/{}\" showAs=\"{}\"/>",
                slug(actor),
                escaped(names.filter(|name| !name.is_empty()).unwrap_or(actor))
            );
        }
        let program = if provenance.program.is_empty() { "dispositif" } else { &provenance.program };
        let _ = writeln!(
            meta,
            "<TLCOrganization eId=\"dispositif\" href=\"/akn/ontology/organization/un/dispositif\" showAs=\"{}\"/>\n<TLCRole eId=\"author\" href=\"/akn/ontology/role/un/author\" showAs=\"Author\"/>\n<TLCRole eId=\"editor\" href=\"/akn/ontology/role/un/editor\" showAs=\"Editor\"/>\n<TLCConcept eId=\"adopted\" href=\"/akn/ontology/concept/un/adopted\" showAs=\"Adopted\"/>",
            escaped(program)
        );
        for (action, phrase) in actions.into_iter().filter(|(action, _)| !action.is_empty()) {
            let id = action_id(action);
            self.ids.insert(id.clone());
            let _ = writeln!(
                meta,
                "<TLCConcept eId=\"{id}\" href=\"/akn/ontology/concept/un/action/{}\" showAs=\"{}\"/>",
                slug(action),
                escaped(if phrase.is_empty() { action } else { phrase })
            );
        }
        meta.push_str("</references>\n");
    }

    fn text(&mut self) -> String {
        let document = self.document;
        let number = number(&document.symbol);
        self.xml.push_str("<preface eId=\"preface\"><p eId=\"preface__p_1\">");
        self.ids.extend(["preface".to_owned(), "preface__p_1".to_owned()]);
        if !number.is_empty() {
            let _ = write!(self.xml, "<docNumber>{}</docNumber> ", escaped(number));
        }
        let title = if document.title.is_empty() { document.symbol.as_str() } else { &document.title };
        let _ = writeln!(self.xml, "<docTitle>{}</docTitle></p></preface>", escaped(title));

        let paragraphs = document.paragraphs.as_slice();
        let opens = |paragraph: &Paragraph| paragraph.part == Part::Preamble || paragraph.names_the_organ();
        let body_at = paragraphs.iter().position(|paragraph| !opens(paragraph)).unwrap_or(paragraphs.len());
        let end_at =
            paragraphs.iter().rposition(|paragraph| paragraph.part != Part::Closing).map_or(0, |at| at + 1);
        let end_at = end_at.max(body_at);
        let (preamble, rest) = paragraphs.split_at_checked(body_at).unwrap_or((paragraphs, &[]));
        let (body, closing) = rest.split_at_checked(end_at - body_at).unwrap_or((rest, &[]));

        if !preamble.is_empty() {
            self.preamble(preamble);
        }
        self.body(body);
        self.conclusions(closing);
        std::mem::take(&mut self.xml)
    }

    fn preamble(&mut self, paragraphs: &[Paragraph]) {
        let id = self.id("preamble");
        let _ = writeln!(self.xml, "<preamble eId=\"{id}\">");
        for (i, paragraph) in paragraphs.iter().enumerate() {
            let (element, name, id) = if paragraph.names_the_organ() {
                ("formula", "enactingFormula".to_owned(), self.id(&format!("preamble__formula_{}", i + 1)))
            } else {
                let action = paragraph.clauses.first().map(|clause| slug(clause.action.as_str()));
                let name = action.unwrap_or_else(|| "preambular".to_owned());
                ("container", name, self.id(&format!("preamble__container_{}", slug(paragraph.id.as_str()))))
            };
            let _ = write!(self.xml, "<{element} name=\"{name}\"{} eId=\"{id}\">", refers_to(paragraph));
            if let Some(number) = &paragraph.number {
                // A container has no number.
                let number_id = self.id(&format!("{id}__p_0"));
                let _ = write!(self.xml, "<p eId=\"{number_id}\" class=\"num\">{}</p>", escaped(number));
            }
            self.block(paragraph, &id);
            let _ = writeln!(self.xml, "</{element}>");
        }
        self.xml.push_str("</preamble>\n");
    }

    /// Headings open sections; paragraphs of a deeper level become a list in the paragraph before them.
    fn body(&mut self, paragraphs: &[Paragraph]) {
        let id = self.id("body");
        let _ = writeln!(self.xml, "<mainBody eId=\"{id}\">");
        if paragraphs.is_empty() {
            let id = self.id("body__p_1");
            let _ = writeln!(self.xml, "<p eId=\"{id}\"/>");
        }
        let mut section: Option<String> = None;
        let mut rest = paragraphs;
        while let Some((first, others)) = rest.split_first() {
            if first.part == Part::Heading && !first.names_the_organ() {
                if section.is_some() {
                    self.xml.push_str("</section>\n");
                }
                let id = self.id(&["sec_", &slug(first.id.as_str())].concat());
                let _ = write!(self.xml, "<section eId=\"{id}\">");
                self.push_number(first, &id);
                let heading = self.id(&[&id, "__heading"].concat());
                let _ = write!(self.xml, "<heading eId=\"{heading}\">");
                self.inline(first, &heading);
                self.xml.push_str("</heading>\n");
                section = Some(id);
                rest = others;
                continue;
            }
            let n_below =
                others.iter().take_while(|other| other.level > first.level && other.part == first.part).count();
            let (below, after) = others.split_at_checked(n_below).unwrap_or((others, &[]));
            self.paragraph(first, below, section.as_deref().unwrap_or_default());
            rest = after;
        }
        if section.is_some() {
            self.xml.push_str("</section>\n");
        }
        self.xml.push_str("</mainBody>\n");
    }

    fn paragraph(&mut self, paragraph: &Paragraph, below: &[Paragraph], within: &str) {
        let prefix = if within.is_empty() { String::new() } else { [within, "__"].concat() };
        #[allow(clippy::match_wildcard_for_single_variants, reason = "parts that are added are paragraphs too")]
        let (element, name, wanted) = match paragraph.part {
            Part::Preamble => {
                ("hcontainer", " name=\"preambular\"", format!("{prefix}pre_{}", slug(paragraph.id.as_str())))
            }
            Part::Operative => {
                let number = paragraph.number.as_deref().unwrap_or_else(|| paragraph.id.as_str());
                ("paragraph", "", format!("{prefix}para_{}", slug(number)))
            }
            Part::Closing => {
                ("hcontainer", " name=\"closing\"", format!("{prefix}end_{}", slug(paragraph.id.as_str())))
            }
            Part::Heading => {
                ("hcontainer", " name=\"formula\"", format!("{prefix}formula_{}", slug(paragraph.id.as_str())))
            }
            _ => ("paragraph", "", format!("{prefix}{}_{}", paragraph.part.key(), slug(paragraph.id.as_str()))),
        };
        let id = self.id(&wanted);
        let _ = write!(self.xml, "<{element}{name} eId=\"{id}\"{}>", refers_to(paragraph));
        self.push_number(paragraph, &id);
        self.contents(paragraph, below, &id);
        let _ = writeln!(self.xml, "</{element}>");
    }

    /// A paragraph's text, followed by a list if it has subparagraphs.
    fn contents(&mut self, paragraph: &Paragraph, below: &[Paragraph], id: &str) {
        if below.is_empty() {
            let content = self.id(&[id, "__content"].concat());
            let _ = write!(self.xml, "<content eId=\"{content}\">");
            self.block(paragraph, &content);
            self.xml.push_str("</content>");
            return;
        }
        let list = self.id(&[id, "__list_1"].concat());
        let intro = self.id(&[&list, "__intro"].concat());
        let _ = write!(self.xml, "<list eId=\"{list}\"><intro eId=\"{intro}\">");
        self.block(paragraph, &intro);
        self.xml.push_str("</intro>");
        let mut rest = below;
        while let Some((first, others)) = rest.split_first() {
            let n_below = others.iter().take_while(|other| other.level > first.level).count();
            let (inner, after) = others.split_at_checked(n_below).unwrap_or((others, &[]));
            let number = first.number.as_deref().unwrap_or_else(|| first.id.as_str());
            let point = self.id(&format!("{list}__point_{}", slug(number)));
            let _ = write!(self.xml, "\n<point eId=\"{point}\"{}>", refers_to(first));
            self.push_number(first, &point);
            self.contents(first, inner, &point);
            self.xml.push_str("</point>");
            rest = after;
        }
        self.xml.push_str("</list>");
    }

    fn push_number(&mut self, paragraph: &Paragraph, id: &str) {
        if let Some(number) = &paragraph.number {
            let number_id = self.id(&[id, "__num"].concat());
            let stop = if paragraph.part == Part::Operative && number.chars().all(|c| c.is_ascii_digit()) {
                "."
            } else {
                ""
            };
            let _ = write!(self.xml, "<num eId=\"{number_id}\">{}{stop}</num>", escaped(number));
        }
    }

    fn conclusions(&mut self, closing: &[Paragraph]) {
        let mut called: BTreeSet<String> = self.notes.keys().cloned().collect();
        // Of several notes with one mark the first is written at the call.
        let uncalled: Vec<&Footnote> =
            self.document.footnotes.iter().filter(|note| !called.remove(&note.mark)).collect();
        if closing.is_empty() && uncalled.is_empty() {
            return;
        }
        let id = self.id("conclusions");
        let _ = writeln!(self.xml, "<conclusions eId=\"{id}\">");
        if !closing.is_empty() {
            let container = self.id("conclusions__container_1");
            let _ = write!(self.xml, "<container name=\"conclusion\" eId=\"{container}\">");
            for paragraph in closing {
                self.block(paragraph, &container);
            }
            self.xml.push_str("</container>\n");
        }
        if !uncalled.is_empty() {
            let container = self.id("conclusions__notes");
            let _ = write!(self.xml, "<container name=\"notes\" eId=\"{container}\">");
            for note in uncalled {
                let p = self.id(&[&container, "__p_1"].concat());
                let _ = write!(self.xml, "<p eId=\"{p}\">{} {}</p>", escaped(&note.mark), escaped(&note.text));
            }
            self.xml.push_str("</container>\n");
        }
        self.xml.push_str("</conclusions>\n");
    }

    fn block(&mut self, paragraph: &Paragraph, within: &str) {
        let id = self.id(&[within, "__p_1"].concat());
        let _ = write!(self.xml, "<p eId=\"{id}\">");
        self.inline(paragraph, &id);
        self.xml.push_str("</p>");
    }

    fn inline(&mut self, paragraph: &Paragraph, id: &str) {
        for piece in pieces(paragraph) {
            match piece {
                ParagraphPiece::Text(text) => push_escaped(text, &mut self.xml),
                ParagraphPiece::Phrase(text, clause) if clause.action.as_str().is_empty() => {
                    let _ = write!(self.xml, "<i>{}</i>", escaped(text));
                }
                ParagraphPiece::Phrase(text, clause) => {
                    let term = self.id(&[id, "__term_1"].concat());
                    let _ = write!(
                        self.xml,
                        "<term eId=\"{term}\" refersTo=\"#{}\"><i>{}</i></term>",
                        action_id(clause.action.as_str()),
                        escaped(text)
                    );
                }
                ParagraphPiece::Reference(text, reference) => self.push_reference(text, reference, id),
                ParagraphPiece::Actor(text, actor) => {
                    let organization = self.id(&[id, "__organization_1"].concat());
                    let _ = write!(
                        self.xml,
                        "<organization eId=\"{organization}\" refersTo=\"#{}\">{}</organization>",
                        actor_id(actor.as_str()),
                        escaped(text)
                    );
                }
                ParagraphPiece::Mark(mark) => self.push_note(mark, id),
            }
        }
    }

    fn push_reference(&mut self, text: &str, reference: &Reference, id: &str) {
        let href = match &reference.paragraph {
            Some(paragraph) => ["#para_", &slug(paragraph.as_str().trim_start_matches("op"))].concat(),
            None => cited(&reference.symbol),
        };
        let id = self.id(&[id, "__ref_1"].concat());
        let _ = write!(self.xml, "<ref eId=\"{id}\" href=\"{}\">{}</ref>", escaped(&href), escaped(text));
    }

    /// A note is written at its first call; further calls refer to it.
    fn push_note(&mut self, mark: &str, id: &str) {
        if let Some(note) = self.notes.get(mark).cloned() {
            let id = self.id(&[id, "__ref_1"].concat());
            let _ =
                write!(self.xml, "<ref eId=\"{id}\" class=\"noteRef\" href=\"#{note}\">{}</ref>", escaped(mark));
            return;
        }
        let Some(note) = self.note_of.get(mark).copied() else {
            let _ = write!(self.xml, "<sup class=\"noteRef\">{}</sup>", escaped(mark));
            return;
        };
        let note_id = self.id(&[id, "__authorialNote_1"].concat());
        self.notes.insert(mark.to_owned(), note_id.clone());
        let _ =
            write!(self.xml, "<authorialNote eId=\"{note_id}\" marker=\"{}\" placement=\"bottom\">", escaped(mark));
        let p = self.id(&[&note_id, "__p_1"].concat());
        let _ = write!(self.xml, "<p eId=\"{p}\">");
        let mut at = 0;
        for reference in &note.references {
            let (start, end) = (reference.span.start as usize, reference.span.end as usize);
            let (Some(before), Some(words)) = (note.text.get(at..start), note.text.get(start..end)) else {
                continue;
            };
            push_escaped(before, &mut self.xml);
            self.push_reference(words, reference, &p);
            at = end;
        }
        push_escaped(note.text.get(at..).unwrap_or_default(), &mut self.xml);
        self.xml.push_str("</p></authorialNote>");
    }
}

/// The actions of a paragraph's clauses.
fn refers_to(paragraph: &Paragraph) -> String {
    let mut actions: Vec<String> = Vec::new();
    for clause in paragraph.clauses.iter().filter(|clause| !clause.action.as_str().is_empty()) {
        let action = ["#", &action_id(clause.action.as_str())].concat();
        if !actions.contains(&action) {
            actions.push(action);
        }
    }
    if actions.is_empty() { String::new() } else { format!(" refersTo=\"{}\"", actions.join(" ")) }
}

fn action_id(action: &str) -> String {
    ["action-", &slug(action)].concat()
}

fn actor_id(actor: &str) -> String {
    ["actor-", &slug(actor)].concat()
}

fn is_day(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut number = || parts.next().and_then(|part| part.parse::<u16>().ok());
    let (year, month, day) = (number(), number(), number());
    let (Some(year), Some(month), Some(day)) = (year, month, day) else { return false };
    let date = Date { year, month: u8::try_from(month).ok(), day: u8::try_from(day).ok() };
    year > 0 && (1..=12).contains(&month) && (1..=u16::from(days_in_month(date))).contains(&day) && text.len() == 10
}
