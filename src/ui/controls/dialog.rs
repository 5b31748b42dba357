use crate::ui::browser::page;
use crate::ui::markup::{On, button, el};
use crate::ui::state::{UiAction, ViewContext};
use yew::prelude::*;

/// The properties of a dialog.
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// The view context.
    pub cx: ViewContext,
    /// Its class, and the id of its heading.
    pub name: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// Whether it is open.
    pub open: bool,
    /// Its content; empty while it is closed, since ids on the page must be unique.
    pub children: Html,
}

/// A modal dialog. The browser traps the focus, closes the dialog on Escape, and restores the focus.
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
        let DialogProps { cx, name, heading, children, .. } = ctx.props();
        let close = cx.callback(UiAction::Open(None));
        let beside = {
            let (node, close) = (self.node.clone(), close.clone());
            Callback::from(move |event: Event| {
                if page::is_target(&event, &node) {
                    close.emit(event);
                }
            })
        };
        let head = el("div")
            .attr("class", "dialog-head")
            .with(el("h2").attr("id", *name).text(*heading))
            .with(button(cx.texts().close, close.clone()).attr("class", "quiet"));
        el("dialog")
            .found_by(&self.node)
            .attr("class", *name)
            .attr("aria-labelledby", *name)
            .on(On::Close, close)
            .on(On::Click, beside)
            .with(head)
            .node(children.clone())
            .into()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        page::set_dialog(&self.node, ctx.props().open);
    }
}
