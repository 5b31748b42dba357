//! Who is asked, with whom, for whom: the role of each actor of a clause.
//!
//! The addressees of a verb that asks stand between it and what it asks for: «Prie **l'Office**, en coopération avec
//! *INTERPOL*, **de** fournir une assistance aux *États*». Elsewhere the words beside an actor tell ([`crate::lexicon::cues`]); what is
//! coordinated with an actor shares its role.

use crate::lexicon::Lexicon;
use crate::lexicon::cues::{Cue, folded_words};
use crate::lexicon::verbs::Phrase;
use crate::model::{ClauseClass, Language, Role, Span};
use crate::text::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// What begins that which is asked for: «de continuer», «à envisager», «to continue», «that».
static COMPLEMENT_FR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?x)(?:\bde\s|\bd[’']|\bà\s)(?:ne\s(?:pas|plus|rien)\s|n[’']y?\s?|s[’']|se\s|lui\s|leur\s|l[’']|le\s|la\s|les\s|y\s|en\s)*
        \p{Ll}+(?:er|ir|oir|ndre|ttre|ivre|faire|traire|oudre|rdre|duire|crire|aître|dire|lire|clure|struire|pre)\b
        |\bà\sce\sque\b|\bque\b|\bqu[’']|\bpour\sque\b",
    )
});

static COMPLEMENT_EN: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\bto\s(?:(?:\p{Ll}+ly|also|further|not|fully|continue)[\s,]+)*(\p{Ll}+)|\bthat\b"));

/// An actor of a clause, as its words stand in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its words without the article.
    pub span: Span,
    /// Its role; found by [`roles`].
    pub role: Role,
}

/// Where the actors of a clause are to be looked for.
pub struct Scene<'a> {
    pub text: &'a str,
    pub lexicon: &'a Lexicon,
    pub phrase: &'a Phrase,
    /// The stretch of the text that belongs to the clause; it begins with what follows the phrase.
    pub rest: Span,
}

/// Finds the roles of the actors of a scene, given in order of place.
pub fn roles(scene: &Scene<'_>, actors: &mut [Named]) {
    if actors.is_empty() {
        return;
    }
    let asks = asks_somebody(scene.phrase);
    let complement = scene.complement();
    let mut previous: Option<Named> = None;
    let mut addressed = false;
    for actor in actors.iter_mut() {
        let lead = scene.before(actor.span);
        let coordinated = previous.filter(|last| scene.are_coordinated(*last, actor.span));
        let in_reach = asks && actor.span.start < complement;
        let role = if in_reach && !addressed && scene.follows_the_verb(&lead)
            || asks && !addressed && scene.is_subject_of_what_is_asked(&lead, actor.span)
        {
            Role::Addressee
        } else if let Some(last) = coordinated.filter(|last| {
            // «…, par l'intermédiaire des autorités, et à l'Office»: the verb's own preposition takes it back.
            last.role != Role::Partner || !scene.is_taken_back(&lead)
        }) {
            last.role
        } else if in_reach && addressed && scene.joins_the_addressees(&lead) {
            Role::Addressee
        } else {
            scene.told_by_cues(actor.span, &lead, asks)
        };
        addressed |= role == Role::Addressee;
        actor.role = role;
        previous = Some(*actor);
    }
    if asks && !addressed {
        scene.address_the_agents(actors);
    }
}

/// Whether the verb has addressees: it asks, authorises, thanks or congratulates.
pub fn asks_somebody(phrase: &Phrase) -> bool {
    phrase.class == ClauseClass::Directive && phrase.action.as_str() != "expect"
        || matches!(phrase.action.as_str(), "authorize" | "express_appreciation" | "commend" | "express_sympathy")
}

/// Words before an actor, the nearest first, and whether a comma parts them from it.
struct Lead {
    /// Without the determiners and adjectives that belong to the actor.
    words: Vec<String>,
    /// Where the actor begins with its determiners.
    start: u32,
    /// Whether a comma stands right before it.
    after_comma: bool,
}

