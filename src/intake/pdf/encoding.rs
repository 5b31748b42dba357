//! The letters of codes and glyph names, for fonts without a Unicode table.

/// Accents: the end of a glyph's name, the combining letter, the spacing ones, and pairs of a letter without and with it.
const ACCENTS: [(&str, char, &str, &str); 14] = [
    ("grave", '\u{300}', "`ˋ", "AÀEÈIÌNǸOÒUÙaàeèiìnǹoòuù"),
    ("acute", '\u{301}', "´ˊ", "AÁCĆEÉGǴIÍLĹNŃOÓRŔSŚUÚYÝZŹaácćeégǵiílĺnńoórŕsśuúyýzź"),
    ("circumflex", '\u{302}', "ˆ^", "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷ"),
    ("tilde", '\u{303}', "˜~", "AÃIĨNÑOÕUŨaãiĩnñoõuũ"),
    ("dieresis", '\u{308}', "¨", "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ"),
    ("caron", '\u{30c}', "ˇ", "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzž"),
    ("cedilla", '\u{327}', "¸", "CÇEȨGĢKĶLĻNŅRŖSŞTŢcçeȩgģkķlļnņrŗsştţ"),
    ("ring", '\u{30a}', "˚", "AÅUŮaåuů"),
    ("ogonek", '\u{328}', "˛", "AĄEĘIĮOǪUŲaąeęiįoǫuų"),
    ("macron", '\u{304}', "¯ˉ", "AĀEĒIĪOŌUŪYȲaāeēiīoōuūyȳ"),
    ("breve", '\u{306}', "˘", "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ"),
    ("dotaccent", '\u{307}', "˙", "AȦCĊEĖGĠIİOȮZŻaȧcċeėgġoȯzż"),
    ("hungarumlaut", '\u{30b}', "˝", "OŐUŰoőuű"),
    ("commaaccent", '\u{326}', "", "GĢKĶLĻNŅRŖSȘTȚgģkķlļnņrŗsștț"),
];

/// Names of glyphs that are neither a letter nor a letter with an accent, as Adobe's list of them has it.
const NAMES: &str = "space  |exclam !|quotedbl \"|numbersign #|dollar $|percent %|ampersand &|quotesingle '|quoteright ’|parenleft (|parenright )|asterisk *|plus +|comma ,|hyphen -|period .|slash /|zero 0|one 1|two 2|three 3|four 4|five 5|six 6|seven 7|eight 8|nine 9|colon :|semicolon ;|less <|equal =|greater >|question ?|at @|bracketleft [|backslash \\|bracketright ]|asciicircum ^|underscore _|grave `|quoteleft ‘|braceleft {|braceright }|asciitilde ~|exclamdown ¡|cent ¢|sterling £|fraction ⁄|yen ¥|florin ƒ|section §|currency ¤|quotedblleft “|guillemotleft «|guilsinglleft ‹|guilsinglright ›|fi ﬁ|fl ﬂ|ff ﬀ|ffi ﬃ|ffl ﬄ|endash –|dagger †|daggerdbl ‡|periodcentered ·|middot ·|paragraph ¶|bullet •|quotesinglbase ‚|quotedblbase „|quotedblright ”|guillemotright »|ellipsis …|perthousand ‰|questiondown ¿|acute ´|circumflex ˆ|tilde ˜|macron ¯|breve ˘|dotaccent ˙|dieresis ¨|ring ˚|cedilla ¸|hungarumlaut ˝|ogonek ˛|caron ˇ|emdash —|AE Æ|ordfeminine ª|Lslash Ł|Oslash Ø|OE Œ|ordmasculine º|ae æ|dotlessi ı|dotlessj ȷ|lslash ł|oslash ø|oe œ|germandbls ß|copyright ©|registered ®|trademark ™|logicalnot ¬|degree °|plusminus ±|mu µ|onesuperior ¹|twosuperior ²|threesuperior ³|onequarter ¼|onehalf ½|threequarters ¾|multiply ×|divide ÷|minus −|Eth Ð|eth ð|Thorn Þ|thorn þ|Euro €|brokenbar ¦|nbspace \u{a0}|nonbreakingspace \u{a0}|sfthyphen \u{ad}|softhyphen \u{ad}|Dcroat Đ|dcroat đ|Hbar Ħ|hbar ħ|kra ĸ|Eng Ŋ|eng ŋ|Tbar Ŧ|tbar ŧ|longs ſ|ij ĳ|IJ Ĳ|figuredash ‒|horizontalbar ―|afii00208 ―|minute ′|second ″|notequal ≠|lessequal ≤|greaterequal ≥|infinity ∞|partialdiff ∂|summation ∑|product ∏|integral ∫|radical √|approxequal ≈|Delta Δ|lozenge ◊|Alpha Α|Beta Β|Gamma Γ|Epsilon Ε|Zeta Ζ|Eta Η|Theta Θ|Iota Ι|Kappa Κ|Lambda Λ|Mu Μ|Nu Ν|Xi Ξ|Omicron Ο|Pi Π|Rho Ρ|Sigma Σ|Tau Τ|Upsilon Υ|Phi Φ|Chi Χ|Psi Ψ|Omega Ω|alpha α|beta β|gamma γ|delta δ|epsilon ε|zeta ζ|eta η|theta θ|iota ι|kappa κ|lambda λ|nu ν|xi ξ|omicron ο|pi π|rho ρ|sigma σ|sigma1 ς|tau τ|upsilon υ|phi φ|chi χ|psi ψ|omega ω|filledbox ■|H22073 □|a15 ●";

