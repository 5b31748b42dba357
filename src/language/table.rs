//! Rows of the tables under `lexicon/`: fields separated by tabs; lines that begin with `#` are comments.

/// The rows of a table, each as its fields. A field that a row lacks reads as empty.
pub fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut fields = [""; N];
        for (field, value) in fields.iter_mut().zip(line.split('\t')) {
            *field = if value == "-" { "" } else { value };
        }
        fields
    })
}

/// The alternatives of a field, separated by `|`.
pub fn alternatives(field: &'static str) -> impl Iterator<Item = &'static str> {
    field.split('|').filter(|alternative| !alternative.is_empty())
}
