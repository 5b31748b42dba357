//! Forms that say what their subject is to do: “States **are requested** to”, «les États **s’engagent**».

use crate::language::WordList;
use crate::lexicon::vocabulary::Tokens;
use crate::text::fold::fold;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// Some such forms, by their first word.
#[derive(Debug, Default)]
pub struct StatedForms(HashMap<String, Vec<StatedForm>, FixedState>);

#[derive(Debug)]
struct StatedForm {
    lemma: &'static str,
    /// The folded words after the first.
    rest: Vec<String>,
}

impl StatedForms {
    /// The forms of a list, whose entries are a lemma and one of its forms: “request are requested”.
    pub(super) fn of(list: &WordList) -> Self {
        let mut forms = Self::default();
        for (lemma, form) in list.iter().filter_map(|entry| entry.split_once(' ')) {
            let form = fold(form);
            let mut words = form.split(|letter: char| !letter.is_alphanumeric()).map(str::to_owned);
            let first = words.next().unwrap_or_default();
            forms.0.entry(first).or_default().push(StatedForm { lemma, rest: words.collect() });
        }
        forms
    }

    /// The lemma whose form is at a word, and how many words the form has.
    pub fn at(&self, tokens: &Tokens<'_>, at: usize) -> Option<(&'static str, usize)> {
        let goes_on =
            |form: &&StatedForm| form.rest.iter().enumerate().all(|(i, word)| tokens.folded(at + 1 + i) == word);
        let form = self.0.get(tokens.folded(at))?.iter().find(goes_on)?;
        Some((form.lemma, 1 + form.rest.len()))
    }
}
