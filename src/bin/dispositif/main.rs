//! The command line: reads, queries and exports resolutions, and generates the bundle.

#[cfg(not(target_arch = "wasm32"))]
mod command_line;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    command_line::run()
}

/// Cargo also builds every program of the package for the browser tests, where there is no command line.
#[cfg(target_arch = "wasm32")]
fn main() {}
