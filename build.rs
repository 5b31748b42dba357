//! Copies the tables of `lexicon/` without their comments, which are for editors and would add to the download: see
//! docs/size.md.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=lexicon");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo gives no OUT_DIR"))?;
    copy(Path::new("lexicon"), &Path::new(&out).join("lexicon"))
}

/// Copies a folder of tables and the folders in it.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let Some(name) = path.file_name() else { continue };
        let target = to.join(name);
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            let table = fs::read_to_string(&path)?;
            let rows: String = table.split_inclusive('\n').filter(|line| !line.starts_with('#')).collect();
            fs::write(target, rows)?;
        }
    }
    Ok(())
}
