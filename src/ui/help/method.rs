use crate::ui::markup::{El, el};
use crate::ui::state::ViewContext;

/// How texts are analysed, how accurately, and the limits.
pub fn method(cx: &ViewContext) -> Vec<El> {
    let texts = cx.texts();
    let section = |(heading, words): (&'static str, &'static str)| [el("h2").text(heading), el("p").text(words)];
    let mut rows = el("tbody");
    for (measure, figure) in texts.measures {
        rows = rows.with(el("tr").with(el("th").attr("scope", "row").text(measure)).with(el("td").text(figure)));
    }
    let [reading, terms, limits] = texts.method_sections;
    let all = el("div")
        .attr("class", "method")
        .with(el("p").attr("class", "hint").text(texts.method_lead))
        .with(el("p").attr("class", "hint").text(texts.translated))
        .with_each(section(reading))
        .with_each(section(terms))
        .with_each(section((texts.help_labels, texts.help_labels_text)))
        .with(el("h2").text(texts.measured))
        .with(el("table").attr("aria-label", texts.measured).with(rows))
        .with_each(section(limits));
    vec![all]
}
