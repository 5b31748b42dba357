//! The filters: each facet with its values and the number of clauses each would leave.
//!
//! The reader chooses the order. The order by count uses the counts shown, which ignore the facet's own choices, so values
//! do not move while they are clicked.

mod found;
mod group;
mod order;
mod row;
mod shown;

pub use found::FacetSearch;
pub use group::FacetGroup;
pub use order::Order;
pub use row::{ValueRow, row};
pub use shown::{VisibleValues, is_long, shown};

use crate::query::Facet;
use crate::ui::markup::el;
use crate::ui::state::ViewContext;
use yew::prelude::*;

/// All facets.
pub fn facets(cx: &ViewContext) -> Html {
    let mut facets = el("div").attr("class", "facets");
    let several = cx.asks_several();
    // The part comes first: the coarsest choice and the shortest list, visible without scrolling.
    let rest = Facet::ALL.into_iter().filter(|facet| *facet != Facet::Part);
    for facet in [Facet::Part].into_iter().chain(rest).filter(|facet| several || !facet.is_of_documents()) {
        // Without annotations there is nothing to filter by.
        if facet != Facet::Annotation || !cx.annotations.all.is_empty() {
            facets = facets.node(html! { <FacetGroup key={facet as u64} {facet} cx={cx.clone()} /> });
        }
    }
    facets.into()
}
