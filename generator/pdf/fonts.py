"""Faces in a document: Type0 / Identity-H glyph subsets with a true ToUnicode, for every script by one road.

ISO 32000-1, 9.7 (composite fonts) and 9.10 (ToUnicode). Glyph numbers are kept in the subset, so the string that is
shown is the glyph numbers themselves: no private-use codes, no state outside the document, the same bytes every time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from reportlab.pdfbase import pdfdoc

from generator.base.patterns import later
from generator.base.tuples import NamedTuple
from generator.pdf.engine import Raw
from generator.pdf.glyphs import Cluster, FaceData
from generator.pdf.syntax import packed

USUAL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;'&@/()+-\u2019\u2013"
BFCHAR_LIMIT = 100  # entries in one bfchar block (Adobe Technical Note 5014)
# What finds glyphs, and tells of the face: here glyph numbers are shown (ISO 32000-1, 9.9, names the tables for that).
UNUSED = ("GDEF", "GPOS", "GSUB", "OS/2", "cmap", "name", "post")
MOST_NOTED = 400  # words of a face whose glyphs were not taken in yet
_MOVES = later(">[^<]*<")  # what stands between two strings


class EmbeddedFace:
    """One face in one document, and what of it was used; see `shower.Font`. ``usual``: with usual letters."""

    usual = True

    def __init__(self, face: FaceData, resource: str) -> None:
        self.face, self.resource = face, resource
        self._said: dict[int, str] = {}
        self.noted: set[str] = set()

    def says(self, cluster: Cluster) -> bool:
        """Note a cluster's glyphs as used; tell whether ToUnicode alone gives its text back."""
        glyphs = cluster.glyphs
        if len(glyphs) == 1:
            return self._spell(glyphs[0].number, cluster.said) == cluster.said
        for glyph in glyphs:
            self._spell(glyph.number, cluster.said)
        return False

    def take(self, said: Mapping[int, str]) -> None:
        """Note glyphs as used, with the texts that the face itself has for them."""
        self._said.update(said)

    def spell_noted(self, least: int = 0) -> None:
        """Take in what was noted, if it is so much: words are many, their glyphs few."""
        if len(self.noted) < least:
            return
        digits = _MOVES.sub("", "".join(self.noted))
        for glyph in {digits[at : at + 4] for at in range(0, len(digits), 4)}:
            self._spell(int(glyph, 16), "")
        self.noted.clear()

    def _spell(self, glyph: int, said: str) -> str:
        known = self._said.get(glyph)
        if known is None:
            known = self._said[glyph] = self.face.spelling(glyph) or said
        return known

    def addObjects(self, document: Any) -> None:
        """Write the subset, its descriptor, its widths and its ToUnicode into the document."""
        self.spell_noted()
        usual = _usual(self.face) if self.usual else {}
        made = _programme(self.face, tuple(sorted({**usual, **self._said}.items())))
        key = b"/FontFile3 " if self.face.is_cff else b"/FontFile2 "
        program = key + _number(document, made.program)
        descriptor = _number(document, made.descriptor % program)
        cid = _number(document, made.cid % descriptor)
        unicode_map = _number(document, made.to_unicode)
        font = (b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%s]/ToUnicode %s>>") % (
            made.name,
            cid,
            unicode_map,
        )
        fonts = document.idToObject["BasicFonts"].dict
        fonts[self.resource] = document.Reference(Raw(font))


class _Programme(NamedTuple):
    """A subset as the objects that it comes to; ``%s`` stands where one names another."""

    name: bytes
    program: bytes
    descriptor: bytes
    cid: bytes
    to_unicode: bytes


@lru_cache(maxsize=64)
def _usual(face: FaceData) -> Mapping[int, str]:
    """Return the glyphs that are in every subset of a face: of letters that names and addresses are made of.

    So documents that differ in these alone have the same subsets, and a letter that is typed in a reader's comment or
    put right by an editor is there.
    """
    numbers = [face.hb_font.get_nominal_glyph(ord(letter)) for letter in USUAL]
    return {number: said for number in numbers if number and (said := face.spelling(number))}


@lru_cache(maxsize=96)
def _programme(face: FaceData, said: tuple[tuple[int, str], ...]) -> _Programme:
    data = _subset(face, [glyph for glyph, _ in said])
    tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
    name = f"{tag}+{face.postscript_name}"
    entries = b"/Subtype/OpenType" if face.is_cff else b"/Length1 %d" % len(data)
    return _Programme(
        name.encode(),
        packed(entries, data),
        _descriptor(face, name),
        _cid_font(face, name, [glyph for glyph, _ in said]),
        packed(b"", _to_unicode(said).encode()),
    )


def _subset(face: FaceData, glyphs: Sequence[int]) -> bytes:
    # uharfbuzz is imported where it is needed: it costs 30 ms at start-up.
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
    wanted.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).clear()
    if not face.is_cff:
        wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update([int.from_bytes(tag.encode()) for tag in UNUSED])
    data: bytes = hb.subset(face.hb_face, wanted).blob.data
    return data


def _descriptor(face: FaceData, name: str) -> bytes:
    k = 1000 / face.upem
    extents = face.hb_font.get_font_extents("ltr")
    return (
        f"<</Type/FontDescriptor/FontName/{name}/Flags 4/ItalicAngle 0/FontBBox[-1000 -1000 3000 2000]"
        f"/Ascent {round(extents.ascender * k)}/Descent {round(extents.descender * k)}"
        f"/CapHeight {round(extents.ascender * k)}/StemV 80%s>>"
    ).encode()


def _cid_font(face: FaceData, name: str, glyphs: Sequence[int]) -> bytes:
    k = 1000 / face.upem
    widths = " ".join(f"{g}[{face.nominal(g) * k:.7g}]" for g in glyphs)
    subtype, gid_map = ("CIDFontType0", "") if face.is_cff else ("CIDFontType2", "/CIDToGIDMap/Identity")
    return (
        f"<</Type/Font/Subtype/{subtype}/BaseFont/{name}"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>{gid_map}"
        f"/DW 0/W[{widths}]/FontDescriptor %s>>"
    ).encode()


def _to_unicode(said: Sequence[tuple[int, str]]) -> str:
    rows = [f"<{g:04X}> <{t.encode('utf-16-be').hex().upper()}>" for g, t in said]
    blocks = [rows[i : i + BFCHAR_LIMIT] for i in range(0, len(rows), BFCHAR_LIMIT)]
    body = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )


class FontBook:
    """The faces of one document, each embedded once however many streams use it."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._faces: dict[str, EmbeddedFace] = {}

    def end_page(self) -> None:
        """Say that a page is drawn: what was noted of it is taken in now and then."""
        for face in self._faces.values():
            face.spell_noted(MOST_NOTED)

    def face(self, face: FaceData) -> EmbeddedFace:
        """Return the face as it stands in this document, taking it in on first use."""
        known = self._faces.get(face.digest)
        if known is None:
            known = self._faces[face.digest] = EmbeddedFace(face, f"G{face.digest[:8]}")
            self._document.fontMapping[face.digest] = "/" + known.resource
            self._document.delayedFonts.append(known)
        return known


def _number(document: Any, data: bytes) -> bytes:
    """Put an object into the document; return how others name it."""
    formatted: bytes = pdfdoc.format(document.Reference(Raw(data)), document)
    return formatted
