use super::shown::{any_in, shown};
use super::{Row, Shown, row};
use crate::address::Address;
use crate::query::{Choice, Facet, RoleScope, Stance, Value};
use crate::ui::browser::page;
use crate::ui::controls::switch;
use crate::ui::state::{Act, Scene};
use yew::prelude::*;

/// Which facet, and what the reader is about.
#[derive(Properties, PartialEq)]
pub struct FacetGroupProps {
    /// The facet's place among the index's.
    pub at: usize,
    /// What the reader is about.
    pub scene: Scene,
}

/// A facet: its heading, and those of its values that are shown.
#[derive(Default)]
pub struct FacetGroup {
    /// Whether all values are shown.
    all: bool,
    /// The letters by which a value is looked for.
    typed: String,
    /// What the reader unfolded or folded by hand.
    folds: Vec<(String, bool)>,
}

/// What a reader does to the look of a facet.
#[derive(Clone)]
pub enum Look {
    /// Asks for all values, or for the first ones.
    All(bool),
    /// Types letters to find a value by.
    Find(String),
    /// Unfolds or folds what is beneath a value.
    Fold(String, bool),
}

impl Component for FacetGroup {
    type Message = Look;
    type Properties = FacetGroupProps;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn update(&mut self, _: &Context<Self>, look: Look) -> bool {
        match look {
            Look::All(all) => self.all = all,
            Look::Find(typed) => self.typed = typed,
            Look::Fold(key, open) => {
                self.folds.retain(|(folded, _)| *folded != key);
                self.folds.push((key, open));
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let scene = &ctx.props().scene;
        let Some(values) = scene.shelf.index().facets().get(ctx.props().at) else { return Html::default() };
        let texts = scene.texts();
        let facet = values.facet;
        let rows = Rows { facet, scene, group: self, ctx };
        let Shown { values, more, findable } = shown(
            &values.values,
            self.all,
            &self.typed,
            |key| {
                let gloss = scene.shelf.gloss(facet, key, texts).unwrap_or_default();
                [scene.shelf.label(facet, key, texts).as_str(), " ", &gloss].concat()
            },
            |key| rows.touched(key),
        );
        let id = ["facet-", Address::key_of_facet(facet)].concat();
        let more = match more {
            Some(n) => Some((texts.show_all.with(&n.to_string()), true)),
            None => self.all.then(|| (texts.show_fewer.to_owned(), false)),
        };
        html! {
            <section class="facet" aria-labelledby={id.clone()}>
                <h3 {id}>{(texts.facet)(facet)}</h3>
                {(facet == Facet::Actor).then(|| roles(scene))}
                {findable.then(|| {
                    let name = (texts.find_value)(facet);
                    let find = ctx.link().callback(|event: InputEvent| Look::Find(page::value_of(&event)));
                    html! {
                        <input type="search" value={self.typed.clone()} oninput={find} aria-label={name}
                            placeholder={name} autocomplete="off" />
                    }
                })}
                {values.is_empty().then(|| html! { <p>{texts.no_such_value}</p> })}
                {rows.list(values)}
                {more.map(|(words, all)| {
                    html! {
                        <button type="button" class="quiet" onclick={rows.look(Look::All(all))}>{words}</button>
                    }
                })}
            </section>
        }
    }
}

/// In which role actors count.
fn roles(scene: &Scene) -> Html {
    let texts = scene.texts();
    let chosen = if scene.address.query.role == RoleScope::Any { "any" } else { "addressee" };
    let options = vec![
        ("addressee", texts.role_addressee, Act::Role(RoleScope::Addressee)),
        ("any", texts.role_any, Act::Role(RoleScope::Any)),
    ];
    switch(scene, "role", texts.role_scope, chosen, options)
}

/// What the rows of a facet have in common.
struct Rows<'a> {
    facet: Facet,
    scene: &'a Scene,
    group: &'a FacetGroup,
    ctx: &'a Context<FacetGroup>,
}

impl Rows<'_> {
    fn list(&self, values: Vec<&Value>) -> Html {
        html! { <ul>{for values.into_iter().map(|value| self.item(value))}</ul> }
    }

    fn item(&self, value: &Value) -> Html {
        let key = value.key.as_str();
        let (scene, facet, texts) = (self.scene, self.facet, self.scene.texts());
        let open = self.is_open(value);
        let fold = (!value.children.is_empty()).then(|| (open, self.look(Look::Fold(value.key.clone(), !open))));
        let toggle = |excluded| scene.click(Act::Toggle(Choice { facet, value: value.key.clone(), excluded }));
        let children = fold.is_some() && open;
        html! {
            <li key={key}>
                {row(Row {
                    texts,
                    label: scene.shelf.label(facet, key, texts),
                    lang: scene.shelf.foreign(facet, key, texts),
                    gloss: scene.shelf.gloss(facet, key, texts),
                    count: scene.results.answer.counts.of(facet, key),
                    stance: scene.address.query.stance(facet, key),
                    choose: toggle(false),
                    exclude: toggle(true),
                    fold,
                })}
                {children.then(|| self.list(value.children.iter().collect()))}
            </li>
        }
    }

    fn look(&self, look: Look) -> Callback<MouseEvent> {
        self.ctx.link().callback(move |_| look.clone())
    }

    fn touched(&self, key: &str) -> bool {
        self.scene.address.query.stance(self.facet, key) != Stance::Open
    }

    /// Whether what is beneath a value is shown: as the reader left it, else where there is something to see.
    fn is_open(&self, value: &Value) -> bool {
        let by_hand = self.group.folds.iter().find(|(key, _)| *key == value.key);
        if let Some((_, open)) = by_hand {
            return *open;
        }
        // Verbs are what a reader comes for, so they lie open; the topics beneath others are many.
        self.facet == Facet::Action
            || !self.group.typed.trim().is_empty()
            || value.children.iter().any(|child| any_in(child, &|key| self.touched(key)))
    }
}
