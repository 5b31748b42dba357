//! The page: mounts the explorer.

fn main() {}