impl Scene<'_> {
    /// Where that which is asked for begins; the clause's end if nothing tells.
    fn complement(&self) -> u32 {
        let rest = self.rest.of(self.text);
        let found = match self.lexicon.language {
            Language::French => COMPLEMENT_FR.find(rest).map(|found| found.start()),
            Language::English => COMPLEMENT_EN.captures_iter(rest).find_map(|found| {
                let verb = found.get(1).map_or("", |verb| verb.as_str());
                let is_verb = !NOT_AFTER_TO.contains(&verb) && !verb.ends_with("ing");
                found.get(0).filter(|_| is_verb).map(|whole| whole.start())
            }),
        };
        self.rest.start + found.unwrap_or(rest.len()) as u32
    }

    fn before(&self, actor: Span) -> Lead {
        let from = self.rest.start.max(actor.start.saturating_sub(160));
        let from = (from..actor.start).find(|at| self.text.is_char_boundary(*at as usize)).unwrap_or(actor.start);
        let window = Span { start: from, end: actor.start }.of(self.text);
        let mut words: Vec<String> = folded_words(window);
        words.reverse();
        let mut spans: Vec<Span> = crate::text::words::word_spans(window).collect();
        spans.reverse();
        let mut n_own = 0;
        while words.get(n_own).is_some_and(|word| DETERMINERS.contains(&word.as_str()))
            && !Self::parted(&spans, n_own, window, actor, from)
        {
            n_own += 1;
        }
        let start =
            n_own.checked_sub(1).and_then(|last| spans.get(last)).map_or(actor.start, |span| from + span.start);
        let gap = spans.get(n_own).map_or("", |last| Span { start: from + last.end, end: start }.of(self.text));
        Lead { words: words.split_off(n_own.min(words.len())), start, after_comma: gap.contains(',') }
    }

    /// Whether punctuation stands between the word at `i` (counted backwards) and the one after it.
    fn parted(spans: &[Span], i: usize, window: &str, actor: Span, from: u32) -> bool {
        let end = i.checked_sub(1).and_then(|next| spans.get(next)).map_or(actor.start - from, |next| next.start);
        let start = spans.get(i).map_or(end, |word| word.end);
        Span { start, end }.of(window).contains([',', ';', ':', '('])
    }

    /// Whether nothing but prepositions, adverbs and asides stands between the verb and its first addressee.
    fn follows_the_verb(&self, lead: &Lead) -> bool {
        let between = Span { start: self.rest.start, end: lead.start }.of(self.text);
        // «Prie, à cet égard, l'Office»: what commas enclose does not count.
        let outside: Vec<&str> = between.split(',').step_by(2).collect();
        let is_bare = |part: &str| folded_words(part).iter().all(|word| LEADS.contains(&word.as_str()));
        let n_commas = between.matches(',').count();
        let enclosed = n_commas.is_multiple_of(2) && outside.iter().all(|part| is_bare(part));
        enclosed || is_bare(between)
    }

    /// «Demands that all **parties** comply», «Exige que les **parties** cessent»: who must act is asked.
    fn is_subject_of_what_is_asked(&self, lead: &Lead, actor: Span) -> bool {
        let between = Span { start: self.rest.start, end: lead.start }.of(self.text);
        let words = folded_words(between);
        let Some((conjunction, rest)) = words.split_first() else { return false };
        let after = Span { start: actor.end, end: self.rest.end }.of(self.text);
        let is_owner = after.starts_with("’s ") || after.starts_with("'s ");
        let verb: Vec<String> = folded_words(after.get(..after.len().min(60)).unwrap_or_default());
        matches!(conjunction.as_str(), "that" | "que")
            && rest.iter().all(|word| LEADS.contains(&word.as_str()))
            && !is_owner
            && !is_passive(&verb)
    }

    /// Whether an actor after the first is one more addressee: «aux États, …, **et à** l'Office», «X, Y **and** Z».
    fn joins_the_addressees(&self, lead: &Lead) -> bool {
        let mut words = lead.words.iter().map(String::as_str);
        let first = words.next().unwrap_or_default();
        let takes_a = self.takes_a();
        let (preposition, joint) = if matches!(first, "a" | "upon" | "on") {
            (true, words.next().unwrap_or_default())
        } else {
            (false, first)
        };
        if self.lexicon.language == Language::French && takes_a != preposition {
            return false;
        }
        let joined = matches!(joint, "et" | "ou" | "and" | "or")
            || (joint == "que" && matches!(words.next(), Some("ainsi" | "meme")))
            || (joint == "as" && words.next() == Some("well"));
        joined || (takes_a && preposition && lead.after_comma)
    }

    /// Whether the preposition that the verb takes stands before an actor.
    fn is_taken_back(&self, lead: &Lead) -> bool {
        self.takes_a() && lead.words.first().is_some_and(|word| word == "a")
    }

    /// Whether the verb takes its addressee with «à»: «demande à», «recommande à».
    fn takes_a(&self) -> bool {
        let after = self.rest.of(self.text);
        folded_words(after.get(..after.len().min(60)).unwrap_or(after))
            .into_iter()
            .find(|word| !LINKS.contains(&word.as_str()))
            .is_some_and(|word| word == "a")
    }

    /// Whether only a conjunction or a comma, with the actor's own adjectives, parts two actors.
    fn are_coordinated(&self, last: Named, actor: Span) -> bool {
        if actor.start <= last.span.end {
            return actor.start == last.span.start;
        }
        let between = Span { start: last.span.end, end: actor.start }.of(self.text);
        let words = folded_words(between);
        let has_joint = between.contains(',') || words.iter().any(|word| JOINTS.contains(&word.as_str()));
        has_joint
            && !between.contains([';', ':', '.'])
            && words.iter().all(|word| {
                JOINTS.contains(&word.as_str())
                    || DETERMINERS.contains(&word.as_str())
                    || ADJECTIVES.contains(&word.as_str())
                    || matches!(word.as_str(), "a" | "avec" | "with" | "to" | "de" | "of")
            })
    }

    fn told_by_cues(&self, actor: Span, lead: &Lead, asks: bool) -> Role {
        match self.lexicon.cues.before(&lead.words) {
            Some(Cue::Partner) => return Role::Partner,
            Some(Cue::Beneficiary) => return Role::Beneficiary,
            Some(Cue::Duty) if !asks => return Role::Addressee,
            _ => {}
        }
        let end = (actor.end + 80).min(self.rest.end);
        let end = (actor.end..=end).rev().find(|at| self.text.is_char_boundary(*at as usize)).unwrap_or(actor.end);
        let after_text = Span { start: actor.end, end }.of(self.text);
        let mut after = folded_words(after_text);
        let n_adjectives = after.iter().take_while(|word| ADJECTIVES.contains(&word.as_str())).count();
        after.drain(..n_adjectives);
        match self.lexicon.cues.after(&after) {
            Some(Cue::Beneficiary) => return Role::Beneficiary,
            Some(Cue::Duty) if !asks && !is_passive(&after) && !after_text.starts_with([',', ';']) => {
                return Role::Addressee;
            }
            _ => {}
        }
        if self.phrase.action.as_str() == "decide" && self.is_subject_of_a_decision(lead, &after) {
            return Role::Addressee;
        }
        Role::Mentioned
    }

    /// «Décide que le Comité **procédera** …»: the future of a decision is an order.
    fn is_subject_of_a_decision(&self, lead: &Lead, after: &[String]) -> bool {
        let between = Span { start: self.rest.start, end: lead.start }.of(self.text);
        let follows = matches!(folded_words(between).as_slice(), [only] if only == "que");
        let verb = after.iter().find(|word| !matches!(word.as_str(), "se" | "s" | "y" | "en" | "ne"));
        follows
            && self.lexicon.language == Language::French
            && verb.is_some_and(|verb| {
                verb.len() > 4
                    && (verb.ends_with("ra") || verb.ends_with("ront"))
                    && !matches!(verb.as_str(), "seront" | "auront")
            })
    }

    /// «Encourage les efforts continus déployés **par** les États»: the agent of the noun is meant.
    fn address_the_agents(&self, actors: &mut [Named]) {
        let mut agent: Option<Named> = None;
        for i in 0..actors.len() {
            let Some(actor) = actors.get(i).copied() else { return };
            let lead = self.before(actor.span);
            let is_agent = lead.words.first().is_some_and(|word| matches!(word.as_str(), "par" | "by"))
                && actor.role == Role::Mentioned;
            let joins = agent.is_some_and(|last| self.are_coordinated(last, actor.span));
            if (is_agent && agent.is_none()) || joins {
                if let Some(actor) = actors.get_mut(i) {
                    actor.role = Role::Addressee;
                }
                agent = Some(actor);
            }
        }
    }
}

