//! The types of texts.

/// A sentence with blanks for names and numbers: `{}` for the next one, `{0}` for the first wherever it is, since
/// languages order them differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blank(pub(super) &'static str);

/// The forms of a sentence for different numbers or names, separated by bars, each with its blanks. The language decides
/// which one applies: see [`super::UiLanguage`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PluralForms(pub(super) &'static str);

impl Blank {
    /// The sentence with its blank filled.
    pub fn with(self, words: &str) -> String {
        self.with_all(&[words])
    }

    /// The sentence with its blanks filled.
    pub fn with_all(self, words: &[&str]) -> String {
        let mut out = String::new();
        let mut next = 0;
        for piece in self.0.split('{') {
            let Some((which, rest)) = piece.split_once('}') else {
                out.push_str(piece);
                continue;
            };
            let at = which.bytes().next().map_or(next, |digit| usize::from(digit.wrapping_sub(b'0')));
            out.extend([words.get(at).copied().unwrap_or_default(), rest]);
            next += 1;
        }
        out
    }

    /// The text before the only blank, and the text after it.
    pub fn around(self) -> (&'static str, &'static str) {
        let parts = self.0.split_once('{').and_then(|(before, after)| Some((before, after.strip_prefix('}')?)));
        parts.unwrap_or((self.0, ""))
    }
}

impl PluralForms {
    /// A form by its index; beyond the last, the last one.
    pub(super) fn form(self, at: usize) -> Blank {
        Blank(self.0.split('|').take(at + 1).last().unwrap_or_default())
    }
}

/// The type of a field: one or more strings, each on a line of the file.
pub(super) trait Lines: Sized {
    /// Adds its strings.
    #[cfg(any(test, feature = "cli"))]
    fn list(&self, lines: &mut Vec<&'static str>);

    /// Reads its strings from a file.
    fn take(lines: &mut LinesOfFile) -> Self;
}

/// The lines of a file that are still to be read.
pub(super) struct LinesOfFile {
    lines: std::str::Split<'static, char>,
    /// Whether there were fewer lines than texts.
    pub(super) cut_off: bool,
}

impl LinesOfFile {
    pub(super) fn of(file: &'static str) -> Self {
        Self { lines: file.split('\n'), cut_off: false }
    }

    /// The next line; empty after the last one. Never inlined, since each text calls it.
    #[inline(never)]
    pub(super) fn next(&mut self) -> &'static str {
        let line = self.lines.next();
        self.cut_off |= line.is_none();
        line.unwrap_or_default()
    }
}

impl Lines for &'static str {
    #[cfg(any(test, feature = "cli"))]
    fn list(&self, lines: &mut Vec<&'static str>) {
        lines.push(self);
    }

    fn take(lines: &mut LinesOfFile) -> Self {
        lines.next()
    }
}

impl Lines for Blank {
    #[cfg(any(test, feature = "cli"))]
    fn list(&self, lines: &mut Vec<&'static str>) {
        lines.push(self.0);
    }

    fn take(lines: &mut LinesOfFile) -> Self {
        Self(lines.next())
    }
}

impl Lines for PluralForms {
    #[cfg(any(test, feature = "cli"))]
    fn list(&self, lines: &mut Vec<&'static str>) {
        lines.push(self.0);
    }

    fn take(lines: &mut LinesOfFile) -> Self {
        Self(lines.next())
    }
}

impl<A: Lines, B: Lines> Lines for (A, B) {
    #[cfg(any(test, feature = "cli"))]
    fn list(&self, lines: &mut Vec<&'static str>) {
        self.0.list(lines);
        self.1.list(lines);
    }

    fn take(lines: &mut LinesOfFile) -> Self {
        let first = A::take(lines);
        (first, B::take(lines))
    }
}

impl<T: Lines, const N: usize> Lines for [T; N] {
    #[cfg(any(test, feature = "cli"))]
    fn list(&self, lines: &mut Vec<&'static str>) {
        for item in self {
            item.list(lines);
        }
    }

    fn take(lines: &mut LinesOfFile) -> Self {
        std::array::from_fn(|_| T::take(lines))
    }
}

/// Declares a struct of texts. A file has them in the order of the fields.
macro_rules! declare {
    ($(#[$about:meta])* struct $name:ident; $($(#[$doc:meta])* pub $field:ident: $kind:ty,)*) => {
        $(#[$about])*
        #[derive(Debug)]
        pub struct $name {
            $($(#[$doc])* pub $field: $kind,)*
        }

        impl $crate::i18n::words::Lines for $name {
            #[cfg(any(test, feature = "cli"))]
            fn list(&self, lines: &mut Vec<&'static str>) {
                $($crate::i18n::words::Lines::list(&self.$field, lines);)*
            }

            fn take(lines: &mut $crate::i18n::words::LinesOfFile) -> Self {
                Self { $($field: $crate::i18n::words::Lines::take(lines),)* }
            }
        }
    };
}

pub(super) use declare;

/// A text for each case of an enum, in the enum's order, whatever the order here: `each!(Part { Annex => "Annexe", … })`.
/// A case left out does not compile.
macro_rules! each {
    ($of:ident { $($case:ident => $words:expr,)* }) => {{
        const fn place(of: $of) -> usize {
            match of {
                $($of::$case => {})*
            }
            of as usize
        }
        let mut words = [""; [$(stringify!($case)),*].len()];
        $(
            // Worked out by the compiler: a place that there is not would not compile.
            #[allow(clippy::indexing_slicing)]
            {
                words[place($of::$case)] = $words;
            }
        )*
        words
    }};
}

pub(super) use each;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_filled_in_order_and_a_missing_word_leaves_none() {
        assert_eq!(Blank("{} dans {}").with_all(&["un", "deux"]), "un dans deux");
        assert_eq!(Blank("{} dans {}").with("un"), "un dans ");
        assert_eq!(Blank("{}").with("{}"), "{}");
        assert_eq!(Blank("aucun").with("un"), "aucun");
    }

    #[test]
    fn a_numbered_blank_takes_its_word_wherever_it_is() {
        assert_eq!(Blank("在{1}段中有{0}个").with_all(&["27", "12"]), "在12段中有27个");
    }

    #[test]
    fn the_last_form_is_used_for_all_after_it() {
        assert_eq!(PluralForms("un|deux").form(0), Blank("un"));
        assert_eq!(PluralForms("un|deux").form(1), Blank("deux"));
        assert_eq!(PluralForms("un|deux").form(5), Blank("deux"));
    }
}
