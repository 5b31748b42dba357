//! Recognizes two columns, and measures how far their lines reach.

use super::line::{PrintedLine, PrintedLineKind, Sheet};
use crate::intake::pdf::table::PrintedPiece;
use std::collections::HashMap;

/// Which side of a gutter a segment is on: 1 left, 2 right, 0 over it.
pub fn side(segment: &PrintedPiece, gutter: f32) -> u32 {
    if segment.right <= gutter + 2.0 {
        1
    } else if segment.left >= gutter - 2.0 {
        2
    } else {
        0
    }
}

/// A page with fewer lines does not show by itself whether it has columns.
const FEW_LINES: usize = 12;

/// The gutter of each page that is set in columns. A last page may have little in its second column: it is set as the
/// one before it, if no line crosses the gutter.
pub fn gutters(pages: &[Vec<PrintedPiece>], sheets: &[Sheet]) -> Vec<Option<f32>> {
    let mut before: Option<f32> = None;
    let gutter_of = |(segments, sheet): (&Vec<PrintedPiece>, &Sheet)| {
        let wide = wide(segments, sheet.width);
        let keeps_clear = |at: &f32| wide.iter().all(|segment| segment.right <= *at || segment.left >= *at);
        before = gutter(&wide, sheet.width).or(before.filter(keeps_clear));
        before
    };
    pages.iter().zip(sheets).map(gutter_of).collect()
}

fn wide(segments: &[PrintedPiece], width: f32) -> Vec<&PrintedPiece> {
    segments.iter().filter(|segment| segment.right - segment.left > width * 0.2).collect()
}

/// The middle of the empty strip between two columns, if most of the page is set so.
fn gutter(wide: &[&PrintedPiece], width: f32) -> Option<f32> {
    if wide.len() < FEW_LINES {
        return None;
    }
    let crossing = |x: f32| wide.iter().filter(|segment| segment.left < x && segment.right > x).count();
    let off = |x: f32| (x - width / 2.0).abs();
    // Every hundredth of the width in the middle two fifths of the page.
    let places = (30..=70_u8).map(|share| width * f32::from(share) / 100.0);
    let best = places.min_by(|a, b| crossing(*a).cmp(&crossing(*b)).then(off(*a).total_cmp(&off(*b))))?;
    let left = wide.iter().filter(|segment| segment.right <= best).count();
    let right = wide.iter().filter(|segment| segment.left >= best).count();
    let is_set_so = left.min(right) * 4 > wide.len() && crossing(best) * 5 < wide.len();
    is_set_so.then_some(best)
}

/// Puts lines in the order of reading: down one column, then the other, between lines over the whole width.
pub fn in_columns(lines: Vec<PrintedLine>) -> Vec<PrintedLine> {
    let mut out: Vec<PrintedLine> = Vec::with_capacity(lines.len());
    let mut columns: [Vec<PrintedLine>; 2] = Default::default();
    for line in lines {
        match line.column {
            1 => columns[0].push(line),
            2 => columns[1].push(line),
            _ => {
                for column in &mut columns {
                    out.append(column);
                }
                out.push(line);
            }
        }
    }
    for column in &mut columns {
        out.append(column);
    }
    out
}

/// Says for each line how much room there is right of it: up to where the lines of its column and size usually end.
pub fn measure_room(pages: &mut [Vec<PrintedLine>]) {
    let key = |line: &PrintedLine| (line.column, (line.size * 2.0).round() as i32);
    let mut all: HashMap<(u32, i32), Vec<f32>> = HashMap::new();
    for line in pages.iter().flatten().filter(|line| line.kind == PrintedLineKind::Text) {
        all.entry(key(line)).or_default().push(line.right);
    }
    let all: HashMap<(u32, i32), f32> = all.into_iter().map(|(key, rights)| (key, usual_end(rights))).collect();
    for page in pages {
        let mut here: HashMap<(u32, i32), Vec<f32>> = HashMap::new();
        for line in page.iter().filter(|line| line.kind == PrintedLineKind::Text) {
            here.entry(key(line)).or_default().push(line.right);
        }
        for line in page {
            let edge = match here.get(&key(line)) {
                Some(rights) if rights.len() >= 12 => usual_end(rights.clone()),
                _ => all.get(&key(line)).copied().unwrap_or(line.right),
            };
            line.room = edge - line.right;
        }
    }
}

/// The bound that nine lines of ten keep.
fn usual_end(mut rights: Vec<f32>) -> f32 {
    rights.sort_by(f32::total_cmp);
    rights.get(rights.len() * 9 / 10).copied().unwrap_or(0.0)
}
