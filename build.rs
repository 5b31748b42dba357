//! Prepares the tables of `lexicon/` for the programs: without their comments, which are for editors and would add to the
//! download, and the larger ones of a language as one file, which the worker fetches. See docs/size.md.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs, io};

/// The tables of a language that are needed to read a text in any language.
const COMMON: [&str; 3] = ["document", "numbers", "words"];

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=lexicon");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo gives no OUT_DIR"))?;
    let out = Path::new(&out).join("lexicon");
    for path in paths(Path::new("lexicon"))? {
        let Some(name) = path.file_name() else { continue };
        if path.is_dir() {
            language(&path, &out.join(name))?;
        } else {
            fs::create_dir_all(&out)?;
            fs::write(out.join(name), rows(&path)?)?;
        }
    }
    Ok(())
}

/// Writes the tables of a language: the common ones apart, with the acronyms and the first name of each actor and the name of
/// each topic, in the order of the tables of all ids; the others in one file, each after a line with its name.
fn language(from: &Path, out: &Path) -> io::Result<()> {
    fs::create_dir_all(out)?;
    let mut file = String::new();
    for path in paths(from)? {
        let Some(name) = path.file_stem().and_then(|name| name.to_str()) else { continue };
        let rows = rows(&path)?;
        if COMMON.contains(&name) {
            fs::write(out.join(name).with_extension("tsv"), rows)?;
        } else {
            file += &["# ", name, "\n", &rows].concat();
        }
    }
    fs::write(out.with_extension("txt"), file)?;
    let mut actors = by_id(&from.join("actors.tsv"), |row| [field(row, 1), first(row, 2)].join("\t"))?;
    actors.extend(by_id(&from.join("countries.tsv"), |row| ["", first(row, 1)].join("\t"))?);
    let topics = by_id(&from.join("topics.tsv"), |row| field(row, 1).to_owned())?;
    for (name, names) in [("actors.tsv", actors), ("topics.tsv", topics)] {
        let of_all = by_id(&Path::new("lexicon").join(name), |_| String::new())?;
        let lines = of_all.keys().map(|id| names.get(id).map_or("-\n".to_owned(), |name| [name, "\n"].concat()));
        fs::write(out.join(name), lines.collect::<String>())?;
    }
    Ok(())
}

/// What a table says of each id, in the order of the ids.
fn by_id(table: &Path, say: impl Fn(&[&str]) -> String) -> io::Result<BTreeMap<String, String>> {
    let rows = rows(table)?;
    let rows = rows.lines().map(|row| row.split('\t').collect::<Vec<_>>());
    Ok(rows.map(|row| (field(&row, 0).to_owned(), say(&row))).collect())
}

fn field<'r>(row: &[&'r str], n: usize) -> &'r str {
    row.get(n).copied().unwrap_or_default()
}

/// The first of several alternatives.
fn first<'r>(row: &[&'r str], n: usize) -> &'r str {
    field(row, n).split('|').next().unwrap_or_default()
}

/// The files and folders of a folder, in order.
fn paths(folder: &Path) -> io::Result<Vec<std::path::PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// A table without its comments.
fn rows(table: &Path) -> io::Result<String> {
    Ok(fs::read_to_string(table)?.split_inclusive('\n').filter(|line| !line.starts_with('#')).collect())
}
