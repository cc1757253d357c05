"""Files of names: one row a person, as a spreadsheet saves them (RFC 4180, and what Excel makes of it).

Commas, semicolons or tabs; UTF-8 with or without a byte order mark, UTF-16 with one; quotes. The first row says what
the columns are. A place in it is file:row:column, counted as a spreadsheet counts them.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.characters import is_blank, no_character
from generator.base.files import read_regular
from generator.base.findings import Findings, escaped, quoted
from generator.base.inside import DoorError
from generator.base.places import Span
from generator.base.scalars import Line
from generator.base.suggest import nearest
from generator.model.attendee import Attendee

CAP = 2_000_000  # bytes
MOST = 2000  # rows; more are several courses
LONGEST_NAME, LONGEST = 120, 160  # characters of a name, and of another cell
MOST_TOLD = 12  # numbers of blank rows told one by one
COLUMNS = ("name", "role", "setting", "dates", "date", "hours", "reference")
NO_HEADER = "write 'name' in the first row, above the names"
SAVE_AS_UTF8 = "save it as 'CSV UTF-8' (in Excel: File, Save as)"
_SPACES = re.compile(r"[\s\u00a0\u3000]+")
# C0, C1, and what hides the order of words from the person who checks them; marks of direction alone do no harm
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffd]")
_MARKS = re.compile("[\u200b\u200e\u200f\u061c\u2060\ufeff]")
_BROKEN = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|NULL!|NUM!|DIV/0!|#+)")


class _Row(NamedTuple):
    """One row of the file: its number as a spreadsheet counts, from 1, and its cells."""

    number: int
    cells: Sequence[str]


class _Table(NamedTuple):
    """Rows that hold something; the numbers of the first blank ones between them, and how many of these there are."""

    rows: list[_Row]
    blank: list[int]
    left_out: int


def read_names(path: Path, shown: str, findings: Findings) -> tuple[Attendee, ...]:
    """Return the people of a file of names, in its order; what is wrong is in ``findings``.

    Args:
        path: the file, anywhere; it is read as a regular file, and only read.
        shown: its name as the user wrote it, for places.
        findings: gets every fault.
    """
    try:
        real = path.resolve()
        data = read_regular(real.parent, real.name, CAP)
    except DoorError as fault:
        findings.error(Span(shown, 1, 1), fault.code, fault.message, fault.help)
        return ()
    except (OSError, RuntimeError, ValueError):  # a circle of links, a NUL
        findings.error(Span(shown, 1, 1), "path-bad", f"{quoted(shown)} is no name of a file", "type the path again")
        return ()
    return names_in(data, shown, findings)


def names_in(data: bytes, shown: str, findings: Findings) -> tuple[Attendee, ...]:
    """Return the people in the bytes of a file of names; see `read_names`."""
    text = _decoded(data, shown, findings)
    table = _table(text, shown, findings) if text is not None else None
    if table is None:
        return ()
    if not table.rows:
        findings.error(Span(shown, 1, 1), "no-names", "the file is empty", NO_HEADER)
        return ()
    header, *rows = table.rows
    columns = _columns(header, shown, findings)
    if columns is None:
        return ()
    if not rows:
        place = Span(shown, header.number, 1)
        findings.error(place, "no-names", "there are no names below the first row", "write one name in each row")
    _say_blank(table, shown, findings)
    width = len(header.cells)
    made = [one for row in rows if (one := _attendee(row, columns, width, shown, findings)) is not None]
    _doubles(made, findings)
    return tuple(made)


def _decoded(data: bytes, shown: str, findings: Findings) -> str | None:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):  # .xlsx and .ods, and .xls
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
    try:
        text = data[mark:].decode(encoding)
    except UnicodeDecodeError as fault:
        row = data[mark : mark + fault.start].decode(encoding, "replace").count("\n") + 1
        message = "this is not UTF-8 text, so that accents would come out wrong"
        findings.error(Span(shown, row, 1), "not-utf-8", message, SAVE_AS_UTF8)
        return None
    if "\0" in text:
        message = "this is not a CSV file: it holds bytes that no text has"
        findings.error(Span(shown, 1, 1), "not-csv", message, SAVE_AS_UTF8)
        return None
    return text


def _table(text: str, shown: str, findings: Findings) -> _Table | None:
    """Return the rows that hold something, the header first, and which between them do not."""
    first, _, rest = text.partition("\n")
    told = re.fullmatch(r'"?sep=([,;\t|])"?\s*', first, re.IGNORECASE)  # Excel's own way to say it
    body, number = (rest, 1) if told is not None else (text, 0)
    reader = csv.reader(
        io.StringIO(body, newline=""), delimiter=told[1] if told is not None else _delimiter(body), strict=True
    )
    rows: list[_Row] = []
    blank: list[int] = []
    left_out = waiting = 0  # blank rows between others; those since the last that holds something
    try:
        for cells in reader:
            number += 1
            if not any(map(str.strip, cells)):
                waiting += 1 if rows else 0
                continue
            blank += range(number - waiting, number)[: MOST_TOLD - len(blank)]
            left_out, waiting = left_out + waiting, 0
            rows.append(_Row(number, cells))
            if len(rows) > MOST + 1:
                message, help_ = f"there are more than {MOST} names", "split the file into several"
                findings.error(Span(shown, number, 1), "too-many", message, help_)
                return None
    except csv.Error as fault:
        code, message = "bad-quotes", "a quotation mark is opened and not closed, or stands in the middle of a cell"
        help_ = "put the whole cell in double quotes, and write a quotation mark in it twice"
        if "field limit" in str(fault):
            code, message = "too-long", f"a cell has more than {csv.field_size_limit()} characters"
            help_ = "look whether a quotation mark is opened there and not closed, or shorten it"
        findings.error(Span(shown, number + 1, 1), code, message, help_)
        return None
    return _Table(rows, blank, left_out)


def _delimiter(text: str) -> str:
    """Return what parts the cells of the first row: a comma unless it has more of another, quotes left out."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", line)
    return max(",;\t", key=lambda sign: (bare.count(sign), sign == ","))