/// «should be protected»: who is protected is not who acts.
fn is_passive(after: &[String]) -> bool {
    after.iter().take(4).any(|word| matches!(word.as_str(), "be" | "etre"))
        && !after.iter().any(|word| {
            matches!(
                word.as_str(),
                "guided" | "able" | "prepared" | "encouraged" | "requested" | "urged" | "invited"
            )
        })
}

/// What may stand before an actor and belong to it.
const DETERMINERS: [&str; 40] = [
    "l", "le", "la", "les", "the", "all", "tous", "toutes", "tout", "toute", "each", "every", "chaque", "any",
    "autres", "autre", "other", "ses", "son", "sa", "leur", "leurs", "its", "their", "ces", "cette", "ce", "those",
    "these", "un", "une", "a_", "an", "both", "deux", "certains", "some", "various", "divers", "many",
];

/// What may stand between a verb and its first addressee.
const LEADS: [&str; 52] = [
    "a",
    "upon",
    "on",
    "to",
    "l",
    "le",
    "la",
    "les",
    "the",
    "all",
    "tous",
    "toutes",
    "tout",
    "toute",
    "each",
    "every",
    "chaque",
    "any",
    "autres",
    "autre",
    "other",
    "ses",
    "son",
    "sa",
    "its",
    "ces",
    "cette",
    "those",
    "these",
    "egalement",
    "also",
    "further",
    "instamment",
    "notamment",
    "particulierement",
    "especially",
    "particularly",
    "en",
    "in",
    "particulier",
    "particular",
    "outre",
    "de_",
    "nouveau",
    "again",
    "relevant",
    "concerned",
    "competent",
    "interested",
    "again_",
    "both",
    "d_",
];

