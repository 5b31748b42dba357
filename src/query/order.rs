use std::cmp::Ordering;

/// Sorts numbers by what they stand for; of equals the smaller comes first.
///
/// One sort for all: each further kind of thing to be sorted would cost the page two kilobytes of sorting code.
pub fn sort_numbers(numbers: &mut [u32], order: &dyn Fn(u32, u32) -> Ordering) {
    numbers.sort_unstable_by(|one, other| order(*one, *other).then(one.cmp(other)));
}