/// The standard encoding from 0xa0 on; below, it is ASCII with curly quotation marks.
const STANDARD_HIGH: &str = "\0¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\0–†‡·\0¶•‚„”»…‰\0¿\0`´ˆ˜¯˘˙¨\0˚¸\0˝˛ˇ—\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0Æ\0ª\0\0\0\0ŁØŒº\0\0\0\0\0æ\0\0\0ı\0\0łøœß\0\0\0\0";

/// Windows-1252 from 0x80 to 0x9f; above, it is Latin-1.
const WINDOWS_HIGH: &str = "€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ";

/// Mac Roman from 0x80 on.
const MAC_HIGH: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄¤‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\0ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// The Greek letters of the symbol font, in the places of A to Z and a to z.
const SYMBOL_GREEK: [&str; 2] = ["ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"];

/// Widths of the letters from space to tilde in Times and Helvetica, in thousandths of an em.
const TIMES: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722,
    611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444,
    500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722,
    500, 500, 444, 480, 200, 480, 541,
];
const HELVETICA: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
    556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
    556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
    500, 500, 500, 334, 260, 334, 584,
];

/// From U+FE70 on, the letters that Arabic presentation forms stand for, and how many forms each has.
const ARABIC_FORMS: &[(&str, usize)] = &[
    ("\u{64b}", 1),
    ("\u{640}\u{64b}", 1),
    ("\u{64c}", 1),
    ("\u{fe73}", 1),
    ("\u{64d}", 1),
    ("", 1),
    ("\u{64e}", 1),
    ("\u{640}\u{64e}", 1),
    ("\u{64f}", 1),
    ("\u{640}\u{64f}", 1),
    ("\u{650}", 1),
    ("\u{640}\u{650}", 1),
    ("\u{651}", 1),
    ("\u{640}\u{651}", 1),
    ("\u{652}", 1),
    ("\u{640}\u{652}", 1),
    ("\u{621}", 1),
    ("\u{622}", 2),
    ("\u{623}", 2),
    ("\u{624}", 2),
    ("\u{625}", 2),
    ("\u{626}", 4),
    ("\u{627}", 2),
    ("\u{628}", 4),
    ("\u{629}", 2),
    ("\u{62a}", 4),
    ("\u{62b}", 4),
    ("\u{62c}", 4),
    ("\u{62d}", 4),
    ("\u{62e}", 4),
    ("\u{62f}", 2),
    ("\u{630}", 2),
    ("\u{631}", 2),
    ("\u{632}", 2),
    ("\u{633}", 4),
    ("\u{634}", 4),
    ("\u{635}", 4),
    ("\u{636}", 4),
    ("\u{637}", 4),
    ("\u{638}", 4),
    ("\u{639}", 4),
    ("\u{63a}", 4),
    ("\u{641}", 4),
    ("\u{642}", 4),
    ("\u{643}", 4),
    ("\u{644}", 4),
    ("\u{645}", 4),
    ("\u{646}", 4),
    ("\u{647}", 4),
    ("\u{648}", 2),
    ("\u{649}", 2),
    ("\u{64a}", 4),
    ("\u{644}\u{622}", 2),
    ("\u{644}\u{623}", 2),
    ("\u{644}\u{625}", 2),
    ("\u{644}\u{627}", 2),
];

