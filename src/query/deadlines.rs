use super::packed;
use super::places::Places;
use crate::model::{Clause, Date, Due};
use serde::{Deserialize, Serialize};

/// When each clause of a segment is first due, so that clauses can be sorted without reading their documents.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Deadlines(#[serde(with = "packed")] Vec<u32>);

/// A clause that is not due.
const NOT_DUE: u32 = 0;

/// A clause that is due at no time that is known, such as every year: after all dates.
const UNDATED: u32 = 99_999_999;

impl Deadlines {
    /// Adds the next clause.
    pub fn push(&mut self, clause: &Clause) {
        let first = clause.due.iter().map(|due| time(due).unwrap_or(UNDATED)).min();
        self.0.push(first.unwrap_or(NOT_DUE));
    }

    /// Adds the clauses of a document of another segment.
    pub fn extend(&mut self, from: &Self, places: &Places, document: u32) {
        let clauses = places.clauses_of(document);
        self.0.extend_from_slice(from.0.get(clauses.start as usize..clauses.end as usize).unwrap_or_default());
    }

    /// Whether it describes this number of clauses; false only for damaged bytes.
    pub fn is_valid(&self, n_clauses: u32) -> bool {
        self.0.len() == n_clauses as usize
    }

    /// The first deadline of a clause: 20301231 for 31 December 2030, 20301200 for December 2030; `None` if it has none.
    pub fn first(&self, clause: u32) -> Option<u32> {
        self.0.get(clause as usize).copied().filter(|time| *time != NOT_DUE)
    }
}

/// A date as a number of eight digits; of a session of the General Assembly, the year in which it opens.
fn time(due: &Due) -> Option<u32> {
    let year = |year: u16| Date { year, month: None, day: None };
    let date = due.date.or_else(|| due.session.map(|session| year(Due::years_of_session(session).0)))?;
    let [month, day] = [date.month, date.month.and(date.day)].map(|part| u32::from(part.unwrap_or_default()));
    Some((u32::from(date.year) * 100 + month) * 100 + day)
}
