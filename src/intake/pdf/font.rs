//! Fonts: decode the bytes of a string into letters and their widths.

use super::encoding::{self, letter_of_name};
use hayro_cmap::{BfString, CMap, CMapName};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

use super::stream::decoded;

/// The meaning of a code in a string.
#[derive(Clone, Debug, PartialEq)]
pub enum Letters {
    /// One letter, as nearly always.
    One(char),
    /// Several, as for a ligature.
    Several(String),
    /// The file does not define it.
    Unknown,
}

/// One code of a string.
pub struct Code {
    pub letters: Letters,
    /// How far it moves on, in ems.
    pub width: f32,
    /// Whether word spacing applies: the one-byte code 32.
    pub is_word_space: bool,
}

/// How a string is cut into codes.
enum Codes {
    /// A code a byte.
    Bytes,
    /// Two bytes a code, which is also the character's number in the font.
    Pairs,
    /// Two bytes a code, which is UTF-16.
    Utf16,
    /// As a character map says.
    Mapped(Box<CMap>),
}

pub struct Font {
    codes: Codes,
    to_unicode: Option<CMap>,
    /// For simple fonts, the letter of each code.
    letters: Vec<Option<char>>,
    widths: Widths,
    pub is_italic: bool,
    pub is_bold: bool,
}

enum Widths {
    /// From a first code on; others have the second value.
    Simple { first: u32, widths: Vec<f32>, missing: f32 },
    /// Ranges of character numbers, sorted.
    Composite { ranges: Vec<(u32, u32, WidthRange)>, default: f32 },
    /// Those of a standard font that the file leaves to the reader.
    Standard { is_fixed: bool, is_sans: bool },
}

enum WidthRange {
    Same(f32),
    Each(Vec<f32>),
}

/// A font of no more than so many widths is believed.
const MOST_WIDTHS: usize = 70_000;

impl Font {
    pub fn new(dict: &Dict<'_>) -> Self {
        let subtype = dict.get::<Name<'_>>("Subtype").map(|name| name.as_str().to_owned()).unwrap_or_default();
        let to_unicode = dict.get::<Stream<'_>>("ToUnicode").and_then(|stream| cmap(&stream));
        let mut font =
            if subtype == "Type0" { Self::composite(dict) } else { Self::simple(dict, subtype == "Type3") };
        font.to_unicode = to_unicode;
        font
    }

