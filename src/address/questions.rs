//! Saved questions, and lists of questions that are pasted or read from a file.

use super::Address;
use crate::query::Query;
use csv_core::{ReadFieldResult, ReaderBuilder};

/// The prefix of a record's key, followed by the name. The value is the question as in a link.
pub const QUESTION_KIND: &str = "question ";

/// A question with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedQuestion {
    /// Its unique name, given by the reader.
    pub name: String,
    /// The question.
    pub query: Query,
}

impl SavedQuestion {
    /// The key of its record.
    pub fn key(&self) -> String {
        [QUESTION_KIND, &self.name].concat()
    }

    /// Its record.
    pub fn write(&self) -> String {
        Address { query: self.query.clone(), ..Address::default() }.write()
    }

    /// Reads a record; none if it is a record of another kind, or the question is empty.
    pub fn read(key: &str, record: &str) -> Option<Self> {
        let name = key.strip_prefix(QUESTION_KIND)?.to_owned();
        let query = Address::read(record, "").query;
        (!name.is_empty() && query != Query::default()).then_some(Self { name, query })
    }
}

/// Reads a list of questions. Each line is a search text or a link to a question; or the list is a table with a column of
/// names and a column of search texts or links, separated by tabs, by semicolons, or by commas below a line of headings.
pub fn pasted_questions(text: &str) -> Vec<SavedQuestion> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let is_head = is_heading(first);
    let delimiter = [b'\t', b';'].into_iter().find(|mark| first.as_bytes().contains(mark));
    let Some(delimiter) = delimiter.or(is_head.then_some(b',')) else {
        return text.lines().filter_map(|line| question("", line)).collect();
    };
    let rows = rows(text, delimiter).into_iter().skip(usize::from(is_head));
    rows.filter_map(|row| match row.as_slice() {
        [one] => question("", one),
        [name, asked, ..] if asked.trim().is_empty() => question("", name),
        [name, asked, ..] => question(name, asked),
        [] => None,
    })
    .collect()
}

fn is_heading(line: &str) -> bool {
    let mut cells = line.split(['\t', ';', ',']).map(|cell| cell.trim().trim_matches('"').to_ascii_lowercase());
    cells.next().is_some_and(|name| name == "name") && cells.next().is_some_and(|asked| asked == "question")
}

/// A question with its name; without one, its own words are the name.
fn question(name: &str, asked: &str) -> Option<SavedQuestion> {
    let asked = asked.trim();
    let words = || Query { text: asked.to_owned(), ..Query::default() };
    let query = match asked.split_once('?') {
        Some((_, search)) if search.contains('=') => {
            let linked = Address::read(search.split('#').next().unwrap_or_default(), "").query;
            // A regular expression may have both signs: `/(?=a)b/`.
            if linked == Query::default() && asked.starts_with('/') { words() } else { linked }
        }
        _ => words(),
    };
    let name = if name.trim().is_empty() { asked } else { name.trim() };
    (query != Query::default()).then(|| SavedQuestion { name: name.to_owned(), query })
}

/// Splits a table into cells. In pasted, tab-separated cells, quotation marks belong to the question (a phrase), unless the
/// table starts with one or doubles them, as programs do.
fn rows(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let is_quoted = delimiter != b'\t' || text.starts_with('"') || text.contains("\"\"");
    let mut reader = ReaderBuilder::new().delimiter(delimiter).quoting(is_quoted).build();
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    let mut cell = vec![0; text.len() + 1];
    let (mut rest, mut length) = (text.as_bytes(), 0);
    loop {
        let (read, n_read, n_written) = reader.read_field(rest, cell.get_mut(length..).unwrap_or_default());
        rest = rest.get(n_read..).unwrap_or_default();
        length += n_written;
        match read {
            ReadFieldResult::InputEmpty => {}
            ReadFieldResult::Field { record_end } => {
                row.push(String::from_utf8_lossy(cell.get(..length).unwrap_or_default()).into_owned());
                length = 0;
                if record_end {
                    rows.push(std::mem::take(&mut row));
                }
            }
            ReadFieldResult::OutputFull | ReadFieldResult::End => return rows,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Facet;

    fn listed(text: &str) -> Vec<(String, String)> {
        pasted_questions(text).into_iter().map(|question| (question.name, question.query.text)).collect()
    }

    fn pair(name: &str, words: &str) -> (String, String) {
        (name.to_owned(), words.to_owned())
    }

    #[test]
    fn each_line_is_a_question_named_by_its_words() {
        let expected = [
            pair("water, sanitation", "water, sanitation"),
            pair("\"human rights\" -prison", "\"human rights\" -prison"),
        ];
        assert_eq!(listed("water, sanitation\n\n  \"human rights\" -prison  \r\n"), expected);
        assert_eq!(listed(" \n"), []);
    }

    #[test]
    fn a_table_has_names_and_questions_with_or_without_headings() {
        let expected = [pair("Water", "water; \"safe\""), pair("Prisons", "prison*")];
        assert_eq!(listed("Water;\"water; \"\"safe\"\"\"\nPrisons;prison*\n;\n"), expected);
        assert_eq!(listed("\u{feff}Name,Question\r\nWater,\"water; \"\"safe\"\"\"\r\nPrisons,prison*"), expected);
    }

    #[test]
    fn a_phrase_between_tabs_stays_a_phrase() {
        let expected = [pair("States", "\"Member States\""), pair("Law", "\"rule of law\" -war")];
        assert_eq!(listed("States\t\"Member States\"\nLaw\t\"rule of law\" -war"), expected);
        assert_eq!(listed("States\t\"\"\"Member States\"\"\"\nLaw\t\"\"\"rule of law\"\" -war\""), expected);
        assert_eq!(listed("\"States\"\t\"states\""), [pair("States", "states")]);
    }

    #[test]
    fn a_link_is_asked_as_it_asks() {
        let questions = pasted_questions("UNODC\thttps://example.org/?actor=unodc&q=trafic&view=table#op5");
        assert_eq!(questions.len(), 1);
        assert_eq!(questions[0].query.text, "trafic");
        assert_eq!(questions[0].query.choices[0].facet, Facet::Actor);
    }

    #[test]
    fn a_regular_expression_is_no_link() {
        assert_eq!(listed("a\t/reports? (?:x=y)/\n"), [pair("a", "/reports? (?:x=y)/")]);
        assert_eq!(pasted_questions("b\t/explorer/?actor=unodc")[0].query.text, "");
    }

    #[test]
    fn a_record_reads_back_as_it_was_written() {
        for question in pasted_questions("a b\tx & y = #1\nlink\t?topic!=prisons&role=any") {
            assert_eq!(SavedQuestion::read(&question.key(), &question.write()), Some(question));
        }
        assert_eq!(SavedQuestion::read("theme", "?q=a"), None);
        assert_eq!(SavedQuestion::read("question a", ""), None);
    }
}
