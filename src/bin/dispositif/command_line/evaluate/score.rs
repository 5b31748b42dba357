//! Counting hits and misses, and the table of them.

use super::align::{align, letters};
use super::gold::{ClauseLabels, Labelled, LabelledPart, Labels};
use super::retrieval::{Retrieval, Tally};
use dispositif::lexicon::Lexicon;
use dispositif::lexicon::verbs::Mood;
use dispositif::model::{self, Clause, Mention, Paragraph, Resolution, Role, Span};
use dispositif::text::fold::fold;
use std::collections::HashMap;
use std::fmt::Write;

/// A confusion matrix of parts.
type Confusion = HashMap<(LabelledPart, Option<LabelledPart>), usize>;

/// All scores.
#[derive(Debug, Default)]
pub struct Scores {
    n_documents: usize,
    silver: bool,
    by_hand: bool,
    classes: Tally,
    paragraphs_found: Tally,
    /// The confusion matrix of parts.
    parts: Confusion,
    /// The same without annexes: some labels have none and call all numbered text operative.
    parts_outside_annexes: Confusion,
    /// The same, also without text labelled preambular after a number: those labels cover all text without a number, including
    /// headings, list items and closing lines.
    parts_in_order: Confusion,
    numbers: Tally,
    levels: Tally,
    preambular_phrases: Tally,
    operative_phrases: Tally,
    first_verbs: Tally,
    clauses: Retrieval,
    addressees: Retrieval,
    addressees_by_document: Vec<f64>,
    misses: HashMap<&'static str, HashMap<String, usize>>,
}

/// How a promise in the future begins.
const PROMISES: [&str; 2] = ["will", "shall"];

impl Scores {
    /// Adds a document.
    pub fn add(&mut self, name: &str, labelled: &Labelled, resolution: &Resolution) {
        self.n_documents += 1;
        self.silver |= labelled.silver;
        self.by_hand |= labelled.by_hand;
        let places = align(&labelled.paragraphs, &resolution.paragraphs);
        let mut addressees = Retrieval::default();
        let mut numbered = false;
        for (labels, place) in labelled.paragraphs.iter().zip(places) {
            let ours = place.and_then(|place| resolution.paragraphs.get(place));
            numbered |= labels.part == Some(LabelledPart::Operative) && labels.prefix.is_some();
            self.add_part(name, labels, ours, numbered && labels.part == Some(LabelledPart::Preamble));
            self.add_phrase(name, labels, ours, resolution);
            if let Some(clauses) =
                labels.clauses.as_ref().filter(|_| labels.part == Some(LabelledPart::Operative) || labelled.by_hand)
            {
                addressees.add(self.add_clauses(name, clauses, ours, resolution));
            }
        }
        if addressees.labelled + addressees.found > 0 {
            self.addressees_by_document.push(addressees.f1());
        }
        self.addressees.add(addressees);
    }

    fn miss(&mut self, kind: &'static str, what: String) {
        *self.misses.entry(kind).or_default().entry(what).or_default() += 1;
    }

    fn add_part(&mut self, name: &str, labels: &Labels, ours: Option<&Paragraph>, out_of_order: bool) {
        let Some(part) = labels.part else { return };
        self.paragraphs_found.add(ours.is_some());
        let found = ours.and_then(part_of);
        *self.parts.entry((part, found)).or_default() += 1;
        if ours.is_none_or(|ours| ours.part != model::Part::Annex) {
            *self.parts_outside_annexes.entry((part, found)).or_default() += 1;
            if !out_of_order {
                *self.parts_in_order.entry((part, found)).or_default() += 1;
            }
        }
        if found != Some(part) {
            let as_what = ours.map_or("not found".to_owned(), |ours| format!("{:?}", ours.part));
            self.miss("part", format!("{name}: {part:?} read as {as_what}: {}", head(&labels.text)));
        }
        // The number is separate in the label, or at the start of its text.
        let printed = labels.prefix.as_deref().map(plain);
        if let (Some(printed), true) = (printed, part == LabelledPart::Operative) {
            let number = ours.and_then(|ours| ours.number.as_deref()).map(plain);
            let right = number.as_deref() == Some(printed.as_str());
            self.numbers.add(right);
            if !right {
                self.miss("number", format!("{name}: {printed} read as {number:?}: {}", head(&labels.text)));
            }
            if let Some(level) = labels.level {
                let right = ours.is_some_and(|ours| ours.level == level);
                self.levels.add(right);
                if !right {
                    let found = ours.map(|ours| ours.level);
                    self.miss(
                        "level",
                        format!("{name}: {printed} at {level} read at {found:?}: {}", head(&labels.text)),
                    );
                }
            }
        }
    }

