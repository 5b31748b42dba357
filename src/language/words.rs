//! Word lists: the function words of a language, by purpose.
//!
//! The lists of each language are in `lexicon/xx/words.tsv`, one a row. A key that is not below is an error, and so is one that a
//! language lacks: a test says which (a language that has none of the kind writes `-`).

/// A type with a field for each list of a table, found by its key.
macro_rules! word_lists {
    ($(#[doc = $about:literal])+ $name:ident: $($(#[doc = $doc:literal])+ $field:ident = $key:literal,)+) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, Default)]
        pub struct $name {
            $($(#[doc = $doc])+ pub $field: $crate::language::WordList,)+
        }

        impl $name {
            /// The key of every list.
            pub const KEYS: &'static [&'static str] = &[$($key),+];

            fn list(&mut self, key: &str) -> Option<&mut $crate::language::WordList> {
                match key {
                    $($key => Some(&mut self.$field),)+
                    _ => None,
                }
            }

            /// Adds the lists of a table. Unknown keys are left out; a test finds them.
            pub fn add(&mut self, table: &'static str) {
                for [key, words] in $crate::language::table::rows(table) {
                    if let Some(list) = self.list(key) {
                        list.add(words);
                    }
                }
            }
        }
    };
}
pub(super) use word_lists;

word_lists! {
    /// Every word list of a language.
    Words:
    // The verb that opens a clause.
    /// Object pronouns that may come before a verb and are its addressee: «les engage».
    pronouns = "pronouns",
    /// Object pronouns that may follow it: “urges **them**”.
    pronouns_after = "pronouns-after",
    /// Those of them, before or after, that mean several.
    plural_pronouns = "plural-pronouns",
    /// Those that are written together with the verb, at its end: «تشجع**ها**».
    enclitics = "enclitics",
    /// Precedes an object that comes before its verb: «**对**这一局势表示关切».
    before_objects = "before-objects",
    /// The subject of declarations in the first person.
    subjects = "subjects",
    /// How a verb ends that needs no such subject: «reitera**mos**».
    subject_endings = "subject-endings",
    /// How a verb begins that needs none: «**ن**قرر».
    subject_prefixes = "subject-prefixes",
    /// Begins a reflexive verb: «se félicite».
    reflexives = "reflexives",
    /// Makes an attitude the organ's own: «son appui».
    possessives = "possessives",
    /// May precede an attitude that is only expressed: «exprime l'espoir».
    articles = "articles",
    /// Adjectives that follow the noun of an attitude and belong to the phrase: «son appui continu».
    adjectives_after = "adjectives-after",
    /// How adjectives end that come before the noun of who acts: «специальн**ую** рабоч**ую** группу».
    adjectives_before = "adjectives-before",
    /// Makes the next word a past participle: «ayant reçu».
    auxiliaries = "auxiliaries",
    /// Makes a session the next one: “its **next** session”.
    next_sessions = "next-sessions",
    /// Adjectives of a session before its number: “its **resumed** eighty-first session”.
    session_kinds = "session-kinds",
    /// Forms that ask their subject to act, after the verb’s lemma: “States **are requested** to”.
    stated_requests = "stated-requests",
    /// Forms by which their subject promises, after the verb’s lemma: “Member States **commit** to”.
    stated_promises = "stated-promises",
    /// Auxiliaries of the past tense, in which decisions are reported: «a décidé».
    past_auxiliaries = "past-auxiliaries",
    /// Words that join two clauses.
    conjunctions = "conjunctions",
    /// May come between the conjunction and the verb, with commas or without: «et, à cet égard, prie».
    asides = "asides",
    /// Begins an aside after a verb and its comma: “urges, **as** appropriate, the parties”.
    aside_openers = "aside-openers",
    /// Begins a subordinate clause before the verb: “**While** welcoming the report, urges”.
    subordinators = "subordinators",
    /// Words after which a verb has another subject: «l'Office, qui préside».
    relatives = "relatives",
    /// Those of them that are the subject of their clause.
    relative_subjects = "relative-subjects",
    /// Words that lead to another: no line ends with one unless its sentence continues.
    leads = "leads",
    /// How an unknown word that opens an operative paragraph must end to pass for a verb.
    finite_endings = "finite-endings",
    /// How an unknown word that opens a preambular paragraph must end to pass for a participle.
    participle_endings = "participle-endings",
    /// Words that end like a verb and open paragraphs that have none.
    not_verbs = "not-verbs",
    /// Words that open an adverbial though the first is a verb by itself: «**compte tenu** de».
    false_heads = "false-heads",
    /// Must follow a verb that no table knows, if its next word has no capital; no condition if empty.
    after_a_verb = "after-a-verb",
    /// Verbs that are nouns too, with [`Self::noun_followers`] after them: «demande de».
    also_nouns = "also-nouns",
    /// How a verb must end to look like a noun in the plural: “requests for”.
    noun_endings = "noun-endings",
    /// Follows a noun, not a verb of the organ.
    noun_followers = "noun-followers",
    /// Follows a state of the organ in mid-sentence: «et convaincue **que**».
    after_a_state = "after-a-state",
    /// “That” before a subordinate clause.
    that = "that",
    /// Pronouns for the organ itself: «l’appel qu’**elle** a lancé».
    own_pronouns = "own-pronouns",
    /// Pronouns that are the subject of the clause after them: «la préoccupation que **lui** inspire».
    clause_subjects = "clause-subjects",
    // Who is asked.
    /// The prepositions that a verb of asking takes before its addressee: «demande **à**», “calls **upon**”.
    address_prepositions = "address-prepositions",
    /// May precede an actor and belong to its name.
    determiners = "determiners",
    /// Adverbs that may be between a verb and its first addressee.
    address_adverbs = "address-adverbs",
    /// Joins two actors.
    actor_joints = "actor-joints",
    /// “And” and “or” alone.
    coordinators = "coordinators",
    /// Prepositions that may be repeated before the second of two actors: «avec X et **avec** Y».
    repeated_prepositions = "repeated-prepositions",
    /// Adjectives that may be beside an actor and belong to it.
    actor_adjectives = "actor-adjectives",
    /// Words after “to” that are not verbs.
    not_infinitives = "not-infinitives",
    /// Makes a verb passive: “should **be** protected”.
    passives = "passives",
    /// Forms of that verb by which something is ordered: «**sera** établi par», «**soit** établi par».
    passive_orders = "passive-orders",
    /// Passive verbs after which the actor must act all the same: “are encouraged to”.
    passives_of_duty = "passives-of-duty",
    /// How a verb ends in the future, which in a decision is an order: «procédera».
    future_endings = "future-endings",
    /// “Are”, before a state of those who say “we”: “we **are** concerned”.
    copulas = "copulas",
    /// Makes a verb in the first person a promise: “we **will** support”.
    promises = "promises",
    /// What puts a verb that begins with its subject in the future: «**س**نتخذ».
    promise_prefixes = "promise-prefixes",
    /// Negates a promise: “we will **not** allow”, «nous **ne** tolérerons plus».
    negations = "negations",
    /// How a verb ends in the future after “we”, as written: «nous examin**erons**», and not «nous espérons».
    promise_endings = "promise-endings",
    /// Verbs, by lemma, that commit those who say them in the first person: “we **resolve** to”.
    commitments = "commitments",
    /// Nouns of what others do, whose complement is an agent: “encourages the **participation** of States”.
    acts_of_others = "acts-of-others",
    /// Leads from what is given to who gives it: “support **from** donors”.
    sources = "sources",
    /// Determiners that make no certain thing of a noun in the singular: “**a** robust process”.
    indefinites = "indefinites",
    /// Introduces an agent: «les efforts déployés **par** les États».
    agents = "agents",
    /// May come between two actors that one pronoun means.
    antecedent_joints = "antecedent-joints",
    /// Nouns of asking that a verb of saying or repeating may have for object: “reiterates its **request** to”.
    asking_nouns = "asking-nouns",
    /// Nouns of persons and bodies that end like a thing: “organization”.
    agent_nouns = "agent-nouns",
    /// How other nouns of persons end: «-eurs».
    agent_endings = "agent-endings",
    /// The kinds of persons that a body may be of: «منظمات **الشباب** والمرأة»; with the article.
    members = "members",
    /// Nouns of things, in the singular or the plural: they are urged or called for and never asked. “efforts”, “measures”.
    things = "things",
    /// How other nouns of things end, in the singular: “-ment”.
    thing_endings = "thing-endings",
    /// Precedes the first of two actors, and then the second: «**tant** les donateurs **que** les bénéficiaires».
    pair_joints = "pair-joints",
    /// Begins an adverbial between commas: “**in** cooperation with”, “**within** existing resources”.
    adverbials = "adverbials",
    /// Begins a list of examples: “all actors, **including** Governments”.
    examples = "examples",
    /// Begins a list that only illustrates: “bodies **such as** the Commission”.
    illustrations = "illustrations",
    /// Nouns for what was agreed: it acts on nobody's request, though it has a name.
    instruments = "instruments",
    /// Opens a name for those who have none: “**those who** have not yet done so”.
    unnamed = "unnamed",
    /// Verbs that remind somebody, with the preposition before them if another object may follow the verb: «rappeler **à**».
    reminders = "reminders",
    /// Nouns for a task: who has it must act, “that the **mandate** of the Panel shall include”.
    mandate_nouns = "mandate-nouns",
    /// Words for a duty of those named in the dative: «государствам **следует**».
    impersonals = "impersonals",
    /// Makes the subject of a decision act: “that States **may**”.
    permissions = "permissions",
    /// Begins the complement of a noun: “the secretariat **of** the Convention”.
    phrase_prepositions = "phrase-prepositions",
    /// Makes “to” or «de» introduce a purpose, not a request: “in **order** to”.
    not_before_infinitives = "not-before-infinitives",
    /// Introduces the agent after [`Self::needs`]: “the need **for** States to”.
    for_subject = "for-subject",
    /// Says that somebody must act: “the **need** for”, “it is **important** that”.
    needs = "needs",
    /// Ends the subject of a subordinate clause: “that donors **should** help”.
    modals = "modals",
    /// Begins an infinitive.
    infinitive_marks = "infinitive-marks",
    /// Verbs whose past no rule makes, each with it; as written, not folded.
    irregular_pasts = "irregular-pasts",
    /// Say that a report after them is only cited: “as **set out** in the report”.
    citings = "citings",
    /// Must precede the word for a report, if the addressee is to write it: «**un** rapport».
    own_reports = "own-reports",
    /// Verbs that make a report of one's own of the noun: “**submit** a report”.
    reporting_verbs = "reporting-verbs",
    /// The two words before a session's number that make a time of it: “**at its** eighty-first session”.
    session_leads = "session-leads",
    /// The two words between a part of a session and its number: “the main part **of its** eighty-first session”.
    session_parts = "session-parts",
    /// After a session, says that only its agenda is meant: «届会议**临时议程**».
    session_agendas = "session-agendas",
    /// Introduces the recipient of a report: “to”, «au».
    recipients = "recipients",
    /// Says that a period begins with something other than the adoption: “six months **after** the election”.
    time_origins = "time-origins",
    /// Names for the adoption, after one of these.
    adoptions = "adoptions",
    /// Says that a recurring time begins with the next one: “annually, **beginning** at its eighty-first session”.
    beginnings = "beginnings",
    /// How verbs end in the plural, where the ending is added to the singular: «déclare**nt**».
    plural_verb_endings = "plural-verb-endings",
    /// What a day after it belongs to, and not what is asked: “the conference to be **held** on 3 May 2028”.
    dated_participles = "dated-participles",
    /// Refers to a day named before: “within a year of **that date**”.
    that_date = "that-date",
    /// May be between a first time and those after it: “within 30 days **and thereafter** every 60 days”.
    then_words = "then-words",
    /// Verbs that a bare year after them dates: “**convene**, in 2028, a conference”.
    dated_verbs = "dated-verbs",
    /// Nouns for a report; as written, not folded.
    reports = "reports",
    /// Nouns for a session; as written, not folded.
    sessions = "sessions",
    /// Nouns for what some bodies call their sessions; as written, not folded. “Requests the Conference of the Parties, at its fifth **meeting**”
    body_meetings = "body-meetings",
    /// Names of what is observed each year; as written, not folded: “as World Rivers **Day**”.
    observances = "observances",
    // Names of actors; as written, not folded.
    /// «de», “of”: what a complement of a name begins with.
    of = "of",
    /// The same where no article follows inside the word: «de», «d».
    of_bare = "of-bare",
    /// Articles inside a name.
    the = "the",
    /// Articles after «de» in a name: «de **la**».
    the_after_of = "the-after-of",
    /// Introduces the subject of a body: «sur», «contre».
    about = "about",
    /// The one of them that may say for whom or what merit.
    about_for = "about-for",
    /// Introduces the task of a body.
    charged = "charged",
    /// «relatif», before [`Self::to`].
    relating = "relating",
    /// «à», «au».
    to = "to",
    /// Prepositions before a proper name in a name: «en», «au».
    at_place = "at-place",
    /// Two words that a name may continue with: «en matière».
    set_pairs = "set-pairs",
    /// A proper name after which a name may still say what it is about: «Nations **Unies** pour».
    proper_before_about = "proper-before-about",
    /// Adjectives that may belong to a name, though not by their ending.
    name_adjectives = "name-adjectives",
    /// Endings of adjectives that may belong to a name.
    name_adjective_endings = "name-adjective-endings",
    /// Words that have the ending of an adjective and are none.
    no_adjectives = "no-adjectives",
    /// Makes the noun after it definite: «le Comité».
    definite = "definite",
    /// Words before a name that are displayed as part of it: «aux», «tous les».
    before_names = "before-names",
    /// Words after which a State with [`Self::to`] is who, not where: «Demande au Liban».
    datives = "datives",
    /// Infinitives, though not by their ending: no name continues with one.
    infinitives = "infinitives",
    /// Endings of infinitives.
    infinitive_endings = "infinitive-endings",
    /// Words that have the ending of an infinitive and are none.
    no_infinitives = "no-infinitives",
    /// Follows «pour» where a body is thanked, rather than described.
    merits = "merits",
    /// Opens a sentence with a capital, without being part of a name.
    openers = "openers",
    /// A State after it is where, not who.
    places = "places",
    /// May come between two States that are places.
    place_joints = "place-joints",
    /// Describes any body without making it another one.
    qualifiers = "qualifiers",
    /// No name continues with it.
    stops = "stops",
    /// Describes a government, beside its State: «de **transition**».
    government_words = "government-words",
    /// Says that a resolution set up a committee: «**créé** par la résolution».
    created_by = "created-by",
    /// The word “resolution” in a committee's name.
    resolution = "resolution",
    /// The words that an id made of words does not end with.
    slug_ends = "slug-ends",
    /// Titles of experts whose mandate is in the title.
    mandates = "mandates",
    /// Makes it a document of the body named before: “General Assembly **resolution** 60/288”.
    documents = "documents",
    // The text itself.
    /// Small words by which the language of a text is detected.
    telling = "telling",
    /// Written together with the next word: the Arabic «و», «ال».
    proclitics = "proclitics",
}

impl Words {
    /// Whether a word of the text is one of grammar: a conjunction, an article, a pronoun.
    pub fn is_small(&self, word: &str) -> bool {
        let lists =
            [&self.conjunctions, &self.coordinators, &self.pronouns, &self.pronouns_after, &self.determiners];
        // A single letter of these is a part of a word: «d’» before a vowel.
        let longer = [&self.phrase_prepositions, &self.adverbials, &self.copulas, &self.modals];
        lists.iter().any(|list| list.contains(word))
            || word.len() > 1 && longer.iter().any(|list| list.contains(word))
    }

    /// Reads a table of word lists.
    pub fn load(table: &'static str) -> Self {
        let mut words = Self::default();
        words.add(table);
        words
    }
}
