//! Stepping through matches and paragraphs, across all documents that the question covers.

use super::{OrderKey, State, Step, TEXT};
use crate::address::View;
use crate::query::Place;

/// The current place: a paragraph, or one of its clauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Position {
    document: usize,
    paragraph: usize,
    clause: Option<usize>,
}

impl State {
    /// The clause that the address selects.
    pub fn place_at(&self) -> Option<Place> {
        self.place_of(&self.address.place)
    }

    /// A clause by its id in the page.
    pub fn place_of(&self, id: &str) -> Option<Place> {
        let Position { document, paragraph, clause } = self.position_of(id)?;
        Some(Place { document, paragraph, clause: clause? })
    }

    /// The number of the current match, from 1.
    pub fn match_number(&self) -> Option<u32> {
        self.place_at().and_then(|place| self.number_of(place))
    }

    /// The number of a match in the order of the view, from 1.
    pub fn number_of(&self, place: Place) -> Option<u32> {
        if let Some(order) = self.results.sorted_before(self.order_key()) {
            return order.iter().zip(1..).find(|(at, _)| **at == place).map(|(_, n)| n);
        }
        let answer = &self.results.answer;
        answer.matches(place).then(|| answer.n_before_place(place) + 1)
    }

    /// How many matches the view lists: all, or those that have a place in its own order.
    pub fn n_listed(&self) -> u32 {
        let order = self.results.sorted_before(self.order_key());
        order.map_or(self.results.answer.n_clauses, |order| order.len() as u32)
    }

    /// What the order of the matches in the current view depends on.
    pub fn order_key(&self) -> OrderKey {
        (self.address.view, self.address.sort, self.address.grouping, self.texts.language)
    }

    /// The match after or before a place, in the order of the view.
    fn next_match(&self, here: Position, forward: bool, order: Option<&[Place]>) -> Option<Place> {
        let Position { document, paragraph, clause } = here;
        let answer = &self.results.answer;
        if let Some(order) = order {
            let is_here =
                |place: &Place| Some(*place) == clause.map(|clause| Place { document, paragraph, clause });
            let at = order.iter().position(is_here);
            // The first step goes to the match in the viewport.
            let next = if forward {
                at.map_or(0, |at| at + usize::from(self.in_view.is_none()))
            } else {
                at?.checked_sub(1)?
            };
            return order.get(next).copied();
        }
        if forward {
            answer.first_from(Place { document, paragraph, clause: clause.map_or(0, |clause| clause + 1) })
        } else {
            answer.last_before(Place { document, paragraph, clause: clause.unwrap_or_default() })
        }
    }

    /// Goes to the next or previous match, wrapping around.
    pub(super) fn go_to_match(&mut self, forward: bool) {
        let Some(here) = self.position() else { return };
        let results = self.results.clone();
        let answer = &results.answer;
        let order = results.sorted_before(self.order_key());
        let next = self.next_match(here, forward, order.as_deref());
        let last = self.n_listed().checked_sub(1);
        let end = || if forward { Some(0) } else { last };
        let around = || match &order {
            Some(order) => order.get(end()? as usize).copied(),
            None => answer.nth(end()?),
        };
        self.wrapped = next.is_none();
        let Some(found) =
            next.or_else(around).and_then(|place| Some((place.document, self.corpus.match_at(place)?)))
        else {
            return;
        };
        let (document, found) = found;
        if let Some((_, clause)) = found.parts() {
            self.go_to(document, clause.id.as_str());
        }
    }

    /// Goes to the next or previous paragraph, at the end of a document to the next one that the question covers.
    pub(super) fn go_to_paragraph(&mut self, forward: bool) {
        let Some(here) = self.position() else { return };
        let asked = self.corpus.asked(&self.address);
        let Some(document) = self.corpus.at(here.document).cloned() else { return };
        // The first step goes to the paragraph in the viewport.
        let is_at = !self.address.place.is_empty() && self.in_view.is_none();
        let next = match (forward, is_at) {
            (true, true) => Some(here.paragraph + 1),
            (true, false) => Some(here.paragraph),
            (false, _) if here.clause.is_some() => Some(here.paragraph),
            (false, _) => here.paragraph.checked_sub(1),
        };
        if let Some(paragraph) = next.and_then(|at| document.paragraphs.get(at)) {
            return self.go_to(here.document, paragraph.id.as_str());
        }
        let found = if forward {
            asked.iter().find(|(position, _)| *position > here.document)
        } else {
            asked.iter().rev().find(|(position, _)| *position < here.document)
        };
        self.wrapped = found.is_none();
        let Some((position, document)) = found.or(if forward { asked.first() } else { asked.last() }) else {
            return;
        };
        let paragraph = if forward { document.paragraphs.first() } else { document.paragraphs.last() };
        if let Some(paragraph) = paragraph {
            self.go_to(*position, paragraph.id.as_str());
        }
    }

    /// Goes to the matches of a question that was followed; the followed link may be gone, and the focus with it.
    pub(super) fn go_to_answer(&mut self) {
        if self.address.view != View::Text || !self.results.asked {
            return self.visit(Some(TEXT));
        }
        let step = self.step;
        self.go_to_match(true);
        self.step = step;
    }

