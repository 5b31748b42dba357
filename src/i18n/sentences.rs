//! Sentences with numbers, names and dates.

use super::{Blank, PluralForms, Texts, UiLanguage};
use crate::model::{ActorEntry, ClauseClass, Date, DoubtKind, Due, Language, Organ, Part, Role};
use crate::query::{Axis, Facet};

/// A field that has a text for each case of an enum.
macro_rules! by_case {
    ($($(#[$doc:meta])* $name:ident($field:ident, $of:ty);)*) => {
        impl Texts {
            $($(#[$doc])* pub fn $name(&self, of: $of) -> &'static str {
                self.$field.get(of as usize).copied().unwrap_or_default()
            })*
        }
    };
}

by_case! {
    /// The heading of a facet.
    facet(facets, Facet);
    /// The label of the box that filters a facet's values.
    find_value(find_values, Facet);
    /// The name of a part.
    part(parts, Part);
    /// The name of a class of action.
    class(classes, ClauseClass);
    /// The meaning of a class of action.
    class_meaning(class_meanings, ClauseClass);
    /// The name of a side of the matrix.
    axis(axes, Axis);
    /// The name of an organ.
    organ(organs, Organ);
    /// The lead-in to the equivalents of a verb in another language.
    equivalents(equivalents_each, Language);
    /// The heading of the actors in a role.
    role(roles, Role);
    /// A kind of doubt, without the full stop.
    doubt(doubts_each, DoubtKind);
}

impl Texts {
    /// The separator of a list whose items may contain commas.
    pub fn semicolon(&self) -> &'static str {
        match self.comma.chars().next() {
            Some('،') => "؛ ",
            Some('，') => "；",
            _ => "; ",
        }
    }

    /// The percent sign, with the space that the language puts before it.
    pub fn percent(&self) -> &'static str {
        match self.language {
            UiLanguage::French | UiLanguage::Spanish | UiLanguage::Russian => "\u{a0}%",
            _ => "%",
        }
    }

    /// A number with its noun: « 27 clauses ».
    pub fn count(&self, n: usize, forms: PluralForms) -> String {
        forms.form(self.language.form_of_count(n)).with(&n.to_string())
    }

    /// A number of clauses.
    pub fn n_clauses(&self, n: u32) -> String {
        self.count(n as usize, self.clauses)
    }

    /// A number of clauses, with the digits that are visible even where the language writes one or two in words: voice control
    /// uses the visible label.
    pub fn n_clauses_in_digits(&self, n: u32) -> String {
        let (words, digits) = (self.n_clauses(n), n.to_string());
        if words.contains(&digits) { words } else { [&digits, " (", &words, ")"].concat() }
    }

    /// A session by its number: « 75e session ».
    pub fn session(&self, n: u16) -> String {
        self.sessions.form(self.language.form_of_rank(n)).with(&n.to_string())
    }

    /// A meeting by its number: « 50e séance ».
    pub fn meeting(&self, n: u32) -> String {
        let rank = n.try_into().unwrap_or(u16::MAX);
        self.meetings.form(self.language.form_of_rank(rank)).with(&n.to_string())
    }

    /// The question “What is … asked to do?”, and the name that fills its blank.
    pub fn question_actor<'a>(&self, actor: &'a ActorEntry) -> (Blank, &'a str) {
        let question = self.questions_actor.form(self.language.form_of_actor(actor));
        (question, actor.short(self.language.names()).0)
    }

    /// A day, a month or a year in words.
    pub fn date(&self, date: Date) -> String {
        let year = date.year.to_string();
        let month = date.month.and_then(|month| self.months.get(usize::from(month).wrapping_sub(1)).copied());
        match (month, date.day) {
            (None, _) => self.year.with(&year),
            (Some(month), None) => self.month.with_all(&[month.form(0).0, &year]),
            (Some(month), Some(day)) => {
                let form = self.day.form(self.language.form_of_rank(u16::from(day)));
                form.with_all(&[&day.to_string(), month.form(1).0, &year])
            }
        }
    }

    /// When something is due, in words.
    pub fn due_words(&self, due: &Due) -> String {
        let mut parts = Vec::new();
        if let Some(session) = due.session {
            let (from, to) = Due::years_of_session(session);
            let (from, to) = (from.to_string(), to.to_string());
            // After Arabic letters the last year would come first.
            let [open, close] =
                if self.language == UiLanguage::Arabic { ["(\u{2066}", "\u{2069})"] } else { ["(", ")"] };
            parts.push([&self.session(session), " ", open, &from, "–", &to, close].concat());
        }
        if let Some(day) = due.date {
            parts.push(self.date(day));
        }
        match due.every_months {
            None => {}
            Some(12) => parts.push(self.every_year.to_owned()),
            Some(months) if months % 12 == 0 => {
                parts.push(self.count(usize::from(months / 12), self.every_years));
            }
            Some(1) => parts.push(self.every_month.to_owned()),
            Some(months) => parts.push(self.count(usize::from(months), self.every_months)),
        }
        self.list(&parts)
    }

    /// A list of items, with the language's separator.
    pub fn list(&self, items: &[String]) -> String {
        let mut list = String::new();
        for (at, item) in items.iter().enumerate() {
            list.push_str(if at > 0 { self.comma } else { "" });
            list.push_str(item);
        }
        list
    }

    /// A doubt as a sentence: its kind, and the words that it is about, if any.
    pub fn doubt_words(&self, kind: DoubtKind, about: &str) -> String {
        let doubt = self.doubt(kind);
        if about.is_empty() { self.doubted.with(doubt) } else { self.doubted_about.with_all(&[doubt, about]) }
    }
}

