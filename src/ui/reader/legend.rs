use crate::i18n::part_in;
use crate::model::Part;
use crate::model::Role;
use crate::ui::browser::page;
use crate::ui::markup::{El, On, button, el};
use crate::ui::state::{MARKS, UiAction, ViewContext};
use yew::Event;

/// The switch for marking actors and topics in the whole text, with a legend while it is on.
pub fn legend(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let on = cx.settings.marks();
    let words = texts.settings_each.get(MARKS).map_or("", |(words, _)| words);
    let switch = button(words, cx.callback(UiAction::ChooseSetting { setting: MARKS, value: usize::from(!on) }))
        .truth("aria-pressed", on);
    let legend = el("div").attr("class", "legend").attr("lang", texts.language.code());
    let legend = legend.with(switch.attr("class", "toggle")).with_each(contents(cx));
    if !on {
        return legend;
    }
    let mark = |name: &'static str, words: &'static str| el("span").attr(name, "").text(words);
    let roles = Role::ALL.map(|role| el("span").attr("data-role", role.key()).text(texts.role(role)));
    let marks = roles.into_iter().chain([mark("data-evidence", texts.topics)]);
    legend.with(el("ul").with_each(marks.map(|mark| el("li").with(mark))))
}

/// The list of paragraphs by part, for navigation.
fn contents(cx: &ViewContext) -> Option<El> {
    let document = cx.document()?;
    let words = cx.texts().page.go_to;
    let chosen = cx.dispatch.reform(|event: Event| {
        let place = page::value_of(&event);
        page::reset_list(&event);
        UiAction::GoTo(place)
    });
    let mut list = el("select").attr("class", "contents").attr("aria-label", words).on(On::Change, chosen);
    list = list.with(el("option").attr("value", "").flag("selected", true).text(words));
    let mut groups: Vec<(Part, El)> = Vec::new();
    for paragraph in &document.paragraphs {
        let part = paragraph.part;
        if matches!(part, Part::Heading | Part::Closing) {
            continue;
        }
        if groups.last().is_none_or(|(last, _)| *last != part) {
            let group = el("optgroup").attr("label", part_in(document.language, part));
            groups.push((part, group.attr("lang", document.language.code())));
        }
        let begins: String = paragraph.text.chars().take(48).collect();
        let number = paragraph.number.as_deref().map(|number| [number, " "].concat()).unwrap_or_default();
        let line =
            el("option").attr("value", paragraph.id.as_str().to_owned()).text([&number, &*begins, "…"].concat());
        if let Some((part, group)) = groups.pop() {
            groups.push((part, group.with(line)));
        }
    }
    Some(list.with_each(groups.into_iter().map(|(_, group)| group)))
}
