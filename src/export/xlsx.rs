//! The table of clauses as an Excel workbook: real dates and links, a frozen header, filters, and a sheet with the
//! provenance.
//!
//! Text is written as inline strings, so that a text that starts with `=` is not a formula.

use super::markup::{escaped, push_escaped};
use super::selection::{Fact, Selection};
use super::table::{COLUMNS, CellValue, Row};
use super::words::filled;
use super::zip::ZipWriter;
use std::fmt::Write;

/// Excel's limits for rows and for the length of a cell.
const MAX_ROWS: usize = 1_048_575;
const MAX_LETTERS: usize = 32_000;
/// Excel's limit for links on a sheet.
const MAX_LINKS: usize = 65_000;

/// The cell styles, by their index in `styles.xml`.
const STYLE_TEXT: u8 = 0;
const STYLE_HEAD: u8 = 1;
const STYLE_DATE: u8 = 2;
const STYLE_LINK: u8 = 3;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The workbook, and a sentence about the rows that a sheet has no room for.
pub fn xlsx(selection: &Selection<'_>) -> (Vec<u8>, Option<String>) {
    let mut zip = ZipWriter::default();
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let content_types = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{types}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{types}.worksheet+xml\"/><Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"{types}.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{types}.styles+xml\"/></Types>"
    );
    zip.add("[Content_Types].xml", content_types.as_bytes());
    zip.add("_rels/.rels", relations(&[("officeDocument", "xl/workbook.xml")]).as_bytes());
    let parts =
        [("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml"), ("styles", "styles.xml")];
    zip.add("xl/_rels/workbook.xml.rels", relations(&parts).as_bytes());
    zip.add("xl/styles.xml", styles().as_bytes());

    let clauses = Sheet::of_clauses(selection);
    let [sheet, other] = selection.words().sheets;
    let workbook = format!(
        "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"{sheet}\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"{other}\" sheetId=\"2\" r:id=\"rId2\"/></sheets><definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">'{sheet}'!$A$1:${}${}</definedName></definedNames></workbook>",
        column_name(COLUMNS.len() - 1),
        clauses.n_rows
    );
    zip.add("xl/workbook.xml", workbook.as_bytes());
    zip.add("xl/worksheets/sheet1.xml", clauses.xml.as_bytes());
    if !clauses.addresses.is_empty() {
        let mut links = format!("{HEAD}<Relationships xmlns=\"{RELATIONS}\">");
        for (i, address) in clauses.addresses.iter().enumerate() {
            let _ = write!(
                links,
                "<Relationship Id=\"rId{}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
                i + 1,
                escaped(address)
            );
        }
        links.push_str("</Relationships>");
        zip.add("xl/worksheets/_rels/sheet1.xml.rels", links.as_bytes());
    }
    let left_out = (clauses.n_left_out > 0)
        .then(|| filled(selection.words().rows_left_out, &[&clauses.n_left_out.to_string()]));
    zip.add("xl/worksheets/sheet2.xml", provenance(selection, left_out.as_deref()).as_bytes());
    (zip.finish(), left_out)
}

/// The relationships of a part, numbered from `rId1`.
fn relations(targets: &[(&str, &str)]) -> String {
    let mut xml = format!("{HEAD}<Relationships xmlns=\"{RELATIONS}\">");
    for (i, (kind, target)) in targets.iter().enumerate() {
        let _ = write!(xml, "<Relationship Id=\"rId{}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>", i + 1);
    }
    xml.push_str("</Relationships>");
    xml
}

fn styles() -> String {
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><fonts count=\"3\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font><font><u/><sz val=\"11\"/><color rgb=\"FF0563C1\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"4\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf><xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/><xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf><xf numFmtId=\"0\" fontId=\"2\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf></cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    )
}

/// The sheet of clauses while it is written.
struct Sheet {
    xml: String,
    n_rows: usize,
    n_left_out: usize,
    /// The targets of its links.
    addresses: Vec<String>,
}

impl Sheet {
    fn of_clauses(selection: &Selection<'_>) -> Self {
        let mut sheet = Self { xml: String::new(), n_rows: 0, n_left_out: 0, addresses: Vec::new() };
        let _ = write!(
            sheet.xml,
            "{HEAD}<worksheet xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
        );
        sheet.xml.push_str("<cols>");
        for (i, column) in COLUMNS.iter().enumerate() {
            let n = i + 1;
            let _ = write!(
                sheet.xml,
                "<col min=\"{n}\" max=\"{n}\" width=\"{}\" customWidth=\"1\"/>",
                width(column.name)
            );
        }
        sheet.xml.push_str("</cols><sheetData>");
        sheet.push_row(&COLUMNS.map(|column| (CellValue::Text(column.name.to_owned()), STYLE_HEAD)));
        let mut links = String::new();
        let mut n_links = 0;
        for row in selection.rows() {
            if sheet.n_rows > MAX_ROWS {
                sheet.n_left_out += 1;
                continue;
            }
            let cells: Vec<(CellValue, u8)> =
                row.values.iter().map(|value| (value.clone(), style(value))).collect();
            sheet.push_row(&cells);
            if n_links < MAX_LINKS {
                n_links += sheet.push_links(&row, &mut links);
            }
        }
        let last = format!("{}{}", column_name(COLUMNS.len() - 1), sheet.n_rows);
        let _ = write!(sheet.xml, "</sheetData><autoFilter ref=\"A1:{last}\"/>");
        if n_links > 0 {
            let _ = write!(sheet.xml, "<hyperlinks>{links}</hyperlinks>");
        }
        sheet.xml.push_str("</worksheet>");
        sheet
    }

