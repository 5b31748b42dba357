use crate::address::View;
use crate::query::Place;
use crate::ui::browser::matches::{MatchesInView, matches_in_view};
use crate::ui::browser::{DelayedCall, Listener, call_after, page};
use crate::ui::markup::{El, button, el, sign};
use crate::ui::state::{InParagraph, UiAction, ViewContext};
use yew::prelude::*;

/// The delay between the last scroll event and finding the position, in milliseconds.
const PAUSE: u32 = 120;

/// How often the search is repeated while no match is drawn in or below the viewport: a link opens before its text is drawn.
const TRIES: u8 = 20;

/// The view context.
#[derive(Properties, PartialEq)]
pub struct MatchPositionProps {
    /// The view context.
    pub cx: ViewContext,
}

/// The steps between the matches, and the position among them: the selected one, else the first in the viewport; if there is none, the next one and its
/// direction.
///
/// It is a component, so that scrolling redraws only this.
pub struct MatchPosition {
    seen: MatchesInView,
    tries: u8,
    pending: Option<DelayedCall>,
    _scrolled: [Option<Listener>; 2],
}

/// The messages of the component.
pub enum PositionMessage {
    /// The page is scrolled.
    Scrolled,
    /// Scrolling has stopped.
    Look,
}

impl Component for MatchPosition {
    type Message = PositionMessage;
    type Properties = MatchPositionProps;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let scrolled = page::on_scroll(move || link.send_message(PositionMessage::Scrolled));
        Self { seen: MatchesInView::default(), tries: 0, pending: None, _scrolled: scrolled }
    }

    fn update(&mut self, ctx: &Context<Self>, message: PositionMessage) -> bool {
        match message {
            PositionMessage::Scrolled => {
                let link = ctx.link().clone();
                self.pending = Some(call_after(PAUSE, move || link.send_message(PositionMessage::Look)));
                false
            }
            PositionMessage::Look => {
                let seen = matches_in_view(&ctx.props().cx.address.place);
                if self.tries > 0 && seen.in_view.is_none() && seen.below.is_none() {
                    self.tries -= 1;
                    ctx.link().send_message(PositionMessage::Scrolled);
                }
                let changed = seen != self.seen;
                self.seen = seen;
                changed
            }
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &Self::Properties) -> bool {
        let cx = &ctx.props().cx;
        if cx.typing && cx.results != before.cx.results {
            // What was seen is marked for the letters before.
            self.seen = MatchesInView::default();
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        self.tries = TRIES;
        // The text is marked a little later than one types.
        let is_marked = !ctx.props().cx.typing;
        ctx.link().send_message(if is_marked { PositionMessage::Look } else { PositionMessage::Scrolled });
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let cx = &ctx.props().cx;
        // The view of deadlines lists only clauses that have one.
        if cx.unsettled || cx.n_listed() == 0 {
            return Html::default();
        }
        let texts = cx.texts();
        let of = |n: u32| match_of(cx, n);
        let at = cx.match_number().filter(|_| self.seen.is_place_in_sight || cx.address.view != View::Text);
        let said = at.map(|n| if cx.wrapped { [&of(n), " – ", texts.wrapped].concat() } else { of(n) });
        let status = el("p").attr("class", "match-number").attr("role", "status");
        let status = status.text(said.clone().unwrap_or_default());
        let near = el("div").attr("class", "match-near");
        let (first, elsewhere) = (self.seen.in_view.as_ref(), self.seen.below.as_ref());
        let near = match (said, first, elsewhere.or(self.seen.above.as_ref())) {
            (None, Some(first), _) => near.with_each(number_at(cx, first).map(|n| el("p").text(of(n)))),
            (None, None, Some(id)) => {
                let arrow = if elsewhere.is_some() { "\u{a0}↓" } else { "\u{a0}↑" };
                let go = cx.callback(UiAction::Match { forward: elsewhere.is_some() });
                let words = if cx.address.view == View::Text {
                    let place = texts.short_place(&id.as_str().into());
                    number_at(cx, id).map(|n| texts.criterion.with_all(&[&of(n), &place]))
                } else {
                    cx.place_of(id).and_then(|place| words_for(cx, place))
                };
                near.with_each(words.map(|words| button([&words, arrow].concat(), go).attr("class", "quiet")))
            }
            (None, None, None) => near.with_each(first_match(cx)),
            _ => near,
        };
        let step = |forward, name: &'static str, key: &'static str| {
            let step = sign(cx.callback(UiAction::Match { forward })).attr("aria-keyshortcuts", key);
            step.attr("aria-label", name).attr("title", name)
        };
        let steps = el("div").attr("class", "steps");
        let steps = steps.with(step(false, texts.previous_match, "p")).with(step(true, texts.next_match, "n"));
        let position = el("div").attr("class", "position").with(status).with(near);
        html! { <>{Html::from(steps)}{Html::from(position)}</> }
    }
}

/// The way to the first match, if the document that is shown has none, or the view shows none.
fn first_match(cx: &ViewContext) -> Option<El> {
    let (shown, _) = cx.corpus.document(&cx.address)?;
    if cx.address.view == View::Text && cx.results.paragraphs.iter().any(InParagraph::any) {
        return None;
    }
    let answer = &cx.results.answer;
    let next = match cx.results.sorted_before(cx.order_key()) {
        Some(order) => order.first().copied(),
        None => answer.first_from(Place { document: shown, paragraph: 0, clause: 0 }).or_else(|| answer.nth(0)),
    }?;
    let words = words_for(cx, next)?;
    let go = cx.callback(UiAction::Match { forward: true });
    Some(button([&words, "\u{a0}↓"].concat(), go).attr("class", "quiet"))
}

/// “2 of 23: § 5”; of another document, “2 of 23: A/RES/75/9”.
fn words_for(cx: &ViewContext, place: Place) -> Option<String> {
    let found = cx.corpus.match_at(place)?;
    let is_of_shown = cx.corpus.document(&cx.address).is_some_and(|(shown, _)| shown == place.document);
    let words =
        if is_of_shown { cx.texts().short_place(&found.parts()?.0.id) } else { found.document.label().to_owned() };
    Some(cx.texts().criterion.with_all(&[&match_of(cx, cx.number_of(place)?), &words]))
}

/// “2 of 23”.
fn match_of(cx: &ViewContext, n: u32) -> String {
    cx.texts().match_of.with_all(&[&n.to_string(), &cx.n_listed().to_string()])
}

/// The number of the match with an id, or of the first one in a paragraph of the document that is shown.
fn number_at(cx: &ViewContext, id: &str) -> Option<u32> {
    let (document, shown) = cx.corpus.document(&cx.address)?;
    if cx.address.view != View::Text {
        return cx.number_of(cx.place_of(id)?);
    }
    let paragraph = shown.paragraphs.iter().position(|of| of.id.as_str() == id)?;
    let answer = &cx.results.answer;
    // A paragraph without its own match continues the clause found before it.
    let is_own = cx.results.paragraphs.get(paragraph).is_some_and(|found| found.clauses != 0);
    let n = answer.n_before_place(Place { document, paragraph, clause: 0 }) + u32::from(is_own);
    (1..=answer.n_clauses).contains(&n).then_some(n)
}