def _columns(header: _Row, shown: str, findings: Findings) -> dict[str, int] | None:
    """Return where each known column is; None when there are no names in the file."""
    told = [_plain(cell) for cell in header.cells]
    if "name" not in told:
        message = f"no column is called 'name'; the first cell is {quoted(header.cells[0])}"
        other = next((cell for cell in header.cells if "name" in _plain(cell)), None)
        help_ = f"call the column of whole names 'name', not {quoted(other)}" if other is not None else NO_HEADER
        findings.error(Span(shown, header.number, 1), "no-header", message, help_)
        return None
    found: dict[str, int] = {}
    for at, name in enumerate(told):
        place = Span(shown, header.number, at + 1)
        if name in found:
            findings.error(place, "duplicate-column", f"there are two columns called '{name}'", "rename one of them")
        elif name in COLUMNS:
            found[name] = at
        elif name:
            near = nearest(name, COLUMNS)
            help_ = f"did you mean '{near}'?" if near else f"the columns that are printed: {', '.join(COLUMNS)}"
            findings.warning(place, "unknown-column", f"the column {quoted(name)} is not printed", help_)
    return found


def _plain(cell: str) -> str:
    return _MARKS.sub("", _SPACES.sub(" ", cell)).strip().casefold()


def _say_blank(table: _Table, shown: str, findings: Findings) -> None:
    if not table.left_out:
        return
    numbers = ", ".join(map(str, table.blank)) + (" and more" if table.left_out > len(table.blank) else "")
    message = f"{table.left_out} rows are blank and were left out: {numbers}"
    if table.left_out == 1:
        message = f"row {numbers} is blank and was left out"
    findings.warning(Span(shown, table.blank[0], 1), "blank-row", message, "see that no name is missing there")


def _attendee(row: _Row, columns: dict[str, int], width: int, shown: str, findings: Findings) -> Attendee | None:
    """Return the person of a row; None where its name is missing or wrong."""
    for at, cell in enumerate(row.cells[width:], width + 1):
        if cell.strip():
            message = f"this row has more cells than the first row has: {quoted(cell.strip())}"
            help_ = "put a cell that has a comma in it in double quotes"
            findings.error(Span(shown, row.number, at), "extra-cell", message, help_)
            break
    places = {name: Span(shown, row.number, at + 1) for name, at in columns.items()}
    raw = {name: row.cells[at] if at < len(row.cells) else "" for name, at in columns.items()}
    if is_blank(raw["name"]):
        findings.error(places["name"], "no-name", "this row has no name", "write the name, or delete the row")
        return None
    values = {name: _cell(raw[name], name, places[name], findings) for name in columns}
    name = values.pop("name")
    return Attendee(name, places["name"], **values) if name is not None else None


def _cell(raw: str, column: str, place: Span, findings: Findings) -> Line | None:
    """Return a cell as one line; None when it is blank or wrong."""
    text = unicodedata.normalize("NFC", _SPACES.sub(" ", _MARKS.sub("", raw)).strip())
    if not text:
        return None
    longest = LONGEST_NAME if column == "name" else LONGEST
    hidden = _HIDDEN.search(text)
    at = no_character(text) if hidden is None else hidden.start()
    if at is not None:
        message = f"there is a character that cannot be printed, {escaped(text[at])}"
        findings.error(place, "control-character", message, "type the cell again")
    elif len(text) > longest:
        message = f"this {column} has {len(text)} characters, and {longest} are the most"
        findings.error(place, "too-long", message, "shorten it")
    elif _BROKEN.fullmatch(text):
        message = f"the spreadsheet could not work out this cell: it says {quoted(text)}"
        findings.error(place, "broken-cell", message, "mend the formula, or type the words")
    elif text.startswith("="):
        message = f"this cell is a formula, and not words: it says {quoted(text)}"
        findings.error(place, "broken-cell", message, "type the words in its place")
    else:
        return Line(text, place)
    return None


def _doubles(people: Sequence[Attendee], findings: Findings) -> None:
    """Warn of a person who is there twice: the same name from the same setting."""
    seen: dict[tuple[str, str], Attendee] = {}
    for one in people:
        key = (one.name.casefold(), (one.setting or "").casefold())
        first = seen.setdefault(key, one)
        if first is not one:
            message = f"{quoted(one.name)} is in row {first.span.line} too"
            findings.warning(one.span, "duplicate-name", message, "delete one of them, unless they are two people")