fn table(high: &str, from: usize) -> Vec<Option<char>> {
    let mut letters: Vec<Option<char>> =
        (0..=255_u8).map(|code| (code >= 32 && code != 127).then_some(char::from(code))).collect();
    for (slot, letter) in letters.iter_mut().skip(from).zip(high.chars()) {
        *slot = (letter != '\0').then_some(letter);
    }
    letters
}

/// The letters of the standard encoding.
pub fn standard() -> Vec<Option<char>> {
    let mut letters = table(STANDARD_HIGH, 0xa0);
    for (code, letter) in letters.iter_mut().enumerate() {
        match code {
            0x27 => *letter = Some('’'),
            0x60 => *letter = Some('‘'),
            0x80..0xa0 => *letter = None,
            _ => {}
        }
    }
    letters
}

/// The letters of Windows-1252, where PDF has a bullet for what it leaves open.
pub fn win_ansi() -> Vec<Option<char>> {
    table(WINDOWS_HIGH, 0x80)
}

/// The letters of Mac Roman.
pub fn mac_roman() -> Vec<Option<char>> {
    table(MAC_HIGH, 0x80)
}

/// The letters of the symbol font, as far as a text has them.
pub fn symbol() -> Vec<Option<char>> {
    let mut letters = table("", 0);
    for (greek, from) in SYMBOL_GREEK.into_iter().zip([0x41, 0x61]) {
        for (slot, letter) in letters.iter_mut().skip(from).zip(greek.chars()) {
            *slot = Some(letter);
        }
    }
    for (code, letter) in [(0xb7, '•'), (0xb0, '°'), (0xa3, '≤'), (0xb3, '≥'), (0xae, '→')] {
        if let Some(slot) = letters.get_mut(code) {
            *slot = Some(letter);
        }
    }
    letters
}

/// Reads the encoding that a type 1 font program has of its own: `dup 65 /A put`.
pub fn of_type1_program(program: &[u8], letters: &mut [Option<char>]) {
    let head = program.get(..program.len().min(64 << 10)).unwrap_or_default();
    let head = String::from_utf8_lossy(head);
    let Some((_, encoding)) = head.split_once("/Encoding") else { return };
    let words: Vec<&str> = encoding.split_ascii_whitespace().take(2048).take_while(|word| *word != "def").collect();
    for window in words.windows(4) {
        let [first, code, name, last] = window else { continue };
        let code: Option<usize> = code.parse().ok();
        if let (&"dup", Some(code), Some(name), true) = (first, code, name.strip_prefix('/'), *last == "put")
            && let Some(slot) = letters.get_mut(code)
        {
            *slot = letter_of_name(name);
        }
    }
}

/// The letter that a glyph's name means.
pub fn letter_of_name(name: &str) -> Option<char> {
    // “a.alt” is an “a”.
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter);
    }
    if name == "bar" {
        return Some('|');
    }
    let mut known = NAMES.split('|').filter_map(|entry| entry.split_once(' '));
    if let Some((_, letter)) = known.find(|(known, _)| *known == name) {
        return letter.chars().next();
    }
    let hexadecimal = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'));
    if let Some(code) =
        hexadecimal.and_then(|digits| u32::from_str_radix(digits.get(..digits.len().min(6))?, 16).ok())
    {
        return char::from_u32(code);
    }
    if let Some(letter) = name.strip_prefix("afii").and_then(|number| cyrillic(number.parse().ok()?)) {
        return Some(letter);
    }
    let (accent, stem) = ACCENTS.iter().find_map(|accent| Some((accent, name.strip_suffix(accent.0)?)))?;
    with_accent(stem.chars().next()?, accent.1)
}

