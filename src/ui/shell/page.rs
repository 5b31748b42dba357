use super::{bar, chips, found, map, offline, renewal, view, views, waiting, welcome};
use crate::ui::controls::Dialog;
use crate::ui::facets::facets;
use crate::ui::later;
use crate::ui::markup::{El, button, el};
use crate::ui::share;
use crate::ui::state::{Act, FILTERS, Later, Panel, Scene, Searched, TEXT};
use yew::prelude::*;

/// From this width on the filters stand beside the document. The stylesheet has the same figure.
pub const WITH_SIDE: &str = "(min-width: 62.5rem)";

/// All that is on the page.
pub fn page(scene: &Scene) -> Html {
    let texts = scene.texts();
    let mut columns = el("div").attr("class", "columns");
    if scene.wide {
        let side = el("aside").attr("id", FILTERS).attr("class", "side").attr("aria-label", texts.filters());
        columns = columns.with(side.attr("tabindex", "-1").node(facets(scene)));
    }
    // What comes and goes has a place that stays, or else what stands before it would be drawn anew, and lose the focus.
    let is_waiting = matches!(scene.searched, Searched::Waiting);
    let passing = el("div")
        // Whoever has annotations misses them.
        .with_each((scene.own.unread && scene.later == Later::Failed || is_waiting).then(|| waiting(scene)))
        .with_each((scene.later == Later::Here).then(|| later::lacking(scene)).flatten())
        .with_each(unfinished(scene))
        .with_each(chips(scene))
        .with_each(tongue_missing(scene))
        .with_each((scene.results.answer.n_clauses == 0).then(|| empty(scene)))
        .with_each(welcome(scene));
    let main = el("main")
        .attr("id", TEXT)
        .attr("tabindex", "-1")
        .with_each((scene.later == Later::Here).then(|| later::printed(scene)))
        .with(views(scene))
        .with(found(scene))
        .with(passing)
        .node(view(scene))
        .with(el("footer").attr("class", "foot").with(offline(scene.edition, texts)));
    let page = el("div").with(bar(scene)).with(columns.with(main)).with(map(scene)).with(renewal(scene));
    let page = if scene.wide { page } else { page.node(dialog(scene, Panel::Filters, "filters", texts.filters())) };
    let page = page.node(dialog(scene, Panel::Help, "help", texts.help()));
    page.node(dialog(scene, Panel::Settings, "settings", texts.settings())).with(share::copied(scene)).into()
}

/// What to do where nothing is found.
fn empty(scene: &Scene) -> El {
    if scene.later == Later::Here { later::empty(scene) } else { waiting(scene) }
}

/// That a regular expression cannot be read, or not yet: as long as that is so, all is found.
fn unfinished(scene: &Scene) -> Option<El> {
    let words = scene.texts().pattern_unfinished().with(scene.address.query.text.trim());
    let words = el("p").attr("class", "sorry").attr("role", "status").text(words);
    matches!(scene.searched, Searched::Unfinished).then_some(words)
}

/// Why the page is not in the language that it was asked to be in.
fn tongue_missing(scene: &Scene) -> Option<El> {
    let words = scene.texts().words_missing().with(scene.tongue_missing?.name());
    Some(el("p").attr("class", "sorry").attr("role", "alert").text(words))
}

fn dialog(scene: &Scene, panel: Panel, name: &'static str, heading: &'static str) -> Html {
    let open = scene.panel == Some(panel);
    let children = match panel {
        _ if !open => Html::default(),
        Panel::Help | Panel::Settings if scene.later != Later::Here => waiting(scene).into(),
        Panel::Help => later::help(scene),
        Panel::Settings => later::settings(scene),
        Panel::Filters => {
            let n = scene.texts().n_clauses(scene.results.answer.n_clauses);
            let show = button(scene.texts().show_found().with(&n), scene.will(Act::Open(None)));
            el("div").node(facets(scene)).with(show.attr("class", "main")).into()
        }
    };
    html! { <Dialog key={name} scene={scene.clone()} {name} {heading} {open}>{children}</Dialog> }
}
