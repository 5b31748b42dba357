//! Links: an address survives a round trip, and impossible parts are dropped.

use dispositif::address::{Address, Axes, Column, DocumentScope, Grouping, Rest, Sort, View};
use dispositif::model::DocumentLink;
use dispositif::query::{Axis, Choice, Facet, Query, RoleScope, Stance, TopicScope};
use proptest::prelude::*;

fn read(url: &str) -> Address {
    let (search, fragment) = url.split_once('#').unwrap_or((url, ""));
    Address::read(search, fragment)
}

fn choice(facet: Facet, value: &str, excluded: bool) -> Choice {
    Choice { facet, value: value.to_owned(), excluded }
}

#[test]
fn a_link_says_the_whole_question_in_order() {
    let address = read("?topic=prisons&actor=unodc&action=prier+instamment&actor!=member-states&q=%C3%A9tat#op5.2");
    assert_eq!(
        address.query.choices,
        [
            choice(Facet::Topic, "prisons", false),
            choice(Facet::Actor, "unodc", false),
            choice(Facet::Action, "prier instamment", false),
            choice(Facet::Actor, "member-states", true),
        ]
    );
    assert_eq!(address.query.text, "état");
    assert_eq!(address.place, "op5.2");
    assert_eq!(
        address.write(),
        "?topic=prisons&actor=unodc&action=prier+instamment&actor!=member-states&q=%C3%A9tat#op5.2"
    );
}

#[test]
fn a_link_says_how_it_is_shown() {
    let address = read("?actor=unodc&view=table&sort=-due&by=topic.class");
    assert_eq!((address.view, address.sort), (View::Table, Sort { by: Column::Due, down: true }));
    assert_eq!(address.axes, Axes { rows: Axis::Topic, columns: Axis::Class });
    assert_eq!(address.write(), "?actor=unodc&view=table&sort=-due&by=topic.class");
    // What there is no such thing of is shown as ever.
    assert_eq!(read("?view=film&sort=-colour&by=actor").write(), "");
}

#[test]
fn the_brief_has_groups_of_its_own_and_older_links_give_them_as_the_tables_order() {
    let older = read("?view=brief&sort=topic");
    assert_eq!((older.grouping, older.sort), (Grouping::Topic, Sort::default()));
    assert_eq!(older.write(), "?view=brief&group=topic");
    assert_eq!(read("?view=brief&sort=addressee").grouping, Grouping::Actor);
    let table = read("?view=table&sort=topic");
    assert_eq!((table.grouping, table.sort.by), (Grouping::Document, Column::Topic));
    // A table that is sorted by topic stays so behind a brief that is not.
    let brief = Address { view: View::Brief, ..table };
    assert_eq!(read(&brief.write()), brief);
}

#[test]
fn a_second_click_on_a_head_sorts_from_the_end_and_another_head_from_the_beginning() {
    let once = Sort::default().after(Column::Verb);
    assert_eq!(once, Sort { by: Column::Verb, down: false });
    assert_eq!(once.after(Column::Verb), Sort { by: Column::Verb, down: true });
    assert_eq!(once.after(Column::Verb).after(Column::Due), Sort { by: Column::Due, down: false });
}

#[test]
fn a_symbol_can_be_read_in_a_link() {
    let address = Address { document: Some(DocumentLink::read("S/RES/1325 (2000)")), ..Address::default() };
    assert_eq!(address.write(), "?doc=S/RES/1325+%282000%29");
    assert_eq!(read(&address.write()), address);
}

#[test]
fn a_link_says_which_document_is_shown_and_which_are_asked() {
    let url = "?doc=A/RES/74/175@fr&in=A/RES/74/175@fr&in=~3f9c0000000000000000000000000000";
    let address = read(url);
    assert_eq!(address.write(), url);
    assert_eq!(address.scope.chosen().len(), 2);
    assert_eq!(read("?in=this").scope, DocumentScope::Shown);
    // A link of an older version.
    assert_eq!(read("?doc=A/RES/74/175").document, Some(DocumentLink::Work("A/RES/74/175".into(), None)));
}

