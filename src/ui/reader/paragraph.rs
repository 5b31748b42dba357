use super::{Overlay, Piece, Run, Stretch, analysis, link, note_words, place_name, runs, spaced};
use crate::i18n::Texts;
use crate::model::{self, Clause, ParagraphId, Part, Role, Span};
use crate::ui::controls::truth;
use crate::ui::state::{Document, InParagraph, Scene};
use yew::prelude::*;

/// How the reader looks at a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Among the others.
    #[default]
    Away,
    /// It is where the reader is.
    Here,
    /// One of its clauses is where the reader is.
    Clause(usize),
    /// The pointer or the focus passes over one of its clauses.
    Peek(usize),
}

/// A paragraph, what the question finds in it, and how the reader looks at it.
///
/// Only what it shows: a keystroke that changes nothing of this does not draw it anew.
#[derive(Properties, PartialEq)]
pub struct ParagraphProps {
    /// The document.
    pub document: Document,
    /// Which of its paragraphs.
    pub at: usize,
    /// What the question finds in it.
    pub found: InParagraph,
    /// Whether anything is asked: if not, nothing stands out.
    pub asked: bool,
    /// How the reader looks at it.
    pub look: Look,
    /// What the interface says.
    pub texts: &'static Texts,
    /// What the reader is about, for the analysis of the clause looked at; nothing if none is.
    #[prop_or_default]
    pub scene: Option<Scene>,
}

/// A paragraph with its number, its clauses, its notes where they are opened.
pub struct Paragraph {
    /// Bit *n* is set if the note of the *n*th mark is open.
    open_notes: u64,
}

impl Component for Paragraph {
    /// The notes to open, or to close: those of these bits.
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
            Look::Clause(n) | Look::Peek(n) => paragraph.clauses.get(n),
            Look::Here | Look::Away => None,
        };
        let (actors, evidence) = looked_at.map(|clause| marked(clause, &paragraph.id)).unwrap_or_default();
        let overlay =
            Overlay { hits: &props.found.hits, actors: &actors, evidence: &evidence, mends: looked_at.is_some() };
        let drawing = Drawing { ctx, props, paragraph, open_notes: self.open_notes };
        let words: Html = runs(paragraph, overlay).iter().map(|run| drawing.run(run)).collect();
        let analysis = looked_at.zip(props.scene.as_ref()).map(|(clause, scene)| {
            analysis(scene, &props.document, paragraph, clause, matches!(props.look, Look::Clause(_)))
        });
        let close_notes = {
            let (link, open) = (ctx.link().clone(), self.open_notes);
            move |event: KeyboardEvent| {
                if event.key() == "Escape" && open != 0 {
                    event.prevent_default();
                    link.send_message(open);
                }
            }
        };
        html! {
            <div id={paragraph.id.to_string()} class="paragraph" data-kind={kind(paragraph)}
                data-level={paragraph.level.to_string()} data-shade={drawing.shade(props.found.any())} tabindex="-1"
                aria-current={matches!(props.look, Look::Here).then_some("location")} onkeydown={close_notes}>
                {drawing.number()}
                {if is_title(paragraph) { html! { <h3>{words}</h3> } } else { html! { <p>{words}</p> } }}
                {analysis}
            </div>
        }
    }
}

/// The part, and of the lines outside of the parts which they are.
fn kind(paragraph: &model::Paragraph) -> &'static str {
    if paragraph.part == Part::Heading && !is_title(paragraph) { "opening" } else { paragraph.part.key() }
}

/// Whether it heads a section. « L'Assemblée générale, » does not: it opens the sentence that the resolution is.
fn is_title(paragraph: &model::Paragraph) -> bool {
    paragraph.part == Part::Heading && !paragraph.text.ends_with(',')
}

/// What to mark in a paragraph while a clause is looked at: its actors, and the evidence of its topics.
fn marked(clause: &Clause, own: &ParagraphId) -> (Vec<(Span, Role)>, Vec<Span>) {
    let here = |within: &Option<ParagraphId>| within.as_ref().is_none_or(|within| within == own);
    let actors = clause.actors.iter().filter(|mention| here(&mention.within));
    let evidence = clause.topics.iter().flat_map(|topic| &topic.evidence).filter(|words| here(&words.within));
    (actors.map(|mention| (mention.span, mention.role)).collect(), evidence.map(|words| words.span).collect())
}

/// What drawing a paragraph needs to know.
struct Drawing<'a> {
    ctx: &'a Context<Paragraph>,
    props: &'a ParagraphProps,
    paragraph: &'a model::Paragraph,
    open_notes: u64,
}

