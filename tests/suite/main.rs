//! The native suite: what holds without a browser, in seconds.

mod address;
mod query;
