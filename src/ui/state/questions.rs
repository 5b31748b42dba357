//! Saved questions.

use super::State;
use crate::address::{QUESTION_KIND, SavedQuestion, pasted_questions};
use crate::query::{Choice, Facet, Query, Value};
use crate::text::fold::fold;
use std::rc::Rc;

/// An action on the saved questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionAction {
    /// Saves the current question under a name.
    Keep(String),
    /// Saves all questions of a list.
    Paste(String),
    /// Gives columns to the documents from this one on; to all without it.
    Columns(Option<usize>),
    /// Saves these rows as a file.
    Save(Vec<Vec<String>>),
    /// Deletes a question.
    Forget(String),
    /// Restores the question deleted last.
    PutBack,
    /// Another window has saved a question, or deleted it (none).
    Learn(String, Option<String>),
}

impl State {
    /// Carries out an action.
    pub(super) fn ask_by(&mut self, action: &QuestionAction) {
        match action {
            QuestionAction::Keep(name) => {
                let name = name.trim().to_owned();
                if !name.is_empty() && self.results.asked {
                    self.keep_question(SavedQuestion { name, query: self.address.query.clone() });
                }
            }
            QuestionAction::Paste(text) => {
                for question in pasted_questions(text) {
                    self.keep_question(self.resolved(question));
                }
            }
            QuestionAction::Columns(first) => self.first_column = *first,
            QuestionAction::Save(_) => {}
            QuestionAction::Forget(name) => {
                let gone = self.questions.iter().enumerate().find(|(_, kept)| kept.name == *name);
                self.questions_removed.extend(gone.map(|(at, question)| (at, question.clone())));
                self.forget_question(name);
            }
            QuestionAction::PutBack => {
                if let Some((at, question)) = self.questions_removed.pop() {
                    self.forget_question(&question.name);
                    let questions = Rc::make_mut(&mut self.questions);
                    questions.insert(at.min(questions.len()), question);
                }
            }
            QuestionAction::Learn(key, record) => {
                let name = key.strip_prefix(QUESTION_KIND).unwrap_or_default();
                match record.as_ref().and_then(|record| SavedQuestion::read(key, record)) {
                    Some(question) => self.keep_question(question),
                    None => self.forget_question(name),
                }
            }
        }
    }

    /// Resolves a pasted question: an actor's name alone becomes a filter by that actor, and a link is named after its values
    /// and words.
    fn resolved(&self, question: SavedQuestion) -> SavedQuestion {
        let SavedQuestion { mut name, mut query } = question;
        if query.choices.is_empty()
            && let Some(actor) = self.actor_named(&query.text)
        {
            query = Query { text: String::new(), ..query };
            query.choose(actor);
        }
        if name.contains('?') && name.contains('=') && !name.contains(' ') {
            let label = |choice: &Choice| self.corpus.label(choice.facet, &choice.value, self.texts);
            let values = query.choices.iter().map(label);
            let words = values.chain([query.text.clone()]).filter(|words| !words.is_empty());
            name = words.collect::<Vec<_>>().join(" · ");
        }
        SavedQuestion { name, query }
    }

    /// The choice of the actor that has this name or acronym, in any language.
    fn actor_named(&self, words: &str) -> Option<Choice> {
        let words = fold(words.trim());
        let actors = self.corpus.index().facets().find(|values| values.facet == Facet::Actor)?;
        let is_named = |value: &&Value| {
            let names = self.corpus.all_names(Facet::Actor, &value.key, self.texts);
            names.split(" · ").any(|name| fold(name) == words)
        };
        let mut all = actors.values.iter().flat_map(|value| [value].into_iter().chain(&value.children));
        let actor = all.find(is_named)?;
        Some(Choice { facet: Facet::Actor, value: actor.key.clone(), excluded: false })
    }

    fn keep_question(&mut self, question: SavedQuestion) {
        let questions = Rc::make_mut(&mut self.questions);
        match questions.iter_mut().find(|kept| kept.name == question.name) {
            Some(kept) => *kept = question,
            None => questions.push(question),
        }
    }

    fn forget_question(&mut self, name: &str) {
        Rc::make_mut(&mut self.questions).retain(|kept| kept.name != name);
    }
}
