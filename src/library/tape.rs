//! Values on their way into a file and out of it again, by one description for both.
//!
//! A description names the parts of a value to a tape, one after the other, and the tape decides whether they go or come.
//! The numbers lie in columns, each with its like, and the strings together after them: so they compress to two thirds of
//! what they take in the order they are met. What reads a number here is a call; a derived reader is a page of code for
//! each type, and every reader waits for that.

/// Which numbers lie together.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// How many bytes of a text stand elsewhere.
    Text,
    /// How many there are of something that there are few of, and whether it is there at all.
    Few,
    /// Paragraphs, by name.
    Paragraph,
    /// The part that a paragraph stands in, and its level.
    Part,
    /// How many clauses, notes and references a paragraph has.
    Within,
    /// The marks of notes.
    Mark,
    /// Symbols.
    Symbol,
    /// Where notes, references and mends stand, and how long they are.
    Place,
    /// Where clauses and their initiating phrases begin.
    Clause,
    /// How long these are.
    ClauseLength,
    /// Verbs.
    Verb,
    /// What they do.
    Action,
    /// Of what class that is.
    Class,
    /// How many actors a clause has.
    Actors,
    /// Actors, by name.
    Actor,
    /// In what role.
    Role,
    /// Where they are named.
    ActorPlace,
    /// In how many bytes.
    ActorLength,
    /// How many topics a clause has.
    Topics,
    /// Topics, by name.
    Topic,
    /// How many words are the evidence of a topic.
    Evidence,
    /// Where these stand.
    EvidencePlace,
    /// How long they are.
    EvidenceLength,
    /// Shares in per cent, dates, digests: what is like nothing else.
    Other,
}

const N_COLUMNS: usize = Column::Other as usize + 1;

/// Takes values, or gives them.
pub(super) trait Tape {
    /// A number of a column.
    fn number(&mut self, column: Column, number: &mut u32);

    /// A string without line breaks.
    fn string(&mut self, string: &mut String);

    /// A string that comes again: only the first time in full, after that by its number among those of its column.
    fn name(&mut self, column: Column, name: &mut String);
}

/// Anything that a number stands for.
pub(super) trait Numbered: Sized {
    /// The number.
    fn number(&self) -> u32;

    /// What the number stands for.
    fn of_number(number: u32) -> Self;

    /// Takes it to a tape.
    fn carry(&mut self, tape: &mut impl Tape, column: Column) {
        let mut number = self.number();
        tape.number(column, &mut number);
        *self = Self::of_number(number);
    }
}

macro_rules! numbered {
    ($($number:ident)*) => {$(
        impl Numbered for $number {
            fn number(&self) -> u32 {
                u32::from(*self)
            }

            fn of_number(number: u32) -> Self {
                number as Self
            }
        }
    )*};
}

numbered!(u8 u16 u32);

impl Numbered for bool {
    fn number(&self) -> u32 {
        u32::from(*self)
    }

    fn of_number(number: u32) -> Self {
        number != 0
    }
}

/// One more than the number; 0 is none.
impl<T: Numbered> Numbered for Option<T> {
    fn number(&self) -> u32 {
        self.as_ref().map_or(0, |some| some.number() + 1)
    }

    fn of_number(number: u32) -> Self {
        number.checked_sub(1).map(T::of_number)
    }
}

/// The cases of an enum, by their places among all.
macro_rules! cases {
    ($($of:ident)*) => {$(
        impl Numbered for $of {
            fn number(&self) -> u32 {
                Self::ALL.iter().position(|case| case == self).unwrap_or_default() as u32
            }

            fn of_number(number: u32) -> Self {
                Self::ALL.get(number as usize).copied().unwrap_or(Self::ALL[0])
            }
        }
    )*};
}

pub(super) use cases;

/// Each of a list, and how many they are.
pub(super) fn each<P: Tape, T: Default>(
    tape: &mut P,
    column: Column,
    list: &mut Vec<T>,
    mut carry: impl FnMut(&mut P, &mut T),
) {
    let mut n = list.len() as u32;
    tape.number(column, &mut n);
    list.resize_with(n as usize, T::default);
    for item in list {
        carry(tape, item);
    }
}

