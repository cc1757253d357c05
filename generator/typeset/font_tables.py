"""The tables of a font file, read and cross-checked by their lengths before any library walks them.

Source: https://learn.microsoft.com/typography/opentype/spec/otff. Numbers are big-endian.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from struct import error, unpack_from
from sys import byteorder

from generator.base.errors import AssetError
from generator.base.values import record
from generator.typeset.font_names import read_names

REQUIRED = (b"head", b"hhea", b"maxp", b"hmtx", b"cmap", b"name", b"post", b"OS/2")
MOST_TABLES = 100
HEAD_MAGIC = 0x5F0F3CF5


@record
class Facts:
    """What the tables say of a face; `permission` is OS/2 fsType."""

    glyphs: int
    is_cff: bool
    permission: int
    weight: int
    italic: bool
    family: str
    postscript_name: str


def damaged(message: str) -> AssetError:
    """Return the error for a font whose tables do not agree."""
    return AssetError("font-damaged", f"the font is damaged: {message}", "download or export the font again")


def tables_of(data: bytes) -> dict[bytes, bytes]:
    """Return a font's tables by tag.

    Raises:
        AssetError: `font-damaged`.
    """
    try:
        (count,) = unpack_from(">H", data, 4)
        entries = [unpack_from(">4sLLL", data, 12 + 16 * i) for i in range(min(count, MOST_TABLES + 1))]
    except error:
        raise damaged("its table directory is cut off") from None
    if not 0 < count <= MOST_TABLES or len({entry[0] for entry in entries}) != count:
        raise damaged("its table directory is not sound")
    tables: dict[bytes, bytes] = {}
    for tag, _, offset, length in entries:
        if offset + length > len(data):
            raise damaged(f"its table {_shown(tag)} reaches past the end of the file")
        tables[tag] = data[offset : offset + length]
    return tables


def _shown(tag: bytes) -> str:
    return repr(tag.decode("latin-1"))


def read_facts(tables: Mapping[bytes, bytes]) -> Facts:
    """Return what a face says of itself, once its tables agree with each other.

    Raises:
        AssetError: `font-damaged`.
    """
    for tag in REQUIRED:
        if tag not in tables:
            raise damaged(f"its table {_shown(tag)} is missing")
    is_cff = b"CFF " in tables
    if not is_cff and not (b"glyf" in tables and b"loca" in tables):
        raise damaged("it has no outlines")
    try:
        glyphs = _glyph_count(tables)
        if not is_cff:
            _check_loca(tables[b"loca"], len(tables[b"glyf"]), glyphs, _head(tables[b"head"])[2])
        check_cmap(tables[b"cmap"])
        weight, permission, italic = _os2(tables[b"OS/2"], _head(tables[b"head"])[1])
        unpack_from(">L28x", tables[b"post"])
        names = read_names(tables[b"name"])
    except error:
        raise damaged("a table is cut off") from None
    family = names.get(16) or names.get(1)
    if not family:
        raise damaged("it has no family name")
    return Facts(glyphs, is_cff, permission, weight, italic, family, names.get(6, ""))


def _head(table: bytes) -> tuple[int, int, int]:
    """Return unitsPerEm, macStyle, indexToLocFormat."""
    _, _, _, magic, _, units, style, wide = unpack_from(">LLLLHH24xHxxxxh", table)
    if magic != HEAD_MAGIC:
        raise damaged("its head table is not one")
    if not 16 <= units <= 16384:
        raise damaged(f"its units per em are {units}, 16 to 16384 are allowed")
    if wide not in (0, 1):
        raise damaged("its glyph index has an unknown form")
    return units, style, wide


def _glyph_count(tables: Mapping[bytes, bytes]) -> int:
    _head(tables[b"head"])
    (glyphs,) = unpack_from(">4xH", tables[b"maxp"])
    (metrics,) = unpack_from(">34xH", tables[b"hhea"])
    if not glyphs or not 1 <= metrics <= glyphs:
        raise damaged(f"it has {glyphs} glyphs and {metrics} widths")
    if len(tables[b"hmtx"]) < 4 * metrics + 2 * (glyphs - metrics):
        raise damaged("its widths are cut off")
    return int(glyphs)


def _check_loca(loca: bytes, end: int, glyphs: int, wide: int) -> None:
    size = 4 if wide else 2
    if len(loca) < size * (glyphs + 1):
        raise damaged("its glyph index is cut off")
    offsets = array("I" if wide else "H", loca[: size * (glyphs + 1)])
    if byteorder == "little":
        offsets.byteswap()
    places = offsets.tolist()
    if places != sorted(places) or places[-1] * (1 if wide else 2) > end:
        raise damaged("its glyph index points past the glyphs")


def _os2(table: bytes, mac_style: int) -> tuple[int, int, bool]:
    """Return weight, fsType and whether it is italic."""
    weight, permission = unpack_from(">4xHxxH", table)
    (selection,) = unpack_from(">62xH", table)
    if 1 <= weight <= 9:  # an old habit: hundreds left out
        weight *= 100
    if selection & 0x20 and weight < 600:
        weight = 700  # says bold, and gives the weight of a regular
    return min(max(weight, 1), 1000), permission, bool(selection & 1 or mac_style & 2)


def check_cmap(table: bytes) -> None:
    """Check that characters are mapped by a sound Unicode subtable, whose ranges do not multiply.

    Raises:
        AssetError: `font-damaged`.
    """
    (count,) = unpack_from(">xxH", table)
    found = False
    for i in range(min(count, 64)):
        platform, encoding, offset = unpack_from(">HHL", table, 4 + 8 * i)
        if platform == 0 or (platform == 3 and encoding in (1, 10)):
            (form,) = unpack_from(">H", table, offset)
            if form == 4:
                ends, starts = _segments(table, offset)
            elif form == 12:
                ends, starts = _groups(table, offset)
            else:
                continue
            _check_ranges(starts, ends)
            found = found or bool(starts)
    if not found:
        raise damaged("it maps no Unicode characters (a symbol font?)")


def _segments(table: bytes, offset: int) -> tuple[list[int], list[int]]:
    (double,) = unpack_from(">6xH", table, offset)
    half = double // 2
    ends = unpack_from(f">{half}H", table, offset + 14)
    starts = unpack_from(f">{half}H", table, offset + 16 + double)
    unpack_from(f">{half * 2}H", table, offset + 16 + 2 * double)
    return list(ends), list(starts)


def _groups(table: bytes, offset: int) -> tuple[list[int], list[int]]:
    (count,) = unpack_from(">12xL", table, offset)
    if 12 * count > len(table):
        raise damaged("its character map is cut off")
    values = unpack_from(f">{3 * count}L", table, offset + 16)
    if count and max(values[1::3]) > 0x10FFFF:
        raise damaged("it maps characters that do not exist")
    return list(values[1::3]), list(values[::3])


def _check_ranges(starts: list[int], ends: list[int]) -> None:
    before = -1
    for start, end in zip(starts, ends, strict=True):
        if not before < start <= end:
            raise damaged("the ranges of its character map overlap")
        before = end
