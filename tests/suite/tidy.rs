//! The walls of the house: which module may use which, and that nothing lies about unused.

use std::collections::BTreeMap;
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
    ("engine", &["model", "text", "intake", "parse", "query", "library", "export"]),
    ("compare", &["model", "query"]),
    ("export", &["model", "query", "text"]),
    ("annotations", &["model", "text"]),
    ("address", &["model", "query"]),
    ("i18n", &["model", "query", "export"]),
    (
        "ui",
        &[
            "model",
            "text",
            "intake",
            "lexicon",
            "parse",
            "query",
            "library",
            "engine",
            "compare",
            "export",
            "annotations",
            "address",
            "i18n",
        ],
    ),
];

/// What only the page may name: below it there is no browser.
const OF_THE_PAGE: &[&str] = &["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo_events", "gloo_timers"];

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
            wrong.push(format!("{}: «{module}» has no place in the table of arrows", path.display()));
            continue;
        };
        for used in modules_used(&code(&read(&path))) {
            if used != module && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{}: «{module}» may not use «{used}»", path.display()));
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
        for name in ["web_sys::window", "web_sys::console", "js_sys::", "gloo_events::", "gloo_timers::"] {
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
fn what_reads_documents_is_behind_the_feature_that_the_page_lacks() {
    let lib = read(&root().join("src/lib.rs"));
    for module in ["intake", "lexicon", "parse"] {
        let gated = format!("#[cfg(feature = \"read\")]\npub mod {module};");
        assert!(lib.contains(&gated), "src/lib.rs: «{module}» exists in the page");
    }
    let manifest = read(&root().join("Cargo.toml"));
    let page = manifest.lines().find(|line| line.starts_with("page = ")).expect("a feature for the page");
    assert!(!page.contains("read") && !page.contains("worker") && !page.contains("cli"), "{page}");
    let index = read(&root().join("index.html"));
    let explorer = index.lines().find(|line| line.contains(r#"data-bin="explorer""#)).expect("the page's program");
    assert!(explorer.contains("data-cargo-no-default-features"), "the page is built with more than its feature");
}

/// Public types that still share a bare name, in modules that do not use each other. The list only shrinks.
const NAMES_SHARED: &[&str] =
    &["Block", "Content", "Forms", "Found", "Kept", "Line", "Part", "Piece", "Run", "Scores", "Source"];

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
    let shared: Vec<&str> = found.keys().map(String::as_str).collect();
    assert_eq!(shared, NAMES_SHARED, "{found:#?}");
}
