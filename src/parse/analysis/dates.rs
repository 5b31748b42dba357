//! The deadlines of all clauses, including those that lists set.

use crate::model::{
    ActorId, Clause, ClauseClass, ClauseId, Due, Evidence, Mention, Paragraph, ParagraphId, Resolution, Role, Span,
};
use crate::parse::due::{Calendar, due, report_words};
use crate::parse::organ_line::organ_of;
use crate::parse::topics::add_reporting;
use foldhash::fast::FixedState;
use std::collections::HashMap;

pub(super) fn set_due_dates(resolution: &mut Resolution) {
    let own = Calendar::of(resolution);
    let mut pending: Vec<(ClauseId, Due, Option<Evidence>)> = Vec::new();
    let mut of_items = mentions_of_items(resolution);
    let mut calendar = own;
    for paragraph in &mut resolution.paragraphs {
        // A text that is recommended to another organ speaks of that one's sessions.
        if paragraph.names_the_organ() {
            let quotes = paragraph.text.starts_with(['«', '“', '"']);
            calendar = organ_of(&paragraph.text).filter(|_| quotes).map_or(own, |organ| own.of_organ(organ));
        }
        let after = if paragraph.text.ends_with(['»', '”', '"']) { own } else { calendar };
        let Paragraph { id: own_id, text, clauses, continues, .. } = paragraph;
        for clause in clauses.iter_mut() {
            clause.due = due(text, clause, calendar);
            calendar = calendar.after_times(&clause.due);
            let by = addressees(clause);
            for due in &mut clause.due {
                due.by.clone_from(&by);
            }
            if clause.due.iter().any(|due| due.report)
                && let Some(span) = report_words(text, clause, calendar)
            {
                add_reporting(&mut clause.topics, Evidence { span, within: None });
            }
        }
        // A list may set the time of the clause that it continues; its words then are elsewhere.
        // A quoted paragraph sets a time in the text that it is quoted from.
        if let Some(id) = continues.as_ref().filter(|_| !text.starts_with(['«', '“', '"'])) {
            let actors = of_items.remove(own_id).unwrap_or_default();
            let span = Span::new(0, text.len());
            let whole = Clause { span, class: ClauseClass::Directive, actors, ..Clause::default() };
            let within = Some(own_id.clone());
            let report = report_words(text, &whole, calendar);
            let report = report.map(|span| Evidence { span, within: within.clone() });
            let times = due(text, &whole, calendar).into_iter();
            pending.extend(times.map(|due| {
                let report = report.clone().filter(|_| due.report);
                (id.clone(), Due { within: within.clone(), ..due }, report)
            }));
        }
        calendar = calendar.going_on_as(after);
    }
    if pending.is_empty() {
        return;
    }
    let numbered = resolution.paragraphs.iter().enumerate();
    let places: HashMap<&ClauseId, (usize, usize), FixedState> = numbered
        .flat_map(|(i, paragraph)| {
            paragraph.clauses.iter().enumerate().map(move |(n, clause)| (&clause.id, (i, n)))
        })
        .collect();
    let placed: Vec<_> =
        pending.into_iter().filter_map(|(id, due, report)| Some((*places.get(&id)?, due, report))).collect();
    for ((paragraph, clause), due, report) in placed {
        let clause =
            resolution.paragraphs.get_mut(paragraph).and_then(|paragraph| paragraph.clauses.get_mut(clause));
        let Some(clause) = clause else { continue };
        if let Some(report) = report.filter(|_| clause.class == ClauseClass::Directive) {
            add_reporting(&mut clause.topics, report);
        }
        if (due.session.is_some()
            || due.body_session.is_some()
            || due.date.is_some()
            || !clause.due.iter().any(|known| known.report))
            && !clause.due.iter().any(|known| is_same_time(known, &due))
            && matches!(clause.class, ClauseClass::Directive | ClauseClass::Deciding)
        {
            let by = addressees(clause);
            clause.due.push(Due { by, ..due });
        }
    }
}

/// The actors that each item of a list names, as if it were a clause of its own.
fn mentions_of_items(resolution: &Resolution) -> HashMap<ParagraphId, Vec<Mention>, FixedState> {
    let mut of_items: HashMap<ParagraphId, Vec<Mention>, FixedState> = HashMap::default();
    for mention in resolution.clauses().flat_map(|(_, clause)| &clause.actors) {
        if let Some(item) = &mention.within {
            of_items.entry(item.clone()).or_default().push(Mention { within: None, ..mention.clone() });
        }
    }
    of_items
}

/// Whether two times are the same, whatever words say them.
fn is_same_time(one: &Due, other: &Due) -> bool {
    (one.session, &one.body_session, one.date) == (other.session, &other.body_session, other.date)
}

fn addressees(clause: &Clause) -> Vec<ActorId> {
    let mut ids: Vec<ActorId> = Vec::new();
    for mention in clause.actors.iter().filter(|mention| mention.role == Role::Addressee) {
        if !ids.contains(&mention.actor) {
            ids.push(mention.actor.clone());
        }
    }
    ids
}
