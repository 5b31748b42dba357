//! The source view: the file's pages that a paragraph is on, with marks on text that was left out.

use crate::engine::{ExcerptKind, ExcerptPage};
use crate::i18n::Texts;
use crate::ui::markup::{El, el};
use crate::ui::state::{EXCERPT, ViewContext};
use yew::Html;

/// The source pages of the selected place.
pub fn excerpt(cx: &ViewContext) -> Html {
    let texts = cx.texts();
    let words = &texts.intake;
    let status = |words| el("p").attr("role", "status").text(words).into();
    let excerpt = match cx.excerpt.as_deref() {
        None => return status(words.excerpt_awaited),
        Some(None) => return status(words.excerpt_missing),
        Some(Some(excerpt)) => excerpt,
    };
    let language = cx.document().map(|document| document.language.code());
    let mut is_marked = false;
    let pages = excerpt.pages.iter().map(|page| self::page(page, language, texts, &mut is_marked));
    el("div")
        .with(el("p").with(el("bdi").text(excerpt.file.clone())))
        .with(legend(&words.excerpt_kinds))
        .with_each(pages)
        .into()
}

/// The legend of the marks.
fn legend(kinds: &[&'static str; 3]) -> El {
    let [paragraph, note, left_out] = *kinds;
    let kinds = [("mark", None, paragraph), ("span", Some("note"), note), ("s", None, left_out)];
    let item = |(tag, kind, words): (_, Option<&'static str>, &'static str)| {
        el("li").with(el(tag).maybe("data-kind", kind).text(words))
    };
    el("ul").attr("class", "excerpt-legend").with_each(kinds.map(item))
}

/// A page. The first piece of the paragraph is a scroll target.
fn page(page: &ExcerptPage, language: Option<&'static str>, texts: &Texts, is_marked: &mut bool) -> El {
    let heading = page.number.map(|number| el("h3").text(texts.intake.excerpt_page.with(&number.to_string())));
    let mut text = el("div").attr("class", "excerpt-page").attr("dir", "auto").maybe("lang", language);
    for piece in &page.pieces {
        let words = piece.text.clone();
        text = match piece.kind {
            ExcerptKind::Text => text.text(words),
            ExcerptKind::Note => text.with(el("span").attr("data-kind", "note").text(words)),
            ExcerptKind::LeftOut => text.with(el("s").text(words)),
            ExcerptKind::Paragraph => {
                let is_first = !std::mem::replace(is_marked, true);
                let mark = el("mark").maybe("id", is_first.then_some(EXCERPT));
                text.with(mark.maybe("tabindex", is_first.then_some("-1")).text(words))
            }
        };
    }
    el("section").with_each(heading).with(text)
}
