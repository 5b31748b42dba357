//! The command line: reads resolutions, asks questions of them, makes the bundle that the page carries.

#[cfg(not(target_arch = "wasm32"))]
mod command_line;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    command_line::run()
}

/// Cargo builds every program of the package for the tests in a browser too, where there is no shell.
#[cfg(target_arch = "wasm32")]
fn main() {}
