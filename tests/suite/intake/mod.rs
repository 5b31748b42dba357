//! Files that know their own structure: Word, OpenDocument, HTML, archives.

mod archive;
mod docx;
mod hostile;
mod html;
mod word;
