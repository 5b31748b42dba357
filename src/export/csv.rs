//! The table of clauses as CSV, for spreadsheets and for programs.
//!
//! Spreadsheets take a cell that begins with `=`, `+`, `-` or `@` for a formula: an apostrophe before it keeps it text. No
//! other cell is changed.

use super::CsvOptions;
use super::selection::Selection;
use super::table::{COLUMNS, CellValue};
use crate::text::cell::{FORMULA_SIGNS, SEPARATORS};

/// The table. After the columns of the clause come those of the provenance, the same in every row.
pub fn csv(selection: &Selection<'_>, options: CsvOptions) -> String {
    let provenance = selection.provenance_data();
    let mut csv = begun(options);
    let head =
        COLUMNS.iter().map(|column| column.name).chain(provenance.iter().map(|(name, _)| *name)).map(str::to_owned);
    push_row(
        &mut csv,
        head.enumerate().map(|(i, name)| if i < COLUMNS.len() { name } else { ["export_", &name].concat() }),
        options,
    );
    for row in selection.rows() {
        let values = row.values.iter().map(CellValue::text);
        push_row(&mut csv, values.chain(provenance.iter().map(|(_, value)| value.clone())), options);
    }
    csv
}

/// A table of other cells.
pub fn table(rows: &[Vec<String>], options: CsvOptions) -> String {
    let mut csv = begun(options);
    for row in rows {
        push_row(&mut csv, row.iter().cloned(), options);
    }
    csv
}

fn begun(options: CsvOptions) -> String {
    if options.has_mark { "\u{feff}".to_owned() } else { String::new() }
}

fn push_row(csv: &mut String, cells: impl Iterator<Item = String>, options: CsvOptions) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            csv.push(options.separator);
        }
        push_cell(csv, &cell);
    }
    csv.push_str("\r\n");
}

fn push_cell(csv: &mut String, cell: &str) {
    let guard = if cell.starts_with(FORMULA_SIGNS) { "'" } else { "" };
    if cell.contains(SEPARATORS) || cell.contains(['"', '\n', '\r']) {
        csv.push('"');
        csv.push_str(guard);
        csv.push_str(&cell.replace('"', "\"\""));
        csv.push('"');
    } else {
        csv.extend([guard, cell]);
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

    #[test]
    fn only_a_cell_that_begins_like_a_formula_is_changed() {
        let written = |cell: &str| {
            let mut csv = String::new();
            push_cell(&mut csv, cell);
            csv
        };
        for cell in ["=1", "+1", "-1", "@a", "＝1", "＋1", "－1", "＠a"] {
            assert_eq!(written(cell), ["'", cell].concat());
        }
        assert_eq!((written("\t=1").as_str(), written("\r=1").as_str()), ("\"'\t=1\"", "\"'\r=1\""));
        assert_eq!(written("-1, \"x\""), "\"'-1, \"\"x\"\"\"");
        for cell in ["", " =1", "1-2", "'a", "–1", "é"] {
            assert_eq!(written(cell), cell);
        }
        assert_eq!(written("a; -1, =2"), "\"a; -1, =2\"");
    }
}
