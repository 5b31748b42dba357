//! How far the name of a body reaches that no table has.
//!
//! English writes such names with capitals; French only with the first, so that there the words after the noun decide:
//! adjectives and complements belong to it, a verb, an infinitive or « son » does not.

use super::finder::Finder;
use super::rows::Kind;
use super::{Actor, Entry, HeadId, HeadKind};
use crate::lexicon::phrases::Token;
use crate::model::{Language, Span};

/// No name is longer than this many words after its noun.
const LONGEST: usize = 28;

/// A text by its words.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
}

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    Space,
    Hyphen,
    Apostrophe,
    Comma,
    /// Anything that ends a name: a full stop, a parenthesis, a quotation mark, the end of the text.
    Other,
}

impl<'a> Words<'a> {
    /// A word; empty past the end.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// The span from one word up to, not including, another.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let first = self.tokens.get(start).map_or(0, |token| token.span.start);
        let last = end.checked_sub(1).and_then(|i| self.tokens.get(i)).map_or(first, |token| token.span.end);
        Span { start: first, end: last.max(first) }
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital)
    }

    /// Whether a word has the ending of a plural.
    pub(super) fn is_plural(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() > 3 && !word.ends_with("ss") && word.ends_with(['s', 'x', 'S', 'X'])
    }

    /// What stands before a word.
    pub(super) fn gap(&self, at: usize) -> Gap {
        let Some(before) = at.checked_sub(1).and_then(|i| self.tokens.get(i)) else { return Gap::Other };
        let Some(token) = self.tokens.get(at) else { return Gap::Other };
        let between = Span { start: before.span.end, end: token.span.start }.of(self.text);
        match between.trim() {
            "" => Gap::Space,
            "-" | "\u{2010}" | "\u{2011}" => Gap::Hyphen,
            "’" | "'" | "‘" => Gap::Apostrophe,
            "," => Gap::Comma,
            _ => Gap::Other,
        }
    }

    /// Whether a word goes on what the one before it says, without a mark between them.
    pub(super) fn adjoins(&self, at: usize) -> bool {
        matches!(self.gap(at), Gap::Space | Gap::Hyphen | Gap::Apostrophe)
    }

    /// An acronym that stands in parentheses at a word: « (INTERPOL) ».
    pub(super) fn acronym_in_parentheses(&self, at: usize) -> Option<&'a str> {
        let before = self.tokens.get(at.checked_sub(1)?)?;
        let token = self.tokens.get(at)?;
        let between = Span { start: before.span.end, end: token.span.start }.of(self.text);
        let word = self.word(at);
        let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
        (between.trim() == "(" && capitals >= 2).then_some(word)
    }

    /// A span with the parenthesis that closes right after it.
    pub(super) fn with_parenthesis(&self, span: Span) -> Span {
        let rest = self.text.get(span.end as usize..).unwrap_or_default();
        if rest.starts_with(')') { Span { start: span.start, end: span.end + 1 } } else { span }
    }

    /// The number of the resolution that a committee was created by, and the first word after it.
    pub(super) fn founding_resolution(&self, at: usize) -> Option<(&'a str, usize)> {
        const CREATED: [&str; 8] =
            ["créé", "crée", "cree", "établi", "institué", "established", "created", "concernant"];
        if !CREATED.contains(&self.word(at)) {
            return None;
        }
        let named = (at + 1..at + 16)
            .take_while(|&i| self.gap(i) != Gap::Other)
            .find(|&i| matches!(self.word(i), "résolution" | "resolution"))?;
        let number = self.word(named + 1);
        if !(3..=4).contains(&number.len()) || !number.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let year = self.word(named + 2);
        let has_year = year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit());
        Some((number, if has_year { named + 3 } else { named + 2 }))
    }
}

