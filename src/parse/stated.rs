//! Clauses whose subject is the actor that must act: “States **are invited to** …”, «Le Secrétariat **est prié** d'…», “Member States
//! **commit to** …”. Annexes, programmes of action and decisions of other bodies use them.

use super::clauses::Opening;
use crate::lexicon::Lexicon;
use crate::lexicon::verbs::{Mood, Phrase};
use crate::lexicon::vocabulary::Tokens;
use crate::model::Span;
use crate::text::tokens::may_begin_a_sentence;

/// The act that a paragraph states about its subject; promises count where `promises` says so.
pub fn act(text: &str, tokens: &Tokens<'_>, lexicon: &Lexicon, promises: bool) -> Option<Opening> {
    const LONGEST_SUBJECT: usize = 12;
    if !text.starts_with(may_begin_a_sentence) {
        return None;
    }
    let words = lexicon.words;
    for at in 1..LONGEST_SUBJECT.min(tokens.len()) {
        if tokens.gap_before(text, at).contains([',', ';', ':', '.', '(', '«', '“'])
            || words.relatives.contains(tokens.folded(at))
        {
            return None;
        }
        let verbs = &lexicon.verbs;
        let promise = || verbs.stated_promises.at(tokens, at).filter(|_| promises);
        let found = verbs.stated_requests.at(tokens, at).or_else(promise);
        let Some((lemma, n_words)) = found else { continue };
        let end = at + n_words;
        // “are **also** invited to” has its adverb before the participle; “are invited, as appropriate, to” after it.
        let follows = (end..end + 3).any(|at| {
            let word = (lexicon.rules.cue_form)(tokens.folded(at));
            words.infinitive_marks.contains(word) || words.address_prepositions.contains(word)
        });
        let (verb, action, class) = verbs.act(lemma)?;
        let first = tokens.get(at)?.span;
        let last = tokens.get(end - 1)?.span;
        let span = Span { start: first.start, end: last.end };
        let subject = Span {
            start: 0,
            end: at.checked_sub(1).and_then(|before| tokens.get(before)).map_or(0, |word| word.span.end),
        };
        return follows.then_some(Opening {
            phrase: Phrase {
                span,
                start: span.start,
                mood: Mood::Finite,
                verb,
                action,
                class,
                modifiers: Vec::new(),
                head_only: false,
                known: true,
                first_person: false,
                in_past: false,
            },
            span: Span::new(0, text.len()),
            subject: Some(subject),
        });
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::model::Role;
    use crate::parse::parse;

    /// The acts of an annex of one paragraph: what is done, and who is asked.
    fn acts(paragraph: &str) -> Vec<(String, Vec<String>)> {
        let is_french = paragraph.contains(['é', 'à', 'É']);
        let head = if is_french {
            "L’Assemblée générale,\n\nRappelant la question,\n\n1. Adopte le plan.\n\nAnnexe\n\nPlan"
        } else {
            "The General Assembly,\n\nRecalling the matter,\n\n1. Adopts the plan.\n\nAnnex\n\nPlan"
        };
        let parsed = parse(&format!("{head}\n\n1. {paragraph}"));
        let clauses = parsed.resolution.clauses().filter(|(paragraph, _)| paragraph.id.as_str().starts_with("an"));
        clauses
            .map(|(_, clause)| {
                let asked = clause.actors.iter().filter(|mention| mention.role == Role::Addressee);
                (clause.action.to_string(), asked.map(|mention| mention.actor.to_string()).collect())
            })
            .collect()
    }

    fn one(action: &str, asked: &[&str]) -> Vec<(String, Vec<String>)> {
        vec![(action.to_owned(), asked.iter().map(|&id| id.to_owned()).collect())]
    }

    #[test]
    fn a_subject_can_be_the_addressee() {
        assert_eq!(acts("The Secretary-General is requested to report."), one("request", &["secretary-general"]));
        assert_eq!(acts("Port authorities are also invited to keep logs."), one("invite", &["x-port-authorities"]));
        assert_eq!(
            acts("Le Secrétaire général est prié de faire rapport."),
            one("request", &["secretary-general"])
        );
        assert_eq!(
            acts("Les autorités portuaires sont invitées à tenir un registre."),
            one("invite", &["x-autorites-portuaires"])
        );
    }

    #[test]
    fn a_promise_is_a_clause_of_the_one_who_promises() {
        assert_eq!(acts("Member States commit to report every year."), one("commit", &["member-states"]));
        assert_eq!(acts("Les États Membres s’engagent à faire rapport."), one("commit", &["member-states"]));
    }

    #[test]
    fn a_mere_statement_is_not_an_act() {
        for text in [
            "The Commission shall meet twice a year.",
            "The report that States are requested to submit is late.",
            "The reports are requested every year.",
        ] {
            assert!(acts(text).is_empty(), "{text}: {:?}", acts(text));
        }
    }
}
