use super::{ActorId, ParagraphId, Span};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A day, or a month or year when the text says no more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    /// The year, four digits.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month.
    pub day: Option<u8>,
}

impl Date {
    /// In ISO 8601, as far as it is known: `2019-12-18`, `2030-06`, `2030`.
    pub fn iso(self) -> String {
        let mut iso = String::new();
        put(&mut iso, self.year, 4);
        for part in [self.month, self.month.and(self.day)].into_iter().flatten() {
            iso.push('-');
            put(&mut iso, u16::from(part), 2);
        }
        iso
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso())
    }
}

/// A number padded with zeros. `std::fmt` would do, but nothing else in the page's first download needs it.
fn put(into: &mut String, number: u16, n_places: usize) {
    let digits = number.to_string();
    into.extend(std::iter::repeat_n('0', n_places.saturating_sub(digits.len())));
    into.push_str(&digits);
}

/// When a clause is to be carried out, as far as its text says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The words that say it.
    pub span: Span,
    /// The subparagraph that they are in, where a list of the clause sets the time.
    pub within: Option<ParagraphId>,
    /// A session of the General Assembly: 75 for « à sa soixante-quinzième session ».
    pub session: Option<u16>,
    /// A session of another body: the thirtieth of “to the Commission on Rivers at its thirtieth session”.
    pub body_session: Option<BodySession>,
    /// A date.
    pub date: Option<Date>,
    /// A period in months: 12 for « tous les ans », 24 for « tous les deux ans ».
    pub every_months: Option<u16>,
    /// Whether a report is asked for.
    pub report: bool,
    /// The clause's addressees, who must deliver it.
    pub by: Vec<ActorId>,
}

/// A session of a body other than the General Assembly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodySession {
    /// The body.
    pub body: ActorId,
    /// Its number.
    pub number: u16,
}

impl Due {
    /// The calendar years of a regular session of the General Assembly: 75 → (2020, 2021).
    ///
    /// The first session opened in January 1946; since the second each has opened in the autumn of 1945 + n.
    pub fn years_of_session(session: u16) -> (u16, u16) {
        (1945 + session, 1946 + session)
    }
}
