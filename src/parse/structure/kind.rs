//! Classifies a block: its part, its label and its phrase, from its words and the blocks before.

use super::{Builder, Kind, Section, SectionStart, is_annex_heading};
use crate::language::PreambleVerbs;
use crate::lexicon::verbs::{Mood, Phrase};
use crate::lexicon::{Lexicon, actions};
use crate::model::{Organ, Part};
use crate::parse::blocks::{is_act, is_closing};
use crate::parse::closing;
use crate::parse::drafted_number::{bare_number, loose_number};
use crate::parse::heading::is_heading;
use crate::parse::leading_label::leading_label;
use crate::parse::numbering::{Label, Reading, Series};
use crate::parse::organ_line::organ_before;
use crate::parse::roman_numeral::section_numeral;
use crate::parse::scripts::han_number;
use crate::parse::spoken;
use crate::text::marks::{COLONS, COMMAS, ENDS, STOPS};
use crate::text::tokens::{is_han, may_begin_a_sentence};

impl Builder {
    /// The kind of a block that its source calls a heading.
    pub(super) fn heading(&mut self, text: &str, next: Option<&str>, lexicon: &Lexicon) -> Kind {
        let part = self.part;
        let kind = self.kind_of(text, next, lexicon);
        if matches!(kind.part, Part::Heading | Part::Closing) || kind.label.is_some() {
            return kind;
        }
        self.part = part;
        Kind { part: Part::Heading, ..Kind::default() }
    }

    /// The kind of a table's cell: it continues with the paragraph above where it only looks like a heading.
    pub(super) fn cell(&mut self, text: &str, next: Option<&str>, lexicon: &Lexicon) -> Kind {
        let is_in_paragraph = self.may_quote();
        let kind = self.kind_of(text, next, lexicon);
        let looks_like_heading = kind.part == Part::Heading && kind.begins == SectionStart::Nothing;
        if is_in_paragraph && looks_like_heading { self.quotation() } else { kind }
    }

    /// Whether what is quoted here belongs to the paragraph before it.
    pub(super) fn may_quote(&self) -> bool {
        self.part == Part::Operative && self.n_operative > 0
    }

    /// Whether a quotation here is the declaration that was announced.
    pub(super) fn may_declare(&self, text: &str, lexicon: &Lexicon) -> bool {
        let text = text.trim_start_matches(spoken::OPENING_QUOTES);
        self.announced.declaration && (begins_declaration(text, lexicon) || is_heading(text, lexicon.language))
    }

    /// A paragraph of another text, quoted: it continues the one that quotes it, whatever it looks like.
    pub(super) fn quotation(&self) -> Kind {
        Kind { part: self.part, continues: true, ..Kind::default() }
    }

