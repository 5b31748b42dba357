use super::entry::Entry;
use super::facet::{Facet, NONE, Query, Reach};
use super::interner::Interner;
use super::values::{Holders, NO_PARENT, Values};
use std::cmp::Reverse;

/// The number of a value among those of its facet in an index. Adding and removing documents does not change it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueNumber(pub(super) u32);

/// A value that a reader can choose, with its child values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The key, as in [`super::Choice::value`].
    pub key: String,
    /// The number that [`super::Counts::get`] takes.
    pub number: ValueNumber,
    /// How many clauses have it or a value below it, without any filter; for an actor, those in which it is an addressee.
    pub total: u32,
    /// Its child values.
    pub children: Vec<Value>,
}

/// The values of a facet, those with most clauses first, then by key.
///
/// Actors that are addressed equally often are sorted by the number of clauses that name them in any role. The order is
/// the same in both role scopes, so that nothing moves when a reader switches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValues {
    /// The facet.
    pub facet: Facet,
    /// Its top-level values.
    pub values: Vec<Value>,
    /// The value of clauses without any other value: [`NONE`].
    pub none: Option<Value>,
}

/// A value while the tree is built.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    n_addressee: u32,
    n_any: u32,
    parent: Option<u32>,
}

/// Builds the tree of a facet's values from the segments of an index, which numbers the values as in `known`.
pub(super) fn values(entries: &[Entry], known: &Interner, facet: Facet) -> FacetValues {
    let key = |number: u32| known.words().get(number as usize);
    let mut nodes = vec![Node::default(); known.words().len()];
    for entry in entries {
        let Some(values) = entry.values(facet) else { continue };
        let numbers = entry.numbers.get(facet);
        for (local, number) in numbers.iter().enumerate() {
            let parent = values.parents.get(local).filter(|parent| **parent != NO_PARENT);
            let parent = parent.and_then(|parent| numbers.get(*parent as usize)).copied();
            let Some(node) = nodes.get_mut(*number as usize) else { continue };
            // The smallest parent key wins, so that the order of the segments does not matter.
            node.parent = match (node.parent, parent) {
                (Some(one), Some(other)) => Some(if key(other) < key(one) { other } else { one }),
                (one, other) => one.or(other),
            };
        }
        add_totals(entry, facet, values, numbers, &mut nodes);
    }
    let mut children: Vec<Vec<u32>> = vec![Vec::new(); nodes.len()];
    let mut roots = Vec::new();
    let mut none = None;
    for (_, number) in nodes.iter().zip(0u32..).filter(|(node, _)| node.n_any + node.n_addressee > 0) {
        let siblings = parent_of(&nodes, number).and_then(|parent| children.get_mut(parent as usize));
        if key(number) == NONE {
            none = Some(number);
        } else {
            siblings.unwrap_or(&mut roots).push(number);
        }
    }
    let tree = Tree { known, nodes: &nodes, children: &children };
    FacetValues { facet, values: tree.sorted(roots), none: none.map(|number| tree.value(number)) }
}

/// The parent of a value; none if it would be its own ancestor, or has no clause.
fn parent_of(nodes: &[Node], number: u32) -> Option<u32> {
    let above = |number: u32| nodes.get(number as usize).and_then(|node| node.parent);
    let parent = above(number)?;
    let mut next = Some(parent);
    for _ in 0..nodes.len() {
        let Some(at) = next else { break };
        if at == number {
            return None;
        }
        next = above(at);
    }
    nodes.get(parent as usize).is_some_and(|node| node.n_any > 0).then_some(parent)
}

/// Adds the number of a segment's live clauses for each value.
fn add_totals(entry: &Entry, facet: Facet, values: &Values, numbers: &[u32], nodes: &mut [Node]) {
    let mut add = |local: usize, n_addressee: u32, n_any: u32| {
        let node = numbers.get(local).and_then(|number| nodes.get_mut(*number as usize));
        if let Some(node) = node {
            node.n_addressee += n_addressee;
            node.n_any += n_any;
        }
    };
    match &values.holders {
        Holders::Clauses(_) => {
            let usual = Query::default().reach(facet);
            let total = |local: usize, reach| match (values.by_clause(reach), &entry.live) {
                (Some(clauses), Some(live)) => clauses.postings.get(local).count_in(live),
                (Some(clauses), None) => clauses.postings.n_clauses(local),
                (None, _) => 0,
            };
            for local in 0..values.keys.len() {
                add(local, total(local, usual), total(local, Reach::Wide));
            }
        }
        Holders::Documents(values) => {
            let documents = values.iter().zip(&entry.positions).zip(0..);
            for ((local, _), document) in documents.filter(|((_, position), _)| position.is_some()) {
                let n_clauses = entry.segment.places.clauses_of(document).len() as u32;
                add(local as usize, n_clauses, n_clauses);
            }
        }
    }
}

struct Tree<'t> {
    known: &'t Interner,
    nodes: &'t [Node],
    children: &'t [Vec<u32>],
}

impl Tree<'_> {
    fn key(&self, number: u32) -> &str {
        self.known.words().get(number as usize)
    }

    fn sorted(&self, mut numbers: Vec<u32>) -> Vec<Value> {
        numbers.sort_unstable_by_key(|number| {
            let node = self.nodes.get(*number as usize).copied().unwrap_or_default();
            (Reverse(node.n_addressee), Reverse(node.n_any), self.key(*number))
        });
        numbers.into_iter().map(|number| self.value(number)).collect()
    }

    fn value(&self, number: u32) -> Value {
        Value {
            key: self.key(number).to_owned(),
            number: ValueNumber(number),
            total: self.nodes.get(number as usize).map_or(0, |node| node.n_addressee),
            children: self.sorted(self.children.get(number as usize).cloned().unwrap_or_default()),
        }
    }
}
