use super::shown::any_in;
use super::{FacetSearch, Order, ValueRow, VisibleValues, is_long, row, shown};
use crate::address::Address;
use crate::query::{Choice, Counts, Facet, NONE, Query, RoleScope, Stance, TopicScope, Value};
use crate::ui::browser::{DelayedCall, call_after, focus, page};
use crate::ui::controls::switch;
use crate::ui::markup::{El, On, button, el};
use crate::ui::state::{UiAction, ViewContext};
use std::cell::{Cell, OnceCell};
use yew::prelude::*;

/// The properties of a facet.
#[derive(Properties)]
pub struct FacetGroupProps {
    /// The facet.
    pub facet: Facet,
    /// The view context.
    pub cx: ViewContext,
}

/// Equal if the facet looks the same: most actions change no count, and rendering the facets takes longer than everything
/// else.
impl PartialEq for FacetGroupProps {
    fn eq(&self, other: &Self) -> bool {
        let (cx, others) = (&self.cx, &other.cx);
        self.facet == other.facet
            && cx.corpus == others.corpus
            && cx.results == others.results
            && cx.address.query == others.address.query
            && cx.texts().language == others.texts().language
    }
}

/// A facet: its heading and its visible values.
#[derive(Default)]
pub struct FacetGroup {
    /// Whether all values are shown.
    all: bool,
    /// The order of the values.
    order: Order,
    /// The letters that filter the values.
    typed: String,
    /// The values that the reader expanded or collapsed.
    folds: Vec<(String, bool)>,
    /// The value that had the focus last, which the Tab key returns to.
    stop: String,
    /// How many values are drawn beyond the first ones: hundreds at once would block the page.
    n_more: usize,
    /// Whether there are more to be drawn, and the call that draws them.
    is_cut: Cell<bool>,
    drawing: Option<DelayedCall>,
}

/// How many values are drawn in one go.
const STEP: usize = 40;

/// The delay before the next ones, in milliseconds.
const SOON: u32 = 16;

/// An action on the display of a facet.
#[derive(Clone)]
pub enum FacetMessage {
    /// Shows all values, or only the first ones.
    All(bool),
    /// Sets the order, by its index.
    Order(String),
    /// Sets the letters that filter the values.
    Find(String),
    /// Expands or collapses a value.
    Fold(String, bool),
    /// Focuses a value.
    Stop(String),
    /// Draws more of the values that are to be shown.
    More,
}

