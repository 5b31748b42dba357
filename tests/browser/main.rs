//! Tests that need a page, run in a headless browser.

#![cfg(target_arch = "wasm32")]

mod table;

use dispositif::address::Address;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_browser_reads_a_link_as_we_wrote_it() {
    let words = "«preuve numérique» & l’État +50 % #1 = ?";
    let mut address = Address::default();
    words.clone_into(&mut address.query.text);
    let written = address.write().replace("?q=", "").replace('+', " ");
    assert_eq!(js_sys::decode_uri_component(&written).unwrap(), words);
}