    fn add_phrase(&mut self, name: &str, labels: &Labels, ours: Option<&Paragraph>, resolution: &Resolution) {
        let first = ours.and_then(|ours| Some((ours, ours.clauses.first()?)));
        let found = first.map(|(ours, clause)| clause.phrase.of(&ours.text).to_owned());
        let bare = |phrase: &str| {
            if self.by_hand { Some(phrase.to_owned()) } else { bare_phrase(phrase, resolution) }
        };
        if let Some(phrase) = labels.phrase.as_deref().and_then(bare) {
            let is_numbered = labels.text.trim_start().starts_with(|letter: char| letter.is_ascii_digit())
                || self.by_hand && labels.part == Some(LabelledPart::Operative);
            let lexicon = Lexicon::of(resolution.language);
            let finite = lexicon.verbs.phrase_at(&phrase, 0).is_some_and(|known| known.mood == Mood::Finite);
            let right = found.as_deref().is_some_and(|found| same_words(found, &phrase));
            let (tally, kind) = if is_numbered || finite && !self.by_hand {
                (&mut self.operative_phrases, "operative phrase")
            } else {
                (&mut self.preambular_phrases, "preambular phrase")
            };
            tally.add(right);
            if !right {
                let where_ = if ours.is_none() { " (paragraph not found)" } else { "" };
                self.miss(
                    kind,
                    format!(
                        "«{phrase}» read as «{}»{where_}  {name}: {}",
                        found.clone().unwrap_or_default(),
                        head(&labels.text)
                    ),
                );
            }
        }
        if let Some(verb) = labels.verb.as_deref().filter(|_| labels.part.is_some()) {
            // The label leaves adverbs out: «Also requests» is stored as «requests».
            let own = |words: &str| {
                Lexicon::of(resolution.language).verbs.phrase_at(words, 0).map(|phrase| phrase.action)
            };
            let Some(label) = own(&dispositif::lexicon::verbs::capitalized(verb)) else { return };
            let action = first.map(|(_, clause)| clause.action.clone());
            let words = found.as_deref().map(letters).unwrap_or_default();
            let right = words.contains(&letters(verb)) || action.as_ref() == Some(&label);
            self.first_verbs.add(right);
            if !right {
                self.miss(
                    "first verb",
                    format!("«{verb}» read as «{}»  {name}: {}", found.unwrap_or_default(), head(&labels.text)),
                );
            }
        }
    }

    /// Scores clauses by phrase and order, and the addressees of directive ones.
    fn add_clauses(
        &mut self,
        name: &str,
        labels: &[ClauseLabels],
        ours: Option<&Paragraph>,
        resolution: &Resolution,
    ) -> Retrieval {
        let empty = Vec::new();
        let found = ours.map_or(&empty, |ours| &ours.clauses);
        let text = ours.map(|ours| ours.text.as_str()).unwrap_or_default();
        let mut addressees = Retrieval::default();
        let mut next = 0;
        let mut both = 0;
        let mut matched = Vec::new();
        let mut n_optional = 0;
        for label in labels {
            let is_it = |clause: &Clause| match label.phrase.as_str() {
                // The labels give no phrase to “We will repair …”, which is counted neither way.
                "" => PROMISES.iter().any(|promise| clause.phrase.of(text).starts_with(promise)),
                phrase => same_act(clause.phrase.of(text), phrase),
            };
            let hit = (next..found.len()).find(|i| found.get(*i).is_some_and(is_it));
            if let Some(hit) = hit {
                next = hit + 1;
                matched.push(hit);
                if label.optional {
                    n_optional += 1;
                    continue;
                }
                both += 1;
                if let Some(clause) = found.get(hit).filter(|_| self.by_hand) {
                    let right = clause.class.key() == label.class;
                    self.classes.add(right);
                    if !right {
                        let phrase = &label.phrase;
                        self.miss("class", format!("«{phrase}» {} read as {}", label.class, clause.class.key()));
                    }
                }
            } else if label.optional {
                continue;
            } else {
                self.miss("clause missed", format!("«{}»  {name}: {}", label.phrase, head(text)));
            }
            let is_operative = ours.is_none_or(|ours| ours.part != model::Part::Preamble);
            if label.class == "directive" && !self.by_hand || self.by_hand && is_operative {
                let clause = hit.and_then(|hit| found.get(hit));
                addressees.add(self.compare_addressees(name, label, clause, found, text, resolution));
            }
        }
        for (i, clause) in found.iter().enumerate().filter(|(i, _)| !matched.contains(i)) {
            let _ = i;
            self.miss("clause too many", format!("«{}»  {name}: {}", clause.phrase.of(text), head(text)));
        }
        let labelled = labels.iter().filter(|label| !label.optional).count();
        self.clauses.add(Retrieval { both, found: found.len() - n_optional, labelled });
        addressees
    }

