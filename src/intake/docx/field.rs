//! A Word field, and the address of one that is a link.

/// A field: an instruction, and then what it gave.
pub struct Field {
    pub in_result: bool,
    pub instruction: String,
    /// Where its result begins in the paragraph.
    pub from: usize,
}

/// The address of a field ` HYPERLINK "https://…" `.
pub fn address_of(instruction: &str) -> Option<String> {
    let rest = instruction.trim_start().strip_prefix("HYPERLINK")?.trim_start();
    let (is_local, rest) = match rest.strip_prefix("\\l") {
        Some(rest) => (true, rest.trim_start()),
        None => (false, rest),
    };
    let address = match rest.strip_prefix('"') {
        Some(rest) => rest.split('"').next()?,
        None => rest.split_whitespace().next()?,
    };
    Some(if is_local { ["#", address].concat() } else { address.to_owned() })
}
