use crate::address::View;
use crate::ui::state::{AnnotationAction, Panel, UiAction};
use std::rc::Rc;

/// The action of a keyboard shortcut. All are optional; letters typed into a field never get here.
pub fn action_of_key(key: &str) -> Option<UiAction> {
    Some(match key {
        "/" => UiAction::FocusSearch,
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
