//! What the question finds, worked out once for all who show it.
//!
//! Derived from the documents and the query and kept nowhere else, so that it cannot disagree with them. Each
//! paragraph gets its own small part, compared by value: a keystroke draws anew only the paragraphs it changes.

use super::corpus::{Corpus, Findings};
use crate::address::Address;
use crate::model::{Clause, ClauseId, Paragraph, Resolution, Span};
use crate::query::{Answer, Question, Scope};
use std::rc::Rc;

/// What the question finds in the document that is shown.
#[derive(Clone)]
pub struct Results(Rc<Found>);

/// What the question finds.
pub struct Found {
    /// Whether anything is asked; if not, everything matches and nothing stands out.
    pub asked: bool,
    /// The matching clauses of all documents, and what each further choice would leave.
    pub answer: Answer,
    /// The document's paragraphs, in order.
    pub paragraphs: Vec<InParagraph>,
}

/// What the question finds in a paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InParagraph {
    /// Bit *n* is set if the paragraph's *n*th clause matches; the last bit stands for all clauses from there on.
    pub clauses: u64,
    /// Whether the clause that the paragraph continues matches.
    pub continued: bool,
    /// The words that the search found.
    pub hits: Rc<[Span]>,
}

impl PartialEq for Results {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Results {
    type Target = Found;

    fn deref(&self) -> &Found {
        &self.0
    }
}

impl InParagraph {
    /// Whether the *n*th clause matches.
    pub fn has(&self, clause: usize) -> bool {
        self.clauses >> clause.min(63) & 1 == 1
    }

    /// Whether any of the paragraph matches.
    pub fn any(&self) -> bool {
        self.clauses != 0 || self.continued
    }
}

impl Results {
    /// Asks an address's question and lays out what it finds in its document. What its text finds was looked for before.
    pub fn of(corpus: &Corpus, address: &Address, found: Option<&Findings>) -> Self {
        let (index, query) = (corpus.index(), &address.query);
        let text = found.map(|findings| &findings.holding);
        let answer = index.ask(Question { query, scope: &Scope::Library, text });
        let asked = found.is_some() || !query.choices.is_empty();
        let mut paragraphs: Vec<InParagraph> = Vec::new();
        if let Some((number, document)) = corpus.document(address) {
            let nothing: Rc<[Span]> = Rc::default();
            for at in 0..document.paragraphs.len() {
                let mut clauses = 0;
                for (n, matches) in answer.in_paragraph(number, at).enumerate() {
                    clauses |= u64::from(matches) << n.min(63);
                }
                let hits = found.and_then(|findings| findings.hits.get(at)).filter(|hits| !hits.is_empty());
                let hits = hits.map_or_else(|| Rc::clone(&nothing), |hits| hits.as_slice().into());
                paragraphs.push(InParagraph { clauses, continued: false, hits });
            }
            spread_to_continuations(&document, &mut paragraphs);
        }
        Self(Rc::new(Found { asked, answer, paragraphs }))
    }
}

impl Found {
    /// The matching clauses of the document, in order, each with its paragraph.
    pub fn clauses<'d>(&self, document: &'d Resolution) -> Vec<(&'d Paragraph, &'d Clause)> {
        let mut clauses = Vec::new();
        for (paragraph, found) in document.paragraphs.iter().zip(&self.paragraphs) {
            let own = paragraph.clauses.iter().enumerate().filter(|(n, _)| found.has(*n));
            clauses.extend(own.map(|(_, clause)| (paragraph, clause)));
        }
        clauses
    }

    /// The matching clauses, as the number of their paragraph and their own plus 1.
    pub fn matches(&self) -> Vec<(usize, usize)> {
        let mut matches = Vec::new();
        for (at, found) in self.paragraphs.iter().enumerate() {
            matches.extend((0..64).filter(|n| found.clauses >> n & 1 == 1).map(|n| (at, n + 1)));
        }
        matches
    }
}

/// A subparagraph without a verb of its own matches as the clause does that it continues.
fn spread_to_continuations(document: &Resolution, paragraphs: &mut [InParagraph]) {
    let continuing: Vec<(usize, &ClauseId)> = document
        .paragraphs
        .iter()
        .enumerate()
        .filter_map(|(at, paragraph)| Some((at, paragraph.continues.as_ref()?)))
        .collect();
    let find = |id: &ClauseId| {
        let place = |paragraph: &Paragraph| paragraph.clauses.iter().position(|clause| &clause.id == id);
        document.paragraphs.iter().enumerate().find_map(|(at, paragraph)| Some((at, place(paragraph)?)))
    };
    for (at, id) in continuing {
        let Some((of, n)) = find(id) else { continue };
        let matches = paragraphs.get(of).is_some_and(|found| found.has(n));
        if let Some(found) = paragraphs.get_mut(at) {
            found.continued = matches;
        }
    }
}
