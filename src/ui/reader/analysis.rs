use crate::model::{ActorId, Clause, Paragraph, Role, TopicMatch};
use crate::query::{Choice, Facet, Stance};
use crate::ui::controls::{Toggle, toggle};
use crate::ui::markup::{El, el, sign};
use crate::ui::state::{Document, UiAction, ViewContext};
use crate::ui::{annotate, share};

/// The analysis of a clause: verb, class, actors by role, topics with evidence, deadlines.
///
/// In the DOM it follows its paragraph, so that it comes next in reading and tab order; on a wide page it is in the margin.
/// That of a selected clause stays; otherwise it follows the pointer.
pub fn analysis(
    cx: &ViewContext,
    document: &Document,
    paragraph: &Paragraph,
    clause: &Clause,
    selected: bool,
) -> El {
    let sheet = Sheet { cx, document, paragraph, clause };
    let texts = cx.texts();
    let mut list = el("dl");
    for role in Role::ALL {
        list = list.with_each(entry(texts.role(role), Some(role.key()), sheet.actors(role)));
    }
    list = list
        .with_each(entry(texts.topics, Some("topic"), sheet.topics()))
        .with_each(entry(texts.due, None, sheet.due()))
        .with_each(entry(texts.mended, None, sheet.mends()))
        .with_each(entry(texts.doubts, None, sheet.doubts()));
    let close = selected.then(|| {
        let close = sign(cx.callback(UiAction::Place(String::new()))).attr("class", "close");
        close.attr("title", texts.close).attr("aria-label", texts.close)
    });
    let range = annotate::range(cx).filter(|_| selected);
    let own = selected.then(|| annotate::at_clause(cx, document, clause));
    let share = selected.then(|| share::place(cx, document, paragraph, Some(clause)));
    let body = el("div")
        .flag("data-selected", selected)
        .with_each(close)
        .with_each(range)
        .with(sheet.verb())
        .with_each(sheet.equivalents());
    el("aside")
        .attr("class", "analysis")
        .attr("tabindex", "-1")
        .attr("aria-label", texts.analysis)
        .attr("lang", texts.language.code())
        .with(body.with(sheet.class()).with_each(share).with_each(own).with(list))
}

/// A term with its description; nothing if the description is empty.
fn entry(term: &'static str, role: Option<&'static str>, items: Vec<El>) -> Option<El> {
    if items.is_empty() {
        return None;
    }
    Some(el("div").maybe("data-role", role).with(el("dt").text(term)).with_each(items))
}

struct Sheet<'a> {
    cx: &'a ViewContext,
    document: &'a Document,
    paragraph: &'a Paragraph,
    clause: &'a Clause,
}

impl Sheet<'_> {
    fn verb(&self) -> El {
        el("p").attr("class", "verb").with(self.value(Facet::Action, self.clause.verb.as_str()))
    }

    /// The equivalents of a verb, each with its share in official translations.
    fn equivalents(&self) -> Option<El> {
        let texts = self.cx.texts();
        let verb = self.cx.corpus.glossary().verb(&self.clause.verb)?;
        let (reader, other) = (texts.language.names(), verb.equivalents_in());
        // Shares are known for one language only. In other languages the usual verb for the same action is shown.
        if reader != verb.language && (reader != other || verb.equivalents.is_empty()) {
            let words = Some(verb.usual.own(reader)).filter(|words| !words.is_empty())?;
            let words = el("i").text(words);
            let lead = el("small").text(texts.equivalents(reader));
            let list = el("ul").with(el("li").with(words));
            return Some(el("div").attr("class", "equivalents").with(lead).with(list));
        }
        if verb.equivalents.is_empty() {
            return None;
        }
        let mut list = el("ul");
        for (words, share) in verb.equivalents.iter().take(4) {
            let words = el("i").attr("lang", other.code()).text(words.clone());
            let share = el("small").text([&share.to_string(), texts.percent()].concat());
            list = list.with(el("li").with(words).text(" ").with(share));
        }
        let lead = el("small").text(texts.equivalents(other));
        Some(el("div").attr("class", "equivalents").attr("title", texts.equivalents_note).with(lead).with(list))
    }

    fn class(&self) -> El {
        let class = self.clause.class;
        let meaning = el("small").text(self.cx.texts().class_meaning(class));
        el("p").attr("class", "class").with(self.value(Facet::Action, class.key())).text(" ").with(meaning)
    }

    fn actors(&self, role: Role) -> Vec<El> {
        let mut ids: Vec<&ActorId> = Vec::new();
        for mention in &self.clause.actors {
            if mention.role == role && !ids.contains(&&mention.actor) {
                ids.push(&mention.actor);
            }
        }
        ids.into_iter().map(|id| el("dd").with(self.value(Facet::Actor, id.as_str()))).collect()
    }

    fn topics(&self) -> Vec<El> {
        let topic = |found: &TopicMatch| {
            let evidence = el("small").attr("lang", self.document.language.code()).text(self.evidence(found));
            el("dd").with(self.value(Facet::Topic, found.topic.as_str())).text(" ").with(evidence)
        };
        self.clause.topics.iter().map(topic).collect()
    }

    /// The evidence of a topic, without repetitions.
    fn evidence(&self, found: &TopicMatch) -> String {
        let mut words: Vec<&str> = Vec::new();
        for evidence in &found.evidence {
            let within = evidence.within.as_ref().and_then(|id| self.document.paragraph(id));
            let said = evidence.span.of(&within.unwrap_or(self.paragraph).text);
            if !words.contains(&said) {
                words.push(said);
            }
        }
        words.join(" · ")
    }

    fn due(&self) -> Vec<El> {
        let texts = self.cx.texts();
        let due = self.clause.due.iter().map(|due| {
            let report = due.report.then(|| el("small").text(texts.report_due));
            el("dd").text(texts.due_words(due)).text(" ").with_each(report)
        });
        due.collect()
    }

    fn mends(&self) -> Vec<El> {
        let mut mends = Vec::new();
        for mend in &self.paragraph.mends {
            if mend.span.overlaps(self.clause.span) {
                let now = [" → ", mend.span.of(&self.paragraph.text)].concat();
                let words = el("dd").attr("lang", self.document.language.code());
                mends.push(words.with(el("s").text(mend.was.clone())).text(now));
            }
        }
        mends
    }

    fn doubts(&self) -> Vec<El> {
        let mut doubts = Vec::new();
        for doubt in &self.document.doubts {
            if doubt.paragraph.as_ref() == Some(&self.paragraph.id) && doubt.span.overlaps(self.clause.span) {
                doubts.push(el("dd").text(self.cx.texts().doubt_words(doubt.kind, &doubt.about)));
            }
        }
        doubts
    }

    /// A toggle that filters by this value alone.
    fn value(&self, facet: Facet, key: &str) -> El {
        let (cx, texts) = (self.cx, self.cx.texts());
        let label = cx.corpus.label(facet, key, texts);
        toggle(Toggle {
            name: texts.filter_by.with(&label),
            label,
            lang: cx.corpus.foreign(facet, key, texts),
            title: cx.corpus.gloss(facet, key, texts).filter(|_| facet == Facet::Actor),
            pressed: cx.address.query.stance(facet, key) == Stance::Chosen,
            clicked: cx.callback(UiAction::Toggle(Choice { facet, value: key.to_owned(), excluded: false })),
        })
    }
}
