"""Links and fields as annotations (ISO 32000-1, 12.5.6), written when the places that they lead to are known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.base.tuples import NamedTuple
from generator.pdf.engine import Raw, TaggedCanvas
from generator.pdf.fields import Field, Typed, appearances, form, typed_font
from generator.pdf.glyphs import FaceData
from generator.pdf.outline import Places
from generator.pdf.structure import Element
from generator.pdf.syntax import place, text
from generator.pdf.tree import Contents, Linked

Rect = tuple[float, float, float, float]


class Hotspot(NamedTuple):
    """A box that leads somewhere.

    Attributes:
        element: its Link.
        annotation: gets its bytes in the end.
        page: index in the order of drawing; ``turn`` is when it is read.
        rect: left, bottom, right, top, pt, PDF space.
        target: an address, or ``#`` and the full name of a place.
        contents: what it says of itself.
    """

    element: Element
    annotation: Raw
    page: int
    turn: int
    rect: tuple[float, float, float, float]
    target: str
    contents: str

    def written(self, places: Places, pages: Sequence[int], key: int) -> bytes:
        """Return the annotation's dictionary; ``pages`` are object numbers, ``key`` its own in the ParentTree."""
        box = " ".join([place(v) for v in self.rect]).encode()
        data = b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s]/Contents" % box + text(self.contents)
        return data + self._action(places, pages) + b"/StructParent %d>>" % key

    def _action(self, places: Places, pages: Sequence[int]) -> bytes:
        if self.target.startswith("#"):
            return b"/Dest" + places.destination(self.target[1:], pages)
        return b"/A<</S/URI/URI" + text(self.target) + b">>"


class Hotspots:
    """The annotations of one document, in the order in which they were drawn."""

    def __init__(self, canvas: TaggedCanvas, contents: Contents) -> None:
        self._canvas, self._document, self._contents = canvas, canvas._doc, contents
        self._spots: list[Hotspot | Field] = []
        self._face: FaceData | None = None

    def _annotation(self, element: Element) -> Raw:
        annotation = Raw()
        self._canvas.annotate(annotation, f"link{len(self._spots)}")
        self._contents.annotations.append(element)
        return annotation

    def link(self, element: Element, rect: Rect, at: tuple[int, int], target: str, contents: str) -> None:
        """Add a link; ``at`` is its page, in the order of drawing, and when it is read."""
        annotation = self._annotation(element)
        self._spots.append(Hotspot(element, annotation, *at, rect, target, contents))

    def field(self, element: Element, rect: Rect, at: tuple[int, int], typed: Typed) -> None:
        """Add a field; ``at`` as for a link."""
        self._face = self._face or typed.face
        annotation = self._annotation(element)
        width, height = rect[2] - rect[0], rect[3] - rect[1]
        looks = tuple(self._reserve(Raw(data)) for data in appearances(typed.kind, width, height, typed.colour))
        name = f"field{len(self._spots) + 1}"
        self._spots.append(Field(element, annotation, *at, rect, name, typed, looks))

    def finish(self, places: Places, pages: Sequence[int]) -> Raw | None:
        """Write all of them; return the interactive form, or None where there is nothing to fill in.

        Args:
            places: where links lead.
            pages: object numbers, in the order of drawing.
        """
        for i, spot in enumerate(self._spots):
            key = len(pages) + i
            spot.annotation.data = spot.written(places, pages, key)
            linked = Linked(spot.page, self._numbered(i), key, spot.turn)
            self._contents.marks.setdefault(spot.element, []).append(linked)
        fields = [i for i, spot in enumerate(self._spots) if isinstance(spot, Field)]
        if not fields or self._face is None:
            return None
        font = self._reserve(Raw(typed_font(self._face, self._reserve)))
        return Raw(form([self._numbered(i) for i in fields], font))

    def _numbered(self, i: int) -> int:
        return int(self._document.idToObjectNumberAndVersion[f"Annot.link{i}"][0])

    def _reserve(self, raw: Raw) -> int:
        """Take an object into the document and return its number."""
        reference: Any = self._document.Reference(raw)
        return int(self._document.idToObjectNumberAndVersion[reference.name][0])
