//! The words that files carry beside their documents, in the languages of the interface.
//!
//! They are here and not with the interface's texts, since the worker writes files and the page does not.

use super::citation::Pinpoint;
use crate::model::{Language, ParagraphId, Part, Resolution};

/// The words of files in a language.
pub struct FileWords {
    /// The names of facts, in the order of [`FACT_KEYS`].
    facts: [&'static str; FACT_KEYS.len()],
    /// Between a name and its value.
    pub colon: &'static str,
    /// Some of all.
    pub of: &'static str,
    /// A number of documents.
    pub documents: &'static str,
    /// A file and its number of doubts.
    pub file: &'static str,
    /// A number of files and their number of doubts.
    pub files: &'static str,
    /// How many of all clauses were reviewed.
    pub reviewed: &'static str,
    /// The other marks of work: to do, not relevant.
    marks: [(&'static str, &'static str); 2],
    /// A number of clauses that a sheet has no rows for.
    pub rows_left_out: &'static str,
    /// A number of deadlines that a calendar cannot place.
    pub deadlines_left_out: &'static str,
    /// The names of the sheets of a workbook.
    pub sheets: [&'static str; 2],
    /// A section, by its letter; an annex; a paragraph of the preamble and another one, by their numbers; a subparagraph,
    /// by its label.
    places: [&'static str; 5],
    /// Between two of them.
    comma: &'static str,
    /// A report that is due.
    pub report: &'static str,
    /// That the first date of a recurring deadline is counted from the day of adoption.
    pub from_adoption: &'static str,
}

/// The keys of facts in data formats.
pub const FACT_KEYS: [&str; 9] =
    ["question", "documents", "clauses", "work", "exported", "program", "reading", "link", "left_out"];

impl FileWords {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::French => &FRENCH,
            Language::English => &ENGLISH,
            Language::Spanish => &SPANISH,
            Language::Russian => &RUSSIAN,
            Language::Arabic => &ARABIC,
            Language::Chinese => &CHINESE,
        }
    }

    /// The name of a fact.
    pub fn fact(&self, key: &str) -> &'static str {
        FACT_KEYS.iter().zip(self.facts).find(|(known, _)| **known == key).map_or("", |(_, name)| name)
    }

    /// The name of a mark of work; an unknown one as it is.
    pub fn mark<'m>(&self, key: &'m str) -> &'m str {
        self.marks.iter().find(|(known, _)| *known == key).map_or(key, |(_, name)| name)
    }

    /// The place of a paragraph: “annex, para. 12(a)”. Empty if it has no number.
    pub fn place(&self, document: &Resolution, id: &ParagraphId) -> String {
        let [.., paragraph, _] = self.places;
        self.place_as(document, id, paragraph)
    }

    /// The same without the word for a paragraph, for fields that are of numbers: “annex, 12(a)”.
    pub fn number(&self, document: &Resolution, id: &ParagraphId) -> String {
        self.place_as(document, id, "{0}")
    }

    fn place_as(&self, document: &Resolution, id: &ParagraphId, paragraph: &str) -> String {
        let Some(pinpoint) = Pinpoint::new(document, id) else { return String::new() };
        let [section, annex, preambular, _, item] = self.places;
        let mut parts = Vec::new();
        if !pinpoint.section.is_empty() {
            parts.push(filled(section, &[&pinpoint.section]));
        }
        if pinpoint.part == Part::Annex {
            parts.push(annex.to_owned());
        }
        if !pinpoint.number.is_empty() {
            let items = pinpoint.items.iter().map(|label| filled(item, &[label]));
            let number = [pinpoint.number.to_owned(), items.collect()].concat();
            parts.push(filled(if pinpoint.part == Part::Preamble { preambular } else { paragraph }, &[&number]));
        }
        parts.join(self.comma)
    }
}

/// A text with its blanks, `{0}` and `{1}`, filled.
pub fn filled(text: &str, words: &[&str]) -> String {
    let mut filled = text.to_owned();
    for (at, word) in words.iter().enumerate().rev() {
        filled = filled.replace(&format!("{{{at}}}"), word);
    }
    filled
}

const FRENCH: FileWords = FileWords {
    facts: ["Question", "Documents", "Clauses", "Avancement", "Exporté le", "Programme", "Lecture", "Lien", "Omis"],
    colon: "\u{a0}: ",
    of: "{0} sur {1}",
    documents: "{0} documents",
    file: "{0} (doutes\u{a0}: {1})",
    files: "{0} fichiers (doutes\u{a0}: {1})",
    reviewed: "traité\u{a0}: {0} sur {1}",
    marks: [("to-do", "à traiter"), ("not-relevant", "sans intérêt")],
    rows_left_out: "clauses pour lesquelles la feuille n’a plus de lignes\u{a0}: {0}",
    deadlines_left_out: "échéances sans date qu’un agenda puisse noter\u{a0}: {0}",
    sheets: ["Clauses", "Provenance"],
    places: ["section\u{a0}{0}", "annexe", "préambule, alinéa\u{a0}{0}", "par.\u{a0}{0}", "\u{a0}{0})"],
    comma: ", ",
    report: "rapport",
    from_adoption: "Première date comptée à partir de l’adoption.",
};

