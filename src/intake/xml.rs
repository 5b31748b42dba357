//! An XML part of an office file as a tree in one vector.
//!
//! Reading never fails: a part that is cut off or not well formed gives what came before the fault, and says so. No
//! entity of a document's own is ever expanded, and what is nested deeper than any office program writes is left out,
//! so that callers can walk the tree recursively.

use super::encoding;
use foldhash::fast::FixedState;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{NamespaceResolver, ResolveResult};
use quick_xml::reader::Reader;
use std::collections::HashMap;

/// Elements nested deeper are left out.
const MAX_DEPTH: usize = 150;

/// The vocabularies that office files mix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Space {
    /// Akoma Ntoso, of whatever version.
    AkomaNtoso,
    /// Word's text, transitional or strict.
    Word,
    /// Alternatives for older programs.
    Compatibility,
    /// Mathematics.
    Math,
    /// OpenDocument's text.
    OdfText,
    /// OpenDocument's tables.
    OdfTable,
    /// OpenDocument's office elements.
    OdfOffice,
    /// OpenDocument's drawings.
    OdfDraw,
    /// OpenDocument's styles.
    OdfStyle,
    /// Any other.
    Other,
}

impl Space {
    fn of(namespace: &str) -> Self {
        match namespace {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::Word,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Compatibility,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::Math,
            "urn:oasis:names:tc:opendocument:xmlns:text:1.0" => Self::OdfText,
            "urn:oasis:names:tc:opendocument:xmlns:table:1.0" => Self::OdfTable,
            "urn:oasis:names:tc:opendocument:xmlns:office:1.0" => Self::OdfOffice,
            "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" => Self::OdfDraw,
            "urn:oasis:names:tc:opendocument:xmlns:style:1.0" => Self::OdfStyle,
            _ if namespace.contains("legaldocml/ns/akn") || namespace.contains("akomantoso.org") => {
                Self::AkomaNtoso
            }
            _ => Self::Other,
        }
    }
}

/// A part, read.
#[derive(Debug, Default)]
pub struct Tree {
    nodes: Vec<Node>,
    attributes: Vec<(u32, Text)>,
    names: Vec<(Space, String)>,
    text: String,
    /// Whether all of it could be read.
    pub is_whole: bool,
}

/// A run of the tree's text.
#[derive(Clone, Copy, Debug)]
struct Text {
    start: u32,
    end: u32,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    kind: Kind,
    next: Option<u32>,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Element { name: u32, first_child: Option<u32>, attributes: (u32, u32) },
    Text(Text),
}

/// An element of a tree.
#[derive(Clone, Copy, Debug)]
pub struct Element<'t> {
    tree: &'t Tree,
    name: u32,
    first_child: Option<u32>,
    attributes: (u32, u32),
}

/// The content of an element: text or a child.
#[derive(Clone, Copy, Debug)]
pub enum XmlContent<'t> {
    /// Another element.
    Element(Element<'t>),
    /// Words.
    Text(&'t str),
}

impl Tree {
    /// Reads a part.
    pub fn read(bytes: &[u8]) -> Self {
        let text = encoding::marked(bytes).unwrap_or_else(|| String::from_utf8_lossy(bytes));
        Builder::default().read(&text)
    }

    /// Its outermost element.
    pub fn root(&self) -> Option<Element<'_>> {
        let mut at = if self.nodes.is_empty() { None } else { Some(0) };
        while let Some(node) = at.and_then(|at: u32| self.nodes.get(at as usize)) {
            if let XmlContent::Element(element) = self.content(node) {
                return Some(element);
            }
            at = node.next;
        }
        None
    }

    fn content(&self, node: &Node) -> XmlContent<'_> {
        match node.kind {
            Kind::Element { name, first_child, attributes } => {
                XmlContent::Element(Element { tree: self, name, first_child, attributes })
            }
            Kind::Text(text) => XmlContent::Text(self.text_of(text)),
        }
    }

    fn text_of(&self, text: Text) -> &str {
        self.text.get(text.start as usize..text.end as usize).unwrap_or_default()
    }
}

impl<'t> Element<'t> {
    /// Its vocabulary and its name in it.
    pub fn name(self) -> (Space, &'t str) {
        self.tree.names.get(self.name as usize).map_or((Space::Other, ""), |(space, name)| (*space, name))
    }

