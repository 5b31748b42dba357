use super::{
    ClauseRun, Overlay, RunPiece, Stretch, Titles, analysis, anchor, bracketed, direction, link, runs,
    with_note_words,
};
use crate::annotations::Annotation;
use crate::i18n::Texts;
use crate::model::{self, Clause, ParagraphId, Part, Role, Span};
use crate::ui::browser::page;
use crate::ui::controls::spaced;
use crate::ui::markup::{self, El, On, el};
use crate::ui::state::{Document, InParagraph, ViewContext};
use crate::ui::{annotate, share};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VList;

/// Whether a paragraph or one of its clauses is selected or hovered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ParagraphFocus {
    /// Neither.
    #[default]
    Away,
    /// The paragraph is selected.
    Here,
    /// One of its clauses is selected.
    Clause(usize),
    /// One of its clauses is hovered or focused.
    Hover(usize),
}

/// The text that a paragraph belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextColumn {
    /// The document itself.
    #[default]
    Document,
    /// The text beside it. If the two paragraphs have different numbers of clauses, those of the document and of the text
    /// beside.
    Beside(Option<[usize; 2]>),
}

/// The properties of a paragraph.
///
/// Only what it displays, so that a keystroke that changes none of it does not redraw it.
#[derive(Properties, PartialEq)]
pub struct ParagraphProps {
    /// The document.
    pub document: Document,
    /// The index of the paragraph.
    pub at: usize,
    /// The matches in it.
    pub found: InParagraph,
    /// Whether there is a question; without one, nothing is highlighted.
    pub asked: bool,
    /// Whether it is selected or hovered.
    pub look: ParagraphFocus,
    /// Bit *n* is set if the *n*th clause is in the selected range.
    #[prop_or_default]
    pub chosen: u64,
    /// Whether actors and topics are marked in every matching clause, and not only in the selected or hovered one.
    pub marks: bool,
    /// The annotations of its clauses, by clause number.
    pub own: Vec<(usize, Annotation)>,
    /// The interface's texts.
    pub texts: &'static Texts,
    /// The titles of cited documents.
    pub titles: Rc<Titles>,
    /// The text that it belongs to.
    #[prop_or_default]
    pub column: TextColumn,
    /// The view context, for the analysis of a selected or hovered place; none if there is none.
    #[prop_or_default]
    pub cx: Option<ViewContext>,
}

/// A paragraph with its number, its clauses and its open notes.
pub struct ParagraphView {
    /// Bit *n* is set if the note of the *n*th mark is open.
    open_notes: u64,
}

impl Component for ParagraphView {
    /// Toggles the notes with these bits.
    type Message = u64;
    type Properties = ParagraphProps;

    fn create(_: &Context<Self>) -> Self {
        Self { open_notes: 0 }
    }

    fn update(&mut self, _: &Context<Self>, notes: u64) -> bool {
        self.open_notes ^= notes;
        notes != 0
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let Some(paragraph) = props.document.paragraphs.get(props.at) else { return Html::default() };
        let looked_at = match props.look {
            ParagraphFocus::Clause(n) | ParagraphFocus::Hover(n) => paragraph.clauses.get(n),
            ParagraphFocus::Here | ParagraphFocus::Away => None,
        };
        let Marks { actors, evidence } = marks(props, paragraph);
        let overlay =
            Overlay { hits: &props.found.hits, actors: &actors, evidence: &evidence, mends: looked_at.is_some() };
        let drawing = Drawing { ctx, props, paragraph, open_notes: self.open_notes };
        // The number is inline, so that it is copied on the same line.
        let mut words = el(if is_title(paragraph) { "h3" } else { "p" }).with_each(drawing.number());
        for run in runs(paragraph, overlay) {
            words = drawing.run(words, &run);
        }
        let cx = props.cx.as_ref();
        let analysis = looked_at.zip(cx).map(|(clause, cx)| {
            analysis(cx, &props.document, paragraph, clause, matches!(props.look, ParagraphFocus::Clause(_)))
        });
        let share = cx.filter(|_| props.look == ParagraphFocus::Here);
        let share = share.map(|cx| share::place(cx, &props.document, paragraph, None));
        let close_notes = {
            let (link, open) = (ctx.link().clone(), self.open_notes);
            Callback::from(move |event: Event| {
                if open != 0 && page::is_escape(&event) {
                    event.prevent_default();
                    link.send_message(open);
                }
            })
        };
        let language = props.document.language;
        let is_beside = drawing.is_beside();
        let differs = if let TextColumn::Beside(numbers) = props.column { numbers } else { None };
        let differs = differs.map(|[own, other]| {
            let said = el("p").attr("class", "differs").attr("lang", props.texts.language.code());
            let words = props.texts.page.clauses_differ.with_all(&[&other.to_string(), &own.to_string()]);
            said.attr("dir", props.texts.language.direction()).text(words)
        });
        el("div")
            .maybe("id", (!is_beside).then(|| paragraph.id.as_str().to_owned()))
            .maybe("lang", is_beside.then(|| language.code()))
            .maybe("dir", is_beside.then(|| direction(language)))
            .attr("class", if is_beside { "paragraph beside" } else { "paragraph" })
            .attr("data-kind", kind(paragraph))
            .attr("data-level", paragraph.level.to_string())
            .maybe("data-shade", drawing.shade(props.found.any()))
            .maybe("aria-current", (props.look == ParagraphFocus::Here).then_some("location"))
            .attr("tabindex", "-1")
            .on(On::KeyDown, close_notes)
            // Keyed, since a phrase may have the focus: its element must be kept when something appears next to it.
            .with(words.key("words"))
            .with_each(differs.map(|differs| differs.key("differs")))
            .with_each(analysis.map(|analysis| analysis.key("analysis")))
            .with_each(share.map(|share| share.key("share")))
            .into()
    }
}

