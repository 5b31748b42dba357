//! Writes small PDFs: pages of text at places, with a structure tree or none.

use std::fmt::Write;

/// A PDF being written.
#[derive(Default)]
pub struct Writer {
    pages: Vec<Page>,
    root: Option<Element>,
    /// The file's own names for roles: `/Fussnote /Note`.
    pub roles: String,
    /// The forms that pages draw: `/Fm0`, `/Fm1`…, each with its content.
    pub forms: Vec<String>,
    /// Objects that come as they are, from number 900 on.
    pub raw: Vec<String>,
}

#[derive(Default)]
struct Page {
    content: String,
    n_marked: u32,
}

/// An element of the structure tree.
#[derive(Clone, Default)]
pub struct Element {
    role: &'static str,
    kids: Vec<Kid>,
    /// Further entries of its dictionary.
    extra: String,
}

#[derive(Clone)]
enum Kid {
    Element(Element),
    /// The page, the number, and how it is written.
    Content(usize, u32, Reference),
    Raw(String),
}

/// How an element points to content.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// A number, on the element's own page.
    Number,
    /// A dictionary that names the page.
    Dictionary,
    /// A dictionary that names the form too.
    Form(u32),
}

impl Element {
    pub fn new(role: &'static str) -> Self {
        Self { role, ..Self::default() }
    }

    pub fn of(role: &'static str, kids: impl IntoIterator<Item = Self>) -> Self {
        Self { role, kids: kids.into_iter().map(Kid::Element).collect(), extra: String::new() }
    }

    pub fn extra(mut self, entries: &str) -> Self {
        self.extra.push_str(entries);
        self
    }

    pub fn element(mut self, kid: Self) -> Self {
        self.kids.push(Kid::Element(kid));
        self
    }

    pub fn content(mut self, (page, number): (usize, u32), reference: Reference) -> Self {
        self.kids.push(Kid::Content(page, number, reference));
        self
    }

    pub fn at(self, place: (usize, u32)) -> Self {
        self.content(place, Reference::Number)
    }

    pub fn raw(mut self, kid: &str) -> Self {
        self.kids.push(Kid::Raw(kid.to_owned()));
        self
    }
}

/// A line of text at a place, in a size.
pub fn line(x: f32, y: f32, size: f32, text: &str) -> String {
    font_line("F1", x, y, size, text)
}

pub fn font_line(font: &str, x: f32, y: f32, size: f32, text: &str) -> String {
    format!("BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({}) Tj ET\n", escaped(text))
}

/// Windows-1252 in octal, where it is not ASCII.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '(' | ')' | '\\' => out.extend(['\\', letter]),
            ' '..='~' => out.push(letter),
            '’' => out.push_str("\\222"),
            '“' => out.push_str("\\223"),
            '”' => out.push_str("\\224"),
            '–' => out.push_str("\\226"),
            letter => {
                let _ = write!(out, "\\{:03o}", letter as u32);
            }
        }
    }
    out
}

impl Writer {
    /// Begins a page.
    pub fn page(&mut self) -> &mut Self {
        self.pages.push(Page::default());
        self
    }

    /// Puts content on the last page.
    pub fn put(&mut self, content: &str) -> &mut Self {
        self.pages.last_mut().unwrap().content.push_str(content);
        self
    }

    /// Puts content that the structure refers to, and says where it is.
    pub fn mark(&mut self, content: &str) -> (usize, u32) {
        let number = self.pages.len() - 1;
        let page = self.pages.last_mut().unwrap();
        let _ = writeln!(page.content, "/P << /MCID {} >> BDC\n{content}EMC", page.n_marked);
        page.n_marked += 1;
        (number, page.n_marked - 1)
    }

    /// Puts what is no part of the content.
    pub fn artifact(&mut self, content: &str) -> &mut Self {
        self.put(&format!("/Artifact << /Type /Pagination >> BDC\n{content}EMC\n"))
    }

    pub fn structure(&mut self, root: Element) -> &mut Self {
        self.root = Some(root);
        self
    }

