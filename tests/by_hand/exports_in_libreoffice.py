"""`make office`: LibreOffice opens the exports as somebody in the Netherlands or in England would.

Not part of `make test`, since LibreOffice is half a gigabyte; without it this fails and says so.
"""

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from server.review.export_csv import csv_bytes
from server.review.export_pdf import report_pdf
from server.review.export_table import Table
from server.review.export_xlsx import xlsx_bytes
from server.review.sitting import read_sitting
from tests.review.test_exports import EATEN, EVIL, played
from tests.support.classroom import ROOM

DUTCH, ENGLISH = 1043, 2057
READERS = {"nl": (";", DUTCH), "en": (",", ENGLISH)}
ROWS = tuple((text, 0.25, -1.5, 1234, "P1") for text in [*EVIL, *EATEN, "Noor", "Caf\u00e9 \u20ac", 'a "b"; c, d'])
TABLE = Table("answers", ("text", "s", "points", "ms", "who"), ROWS)


def converted(source: Path, kind: str, *options: str) -> Path:
    """What LibreOffice makes of a file."""
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is not on this machine: apt-get install libreoffice-calc-nogui"
    folder = source.parent / "converted"
    home = f"-env:UserInstallation=file://{source.parent}/office"
    command = [soffice, home, "--headless", *options, "--convert-to", kind, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{source.stem}.{kind.split(':')[0]}"


@pytest.mark.parametrize("reader", READERS)
def test_a_csv_opens_with_texts_as_texts_and_figures_as_figures(reader: str, tmp_path: Path) -> None:
    separator, language = READERS[reader]
    source = tmp_path / "answers.csv"
    source.write_bytes(csv_bytes(TABLE, reader))
    # As by a double click: this separator, UTF-8, the country's own figures, and figures and dates looked for.
    options = f"--infilter=CSV:{ord(separator)},34,76,1,,{language},false,true,false,false"
    sheet = openpyxl.load_workbook(converted(source, "xlsx", options)).active
    assert sheet is not None
    read = list(sheet.iter_rows(min_row=2))
    assert len(read) == len(ROWS)
    for row in read:
        assert (row[0].data_type, row[4].data_type) == ("s", "s")
        assert [cell.value for cell in row[1:4]] == [0.25, -1.5, 1234]
    assert [row[0].value for row in read[-3:]] == [row[0] for row in ROWS[-3:]]


def test_a_workbook_opens_with_every_text_as_it_was(tmp_path: Path) -> None:
    source = tmp_path / "answers.xlsx"
    source.write_bytes(xlsx_bytes((TABLE,)))
    again = openpyxl.load_workbook(converted(source, "xlsx:Calc MS Excel 2007 XML"))
    sheet = again.active
    assert sheet is not None
    read = list(sheet.iter_rows(min_row=2))
    assert {row[0].data_type for row in read} == {"s"}
    assert [row[0].value for row in read[len(EVIL) :]] == [row[0] for row in ROWS[len(EVIL) :]]
    assert [row[2].value for row in read] == [-1.5] * len(ROWS)


def test_the_report_on_paper_is_read_by_another_program(tmp_path: Path) -> None:
    pdftotext = shutil.which("pdftotext")
    assert pdftotext, "poppler is not on this machine: apt-get install poppler-utils"
    path = tmp_path / "report.pdf"
    path.write_bytes(report_pdf(read_sitting(ROOM, played().log), "nl"))
    done = subprocess.run([pdftotext, "-layout", str(path), "-"], check=True, capture_output=True, timeout=60)
    assert done.stderr == b""
    first, second = done.stdout.decode().split("\f")[:2]
    assert "3 mensen" in first
    assert "Hoe zeker, hoe vaak goed" in second
