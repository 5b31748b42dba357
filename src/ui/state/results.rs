//! The result of the question, computed once for all views.
//!
//! It is derived from the documents and the query and stored nowhere else, so that it cannot disagree with them. Each
//! paragraph gets its own small part, compared by value, so that a keystroke redraws only the paragraphs it changes.

use super::{Corpus, Match};
use crate::address::{Address, Grouping, Sort, View};
use crate::i18n::UiLanguage;
use crate::model::{ClauseId, Paragraph, Resolution, Span};
use crate::query::{Answer, Place, TextMatches};
use std::cell::RefCell;
use std::rc::Rc;

/// The result of the question.
#[derive(Clone)]
pub struct Results(Rc<ResultSet>);

/// What the question finds.
pub struct ResultSet {
    /// Whether there is a question; without one everything matches and nothing is highlighted.
    pub asked: bool,
    /// The matching clauses of all documents, and what each further choice would leave.
    pub answer: Answer,
    /// The paragraphs of the document that is shown, in order.
    pub paragraphs: Vec<InParagraph>,
    corpus: Corpus,
    sorted: RefCell<Option<Sorted>>,
}

/// What an order of the matches depends on.
pub type OrderKey = (View, Sort, Grouping, UiLanguage);

/// The places of the matches in the order of a view.
type Sorted = (OrderKey, Rc<[Place]>);

/// The matches in a paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InParagraph {
    /// Bit *n* is set if the paragraph's *n*th clause matches; the last bit is for all further clauses.
    pub clauses: u64,
    /// Whether the clause that the paragraph continues matches.
    pub continued: bool,
    /// The search hits.
    pub hits: Rc<[Span]>,
}

impl PartialEq for Results {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Results {
    type Target = ResultSet;

    fn deref(&self) -> &ResultSet {
        &self.0
    }
}

impl InParagraph {
    /// Whether the *n*th clause matches.
    pub fn has(&self, clause: usize) -> bool {
        self.clauses >> clause.min(63) & 1 == 1
    }

    /// Whether any part of the paragraph matches.
    pub fn any(&self) -> bool {
        self.clauses != 0 || self.continued
    }
}

impl Results {
    /// Evaluates an address's question and distributes the matches over the paragraphs of the current document. Its text was
    /// searched before, and `hits` are the spans to highlight in each paragraph.
    pub fn of(corpus: &Corpus, address: &Address, text: Option<&TextMatches>, hits: &[Rc<[Span]>]) -> Self {
        let answer = corpus.answer(&address.query, address, text);
        let asked = text.is_some() || !address.query.choices.is_empty();
        let mut found =
            ResultSet { asked, answer, corpus: corpus.clone(), paragraphs: Vec::new(), sorted: RefCell::default() };
        if let Some((position, document)) = corpus.document(address) {
            found.paragraphs = found.in_document(position, &document);
            for (paragraph, hits) in found.paragraphs.iter_mut().zip(hits) {
                paragraph.hits = Rc::clone(hits);
            }
        }
        Self(Rc::new(found))
    }
}

impl ResultSet {
    /// The matches in each paragraph of a document.
    pub fn in_document(&self, position: usize, document: &Resolution) -> Vec<InParagraph> {
        let mut paragraphs: Vec<InParagraph> = Vec::new();
        for at in 0..document.paragraphs.len() {
            let mut clauses = 0;
            for (n, matches) in self.answer.in_paragraph(position, at).enumerate() {
                clauses |= u64::from(matches) << n.min(63);
            }
            paragraphs.push(InParagraph { clauses, ..InParagraph::default() });
        }
        spread_to_continuations(document, &mut paragraphs);
        paragraphs
    }

    /// The matching clauses of all documents, in order.
    pub fn matches(&self) -> impl Iterator<Item = Match> {
        self.answer.places().filter_map(|place| self.corpus.match_at(place))
    }

    /// The places of the matching clauses in another order, computed once.
    pub fn sorted(&self, by: OrderKey, sort: impl FnOnce(Vec<Place>) -> Vec<Place>) -> Rc<[Place]> {
        self.sorted_before(by).unwrap_or_else(|| {
            let places: Rc<[Place]> = sort(self.answer.places().collect()).into();
            *self.sorted.borrow_mut() = Some((by, Rc::clone(&places)));
            places
        })
    }

    /// Their places in an order that was computed last.
    pub fn sorted_before(&self, by: OrderKey) -> Option<Rc<[Place]>> {
        let last = self.sorted.borrow();
        last.as_ref().filter(|(done, _)| *done == by).map(|(_, places)| Rc::clone(places))
    }
}

/// A subparagraph without its own verb matches if the clause that it continues does.
fn spread_to_continuations(document: &Resolution, paragraphs: &mut [InParagraph]) {
    // The items of a list continue the same clause, which is a little above them.
    let mut last: Option<(&ClauseId, bool)> = None;
    for (at, paragraph) in document.paragraphs.iter().enumerate() {
        let Some(id) = &paragraph.continues else { continue };
        if last.is_none_or(|(known, _)| known != id) {
            let matches = place_above(document, at, id)
                .and_then(|(owner, n)| Some(paragraphs.get(owner)?.has(n)))
                .unwrap_or_default();
            last = Some((id, matches));
        }
        if let (Some(found), Some((_, matches))) = (paragraphs.get_mut(at), last) {
            found.continued = matches;
        }
    }
}

/// The paragraph and the number of the nearest clause above with an id.
fn place_above(document: &Resolution, at: usize, id: &ClauseId) -> Option<(usize, usize)> {
    let above = document.paragraphs.get(..at)?.iter().enumerate().rev();
    let place = |paragraph: &Paragraph| paragraph.clauses.iter().position(|clause| clause.id == *id);
    above.into_iter().find_map(|(owner, paragraph)| Some((owner, place(paragraph)?)))
}
