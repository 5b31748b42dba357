//! The brief: the matches from the most to the least binding, each with its deadline and its text.

mod beside;

use crate::address::Column;
use crate::i18n::Texts;
use crate::model::{Paragraph, Span};
use crate::query::{Facet, Place};
use crate::ui::controls::quoted;
use crate::ui::controls::{document_name, link_to_place, of_how_many, switch};
use crate::ui::markup::{El, el};
use crate::ui::state::{Match, UiAction, ViewContext};
use std::cmp::Reverse;

/// How many clauses are ranked, in document order, and how many of them are shown, the strongest first.
const N_WEIGHED: usize = 5000;
const N_SHOWN: usize = 500;

/// The brief of the matches.
pub fn brief(cx: &ViewContext) -> Vec<El> {
    let texts = cx.texts();
    let by_topic = cx.address.sort.by == Column::Topic;
    let mut items: Vec<Item> =
        cx.results.answer.places().take(N_WEIGHED).filter_map(|place| Item::new(cx, place, by_topic)).collect();
    items.sort_by(|a, b| a.order().cmp(&b.order()));
    // The steps between matches go the same way.
    cx.results.sorted(cx.order_key(), |_| items.iter().map(|item| item.place).collect());
    let n_shown = items.len().min(N_SHOWN);

    let groups = [
        ("document", texts.column_document, UiAction::Sort(Column::Place)),
        ("actor", texts.page.actors_beside, UiAction::Sort(Column::Addressee)),
        ("topic", texts.topics, UiAction::Sort(Column::Topic)),
    ];
    let grouped = match cx.address.sort.by {
        Column::Addressee => "actor",
        Column::Topic => "topic",
        _ => "document",
    };
    let group = switch(cx, "brief", texts.intake.brief_group, grouped, &groups);
    let mut drawn = vec![el("p").attr("class", "hint").text(texts.strength_note), group];
    if n_shown < cx.results.answer.n_clauses as usize {
        let (n_weighed, n) = (items.len(), cx.results.answer.n_clauses as usize);
        let words = texts.intake.brief_cut.with_all(&[&n_shown.to_string(), &n_weighed.to_string()]);
        let unweighed = (n_weighed < n).then(|| of_how_many(n_weighed, n));
        drawn.push(el("p").attr("class", "hint").text(words).text(" ").with_each(unweighed));
    }
    let shown = items.get(..n_shown).unwrap_or_default();
    if cx.address.sort.by == Column::Addressee {
        drawn.extend(beside::columns(cx, shown));
        return vec![el("div").attr("class", "brief").flag("data-beside", true).with_each(drawn)];
    }
    for strength in shown.chunk_by(|one, other| one.strength == other.strength) {
        let Some(first) = strength.first() else { continue };
        drawn.push(
            el("h2")
                .text(strength_name(first.strength, texts))
                .text(" ")
                .with(el("small").text(strength.len().to_string())),
        );
        for group in strength.chunk_by(|one, other| one.group == other.group) {
            // With one document, its name is at the top of the page already.
            let name = group.first().filter(|_| by_topic || cx.asks_several()).map(|item| item.group.1.clone());
            drawn.extend(name.map(|name| el("h3").with(el("bdi").text(name))));
            drawn.push(el("ol").with_each(group.iter().filter_map(|item| item.draw(cx, by_topic))));
        }
    }
    vec![el("div").attr("class", "brief").with_each(drawn)]
}

fn strength_name(strength: u8, texts: &Texts) -> &'static str {
    let at = 5 - usize::from(strength.clamp(1, 5));
    texts.intake.strengths.get(at).copied().unwrap_or_default()
}

/// A clause of the brief.
struct Item {
    place: Place,
    found: Match,
    strength: u8,
    /// Its group: the sort key and the name.
    group: (usize, String),
}

impl Item {
    fn new(cx: &ViewContext, place: Place, by_topic: bool) -> Option<Self> {
        let found = cx.corpus.match_at(place)?;
        let (_, clause) = found.parts()?;
        let strength = cx.corpus.glossary().verb(&clause.verb).map_or(1, |verb| verb.strength);
        let group = if by_topic {
            let topic = clause.topics.first().map(|topic| topic.topic.as_str());
            let name = topic.map(|topic| cx.corpus.label(Facet::Topic, topic, cx.texts()));
            (usize::from(name.is_none()), name.unwrap_or_else(|| cx.texts().no_topic.to_owned()))
        } else {
            (place.document, found.document.name().to_owned())
        };
        Some(Self { place, found, strength, group })
    }

    fn order(&self) -> (Reverse<u8>, &(usize, String), Place) {
        (Reverse(self.strength), &self.group, self.place)
    }

    fn draw(&self, cx: &ViewContext, by_topic: bool) -> Option<El> {
        let texts = cx.texts();
        let document = &self.found.document;
        let (paragraph, clause) = self.found.parts()?;
        let said = el("p").attr("class", "said").attr("lang", document.language.code());
        let said = said.with(quoted(el("em"), cx, document, paragraph, clause.phrase));
        let rest = Span { start: clause.phrase.end, end: clause.span.end };
        let said = quoted(said, cx, document, paragraph, rest);
        let points: Vec<El> = self.found.points().map(|point| self.point(cx, point)).collect();
        let points = (!points.is_empty()).then(|| el("ul").attr("class", "points").with_each(points));
        let place = link_to_place(cx, document, clause.id.as_str()).text(texts.place(&paragraph.id));
        let head = el("p").attr("class", "place").with(place).text(" ");
        let head = head.with_each(document_name(cx, document).filter(|_| by_topic));
        let due: Vec<String> =
            clause.due.iter().map(|due| texts.due_words(due)).filter(|due| !due.is_empty()).collect();
        let due = (!due.is_empty()).then(|| {
            let words = texts.criterion.with_all(&[texts.due, &due.join(texts.comma)]);
            el("p").attr("class", "when").text(words)
        });
        let is_of_shown = cx.corpus.document(&cx.address).is_some_and(|(shown, _)| shown == self.place.document);
        let id = Some(clause.id.as_str()).filter(|_| is_of_shown);
        let item = el("li").maybe("id", id.map(str::to_owned)).attr("tabindex", "-1");
        let item = item.maybe("aria-current", (id == Some(&cx.address.place)).then_some("location"));
        Some(item.with(head).with(said).with_each(points).with_each(due))
    }

    /// A point of a list that the clause announces.
    fn point(&self, cx: &ViewContext, point: &Paragraph) -> El {
        let document = &self.found.document;
        let words = el("li").attr("class", "said").attr("lang", document.language.code());
        let words = words.with_each(point.number.as_ref().map(|number| el("span").text([number, " "].concat())));
        quoted(words, cx, document, point, Span::new(0, point.text.len()))
    }
}