impl Component for FacetGroup {
    type Message = FacetMessage;
    type Properties = FacetGroupProps;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn update(&mut self, _: &Context<Self>, look: FacetMessage) -> bool {
        match look {
            FacetMessage::All(all) => (self.all, self.n_more) = (all, 0),
            FacetMessage::Order(place) => {
                let chosen = place.parse().ok().and_then(|place: usize| Order::ALL.get(place));
                self.order = chosen.copied().unwrap_or_default();
            }
            FacetMessage::Find(typed) => (self.typed, self.n_more) = (typed, 0),
            FacetMessage::More => self.n_more += STEP,
            FacetMessage::Fold(key, open) => {
                self.folds.retain(|(folded, _)| *folded != key);
                self.folds.push((key, open));
            }
            FacetMessage::Stop(key) => {
                let changed = self.stop != key;
                self.stop = key;
                return changed;
            }
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let link = ctx.link().clone();
        let draw = || call_after(SOON, move || link.send_message(FacetMessage::More));
        self.drawing = self.is_cut.get().then(draw);
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let cx = &ctx.props().cx;
        let facet = ctx.props().facet;
        let Some(values) = cx.corpus.index().facets().find(|values| values.facet == facet) else {
            return Html::default();
        };
        let texts = cx.texts();
        let other_role = OnceCell::new();
        let findable = is_long(&values.values);
        let order = findable.then_some(self.order);
        let mut rows = Rows { facet, cx, group: self, ctx, order, stop: String::new(), other_role: &other_role };
        let sorted = rows.sorted(values.values.iter().collect());
        let VisibleValues { values: first, more } = shown(sorted, self.all, |key| rows.touched(key));
        let typed = self.typed.trim();
        let sought = Some(FacetSearch { facet, typed, cx }).filter(|_| !typed.is_empty());
        let heading = ["facet-", Address::key_of_facet(facet)].concat();
        let mut section = el("section")
            .attr("class", "facet")
            .attr("aria-labelledby", heading.clone())
            .with(el("p").attr("class", "facet-name").attr("id", heading.clone()).text(texts.facet(facet)));
        if facet == Facet::Actor {
            section = section.with(roles(cx));
        }
        if facet == Facet::Topic {
            section = section.with(topics(cx));
        }
        // Optional parts have a permanent container; otherwise the elements before them would be replaced and lose the focus.
        let scale =
            (self.order == Order::Strength).then(|| el("p").attr("class", "scale").text(texts.strength_note));
        if findable {
            let name = texts.find_value(facet);
            let find = ctx.link().callback(|event: Event| FacetMessage::Find(page::value_of(&event)));
            let field = el("input").attr("type", "search").value(&self.typed).on(On::Input, find);
            let field = field.on(On::KeyDown, Callback::from(|event: Event| focus::enter_list(&event)));
            section = section
                .with(orders(ctx, self.order))
                .with(el("div").with_each(scale))
                .with(field.attr("aria-label", name).attr("placeholder", name).attr("autocomplete", "off"));
        }
        let mut passing = el("div");
        self.is_cut.set(false);
        let cut = |mut values: Vec<_>| {
            self.is_cut.set(values.len() > STEP + self.n_more);
            values.truncate(STEP + self.n_more);
            values
        };
        let list = if let Some(sought) = sought {
            let found = sought.among(&values.values);
            passing =
                passing.with(if found.is_empty() { el("p").text(texts.no_such_value) } else { sought.all(&found) });
            let found = cut(rows.sorted(found));
            rows.stop = rows.stop_among(&found);
            el("div").with(rows.toolbar(found, &heading))
        } else {
            let first = cut(first);
            rows.stop = rows.stop_among(&first);
            let list = el("div").with(rows.toolbar(first, &heading));
            let look = |words, all| button(words, rows.look(FacetMessage::All(all))).attr("class", "quiet");
            match more {
                Some(n) => list.with(look(texts.show_all.with(&n.to_string()), true)),
                None if self.all => list.with(look(texts.show_fewer.to_owned(), false)),
                None => list,
            }
        };
        section.with(passing).with(list).into()
    }
}

/// The control for the order.
fn orders(ctx: &Context<FacetGroup>, order_now: Order) -> El {
    let FacetGroupProps { facet, cx } = ctx.props();
    let texts = cx.texts();
    let chosen = ctx.link().callback(|event: Event| FacetMessage::Order(page::value_of(&event)));
    let mut orders = el("select")
        .attr("class", "order")
        .attr("aria-label", [texts.order, texts.comma, texts.facet(*facet)].concat())
        .on(On::Change, chosen);
    for (place, (order, words)) in Order::ALL.into_iter().zip(texts.orders).enumerate() {
        if order.is_for(*facet) {
            let option = el("option").attr("value", place.to_string()).flag("selected", order == order_now);
            orders = orders.with(option.text(words));
        }
    }
    orders
}

/// The control for the roles that count.
fn roles(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let chosen = if cx.address.query.role == RoleScope::Any { "any" } else { "addressee" };
    let options = [
        ("addressee", texts.role_addressee, UiAction::Role(RoleScope::Addressee)),
        ("any", texts.role_any, UiAction::Role(RoleScope::Any)),
    ];
    switch(cx, "role", texts.role_scope, chosen, &options)
}

/// The control for the topics that count.
fn topics(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let chosen = if cx.address.query.topics == TopicScope::Main { "main" } else { "all" };
    let options = [
        ("all", texts.topics_all, UiAction::Topics(TopicScope::All)),
        ("main", texts.topics_main, UiAction::Topics(TopicScope::Main)),
    ];
    switch(cx, "topics", texts.topic_scope, chosen, &options)
}

/// The data that all rows of a facet share.
struct Rows<'a> {
    facet: Facet,
    cx: &'a ViewContext,
    group: &'a FacetGroup,
    ctx: &'a Context<FacetGroup>,
    /// The order of the values; with few values, the index's order.
    order: Option<Order>,
    /// The value that is the tab stop.
    stop: String,
    /// The counts for any role, computed on demand.
    other_role: &'a OnceCell<Counts>,
}

