"""Fields to fill in, as widgets of an interactive form (ISO 32000-1, 12.7; PDF/UA-1, 7.18.4).

Each has a name of its own, words that are read aloud (TU), and appearances that are part of the file: nothing is left
to a viewer but what is typed. What a field looks like when it is empty is drawn on the page below it, for print.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from generator.base.tuples import NamedTuple
from generator.pdf.engine import Raw
from generator.pdf.glyphs import FaceData
from generator.pdf.outline import Places
from generator.pdf.structure import Element
from generator.pdf.syntax import number, packed, rgb, stream, text

Kind = Literal["check", "line", "text"]
HAND = b"/Hand"  # the name of the font that is typed in
FIRST, LAST = 32, 255  # codes of WinAnsiEncoding (ISO 32000-1, annex D)
MULTILINE = 1 << 12  # Ff of a text field (ISO 32000-1, table 228)
PRINTED = 4  # F of an annotation (table 165)
TICK = ((0.22, 0.52), (0.43, 0.28), (0.80, 0.76))  # of the box, from its lower left corner
TICK_WEIGHT = 0.13  # of the box


class Typed(NamedTuple):
    """What a field is for.

    Attributes:
        kind: a box to tick, one line to type, or a text of several lines.
        tip: what is read aloud.
        face: what is typed in, with TrueType outlines; a document's first one serves all of its fields.
        size: of what is typed, pt.
        colour: of what is typed or ticked, ``#rrggbb``.
    """

    kind: Kind
    tip: str
    face: FaceData
    size: float
    colour: str


class Field(NamedTuple):
    """One field.

    Attributes:
        element: its Form, which holds nothing else.
        annotation: gets its bytes in the end.
        page: index in the order of drawing; ``turn`` is when it is read.
        rect: left, bottom, right, top, pt, PDF space.
        name: unique in the document.
        appearances: object numbers: of an empty field, and of a ticked one.
    """

    element: Element
    annotation: Raw
    page: int
    turn: int
    rect: tuple[float, float, float, float]
    name: str
    typed: Typed
    appearances: tuple[int, ...]

    def written(self, places: Places, pages: Sequence[int], key: int) -> bytes:
        """Return the widget's dictionary, which is its field's too; ``key`` is its own in the ParentTree."""
        box = " ".join(number(v) for v in self.rect).encode()
        data = b"<</Type/Annot/Subtype/Widget/F %d/Rect[%s]/P %d 0 R" % (PRINTED, box, pages[self.page])
        data += b"/T" + text(self.name) + b"/TU" + text(self.typed.tip)
        if self.typed.kind == "check":
            off, on = self.appearances
            data += b"/FT/Btn/V/Off/AS/Off/AP<</N<</Off %d 0 R/Yes %d 0 R>>>>" % (off, on)
        else:
            look = HAND + b" %s Tf %s rg" % (number(self.typed.size).encode(), rgb(self.typed.colour).encode())
            flags = MULTILINE if self.typed.kind == "text" else 0
            data += b"/FT/Tx/Ff %d/DA(%s)/AP<</N %d 0 R>>" % (flags, look, self.appearances[0])
        return data + b"/StructParent %d>>" % key


def appearances(kind: Kind, width: float, height: float, colour: str) -> list[bytes]:
    """Return the appearance streams of a field of this size, pt: of an empty one, and of a ticked one."""
    if kind != "check":
        return [_drawn(width, height, b"/Tx BMC EMC")]
    side = min(width, height)
    points = " ".join(
        f"{number(x * side)} {number(y * side)} {'m' if i == 0 else 'l'}" for i, (x, y) in enumerate(TICK)
    )
    tick = f"q {rgb(colour)} RG {number(side * TICK_WEIGHT)} w 1 J 1 j {points} S Q"
    return [_drawn(width, height, b""), _drawn(width, height, tick.encode())]


def _drawn(width: float, height: float, code: bytes) -> bytes:
    box = f"{number(width)} {number(height)}".encode()
    return stream(b"/Type/XObject/Subtype/Form/BBox[0 0 %s]/Resources<<>>" % box, code)


def typed_font(face: FaceData, reserve: Any) -> bytes:
    """Return the font that is typed in: all of WinAnsiEncoding that the face has, for what a reader will write.

    Args:
        face: with TrueType outlines.
        reserve: takes an object into the document and returns its number.
    """
    import uharfbuzz as hb

    signs = {code: bytes([code]).decode("cp1252", "ignore") for code in range(FIRST, LAST + 1)}
    glyphs = {code: face.hb_font.get_nominal_glyph(ord(sign)) or 0 for code, sign in signs.items() if sign}
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(sorted(ord(signs[code]) for code, glyph in glyphs.items() if glyph))
    wanted.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
    wanted.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).clear()
    data: bytes = hb.subset(face.hb_face, wanted).blob.data
    k = 1000 / face.upem
    extents = face.hb_font.get_font_extents("ltr")
    program = reserve(Raw(packed(b"/Length1 %d" % len(data), data)))
    name = f"HANDUS+{face.postscript_name}"
    descriptor = (
        f"<</Type/FontDescriptor/FontName/{name}/Flags 32/ItalicAngle 0/FontBBox[-1000 -1000 3000 2000]"
        f"/Ascent {round(extents.ascender * k)}/Descent {round(extents.descender * k)}"
        f"/CapHeight {round(extents.ascender * k)}/StemV 80/FontFile2 {program} 0 R>>"
    )
    described = reserve(Raw(descriptor.encode()))
    widths = " ".join(f"{face.nominal(glyphs.get(code, 0)) * k:.7g}" for code in range(FIRST, LAST + 1))
    return (
        f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/Encoding/WinAnsiEncoding/FirstChar {FIRST}/LastChar {LAST}"
        f"/Widths[{widths}]/FontDescriptor {described} 0 R>>"
    ).encode()


def form(fields: Sequence[int], font: int) -> bytes:
    """Return the AcroForm dictionary; ``fields`` and ``font`` are object numbers."""
    kids = b" ".join(b"%d 0 R" % field for field in fields)
    return b"<</Fields[%s]/DR<</Font<<%s %d 0 R>>>>/DA(%s 12 Tf 0 g)>>" % (kids, HAND, font, HAND)
