"""Excel workbooks (.xlsx): the first sheet as a table. They are read by openpyxl, an extra of the tool.

What openpyxl is given is a new workbook of the parts that are needed (`workbook_parts`). It reads row by row and stops
after the last row that may be; python-calamine, which is faster, makes room for the whole rectangle that a sheet claims
to have, so that one cell in its last corner takes all memory.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal

from generator.base.findings import Findings
from generator.base.places import Span
from generator.catalog.tables import ZIPPED, Collected, Holds, Table
from generator.catalog.workbook_parts import SAVE_AGAIN, SAVE_AS_CSV, BookRefused, needed_parts

ENDINGS = (".xlsx", ".xlsm")
INSTALL = "pip install 'handouts[xlsx]'"
MOST_COLUMNS = 300
LAST_ROW = 1_048_576  # of Excel: a row of a higher number is a lie, and the blank ones before it have no end

Kind = Literal["number", "date", "words"]


class Typed(str):
    """A cell of a workbook: its words, and what the spreadsheet takes them for."""

    __slots__ = ("kind",)
    kind: Kind

    def __new__(cls, words: str, kind: Kind) -> Typed:
        """Make the cell."""
        made = super().__new__(cls, words)
        made.kind = kind
        return made


def is_workbook(shown: str, data: bytes) -> bool:
    """Return True for what its name and its first bytes call a workbook."""
    return shown.lower().endswith(ENDINGS) and data.startswith(ZIPPED)


def workbook_in(data: bytes, shown: str, holds: Holds, findings: Findings) -> Table | None:
    """Return the rows of the first sheet that hold something; None where it is no table, with the reason told."""
    collected = Collected(holds, shown, findings)
    try:
        good = _take_rows(needed_parts(data), collected)
    except BookRefused as refused:
        findings.error(Span(shown, refused.row, 1), *refused.told)
        return None
    return collected.table if good else None


def _take_rows(data: bytes, collected: Collected) -> bool:
    """Take the rows of the first sheet, one by one; False when there are too many."""
    try:
        from openpyxl import load_workbook  # an extra, and 200 ms to import
    except ImportError:
        message = "this is an Excel workbook, and what reads these is not installed"
        raise BookRefused("no-openpyxl", message, f"run: {INSTALL}; {SAVE_AS_CSV}") from None
    try:
        with warnings.catch_warnings():  # it speaks of what it leaves out: rules for cells, pictures
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # what a sheet claims of its size is not to be trusted
            rows = sheet.iter_rows(max_row=LAST_ROW, max_col=MOST_COLUMNS + 1, values_only=True)
            gap = None  # the one row that stands for all that the sheet leaves out: there can be a million
            for number, row in enumerate(rows, 1):
                if row is gap:
                    continue
                cells = _cells(row)
                gap = row if not cells else None
                if cells and not collected.take(number, cells):
                    return False
            return True
    except MemoryError:
        raise
    except Exception as fault:  # whatever a library says of foreign bytes
        message = "this workbook cannot be read"
        raise BookRefused("not-xlsx", message, SAVE_AGAIN) from fault


def _cells(row: Sequence[object]) -> list[str]:
    """Return the cells of a row up to its last that holds something: the library fills it up with empty ones."""
    if not any(each is not None for each in row):
        return []
    cells = [_words(each) for each in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _words(value: object) -> str:
    """Return what a cell says. Numbers are written as people write them: 12, not 12.0."""
    if value is None:
        return ""
    if isinstance(value, date | datetime | time | timedelta):
        return Typed(str(value), "date")
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return Typed(str(int(value)), "number")
    if isinstance(value, int | float):
        return Typed(str(value), "number")
    return str(value)
