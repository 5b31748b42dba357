//! The table of a document of many hundred clauses.

use dispositif::i18n::{UiLanguage, texts};
use dispositif::library::Library;
use dispositif::ui::state::Corpus;
use dispositif::ui::{App, AppProps};
use js_sys::Promise;
use std::fmt::Write as _;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, Element, Window};

const N_CLAUSES: usize = 900;

fn window() -> Window {
    web_sys::window().unwrap()
}

fn document() -> Document {
    window().document().unwrap()
}

/// A resolution of that many operative clauses.
fn long_text() -> String {
    let mut text = "L’Assemblée générale,\n\nRappelant sa résolution 60/1,\n\n".to_owned();
    for number in 1..=N_CLAUSES {
        write!(text, "{number}.    Prie le Secrétaire général de présenter le rapport {number} ;\n\n").unwrap();
    }
    text
}

fn n_rows() -> usize {
    let rows = document().query_selector_all(".table tbody:not([data-undrawn]) tr").unwrap();
    rows.length() as usize
}

fn row(number: usize) -> Option<Element> {
    document().get_element_by_id(&format!("op{number}.1"))
}

/// The id of the element that has the focus.
fn focused() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}

/// The number of a row, by its id.
fn n_of(id: &str) -> usize {
    id.trim_start_matches("op").split('.').next().unwrap_or_default().parse().unwrap_or_default()
}

fn press(key: &str) {
    let pressed = web_sys::KeyboardEventInit::new();
    pressed.set_key(key);
    let event = web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &pressed).unwrap();
    window().dispatch_event(&event).unwrap();
}

async fn next_frame() {
    let drawn = Promise::new(&mut |done, _| {
        window().request_animation_frame(&done).unwrap();
    });
    JsFuture::from(drawn).await.unwrap();
}

/// Waits until a condition holds, at most ten seconds.
async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..600 {
        if holds() {
            return;
        }
        next_frame().await;
    }
    panic!("timed out waiting until {what}");
}

#[wasm_bindgen_test]
async fn of_a_long_table_only_the_rows_near_the_screen_are_drawn() {
    let place = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    window()
        .history()
        .unwrap()
        .replace_state_with_url(&JsValue::NULL, "", Some("?view=table&part=operative"))
        .unwrap();
    let corpus = Corpus::new(Library::of_texts([long_text().as_str()]));
    yew::Renderer::<App>::with_root_and_props(place, AppProps { corpus, texts: texts(UiLanguage::French) })
        .render();

    until("the first rows are there", || row(1).is_some()).await;
    assert!(n_rows() < 500, "{} rows are drawn", n_rows());
    assert!(row(N_CLAUSES).is_none());
    let table = document().query_selector(".table table").unwrap().unwrap();
    let counted: usize = table.get_attribute("aria-rowcount").unwrap().parse().unwrap();
    assert_eq!(counted, N_CLAUSES + 1, "with the head");

    // To the end, as with the scroll bar; rows drawn on the way change the length of the table.
    until("the last row is there", || {
        table.scroll_into_view_with_bool(false);
        row(N_CLAUSES).is_some()
    })
    .await;
    assert_eq!(row(N_CLAUSES).unwrap().get_attribute("aria-rowindex").unwrap(), (N_CLAUSES + 1).to_string());
    assert!(n_rows() < 500, "{} rows are drawn", n_rows());
    assert!(row(N_CLAUSES / 2).is_none(), "what is far from the screen is not drawn");

    // Steps begin at the first row in view. The one after the last row leads to the first, although it was not drawn.
    let mut before = focused();
    for _ in 0..N_CLAUSES {
        press("n");
        until("a step moves the focus", || focused() != before).await;
        before = focused();
        if before == "op1.1" {
            break;
        }
        assert!(n_of(&before) > N_CLAUSES / 2, "{before} is far above the rows in view");
    }
    assert_eq!(before, "op1.1");

    // All rows are printed.
    window().dispatch_event(&web_sys::Event::new("beforeprint").unwrap()).unwrap();
    until("all rows are drawn", || n_rows() == N_CLAUSES).await;
}
