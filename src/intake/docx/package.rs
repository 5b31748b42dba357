//! The parts of a Word file that are read, and how they refer to one another.

use super::numbering::Numbering;
use super::styles::Styles;
use crate::intake::Refusal;
use crate::intake::xml::{Element, Tree};
use crate::intake::zip::{Archive, ZipError};
use foldhash::fast::FixedState;
use std::cell::Cell;
use std::collections::HashMap;

/// All parts together are read up to this size.
const LARGEST: usize = 256 << 20;

/// A Word file's parts.
pub struct Package<'a> {
    archive: &'a Archive<'a>,
    /// How many bytes may still be unpacked.
    left: Cell<usize>,
    n_unreadable: Cell<u32>,
    main: String,
    relations: Relations,
    /// The text.
    pub document: Tree,
    /// The styles.
    pub styles: Styles,
    /// The footnotes.
    pub footnotes: Tree,
    /// The endnotes.
    pub endnotes: Tree,
    /// The settings.
    pub settings: Tree,
}

/// The targets of a part's references, by id.
#[derive(Debug, Default)]
pub struct Relations {
    by_id: HashMap<String, (String, String), FixedState>,
}

impl Relations {
    fn read(part: &Tree) -> Self {
        let mut relations = Self::default();
        for element in part.root().into_iter().flat_map(Element::elements) {
            let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target")) else { continue };
            let kind = element.attribute("Type").unwrap_or_default();
            let kind = kind.rsplit_once('/').map_or(kind, |(_, kind)| kind);
            relations.by_id.insert(id.to_owned(), (kind.to_owned(), target.to_owned()));
        }
        relations
    }

    /// The target of an id.
    pub fn target(&self, id: &str) -> Option<&str> {
        self.by_id.get(id).map(|(_, target)| target.as_str())
    }

    fn of_kind(&self, wanted: &str) -> Option<&str> {
        let mut targets: Vec<&str> =
            self.by_id.values().filter(|(kind, _)| kind == wanted).map(|(_, target)| target.as_str()).collect();
        targets.sort_unstable();
        targets.first().copied()
    }
}

/// The path of the part that holds the text, as given by the package itself.
pub fn main_part(archive: &Archive<'_>) -> Option<String> {
    let bytes = archive.read(archive.find("_rels/.rels")?, LARGEST).ok()?;
    let relations = Relations::read(&Tree::read(&bytes));
    let path = resolved("", relations.of_kind("officeDocument")?);
    // Spreadsheets and presentations are packages too.
    let is_other = path.starts_with("xl/") || path.starts_with("ppt/");
    (!is_other && archive.find(&path).is_some()).then_some(path)
}

impl<'a> Package<'a> {
    /// Reads the parts that have text, or say how it is printed.
    ///
    /// # Errors
    ///
    /// When the text itself cannot be read.
    pub fn open(archive: &'a Archive<'a>) -> Result<Self, Refusal> {
        let main = main_part(archive).unwrap_or_else(|| "word/document.xml".to_owned());
        let mut package = Self {
            archive,
            left: Cell::new(LARGEST),
            n_unreadable: Cell::new(0),
            main,
            relations: Relations::default(),
            document: Tree::default(),
            styles: Styles::default(),
            footnotes: Tree::default(),
            endnotes: Tree::default(),
            settings: Tree::default(),
        };
        package.document = match package.unpack(&package.main) {
            Ok(Some(bytes)) => package.tree(&bytes),
            Ok(None) => return Err(Refusal::Damaged),
            Err(error) => return Err(error.into()),
        };
        package.relations = package.relations_of(&package.main);
        package.styles = Styles::read(&package.of_kind("styles"));
        package.footnotes = package.of_kind("footnotes");
        package.endnotes = package.of_kind("endnotes");
        package.settings = package.of_kind("settings");
        Ok(package)
    }

    /// How lists are numbered.
    pub fn numbering(&self) -> Numbering {
        Numbering::read(&self.of_kind("numbering"))
    }

    /// How many parts could not be read, or not to their end.
    pub fn n_unreadable(&self) -> u32 {
        self.n_unreadable.get()
    }

    /// The references of the text.
    pub fn relations(&self) -> &Relations {
        &self.relations
    }

    /// The references of the part with the footnotes or the endnotes.
    pub fn relations_of_kind(&self, kind: &str) -> Relations {
        let Some(target) = self.relations.of_kind(kind) else { return Relations::default() };
        self.relations_of(&resolved(&self.main, target))
    }

    /// The part that a reference in the text names, and what that part refers to.
    pub fn part(&self, id: &str) -> Option<(Tree, Relations)> {
        let path = resolved(&self.main, self.relations.target(id)?);
        let relations = self.relations_of(&path);
        Some((self.tree_at(&path), relations))
    }

    fn of_kind(&self, kind: &str) -> Tree {
        match self.relations.of_kind(kind) {
            Some(target) => self.tree_at(&resolved(&self.main, target)),
            None => Tree::default(),
        }
    }

    fn relations_of(&self, part: &str) -> Relations {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let path = if folder.is_empty() {
            ["_rels/", name, ".rels"].concat()
        } else {
            [folder, "/_rels/", name, ".rels"].concat()
        };
        // Most parts refer to nothing.
        if self.archive.find(&path).is_some() {
            Relations::read(&self.tree_at(&path))
        } else {
            Relations::default()
        }
    }

    fn tree_at(&self, path: &str) -> Tree {
        if let Ok(Some(bytes)) = self.unpack(path) {
            return self.tree(&bytes);
        }
        self.n_unreadable.set(self.n_unreadable.get() + 1);
        Tree::default()
    }

    fn tree(&self, bytes: &[u8]) -> Tree {
        let tree = Tree::read(bytes);
        if !tree.is_whole {
            self.n_unreadable.set(self.n_unreadable.get() + 1);
        }
        tree
    }

    fn unpack(&self, path: &str) -> Result<Option<Vec<u8>>, ZipError> {
        let Some(entry) = self.archive.find(path) else { return Ok(None) };
        let bytes = self.archive.read(entry, self.left.get())?;
        self.left.set(self.left.get().saturating_sub(bytes.len()));
        Ok(Some(bytes))
    }
}

/// A target's path, as seen from the part that names it.
fn resolved(from: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                folders.pop();
            }
            _ => folders.push(step),
        }
    }
    folders.join("/")
}
