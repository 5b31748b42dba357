//! What the form of a language tells, beyond its tables.

use crate::model::Language;

/// The small words of a language that initiating phrases are made with. All folded.
#[derive(Debug)]
pub struct Grammar {
    /// Object pronouns that may stand before a verb and belong to the addressee: «les engage».
    pub pronouns: &'static [&'static str],
    /// The subject of declarations in the first person.
    pub subjects: &'static [&'static str],
    /// What makes an attitude the organ's own: «son appui».
    pub possessives: &'static [&'static str],
    /// What may stand before an attitude that is merely expressed: «exprime l'espoir».
    pub articles: &'static [&'static str],
    /// Adjectives that follow the noun of an attitude and belong to the phrase: «son appui continu».
    pub adjectives_after: &'static [&'static str],
    /// What makes a past participle of the next word: «ayant reçu».
    pub auxiliaries: &'static [&'static str],
    /// Whether an attitude may come without any: «Expresses concern».
    pub bare_attitudes: bool,
    /// The word that makes an adverb of a noun: «avec satisfaction».
    pub with: &'static str,
    /// How adverbs of manner end.
    pub adverb_ending: &'static str,
    /// Words that join two clauses.
    pub conjunctions: &'static [&'static str],
    /// What may stand between the joint and the verb, between commas or not: «et, à cet égard, prie».
    pub asides: &'static [&'static str],
    /// Words after which a verb belongs to another subject: «l'Office, qui préside».
    pub relatives: &'static [&'static str],
    /// Words that lead to another: no line ends with one unless its sentence goes on.
    pub leads: &'static [&'static str],
    /// Words that can follow a verb of the organ; a noun that looks like it («la demande de») is followed by others.
    pub openers: &'static [&'static str],
    /// How an unknown word that opens an operative paragraph must end to pass for a verb.
    pub finite_endings: &'static [&'static str],
    /// How an unknown word that opens a preambular paragraph must end to pass for a participle.
    pub participle_endings: &'static [&'static str],
}

/// The grammar of a language.
pub fn grammar(language: Language) -> &'static Grammar {
    match language {
        Language::French => &FRENCH,
        Language::English => &ENGLISH,
    }
}

static FRENCH: Grammar = Grammar {
    pronouns: &["l", "le", "la", "les", "lui", "leur", "y", "en"],
    subjects: &["nous"],
    possessives: &["son", "sa", "ses", "leur", "leurs", "notre", "nos"],
    articles: &["l", "le", "la", "les", "un", "une", "de", "d", "des"],
    adjectives_after: &[
        "constant",
        "constante",
        "continu",
        "continue",
        "continus",
        "energique",
        "energiques",
        "entier",
        "entiere",
        "ferme",
        "indefectible",
        "inebranlable",
        "plein",
        "profond",
        "profonde",
        "renouvele",
        "renouvelee",
        "resolu",
        "resolue",
        "sincere",
        "sinceres",
        "total",
        "totale",
        "vigoureux",
        "vigoureuse",
    ],
    auxiliaries: &["ayant"],
    bare_attitudes: false,
    with: "avec",
    adverb_ending: "ment",
    conjunctions: &["et", "mais", "ainsi que"],
    asides: &[
        "a cet egard",
        "a ce propos",
        "a ce sujet",
        "a cette fin",
        "a cet effet",
        "a ces fins",
        "a cette occasion",
        "a nouveau",
        "ainsi",
        "aussi",
        "ce faisant",
        "dans ce cadre",
        "dans ce contexte",
        "dans cette optique",
        "dans cette perspective",
        "dans cet esprit",
        "de nouveau",
        "des lors",
        "egalement",
        "en consequence",
        "en outre",
        "en particulier",
        "en ce sens",
        "par consequent",
        "par ailleurs",
        "sur ce point",
        "une fois encore",
    ],
    relatives: &["qui", "dont", "que", "qu", "lequel", "laquelle", "lesquels", "lesquelles", "ou"],
    leads: &["a", "au", "aux", "d'", "de", "des", "du", "en", "et", "la", "le", "les", "ou", "par"],
    openers: &[],
    finite_endings: &["e", "it", "d", "t", "c"],
    participle_endings: &["ant", "ante", "e", "ee", "i", "ie", "u", "ue", "eux", "euse", "es", "ees"],
};

static ENGLISH: Grammar = Grammar {
    pronouns: &[],
    subjects: &["we"],
    possessives: &["its", "our", "their"],
    articles: &["the", "a", "an"],
    adjectives_after: &[],
    auxiliaries: &["having"],
    bare_attitudes: true,
    with: "with",
    adverb_ending: "ly",
    conjunctions: &["and", "but", "while", "as well as"],
    asides: &[
        "accordingly",
        "also",
        "at the same time",
        "further",
        "furthermore",
        "in addition",
        "in particular",
        "in that context",
        "in that regard",
        "in that respect",
        "in this connection",
        "in this context",
        "in this regard",
        "in this respect",
        "in this spirit",
        "inter alia",
        "therefore",
        "thus",
        "to this end",
        "to that end",
        "consequently",
        "hereby",
    ],
    relatives: &["which", "that", "who", "whose", "where", "when"],
    leads: &["a", "an", "and", "by", "for", "in", "of", "on", "or", "the", "to", "with"],
    openers: &[],
    finite_endings: &["s"],
    participle_endings: &["ing", "ed"],
};