    fn push_row(&mut self, cells: &[(CellValue, u8)]) {
        self.n_rows += 1;
        push_row(&mut self.xml, self.n_rows, cells);
    }

    /// Adds the links of the last row. Consecutive clauses of one document share an address.
    fn push_links(&mut self, row: &Row, links: &mut String) -> usize {
        let mut count = 0;
        for (i, value) in row.values.iter().enumerate() {
            let CellValue::Link(address) = value else { continue };
            if address.is_empty() {
                continue;
            }
            if self.addresses.last() != Some(address) {
                self.addresses.push(address.clone());
            }
            let at = format!("{}{}", column_name(i), self.n_rows);
            let _ = write!(links, "<hyperlink ref=\"{at}\" r:id=\"rId{}\"/>", self.addresses.len());
            count += 1;
        }
        count
    }
}

fn style(value: &CellValue) -> u8 {
    match value {
        CellValue::Date(date) if serial(date).is_some() => STYLE_DATE,
        CellValue::Link(address) if !address.is_empty() => STYLE_LINK,
        _ => STYLE_TEXT,
    }
}

fn push_row(xml: &mut String, row: usize, cells: &[(CellValue, u8)]) {
    let _ = write!(xml, "<row r=\"{row}\">");
    for (i, (value, style)) in cells.iter().enumerate() {
        let at = column_name(i);
        match value {
            CellValue::Number(number) => {
                let _ = write!(xml, "<c r=\"{at}{row}\" s=\"{style}\"><v>{number}</v></c>");
            }
            CellValue::Date(date) if serial(date).is_some() => {
                let serial = serial(date).unwrap_or_default();
                let _ = write!(xml, "<c r=\"{at}{row}\" s=\"{style}\"><v>{serial}</v></c>");
            }
            _ => {
                let text = value.text();
                if !text.is_empty() {
                    let _ = write!(
                        xml,
                        "<c r=\"{at}{row}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                    );
                    push_text(&text, xml);
                    xml.push_str("</t></is></c>");
                }
            }
        }
    }
    xml.push_str("</row>");
}

/// Excel reads `_x0041_` as an escaped letter, so `_x` is escaped. A text over the limit is cut and ends with “[…]”.
fn push_text(text: &str, xml: &mut String) {
    let cut: Option<String> =
        (text.len() > MAX_LETTERS).then(|| text.chars().take(MAX_LETTERS / 2).chain(" […]".chars()).collect());
    push_escaped(&cut.as_deref().unwrap_or(text).replace("_x", "_x005F_x"), xml);
}

/// A date as Excel's serial number: days since 30 December 1899. None for a month or a year alone, or before 1901.
fn serial(date: &str) -> Option<i64> {
    let mut parts = date.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if year < 1901 {
        return None;
    }
    // The year starts in March, so that the leap day is last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1;
    Some(days - 693_899)
}

/// `A`, `B`, … `Z`, `AA`, …
fn column_name(mut at: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(b'A' + (at % 26) as u8);
        match (at / 26).checked_sub(1) {
            Some(next) => at = next,
            None => break,
        }
    }
    name.iter().rev().map(|letter| char::from(*letter)).collect()
}

fn width(column: &str) -> u32 {
    match column {
        "text" => 80,
        "title" | "addressee_names" | "topic_names" | "due" => 36,
        "link" | "topics" | "mentioned" | "addressees" | "references" => 28,
        "language" | "session" | "number" | "notes" => 9,
        _ => 16,
    }
}

fn provenance(selection: &Selection<'_>, left_out: Option<&str>) -> String {
    let mut xml = format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\"><cols><col min=\"1\" max=\"1\" width=\"16\" customWidth=\"1\"/><col min=\"2\" max=\"2\" width=\"100\" customWidth=\"1\"/></cols><sheetData>"
    );
    let words = selection.words();
    let mut facts = selection.provenance();
    facts.extend(left_out.map(|value| {
        let key = "left_out";
        Fact { key, name: words.fact(key), value: value.to_owned() }
    }));
    for (i, Fact { name, value, .. }) in facts.into_iter().enumerate() {
        let cells = [(CellValue::Text(name.to_owned()), STYLE_HEAD), (CellValue::Text(value), STYLE_TEXT)];
        push_row(&mut xml, i + 1, &cells);
    }
    xml.push_str("</sheetData></worksheet>");
    xml
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_days_are_named_as_excel_names_them() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(column_name), ["A", "Z", "AA", "AB", "ZZ", "AAA"]);
        assert_eq!(serial("2019-12-18"), Some(43_817));
        assert_eq!(serial("2000-02-29"), Some(36_585));
        assert_eq!(serial("2030-06"), None);
        assert_eq!(serial("1899-12-31"), None);
    }
}
