//! The small words that tell where a name begins and ends.

use crate::lexicon::table::{alternatives, rows};
use crate::model::Language;

/// The words of one language, by what they tell; the table says what each kind is for.
#[derive(Debug, Default)]
pub(super) struct NameWords {
    adjectives: Vec<&'static str>,
    adjective_endings: Vec<&'static str>,
    articles: Vec<&'static str>,
    before: Vec<&'static str>,
    longest_before: usize,
    datives: Vec<&'static str>,
    infinitives: Vec<&'static str>,
    infinitive_endings: Vec<&'static str>,
    merits: Vec<&'static str>,
    no_adjectives: Vec<&'static str>,
    no_infinitives: Vec<&'static str>,
    openers: Vec<&'static str>,
    places: Vec<&'static str>,
    pub(super) qualifiers: Vec<&'static str>,
    stops: Vec<&'static str>,
}

impl NameWords {
    /// Reads the table.
    pub(super) fn load(table: &'static str, language: Language) -> Self {
        let mut all = Self::default();
        for [code, kind, words] in rows(table) {
            if code != language.code() {
                continue;
            }
            if let Some(list) = all.list(kind) {
                list.extend(alternatives(words));
            }
        }
        all.longest_before = all.before.iter().map(|word| word.len()).max().unwrap_or_default();
        all
    }

    fn list(&mut self, kind: &str) -> Option<&mut Vec<&'static str>> {
        Some(match kind {
            "adjective" => &mut self.adjectives,
            "adjective-ending" => &mut self.adjective_endings,
            "article" => &mut self.articles,
            "before" => &mut self.before,
            "dative" => &mut self.datives,
            "infinitive" => &mut self.infinitives,
            "infinitive-ending" => &mut self.infinitive_endings,
            "merit" => &mut self.merits,
            "no-adjective" => &mut self.no_adjectives,
            "no-infinitive" => &mut self.no_infinitives,
            "opener" => &mut self.openers,
            "place" => &mut self.places,
            "qualifier" => &mut self.qualifiers,
            "stop" => &mut self.stops,
            _ => return None,
        })
    }

    /// Whether a word makes the noun after it a certain one: « le », « the ».
    pub(super) fn is_article(&self, word: &str) -> bool {
        self.articles.contains(&word)
    }

    /// Whether a word is shown with the name that it stands before.
    pub(super) fn belongs_before(&self, word: &str) -> bool {
        // The words right before each name come by here, and most are longer than all of these.
        word.len() <= self.longest_before && self.before.iter().any(|known| known.eq_ignore_ascii_case(word))
    }

    /// Whether « au Liban » after a word is to Lebanon rather than in it.
    pub(super) fn governs_dative(&self, word: &str) -> bool {
        self.datives.contains(&word)
    }

    /// Whether a State after a word is where something is.
    pub(super) fn leads_to_place(&self, word: &str) -> bool {
        self.places.contains(&word)
    }

    /// Whether a word after « pour les » says what a body is thanked for and not what it is for.
    pub(super) fn is_merit(&self, word: &str) -> bool {
        self.merits.contains(&word)
    }

    /// Whether a word opens a sentence in capitals without being part of a name.
    pub(super) fn is_opener(&self, word: &str) -> bool {
        self.openers.contains(&word)
    }

    /// Whether no name goes on with a word; none does with a number.
    pub(super) fn is_stop(&self, word: &str) -> bool {
        word.is_empty() || word.starts_with(|letter: char| letter.is_ascii_digit()) || self.stops.contains(&word)
    }

    /// Whether a word after a bare « de » is an infinitive and not a noun.
    pub(super) fn is_infinitive(&self, word: &str) -> bool {
        let by_ending = word.len() > 3 && self.infinitive_endings.iter().any(|ending| word.ends_with(ending));
        self.infinitives.contains(&word) || (by_ending && !self.no_infinitives.contains(&word))
    }

    /// Whether a word is an adjective that may belong to a name.
    pub(super) fn is_adjective(&self, word: &str) -> bool {
        let singular = word.strip_suffix('s').unwrap_or(word);
        if self.no_adjectives.contains(&word) || self.no_adjectives.contains(&singular) {
            return false;
        }
        let ends_so = |ending: &&str| singular.len() > ending.len() + 1 && singular.ends_with(*ending);
        self.adjectives.contains(&word)
            || self.adjectives.contains(&singular)
            || self.adjective_endings.iter().any(ends_so)
    }
}
