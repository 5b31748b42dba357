use super::{
    Beside, ParagraphFocus, ParagraphView, Titles, column_beside, direction, legend, masthead, notes, reading,
    rows, side_by_side,
};
use crate::address::Rest;
use crate::annotations::Annotation;
use crate::compare::Pair;
use crate::i18n::{Texts, part_in};
use crate::model::{self, ClauseId, ParagraphId, Part, Reference, Resolution, Span};
use crate::ui::browser::{DelayedCall, Listener, call_after, page};
use crate::ui::markup::{El, On, button, el};
use crate::ui::state::{Document, InParagraph, UiAction, ViewContext};
use std::rc::Rc;
use yew::prelude::*;

/// From this width the analysis of a clause is in the margin, where it can follow the pointer without moving the text. The
/// stylesheet has the same number.
const WITH_MARGIN: &str = "(min-width: 80rem)";

/// How many paragraphs are drawn at a time while the page is hidden: drawing all in one go would block a phone.
const STEP: usize = 12;

/// How long after a keystroke the text is marked, in milliseconds. The counts come first: the first letter marks hundreds of
/// places, and the reader goes on typing.
const AFTER_THE_COUNTS: u32 = 40;

/// How many search hits are marked at a time. An expression may find thousands: marked in one go they block the page, 0.4 s for
/// 27,000 of one letter each.
const N_HITS: usize = 500;

/// The view context.
#[derive(Properties, PartialEq)]
pub struct DocumentViewProps {
    /// The view context.
    pub cx: ViewContext,
}

/// The document that is shown.
pub struct DocumentView {
    /// The clause under the pointer or the focus.
    hovered: Option<ClauseId>,
    /// How many paragraphs are drawn so far.
    n_drawn: usize,
    /// The callback that draws more, until all are drawn.
    asked: Option<Listener>,
    /// The hidden ranges that the reader or the browser's search has revealed, each by the index of its first paragraph.
    unfolded: Vec<usize>,
    /// The search hits that are marked in each paragraph. They follow the results in steps.
    hits: Vec<Rc<[Span]>>,
    /// A pending redraw that marks more of them.
    marking: Option<DelayedCall>,
    /// The titles of the documents that this one cites.
    titles: Rc<Titles>,
    _unhidden: Option<Listener>,
}

/// The messages of the component.
pub enum ReaderMessage {
    /// The pointer or the focus entered a clause.
    Hover(ClauseId),
    /// There is time to draw more.
    More,
    /// A hidden range is revealed or hidden.
    Unfold(usize),
    /// More search hits are to be marked.
    Mark,
}

