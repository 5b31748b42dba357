use super::{bar, chips, empty, found, lacking, map, offline, renewal, view, views, welcome};
use crate::ui::controls::Dialog;
use crate::ui::facets::facets;
use crate::ui::markup::{El, button, el};
use crate::ui::state::{Act, FILTERS, Panel, Scene, Searched, TEXT};
use crate::ui::{help, settings, share};
use yew::prelude::*;

/// From this width on the filters stand beside the document. The stylesheet has the same figure.
pub const WITH_SIDE: &str = "(min-width: 62.5rem)";

/// All that is on the page.
pub fn page(scene: &Scene) -> Html {
    let texts = scene.texts();
    let mut columns = el("div").attr("class", "columns");
    if scene.wide {
        let side = el("aside").attr("id", FILTERS).attr("class", "side").attr("aria-label", texts.filters);
        columns = columns.with(side.attr("tabindex", "-1").node(facets(scene)));
    }
    // What comes and goes has a place that stays, or else what stands before it would be drawn anew, and lose the focus.
    let passing = el("div")
        .with_each(lacking(scene))
        .with_each(unfinished(scene))
        .with_each(chips(scene))
        .with_each((scene.results.answer.n_clauses == 0).then(|| empty(scene)))
        .with_each(welcome(scene));
    let main = el("main")
        .attr("id", TEXT)
        .attr("tabindex", "-1")
        .with(share::printed(scene))
        .with(views(scene))
        .with(found(scene))
        .with(passing)
        .node(view(scene))
        .with(el("footer").attr("class", "foot").with(offline(scene.edition, texts)));
    let page = el("div").with(bar(scene)).with(columns.with(main)).with(map(scene)).with(renewal(scene));
    let page = if scene.wide { page } else { page.node(dialog(scene, Panel::Filters, "filters", texts.filters)) };
    let page = page.node(dialog(scene, Panel::Help, "help", texts.help));
    page.node(dialog(scene, Panel::Settings, "settings", texts.settings)).with(share::copied(scene)).into()
}

/// That a regular expression cannot be read, or not yet: as long as that is so, all is found.
fn unfinished(scene: &Scene) -> Option<El> {
    let words = scene.texts().pattern_unfinished.with(scene.address.query.text.trim());
    let words = el("p").attr("class", "sorry").attr("role", "status").text(words);
    matches!(scene.searched, Searched::Unfinished).then_some(words)
}

fn dialog(scene: &Scene, panel: Panel, name: &'static str, heading: &'static str) -> Html {
    let open = scene.panel == Some(panel);
    let children = match panel {
        _ if !open => Html::default(),
        Panel::Help => help::help(scene),
        Panel::Settings => settings::settings(scene),
        Panel::Filters => {
            let n = scene.texts().n_clauses(scene.results.answer.n_clauses);
            let show = button(scene.texts().show_found.with(&n), scene.will(Act::Open(None)));
            el("div").node(facets(scene)).with(show.attr("class", "main")).into()
        }
    };
    html! { <Dialog key={name} scene={scene.clone()} {name} {heading} {open}>{children}</Dialog> }
}
