use super::*;
use crate::lexicon::vocabulary::Vocabulary;
use crate::model::Language;

fn french() -> VerbTable {
    VerbTable::load(Language::French, &mut Vocabulary::of(Language::French))
}

/// (phrase, lemma, action, modifiers)
fn check(text: &str, expected: Option<(&str, &str, &str, &[&str])>) {
    let phrase = french().phrase_at(text, 0);
    let found = phrase.as_ref().map(|p| {
        let modifiers: Vec<&str> = p.modifiers.iter().map(String::as_str).collect();
        (p.span.of(text), p.verb.as_str(), p.action.as_str(), modifiers)
    });
    let expected = expected.map(|(phrase, verb, action, modifiers)| (phrase, verb, action, modifiers.to_vec()));
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_link_is_taken_off_the_lemma_and_kept_in_the_phrase() {
    check("Prie également l’Office", Some(("Prie également", "prier", "request", &["également"])));
    check("Soulignant de nouveau qu’il", Some(("Soulignant de nouveau", "souligner", "stress", &["de nouveau"])));
}

#[test]
fn a_manner_that_makes_another_act_belongs_to_the_lemma() {
    check("Prie instamment les États", Some(("Prie instamment", "prier instamment", "urge", &[])));
    check(
        "Prie également instamment",
        Some(("Prie également instamment", "prier instamment", "urge", &["également"])),
    );
    check(
        "Prend note avec une profonde satisfaction du rapport",
        Some((
            "Prend note avec une profonde satisfaction",
            "prendre note avec satisfaction",
            "take_note_with_appreciation",
            &[],
        )),
    );
}

#[test]
fn an_adverb_may_stand_inside_a_verb_of_two_words() {
    check(
        "Prenant également note du rapport",
        Some(("Prenant également note", "prendre note", "take_note", &["également"])),
    );
}

#[test]
fn a_state_completes_the_verb_or_stands_alone() {
    check(
        "Se déclarant gravement préoccupé par",
        Some(("Se déclarant gravement préoccupé", "se déclarer préoccupé", "express_concern", &["gravement"])),
    );
    check(
        "Profondément préoccupée également par",
        Some(("Profondément préoccupée également", "préoccupé", "express_concern", &["également", "profondément"])),
    );
    check("Consciente du rôle", Some(("Consciente", "conscient", "be_aware", &[])));
}

#[test]
fn an_attitude_completes_the_verb() {
    check(
        "Exprime sa plus vive préoccupation face à",
        Some(("Exprime sa plus vive préoccupation", "exprimer sa préoccupation", "express_concern", &[])),
    );
    check(
        "Réaffirmant son ferme attachement à la",
        Some(("Réaffirmant son ferme attachement", "réaffirmer son attachement", "reaffirm", &[])),
    );
    check("Réaffirme ses résolutions antérieures", Some(("Réaffirme", "réaffirmer", "reaffirm", &[])));
    check(
        "Exprime sa profonde sympathie et ses condoléances au peuple",
        Some((
            "Exprime sa profonde sympathie et ses condoléances",
            "exprimer sa sympathie",
            "express_sympathy",
            &[],
        )),
    );
    check(
        "Exprime son appui ferme et entier et prie",
        Some(("Exprime son appui ferme et entier", "exprimer son appui", "support", &[])),
    );
}

#[test]
fn a_reflexive_is_part_of_the_phrase_and_a_pronoun_is_not() {
    check(
        "S’inquiétant une nouvelle fois de ce que",
        Some(("S’inquiétant une nouvelle fois", "s'inquiéter", "express_concern", &["une nouvelle fois"])),
    );
    check("les engage à", Some(("engage", "engager", "call_upon", &[])));
}

#[test]
fn a_word_that_opens_no_clause_is_no_phrase() {
    check("Les États Membres", None);
    check("notamment à la Charte", None);
}

#[test]
fn an_unknown_verb_at_the_head_is_recognised_by_its_ending() {
    let table = french();
    let text = "Bricole également une solution";
    assert_eq!(table.phrase_at(text, 0), None);
    let guess = table.guess(text, 0, Mood::Finite).unwrap();
    assert_eq!((guess.span.of(text), guess.verb.as_str(), guess.known), ("Bricole également", "bricole", false));
    assert_eq!(table.guess("Les États", 0, Mood::Participle), None);
}

#[test]
fn a_verb_has_a_label_even_when_it_is_composed() {
    let table = french();
    let entry =
        table.entry(&"exprimer sa préoccupation".into(), &"express_concern".into(), ClauseClass::Evaluative);
    assert_eq!(entry.label, "Exprime sa préoccupation");
    let entry = table.entry(&"prier".into(), &"request".into(), ClauseClass::Directive);
    assert_eq!(entry.equivalents.first(), Some(&("Requests".to_owned(), 95)));
}
