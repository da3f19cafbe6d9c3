"""The tables as one workbook: texts are texts, numbers are numbers, and the headings stay in sight.

What writes workbooks is loaded with the first of them: it is one piece of forty modules, twice as long to load as any
other that is loaded while a class may be in an open round, and far shorter than the writing.
"""

import importlib
import io
from typing import TYPE_CHECKING

from server.review.export_table import Cell, Table

if TYPE_CHECKING:
    import xlsxwriter

WIDTH_LEAST, WIDTH_MOST = 8, 48
"""In characters."""
LOOKED_AT = 200
"""So many rows say how wide a column is."""


def xlsx_bytes(tables: tuple[Table, ...]) -> bytes:
    """The file. The same tables give the same sheets, whatever stands in them: no text becomes a formula or a link."""
    file = io.BytesIO()
    with importlib.import_module("xlsxwriter").Workbook(file, {"in_memory": True}) as book:
        heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        text = book.add_format({"num_format": "@"})
        for table in tables:
            sheet = book.add_worksheet(table.name)
            for column, title in enumerate(table.headings):
                sheet.write_string(0, column, title, heading)
                sheet.set_column(column, column, _width(table, column))
            for number, row in enumerate(table.rows, start=1):
                for column, cell in enumerate(row):
                    _write(sheet, number, column, cell, text)
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.headings) - 1)
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
            sheet.repeat_rows(0)
    return file.getvalue()


def _write(sheet: "xlsxwriter.worksheet.Worksheet", row: int, column: int, cell: Cell, text: object) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell, text)
    elif cell is not None:
        sheet.write_number(row, column, cell)


def _width(table: Table, column: int) -> int:
    longest = max((len(str(row[column])) for row in table.rows[:LOOKED_AT] if row[column] is not None), default=0)
    return min(max(longest + 1, len(table.headings[column]) // 2 + 2, WIDTH_LEAST), WIDTH_MOST)
