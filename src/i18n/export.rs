//! Texts about files to save.

#[cfg(any(test, feature = "cli"))]
use super::words::each;
use super::words::{Blank, declare};
#[cfg(any(test, feature = "cli"))]
use crate::export::Format;

declare! {
    /// The texts of the dialog that saves a file.
    struct ExportTexts;

    /// Opens the dialog.
    pub open: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// The label of the choice of what is saved.
    pub extent: &'static str,
    /// The clauses found, with their number.
    pub found: Blank,
    /// The document that is shown.
    pub document: &'static str,
    /// All documents, with their number.
    pub library: Blank,
    /// The label of the choice of a format.
    pub format: &'static str,
    /// The use of each format.
    pub formats: [&'static str; 12],
    /// The label of the choice of what is between two cells of a CSV file.
    pub separator: &'static str,
    /// A comma, a semicolon, a tab.
    pub separators: [&'static str; 3],
    /// Explains separators, and that cells which look like formulas are escaped.
    pub formulas: &'static str,
    /// That this format is of whole documents.
    pub whole: &'static str,
    /// The provenance that every file carries.
    pub provenance: &'static str,
    /// Saves the file.
    pub save: &'static str,
    /// That it is being written.
    pub writing: &'static str,
    /// That it was saved, with its name.
    pub saved: Blank,
    /// How many documents could not be read again.
    pub missing: Blank,
    /// That nothing matches, and the format cannot say so in a file.
    pub nothing: &'static str,
    /// That it could not be written.
    pub failed: &'static str,
}

#[cfg(any(test, feature = "cli"))]
pub(super) const FR: ExportTexts = ExportTexts {
    open: "Télécharger…",
    heading: "Enregistrer dans un fichier",
    extent: "Contenu",
    found: Blank("le résultat ({})"),
    document: "ce document",
    library: Blank("toute la bibliothèque ({})"),
    format: "Format",
    formats: each!(Format {
        Csv => "tableau, une ligne par clause",
        Xlsx => "classeur avec dates, liens et filtres",
        Docx => "mémo avec paragraphes et notes de bas de page",
        Markdown => "texte balisé",
        Html => "page web autonome",
        Json => "données complètes",
        Ndjson => "données, une ligne par clause",
        AkomaNtoso => "texte juridique structuré",
        Bibtex => "références pour LaTeX",
        Ris => "références pour Zotero et EndNote",
        CslJson => "références pour Zotero et Pandoc",
        Calendar => "échéances pour un agenda",
    }),
    separator: "Séparateur",
    separators: ["virgule", "point-virgule", "tabulation"],
    formulas: "En français, les tableurs attendent le point-virgule. Une cellule qui commence par = + - @, une tabulation ou un retour à la ligne reçoit une apostrophe, pour qu’aucun tableur ne l’exécute comme une formule\u{202f}; les autres restent intactes.",
    whole: "Ce format contient toujours des documents entiers.",
    provenance: "Le fichier indique la question posée, les documents, la date, la version, la façon dont les textes ont été lus, le nombre de clauses retenues et le lien. Rien n’est tronqué.",
    save: "Enregistrer",
    writing: "Écriture du fichier…",
    saved: Blank("Enregistré\u{a0}: {}"),
    missing: Blank("Documents qui n’ont pas pu être relus et qui manquent\u{a0}: {}."),
    nothing: "Il n’y a rien à enregistrer dans ce format\u{a0}: aucune clause ne répond à la question ou, pour un agenda, n’a de date.",
    failed: "Le fichier n’a pas pu être écrit.",
};

#[cfg(any(test, feature = "cli"))]
pub(super) const EN: ExportTexts = ExportTexts {
    open: "Download…",
    heading: "Save to a file",
    extent: "Contents",
    found: Blank("the result ({})"),
    document: "this document",
    library: Blank("the whole library ({})"),
    format: "Format",
    formats: each!(Format {
        Csv => "table, one row per clause",
        Xlsx => "workbook with dates, links and filters",
        Docx => "memo with paragraphs and footnotes",
        Markdown => "marked-up text",
        Html => "standalone web page",
        Json => "all data",
        Ndjson => "data, one line per clause",
        AkomaNtoso => "structured legal text",
        Bibtex => "references for LaTeX",
        Ris => "references for Zotero and EndNote",
        CslJson => "references for Zotero and Pandoc",
        Calendar => "deadlines for a calendar",
    }),
    separator: "Separator",
    separators: ["comma", "semicolon", "tab"],
    formulas: "Spreadsheets in English expect the comma. A cell that begins with = + - @, a tab or a line break gets an apostrophe, so that no spreadsheet runs it as a formula; the others are unchanged.",
    whole: "This format always contains whole documents.",
    provenance: "The file states the question, the documents, the date, the version, how the texts were read, how many clauses of how many, and the link. Nothing is cut off.",
    save: "Save",
    writing: "Writing the file…",
    saved: Blank("Saved: {}"),
    missing: Blank("Documents that could not be read again and are missing: {}."),
    nothing: "There is nothing to save in this format: no clause matches the question or, for a calendar, has a date.",
    failed: "The file could not be written.",
};

#[cfg(any(test, feature = "cli"))]
pub(super) const ES: ExportTexts = ExportTexts {
    open: "Descargar…",
    heading: "Guardar en un archivo",
    extent: "Contenido",
    found: Blank("el resultado ({})"),
    document: "este documento",
    library: Blank("toda la biblioteca ({})"),
    format: "Formato",
    formats: each!(Format {
        Csv => "tabla, una fila por cláusula",
        Xlsx => "libro con fechas, enlaces y filtros",
        Docx => "memorando con párrafos y notas a pie de página",
        Markdown => "texto con marcas",
        Html => "página web independiente",
        Json => "todos los datos",
        Ndjson => "datos, una línea por cláusula",
        AkomaNtoso => "texto jurídico estructurado",
        Bibtex => "referencias para LaTeX",
        Ris => "referencias para Zotero y EndNote",
        CslJson => "referencias para Zotero y Pandoc",
        Calendar => "plazos para un calendario",
    }),
    separator: "Separador",
    separators: ["coma", "punto y coma", "tabulación"],
    formulas: "En español, las hojas de cálculo esperan el punto y coma. Una celda que empieza por = + - @, una tabulación o un salto de línea recibe un apóstrofo, para que ninguna hoja de cálculo la ejecute como fórmula; las demás no cambian.",
    whole: "Este formato contiene siempre documentos enteros.",
    provenance: "El archivo indica la pregunta, los documentos, la fecha, la versión, cómo se leyeron los textos, cuántas cláusulas de cuántas y el enlace. No se corta nada.",
    save: "Guardar",
    writing: "Escribiendo el archivo…",
    saved: Blank("Guardado: {}"),
    missing: Blank("Documentos que no se pudieron volver a leer y que faltan: {}."),
    nothing: "No hay nada que guardar en este formato: ninguna cláusula responde a la pregunta o, para un calendario, tiene fecha.",
    failed: "No se pudo escribir el archivo.",
};

#[cfg(any(test, feature = "cli"))]
pub(super) const RU: ExportTexts = ExportTexts {
    open: "Скачать…",
    heading: "Сохранить в файл",
    extent: "Содержание",
    found: Blank("найденное ({})"),
    document: "этот документ",
    library: Blank("вся библиотека ({})"),
    format: "Формат",
    formats: each!(Format {
        Csv => "таблица, по строке на положение",
        Xlsx => "книга Excel с датами, ссылками и фильтрами",
        Docx => "записка с пунктами и сносками",
        Markdown => "текст с разметкой",
        Html => "отдельная веб-страница",
        Json => "все данные",
        Ndjson => "данные, по строке на положение",
        AkomaNtoso => "структурированный юридический текст",
        Bibtex => "ссылки для LaTeX",
        Ris => "ссылки для Zotero и EndNote",
        CslJson => "ссылки для Zotero и Pandoc",
        Calendar => "сроки для календаря",
    }),
    separator: "Разделитель",
    separators: ["запятая", "точка с запятой", "табуляция"],
    formulas: "По-русски электронные таблицы ожидают точку с запятой. Ячейка, которая начинается с = + - @, табуляции или перевода строки, получает апостроф, чтобы ни одна программа не выполнила ее как формулу; остальные не меняются.",
    whole: "Этот формат всегда содержит документы целиком.",
    provenance: "В файле указаны вопрос, документы, дата, версия, как были прочитаны тексты, сколько положений из скольких, и ссылка. Ничего не обрезано.",
    save: "Сохранить",
    writing: "Файл записывается…",
    saved: Blank("Сохранено: {}"),
    missing: Blank("Документы, которые не удалось прочитать снова и которых нет в файле: {}."),
    nothing: "Сохранять в этом формате нечего: вопросу не отвечает ни одно положение или, для календаря, ни у одного нет даты.",
    failed: "Не удалось записать файл.",
};

#[cfg(any(test, feature = "cli"))]
pub(super) const AR: ExportTexts = ExportTexts {
    open: "تنزيل…",
    heading: "الحفظ في ملف",
    extent: "المحتوى",
    found: Blank("النتيجة ({})"),
    document: "هذه الوثيقة",
    library: Blank("المكتبة كلها ({})"),
    format: "الصيغة",
    formats: each!(Format {
        Csv => "جدول، سطر لكل حكم",
        Xlsx => "مصنف بتواريخ وروابط وعوامل تصفية",
        Docx => "مذكرة بفقرات وحواشٍ",
        Markdown => "نص موسوم",
        Html => "صفحة ويب مستقلة",
        Json => "البيانات كلها",
        Ndjson => "بيانات، سطر لكل حكم",
        AkomaNtoso => "نص قانوني منظَّم",
        Bibtex => "مراجع لبرنامج LaTeX",
        Ris => "مراجع لبرنامجَي Zotero وEndNote",
        CslJson => "مراجع لبرنامجَي Zotero وPandoc",
        Calendar => "مواعيد نهائية للتقويم",
    }),
    separator: "الفاصل",
    separators: ["فاصلة", "فاصلة منقوطة", "علامة جدولة"],
    formulas: "تتوقع جداول البيانات بالعربية الفاصلة. وكل خلية تبدأ بـ = أو + أو - أو @ أو علامة جدولة أو سطر جديد تسبقها فاصلة عليا كي لا ينفذها أي برنامج كصيغة حسابية، ولا تتغير الخلايا الأخرى.",
    whole: "تحتوي هذه الصيغة دائما على وثائق كاملة.",
    provenance: "يذكر الملف السؤال والوثائق والتاريخ والإصدار وكيفية قراءة النصوص وعدد الأحكام من أصل كم والرابط. ولا يُقتطع منه شيء.",
    save: "حفظ",
    writing: "جارٍ كتابة الملف…",
    saved: Blank("حُفظ: {}"),
    missing: Blank("وثائق تعذرت قراءتها من جديد وهي غير موجودة في الملف: {}."),
    nothing: "لا شيء يُحفظ بهذه الصيغة: لا يطابق السؤالَ أي حكم، أو ليس لأي منها تاريخ يُسجَّل في التقويم.",
    failed: "تعذرت كتابة الملف.",
};

#[cfg(any(test, feature = "cli"))]
pub(super) const ZH: ExportTexts = ExportTexts {
    open: "下载…",
    heading: "保存为文件",
    extent: "内容",
    found: Blank("查询结果（{}）"),
    document: "本文件",
    library: Blank("整个文库（{}）"),
    format: "格式",
    formats: each!(Format {
        Csv => "表格，每项条款一行",
        Xlsx => "含日期、链接和筛选的工作簿",
        Docx => "含段落和脚注的备忘录",
        Markdown => "标记文本",
        Html => "独立网页",
        Json => "全部数据",
        Ndjson => "数据，每项条款一行",
        AkomaNtoso => "结构化法律文本",
        Bibtex => "供 LaTeX 使用的参考文献",
        Ris => "供 Zotero 和 EndNote 使用的参考文献",
        CslJson => "供 Zotero 和 Pandoc 使用的参考文献",
        Calendar => "供日历使用的期限",
    }),
    separator: "分隔符",
    separators: ["逗号", "分号", "制表符"],
    formulas: "中文电子表格使用逗号。以 = + - @、制表符或换行开头的单元格前会加一个撇号，以免被当作公式执行；其他单元格不变。",
    whole: "此格式总是包含完整文件。",
    provenance: "文件中注明所提问题、文件、日期、版本、文本的读取方式、条款数目和链接。内容不会被截断。",
    save: "保存",
    writing: "正在写入文件……",
    saved: Blank("已保存：{}"),
    missing: Blank("无法重新读取、因而未包含在内的文件：{}。"),
    nothing: "此格式无内容可保存：没有符合该问题的条款，或条款没有可写入日历的日期。",
    failed: "无法写入文件。",
};
