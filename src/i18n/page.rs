//! Texts about the site and the displayed document.

use super::words::{Blank, declare};

declare! {
    /// Texts about the site and the displayed document, in one language.
    struct PageTexts;

    /// One sentence about the site, which says that it is not official.
    pub unofficial: &'static str,
    /// Explains the word “clause”.
    pub clause_is: &'static str,
    /// The button that opens the menu of a narrow bar.
    pub menu: &'static str,
    /// The language of the document, by its own name.
    pub text_language: Blank,
    /// Before the links to the document at the United Nations, one in each language.
    pub official_texts: &'static str,
    /// That words are to be searched for in the language of the document: “in French”.
    pub search_in: Blank,
    /// For an actor without a clause in the role that counts: how many there are in any role.
    pub in_other_role: Blank,
    /// The list of paragraphs to go to.
    pub go_to: &'static str,
    /// Before the links that show another text of the same resolution beside this one.
    pub side_by_side: &'static str,
    /// The link that shows one text again.
    pub one_text: &'static str,
    /// How many clauses a paragraph has in a text and in the one beside it.
    pub clauses_differ: Blank,
    /// A count that grows while the reader's own texts are read again.
    pub so_far: Blank,
    /// Before the paragraphs with another number of clauses in the text beside.
    pub paragraphs_differ: &'static str,
    /// How many paragraphs only one of two texts has.
    pub paragraphs_alone: Blank,
    /// The button that opens the views that a narrow page has no tab for.
    pub more_views: &'static str,
    /// The choice of the brief that has a column for each actor.
    pub actors_beside: &'static str,
    /// Announces a selected clause by its place.
    pub analysis_of: Blank,
    /// The label of the line at the day of adoption, in the chart of deadlines.
    pub adopted: &'static str,
    /// That a link leads to a document that is not here.
    pub document_lacking: Blank,
}

#[cfg(any(test, feature = "cli"))]
pub(super) const FR: PageTexts = PageTexts {
    unofficial: "Dispositif est un outil indépendant pour explorer les résolutions des Nations Unies\u{a0}: il n’est pas officiel, et seul le texte publié par l’ONU fait foi.",
    clause_is: "Une clause est un verbe de l’organe («\u{a0}prie\u{a0}», «\u{a0}rappelle\u{a0}») et tout ce qui en dépend\u{a0}: à qui il s’adresse, sur quoi, pour quand.",
    menu: "Menu",
    text_language: Blank("Langue du texte\u{a0}: {}."),
    official_texts: "Texte officiel\u{a0}:",
    search_in: Blank("Le texte est {}\u{a0}: cherchez des mots de cette langue."),
    in_other_role: Blank("aucune mention dans ce rôle, {} dans tous les rôles"),
    go_to: "Aller au paragraphe…",
    side_by_side: "Textes en regard\u{a0}:",
    one_text: "Un seul texte",
    clauses_differ: Blank("Clauses\u{a0}: {} ici, {} en regard"),
    so_far: Blank("{} pour l’instant"),
    paragraphs_differ: "Clauses en nombre différent\u{a0}:",
    paragraphs_alone: Blank("Paragraphes dans un seul des textes\u{a0}: {}"),
    more_views: "Plus",
    actors_beside: "Acteurs côte à côte",
    analysis_of: Blank("Analyse de la clause\u{a0}: {}"),
    adopted: "adoption",
    document_lacking: Blank(
        "Ce lien mène à «\u{a0}{}\u{a0}», qui n’est pas dans cette bibliothèque\u{a0}: ajoutez ce texte, puis rouvrez le lien.",
    ),
};

#[cfg(any(test, feature = "cli"))]
pub(super) const EN: PageTexts = PageTexts {
    unofficial: "Dispositif is an independent tool for exploring United Nations resolutions. It is not official: only the text published by the UN is authoritative.",
    clause_is: "A clause is a verb of the organ (“requests”, “recalls”) and everything that depends on it: who is addressed, about what, by when.",
    menu: "Menu",
    text_language: Blank("Language of this text: {}."),
    official_texts: "Official text:",
    search_in: Blank("The text is {}: search for words in that language."),
    in_other_role: Blank("no mention in this role, {} in any role"),
    go_to: "Go to paragraph…",
    side_by_side: "Side by side:",
    one_text: "One text",
    clauses_differ: Blank("Clauses: {} here, {} beside"),
    so_far: Blank("{} so far"),
    paragraphs_differ: "Different numbers of clauses:",
    paragraphs_alone: Blank("Paragraphs in only one of the texts: {}"),
    more_views: "More",
    actors_beside: "Actors side by side",
    analysis_of: Blank("Analysis of the clause: {}"),
    adopted: "adopted",
    document_lacking: Blank(
        "This link leads to “{}”, which is not in this library: add that text, then open the link again.",
    ),
};

