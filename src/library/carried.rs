//! The bundled documents on their way into the page.
//!
//! Their words stand in the page already, for whoever reads before the explorer has started. So the bundle carries
//! everything but these words, and takes them from there: each reader waits for them once.

use super::Library;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Carried {
    /// The documents with their paragraphs and footnotes emptied.
    library: Library,
    /// How many bytes stood in each of these, in order.
    lengths: Vec<u32>,
    /// The digest of all their words.
    digest: u64,
}

/// The documents without their words: a third of JSON's bytes, and a decoder that is a sixth of JSON's.
///
/// # Errors
///
/// Never in practice: the values have nothing that the format refuses.
pub fn without_words(library: &Library) -> Result<Vec<u8>, postcard::Error> {
    let mut library = library.clone();
    let mut carried = Carried { lengths: Vec::new(), digest: EMPTY, library: Library::default() };
    for document in &mut library.documents {
        let paragraphs = document.paragraphs.iter_mut().map(|paragraph| &mut paragraph.text);
        let notes = document.footnotes.iter_mut().map(|note| &mut note.text);
        for text in paragraphs.chain(notes) {
            let text = std::mem::take(text);
            carried.lengths.push(text.len() as u32);
            carried.digest = digest(carried.digest, &text);
        }
    }
    carried.library = library;
    postcard::to_allocvec(&carried)
}

/// The documents with their words, which are taken from the text of the page that shows them.
///
/// `page` is what [`crate::export::page::fragment`] made of all documents, its tags taken off. Nothing if it has other
/// words, as when a browser has translated it.
pub fn with_words(bytes: &[u8], page: &str) -> Option<Library> {
    let Carried { mut library, lengths, digest: expected } = postcard::from_bytes(bytes).ok()?;
    let mut lengths = lengths.into_iter();
    let mut found = EMPTY;
    let mut page = Page(page);
    for document in &mut library.documents {
        page.pass(document.symbol.as_str())?;
        page.pass(&document.title)?;
        for paragraph in &mut document.paragraphs {
            if let Some(number) = &paragraph.number {
                page.pass(number)?;
                page.pass(if number.ends_with(')') { "" } else { "." })?;
            }
            page.pass("")?;
            let length = lengths.next()?;
            for mark in &paragraph.marks {
                page.take(mark.at.checked_sub(paragraph.text.len() as u32)?, &mut paragraph.text)?;
                page.pass(&mark.mark)?;
            }
            page.take(length.checked_sub(paragraph.text.len() as u32)?, &mut paragraph.text)?;
            found = digest(found, &paragraph.text);
        }
        for note in &mut document.footnotes {
            page.pass("")?;
            page.take(lengths.next()?, &mut note.text)?;
            found = digest(found, &note.text);
        }
    }
    (found == expected).then_some(library)
}

/// What is left to read of a page.
struct Page<'p>(&'p str);

impl Page<'_> {
    /// Passes over words that are known, and over the space before them.
    fn pass(&mut self, words: &str) -> Option<()> {
        self.0 = self.0.trim_ascii_start().strip_prefix(words)?;
        Some(())
    }

    /// Adds so many bytes to a text.
    fn take(&mut self, length: u32, to: &mut String) -> Option<()> {
        let (words, rest) = self.0.split_at_checked(length as usize)?;
        to.push_str(words);
        self.0 = rest;
        Some(())
    }
}

const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

/// The digest (FNV-1a) of what was read before and of this text.
fn digest(before: u64, text: &str) -> u64 {
    text.bytes().fold(before, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
