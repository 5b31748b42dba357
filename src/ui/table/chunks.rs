//! Virtual scrolling of long tables: a chunk of rows is drawn when it comes near the viewport.
//!
//! A browser takes longer to draw a thousand rows than the explorer takes to find them. Chunks that are not drawn are
//! replaced by their last height, so that the scroll bar is right.

use crate::ui::browser::page::{self, RowGroup};
use crate::ui::markup::{El, el};
use std::rc::Rc;

/// The number of rows in a chunk.
pub const SIZE: usize = 30;

/// How many chunks are drawn before the viewport is known. A table with more is long.
const N_FIRST: usize = 4;

/// The estimated height of a chunk that was never drawn, in pixels.
const HEIGHT: u32 = 68 * SIZE as u32;

/// The distances above and below the top of the viewport within which chunks are drawn, in pixels. They exceed the height
/// of any screen.
const NEAR: std::ops::Range<f64> = -3000.0..5000.0;

/// Whether a table with this many rows is drawn in chunks.
pub fn is_long(n_rows: usize) -> bool {
    n_rows > N_FIRST * SIZE
}

/// The height of a chunk that is not drawn; none if it is drawn.
pub fn height_of_undrawn(n: usize, undrawn: &[u32]) -> Option<u32> {
    let unknown = if n < N_FIRST { 0 } else { HEIGHT };
    Some(undrawn.get(n).copied().unwrap_or(unknown)).filter(|height| *height > 0)
}

/// The placeholder for consecutive chunks that are not drawn, so that a table of a hundred thousand rows has only a few
/// row groups.
pub fn stand_in(body: El, heights: &[u32], n_columns: usize) -> El {
    let picture = el("svg").attr("width", "1").attr("height", heights.iter().sum::<u32>().to_string());
    let cell = el("td").attr("colspan", n_columns.to_string()).with(picture);
    body.attr("data-undrawn", heights.len().to_string()).attr("aria-hidden", "true").with(el("tr").with(cell))
}

/// The heights of chunks that need not be drawn, 0 for the others; none if all near chunks are drawn already.
pub fn in_sight(undrawn: &[u32]) -> Option<Rc<[u32]>> {
    wanted(&chunks(&page::row_groups(), undrawn))
}

/// The most rows that are printed.
pub const N_PRINTED: usize = 100 * SIZE;

/// Marks the chunks to be printed as drawn.
pub fn drawn_to_print(undrawn: &[u32]) -> Option<Rc<[u32]>> {
    printed(&chunks(&page::row_groups(), undrawn))
}

fn printed(chunks: &[Chunk]) -> Option<Rc<[u32]>> {
    let is_printed = |n: usize| n * SIZE < N_PRINTED;
    #[expect(clippy::cast_sign_loss, reason = "nothing is less than 0 high")]
    let height = |(n, chunk): (usize, &Chunk)| if is_printed(n) { 0 } else { (chunk.height as u32).max(1) };
    let is_missing = chunks.iter().enumerate().any(|(n, chunk)| is_printed(n) && chunk.is_undrawn);
    is_missing.then(|| chunks.iter().enumerate().map(height).collect())
}

/// A chunk with its position on the screen.
#[derive(Clone, Copy, Debug)]
struct Chunk {
    top: f64,
    height: f64,
    is_undrawn: bool,
}

/// The chunks of the row groups on the screen, including those behind placeholders.
fn chunks(groups: &[RowGroup], undrawn: &[u32]) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    for RowGroup { top, height, n_undrawn } in groups {
        let Some(n) = n_undrawn else {
            chunks.push(Chunk { top: *top, height: *height, is_undrawn: false });
            continue;
        };
        let mut top = *top;
        for at in chunks.len()..chunks.len() + n {
            let height = f64::from(height_of_undrawn(at, undrawn).unwrap_or_default());
            chunks.push(Chunk { top, height, is_undrawn: true });
            top += height;
        }
    }
    chunks
}

fn wanted(chunks: &[Chunk]) -> Option<Rc<[u32]>> {
    let is_near = |chunk: &Chunk| chunk.top < NEAR.end && chunk.top + chunk.height > NEAR.start;
    if !chunks.iter().any(|chunk| chunk.is_undrawn && is_near(chunk)) {
        return None;
    }
    #[expect(clippy::cast_sign_loss, reason = "nothing is less than 0 high")]
    let height = |chunk: &Chunk| if is_near(chunk) { 0 } else { (chunk.height as u32).max(1) };
    Some(chunks.iter().map(height).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Consecutive chunks of 2,000 pixels, the first at `top`, with those in `drawn` drawn.
    fn column(top: f64, n: usize, drawn: std::ops::Range<usize>) -> Vec<Chunk> {
        let chunk =
            |n: usize| Chunk { top: top + 2000.0 * n as f64, height: 2000.0, is_undrawn: !drawn.contains(&n) };
        (0..n).map(chunk).collect()
    }

    #[test]
    fn a_short_table_is_drawn_whole() {
        assert!(!is_long(120) && is_long(121));
        assert!((0..4).all(|n| height_of_undrawn(n, &[]).is_none()));
    }

    #[test]
    fn as_long_as_what_is_near_is_drawn_nothing_is_asked_for() {
        assert_eq!(wanted(&column(0.0, 40, 0..4)), None);
        assert_eq!(wanted(&[]), None);
    }

    #[test]
    fn rows_near_the_view_are_drawn_and_far_ones_are_dropped() {
        let wanted = wanted(&column(-20_000.0, 40, 0..4)).unwrap();
        let drawn: Vec<usize> = (0..40).filter(|n| height_of_undrawn(*n, &wanted).is_none()).collect();
        // From 3,000 pixels above the screen to 5,000 below its upper edge.
        assert_eq!(drawn, [8, 9, 10, 11, 12]);
        assert_eq!(height_of_undrawn(7, &wanted), Some(2000));
    }

    #[test]
    fn paper_has_the_first_rows_of_a_very_long_table() {
        let drawn =
            |n: usize| printed(&column(0.0, n, 0..4)).unwrap().iter().filter(|height| **height == 0).count();
        assert_eq!((drawn(40), drawn(4000)), (40, N_PRINTED / SIZE));
        assert_eq!(printed(&column(0.0, 4, 0..4)), None);
    }

    #[test]
    fn chunks_that_are_new_are_not_drawn_unless_they_are_the_first() {
        assert_eq!(height_of_undrawn(3, &[0, 0]), None);
        assert_eq!(height_of_undrawn(4, &[0, 0]), Some(HEIGHT));
    }

    #[test]
    fn chunks_that_are_not_drawn_are_distinguished_though_they_lie_in_one_group() {
        let group = |top, height, n_undrawn| RowGroup { top, height, n_undrawn };
        let groups =
            [group(-7000.0, 5000.0, Some(2)), group(-2000.0, 1500.0, None), group(-500.0, 4000.0, Some(2))];
        let laid_out = super::chunks(&groups, &[3000, 2000, 0, 2500, 1500]);
        let tops: Vec<f64> = laid_out.iter().map(|chunk| chunk.top).collect();
        assert_eq!(tops, [-7000.0, -4000.0, -2000.0, -500.0, 2000.0]);
        assert_eq!(wanted(&laid_out).unwrap().to_vec(), [3000, 0, 0, 0, 0]);
    }
}