/// What may be there or not.
pub(super) fn maybe<P: Tape, T: Default>(tape: &mut P, value: &mut Option<T>, carry: impl FnOnce(&mut P, &mut T)) {
    let mut is_there = value.is_some();
    is_there.carry(tape, Column::Few);
    if is_there {
        carry(tape, value.get_or_insert_with(T::default));
    }
}

/// A tape that takes values.
#[derive(Default)]
pub(super) struct Writer {
    columns: [Vec<u8>; N_COLUMNS],
    strings: String,
    names: Names,
}

impl Writer {
    /// The file: how long each column is, the columns, the strings.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for column in &self.columns {
            write_number(&mut bytes, column.len() as u32);
        }
        for column in &self.columns {
            bytes.extend_from_slice(column);
        }
        bytes.extend_from_slice(self.strings.as_bytes());
        bytes
    }
}

impl Tape for Writer {
    fn number(&mut self, column: Column, number: &mut u32) {
        if let Some(column) = self.columns.get_mut(column as usize) {
            write_number(column, *number);
        }
    }

    fn string(&mut self, string: &mut String) {
        self.strings.push_str(string);
        self.strings.push('\n');
    }

    fn name(&mut self, column: Column, name: &mut String) {
        let known = self.names.of(column).position(|known| known == name);
        self.number(column, &mut known.map_or(0, |known| known as u32 + 1));
        if known.is_none() {
            self.string(name);
            self.names.meet(column, name);
        }
    }
}

/// A tape that gives values. Where there are none left, it gives zeros and empty strings.
#[derive(Default)]
pub(super) struct Reader<'b> {
    columns: [&'b [u8]; N_COLUMNS],
    strings: &'b str,
    names: Names,
}

impl<'b> Reader<'b> {
    /// The values of a file; nothing if it is none.
    pub fn new(mut bytes: &'b [u8]) -> Option<Self> {
        let mut reader = Self::default();
        let lengths = [(); N_COLUMNS].map(|()| read_number(&mut bytes));
        for (column, length) in reader.columns.iter_mut().zip(lengths) {
            (*column, bytes) = bytes.split_at_checked(length as usize)?;
        }
        reader.strings = str::from_utf8(bytes).ok()?;
        Some(reader)
    }
}

impl Tape for Reader<'_> {
    fn number(&mut self, column: Column, number: &mut u32) {
        *number = self.columns.get_mut(column as usize).map(read_number).unwrap_or_default();
    }

    fn string(&mut self, string: &mut String) {
        let (first, rest) = self.strings.split_once('\n').unwrap_or_default();
        self.strings = rest;
        string.push_str(first);
    }

    fn name(&mut self, column: Column, name: &mut String) {
        let mut number = 0;
        self.number(column, &mut number);
        if number == 0 {
            self.string(name);
            self.names.meet(column, name);
        } else if let Some(known) = self.names.of(column).nth(number as usize - 1) {
            name.push_str(known);
        }
    }
}

/// The names that were met, each with its column.
#[derive(Default)]
struct Names(Vec<(Column, String)>);

impl Names {
    /// Those of a column, in the order they were met.
    fn of(&self, column: Column) -> impl Iterator<Item = &String> {
        self.0.iter().filter(move |(of, _)| *of == column).map(|(_, name)| name)
    }

    fn meet(&mut self, column: Column, name: &str) {
        self.0.push((column, name.to_owned()));
    }
}

/// Seven bits a byte, the lowest first; the eighth says whether more follow.
fn write_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn read_number(bytes: &mut &[u8]) -> u32 {
    let mut number = 0;
    let mut shift = 0;
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u32::from(byte & 0x7f).unbounded_shl(shift);
        shift += 7;
        if *byte < 0x80 {
            break;
        }
    }
    number
}
