//! How a paragraph is cited, in each form.

use dispositif::export::citation::{CitationForm, cite, quote};
use dispositif::model::{Date, Language, Organ, Paragraph, ParagraphId, Part, Resolution, Symbol};

/// A paragraph: its id, its part, its level, its number as printed; empty if it has none.
fn paragraph(id: &str, part: Part, level: u8, number: &str) -> Paragraph {
    let number = (!number.is_empty()).then(|| number.to_owned());
    Paragraph { id: ParagraphId::from(id), part, level, number, ..Paragraph::default() }
}

fn resolution(symbol: &str, organ: Organ, (year, month, day): (u16, u8, u8)) -> Resolution {
    let adopted =
        (year > 0).then_some(Date { year, month: (month > 0).then_some(month), day: (day > 0).then_some(day) });
    let paragraphs = vec![
        paragraph("pp1", Part::Preamble, 1, ""),
        paragraph("pp2", Part::Preamble, 1, ""),
        paragraph("pp2.a", Part::Preamble, 2, "a)"),
        paragraph("h1", Part::Heading, 1, ""),
        paragraph("op1", Part::Operative, 1, "1"),
        paragraph("op2bis", Part::Operative, 1, "2 bis"),
        paragraph("op12", Part::Operative, 1, "12"),
        paragraph("op12.a", Part::Operative, 2, "a)"),
        paragraph("op12.a.i", Part::Operative, 3, "i)"),
        paragraph("op12.a.ii", Part::Operative, 3, "(ii)"),
        paragraph("op12.b", Part::Operative, 2, "(b)"),
        paragraph("b.op1", Part::Operative, 1, "1"),
        paragraph("op2", Part::Operative, 1, ""),
        paragraph("an1", Part::Annex, 1, ""),
        paragraph("an3", Part::Annex, 1, "3"),
        paragraph("an3.a", Part::Annex, 2, "a)"),
        paragraph("cl1", Part::Closing, 1, ""),
    ];
    let title = "Titre".to_owned();
    Resolution { symbol: Symbol::from(symbol), organ, adopted, paragraphs, title, ..Resolution::default() }
}

/// The French form, OSCOLA's and the Bluebook's; with plain spaces, for the sake of those who read the tests.
fn cited(document: &Resolution, place: &str) -> [String; 3] {
    let place = (!place.is_empty()).then(|| ParagraphId::from(place));
    CitationForm::ALL.map(|form| cite(form, document, place.as_ref()).replace('\u{a0}', " "))
}

#[test]
fn each_organ_is_named_as_each_form_names_it() {
    let cases = [
        (
            ("A/RES/74/175", Organ::GeneralAssembly, (2019, 12, 18)),
            [
                "résolution 74/175 de l’Assemblée générale, en date du 18 décembre 2019",
                "UNGA Res 74/175 (18 December 2019) UN Doc A/RES/74/175",
                "G.A. Res. 74/175 (Dec. 18, 2019)",
            ],
        ),
        (
            ("A/RES/1514 (XV)", Organ::GeneralAssembly, (1960, 12, 14)),
            [
                "résolution 1514 (XV) de l’Assemblée générale, en date du 14 décembre 1960",
                "UNGA Res 1514 (XV) (14 December 1960) UN Doc A/RES/1514 (XV)",
                "G.A. Res. 1514 (XV) (Dec. 14, 1960)",
            ],
        ),
        (
            ("S/RES/1373 (2001)", Organ::SecurityCouncil, (2001, 9, 28)),
            [
                "résolution 1373 (2001) du Conseil de sécurité, en date du 28 septembre 2001",
                "UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373 (2001)",
                "S.C. Res. 1373 (Sept. 28, 2001)",
            ],
        ),
        (
            ("E/RES/2019/5", Organ::EconomicAndSocialCouncil, (2019, 5, 1)),
            [
                "résolution 2019/5 du Conseil économique et social, en date du 1er mai 2019",
                "ECOSOC Res 2019/5 (1 May 2019) UN Doc E/RES/2019/5",
                "E.S.C. Res. 2019/5 (May 1, 2019)",
            ],
        ),
        (
            ("A/HRC/RES/40/1", Organ::HumanRightsCouncil, (2019, 3, 0)),
            [
                "résolution 40/1 du Conseil des droits de l’homme, mars 2019",
                "UNHRC Res 40/1 (March 2019) UN Doc A/HRC/RES/40/1",
                "H.R.C. Res. 40/1 (Mar. 2019)",
            ],
        ),
    ];
    for ((symbol, organ, date), expected) in cases {
        assert_eq!(cited(&resolution(symbol, organ, date), ""), expected);
    }
}

