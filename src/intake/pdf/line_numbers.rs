//! The numbers of lines in the margin of a draft.

use super::table::PrintedPiece;

/// Fewer numbers are a table's column or a list.
const FEWEST: usize = 5;

/// Takes the numbers of lines out of a page: numbers left of everything else, one below the other, that count on by one or by
/// five.
pub fn take(pieces: &mut Vec<PrintedPiece>) -> Vec<PrintedPiece> {
    let numbers: Vec<Option<u32>> = pieces.iter().map(number).collect();
    // The running head and foot may begin further left: what most of the text does counts.
    let mut lefts: Vec<f32> =
        pieces.iter().zip(&numbers).filter(|(_, number)| number.is_none()).map(|(piece, _)| piece.left).collect();
    lefts.sort_by(f32::total_cmp);
    let Some(edge) = lefts.get(lefts.len() / 8).copied() else { return Vec::new() };
    let is_outside = |piece: &PrintedPiece| piece.right < edge - 0.5 * piece.size;
    let mut column: Vec<(f32, u32)> = pieces
        .iter()
        .zip(&numbers)
        .filter(|(piece, _)| is_outside(piece))
        .filter_map(|(piece, number)| Some((piece.base, (*number)?)))
        .collect();
    column.sort_by(|a, b| a.0.total_cmp(&b.0));
    let counts_on = |pair: &[(f32, u32)]| match pair {
        [(_, a), (_, b)] => *b == a + 1 || *b == a + 5,
        _ => false,
    };
    let n_in_order = column.windows(2).filter(|pair| counts_on(pair)).count();
    // Numbers of paragraphs count on by one too, but not each line has one.
    let by_five = column.windows(2).all(|pair| matches!(pair, [(_, a), (_, b)] if *b == a + 5));
    let is_each_line = column.len() * 2 >= n_lines(pieces, &numbers) || by_five;
    if column.len() < FEWEST || n_in_order * 10 < (column.len() - 1) * 9 || !is_each_line {
        return Vec::new();
    }
    let is_number = numbers.iter().zip(pieces.iter()).map(|(number, piece)| number.is_some() && is_outside(piece));
    let is_number: Vec<bool> = is_number.collect();
    let mut is_number = is_number.into_iter();
    pieces.extract_if(.., |_| is_number.next() == Some(true)).collect()
}

/// How many lines of text there are.
fn n_lines(pieces: &[PrintedPiece], numbers: &[Option<u32>]) -> usize {
    let text = pieces.iter().zip(numbers).filter(|(_, number)| number.is_none());
    let mut bases: Vec<i32> = text.map(|(piece, _)| (piece.base / 3.0).round() as i32).collect();
    bases.sort_unstable();
    bases.dedup();
    bases.len()
}

/// The number that a piece is, if it is only that.
fn number(piece: &PrintedPiece) -> Option<u32> {
    let text: String = piece.letters.iter().map(|letter| letter.glyph.letter).collect();
    let text = text.trim();
    let is_plain = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| text.parse().ok()).flatten()
}
