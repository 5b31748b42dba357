//! Clauses whose verb comes after its object: «对这一局势**表示关切**», «向秘书长**表示感谢**».

use crate::language::Words;
use crate::lexicon::Lexicon;
use crate::lexicon::verbs::Phrase;
use crate::lexicon::vocabulary::Tokens;
use crate::model::{ClauseClass, Span};
use crate::text::marks::JOINTS;

/// The longest preposed phrase, in words.
const LONGEST: usize = 120;

/// The phrase that ends what opens with a preposition at a word. Its clause begins there.
pub fn phrase_after_object(text: &str, tokens: &Tokens<'_>, lexicon: &Lexicon, at: usize) -> Option<Phrase> {
    if !lexicon.words.before_objects.contains(tokens.folded(at)) {
        return None;
    }
    let start = tokens.get(at)?.span.start;
    let mut end = start;
    for place in (at..tokens.len()).take(LONGEST) {
        let word = tokens.get(place)?.span;
        let gap = Span { start: end.min(word.start), end: word.start }.of(text);
        if place > at && gap.contains(JOINTS) {
            return None;
        }
        end = word.end;
        let Some(phrase) = lexicon.verbs.phrase_in(text, tokens, place) else { continue };
        let after = text.get(phrase.span.end as usize..)?.trim_start();
        let ends_it = after.is_empty() || after.starts_with(JOINTS) || after.starts_with(['。', '.', '：', ':']);
        // «向会员国提供技术**支持**»: a verb that is also a noun ends another phrase.
        if ends_it && place > at + 1 && phrase.class == ClauseClass::Evaluative && !phrase.head_only {
            return Some(Phrase { start, ..phrase });
        }
    }
    None
}

/// The object of such a phrase: the words between the preposition and the verb.
pub fn object_of(text: &str, phrase: &Phrase, words: &Words) -> Option<Span> {
    let before = Span { start: phrase.start, end: phrase.span.start };
    let preposition = words.before_objects.iter().find(|word| before.of(text).starts_with(word))?;
    Some(Span { start: before.start + preposition.len() as u32, ..before })
}

#[cfg(test)]
mod tests {
    use crate::parse::parse;

    #[test]
    fn a_verb_may_come_after_what_it_is_about() {
        let text = "A/RES/80/9\n\n大会，\n\n对人道主义人员遭受的攻击增加感到震惊，\n\n1. 对这一局势表示严重关切；\n\n2. 欢迎这份报告，\
                    并对秘书长表示感谢；\n\n3. 请会员国对此采取行动。";
        let resolution = parse(text).resolution;
        let found: Vec<(&str, &str, &str)> = resolution
            .clauses()
            .map(|(paragraph, clause)| {
                let actor = clause.actors.iter().find(|mention| mention.role == crate::model::Role::Addressee);
                let actor = actor.map_or("", |mention| mention.actor.as_str());
                (clause.id.as_str(), clause.phrase.of(&paragraph.text), actor)
            })
            .collect();
        assert_eq!(
            found,
            [
                ("pp1.1", "感到震惊", ""),
                ("op1.1", "表示严重关切", ""),
                ("op2.1", "欢迎", ""),
                ("op2.2", "表示感谢", "secretary-general"),
                ("op3.1", "请", "member-states"),
            ]
        );
    }
}
