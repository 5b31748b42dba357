use super::{Document, ExpressionMatches, FoundText, Results, Searched, State};
use crate::model::Span;
use crate::query::{LastWord, Marker, TextMatches, expression};
use std::rc::Rc;

impl State {
    /// Looks for what was typed, and answers the question with it. Half a word often finds nothing, which is no answer yet:
    /// what was found before is kept until a pause.
    pub(super) fn look_after(&mut self, before: &Self, types: bool) {
        self.search();
        self.results = self.found();
        self.unsettled = types && self.results.answer.n_clauses == 0 && before.results.answer.n_clauses > 0;
        if self.unsettled {
            (self.searched, self.results) = (before.searched.clone(), before.results.clone());
        }
    }

    /// Searches for the typed text.
    pub(super) fn search(&mut self) {
        let typed = self.address.query.text.trim();
        self.searched = match expression(typed) {
            Some(expression) => self.search_expression(expression),
            None => self.search_words(typed),
        };
    }

    fn search_words(&self, typed: &str) -> Searched {
        // A word that is being typed is a prefix.
        let last = if self.typing { LastWord::Begun } else { self.corpus.index().last_word(typed) };
        let Some(clauses) = self.corpus.index().find(typed, last) else { return Searched::Nothing };
        let marks = |document: Document| {
            let marker = Marker::new(typed, last, document.language);
            document.paragraphs.iter().map(|paragraph| marker.marks(paragraph).into()).collect()
        };
        let hits = self.document().map(marks).unwrap_or_default();
        Searched::Found(Rc::new(FoundText { clauses, hits }))
    }

    fn search_expression(&self, expression: &str) -> Searched {
        let shown = self.document();
        let id = shown.as_ref().map(Document::id);
        let answers =
            |matches: &&Rc<ExpressionMatches>| matches.expression == expression && matches.marks_in.as_ref() == id;
        let Some(matches) = self.expression_matches.as_ref().filter(answers) else { return Searched::Waiting };
        let (clauses, marks) = match &matches.found {
            Ok(found) => found,
            Err(refused) => return Searched::Refused(*refused),
        };
        let clauses = clauses.iter().map(|(id, clauses)| (id, clauses.as_slice()));
        let clauses = TextMatches::of_documents(self.corpus.index(), clauses);
        let mut hits: Vec<Rc<[Span]>> = vec![Rc::default(); shown.map_or(0, |shown| shown.paragraphs.len())];
        for (at, marks) in marks {
            hits.get_mut(*at as usize).into_iter().for_each(|hits| *hits = marks.as_slice().into());
        }
        Searched::Found(Rc::new(FoundText { clauses, hits }))
    }

    pub(super) fn found(&self) -> Results {
        let found = if let Searched::Found(found) = &self.searched { Some(found) } else { None };
        let hits = found.map(|found| found.hits.as_slice()).unwrap_or_default();
        Results::of(&self.corpus, &self.address, found.map(|found| &found.clauses), hits)
    }
}
