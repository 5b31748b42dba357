//! Bytes → clean, traceable lines.

pub mod fold;