/// A name with a lower-case first letter, for the middle of a sentence. An acronym keeps its capitals.
pub fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    if letters.clone().nth(1).is_some_and(|second| small(second) != second) {
        return name.to_owned();
    }
    letters.next().map(small).into_iter().chain(letters).collect()
}

/// The lower-case form of a letter in the languages that names are in. Unicode's tables would add four kilobytes to the page.
fn small(letter: char) -> char {
    match letter {
        '×' => letter,
        'À'..='Þ' | 'А'..='Я' => char::from_u32(letter as u32 + 32).unwrap_or(letter),
        'Œ' => 'œ',
        _ => letter.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::texts;
    use crate::model::Names;

    fn french() -> &'static Texts {
        texts(UiLanguage::French)
    }

    #[test]
    fn a_number_takes_the_form_that_its_language_wants() {
        for (language, n, words) in [
            (UiLanguage::French, 0, "0\u{a0}clause"),
            (UiLanguage::French, 1, "1\u{a0}clause"),
            (UiLanguage::French, 2, "2\u{a0}clauses"),
            (UiLanguage::English, 0, "0\u{a0}clauses"),
            (UiLanguage::English, 1, "1\u{a0}clause"),
            (UiLanguage::Spanish, 0, "0\u{a0}cláusulas"),
            (UiLanguage::Spanish, 1, "1\u{a0}cláusula"),
            (UiLanguage::Arabic, 0, "0\u{a0}حكم"),
            (UiLanguage::Arabic, 1, "حكم واحد"),
            (UiLanguage::Arabic, 2, "حكمان"),
            (UiLanguage::Arabic, 3, "3\u{a0}أحكام"),
            (UiLanguage::Arabic, 11, "11\u{a0}حكما"),
            (UiLanguage::Arabic, 100, "100\u{a0}حكم"),
            (UiLanguage::Arabic, 103, "103\u{a0}أحكام"),
            (UiLanguage::Chinese, 1, "1\u{a0}项条款"),
            (UiLanguage::Chinese, 2, "2\u{a0}项条款"),
            (UiLanguage::Russian, 1, "1\u{a0}положение"),
            (UiLanguage::Russian, 2, "2\u{a0}положения"),
            (UiLanguage::Russian, 5, "5\u{a0}положений"),
            (UiLanguage::Russian, 11, "11\u{a0}положений"),
            (UiLanguage::Russian, 21, "21\u{a0}положение"),
            (UiLanguage::Russian, 114, "114\u{a0}положений"),
        ] {
            assert_eq!(texts(language).n_clauses(n), words);
        }
    }

    #[test]
    fn a_number_of_documents_can_be_said_alone() {
        for (language, n, words) in [
            (UiLanguage::French, 2, "2\u{a0}documents"),
            (UiLanguage::Russian, 1, "1\u{a0}документ"),
            (UiLanguage::Russian, 2, "2\u{a0}документа"),
            (UiLanguage::Arabic, 2, "وثيقتان"),
        ] {
            let texts = texts(language);
            assert_eq!(texts.count(n, texts.n_documents), words);
        }
    }

    #[test]
    fn a_number_of_clauses_that_names_a_link_has_its_digits() {
        for (language, n, words) in [
            (UiLanguage::Arabic, 1, "1 (حكم واحد)"),
            (UiLanguage::Arabic, 3, "3\u{a0}أحكام"),
            (UiLanguage::French, 1, "1\u{a0}clause"),
        ] {
            assert_eq!(texts(language).n_clauses_in_digits(n), words);
        }
    }

    #[test]
    fn a_percentage_is_written_as_the_measures_of_the_language_are() {
        for language in UiLanguage::ALL {
            let texts = texts(language);
            let (_, measure) = texts.measures[0];
            assert!(measure.ends_with(texts.percent()) && !texts.percent().trim().is_empty());
            assert_eq!(measure.contains('\u{a0}'), texts.percent().len() > 1, "{language:?}");
        }
    }

    #[test]
    fn ordinals_end_as_they_are_spoken() {
        for (language, n, words) in [
            (UiLanguage::French, 1, "1re session"),
            (UiLanguage::French, 74, "74e session"),
            (UiLanguage::English, 1, "1st session"),
            (UiLanguage::English, 2, "2nd session"),
            (UiLanguage::English, 11, "11th session"),
            (UiLanguage::English, 73, "73rd session"),
            (UiLanguage::English, 112, "112th session"),
        ] {
            assert_eq!(texts(language).session(n), words);
        }
    }

    #[test]
    fn a_question_about_an_actor_has_the_article_that_its_name_wants() {
        let ask = |language: UiLanguage, name: &str, acronym: &str| {
            let name = Names { fr: name.into(), en: name.into(), ..Names::default() };
            let acronym = Names { fr: acronym.into(), en: acronym.into(), ..Names::default() };
            let actor = ActorEntry { name, acronym, ..ActorEntry::default() };
            let (question, name) = texts(language).question_actor(&actor);
            question.with(name)
        };
        for (name, acronym, question) in [
            ("Office des Nations Unies contre la drogue et le crime", "ONUDC", "Que doit faire l’ONUDC\u{202f}?"),
            ("États Membres", "", "Que doivent faire les États Membres\u{202f}?"),
            ("Assemblée générale", "", "Que doit faire l’Assemblée générale\u{202f}?"),
            ("Secrétaire général", "", "Secrétaire général\u{a0}: que lui est-il demandé\u{202f}?"),
        ] {
            assert_eq!(ask(UiLanguage::French, name, acronym), question);
        }
        for (name, acronym, question) in [
            ("United Nations Office on Drugs and Crime", "UNODC", "What is asked of UNODC?"),
            ("Member States", "", "What is asked of Member States?"),
            ("Secretary-General", "", "What is asked of the Secretary-General?"),
        ] {
            assert_eq!(ask(UiLanguage::English, name, acronym), question);
        }
    }

    #[test]
    fn a_date_says_as_much_as_is_known() {
        let date = |year, month, day| french().date(Date { year, month, day });
        assert_eq!(date(2019, Some(12), Some(18)), "18 décembre 2019");
        assert_eq!(date(2020, Some(5), Some(1)), "1er mai 2020");
        assert_eq!(date(2030, Some(6), None), "juin 2030");
        assert_eq!(date(2030, None, None), "2030");
        assert_eq!(date(2030, Some(13), Some(2)), "2030");
    }

    #[test]
    fn a_date_has_the_order_and_the_cases_of_its_language() {
        for (language, month, day) in [
            (UiLanguage::Spanish, "diciembre de 2019", "18 de diciembre de 2019"),
            (UiLanguage::Arabic, "كانون الأول/ديسمبر 2019", "18 كانون الأول/ديسمبر 2019"),
            (UiLanguage::Chinese, "2019年12月", "2019年12月18日"),
            (UiLanguage::Russian, "декабрь 2019 года", "18 декабря 2019 года"),
        ] {
            let date = |day| texts(language).date(Date { year: 2019, month: Some(12), day });
            assert_eq!((date(None).as_str(), date(Some(18)).as_str()), (month, day));
        }
    }

    #[test]
    fn a_due_session_says_its_years() {
        let due = Due { session: Some(75), every_months: Some(24), ..Due::default() };
        assert_eq!(french().due_words(&due), "75e session (2020–2021), tous les 2 ans");
        assert!(texts(UiLanguage::Arabic).due_words(&due).contains("(\u{2066}2020–2021\u{2069})"));
    }

    #[test]
    fn a_name_within_a_sentence_begins_small_unless_it_is_an_acronym() {
        assert_eq!(lower_first("État de droit"), "état de droit");
        assert_eq!(lower_first("Œuvre"), "œuvre");
        assert_eq!(lower_first("Paix"), "paix");
        assert_eq!(lower_first("ONUDC"), "ONUDC");
        assert_eq!((lower_first("Истекшие"), lower_first("ООН")), ("истекшие".to_owned(), "ООН".to_owned()));
        assert_eq!(lower_first(""), "");
    }
}