    /// Goes to a place of a document.
    fn go_to(&mut self, position: usize, place: &str) {
        let Some(document) = self.corpus.at(position) else { return };
        let link = self.corpus.named(document);
        let is_shown = self.corpus.document(&self.address).is_some_and(|(shown, _)| shown == position);
        if !is_shown {
            // The two texts side by side are swapped.
            if self.corpus.beside(&self.address).is_some_and(|(beside, _)| beside == position) {
                self.address.beside = self.document().map(|shown| shown.shared_link());
            }
            self.address.document = link;
        }
        // A view that does not list the matches cannot show it.
        let stays = matches!(self.address.view, View::Text | View::Table | View::Brief | View::Due);
        if !stays {
            self.address.view = View::Text;
        }
        self.step = if is_shown && stays { Step::Replaced } else { Step::Pushed };
        place.clone_into(&mut self.address.place);
        self.visit(None);
    }

    /// The current place: the address's place if it is visible, else the paragraph in the viewport.
    fn position(&self) -> Option<Position> {
        let in_view = self.in_view.as_ref().and_then(|id| self.position_of(id));
        let document = || self.corpus.document(&self.address).map(|(document, _)| document);
        in_view
            .or_else(|| self.position_of(&self.address.place))
            .or_else(|| Some(Position { document: document()?, paragraph: 0, clause: None }))
    }

    /// A place in the current document, or, after a document's position and a colon, in another one.
    fn position_of(&self, place: &str) -> Option<Position> {
        let (document, shown, place) = if let Some((document, place)) = place.split_once(':') {
            let document = document.parse().ok()?;
            (document, self.corpus.at(document)?.clone(), place)
        } else {
            let (document, shown) = self.corpus.document(&self.address)?;
            (document, shown, place)
        };
        shown.paragraphs.iter().enumerate().find_map(|(at, paragraph)| {
            let clause = paragraph.clauses.iter().position(|clause| clause.id.as_str() == place);
            let is_it = clause.is_some() || paragraph.id.as_str() == place;
            is_it.then_some(Position { document, paragraph: at, clause })
        })
    }
}

#[cfg(test)]
#[cfg(feature = "read")]
mod tests {
    use crate::address::{Address, DocumentScope, SavedQuestion, View};
    use crate::annotations::Change;
    use crate::engine::{DocumentSummary, ExpressionFindings, ReadDocument};
    use crate::i18n::{UiLanguage, texts};
    use crate::library::Library;
    use crate::model::{ContentHash, DocumentId, DocumentLink};
    use crate::query::{Choice, Facet, Query, Segment};
    use crate::ui::browser::edition::Edition;
    use crate::ui::state::{
        AnnotationAction, Corpus, ExpressionMatches, IntakeAction, Move, SearchFailure, Settings, Start, State,
        UiAction,
    };
    use std::rc::Rc;

    const FIRST: &str =
        "L’Assemblée générale,\n\n1. Prie les États Membres d’agir ;\n\n2. Décide de rester saisie de la question.";
    const SECOND: &str = "L’Assemblée générale,\n\n1. Prie le Secrétaire général de faire rapport ;\n\n2. Prie les États Membres de coopérer.";

    fn own(text: &str, hash: u8) -> ReadDocument {
        let parsed = crate::parse::parse(text);
        let id = DocumentId::own(&parsed.resolution.symbol, parsed.resolution.language, ContentHash([hash; 16]));
        let segment = Segment::new([(id.clone(), &parsed.resolution)], &parsed.glossary).to_bytes();
        ReadDocument::new(
            DocumentSummary::new(id, &parsed.resolution),
            &parsed.resolution,
            &parsed.glossary,
            segment,
        )
    }

    fn state() -> State {
        let start = Start {
            address: crate::address::Address::default(),
            texts: texts(UiLanguage::English),
            wide: true,
            welcome_put_away: true,
            settings: Settings::read(|_| None),
            annotated: false,
            awaits_texts: false,
            base: String::new(),
            edition: Edition::Online,
            questions: Vec::new(),
            today: crate::model::Date::default(),
        };
        let state = State::new(&Corpus::new(Library::of_texts([FIRST])), start);
        state.after(&UiAction::Add(Rc::new(vec![own(SECOND, 1)])))
    }

