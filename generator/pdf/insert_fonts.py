"""Fonts of a foreign page that a PDF/A-2a document may have (6.2.11): in the file, sized as they say, with their text.

Only the kinds that are checked here glyph by glyph are taken over; a page with any other is set as a picture.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, NumberObject, StreamObject

from generator.pdf.foreign_streams import Budget, decoded
from generator.pdf.foreign_values import dictionary, entry, integer, listed, name, raw, resolve

TOLERANCE = 1.0  # thousandths of the type size by which a width may differ (as veraPDF has it)
SYMBOLIC, NOT_SYMBOLIC = 4, 32  # flags of a descriptor
_FORBIDDEN = frozenset({"\0", "\ufeff", "\ufffe"})

Advance = Callable[[int], float | None]  # of a code: its advance in thousandths; None where no glyph is
Width = Callable[[int], float]  # of a code: what the file says
Check = Callable[[set[bytes]], str]  # of the strings that are shown: what is wrong; empty where nothing is


class Fonts:
    """The fonts of one file, each read once however many pages use it."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._known: dict[int, tuple[Any, Check]] = {}  # id of a font -> it, so that the id stays its own

    def fault(self, font: Any, shown: set[bytes]) -> str:
        """Return why a font cannot be taken over with the strings that are shown in it; empty where it can."""
        font = resolve(font)
        if not isinstance(font, DictionaryObject):
            return "a font is missing"
        if id(font) not in self._known:
            self._known[id(font)] = (font, self._check(font))
        try:
            fault = self._known[id(font)][1](shown)
        except Exception:  # fontTools raises whatever a broken font makes it raise
            fault = "is broken"
        called = name(raw(font, "/BaseFont")).encode("latin-1").decode("utf-8", "replace").split("+")[-1][:60]
        return f"the font {called or 'without a name'} {fault}" if fault else ""

    def _check(self, font: DictionaryObject) -> Check:
        kind = name(raw(font, "/Subtype"))
        reader = {"Type0": _composite, "TrueType": _true_type, "Type1": _compact}.get(kind)
        if reader is None:
            return _always(f"is of a kind ({kind[:20]}) that cannot be checked")
        try:
            return reader(font, self._budget)
        except Exception:  # as above
            return _always("is broken")


def _always(fault: str) -> Check:
    return lambda shown: fault


def _composite(font: DictionaryObject, budget: Budget) -> Check:
    if name(raw(font, "/Encoding")) != "Identity-H":
        return _always("has an unusual encoding")
    below = [resolve(one) for one in listed(raw(font, "/DescendantFonts"))]
    if len(below) != 1 or not isinstance(below[0], DictionaryObject):
        return _always("is broken")
    inner = below[0]
    descriptor, kind = dictionary(inner, "/FontDescriptor"), name(raw(inner, "/Subtype"))
    program = entry(descriptor, "/FontFile2" if kind == "CIDFontType2" else "/FontFile3")
    if not isinstance(program, StreamObject):
        other = entry(descriptor, "/FontFile3") is not None
        return _always("is of a kind that cannot be checked" if other else "is not in the file")
    data = decoded(program, budget)
    if kind == "CIDFontType2":
        glyphs = entry(inner, "/CIDToGIDMap")
        table = decoded(glyphs, budget) if isinstance(glyphs, StreamObject) else None
        if table is None and glyphs != "/Identity":
            return _always("has an unusual encoding")
        outline = _true_type_advance(data)
        return _check(font, budget, lambda code: outline(_mapped(table, code)), _widths(inner), 2)
    return _check(font, budget, _cff_advance(_cff_of(data)), _widths(inner), 2)


def _check(
    font: DictionaryObject, budget: Budget, advance: Advance, width: Width, octets: int, *, spelt: bool = True
) -> Check:
    """Return the check of strings whose codes have so many bytes; ``spelt`` where the codes need a ToUnicode."""
    spelling = _spelling(font, budget) if spelt else {}

    def check(shown: set[bytes]) -> str:
        step = range(0, octets)
        codes = {
            sum(text[at + i] << 8 * (octets - 1 - i) for i in step)
            for text in shown
            for at in range(0, len(text) - octets + 1, octets)
        }
        return _sized(codes, advance, width) or (_spelt(spelling, codes) if spelt else "")

    return check


