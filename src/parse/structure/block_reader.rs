use crate::lexicon::Lexicon;
use crate::model::Span;
use crate::parse::body_start::OrganNaming;
use crate::parse::page::hyphens::Hyphens;
use crate::parse::page::marks::Mark;
use crate::parse::page::tidy::{CleanText, tidy};
use crate::text::forms::{Forms, WordAt};
use crate::text::traced::Traced;

/// Everything needed to make a paragraph's text of its lines.
pub(in crate::parse) struct BlockReader<'a> {
    pub(super) source: &'a str,
    pub(super) lexicon: &'a Lexicon,
    /// The words of the document.
    pub(in crate::parse) forms: Forms<'a>,
    pub(super) hyphens: Hyphens,
    /// How the text names its organ.
    pub(super) naming: &'a OrganNaming,
    /// Room for the words of a block.
    pub(super) words: Vec<WordAt>,
}

/// Whether a hyphen glued to a word ends a line.
fn ends_in_a_hyphen(line: &str) -> bool {
    line.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphabetic))
}

impl<'a> BlockReader<'a> {
    pub(in crate::parse) fn new(
        source: &'a str,
        lexicon: &'a Lexicon,
        forms: Forms<'a>,
        naming: &'a OrganNaming,
    ) -> Self {
        let hyphens = Hyphens::of(source, &forms);
        Self { source, lexicon, forms, hyphens, naming, words: Vec::new() }
    }

    pub(super) fn tidied(&mut self, raw: Traced, marks: &[Mark]) -> CleanText {
        self.words.clear();
        self.forms.words_of(&raw, &mut self.words);
        tidy(raw, &self.words, &self.forms, &self.hyphens, marks)
    }

    /// A title with its words mended and without a note's mark.
    pub(in crate::parse) fn tidy_title(&mut self, title: &str) -> String {
        let mut traced = Traced::default();
        // Its lines are joined already: “anti- corruption” was cut after a hyphen.
        let mut lines = title.split_inclusive("- ").peekable();
        while let Some(line) = lines.next() {
            let goes_on = lines.peek().is_some_and(|next| next.starts_with(char::is_lowercase));
            let cut = line.strip_suffix(' ').filter(|cut| goes_on && ends_in_a_hyphen(cut));
            // It is no stretch of the source, but one of a text of its own.
            traced.push_mended(cut.unwrap_or(line), Span::default());
            if cut.is_some() {
                traced.push_mended("\n", Span::default());
            }
        }
        self.tidied(traced, &[]).text.text
    }
}
