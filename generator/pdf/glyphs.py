"""What the typesetter hands to the page: shaped text of one face."""

from __future__ import annotations

from typing import Any, Protocol

from generator.base.tuples import NamedTuple
from generator.pdf.structure import Target


class Glyph(NamedTuple):
    """One glyph: its number, its advance and its offset from the pen, in font units."""

    number: int
    advance: int
    dx: int
    dy: int


class Cluster(NamedTuple):
    """Glyphs that together say one piece of text; in visual order."""

    said: str
    glyphs: tuple[Glyph, ...]


class Shown:
    """How clusters are shown that need no more than one string.

    Attributes:
        code: glyph numbers in hexadecimal digits, with what stands between two strings where glyphs are moved.
        pending: by how much the pen is further on behind them than their own advances take it, font units.
    """

    __slots__ = ("code", "pending")

    def __init__(self, code: str, pending: int) -> None:
        self.code, self.pending = code, pending


class Clusters(tuple[Cluster, ...]):
    """Clusters that are often shown together, such as those of a word.

    ``shown`` is how, where that was worked out; an empty `Shown` where more is needed.
    """

    shown: Shown | None = None


class Said(NamedTuple):
    """Some words of one line, in the order in which they are read, and how they are said.

    Attributes:
        text: with the space that follows it, at a line's end too.
        target: the element or artifact that they belong to.
        ends: their author ended the line after them.
    """

    text: str
    target: Target
    strong: bool = False
    emphasis: bool = False
    raised: bool = False
    ends: bool = False


class FaceData(Protocol):
    """A face as the page needs it: HarfBuzz's objects and how its glyphs are spelt.

    ``ways`` is kept for `shower`: how clusters of one letter are shown.
    """

    digest: str
    postscript_name: str
    upem: int
    is_cff: bool
    hb_face: Any
    hb_font: Any
    ways: dict[Cluster, tuple[str, int]]

    def __hash__(self) -> int:
        """A face is itself only."""

    def spelling(self, glyph: int) -> str:
        """Return the text that a glyph has by the face's own character map, or an empty string."""

    def nominal(self, glyph: int) -> int:
        """Return a glyph's own advance, font units."""