impl Finder<'_> {
    /// The first word after a noun and all that belongs to it; `after` itself if nothing does.
    pub(super) fn extent(&self, after: usize, head: HeadId) -> usize {
        match self.language {
            Language::French => self.french_extent(after, head),
            Language::English => self.english_extent(after, head),
        }
    }

    fn french_extent(&self, after: usize, head: HeadId) -> usize {
        let mut walk = FrenchWalk { limit: after + LONGEST, theme: false };
        if !self.french_complement_is_name(after, head) {
            return after;
        }
        let mut at = after;
        while let Some(next) = self.french_step(at, &mut walk) {
            at = next;
        }
        at
    }

    /// Whether what follows a noun makes it another body than the one last named so.
    fn french_complement_is_name(&self, after: usize, head: HeadId) -> bool {
        let Some(noun) = self.head_of(head) else { return false };
        if noun.many_words || self.referents.of(head).is_none() {
            return true;
        }
        let next = self.words.word(after + 1);
        let names_body =
            |at: usize| self.words.is_capital(at) || self.name_at(at).is_some_and(|name| name.kind.is_body());
        match self.words.word(after) {
            // «l’élaboration par l’Office du module» is no office of a module.
            "de" | "d" if matches!(next, "la" | "l") => names_body(after + 2),
            "du" | "des" => names_body(after + 1),
            "sur" | "chargé" | "chargée" => noun.kind != HeadKind::Own,
            "pour" | "contre" | "en" | "au" | "aux" | "à" | "dans" | "et" | "ou" => false,
            _ => true,
        }
    }

    /// The next word after one more element of a French name.
    fn french_step(&self, at: usize, walk: &mut FrenchWalk) -> Option<usize> {
        if at >= walk.limit {
            return None;
        }
        match self.words.gap(at) {
            Gap::Comma if walk.theme => return self.french_list(at, walk),
            Gap::Comma | Gap::Other => return None,
            Gap::Space | Gap::Hyphen | Gap::Apostrophe => {}
        }
        let next = self.words.word(at + 1);
        match self.words.word(at) {
            "de" | "d" | "du" | "des" => self.french_noun(at + 1, walk.theme),
            "sur" | "contre" | "pour" => {
                let end = self.french_noun(at + 1, true)?;
                walk.theme = true;
                Some(end)
            }
            "chargé" | "chargée" if matches!(next, "de" | "d" | "du" | "des") => {
                walk.theme = true;
                if is_infinitive(self.words.word(at + 2)) {
                    self.french_noun(at + 3, true)
                } else {
                    self.french_noun(at + 2, true)
                }
            }
            "relatif" | "relative" if matches!(next, "à" | "au" | "aux") => {
                walk.theme = true;
                self.french_noun(at + 2, true)
            }
            "en" if next == "matière" => Some(at + 2),
            "en" | "au" | "aux" | "à" if self.words.is_capital(at + 1) => self.french_noun(at + 1, true),
            "à" if next == "composition" => Some(at + 2),
            "dans" if matches!(self.words.word(at + 2), "contexte" | "domaine") => Some(at + 3),
            "et" | "ou" => self.french_coordination(at, walk),
            word if self.words.is_capital(at) => {
                let is_other = matches!(self.entry_at(at), Some((Entry::Name(_), _)));
                (!is_other && !word.chars().any(|letter| letter.is_ascii_digit())).then_some(at + 1)
            }
            word if is_adjective(word) => Some(at + 1),
            _ => None,
        }
    }

    /// The next word after a noun with its article, if it may stand in a name.
    fn french_noun(&self, at: usize, theme: bool) -> Option<usize> {
        let has_article = matches!(self.words.word(at), "la" | "l" | "le" | "les");
        let noun = if has_article { at + 1 } else { at };
        let word = self.words.word(noun);
        if !self.words.adjoins(noun) || is_no_noun(word) || (!has_article && is_infinitive(word)) {
            return None;
        }
        if let Some(name) = self.name_at(noun) {
            let belongs = name.kind.is_body() || name.kind == Kind::State || theme;
            return belongs.then_some(noun + name.n_words);
        }
        match self.entry_at(noun) {
            Some((Entry::Head(_), n_words)) => Some(noun + n_words),
            _ => Some(noun + 1),
        }
    }

    /// « … et l’application de la loi »: whether the « et » at a word goes on with the name.
    fn french_coordination(&self, at: usize, walk: &FrenchWalk) -> Option<usize> {
        let next = self.words.word(at + 1);
        match next {
            "de" | "d" | "du" | "des" => {
                let has_article = matches!(self.words.word(at + 2), "la" | "l");
                let noun = if has_article { at + 3 } else { at + 2 };
                if self.is_actor(noun) { None } else { self.french_noun(at + 2, false) }
            }
            "la" | "l" | "le" | "les" if walk.theme => {
                if self.is_actor(at + 2) {
                    None
                } else {
                    self.french_noun(at + 1, true)
                }
            }
            _ if self.is_actor(at + 1) => None,
            _ if is_adjective(next) && at > 0 && is_adjective(self.words.word(at - 1)) => Some(at + 2),
            _ => None,
        }
    }

    /// « sur la justice pénale, les ripostes juridiques et la lutte …»: a list, if an « et » ends it.
    fn french_list(&self, at: usize, walk: &FrenchWalk) -> Option<usize> {
        let mut inner = FrenchWalk { limit: walk.limit, theme: false };
        let mut item = at;
        loop {
            let opens = matches!(self.words.word(item), "la" | "l" | "le" | "les");
            if !opens || self.words.is_capital(item + 1) || self.is_actor(item + 1) {
                return None;
            }
            let mut end = self.french_noun(item, true)?;
            loop {
                let is_last = matches!(self.words.word(end), "et" | "ou") && self.words.gap(end) == Gap::Space;
                inner.theme = is_last;
                let Some(next) = self.french_step(end, &mut inner) else { break };
                if is_last {
                    return Some(next);
                }
                inner.theme = false;
                end = next;
            }
            if self.words.gap(end) != Gap::Comma || end >= walk.limit {
                return None;
            }
            item = end;
        }
    }

    /// Whether a name or the head of one begins at a word.
    fn is_actor(&self, at: usize) -> bool {
        match self.entry_at(at) {
            Some((Entry::Name(_), _)) => self.name_at(at).is_some(),
            Some((Entry::Head(_), _)) => self.words.is_capital(at),
            _ => false,
        }
    }

    /// Where the modifiers before an English noun begin: « Independent International » of « … Commission of Inquiry ».
    pub(super) fn english_start(&self, head_at: usize, free: usize) -> usize {
        let mut start = head_at;
        // The first word of a paragraph is the organ's verb.
        let free = free.max(1);
        while start > free && head_at - start < 8 {
            let before = start - 1;
            let word = self.words.word(before);
            let taken = match self.words.gap(start) {
                Gap::Space | Gap::Hyphen | Gap::Apostrophe if self.words.is_capital(before) => 1,
                // «High-level», «People’s», «Truth and Reconciliation»: a small word between two that count.
                Gap::Space if before > free && self.words.is_capital(before - 1) => {
                    let is_inside = matches!(self.words.gap(before), Gap::Hyphen | Gap::Apostrophe)
                        || (word == "and" && self.words.gap(before) == Gap::Space && self.is_modifier(before - 1));
                    if is_inside { 2 } else { break }
                }
                _ => break,
            };
            let first = self.words.word(start - taken);
            if is_english_opener(first) || self.name_at(start - taken).is_some() {
                break;
            }
            start -= taken;
        }
        start
    }

    fn is_modifier(&self, at: usize) -> bool {
        at > 1 && self.entry_at(at).is_none() && !is_english_opener(self.words.word(at))
    }

    /// The noun that ends a run of capitals after a name: « Security Council » *Working Group*.
    pub(super) fn english_head_after(&self, after: usize) -> Option<(usize, usize, HeadId)> {
        let mut best = None;
        let mut at = after;
        while at < after + 8 && matches!(self.words.gap(at), Gap::Space | Gap::Hyphen) {
            match self.entry_at(at) {
                Some((Entry::Head(head), n_words)) if self.words.is_capital(at) => {
                    let is_body = matches!(self.head_of(head)?.kind, HeadKind::Body | HeadKind::Group)
                        || self.head_of(head)?.slug == "programme";
                    if !is_body || self.is_plural_head(at, at + n_words, head) {
                        return None;
                    }
                    best = Some((at, n_words, head));
                    at += n_words;
                }
                Some((Entry::Name(_) | Entry::Nobody, _)) => break,
                _ if self.words.is_capital(at) || self.words.gap(at) == Gap::Hyphen => at += 1,
                _ => break,
            }
        }
        best
    }

    fn english_extent(&self, after: usize, head: HeadId) -> usize {
        let Some(noun) = self.head_of(head) else { return after };
        let is_named = !noun.many_words && self.referents.of(head).is_some();
        let mut at = after;
        while at < after + LONGEST {
            let Some(next) = self.english_step(at) else { break };
            // «brief the Council on Syria», «the Mission in Bangui»: of the one last named, not of another.
            if at == after && is_named {
                let goes_on = match self.words.word(at) {
                    "on" | "for" => noun.kind != HeadKind::Own,
                    "in" | "at" | "to" | "against" | "and" => false,
                    _ => true,
                };
                if !goes_on {
                    break;
                }
            }
            at = next;
        }
        at
    }

    /// The next word after one more element of an English name.
    fn english_step(&self, at: usize) -> Option<usize> {
        match self.words.gap(at) {
            Gap::Other => return None,
            Gap::Comma => return self.english_list(at),
            Gap::Space | Gap::Hyphen | Gap::Apostrophe => {}
        }
        if self.words.is_capital(at) {
            return self.english_word(at);
        }
        let next = at + 1;
        match self.words.word(at) {
            "of" | "on" | "for" | "against" | "in" | "at" => {
                let noun = if self.words.word(next) == "the" { next + 1 } else { next };
                self.english_word(noun)
            }
            "and" | "to" if self.words.is_capital(next) && !self.is_actor(next) => self.english_word(next),
            "s" if self.words.gap(at) == Gap::Apostrophe && self.words.is_capital(next) => self.english_word(next),
            _ if self.words.gap(at) == Gap::Hyphen => Some(next),
            _ => None,
        }
    }

    /// The next word after a capitalised one, or after a whole name that belongs to a longer one.
    fn english_word(&self, at: usize) -> Option<usize> {
        if !self.words.is_capital(at) || !self.words.adjoins(at) || is_date(self.words.word(at)) {
            return None;
        }
        match self.entry_at(at) {
            Some((Entry::Name(_), _)) => {
                let name = self.name_at(at)?;
                let after_noun = self.words.word(at - 1).chars().next().is_some_and(char::is_uppercase);
                (!after_noun).then_some(at + name.n_words)
            }
            Some((Entry::Head(_) | Entry::Nobody, n_words)) => Some(at + n_words),
            _ => Some(at + 1),
        }
    }

    /// « Commission on Truth, Justice and Reconciliation »: a list of capitals, if an « and » ends it.
    fn english_list(&self, at: usize) -> Option<usize> {
        let mut end = at;
        while end < at + 10 {
            if !self.words.is_capital(end) || self.is_actor(end) {
                return None;
            }
            end += 1;
            if self.words.word(end) == "and" && matches!(self.words.gap(end), Gap::Space | Gap::Comma) {
                let last = end + 1;
                let belongs =
                    self.words.is_capital(last) && self.words.gap(last) == Gap::Space && !self.is_actor(last);
                return belongs.then_some(last + 1);
            }
            if !matches!(self.words.gap(end), Gap::Space | Gap::Comma | Gap::Hyphen) {
                return None;
            }
        }
        None
    }

    /// The State whose government the words after « Gouvernement » tell, and the first word after them.
    pub(super) fn state_of_government(&self, after: usize) -> Option<(Actor, usize)> {
        let mut at = after;
        while at < after + 7 && self.words.adjoins(at) {
            if self.language == Language::French
                && let Some(rest) = self.words.tokens.get(at..)
                && let Some(hit) = self.table.french_adjectives.longest_at(self.words.text, rest)
            {
                return Some((hit.value, at + hit.n_tokens));
            }
            let word = self.words.word(at);
            let is_of = matches!(word, "de" | "du" | "des" | "d" | "of");
            if is_of {
                let next = self.words.word(at + 1);
                let noun = if matches!(next, "la" | "l" | "les" | "the") { at + 2 } else { at + 1 };
                if let Some(name) = self.name_at(noun).filter(|name| name.kind == Kind::State) {
                    return Some((name.actor, noun + name.n_words));
                }
            }
            let goes_on = match self.language {
                Language::French => {
                    is_of && matches!(self.words.word(at + 1), "transition" | "unité" | "union" | "réconciliation")
                        || matches!(word, "transition" | "unité" | "union" | "réconciliation" | "et" | "légitime")
                        || is_adjective(word)
                }
                Language::English => {
                    is_of && self.words.word(at + 1) == "National" || word == "and" || self.words.is_capital(at)
                }
            };
            if !goes_on {
                return None;
            }
            at += 1;
        }
        None
    }
}