    #[test]
    fn a_regular_expression_is_looked_for_again_when_other_documents_are_here() {
        let state = state();
        let query = Query { text: "/rapport/".into(), ..Query::default() };
        let question = SavedQuestion { name: "a".into(), query };
        let address = Address { view: View::Questions, ..state.address.clone() };
        let state = State { questions: Rc::new(vec![question]), address, ..state };
        let asked = state.question_to_find().unwrap();
        let found = |revision, found| {
            let (expression, marks_in) = (asked.0.clone(), None);
            UiAction::Matched(Rc::new(ExpressionMatches { expression, marks_in, revision, found }))
        };
        let answered = state.after(&found(asked.2, Ok(ExpressionFindings::default())));
        assert_eq!(answered.question_to_find(), None);
        // One comes and one goes: there are as many as before.
        let (new, old) = (own(FIRST, 2), own(SECOND, 1).summary.id);
        let other = answered.after(&UiAction::Add(Rc::new(vec![new]))).after(&UiAction::Remove(vec![old]));
        assert_eq!(other.corpus.len(), state.corpus.len());
        let again = other.question_to_find().unwrap();
        assert_ne!(again, asked);
        // What was found among the documents of before does not count.
        let late = other.after(&found(asked.2, Ok(ExpressionFindings::default())));
        assert_eq!(late.question_to_find().as_ref(), Some(&again));
        let failed = late.after(&found(again.2, Err(SearchFailure::Stopped)));
        assert_eq!(failed.question_to_find(), None);
        let online = failed.after(&UiAction::Intake(Rc::new(IntakeAction::Again(Vec::new()))));
        assert_eq!(online.question_to_find(), Some(again));
    }

    fn verb(state: &State) -> Choice {
        let (_, clause) = state.document().unwrap().clauses().next().map(|(p, c)| (p.clone(), c.clone())).unwrap();
        Choice { facet: Facet::Action, value: clause.verb.as_str().to_owned(), excluded: false }
    }

    fn place(state: &State) -> (Option<String>, &str) {
        (state.address.document.as_ref().map(DocumentLink::to_string), &state.address.place)
    }

    #[test]
    fn matches_lead_through_all_documents_and_around_the_end() {
        let state = state();
        let other = format!("~{}", "01".repeat(16));
        let mut state = state.after(&UiAction::Toggle(verb(&state)));
        assert_eq!((state.results.answer.n_clauses, state.results.answer.n_documents), (3, 2));
        let next = UiAction::Match { forward: true };
        for (document, clause, number, wrapped) in [
            (None, "op1.1", 1, false),
            (Some(&other), "op1.1", 2, false),
            (Some(&other), "op2.1", 3, false),
            (None, "op1.1", 1, true),
        ] {
            state = state.after(&next);
            assert_eq!(place(&state), (document.cloned(), clause));
            assert_eq!((state.match_number(), state.wrapped), (Some(number), wrapped));
        }
        state = state.after(&UiAction::Match { forward: false });
        assert_eq!((place(&state), state.wrapped), ((Some(other), "op2.1"), true));
    }

    #[test]
    fn another_view_or_document_begins_at_the_top_and_a_place_is_revealed() {
        let state = state();
        let other = state.corpus.at(1).unwrap().id().link();
        let text = Address::default();
        for (address, how) in [
            (Address { view: View::Matrix, place: "op1.1".to_owned(), ..text.clone() }, Move::Top),
            (Address { document: Some(other), ..text.clone() }, Move::Top),
            (Address { view: View::Table, place: "op1.1".to_owned(), ..text.clone() }, Move::Reveal),
            (Address { scope: DocumentScope::Shown, ..text }, Move::Reveal),
        ] {
            assert_eq!(state.after(&UiAction::Follow(address.clone())).moved.0, how, "{address:?}");
        }
    }

    #[test]
    fn a_scope_narrows_what_is_found_and_a_removed_document_leaves_it() {
        let state = state();
        let state = state.after(&UiAction::Toggle(verb(&state)));
        let shown = state.after(&UiAction::Scope(DocumentScope::Shown));
        assert_eq!(shown.results.answer.n_clauses, 1);
        let id = state.corpus.at(1).unwrap().id().clone();
        let chosen = state.after(&UiAction::Scope(DocumentScope::Chosen(vec![id.link()])));
        assert_eq!(chosen.results.answer.n_clauses, 2);
        let removed = chosen.after(&UiAction::Remove(vec![id]));
        assert_eq!(removed.address.scope, DocumentScope::Library);
        assert_eq!((removed.results.answer.n_clauses, removed.corpus.len()), (1, 1));
    }

    #[test]
    fn annotations_belong_to_one_of_two_documents_with_the_same_paragraphs() {
        let state = state();
        let annotate =
            |clause: &str| UiAction::Annotate(Rc::new(AnnotationAction::Change(clause.into(), Change::Star)));
        let state = state.after(&annotate("op1.1"));
        let starred = Choice { facet: Facet::Annotation, value: "star".to_owned(), excluded: false };
        let state = state.after(&UiAction::Toggle(starred));
        assert_eq!((state.results.answer.n_clauses, state.results.answer.n_documents), (1, 1));
        assert_eq!(state.results.matches().next().unwrap().document.id(), state.corpus.at(0).unwrap().id());
    }

    #[test]
    fn a_document_that_is_added_again_is_replaced() {
        let state = state();
        let again = state.after(&UiAction::Add(Rc::new(vec![own(SECOND, 1)])));
        assert_eq!((again.corpus.len(), again.corpus.index().n_documents()), (2, 2));
        assert_eq!(again.corpus.index().n_clauses(), state.corpus.index().n_clauses());
    }
}
