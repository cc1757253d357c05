"""What words are made of: shaped pieces, each in one face; and what of a run they are shaped from."""

from __future__ import annotations

from generator.base.tuples import NamedTuple
from generator.pdf.glyphs import Cluster
from generator.typeset.face import Face


class Form(NamedTuple):
    """How a run is set, and which of its paragraph's runs it is. Words know no more of their run than this.

    So the same words in the same style are shaped once, whatever element they belong to; see lines.py.
    """

    at: int
    strong: bool
    emphasis: bool
    raised: bool


class Piece(NamedTuple):
    """Shaped text of one face, one direction, one run. Width in pt."""

    form: Form
    face: Face
    clusters: tuple[Cluster, ...]
    size: float
    width: float
    level: int


class Word(NamedTuple):
    """Pieces that are not parted. ``space`` is the width of the space that follows, 0 where a line may end inside.

    ``whole`` tells that the next word goes on in the same address: both stay on one line where it is wide enough.
    """

    pieces: tuple[Piece, ...]
    width: float
    space: float
    space_level: int
    forced: bool  # a line ends after it
    last_letters: str
    whole: bool = False


class Said(NamedTuple):
    """What of a run its words are shaped from: all but whose they are."""

    text: str
    strong: bool = False
    emphasis: bool = False
    raised: bool = False
