use crate::model::Role;
use crate::ui::markup::{El, button, el};
use crate::ui::state::{MARKS, UiAction, ViewContext};

/// The switch of the marks of actors and topics in all of the text; while it is on, what each mark means.
pub fn legend(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let on = cx.settings.marks();
    let words = texts.settings_each.get(MARKS).map_or("", |(words, _)| words);
    let switch = button(words, cx.callback(UiAction::Set(MARKS, usize::from(!on)))).truth("aria-pressed", on);
    let legend = el("div").attr("class", "legend").attr("lang", texts.language.code());
    let legend = legend.with(switch.attr("class", "toggle"));
    if !on {
        return legend;
    }
    let mark = |name: &'static str, words: &'static str| el("span").attr(name, "").text(words);
    let roles = Role::ALL.map(|role| el("span").attr("data-role", role.key()).text(texts.role(role)));
    let marks = roles.into_iter().chain([mark("data-evidence", texts.topics)]);
    legend.with(el("ul").with_each(marks.map(|mark| el("li").with(mark))))
}