/// Where a walk over a French name has come to.
struct FrenchWalk {
    limit: usize,
    /// Whether the name says what the body is about (« sur … », « chargé de … »): then lists belong to it.
    theme: bool,
}

/// Words that open a sentence or a phrase in capitals without being part of a name.
fn is_english_opener(word: &str) -> bool {
    matches!(
        word,
        "The"
            | "A"
            | "An"
            | "This"
            | "These"
            | "That"
            | "Its"
            | "All"
            | "Each"
            | "Every"
            | "Any"
            | "Other"
            | "Both"
            | "In"
            | "On"
            | "At"
            | "By"
            | "For"
            | "To"
            | "Of"
            | "And"
            | "Or"
            | "With"
            | "As"
            | "If"
            | "When"
            | "Such"
            | "No"
            | "Their"
            | "Our"
            | "His"
            | "Her"
    )
}

fn is_date(word: &str) -> bool {
    matches!(
        word,
        "January"
            | "February"
            | "March"
            | "April"
            | "May"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
            | "Monday"
            | "Tuesday"
            | "Wednesday"
            | "Thursday"
            | "Friday"
            | "Saturday"
            | "Sunday"
    )
}

/// Words that no French name goes on with.
fn is_no_noun(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit())
        || matches!(
            word,
            "" | "un"
                | "une"
                | "son"
                | "sa"
                | "ses"
                | "leur"
                | "leurs"
                | "ce"
                | "cet"
                | "cette"
                | "ces"
                | "ceux"
                | "celui"
                | "celle"
                | "celles"
                | "tout"
                | "toute"
                | "tous"
                | "toutes"
                | "chaque"
                | "ne"
                | "n"
                | "se"
                | "s"
                | "lui"
                | "y"
                | "en"
                | "autre"
                | "autres"
                | "ladite"
                | "ledit"
                | "lesdits"
                | "présente"
                | "présent"
                | "qu"
                | "que"
                | "qui"
                | "quoi"
                | "laquelle"
                | "lequel"
                | "ici"
                | "abord"
                | "urgence"
                | "part"
                | "manière"
                | "façon"
                | "même"
                | "plus"
                | "nouveau"
                | "nouvelle"
                | "concert"
                | "fois"
                | "le"
        )
}