    /// Whether this is its name.
    pub fn is(self, space: Space, name: &str) -> bool {
        self.name() == (space, name)
    }

    /// Its content, in order.
    pub fn contents(self) -> impl Iterator<Item = XmlContent<'t>> {
        let nodes = &self.tree.nodes;
        let node = |at: Option<u32>| at.and_then(|at| nodes.get(at as usize));
        std::iter::successors(node(self.first_child), move |last| node(last.next))
            .map(|node| self.tree.content(node))
    }

    /// The elements that it holds, in order.
    pub fn elements(self) -> impl Iterator<Item = Element<'t>> {
        self.contents().filter_map(|content| match content {
            XmlContent::Element(element) => Some(element),
            XmlContent::Text(_) => None,
        })
    }

    /// Of alternatives the one for newer programs: a text box is in the file again for older ones.
    pub fn chosen(self) -> Option<Element<'t>> {
        self.child("Choice").or_else(|| self.child("Fallback"))
    }

    /// The first element that it holds of this name, in its own vocabulary.
    pub fn child(self, name: &str) -> Option<Element<'t>> {
        let space = self.name().0;
        self.elements().find(|element| element.is(space, name))
    }

    /// An attribute's value, whatever its prefix.
    pub fn attribute(self, name: &str) -> Option<&'t str> {
        let (start, end) = self.attributes;
        let attributes = self.tree.attributes.get(start as usize..end as usize)?;
        let (_, value) = attributes
            .iter()
            .find(|(at, _)| self.tree.names.get(*at as usize).is_some_and(|(_, attribute)| attribute == name))?;
        Some(self.tree.text_of(*value))
    }

    /// The `val` of an element that it holds: how Word writes most properties.
    pub fn value(self, child: &str) -> Option<&'t str> {
        self.child(child)?.attribute("val")
    }

    /// Whether a property that is on or off is on; `None` if it is not there.
    pub fn switch(self, child: &str) -> Option<bool> {
        let value = self.child(child)?.attribute("val");
        Some(value.is_none_or(is_on))
    }

    /// Whether an attribute that is on or off is there and on.
    pub fn is_on(self, attribute: &str) -> bool {
        self.attribute(attribute).is_some_and(is_on)
    }

    /// All words within, without any order of reading.
    pub fn text(self) -> String {
        let mut text = String::new();
        self.push_text(&mut text);
        text
    }

    fn push_text(self, into: &mut String) {
        for content in self.contents() {
            match content {
                XmlContent::Text(text) => into.push_str(text),
                XmlContent::Element(element) => element.push_text(into),
            }
        }
    }
}

fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off" | "none")
}

#[derive(Default)]
struct Builder {
    tree: Tree,
    known: HashMap<(Space, String), u32, FixedState>,
    /// The prefixes of the elements that are open and kept: what is nested too deep binds none.
    vocabularies: NamespaceResolver,
    /// The open elements, and the last node of each.
    open: Vec<(u32, Option<u32>)>,
    last_at_top: Option<u32>,
    /// How many open elements are nested too deep to be kept.
    n_too_deep: usize,
}

impl Builder {
    fn read(mut self, source: &str) -> Tree {
        let mut reader = Reader::from_str(source);
        let config = reader.config_mut();
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        self.tree.is_whole = true;
        loop {
            let Ok(event) = reader.read_event() else {
                self.tree.is_whole = false;
                break;
            };
            match event {
                Event::Start(start) => self.open(&start),
                Event::Empty(start) => {
                    self.open(&start);
                    self.close();
                }
                Event::End(_) => self.close(),
                Event::Text(text) => self.push_text(&text.xml_content(XmlVersion::Implicit1_0)),
                Event::CData(text) => self.push_text(&text),
                Event::GeneralRef(name) => match name.resolve_char_ref() {
                    Ok(Some(letter)) => self.push_text(letter.encode_utf8(&mut [0; 4])),
                    _ => match quick_xml::escape::resolve_predefined_entity(&name) {
                        Some(letter) => self.push_text(letter),
                        None => self.push_text(&["&", &*name, ";"].concat()),
                    },
                },
                Event::Eof => break,
                _ => {}
            }
        }
        self.tree.is_whole &= self.open.is_empty() && self.tree.root().is_some();
        self.tree
    }

