use crate::address::{Address, View};
use crate::model::Symbol;
use crate::query::{Choice, Facet, Query, RoleScope, Stance, Value};
use crate::text::fold::fold;
use crate::text::tokens::is_han;
use crate::ui::controls::{definitions, of_how_many};
use crate::ui::markup::{El, button, el};
use crate::ui::state::{UiAction, ViewContext};
use std::cell::OnceCell;

/// The id of the search hints.
pub const HINTS: &str = "search-hints";

/// The most values suggested.
const N_SUGGESTED: usize = 6;

/// The list below the search box: suggested values, or search hints.
pub fn below_search(cx: &ViewContext, below: El) -> El {
    // If nothing is found, the page shows them.
    let is_empty = cx.results.answer.n_clauses == 0;
    below
        .with_each(suggestions(cx).filter(|_| !is_empty))
        .with(definitions("code", &cx.texts().hints).attr("id", HINTS))
}

/// The values and cited documents whose names contain the typed letters, so that one box covers every facet and the notes.
pub fn suggestions(cx: &ViewContext) -> Option<El> {
    let items = suggested(cx);
    let n = items.len();
    let list = el("ul").attr("class", "suggestions").attr("aria-label", cx.texts().suggestions);
    let cut = (n > N_SUGGESTED).then(|| of_how_many(N_SUGGESTED, n));
    let items = items.into_iter().take(N_SUGGESTED).map(|item| item.drawn(cx));
    (n > 0).then(|| list.with_each(items).with_each(cut.map(|cut| el("li").with(cut))))
}

/// The action of a single suggestion, if the words themselves find nothing.
pub fn only_suggestion(cx: &ViewContext) -> Option<UiAction> {
    let mut items = suggested(cx);
    let only = if items.len() == 1 { items.pop() } else { None };
    only.filter(|_| cx.unsettled || cx.results.answer.n_clauses == 0).map(|only| only.act)
}

/// A suggestion: its text, its kind, an explanation, and its action.
struct Suggestion {
    words: El,
    of: String,
    title: Option<String>,
    act: UiAction,
}

impl Suggestion {
    fn drawn(self, cx: &ViewContext) -> El {
        let of = el("small").text([" — ", &self.of].concat());
        let button = button("", cx.callback(self.act)).attr("class", "suggestion").maybe("title", self.title);
        el("li").with(button.with(self.words).with(of))
    }
}

fn suggested(cx: &ViewContext) -> Vec<Suggestion> {
    let typed = fold(cx.address.query.text.trim());
    if cx.address.query.is_expression() {
        return Vec::new();
    }
    let mut items: Vec<Suggestion> = paragraph_numbered(cx, &typed).into_iter().collect();
    if typed.chars().count() >= 2 {
        items.extend(values_named(cx, &typed));
        items.extend(documents_cited(cx, &typed));
    }
    items
}

/// The operative paragraph with the typed number, alone or after a word or a sign.
fn paragraph_numbered(cx: &ViewContext, typed: &str) -> Option<Suggestion> {
    let number = typed.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    let lead = typed.strip_suffix(number)?.trim_end_matches([' ', '.', '\u{a0}']);
    let is_number = !number.is_empty() && number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number || lead.chars().count() > 12 || lead.contains(' ') {
        return None;
    }
    let texts = cx.texts();
    let document = cx.document()?;
    let id = ["op", number].concat();
    let paragraph = document.paragraphs.iter().find(|paragraph| paragraph.id.as_str() == id)?;
    let query = Query { text: String::new(), ..cx.address.query.clone() };
    let address = Address { query, view: View::Text, place: id, ..cx.address.clone() };
    Some(Suggestion {
        words: el("span").text(texts.place(&paragraph.id)),
        of: texts.view_text.to_owned(),
        title: None,
        act: UiAction::Follow(address),
    })
}

