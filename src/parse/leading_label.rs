//! The label that opens a text, in whatever script.

use super::numbering::{Label, bullet, latin_label, misread_number};
use super::scripts;

/// The label that opens a text, if one does.
pub fn leading_label(text: &str) -> Option<Label> {
    if let Some(label) = bullet(text).or_else(|| misread_number(text)) {
        return Some(label);
    }
    latin_label(text).or_else(|| scripts::label(text))
}