    fn open(&mut self, start: &BytesStart<'_>) {
        if self.n_too_deep > 0 || self.open.len() >= MAX_DEPTH {
            self.n_too_deep += 1;
            self.tree.is_whole = false;
            return;
        }
        // An element that binds too many names is there all the same.
        self.tree.is_whole &= self.vocabularies.push(start).is_ok();
        let space = match self.vocabularies.resolve_element(start.name()).0 {
            ResolveResult::Bound(namespace) => Space::of(namespace.0),
            _ => Space::Other,
        };
        let first = self.tree.attributes.len() as u32;
        for attribute in start.attributes().with_checks(false).flatten() {
            let name = self.name(Space::Other, attribute.key.local_name().as_ref());
            let value = match attribute.normalized_value(XmlVersion::Implicit1_0) {
                Ok(value) => self.keep(&value),
                Err(_) => self.keep(&attribute.value),
            };
            self.tree.attributes.push((name, value));
        }
        let name = self.name(space, start.local_name().as_ref());
        let attributes = (first, self.tree.attributes.len() as u32);
        let at = self.add(Kind::Element { name, first_child: None, attributes });
        self.open.push((at, None));
    }

    fn close(&mut self) {
        if self.n_too_deep > 0 {
            self.n_too_deep -= 1;
        } else if self.open.pop().is_some() {
            self.vocabularies.pop();
        }
    }

    fn push_text(&mut self, text: &str) {
        if self.n_too_deep == 0 && !self.open.is_empty() {
            let text = self.keep(text);
            self.add(Kind::Text(text));
        }
    }

    fn add(&mut self, kind: Kind) -> u32 {
        let at = self.tree.nodes.len() as u32;
        self.tree.nodes.push(Node { kind, next: None });
        let last = match self.open.last_mut() {
            Some((parent, last)) => {
                if last.is_none()
                    && let Some(Node { kind: Kind::Element { first_child, .. }, .. }) =
                        self.tree.nodes.get_mut(*parent as usize)
                {
                    *first_child = Some(at);
                }
                last
            }
            None => &mut self.last_at_top,
        };
        if let Some(last) = last.and_then(|last| self.tree.nodes.get_mut(last as usize)) {
            last.next = Some(at);
        }
        *last = Some(at);
        at
    }

    fn keep(&mut self, text: &str) -> Text {
        let start = self.tree.text.len() as u32;
        self.tree.text.push_str(text);
        Text { start, end: self.tree.text.len() as u32 }
    }

    fn name(&mut self, space: Space, name: &str) -> u32 {
        // The same few names, ten thousand times.
        let key = (space, name.to_owned());
        if let Some(at) = self.known.get(&key) {
            return *at;
        }
        let at = self.tree.names.len() as u32;
        self.tree.names.push(key.clone());
        self.known.insert(key, at);
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_read_up_to_its_fault() {
        let tree = Tree::read(b"<a><b>one</b><b>two &amp; &#x41;&unknown;</b><c");
        assert!(!tree.is_whole);
        let texts: Vec<String> = tree.root().unwrap().elements().map(Element::text).collect();
        assert_eq!(texts, ["one", "two & A&unknown;"]);
    }

    #[test]
    fn entities_of_a_documents_own_are_not_expanded() {
        let tree = Tree::read(
            b"<!DOCTYPE a [<!ENTITY x \"xxxxxxxx\"><!ENTITY y SYSTEM \"file:///etc/passwd\">]><a>&x;&y;</a>",
        );
        assert_eq!(tree.root().unwrap().text(), "&x;&y;");
    }

    #[test]
    fn a_hundred_thousand_nested_elements_neither_overflow_nor_stop_what_follows() {
        let deep = ["<r>", &"<a>".repeat(100_000), "x", &"</a>".repeat(100_000), "<b>after</b></r>"].concat();
        let tree = Tree::read(deep.as_bytes());
        assert!(!tree.is_whole);
        assert_eq!(tree.root().unwrap().child("b").map(Element::text).as_deref(), Some("after"));
    }
}
