use crate::address::View;
use crate::query::Place;
use crate::ui::browser::matches::{MatchesInView, matches_in_view};
use crate::ui::browser::{Listener, Soon, page, soon};
use crate::ui::markup::{button, el};
use crate::ui::state::{UiAction, ViewContext};
use yew::prelude::*;

/// How long after the last move of the page the reader's place is looked for, in milliseconds.
const PAUSE: u32 = 120;

/// How often it is looked for once more while no match is drawn in view or below: a link opens before its text is there.
const TRIES: u8 = 20;

/// What the reader is about.
#[derive(Properties, PartialEq)]
pub struct MatchPositionProps {
    /// What the reader is about.
    pub cx: ViewContext,
}

/// Which of the matches the reader is at: the one chosen, or else the first in view; if none is, which is next and where.
///
/// It draws itself as the page is scrolled, and nothing else with it.
pub struct MatchPosition {
    seen: MatchesInView,
    tries: u8,
    soon: Option<Soon>,
    _scrolled: [Option<Listener>; 2],
}

/// What happens to it.
pub enum PositionMessage {
    /// The page moves.
    Scrolled,
    /// It has come to rest.
    Look,
}

impl Component for MatchPosition {
    type Message = PositionMessage;
    type Properties = MatchPositionProps;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let scrolled = page::on_scroll(move || link.send_message(PositionMessage::Scrolled));
        Self { seen: MatchesInView::default(), tries: 0, soon: None, _scrolled: scrolled }
    }

    fn update(&mut self, ctx: &Context<Self>, message: PositionMessage) -> bool {
        match message {
            PositionMessage::Scrolled => {
                let link = ctx.link().clone();
                self.soon = Some(soon(PAUSE, move || link.send_message(PositionMessage::Look)));
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

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        self.tries = TRIES;
        ctx.link().send_message(PositionMessage::Look);
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
                    let id = id.as_str().into();
                    let place = if cx.wide { texts.place(&id) } else { texts.short_place(&id) };
                    let words = texts.criterion.with_all(&[&of(n), &place]);
                    button([&words, arrow].concat(), go).attr("class", "quiet")
                }))
            }
            _ => near,
        };
        el("div").attr("class", "position").with(status).with(near).into()
    }
}

/// The number of the first match in a paragraph of the document that is shown.
fn number_at(cx: &ViewContext, paragraph: &str) -> Option<u32> {
    let (document, shown) = cx.corpus.document(&cx.address)?;
    let paragraph = shown.paragraphs.iter().position(|of| of.id.as_str() == paragraph)?;
    let answer = &cx.results.answer;
    // One without a match of its own continues the clause that was found before it.
    let is_own = cx.results.paragraphs.get(paragraph).is_some_and(|found| found.clauses != 0);
    let n = answer.n_before_place(Place { document, paragraph, clause: 0 }) + u32::from(is_own);
    (1..=answer.n_clauses).contains(&n).then_some(n)
}
