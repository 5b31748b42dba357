//! Lexicon look-ups: longest phrase, verbs and their adverbs, actors by name and acronym, topics.
//!
//! The knowledge is in the tables under `lexicon/`; this code only looks it up.

pub mod actions;
pub mod actors;
pub mod cues;
pub mod numbers;
pub mod phrases;
mod strength;
pub mod topic_cues;
pub mod topics;
mod usual_verbs;
pub mod verbs;
pub mod vocabulary;

use crate::language::{self, Rules, Words};
use crate::model::{Language, Span};
use std::sync::OnceLock;
use vocabulary::Vocabulary;

/// All that is known of one language.
#[derive(Debug)]
pub struct Lexicon {
    /// The language.
    pub language: Language,
    /// Its rules beyond the tables.
    pub rules: &'static Rules,
    /// Its small words.
    pub words: &'static Words,
    /// The words of all its tables.
    pub vocabulary: Vocabulary,
    /// Phrases that open clauses.
    pub verbs: verbs::VerbTable,
    /// Cues for the role of an actor.
    pub cues: cues::CueTable,
    /// Topics.
    pub topics: topics::TopicTable,
    /// Cues for the rank of a topic in a clause.
    pub topic_cues: topic_cues::TopicCueTable,
    /// Actors.
    pub actors: actors::ActorTable,
}

impl Lexicon {
    /// The lexicon of a language, read from its tables the first time; for a language that we do not read, another one.
    pub fn of(language: Language) -> &'static Self {
        static ALL: [OnceLock<Lexicon>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
        let language = language::rules(language).language;
        ALL.get(language.index()).unwrap_or(&ALL[0]).get_or_init(|| Self::load(language))
    }

    /// Reads the tables of a language: [`Self::of`] does it once.
    pub fn load(language: Language) -> Self {
        let rules = language::rules(language);
        let words = language::words(language);
        let mut vocabulary = Vocabulary::of(language);
        let verbs = verbs::VerbTable::load(language, &mut vocabulary);
        let cues = cues::CueTable::load(language);
        let topics = topics::TopicTable::load(language, &mut vocabulary);
        let topic_cues = topic_cues::TopicCueTable::load(language, &mut vocabulary);
        let actors = actors::ActorTable::load(language, &mut vocabulary);
        Self { language: rules.language, rules, words, vocabulary, verbs, cues, topics, topic_cues, actors }
    }

    /// A name's span with the article before it.
    pub fn with_article(&self, text: &str, span: Span) -> Span {
        self.actors.with_article(text, span)
    }
}
