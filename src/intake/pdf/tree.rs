//! The structure tree of a tagged PDF.

use super::interpret::text_string;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, String as PdfString};
use std::collections::{HashMap, HashSet};

/// A tree of more elements is read up to here.
const MOST_ELEMENTS: usize = 400_000;
/// Roles that are mapped to roles that are mapped…
const LONGEST_ROLE_CHAIN: usize = 8;

/// The elements, the root first.
#[derive(Debug, Default)]
pub struct StructureTree {
    pub elements: Vec<StructureElement>,
}

#[derive(Debug, Default)]
pub struct StructureElement {
    pub role: StructureRole,
    pub kids: Vec<Kid>,
    /// The replacement for its content.
    pub actual: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Kid {
    /// An index in [`StructureTree::elements`].
    Element(u32),
    /// A stretch of a page's content.
    Content(ContentId),
    /// The address of a link.
    Address(String),
}

/// By what a page's marked content is known: the page from 0, the form it is in or 0, its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ContentId {
    pub page: u32,
    pub form: u32,
    pub mcid: i32,
}

/// The role of an element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StructureRole {
    /// Holds others, and says nothing by itself.
    #[default]
    Group,
    Paragraph,
    Heading(u8),
    Title,
    Item,
    ItemLabel,
    Table,
    Row,
    Cell,
    Note,
    /// Part of a paragraph.
    Inline,
    /// Says nothing, and is inside a paragraph as well as around some: settled once the tree is read.
    Wrapper,
    Artifact,
}

impl StructureRole {
    fn of(name: &str) -> Option<Self> {
        let role = match name {
            "P" | "Caption" | "TOCI" | "BlockQuote" | "Index" | "BibEntry" | "Formula" => Self::Paragraph,
            "H" | "H1" => Self::Heading(1),
            "H2" => Self::Heading(2),
            "H3" => Self::Heading(3),
            "H4" => Self::Heading(4),
            "H5" => Self::Heading(5),
            "H6" => Self::Heading(6),
            "Title" => Self::Title,
            "LI" => Self::Item,
            "Lbl" => Self::ItemLabel,
            "Table" => Self::Table,
            "TR" => Self::Row,
            "TH" | "TD" => Self::Cell,
            "Note" | "FENote" | "Footnote" | "Endnote" => Self::Note,
            "Span" | "Link" | "Reference" | "Quote" | "Code" | "Em" | "Strong" | "Sub" | "Annot" | "Ruby" => {
                Self::Inline
            }
            "Artifact" => Self::Artifact,
            "NonStruct" => Self::Wrapper,
            "Document" | "DocumentFragment" | "Part" | "Art" | "Sect" | "Div" | "L" | "LBody" | "THead"
            | "TBody" | "TFoot" | "TOC" | "Private" | "Aside" | "Figure" | "Form" => Self::Group,
            _ => return None,
        };
        Some(role)
    }
}

/// An element whose kids are still to be read.
struct Pending<'a> {
    element: u32,
    dict: Dict<'a>,
    page: Option<u32>,
}

struct Reader<'a> {
    pdf: &'a Pdf,
    pages: HashMap<ObjectIdentifier, u32>,
    roles: Dict<'a>,
    seen: HashSet<ObjectIdentifier>,
    tree: StructureTree,
    pending: Vec<Pending<'a>>,
}

/// The structure tree of a file, if it has one.
pub fn tree(pdf: &Pdf) -> Option<StructureTree> {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    let root = catalog.get::<Dict<'_>>("StructTreeRoot")?;
    let numbered = pdf.pages().iter().enumerate();
    let pages = numbered.filter_map(|(i, page)| Some((page.raw().obj_id()?, i as u32))).collect();
    let mut reader = Reader {
        pdf,
        pages,
        roles: root.get::<Dict<'_>>("RoleMap").unwrap_or_default(),
        seen: HashSet::new(),
        tree: StructureTree { elements: vec![StructureElement::default()] },
        pending: Vec::new(),
    };
    reader.pending.push(Pending { element: 0, dict: root, page: None });
    // Elements are numbered as they are met, and each knows its kids: the order of the work does not matter.
    while let Some(next) = reader.pending.pop() {
        reader.read_kids(&next);
    }
    settle_wrappers(&mut reader.tree.elements);
    (reader.tree.elements.len() > 1).then_some(reader.tree)
}

/// A wrapper inside a paragraph that holds no paragraphs itself is part of it, as Chromium wraps each stretch of text;
/// any other is a group. Kids come after their parents.
fn settle_wrappers(elements: &mut [StructureElement]) {
    let kids = |element: &StructureElement| -> Vec<usize> {
        let kids = element.kids.iter().filter_map(|kid| match kid {
            Kid::Element(kid) => Some(*kid as usize),
            _ => None,
        });
        kids.collect()
    };
    let mut holds_blocks = vec![false; elements.len()];
    let mut is_within = vec![false; elements.len()];
    for (at, element) in elements.iter().enumerate().rev() {
        let is_part = |kid: &usize| match elements.get(*kid).map(|kid| kid.role) {
            Some(StructureRole::Inline) => true,
            Some(StructureRole::Wrapper) => holds_blocks.get(*kid) == Some(&false),
            _ => false,
        };
        let holds = !kids(element).iter().all(is_part);
        if let Some(slot) = holds_blocks.get_mut(at) {
            *slot = holds;
        }
    }
    for at in 0..elements.len() {
        let Some(element) = elements.get_mut(at) else { break };
        let within = match element.role {
            StructureRole::Wrapper => is_within.get(at) == Some(&true),
            StructureRole::Group | StructureRole::Table | StructureRole::Row | StructureRole::Artifact => false,
            _ => true,
        };
        if element.role == StructureRole::Wrapper {
            let is_inline = within && holds_blocks.get(at) == Some(&false);
            element.role = if is_inline { StructureRole::Inline } else { StructureRole::Group };
        }
        for kid in kids(element) {
            if let Some(slot) = is_within.get_mut(kid) {
                *slot = within;
            }
        }
    }
}

