use crate::address::View;
use crate::query::Place;
use crate::ui::browser::matches::{MatchesInView, matches_in_view};
use crate::ui::browser::{DelayedCall, Listener, call_after, page};
use crate::ui::markup::{El, button, el};
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

/// The position among the matches: the selected one, else the first in the viewport; if there is none, the next one and its
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
        if cx.unsettled {
            return Html::default();
        }
        let texts = cx.texts();
        let total = cx.results.answer.n_clauses;
        let of = |n: u32| texts.match_of.with_all(&[&n.to_string(), &total.to_string()]);
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
                near.with_each(number_at(cx, id).map(|n| {
                    let place = texts.short_place(&id.as_str().into());
                    let words = texts.criterion.with_all(&[&of(n), &place]);
                    button([&words, arrow].concat(), go).attr("class", "quiet")
                }))
            }
            (None, None, None) => near.with_each(first_match(cx)),
            _ => near,
        };
        el("div").attr("class", "position").with(status).with(near).into()
    }
}

/// The way to the first match, if the document that is shown has none, or the view shows none.
fn first_match(cx: &ViewContext) -> Option<El> {
    let (shown, _) = cx.corpus.document(&cx.address)?;
    if cx.address.view == View::Text && cx.results.paragraphs.iter().any(InParagraph::any) {
        return None;
    }
    let (texts, answer) = (cx.texts(), &cx.results.answer);
    let after = answer.first_from(Place { document: shown, paragraph: 0, clause: 0 });
    let next = after.or_else(|| answer.nth(0))?;
    let n = (answer.n_before_place(next) + 1).to_string();
    let of = texts.match_of.with_all(&[&n, &answer.n_clauses.to_string()]);
    let found = cx.corpus.match_at(next)?;
    let place = if next.document == shown {
        texts.short_place(&found.parts()?.0.id)
    } else {
        found.document.label().to_owned()
    };
    let words = texts.criterion.with_all(&[&of, &place]);
    let go = cx.callback(UiAction::Match { forward: true });
    Some(button([&words, "\u{a0}↓"].concat(), go).attr("class", "quiet"))
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