impl Component for DocumentView {
    type Message = ReaderMessage;
    type Properties = DocumentViewProps;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let asked = page::on_time_to_draw(move || link.send_message(ReaderMessage::More));
        let link = ctx.link().clone();
        let unhidden = page::on_unhidden(move |id| {
            let at = id.strip_prefix(STRETCH).and_then(|at| at.parse().ok());
            if let Some(at) = at {
                link.send_message(ReaderMessage::Unfold(at));
            }
        });
        let n_drawn = if asked.is_some() { 0 } else { usize::MAX };
        let titles = titles(&ctx.props().cx);
        let mut view = Self {
            hovered: None,
            n_drawn,
            asked,
            unfolded: Vec::new(),
            hits: Vec::new(),
            marking: None,
            titles,
            _unhidden: unhidden,
        };
        view.mark_more(ctx);
        view
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &Self::Properties) -> bool {
        let cx = &ctx.props().cx;
        let has_new_results = cx.results != before.cx.results;
        if has_new_results {
            self.unfolded.clear();
        }
        self.marking = None;
        if cx.corpus != before.cx.corpus || cx.address.document != before.cx.address.document {
            self.titles = titles(cx);
            self.hits.clear();
        }
        if has_new_results && cx.typing {
            self.mark_after(AFTER_THE_COUNTS, ctx);
            return false;
        }
        self.mark_more(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, heard: ReaderMessage) -> bool {
        let cx = &ctx.props().cx;
        let hovered = match heard {
            ReaderMessage::Hover(hovered) => Some(hovered),
            ReaderMessage::Unfold(at) => {
                let n_unfolded = self.unfolded.len();
                self.unfolded.retain(|unfolded| *unfolded != at);
                self.unfolded.extend((self.unfolded.len() == n_unfolded).then_some(at));
                return true;
            }
            ReaderMessage::Mark => {
                self.mark_more(ctx);
                return true;
            }
            ReaderMessage::More => {
                self.n_drawn = self.n_drawn.saturating_add(STEP);
                if cx.document().is_none_or(|document| self.n_drawn >= document.paragraphs.len()) {
                    (self.n_drawn, self.asked) = (usize::MAX, None);
                }
                return true;
            }
        };
        let changed = self.hovered != hovered;
        self.hovered = hovered;
        changed
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let cx = &ctx.props().cx;
        let texts = cx.texts();
        let Some(document) = cx.document() else { return html! { <p>{texts.no_document}</p> } };
        // Pointer and focus both show the analysis of the clause they are on.
        let link = ctx.link().clone();
        let beside = Beside::new(cx);
        let has_margin = beside.is_none();
        let hover = Callback::from(move |event: Event| {
            // A redraw would lose the selection.
            if page::is_held_down(&event) || page::selecting() || !has_margin || !page::fits(WITH_MARGIN) {
                return;
            }
            if let Some(clause) = page::clause_under(&event) {
                link.send_message(ReaderMessage::Hover(clause));
            }
        });
        let rows = rows(&document, beside.as_ref());
        let (body, hidden) = self.text(ctx, &document, beside.as_ref(), &rows);
        el("article")
            .attr("class", "document")
            .attr("lang", document.language.code())
            .attr("dir", direction(document.language))
            .flag("data-beside", beside.is_some())
            .flag("data-drawing", self.asked.is_some())
            .on(On::Click, choosing(cx))
            .on(On::PointerOver, hover.clone())
            .on(On::FocusIn, hover)
            .on(On::MouseDown, selecting_text(cx))
            .on(On::KeyDown, pressing(cx))
            .with(masthead(&document, document.name(), texts))
            .with_each(side_by_side(cx, &document, beside.as_ref(), &rows))
            .with(legend(cx))
            .with(body)
            .with_each(notes(&document, texts, &self.titles, &hidden))
            .with_each(reading(&document, texts))
            .into()
    }
}

/// The first click on a clause selects it, a second deselects it; with Shift, all from the selected one to this one are
/// selected. Selecting text and opening links in new tabs are not affected.
fn choosing(cx: &ViewContext) -> Callback<Event> {
    let (dispatch, place) = (cx.dispatch.clone(), cx.address.place.clone());
    Callback::from(move |event: Event| {
        let Some(clause) = page::clause_under(&event) else { return };
        let extends = page::extends(&event) && !place.is_empty();
        if !extends && page::opens_elsewhere(&event) || page::selecting() {
            return;
        }
        event.prevent_default();
        dispatch.emit(if extends {
            UiAction::Extend(clause)
        } else if clause.as_str() == place {
            UiAction::Place(String::new())
        } else {
            UiAction::Place(clause.as_str().to_owned())
        });
    })
}

/// Lets a drag select text. With Shift the browser would select text too, where clauses are selected.
fn selecting_text(cx: &ViewContext) -> Callback<Event> {
    let is_clause = cx.place_at().is_some();
    Callback::from(move |event: Event| {
        page::let_select(&event);
        if is_clause && page::extends(&event) && !page::selecting() && page::clause_under(&event).is_some() {
            event.prevent_default();
        }
    })
}

/// Enter and Space click the focused verb or note mark.
fn pressing(cx: &ViewContext) -> Callback<Event> {
    let choose = choosing(cx);
    Callback::from(move |event: Event| {
        if page::is_press(&event) && page::extends(&event) {
            choose.emit(event);
        } else {
            page::press_by_key(&event);
        }
    })
}

impl DocumentView {
    /// Marks the hits of the next paragraphs, and schedules the rest if there are many.
    fn mark_more(&mut self, ctx: &Context<Self>) {
        let paragraphs = &ctx.props().cx.results.paragraphs;
        self.marking = None;
        self.hits.resize_with(paragraphs.len(), Rc::default);
        let mut n_hits = 0;
        for (marked, found) in self.hits.iter_mut().zip(paragraphs).filter(|(marked, found)| **marked != found.hits)
        {
            if n_hits > N_HITS {
                return self.mark_after(0, ctx);
            }
            n_hits += marked.len().max(found.hits.len());
            *marked = Rc::clone(&found.hits);
        }
    }

