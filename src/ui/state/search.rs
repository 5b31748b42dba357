use super::{Document, ExpressionMatches, FoundText, Results, SearchFailure, State, TextResult};
use crate::address::View;
use crate::engine::ExpressionFindings;
use crate::model::{DocumentId, Language, Paragraph, Span};
use crate::query::{LastWord, Marker, TextMatches, expression};
use std::rc::Rc;

/// A regular expression, the document to mark it in, and the revision of the corpus to look in.
pub type ExpressionRequest = (String, Option<DocumentId>, u32);

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

    fn search_words(&self, typed: &str) -> TextResult {
        let last = self.last_word(typed);
        let Some(clauses) = self.corpus.index().find(typed, last) else { return TextResult::Nothing };
        let marks = |document: Document| {
            let marker = Marker::new(typed, last, document.language);
            document.paragraphs.iter().map(|paragraph| marker.marks(paragraph).into()).collect()
        };
        let hits = self.document().map(marks).unwrap_or_default();
        TextResult::Found(Rc::new(FoundText { clauses, hits, n_missing: 0 }))
    }

    /// Where the words searched for are in a paragraph of any document. A regular expression is marked in the document that is
    /// shown only.
    pub fn marks_in(&self, language: Language, paragraph: &Paragraph) -> Vec<Span> {
        let typed = self.address.query.text.trim();
        if typed.is_empty() || expression(typed).is_some() {
            return Vec::new();
        }
        Marker::new(typed, self.last_word(typed), language).marks(paragraph)
    }

    /// A word that is being typed is a prefix.
    fn last_word(&self, typed: &str) -> LastWord {
        if self.typing { LastWord::Begun } else { self.corpus.index().last_word(typed) }
    }

    fn search_expression(&self, expression: &str) -> TextResult {
        let shown = self.document();
        let id = shown.as_ref().map(Document::id);
        let answers =
            |matches: &&Rc<ExpressionMatches>| matches.expression == expression && matches.marks_in.as_ref() == id;
        let Some(matches) = self.expression_matches.as_ref().filter(answers) else { return TextResult::Waiting };
        let ExpressionFindings { clauses, marks, n_missing } = match &matches.found {
            Ok(found) => found,
            Err(failure) => return TextResult::Failed(*failure),
        };
        let clauses = clauses.iter().map(|(id, clauses)| (id, clauses.as_slice()));
        let clauses = TextMatches::of_documents(self.corpus.index(), clauses);
        let mut hits: Vec<Rc<[Span]>> = vec![Rc::default(); shown.map_or(0, |shown| shown.paragraphs.len())];
        for (at, marks) in marks {
            hits.get_mut(*at as usize).into_iter().for_each(|hits| *hits = marks.as_slice().into());
        }
        TextResult::Found(Rc::new(FoundText { clauses, hits, n_missing: *n_missing }))
    }

    /// The regular expression in the search box, and the document to mark it in, if the worker has to look for it now.
    pub fn expression_to_find(&self) -> Option<ExpressionRequest> {
        let is_waiting = matches!(self.searched, TextResult::Waiting);
        // While documents arrive, those that are found stay so until all are here.
        let expression = expression(&self.address.query.text).filter(|_| is_waiting || !self.is_reading())?;
        Some((expression.to_owned(), self.document().map(|shown| shown.id().clone()), self.corpus.revision()))
    }

    /// The next regular expression of the kept questions that is not looked for yet, if their table is shown.
    pub fn question_to_find(&self) -> Option<ExpressionRequest> {
        if self.address.view != View::Questions || self.is_reading() {
            return None;
        }
        let is_known = |expression: &str| self.question_matches.iter().any(|known| known.expression == expression);
        let mut expressions = self.questions.iter().filter_map(|question| expression(&question.query.text));
        Some((expressions.find(|one| !is_known(one))?.to_owned(), None, self.corpus.revision()))
    }

    /// Takes what the worker found: for a saved question, or for the search box, which marks the document shown.
    pub(super) fn take_matches(&mut self, matches: Rc<ExpressionMatches>) {
        if matches.marks_in.is_some() {
            self.expression_matches = Some(matches);
        } else if matches.revision == self.corpus.revision() {
            let known = Rc::make_mut(&mut self.question_matches);
            known.retain(|known| known.expression != matches.expression);
            known.push(matches);
        }
    }

    /// Drops the searches that the worker could not finish, so that they are tried again.
    pub(super) fn search_again(&mut self) {
        let is_stopped = |matches: &Rc<ExpressionMatches>| matches.found == Err(SearchFailure::Stopped);
        self.expression_matches.take_if(|matches| is_stopped(matches));
        Rc::make_mut(&mut self.question_matches).retain(|matches| !is_stopped(matches));
    }

    fn is_reading(&self) -> bool {
        let (n_done, n) = self.intake.progress();
        n_done < n || self.awaits_texts
    }

    pub(super) fn found(&self) -> Results {
        let found = if let TextResult::Found(found) = &self.searched { Some(found) } else { None };
        let hits = found.map(|found| found.hits.as_slice()).unwrap_or_default();
        Results::of(&self.corpus, &self.address, found.map(|found| &found.clauses), hits)
    }
}
