//! The time frame of a document: which sessions are meant, and which are past.

use crate::language::{WordList, document, rules, words};
use crate::model::{ActorId, BodySession, Clause, Date, Due, Language, Mention, Organ, Resolution, Role, Span};
use crate::text::fold::fold;

/// A document's calendar: which sessions are meant, and which are past.
#[derive(Clone, Copy, Debug, Default)]
pub struct Calendar {
    pub(super) language: Language,
    pub(super) organ: Organ,
    /// Whether it names an organ that we have no name for, and that counts its own sessions.
    pub(super) has_other_organ: bool,
    /// The session that the document itself is of.
    pub(super) session: Option<u16>,
    /// When it was adopted.
    pub(super) adopted: Option<Date>,
    /// The last day that was named before.
    pub(super) named: Option<Date>,
}

/// The body whose session it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SessionOwner {
    /// The General Assembly's: its number gives the years.
    Assembly,
    /// That of the organ whose document it is, another one.
    Own,
    /// That of the body named here.
    Other(Span, ActorId),
    /// The session of the body named after it: “at the seventieth session **of the Commission**”.
    Host(ActorId),
    /// That of the body that is asked: “Requests **the Commission** to consider the matter at its seventieth session”.
    Addressee(ActorId),
}

/// How far, in bytes, a body may be from its session: “to the Council, through the Committee, at its”.
const NEAR_A_SESSION: u32 = 12;

/// Whether nothing, or only what leads to a session, is between a body and its session: «اللجنة **في** دورتها».
fn is_beside(between: &str, language: Language) -> bool {
    let lead = fold(between.trim());
    lead.is_empty() || words(language).session_leads.contains(&lead)
}

impl Calendar {
    /// Of a resolution.
    pub fn of(resolution: &Resolution) -> Self {
        Self {
            language: resolution.language,
            organ: resolution.organ,
            has_other_organ: resolution.organ == Organ::Other
                && resolution.paragraphs.iter().any(|paragraph| paragraph.id.is_first_organ()),
            session: resolution.session,
            adopted: resolution.adopted,
            named: None,
        }
    }

    /// The same document where it quotes a text of another organ.
    pub fn of_organ(self, organ: Organ) -> Self {
        Self { organ, session: None, has_other_organ: false, ..self }
    }

    /// Whether a session right after an actor belongs to the name.
    pub(super) fn is_named_by(self, text: &str, mention: &Mention, start: u32) -> bool {
        let is_next = || {
            mention.span.end <= start
                && rules(self.language).writing.has_blanks
                && is_beside(Span { start: mention.span.end, end: start }.of(text), self.language)
        };
        mention.within.is_none() && (mention.span.contains(start as usize) || is_next())
    }

    /// The body whose session a clause names.
    ///
    /// “to the Commission on Rivers at its thirtieth session”: the session is of the body that the request is sent to, or else of the organ itself.
    pub(super) fn whose(self, text: &str, clause: &Clause, at: u32, session: u16) -> SessionOwner {
        // “through the Executive Board at its 160th session”: nothing but a comma takes the session from the one beside it.
        let beside = clause.actors.iter().rfind(|mention| mention.within.is_none() && mention.span.end <= at);
        if let Some(partner) = beside.filter(|mention| mention.role == Role::Partner)
            && is_beside(Span { start: partner.span.end, end: at }.of(text), self.language)
            && partner.actor.as_str() != self.organ.key()
        {
            return SessionOwner::Host(partner.actor.clone());
        }
        let mut named = clause.actors.iter().filter(|mention| mention.within.is_none() && mention.span.end <= at);
        let last = named.rfind(|mention| !matches!(mention.role, Role::Addressee | Role::Partner));
        let near = last.filter(|mention| at - mention.span.end <= NEAR_A_SESSION);
        // « présenter **au Conseil** un exposé oral à sa soixante-troisième session et un rapport à sa soixante-sixième »
        let is_far = || self.session.is_some() && !self.may_be_the_next(session);
        let sent_to = || {
            last.filter(|mention| {
                is_far() && super::session_times::goes_to(text, clause, mention.span, self.language)
            })
        };
        match near.or_else(sent_to) {
            Some(mention) if mention.actor.as_str() == Organ::GeneralAssembly.key() => SessionOwner::Assembly,
            Some(mention) if mention.actor.as_str() == self.organ.key() => SessionOwner::Own,
            Some(mention) => SessionOwner::Other(mention.span, mention.actor.clone()),
            None if self.asked_body(text, clause, at).is_some() && !self.may_be_the_next(session) => {
                self.asked_body(text, clause, at).map_or(SessionOwner::Own, SessionOwner::Addressee)
            }
            None if self.has_other_organ => SessionOwner::Own,
            None if matches!(self.organ, Organ::GeneralAssembly | Organ::Other) => SessionOwner::Assembly,
            None => SessionOwner::Own,
        }
    }

    /// The body that is asked to do something at a session of its own: nobody else is named after it, and no pronoun is there for another.
    fn asked_body(self, text: &str, clause: &Clause, at: u32) -> Option<ActorId> {
        let mut before = clause.actors.iter().filter(|mention| mention.within.is_none() && mention.span.end <= at);
        let asked = before.rfind(|mention| mention.role == Role::Addressee)?;
        let lists = words(self.language);
        let has_word = |text: &str, list: &WordList| {
            let is_it =
                |word: &str| list.contains(word) || word.strip_suffix('s').is_some_and(|one| list.contains(one));
            fold(text).split(|letter: char| !letter.is_alphanumeric()).any(is_it)
        };
        let between = Span { start: asked.span.end, end: at }.of(text);
        // “to consider **it** at its next session” sends it to nobody, “to report to **it**” to the organ.
        let words_between = fold(between);
        let mut words =
            words_between.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut last = "";
        let is_other = words.any(|word| {
            let is_object = lists.pronouns_after.contains(word) && !lists.recipients.contains(last);
            last = word;
            lists.own_pronouns.contains(word) && !is_object
        });
        let is_sent_on = is_other || has_word(between, &lists.clause_subjects);
        let name = asked.span.of(text);
        let has_blanks = rules(self.language).writing.has_blanks;
        let bodies = &document().bodies;
        let holds_sessions = if has_blanks { has_word(name, bodies) } else { bodies.strip_end(name).is_some() };
        (holds_sessions && !is_sent_on && asked.actor.as_str() != self.organ.key()).then(|| asked.actor.clone())
    }