def _mapped(table: bytes | None, code: int) -> int:
    return code if table is None else int.from_bytes(table[2 * code : 2 * code + 2], "big")


def _true_type(font: DictionaryObject, budget: Budget) -> Check:
    descriptor = dictionary(font, "/FontDescriptor")
    program = entry(descriptor, "/FontFile2")
    if not isinstance(program, StreamObject):
        return _always("is not in the file")
    encoding, flags = name(raw(font, "/Encoding")), integer(raw(descriptor, "/Flags")) or 0
    symbolic = bool(flags & SYMBOLIC)
    usual = raw(font, "/Encoding") is None if symbolic else encoding in ("WinAnsiEncoding", "MacRomanEncoding")
    if symbolic == bool(flags & NOT_SYMBOLIC) or not usual:
        return _always("has an unusual encoding")
    from fontTools.ttLib import TTFont

    face = TTFont(io.BytesIO(decoded(program, budget)), lazy=True)
    tables = {(t.platformID, t.platEncID): t.cmap for t in face["cmap"].tables}
    codec = "cp1252" if encoding == "WinAnsiEncoding" else "mac_roman"
    wanted = tables.get((3, 0)) or tables.get((1, 0)) if symbolic else tables.get((3, 1))
    if wanted is None or (symbolic and (3, 0) not in tables and len(tables) != 1):
        return _always("has an unusual encoding")
    scale, order = 1000 / face["head"].unitsPerEm, face.getReverseGlyphMap()

    def advance(code: int) -> float | None:
        keys = (code, 0xF000 + code) if symbolic else (ord(bytes([code]).decode(codec, "replace")),)
        glyph = next((wanted[key] for key in keys if key in wanted), None)
        return face["hmtx"][glyph][0] * scale if glyph is not None and order[glyph] else None

    return _check(font, budget, advance, _simple_widths(font), 1, spelt=symbolic)


def _compact(font: DictionaryObject, budget: Budget) -> Check:
    """A Type 1 font whose program is CFF, with a named encoding and differences or its own."""
    descriptor = dictionary(font, "/FontDescriptor")
    program = entry(descriptor, "/FontFile3")
    if not isinstance(program, StreamObject):
        older = entry(descriptor, "/FontFile") is not None
        return _always("is of a kind (Type 1) that cannot be checked" if older else "is not in the file")
    top = _cff_of(decoded(program, budget))
    names = _encoding(font, top)
    widths, strings = _simple_widths(font), top.CharStrings

    def advance(code: int) -> float | None:
        glyph = names.get(code)
        return _cff_width(strings, glyph) if glyph is not None and glyph in strings and glyph != ".notdef" else None

    return _check(font, budget, advance, widths, 1)


def _encoding(font: DictionaryObject, top: Any) -> dict[int, str]:
    from fontTools.agl import UV2AGL
    from fontTools.encodings.StandardEncoding import StandardEncoding

    said = entry(font, "/Encoding")
    base = name(raw(said, "/BaseEncoding")) if isinstance(said, DictionaryObject) else name(said)
    if base in ("WinAnsiEncoding", "MacRomanEncoding"):
        codec = "cp1252" if base == "WinAnsiEncoding" else "mac_roman"
        names = {c: UV2AGL.get(ord(bytes([c]).decode(codec, "replace")), "") for c in range(256)}
    elif isinstance(top.Encoding, list):
        names = dict(enumerate(top.Encoding))
    else:
        names = dict(enumerate(StandardEncoding))
    code = 0
    for value in listed(raw(said, "/Differences")) if isinstance(said, DictionaryObject) else []:
        resolved = resolve(value)
        if isinstance(resolved, NumberObject):
            code = int(resolved)
        else:
            names[code] = name(resolved)
            code += 1
    return names