    pub(super) fn kind_of(&mut self, text: &str, next: Option<&str>, lexicon: &Lexicon) -> Kind {
        let label = self.label(text, lexicon);
        let heading = |begins| Kind { part: Part::Heading, begins, ..Kind::default() };
        let is_first = self.n_preambular == 0 && self.n_operative == 0;
        let organ = organ_before(text, next, lexicon);
        if organ.is_some_and(|organ| organ != Organ::Other || is_first || self.announced.list) {
            // A composite resolution names the organ again for each of its parts.
            // “Adopts the following Declaration: ⏎ The General Assembly,”: the declaration speaks of the organ too.
            if self.part != Part::Annex && self.announced.declaration {
                self.part = Part::Declaration;
                return heading(SectionStart::Nothing);
            }
            self.part = if self.part == Part::Annex { Part::Annex } else { Part::Preamble };
            self.has_organ = true;
            return heading(SectionStart::Organ);
        }
        if is_annex_heading(text) {
            if self.part != Part::Annex {
                self.section.before_annex = self.section.numeral;
            }
            self.part = Part::Annex;
            return heading(SectionStart::Annex);
        }
        let body = label.as_ref().and_then(|label| text.get(label.rest..)).unwrap_or(text);
        // A list of votes may run over several lines.
        let goes_on_with_votes = self.lists_votes && label.is_none() && lexicon.verbs.phrase_at(text, 0).is_none();
        self.lists_votes = closing::is_list_of_votes(text) || goes_on_with_votes;
        // «(Commission B, troisième rapport)» goes with the meeting above it.
        let opens = self.in_closing_aside || text.starts_with(['(', '[']);
        let is_aside = self.is_closed && opens && text.ends_with([')', ']']);
        let is_record = self.is_closed && is_record(text);
        // “11th plenary meeting ⏎ 20 September 2026” may end the annex too.
        let ends_annex = next.is_some_and(closing::is_date) && closing::is_meeting(text)
            || self.is_closed && closing::is_date(text);
        if self.part == Part::Annex && ends_annex {
            return Kind { part: Part::Closing, ..Kind::default() };
        }
        if self.part != Part::Annex && (self.lists_votes || is_aside || is_record || is_closing(text)) {
            return Kind { part: Part::Closing, ..Kind::default() };
        }
        let is_section = |label: &Label| {
            label.readings.iter().any(|r| matches!(r.series, Series::CapitalLetter | Series::CapitalRoman))
        };
        if self.goes_on_after_annex(text) {
            self.part = Part::Operative;
            return heading(SectionStart::Section);
        }
        if label.as_ref().is_some_and(is_section) || self.goes_on_with_section(text) {
            return heading(SectionStart::Section);
        }
        if self.part == Part::Annex {
            let phrase = first_person_phrase(body, lexicon);
            return Kind { part: Part::Annex, label, phrase, ..Kind::default() };
        }
        if let Some(kind) = self.in_declaration(text, body, label.as_ref(), lexicon) {
            let label = label.filter(|_| kind.part == Part::Declaration);
            return Kind { label, ..kind };
        }
        // «ويطلب **المجلس** إلى»: without the organ's name the verb has another object.
        let mut phrase = self
            .phrase_before_organ(body, lexicon)
            .or_else(|| lexicon.verbs.phrase_at(body, 0))
            .or_else(|| self.spoken_phrase(body, lexicon));
        if let Some(phrase) = phrase.as_mut().filter(|_| lexicon.rules.preamble == PreambleVerbs::Unmarked) {
            phrase.mood = self.unmarked_mood(label.is_some(), text);
        }
        let mood = phrase.as_ref().map(|phrase| phrase.mood);
        let top_level =
            label.as_ref().is_none_or(|label| is_top_level(label) && !self.is_of_preambular_list(label));
        let part = match (self.part, mood) {
            (_, _) if !top_level => self.part,
            // A section has its own preamble, and columns read across put preambular text among the operative.
            (Part::Operative, Some(Mood::Participle))
                if label.is_none() && (self.section.may_open_preamble || text.ends_with(COMMAS)) =>
            {
                Part::Preamble
            }
            (_, Some(Mood::Participle)) if is_named_preambular(text) => Part::Preamble,
            (Part::Operative, _) if label.is_some() => Part::Operative,
            (Part::Preamble, Some(Mood::Participle)) => Part::Preamble,
            // A verb without a number opens the operative part, unless the preamble plainly continues after it.
            (Part::Preamble, Some(Mood::Finite))
                if label.is_none() && !text.ends_with(COLONS) && goes_on_as_preamble(next, lexicon) =>
            {
                Part::Preamble
            }
            (_, Some(Mood::Finite)) => Part::Operative,
            (Part::Preamble, None) if self.tells_a_decision => Part::Operative,
            // A number opens the operative part even before a verb that no table knows.
            (Part::Preamble, None) if label.is_some() && looks_operative(body, lexicon) => Part::Operative,
            (part, _) => part,
        };
        if label.is_none() && mood.is_none() && is_heading(text, lexicon.language) {
            return heading(SectionStart::Nothing);
        }
        self.part = part;
        if top_level {
            self.in_preambular_list =
                part == Part::Preamble && mood == Some(Mood::Participle) && text.ends_with(COLONS);
        }
        let continues = part == Part::Operative && label.is_none() && mood.is_none() && self.is_numbered;
        // “Proclaims the following Declaration: ⏎ Article 1”
        let is_titled =
            || next.is_some_and(|next| leading_label(next).is_none() && is_heading(next, lexicon.language));
        let adopts = phrase.as_ref().is_some_and(|phrase| match phrase.action.as_str() {
            actions::DECLARE => is_titled(),
            action => ADOPTING.contains(&action),
        });
        Kind { part, label, phrase, adopts, continues, ..Kind::default() }
    }

