//! Text that was read in the wrong encoding once before it came to us: « GÃ©nÃ©rale » for « Générale ».
//!
//! A file is restored here as a whole, in any script. `parse::page::misread` mends single words of a text that is otherwise
//! read well, as after a paste, and records each.

use super::encoding::windows1252_byte;

/// The text as it was meant, if nearly all of its letters beyond ASCII are bytes of UTF-8 that were taken for
/// Windows-1252; nothing if they are letters of their own.
pub fn restored(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let (mut n_restored, mut n_kept, mut is_certain) = (0_usize, 0_usize, false);
    let mut rest = text;
    while let Some(at) = rest.find(|letter: char| !letter.is_ascii()) {
        let (before, from) = rest.split_at_checked(at)?;
        let end = from.find(|letter: char| letter.is_ascii()).unwrap_or(from.len());
        let (run, after) = from.split_at_checked(end)?;
        out.push_str(before);
        let bytes: Option<Vec<u8>> = run.chars().map(windows1252_byte).collect();
        if let Some(Ok(meant)) = bytes.as_deref().map(std::str::from_utf8) {
            out.push_str(meant);
            n_restored += 1;
            let is_far = meant.chars().count() > 1 && meant.chars().all(|letter| letter > '\u{2000}');
            is_certain |= is_far || run.starts_with(['Ã', 'Â', 'Ð', 'Ø']) || run.contains("â€");
        } else {
            out.push_str(run);
            n_kept += 1;
        }
        rest = after;
    }
    out.push_str(rest);
    // One such pair may be a letter and a sign: « LIBERTÉ » and a space that does not break are one too.
    (is_certain && n_restored > n_kept.saturating_mul(10)).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::encoding::windows1252;

    #[test]
    fn text_of_any_language_that_was_misread_is_restored() {
        for text in [
            "L’Assemblée générale, réaffirmant ;",
            "§ 5 — the Secretary-General’s report",
            "Генеральная Ассамблея",
            "الجمعية العامة",
            "联合国大会",
        ] {
            let misread = windows1252(text.as_bytes());
            assert_ne!(misread, text);
            assert_eq!(restored(&misread).as_deref().or(Some("")), Some(text), "{misread}");
        }
    }

    #[test]
    fn text_that_was_read_well_stays() {
        for text in [
            "LIBERTÉ\u{a0}; ÉGALITÉ\u{a0}!",
            "L’Assemblée générale",
            "Генеральная Ассамблея",
            "plain",
            "São Tomé, Curaçao",
            "the “café\u{a0}»",
            "He wrote “Ã©” for é, à, ç and ü.",
        ] {
            assert_eq!(restored(text), None, "{text}");
        }
    }
}
