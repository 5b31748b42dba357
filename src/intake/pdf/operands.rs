//! The operands of an operation in a page's content.

use hayro_syntax::object::{Name, Object, String as PdfString};

/// The operands of an operation.
pub struct Operands<'b, 'a>(pub Vec<&'b Object<'a>>);

impl<'b, 'a> Operands<'b, 'a> {
    pub fn number(&self, at: usize) -> f32 {
        match self.0.get(at) {
            Some(Object::Number(number)) => finite(number.as_f32()),
            _ => 0.0,
        }
    }

    pub fn numbers<const N: usize>(&self) -> Option<[f32; N]> {
        let from = self.0.len().checked_sub(N)?;
        let mut numbers = [0.0; N];
        for (i, slot) in numbers.iter_mut().enumerate() {
            let Some(Object::Number(number)) = self.0.get(from + i) else { return None };
            *slot = finite(number.as_f32());
        }
        Some(numbers)
    }

    pub fn name(&self, at: usize) -> Option<&'b Name<'a>> {
        match self.0.get(at) {
            Some(Object::Name(name)) => Some(name),
            _ => None,
        }
    }

    pub fn string(&self) -> Option<&'b PdfString<'a>> {
        match self.0.last() {
            Some(Object::String(string)) => Some(string),
            _ => None,
        }
    }

    pub fn last(&self) -> Option<&'b Object<'a>> {
        self.0.last().copied()
    }
}

/// Coordinates are kept within bounds, so that no sum of them is infinite.
pub fn finite(number: f32) -> f32 {
    if number.is_finite() { number.clamp(-1e7, 1e7) } else { 0.0 }
}
