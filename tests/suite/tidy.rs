//! The architecture: which module may use which, and that every file is used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each module with those that it may use; itself always. Reading comes before asking, asking before showing.
const ARROWS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("text", &["model"]),
    ("language", &["model", "text"]),
    ("intake", &["model", "text"]),
    ("lexicon", &["model", "text", "language"]),
    ("parse", &["model", "text", "language", "intake", "lexicon"]),
    ("query", &["model", "text"]),
    ("library", &["model", "parse", "intake", "query"]),
    ("engine", &["model", "text", "language", "intake", "parse", "query", "library", "export", "annotations"]),
    ("compare", &["model", "query"]),
    ("export", &["model", "query", "text"]),
    ("annotations", &["model", "text"]),
    ("address", &["model", "query"]),
    ("i18n", &["model", "query", "export"]),
    ("ui", &["model", "text", "query", "library", "engine", "compare", "export", "annotations", "address", "i18n"]),
];

/// Crates that only the page may use: the layers below know no browser.
const OF_THE_PAGE: &[&str] = &["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo_timers"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All files below a folder that have this extension, in order.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The sources with the module that each belongs to: `src/text/fold.rs` to `text`. Binaries belong to none.
fn sources() -> Vec<(String, PathBuf)> {
    let src = root().join("src");
    files(&src, "rs")
        .into_iter()
        .filter_map(|path| {
            let first = path.strip_prefix(&src).ok()?.iter().next()?.to_str()?.to_owned();
            let module = first.strip_suffix(".rs").unwrap_or(&first).to_owned();
            (!["lib", "main", "bin"].contains(&module.as_str())).then_some((module, path))
        })
        .collect()
}

/// A source without its comments: a link in a doc comment is no dependency.
fn code(source: &str) -> String {
    source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The modules of ours that a source names: `crate::model::Span` and `crate::{text, query::Query}`.
fn modules_used(code: &str) -> Vec<String> {
    let mut used = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        // A macro's `$crate::` and another crate's `my_crate::` are not ours.
        if code[..at].ends_with(|before: char| before.is_alphanumeric() || matches!(before, '_' | '$')) {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => used.extend(first_names(group)),
            None => used.push(name_at_start(rest)),
        }
    }
    used
}

/// The names that open the items of a `{…}` group, whose opening brace is taken off.
fn first_names(group: &str) -> Vec<String> {
    let mut names = vec![name_at_start(group)];
    let mut depth = 0;
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name_at_start(&group[at + 1..])),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn name_at_start(text: &str) -> String {
    text.trim_start().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

#[test]
fn modules_are_found_in_every_way_to_name_them() {
    let code = "use crate::model::Span;\nuse crate::{\n    query::{Query, Facet},\n    text,\n};\nlet a = crate::lexicon::b();\nother_crate::parse; $crate::ui";
    assert_eq!(modules_used(code), ["model", "query", "text", "lexicon"]);
}

#[test]
fn every_module_uses_only_those_it_may() {
    let mut wrong = Vec::new();
    for (module, path) in sources() {
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == module) else {
            wrong.push(format!("{}: “{module}” has no place in the table of arrows", path.display()));
            continue;
        };
        // Tests may read a text that they ask about.
        let code = code(&read(&path));
        for used in modules_used(code.split("#[cfg(test)]").next().unwrap_or_default()) {
            if used != module && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{}: “{module}” may not use “{used}”", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_below_the_page_knows_a_browser() {
    let mut wrong = Vec::new();
    for (_, path) in sources().into_iter().filter(|(module, _)| module != "ui") {
        let code = code(&read(&path));
        for name in OF_THE_PAGE {
            if code.contains(&format!("{name}::")) {
                wrong.push(format!("{}: {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_one_folder_of_the_page_reaches_for_the_browser() {
    let browser = root().join("src/ui/browser");
    let mut wrong = Vec::new();
    for (_, path) in sources().into_iter().filter(|(module, path)| module == "ui" && !path.starts_with(&browser)) {
        let code = code(&read(&path));
        for name in ["web_sys::window", "web_sys::console", "js_sys::", "gloo_timers::"] {
            if code.contains(name) {
                wrong.push(format!("{}: {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_stylesheet_is_in_the_page() {
    let index = read(&root().join("index.html"));
    for path in files(&root().join("styles"), "css") {
        let name = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
        assert!(index.contains(&format!(r#"href="{name}""#)), "index.html does not link {name}");
    }
}

#[test]
fn every_module_is_in_the_map() {
    let map = read(&root().join("README.md"));
    for (module, path) in sources() {
        assert!(
            map.contains(&format!("src/{module}")),
            "README.md says nothing of src/{module} ({})",
            path.display()
        );
    }
}

#[test]
fn modules_that_read_documents_need_a_feature_that_the_page_lacks() {
    let lib = read(&root().join("src/lib.rs"));
    for module in ["intake", "lexicon", "parse"] {
        let gated = format!("#[cfg(feature = \"read\")]\npub mod {module};");
        assert!(lib.contains(&gated), "src/lib.rs: “{module}” exists in the page");
    }
    let manifest = read(&root().join("Cargo.toml"));
    let page = manifest.lines().find(|line| line.starts_with("page = ")).expect("a feature for the page");
    assert!(!page.contains("read") && !page.contains("worker") && !page.contains("cli"), "{page}");
    let index = read(&root().join("index.html"));
    let explorer = index.lines().find(|line| line.contains(r#"data-bin="explorer""#)).expect("the page's program");
    assert!(explorer.contains("data-cargo-no-default-features"), "the page is built with more than its feature");
}

#[test]
fn no_public_type_shares_its_bare_name_with_another() {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in files(&root().join("src"), "rs") {
        for line in read(&path).lines() {
            let rest = ["pub struct ", "pub enum ", "pub trait ", "pub type "]
                .iter()
                .find_map(|kind| line.strip_prefix(kind));
            if let Some(rest) = rest {
                found.entry(name_at_start(rest)).or_default().push(path.display().to_string());
            }
        }
    }
    // The usual names for a command’s arguments and a component’s properties.
    found.retain(|name, places| places.len() > 1 && !["Arguments", "Props"].contains(&name.as_str()));
    assert!(found.is_empty(), "{found:#?}");
}

/// A source as a module: its path in the crate and its code without comments and tests.
struct Source {
    path: Vec<String>,
    code: String,
}

/// The paths that a list of imports names: `a::{b, c::{self, D}}` gives `a::b`, `a::c`, `a::c::D`.
fn paths_of(imported: &str, before: &[String], into: &mut Vec<Vec<String>>) {
    let (head, group) = match imported.split_once('{') {
        Some((head, group)) => (head, Some(group.trim_end().strip_suffix('}').unwrap_or(group))),
        None => (imported.split(" as ").next().unwrap_or_default(), None),
    };
    let names = head.split("::").map(str::trim).filter(|name| !name.is_empty() && *name != "self");
    let path: Vec<String> = before.iter().cloned().chain(names.map(str::to_owned)).collect();
    let Some(group) = group else { return into.push(path) };
    let (mut depth, mut start) = (0, 0);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                paths_of(&group[start..at], &path, into);
                start = at + 1;
            }
            _ => {}
        }
    }
    if !group[start..].trim().is_empty() {
        paths_of(&group[start..], &path, into);
    }
}

/// The imports of a source, each with whether it is re-exported (`pub use`).
fn imports(code: &str) -> Vec<(bool, Vec<String>)> {
    let mut found = Vec::new();
    for statement in code.split(';') {
        let Some((before, imported)) = statement.rsplit_once("use ") else { continue };
        let start = before.rsplit('\n').next().unwrap_or_default().trim();
        if !(start.is_empty() || start.starts_with("pub")) {
            continue;
        }
        let mut paths = Vec::new();
        paths_of(&imported.replace('\n', " "), &[], &mut paths);
        found.extend(paths.into_iter().map(|path| (!start.is_empty(), path)));
    }
    found
}

/// A path from the crate's root; none if it leads out of the crate.
fn absolute(module: &[String], path: &[String], is_module: impl Fn(&[String]) -> bool) -> Option<Vec<String>> {
    let n_up = path.iter().take_while(|name| *name == "super").count();
    if path.first().is_some_and(|name| name == "crate") {
        return Some(path[1..].to_vec());
    }
    let base = &module[..module.len().checked_sub(n_up)?];
    let whole: Vec<String> = base.iter().chain(&path[n_up..]).cloned().collect();
    (n_up > 0 || is_module(&whole[..(base.len() + 1).min(whole.len())])).then_some(whole)
}

/// The files that each file of the library imports from, also through re-exports.
fn files_used() -> BTreeMap<String, BTreeSet<String>> {
    let src = root().join("src");
    let source = |path: PathBuf| {
        let text = code(&read(&path));
        let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
        let name = path.strip_prefix(&src).unwrap().with_extension("").to_string_lossy().into_owned();
        let path = name.split('/').filter(|name| !["mod", "lib"].contains(name)).map(str::to_owned).collect();
        Source { path, code: text }
    };
    let is_program = |path: &PathBuf| path.starts_with(src.join("bin")) || path.ends_with("main.rs");
    let all: Vec<Source> = files(&src, "rs").into_iter().filter(|path| !is_program(path)).map(source).collect();
    let is_module = |path: &[String]| all.iter().any(|source| source.path == path);
    let mut handed_on: BTreeMap<(Vec<String>, String), Vec<String>> = BTreeMap::new();
    for source in &all {
        for (_, path) in imports(&source.code).into_iter().filter(|(is_public, _)| *is_public) {
            if let (Some(to), Some(name)) = (absolute(&source.path, &path, is_module), path.last()) {
                handed_on.insert((source.path.clone(), name.clone()), to);
            }
        }
    }
    // The file that defines what a path names.
    let defined_in = |mut path: Vec<String>| {
        for _ in 0..8 {
            let n = (0..=path.len()).rev().find(|n| is_module(&path[..*n])).unwrap_or_default();
            let next = path.get(n).and_then(|name| handed_on.get(&(path[..n].to_vec(), name.clone())));
            match next {
                Some(to) => path = to.iter().chain(&path[n + 1..]).cloned().collect(),
                None => return path[..n].to_vec(),
            }
        }
        path
    };
    let mut used = BTreeMap::new();
    for source in &all {
        let own = imports(&source.code).into_iter().filter(|(is_public, _)| !is_public);
        let paths = own.filter_map(|(_, path)| absolute(&source.path, &path, is_module)).map(defined_in);
        let others = paths.filter(|path| !path.is_empty() && *path != source.path).map(|path| path.join("/"));
        used.insert(source.path.join("/"), others.collect::<BTreeSet<_>>());
    }
    used
}

/// All that can be reached from a place by arrows.
fn reached<'a>(from: &'a str, arrows: &'a BTreeMap<String, BTreeSet<String>>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut next = vec![from];
    while let Some(place) = next.pop() {
        for to in arrows.get(place).into_iter().flatten() {
            if reached.insert(to.as_str()) {
                next.push(to);
            }
        }
    }
    reached
}

#[test]
fn imports_are_found_in_every_way_to_write_them() {
    let found = imports("use super::{a, b::{self, C}};\npub use d::E;\nfn f() { let reuse = 1; }");
    let found: Vec<String> = found.iter().map(|(public, path)| format!("{public} {}", path.join("::"))).collect();
    assert_eq!(found, ["false super::a", "false super::b", "false super::b::C", "true d::E"]);
}

#[test]
fn no_file_imports_from_one_that_imports_from_it() {
    let used = files_used();
    assert!(used.values().map(BTreeSet::len).sum::<usize>() > 300, "few imports were found");
    let in_circle: Vec<&str> =
        used.keys().map(String::as_str).filter(|file| reached(file, &used).contains(file)).collect();
    assert!(in_circle.is_empty(), "these files import from each other in a circle: {in_circle:?}");
}

#[test]
fn folders_of_the_page_point_one_way() {
    let mut folders: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, used) in files_used() {
        let folder =
            |file: &str| file.strip_prefix("ui/").map(|rest| rest.split('/').next().unwrap_or_default().to_owned());
        let Some(own) = folder(&file) else { continue };
        let others: Vec<String> =
            used.iter().filter_map(|file| folder(file)).filter(|other| *other != own).collect();
        folders.entry(own).or_default().extend(others);
    }
    let in_circle: Vec<&str> =
        folders.keys().map(String::as_str).filter(|folder| reached(folder, &folders).contains(folder)).collect();
    assert!(in_circle.is_empty(), "these folders of src/ui use each other in a circle: {in_circle:?}");
}

#[test]
fn every_action_of_a_workflow_is_pinned_to_a_commit() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/workflows");
    let mut n_actions = 0;
    for entry in fs::read_dir(folder).expect("the workflows") {
        let path = entry.expect("a file").path();
        let text = fs::read_to_string(&path).expect("a text");
        for action in text.lines().filter_map(|line| line.trim_start_matches([' ', '-']).strip_prefix("uses: ")) {
            if action.starts_with("./") {
                continue;
            }
            n_actions += 1;
            let commit = action.split_once('@').map_or("", |(_, at)| at.split(' ').next().unwrap_or_default());
            let is_commit = commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
            assert!(is_commit, "{}: {action}", path.display());
        }
    }
    assert!(n_actions > 0);
}

/// Words in the code of `src/parse/` that are no words of a language that is read. Codes in capitals need no entry.
const FORMS: &[&str] = &[
    // Parts of symbols: `A/80/L.22/Rev.1/Add.1`, `Assembly/AU/Dec.921(XXXIX)`, `206 EX/Décision 12`.
    "add", "rev", "res", "dec", "decl", "ext", "assembly", "cision", "solution",
    // Addresses, mark-up, units, ligatures and Roman numerals.
    "http", "https", "www", "undocs", "org", "sup", "km", "cm", "mm", "dm", "hm", "ff", "fi", "fl", "ffi", "ffl",
    "cd", "xc", "xl", "ix", "iv", // Ids of paragraphs.
    "op", "pp", "at", "cl", "dt", "an", "de", "ou", // The names of what formulas capture.
    "words", "period", "day", "days", "month", "months", "year", "years", "weeks", "report", "session", "on",
    "two", "three", "undated", "half", "quarter", "meeting", "number", "noun", "kind", "owner", "symbol",
];

/// Ids of the tables of actors and topics.
const IDS: &[&str] = &["member-states", "president-of-the-general-assembly", "reporting"];

/// What parts of `src/parse/` print for those who work on it, in English.
const PRINTED: &[&str] = &["outline.rs", "structured.rs"];

/// The literals of a source, strings and characters, without those of attributes.
fn literals(code: &str) -> Vec<String> {
    let literal =
        regex::Regex::new(r##"(?s)#\[[^\]]*\]|r#"(.*?)"#|r"([^"]*)"|"((?:[^"\\]|\\.)*)"|'([^'\\])'"##).unwrap();
    let inside =
        |found: regex::Captures<'_>| found.iter().skip(1).flatten().next().map(|part| part.as_str().to_owned());
    literal.captures_iter(code).filter_map(inside).collect()
}

/// The words of a literal: two letters or more, or a Chinese character. Classes, escapes and groups of an expression are none, nor are
/// the names in a format.
fn words_in(literal: &str) -> Vec<String> {
    let no_words =
        regex::Regex::new(r"\{\w*(?:[:<]\S*)?\}|\\p\{\w+\}|\\.|\(\?P?<\w+>|\(\?-?\w+:|\[[^\]]*\]").unwrap();
    let bare = no_words.replace_all(literal, " ");
    let is_han = |letter: char| ('\u{3400}'..='\u{9fff}').contains(&letter);
    let is_word = |word: &&str| word.chars().count() > 1 || word.starts_with(is_han);
    let is_code = |word: &&str| word.chars().all(|letter| letter.is_ascii_uppercase());
    let words = bare.split(|letter: char| !letter.is_alphabetic());
    words.filter(is_word).filter(|word| !is_code(word)).map(str::to_lowercase).collect()
}

#[test]
fn words_are_found_in_literals_and_expressions() {
    let code = r#"has("/RES/") || pattern(r"^\s(?:et|à)\s[A-Z](?P<n>\d)") || t.ends_with('的') || format!("op{}", x) || 'é'"#;
    let words: Vec<String> = literals(code).iter().flat_map(|literal| words_in(literal)).collect();
    assert_eq!(words, ["et", "的", "op"]);
}

#[test]
fn no_word_of_a_language_is_in_the_parser() {
    let folder = root().join("src/parse");
    let mut wrong = Vec::new();
    for path in files(&folder, "rs") {
        if PRINTED.iter().any(|name| path.ends_with(name)) {
            continue;
        }
        let code = code(&read(&path));
        for literal in literals(code.split("#[cfg(test)]").next().unwrap_or_default()) {
            if IDS.contains(&literal.as_str()) {
                continue;
            }
            let words = words_in(&literal).into_iter().filter(|word| !FORMS.contains(&word.as_str()));
            wrong.extend(words.map(|word| format!("{}: “{word}” in {literal:?}", path.display())));
        }
    }
    assert!(wrong.is_empty(), "words belong in lexicon/xx/ or src/language/xx.rs:\n{}", wrong.join("\n"));
}
