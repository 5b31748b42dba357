//! Files that know their own structure: PDF, Word, OpenDocument, HTML, archives.

mod akoma_ntoso;
mod archive;
mod docx;
mod hostile;
mod html;
pub mod paper;
mod pdf;
mod printed;
mod tables;
mod untagged;
pub mod word;
