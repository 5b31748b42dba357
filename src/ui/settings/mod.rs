//! The settings dialog. Changes apply immediately.

use crate::ui::controls::switch;
use crate::ui::markup::el;
use crate::ui::state::{UiAction, ViewContext};
use yew::Html;

/// The dialog: one control per setting.
pub fn settings(cx: &ViewContext) -> Html {
    let texts = cx.texts();
    let mut all = el("div");
    for (n, ((setting, chosen), (legend, labels))) in cx.settings.values().zip(texts.settings_each).enumerate() {
        let values = setting.values.iter().zip(labels.split('|')).enumerate();
        let options: Vec<_> = values.map(|(value, (key, label))| (*key, label, UiAction::Set(n, value))).collect();
        all = all.with(switch(cx, setting.key, legend, chosen, &options));
    }
    all.with(el("p").attr("class", "hint").text(texts.translated)).into()
}
