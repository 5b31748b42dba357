//! The worker: reads documents and stores the reader's own, off the main thread.
//!
//! It receives a message of [`dispositif::engine`] with the bytes of a file beside it, and sends replies, each one
//! buffer that is transferred and not copied. `scripts/reader-start.js` starts it.

#[cfg(target_arch = "wasm32")]
mod indexed_db;
#[cfg(target_arch = "wasm32")]
mod messages;

#[cfg(target_arch = "wasm32")]
fn main() {
    messages::listen();
}

/// Cargo also builds every program of the package natively, where there is no worker.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
