//! Files that know their own structure: PDF, Word, OpenDocument, HTML, archives.

mod archive;
mod docx;
mod hostile;
mod html;
mod paper;
mod pdf;
mod word;
