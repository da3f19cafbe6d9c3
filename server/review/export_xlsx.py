"""The tables as one workbook: texts are texts, numbers are numbers, and the headings stay in sight.

The library writes the workbook with its headings; the rows are laid into its sheets here, one after the other and each
different text once. By the library the hour of a full hall takes twelve seconds in which nobody else has a turn.

The library is loaded with the first workbook: it is one piece of forty modules, twice as long to load as any other that
is loaded while a class may be in an open round.
"""

import importlib
import io
import re
import zipfile
from collections.abc import Iterator

from server.review.export_table import Cell, Table
from server.review.pace import Rest, at_once, paced

WIDTH_LEAST, WIDTH_MOST = 8, 48
"""In characters."""
LOOKED_AT = 200
"""So many rows say how wide a column is."""
ROWS_AT_ONCE = 100
"""So many rows between two rests."""
ROWS_MOST = 1_048_575
TEXT_LONGEST = 32_767
"""What a sheet, and a cell, can hold."""

_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_SAMPLE = re.compile(rb'<row r="2"[^>]*><c r="A2" s="(\d+)".*?</row>')
"""The row that the library wrote to show how it numbers the format of texts."""
_AS_CODE = re.compile(r"(_x[0-9a-fA-F]{4}_)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def xlsx_bytes(tables: tuple[Table, ...], rest: Rest = at_once) -> bytes:
    """The file. The same tables give the same sheets, whatever stands in them: no text becomes a formula or a link.

    `rest` is called often.
    """
    file = io.BytesIO()
    with zipfile.ZipFile(_frame(tables)) as frame, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for part in frame.namelist():
            is_sheet = _SHEET.fullmatch(part)
            content = frame.read(part)
            info = zipfile.ZipInfo(part, _FIXED_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            with book.open(info, "w") as written:
                if is_sheet is None:
                    written.write(content)
                    continue
                for piece in paced(_filled(content, tables[int(is_sheet[1]) - 1]), rest, 1):
                    written.write(piece)
    return file.getvalue()


def _frame(tables: tuple[Table, ...]) -> io.BytesIO:
    """The workbook with everything but its rows; the second of each sheet is a sample."""
    file = io.BytesIO()
    with importlib.import_module("xlsxwriter").Workbook(file, {"in_memory": True}) as book:
        heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        text = book.add_format({"num_format": "@"})
        for table in tables:
            sheet = book.add_worksheet(table.name)
            for column, title in enumerate(table.headings):
                sheet.write_string(0, column, title, heading)
                sheet.set_column(column, column, _width(table, column))
            sheet.write_string(1, 0, "sample", text)
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.headings) - 1)
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
            sheet.repeat_rows(0)
    return file


def _filled(sheet: bytes, table: Table) -> Iterator[bytes]:
    """A sheet of the frame with the rows of its table in place of the sample, in pieces."""
    sample = _SAMPLE.search(sheet)
    assert sample is not None, "xlsxwriter writes a row in another way"
    xl_col_to_name = importlib.import_module("xlsxwriter.utility").xl_col_to_name
    columns = [xl_col_to_name(column) for column in range(len(table.headings))]
    size = f'<dimension ref="A1:{columns[-1]}{1 + min(len(table.rows), ROWS_MOST)}"/>'.encode()
    yield re.sub(rb'<dimension ref="[^"]*"/>', size, sheet[: sample.start()])
    written = _Texts(sample[1].decode())
    rows = table.rows[:ROWS_MOST]
    for start in range(0, len(rows), ROWS_AT_ONCE):
        several = enumerate(rows[start : start + ROWS_AT_ONCE], start=start + 2)
        yield "".join(_row(number, row, columns, written) for number, row in several).encode()
    yield sheet[sample.end() :]


def _row(number: int, row: tuple[Cell, ...], columns: list[str], written: "_Texts") -> str:
    cells = "".join(
        f'<c r="{column}{number}"{written[cell]}' if isinstance(cell, str) else _figure(f"{column}{number}", cell)
        for column, cell in zip(columns, row, strict=True)
        if cell is not None
    )
    return f'<row r="{number}">{cells}</row>'


def _figure(place: str, figure: float) -> str:
    return f'<c r="{place}"><v>{figure:.16G}</v></c>'


class _Texts(dict[str, str]):
    """What stands in a cell for a text, after its place; each worked out once."""

    def __init__(self, style: str) -> None:
        super().__init__()
        self._style = style

    def __missing__(self, text: str) -> str:
        shown = _AS_CODE.sub(r"_x005F\1", text[:TEXT_LONGEST])
        shown = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        shown = _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", shown)
        made = self[text] = f' s="{self._style}" t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'
        return made


def _width(table: Table, column: int) -> int:
    longest = max((len(str(row[column])) for row in table.rows[:LOOKED_AT] if row[column] is not None), default=0)
    return min(max(longest + 1, len(table.headings[column]) // 2 + 2, WIDTH_LEAST), WIDTH_MOST)