    /// The kind of a block of a declaration that the resolution adopts in its text; none where the resolution goes on.
    fn in_declaration(&mut self, text: &str, body: &str, label: Option<&Label>, lexicon: &Lexicon) -> Option<Kind> {
        let unquoted = |text: &str| text.trim_start_matches(spoken::OPENING_QUOTES).to_owned();
        let begins = self.announced.declaration && begins_declaration(&unquoted(body), lexicon);
        if self.part != Part::Declaration && !begins && !self.announced.title {
            return None;
        }
        if label.is_none() && is_heading(&unquoted(text), lexicon.language) {
            self.part = Part::Declaration;
            return Some(Kind { part: Part::Heading, ..Kind::default() });
        }
        // The resolution itself continues with the number after the one that adopted the declaration.
        let is_next = label.and_then(Label::number) == Some(self.n_operative + 1);
        let phrase = first_person_phrase(body, lexicon);
        // “2. We call upon” is the second paragraph of the declaration, whatever number adopted it.
        let is_act = phrase.is_none() && is_act(body, lexicon);
        if is_next && self.is_numbered && is_act {
            self.part = Part::Operative;
            return None;
        }
        self.part = Part::Declaration;
        Some(Kind { part: Part::Declaration, phrase, ..Kind::default() })
    }

    /// The label that a text opens with, if it counts there.
    fn label(&self, text: &str, lexicon: &Lexicon) -> Option<Label> {
        // “**“**1. Requests”: in a resolution that is quoted whole each paragraph begins with the mark.
        let quoted = text.trim_start_matches(spoken::OPENING_QUOTES);
        let n_marks = if self.quoted_organ.is_some() || self.part == Part::Declaration {
            text.len() - quoted.len()
        } else {
            0
        };
        let bare = text.get(n_marks..)?;
        let label = leading_label(bare).map(|label| self.as_meant(label, bare, lexicon));
        let label = label.or_else(|| self.bare_number(bare, lexicon))?;
        let label = self.as_recital(Label { rest: label.rest + n_marks, ..label }, text, lexicon);
        Some(label).filter(|label| !label.only_in_a_list || self.is_item(label))
    }

    /// The verb before the organ's own name, in a text that no line with its name opens.
    fn phrase_before_organ(&mut self, body: &str, lexicon: &Lexicon) -> Option<Phrase> {
        let may_speak = self.organ_speaks || self.tells_a_decision || !self.has_organ;
        let at = body.len() - body.trim_start_matches(spoken::OPENING_QUOTES).len();
        let phrase = may_speak.then(|| spoken::before_organ(body, at, lexicon)).flatten().map(|(phrase, _)| phrase);
        self.organ_speaks |= phrase.is_some();
        phrase
    }

    /// The verb after the organ's own name, in a text where it speaks so.
    fn spoken_phrase(&mut self, body: &str, lexicon: &Lexicon) -> Option<Phrase> {
        let may_speak = self.organ_speaks || self.tells_a_decision || self.n_operative == 0;
        let phrase = may_speak.then(|| spoken::phrase_at(body, 0, lexicon, self.organ_speaks)).flatten();
        let phrase =
            phrase.or_else(|| if self.organ_speaks { spoken::phrase_after_comma(body, lexicon) } else { None });
        self.organ_speaks |= phrase.is_some();
        // “Recognizing …, ⏎ Declare that:”: no organ is named.
        let speak = phrase.is_none() && !self.has_organ && (self.several_speak || self.n_preambular > 0);
        let of_several = if speak { spoken::phrase_of_several(body, lexicon) } else { None };
        self.several_speak |= of_several.is_some();
        phrase.or(of_several)
    }

    /// How a verb is meant whose form does not say it: without a number, before a comma or in a preamble that does not end
    /// there, it opens a paragraph of the preamble.
    fn unmarked_mood(&self, has_label: bool, text: &str) -> Mood {
        let goes_on = text.ends_with(COMMAS) || self.part == Part::Preamble && !text.ends_with(STOPS);
        if !has_label && goes_on { Mood::Participle } else { Mood::Finite }
    }

