//! Where the body of a resolution begins, and how its text names the organ.

use super::decision::Decision;
use super::page::lines::Line;
use super::{organ_line, spoken};
use crate::lexicon::Lexicon;
use crate::model::Organ;

/// Where the body begins.
#[derive(Debug)]
pub struct BodyStart {
    /// The index of its first line.
    pub line: usize,
    /// The organ that the text names.
    pub organ: Option<Organ>,
    /// How it names it.
    pub naming: OrganNaming,
}

/// How a text names its organ.
#[derive(Debug)]
pub enum OrganNaming {
    /// On a line: “The General Assembly,”. Or not at all.
    Line,
    /// In the first sentence of a decision, which has no preamble: “At its 5th meeting, the General Assembly decided to …”.
    Decision(Decision),
    /// In each sentence: “The Security Council calls upon …”.
    Sentences,
}

impl BodyStart {
    /// Finds it in the lines of a document.
    pub fn of(source: &str, lines: &[Line], lexicon: &Lexicon) -> Self {
        let after = |line| organ_line::end(source, lines, line, lexicon);
        let named = |line, organ, naming| Self { line: after(line), organ: Some(organ), naming };
        if let Some((line, organ)) = organ_line::organ_line(source, lines, lexicon) {
            return named(line, organ, OrganNaming::Line);
        }
        if let Some(decision) = Decision::in_lines(source, lines) {
            return named(decision.line, decision.organ, OrganNaming::Decision(decision));
        }
        if let Some((line, organ)) = spoken::first_line(source, lines, lexicon) {
            return named(line, organ, OrganNaming::Sentences);
        }
        // A symbol at the top counts whatever follows.
        let below_symbol = organ_line::end_below_symbol(source, lines, lexicon);
        let title_end = organ_line::end_of_title(source, lines, lexicon).or(below_symbol.map(|(end, _)| end));
        Self {
            line: title_end.unwrap_or_else(|| after(0)),
            organ: below_symbol.map(|(_, organ)| organ),
            naming: OrganNaming::Line,
        }
    }

    /// The decision, if the text is one.
    pub fn decision(&self) -> Option<&Decision> {
        match &self.naming {
            OrganNaming::Decision(decision) => Some(decision),
            OrganNaming::Line | OrganNaming::Sentences => None,
        }
    }
}
