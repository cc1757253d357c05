"""Excel workbooks (.xlsx): the first sheet as a table. They are read by openpyxl, an extra of the tool.

A workbook is a zip file of XML. Before openpyxl sees it, its parts are unpacked here within bounds and none of them may
declare an entity: what openpyxl is given is a new zip file of these parts. It reads row by row and stops after the last
row that may be; python-calamine, which is faster, makes room for the whole rectangle that a sheet claims to have,
so that one cell in its last corner takes all memory.
"""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal

from generator.base.findings import Findings
from generator.base.places import Span
from generator.catalog.tables import ZIPPED, Collected, Holds, Table

ENDINGS = (".xlsx", ".xlsm")
INSTALL = "pip install 'handouts[xlsx]'"
SAVE_AS_CSV = "or save it as 'CSV UTF-8' (in Excel: File, Save as)"
MOST_PARTS, MOST_BYTES = 400, 64_000_000  # files in the zip, and bytes that they unpack to: 10,000 full rows have 20 MB
MOST_COLUMNS = 300
LAST_ROW = 1_048_576  # of Excel: a row of a higher number is a lie, and the blank ones before it have no end
_DECLARES = (b"<!DOCTYPE", b"<!ENTITY", b"<!doctype", b"<!entity")

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


class _Refused(Exception):
    """The workbook is not read: code, message and help."""

    def __init__(self, code: str, message: str, help_: str) -> None:
        super().__init__(code, message, help_)
        self.told = code, message, help_


def is_workbook(shown: str, data: bytes) -> bool:
    """Return True for what its name and its first bytes call a workbook."""
    return shown.lower().endswith(ENDINGS) and data.startswith(ZIPPED)


def workbook_in(data: bytes, shown: str, holds: Holds, findings: Findings) -> Table | None:
    """Return the rows of the first sheet that hold something; None where it is no table, with the reason told."""
    collected = Collected(holds, shown, findings)
    try:
        good = _take_rows(_clean(data), collected)
    except _Refused as refused:
        findings.error(Span(shown, 1, 1), *refused.told)
        return None
    return collected.table if good else None


def _clean(data: bytes) -> bytes:
    """Return a zip file of the same parts, unpacked within bounds; raises _Refused."""
    out, left = io.BytesIO(), MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as made:
            parts = given.infolist()
            if len(parts) > MOST_PARTS or len({part.filename for part in parts}) < len(parts):
                raise _Refused("not-xlsx", "this workbook has too many parts, or two of one name", SAVE_AS_CSV[3:])
            for part in parts:
                if not part.filename.endswith((".xml", ".rels")):
                    continue  # pictures, macros
                with given.open(part) as opened:
                    text = opened.read(left + 1)
                left -= len(text)
                if left < 0:
                    message = f"this workbook unpacks to more than {MOST_BYTES // 1_000_000} MB"
                    raise _Refused("too-big", message, "take out the sheets and columns that are not needed")
                if any(sign in text.replace(b"\0", b"") for sign in _DECLARES):
                    raise _Refused("not-xlsx", "this workbook holds what no spreadsheet writes", SAVE_AS_CSV[3:])
                made.writestr(part.filename, text)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, NotImplementedError) as fault:
        message = "this workbook is damaged, or locked with a password"
        raise _Refused("not-xlsx", message, f"open it in Excel and save it again, {SAVE_AS_CSV}") from fault
    return out.getvalue()


def _take_rows(data: bytes, collected: Collected) -> bool:
    """Take the rows of the first sheet, one by one; False when there are too many."""
    try:
        from openpyxl import load_workbook  # an extra, and 200 ms to import
    except ImportError:
        message = "this is an Excel workbook, and what reads these is not installed"
        raise _Refused("no-openpyxl", message, f"run: {INSTALL}; {SAVE_AS_CSV}") from None
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
        raise _Refused("not-xlsx", message, f"open it in Excel and save it again, {SAVE_AS_CSV}") from fault


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
