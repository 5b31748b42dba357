//! Regular expressions on the bundled text.

use dispositif::library::{BUNDLED_TEXTS, Library};
use dispositif::model::{Clause, ClauseId, Paragraph, Resolution, Span};
use dispositif::query::{Expression, Refused, expression};

/// How many clauses of the bundled text it finds, and the first words marked.
fn ask(typed: &str) -> Result<(usize, String), Refused> {
    let library = Library::of_texts(BUNDLED_TEXTS.map(|(_, text)| text));
    let document = library.documents.first().unwrap();
    let expression = Expression::new(expression(typed).unwrap())?;
    let clauses = expression.clauses(document)?;
    let mut first = String::new();
    for paragraph in &document.paragraphs {
        if let Some(mark) = expression.marks(paragraph)?.first() {
            mark.of(&paragraph.text).clone_into(&mut first);
            break;
        }
    }
    Ok((clauses.len(), first))
}

/// A document of one clause.
fn document(text: &str) -> Resolution {
    let clause = Clause { id: ClauseId::from("op1.1"), span: Span::new(0, text.len()), ..Clause::default() };
    let paragraph = Paragraph { text: text.to_owned(), clauses: vec![clause], ..Paragraph::default() };
    Resolution { paragraphs: vec![paragraph], ..Resolution::default() }
}

#[test]
fn text_between_slashes_is_an_expression() {
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
    for typed in [
        "/etats membres",
        "/ÉTATS\\sMEMBRES/",
        "/[e-é]tats membre\\S/",
        "/\\xc9tats membres/",
        "/\\u{e9}tats membres/",
        "/\\u00c9tats/",
    ] {
        let typed = if typed.ends_with("tats/") {
            format!("{}ats membres/", &typed[..typed.len() - 4])
        } else {
            typed.to_owned()
        };
        assert_eq!(ask(&typed), Ok(expected.clone()), "{typed}");
    }
    assert_eq!(ask("/\\xe9/"), ask("/é/"));
    assert_eq!(ask("/[^\\xe9]tat/"), ask("/[^e]tat/"));
}

#[test]
fn an_expression_finds_what_no_word_does() {
    assert_eq!(ask("/\\d+ \\w+bre 20\\d\\d/").unwrap().1, "19 décembre 2017");
    assert_eq!(ask("/7\\d\\/\\d+ du/").unwrap().1, "72/194 du");
    assert_eq!(ask("/crimin\\w+ (organis|transnat)\\w+/").unwrap().1, "criminalité transnationale");
    assert_eq!(ask("/^prie\\b/").unwrap().0, 18);
    assert_eq!(ask("/\\bcoeur|\\bœuvre\\b/").unwrap().1, "œuvre");
}

#[test]
fn an_empty_match_is_ignored() {
    assert_eq!(ask("/x*/").unwrap().0, ask("/x/").unwrap().0);
    assert_eq!(ask("/$/"), Ok((0, String::new())));
    let expression = Expression::new("é*").unwrap();
    let document = document("— été —");
    let marks = expression.marks(&document.paragraphs[0]).unwrap();
    assert!(marks.iter().map(|mark| mark.of("— été —")).eq(["é", "é"]));
}

#[test]
fn touching_matches_are_one_mark() {
    let expression = Expression::new("[aé]").unwrap();
    let marks = expression.marks(&document("aéa, bé a").paragraphs[0]).unwrap();
    assert!(marks.iter().map(|mark| mark.of("aéa, bé a")).eq(["aéa", "é", "a"]));
}

#[test]
fn an_unfinished_expression_is_distinguished_from_an_unsupported_one() {
    for typed in ["(", "[a-", "a{2", "(?", "a\\", "(?P<", "\\x{"] {
        assert_eq!(Expression::new(typed).err(), Some(Refused::Unfinished), "{typed}");
    }
    for typed in ["*", "(?=a)", "(?<!a)b", "(a)\\1", "\\y", "[z-a]", "\\p{Foo}", "a)"] {
        assert_eq!(Expression::new(typed).err(), Some(Refused::Unsupported), "{typed}");
    }
    assert!(Expression::new("\\p{L}").is_ok_and(|letter| letter.clauses(&document("état")) == Ok(vec![0])));
}

#[test]
fn large_expressions_are_refused_and_costly_ones_end() {
    for typed in ["(((((a{99}){99}){99}){99}){99})", "\\w{2000}", &"(".repeat(200), "(.{999}){999}"] {
        let refused = Expression::new(typed).err();
        assert!(matches!(refused, Some(Refused::TooCostly | Refused::Unfinished)), "{typed}: {refused:?}");
    }
    let text = "Prie l’Office d’aider les États Membres à prévenir la criminalité. ".repeat(2000);
    let document = document(&text);
    for typed in [
        "(?:.?){300}zz|.",
        "(a|aa)+$",
        "(.*)(.*)(.*)(.*)z",
        "(?:a?){90}a{90}",
        ".*.*=.*",
        "(.+)+z",
        "[a-z]+( [a-z]+)*!",
    ] {
        if let Ok(expression) = Expression::new(typed) {
            let _ = expression.clauses(&document);
            let _ = expression.marks(&document.paragraphs[0]);
        }
    }
}
