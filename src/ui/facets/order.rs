//! Sorts the values of a facet.

use crate::model::VerbId;
use crate::query::{Facet, Value};
use crate::text::fold::fold;
use crate::ui::state::ViewContext;
use std::cmp::Reverse;

/// The order of a facet's values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By the counts shown, the largest first; equal counts in the index's order.
    #[default]
    Number,
    /// By name.
    Name,
    /// The most binding verbs first: an editorial order, labelled as such.
    Strength,
}

impl Order {
    /// Every order, as offered.
    pub const ALL: [Self; 3] = [Self::Number, Self::Name, Self::Strength];

    /// Whether it applies to a facet.
    pub fn is_for(self, facet: Facet) -> bool {
        self != Self::Strength || facet == Facet::Action
    }

    /// Sorts values.
    pub fn sorted<'v>(self, values: Vec<&'v Value>, facet: Facet, cx: &ViewContext) -> Vec<&'v Value> {
        let key = |value: &Value| match self {
            Self::Number => (Reverse(cx.results.answer.counts.of(facet, &value.key)), String::new()),
            Self::Strength => (Reverse(u32::from(strength_of(value, cx))), String::new()),
            Self::Name => (Reverse(0), fold(&cx.corpus.label(facet, &value.key, cx.texts()))),
        };
        let mut values = values;
        values.sort_by_cached_key(|value| key(value));
        values
    }
}

/// The strength of a verb, or of the strongest verb below a value.
fn strength_of(value: &Value, cx: &ViewContext) -> u8 {
    let verb = cx.corpus.glossary().verb(&VerbId::from(value.key.as_str()));
    let own = verb.map_or(1, |verb| verb.strength);
    value.children.iter().map(|child| strength_of(child, cx)).fold(own, u8::max)
}
