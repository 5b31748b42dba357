//! Takes from a file's name what its text does not say.

use super::{Parsed, symbols};
use crate::intake::FileContent;
use crate::model::{Doubt, DoubtKind, Symbol};

impl Parsed {
    /// Takes the symbol from the name of the file if the text has none, and doubts a name that says another format.
    pub fn consider_name(&mut self, name: &str, content: &FileContent) {
        let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
        let Some((stem, ending)) = file.rsplit_once('.') else { return };
        let mut doubt = |kind, about: &str| {
            self.resolution.doubts.push(Doubt { kind, about: about.to_owned(), ..Doubt::default() });
        };
        let is_text = matches!(content, FileContent::Text(_) | FileContent::Restored(_));
        if is_text && crate::intake::is_named_as_a_format(file) {
            doubt(DoubtKind::NamedOtherwise, &format!(".{ending}"));
        }
        if !self.resolution.symbol.as_str().is_empty() || self.resolution.paragraphs.is_empty() {
            return;
        }
        let Some(symbol) = symbol_in(stem) else { return };
        doubt(DoubtKind::SymbolFromName, symbol.as_str());
        self.resolution.doubts.retain(|doubt| doubt.kind != DoubtKind::NoSymbol);
        self.resolution.session = self.resolution.session.or_else(|| symbols::session_of(&symbol));
        self.resolution.symbol = symbol;
    }
}

/// The symbol that a file is named by, with signs that names may have for the strokes: `A_RES_69_200`, `A-HRC-RES-50-17_F`.
fn symbol_in(stem: &str) -> Option<Symbol> {
    let stem = stem.trim().to_uppercase();
    let by_strokes = |sign: char| symbols::in_heading(&stem.replace(sign, "/"));
    by_strokes('_').or_else(|| by_strokes('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_a_symbol_only_if_it_is_one() {
        for (stem, symbol) in [
            ("A_RES_69_200", "A/RES/69/200"),
            ("a_res_69_200.es", "A/RES/69/200"),
            ("A_HRC_RES_50_17-AR", "A/HRC/RES/50/17"),
            ("A-RES-74-175_F", "A/RES/74/175"),
            ("A_C.3_80_L.20", "A/C.3/80/L.20"),
            ("S_RES_1325 (2000)", "S/RES/1325 (2000)"),
        ] {
            assert_eq!(symbol_in(stem), Some(Symbol::new(symbol)), "{stem}");
        }
        for stem in ["notes", "report_2024_12", "minutes-of-3-4"] {
            assert_eq!(symbol_in(stem), None, "{stem}");
        }
    }

    #[test]
    fn what_comes_from_the_name_is_doubted() {
        let text = "The General Assembly,\n\nRecalling its resolution 60/1 of 16 September 2005,\n\n1. Requests the \
                    Secretary-General to report to the Assembly at its seventieth session.";
        let content = FileContent::Text(text.to_owned());
        let mut parsed = crate::parse::parse_content(&content);
        parsed.consider_name("folder/A_RES_69_200.pdf", &content);
        let kinds: Vec<DoubtKind> = parsed.resolution.doubts.iter().map(|doubt| doubt.kind).collect();
        assert_eq!(kinds, [DoubtKind::NamedOtherwise, DoubtKind::SymbolFromName]);
        assert_eq!((parsed.resolution.symbol.as_str(), parsed.resolution.session), ("A/RES/69/200", Some(69)));
    }
}
