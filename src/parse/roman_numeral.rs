//! Roman numerals.

/// The Roman numeral that opens a section's heading without a point, and what follows: «II Capital master plan».
pub fn section_numeral(heading: &str) -> Option<(u32, &str)> {
    let end = heading.find(|letter: char| !letter.is_ascii_uppercase()).unwrap_or(heading.len());
    let (numeral, title) = heading.split_at_checked(end)?;
    let split = title.is_empty() || title.starts_with(char::is_whitespace) || title.starts_with('.');
    let title = title.trim_start_matches('.').trim_start();
    if !split {
        return None;
    }
    Some((roman(&numeral.to_ascii_lowercase())?, title))
}

/// A number as a Roman numeral in lower case.
pub fn roman_numeral(mut value: u32) -> String {
    let mut numeral = String::new();
    for (part, worth) in ROMAN {
        while value >= worth && numeral.len() < 32 {
            numeral.push_str(part);
            value -= worth;
        }
    }
    numeral
}

/// The letters of Roman numerals.
pub const ROMAN: [(&str, u32); 13] = [
    ("m", 1000),
    ("cm", 900),
    ("d", 500),
    ("cd", 400),
    ("c", 100),
    ("xc", 90),
    ("l", 50),
    ("xl", 40),
    ("x", 10),
    ("ix", 9),
    ("v", 5),
    ("iv", 4),
    ("i", 1),
];

/// The value of a Roman numeral in lower case, written as one writes it.
pub fn roman(numeral: &str) -> Option<u32> {
    let (mut rest, mut value) = (numeral, 0);
    for (part, worth) in ROMAN {
        let mut times = 0;
        while let Some(after) = rest.strip_prefix(part) {
            times += 1;
            if times > 3 || (part.len() == 2 && times > 1) {
                return None;
            }
            rest = after;
            value += worth;
        }
    }
    (rest.is_empty() && value > 0).then_some(value)
}
