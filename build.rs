//! Prepares the tables of `lexicon/` for the programs: without their comments, which are for editors and would add to the
//! download, and the larger ones of a language as one file, which the worker fetches. See docs/size.md.

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

/// Writes the tables of a language: the common ones apart, with the names of all actors and topics; the others in one file,
/// each after a line with its name.
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
    let columns = |table: &str| -> io::Result<Vec<Vec<String>>> {
        let rows = rows(&from.join(table))?;
        Ok(rows.lines().map(|row| row.split('\t').map(str::to_owned).collect()).collect())
    };
    let field = |row: &[String], n: usize| row.get(n).cloned().unwrap_or_default();
    let first = |row: &[String], n: usize| field(row, n).split('|').next().unwrap_or_default().to_owned();
    let actors = columns("actors.tsv")?;
    let actors = actors.iter().map(|row| [field(row, 0), field(row, 1), first(row, 2)].join("\t"));
    let states = columns("countries.tsv")?;
    let states = states.iter().map(|row| [field(row, 0), String::new(), first(row, 1)].join("\t"));
    let mut names: Vec<String> = actors.chain(states).collect();
    names.sort_by(|one, other| one.split('\t').next().cmp(&other.split('\t').next()));
    fs::write(out.join("actor_names.tsv"), names.join("\n"))?;
    let topics =
        columns("topics.tsv")?.iter().map(|row| [field(row, 0), field(row, 1)].join("\t")).collect::<Vec<_>>();
    fs::write(out.join("topic_names.tsv"), topics.join("\n"))
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
