//! The contents and the name of an exported file.

use super::{Document, Extent, State, TextResult};
use crate::address::{Address, DocumentScope, View};
use crate::engine::{ChosenClauses, ClauseMark, Export};
use crate::export::{Format, in_words};
use crate::model::{DocumentId, DocumentLink, Language};

impl State {
    /// The available extents: the matches only if there is a question.
    pub fn extents(&self) -> Vec<Extent> {
        let is_asked = self.results.asked || matches!(self.address.scope, DocumentScope::Chosen(_));
        // While the result of a regular expression is pending, everything matches, which is not a result.
        let is_asked = is_asked && !matches!(self.searched, TextResult::Waiting);
        let several = self.corpus.len() > 1;
        let offered = [(Extent::Found, is_asked), (Extent::Document, true), (Extent::Library, several)];
        offered.into_iter().filter(|(_, is_offered)| *is_offered).map(|(extent, _)| extent).collect()
    }

    /// The extent: as chosen, if available; else what the view shows.
    pub fn extent(&self) -> Extent {
        let offered = self.extents();
        if offered.contains(&self.export.extent) {
            return self.export.extent;
        }
        let is_library = offered.contains(&Extent::Library) && self.address.scope == DocumentScope::Library;
        let shows_all = is_library && self.address.view != View::Text;
        if shows_all { Extent::Library } else { offered.first().copied().unwrap_or(Extent::Document) }
    }

    /// The format: as chosen, else the default of the view.
    pub fn export_format(&self) -> Format {
        self.export.format.unwrap_or(match self.address.view {
            View::Due => Format::Calendar,
            View::Brief => Format::Docx,
            _ => Format::Csv,
        })
    }

    /// The export request for the worker.
    pub fn export(&self) -> Export {
        let whole = |id: &DocumentId| (id.clone(), None);
        let shown = self.corpus.document(&self.address).map(|(_, shown)| shown);
        let (documents, asked, address): (Vec<_>, _, _) = match self.extent() {
            Extent::Found if self.results.asked => {
                (self.found_clauses(), in_words(&self.address.query), self.address.clone())
            }
            Extent::Found => {
                let asked = self.corpus.asked(&self.address);
                let documents = asked.iter().map(|(_, document)| whole(document.id())).collect();
                (documents, String::new(), self.address.clone())
            }
            Extent::Document => {
                let link = shown.as_ref().map(Document::shared_link);
                let documents = shown.iter().map(|shown| whole(shown.id())).collect();
                (documents, String::new(), Address { document: link, ..Address::default() })
            }
            Extent::Library => {
                let documents = self.corpus.all().map(|document| whole(document.id())).collect();
                (documents, String::new(), Address::default())
            }
        };
        let n_asked = match self.extent() {
            Extent::Found => self.corpus.asked(&self.address).iter().map(|(_, one)| one.summary().n_clauses).sum(),
            Extent::Document => shown.map_or(0, |shown| shown.summary().n_clauses),
            Extent::Library => self.corpus.summaries().map(|summary| summary.n_clauses).sum(),
        };
        let marks = self.marks_of(&documents);
        let question =
            if asked.is_empty() { Vec::new() } else { self.corpus.criteria(&self.address.query, self.texts) };
        Export {
            marks,
            question: question.join(self.texts.semicolon()),
            day: self.texts.date(self.today),
            format: self.export_format(),
            csv: self.export.csv(self.texts.language),
            documents,
            asked,
            n_asked,
            link: self.url(&address),
            language: Language::from_code(self.texts.language.code()).unwrap_or_default(),
        }
    }

    /// The reader's marks of work on these documents.
    fn marks_of(&self, documents: &[ChosenClauses]) -> Vec<ClauseMark> {
        // The same sort and search as the view of annotations, so that the page holds them once.
        let mut links: Vec<(DocumentLink, usize)> = documents.iter().map(|(id, _)| id.link()).zip(0..).collect();
        links.sort_unstable();
        let marked = self.annotations.all.iter().filter_map(|(spot, annotation)| {
            let work = annotation.work?;
            let at = links.binary_search_by(|(link, _)| link.cmp(&spot.document)).ok()?;
            let (document, clause) = (links.get(at)?.1 as u32, spot.clause.as_str().to_owned());
            Some(ClauseMark { document, clause, mark: work.key().to_owned() })
        });
        marked.collect()
    }

    /// The matching clauses by document.
    fn found_clauses(&self) -> Vec<ChosenClauses> {
        let mut found: Vec<(usize, Vec<(u32, u32)>)> = Vec::new();
        for place in self.results.answer.places() {
            let clause = (place.paragraph as u32, place.clause as u32);
            match found.last_mut() {
                Some((document, clauses)) if *document == place.document => clauses.push(clause),
                _ => found.push((place.document, vec![clause])),
            }
        }
        let documents: Vec<_> = self.corpus.all().collect();
        let with_id = |(at, clauses): (usize, Vec<_>)| Some((documents.get(at)?.id().clone(), Some(clauses)));
        found.into_iter().filter_map(with_id).collect()
    }

    /// The name of the file without its extension: the document or what was asked, and the day.
    pub fn export_name(&self) -> String {
        let mut of_what = match self.extent() {
            Extent::Document => {
                self.document().map(|shown| vec![shown.symbol.as_str().to_owned()]).unwrap_or_default()
            }
            Extent::Found => {
                let query = &self.address.query;
                let values = query.choices.iter().map(|choice| choice.value.clone());
                values.chain([query.text.clone()]).collect()
            }
            Extent::Library => Vec::new(),
        };
        // The other format in JSON would have the same name.
        of_what.extend((self.export_format() == Format::CslJson).then(|| "csl".to_owned()));
        self.file_name(&of_what.join(" "))
    }

    /// The name of a file without its extension, with words that tell it from others, and the day.
    pub fn file_name(&self, words: &str) -> String {
        const MOST_LETTERS: usize = 60;
        let words: String = words.chars().take(MOST_LETTERS).collect();
        let words = words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let day = self.today.iso();
        let parts: Vec<&str> = ["dispositif"].into_iter().chain(words).chain([day.as_str()]).collect();
        parts.join("-")
    }
}