#[test]
fn nothing_asked_is_nothing_written() {
    assert_eq!(Address::default().write(), "");
    assert_eq!(read(""), Address::default());
    assert_eq!(read("?#"), Address::default());
}

#[test]
fn an_unknown_key_is_ignored_and_an_impossible_value_dropped() {
    assert_eq!(read("?colour=blue&role=king&rest=asleep&actor=&&=&doc="), Address::default());
}

#[test]
fn a_value_that_the_document_cannot_offer_is_dropped() {
    let address = read("?actor=unodc&actor=martians&topic!=prisons").checked(|_, value| value != "martians");
    assert_eq!(address.write(), "?actor=unodc&topic!=prisons");
}

#[test]
fn the_last_word_on_a_value_counts() {
    let address = read("?actor=unodc&topic=prisons&actor!=unodc");
    assert_eq!(address.query.stance(Facet::Actor, "unodc"), Stance::Excluded);
    assert_eq!(address.query.choices.len(), 2);
}

#[test]
fn an_encoded_mark_in_a_key_excludes_too() {
    assert_eq!(read("?actor%21=unodc"), read("?actor!=unodc"));
}

#[test]
fn a_broken_escape_stands_for_itself() {
    assert_eq!(read("?q=100%+s%C3").query.text, "100% s\u{fffd}");
    assert_eq!(read("?q=%zz%4").query.text, "%zz%4");
}

prop_compose! {
    fn any_choice()(facet in 0..4usize, value in ".{1,12}", excluded: bool) -> Choice {
        Choice { facet: Facet::ALL[facet], value, excluded }
    }
}

fn any_scope() -> impl Strategy<Value = DocumentScope> {
    let links = proptest::collection::btree_set(".{1,20}".prop_map(|link| DocumentLink::read(&link)), 1..4);
    let chosen = links.prop_map(|links| DocumentScope::Chosen(links.into_iter().collect()));
    prop_oneof![Just(DocumentScope::Library), Just(DocumentScope::Shown), chosen]
}

prop_compose! {
    fn any_address()(
        [document, beside] in proptest::array::uniform2(proptest::option::of(".{1,20}")),
        choices in proptest::collection::vec(any_choice(), 0..6),
        any_role: bool,
        text in ".{0,20}",
        rest in 0..3usize,
        (view, grouping) in (0..View::ALL.len(), 0..Grouping::ALL.len()),
        (by, down, rows, columns) in (0..5usize, any::<bool>(), 0..Axis::ALL.len(), 0..Axis::ALL.len()),
        place in ".{0,10}",
        scope in any_scope(),
    ) -> Address {
        let mut query = Query { text, ..Query::default() };
        for choice in choices {
            query.choose(choice);
        }
        query.topics = if any_role { TopicScope::Main } else { TopicScope::All };
        query.role = if any_role { RoleScope::Any } else { RoleScope::Addressee };
        Address {
            document: document.map(|link| DocumentLink::read(&link)),
            beside: beside.map(|link| DocumentLink::read(&link)),
            scope,
            query,
            view: View::ALL[view],
            rest: Rest::ALL[rest],
            sort: Sort { by: Column::ALL[by], down },
            grouping: Grouping::ALL[grouping],
            axes: Axes { rows: Axis::ALL[rows], columns: Axis::ALL[columns] },
            place,
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_again(address in any_address()) {
        let url = address.write();
        prop_assert!(url.is_ascii() && !url.contains([' ', '"', '<', '>', '\'']), "{url}");
        prop_assert_eq!(read(&url), address);
    }

    #[test]
    fn any_link_at_all_can_be_read(url in ".{0,60}") {
        let address = read(&url);
        prop_assert_eq!(read(&address.write()), address);
    }
}

#[test]
fn a_link_to_two_texts_side_by_side_is_read_back() {
    let search = "?doc=A/RES/80/301@en&beside=A/RES/80/301@ar&q=lights";
    let address = Address::read(search, "");
    assert_eq!(address.beside.as_ref().map(ToString::to_string).as_deref(), Some("A/RES/80/301@ar"));
    assert_eq!(address.write(), search);
    assert_eq!(Address::read("?beside=", "").beside, None);
}
