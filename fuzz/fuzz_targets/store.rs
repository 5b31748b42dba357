//! Any bytes as what the worker and the page say to each other, as a segment of the index, and as a backup.
#![no_main]

use dispositif::engine::{Message, ToPage};
use dispositif::query::Segment;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Some(message) = Message::from_bytes(bytes) {
        let _ = message.to_bytes();
    }
    if let Some(reply) = ToPage::from_bytes(bytes) {
        let written = reply.to_bytes();
        assert!(ToPage::from_bytes(&written).is_some());
    }
    if let Some(segment) = Segment::from_bytes(bytes) {
        let _ = segment.documents().len();
    }
});
