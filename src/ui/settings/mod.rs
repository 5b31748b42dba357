//! How a reader likes the page, chosen in a dialog and seen at once.

use crate::ui::controls::switch;
use crate::ui::markup::el;
use crate::ui::state::{Act, Scene};
use yew::Html;

/// A switch a setting.
pub fn settings(scene: &Scene) -> Html {
    let texts = scene.texts();
    let mut all = el("div");
    for (n, ((setting, chosen), (legend, labels))) in scene.comfort.values().zip(texts.settings_each).enumerate() {
        let values = setting.values.iter().zip(labels.split('|')).enumerate();
        let options: Vec<_> = values.map(|(value, (key, label))| (*key, label, Act::Set(n, value))).collect();
        all = all.with(switch(scene, setting.key, legend, chosen, &options));
    }
    all.into()
}
