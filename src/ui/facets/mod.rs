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

use crate::ui::state::Scene;
use yew::prelude::*;

/// All the facets.
pub fn facets(scene: &Scene) -> Html {
    let group = |at: usize| html! { <FacetGroup key={at} {at} scene={scene.clone()} /> };
    html! { <div class="facets">{for (0..scene.shelf.index().facets().len()).map(group)}</div> }
}
