//! Stacked bars: the classes of action addressed to each actor.
//!
//! They show the same data as the matrix above: which actors are mostly asked to act, and which are mostly praised.

use crate::i18n::Texts;
use crate::model::ClauseClass;
use crate::query::{Axis, Facet};
use crate::ui::controls::of_how_many;
use crate::ui::markup::{El, el};
use crate::ui::state::ViewContext;

/// The most actors shown, from the first rows of the matrix.
const N_ACTORS: usize = 12;

/// A whole bar, in thousandths of the available width.
const WHOLE: u32 = 1000;

/// The smallest part with room for its number.
const ROOM: u32 = 36;

/// The bars, one per actor; empty if no actor is addressed.
pub fn bars(cx: &ViewContext) -> Option<El> {
    let texts = cx.texts();
    let matrix = cx.results.answer.matrix(&cx.address.query, Axis::Actor, Axis::Class);
    let largest = matrix.rows.iter().map(|row| row.total).max()?;
    // In the order of the matrix's columns.
    let classes =
        || matrix.columns.iter().zip(0..).filter_map(|(of, at)| Some((ClauseClass::from_key(&of.key)?, at)));
    let legend = classes().map(|(class, _)| {
        let swatch = el("svg").attr("class", "swatch").attr("aria-hidden", "true");
        el("li").with(swatch.with(part(class, 0, WHOLE))).text(texts.class(class))
    });
    let actors = matrix.rows.iter().zip(&matrix.cells).take(N_ACTORS).map(|(row, cells)| {
        let name = cx.corpus.label(Facet::Actor, &row.key, texts);
        let lang = cx.corpus.foreign(Facet::Actor, &row.key, texts);
        let parts: Vec<_> = classes()
            .filter_map(|(class, column)| Some((class, *cells.get(column)?)))
            .filter(|(_, n)| *n > 0)
            .collect();
        el("li").with(el("bdi").maybe("lang", lang).text(name)).with(bar(&parts, largest, texts))
    });
    let n_actors = matrix.rows.len();
    let caption = [texts.axis(Axis::Class), " × ", texts.axis(Axis::Actor)].concat();
    Some(
        el("figure")
            .attr("class", "bars")
            .with(
                el("figcaption")
                    .with(el("h2").text(caption))
                    .with_each((n_actors > N_ACTORS).then(|| of_how_many(N_ACTORS, n_actors)))
                    .with(el("ul").attr("class", "classes").with_each(legend)),
            )
            .with(el("ul").with_each(actors)),
    )
}

/// A bar of these parts; the longest bar takes the whole width.
fn bar(parts: &[(ClauseClass, u32)], largest: u32, texts: &Texts) -> El {
    let mut drawn = el("svg").attr("role", "img").attr("height", "24");
    let mut spoken = String::new();
    let mut from = 0;
    let mut n_before = 0;
    for (class, n) in parts {
        n_before += n;
        // From the running sum, so that rounding errors do not add up.
        let to = n_before * WHOLE / largest.max(1);
        let mirrored = texts.language.direction() == "rtl";
        let start = if mirrored { WHOLE.saturating_sub(to) } else { from };
        let width = to.saturating_sub(from);
        let said = [texts.class(*class), " ", &n.to_string()].concat();
        drawn = drawn.with(part(*class, start, width).with(el("title").text(said.clone())));
        if width >= ROOM {
            let number = el("text").attr("x", percent(start + width / 2)).attr("y", "17").text(n.to_string());
            drawn = drawn.with(number.attr("text-anchor", "middle"));
        }
        spoken.extend([if spoken.is_empty() { "" } else { texts.comma }, &said]);
        from = to;
    }
    drawn.attr("aria-label", spoken)
}

fn part(class: ClauseClass, start: u32, width: u32) -> El {
    let part = el("rect").attr("data-class", class.key()).attr("x", percent(start)).attr("width", percent(width));
    part.attr("height", "100%")
}

/// Thousandths as an SVG percentage.
fn percent(thousandths: u32) -> String {
    [&(thousandths / 10).to_string(), ".", &(thousandths % 10).to_string(), "%"].concat()
}
