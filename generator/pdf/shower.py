"""Shaped text as text-showing operators (ISO 32000-1, 9.4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from generator.pdf.glyphs import Cluster, Clusters, FaceData, Shown
from generator.pdf.syntax import number, place

TOO_SMALL = 1e-3  # pt; where a font unit is no more, what moves a glyph by one may not be seen
_MORE_NEEDED = Shown("", 0)


class Font(Protocol):
    """A face as one document knows it.

    Attributes:
        noted: `Shown.code` of what was shown: its glyphs say what the face itself spells them as.
    """

    face: FaceData
    noted: set[str]

    def says(self, cluster: Cluster) -> bool:
        """Note a cluster's glyphs as used; tell whether ToUnicode alone gives its text back."""


def show(font: Font, pieces: Sequence[Sequence[Cluster]], size: float, x: float, y: float, tracking: float) -> str:
    """Return the operators that show pieces of shaped text one after the other, the first of a text object.

    Points; y from the foot of the page.
    """
    face = font.face
    if size / face.upem > TOO_SMALL:
        shown = [(piece.shown if isinstance(piece, Clusters) else None) or _worked_out(face, piece) for piece in pieces]
        if _MORE_NEEDED not in shown:
            codes = [one.code for one in shown]
            font.noted.update(codes)
            for at, one in enumerate(shown[:-1]):
                if one.pending:
                    codes[at] += _moved(one.pending, face.upem)
            return f"{place(x)} {place(y)} Td [<{''.join(codes)}>]TJ" if codes else ""
    writer = Shower(face, size, x, y, tracking)
    for piece in pieces:
        for cluster in piece:
            writer.cluster(cluster, plain=font.says(cluster))
    return writer.code()


@lru_cache(maxsize=1_024)
def _moved(by: int, upem: int) -> str:
    """Return what stands between two strings where the pen is moved on by so many font units."""
    return f">{number(-by * 1000 / upem)}<"


def _worked_out(face: FaceData, piece: Sequence[Cluster]) -> Shown:
    """Return how a piece is shown, and remember it with the piece."""
    shown = _in_one_string(face, piece) or _MORE_NEEDED
    if isinstance(piece, Clusters):
        piece.shown = shown
    return shown


def _in_one_string(face: FaceData, piece: Sequence[Cluster]) -> Shown | None:
    """Return how a piece is shown; None where glyphs stand elsewhere than on the pen, or do not say their text."""
    out, pending, ways = list[str](), 0, face.ways
    for cluster in piece:
        way = ways.get(cluster)
        if way is None:
            way = _way(face, cluster)
            if len(cluster.said) == 1:  # few letters make many words
                ways[cluster] = way
        code, after = way
        if not code:
            return None
        if pending:
            out.append(_moved(pending, face.upem))
        out.append(code)
        pending = after
    return Shown("".join(out), pending) if out else None


def _way(face: FaceData, cluster: Cluster) -> tuple[str, int]:
    """Return the digits that show a cluster, and by how much the pen is further on behind it; no digits: see above."""
    if len(cluster.glyphs) != 1:
        return "", 0
    number_, advance, dx, dy = cluster.glyphs[0]
    if dx or dy or face.spelling(number_) != cluster.said:
        return "", 0
    return f"{number_:04X}", advance - face.nominal(number_)


class Shower:
    """Writes the operators of one run. Points; y from the foot of the page."""

    def __init__(self, face: FaceData, size: float, x: float, y: float, tracking: float) -> None:
        self._face, self._size, self._x, self._y, self._tracking = face, size, x, y, tracking
        self._k = size / face.upem
        self._out: list[str] = []
        self._array: list[str] = []  # the TJ array in the making
        self._digits: list[str] = []  # glyph numbers not yet put into it
        self._pen = self._drawn = 0.0  # where the next glyph belongs; where the viewer's pen stands. pt from x
        self._at = 0.0

    def cluster(self, cluster: Cluster, *, plain: bool) -> None:
        """Add one cluster; ``plain`` when ToUnicode alone gives its text back."""
        if not plain:
            self._flush()
            self._out.append(f"/Span <</ActualText <FEFF{cluster.said.encode('utf-16-be').hex().upper()}>>> BDC")
        for number_, advance, dx, dy in cluster.glyphs:
            self._glyph(number_, self._pen + dx * self._k, dy * self._k)
            self._pen += advance * self._k
        if not plain:
            self._flush()
            self._out.append("EMC")
        self._pen += self._tracking

    def _glyph(self, glyph: int, at: float, rise: float) -> None:
        if rise:
            self._flush()
            self._out.append(f"1 0 0 1 {place(self._x + at)} {place(self._y + rise)} Tm <{glyph:04X}> Tj")
            return
        if not self._array and not self._digits:
            self._at = self._drawn = at
        gap = at - self._drawn
        if abs(gap) > 5e-4:
            self._take_digits()
            self._array.append(number(-gap / self._size * 1000))
            self._drawn = at
        self._digits.append(f"{glyph:04X}")
        self._drawn += self._face.nominal(glyph) * self._k + self._tracking

    def _take_digits(self) -> None:
        if self._digits:
            self._array.append(f"<{''.join(self._digits)}>")
            self._digits.clear()

    def _flush(self) -> None:
        self._take_digits()
        if self._array:
            where = f"1 0 0 1 {place(self._x + self._at)} {place(self._y)} Tm"
            self._out.append(f"{where} [{''.join(self._array)}] TJ")
            self._array.clear()

    def code(self) -> str:
        """Return the operators."""
        self._flush()
        return " ".join(self._out)