    /// A label as it was meant before a verb: OCR makes «I.» or «l.» of «1.»; «II.»
    /// after it continues so, as do the numerals of old Chinese texts, and «3)» after a paragraph 2 that announces no list is a paragraph too.
    fn as_meant(&self, label: Label, text: &str, lexicon: &Lexicon) -> Label {
        let is_one = (matches!(label.printed.as_str(), "I" | "l") || han_number(&label.printed) == Some(1))
            && text.ends_with(ENDS);
        let next = Reading { series: Series::ArabicItem, value: self.n_operative + 1 };
        let is_next =
            label.readings.first() == Some(&next) && !self.announced.list_may_follow && self.items.is_closed();
        // «(1) Requests» below a preamble that announces no list
        let is_first = label.readings.first() == Some(&next) && !self.announced.list && !self.in_preambular_list;
        let numeral = Reading { series: Series::CapitalRoman, value: self.n_operative + 1 };
        let goes_on_in_roman = label.readings.iter().any(|reading| *reading == numeral)
            && self.section.numeral == 0
            && text.ends_with(ENDS);
        let may_be_meant = if self.n_operative == 0 { is_one || is_first } else { is_next || goes_on_in_roman };
        // Old Chinese texts number their paragraphs «一.», and a heading ends with no stop.
        let is_han = goes_on_in_roman && label.printed.starts_with(is_han);
        let opens = |body: &str| {
            let phrase = lexicon.verbs.phrase_at(body, 0);
            body.starts_with(may_begin_a_sentence)
                && (is_han || phrase.is_some_and(|phrase| phrase.mood == Mood::Finite && !phrase.head_only))
        };
        if !may_be_meant || !text.get(label.rest..).is_some_and(opens) {
            return label;
        }
        let printed = if is_one || goes_on_in_roman { next.value.to_string() } else { label.printed.clone() };
        Label { printed, ..label.renumbered(next.value) }
    }

    /// “(b) Recognizing …, **and**”
    fn ends_with_a_joint(text: &str, lexicon: &Lexicon) -> bool {
        let (before, last) = text.rsplit_once(' ').unwrap_or_default();
        before.ends_with(COMMAS) && lexicon.words.coordinators.contains(last)
    }

    /// “– having regard to its resolution”, “(a) Recalling …,”, “A. whereas”: where no list was announced, a label before a participle
    /// opens a paragraph of the preamble.
    fn as_recital(&self, label: Label, text: &str, lexicon: &Lexicon) -> Label {
        let is_of_list = |reading: &Reading| {
            matches!(reading.series, Series::Bullet | Series::Letter | Series::Roman | Series::CapitalLetter)
        };
        let is_in_list = self.announced.list || self.in_preambular_list || !self.items.is_closed();
        if self.part != Part::Preamble || is_in_list || !label.readings.iter().any(is_of_list) {
            return label;
        }
        let ends = text.ends_with(COMMAS) || text.ends_with(STOPS) || Self::ends_with_a_joint(text, lexicon);
        let phrase = text.get(label.rest..).and_then(|body| lexicon.verbs.phrase_at(body, 0));
        if !ends || phrase.is_none_or(|phrase| phrase.mood != Mood::Participle) {
            return label;
        }
        label.renumbered(self.n_preambular + 1)
    }

    /// «2 Requests»: the number that comes next, before a verb.
    fn bare_number(&self, text: &str, lexicon: &Lexicon) -> Option<Label> {
        let label = bare_number(text).or_else(|| loose_number(text))?;
        let number = label.number();
        let is_next =
            number == Some(self.n_operative + 1) || label.is_alternative() && number == Some(self.n_operative);
        (is_next && self.part != Part::Annex && is_act(text.get(label.rest..)?, lexicon)).then_some(label)
    }

    /// «Considering that: (1) Rivers are important,»: an item of a list in the preamble.
    fn is_of_preambular_list(&self, label: &Label) -> bool {
        let is_item = label.readings.iter().any(|reading| reading.series == Series::ArabicItem);
        let goes_on = self.items.goes_on_with(label) || self.announced.list && label.may_be_first();
        is_item && self.part == Part::Preamble && self.in_preambular_list && goes_on
    }