impl<'a> Reader<'a> {
    fn read_kids(&mut self, of: &Pending<'a>) {
        let mut kids = Vec::new();
        match of.dict.get_raw::<Object<'a>>("K") {
            Some(MaybeRef::NotRef(Object::Array(array))) => self.read_array(&array, of.page, &mut kids),
            Some(MaybeRef::Ref(id)) => match self.pdf.xref().get::<Object<'a>>(id.into()) {
                Some(Object::Array(array)) => self.read_array(&array, of.page, &mut kids),
                _ => self.read_kid(MaybeRef::Ref(id), of.page, &mut kids),
            },
            Some(kid) => self.read_kid(kid, of.page, &mut kids),
            None => {}
        }
        if let Some(element) = self.tree.elements.get_mut(of.element as usize) {
            element.kids = kids;
        }
    }

    fn read_array(&mut self, array: &Array<'a>, page: Option<u32>, kids: &mut Vec<Kid>) {
        for kid in array.raw_iter() {
            if self.tree.elements.len() + kids.len() > MOST_ELEMENTS {
                return;
            }
            self.read_kid(kid, page, kids);
        }
    }

    fn read_kid(&mut self, kid: MaybeRef<Object<'a>>, page: Option<u32>, kids: &mut Vec<Kid>) {
        let object = match kid {
            MaybeRef::Ref(id) => {
                let id = ObjectIdentifier::from(id);
                let object = self.pdf.xref().get::<Object<'a>>(id);
                // An element below itself would never end.
                if matches!(object, Some(Object::Dict(_))) && !self.seen.insert(id) {
                    return;
                }
                object
            }
            MaybeRef::NotRef(object) => Some(object),
        };
        match object {
            Some(Object::Number(number)) => {
                if let (Some(page), Ok(mcid)) = (page, i32::try_from(number.as_i64())) {
                    kids.push(Kid::Content(ContentId { page, form: 0, mcid }));
                }
            }
            Some(Object::Dict(dict)) => self.read_dict(dict, page, kids),
            _ => {}
        }
    }

    fn read_dict(&mut self, dict: Dict<'a>, page: Option<u32>, kids: &mut Vec<Kid>) {
        let page = dict.get_ref("Pg").and_then(|id| self.pages.get(&id.into()).copied()).or(page);
        let kind = dict.get::<Name<'_>>("Type").map(|name| name.as_str().to_owned()).unwrap_or_default();
        if kind == "MCR" || dict.contains_key("MCID") && !dict.contains_key("S") {
            if let (Some(page), Some(mcid)) = (page, dict.get::<i32>("MCID")) {
                let form = dict.get_ref("Stm").map_or(0, |id| id.obj_number);
                kids.push(Kid::Content(ContentId { page, form, mcid }));
            }
            return;
        }
        if kind == "OBJR" || dict.contains_key("Obj") && !dict.contains_key("S") {
            kids.extend(dict.get::<Dict<'_>>("Obj").and_then(|object| address(&object)).map(Kid::Address));
            return;
        }
        if self.tree.elements.len() >= MOST_ELEMENTS {
            return;
        }
        let element = self.tree.elements.len() as u32;
        let actual = dict.get::<PdfString<'_>>("ActualText").map(|words| text_string(words.as_bytes()));
        self.tree.elements.push(StructureElement { role: self.role(&dict), kids: Vec::new(), actual });
        kids.push(Kid::Element(element));
        self.pending.push(Pending { element, dict, page });
    }

    /// The role of an element, by way of the file's own names for roles.
    fn role(&self, dict: &Dict<'_>) -> StructureRole {
        let Some(name) = dict.get::<Name<'_>>("S") else { return StructureRole::Group };
        let mut name = name.as_str().to_owned();
        for _ in 0..LONGEST_ROLE_CHAIN {
            // A name that says “footnote” is one, whatever it is mapped to.
            if let Some(role) = StructureRole::of(&name) {
                return role;
            }
            match self.roles.get::<Name<'_>>(name.as_bytes()) {
                Some(next) => next.as_str().clone_into(&mut name),
                None => break,
            }
        }
        StructureRole::Group
    }
}

/// Where a link leads, if it leads out of the file.
fn address(annotation: &Dict<'_>) -> Option<String> {
    let action = annotation.get::<Dict<'_>>("A")?;
    let address = action.get::<PdfString<'_>>("URI")?;
    Some(text_string(address.as_bytes()))
}
