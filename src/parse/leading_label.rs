//! The label that opens a text, in whatever script.

use super::numbering::{Label, bullet, dressed_number, latin_label, misread_number};
use super::scripts;

/// The label that opens a text, if one does.
pub fn leading_label(text: &str) -> Option<Label> {
    if let Some(bullet) = bullet(text) {
        // «- 3. Urges»: a list of Markdown whose items bear numbers.
        let inside = text.get(bullet.rest..).unwrap_or_default();
        let numbered = latin_label(inside).filter(|label| text.starts_with('-') && label.number().is_some());
        return Some(numbered.map_or(bullet.clone(), |label| Label { rest: bullet.rest + label.rest, ..label }));
    }
    let label = misread_number(text).or_else(|| latin_label(text));
    label.or_else(|| scripts::label(text)).or_else(|| dressed_number(text))
}
