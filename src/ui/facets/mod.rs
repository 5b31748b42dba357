//! The filters: each facet with its values, and how many clauses each would leave.
//!
//! The order never changes while a reader filters, and a value that would leave nothing keeps its place: what is
//! under the hand stays there.

mod group;
mod row;
mod shown;

pub use group::{FacetGroup, FacetGroupProps};
pub use row::{Row, row};
pub use shown::{Shown, shown};

use crate::ui::markup::el;
use crate::ui::state::Scene;
use yew::prelude::*;

/// All the facets.
pub fn facets(scene: &Scene) -> Html {
    let mut facets = el("div").attr("class", "facets");
    for at in 0..scene.shelf.index().facets().len() {
        facets = facets.node(html! { <FacetGroup {at} scene={scene.clone()} /> });
    }
    facets.into()
}
