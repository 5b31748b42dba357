//! Guards cells of a table against being run as formulas by spreadsheets (CSV injection).
//!
//! An apostrophe before a formula makes it text. It is inserted at the start of a cell, and after each character that
//! some spreadsheet takes for a cell separator, whatever the separator of this file is.

/// The characters that can start a formula, including full-width forms and white space that spreadsheets trim.
pub const FORMULA_SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Cell separators in any locale.
pub const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// Whether a character at the start of a cell is guarded. An apostrophe is too, so that a guard can be distinguished from a
/// text's own apostrophe.
fn is_guarded(letter: char) -> bool {
    letter == '\'' || FORMULA_SIGNS.contains(&letter)
}

/// Guards a cell, so that [`unguarded`] gives it back. Exported tables, which are not read back, guard only the start of a cell.
pub fn guarded(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len() + 1);
    let mut begins = true;
    for letter in cell.chars() {
        if begins && is_guarded(letter) {
            out.push('\'');
        }
        out.push(letter);
        begins = SEPARATORS.contains(&letter);
    }
    out
}

/// Removes the guards from a cell.
pub fn unguarded(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    let mut begins = true;
    let mut letters = cell.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_guard = begins && letter == '\'' && letters.peek().is_some_and(|next| is_guarded(*next));
        // The character after a guard belongs to the text.
        let own = if is_guard { letters.next().unwrap_or(letter) } else { letter };
        out.push(own);
        begins = SEPARATORS.contains(&own);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_spreadsheet_would_run_is_changed() {
        for cell in ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a", "'=1"] {
            assert!(guarded(cell).starts_with('\''), "{cell:?}");
        }
        for cell in ["", " =1", "1-2", "a=b", "–1", "l'État; -1"] {
            assert_eq!(guarded(cell), cell);
        }
    }

    #[test]
    fn a_formula_after_a_separator_of_another_country_is_none() {
        assert_eq!(guarded("a;=1,+2\t@b"), "a;'=1,'+2\t'@b");
    }

    #[test]
    fn an_escaped_cell_is_read_back_unchanged() {
        for cell in ["=1", "'=1", "''", "a;=1", "a;'=1", "a;''x", ";;=", "\t\t", "', '", ",\n-"] {
            assert_eq!(unguarded(&guarded(cell)), cell, "{cell:?}");
        }
    }
}
