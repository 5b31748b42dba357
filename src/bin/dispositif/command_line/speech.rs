//! The command line's messages, in French if the environment asks for it, else in English.

use dispositif::engine::{FileRead, ReadDocument, read_file};
use dispositif::intake::{FileContent, Refusal, UnreadFormat, read};
use dispositif::library::Timestamp;
use dispositif::model::Language;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// A sentence for standard error.
pub type Sentence = String;

/// The language of messages.
#[derive(Clone, Copy, Debug)]
pub struct Speech(pub Language);

impl Speech {
    /// The language of the environment: `LC_ALL`, `LC_MESSAGES`, then `LANG`.
    pub fn of_environment() -> Self {
        let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let locale = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default();
        Self(if locale.starts_with("fr") { Language::French } else { Language::English })
    }

    /// Reads a file: one document, or each document of an archive.
    pub fn read_file(self, path: &Path) -> Result<Vec<FileContent>, Sentence> {
        let bytes = std::fs::read(path).map_err(|error| self.cannot_read(path, &error))?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let sources = read(&name, &bytes);
        let is_one = sources.len() == 1;
        let mut contents = Vec::with_capacity(sources.len());
        for source in sources {
            match source.content {
                Ok(content) => contents.push(content),
                Err(refusal) if is_one => return Err(self.refused(path, refusal)),
                Err(refusal) => eprintln!("dispositif: {}", self.refused(&path.join(source.name), refusal)),
            }
        }
        Ok(contents)
    }

    /// Reads a file as the page does: one document, or each document of an archive or a volume.
    pub fn read_documents(self, path: &Path) -> Result<Vec<ReadDocument>, Sentence> {
        let bytes = std::fs::read(path).map_err(|error| self.cannot_read(path, &error))?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let files: Vec<FileRead> = read_file(&name, &bytes, Timestamp::default(), None).collect();
        let is_one = files.len() == 1;
        let mut documents = Vec::with_capacity(files.len());
        for file in files {
            match file.document {
                Ok(document) => documents.push(document),
                Err(refusal) if is_one => return Err(self.refused(path, refusal)),
                Err(refusal) => eprintln!("dispositif: {}", self.refused(&path.with_file_name(file.name), refusal)),
            }
        }
        Ok(documents)
    }

