//! The content of a URL: documents, question, view and place.
//!
//! `?actor=unodc&action=prier&topic!=prisons&q=preuve#op5.2`: the query string holds the question, a key for each
//! choice in the order they were made, and the fragment holds the place. A key that ends with `!` excludes: it reads
//! “is not”. Links must survive changes of the program: an unknown key is ignored, an impossible value is dropped, and a
//! missing one has its default.

mod percent;
mod questions;
mod scope;
mod view;

pub use percent::encode;
pub use questions::{QUESTION_KIND, SavedQuestion, pasted_questions};
pub use scope::DocumentScope;
pub use view::{Axes, Column, Grouping, Sort, View};

use crate::model::DocumentLink;
use crate::query::{Choice, Facet, Query, RoleScope, TopicScope};

/// The state of the page that a URL encodes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The document that is shown; if none, the first of the library.
    pub document: Option<DocumentLink>,
    /// The text of the same resolution that is shown beside it.
    pub beside: Option<DocumentLink>,
    /// The documents that the question covers.
    pub scope: DocumentScope,
    /// The question.
    pub query: Query,
    /// The view of the matches.
    pub view: View,
    /// How clauses that do not match are shown.
    pub rest: Rest,
    /// The sort order of the table.
    pub sort: Sort,
    /// The groups of the brief.
    pub grouping: Grouping,
    /// The two sides of the matrix.
    pub axes: Axes,
    /// The id of the selected paragraph or clause, `op5` or `op5.2`; empty if none is.
    pub place: String,
}

/// How clauses that do not match the question are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rest {
    /// Like all others.
    Shown,
    /// Dimmed.
    #[default]
    Dimmed,
    /// Paragraphs without a match are left out.
    Hidden,
}

impl Rest {
    /// Every way, from the whole text to the shortest.
    pub const ALL: [Self; 3] = [Self::Shown, Self::Dimmed, Self::Hidden];

    /// The word used for it in links and as a class of the page.
    pub fn key(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Dimmed => "dimmed",
            Self::Hidden => "hidden",
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rest| rest.key() == key)
    }
}

impl Address {
    /// Reads a query string and a fragment, each with or without its `?` or `#`.
    pub fn read(search: &str, fragment: &str) -> Self {
        let mut address =
            Self { place: percent::decode(fragment.strip_prefix('#').unwrap_or(fragment)), ..Self::default() };
        let mut is_grouped = false;
        for pair in search.strip_prefix('?').unwrap_or(search).split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            is_grouped |= key == "group";
            address.read_pair(&percent::decode_pair(key), percent::decode_pair(value));
        }
        // Older links have the groups of the brief as the order of the table.
        if address.view == View::Brief && !is_grouped {
            address.grouping = Grouping::of_sort(std::mem::take(&mut address.sort));
        }
        address
    }

    fn read_pair(&mut self, key: &str, value: String) {
        match key {
            "doc" if !value.is_empty() => self.document = Some(DocumentLink::read(&value)),
            "beside" if !value.is_empty() => self.beside = Some(DocumentLink::read(&value)),
            "in" => self.scope.read(&value),
            "q" => self.query.text = value,
            "role" if value == "any" => self.query.role = RoleScope::Any,
            "topics" if value == "main" => self.query.topics = TopicScope::Main,
            "view" => self.view = View::from_key(&value).unwrap_or_default(),
            "sort" => self.sort = Sort::read(&value).unwrap_or_default(),
            "group" => self.grouping = Grouping::from_key(&value).unwrap_or_default(),
            "by" => self.axes = Axes::read(&value).unwrap_or_default(),
            "rest" => self.rest = Rest::from_key(&value).unwrap_or_default(),
            _ => {
                let (name, excluded) = key.strip_suffix('!').map_or((key, false), |name| (name, true));
                if let Some(facet) = facet_of_key(name)
                    && !value.is_empty()
                {
                    self.query.choose(Choice { facet, value, excluded });
                }
            }
        }
    }

    /// The query string and fragment; empty if everything has its default.
    pub fn write(&self) -> String {
        let mut out = String::new();
        if let Some(document) = &self.document {
            pair(&mut out, "doc", "", &document.to_string());
        }
        if let Some(beside) = &self.beside {
            pair(&mut out, "beside", "", &beside.to_string());
        }
        for value in self.scope.write() {
            pair(&mut out, "in", "", &value);
        }
        for choice in &self.query.choices {
            pair(&mut out, Self::key_of_facet(choice.facet), if choice.excluded { "!" } else { "" }, &choice.value);
        }
        if self.query.role == RoleScope::Any {
            pair(&mut out, "role", "", "any");
        }
        if self.query.topics == TopicScope::Main {
            pair(&mut out, "topics", "", "main");
        }
        if !self.query.text.is_empty() {
            pair(&mut out, "q", "", &self.query.text);
        }
        if self.view != View::default() {
            pair(&mut out, "view", "", self.view.key());
        }
        if self.sort != Sort::default() {
            pair(&mut out, "sort", "", &self.sort.write());
        }
        let is_sorted_too = self.view == View::Brief && self.sort != Sort::default();
        if self.grouping != Grouping::default() || is_sorted_too {
            pair(&mut out, "group", "", self.grouping.key());
        }
        if self.axes != Axes::default() {
            pair(&mut out, "by", "", &self.axes.write());
        }
        if self.rest != Rest::default() {
            pair(&mut out, "rest", "", self.rest.key());
        }
        if !self.place.is_empty() {
            out.push('#');
            percent::encode(&self.place, &mut out);
        }
        out
    }

    /// The `href` of a link to it, valid on any page. It is never empty and never a fragment alone, which would keep the
    /// question of the page that has the link.
    pub fn href(&self) -> String {
        let written = self.write();
        if written.starts_with('?') { written } else { ["?", &written].concat() }
    }

    /// The word used for a facet in links.
    pub fn key_of_facet(facet: Facet) -> &'static str {
        match facet {
            Facet::Part => "part",
            Facet::Actor => "actor",
            Facet::Action => "action",
            Facet::Topic => "topic",
            Facet::Annotation => "annotation",
            Facet::Document => "document",
            Facet::Body => "body",
            Facet::Year => "year",
            Facet::Language => "language",
        }
    }

    /// The same address without choices that a document does not have.
    #[must_use]
    pub fn checked(mut self, offered: impl Fn(Facet, &str) -> bool) -> Self {
        self.query.choices.retain(|choice| offered(choice.facet, &choice.value));
        self
    }
}

fn pair(out: &mut String, key: &str, mark: &str, value: &str) {
    out.push(if out.is_empty() { '?' } else { '&' });
    out.push_str(key);
    out.push_str(mark);
    out.push('=');
    percent::encode_pair(value, out);
}

fn facet_of_key(key: &str) -> Option<Facet> {
    Facet::ALL.into_iter().find(|&facet| Address::key_of_facet(facet) == key)
}
