//! The topics of a clause, with their rank.
//!
//! The table says which words indicate a topic ([`crate::lexicon::topics`]); here their place in the clause decides the rank.
//! Words after “including” are secondary; partners are not a topic; and a clause that only points back (“urges their
//! protection”) inherits the topics of the clause before it.

use crate::lexicon::Lexicon;
use crate::lexicon::topic_cues::TopicCue;
use crate::lexicon::topics::{TopicFound, TopicIndex};
use crate::lexicon::vocabulary::Tokens;
use crate::model::{Clause, ClauseClass, Evidence, Organ, ParagraphId, Span, TopicId, TopicMatch, TopicRank};
use crate::text::marks::{COLONS, COMMAS, JOINTS, SEMICOLONS};

/// How many words after the verb its object may begin, when other nouns lead to it ("the findings in the report"). A
/// decision has its own object sooner, and a request has none that is a document.
fn reach_of_object(class: ClauseClass) -> usize {
    match class {
        ClauseClass::Directive => 0,
        ClauseClass::Deciding => 6,
        ClauseClass::Observing | ClauseClass::Reinforcing | ClauseClass::Evaluative => 20,
    }
}

/// From this many countries in one clause, they are a list of participants or sponsors.
const LIST_OF_COUNTRIES: usize = 5;

/// How many words at the end of a clause belong to the next one: "…, and in this regard".
const TAIL: usize = 4;

/// How many capitalized words the name of a town may take: "in Sharm el-Sheikh, Egypt".
const WORDS_OF_TOWN: usize = 4;

/// The topics of a paragraph's words.
pub(super) struct Topics<'a> {
    lexicon: &'a Lexicon,
    text: &'a str,
    tokens: &'a Tokens<'a>,
    found: Vec<TopicFound>,
    cues: Vec<(Span, TopicCue)>,
}

/// A clause, or an item of its list.
struct Stretch {
    phrase: Span,
    span: Span,
    /// How many words after the verb its object may begin.
    reach: usize,
}

/// The parts of a clause with secondary topics.
#[derive(Default)]
struct Ranks {
    secondary: Vec<Span>,
    nothing: Vec<Span>,
}

impl<'a> Topics<'a> {
    /// Finds the topics of a paragraph of an organ's text. `names` are the proper names of actors in it.
    pub(super) fn of(
        lexicon: &'a Lexicon,
        organ: Organ,
        text: &'a str,
        tokens: &'a Tokens<'a>,
        names: &[Span],
    ) -> Self {
        let found = lexicon.topics.find(text, tokens, names);
        // Without topics no cues are needed.
        let cues = if found.is_empty() { Vec::new() } else { lexicon.topic_cues.find(text, tokens) };
        let mut topics = Self { lexicon, text, tokens, found: Vec::new(), cues };
        let is_meant =
            |found: &TopicFound| !topics.is_venue(found) && (!found.of_council || organ == Organ::SecurityCouncil);
        topics.found = found.into_iter().filter(is_meant).collect();
        topics
    }

    /// The topics of a clause of the paragraph; those of the clause before it if it only points back.
    pub(super) fn of_clause(&self, clause: &Clause, previous: Option<&Clause>) -> Vec<TopicMatch> {
        let mut topics = Vec::new();
        let reach = reach_of_object(clause.class);
        self.add(&mut topics, &Stretch { phrase: clause.phrase, span: clause.span, reach }, None);
        if topics.is_empty()
            && let Some(previous) = previous
        {
            topics = self.inherited(clause, previous);
        }
        topics
    }

    /// Adds the topics of a whole paragraph, an item of a list, to the clause that it continues.
    pub(super) fn add_item(&self, clause: &mut Clause, within: &ParagraphId) {
        let reach = reach_of_object(clause.class);
        let whole = Stretch { phrase: Span::default(), span: Span::new(0, self.text.len()), reach };
        self.add(&mut clause.topics, &whole, Some(within));
    }

