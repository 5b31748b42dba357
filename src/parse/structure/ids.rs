//! Assigns the level and the id of each paragraph.

use super::kind::is_top_level;
use super::{Builder, Kind, SectionStart};
use crate::model::{ParagraphId, Part};

impl Builder {
    /// 1 for a paragraph, 2 for its subparagraphs, and so on.
    pub(super) fn level(&mut self, kind: &Kind) -> u8 {
        let Some(label) = &kind.label else {
            // A heading, or a line without a verb, may be in the midst of a list.
            if kind.part != Part::Heading && !kind.continues {
                self.items.close_items();
                self.above.clear();
            }
            return 1;
        };
        // «1)» opens a list where there is a paragraph for it to be in.
        let opens_a_list = self.opens_a_list(label);
        let restarts = is_top_level(label) && !opens_a_list;
        if restarts {
            self.items.close_items();
            self.above.clear();
            return 1;
        }
        let depth = self.items.place(label).map_or(0, |(_, depth)| depth);
        (depth + 2).min(5) as u8
    }

    pub(super) fn id(&mut self, kind: &Kind, level: u8) -> ParagraphId {
        let mut counted = |prefix: &'static str| {
            let n = self.n_other.entry(prefix).or_default();
            *n += 1;
            numbered(prefix, *n)
        };
        let name = match (kind.part, &kind.label) {
            (Part::Heading, _) if kind.begins == SectionStart::Organ => ParagraphId::ORGAN.to_owned(),
            (Part::Heading, _) => counted("h"),
            (Part::Closing, _) => counted("cl"),
            (Part::Annex, None) => counted("at"),
            (Part::Declaration, None) => counted("dt"),
            (part, Some(label)) if level > 1 => {
                let depth = usize::from(level) - 2;
                self.above.truncate(depth + 1);
                let above = self.above.last().map_or_else(|| prefix(part), ParagraphId::as_str).to_owned();
                match label.plain() {
                    bullet if bullet.is_empty() => numbered(&(above + "."), self.items.n_bullets()),
                    item => above + "." + &item,
                }
            }
            (Part::Annex, Some(label)) => "an".to_owned() + &label.plain(),
            (Part::Declaration, Some(label)) => "de".to_owned() + &label.plain(),
            (Part::Preamble, _) => {
                self.n_preambular += 1;
                numbered("pp", self.n_preambular)
            }
            (Part::Operative, None) if kind.continues => numbered("op", self.n_operative),
            (Part::Operative, None) if self.reserved.contains(&(self.n_operative + 1)) => counted("ou"),
            (Part::Operative, label) => {
                let value = label.as_ref().and_then(|label| label.readings.first()).map(|reading| reading.value);
                self.n_operative = value.unwrap_or(self.n_operative + 1);
                self.is_numbered = label.is_some();
                match label {
                    Some(label) => "op".to_owned() + &label.plain(),
                    None => numbered("op", self.n_operative),
                }
            }
        };
        let id = self.untaken(name);
        if matches!(kind.part, Part::Preamble | Part::Operative | Part::Annex | Part::Declaration)
            && !kind.continues
        {
            self.above.truncate(usize::from(level) - 1);
            self.above.push(id.clone());
        }
        id
    }

    /// An id that no other paragraph has: a section that restarts the numbering puts its label before its paragraphs.
    fn untaken(&mut self, name: String) -> ParagraphId {
        let may_be_split = name.starts_with("op") && !self.section.name.is_empty();
        let mut id = ParagraphId::new(name);
        self.section.restarts_numbers |= may_be_split && self.taken.contains_key(&id);
        if may_be_split && self.section.restarts_numbers {
            id = ParagraphId::new(format!("{}.{id}", self.section.name));
        }
        if !self.taken.contains_key(&id) {
            self.taken.insert(id.clone(), 1);
            return id;
        }
        // Counting on, rather than from 2 each time, keeps a text of nothing but «1.» linear.
        let plain = id.clone();
        let mut n = self.taken.get(&plain).copied().unwrap_or_default();
        while self.taken.contains_key(&id) {
            n += 1;
            id = ParagraphId::new(format!("{plain}-{n}"));
        }
        self.taken.insert(plain, n.max(1));
        self.taken.entry(id.clone()).or_insert(1);
        id
    }
}

/// `pp3`: without the machinery of formatting, since each paragraph has one.
fn numbered(prefix: &str, number: u32) -> String {
    let mut name = String::with_capacity(prefix.len() + 4);
    name.push_str(prefix);
    push_number(&mut name, number);
    name
}

/// Appends the digits of a number.
pub(in crate::parse) fn push_number(out: &mut String, number: u32) {
    if number >= 10 {
        push_number(out, number / 10);
    }
    out.extend(char::from_digit(number % 10, 10));
}

fn prefix(part: Part) -> &'static str {
    match part {
        Part::Preamble => "pp",
        Part::Operative => "op",
        Part::Declaration => "de",
        _ => "an",
    }
}
