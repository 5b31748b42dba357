use super::super::browser::page;
use crate::ui::state::{Act, Scene};
use yew::prelude::*;

/// A dialog and what it holds.
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// What the reader is about.
    pub scene: Scene,
    /// Its class, and the beginning of its heading's id.
    pub name: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// Whether it is open.
    pub open: bool,
    /// What it holds; nothing while it is closed, for what is on the page already must not be there twice.
    pub children: Html,
}

/// A modal dialog. The browser keeps the focus inside, closes it at Escape, and gives the focus back.
pub struct Dialog {
    node: NodeRef,
}

impl Component for Dialog {
    type Message = ();
    type Properties = DialogProps;

    fn create(_: &Context<Self>) -> Self {
        Self { node: NodeRef::default() }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let DialogProps { scene, name, heading, children, .. } = ctx.props();
        let heading_id = [name, "-heading"].concat();
        let beside = {
            let (node, tell) = (self.node.clone(), scene.tell.clone());
            Callback::from(move |event: MouseEvent| {
                if page::is_target(&event, &node) {
                    tell.emit(Act::Open(None));
                }
            })
        };
        html! {
            <dialog ref={&self.node} class={*name} aria-labelledby={heading_id.clone()}
                onclose={scene.event(Act::Open(None))} onclick={beside}>
                <div class="dialog-head">
                    <h2 id={heading_id}>{*heading}</h2>
                    <button type="button" class="quiet" onclick={scene.click(Act::Open(None))}>
                        {scene.texts().close}
                    </button>
                </div>
                {children.clone()}
            </dialog>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        page::set_dialog(&self.node, ctx.props().open);
    }
}