    fn composite(dict: &Dict<'_>) -> Self {
        let descendant = dict.get::<Array<'_>>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let descendant = descendant.unwrap_or_default();
        let codes = match dict.get::<Object<'_>>("Encoding") {
            Some(Object::Name(name)) => {
                let name = name.as_str();
                if name.contains("UCS2") || name.contains("UTF16") { Codes::Utf16 } else { Codes::Pairs }
            }
            Some(Object::Stream(stream)) => cmap(&stream).map_or(Codes::Pairs, |map| Codes::Mapped(Box::new(map))),
            _ => Codes::Pairs,
        };
        let default = descendant.get::<f32>("DW").unwrap_or(1000.0) / 1000.0;
        let ranges = descendant.get::<Array<'_>>("W").map(|array| width_ranges(&array)).unwrap_or_default();
        let (is_italic, is_bold) = looks(&descendant);
        let (italic_here, bold_here) = looks(dict);
        Self {
            codes,
            to_unicode: None,
            letters: Vec::new(),
            widths: Widths::Composite { ranges, default },
            is_italic: is_italic || italic_here,
            is_bold: is_bold || bold_here,
        }
    }

    fn simple(dict: &Dict<'_>, is_type3: bool) -> Self {
        let descriptor = dict.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
        let (is_italic, is_bold) = looks(dict);
        // In a type 3 font, widths are in units of its own matrix.
        let unit = if is_type3 {
            let matrix = dict.get::<Array<'_>>("FontMatrix");
            matrix.and_then(|matrix| matrix.iter::<Number>().next()).map_or(0.001, |number| number.as_f32().abs())
        } else {
            0.001
        };
        let widths = if let Some(array) = dict.get::<Array<'_>>("Widths") {
            Widths::Simple {
                first: dict.get::<u32>("FirstChar").unwrap_or(0),
                widths: array.iter::<f32>().take(256).map(|width| width * unit).collect(),
                missing: descriptor.get::<f32>("MissingWidth").unwrap_or(0.0) * unit,
            }
        } else {
            let name = base_font(dict);
            Widths::Standard {
                is_fixed: name.contains("Courier"),
                is_sans: name.contains("Helvetica") || name.contains("Arial"),
            }
        };
        Self {
            codes: Codes::Bytes,
            to_unicode: None,
            letters: simple_letters(dict, &descriptor),
            widths,
            is_italic,
            is_bold,
        }
    }

    /// The codes of a string, in order.
    pub fn each_code(&self, bytes: &[u8], mut each: impl FnMut(Code)) {
        let mut rest = bytes;
        while let Some((&first, _)) = rest.split_first() {
            let (code, length, cid) = match &self.codes {
                Codes::Bytes => (u32::from(first), 1, u32::from(first)),
                Codes::Pairs | Codes::Utf16 => {
                    let low = rest.get(1).copied().unwrap_or(0);
                    let code = u32::from(first) << 8 | u32::from(low);
                    (code, 2, code)
                }
                Codes::Mapped(map) => mapped(map, rest),
            };
            each(Code {
                letters: self.letters_of(code, cid),
                width: self.width_of(cid, code),
                is_word_space: length == 1 && code == 32,
            });
            rest = rest.get(length..).unwrap_or_default();
        }
    }

    fn letters_of(&self, code: u32, cid: u32) -> Letters {
        if let Some(found) = self.to_unicode.as_ref().and_then(|map| map.lookup_bf_string(code)) {
            match found {
                BfString::Char(letter) if letter != '\0' && letter != '\u{fffd}' => return Letters::One(letter),
                BfString::String(letters) if !letters.is_empty() => return Letters::Several(letters),
                _ => {}
            }
        }
        let letter = match self.codes {
            Codes::Bytes => self.letters.get(code as usize).copied().flatten(),
            Codes::Utf16 => char::from_u32(code),
            Codes::Pairs | Codes::Mapped(_) => None,
        };
        // A code with nothing to print is often the font's own space.
        match letter {
            Some(letter) => Letters::One(letter),
            None if cid == 0 => Letters::One('\0'),
            None => Letters::Unknown,
        }
    }

    fn width_of(&self, cid: u32, code: u32) -> f32 {
        match &self.widths {
            Widths::Simple { first, widths, missing } => {
                let at = code.checked_sub(*first).and_then(|at| widths.get(at as usize));
                at.copied().unwrap_or(*missing)
            }
            Widths::Composite { ranges, default } => {
                let at = ranges.partition_point(|(start, _, _)| *start <= cid);
                let range = at.checked_sub(1).and_then(|at| ranges.get(at)).filter(|(_, end, _)| cid <= *end);
                match range {
                    Some((_, _, WidthRange::Same(width))) => *width,
                    Some((start, _, WidthRange::Each(widths))) => {
                        widths.get((cid - start) as usize).copied().unwrap_or(*default)
                    }
                    None => *default,
                }
            }
            Widths::Standard { is_fixed, is_sans } => {
                let letter = self.letters.get(code as usize).copied().flatten().unwrap_or('n');
                encoding::standard_width(letter, *is_fixed, *is_sans)
            }
        }
    }
}

/// The code at the start of a string, its length and its character number, as a map has them.
fn mapped(map: &CMap, bytes: &[u8]) -> (u32, usize, u32) {
    let mut code = 0;
    for (i, byte) in bytes.iter().take(4).enumerate() {
        code = code << 8 | u32::from(*byte);
        if let Some(cid) = map.lookup_cid_code(code, i as u8 + 1) {
            return (code, i + 1, cid);
        }
    }
    let low = bytes.get(1).copied().unwrap_or(0);
    (u32::from(bytes.first().copied().unwrap_or(0)) << 8 | u32::from(low), 2, 0)
}