impl Rows<'_> {
    /// The values, with arrow-key navigation.
    fn toolbar(&self, values: Vec<&Value>, heading: &str) -> El {
        let link = self.ctx.link().clone();
        let stops = Callback::from(move |event: Event| {
            if let Some(key) = focus::row_of(&event) {
                link.send_message(FacetMessage::Stop(key));
            }
        });
        el("div")
            .attr("role", "toolbar")
            .attr("aria-orientation", "vertical")
            .attr("aria-labelledby", heading.to_owned())
            .on(On::KeyDown, Callback::from(|event: Event| focus::rove(&event)))
            .on(On::FocusIn, stops)
            .with(self.list(values))
    }

    /// The value that had the focus last if it is visible, else the first one.
    fn stop_among(&self, values: &[&Value]) -> String {
        let stop = &self.group.stop;
        let is_shown = |value: &&Value| {
            value.key == *stop || self.is_open(value) && value.children.iter().any(|child| child.key == *stop)
        };
        if values.iter().any(is_shown) {
            return stop.clone();
        }
        self.sorted(values.to_vec()).first().map(|value| value.key.clone()).unwrap_or_default()
    }

    /// For an actor without a clause in the roles that count: how many it has in any role, with an action that shows them.
    fn elsewhere(&self, key: &str, count: u32) -> Option<(String, Callback<Event>)> {
        let query = &self.cx.address.query;
        let is_of_role = self.facet == Facet::Actor && key != NONE && query.role == RoleScope::Addressee;
        if count > 0 || !is_of_role || query.stance(self.facet, key) != Stance::Open {
            return None;
        }
        let query = Query { role: RoleScope::Any, ..query.clone() };
        let counts = self.other_role.get_or_init(|| self.cx.corpus.ask(&query, &self.cx.address).counts);
        let n = counts.of(self.facet, key);
        let mut asked = query;
        asked.choose(Choice { facet: self.facet, value: key.to_owned(), excluded: false });
        let words = || self.cx.texts().page.in_other_role.with(&n.to_string());
        (n > 0).then(|| (words(), self.cx.callback(UiAction::SetQuery(asked))))
    }

    fn sorted<'v>(&self, values: Vec<&'v Value>) -> Vec<&'v Value> {
        match self.order {
            Some(order) => order.sorted(values, self.facet, self.cx),
            None => values,
        }
    }

    fn list(&self, values: Vec<&Value>) -> El {
        el("ul").with_each(self.sorted(values).into_iter().map(|value| self.item(value)))
    }

    fn item(&self, value: &Value) -> El {
        let key = value.key.as_str();
        let (cx, facet, texts) = (self.cx, self.facet, self.cx.texts());
        let open = self.is_open(value);
        let parent = !value.children.is_empty();
        let toggle = |excluded| cx.callback(UiAction::Toggle(Choice { facet, value: value.key.clone(), excluded }));
        let count = cx.results.answer.counts.of(facet, key);
        let row = row(ValueRow {
            texts,
            stop: (key, self.stop == key),
            elsewhere: self.elsewhere(key, count),
            label: cx.corpus.label(facet, key, texts),
            lang: cx.corpus.foreign(facet, key, texts),
            gloss: cx.corpus.gloss(facet, key, texts),
            count,
            stance: cx.address.query.stance(facet, key),
            choose: toggle(false),
            exclude: toggle(true),
            fold: parent.then(|| (open, self.look(FacetMessage::Fold(value.key.clone(), !open)))),
        });
        // Keyed, since the button that opens the list has the focus: its row must be kept.
        let item = el("li").key(key).with(row.key("row"));
        if parent && open { item.with(self.list(value.children.iter().collect()).key("list")) } else { item }
    }

    fn look(&self, look: FacetMessage) -> Callback<Event> {
        self.ctx.link().callback(move |_| look.clone())
    }

    fn touched(&self, key: &str) -> bool {
        self.cx.address.query.stance(self.facet, key) != Stance::Open
    }

    /// Whether a value is expanded: as the reader set it, else by default.
    fn is_open(&self, value: &Value) -> bool {
        let by_hand = self.group.folds.iter().find(|(key, _)| *key == value.key);
        if let Some((_, open)) = by_hand {
            return *open;
        }
        // Verbs are expanded by default, since they are what readers look for; subtopics are too many.
        self.facet == Facet::Action
            || !self.group.typed.trim().is_empty()
            || value.children.iter().any(|child| any_in(child, &|key| self.touched(key)))
    }
}
