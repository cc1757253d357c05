"""Fonts for tests: a shipped TrueType face with its outlines redrawn as CFF, and with other changes."""

from __future__ import annotations

import io
from collections.abc import Callable

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

GLYF_ONLY = ("glyf", "loca", "fpgm", "prep", "cvt ", "gasp")


def as_cff(data: bytes, family: str) -> bytes:
    """The face as an OpenType font with CFF outlines, under another family's name; its kerning stays."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    known, order = font.getGlyphSet(), font.getGlyphOrder()
    strings = {}
    for name in order:
        pen = T2CharStringPen(known[name].width, known)
        known[name].draw(pen)
        strings[name] = pen.getCharString()
    for table in GLYF_ONLY:
        if table in font:
            del font[table]
    font.sfntVersion = "OTTO"
    builder = FontBuilder(font=font)
    post = f"{family.replace(' ', '')}-{font['name'].getDebugName(6).partition('-')[2]}"
    font["maxp"].tableVersion = 0x00005000
    for extra in [name for name in vars(font["maxp"]) if name not in ("tableTag", "tableVersion", "numGlyphs")]:
        delattr(font["maxp"], extra)
    builder.setupCFF(post, {"FullName": post}, strings, {})
    for record in list(font["name"].names):
        if record.nameID in (1, 16):
            font["name"].setName(family, record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID == 6:
            font["name"].setName(post, 6, record.platformID, record.platEncID, record.langID)
    return _saved(font)


def changed(data: bytes, change: Callable[[TTFont], object]) -> bytes:
    """The font with a change made."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    change(font)
    return _saved(font)


def _saved(font: TTFont) -> bytes:
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