    fn mark_after(&mut self, milliseconds: u32, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        self.marking = Some(call_after(milliseconds, move || link.send_message(ReaderMessage::Mark)));
    }

    /// The paragraphs, under the names of their parts, and the hidden ranges.
    fn text<'d>(
        &self,
        ctx: &Context<Self>,
        document: &'d Document,
        beside: Option<&Beside>,
        rows: &[Pair],
    ) -> (El, Vec<&'d ParagraphId>) {
        let cx = &ctx.props().cx;
        let (hovered, n_drawn) = (self.hovered.as_ref(), self.n_drawn);
        let (rest, results, place) = (cx.address.rest, &cx.results, cx.address.place.as_str());
        let hiding = rest == Rest::Hidden && results.asked;
        // While a clause is selected, hovering over others has no effect.
        let selected = document.clauses().any(|(_, clause)| clause.id.as_str() == place);
        let range = cx.range();
        let hovered = hovered.filter(|_| !selected);
        let mut hidden = Vec::new();
        let mut body =
            Body { texts: cx.texts(), drawn: Vec::new(), hidden: Vec::new(), ctx, unfolded: &self.unfolded };
        let mut part = Part::Heading;
        for row in rows.iter().take(n_drawn) {
            let mut asked = row.first.and_then(|at| results.paragraphs.get(at)).cloned().unwrap_or_default();
            asked.hits = row.first.and_then(|at| self.hits.get(at)).cloned().unwrap_or_default();
            let [found, found_beside] = beside.map_or_else(
                || [asked.clone(), InParagraph::default()],
                |beside| beside.found(*row, asked.clone()),
            );
            let at_second = beside.zip(row.second);
            let paragraph = row.first.and_then(|at| Some((at, document.paragraphs.get(at)?)));
            let drawn_beside = at_second.and_then(|(beside, at)| {
                let own = paragraph.map(|(_, paragraph)| paragraph);
                let titles = Rc::clone(&self.titles);
                beside_paragraph(cx, &beside.document, at, own, found_beside, hovered, titles)
            });
            let Some((at, paragraph)) = paragraph else {
                if let Some(drawn) = drawn_beside {
                    body.push(drawn);
                }
                continue;
            };
            let of = part_of(document, at);
            if of != part {
                part = of;
                body.push(part_heading(part, at, document));
            }
            let look = look(paragraph, place, hovered);
            // The selected place is always visible.
            let kept = found.any()
                || matches!(look, ParagraphFocus::Here | ParagraphFocus::Clause(_))
                || is_frame(paragraph);
            let marks = cx.settings.marks();
            let own = own(cx, document, paragraph);
            let in_range = |id: &ClauseId| range.iter().any(|(spot, _)| spot.clause == *id);
            let bits = paragraph.clauses.iter().zip(0..64).filter(|(clause, _)| in_range(&clause.id));
            let chosen = bits.fold(0, |bits, (_, n)| bits | 1 << n);
            let cx = (look != ParagraphFocus::Away).then(|| cx.clone());
            let titles = Rc::clone(&self.titles);
            let drawn = html! {
                <ParagraphView key={paragraph.id.as_str()} document={document.clone()} {at} {found} asked={results.asked}
                    {look} {chosen} {marks} {own} texts={body.texts} {titles} {cx} />
            };
            if hiding && !kept {
                body.hidden.push((at, drawn));
                body.hidden.extend(drawn_beside.map(|drawn| (at, drawn)));
                hidden.push(&paragraph.id);
            } else {
                body.push(drawn);
                if let Some(drawn) = drawn_beside {
                    body.push(drawn);
                }
            }
        }
        body.close_gap();
        let element = el("div").attr("class", "body").maybe("data-rest", results.asked.then(|| rest.key()));
        (body.drawn.into_iter().fold(element, El::node), hidden)
    }
}

/// The titles of the documents that the shown one cites, as far as they are in the library.
fn titles(cx: &ViewContext) -> Rc<Titles> {
    let (Some(document), titled) = (cx.document(), cx.corpus.titled()) else { return Rc::default() };
    let noted = document.footnotes.iter().flat_map(|note| &note.references);
    let cited = document.paragraphs.iter().flat_map(|paragraph| &paragraph.references).chain(noted);
    let title = |of: &Reference| Some((of.symbol.clone(), titled.get(of.symbol.as_str())?.title.clone()));
    cited.filter_map(title).collect()
}

