//! What texts are made of.

/// A sentence with blanks for names and numbers: `{}` for the next one, `{0}` for the first wherever it stands, since
/// languages order them differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blank(pub(super) &'static str);

/// The forms that a sentence takes with a number or a name, divided by bars, each with its blanks. Which one a number
/// wants is a matter of the language: see [`super::UiLanguage`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forms(pub(super) &'static str);

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

    /// What stands before the only blank, and what after it.
    pub fn around(self) -> (&'static str, &'static str) {
        let parts = self.0.split_once('{').and_then(|(before, after)| Some((before, after.strip_prefix('}')?)));
        parts.unwrap_or((self.0, ""))
    }
}

impl Forms {
    /// A form by its number; the last one stands for all after it.
    pub(super) fn form(self, at: usize) -> Blank {
        Blank(self.0.split('|').take(at + 1).last().unwrap_or_default())
    }
}

/// What a field of the texts can be, as a list of its strings.
#[cfg(test)]
pub(super) trait Lines {
    /// Adds its strings.
    fn list(&self, lines: &mut Vec<&'static str>);
}

#[cfg(test)]
impl Lines for &'static str {
    fn list(&self, lines: &mut Vec<&'static str>) {
        lines.push(self);
    }
}

#[cfg(test)]
impl<T: Lines> Lines for &'static T {
    fn list(&self, lines: &mut Vec<&'static str>) {
        (**self).list(lines);
    }
}

#[cfg(test)]
impl Lines for Blank {
    fn list(&self, lines: &mut Vec<&'static str>) {
        lines.push(self.0);
    }
}

#[cfg(test)]
impl Lines for Forms {
    fn list(&self, lines: &mut Vec<&'static str>) {
        lines.push(self.0);
    }
}

#[cfg(test)]
impl<A: Lines, B: Lines> Lines for (A, B) {
    fn list(&self, lines: &mut Vec<&'static str>) {
        self.0.list(lines);
        self.1.list(lines);
    }
}

#[cfg(test)]
impl<T: Lines, const N: usize> Lines for [T; N] {
    fn list(&self, lines: &mut Vec<&'static str>) {
        for item in self {
            item.list(lines);
        }
    }
}

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
    fn a_numbered_blank_takes_its_word_wherever_it_stands() {
        assert_eq!(Blank("在{1}段中有{0}个").with_all(&["27", "12"]), "在12段中有27个");
    }

    #[test]
    fn the_last_form_stands_for_all_after_it() {
        assert_eq!(Forms("un|deux").form(0), Blank("un"));
        assert_eq!(Forms("un|deux").form(1), Blank("deux"));
        assert_eq!(Forms("un|deux").form(5), Blank("deux"));
    }
}
