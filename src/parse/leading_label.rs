//! The label that opens a text, in whatever script.

use super::drafted_number::{dressed_number, misread_number};
use super::numbering::{Label, bullet, decimal_label, latin_label};
use super::scripts;

/// The label that opens a text, if one does.
pub fn leading_label(text: &str) -> Option<Label> {
    if let Some(bullet) = bullet(text) {
        // «- 3. Urges», «* (a) collect»: a list of Markdown whose items have labels of their own.
        let inside = text.get(bullet.rest..).unwrap_or_default();
        let is_own = |label: &Label| label.number().is_some() || inside.starts_with('(');
        let labelled = latin_label(inside).filter(|label| text.starts_with(['-', '*']) && is_own(label));
        return Some(labelled.map_or(bullet.clone(), |label| Label { rest: bullet.rest + label.rest, ..label }));
    }
    let label = misread_number(text).or_else(|| latin_label(text)).or_else(|| in_wide_brackets(text));
    label.or_else(|| scripts::label(text)).or_else(|| dressed_number(text)).or_else(|| decimal_label(text))
}

/// A Latin label in the brackets of Chinese type: «（a）», «（ii）».
fn in_wide_brackets(text: &str) -> Option<Label> {
    const LONGEST: usize = 5;
    let inner = text.strip_prefix('（')?;
    let end = inner.find(['）', ')']).filter(|end| *end <= LONGEST)?;
    let core = inner.get(..end).filter(|core| core.bytes().all(|byte| byte.is_ascii_lowercase()))?;
    let mut after = inner.get(end..)?.chars();
    after.next();
    let label = latin_label(&format!("({core}) "))?;
    Some(Label { rest: text.len() - after.as_str().trim_start().len(), ..label })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_in_wide_brackets_is_that_in_narrow_ones() {
        for (wide, narrow) in [("（a）设立", "(a) 设立"), ("（ii） 账目", "(ii) 账目")] {
            let (wide, narrow) = (leading_label(wide).unwrap(), leading_label(narrow).unwrap());
            assert_eq!((wide.plain(), wide.printed), (narrow.plain(), narrow.printed));
        }
        assert_eq!(leading_label("（a）设立").unwrap().rest, "（a）".len());
        assert!(leading_label("（见附件）决定").is_none());
    }
}
