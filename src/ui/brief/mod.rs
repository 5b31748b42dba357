//! The brief: the matches from the most to the least binding, each with its deadline and its text.

mod beside;

use crate::address::Grouping;
use crate::i18n::Texts;
use crate::model::VerbId;
use crate::query::{Facet, Place};
use crate::ui::controls::{document_name, link_to_place, listed, points, said, switch};
use crate::ui::markup::{El, el};
use crate::ui::state::{Match, UiAction, ViewContext};
use std::cmp::Reverse;

/// How many clauses are shown, the strongest of all.
const N_SHOWN: usize = 500;

/// The brief of the matches.
pub fn brief(cx: &ViewContext) -> Vec<El> {
    let texts = cx.texts();
    let grouping = cx.address.grouping;
    let by_topic = grouping == Grouping::Topic;
    // The steps between matches go the same way.
    let places = cx.results.sorted(cx.order_key(), |places| {
        let places = strongest_first(cx, places);
        if grouping == Grouping::Actor { beside::in_order(cx, &items(cx, &places)) } else { places }
    });
    let items = items(cx, &places);

    let groups = [
        (Grouping::Document, texts.column_document),
        (Grouping::Actor, texts.page.actors_beside),
        (Grouping::Topic, texts.topics),
    ];
    let groups = groups.map(|(grouping, name)| (grouping.key(), name, UiAction::Group(grouping)));
    let group = switch(cx, "brief", texts.intake.brief_group, grouping.key(), &groups);
    let mut drawn = vec![el("p").attr("class", "hint").text(texts.strength_note), group];
    let n_found = cx.results.answer.n_clauses as usize;
    if n_found > N_SHOWN {
        let words = texts.intake.brief_cut.with_all(&[&N_SHOWN.to_string(), &n_found.to_string()]);
        drawn.push(el("p").attr("class", "hint").text(words));
    }
    if grouping == Grouping::Actor {
        drawn.extend(beside::columns(cx, &items));
        return vec![el("div").attr("class", "brief listed").flag("data-beside", true).with_each(drawn)];
    }
    for strength in items.chunk_by(|one, other| one.strength == other.strength) {
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
            drawn.push(el("ol").with_each(group.iter().filter_map(|item| item.draw(cx, by_topic, true))));
        }
    }
    vec![el("div").attr("class", "brief listed").with_each(drawn)]
}

/// The clauses that are shown.
fn items(cx: &ViewContext, places: &[Place]) -> Vec<Item> {
    let by_topic = cx.address.grouping == Grouping::Topic;
    places.iter().take(N_SHOWN).filter_map(|place| Item::new(cx, *place, by_topic)).collect()
}

/// All matches by strength, from what the index has of each, so that no document is unpacked; those that are shown by group
/// within that.
fn strongest_first(cx: &ViewContext, mut places: Vec<Place>) -> Vec<Place> {
    let index = cx.corpus.index();
    let verb = |key: &str| cx.corpus.glossary().verb(&VerbId::from(key)).map_or(1, |verb| verb.strength);
    let strengths: Vec<u8> = index.keys(Facet::Action).map(verb).collect();
    let strength = |number: usize| strengths.get(number).copied();
    places.sort_by_cached_key(|place| {
        Reverse(index.values_at(*place, Facet::Action).into_iter().filter_map(strength).max())
    });
    let mut shown = items(cx, &places);
    shown.sort_by(|a, b| a.order().cmp(&b.order()));
    for (place, item) in places.iter_mut().zip(shown) {
        *place = item.place;
    }
    places
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
            (place.document, found.document.label().to_owned())
        };
        Some(Self { place, found, strength, group })
    }

    fn order(&self) -> (Reverse<u8>, &(usize, String), Place) {
        (Reverse(self.strength), &self.group, self.place)
    }

    fn draw(&self, cx: &ViewContext, names_document: bool, is_first: bool) -> Option<El> {
        let texts = cx.texts();
        let document = &self.found.document;
        let (paragraph, clause) = self.found.parts()?;
        let points = points(cx, &self.found);
        let place = link_to_place(cx, document, clause.id.as_str()).text(texts.place(&paragraph.id));
        let head = el("p").attr("class", "place").with(place).text(" ");
        let head = head.with_each(document_name(cx, document).filter(|_| names_document));
        let due: Vec<String> =
            clause.due.iter().map(|due| texts.due_words(due)).filter(|due| !due.is_empty()).collect();
        let due = (!due.is_empty()).then(|| {
            let words = texts.criterion.with_all(&[texts.due, &due.join(texts.comma)]);
            el("p").attr("class", "when").text(words)
        });
        let said = said(cx, document, paragraph, clause);
        let item = listed(cx, self.place, clause, is_first);
        Some(item.with(head).with(said).with_each(points).with_each(due))
    }
}