    /// Writes to standard output. A closed pipe (`| head`) is not an error.
    pub fn print(self, output: impl AsRef<[u8]>) -> Result<(), Sentence> {
        let mut stdout = std::io::stdout().lock();
        match stdout.write_all(output.as_ref()).and_then(|()| stdout.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                Err(self.cannot_write(Path::new("/dev/stdout"), &error))
            }
            _ => Ok(()),
        }
    }

    /// A file that cannot be read.
    pub fn cannot_read(self, path: &Path, error: &std::io::Error) -> Sentence {
        let path = path.display();
        match (self.0, error.kind()) {
            (Language::French, std::io::ErrorKind::NotFound) => format!("{path} : ce fichier n’existe pas."),
            (Language::French, _) => format!("{path} : lecture impossible ({error})."),
            (_, std::io::ErrorKind::NotFound) => format!("{path}: there is no such file."),
            (_, _) => format!("{path}: cannot be read ({error})."),
        }
    }

    /// A file that cannot be read.
    pub fn refused(self, path: &Path, refusal: Refusal) -> Sentence {
        let path = path.display();
        let (french, english) = match refusal {
            Refusal::Empty => (
                "le fichier est vide ; choisissez un fichier qui contient le texte d’une résolution",
                "the file is empty; choose a file that holds the text of a resolution",
            ),
            Refusal::NotText => (
                "le fichier n’est pas du texte ; enregistrez le document en texte brut (.txt), puis recommencez",
                "the file is not text; save the document as plain text (.txt), then try again",
            ),
            Refusal::Encrypted => (
                "le fichier est protégé par un mot de passe ; enregistrez-en une copie sans mot de passe",
                "the file is locked with a password; save a copy without one",
            ),
            Refusal::Damaged => {
                ("le fichier est endommagé ; téléchargez-le de nouveau", "the file is damaged; download it again")
            }
            Refusal::Scan => (
                "les pages sont des images sans texte ; appliquez-leur d’abord une reconnaissance de caractères (OCR)",
                "the pages are pictures without text; run text recognition (OCR) on them first",
            ),
            Refusal::TooLarge => {
                ("le fichier est trop gros (64 Mo au plus)", "the file is too large (64 MB at most)")
            }
            Refusal::NoTables => ("les tables de sa langue manquent", "the tables of its language are missing"),
            Refusal::Unsupported(format) => return self.unsupported(&path.to_string(), format),
        };
        match self.0 {
            Language::French => format!("{path} : {french}."),
            _ => format!("{path}: {english}."),
        }
    }

    fn unsupported(self, path: &str, format: UnreadFormat) -> Sentence {
        let (french, english) = match format {
            UnreadFormat::OldOffice => ("les anciens fichiers Office (.doc)", "old Office files (.doc)"),
            UnreadFormat::Rtf => ("les fichiers RTF", "RTF files"),
            UnreadFormat::OtherOffice => ("les classeurs et les présentations", "spreadsheets and presentations"),
            UnreadFormat::Picture => ("les images", "pictures"),
            UnreadFormat::Archive => ("les archives autres que .zip", "archives other than .zip"),
            UnreadFormat::Epub => ("les livres EPUB", "EPUB books"),
            UnreadFormat::Mail => {
                ("les courriels et les archives web (.eml, .mht)", "e-mails and web archives (.eml, .mht)")
            }
        };
        match self.0 {
            Language::French => {
                format!("{path} : {french} ne sont pas lus ; enregistrez le document en .docx, .pdf ou .txt.")
            }
            _ => {
                format!("{path}: {english} are not read; save the document as .docx, .pdf or .txt.")
            }
        }
    }

    /// A file that could not be written.
    pub fn cannot_write(self, path: &Path, error: &std::io::Error) -> Sentence {
        match self.0 {
            Language::French => format!("{} : écriture impossible ({error}).", path.display()),
            _ => format!("{}: cannot be written ({error}).", path.display()),
        }
    }

    /// Generated files that are out of date.
    pub fn stale(self, names: &[String]) -> Sentence {
        let names = names.join(", ");
        match self.0 {
            Language::French => {
                format!("{names} : fichiers périmés ; exécutez « cargo run --bin dispositif -- bundle ».")
            }
            _ => format!("{names}: out of date; run `cargo run --bin dispositif -- bundle`."),
        }
    }

    /// A bundle that could not be encoded.
    pub fn cannot_encode(self, error: &str) -> Sentence {
        match self.0 {
            Language::French => format!("le fichier des documents n’a pas pu être codé ({error})."),
            _ => format!("the bundle could not be encoded ({error})."),
        }
    }

    /// A folder or a file of it that could not be read.
    pub fn cannot_list(self, path: &Path, error: &std::io::Error) -> Sentence {
        self.cannot_read(path, error)
    }

    /// A folder without labels.
    pub fn no_labels(self, path: &Path) -> Sentence {
        match self.0 {
            Language::French => format!("{} : aucun fichier « *.gold.json » dans ce dossier.", path.display()),
            _ => format!("{}: no file “*.gold.json” in this folder.", path.display()),
        }
    }

    /// A labelled file in an unknown format.
    pub fn unknown_labels(self, path: &Path) -> Sentence {
        match self.0 {
            Language::French => {
                format!("{} : étiquettes d’une forme inconnue, fichier laissé de côté.", path.display())
            }
            _ => format!("{}: labels of an unknown shape, file left out.", path.display()),
        }
    }

    /// The sentence for a doubt.
    pub fn doubt(self, doubt: &dispositif::model::Doubt) -> Sentence {
        dispositif::i18n::texts(self.0.into()).doubt_words(doubt.kind, &doubt.about)
    }

    /// The number of matches.
    pub fn found(self, n_clauses: u32, n_paragraphs: u32) -> Sentence {
        let plural = |n: u32, one: &'static str, many: &'static str| if n < 2 { one } else { many };
        match self.0 {
            Language::French => format!(
                "{n_clauses} {} dans {n_paragraphs} {}",
                plural(n_clauses, "clause", "clauses"),
                plural(n_paragraphs, "paragraphe", "paragraphes")
            ),
            _ => format!(
                "{n_clauses} {} in {n_paragraphs} {}",
                if n_clauses == 1 { "clause" } else { "clauses" },
                if n_paragraphs == 1 { "paragraph" } else { "paragraphs" }
            ),
        }
    }

    /// An invalid regular expression.
    pub fn unfinished(self, typed: &str) -> Sentence {
        dispositif::i18n::texts(self.0.into()).pattern_unfinished.with(typed.trim())
    }

    /// Nothing matches, and the format cannot say so in a file.
    pub fn nothing_to_export(self) -> Sentence {
        dispositif::i18n::texts(self.0.into()).export.nothing.to_owned()
    }

    /// A value that no clause of the document has.
    pub fn unknown_value(self, option: &str, value: &str, near: &[String]) -> Sentence {
        let near = near.join(", ");
        match self.0 {
            Language::French => {
                format!("--{option} {value} : aucune clause de ce texte n’a cette valeur ; il y a : {near}.")
            }
            _ => {
                format!("--{option} {value}: no clause of this text has that value; there are: {near}.")
            }
        }
    }
}
