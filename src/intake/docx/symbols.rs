//! The characters of symbol fonts (Symbol, Wingdings), which are used for bullets and inserted symbols.

/// The sign of a symbol font's code; what we do not know is a bullet.
pub fn of_font(font: &str, code: char) -> char {
    let low = match code as u32 {
        code @ 0xf000..=0xf0ff => code - 0xf000,
        code if code < 0x100 => code,
        _ => return code,
    };
    let known = if font.eq_ignore_ascii_case("symbol") {
        symbol(low)
    } else if font.to_ascii_lowercase().starts_with("wingdings") {
        wingdings(low)
    } else {
        return letter(code);
    };
    known.unwrap_or('•')
}

/// A letter of the private area is a symbol whose font is not named.
pub fn letter(code: char) -> char {
    match code as u32 {
        low @ 0xf000..=0xf0ff => symbol(low - 0xf000).unwrap_or('•'),
        _ => code,
    }
}

fn symbol(code: u32) -> Option<char> {
    const GREEK_UPPER: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    const GREEK_LOWER: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    Some(match code {
        0x41..=0x5a => GREEK_UPPER.chars().nth((code - 0x41) as usize)?,
        0x61..=0x7a => GREEK_LOWER.chars().nth((code - 0x61) as usize)?,
        0x22 => '∀',
        0x24 => '∃',
        0x27 => '∋',
        0x2a => '∗',
        0x2d => '−',
        0x40 => '≅',
        0x5e => '⊥',
        0x20..=0x3f | 0x5b | 0x5d | 0x5f | 0x7b..=0x7d => char::from_u32(code)?,
        0x7e => '∼',
        0xa2 => '′',
        0xa3 => '≤',
        0xa5 => '∞',
        0xab => '↔',
        0xac => '←',
        0xad => '↑',
        0xae => '→',
        0xaf => '↓',
        0xb0 => '°',
        0xb1 => '±',
        0xb2 => '″',
        0xb3 => '≥',
        0xb4 => '×',
        0xb6 => '∂',
        0xb7 => '•',
        0xb8 => '÷',
        0xb9 => '≠',
        0xba => '≡',
        0xbb => '≈',
        0xbc => '…',
        0xc7 => '∩',
        0xc8 => '∪',
        0xce => '∈',
        0xd2 => '®',
        0xd3 => '©',
        0xd4 => '™',
        0xd6 => '√',
        0xe5 => '∑',
        _ => return None,
    })
}

fn wingdings(code: u32) -> Option<char> {
    Some(match code {
        0x20 => ' ',
        0x6c | 0x9f => '•',
        0x6e | 0xa7 => '▪',
        0x6f | 0x71 | 0x72 | 0xa8 => '□',
        0x76 => '❖',
        0xd8 => '➢',
        0xe0 | 0xe8 => '→',
        0xfb => '✗',
        0xfc => '✓',
        0xfd => '☒',
        0xfe => '☑',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bullet_is_one_whatever_font_draws_it() {
        assert_eq!(of_font("Symbol", '\u{f0b7}'), '•');
        assert_eq!(of_font("Wingdings", '\u{f0a7}'), '▪');
        assert_eq!(of_font("Wingdings 2", '\u{f0ff}'), '•');
        assert_eq!(of_font("Symbol", '\u{f061}'), 'α');
        assert_eq!(of_font("Courier New", 'o'), 'o');
        assert_eq!(letter('\u{f0b7}'), '•');
    }
}
