//! What undoes a PDF's or a typesetter's work: a source is cut into [`lines`], what belongs to the page is separated from
//! the text ([`running_heads`], [`footnotes`]), and the lines of a paragraph are made words again ([`tidy`]).

pub mod footnotes;
pub mod layout;
pub mod lines;
pub mod look_alikes;
pub mod marks;
pub mod markup;
pub mod misread;
pub mod quotes;
pub mod running_heads;
pub mod tidy;
