//! How a word processor writes the numbers of lists and notes: 4, iv, d, r, …

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberFormat {
    /// 1, 2, 3
    #[default]
    Decimal,
    /// 01, 02, 03
    DecimalZero,
    /// 1st, 2nd, 3rd
    Ordinal,
    /// a, b, … z, aa, bb
    Letter(Alphabet),
    /// I, II, III
    UpperRoman,
    /// i, ii, iii
    LowerRoman,
    /// 一, 二, 三
    Chinese,
    /// ①, ②
    Circled,
    /// １, ２
    FullWidth,
    /// ١, ٢
    ArabicDigits,
    /// *, †, ‡
    Chicago,
    /// A sign that does not count.
    Bullet,
    /// Nothing.
    None,
}

/// The letters that count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alphabet {
    /// a, b, c
    Latin,
    /// A, B, C
    LatinUpper,
    /// а, б, в: Russian lists leave out ё, й, ъ, ы and ь.
    Russian,
    /// А, Б, В
    RussianUpper,
    /// أ, ب, ت
    Arabic,
    /// أ, ب, ج
    Abjad,
}

impl Alphabet {
    fn letters(self) -> &'static str {
        match self {
            Self::Latin => "abcdefghijklmnopqrstuvwxyz",
            Self::LatinUpper => "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            Self::Russian => "абвгдежзиклмнопрстуфхцчшщэюя",
            Self::RussianUpper => "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
            Self::Arabic => "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
            Self::Abjad => "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
        }
    }

    /// The letter of a number; after the last one each is written twice, then three times.
    fn write(self, number: u32) -> String {
        let letters = self.letters();
        let count = letters.chars().count() as u32;
        let Some(index) = number.checked_sub(1) else { return String::new() };
        let letter = letters.chars().nth((index % count) as usize).unwrap_or_default();
        std::iter::repeat_n(letter, (index / count + 1).min(30) as usize).collect()
    }
}

impl NumberFormat {
    /// The format of a name that Word has for it; what we do not know is decimal.
    pub fn of(name: &str) -> Self {
        match name {
            "decimalZero" => Self::DecimalZero,
            "ordinal" => Self::Ordinal,
            "lowerLetter" => Self::Letter(Alphabet::Latin),
            "upperLetter" => Self::Letter(Alphabet::LatinUpper),
            "russianLower" => Self::Letter(Alphabet::Russian),
            "russianUpper" => Self::Letter(Alphabet::RussianUpper),
            "arabicAlpha" => Self::Letter(Alphabet::Arabic),
            "arabicAbjad" => Self::Letter(Alphabet::Abjad),
            "lowerRoman" => Self::LowerRoman,
            "upperRoman" => Self::UpperRoman,
            "chineseCounting"
            | "chineseCountingThousand"
            | "ideographDigital"
            | "japaneseCounting"
            | "taiwaneseCounting"
            | "taiwaneseCountingThousand" => Self::Chinese,
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Self::Circled,
            "decimalFullWidth" | "decimalFullWidth2" => Self::FullWidth,
            "hindiNumbers" => Self::ArabicDigits,
            "chicago" => Self::Chicago,
            "bullet" => Self::Bullet,
            "none" => Self::None,
            _ => Self::Decimal,
        }
    }

    /// A number, written.
    pub fn write(self, number: u32) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::DecimalZero => format!("{number:02}"),
            Self::Ordinal => ordinal(number),
            Self::Letter(alphabet) => alphabet.write(number),
            Self::UpperRoman => roman(number),
            Self::LowerRoman => roman(number).to_ascii_lowercase(),
            Self::Chinese => chinese(number),
            Self::Circled => circled(number),
            Self::FullWidth => digits_from('０', number),
            Self::ArabicDigits => digits_from('٠', number),
            Self::Chicago => chicago(number),
            Self::Bullet | Self::None => String::new(),
        }
    }
}

fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 32_000 {
        // As Word does.
        return number.to_string();
    }
    let mut rest = number;
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            written.push_str(sign);
            rest -= value;
        }
    }
    written
}

fn chinese(number: u32) -> String {
    const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u32| DIGITS.get(n as usize).copied().unwrap_or_default();
    match number {
        0..=9 => digit(number).to_owned(),
        10..=99 => {
            let tens = if number < 20 { "" } else { digit(number / 10) };
            let ones = if number.is_multiple_of(10) { "" } else { digit(number % 10) };
            [tens, "十", ones].concat()
        }
        _ => number.to_string().chars().filter_map(|c| c.to_digit(10)).map(digit).collect(),
    }
}

fn circled(number: u32) -> String {
    match number {
        1..=20 => char::from_u32(0x2460 + number - 1).map(String::from).unwrap_or_default(),
        _ => number.to_string(),
    }
}

fn digits_from(zero: char, number: u32) -> String {
    let digit = |c: char| char::from_u32(zero as u32 + c.to_digit(10)?);
    number.to_string().chars().filter_map(digit).collect()
}

fn chicago(number: u32) -> String {
    const SIGNS: [&str; 4] = ["*", "†", "‡", "§"];
    let Some(index) = number.checked_sub(1) else { return String::new() };
    let sign = SIGNS.get((index % 4) as usize).copied().unwrap_or_default();
    sign.repeat((index / 4 + 1).min(30) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        let written = |name: &str, number: u32| NumberFormat::of(name).write(number);
        assert_eq!(written("lowerLetter", 28), "bb");
        assert_eq!(written("upperRoman", 1994), "MCMXCIV");
        assert_eq!(written("russianLower", 10), "к");
        assert_eq!(written("arabicAbjad", 3), "ج");
        assert_eq!(written("chineseCounting", 21), "二十一");
        assert_eq!(written("chineseCounting", 10), "十");
        assert_eq!(written("ordinal", 112), "112th");
        assert_eq!(written("hindiNumbers", 14), "١٤");
        assert_eq!(written("chicago", 6), "††");
        assert_eq!(written("lowerRoman", 4_000_000_000), "4000000000");
        assert_eq!(written("bullet", 3), "");
    }
}
