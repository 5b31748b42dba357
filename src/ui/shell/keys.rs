use crate::address::View;
use crate::ui::state::{AnnotationAction, Panel, UiAction};
use std::rc::Rc;

/// What a key does. None is needed, each saves a way; letters typed into a field never come here.
pub fn action_of_key(key: &str) -> Option<UiAction> {
    Some(match key {
        "/" => UiAction::Seek,
        "j" => UiAction::Paragraph { forward: true },
        "k" => UiAction::Paragraph { forward: false },
        "n" => UiAction::Match { forward: true },
        "p" => UiAction::Match { forward: false },
        "t" => UiAction::Show(View::Table),
        "m" => UiAction::Show(View::Matrix),
        "s" => UiAction::Annotate(Rc::new(AnnotationAction::Star)),
        "r" => UiAction::Annotate(Rc::new(AnnotationAction::Review)),
        "f" => UiAction::Open(Some(Panel::Filters)),
        "?" => UiAction::Open(Some(Panel::Help)),
        "Escape" => UiAction::Place(String::new()),
        _ => return None,
    })
}