const ENGLISH: FileWords = FileWords {
    facts: ["Question", "Documents", "Clauses", "Progress", "Exported", "Program", "Reading", "Link", "Left out"],
    colon: ": ",
    of: "{0} of {1}",
    documents: "{0} documents",
    file: "{0} (doubts: {1})",
    files: "{0} files (doubts: {1})",
    reviewed: "reviewed {0} of {1}",
    marks: [("to-do", "to do"), ("not-relevant", "not relevant")],
    rows_left_out: "clauses for which the sheet has no more rows: {0}",
    deadlines_left_out: "deadlines without a date that a calendar can hold: {0}",
    sheets: ["Clauses", "Provenance"],
    places: ["section {0}", "annex", "preamble, para. {0}", "para. {0}", "({0})"],
    comma: ", ",
    report: "report",
    from_adoption: "First date counted from the adoption.",
};

const SPANISH: FileWords = FileWords {
    facts: [
        "Pregunta",
        "Documentos",
        "Cláusulas",
        "Avance",
        "Exportado el",
        "Programa",
        "Lectura",
        "Enlace",
        "Omitido",
    ],
    colon: ": ",
    of: "{0} de {1}",
    documents: "{0} documentos",
    file: "{0} (dudas: {1})",
    files: "{0} archivos (dudas: {1})",
    reviewed: "revisado: {0} de {1}",
    marks: [("to-do", "pendiente"), ("not-relevant", "no pertinente")],
    rows_left_out: "cláusulas para las que la hoja no tiene más filas: {0}",
    deadlines_left_out: "plazos sin una fecha que quepa en un calendario: {0}",
    sheets: ["Cláusulas", "Procedencia"],
    places: ["sección {0}", "anexo", "preámbulo, párr. {0}", "párr. {0}", " {0})"],
    comma: ", ",
    report: "informe",
    from_adoption: "Primera fecha contada desde la aprobación.",
};

const RUSSIAN: FileWords = FileWords {
    facts: [
        "Вопрос",
        "Документы",
        "Положения",
        "Ход работы",
        "Экспортировано",
        "Программа",
        "Прочитано",
        "Ссылка",
        "Пропущено",
    ],
    colon: ": ",
    of: "{0} из {1}",
    documents: "документов: {0}",
    file: "{0} (сомнений: {1})",
    files: "файлов: {0} (сомнений: {1})",
    reviewed: "рассмотрено {0} из {1}",
    marks: [("to-do", "к рассмотрению"), ("not-relevant", "не относится к делу")],
    rows_left_out: "положений, для которых на листе не осталось строк: {0}",
    deadlines_left_out: "сроков без даты, которую можно внести в календарь: {0}",
    sheets: ["Положения", "Происхождение"],
    places: ["раздел\u{a0}{0}", "приложение", "преамбула, абз.\u{a0}{0}", "п.\u{a0}{0}", "\u{a0}{0})"],
    comma: ", ",
    report: "доклад",
    from_adoption: "Первая дата отсчитана от дня принятия.",
};

const ARABIC: FileWords = FileWords {
    facts: [
        "السؤال",
        "الوثائق",
        "الأحكام",
        "سير العمل",
        "تاريخ التصدير",
        "البرنامج",
        "القراءة",
        "الرابط",
        "المتروك",
    ],
    colon: ": ",
    of: "{0} من {1}",
    documents: "عدد الوثائق: {0}",
    file: "{0} (مواضع الشك: {1})",
    files: "عدد الملفات: {0} (مواضع الشك: {1})",
    reviewed: "تمت مراجعته: {0} من {1}",
    marks: [("to-do", "للمعالجة"), ("not-relevant", "غير ذي صلة")],
    rows_left_out: "أحكام لم يبق لها سطر في الورقة: {0}",
    deadlines_left_out: "مواعيد نهائية بلا تاريخ يمكن تسجيله في التقويم: {0}",
    sheets: ["الأحكام", "المصدر"],
    places: ["الباب {0}", "المرفق", "الديباجة، الفقرة {0}", "الفقرة {0}", " ({0})"],
    comma: "، ",
    report: "تقرير",
    from_adoption: "حُسب التاريخ الأول من يوم الاعتماد.",
};

const CHINESE: FileWords = FileWords {
    facts: ["问题", "文件", "条款", "进度", "导出时间", "程序", "读取", "链接", "未包含"],
    colon: "：",
    of: "{0} / {1}",
    documents: "{0} 份文件",
    file: "{0}（存疑：{1}）",
    files: "{0} 个文件（存疑：{1}）",
    reviewed: "已审阅：{0} / {1}",
    marks: [("to-do", "待办"), ("not-relevant", "不相关")],
    rows_left_out: "工作表行数不足而未写入的条款：{0}",
    deadlines_left_out: "没有可写入日历的日期的期限：{0}",
    sheets: ["条款", "来源"],
    places: ["第 {0} 节", "附件", "序言部分第 {0} 段", "第 {0} 段", "({0})"],
    comma: "，",
    report: "报告",
    from_adoption: "首个日期自通过之日起算。",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_names_every_fact_in_its_own_words() {
        for language in Language::ALL {
            let words = FileWords::of(language);
            for key in FACT_KEYS {
                assert!(!words.fact(key).is_empty(), "{language:?} {key}");
            }
            // Excel's limits for the name of a sheet.
            assert!(words.sheets.iter().all(|name| name.chars().count() <= 31 && !name.contains(['\'', '/', '?'])));
            let is_english = language == Language::English;
            assert_eq!(words.report == "report", is_english, "{language:?}");
            assert_eq!(words.mark("to-do") == "to do", is_english, "{language:?}");
        }
    }

    #[test]
    fn blanks_are_filled_wherever_they_are() {
        assert_eq!(filled("{1} 条中的 {0} 条", &["3", "9"]), "9 条中的 3 条");
        assert_eq!(filled("{0}", &["{1}", "no"]), "{1}");
    }
}
