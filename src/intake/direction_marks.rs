//! Takes out the invisible marks of direction that `pdftotext` and viewers put around the lines and numbers of Arabic.

/// Opens text that runs from left to right.
const FROM_LEFT: char = '\u{202a}';
/// Opens text that runs from right to left.
const FROM_RIGHT: char = '\u{202b}';
/// Ends either.
const END: char = '\u{202c}';

/// A text without the marks. What they hold is put in the order of reading: “ 17” between Arabic words is “17 ”, since its blank is
/// printed at its left.
pub fn taken_out(text: String) -> String {
    if !text.contains([FROM_LEFT, FROM_RIGHT]) {
        return text;
    }
    let is_arabic = |letter: char| letter.is_alphabetic() && matches!(letter, '\u{620}'..='\u{6ff}');
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find([FROM_LEFT, FROM_RIGHT, END]) {
        let (before, marked) = rest.split_at(at);
        out.push_str(before);
        let inner = marked.get(FROM_LEFT.len_utf8()..).unwrap_or_default();
        let end = inner.find([FROM_LEFT, FROM_RIGHT, END, '\n']).unwrap_or(inner.len());
        let (run, after) = inner.split_at(end);
        if marked.starts_with(FROM_LEFT) && !run.contains(is_arabic) {
            push_run(run, &mut out);
            rest = after;
        } else {
            rest = inner;
        }
    }
    out.push_str(rest);
    out
}

/// Puts the blanks and stops at the left of a number or symbol after it: “ - 80/217” is “80/217 - ”, “.76/1” is “76/1.”.
fn push_run(run: &str, out: &mut String) {
    let may_follow =
        |letter: char| letter.is_whitespace() || matches!(letter, '.' | ',' | ';' | ':' | '،' | '؛' | '-' | '–');
    let word = run.trim_start_matches(may_follow);
    let before = run.get(..run.len() - word.len()).unwrap_or_default();
    out.push_str(word);
    out.extend(before.chars().rev());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_marks_of_direction_are_put_in_the_order_of_reading() {
        let text = "\u{202b}\u{202a} - 80/217\u{202c}صيانة المنارات\u{202c}\n\u{202b}في \u{202a} 17\u{202c}كانون الأول\u{202a}/\u{202c}ديسمبر، القرار \u{202a}.76/1\u{202c}\u{202a} ،\u{202c}وعام \u{202a}،2025\u{202c}\u{202c}\n";
        assert_eq!(
            taken_out(text.to_owned()),
            "80/217 - صيانة المنارات\nفي 17 كانون الأول/ديسمبر، القرار 76/1.، وعام 2025،\n"
        );
        assert_eq!(taken_out("Urges 17 States.".to_owned()), "Urges 17 States.");
    }
}