def _true_type_advance(data: bytes) -> Advance:
    from fontTools.ttLib import TTFont

    face = TTFont(io.BytesIO(data), lazy=True)
    scale, metrics, order = 1000 / face["head"].unitsPerEm, face["hmtx"], face.getGlyphOrder()

    def advance(glyph: int) -> float | None:
        return metrics[order[glyph]][0] * scale if 0 < glyph < len(order) else None

    return advance


def _cff_of(data: bytes) -> Any:
    from fontTools.cffLib import CFFFontSet
    from fontTools.ttLib import TTFont

    if data[:4] == b"OTTO":
        return TTFont(io.BytesIO(data), lazy=True)["CFF "].cff.topDictIndex[0]
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    return fonts.topDictIndex[0]


def _cff_advance(top: Any) -> Advance:
    strings, keyed = top.CharStrings, hasattr(top, "ROS")

    def advance(code: int) -> float | None:
        if code == 0:
            return None
        glyph = f"cid{code:05d}" if keyed else top.charset[code] if code < len(top.charset) else None
        return _cff_width(strings, glyph) if glyph is not None and glyph in strings else None

    return advance


def _cff_width(strings: Any, glyph: str) -> float:
    from fontTools.pens.basePen import NullPen

    string = strings[glyph]
    string.draw(NullPen())
    return float(string.width)


def _widths(inner: DictionaryObject) -> Width:
    """Return a composite font's widths (ISO 32000-1, 9.7.4.3)."""
    usual = resolve(raw(inner, "/DW"))
    found: dict[int, float] = {}
    values = [resolve(value) for value in listed(raw(inner, "/W"))]
    at = 0
    while at + 1 < len(values):
        first, second = int(values[at]), values[at + 1]
        if isinstance(second, ArrayObject):
            found |= {first + i: float(resolve(width)) for i, width in enumerate(second)}
            at += 2
        else:
            found |= dict.fromkeys(range(first, min(int(second), 65_535) + 1), float(values[at + 2]))
            at += 3
    return lambda code: found.get(code, 1000.0 if usual is None else float(usual))


def _simple_widths(font: DictionaryObject) -> Width:
    first = integer(raw(font, "/FirstChar")) or 0
    widths = [float(resolve(value)) for value in listed(raw(font, "/Widths"))]
    return lambda code: widths[code - first] if 0 <= code - first < len(widths) else -1.0


def _sized(codes: set[int], advance: Advance, width: Width) -> str:
    for code in sorted(codes):
        real = advance(code)
        if real is None:
            return "lacks a character that is shown"
        if abs(real - width(code)) > TOLERANCE:
            return "has other widths than the file says"
    return ""


def _spelling(font: DictionaryObject, budget: Budget) -> dict[int, str]:
    stream = entry(font, "/ToUnicode")
    return to_unicode(decoded(stream, budget)) if isinstance(stream, StreamObject) else {}


def _spelt(spelling: dict[int, str], codes: set[int]) -> str:
    if any(not spelling.get(code) or set(spelling[code]) & _FORBIDDEN for code in codes):
        return "does not say which letters its shapes are"
    return ""


def to_unicode(cmap: bytes) -> dict[int, str]:
    """Read the bfchar and bfrange blocks of a ToUnicode CMap (ISO 32000-1, 9.10.3)."""
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, value in re.findall(rb"<\s*([0-9A-Fa-f]+)\s*>\s*<([0-9A-Fa-f\s]*)>", block):
            found[int(code, 16)] = _utf16(value)
    rows = rb"<\s*([0-9A-Fa-f]+)\s*>\s*<\s*([0-9A-Fa-f]+)\s*>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])"
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for low, high, value, array in re.findall(rows, block):
            first, last = int(low, 16), min(int(high, 16), int(low, 16) + 65_535)
            if array:
                values = re.findall(rb"<([0-9A-Fa-f\s]*)>", array)
                found |= {first + i: _utf16(one) for i, one in enumerate(values[: last - first + 1])}
            elif stem := _utf16(value):
                found |= {c: stem[:-1] + chr(min(ord(stem[-1]) + c - first, 0x10FFFF)) for c in range(first, last + 1)}
    return found


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")
