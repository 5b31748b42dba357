//! Akoma Ntoso as other programs write it.

use super::word::{outline, structured};
use dispositif::intake::{Refusal, read};

const HEAD: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<meta><identification source="#x"><FRBRWork><FRBRthis value="/akn/un"/><FRBRalias name="symbol" value="A/RES/80/1"/></FRBRWork></identification>
<notes source="#x"><note eId="n2" marker="*"><p>Reissued.</p><p>Twice.</p></note></notes></meta>"##;

fn file(body: &str) -> Vec<u8> {
    format!("{HEAD}{body}</statement></akomaNtoso>").into_bytes()
}

fn lines(body: &str) -> Vec<String> {
    outline(&structured("a.akn", &file(body)))
}

#[test]
fn numbers_headings_lists_and_notes_are_where_the_file_has_them() {
    let body = r##"<preface><p><docNumber>80/1</docNumber>. <docTitle>The situation</docTitle></p></preface>
        <preamble><formula name="enactingFormula"><p>The General Assembly,</p></formula><recital><p><i>Recalling</i> it<authorialNote marker="1"><p>See A/1.</p></authorialNote><noteRef href="#n2" marker="*"/>,</p></recital></preamble>
        <mainBody><hcontainer name="section"><num>I</num><heading>What is to be done</heading>
        <paragraph><num>1.</num><list><intro><p>Requests<eol/>States, see <a href="https://undocs.org/A/1">A/1</a>:</p></intro><point><num>(a)</num><content><p>To act<ref href="#n2">*</ref>;</p></content></point></list></paragraph>
        <paragraph><num>2</num><content><blockList><listIntroduction>Decides:</listIntroduction><item><num>(i)</num><p>to go;</p></item></blockList></content></paragraph></hcontainer>
        <paragraph><num>3.</num></paragraph><novelty>Words</novelty></mainBody>
        <conclusions><p>1st meeting</p></conclusions>"##;
    assert_eq!(
        lines(body),
        [
            "masthead: 80/1",
            "title: The situation",
            "The General Assembly,",
            "Recalling it[1→1][*→0],",
            "heading(1): I.| What is to be done",
            "1.| Requests States, see A/1:",
            "(a)| To act[*→0];",
            "2.| Decides:",
            "(i)| to go;",
            "3.| ",
            "Words",
            "1st meeting",
            "note *: Reissued.\nTwice.",
            "note 1: See A/1."
        ]
    );
}

#[test]
fn a_file_that_is_cut_off_or_of_another_version_is_read() {
    let whole = file("<mainBody><p>Requests States to act;</p></mainBody>");
    let cut = &whole[..whole.len() - 30];
    let read_cut = structured("a.xml", cut);
    assert_eq!(
        (read_cut.symbol.as_str(), outline(&read_cut)[0].as_str()),
        ("A/RES/80/1", "Requests States to act;")
    );
    let old = String::from_utf8(whole)
        .unwrap()
        .replace("docs.oasis-open.org/legaldocml/ns/akn/3.0", "www.akomantoso.org/2.0");
    assert_eq!(outline(&structured("a.xml", old.as_bytes()))[0], "Requests States to act;");
    assert_eq!(read("a.xml", &file("")).remove(0).content, Err(Refusal::Empty));
}
