"""Shaped text as text-showing operators (ISO 32000-1, 9.4.3)."""

from __future__ import annotations

from generator.pdf.glyphs import Cluster, FaceData
from generator.pdf.syntax import number


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
            self._out.append(f"1 0 0 1 {number(self._x + at)} {number(self._y + rise)} Tm <{glyph:04X}> Tj")
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
            place = f"1 0 0 1 {number(self._x + self._at)} {number(self._y)} Tm"
            self._out.append(f"{place} [{''.join(self._array)}] TJ")
            self._array.clear()

    def code(self) -> str:
        """Return the operators."""
        self._flush()
        return " ".join(self._out)