/// A paragraph of the text beside the document.
fn beside_paragraph(
    cx: &ViewContext,
    document: &Document,
    at: usize,
    beside: Option<&model::Paragraph>,
    found: InParagraph,
    hovered: Option<&ClauseId>,
    titles: Rc<Titles>,
) -> Option<Html> {
    let paragraph = document.paragraphs.get(at)?;
    let look = look(paragraph, &cx.address.place, hovered);
    let key = ["beside-", paragraph.id.as_str()].concat();
    let (own, column) = (own(cx, document, paragraph), column_beside(beside, paragraph));
    Some(html! {
        <ParagraphView {key} document={document.clone()} {at} {found} asked={cx.results.asked} {look}
            marks={cx.settings.marks()} {own} texts={cx.texts()} {titles} {column} />
    })
}

/// The annotations of a paragraph's clauses.
fn own(cx: &ViewContext, document: &Document, paragraph: &model::Paragraph) -> Vec<(usize, Annotation)> {
    let link = document.link();
    let of = |clause: &model::Clause| cx.annotations.all.get(&link, &clause.id).cloned();
    paragraph.clauses.iter().enumerate().filter_map(|(n, clause)| Some((n, of(clause)?))).collect()
}

/// The part of a paragraph; a heading belongs to the part after it.
fn part_of(document: &Resolution, at: usize) -> Part {
    let from = document.paragraphs.iter().skip(at);
    from.map(|paragraph| paragraph.part).find(|part| *part != Part::Heading).unwrap_or(Part::Heading)
}

/// Whether a paragraph is part of the frame, which no filter can match or should hide.
fn is_frame(paragraph: &model::Paragraph) -> bool {
    paragraph.clauses.is_empty() && paragraph.continues.is_none()
}

fn look(paragraph: &model::Paragraph, place: &str, hovered: Option<&ClauseId>) -> ParagraphFocus {
    let clause = |id: &str| paragraph.clauses.iter().position(|clause| clause.id.as_str() == id);
    if paragraph.id.as_str() == place {
        return ParagraphFocus::Here;
    }
    match clause(place) {
        Some(n) => ParagraphFocus::Clause(n),
        None => hovered.and_then(|id| clause(id.as_str())).map_or(ParagraphFocus::Away, ParagraphFocus::Hover),
    }
}

/// The prefix of a hidden range's id, followed by the index of its first paragraph.
const STRETCH: &str = "stretch-";

/// The text drawn so far, and the current hidden range.
struct Body<'a> {
    texts: &'static Texts,
    drawn: Vec<Html>,
    hidden: Vec<(usize, Html)>,
    ctx: &'a Context<DocumentView>,
    unfolded: &'a [usize],
}

impl Body<'_> {
    fn push(&mut self, drawn: Html) {
        self.close_gap();
        self.drawn.push(drawn);
    }

    fn close_gap(&mut self) {
        let hidden = std::mem::take(&mut self.hidden);
        let Some((at, _)) = hidden.first() else { return };
        let (at, words) = (*at, self.texts.count(hidden.len(), self.texts.hidden));
        let (id, unfolded) = ([STRETCH, &at.to_string()].concat(), self.unfolded.contains(&at));
        let gap = button(words, self.ctx.link().callback(move |_| ReaderMessage::Unfold(at)))
            .key(&["gap-", &id].concat())
            .attr("class", "gap")
            .attr("lang", self.texts.language.code())
            .truth("aria-expanded", unfolded)
            .attr("aria-controls", id.clone());
        // The browser's search can reveal it.
        let stretch =
            el("div").key(&id).attr("id", id.clone()).maybe("hidden", (!unfolded).then_some("until-found"));
        let stretch = hidden.into_iter().fold(stretch, |stretch, (_, drawn)| stretch.node(drawn));
        self.drawn.extend([gap.into(), stretch.into()]);
    }
}

/// The name of a part. It is not printed in the document, and serves navigation by headings.
fn part_heading(part: Part, at: usize, document: &Resolution) -> Html {
    let key = ["part-", &at.to_string()].concat();
    let heading = match part {
        Part::Closing => el("hr"),
        _ => el("h2").attr("class", "part").text(part_in(document.language, part)),
    };
    heading.key(&key).into()
}
