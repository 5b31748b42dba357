//! The command line: reads resolutions, asks questions of them, makes the bundle that the page carries.

fn main() {}
