//! Undoes page layout: splits a source into [`lines`], separates page furniture and notes from the text ([`running_heads`],
//! [`footnotes`]), and repairs broken words ([`tidy`]).

pub mod broken_words;
pub mod footnotes;
pub mod hyphens;
pub mod layout;
pub mod lines;
pub mod look_alikes;
pub mod mark_context;
pub mod marks;
pub mod markup;
pub mod misread;
pub mod note_marks;
pub mod note_wording;
pub mod quotes;
pub mod raw_notes;
pub mod running_heads;
pub mod tidy;
pub mod turned_ligatures;
pub mod verb_heads;