fn cmap(stream: &Stream<'_>) -> Option<CMap> {
    let data = decoded(stream)?;
    CMap::parse(&data, |_: CMapName<'_>| None)
}

fn base_font(dict: &Dict<'_>) -> String {
    dict.get::<Name<'_>>("BaseFont").map(|name| name.as_str().to_owned()).unwrap_or_default()
}

/// Whether a font is italic, and bold: by its flags and its name.
fn looks(dict: &Dict<'_>) -> (bool, bool) {
    const ITALIC: u32 = 1 << 6;
    const FORCE_BOLD: u32 = 1 << 18;
    let descriptor = dict.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
    let flags = descriptor.get::<u32>("Flags").unwrap_or(0);
    let name = base_font(dict);
    let leans = descriptor.get::<f32>("ItalicAngle").is_some_and(|angle| angle.abs() > 1.0);
    let is_italic = flags & ITALIC != 0 || leans || name.contains("Italic") || name.contains("Oblique");
    let weight = descriptor.get::<f32>("FontWeight").unwrap_or(400.0);
    (is_italic, flags & FORCE_BOLD != 0 || weight >= 600.0 || name.contains("Bold"))
}

/// `[first [w w w] first last w …]`
fn width_ranges(array: &Array<'_>) -> Vec<(u32, u32, WidthRange)> {
    let mut ranges: Vec<(u32, u32, WidthRange)> = Vec::new();
    let mut numbers: Vec<u32> = Vec::new();
    for item in array.iter::<Object<'_>>().take(MOST_WIDTHS) {
        match item {
            Object::Array(widths) => {
                if let Some(first) = numbers.pop() {
                    let widths: Vec<f32> =
                        widths.iter::<f32>().take(MOST_WIDTHS).map(|width| width / 1000.0).collect();
                    let last = first.saturating_add(widths.len().saturating_sub(1) as u32);
                    ranges.push((first, last, WidthRange::Each(widths)));
                }
                numbers.clear();
            }
            Object::Number(number) => match numbers.as_slice() {
                [first, last] => {
                    ranges.push((*first, *last, WidthRange::Same(number.as_f32() / 1000.0)));
                    numbers.clear();
                }
                _ => numbers.push(number.as_i64().try_into().unwrap_or(0)),
            },
            _ => {}
        }
    }
    ranges.sort_by_key(|(first, _, _)| *first);
    ranges
}

/// The letter of each code of a simple font, by its encoding.
fn simple_letters(dict: &Dict<'_>, descriptor: &Dict<'_>) -> Vec<Option<char>> {
    let is_true_type = dict.get::<Name<'_>>("Subtype").is_some_and(|name| name.as_str() == "TrueType");
    let encoding = dict.get::<Object<'_>>("Encoding");
    let (base, differences) = match &encoding {
        Some(Object::Name(name)) => (Some(name.as_str().to_owned()), None),
        Some(Object::Dict(dict)) => {
            let base = dict.get::<Name<'_>>("BaseEncoding").map(|name| name.as_str().to_owned());
            (base, dict.get::<Array<'_>>("Differences"))
        }
        _ => (None, None),
    };
    let name = base_font(dict);
    let mut letters: Vec<Option<char>> = match base.as_deref() {
        Some("MacRomanEncoding") => encoding::mac_roman(),
        Some("WinAnsiEncoding") => encoding::win_ansi(),
        _ if is_true_type => encoding::win_ansi(),
        _ if name.ends_with("Symbol") => encoding::symbol(),
        _ => encoding::standard(),
    };
    if base.is_none()
        && let Some(program) = descriptor.get::<Stream<'_>>("FontFile").and_then(|stream| decoded(&stream))
    {
        encoding::of_type1_program(&program, &mut letters);
    }
    let mut code = 0_usize;
    for item in differences.iter().flat_map(Array::iter::<Object<'_>>).take(1024) {
        match item {
            Object::Number(number) => code = number.as_i64().try_into().unwrap_or(0),
            Object::Name(name) => {
                if let Some(slot) = letters.get_mut(code) {
                    *slot = letter_of_name(name.as_str());
                }
                code += 1;
            }
            _ => {}
        }
    }
    letters
}