#[test]
fn a_place_is_said_as_each_form_says_it() {
    let document = resolution("A/RES/74/175", Organ::GeneralAssembly, (0, 0, 0));
    let cases = [
        ("op1", ["par. 1", "para 1", "¶ 1"]),
        ("op2bis", ["par. 2 bis", "para 2 bis", "¶ 2 bis"]),
        ("op12.a", ["par. 12 a)", "para 12(a)", "¶ 12(a)"]),
        ("op12.a.ii", ["par. 12 a) ii)", "para 12(a)(ii)", "¶ 12(a)(ii)"]),
        ("op12.b", ["par. 12 b)", "para 12(b)", "¶ 12(b)"]),
        ("b.op1", ["section B, par. 1", "s B, para 1", "§ B, ¶ 1"]),
        ("pp1", ["1er alinéa du préambule", "preamble para 1", "pmbl. ¶ 1"]),
        ("pp2.a", ["2e alinéa a) du préambule", "preamble para 2(a)", "pmbl. ¶ 2(a)"]),
        ("an1", ["annexe", "annex", "annex"]),
        ("an3.a", ["annexe, par. 3 a)", "annex, para 3(a)", "annex, ¶ 3(a)"]),
    ];
    for (id, [french, oscola, bluebook]) in cases {
        let expected = [
            format!("résolution 74/175 de l’Assemblée générale, {french}"),
            format!("UNGA Res 74/175 UN Doc A/RES/74/175, {oscola}"),
            format!("G.A. Res. 74/175, {bluebook}"),
        ];
        assert_eq!(cited(&document, id), expected, "{id}");
    }
}

#[test]
fn a_paragraph_without_a_number_is_cited_as_the_whole() {
    let document = resolution("A/RES/74/175", Organ::GeneralAssembly, (2019, 12, 18));
    let whole = cited(&document, "");
    for id in ["op2", "h1", "cl1", "nowhere"] {
        assert_eq!(cited(&document, id), whole, "{id}");
    }
}

#[test]
fn a_bluebook_place_stands_before_the_date_and_others_after_it() {
    let document = resolution("A/RES/74/175", Organ::GeneralAssembly, (2019, 12, 18));
    assert_eq!(
        cited(&document, "op12"),
        [
            "résolution 74/175 de l’Assemblée générale, en date du 18 décembre 2019, par. 12",
            "UNGA Res 74/175 (18 December 2019) UN Doc A/RES/74/175, para 12",
            "G.A. Res. 74/175, ¶ 12 (Dec. 18, 2019)",
        ]
    );
}

#[test]
fn a_document_without_a_known_organ_or_symbol_goes_by_what_it_has() {
    let place = |symbol| cited(&resolution(symbol, Organ::Other, (2020, 1, 2)), "op1");
    assert_eq!(
        place("X/2020/1"),
        [
            "résolution X/2020/1, en date du 2 janvier 2020, par. 1",
            "X/2020/1 (2 January 2020), para 1",
            "X/2020/1, ¶ 1 (Jan. 2, 2020)",
        ]
    );
    assert_eq!(
        place(""),
        ["Titre, en date du 2 janvier 2020, par. 1", "Titre (2 January 2020), para 1", "Titre, ¶ 1 (Jan. 2, 2020)"]
    );
}

#[test]
fn a_quotation_has_the_marks_of_its_language_and_its_citation_after_it() {
    let mut document = resolution("A/RES/74/175", Organ::GeneralAssembly, (2019, 12, 18));
    document.language = Language::English;
    let quoted = |document: &Resolution, words| quote(document, &ParagraphId::from("op12.a"), words);
    assert_eq!(
        quoted(&document, "Requests the Office to\nreport;"),
        "“Requests the Office to report” (UNGA Res 74/175 (18 December 2019) UN Doc A/RES/74/175, para 12(a))"
    );
    document.language = Language::French;
    assert_eq!(
        quoted(&document, "Prie l’Office d’agir ;"),
        "«\u{a0}Prie l’Office d’agir\u{a0}» (résolution 74/175 de l’Assemblée générale, en date du 18 décembre 2019, par.\u{a0}12\u{a0}a))"
    );
}
