//! Interprets a page's content stream: yields its glyphs with position, style and marked content.

use super::compose::is_right_to_left;
use super::encoding;
use super::font::{Code, Font, Letters};
use super::glyph::{Artifact, Glyph, MarkedContent, PageText};
use super::operands::{Operands, finite};
use super::stream::{decoded, page_content};
use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, String as PdfString};
use hayro_syntax::page::{Page, Resources};
use std::collections::HashMap;
use std::rc::Rc;

/// A page that does more is cut short.
const MOST_OPERATIONS: u32 = 2_000_000;
/// A page of more letters is cut short.
const MOST_LETTERS: usize = 300_000;
/// Forms inside forms, deeper than this, are left out.
const DEEPEST_FORM: u32 = 12;
/// Saved graphics states, and marked content inside marked content.
const DEEPEST_STATE: usize = 256;

type Matrix = [f32; 6];
const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `a`, then `b`.
fn product(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

fn moved(x: f32, y: f32, by: Matrix) -> Matrix {
    product([1.0, 0.0, 0.0, 1.0, x, y], by)
}

/// The fonts of a file, each read once.
#[derive(Default)]
pub struct Fonts(HashMap<(usize, usize), Rc<Font>>);

impl Fonts {
    fn of(&mut self, dict: &Dict<'_>) -> Rc<Font> {
        // Dictionaries are stretches of the file or of an unpacked object stream: their place distinguishes them.
        let key = (dict.data().as_ptr() as usize, dict.data().len());
        Rc::clone(self.0.entry(key).or_insert_with(|| Rc::new(Font::new(dict))))
    }
}

#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f32,
    letter_space: f32,
    word_space: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
    /// Whether letters are written without being painted.
    is_hidden: bool,
}

struct Interpreter<'f> {
    fonts: &'f mut Fonts,
    most: Budget,
    out: PageText,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    /// The marked contents that are open, the innermost last.
    open: Vec<Open>,
    /// `ActualText`: the words to read instead of the glyphs that follow. Their place is known at the first glyph.
    pending: Option<(String, u32)>,
    /// The first glyph of the last `ActualText`.
    first_replaced: usize,
    n_operations: u32,
    /// How many letters are written in each direction: to the right, down, to the left, up.
    directions: [usize; 4],
}

#[derive(Clone, Copy)]
struct Open {
    content: u32,
    /// Whether the letters in it are replaced by what was written at its beginning.
    replaced: bool,
}

/// Reads the letters of a page. A page whose text is printed sideways is turned, as who reads it turns it.
pub fn page_text(page: &Page<'_>, fonts: &mut Fonts, rest: &mut Budget) -> PageText {
    let (width, height) = page.render_dimensions();
    let matrix = page.initial_transform(true).as_coeffs().map(|number| number as f32);
    let (text, [right, down, left, up]) = text_from(page, matrix, (width, height), fonts, rest);
    let most = right.max(down).max(left).max(up);
    if most == right {
        return text;
    }
    let (turn, size) = if most == down {
        ([0.0, -1.0, 1.0, 0.0, 0.0, width], (height, width))
    } else if most == up {
        ([0.0, 1.0, -1.0, 0.0, height, 0.0], (height, width))
    } else {
        ([-1.0, 0.0, 0.0, -1.0, width, height], (width, height))
    };
    text_from(page, product(matrix, turn), size, fonts, rest).0
}

/// Reads the letters of a page from one side, and counts them by their direction.
fn text_from(
    page: &Page<'_>,
    matrix: Matrix,
    (width, height): (f32, f32),
    fonts: &mut Fonts,
    rest: &mut Budget,
) -> (PageText, [usize; 4]) {
    let state = State {
        matrix,
        font: None,
        size: 0.0,
        letter_space: 0.0,
        word_space: 0.0,
        stretch: 1.0,
        leading: 0.0,
        rise: 0.0,
        is_hidden: false,
    };
    if rest.n_letters == 0 || rest.n_operations == 0 {
        return (PageText { width, height, is_cut_short: true, ..PageText::default() }, [0; 4]);
    }
    let mut interpreter = Interpreter {
        fonts,
        most: Budget {
            n_operations: rest.n_operations.min(MOST_OPERATIONS),
            n_letters: rest.n_letters.min(MOST_LETTERS),
        },
        out: PageText { width, height, contents: vec![MarkedContent::default()], ..PageText::default() },
        state,
        saved: Vec::new(),
        text: IDENTITY,
        line: IDENTITY,
        open: Vec::new(),
        pending: None,
        first_replaced: 0,
        n_operations: 0,
        directions: [0; 4],
    };
    let (content, is_whole) = page_content(page);
    interpreter.out.is_cut_short = !is_whole;
    interpreter.run(&content, page.resources(), 0, 0);
    rest.n_operations = rest.n_operations.saturating_sub(interpreter.n_operations);
    rest.n_letters = rest.n_letters.saturating_sub(interpreter.out.glyphs.len());
    (interpreter.out, interpreter.directions)
}

