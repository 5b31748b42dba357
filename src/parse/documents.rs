//! Finds the starts of the resolutions in a text with several, such as a printed volume.
//!
//! A second one is recognized by a title with its own number, «180 (1963). Résolution du …», «74/176. Cooperation …», with the line of an
//! organ soon after it: the parts A and B of a composite resolution have no such title.

use super::organ_line::organ_of;
use super::page::lines::{Line, LineKind, lines};
use super::title_number::{is_old_title, title_number};
use crate::model::Organ;

/// The bytes at which the resolutions of a text begin; the first is always 0.
pub fn starts(source: &str) -> Vec<usize> {
    /// Between a title and its organ's line there is room for a long title, and the numbers of drafts.
    const MOST_LINES: usize = 12;
    let lines = lines(source);
    let text: Vec<&Line> = lines.iter().filter(|line| line.kind == LineKind::Text).collect();
    let organs = text
        .iter()
        .enumerate()
        .filter(|(_, line)| organ_of(line.span.of(source)).is_some_and(|organ| organ != Organ::Other));
    let mut starts = vec![0];
    let mut last_organ: Option<usize> = None;
    for (at, _) in organs {
        let Some(first) = last_organ.replace(at).map(|last| (last + 1).max(at.saturating_sub(MOST_LINES))) else {
            continue;
        };
        let head = text.get(first..at).unwrap_or_default();
        let is_title = |line: &str| {
            title_number(line).or_else(|| title_number(after_organ(line))).is_some() || is_old_title(line)
        };
        let title = head.iter().rev().find(|line| is_title(line.span.of(source)));
        if let Some(title) = title {
            starts.push(title.span.start as usize);
        }
    }
    starts
}

/// A line without what a symbol says of its organ: “80/32. Harbours” of “A/RES/80/32. Harbours”.
fn after_organ(line: &str) -> &str {
    const ORGANS: [&str; 5] = ["A/RES/", "A/DEC/", "A/HRC/RES/", "A/HRC/DEC/", "E/RES/"];
    ORGANS.into_iter().find_map(|organ| line.strip_prefix(organ)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_with_a_number_before_another_organs_line_begins_a_resolution() {
        let volume = "179 (2063). Resolution of 11 June 2063\n\nThe Security Council,\n\n1. Requests peace.\n\nAdopted at the 1039th \
                      meeting.\n\n180 (2063). Resolution of 31 July 2063\n\nThe Security Council,\n\n1. Demands peace.";
        let second = volume.find("180 (").unwrap();
        assert_eq!(starts(volume), [0, second]);
        let old = "216 (III). Rivers\n\nThe General Assembly,\n\n1. Requests peace.\n\n217 (III). Lakes\n\nThe General Assembly,\n\n1. Demands peace.";
        assert_eq!(starts(old), [0, old.find("217 (").unwrap()]);
        let with_symbols = "A/RES/80/31. Rivers\n\nThe General Assembly,\n\n1. Requests peace.\n\nA/RES/80/32. Lakes\n\nThe General Assembly,\n\n1. Demands peace.";
        assert_eq!(starts(with_symbols), [0, with_symbols.find("A/RES/80/32").unwrap()]);
        let cites = "216 (III). Rivers\n\nThe General Assembly,\n\n1. Recalls its resolution\n1514 (XV), on peace.\n\nThe General Assembly,\n\n1. Demands it.";
        assert_eq!(starts(cites), [0]);
        let composite = "74/1. Rivers\n\nA\n\nThe General Assembly,\n\n1. Requests peace.\n\nB\n\nThe General Assembly,\n\n1. Demands peace.";
        assert_eq!(starts(composite), [0]);
    }
}
