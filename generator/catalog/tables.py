"""Tables that people keep in a spreadsheet and save as CSV (RFC 4180, and what Excel makes of it).

Commas, semicolons or tabs; UTF-8 with or without a byte order mark, UTF-16 with one; quotes. A place in one is
file:row:column, counted as a spreadsheet counts them.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from generator.base.characters import no_character
from generator.base.files import read_regular
from generator.base.findings import Findings, escaped, quoted
from generator.base.inside import DoorError
from generator.base.patterns import later
from generator.base.places import Span
from generator.base.tuples import NamedTuple

MOST_TOLD = 12  # numbers of blank rows told one by one
MOST_JOINED = 1000  # characters; longer cells are refused
SAVE_AS_UTF8 = "save it as 'CSV UTF-8' (in Excel: File, Save as)"
ZIPPED = b"PK\x03\x04"  # .xlsx and .ods
WHAT_IS = "a table is a CSV file; spreadsheets save one"
_OTHERS = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"\x1f\x8b", "a packed file (gzip)"),
    (b"7z\xbc\xaf", "a packed file (7z)"),
    (b"Rar!", "a packed file (RAR)"),
)
_SHEETS = (b"xl/", b"opendocument.spreadsheet", b"Index/")  # names in the zip files of Excel, of Calc, of Numbers
_NOT_TEXT = "not-csv", "this is not a CSV file: it holds bytes that no text has", SAVE_AS_UTF8
_SPACES = later(r"[\s\u00a0\u3000]+")
# C0, C1, and what hides the order of words from the person who checks them; marks of direction alone do no harm
_HIDDEN = later("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffd]")
_MARKS = later("[\u200b\u200e\u200f\u061c\u2060\ufeff]")
_BROKEN = later(r"#(?:REF!|N/A|NAME\?|VALUE!|NULL!|NUM!|DIV/0!|#+)")
_SEP = later(r'"?sep=([,;\t|])"?\s*', re.IGNORECASE)  # Excel's own way to say what parts the cells


class Row(NamedTuple):
    """One row of the file: its number as a spreadsheet counts, from 1, and its cells."""

    number: int
    cells: Sequence[str]


class Table(NamedTuple):
    """Rows that hold something; the numbers of the first blank ones between them, and how many of these there are."""

    rows: list[Row]
    blank: list[int]
    left_out: int


class Holds(NamedTuple):
    """What a table holds: the most bytes and rows that are read, the header left out, and what its rows are."""

    cap: int
    most: int
    rows: str  # such as names


class Fault(NamedTuple):
    """What is wrong with a cell, ready for a finding."""

    code: str
    message: str
    help: str


def read_bytes(path: Path, shown: str, cap: int, findings: Findings) -> bytes | None:
    """Return the bytes of a file that lies anywhere; it is read as a regular file, and only read."""
    try:
        real = path.resolve()
        return read_regular(real.parent, real.name, cap)
    except DoorError as fault:
        findings.error(Span(shown, 1, 1), fault.code, fault.message, fault.help)
    except (OSError, RuntimeError, ValueError):  # a circle of links, a NUL
        findings.error(Span(shown, 1, 1), "path-bad", f"{quoted(shown)} is no name of a file", "type the path again")
    return None


def table_in(data: bytes, shown: str, holds: Holds, findings: Findings) -> Table | None:
    """Return the rows that hold something, the header first; None where it is no table, with the reason told."""
    if say_other(data, shown, WHAT_IS, findings):
        return None
    text = _decoded(data, shown, findings)
    return _table(text, shown, holds, findings) if text is not None else None


def say_other(data: bytes, shown: str, help_: str, findings: Findings) -> bool:
    """Report a file that is of another kind than any table: a PDF, a picture, a zip file that no spreadsheet wrote."""
    kind = next((kind for start, kind in _OTHERS if data.startswith(start)), None)
    if data.startswith(ZIPPED) and not any(sign in data for sign in _SHEETS):
        kind = "a Word document" if b"word/document.xml" in data else "a zip file"
    if kind is None:
        return False
    findings.error(Span(shown, 1, 1), "not-a-table", f"this is {kind}, and no table", help_)
    return True


def _decoded(data: bytes, shown: str, findings: Findings) -> str | None:
    if data.startswith((ZIPPED, b"\xd0\xcf\x11\xe0")):  # .xlsx and .ods, and .xls
        message = "this is a spreadsheet's own file, and not a CSV file"
        findings.error(Span(shown, 1, 1), "not-csv", message, f"open it there and {SAVE_AS_UTF8}")
        return None
    encoding, mark = "utf-8", 0
    for bom, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(bom):
            encoding, mark = name, len(bom)
    if not mark and b"\0" in data:
        findings.error(Span(shown, 1, 1), *_NOT_TEXT)
        return None
    try:
        text = data[mark:].decode(encoding)
    except UnicodeDecodeError as fault:
        before = data[mark : mark + fault.start].decode(encoding, "replace")
        message = "this is not UTF-8 text, so that accents would come out wrong"
        findings.error(_end_of(before, shown), "not-utf-8", message, SAVE_AS_UTF8)
        return None
    if "\0" in text:
        findings.error(Span(shown, 1, 1), *_NOT_TEXT)
        return None
    return text


def _end_of(text: str, shown: str) -> Span:
    """Return the place of the cell in which the beginning of a table ends."""
    bare = re.sub(r'"[^"\n]*"', "", text[text.rfind("\n") + 1 :])
    return Span(shown, text.count("\n") + 1, bare.count(_delimiter(text)) + 1)


def _table(text: str, shown: str, holds: Holds, findings: Findings) -> Table | None:
    first, _, rest = text.partition("\n")
    told = _SEP.fullmatch(first)
    body, number = (rest, 1) if told is not None else (text, 0)
    sign = told[1] if told is not None else _delimiter(body)
    collected = Collected(holds, shown, findings)
    try:
        for cells in csv.reader(io.StringIO(body, newline=""), delimiter=sign, strict=True):
            number += 1
            if not collected.take(number, cells):
                return None
    except csv.Error as fault:
        code, message = "bad-quotes", "a quotation mark is opened and not closed, or stands in the middle of a cell"
        help_ = "put the whole cell in double quotes, and write a quotation mark in it twice"
        if "field limit" in str(fault):
            code, message = "too-long", f"a cell has more than {csv.field_size_limit()} characters"
            help_ = "look whether a quotation mark is opened there and not closed, or shorten it"
        findings.error(Span(shown, number + 1, 1), code, message, help_)
        return None
    return collected.table


class Collected:
    """Takes rows one after the other: those that hold something, and which between them do not."""

    def __init__(self, holds: Holds, shown: str, findings: Findings) -> None:
        self.holds, self.shown, self.findings = holds, shown, findings
        self.rows: list[Row] = []
        self._blank: list[int] = []
        self._left_out = 0

    def take(self, number: int, cells: Sequence[str]) -> bool:
        """Take the row of a number, which may leave blank ones out; False when there are too many, which is told."""
        if not any(map(str.strip, cells)):
            return True
        blank = range(self.rows[-1].number + 1 if self.rows else number, number)
        self._blank += blank[: MOST_TOLD - len(self._blank)]
        self._left_out += len(blank)
        self.rows.append(Row(number, cells))
        if len(self.rows) > self.holds.most + 1:
            message = f"there are more than {self.holds.most} {self.holds.rows}"
            self.findings.error(Span(self.shown, number, 1), "too-many", message, "split the file into several")
            return False
        return True

    @property
    def table(self) -> Table:
        """What was taken."""
        return Table(self.rows, self._blank, self._left_out)


def _delimiter(text: str) -> str:
    """Return what parts the cells of the first row: a comma unless it has more of another, quotes left out."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", line)
    return max(",;\t", key=lambda sign: (bare.count(sign), sign == ","))