#[cfg(any(test, feature = "cli"))]
pub(super) const ES: PageTexts = PageTexts {
    unofficial: "Dispositif es una herramienta independiente para explorar las resoluciones de las Naciones Unidas. No es oficial: solo da fe el texto publicado por la ONU.",
    clause_is: "Una cláusula es un verbo del órgano («solicita», «recuerda») y todo lo que depende de él: a quién se dirige, sobre qué y para cuándo.",
    menu: "Menú",
    text_language: Blank("Idioma del texto: {}."),
    official_texts: "Texto oficial:",
    search_in: Blank("El texto está {}: busque palabras de ese idioma."),
    in_other_role: Blank("ninguna mención en esta función, {} en cualquier función"),
    go_to: "Ir al párrafo…",
    side_by_side: "Textos lado a lado:",
    one_text: "Un solo texto",
    clauses_differ: Blank("Cláusulas: {} aquí, {} al lado"),
    so_far: Blank("{} por ahora"),
    paragraphs_differ: "Distinto número de cláusulas:",
    paragraphs_alone: Blank("Párrafos en uno solo de los textos: {}"),
    more_views: "Más",
    actors_beside: "Actores en paralelo",
    analysis_of: Blank("Análisis de la cláusula: {}"),
    adopted: "aprobación",
    document_lacking: Blank(
        "Este enlace lleva a «{}», que no está en esta biblioteca: añada ese texto y vuelva a abrir el enlace.",
    ),
};

#[cfg(any(test, feature = "cli"))]
pub(super) const AR: PageTexts = PageTexts {
    unofficial: "Dispositif أداة مستقلة لاستكشاف قرارات الأمم المتحدة. وهي غير رسمية: فالنص الذي تنشره الأمم المتحدة هو وحده المعتمد.",
    clause_is: "الحكم هو فعل من أفعال الجهاز («يطلب»، «يشير») وكل ما يتعلق به: إلى من يوجه، وبشأن ماذا، وبحلول متى.",
    menu: "القائمة",
    text_language: Blank("لغة النص: {}."),
    official_texts: "النص الرسمي:",
    search_in: Blank("النص {}: ابحث عن كلمات بتلك اللغة."),
    in_other_role: Blank("لا ذكر بهذه الصفة، {} بأي صفة"),
    go_to: "الانتقال إلى الفقرة…",
    side_by_side: "نصان متقابلان:",
    one_text: "نص واحد",
    clauses_differ: Blank("الأحكام: {} هنا، {} في النص المقابل"),
    so_far: Blank("{} حتى الآن"),
    paragraphs_differ: "عدد مختلف من الأحكام:",
    paragraphs_alone: Blank("فقرات في أحد النصين فقط: {}"),
    more_views: "المزيد",
    actors_beside: "الجهات الفاعلة جنبا إلى جنب",
    analysis_of: Blank("تحليل الحكم: {}"),
    adopted: "تاريخ الاعتماد",
    document_lacking: Blank(
        "يؤدي هذا الرابط إلى «{}»، وهو غير موجود في هذه المكتبة: أضف النص ثم افتح الرابط من جديد.",
    ),
};

#[cfg(any(test, feature = "cli"))]
pub(super) const ZH: PageTexts = PageTexts {
    unofficial: "Dispositif 是一个用于查阅联合国决议的独立工具，并非官方网站：仅以联合国发布的文本为准。",
    clause_is: "条款由机关所用的一个动词（如“请”、“回顾”）及其所带内容组成：对谁提出、关于什么、何时完成。",
    menu: "菜单",
    text_language: Blank("文本语文：{}。"),
    official_texts: "正式文本：",
    search_in: Blank("文本语文为{}：请用该语文的词语检索。"),
    in_other_role: Blank("此角色中未提及，任何角色共 {} 项"),
    go_to: "转到段落…",
    side_by_side: "并列显示：",
    one_text: "只显示一种文本",
    clauses_differ: Blank("条款数：此处 {}，并列文本 {}"),
    so_far: Blank("目前{}"),
    paragraphs_differ: "条款数不同：",
    paragraphs_alone: Blank("仅见于一种文本的段落：{}"),
    more_views: "更多",
    actors_beside: "行为体对照",
    analysis_of: Blank("条款分析：{}"),
    adopted: "通过日期",
    document_lacking: Blank("此链接指向“{}”，但文库中没有该文本：请添加后重新打开链接。"),
};

#[cfg(any(test, feature = "cli"))]
pub(super) const RU: PageTexts = PageTexts {
    unofficial: "Dispositif — независимый инструмент для изучения резолюций Организации Объединенных Наций. Он не является официальным: силу имеет только текст, опубликованный ООН.",
    clause_is: "Положение — это глагол органа («просит», «ссылается») и все, что от него зависит: к кому он обращен, о чем и к какому сроку.",
    menu: "Меню",
    text_language: Blank("Язык текста: {}."),
    official_texts: "Официальный текст:",
    search_in: Blank("Текст {}: ищите слова на этом языке."),
    in_other_role: Blank("в этой роли не упоминается, во всех ролях: {}"),
    go_to: "Перейти к пункту…",
    side_by_side: "Тексты рядом:",
    one_text: "Один текст",
    clauses_differ: Blank("Положений: здесь {}, рядом {}"),
    so_far: Blank("{} на данный момент"),
    paragraphs_differ: "Разное число положений:",
    paragraphs_alone: Blank("Пункты только в одном из текстов: {}"),
    more_views: "Еще",
    actors_beside: "Субъекты рядом",
    analysis_of: Blank("Анализ положения: {}"),
    adopted: "принятие",
    document_lacking: Blank(
        "Ссылка ведет к «{}», но этого текста нет в библиотеке: добавьте его и откройте ссылку снова.",
    ),
};
