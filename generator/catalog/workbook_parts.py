"""The parts of an Excel workbook that are needed to read its first sheet, unpacked within bounds.

A workbook is a zip file of XML. What reads it builds an object for each font, name and string in there, so that a file
of 50 KB can cost a minute and all memory. Here the first sheet and its strings are taken out, counted before anybody
reads them, and put into a new workbook whose other parts are of our own making. No part may declare an entity, hold a
comment, or be written in another encoding than UTF-8: no spreadsheet does that, and counts could not be trusted.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as Xml

from generator.base.findings import quoted
from generator.base.patterns import later
from generator.base.tuples import NamedTuple

SAVE_AS_CSV = "or save it as 'CSV UTF-8' (in Excel: File, Save as)"
SAVE_AGAIN = f"open it in Excel and save it again, {SAVE_AS_CSV}"
MOST_PARTS, MOST_BYTES = 400, 40_000_000  # files in the zip; bytes of sheet and strings: 10,000 full rows have 20 MB
MOST_OTHER = 1_000_000  # bytes of each other part
MOST_STYLES = 5_000
MOST_ELEMENTS = 850_000  # of a sheet; a cell has two, or three where its words stand in it
# Signs '<' and '=': of tags and of attributes. A cell has five to eight, a string four.
MOST_SIGNS, MOST_IN_ROW, MOST_OUTSIDE, MOST_IN_STRINGS = 3_000_000, 120_000, 200_000, 600_000
MOST_ROWS = 150_000  # in the XML, blank ones too
_LISTED = b"PK\x01\x02"  # before each part in the list of a zip file
_TYPES = "[Content_Types].xml"
_ENCODING = later(rb"""\A<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]*)["']""")
_ROW = later(rb"<(/?)(?:[^\s<>/:]+:)?row(?=[\s/>])[^>]*?(/?)>")
_NUMBER = later(rb"""\sr\s*=\s*["'](\d{1,7})["']""")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_OUR_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_KIND}.sharedStrings+xml"/></Types>'
)
_OUR_LINKS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_LINKS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)
_OUR_BOOK = (
    f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><workbookPr date1904="%d"/>'
    '<sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


class BookRefused(Exception):
    """The workbook is not read: code, message, help, and the row where it is wrong."""

    def __init__(self, code: str, message: str, help_: str, row: int = 1) -> None:
        super().__init__(code, message, help_, row)
        self.told, self.row = (code, message, help_), row


class _Parts(NamedTuple):
    """The names of the parts: of the workbook itself, its first sheet and its strings; whether days count from 1904."""

    sheet: str
    strings: str | None
    from_1904: bool


def needed_parts(data: bytes) -> bytes:
    """Return a workbook of the first sheet alone, its strings and its formats of dates; raises BookRefused."""
    if data.count(_LISTED) > MOST_PARTS:
        raise _odd("this workbook has too many parts, or two of one name")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as given:
            names = given.namelist()
            if len(names) > MOST_PARTS or len(set(names)) < len(names):
                raise _odd("this workbook has too many parts, or two of one name")
            return _made(given)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, NotImplementedError) as fault:
        message = "this workbook is damaged, or locked with a password"
        raise BookRefused("not-xlsx", message, SAVE_AGAIN) from fault
    except (KeyError, Xml.ParseError, LookupError) as fault:
        raise BookRefused("not-xlsx", "this workbook cannot be read", SAVE_AGAIN) from fault


def _made(given: zipfile.ZipFile) -> bytes:
    parts = _parts(given)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        sheet = _text(given, parts.sheet, MOST_BYTES)
        _count_rows(sheet)
        made.writestr("xl/worksheets/sheet1.xml", sheet)
        left = MOST_BYTES - len(sheet)
        del sheet
        strings = _text(given, parts.strings, left) if parts.strings is not None else _element("sst", "").encode()
        if _signs(strings) > MOST_IN_STRINGS:
            message = "the sheets of this workbook hold far more words than a table does"
            raise BookRefused("too-big", message, "take out the sheets and columns that are not needed")
        made.writestr("xl/sharedStrings.xml", strings)
        made.writestr("xl/styles.xml", _styles(given))
        made.writestr("xl/workbook.xml", _OUR_BOOK % parts.from_1904)
        made.writestr("xl/_rels/workbook.xml.rels", _OUR_LINKS)
        made.writestr(_TYPES, _OUR_TYPES)
    return out.getvalue()


