//! Builds a paragraph's text: collapses white space and records the spans of calls, links and italics.

use crate::intake::blocks::{Call, Link};
use crate::model::Span;

/// A paragraph's words so far.
#[derive(Clone, Debug, Default)]
pub struct TextBuilder {
    /// The text, without white space at its start.
    pub text: String,
    /// Note calls in it.
    pub calls: Vec<Call>,
    /// Links in it.
    pub links: Vec<Link>,
    /// Stretches in italics.
    pub italics: Vec<Span>,
    /// Whether a letter in it is not bold.
    pub has_light: bool,
    space_due: bool,
    keeps_marks: bool,
}

/// How letters look that are added.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// Bold.
    pub is_bold: bool,
    /// Italic.
    pub is_italic: bool,
    /// Printed in capitals.
    pub is_capitals: bool,
}

impl TextBuilder {
    /// An empty one that keeps soft hyphens and marks of no width.
    pub fn keeping_marks() -> Self {
        Self { keeps_marks: true, ..Self::default() }
    }

    /// Adds words. Runs of white space become one space; soft hyphens and marks of no width are left out.
    pub fn push(&mut self, words: &str, look: Look) {
        for letter in words.chars() {
            match letter {
                ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' => self.space_due = true,
                '\u{ad}' | '\u{200b}' | '\u{200d}' | '\u{2060}' | '\u{feff}' if self.keeps_marks => {
                    self.push_letter(letter, look);
                }
                '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\0'..='\u{1f}' => {}
                // It joins Arabic letters; between others it only keeps a line from breaking.
                '\u{200d}' if self.text.ends_with(|last: char| last <= '\u{2fff}' && !is_arabic(last)) => {}
                _ => self.push_letter(letter, look),
            }
        }
    }

    /// Adds the mark that calls a note.
    pub fn push_call(&mut self, mark: &str, note: u32) {
        self.flush_space();
        let start = self.text.len();
        self.text.push_str(mark);
        self.calls.push(Call { span: Span::new(start, self.text.len()), note });
    }

    /// The byte at which what is added next will begin, once it is no white space.
    pub fn at(&self) -> usize {
        self.text.len() + usize::from(self.space_due && !self.text.is_empty())
    }

    /// Makes a link of what was added since a byte.
    pub fn link_from(&mut self, start: usize, address: &str) {
        if start < self.text.len() && !address.is_empty() {
            let span = Span::new(start, self.text.len());
            self.links.push(Link { span, address: address.to_owned() });
        }
    }

    /// Takes away spaces that do not break at its end.
    pub fn trim_end(&mut self) {
        let end = self.text.trim_end().len() as u32;
        self.text.truncate(end as usize);
        let links = self.links.iter_mut().map(|link| &mut link.span);
        let calls = self.calls.iter_mut().map(|call| &mut call.span);
        for span in calls.chain(links).chain(&mut self.italics) {
            *span = Span { start: span.start.min(end), end: span.end.min(end) };
        }
        self.links.retain(|link| !link.span.is_empty());
        self.italics.retain(|span| !span.is_empty());
    }

    fn push_letter(&mut self, letter: char, look: Look) {
        if self.text.is_empty() && letter.is_whitespace() {
            return;
        }
        self.flush_space();
        let start = self.text.len() as u32;
        if look.is_capitals {
            self.text.extend(letter.to_uppercase());
        } else {
            self.text.push(letter);
        }
        self.has_light |= !look.is_bold;
        if look.is_italic {
            let end = self.text.len() as u32;
            match self.italics.last_mut() {
                Some(last) if start <= last.end + 1 => last.end = end,
                _ => self.italics.push(Span { start, end }),
            }
        }
    }

    fn flush_space(&mut self) {
        if std::mem::take(&mut self.space_due) && !self.text.is_empty() {
            self.text.push(' ');
        }
    }
}

fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_single_and_italics_join_over_it() {
        let mut builder = TextBuilder::default();
        let italic = Look { is_italic: true, ..Look::default() };
        builder.push("\t Also ", italic);
        builder.push(" requests", italic);
        builder.push("\u{ad} the\tbo\u{200d}dy ", Look::default());
        builder.push_call("4", 0);
        assert_eq!(builder.text, "Also requests the body 4");
        let words: Vec<&str> = builder.italics.iter().map(|span| span.of(&builder.text)).collect();
        assert_eq!(words, ["Also requests"]);
        assert_eq!(builder.calls[0].span.of(&builder.text), "4");
    }

    #[test]
    fn spaces_that_do_not_break_are_not_kept_at_the_ends() {
        let mut builder = TextBuilder::default();
        let italic = Look { is_italic: true, ..Look::default() };
        builder.push("\u{a0}\u{202f}Two\u{a0}words.\u{202f} \u{a0}", italic);
        builder.link_from(0, "https://example.org");
        builder.trim_end();
        assert_eq!(builder.text, "Two\u{a0}words.");
        let spans = [builder.links[0].span, builder.italics[0]];
        assert_eq!(spans.map(|span| span.of(&builder.text)), ["Two\u{a0}words."; 2]);
    }
}
