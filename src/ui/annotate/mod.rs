//! Annotations: edited at the selected clause, and listed in their own view.

mod at_clause;
mod sign;
mod view;
mod work;

pub use at_clause::at_clause;
pub use sign::sign;
pub use view::annotations;
pub use work::{progress, range};

use crate::i18n::Texts;
use crate::ui::markup::{El, el};
use crate::ui::state::AnnotationState;

/// The problems with storing annotations, shown where they are edited and where they are listed.
fn troubles(own: &AnnotationState, texts: &Texts) -> Vec<El> {
    let unkept = own.unkept.then(|| texts.annotations_unkept.to_owned());
    let unread = (own.n_unreadable > 0).then(|| texts.count(own.n_unreadable, texts.annotations_unread));
    let trouble = |words| el("p").attr("class", "sorry").attr("role", "alert").text(words);
    let blocked = own.blocked.then(|| texts.annotations_blocked.to_owned());
    unkept.into_iter().chain(blocked).chain(unread).map(trouble).collect()
}
