use crate::model::{ActorId, Clause, Language, Paragraph, Resolution, Role, TopicMatch, VerbEntry};
use crate::query::{Choice, Facet, Stance};
use crate::ui::controls::{Toggle, toggle};
use crate::ui::state::{Act, Scene};
use yew::prelude::*;

/// What is known of a clause: verb, class, who is asked with whom and for whom, topics and why, when it is due.
///
/// It follows its paragraph, so that it is read next and reached next; where there is a margin, it stands in it.
/// Held, it stays until it is let go; else it follows the pointer.
pub fn analysis(scene: &Scene, document: &Resolution, paragraph: &Paragraph, clause: &Clause, held: bool) -> Html {
    let sheet = Sheet { scene, document, paragraph, clause };
    let texts = scene.texts();
    html! {
        <aside class="analysis" aria-label={texts.analysis} lang={texts.language.code()}>
            <div data-held={held.then_some("")}>
                {sheet.verb()}
                <dl>
                    {for Role::ALL.into_iter().map(|role| sheet.actors(role))}
                    {sheet.topics()}
                    {sheet.due()}
                    {sheet.mends()}
                    {sheet.doubts()}
                </dl>
                {held.then(|| html! {
                    <button type="button" class="let-go" aria-label={texts.close} title={texts.close}
                        onclick={scene.click(Act::Place(String::new()))}></button>
                })}
            </div>
        </aside>
    }
}

struct Sheet<'a> {
    scene: &'a Scene,
    document: &'a Resolution,
    paragraph: &'a Paragraph,
    clause: &'a Clause,
}

impl Sheet<'_> {
    fn verb(&self) -> Html {
        let texts = self.scene.texts();
        let class = self.clause.class;
        html! {
            <>
                <p class="verb">{self.value(Facet::Action, self.clause.verb.as_str())}</p>
                {self.scene.shelf.glossary().verb(&self.clause.verb).map(|verb| self.equivalents(verb))}
                <p class="class">
                    {self.value(Facet::Action, class.key())}{" "}<small>{(texts.class_meaning)(class)}</small>
                </p>
            </>
        }
    }

    /// A verb has no one translation: each equivalent says how often official translations have it.
    fn equivalents(&self, verb: &VerbEntry) -> Html {
        let texts = self.scene.texts();
        let other = if verb.language == Language::French { Language::English } else { Language::French };
        let equivalent = |(words, share): &(String, u8)| {
            html! { <li><i lang={other.code()}>{words}</i>{" "}<small>{*share}{"\u{a0}%"}</small></li> }
        };
        html! {
            <div class="equivalents" title={texts.equivalents_note}>
                <small>{(texts.equivalents)(other)}</small>
                <ul>{for verb.equivalents.iter().take(4).map(equivalent)}</ul>
            </div>
        }
    }

    fn actors(&self, role: Role) -> Html {
        let mut ids: Vec<&ActorId> = Vec::new();
        for mention in &self.clause.actors {
            if mention.role == role && !ids.contains(&&mention.actor) {
                ids.push(&mention.actor);
            }
        }
        let actors = ids.into_iter().map(|id| html! { <dd>{self.value(Facet::Actor, id.as_str())}</dd> });
        entry((self.scene.texts().role)(role), Some(role.key()), actors.collect())
    }

    fn topics(&self) -> Html {
        let lang = self.document.language.code();
        let topic = |found: &TopicMatch| {
            html! {
                <dd>
                    {self.value(Facet::Topic, found.topic.as_str())}{" "}
                    <small {lang}>{self.evidence(found)}</small>
                </dd>
            }
        };
        entry(self.scene.texts().topics, Some("topic"), self.clause.topics.iter().map(topic).collect())
    }

    /// The words that gave a topic, each once, however often they stand there.
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

    fn due(&self) -> Html {
        let texts = self.scene.texts();
        let due = self.clause.due.iter().map(|due| {
            let report = due.report.then(|| html! { <small>{texts.report_due}</small> });
            html! { <dd>{texts.due_words(due)}{" "}{report}</dd> }
        });
        entry(texts.due, None, due.collect())
    }

    fn mends(&self) -> Html {
        let lang = self.document.language.code();
        let mends = self.paragraph.mends.iter().filter(|mend| mend.span.overlaps(self.clause.span));
        let mends = mends.map(|mend| {
            let now = mend.span.of(&self.paragraph.text);
            html! { <dd {lang}><s>{&mend.was}</s>{" → "}{now}</dd> }
        });
        entry(self.scene.texts().mended, None, mends.collect())
    }

    fn doubts(&self) -> Html {
        let texts = self.scene.texts();
        let doubts = self.document.doubts.iter().filter(|doubt| {
            doubt.paragraph.as_ref() == Some(&self.paragraph.id) && doubt.span.overlaps(self.clause.span)
        });
        let doubts = doubts.map(|doubt| html! { <dd>{texts.doubt_words(doubt.kind, &doubt.about)}</dd> });
        entry(texts.doubts, None, doubts.collect())
    }

    /// A value that filters by itself at a click.
    fn value(&self, facet: Facet, key: &str) -> Html {
        let (scene, texts) = (self.scene, self.scene.texts());
        let label = scene.shelf.label(facet, key, texts);
        toggle(Toggle {
            name: texts.filter_by.with(&label),
            label,
            lang: scene.shelf.foreign(facet, key, texts),
            title: scene.shelf.gloss(facet, key, texts).filter(|_| facet == Facet::Actor),
            pressed: scene.address.query.stance(facet, key) == Stance::Chosen,
            onclick: scene.click(Act::Toggle(Choice { facet, value: key.to_owned(), excluded: false })),
        })
    }
}

/// A term and what it is; nothing if it is nothing.
fn entry(term: &'static str, role: Option<&'static str>, items: Vec<Html>) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    html! { <div data-role={role}><dt>{term}</dt>{for items}</div> }
}
