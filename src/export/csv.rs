//! A table of clauses as CSV, for spreadsheets and for programs.
//!
//! Spreadsheets take a cell that begins with `=` for a formula: see [`crate::text::cell`].

use super::selection::{COLUMNS, Selection};
use crate::text::cell::{SEPARATORS, guarded};

/// How the table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CsvOptions {
    /// Between two cells: a comma, or what spreadsheets expect where the comma is a decimal sign.
    pub separator: char,
    /// Whether a byte order mark comes first, by which Excel knows UTF-8.
    pub has_mark: bool,
}

impl Default for CsvOptions {
    fn default() -> Self {
        Self { separator: ',', has_mark: true }
    }
}

impl CsvOptions {
    /// What spreadsheets expect in a language.
    pub fn of(language: crate::model::Language) -> Self {
        use crate::model::Language;
        let is_decimal_comma = matches!(language, Language::French | Language::Spanish | Language::Russian);
        Self { separator: if is_decimal_comma { ';' } else { ',' }, ..Self::default() }
    }
}

/// The table. After the columns of the clause come those that say where the table is from, the same in every row.
pub fn csv(selection: &Selection<'_>, options: CsvOptions) -> String {
    let provenance = selection.provenance();
    let mut csv = String::new();
    if options.has_mark {
        csv.push('\u{feff}');
    }
    let head = COLUMNS.into_iter().chain(provenance.iter().map(|(name, _)| *name)).map(str::to_owned);
    push_row(
        &mut csv,
        head.enumerate().map(|(i, name)| if i < COLUMNS.len() { name } else { ["export_", &name].concat() }),
        options,
    );
    for row in selection.rows() {
        let values = row.values.iter().map(super::selection::Value::text);
        push_row(&mut csv, values.chain(provenance.iter().map(|(_, value)| value.clone())), options);
    }
    csv
}

fn push_row(csv: &mut String, cells: impl Iterator<Item = String>, options: CsvOptions) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            csv.push(options.separator);
        }
        push_cell(csv, &guarded(&cell));
    }
    csv.push_str("\r\n");
}

fn push_cell(csv: &mut String, cell: &str) {
    if cell.contains(SEPARATORS) || cell.contains(['"', '\n', '\r']) {
        csv.push('"');
        csv.push_str(&cell.replace('"', "\"\""));
        csv.push('"');
    } else {
        csv.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_with_the_separator_quotes_or_line_ends_are_quoted() {
        let mut csv = String::new();
        let cells = ["a;b", "a,b", "say \"x\"", "two\nlines"].map(str::to_owned);
        push_row(&mut csv, cells.into_iter(), CsvOptions { separator: ';', has_mark: false });
        assert_eq!(csv, "\"a;b\";\"a,b\";\"say \"\"x\"\"\";\"two\nlines\"\r\n");
    }
}