impl Drawing<'_> {
    /// Whether something matches, where anything is asked.
    fn shade(&self, matches: bool) -> Option<&'static str> {
        self.props.asked.then_some(if matches { "found" } else { "rest" })
    }

    /// The printed number, which links to the paragraph; where none is printed, a mark that shows when it is wanted.
    fn number(&self) -> Html {
        let paragraph = self.paragraph;
        if !matches!(paragraph.part, Part::Preamble | Part::Operative | Part::Annex) {
            return Html::default();
        }
        let (class, printed) = match &paragraph.number {
            Some(number) if number.ends_with(')') => ("number", number.clone()),
            Some(number) => ("number", [number, "."].concat()),
            None => ("number unprinted", "¶".to_owned()),
        };
        let texts = self.props.texts;
        let name = texts.link_to_paragraph.with(&place_name(&paragraph.id, texts));
        html! { <a {class} href={["#", paragraph.id.as_str()].concat()} aria-label={name}>{printed}</a> }
    }

    fn run(&self, run: &Run) -> Html {
        let pieces: Html = run.pieces.iter().map(|piece| self.piece(piece, run.clause)).collect();
        let (found, look) = (&self.props.found, self.props.look);
        let (id, clause, matches, here, peeked) = if let Some(n) = run.clause {
            let Some(clause) = self.paragraph.clauses.get(n) else { return pieces };
            let id = clause.id.to_string();
            (Some(id.clone()), id, found.has(n), look == Look::Clause(n), look == Look::Peek(n))
        } else {
            let Some(continued) = &self.paragraph.continues else { return pieces };
            (None, continued.to_string(), found.continued, false, false)
        };
        html! {
            <span {id} class="clause" data-clause={clause} data-shade={self.shade(matches)}
                data-peeked={peeked.then_some("")} aria-current={here.then_some("location")}>{pieces}</span>
        }
    }

    fn piece(&self, piece: &Piece, clause: Option<usize>) -> Html {
        match piece {
            Piece::Text(stretches) => self.stretches(stretches),
            Piece::Phrase(stretches) => {
                let id = clause.and_then(|n| self.paragraph.clauses.get(n)).map(|clause| clause.id.as_str());
                html! {
                    <a class="phrase" href={["#", id.unwrap_or_default()].concat()}>
                        <em>{self.stretches(stretches)}</em>
                    </a>
                }
            }
            Piece::Reference(n, stretches) => {
                let Some(reference) = self.paragraph.references.get(*n) else { return self.stretches(stretches) };
                link(&self.props.document, reference, self.props.texts, self.stretches(stretches))
            }
            Piece::Mark(n) => self.mark(*n),
        }
    }

    fn stretches(&self, stretches: &[Stretch]) -> Html {
        stretches.iter().map(|stretch| self.stretch(*stretch)).collect()
    }

    fn stretch(&self, stretch: Stretch) -> Html {
        let words = spaced(stretch.span.of(&self.paragraph.text), self.props.document.language);
        let mend = stretch.mend.and_then(|n| self.paragraph.mends.get(n));
        let title = mend.map(|mend| self.props.texts.mended_from.with(&mend.was));
        let role = stretch.role.map(Role::key);
        let words = if mend.is_some() || role.is_some() || stretch.evidence {
            html! {
                <span data-role={role} data-evidence={stretch.evidence.then_some("")}
                    data-mend={mend.map(|_| "")} {title}>{words}</span>
            }
        } else {
            words.into()
        };
        if stretch.hit {
            html! { <mark>{words}</mark> }
        } else {
            words
        }
    }

    /// A note's mark, and after it the note itself while it is open.
    ///
    /// The note floats, so that the line it is called from goes on to its end before the note takes its room.
    fn mark(&self, n: usize) -> Html {
        let Some(mark) = self.paragraph.marks.get(n) else { return Html::default() };
        let bit = 1 << n.min(63);
        let open = self.open_notes & bit != 0;
        let id = [self.paragraph.id.as_str(), "-note-", &n.to_string()].concat();
        let document = &self.props.document;
        let note = document.footnotes.iter().find(|note| note.mark == mark.mark).filter(|_| open);
        let note = note.map(|note| {
            html! {
                <span class="note" role="note" id={id.clone()}>
                    <b>{&note.mark}</b>{" "}{note_words(document, note, self.props.texts)}
                </span>
            }
        });
        html! {
            <>
                <sup>
                    <button type="button" aria-expanded={truth(open)} aria-controls={open.then_some(id)}
                        aria-label={self.props.texts.note.with(&mark.mark)}
                        onclick={self.ctx.link().callback(move |_| bit)}>{&mark.mark}</button>
                </sup>
                {note}
            </>
        }
    }
}