    fn compare_addressees(
        &mut self,
        name: &str,
        label: &ClauseLabels,
        clause: Option<&Clause>,
        found: &[Clause],
        text: &str,
        resolution: &Resolution,
    ) -> Retrieval {
        let mut ours: Vec<String> = Vec::new();
        let mut spans = Vec::new();
        for mention in
            clause.into_iter().flat_map(|clause| &clause.actors).filter(|mention| mention.role == Role::Addressee)
        {
            let text = mention
                .within
                .as_ref()
                .and_then(|id| resolution.paragraph(id))
                .map_or(text, |paragraph| paragraph.text.as_str());
            let words = mention.span.of(text);
            // One phrase may name two: “international and regional organizations”.
            if spans.contains(&(mention.span, &mention.within)) && !is_pronoun(words) {
                continue;
            }
            spans.push((mention.span, &mention.within));
            // The labels name the actor that a pronoun refers to, which the clauses before it name.
            let antecedent = ours_of(found, mention).map(|named| named.of(text)).filter(|_| is_pronoun(words));
            ours.push(antecedent.unwrap_or(words).to_owned());
        }
        let mut left: Vec<&String> = ours.iter().collect();
        let mut both = 0;
        for words in &label.assignees {
            if let Some(hit) = left.iter().position(|mine| same_actor(mine, words)) {
                left.remove(hit);
                both += 1;
            } else {
                self.miss(
                    "addressee missed",
                    format!("«{words}» of «{}»; read {ours:?}  {name}: {}", label.phrase, head(text)),
                );
            }
        }
        let n_left = left.len();
        left.retain(|mine| !label.may_be_assigned.iter().any(|words| same_actor(mine, words)));
        let n_optional = n_left - left.len();
        for extra in &left {
            self.miss(
                "addressee too many",
                format!("«{extra}» of «{}»; labelled {:?}  {name}: {}", label.phrase, label.assignees, head(text)),
            );
        }
        Retrieval { both, found: ours.len() - n_optional, labelled: label.assignees.len() }
    }

    /// The table, with a number of the most frequent misses of each kind.
    pub fn table(&self, n_misses: usize) -> String {
        let mut out = String::new();
        let word = if self.silver { "agreement" } else { "accuracy" };
        let mut row = |name: &str, value: String| {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{name:<44} {value}");
        };
        row("documents", self.n_documents.to_string());
        let tally = |tally: Tally| format!("{:.2} %  ({} of {})", tally.share() * 100.0, tally.right, tally.of);
        if self.paragraphs_found.of > 0 {
            row("labelled paragraphs found", tally(self.paragraphs_found));
            let right = self.parts.iter().filter(|((part, found), _)| Some(*part) == *found).map(|(_, n)| n).sum();
            row(&format!("part, {word}"), tally(Tally { right, of: self.parts.values().sum() }));
            row("preamble / operative, macro-F1", format!("{:.4}", macro_f1(&self.parts)));
            row("the same, annexes left out", format!("{:.4}", macro_f1(&self.parts_outside_annexes)));
            row("and «preamble» after a number left out", format!("{:.4}", macro_f1(&self.parts_in_order)));
        }
        for (name, value) in [
            ("paragraph number", self.numbers),
            ("paragraph level", self.levels),
            ("initiating phrase, preambular, exact", self.preambular_phrases),
            ("initiating phrase, operative, exact", self.operative_phrases),
            ("first verb", self.first_verbs),
            ("class of clauses", self.classes),
        ] {
            if value.of > 0 {
                row(name, tally(value));
            }
        }
        for (name, value) in [
            (if self.by_hand { "clauses" } else { "clauses, operative" }, self.clauses),
            (if self.by_hand { "addressees" } else { "addressees of directive clauses" }, self.addressees),
        ] {
            if value.labelled > 0 {
                row(&format!("{name}, {word}: precision"), format!("{:.3}", value.precision()));
                row(&format!("{name}, {word}: recall"), format!("{:.3}", value.recall()));
                row(
                    &format!("{name}, {word}: F1"),
                    format!("{:.3}  ({} labelled, {} read)", value.f1(), value.labelled, value.found),
                );
            }
        }
        if !self.addressees_by_document.is_empty() {
            let mean = self.addressees_by_document.iter().sum::<f64>() / self.addressees_by_document.len() as f64;
            row("addressees, mean F1 of documents", format!("{mean:.3}"));
        }
        if n_misses > 0 {
            self.write_misses(&mut out, n_misses);
        }
        out
    }