    /// «1)» opens a list where there is a paragraph for it to belong to.
    pub(super) fn opens_a_list(&self, label: &Label) -> bool {
        label.readings.iter().any(|reading| reading.series == Series::ArabicItem) && !self.above.is_empty()
    }

    /// Whether a label that counts only in a list is in one: it continues with it, or a colon announces it.
    fn is_item(&self, label: &Label) -> bool {
        !self.above.is_empty()
            && (self.items.goes_on_with(label) || (self.announced.list_may_follow && label.may_be_first()))
    }

    /// Whether a line like «II Capital master plan» is the heading of the next section.
    fn goes_on_with_section(&self, text: &str) -> bool {
        const LONGEST: usize = 300;
        let Some((value, title)) = section_numeral(text) else { return false };
        let is_next = value == self.section.numeral + 1 || value == self.section.before_annex + 1 || value == 1;
        is_next
            && text.len() <= LONGEST
            && title
                .chars()
                .next()
                .is_none_or(|letter| may_begin_a_sentence(letter) || letter == '«' || letter == '“')
            && !title.ends_with(ENDS)
    }

    /// Whether the section after the one that an annex belongs to begins here: the resolution continues.
    fn goes_on_after_annex(&self, text: &str) -> bool {
        let Section { before_annex, numeral, .. } = self.section;
        let is_of_resolution = section_numeral(text).is_some_and(|(value, _)| {
            value > 1 && value == before_annex + 1 && (numeral == before_annex || value != numeral + 1)
        });
        self.part == Part::Annex && is_of_resolution && self.goes_on_with_section(text)
    }
}

/// Whether a line is the symbol of a record and nothing else: «A79/VR/8» below the meeting.
fn is_record(text: &str) -> bool {
    const LONGEST: usize = 24;
    let in_symbols = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '/' | '.' | '-' | '(' | ')');
    text.len() <= LONGEST
        && text.contains('/')
        && text.starts_with(|letter: char| letter.is_ascii_uppercase())
        && text.contains(|letter: char| letter.is_ascii_digit())
        && text.chars().all(in_symbols)
}

/// “(PP1) Recalling”, “PP2. Noting”: drafts say which part a paragraph is of.
fn is_named_preambular(text: &str) -> bool {
    text.trim_start_matches(['(', '[']).starts_with("PP")
}

pub(super) fn is_top_level(label: &Label) -> bool {
    label.readings.iter().any(|reading| matches!(reading.series, Series::Arabic | Series::ArabicItem))
}

/// Whether the words after a number can be an act: a capital, and a verb by its form.
fn looks_operative(body: &str, lexicon: &Lexicon) -> bool {
    lexicon.verbs.guess(body, 0, Mood::Finite).is_some() || lexicon.verbs.guess(body, 0, Mood::Participle).is_none()
}

/// Whether the block after an unnumbered verb is one of a preamble, or the first number.
fn goes_on_as_preamble(next: Option<&str>, lexicon: &Lexicon) -> bool {
    let Some(next) = next else { return false };
    let is_first = leading_label(next).is_some_and(|label| label.number() == Some(1));
    let may_be_of_preamble = |mood| mood == Mood::Participle || lexicon.rules.preamble == PreambleVerbs::Unmarked;
    is_first || lexicon.verbs.phrase_at(next, 0).is_some_and(|phrase| may_be_of_preamble(phrase.mood))
}

/// The treatment of a declaration that follows.
const ADOPTING: [&str; 3] = [actions::ADOPT, actions::APPROVE, actions::ENDORSE];

/// The phrase in the first person that a text opens with: “We call upon”.
fn first_person_phrase(text: &str, lexicon: &Lexicon) -> Option<Phrase> {
    lexicon.verbs.phrase_at(text, 0).filter(|phrase| phrase.first_person)
}

/// Whether a text can begin a declaration that was announced: it speaks in the first person.
fn begins_declaration(text: &str, lexicon: &Lexicon) -> bool {
    lexicon.words.subjects.begins(text)
}