def say_blank(table: Table, shown: str, thing: str, findings: Findings) -> None:
    """Warn of blank rows between others; ``thing`` is what may be missing there, such as a name."""
    if not table.left_out:
        return
    numbers = ", ".join(map(str, table.blank)) + (" and more" if table.left_out > len(table.blank) else "")
    message = f"{table.left_out} rows are blank and were left out: {numbers}"
    if table.left_out == 1:
        message = f"row {numbers} is blank and was left out"
    findings.warning(Span(shown, table.blank[0], 1), "blank-row", message, f"see that no {thing} is missing there")


def say_extra(row: Row, width: int, shown: str, findings: Findings) -> None:
    """Report a cell that stands right of the header's last."""
    for at, cell in enumerate(row.cells[width:], width + 1):
        if cell.strip():
            message = f"this row has more cells than the first row has: {quoted(cell.strip())}"
            help_ = "put a cell that has a comma in it in double quotes"
            findings.error(Span(shown, row.number, at), "extra-cell", message, help_)
            return


def heading(cell: str) -> str:
    """Return what a cell of the header says, in small letters."""
    return trimmed(cell).casefold()


def trimmed(raw: str) -> str:
    """Return a cell without what nobody sees: spaces at its ends, several in a row, marks of direction."""
    return _SPACES.sub(" ", _MARKS.sub("", raw)).strip()


def cell_text(raw: str) -> str:
    """Return the words of a cell as one line.

    Signs are joined with their letters (NFC) in a cell of usual length: the time for that grows with its square.
    """
    text = trimmed(raw)
    return unicodedata.normalize("NFC", text) if len(text) <= MOST_JOINED else text


def cell_fault(text: str, column: str, longest: int) -> Fault | None:
    """Return what is wrong with the words of a cell, whatever they are for; None where nothing is."""
    hidden = _HIDDEN.search(text)
    at = no_character(text) if hidden is None else hidden.start()
    if at is not None:
        message = f"there is a character that cannot be printed, {escaped(text[at])}"
        return Fault("control-character", message, "type the cell again")
    if len(text) > longest:
        message = f"this {column} has {len(text)} characters, and {longest} are the most"
        return Fault("too-long", message, "shorten it")
    if _BROKEN.fullmatch(text):
        message = f"the spreadsheet could not work out this cell: it says {quoted(text)}"
        return Fault("broken-cell", message, "mend the formula, or type the words")
    if text.startswith("="):
        message = f"this cell is a formula, and not words: it says {quoted(text)}"
        return Fault("broken-cell", message, "type the words in its place")
    return None