    /// The file. Objects: 1 catalogue, 2 pages, 3 structure, 4 font, 5 italics; 10 and on pages, 300 and on their
    /// contents, 500 and on forms, 900 and on raw ones, 1000 and on elements.
    pub fn bytes(&self) -> Vec<u8> {
        let mut objects: Vec<(usize, String)> = Vec::new();
        let structure = if self.root.is_some() { "/StructTreeRoot 3 0 R /MarkInfo << /Marked true >>" } else { "" };
        objects.push((1, format!("<< /Type /Catalog /Pages 2 0 R {structure} >>")));
        let kids: Vec<String> = (0..self.pages.len()).map(|i| format!("{} 0 R", 10 + i)).collect();
        objects.push((2, format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), kids.len())));
        let font =
            |name: &str| format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>");
        objects.push((4, font("Times-Roman")));
        objects.push((5, font("Times-Italic")));
        let forms: Vec<String> = (0..self.forms.len()).map(|i| format!("/Fm{i} {} 0 R", 500 + i)).collect();
        let resources =
            format!("<< /Font << /F1 4 0 R /F2 5 0 R /F3 900 0 R >> /XObject << {} >> >>", forms.join(" "));
        let stream = |entries: &str, content: &str| {
            format!("<< {entries} /Length {} >>\nstream\n{content}\nendstream", content.len())
        };
        for (i, page) in self.pages.iter().enumerate() {
            objects.push((
                10 + i,
                format!(
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {} 0 R /Resources {resources} >>",
                    300 + i
                ),
            ));
            objects.push((300 + i, stream("", &page.content)));
        }
        for (i, form) in self.forms.iter().enumerate() {
            let entries = format!("/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources {resources}");
            objects.push((500 + i, stream(&entries, form)));
        }
        objects.extend(self.raw.iter().enumerate().map(|(i, raw)| (900 + i, raw.clone())));
        if let Some(root) = &self.root {
            let mut next = 1000;
            let kid = write_element(root, 3, &mut next, &mut objects);
            objects.push((3, format!("<< /Type /StructTreeRoot /K {kid} 0 R /RoleMap << {} >> >>", self.roles)));
        }
        file(objects)
    }
}

fn write_element(element: &Element, parent: usize, next: &mut usize, objects: &mut Vec<(usize, String)>) -> usize {
    let number = *next;
    *next += 1;
    let page = element.kids.iter().find_map(|kid| match kid {
        Kid::Content(page, _, Reference::Number) => Some(format!("/Pg {} 0 R", 10 + page)),
        _ => None,
    });
    let mut kids = Vec::new();
    for kid in &element.kids {
        kids.push(match kid {
            Kid::Element(kid) => format!("{} 0 R", write_element(kid, number, next, objects)),
            Kid::Content(_, number, Reference::Number) => number.to_string(),
            Kid::Content(page, number, Reference::Dictionary) => {
                format!("<< /Type /MCR /Pg {} 0 R /MCID {number} >>", 10 + page)
            }
            Kid::Content(page, number, Reference::Form(form)) => {
                format!("<< /Type /MCR /Pg {} 0 R /Stm {} 0 R /MCID {number} >>", 10 + page, 500 + form)
            }
            Kid::Raw(raw) => raw.clone(),
        });
    }
    // One kid may stand without an array.
    let kids = if let [kid] = kids.as_slice() { kid.clone() } else { format!("[{}]", kids.join(" ")) };
    objects.push((
        number,
        format!(
            "<< /Type /StructElem /S /{} /P {parent} 0 R /K {kids} {} {} >>",
            element.role,
            page.unwrap_or_default(),
            element.extra
        ),
    ));
    number
}

fn file(mut objects: Vec<(usize, String)>) -> Vec<u8> {
    objects.sort_by_key(|(number, _)| *number);
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut table = String::from("0 1\n0000000000 65535 f \n");
    for (number, body) in &objects {
        let _ = write!(table, "{number} 1\n{:010} 00000 n \n", out.len());
        out.extend(format!("{number} 0 obj\n{body}\nendobj\n").bytes());
    }
    let at = out.len();
    let size = objects.last().map_or(1, |(number, _)| number + 1);
    out.extend(format!("xref\n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n").bytes());
    out
}
