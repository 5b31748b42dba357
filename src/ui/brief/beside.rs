//! The brief in columns, one per actor, from the most to the least binding clause.

use super::{Item, strength_name};
use crate::model::{Clause, Role};
use crate::query::{Facet, NONE, Place, RoleScope, Stance, Value};
use crate::ui::markup::{El, el};
use crate::ui::state::ViewContext;
use std::cmp::Reverse;

/// How many actors are compared if the reader has not chosen any.
const N_COMPARED: usize = 2;

/// The places in the order of the columns: by strength, then by the first column that they are in.
pub fn in_order(cx: &ViewContext, items: &[Item]) -> Vec<Place> {
    let actors = compared(cx);
    let placed = |item: &Item| Some((Reverse(item.strength), item.column(&actors, cx)?, item.place));
    let mut order: Vec<_> = items.iter().filter_map(placed).collect();
    order.sort_unstable();
    order.into_iter().map(|(.., place)| place).collect()
}

/// The clauses by strength, in a column for each actor. A clause with two of the actors is in both columns.
pub fn columns(cx: &ViewContext, items: &[Item]) -> Vec<El> {
    let actors = compared(cx);
    let mut drawn = Vec::new();
    for strength in items.chunk_by(|one, other| one.strength == other.strength) {
        let Some(first) = strength.first() else { continue };
        let mut row = el("div").attr("class", "beside");
        let mut any = false;
        for (column, actor) in actors.iter().enumerate() {
            let mut of: Vec<&Item> = strength.iter().filter(|item| item.has(actor, cx)).collect();
            of.sort_by_key(|item| item.place);
            any |= !of.is_empty();
            let name = el("bdi").maybe("lang", cx.corpus.foreign(Facet::Actor, &actor.key, cx.texts()));
            let name = name.text(cx.corpus.label(Facet::Actor, &actor.key, cx.texts()));
            let heading = el("h3").with(name).text(" ").with(el("small").text(of.len().to_string()));
            let draw = |item: &Item| item.draw(cx, true, item.column(&actors, cx) == Some(column));
            let list = el("ol").with_each(of.into_iter().filter_map(draw));
            row = row.with(el("section").with(heading).with(list));
        }
        if any {
            drawn.push(el("h2").text(strength_name(first.strength, cx.texts())));
            drawn.push(row);
        }
    }
    drawn
}

/// The actors to compare: the chosen ones, in order of choice, else the most frequent.
fn compared(cx: &ViewContext) -> Vec<&Value> {
    let values = cx.corpus.index().facet(Facet::Actor).map(|of| of.values.as_slice()).unwrap_or_default();
    let query = &cx.address.query;
    let of_actor = query.choices.iter().filter(|choice| choice.facet == Facet::Actor && !choice.excluded);
    let chosen: Vec<&Value> = of_actor.filter_map(|choice| find(values, &choice.value)).collect();
    if !chosen.is_empty() {
        return chosen;
    }
    let count = |value: &&Value| cx.results.answer.counts.of(Facet::Actor, &value.key);
    let is_open = |value: &&Value| value.key != NONE && query.stance(Facet::Actor, &value.key) == Stance::Open;
    let mut named: Vec<&Value> = values.iter().filter(is_open).filter(|value| count(value) > 0).collect();
    named.sort_by_cached_key(|value| Reverse(count(value)));
    named.truncate(N_COMPARED);
    named
}

fn find<'v>(values: &'v [Value], key: &str) -> Option<&'v Value> {
    values.iter().find_map(|value| if value.key == key { Some(value) } else { find(&value.children, key) })
}

impl Item {
    /// The first column that the clause is in.
    fn column(&self, actors: &[&Value], cx: &ViewContext) -> Option<usize> {
        actors.iter().position(|actor| self.has(actor, cx))
    }

    /// Whether the clause names an actor, or one below it, in a role that counts.
    fn has(&self, actor: &Value, cx: &ViewContext) -> bool {
        let any_role = cx.address.query.role == RoleScope::Any;
        self.found.parts().is_some_and(|(_, clause)| names(clause, actor, any_role))
    }
}

fn names(clause: &Clause, actor: &Value, any_role: bool) -> bool {
    let counts = |role: Role| any_role || role == Role::Addressee;
    clause
        .actors
        .iter()
        .any(|mention| counts(mention.role) && find(std::slice::from_ref(actor), mention.actor.as_str()).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Mention, Span};
    use crate::query::ValueNumber;

    #[test]
    fn a_clause_is_an_actors_in_the_roles_that_count_and_by_what_belongs_to_it() {
        let value =
            |key: &str, children| Value { key: key.to_owned(), number: ValueNumber::default(), total: 1, children };
        let states = value("states", vec![value("member-states", Vec::new())]);
        let mention = |role| Mention { actor: "member-states".into(), role, span: Span::default(), within: None };
        let clause = |role| Clause { actors: vec![mention(role)], ..Clause::default() };
        assert!(names(&clause(Role::Addressee), &states, false));
        assert!(!names(&clause(Role::Partner), &states, false));
        assert!(names(&clause(Role::Partner), &states, true));
        assert!(!names(&clause(Role::Addressee), &value("unodc", Vec::new()), true));
    }
}
