//! The definition of a language that can be read.
//!
//! A language is a folder of tables, `lexicon/xx/`, and a file of this module: [`Rules`] has one field for each thing that differs
//! between languages, so that the compiler names what a new one lacks, and a test names the missing words ([`Words::KEYS`]) and tables.
//! Reading (`parse`, `lexicon`, `intake`) does not match on a language, and the word lists of one are not applied to another, except
//! those of a document's form ([`DocumentWords`]).

mod arabic;
mod chinese;
mod detect;
mod document;
mod english;
mod formulas;
mod french;
mod numbers;
mod russian;
mod spanish;
pub mod table;
mod tables;
#[cfg(test)]
mod tests;
mod word_list;
mod words;

/// How Arabic counts the parts and the sessions of documents, and how PDFs misspell its article.
pub use arabic::{LETTER_NAMES, SECTION_ORDINALS, SESSION_LETTERS, TURNED_ARTICLES};
/// The numerals of Chinese.
pub use chinese::{HAN_DIGITS, HAN_TEN, HAN_ZEROS};
pub use detect::{detect, is_foreign, is_in_another};
pub use document::DocumentWords;
pub use formulas::{Formula, Formulas};
pub use numbers::Numbers;
#[cfg(feature = "cli")]
pub use tables::file_to_fetch;
pub use tables::{ACTORS, CommonTables, TOPICS, Tables, actor_names, has_tables, set_tables, tables, topic_names};
pub use word_list::WordList;
pub use words::Words;

use crate::model::{Language, Span};
use std::sync::{LazyLock, OnceLock};
use tables::common_tables;

/// Finds the addressees in the text after a verb, from the names that tables have and what the verb does to them.
pub type Addressed = fn(text: &str, known: &[Span], act: SpeechAct) -> Vec<Span>;

/// The effect of a verb on those named after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeechAct {
    /// It asks them for something.
    Asks,
    /// It thanks or congratulates them: only they follow it.
    Thanks,
    /// It decides what they are to do.
    Decides,
    /// It names them as partners: words of cooperation follow.
    Accompanies,
    /// None of these: they may still have to act.
    Tells,
}