/// How much work is left to do for a file: many pages may share one content.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    n_operations: u32,
    n_letters: usize,
}

impl Default for Budget {
    /// Ten times what the longest report needs.
    fn default() -> Self {
        Self { n_operations: 40_000_000, n_letters: 6_000_000 }
    }
}

impl Interpreter<'_> {
    fn run(&mut self, content: &[u8], resources: &Resources<'_>, form: u32, depth: u32) {
        let mut operations = UntypedIter::new(content);
        while let Some(operation) = operations.next() {
            self.n_operations += 1;
            if self.n_operations > self.most.n_operations || self.out.glyphs.len() > self.most.n_letters {
                self.out.is_cut_short = true;
                return;
            }
            let operator: &[u8] = operation.operator;
            let operands = Operands(operation.operands().collect());
            match operator {
                b"Do" => self.draw(&operands, resources, depth),
                b"BDC" | b"BMC" => self.begin_marked(&operands, resources, form),
                b"EMC" => {
                    self.replace();
                    self.open.pop();
                }
                b"Tf" => {
                    let font = operands.name(0).and_then(|name| resources.get_font(name));
                    self.state.font = font.map(|dict| self.fonts.of(&dict));
                    self.state.size = operands.number(1);
                }
                b"gs" => self.set_graphics_state(&operands, resources),
                b"BI" => self.out.has_picture = true,
                b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"S" | b"s" | b"sh" => {
                    self.out.has_drawing = true;
                }
                _ => self.text_operation(operator, &operands),
            }
        }
    }

    fn text_operation(&mut self, operator: &[u8], operands: &Operands<'_, '_>) {
        match operator {
            b"q" if self.saved.len() < DEEPEST_STATE => self.saved.push(self.state.clone()),
            b"Q" => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            b"cm" => {
                if let Some(matrix) = operands.numbers::<6>() {
                    self.state.matrix = product(matrix, self.state.matrix).map(finite);
                }
            }
            b"BT" => (self.text, self.line) = (IDENTITY, IDENTITY),
            b"Tm" => {
                if let Some(matrix) = operands.numbers::<6>() {
                    (self.text, self.line) = (matrix, matrix);
                }
            }
            b"Td" | b"TD" => {
                if let Some([x, y]) = operands.numbers::<2>() {
                    if operator == b"TD" {
                        self.state.leading = -y;
                    }
                    self.next_line(x, y);
                }
            }
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"Tc" => self.state.letter_space = operands.number(0),
            b"Tw" => self.state.word_space = operands.number(0),
            b"Tz" => self.state.stretch = operands.number(0) / 100.0,
            b"TL" => self.state.leading = operands.number(0),
            b"Tr" => self.state.is_hidden = matches!(operands.number(0) as i32, 3 | 7),
            b"Ts" => self.state.rise = operands.number(0),
            b"Tj" => self.show(operands),
            b"'" | b"\"" => {
                if let (b"\"", [word_space, letter_space, ..]) =
                    (operator, [operands.number(0), operands.number(1)])
                {
                    (self.state.word_space, self.state.letter_space) = (word_space, letter_space);
                }
                self.next_line(0.0, -self.state.leading);
                self.show(operands);
            }
            b"TJ" => {
                if let Some(Object::Array(items)) = operands.last() {
                    for item in items.iter::<Object<'_>>() {
                        match item {
                            Object::String(string) => self.show_bytes(string.as_bytes()),
                            Object::Number(number) => {
                                let back = finite(number.as_f32()) / 1000.0 * self.state.size;
                                self.advance(-back * self.state.stretch);
                            }
                            _ => {}
                        }
                    }
                }
            }
            _ => {}
        }
    }

    fn next_line(&mut self, x: f32, y: f32) {
        self.line = moved(x, y, self.line).map(finite);
        self.text = self.line;
    }

    fn advance(&mut self, by: f32) {
        self.text = moved(by, 0.0, self.text).map(finite);
    }

    fn set_graphics_state(&mut self, operands: &Operands<'_, '_>, resources: &Resources<'_>) {
        let font = operands.name(0).and_then(|name| resources.get_ext_g_state(name)?.get::<Array<'_>>("Font"));
        let Some(font) = font else { return };
        if let Some(dict) = font.iter::<Dict<'_>>().next() {
            self.state.font = Some(self.fonts.of(&dict));
        }
        if let Some(size) = font.iter::<Object<'_>>().nth(1).and_then(Object::into_number) {
            self.state.size = finite(size.as_f32());
        }
    }

    fn draw(&mut self, operands: &Operands<'_, '_>, resources: &Resources<'_>, depth: u32) {
        let Some(stream) = operands.name(0).and_then(|name| resources.get_x_object(name)) else { return };
        let dict = stream.dict();
        if dict.get::<Name<'_>>("Subtype").is_none_or(|name| name.as_str() != "Form") {
            self.out.has_picture = true;
            return;
        }
        let content = if depth < DEEPEST_FORM { decoded(&stream) } else { None };
        let Some(content) = content else {
            self.out.is_cut_short = true;
            return;
        };
        // Unpacking costs as much as many operations.
        self.n_operations = self.n_operations.saturating_add(100 + (content.len() / 64) as u32);
        let (state, saved) = (self.state.clone(), std::mem::take(&mut self.saved));
        let (text, line) = (self.text, self.line);
        let n_open = self.open.len();
        let numbers = dict.get::<Array<'_>>("Matrix").map(|matrix| matrix.iter::<Number>().collect::<Vec<_>>());
        if let Some([a, b, c, d, e, f]) = numbers.as_deref() {
            let matrix = [a, b, c, d, e, f].map(|number| finite(number.as_f32()));
            self.state.matrix = product(matrix, self.state.matrix).map(finite);
        }
        let own = dict.get::<Dict<'_>>("Resources").map(Resources::new);
        let form = stream.obj_id().obj_number;
        self.run(&content, own.as_ref().unwrap_or(resources), form, depth + 1);
        self.open.truncate(n_open);
        (self.state, self.saved) = (state, saved);
        (self.text, self.line) = (text, line);
    }

    fn begin_marked(&mut self, operands: &Operands<'_, '_>, resources: &Resources<'_>, form: u32) {
        let parent = self.open.last().copied().unwrap_or(Open { content: 0, replaced: false });
        let tag = operands.name(0).map(Name::as_str).unwrap_or_default();
        let properties = match operands.0.get(1) {
            Some(Object::Dict(dict)) => dict.clone(),
            Some(Object::Name(name)) => resources.properties.get::<Dict<'_>>(name.as_ref()).unwrap_or_default(),
            _ => Dict::empty(),
        };
        let mcid = properties.get::<i32>("MCID");
        let is_pagination = properties.get::<Name<'_>>("Type").is_some_and(|name| name.as_str() == "Pagination");
        let artifact = match tag {
            "Artifact" if is_pagination => Some(Artifact::Pagination),
            "Artifact" => Some(Artifact::Other),
            _ => None,
        };
        let mut open = parent;
        if mcid.is_some() || artifact.is_some() {
            let outer = self.out.contents.get(parent.content as usize).cloned().unwrap_or_default();
            let form = if mcid.is_some() { form } else { outer.form };
            let content = MarkedContent { form, mcid: mcid.or(outer.mcid), artifact: artifact.or(outer.artifact) };
            open.content = self.out.contents.len() as u32;
            self.out.contents.push(content);
        }
        let replacement = properties.get::<PdfString<'_>>("ActualText").filter(|_| !parent.replaced);
        if self.open.len() < DEEPEST_STATE {
            self.open.push(Open { replaced: open.replaced || replacement.is_some(), ..open });
        }
        if let Some(words) = replacement {
            self.replace();
            self.pending = Some((text_string(words.as_bytes()), open.content));
        }
    }

    /// Writes the `ActualText`, if there is one.
    fn replace(&mut self) {
        let Some((words, content)) = self.pending.take() else { return };
        let glyph = self.glyph(0.0, content);
        self.first_replaced = self.out.glyphs.len();
        for letter in words.chars() {
            self.out.glyphs.push(Glyph { letter, ..glyph });
        }
    }

    /// A letter at the place where we are.
    fn glyph(&self, width: f32, content: u32) -> Glyph {
        let State { size, stretch, rise, .. } = self.state;
        let all = product([size * stretch, 0.0, 0.0, size, 0.0, rise], product(self.text, self.state.matrix));
        let [along, along_y, across, up, left, base] = all.map(finite);
        let font = self.state.font.as_deref();
        Glyph {
            letter: ' ',
            left,
            right: finite(left + along * width),
            base,
            size: across.hypot(up),
            is_italic: font.is_some_and(|font| font.is_italic)
                || up != 0.0 && (across / up).abs() > 0.15 && along_y == 0.0,
            is_bold: font.is_some_and(|font| font.is_bold),
            is_upright: along > 0.0 && along_y.abs() < along * 0.1,
            content,
        }
    }

    fn show(&mut self, operands: &Operands<'_, '_>) {
        if let Some(string) = operands.string() {
            self.show_bytes(string.as_bytes());
        }
    }

    fn show_bytes(&mut self, bytes: &[u8]) {
        let Some(font) = self.state.font.clone() else { return };
        let open = self.open.last().copied().unwrap_or(Open { content: 0, replaced: false });
        font.each_code(bytes, |code| self.show_code(&code, open));
    }

    fn show_code(&mut self, code: &Code, open: Open) {
        let State { size, letter_space, word_space, stretch, .. } = self.state;
        let word_space = if code.is_word_space { word_space } else { 0.0 };
        if open.replaced {
            self.replace();
            // The replaced text ends where the last glyph does. Right-to-left letters of one glyph share its place, so that
            // they stay in their order.
            let end = self.glyph(code.width, open.content).right;
            let last = self.out.glyphs.len().saturating_sub(1);
            let first = self.first_replaced.min(last);
            for (at, glyph) in self.out.glyphs.iter_mut().enumerate().skip(first) {
                if at == last || is_right_to_left(glyph.letter) {
                    glyph.right = glyph.right.max(end);
                }
            }
        } else {
            match &code.letters {
                Letters::One('\0') => {}
                Letters::One(letter) => self.push(&[*letter], code.width, open.content),
                Letters::Several(letters) => {
                    let letters: Vec<char> = letters.chars().take(16).collect();
                    self.push(&letters, code.width, open.content);
                }
                Letters::Unknown => {
                    self.out.n_unknown += 1;
                    self.push(&['\u{fffd}'], code.width, open.content);
                }
            }
        }
        self.count_direction();
        self.advance((code.width * size + letter_space + word_space) * stretch);
    }

    fn count_direction(&mut self) {
        self.out.n_hidden += usize::from(self.state.is_hidden);
        let [along, along_y, ..] = product(self.text, self.state.matrix);
        let direction = match (along.abs() > along_y.abs(), along > 0.0, along_y > 0.0) {
            (true, true, _) => 0,
            (false, _, true) => 1,
            (true, false, _) => 2,
            (false, _, false) => 3,
        };
        if let Some(count) = self.directions.get_mut(direction) {
            *count += 1;
        }
    }

    /// Puts letters that share one glyph.
    fn push(&mut self, letters: &[char], width: f32, content: u32) {
        let mut plain = Vec::with_capacity(letters.len());
        for letter in letters {
            match encoding::plain_form(*letter) {
                Some(letters) => plain.extend(letters.chars()),
                None => plain.push(*letter),
            }
        }
        let whole = self.glyph(width, content);
        let n_letters = plain.len();
        let each = (whole.right - whole.left) / n_letters.max(1) as f32;
        for (i, letter) in plain.into_iter().enumerate() {
            // The first of an Arabic sign's letters is on its right: «ﻻ».
            let place = if is_right_to_left(letter) { n_letters - 1 - i } else { i };
            let left = whole.left + each * place as f32;
            self.out.glyphs.push(Glyph { letter, left, right: left + each, ..whole });
        }
    }
}

/// A string that is text: UTF-16 or UTF-8 with its mark, or Latin.
pub fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units = rest.chunks(2).map(|pair| {
                u16::from(pair.first().copied().unwrap_or(0)) << 8 | u16::from(pair.get(1).copied().unwrap_or(0))
            });
            char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect()
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => crate::intake::encoding::windows1252(bytes),
    }
}
