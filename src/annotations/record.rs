//! Annotations in the browser's storage: one record per clause, so that two windows that write at the same time do not
//! overwrite each other. The key has the document's link; a symbol alone comes from an older version.
//!
//! A record is a line with the version, the star and the state of work; a line of labels; a line with the first words of
//! the clause; then the note.

use super::{Annotation, Spot, WorkState};
use crate::model::{ClauseId, DocumentLink};

/// The prefix of every record's key.
pub const KIND: &str = "annotation ";
const VERSION: &str = "1";
const STAR: &str = "*";

/// Why a record cannot be read. It is left unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// The key of the record of a spot.
pub fn key_of_spot(spot: &Spot) -> String {
    [KIND, &spot.document.to_string(), " ", spot.clause.as_str()].concat()
}

/// The spot of a record; none if it is a record of another kind.
pub fn spot_of_key(key: &str) -> Option<Spot> {
    let (document, clause) = key.strip_prefix(KIND)?.rsplit_once(' ')?;
    Some(Spot { document: DocumentLink::read(document), clause: ClauseId::new(clause) })
}

impl Annotation {
    /// The record.
    pub fn write(&self) -> String {
        let star = if self.star { STAR } else { "" };
        let work = self.work.map(WorkState::key).unwrap_or_default();
        let head = [VERSION, star, work].concat();
        let line = |text: &str| text.replace(['\n', '\r'], " ");
        [&*head, &line(&self.labels), &line(&self.quote), &self.note].join("\n")
    }

    /// The annotation of a record.
    ///
    /// # Errors
    /// When a newer version or another program wrote it.
    pub fn read(record: &str) -> Result<Self, Unreadable> {
        let mut parts = record.splitn(4, '\n');
        let head = parts.next().and_then(|head| head.strip_prefix(VERSION)).ok_or(Unreadable)?;
        let (star, work) = head.strip_prefix(STAR).map_or((false, head), |work| (true, work));
        let work = match work {
            "" => None,
            key => Some(WorkState::from_key(key).ok_or(Unreadable)?),
        };
        let mut next = || parts.next().map(str::to_owned).ok_or(Unreadable);
        Ok(Self { star, work, labels: next()?, quote: next()?, note: next()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_reads_back_as_it_was_written() {
        let reviewed = Some(WorkState::Reviewed);
        for (star, work, note) in [
            (true, None, "une note\n\nde trois lignes\n"),
            (false, None, ""),
            (true, reviewed, ""),
            (false, reviewed, "a"),
        ] {
            let annotation = Annotation {
                star,
                work,
                labels: "à suivre, budget".into(),
                note: note.into(),
                quote: "Prie l’Office".into(),
            };
            assert_eq!(Annotation::read(&annotation.write()), Ok(annotation));
        }
    }

    #[test]
    fn records_that_are_newer_or_damaged_are_not_read() {
        for record in ["", "2\n\n\n", "1", "1*\na\nb", "{\"star\":true}", "1 \n\n\n", "1done\n\n\n"] {
            assert_eq!(Annotation::read(record), Err(Unreadable), "{record:?}");
        }
    }

    #[test]
    fn a_key_reads_back_even_with_a_space_in_the_symbol() {
        let spot = Spot { document: DocumentLink::read("S/RES/1325 (2000)"), clause: ClauseId::new("op2.1") };
        assert_eq!(spot_of_key(&key_of_spot(&spot)), Some(spot));
        assert_eq!(spot_of_key("theme"), None);
        assert_eq!(spot_of_key("annotation"), None);
    }
}
