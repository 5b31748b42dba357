//! The worker: reads documents and keeps the reader's own, away from the page.
//!
//! It receives a message of [`dispositif::engine`] with the bytes of a file beside it, and sends replies, each one
//! buffer that is handed over and not copied. scripts/reader-start.js starts it.

#[cfg(target_arch = "wasm32")]
mod indexed_db;
#[cfg(target_arch = "wasm32")]
mod messages;

#[cfg(target_arch = "wasm32")]
fn main() {
    messages::listen();
}

/// Cargo builds every program of the package natively too, where there is no worker.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
