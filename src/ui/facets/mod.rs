//! The filters: each facet with its values, and how many clauses each would leave.
//!
//! A reader chooses the order. By number is by the numbers shown: they leave out the choices in the facet itself, so that a
//! facet keeps its order while values are chosen in it, and what is under the hand stays there.

mod found;
mod group;
mod order;
mod row;
mod shown;

pub use found::Sought;
pub use group::{FacetGroup, FacetGroupProps};
pub use order::Order;
pub use row::{ValueRow, row};
pub use shown::{Shown, is_long, shown};

use crate::query::Facet;
use crate::ui::markup::el;
use crate::ui::state::ViewContext;
use yew::prelude::*;

/// All the facets.
pub fn facets(cx: &ViewContext) -> Html {
    let mut facets = el("div").attr("class", "facets");
    let several = cx.asks_several();
    // The part is the coarsest choice and the shortest list: it is seen without scrolling.
    let rest = Facet::ALL.into_iter().filter(|facet| *facet != Facet::Part);
    for facet in [Facet::Part].into_iter().chain(rest).filter(|facet| several || !facet.is_of_documents()) {
        // Who has put nothing beside clauses has nothing to filter by.
        if facet != Facet::Annotation || !cx.annotations.all.is_empty() {
            facets = facets.node(html! { <FacetGroup key={facet as u64} {facet} cx={cx.clone()} /> });
        }
    }
    facets.into()
}
