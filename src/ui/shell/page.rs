use super::{bar, chips, empty, found, welcome};
use crate::ui::controls::Dialog;
use crate::ui::facets::facets;
use crate::ui::help::help;
use crate::ui::reader::Reader;
use crate::ui::state::{Act, FILTERS, Panel, Scene};
use yew::prelude::*;

/// From this width on the filters stand beside the document. The stylesheet has the same figure.
pub const WITH_SIDE: &str = "(min-width: 62.5rem)";

/// All that is on the page.
pub fn page(scene: &Scene) -> Html {
    let texts = scene.texts();
    html! {
        <>
            <a class="skip" href="#text">{texts.skip_to_text}</a>
            {bar(scene)}
            <div class="columns">
                {scene.wide.then(|| html! {
                    <aside id={FILTERS} class="side" aria-labelledby="filters-heading" tabindex="-1">
                        <h2 id="filters-heading">{texts.filters}</h2>
                        {facets(scene)}
                    </aside>
                })}
                <main id="text" tabindex="-1">
                    {found(scene)}
                    {chips(scene)}
                    {empty(scene)}
                    {welcome(scene)}
                    <Reader scene={scene.clone()} />
                </main>
            </div>
            {(!scene.wide).then(|| dialog(scene, Panel::Filters, "filters", texts.filters, || html! {
                <>
                    {facets(scene)}
                    <button type="button" class="main" onclick={scene.click(Act::Open(None))}>
                        {texts.show_found.with(&texts.n_clauses(scene.results.answer.n_clauses))}
                    </button>
                </>
            }))}
            {dialog(scene, Panel::Help, "help", texts.help, || help(texts))}
        </>
    }
}

fn dialog(
    scene: &Scene,
    panel: Panel,
    name: &'static str,
    heading: &'static str,
    contents: impl FnOnce() -> Html,
) -> Html {
    let open = scene.panel == Some(panel);
    let children = if open { contents() } else { Html::default() };
    html! { <Dialog key={name} scene={scene.clone()} {name} {heading} {open}>{children}</Dialog> }
}