/// The part; for lines outside the parts, their kind.
fn kind(paragraph: &model::Paragraph) -> &'static str {
    if paragraph.part == Part::Heading && !is_title(paragraph) { "opening" } else { paragraph.part.key() }
}

/// Whether it is the heading of a section. « L'Assemblée générale, » is not: it opens the sentence.
fn is_title(paragraph: &model::Paragraph) -> bool {
    paragraph.part == Part::Heading && !paragraph.text.ends_with([',', '،', '，'])
}

/// The marks of a paragraph: actors with their roles, and the evidence of topics.
#[derive(Default)]
struct Marks {
    actors: Vec<(Span, Role)>,
    evidence: Vec<Span>,
}

/// The marks of the selected or hovered clause; otherwise, if the setting is on, those of all matching clauses.
fn marks(props: &ParagraphProps, paragraph: &model::Paragraph) -> Marks {
    let wanted = |matches: bool| props.marks && (matches || !props.asked);
    let mut marks = Marks::default();
    for (n, clause) in paragraph.clauses.iter().enumerate() {
        if matches!(props.look, ParagraphFocus::Clause(at) | ParagraphFocus::Hover(at) if at == n)
            || wanted(props.found.has(n))
        {
            marks.add(clause, paragraph, true);
        }
    }
    if let Some(id) = paragraph.continues.as_ref().filter(|_| wanted(props.found.continued))
        && let Some((_, clause)) = props.document.clause(id)
    {
        marks.add(clause, paragraph, false);
    }
    marks
}

impl Marks {
    /// Adds the marks of a clause in its own paragraph or in one that continues it.
    fn add(&mut self, clause: &Clause, paragraph: &model::Paragraph, own: bool) {
        let here = |within: &Option<ParagraphId>| within.as_ref().map_or(own, |within| *within == paragraph.id);
        let actors = clause.actors.iter().filter(|mention| here(&mention.within));
        self.actors.extend(actors.map(|mention| (mention.span, mention.role)));
        let evidence = clause.topics.iter().flat_map(|topic| &topic.evidence).filter(|words| here(&words.within));
        self.evidence.extend(evidence.map(|words| words.span));
    }
}

/// The data for rendering a paragraph.
struct Drawing<'a> {
    ctx: &'a Context<ParagraphView>,
    props: &'a ParagraphProps,
    paragraph: &'a model::Paragraph,
    open_notes: u64,
}