/// Whether a word after a bare « de » is an infinitive and not a noun.
fn is_infinitive(word: &str) -> bool {
    let nouns = [
        "mer",
        "fer",
        "hiver",
        "danger",
        "foyer",
        "quartier",
        "métier",
        "courrier",
        "dossier",
        "chantier",
        "papier",
        "calendrier",
        "atelier",
        "avenir",
        "désir",
        "loisir",
        "souvenir",
        "pouvoir",
        "espoir",
        "savoir",
        "genre",
        "lettre",
        "gendre",
        "ordre",
        "cadre",
        "nombre",
        "titre",
        "chapitre",
        "affaire",
        "premier",
        "dernier",
    ];
    let irregular = [
        "faire",
        "être",
        "dire",
        "lire",
        "suivre",
        "poursuivre",
        "vivre",
        "conclure",
        "exclure",
        "inclure",
        "satisfaire",
        "vaincre",
        "convaincre",
        "rompre",
        "élire",
        "croire",
        "boire",
    ];
    if nouns.contains(&word) {
        return false;
    }
    irregular.contains(&word)
        || (word.len() > 3
            && ["er", "ir", "ttre", "ndre", "aître", "uire", "crire", "rdre", "indre"]
                .iter()
                .any(|ending| word.ends_with(ending)))
}

