use super::{TextColumn, anchor};
use crate::address::Address;
use crate::compare::{Pair, differences, pairs};
use crate::i18n::{Texts, UiLanguage};
use crate::model::{Language, Paragraph, Resolution};
use crate::query::{LastWord, Marker};
use crate::ui::controls::link;
use crate::ui::markup::{El, el};
use crate::ui::state::{Document, InParagraph, ViewContext};

/// How many differing paragraphs are listed.
const N_LISTED: usize = 12;

/// The text that is shown beside the document: another text of the same resolution.
pub struct Beside {
    /// The text.
    pub document: Document,
    /// The matches in each of its paragraphs.
    pub found: Vec<InParagraph>,
    marker: Option<Marker>,
}

impl Beside {
    /// The text that the address shows beside the document, if any.
    pub fn new(cx: &ViewContext) -> Option<Self> {
        let (position, document) = cx.corpus.beside(&cx.address)?;
        let found = cx.results.in_document(position, &document);
        let typed = cx.address.query.text.trim();
        let is_words = !typed.is_empty() && !cx.address.query.is_expression();
        let last = if cx.typing { LastWord::Begun } else { cx.corpus.index().last_word(typed) };
        let marker = is_words.then(|| Marker::new(typed, last, document.language));
        Some(Self { document, found, marker })
    }

    /// The matches in a paragraph of it, joined with those of the document's paragraph: a clause that matches in one language
    /// matches in the other.
    pub fn found(&self, pair: Pair, own: InParagraph) -> [InParagraph; 2] {
        let Some(at) = pair.second else { return [own, InParagraph::default()] };
        let other = self.found.get(at).cloned().unwrap_or_default();
        let marks = self.marker.as_ref().zip(self.document.paragraphs.get(at));
        let hits = marks.map(|(marker, paragraph)| marker.marks(paragraph).into()).unwrap_or_default();
        let (clauses, continued) = (own.clauses | other.clauses, own.continued | other.continued);
        [own.hits, hits].map(|hits| InParagraph { clauses, continued, hits })
    }
}

/// All paragraphs of the document, each with its counterpart in the text beside it, if there is one.
pub fn rows(document: &Resolution, beside: Option<&Beside>) -> Vec<Pair> {
    match beside {
        Some(beside) => pairs(document, &beside.document),
        None => (0..document.paragraphs.len()).map(|at| Pair { first: Some(at), second: None }).collect(),
    }
}

/// How a paragraph of the text beside differs from its counterpart.
pub fn column_beside(own: Option<&Paragraph>, other: &Paragraph) -> TextColumn {
    let numbers = own.map(|own| [own.clauses.len(), other.clauses.len()]);
    TextColumn::Beside(numbers.filter(|[own, other]| own != other))
}

/// The other texts of the resolution, each a link that shows it side by side; and the differences between the two shown.
pub fn side_by_side(cx: &ViewContext, document: &Document, beside: Option<&Beside>, rows: &[Pair]) -> Option<El> {
    let (texts, page) = (cx.texts(), &cx.texts().page);
    let mut line = el("p").text(page.side_by_side);
    let mut n_others = 0;
    for other in cx.corpus.other_texts(document) {
        let shown = beside.is_some_and(|beside| beside.document == *other);
        let address = Address { beside: Some(other.shared_link()), ..cx.address.clone() };
        let names = [document.language, other.language].map(name).join(" | ");
        let file = other.summary().file.as_deref().filter(|_| other.language == document.language);
        let words = file.map_or(names, str::to_owned);
        let link = link(cx, address).maybe("aria-current", shown.then_some("true")).with(el("bdi").text(words));
        line = line.text(" ").with(link);
        n_others += 1;
    }
    if n_others == 0 {
        return None;
    }
    let pair = beside.map(|beside| {
        let alone = Address { beside: None, ..cx.address.clone() };
        (link(cx, alone).text(page.one_text), differing(document, beside, rows, texts))
    });
    let (alone, differing) = pair.unzip();
    if let Some(alone) = alone {
        line = line.text(" ").with(alone);
    }
    let (lang, dir) = (texts.language.code(), texts.language.direction());
    let said = el("div").attr("class", "side-by-side").attr("lang", lang).attr("dir", dir);
    Some(said.with(line).with_each(differing.into_iter().flatten()))
}

fn name(language: Language) -> &'static str {
    UiLanguage::from(language).name()
}

/// The differences in how the two texts were read.
fn differing(document: &Resolution, beside: &Beside, rows: &[Pair], texts: &Texts) -> Vec<El> {
    let found = differences(document, &beside.document, rows);
    let mut said = Vec::new();
    if !found.clauses.is_empty() {
        let mut line = el("p").text(texts.page.paragraphs_differ);
        for id in found.clauses.iter().take(N_LISTED) {
            line = line.text(" ").with(el("a").attr("href", anchor(id)).text(texts.place(id)));
        }
        let more = found.clauses.len().saturating_sub(N_LISTED);
        said.push(if more > 0 { line.text([" +", &more.to_string()].concat()) } else { line });
    }
    if found.n_alone > 0 {
        said.push(el("p").text(texts.page.paragraphs_alone.with(&found.n_alone.to_string())));
    }
    said
}