fn values_named(cx: &ViewContext, typed: &str) -> Vec<Suggestion> {
    let texts = cx.texts();
    // A value replaces the typed words, so its count ignores them.
    let query = Query { text: String::new(), ..cx.address.query.clone() };
    let counts = cx.corpus.ask(&query, &cx.address).counts;
    let of_any_role = Query { role: RoleScope::Any, ..query };
    let counts_of_any_role = OnceCell::new();
    let mut items = Vec::new();
    for (facet, value) in values(cx) {
        let key = value.key.as_str();
        let label = cx.corpus.label(facet, key, texts);
        let gloss = cx.corpus.gloss(facet, key, texts).filter(|_| facet == Facet::Actor);
        let named = has_word_beginning(&cx.corpus.all_names(facet, key, texts), typed);
        let n_left = counts.of(facet, key);
        if !named || cx.address.query.stance(facet, key) != Stance::Open {
            continue;
        }
        let choice = Choice { facet, value: key.to_owned(), excluded: false };
        let (n, act) = if n_left > 0 {
            (texts.n_clauses(n_left), UiAction::TakeSuggestion(choice))
        } else if facet == Facet::Actor {
            // An actor that nothing is asked of may be mentioned.
            let counts = counts_of_any_role.get_or_init(|| cx.corpus.ask(&of_any_role, &cx.address).counts);
            let n = counts.of(facet, key);
            let mut asked = of_any_role.clone();
            asked.choose(choice);
            if n == 0 {
                continue;
            }
            (texts.page.in_other_role.with(&n.to_string()), UiAction::SetQuery(asked))
        } else {
            continue;
        };
        let of = [texts.facet(facet), texts.comma, &n].concat();
        let words = el("bdi").maybe("lang", cx.corpus.foreign(facet, key, texts)).text(label);
        items.push(Suggestion { words, of, title: gloss, act });
        if items.len() == N_SUGGESTED {
            break;
        }
    }
    items
}

/// Cited documents whose symbols contain the typed number, each with its first citation: often in a note, which the search
/// of clauses does not cover.
fn documents_cited(cx: &ViewContext, typed: &str) -> Vec<Suggestion> {
    let texts = cx.texts();
    let Some(document) = cx.document().filter(|_| typed.bytes().any(|byte| byte.is_ascii_digit())) else {
        return Vec::new();
    };
    let mut known: Vec<&Symbol> = Vec::new();
    let mut items = Vec::new();
    for paragraph in &document.paragraphs {
        let noted =
            paragraph.marks.iter().filter_map(|mark| document.footnotes.iter().find(|note| note.mark == mark.mark));
        for reference in paragraph.references.iter().chain(noted.flat_map(|note| &note.references)) {
            let symbol = &reference.symbol;
            if *symbol == document.symbol || known.contains(&symbol) || !has_word_beginning(symbol.as_str(), typed)
            {
                continue;
            }
            known.push(symbol);
            let of = [texts.view_references, texts.comma, &texts.place(&paragraph.id)].concat();
            let query = Query { text: String::new(), ..cx.address.query.clone() };
            let address =
                Address { query, view: View::Text, place: paragraph.id.to_string(), ..cx.address.clone() };
            let words = el("span").text(symbol.to_string());
            items.push(Suggestion { words, of, title: None, act: UiAction::Follow(address) });
        }
    }
    items
}

/// All values with their facets, top-level ones first.
fn values(cx: &ViewContext) -> impl Iterator<Item = (Facet, &Value)> {
    let facets =
        || cx.corpus.index().facets().flat_map(|values| values.values.iter().map(|value| (values.facet, value)));
    let children = facets().flat_map(|(facet, value)| value.children.iter().map(move |child| (facet, child)));
    facets().chain(children)
}

/// Whether the letters match a name from the start of one of its words. Chinese does not separate words: any character may
/// begin one.
fn has_word_beginning(name: &str, typed: &str) -> bool {
    let name = fold(name);
    let joins = |letter: char| letter.is_alphanumeric() && !is_han(letter);
    name.match_indices(typed).any(|(at, _)| name.get(..at).is_some_and(|before| !before.ends_with(joins)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_suggested_by_the_beginning_of_any_of_its_words() {
        assert!(has_word_beginning("Office contre la drogue et le crime", "dro"));
        assert!(has_word_beginning("État de droit", "etat de d"));
        assert!(has_word_beginning("l’Organisation", "org"));
        assert!(!has_word_beginning("Encourage", "cour"));
        assert!(has_word_beginning("ONUDC · UNODC · ЮНОДК", "юно") && !has_word_beginning("ЮНОДК", "одк"));
        assert!(
            has_word_beginning("联合国儿童问题办公室", "儿童")
                && has_word_beginning("联合国儿童问题办公室", "办公室")
        );
        // Inside a word first, then at the start of another.
        assert!(has_word_beginning("Сообщество общего рынка", "обще"));
        assert!(!has_word_beginning("", "x"));
    }
}