const LINKS: [&str; 8] = ["egalement", "instamment", "de", "nouveau", "en", "outre", "particulier", "aussi"];

const JOINTS: [&str; 14] = [
    "et",
    "ou",
    "and",
    "or",
    "ainsi",
    "que",
    "as",
    "well",
    "meme",
    "notamment",
    "including",
    "compris",
    "y",
    "also",
];

/// What may stand after an actor and belong to it.
const ADJECTIVES: [&str; 40] = [
    "competents",
    "competentes",
    "competent",
    "competente",
    "concernes",
    "concernees",
    "concerne",
    "concernee",
    "interesses",
    "interessees",
    "interesse",
    "interessee",
    "pertinents",
    "pertinentes",
    "pertinent",
    "relevant",
    "concerned",
    "interested",
    "voulues",
    "nationaux",
    "nationales",
    "internationales",
    "internationaux",
    "regionales",
    "regionaux",
    "multilaterales",
    "privees",
    "publiques",
    "locales",
    "membres",
    "parties",
    "involved",
    "affected",
    "appropriate",
    "requesting",
    "international",
    "regional",
    "national",
    "local",
    "other",
];

/// What «to» leads to when no verb follows.
const NOT_AFTER_TO: [&str; 32] = [
    "the",
    "all",
    "its",
    "his",
    "her",
    "their",
    "this",
    "that",
    "those",
    "these",
    "a",
    "an",
    "which",
    "whom",
    "such",
    "peace",
    "international",
    "national",
    "both",
    "any",
    "each",
    "other",
    "women",
    "children",
    "persons",
    "people",
    "refugees",
    "date",
    "human",
    "humanitarian",
    "education",
    "health",
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Marks the actors of a sentence with braces; gives their roles.
    fn check(marked: &str, expected: &[Role]) {
        let mut text = String::new();
        let mut actors = Vec::new();
        for (i, part) in marked.split(['{', '}']).enumerate() {
            let start = text.len();
            text.push_str(part);
            if i % 2 == 1 {
                actors.push(Named { span: Span::new(start, text.len()), role: Role::Mentioned });
            }
        }
        let language = crate::parse::masthead::detect_language(&text);
        let lexicon = Lexicon::of(language);
        let phrase = lexicon.verbs.phrase_at(&text, 0).unwrap();
        let rest = Span { start: phrase.span.end, end: text.len() as u32 };
        roles(&Scene { text: &text, lexicon, phrase: &phrase, rest }, &mut actors);
        let found: Vec<Role> = actors.iter().map(|actor| actor.role).collect();
        assert_eq!(found, expected, "{text}");
    }

    use Role::{Addressee, Beneficiary, Mentioned, Partner};

    #[test]
    fn the_object_of_the_verb_is_asked() {
        check("Prie l’{Office} de fournir aux {États} une assistance", &[Addressee, Beneficiary]);
        check("Engage les {États Membres} qui ne l’ont pas encore fait à envisager la ratification", &[Addressee]);
        check("Requests the {Secretary-General} to report to the {General Assembly}", &[Addressee, Mentioned]);
        check(
            "Calls upon all {States} and relevant {organizations} to cooperate with the {Office}",
            &[Addressee, Addressee, Mentioned],
        );
    }

    #[test]
    fn all_of_a_coordination_are_asked() {
        check(
            "Demande aux {États Membres}, notamment par l’intermédiaire des {autorités}, et à l’{Office} et aux autres \
             {organismes} compétents qui mènent des activités de partager",
            &[Addressee, Partner, Addressee, Addressee],
        );
    }

    #[test]
    fn an_adverbial_gives_partners() {
        check(
            "Prie l’{Office}, en coopération avec {INTERPOL} et les autres {entités} compétentes, de continuer",
            &[Addressee, Partner, Partner],
        );
        check("Engage l’{Office} à renforcer sa coordination avec le {Bureau}", &[Addressee, Mentioned]);
    }

    #[test]
    fn a_softer_verb_addresses_who_must_act() {
        check("Souligne qu’il importe que les {États Membres} créent des systèmes", &[Addressee]);
        check("Décide que tous les {États} doivent prévenir le financement", &[Addressee]);
        check("Stresses the need for {States} to cooperate and the role of the {Council}", &[Addressee, Mentioned]);
    }

    #[test]
    fn who_must_do_what_is_demanded_is_asked() {
        check("Demands that all {parties} and {armed groups} comply with the resolution", &[Addressee, Addressee]);
        check(
            "Exige que toutes les {parties} de la région cessent les attaques contre l’{Office}",
            &[Addressee, Mentioned],
        );
        check("Requests that {Member States} be informed of the report", &[Mentioned]);
        check("Demands that the {Council}’s decisions be carried out in full", &[Mentioned]);
    }

    #[test]
    fn a_judgement_addresses_nobody() {
        check("Se félicite de l’élaboration par l’{Office} d’un guide", &[Mentioned]);
        check("Prend note de la coopération entre le {Bureau} et l’{Office}", &[Mentioned, Mentioned]);
    }

    #[test]
    fn the_agent_of_what_is_encouraged_is_asked() {
        check("Encourage la poursuite des efforts déployés par les {États} de la région", &[Addressee]);
    }

    #[test]
    fn thanks_have_an_addressee() {
        check("Remercie les {États Membres} qui ont soutenu les activités de l’{Office}", &[Addressee, Mentioned]);
    }
}
