use super::page::marks::Mark;
use crate::model::Span;

/// A call of a note that the file ties to it.
#[derive(Clone, Debug)]
pub(super) struct KnownCall {
    /// The mark, in the source.
    pub(super) span: Span,
    /// The note's mark.
    pub(super) mark: String,
}

/// The calls in a block of the source, as marks in its text.
pub(super) fn marks_in(source: &str, block: Span, calls: &[KnownCall]) -> Vec<Mark> {
    let first = calls.partition_point(|call| call.span.start < block.start);
    let last = calls.partition_point(|call| call.span.end <= block.end);
    let text = block.of(source);
    let mark = |call: &KnownCall| {
        let (start, end) = (call.span.start - block.start, call.span.end - block.start);
        // A mark goes with the space that separates it from its word, if no word is glued to it.
        let before = text.get(..start as usize).unwrap_or_default();
        let after = text.get(end as usize..).unwrap_or_default();
        let is_separate = !after.starts_with(char::is_alphanumeric);
        let n_spaces = if is_separate { before.len() - before.trim_end().len() } else { 0 };
        Mark { span: Span { start: start - n_spaces as u32, end }, name: call.mark.clone() }
    };
    calls.get(first..last).unwrap_or_default().iter().map(mark).collect()
}