def _text(given: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Return a part: UTF-8 that declares nothing. Raises BookRefused, and KeyError where it is not there."""
    with given.open(name) as opened:
        text = opened.read(most + 1)
    if len(text) > most:
        limit = MOST_OTHER if most == MOST_OTHER else MOST_BYTES
        message = f"this workbook unpacks to more than {limit // 1_000_000} MB, in its part {quoted(name[-60:])}"
        raise BookRefused("too-big", message, "take out the sheets, columns and formats that are not needed")
    text = text.removeprefix(b"\xef\xbb\xbf")
    told = _ENCODING.match(text)
    encoding = told[1].lower() if told is not None else b"utf-8"
    odd = b"\0" in text or b"<!" in text or b"<?" in text[1:] or not text.lstrip().startswith(b"<")
    if odd or encoding not in (b"utf-8", b"utf8", b"us-ascii", b"ascii"):
        raise _odd("this workbook holds what no spreadsheet writes")
    return text


def _odd(message: str) -> BookRefused:
    return BookRefused("not-xlsx", message, SAVE_AS_CSV[3:])


def _parts(given: zipfile.ZipFile) -> _Parts:
    """Return where the parts are, as the workbook says; raises KeyError where it says nothing."""
    kinds = {
        each.get("ContentType", ""): each.get("PartName", "").lstrip("/")
        for each in _tree(given, _TYPES)
        if _local(each) == "Override"
    }
    book = next((name for kind, name in kinds.items() if kind.endswith(".main+xml")), "xl/workbook.xml")
    strings = next((name for kind, name in kinds.items() if kind.endswith(".sharedStrings+xml")), None)
    folder, file = posixpath.split(book)
    links = {
        each.get("Id"): each
        for each in _tree(given, posixpath.join(folder, "_rels", f"{file}.rels"))
        if each.get("Type", "").endswith("/worksheet")
    }
    tree = _tree(given, book)
    if not tree.tag.startswith(f"{{{_MAIN}}}"):
        raise BookRefused("not-xlsx", "this workbook is of a kind that is not read here", SAVE_AGAIN)
    sheets = [
        link for each in tree.iter(f"{{{_MAIN}}}sheet") if (link := links.get(each.get(f"{{{_LINKS}}}id"))) is not None
    ]
    target = sheets[0].get("Target", "") if sheets else ""
    if not target:
        raise KeyError("sheet")
    sheet = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    old = next((each.get("date1904", "") for each in tree.iter(f"{{{_MAIN}}}workbookPr")), "")
    return _Parts(sheet, strings if strings in given.namelist() else None, old in ("1", "true"))


def _tree(given: zipfile.ZipFile, name: str) -> Xml.Element:
    return Xml.fromstring(_text(given, name, MOST_OTHER))  # small, and it declares no entity


def _local(element: Xml.Element) -> str:
    return element.tag.rpartition("}")[2]


def _count_rows(text: bytes) -> None:
    """Refuse a sheet that holds more than can be read at once: in all, in a row, or beside the rows."""
    help_ = "take out the rows, columns and formats that are not needed: delete them, empty ones too"
    if _signs(text) > MOST_SIGNS or text.count(b"<") - text.count(b"</") > MOST_ELEMENTS:
        message = "the first sheet holds far more cells than a table does; empty ones count too"
        raise BookRefused("too-big", message, help_)
    outside = start = rows = 0
    number, within = 1, False
    for tag in _ROW.finditer(text):
        closes, alone = bool(tag[1]), bool(tag[2])
        if closes is not within:
            raise _odd("this workbook holds what no spreadsheet writes")
        signs = _signs(text, start, tag.start())
        if not within:
            outside += signs
            told = _NUMBER.search(tag[0])
            number = int(told[1]) if told is not None else number + 1
            rows += 1
            signs = _signs(tag[0])
        if signs > MOST_IN_ROW:
            raise BookRefused("too-big", "this row has far too many cells; empty ones count too", help_, max(number, 1))
        if rows > MOST_ROWS:
            message = f"the first sheet has more than {MOST_ROWS:,} rows; empty ones count too"
            raise BookRefused("too-big", message, help_, max(number, 1))
        start, within = tag.end(), not closes and not alone
    if within or outside + _signs(text, start) > MOST_OUTSIDE:
        raise BookRefused("too-big", "the first sheet holds far more than rows", help_)


def _signs(text: bytes, start: int = 0, end: int | None = None) -> int:
    """Return how many tags and attributes there are at most."""
    stop = len(text) if end is None else end
    return text.count(b"<", start, stop) + text.count(b"=", start, stop)


def _styles(given: zipfile.ZipFile) -> str:
    """Return what tells a date from a number, and nothing of how cells look."""
    formats = xfs = ""
    if "xl/styles.xml" in given.namelist():
        tree = _tree(given, "xl/styles.xml")
        formats = "".join(_element("numFmt", "", each, "numFmtId", "formatCode") for each in _inner(tree, "numFmts"))
        xfs = "".join(_element("xf", "", each, "numFmtId") for each in _inner(tree, "cellXfs"))
    xfs = xfs or '<xf numFmtId="0"/>'
    return _HEAD + _element("styleSheet", f"<numFmts>{formats}</numFmts><cellXfs>{xfs}</cellXfs>")


def _inner(tree: Xml.Element, name: str) -> Iterator[Xml.Element]:
    """Yield what stands in a part of the styles; raises BookRefused where it is far too much."""
    for part in tree:
        if _local(part) == name:
            if len(part) > MOST_STYLES:
                message = f"this workbook has more than {MOST_STYLES:,} formats of cells"
                raise BookRefused("too-big", message, f"copy the cells into a new workbook, {SAVE_AS_CSV}")
            yield from part


def _element(name: str, inner: str, said: Xml.Element | None = None, *keys: str) -> str:
    """Return an element of the spreadsheets' own, with some attributes of another."""
    made = Xml.Element(name, {key: value for key in keys if said is not None and (value := said.get(key)) is not None})
    if inner or said is None:
        return f'<{name} xmlns="{_MAIN}">{inner}</{name}>'
    return Xml.tostring(made, "unicode")
