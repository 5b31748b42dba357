use crate::i18n::Texts;
use crate::query::Stance;
use crate::ui::controls::truth;
use yew::prelude::*;

/// A value of a facet, how it stands, and what can be done with it.
pub struct Row<'a> {
    /// What the interface says.
    pub texts: &'a Texts,
    /// Its name.
    pub label: String,
    /// The language of the name, if it is not the interface's.
    pub lang: Option<&'static str>,
    /// What more there is to say of it.
    pub gloss: Option<String>,
    /// How many clauses choosing it would leave.
    pub count: u32,
    /// Whether it is chosen or excluded.
    pub stance: Stance,
    /// Chooses it, or takes it back.
    pub choose: Callback<MouseEvent>,
    /// Excludes it, or no longer.
    pub exclude: Callback<MouseEvent>,
    /// Whether the values beneath it are shown, and what shows or folds them; nothing if there are none.
    pub fold: Option<(bool, Callback<MouseEvent>)>,
}

/// Draws a value: a button that chooses it, one that excludes it, one that unfolds what is beneath.
pub fn row(row: Row) -> Html {
    let Row { texts, label, lang, gloss, count, stance, choose, exclude, fold } = row;
    // A value that would leave nothing stays where it is, and out of the way of the Tab key; one that was chosen
    // can always be taken back.
    let barren = count == 0 && stance == Stance::Open;
    let excluded = stance == Stance::Excluded;
    let stands = match stance {
        Stance::Open if barren => "barren",
        Stance::Open => "open",
        Stance::Chosen => "chosen",
        Stance::Excluded => "excluded",
    };
    let exclude_name = if excluded { texts.no_longer_exclude } else { texts.exclude }.with(&label);
    html! {
        <div class="row" data-stance={stands}>
            {fold.map(|(open, onclick)| html! {
                <button type="button" class="fold" aria-expanded={truth(open)} aria-label={texts.beneath.with(&label)}
                    {onclick}></button>
            })}
            <button type="button" class="choose" aria-pressed={truth(stance == Stance::Chosen)}
                aria-disabled={barren.then_some("true")} tabindex={barren.then_some("-1")}
                aria-label={[&label, ", ", &texts.n_clauses(count)].concat()} title={gloss.clone()}
                onclick={(!barren).then_some(choose)}>
                <span class="tick" aria-hidden="true"></span>
                <span class="name" {lang}>
                    {label}
                    {lang.and(gloss).map(|gloss| html! { <small>{gloss}</small> })}
                </span>
                <span class="count">{count}</span>
            </button>
            {(!barren).then(|| html! {
                <button type="button" class="exclude" aria-pressed={truth(excluded)} aria-label={exclude_name.clone()}
                    title={exclude_name} onclick={exclude}></button>
            })}
        </div>
    }
}
