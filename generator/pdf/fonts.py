"""Faces in a document: Type0 / Identity-H glyph subsets with a true ToUnicode, for every script by one road.

ISO 32000-1, 9.7 (composite fonts) and 9.10 (ToUnicode). Glyph numbers are kept in the subset, so the string that is
shown is the glyph numbers themselves: no private-use codes, no state outside the document, the same bytes every time.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

from reportlab.pdfbase import pdfdoc

from generator.pdf.engine import Raw
from generator.pdf.glyphs import Cluster, FaceData
from generator.pdf.syntax import packed

BFCHAR_LIMIT = 100  # entries in one bfchar block (Adobe Technical Note 5014)
_MOVES = re.compile(">[^<]*<")  # what stands between two strings


class EmbeddedFace:
    """One face in one document, and what of it was used; see `shower.Font`."""

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

    def _spell_noted(self) -> None:
        digits = _MOVES.sub("", "".join(self.noted))
        for glyph in {digits[at : at + 4] for at in range(0, len(digits), 4)}:
            self._spell(int(glyph, 16), "")

    def _spell(self, glyph: int, said: str) -> str:
        known = self._said.get(glyph)
        if known is None:
            known = self._said[glyph] = self.face.spelling(glyph) or said
        return known

    def addObjects(self, document: Any) -> None:
        """Write the subset, its descriptor, its widths and its ToUnicode into the document."""
        self._spell_noted()
        data = self._subset()
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
        name = f"{tag}+{self.face.postscript_name}"
        descriptor = document.Reference(Raw(self._descriptor(document, name, data)))
        cid = document.Reference(Raw(self._cid_font(document, name, descriptor)))
        unicode_map = _stream(document, self._to_unicode().encode(), b"")
        font = (
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{_ref(document, cid)}]/ToUnicode {_ref(document, unicode_map)}>>"
        )
        fonts = document.idToObject["BasicFonts"].dict
        fonts[self.resource] = document.Reference(Raw(font.encode()))

    def _subset(self) -> bytes:
        # uharfbuzz is imported where it is needed: it costs 30 ms at start-up.
        import uharfbuzz as hb

        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(sorted(self._said))
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
        wanted.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).clear()
        data: bytes = hb.subset(self.face.hb_face, wanted).blob.data
        return data

    def _descriptor(self, document: Any, name: str, data: bytes) -> bytes:
        k = 1000 / self.face.upem
        extents = self.face.hb_font.get_font_extents("ltr")
        if self.face.is_cff:
            program = f"/FontFile3 {_ref(document, _stream(document, data, b'/Subtype/OpenType'))}"
        else:
            program = f"/FontFile2 {_ref(document, _stream(document, data, b'/Length1 %d' % len(data)))}"
        return (
            f"<</Type/FontDescriptor/FontName/{name}/Flags 4/ItalicAngle 0/FontBBox[-1000 -1000 3000 2000]"
            f"/Ascent {round(extents.ascender * k)}/Descent {round(extents.descender * k)}"
            f"/CapHeight {round(extents.ascender * k)}/StemV 80{program}>>"
        ).encode()

    def _cid_font(self, document: Any, name: str, descriptor: Any) -> bytes:
        k = 1000 / self.face.upem
        widths = " ".join(f"{g}[{self.face.nominal(g) * k:.7g}]" for g in sorted(self._said))
        subtype, gid_map = ("CIDFontType0", "") if self.face.is_cff else ("CIDFontType2", "/CIDToGIDMap/Identity")
        return (
            f"<</Type/Font/Subtype/{subtype}/BaseFont/{name}"
            f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>{gid_map}"
            f"/DW 0/W[{widths}]/FontDescriptor {_ref(document, descriptor)}>>"
        ).encode()

    def _to_unicode(self) -> str:
        rows = [f"<{g:04X}> <{t.encode('utf-16-be').hex().upper()}>" for g, t in sorted(self._said.items())]
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

    def face(self, face: FaceData) -> EmbeddedFace:
        """Return the face as it stands in this document, taking it in on first use."""
        known = self._faces.get(face.digest)
        if known is None:
            known = self._faces[face.digest] = EmbeddedFace(face, f"G{len(self._faces) + 1}")
            self._document.fontMapping[face.digest] = "/" + known.resource
            self._document.delayedFonts.append(known)
        return known


def _stream(document: Any, data: bytes, extra: bytes) -> Any:
    return document.Reference(Raw(packed(extra, data)))


def _ref(document: Any, reference: Any) -> str:
    formatted: bytes = pdfdoc.format(reference, document)
    return formatted.decode()