/// The Cyrillic letters among Adobe's numbered names.
fn cyrillic(number: u32) -> Option<char> {
    match number {
        10017..=10022 => char::from_u32(0x410 + number - 10017),
        10023 => Some('Ё'),
        10024..=10049 => char::from_u32(0x416 + number - 10024),
        10065..=10070 => char::from_u32(0x430 + number - 10065),
        10071 => Some('ё'),
        10072..=10097 => char::from_u32(0x436 + number - 10072),
        61352 => Some('№'),
        _ => None,
    }
}

/// A letter with a combining accent, where Unicode has it as one.
pub fn with_accent(letter: char, accent: char) -> Option<char> {
    let (_, _, _, pairs) = ACCENTS.iter().find(|(_, combining, _, _)| *combining == accent)?;
    let letter = match letter {
        'ı' => 'i',
        'ȷ' => 'j',
        letter => letter,
    };
    let mut pairs = pairs.chars();
    while let (Some(bare), Some(accented)) = (pairs.next(), pairs.next()) {
        if bare == letter {
            return Some(accented);
        }
    }
    None
}

/// The combining accent of a spacing one, or of itself.
pub fn accent(letter: char) -> Option<char> {
    if letter.is_ascii_alphanumeric() {
        return None;
    }
    let is_it = |(_, combining, spacing, _): &&(&str, char, &str, &str)| {
        letter == *combining || spacing.chars().any(|accent| accent == letter)
    };
    ACCENTS.iter().find(is_it).map(|(_, combining, _, _)| *combining)
}

/// The letters of a ligature or a presentation form.
pub fn plain_form(letter: char) -> Option<&'static str> {
    match letter {
        'ﬁ' => Some("fi"),
        'ﬂ' => Some("fl"),
        'ﬀ' => Some("ff"),
        'ﬃ' => Some("ffi"),
        'ﬄ' => Some("ffl"),
        'ﬅ' | 'ﬆ' => Some("st"),
        '\u{f0b7}' => Some("•"),
        '\u{fe70}'..='\u{fefc}' => {
            let mut at = letter as usize - 0xfe70;
            for (letters, n_forms) in ARABIC_FORMS {
                match at.checked_sub(*n_forms) {
                    Some(rest) => at = rest,
                    None => return (!letters.is_empty()).then_some(*letters),
                }
            }
            None
        }
        _ => None,
    }
}

/// How wide a letter of a standard font is, in ems.
pub fn standard_width(letter: char, is_fixed: bool, is_sans: bool) -> f32 {
    if is_fixed {
        return 0.6;
    }
    let table = if is_sans { &HELVETICA } else { &TIMES };
    let width = (letter as usize).checked_sub(32).and_then(|at| table.get(at)).copied().unwrap_or(500);
    f32::from(width) / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyph_names_are_letters() {
        let names =
            ["A", "eacute", "Ccedilla", "guillemotleft", "fi", "uni0416", "afii10070", "bar", "Scaron", "a.alt"];
        let letters: String = names.iter().filter_map(|name| letter_of_name(name)).collect();
        assert_eq!(letters, "AéÇ«ﬁЖе|Ša");
        assert_eq!(letter_of_name("g123"), None);
    }

    #[test]
    fn each_encoding_has_its_letters() {
        let of = |table: Vec<Option<char>>, code: usize| table[code];
        assert_eq!(of(win_ansi(), 0x92), Some('’'));
        assert_eq!(of(win_ansi(), 0xe9), Some('é'));
        assert_eq!(of(mac_roman(), 0x8e), Some('é'));
        assert_eq!(of(standard(), 0xae), Some('ﬁ'));
        assert_eq!(of(standard(), 0x27), Some('’'));
    }

    #[test]
    fn arabic_forms_are_their_letters() {
        assert_eq!(plain_form('\u{fe8d}'), Some("ا"));
        assert_eq!(plain_form('\u{fefb}'), Some("لا"));
        assert_eq!(plain_form('\u{fee4}'), Some("م"));
    }
}