/// Whether a word has the ending of an adjective that may belong to a name.
fn is_adjective(word: &str) -> bool {
    let exceptions = [
        "mais",
        "jamais",
        "mois",
        "fois",
        "trois",
        "bien",
        "rien",
        "applique",
        "explique",
        "indique",
        "communique",
        "arrive",
        "faire",
        "après",
        "ainsi",
        "quel",
        "quelle",
        "lequel",
        "auquel",
        "tel",
        "telle",
        "sal",
        "afin",
        "suive",
        "vive",
        "reçoive",
        "implique",
        "journal",
        "arsenal",
        "travaux",
        "seul",
        "actuel",
        "actuelle",
        "plusieurs",
    ];
    let others = [
        "mixte",
        "commun",
        "commune",
        "conjoint",
        "conjointe",
        "permanent",
        "permanente",
        "indépendant",
        "indépendante",
        "civil",
        "civile",
        "armé",
        "armée",
        "plénier",
        "plénière",
        "limitée",
        "non",
        "uni",
        "unie",
        "unifié",
        "unifiée",
        "intégré",
        "intégrée",
        "élargi",
        "élargie",
        "organisé",
        "organisée",
        "interinstitutions",
        "financier",
        "financière",
        "judiciaire",
        "pénal",
        "humain",
        "souverain",
        "frontalier",
        "étranger",
        "public",
        "publique",
        "restreint",
    ];
    if exceptions.contains(&word) {
        return false;
    }
    let singular = word.strip_suffix('s').unwrap_or(word);
    others.contains(&word)
        || others.contains(&singular)
        || word.ends_with("aux")
        || [
            "al", "ale", "el", "elle", "ique", "if", "ive", "oire", "aire", "ien", "ienne", "ain", "aine", "eux",
            "euse", "ible", "able", "ais", "aise", "ois", "oise", "iste",
        ]
        .iter()
        .any(|ending| singular.len() > ending.len() + 1 && singular.ends_with(ending))
}
