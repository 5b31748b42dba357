use crate::address::View;
use crate::ui::state::{Act, OwnAct, Panel};
use std::rc::Rc;

/// What a key does. None is needed, each saves a way; letters typed into a field never come here.
pub fn act_of_key(key: &str) -> Option<Act> {
    Some(match key {
        "/" => Act::Seek,
        "j" => Act::Paragraph { forward: true },
        "k" => Act::Paragraph { forward: false },
        "n" => Act::Match { forward: true },
        "p" => Act::Match { forward: false },
        "t" => Act::Show(View::Table),
        "m" => Act::Show(View::Matrix),
        "s" => Act::Own(Rc::new(OwnAct::Star)),
        "f" => Act::Open(Some(Panel::Filters)),
        "?" => Act::Open(Some(Panel::Help)),
        "Escape" => Act::Place(String::new()),
        _ => return None,
    })
}
