use crate::query::Stance;
use crate::ui::browser::history;
use crate::ui::markup::{El, el};
use crate::ui::state::{Scene, Step};

/// That the link which the reader came by asks for values that no document has: they are left out, and whoever is not told
/// takes what is shown for the answer.
pub fn lacking(scene: &Scene) -> Option<El> {
    if scene.step != Step::Arrived {
        return None;
    }
    let texts = scene.texts();
    let mut lacking = String::new();
    for choice in history::read().query.choices {
        if scene.address.query.stance(choice.facet, &choice.value) == Stance::Open {
            lacking.extend([if lacking.is_empty() { "" } else { texts.comma }, &choice.value]);
        }
    }
    let words = el("p").attr("class", "sorry").attr("role", "alert").text(texts.link_lacking.with(&lacking));
    (!lacking.is_empty()).then_some(words)
}
