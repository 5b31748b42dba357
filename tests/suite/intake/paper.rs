//! A small writer of PDFs: lines of text at places on pages, with or without a structure tree.

use std::fmt::Write;

/// A file that is being written.
#[derive(Default)]
pub struct Paper {
    pages: Vec<String>,
    n_marked: Vec<u32>,
    /// The tree, if it has one.
    root: Vec<Element>,
    /// Further objects, from number [`FIRST_FREE`] on.
    pub objects: Vec<String>,
    /// More entries of each page's resources.
    pub resources: String,
    /// How far a reader turns each page to the right, in degrees.
    pub turned: u32,
}

/// Pages and what belongs to them come after these.
const FIRST_PAGE: usize = 1000;
/// The number of the first of [`Paper::objects`].
pub const FIRST_FREE: usize = 100;

/// An element of the tree.
#[derive(Clone)]
pub struct Element {
    pub role: &'static str,
    pub kids: Vec<Kid>,
    /// More entries of its dictionary.
    pub more: &'static str,
}

#[derive(Clone)]
pub enum Kid {
    Element(Element),
    /// A page and a number on it.
    Content(usize, u32),
}

pub fn element(role: &'static str, kids: impl IntoIterator<Item = Kid>) -> Kid {
    Kid::Element(Element { role, kids: kids.into_iter().collect(), more: "" })
}

impl Paper {
    /// Adds a page.
    pub fn page(&mut self) -> &mut Self {
        self.pages.push(String::new());
        self.n_marked.push(0);
        self
    }

    /// Prints a line on the last page, so far from its left and upper edges.
    pub fn line(&mut self, left: f32, top: f32, size: f32, text: &str) -> &mut Self {
        let page = self.pages.last_mut().expect("a page");
        let text = text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
        writeln!(page, "BT /F1 {size} Tf 1 0 0 1 {left} {} Tm ({text}) Tj ET", 842.0 - top).unwrap();
        self
    }

    /// Adds operators to the last page.
    pub fn raw(&mut self, operators: &str) -> &mut Self {
        self.pages.last_mut().expect("a page").push_str(operators);
        self
    }

    /// Prints lines as one content of the tree.
    pub fn marked(&mut self, lines: &[(f32, f32, f32, &str)]) -> Kid {
        let page = self.pages.len() - 1;
        let number = self.n_marked[page];
        self.n_marked[page] += 1;
        self.raw(&format!("/P <</MCID {number}>> BDC\n"));
        for (left, top, size, text) in lines {
            self.line(*left, *top, *size, text);
        }
        self.raw("EMC\n");
        Kid::Content(page, number)
    }

    /// Puts an element into the tree.
    pub fn put(&mut self, kid: Kid) -> &mut Self {
        let Kid::Element(element) = kid else { panic!("an element") };
        self.root.push(element);
        self
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        let widths = "500 ".repeat(224);
        let mut objects: Vec<(usize, String)> = vec![(
            3,
            format!(
                "<</Type/Font/Subtype/TrueType/BaseFont/Face/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255/Widths[{widths}]>>"
            ),
        )];
        let mut page_numbers = Vec::new();
        for (i, content) in self.pages.iter().enumerate() {
            let number = FIRST_PAGE + 2 * i;
            page_numbers.push(format!("{number} 0 R"));
            objects.push((
                number,
                format!(
                    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate {}/Contents {} 0 R/Resources<</Font<</F1 3 0 R>>{}>>/StructParents {i}>>",
                    self.turned,
                    number + 1,
                    self.resources
                ),
            ));
            objects.push((number + 1, format!("<</Length {}>>stream\n{content}\nendstream", content.len())));
        }
        objects.push((2, format!("<</Type/Pages/Count {}/Kids[{}]>>", self.pages.len(), page_numbers.join(" "))));
        let tree = if self.root.is_empty() { "" } else { "/MarkInfo<</Marked true>>/StructTreeRoot 4 0 R" };
        objects.push((1, format!("<</Type/Catalog/Pages 2 0 R{tree}>>")));
        if !self.root.is_empty() {
            let kids: Vec<String> = self.root.iter().map(written).collect();
            objects.push((4, format!("<</Type/StructTreeRoot/K[{}]>>", kids.join(" "))));
        }
        objects.extend(self.objects.iter().enumerate().map(|(i, object)| (FIRST_FREE + i, object.clone())));
        file(objects)
    }
}

fn written(element: &Element) -> String {
    let kids: Vec<String> = element
        .kids
        .iter()
        .map(|kid| match kid {
            Kid::Element(element) => written(element),
            Kid::Content(page, number) => {
                format!("<</Type/MCR/Pg {} 0 R/MCID {number}>>", FIRST_PAGE + 2 * page)
            }
        })
        .collect();
    format!("<</Type/StructElem/S/{}{}/K[{}]>>", element.role, element.more, kids.join(" "))
}

/// Objects by their numbers, as a file.
pub fn file(mut objects: Vec<(usize, String)>) -> Vec<u8> {
    objects.sort_by_key(|(number, _)| *number);
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in &objects {
        places.push((*number, out.len()));
        out.extend(format!("{number} 0 obj\n").bytes());
        out.extend(object.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')));
        out.extend(b"\nendobj\n");
    }
    let start = out.len();
    let size = objects.last().map_or(0, |(number, _)| number + 1);
    out.extend(b"xref\n0 1\n0000000000 65535 f \n");
    for (number, place) in places {
        out.extend(format!("{number} 1\n{place:010} 00000 n \n").bytes());
    }
    out.extend(format!("trailer <</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes());
    out
}
