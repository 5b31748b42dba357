//! Saved web pages.

use super::word::{outline, structured};
use dispositif::intake::read;

fn lines(body: &str) -> Vec<String> {
    let page = format!(
        "<!DOCTYPE html><html><head><title>T</title><style>p {{ }}</style></head><body>{body}</body></html>"
    );
    outline(&structured("page.html", page.as_bytes()))
}

#[test]
fn blocks_end_where_others_begin_whatever_is_closed() {
    let body = "<nav><a href=x>Home</a></nav><h1>Resolution</h1>\n<p>Recalling&nbsp;one &amp; two,<p>Noting <i>three</i>,<div>1. Requests<br>States;</div>First<br><br>Second<script>if (a<b) x('<p>no')</script><hr>Third";
    assert_eq!(
        lines(body),
        [
            "artifact: Home",
            "heading(1): Resolution",
            "Recalling\u{a0}one & two,",
            "Noting three,",
            "1. Requests States;",
            "First",
            "Second",
            "Third"
        ]
    );
}

#[test]
fn lists_print_their_numbers() {
    let body = "<ol start=3><li>Three<ol type=a><li>a<li>b</ol><li>Four<li value=9>Nine</ol><ul><li>Dot</ul>";
    assert_eq!(lines(body), ["3.| Three", "a.| a", "b.| b", "4.| Four", "9.| Nine", "listitem: •| Dot"]);
}

#[test]
fn raised_links_to_a_later_block_call_notes() {
    let body = "<p>Recalling<sup><a href='#n1' id='c1'>1</a></sup> and<a href='page.html#n2'><sup>[2]</sup></a>, see <a href='https://undocs.org/A/1'>A/1</a></p>\
        <p>H<sup>2</sup>O, again<sup><a href='#n1'>1</a></sup></p>\
        <p id=n1><sup><a href='#c1'>1</a></sup> See A/2.</p><p><a name=n2></a>[2] See A/3.</p>";
    assert_eq!(
        lines(body),
        ["Recalling[1→0] and[[2]→1], see A/1", "H2O, again[1→0]", "note 1: See A/2.", "note 2: See A/3."]
    );
}

#[test]
fn cells_know_their_place_and_pages_their_encoding() {
    assert_eq!(
        lines("<table><tr><td>a<td>b</tr><tr><th>c</th></tr></table>"),
        ["cell 0.0.0: a", "cell 0.0.1: b", "cell 0.1.0: c"]
    );
    let page = b"<html><meta charset=\"windows-1251\"><body><p>\xcf\xf0\xee\xf1\xe8\xf2</p></body></html>";
    assert_eq!(outline(&structured("page.html", page)), ["Просит"]);
    assert!(read("page.html", b"<html><body> </body></html>").remove(0).content.is_err());
}

#[test]
fn what_is_hidden_or_of_the_site_by_its_role_is_no_text() {
    let body = "<div role=navigation><div>Home</div><p>Search</div><p>One<div hidden>secret<div>too</div></div>\
        <span style='color: red; display : none'>gone</span> two</p><section role='dialog'>We use cookies</section><p hidden>Three";
    assert_eq!(lines(body), ["artifact: Home", "artifact: Search", "One two", "artifact: We use cookies", "Three"]);
}

#[test]
fn a_raised_number_without_a_link_calls_the_note_that_begins_with_it() {
    let body = "<p>Noting the dams of 2022<sup>1</sup> and the 40 km<sup>2</sup> lake;<sup>[2]</sup></p><p>Recalling them;<sup>1</sup></p>\
        <hr><p><sup>1</sup> See A/2.</p><p><sup>[2]</sup> <i>Lakes</i> (Geneva, 2025).</p>";
    assert_eq!(
        lines(body),
        [
            "Noting the dams of 2022[1→0] and the 40 km2 lake;[[2]→1]",
            "Recalling them;[1→0]",
            "note 1: See A/2.",
            "note 2: Lakes (Geneva, 2025)."
        ]
    );
    assert_eq!(lines("<p>A<sup>3</sup> is no call.</p>"), ["A3 is no call."]);
}

#[test]
fn a_notes_way_back_to_its_call_is_no_word_of_it() {
    let body = "<p>Recalling<sup><a href='#n1' id='c1'>1</a></sup></p><ol><li id=n1>See A/2. <a href='#c1'>↩</a></li></ol>";
    assert_eq!(lines(body), ["Recalling[1→0]", "note 1: See A/2."]);
}