    /// Whether a session with this number may be one of the organ's own next ones.
    fn may_be_the_next(self, session: u16) -> bool {
        const MOST: u16 = 8;
        self.session.is_some_and(|own| (own..=own + MOST).contains(&session))
    }

    /// The meetings that are named by an acronym and a number: “for consideration **at CMA 7**”, «à la COP 31».
    pub(super) fn numbered_meetings(self, text: &str, clause: &Clause) -> Vec<Due> {
        let lists = words(self.language);
        let leads = |word: &str| lists.session_leads.iter().any(|lead| lead.split(' ').next() == Some(word));
        let mut times = Vec::new();
        for mention in clause.actors.iter().filter(|mention| mention.within.is_none()) {
            // «la COP» has its article with it.
            let name = mention.span.of(text).rsplit(' ').next().unwrap_or_default();
            let end = clause.span.end.max(mention.span.end);
            let after = Span { start: mention.span.end, end }.of(text);
            let number = after.trim_start_matches([' ', '\u{a0}', '-']);
            let digits = number.split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or_default();
            let is_acronym = name.len() > 2 && name.chars().all(|letter| letter.is_ascii_uppercase());
            let Some(number_of_meeting) = digits.parse().ok().filter(|_| is_acronym && digits.len() < 3) else {
                continue;
            };
            let before = fold(Span { start: clause.span.start, end: mention.span.start }.of(text));
            let mut before =
                before.split(|letter: char| !letter.is_alphanumeric()).rev().filter(|word| !word.is_empty());
            let is_small = |word: &&str| lists.the.contains(word) || lists.of.contains(word);
            if before.find(|word| !is_small(word)).is_some_and(leads) {
                let start = mention.span.start;
                let end = mention.span.end + (after.len() - number.len() + digits.len()) as u32;
                let body_session = Some(BodySession { body: mention.actor.clone(), number: number_of_meeting });
                times.push(Due { span: Span { start, end }, body_session, ..Due::default() });
            }
        }
        times
    }

    /// The body that holds a session, named after it: “of the Commission on Rivers”.
    pub(super) fn host(self, text: &str, clause: &Clause, end: u32) -> Option<SessionOwner> {
        let own = clause.actors.iter().filter(|mention| mention.within.is_none() && mention.span.start >= end);
        let mention = own.min_by_key(|mention| mention.span.start)?;
        let lead = Span { start: end, end: mention.span.end }.of(text);
        let first = lead.split(|letter: char| !letter.is_alphanumeric()).find(|word| !word.is_empty())?;
        let is_near = mention.span.start - end <= NEAR_A_SESSION && lead.starts_with(' ');
        let of = (rules(self.language).cue_form)(first);
        (is_near && words(self.language).of.contains(of)).then(|| match mention.actor.as_str() {
            key if key == Organ::GeneralAssembly.key() => SessionOwner::Assembly,
            key if key == self.organ.key() => SessionOwner::Own,
            _ => SessionOwner::Host(mention.actor.clone()),
        })
    }

    /// Whether the session with this number, of the organ itself, is still to come.
    pub(super) fn is_session_to_come(self, session: u16) -> bool {
        self.session.is_none_or(|own| session >= own)
    }

    /// Whether the session with this number, of the organ itself, is after the one that the document is of.
    pub(super) fn is_later(self, session: u16) -> bool {
        self.session.is_some_and(|own| session > own)
    }

    /// Whether a date is not past when the document speaks.
    pub(super) fn is_to_come(self, date: Date) -> bool {
        let of_session = || self.session.map(|session| Due::years_of_session(session).0);
        let Some(own) = self.adopted else { return of_session().is_none_or(|year| date.year >= year) };
        let day = |date: Date| (date.year, date.month.unwrap_or(12), date.day.unwrap_or(31));
        day(date) >= day(own)
    }

    /// The same after a clause that names these times.
    pub fn after_times(self, times: &[Due]) -> Self {
        let named = times.iter().rev().filter_map(|due| due.date).find(|date| date.day.is_some());
        Self { named: named.or(self.named), ..self }
    }

    /// Another calendar of the same document, further on in it.
    pub fn going_on_as(self, other: Self) -> Self {
        Self { named: self.named, ..other }
    }

    /// So many months or days after a day.
    pub(super) fn after(date: Option<Date>, months: u32, days: u32) -> Option<Date> {
        let Date { year, month: Some(month), day: Some(day) } = date? else { return None };
        let mut months = u32::from(year) * 12 + u32::from(month) - 1 + months;
        let mut day = u32::from(day) + days;
        let length = |months: u32| match months % 12 + 1 {
            2 if (months / 12).is_multiple_of(4) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if days == 0 {
            // A month after the last day of January is the last one of February.
            day = day.min(length(months));
        }
        while day > length(months) {
            day -= length(months);
            months += 1;
        }
        let year = u16::try_from(months / 12).ok()?;
        Some(Date { year, month: u8::try_from(months % 12 + 1).ok(), day: u8::try_from(day).ok() })
    }
}
