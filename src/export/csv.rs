//! The table of clauses as CSV, for spreadsheets and for programs.
//!
//! Spreadsheets would run a cell that starts with `=` as a formula: see [`crate::text::cell`].

use super::CsvOptions;
use super::selection::Selection;
use super::table::{COLUMNS, CellValue};
use crate::text::cell::{SEPARATORS, guarded};

/// The table. After the columns of the clause come those of the provenance, the same in every row.
pub fn csv(selection: &Selection<'_>, options: CsvOptions) -> String {
    let provenance = selection.provenance();
    let mut csv = String::new();
    if options.has_mark {
        csv.push('\u{feff}');
    }
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
