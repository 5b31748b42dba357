//! Display names of values.

use super::{Corpus, State};
use crate::annotations::{Key, WorkState};
use crate::i18n::Texts;
use crate::model::{ActorId, ClauseClass, DocumentLink, Language, TopicId, VerbEntry, VerbId};
use crate::query::{Facet, NONE, Query};

impl Corpus {
    /// A value's usual short name: an acronym, a verb as printed.
    pub fn label(&self, facet: Facet, key: &str, texts: &Texts) -> String {
        let known = match facet {
            Facet::Document if key != NONE => {
                self.linked(&DocumentLink::read(key)).map(|document| document.label().to_owned())
            }
            Facet::Annotation if key != NONE => Key::read(key).map(|key| match key {
                Key::Star => texts.star.to_owned(),
                Key::Note => texts.with_note.to_owned(),
                Key::Work(work) => mark_name(work, texts).to_owned(),
                Key::Label(label) => label.to_owned(),
            }),
            _ => texts.label(self.glossary(), facet, key),
        };
        // A value that is not in the tables is shown by its key.
        known.filter(|name| !name.is_empty()).unwrap_or_else(|| key.to_owned())
    }

    /// An explanation of a value in the reader's language: an acronym's full name, a class's meaning, a verb's equivalents if
    /// the verb is in another language.
    pub fn gloss(&self, facet: Facet, key: &str, texts: &Texts) -> Option<String> {
        let glossary = self.glossary();
        match facet {
            Facet::Actor => {
                let actor = glossary.actor(&ActorId::from(key))?;
                let name = actor.name.get(texts.language.names());
                (name != actor.short(texts.language.names()).0).then(|| name.to_owned())
            }
            Facet::Action => {
                if let Some(class) = ClauseClass::from_key(key) {
                    return Some(texts.class_meaning(class).to_owned());
                }
                let verb = glossary.verb(&VerbId::from(key))?;
                let reader = texts.language.names();
                if reader == verb.language {
                    return None;
                }
                // The equivalents are in one language. In other languages the usual verb is shown.
                let words = if reader == verb.equivalents_in() { equivalents(verb) } else { String::new() };
                [&words, verb.usual.own(reader)].into_iter().find(|words| !words.is_empty()).map(str::to_owned)
            }
            _ => None,
        }
    }

    /// All names of a value in any language: its label, its explanation, its names and acronyms.
    pub fn all_names(&self, facet: Facet, key: &str, texts: &Texts) -> String {
        let mut names = self.label(facet, key, texts);
        let mut add = |name: &str| {
            if !name.is_empty() {
                names.extend([" · ", name]);
            }
        };
        self.gloss(facet, key, texts).iter().for_each(|gloss| add(gloss));
        let glossary = self.glossary();
        let verb = glossary.verb(&VerbId::from(key)).filter(|_| facet == Facet::Action);
        add(&verb.map(equivalents).unwrap_or_default());
        let actor = glossary.actor(&ActorId::from(key)).filter(|_| facet == Facet::Actor);
        let topic = glossary.topic(&TopicId::from(key)).filter(|_| facet == Facet::Topic);
        if let Some(actor) = actor {
            add(&actor.other_acronyms);
        }
        for language in Language::ALL {
            if let Some(actor) = actor {
                add(actor.acronym.own(language));
                add(actor.name.own(language));
            }
            if let Some(topic) = topic {
                add(topic.name.own(language));
            }
        }
        names
    }

    /// The criteria of a question in the reader's words.
    pub fn criteria(&self, query: &Query, texts: &Texts) -> Vec<String> {
        texts.criteria(query, |facet, key| self.label(facet, key, texts))
    }

    /// The language of a value's name, if it is not the interface's: verbs are shown as printed, and the tables may lack other
    /// names in the interface's language.
    pub fn foreign(&self, facet: Facet, key: &str, texts: &Texts) -> Option<&'static str> {
        let glossary = self.glossary();
        let names = texts.language.names();
        let language = match facet {
            _ if key == NONE => return None,
            Facet::Actor => glossary.actor(&ActorId::from(key))?.short(names).1,
            Facet::Action if ClauseClass::from_key(key).is_some() => return None,
            Facet::Action => glossary.verb(&VerbId::from(key))?.language,
            Facet::Topic => glossary.topic(&TopicId::from(key))?.name.get_in(names).1,
            _ => return None,
        };
        (language.code() != texts.language.code()).then(|| language.code())
    }
}

impl State {
    /// The values and words that are asked for.
    pub fn asked_words(&self) -> String {
        let query = &self.address.query;
        let labels = query.choices.iter().filter(|choice| !choice.excluded);
        let labels = labels.map(|choice| self.corpus.label(choice.facet, &choice.value, self.texts));
        let typed = Some(query.text.trim().to_owned()).filter(|typed| !typed.is_empty());
        self.texts.list(&labels.chain(typed).collect::<Vec<_>>())
    }
}

/// The first equivalents of a verb.
fn equivalents(verb: &VerbEntry) -> String {
    let words: Vec<&str> = verb.equivalents.iter().take(3).map(|(words, _)| words.as_str()).collect();
    words.join(", ")
}

/// The name of a state of work.
pub fn mark_name(state: WorkState, texts: &Texts) -> &'static str {
    let [to_do, reviewed, not_relevant] = texts.intake.marks;
    match state {
        WorkState::ToDo => to_do,
        WorkState::Reviewed => reviewed,
        WorkState::NotRelevant => not_relevant,
    }
}
