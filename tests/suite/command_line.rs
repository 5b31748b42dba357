//! The command line from outside: its output and exit codes.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name)
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dispositif"))
        .args(arguments)
        .env("LC_ALL", "fr_FR.UTF-8")
        .output()
        .expect("the program starts")
}

fn said(output: &Output) -> (String, String) {
    (String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// A file of its own for a test that needs one.
fn file(name: &str, contents: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, contents).unwrap();
    path
}

fn refuses(arguments: &[&str], words: &str) {
    let output = run(arguments);
    let (out, error) = said(&output);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(out.is_empty(), "{out}");
    assert!(error.contains(words) && error.trim_end().lines().count() == 1, "one sentence: {error}");
}

#[test]
fn parse_prints_the_document_as_json_with_offsets_in_characters() {
    let text = data("A-RES-74-175.fr.txt");
    let output = run(&["parse", text.to_str().unwrap(), "--format", "json"]);
    assert!(output.status.success());
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((json["symbol"].as_str(), json["language"].as_str()), (Some("A/RES/74/175"), Some("fr")));
    let paragraph = json["paragraphs"].as_array().unwrap().iter().find(|p| p["id"] == "op1").unwrap();
    let letters: Vec<char> = paragraph["text"].as_str().unwrap().chars().collect();
    let actor = &paragraph["clauses"][0]["actors"][0];
    let (start, end) = (actor["start"].as_u64().unwrap() as usize, actor["end"].as_u64().unwrap() as usize);
    assert_eq!(letters[start..end].iter().collect::<String>(), actor["surface"].as_str().unwrap());
    assert_eq!(actor["surface"], "les États Membres");
}

#[test]
fn query_prints_the_clauses_that_match_and_how_many() {
    let text = data("A-RES-74-175.fr.txt");
    let output = run(&["query", text.to_str().unwrap(), "--addressee", "secretary-general", "--verb", "prier"]);
    let (out, _) = said(&output);
    let ids: Vec<&str> =
        out.lines().take_while(|line| line.contains('\t')).filter_map(|l| l.split('\t').next()).collect();
    assert_eq!(ids, ["op29.1", "op30.1"]);
    assert!(out.contains("2 clauses dans 2 paragraphes"), "{out}");
}

#[test]
fn a_value_that_no_clause_has_is_answered_with_those_there_are() {
    let text = data("A-RES-74-175.fr.txt");
    refuses(&["query", text.to_str().unwrap(), "--addressee", "nato"], "unodc");
}

#[test]
fn an_unreadable_file_is_refused_in_one_sentence() {
    refuses(&["parse", "no-such-file.txt"], "n’existe pas");
    let empty = file("empty.txt", b"  \n\n");
    refuses(&["parse", empty.to_str().unwrap()], "vide");
    let picture = file("picture.png", &(0..4000_u32).map(|i| (i * 31 % 251) as u8).collect::<Vec<_>>());
    refuses(&["parse", picture.to_str().unwrap()], "n’est pas du texte");
    let folder = file("not-a-gold-folder.txt", b"x").parent().unwrap().join("empty-folder");
    std::fs::create_dir_all(&folder).unwrap();
    refuses(&["evaluate", folder.to_str().unwrap()], "aucun fichier");
}

#[test]
fn every_command_explains_itself() {
    for command in ["parse", "query", "bundle", "evaluate"] {
        let output = run(&[command, "--help"]);
        let (out, _) = said(&output);
        assert!(output.status.success() && out.contains("Usage: dispositif"), "{command}: {out}");
    }
}

#[test]
fn bundle_checks_without_changing_anything() {
    let folder = data("");
    let output = run(&["bundle", "--check", "--folder", folder.to_str().unwrap()]);
    assert!(output.status.success(), "{}", said(&output).1);
    let other = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stale");
    std::fs::create_dir_all(&other).unwrap();
    refuses(&["bundle", "--check", "--folder", other.to_str().unwrap()], "périmés");
    assert!(!other.join("bundle.bin").exists());
}

#[test]
fn a_file_with_nothing_in_it_is_not_written_and_one_that_can_say_so_is() {
    let text = data("A-RES-74-175.fr.txt");
    let path = text.to_str().unwrap();
    let asked = ["--part", "preamble", "--verb", "prier"];
    for format in ["csv", "bibtex", "ris", "csl-json", "akoma-ntoso", "ics"] {
        let arguments = [&["export", path, "--format", format][..], &asked].concat();
        refuses(&arguments, "rien à enregistrer");
    }
    for format in ["json", "ndjson", "markdown", "html", "xlsx", "docx"] {
        let output = run(&[&["export", path, "--format", format][..], &asked].concat());
        assert!(output.status.success(), "{format}: {}", said(&output).1);
        if !matches!(format, "xlsx" | "docx") {
            assert!(said(&output).0.to_lowercase().contains("prie"), "{format}");
        }
    }
}

#[test]
fn one_unreadable_file_fails_the_export_after_the_others_are_written() {
    let text = data("A-RES-74-175.fr.txt");
    let output = run(&["export", text.to_str().unwrap(), "no-such-file.txt", "--format", "ndjson"]);
    let (out, error) = said(&output);
    assert_eq!(output.status.code(), Some(2));
    assert!(out.lines().count() > 70 && error.contains("n’existe pas"), "{} lines; {error}", out.lines().count());
}

#[test]
#[cfg(target_os = "linux")]
fn output_that_cannot_be_written_is_an_error_and_a_closed_pipe_is_none() {
    let text = data("A-RES-74-175.fr.txt");
    let command = |arguments: &[&str], stdout: std::process::Stdio| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dispositif"));
        command.args(arguments).stdout(stdout).stderr(std::process::Stdio::null()).status().unwrap().code()
    };
    let path = text.to_str().unwrap();
    for arguments in [&["parse", path][..], &["query", path], &["export", path, "--format", "csv"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        assert_eq!(command(arguments, full.into()), Some(2), "{arguments:?}");
        let (reader, closed) = std::io::pipe().unwrap();
        drop(reader);
        assert_eq!(command(arguments, closed.into()), Some(0), "{arguments:?}");
    }
}