impl Drawing<'_> {
    /// Whether it belongs to the text beside, which has no element ids.
    fn is_beside(&self) -> bool {
        matches!(self.props.column, TextColumn::Beside(_))
    }

    /// Whether something is highlighted as a match.
    fn shade(&self, matches: bool) -> Option<&'static str> {
        self.props.asked.then_some(if matches { "found" } else { "rest" })
    }

    /// The printed number, as a link to the paragraph; without one, a mark that appears on hover.
    fn number(&self) -> Option<El> {
        let paragraph = self.paragraph;
        if !matches!(paragraph.part, Part::Preamble | Part::Operative | Part::Annex | Part::Declaration) {
            return None;
        }
        let printed = match &paragraph.number {
            Some(number) if !number.ends_with(char::is_alphanumeric) => number.clone(),
            Some(number) => [number, "."].concat(),
            None => "¶".to_owned(),
        };
        let texts = self.props.texts;
        let link = el("a")
            .attr("class", if paragraph.number.is_some() { "number" } else { "number unprinted" })
            .attr("href", anchor(&paragraph.id))
            .attr("aria-label", texts.link_to_paragraph.with(&texts.place(&paragraph.id)));
        // The space is needed in copied text.
        Some(link.attr("draggable", "false").text([&printed, "\u{a0}"].concat()))
    }

    /// Adds a run: a clause as an element, other text without one.
    fn run(&self, words: El, run: &ClauseRun) -> El {
        let (found, look) = (&self.props.found, self.props.look);
        let clause = el("span").attr("class", "clause");
        let clause = match run.clause.and_then(|n| Some((n, self.paragraph.clauses.get(n)?))) {
            Some((n, own)) => clause
                .maybe("id", (!self.is_beside()).then(|| own.id.as_str().to_owned()))
                .attr("data-clause", own.id.as_str().to_owned())
                .maybe("data-shade", self.shade(found.has(n)))
                .maybe("role", (self.props.asked && found.has(n)).then_some("mark"))
                .maybe("aria-current", (look == ParagraphFocus::Clause(n)).then_some("location"))
                .flag("data-chosen", n < 64 && self.props.chosen >> n & 1 == 1)
                .flag("data-hovered", look == ParagraphFocus::Hover(n)),
            None => match &self.paragraph.continues {
                Some(continued) => clause
                    .attr("data-clause", continued.as_str().to_owned())
                    .maybe("data-shade", self.shade(found.continued)),
                None => return self.pieces(words, run),
            },
        };
        let own = self.props.own.iter().find(|(n, _)| run.clause == Some(*n));
        let own = own.and_then(|(n, annotation)| Some((self.paragraph.clauses.get(*n)?, annotation)));
        let sign = own.map(|(clause, annotation)| annotate::sign(self.props.texts, clause, annotation));
        words.with(self.pieces(clause, run).with_each(sign))
    }

    fn pieces(&self, mut words: El, run: &ClauseRun) -> El {
        for piece in &run.pieces {
            words = match piece {
                RunPiece::Text(stretches) => words.node(self.stretches(stretches)),
                RunPiece::Phrase(stretches) => {
                    // Not a link, since dragging from a link does not select text.
                    let selected = run.clause.is_some_and(|n| self.props.look == ParagraphFocus::Clause(n));
                    let phrase = el("em").attr("class", "phrase").attr("role", "button").attr("tabindex", "0");
                    words.with(phrase.truth("aria-expanded", selected).node(self.stretches(stretches)))
                }
                RunPiece::Reference(n, stretches) => match self.paragraph.references.get(*n) {
                    Some(reference) => {
                        let link = link(&self.props.document, reference, self.props.texts, &self.props.titles);
                        words.with(link.node(self.stretches(stretches)))
                    }
                    None => words.node(self.stretches(stretches)),
                },
                RunPiece::Mark(n) => self.mark(words, *n),
            };
        }
        words
    }

    /// The spans of a piece as one node: marks change with hover and focus, and the elements next to them, such as a focused
    /// phrase, must be kept.
    fn stretches(&self, stretches: &[Stretch]) -> Html {
        let mut words = VList::new();
        for stretch in stretches {
            let text = spaced(stretch.span.of(&self.paragraph.text), self.props.document.language);
            let mend = stretch.mend.and_then(|n| self.paragraph.mends.get(n));
            let plain = mend.is_none() && stretch.role.is_none() && !stretch.evidence;
            if plain && !stretch.hit {
                words.add_child(markup::text(text));
                continue;
            }
            let marked = el(if stretch.hit { "mark" } else { "span" })
                .maybe("data-role", stretch.role.map(Role::key))
                .flag("data-evidence", stretch.evidence)
                .flag("data-mend", mend.is_some())
                .maybe("title", mend.map(|mend| self.props.texts.mended_from.with(&mend.was)));
            words.add_child(marked.text(text).into());
        }
        words.into()
    }

    /// Adds a note's mark, followed by the note: in the margin of a wide page, otherwise only while it is open.
    ///
    /// The note floats, so that the line of its call is completed before the note starts.
    fn mark(&self, words: El, n: usize) -> El {
        let Some(mark) = self.paragraph.marks.get(n) else { return words };
        let bit = 1 << n.min(63);
        let open = self.open_notes & bit != 0;
        let text = if self.is_beside() { "beside-" } else { "" };
        let id = [text, self.paragraph.id.as_str(), "-note-", &n.to_string()].concat();
        let document = &self.props.document;
        // Inline, so that no line starts with it.
        let toggle = el("span")
            .attr("class", "call")
            .attr("role", "button")
            .attr("tabindex", "0")
            .on(On::Click, self.ctx.link().callback(move |_| bit))
            .truth("aria-expanded", open)
            .attr("aria-controls", id.clone())
            .attr("aria-label", self.props.texts.note.with(&mark.mark))
            .with_each(bracketed(&mark.mark));
        let note = document.footnotes.iter().find(|note| note.mark == mark.mark);
        let note = note.map(|note| {
            let drawn =
                el("span").attr("class", "note").flag("data-open", open).attr("role", "note").attr("id", id);
            let drawn = drawn.with(el("b").text(note.mark.clone())).text(" ");
            with_note_words(drawn, document, note, self.props.texts, &self.props.titles)
        });
        words.with(el("sup").with(toggle)).with_each(note)
    }
}
