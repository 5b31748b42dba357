//! The settings dialog. Changes apply immediately.

use crate::ui::controls::switch;
use crate::ui::markup::el;
use crate::ui::state::{UiAction, ViewContext};
use yew::Html;

/// The dialog: one control per setting.
pub fn settings(cx: &ViewContext) -> Html {
    let texts = cx.texts();
    let mut all = el("div");
    for (n, ((of, chosen), (legend, labels))) in cx.settings.values().zip(texts.settings_each).enumerate() {
        let values = of.values.iter().zip(labels.split('|')).enumerate();
        let choose = |value| UiAction::ChooseSetting { setting: n, value };
        let options: Vec<_> = values.map(|(value, (key, label))| (*key, label, choose(value))).collect();
        all = all.with(switch(cx, of.key, legend, chosen, &options));
    }
    all.with(el("p").attr("class", "hint").text(texts.translated)).into()
}
