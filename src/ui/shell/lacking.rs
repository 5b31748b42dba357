use crate::query::Stance;
use crate::ui::browser::history;
use crate::ui::markup::{El, el};
use crate::ui::state::{Step, ViewContext};

/// That the link which the reader came by asks for values that no document has: they are left out, and a reader who is not told
/// takes what is shown for the answer.
pub fn lacking(cx: &ViewContext) -> Option<El> {
    if cx.step != Step::Arrived {
        return None;
    }
    let texts = cx.texts();
    let mut lacking = String::new();
    for choice in history::read().query.choices {
        if cx.address.query.stance(choice.facet, &choice.value) == Stance::Open {
            lacking.extend([if lacking.is_empty() { "" } else { texts.comma }, &choice.value]);
        }
    }
    let words = el("p").attr("class", "sorry").attr("role", "alert").text(texts.link_lacking.with(&lacking));
    (!lacking.is_empty()).then_some(words)
}
