//! Regular expressions, asked of the bundled text.

use dispositif::library::{BUNDLED_TEXTS, Library};
use dispositif::query::{Unfinished, expression, find};

/// How many clauses of the bundled text it finds, and the first words marked.
fn ask(typed: &str) -> Result<(u32, String), Unfinished> {
    let library = Library::of_texts(BUNDLED_TEXTS.map(|(_, text)| text));
    let document = library.documents.first().unwrap();
    let found = find(typed, &[document], 0, || panic!("no words are looked for"))?.unwrap();
    let mut hits = document
        .paragraphs
        .iter()
        .zip(&found.hits)
        .flat_map(|(paragraph, hits)| hits.iter().map(|hit| hit.of(&paragraph.text).to_owned()));
    Ok((found.holding.count(), hits.next().unwrap_or_default()))
}

#[test]
fn what_stands_between_slashes_is_an_expression() {
    assert_eq!(expression("/a/"), Some("a"));
    assert_eq!(expression(" /a/b "), Some("a/b"));
    for typed in ["", "/", "//", "72/194", "a/"] {
        assert_eq!(expression(typed), None, "{typed}");
    }
}

#[test]
fn case_and_accents_do_not_count_on_either_side() {
    let expected = ask("/États Membres/").unwrap();
    assert!(expected.0 > 10 && expected.1 == "États Membres", "{expected:?}");
    for typed in ["/etats membres", "/ÉTATS\\sMEMBRES/", "/[e-é]tats membre\\S/"] {
        assert_eq!(ask(typed), Ok(expected.clone()), "{typed}");
    }
}

#[test]
fn an_expression_finds_what_no_word_does() {
    assert_eq!(ask("/\\d+ \\w+bre 20\\d\\d/").unwrap().1, "19 décembre 2017");
    assert_eq!(ask("/7\\d\\/\\d+ du/").unwrap().1, "72/194 du");
    assert_eq!(ask("/crimin\\w+ (organis|transnat)\\w+/").unwrap().1, "criminalité transnationale");
    assert_eq!(ask("/^prie\\b/").unwrap().0, 18);
}

#[test]
fn a_match_of_no_letter_is_none() {
    assert_eq!(ask("/x*/").unwrap().0, ask("/x/").unwrap().0);
    assert_eq!(ask("/$/"), Ok((0, String::new())));
}

#[test]
fn what_is_not_finished_or_too_large_is_said_to_be_so() {
    for typed in ["/(/", "/[a-/", "/a{2/", "/*/", "/(((((a{99}){99}){99}){99}){99})/", "/\\p{L}/"] {
        assert_eq!(ask(typed), Err(Unfinished), "{typed}");
    }
}
