//! The words of a document's form: its head, its closing formula, its page furniture, its footnotes, its citations.
//!
//! The lists of each language are in `lexicon/xx/document.tsv`, one a row; all of them folded, with one blank for whatever is
//! between words. They are used **together**: a document's head and pages are read before and beside its text, have several languages
//! at once on many covers, and notes cite titles in other languages.

use super::words::word_lists;

word_lists! {
    /// Every list of the words of a document's form.
    DocumentWords:
    // The line that names the organ, and citations of its documents.
    /// Articles before the name of an organ: «**L’**Assemblée générale,».
    articles = "articles",
    /// The name of the General Assembly, without article.
    general_assembly = "general-assembly",
    /// The name of the Security Council.
    security_council = "security-council",
    /// The name of the Economic and Social Council.
    economic_and_social_council = "economic-and-social-council",
    /// The name of the Human Rights Council.
    human_rights_council = "human-rights-council",
    /// “Assembly” alone, short for the General Assembly.
    assembly = "assembly",
    /// “Council” alone.
    council = "council",
    /// Nouns of bodies that adopt texts, one of which is in the name of any other organ.
    bodies = "bodies",
    /// Leads from a number to its body: “60/251 **of the** General Assembly”.
    of_the = "of-the",
    /// Leads from a number to the body that adopted it: “70/1, **adopted by the** General Assembly”. Chinese has it before the number.
    adopted_by = "adopted-by",
    /// Leads from a body to its resolution: “the General Assembly, **in its** resolution 76/213”.
    in_its = "in-its",
    /// Small words inside the name of a body.
    name_words = "name-words",
    /// Makes “Assembly” or “Council” alone another body: «Assemblée **mondiale**».
    goes_on = "goes-on",
    /// How the next word begins that does the same where a case says whose it is: «Совета **по** правам человека».
    goes_on_openings = "goes-on-openings",
    /// What cases change at the end of the noun of a body: «ассамбле**я**», «ассамбле**и**».
    case_ends = "case-ends",
    /// Ends the name of a body beside its symbol: “World Health **Assembly** WHA66.12”.
    symbol_owners = "symbol-owners",
    /// Leads to the date of the cited document: «**en date du** 15 mars 2006».
    date_leads = "date-leads",
    /// Makes an ordinal of the number of a day: «1**er** mars».
    ordinal_ends = "ordinal-ends",
    /// Gives an example of what comes before it, folded: “the resolutions of the Assembly, **including** resolution 75/1”.
    examples = "examples",
    /// “Resolution”, in all its forms.
    resolutions = "resolutions",
    /// “Decision”, in all its forms.
    decisions = "decisions",
    // The head.
    /// How a line begins that is no title: the organ, the session, the agenda item, who reported.
    head_lines = "head-lines",
    /// Marks a line that names the sponsors of a draft.
    drafts = "drafts",
    /// Makes a draft of “resolution” or “decision” before a number: “**Draft** decision -/CP.31”.
    draft_leads = "draft-leads",
    /// The word “session” in a line of the head.
    session = "session",
    /// Follows it there: “session **Agenda** item 7”.
    agenda = "agenda",
    /// The labels of a title: “**Topic:** Rivers”.
    title_labels = "title-labels",
    /// How a line begins that says when the text was adopted.
    adoption_lines = "adoption-lines",
    /// Marks a line that gives a date.
    date_words = "date-words",
    // The end.
    /// Ends a meeting's number that is written out: “Seventieth **plenary meeting**”.
    meetings = "meetings",
    /// The ways of voting that head a list of States: “**In favour**: …”.
    ways_of_voting = "ways-of-voting",
    /// Ends of words that are no words by themselves: “implementa-**tion**”.
    word_ends = "word-ends",
    /// “Annex”.
    annexes = "annexes",
    // Pages and numbers.
    /// Asks to recycle the paper.
    recycling = "recycling",
    /// The running heads of volumes, as they begin: “Resolutions adopted on the reports of the”.
    volume_heads = "volume-heads",
    /// Says that a number was inserted: “2 **bis**”.
    repeats = "repeats",
    /// Says that a paragraph may take the place of another: “2 **alt**”.
    alternatives = "alternatives",
    /// Precedes the number of a paragraph: “**Para.** 3. Decides”.
    paragraph_names = "paragraph-names",
    /// Words between the labels of a list that is cited: “(a), (b) **and** (c) above”.
    label_joints = "label-joints",
    /// Abbreviations that a number follows.
    abbreviations = "abbreviations",
    // Footnotes.
    /// How notes begin.
    note_openings = "note-openings",
    /// Heads the notes: “**Notes**”.
    note_headings = "note-headings",
    /// How nothing but a note begins.
    sure_note_openings = "sure-note-openings",
    /// Words that a number after them belongs to: “**article** 5”.
    number_takers = "number-takers",
    /// Words that no number counts: a number before one is a note's mark.
    never_counted = "never-counted",
    /// How other words end that no number counts after a comma: “,1 tak**ing** note”.
    never_counted_ends = "never-counted-ends",
    /// Where no blank comes after a number: how words begin that it may count: «过去10**年**».
    counters = "counters",
    /// The same: how words begin that it may not count, a mark apart: «报告3**第**27段».
    seldom_counters = "seldom-counters",
    /// Where no blank comes before a number: how a text ends that counts with it: «**第**9».
    counted_after = "counted-after",
    /// Joins two numbers: “5 **and** 6”.
    number_joints = "number-joints",
    /// Before a number: “general comment **No.** 26”.
    number_signs = "number-signs",
    /// Ends a number where no blank does: «72/194**号**决议».
    number_ends = "number-ends",
    /// May be between the numbers of a list where no blanks are: «第72/194**和**73/190号».
    in_number_lists = "in-number-lists",
    // Words cut at the ends of lines.
    /// Precedes an apostrophe where a vowel is left out: «**l**’Office».
    elisions = "elisions",
    /// Written with a hyphen after it.
    hyphenated_before = "hyphenated-before",
    /// Written with a hyphen before it: «celui-**ci**».
    hyphenated_after = "hyphenated-after",
}