    fn write_misses(&self, out: &mut String, n_misses: usize) {
        let mut kinds: Vec<_> = self.misses.iter().collect();
        kinds.sort_by_key(|(kind, _)| **kind);
        for (kind, misses) in kinds {
            let total: usize = misses.values().sum();
            let _ = writeln!(out, "\n{kind}: {total} missed");
            let mut misses: Vec<_> = misses.iter().collect();
            misses.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
            for (what, n) in misses.into_iter().take(n_misses) {
                let _ = writeln!(out, "{n:>5}  {what}");
            }
        }
    }
}

/// Where the clauses of a paragraph name the actor of a mention in full.
fn ours_of(clauses: &[Clause], mention: &Mention) -> Option<Span> {
    let mentions = clauses.iter().flat_map(|clause| &clause.actors);
    let named = mentions.filter(|other| other.actor == mention.actor && other.within.is_none());
    named.map(|other| other.span).find(|span| span.end < mention.span.start)
}

fn is_pronoun(words: &str) -> bool {
    matches!(words, "them" | "it" | "him" | "her")
}

fn macro_f1(parts: &Confusion) -> f64 {
    let f1 = |part: LabelledPart| {
        let mut retrieval = Retrieval::default();
        for ((labelled, found), n) in parts {
            retrieval.labelled += if *labelled == part { *n } else { 0 };
            retrieval.found += if *found == Some(part) { *n } else { 0 };
            retrieval.both += if *labelled == part && *found == Some(part) { *n } else { 0 };
        }
        retrieval.f1()
    };
    f64::midpoint(f1(LabelledPart::Preamble), f1(LabelledPart::Operative))
}

/// The part of one of our paragraphs, in the labels' terms: the line that names the organ opens the preamble.
fn part_of(paragraph: &Paragraph) -> Option<LabelledPart> {
    match paragraph.part {
        model::Part::Preamble => Some(LabelledPart::Preamble),
        // The labels have no declarations.
        model::Part::Operative | model::Part::Declaration => Some(LabelledPart::Operative),
        model::Part::Heading if paragraph.names_the_organ() => Some(LabelledPart::Preamble),
        _ => None,
    }
}

/// `(ii)` → `ii`.
fn plain(number: &str) -> String {
    fold(number).chars().filter(char::is_ascii_alphanumeric).collect()
}

fn head(text: &str) -> String {
    text.chars().take(90).collect()
}

/// Normalises a phrase in italics: without a number before it, or a preposition or comma after it. None for italics that
/// are not a phrase (the organ's name, a source in a note, a single letter).
fn bare_phrase(italics: &str, resolution: &Resolution) -> Option<String> {
    let words = italics.trim_start_matches(|letter: char| {
        letter.is_ascii_digit() || matches!(letter, '.' | ' ' | '"' | '\'' | '»' | '«')
    });
    let mut words = words.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    for preposition in [" à", " de", " le", " la", " les", " l", " d", " que", " par", " face", " a"] {
        words = words.strip_suffix(preposition).unwrap_or(words);
    }
    let lexicon = Lexicon::of(resolution.language);
    // A start that is not in the tables is a running head or a broken piece of a source.
    let known = lexicon.verbs.phrase_at(words, 0).or_else(|| lexicon.verbs.guess(words, 0, Mood::Participle));
    let is_source = ["Documents", "Supplément", "Recueil", "Adoptée", "Le Conseil", "Ibid"]
        .iter()
        .any(|word| words.starts_with(word));
    (words.chars().count() > 3
        && words.chars().next().is_some_and(char::is_uppercase)
        && known.is_some()
        && !is_source)
        .then(|| words.to_owned())
}

fn same_words(a: &str, b: &str) -> bool {
    letters(a) == letters(b)
}

/// Whether two phrases are the same: the label may leave adverbs out, or include a preposition.
fn same_act(ours: &str, label: &str) -> bool {
    let (ours, label) = (letters(ours), letters(label));
    ours.contains(&label) || label.contains(&ours)
}

/// Whether two names mean the same actor: one contains the other, ignoring articles.
fn same_actor(ours: &str, label: &str) -> bool {
    let bare = |words: &str| {
        let words: Vec<String> = dispositif::text::word_spans(words)
            .map(|span| fold(span.of(words)))
            .filter(|word| {
                !matches!(
                    word.as_str(),
                    "the" | "all" | "its" | "their" | "other" | "relevant" | "and" | "of" | "a" | "un"
                )
            })
            .collect();
        let words = words.concat();
        let short = words.replace("unitednations", "");
        if short.is_empty() { words } else { short }
    };
    let (ours, label) = (bare(ours), bare(label));
    !ours.is_empty() && !label.is_empty() && (ours.contains(&label) || label.contains(&ours))
}
