use crate::i18n::Texts;
use crate::query::Stance;
use crate::ui::markup::{El, el, sign};
use yew::{Callback, Event};

/// The properties of a facet value's row.
pub struct ValueRow<'a> {
    /// The interface's texts.
    pub texts: &'a Texts,
    /// Its name.
    pub label: String,
    /// The language of the name, if it is not the interface's.
    pub lang: Option<&'static str>,
    /// A further explanation.
    pub gloss: Option<String>,
    /// How many clauses choosing it would leave.
    pub count: u32,
    /// Whether it is chosen or excluded.
    pub stance: Stance,
    /// Chooses it, or removes the choice.
    pub choose: Callback<Event>,
    /// Excludes it, or removes the exclusion.
    pub exclude: Callback<Event>,
    /// Its key, and whether it is the list's tab stop (roving tabindex).
    pub stop: (&'a str, bool),
    /// For a value without clauses here: where it has some, in words, and an action that goes there.
    pub elsewhere: Option<(String, Callback<Event>)>,
    /// Whether it is expanded, and an action that toggles that; none without child values.
    pub fold: Option<(bool, Callback<Event>)>,
}

/// Renders a value: a button that chooses it, one that excludes it, one that expands it.
pub fn row(row: ValueRow) -> El {
    let ValueRow { texts, label, lang, gloss, count, stance, choose, exclude, stop, elsewhere, fold } = row;
    // A value that would leave nothing is disabled but not hidden; a chosen one can always be removed.
    let barren = count == 0 && stance == Stance::Open && elsewhere.is_none();
    let (elsewhere, choose) = match elsewhere {
        Some((words, go)) => (Some(words), go),
        None => (None, choose),
    };
    let (key, is_stop) = stop;
    let tab = if is_stop { "0" } else { "-1" };
    let excluded = stance == Stance::Excluded;
    let stands = match stance {
        Stance::Open if barren => "barren",
        Stance::Open => "open",
        Stance::Chosen => "chosen",
        Stance::Excluded => "excluded",
    };
    let shown_gloss = gloss.clone().filter(|_| lang.is_some());
    let name = el("span").attr("class", "name").maybe("lang", lang).text(label.clone());
    // With a gloss, the accessible name is the visible text in two languages. Otherwise the number gets its noun.
    let spoken = shown_gloss.is_none().then(|| {
        let mut spoken = label.clone();
        if let Some(words) = &elsewhere {
            spoken.extend([" ", words]);
        }
        [&spoken, texts.comma, &texts.n_clauses_in_digits(count)].concat()
    });
    let small = shown_gloss.into_iter().chain(elsewhere);
    let name = name.text(" ").with_each(small.map(|words| el("small").text(words)));
    let choice = sign(if barren { Callback::noop() } else { choose })
        .attr("class", "choose")
        .truth("aria-pressed", stance == Stance::Chosen)
        .maybe("aria-disabled", barren.then_some("true"))
        .attr("tabindex", tab)
        .maybe("aria-label", spoken)
        .maybe("title", gloss)
        .with(el("span").attr("class", "tick").attr("aria-hidden", "true"))
        .with(name)
        .text(" ")
        .with(el("span").attr("class", "count").text(count.to_string()));
    let fold = fold.map(|(open, folded)| {
        let name = texts.detail.with(&label);
        sign(folded)
            .attr("tabindex", "-1")
            .attr("class", "fold")
            .truth("aria-expanded", open)
            .attr("aria-label", name)
    });
    let name = if excluded { texts.no_longer_exclude } else { texts.exclude }.with(&label);
    // Always present: the elements before it would be exchanged when it comes or goes.
    let exclusion = sign(exclude)
        .attr("tabindex", "-1")
        .attr("class", "exclude")
        .flag("hidden", count == 0 && stance == Stance::Open)
        .truth("aria-pressed", excluded)
        .attr("title", name.clone())
        .attr("aria-label", name);
    let row = el("div").attr("class", "row").attr("data-key", key.to_owned()).attr("data-stance", stands);
    row.with_each(fold).with(choice).with(exclusion)
}
