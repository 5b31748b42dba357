//! In which order the values of a facet stand.

use crate::model::VerbId;
use crate::query::{Facet, Value};
use crate::text::fold::fold;
use crate::ui::state::ViewContext;
use std::cmp::Reverse;

/// In which order the values of a facet stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Those that leave most clauses first, by the numbers shown; those that leave as many, as the index has them.
    #[default]
    Number,
    /// By their names.
    Name,
    /// The verbs that bind most first: an order of our own, and it says so.
    Strength,
}

impl Order {
    /// Every order, as it is offered.
    pub const ALL: [Self; 3] = [Self::Number, Self::Name, Self::Strength];

    /// Whether a facet can be in it.
    pub fn is_for(self, facet: Facet) -> bool {
        self != Self::Strength || facet == Facet::Action
    }

    /// Values in this order.
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

/// That of a verb, or of the strongest verb below.
fn strength_of(value: &Value, cx: &ViewContext) -> u8 {
    let verb = cx.corpus.glossary().verb(&VerbId::from(value.key.as_str()));
    let own = verb.map_or(1, |verb| verb.strength);
    value.children.iter().map(|child| strength_of(child, cx)).fold(own, u8::max)
}
