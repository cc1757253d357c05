"""Links as annotations (ISO 32000-1, 12.5.6.5), written when the places that they lead to are known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.pdf.engine import Raw
from generator.pdf.outline import Places
from generator.pdf.structure import Element
from generator.pdf.syntax import number, text


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
        box = " ".join(number(v) for v in self.rect).encode()
        data = b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s]/Contents" % box + text(self.contents)
        return data + self._action(places, pages) + b"/StructParent %d>>" % key

    def _action(self, places: Places, pages: Sequence[int]) -> bytes:
        if self.target.startswith("#"):
            return b"/Dest" + places.destination(self.target[1:], pages)
        return b"/A<</S/URI/URI" + text(self.target) + b">>"