/// All that differs between languages, apart from the words themselves.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of a language")]
#[derive(Debug)]
pub struct Rules {
    /// The language.
    pub language: Language,
    /// Its tables that are needed to read a text in any language.
    pub common: CommonTables,
    /// How it is written.
    pub writing: Writing,
    /// The key under which tables compare a folded word: what is left of it, and what it ends with instead. It takes off number and,
    /// where there are cases, the case; derivation stays.
    pub key: fn(&str) -> (&str, &'static str),
    /// Whether a word, as written, is in the plural.
    pub is_plural: fn(&str) -> bool,
    /// A verb in the first person plural, from its lemma and its participle: «prier», «priant» → «prions».
    pub first_person: fn(lemma: &str, participle: &str) -> Option<String>,
    /// A verb as the text of a decision reports it, from its lemma and its participle, without an auxiliary: “decided”, «décidé»,
    /// «félicité» and «félicitée».
    pub past: fn(lemma: &str, participle: &str) -> Vec<String>,
    /// Whether the noun of an attitude may come without a possessive or an article: “Expresses concern”.
    pub bare_attitudes: bool,
    /// The word that makes an adverb of a noun: «avec satisfaction». Empty if there is none.
    pub with: &'static str,
    /// How adverbs of manner end: «gravement». Empty if no ending indicates them.
    pub adverb_ending: &'static str,
    /// How the verbs of a preamble are distinguished from those of the operative part.
    pub preamble: PreambleVerbs,
    /// How names of bodies are built.
    pub names: NameShape,
    /// Whether the adjective of a State follows its noun: «Gouvernement libanais».
    pub adjectives_follow: bool,
    /// A folded word in the form that cues have it in: «aux» is «à», «des» is «de».
    pub cue_form: fn(&str) -> &str,
    /// Whether the preposition before the first addressee is repeated before the others: «demande aux États et **à** l'Office».
    pub repeats_prepositions: bool,
    /// The byte offset of the request in the text after the verb: «de continuer», “to continue”, “that”.
    pub complement: fn(&str) -> Option<usize>,
    /// Finds the addressees in the text after a verb, or those who must act, in a language where no blank ends a name.
    /// The parser recognizes it by the words of the others. It is given the names that tables have, and what the verb does.
    pub addressed: Option<Addressed>,
    /// Whether adverbs may follow their verb: “urges **strongly**”.
    pub adverbs_follow: bool,
    /// For a language whose verb comes before its subject: whether a folded word looks like a verb that says what is to be done,
    /// «يقرر أن **تتخذ** الدول».
    pub verb_before_subject: Option<fn(&str) -> bool>,
    /// For such a language: whether a folded verb agrees with the name of an organ after it, «**يطلب المجلس**».
    pub verb_agrees: Option<fn(&str, &str) -> bool>,
    /// For a language whose adverbs may come before an infinitive: whether a folded word is one. «постановляет **активно заниматься**»
    /// decides, and its adverb belongs to what is decided.
    pub is_infinitive: Option<fn(&str) -> bool>,
    /// For a language where a case says who acts: whether the words of a name, as written, are in it. «утверждены **Комитетом**»
    pub is_instrumental: Option<fn(&str) -> bool>,
    /// For a language where the dative says whose duty something is: whether the words of a name, as written, are in it.
    pub is_dative: Option<fn(&str) -> bool>,
    /// Whether the number of a session follows its noun: «دورتها السبعين».
    pub session_number_follows: bool,
    /// How it says when.
    pub times: Times,
    /// How it writes meetings, dates, votes and citations.
    pub formulas: Formulas,
}

/// How a language says when: each expression begins and ends with a letter or a digit.
#[derive(Debug)]
pub struct Times {
    /// A day, a month or a year by which something is due: groups `day`, `month`, `year`; `month2`, `year2`; `year3`; and
    /// `session_year`, the year by which a session is named; `year4`, the year from which; `report_year`, one or several bare years.
    /// `period` is a length of time that is no limit.
    pub limit: Time,
    /// Recurring times: groups `year`, `two`, `three`, `half`, `quarter`, `month`, or as in [`Times::within`].
    pub often: Time,
    /// A length of time: `n`, and `years`, `months`, `weeks` or `days`; or `two_years` and so on, in the dual. `undated` is a time that
    /// only words tell: “by the end of the biennium”.
    pub within: Time,
    /// Verbs that ask for a report without the word: “to update”.
    pub account: Time,
}

/// One way to say when.
#[derive(Debug)]
pub struct Time {
    /// The expression.
    pub words: &'static str,
    /// A part of each of its forms, without a first letter that may be a capital: a check that costs little.
    pub hint: &'static str,
}

/// How a language is written.
#[derive(Debug)]
pub struct Writing {
    /// Whether blanks separate words. Without them each letter is a word of its own: [`crate::text::word_spans`].
    pub has_blanks: bool,
    /// Whether names begin with a capital, so that a capital tells one.
    pub has_capitals: bool,
    /// Whether each paragraph goes on with the organ's sentence in small letters: «Генеральная Ассамблея, ссылаясь на …».
    pub opens_small: bool,
    /// The letters that lists are counted with, in their order: a), b); а), б).
    pub list_letters: &'static str,
}

/// How the verbs of a preamble look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PreambleVerbs {
    /// All are participles: «rappelant», “recalling”.
    Participles,
    /// A word before the first one makes participles of them, and those after it may go without: «وإذ يؤكد …، ويشير».
    FirstMarked,
    /// They look like those of the operative part: only numbers and the mark at the end tell. «回顾»
    Unmarked,
}

/// How the name of a body is built on its noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameShape {
    /// The noun comes first, and what follows decides how far the name goes: «Comité des droits de l'enfant».
    HeadFirst,
    /// The noun follows its modifiers, all with capitals: “Human Rights Committee”.
    HeadLast,
}

/// The past of a verb that no rule makes: “take” → “took”.
fn irregular_past(language: Language, verb: &str) -> Option<&'static str> {
    words(language)
        .irregular_pasts
        .iter()
        .filter_map(|pair| pair.split_once(' '))
        .find(|(lemma, _)| *lemma == verb)
        .map(|pair| pair.1)
}

/// The rules of a language.
pub fn rules(language: Language) -> &'static Rules {
    match language {
        Language::French => &french::RULES,
        Language::Spanish => &spanish::RULES,
        Language::Russian => &russian::RULES,
        Language::Arabic => &arabic::RULES,
        Language::Chinese => &chinese::RULES,
        Language::English => &english::RULES,
    }
}

/// The word lists of a language, read the first time.
pub fn words(language: Language) -> &'static Words {
    static ALL: [OnceLock<Words>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
    let load = || Words::load(rules(language).common.words);
    ALL.get(language.index()).unwrap_or(&ALL[0]).get_or_init(load)
}

/// The numbers of a language, read the first time.
pub fn numbers(language: Language) -> &'static Numbers {
    static ALL: [OnceLock<Numbers>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
    let load = || Numbers::load(rules(language).common.numbers);
    ALL.get(language.index()).unwrap_or(&ALL[0]).get_or_init(load)
}

/// The words of a document's form, of all languages that we read together.
pub fn document() -> &'static DocumentWords {
    static ALL: LazyLock<DocumentWords> = LazyLock::new(|| {
        let mut all = DocumentWords::default();
        for language in Language::ALL {
            all.add(rules(language).common.document);
        }
        all
    });
    &ALL
}

/// How each language that we read writes meetings, dates, votes and citations.
pub fn formulas() -> impl Iterator<Item = &'static Formulas> {
    Language::ALL.into_iter().map(|language| &rules(language).formulas)
}
