"""A table as CSV that opens rightly by a double click, in the Excel of the reader's country.

UTF-8 with its mark, so that accents are read; no `sep=` line, which would switch that reading off. Where people write
a decimal comma the fields part at a semicolon, elsewhere at a comma. A text that a spreadsheet would take for a
formula, a number or a date gets an apostrophe before it.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from server.review.export_table import Cell, Table
from server.review.pace import Rest, at_once

BYTE_ORDER_MARK = "\ufeff"
ROWS_AT_ONCE = 100
"""So many rows between two rests."""


@dataclass(frozen=True, slots=True)
class Habit:
    """How a country's spreadsheets write."""

    separator: str
    decimal: str


HABITS = {"nl": Habit(";", ","), "en": Habit(",", ".")}
"""By the language of the reader's spreadsheet, which need not be that of the labels."""

_FORMULA = re.compile(r"(^|[;,|\"'])(\s*)([=+\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a cell may begin: at the start, or behind what another country's spreadsheet parts fields at."""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_MONTH = (
    r"(jan(uari|uary)?|feb(ruari|ruary)?|mrt|maart|mar(ch)?|apr(il)?|mei|may|jun[ie]?|jul[iy]?|aug(ust(us)?)?"
    r"|sept?(ember)?|o[ck]t(ober)?|nov(ember)?|dec(ember)?)"
)
_NOT_TEXT = re.compile(
    r"[\d.,:/%\u20ac$ -]*\d[\d.,:/%\u20ac$ eE+-]*"  # a number, an amount, a date in figures, 12e5
    rf"|\d{{1,4}}[ /-]?{_MONTH}\.?([ /-]?\d{{1,4}})?|{_MONTH}\.?[ /-]?\d{{1,4}}"
    r"|true|false|waar|onwaar",
    re.IGNORECASE,
)


def csv_bytes(table: Table, reader: str) -> bytes:
    """The file. Raises KeyError for a reader's country that is none."""
    return b"".join(csv_pieces(table, reader))


def csv_pieces(table: Table, reader: str, rest: Rest = at_once) -> Sequence[bytes]:
    """The same in pieces; `rest` is called after each."""
    habit, harmless_of = HABITS[reader], _Harmless()
    pieces = [BYTE_ORDER_MARK.encode(), _lines([table.headings], habit)]
    for start in range(0, len(table.rows), ROWS_AT_ONCE):
        rows = table.rows[start : start + ROWS_AT_ONCE]
        pieces.append(_lines([[_written(cell, habit, harmless_of) for cell in row] for row in rows], habit))
        rest()
    return pieces


def _lines(rows: Sequence[Sequence[str]], habit: Habit) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=habit.separator, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerows(rows)
    return file.getvalue().encode()


class _Harmless(dict[str, str]):
    """Texts made harmless, each once: a hall's table holds half a million, and a thousand different ones."""

    def __missing__(self, text: str) -> str:
        made = self[text] = harmless(text)
        return made


def _written(cell: Cell, habit: Habit, harmless_of: _Harmless) -> str:
    match cell:
        case None:
            return ""
        case str():
            return harmless_of[cell]
        case float():
            return f"{cell:.4f}".rstrip("0").rstrip(".").replace(".", habit.decimal)
        case _:
            return str(cell)


def harmless(text: str) -> str:
    """A text that stays a text: nothing in it is carried out, and no zero or letter of it is lost."""
    plain = _CONTROLS.sub(" ", text)
    if _NOT_TEXT.fullmatch(plain.strip()):
        return f"'{plain}"
    return _FORMULA.sub(r"\1\2'\3", plain)