    fn add(&self, topics: &mut Vec<TopicMatch>, stretch: &Stretch, within: Option<&ParagraphId>) {
        let Stretch { phrase, span, reach } = *stretch;
        let first = self.found.partition_point(|found| found.span.start < span.start);
        let found = self.found.get(first..).unwrap_or_default();
        let found = found.get(..found.partition_point(|found| found.span.start < span.end)).unwrap_or_default();
        if found.is_empty() {
            return;
        }
        let cues = self.ranks(phrase, span);
        let n_places = n_places(found);
        for found in found {
            let is_in = |spans: &[Span]| spans.iter().any(|span| span.contains(found.span.start as usize));
            let is_lost = is_in(&cues.nothing)
                || found.as_object && !self.is_object(phrase, found.span, reach)
                || found.alone && n_places > 1
                || found.is_place && n_places >= LIST_OF_COUNTRIES;
            let Some(entry) = self.lexicon.topics.entry(found.topic).filter(|_| !is_lost) else { continue };
            let rank = if is_in(&cues.secondary) { TopicRank::Secondary } else { TopicRank::Main };
            add_evidence(topics, &entry.id, rank, Evidence { span: found.span, within: within.cloned() });
        }
    }

    /// The parts of a clause that its cues open.
    fn ranks(&self, phrase: Span, span: Span) -> Ranks {
        let mut ranks = Ranks::default();
        let first = self.cues.partition_point(|(cue, _)| cue.start < phrase.end.max(span.start));
        let cues = self.cues.get(first..).unwrap_or_default();
        for (cue, kind) in cues.iter().take_while(|(cue, _)| cue.start < span.end) {
            let last_secondary = ranks.secondary.last();
            match kind {
                TopicCue::Nothing => {
                    let end = self.end_of_manner(*cue, span.end);
                    ranks.nothing.push(Span { start: cue.start, end });
                }
                TopicCue::Secondary if last_secondary.is_none_or(|before| before.end <= cue.start) => {
                    let end = self.end_of_secondary(phrase, *cue, span.end);
                    ranks.secondary.push(Span { start: cue.start, end });
                }
                TopicCue::Secondary | TopicCue::Neutral => {}
            }
        }
        ranks
    }

    /// Where words of manner end: at a comma, or where what is to be done begins.
    fn end_of_manner(&self, cue: Span, end: u32) -> u32 {
        let first = self.tokens.first_from(cue.end);
        let stop = (first..self.tokens.len()).find(|at| {
            let gap = self.gap_before(*at);
            gap.contains([',', ';', ':', '.']) && *at > first || self.lexicon.topic_cues.is_goal(self.tokens, *at)
        });
        self.start_of(stop, end)
    }

    /// Where what is secondary ends: with the clause, but for an aside before what is to be done ("Requests the Office,
    /// including through its branches, **to** assist") or right after the verb ("Reaffirms, in accordance with the
    /// Charter, the right").
    fn end_of_secondary(&self, phrase: Span, cue: Span, end: u32) -> u32 {
        let first = self.tokens.first_from(phrase.end);
        let (before, after) = (self.tokens.first_from(cue.start), self.tokens.first_from(cue.end));
        let cues = &self.lexicon.topic_cues;
        let is_after_comma = |at: &usize| self.gap_before(*at).contains(COMMAS);
        let goes_on = (first..before).any(|at| cues.is_goal(self.tokens, at));
        if goes_on || phrase.end == 0 {
            return end;
        }
        let mut rest = (after + 1)..self.tokens.first_from(end);
        let stop = if before == first {
            rest.find(is_after_comma)
        } else {
            rest.find(|at| is_after_comma(at) && cues.is_goal(self.tokens, *at))
        };
        self.start_of(stop, end)
    }

    fn start_of(&self, token: Option<usize>, end: u32) -> u32 {
        token.and_then(|at| self.tokens.get(at)).map_or(end, |token| token.span.start.min(end))
    }

    /// Whether words are near enough to the verb to be its object.
    fn is_object(&self, phrase: Span, words: Span, reach: usize) -> bool {
        let between = Span { start: phrase.end.min(words.start), end: words.start };
        let n_words = self.tokens.first_from(words.start) - self.tokens.first_from(between.start);
        n_words < reach && !between.of(self.text).contains(SEMICOLONS)
    }

