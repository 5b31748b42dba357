//! The runs of a paragraph: its words with their looks, fields, links, calls of notes, text boxes.

use super::body::BodyReader;
use super::field::{Field, address_of};
use super::notes::NoteKind;
use super::styles::RunLooks;
use super::symbols;
use super::text::{Look, TextBuilder};
use crate::intake::xml::{Element, Space, XmlContent};

/// Word itself nests 20 at most.
const MOST_OPEN_FIELDS: usize = 32;

impl<'p> BodyReader<'p> {
    /// The runs of a paragraph, or of something in it.
    pub(super) fn runs(&mut self, container: Element<'p>, base: &RunLooks, text: &mut TextBuilder) {
        for element in container.elements() {
            match element.name() {
                (Space::Word, "r") => self.run(element, base, text),
                (Space::Word, "hyperlink") => {
                    let start = text.at();
                    self.runs(element, base, text);
                    text.link_from(start, &self.address(element));
                }
                (
                    Space::Word,
                    "ins" | "moveTo" | "smartTag" | "customXml" | "sdt" | "sdtContent" | "fldSimple" | "bdo"
                    | "dir" | "rubyBase",
                ) => self.runs(element, base, text),
                (Space::Math, _) => math(element, text),
                (Space::Compatibility, "AlternateContent") => {
                    if let Some(chosen) = element.chosen() {
                        self.runs(chosen, base, text);
                    }
                }
                _ => {}
            }
        }
    }

    fn address(&self, link: Element<'_>) -> String {
        let anchor = link.attribute("anchor").map(|anchor| ["#", anchor].concat());
        let target = link.attribute("id").and_then(|id| self.relations.target(id));
        [target.unwrap_or_default(), &anchor.unwrap_or_default()].concat()
    }

    fn run(&mut self, run: Element<'p>, base: &RunLooks, text: &mut TextBuilder) {
        let properties = run.child("rPr");
        let mut looks = properties.map(RunLooks::read).unwrap_or_default();
        if let Some(style) = properties.and_then(|properties| properties.value("rStyle")) {
            looks.or(&self.package.styles.run(Some(style)));
        }
        looks.or(base);
        if looks.hidden != Some(true) {
            self.run_contents(run, &looks, base, text);
        }
    }

    fn run_contents(&mut self, run: Element<'p>, looks: &RunLooks, base: &RunLooks, text: &mut TextBuilder) {
        let look = Look {
            is_bold: looks.bold == Some(true),
            is_italic: looks.italic == Some(true),
            is_capitals: looks.capitals == Some(true),
        };
        let mut has_own_mark = false;
        for element in run.elements() {
            match element.name() {
                (Space::Word, "t") if has_own_mark => {}
                (Space::Word, "t") => self.words(element, look, text),
                (Space::Word, "tab" | "ptab" | "br" | "cr") => text.push(" ", look),
                (Space::Word, "noBreakHyphen") => self.sign('-', look, text),
                (Space::Word, "sym") if !has_own_mark => {
                    if let Some(sign) = symbol(element) {
                        self.sign(sign, look, text);
                    }
                }
                (Space::Word, name @ ("footnoteReference" | "endnoteReference")) => {
                    let kind = if name == "endnoteReference" { NoteKind::End } else { NoteKind::Foot };
                    has_own_mark = element.is_on("customMarkFollows");
                    let mark = has_own_mark.then(|| own_mark(run));
                    self.call(kind, element.attribute("id").unwrap_or_default(), mark, text);
                }
                (Space::Word, "fldChar") => self.field_char(element, text),
                (Space::Word, "instrText") => {
                    if let Some(field) = self.fields.last_mut() {
                        field.instruction.push_str(&element.text());
                    }
                }
                (Space::Word, "ruby") => self.runs(element, base, text),
                (Space::Word, "drawing" | "pict" | "object") => find_boxes(element, &mut self.boxes),
                (Space::Compatibility, "AlternateContent") => {
                    if let Some(chosen) = element.chosen() {
                        self.run_contents(chosen, looks, base, text);
                    }
                }
                _ => {}
            }
        }
    }

    fn words(&self, element: Element<'_>, look: Look, text: &mut TextBuilder) {
        if !self.is_in_result() {
            return;
        }
        for content in element.contents() {
            if let XmlContent::Text(words) = content {
                text.push(words, look);
            }
        }
    }

    fn sign(&self, sign: char, look: Look, text: &mut TextBuilder) {
        if self.is_in_result() {
            text.push(sign.encode_utf8(&mut [0; 4]), look);
        }
    }

    fn is_in_result(&self) -> bool {
        self.fields.iter().all(|field| field.in_result)
    }

    fn field_char(&mut self, element: Element<'_>, text: &mut TextBuilder) {
        match element.attribute("fldCharType") {
            Some("begin") => {
                // One that never ends would be looked at for every word to come.
                if self.fields.len() == MOST_OPEN_FIELDS {
                    self.fields.remove(0);
                }
                self.fields.push(Field { in_result: false, instruction: String::new(), from: 0 });
            }
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.in_result = true;
                    field.from = text.at();
                }
            }
            Some("end") => {
                if let Some(field) = self.fields.pop().filter(|field| field.in_result)
                    && let Some(address) = address_of(&field.instruction)
                {
                    text.link_from(field.from, &address);
                }
            }
            _ => {}
        }
    }

    fn call(&mut self, kind: NoteKind, id: &'p str, own_mark: Option<String>, text: &mut TextBuilder) {
        if let Some(index) = self.notes.called(kind, id) {
            let mark = self.found.notes.get(index as usize).map(|note| note.mark.clone());
            text.push_call(&own_mark.or(mark).unwrap_or_default(), index);
            return;
        }
        let mark = own_mark.unwrap_or_else(|| self.notes.next_mark(kind));
        let Some(element) = self.notes.get(kind, id) else {
            self.n_missing += 1;
            text.push(&mark, Look::default());
            return;
        };
        let index = self.found.notes.len() as u32;
        self.notes.set_called(kind, id, index);
        text.push_call(&mark, index);
        let relations = self.package.relations_of_kind(kind.names().0);
        let note = self.note_with(element, &mark, &relations);
        self.found.notes.push(note);
    }
}

fn find_boxes<'p>(within: Element<'p>, boxes: &mut Vec<Element<'p>>) {
    for element in within.elements() {
        match element.name() {
            (Space::Word, "txbxContent") => boxes.push(element),
            (Space::Compatibility, "AlternateContent") => {
                if let Some(chosen) = element.chosen() {
                    find_boxes(chosen, boxes);
                }
            }
            _ => find_boxes(element, boxes),
        }
    }
}

fn math(element: Element<'_>, text: &mut TextBuilder) {
    if element.is(Space::Math, "t") {
        text.push(&element.text(), Look::default());
    }
    for element in element.elements().filter(|element| element.name().0 == Space::Math) {
        math(element, text);
    }
}

fn symbol(element: Element<'_>) -> Option<char> {
    let code = u32::from_str_radix(element.attribute("char")?, 16).ok()?;
    Some(symbols::of_font(element.attribute("font").unwrap_or("Symbol"), char::from_u32(code)?))
}

/// The mark that follows its call in the same run.
fn own_mark(run: Element<'_>) -> String {
    let mut mark = String::new();
    for element in run.elements() {
        match element.name() {
            (Space::Word, "t") => mark.push_str(&element.text()),
            (Space::Word, "sym") => mark.extend(symbol(element)),
            _ => {}
        }
    }
    mark.trim().to_owned()
}
