//! The footnotes and endnotes that a text calls, numbered as they are called.

use super::number_format::NumberFormat;
use crate::intake::xml::{Element, Space, Tree};
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// Which part a note is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// At the foot of the page.
    Foot,
    /// At the end.
    End,
}

impl NoteKind {
    /// The names of its part and of its elements: `footnotes`, `footnote`.
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Foot => ("footnotes", "footnote"),
            Self::End => ("endnotes", "endnote"),
        }
    }
}

/// How the notes of one kind are numbered.
#[derive(Clone, Copy, Debug)]
struct Scheme {
    format: NumberFormat,
    start: u32,
    restarts_by_section: bool,
}

/// The notes of a file by their id, and how far they have been counted.
pub struct WordNotes<'p> {
    elements: HashMap<(NoteKind, &'p str), Element<'p>, FixedState>,
    order: Vec<(NoteKind, &'p str)>,
    schemes: [Scheme; 2],
    counts: [u32; 2],
    called: HashMap<(NoteKind, &'p str), u32, FixedState>,
}

impl<'p> WordNotes<'p> {
    /// Reads the parts, and how notes are numbered from the settings and from the last section.
    pub fn read(
        footnotes: &'p Tree,
        endnotes: &'p Tree,
        settings: &Tree,
        last_section: Option<Element<'_>>,
    ) -> Self {
        let mut elements = HashMap::default();
        let mut order = Vec::new();
        for (kind, part) in [(NoteKind::Foot, footnotes), (NoteKind::End, endnotes)] {
            for element in part.root().into_iter().flat_map(Element::elements) {
                // Separators between text and notes are kept among the notes, and have a type.
                let is_note = element.is(Space::Word, kind.names().1)
                    && matches!(element.attribute("type"), None | Some("normal"));
                if let Some(id) = element.attribute("id").filter(|_| is_note) {
                    elements.insert((kind, id), element);
                    order.push((kind, id));
                }
            }
        }
        let scheme = |kind: NoteKind| {
            let name = [kind.names().1, "Pr"].concat();
            let sources = [last_section.and_then(|section| section.child(&name)), {
                settings.root().and_then(|settings| settings.child(&name))
            }];
            let value = |property: &str| sources.into_iter().flatten().find_map(|source| source.value(property));
            let default = if kind == NoteKind::End { NumberFormat::LowerRoman } else { NumberFormat::Decimal };
            Scheme {
                format: value("numFmt").map_or(default, NumberFormat::of),
                start: value("numStart").and_then(|start| start.parse().ok()).unwrap_or(1),
                restarts_by_section: value("numRestart") == Some("eachSect"),
            }
        };
        let schemes = [scheme(NoteKind::Foot), scheme(NoteKind::End)];
        let counts = schemes.map(|scheme| scheme.start);
        Self { elements, order, schemes, counts, called: HashMap::default() }
    }

    /// The note of an id, if there is one.
    pub fn get(&self, kind: NoteKind, id: &'p str) -> Option<Element<'p>> {
        self.elements.get(&(kind, id)).copied()
    }

    /// The mark of the note that is called next.
    pub fn next_mark(&mut self, kind: NoteKind) -> String {
        let (scheme, count) = (self.schemes.get(kind as usize), self.counts.get_mut(kind as usize));
        let (Some(scheme), Some(count)) = (scheme, count) else { return String::new() };
        let mark = scheme.format.write(*count);
        *count = count.saturating_add(1);
        mark
    }

    /// A section ends: some files restart note numbers in each.
    pub fn end_section(&mut self) {
        for (count, scheme) in self.counts.iter_mut().zip(self.schemes) {
            if scheme.restarts_by_section {
                *count = scheme.start;
            }
        }
    }

    /// Remembers that a note was called, and as which of the file's notes it is kept.
    pub fn set_called(&mut self, kind: NoteKind, id: &'p str, index: u32) {
        self.called.insert((kind, id), index);
    }

    /// Which of the file's notes one is that was called before.
    pub fn called(&self, kind: NoteKind, id: &str) -> Option<u32> {
        self.called.get(&(kind, id)).copied()
    }

    /// The notes that nothing calls, in the order of their parts.
    pub fn uncalled(&self) -> Vec<Element<'p>> {
        let uncalled = self.order.iter().filter(|key| !self.called.contains_key(*key));
        uncalled.filter_map(|key| self.elements.get(key).copied()).collect()
    }
}