    /// Whether a country only says where a town is: "in Rio de Janeiro, **Brazil**", « à Doha (**Qatar**) ».
    fn is_venue(&self, found: &TopicFound) -> bool {
        if !found.is_place {
            return false;
        }
        let at = self.tokens.first_from(found.span.start);
        if !matches!(self.gap_before(at), ", " | " (") {
            return false;
        }
        let town = (at.saturating_sub(WORDS_OF_TOWN)..at).rev().take_while(|at| {
            let is_first = *at + 1 == self.tokens.first_from(found.span.start);
            is_first || !self.gap_before(*at + 1).contains([',', ';', '('])
        });
        let mut n_capitals = 0;
        for word in town {
            if self.tokens.get(word).is_some_and(|token| token.capital) {
                n_capitals += 1;
            } else if self.lexicon.topic_cues.is_at_place(self.tokens.folded(word)) {
                return n_capitals > 0;
            }
        }
        false
    }

    /// The topics of the clause before, if this one points back to what it said.
    fn inherited(&self, clause: &Clause, previous: &Clause) -> Vec<TopicMatch> {
        let is_left_open = clause.span.of(self.text).trim_end().ends_with(COLONS);
        let Some(span) = self.back(clause, previous).filter(|_| !is_left_open) else { return Vec::new() };
        let said = previous.topics.iter().filter(|topic| topic.rank != TopicRank::Secondary);
        said.map(|topic| TopicMatch {
            topic: topic.topic.clone(),
            rank: TopicRank::Inherited,
            evidence: vec![Evidence { span, within: None }],
        })
        .collect()
    }

    /// The words with which a clause points back: its own, or an aside before its verb that the clause before ends with.
    fn back(&self, clause: &Clause, previous: &Clause) -> Option<Span> {
        let words = |first: usize, end: usize| {
            let tokens = self.tokens.get(first..end).unwrap_or_default();
            self.lexicon.topic_cues.back(self.text, tokens)
        };
        let (verb, end) = (self.tokens.first_from(clause.phrase.start), self.tokens.first_from(clause.span.end));
        let own = self.tokens.first_from(clause.phrase.end);
        let tail = verb.saturating_sub(TAIL).max(self.tokens.first_from(previous.phrase.end));
        words(tail, verb).or_else(|| {
            let before_tail = if self.ends_in_aside(end) { end.saturating_sub(TAIL) } else { end };
            words(own, before_tail.max(own))
        })
    }

    /// Whether the words before a token are an aside to the clause that begins with it: "and in this regard".
    fn ends_in_aside(&self, end: usize) -> bool {
        (end.saturating_sub(TAIL)..end).any(|at| self.gap_before(at).contains(JOINTS)) && end < self.tokens.len()
    }

    fn gap_before(&self, at: usize) -> &str {
        self.tokens.gap_before(self.text, at)
    }
}

/// How many different places these topics are.
fn n_places(found: &[TopicFound]) -> usize {
    let mut places: Vec<TopicIndex> = Vec::new();
    for found in found.iter().filter(|found| found.is_place) {
        if !places.contains(&found.topic) {
            places.push(found.topic);
        }
    }
    places.len()
}

/// Adds evidence to its topic, whose rank is that of its highest evidence.
fn add_evidence(topics: &mut Vec<TopicMatch>, id: &TopicId, rank: TopicRank, evidence: Evidence) {
    match topics.iter_mut().find(|known| known.topic == *id) {
        // An inherited topic is now named.
        Some(known) if known.rank == TopicRank::Inherited => {
            *known = TopicMatch { topic: id.clone(), rank, evidence: vec![evidence] };
        }
        Some(known) => {
            known.rank = known.rank.min(rank);
            known.evidence.push(evidence);
        }
        None => topics.push(TopicMatch { topic: id.clone(), rank, evidence: vec![evidence] }),
    }
}

/// Adds the topic of a clause that asks for a report, whichever words do, unless its own words have given it.
pub(super) fn add_reporting(topics: &mut Vec<TopicMatch>, evidence: Evidence) {
    let id = TopicId::listed("reporting");
    topics.retain(|known| known.rank != TopicRank::Inherited);
    if !topics.iter().any(|known| known.topic == id) {
        add_evidence(topics, &id, TopicRank::Main, evidence);
    }
}

/// Sorts the topics of a clause by rank. If all are secondary, they become the main topics.
pub(super) fn settle(topics: &mut [TopicMatch]) {
    if topics.iter().all(|topic| topic.rank == TopicRank::Secondary) {
        for topic in topics.iter_mut() {
            topic.rank = TopicRank::Main;
        }
    }
    topics.sort_by_key(|topic| topic.rank);
}
