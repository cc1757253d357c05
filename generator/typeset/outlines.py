"""Letters as shapes: for decoration that must not be read, such as the large number of a divider."""

from __future__ import annotations

from collections.abc import Sequence

from generator.pdf.glyphs import Cluster, FaceData
from generator.typeset.face import Face
from generator.typeset.shapes import Path

Point = tuple[float, float]


class _Pen:
    """Gathers the outline of a glyph as segments; HarfBuzz calls it with points in font units, y up."""

    def __init__(self, scale: float) -> None:
        self.path: Path = []
        self.x = self.y = 0.0
        self._k = scale
        self._at: Point = (0.0, 0.0)

    def _point(self, point: Point) -> Point:
        return self.x + point[0] * self._k, self.y - point[1] * self._k

    def moveTo(self, to: Point) -> None:
        """Begin a contour."""
        self._at = to
        self.path.append(("M", *self._point(to)))

    def lineTo(self, to: Point) -> None:
        """Draw a line."""
        self._at = to
        self.path.append(("L", *self._point(to)))

    def qCurveTo(self, control: Point, to: Point) -> None:
        """Draw a quadratic curve, which is a cubic one with its control points two thirds of the way."""
        (ax, ay), (cx, cy), (bx, by) = self._at, control, to
        first = (ax + (cx - ax) * 2 / 3, ay + (cy - ay) * 2 / 3)
        second = (bx + (cx - bx) * 2 / 3, by + (cy - by) * 2 / 3)
        self.curveTo(first, second, to)

    def curveTo(self, first: Point, second: Point, to: Point) -> None:
        """Draw a cubic curve."""
        self._at = to
        self.path.append(("C", *self._point(first), *self._point(second), *self._point(to)))

    def closePath(self) -> None:
        """End the contour."""
        self.path.append(("Z",))


def outline(face: Face, text: str, size: float) -> tuple[Path, float]:
    """Return the shapes of a piece of text and its width, pt: its pen begins at (0, 0), on the baseline; y down."""
    return letters(face, face.shape(text), size)


def letters(face: FaceData, clusters: Sequence[Cluster], size: float, tracking: float = 0.0) -> tuple[Path, float]:
    """Return the shapes of shaped text and its width, as `outline` does; ``tracking`` in pt a cluster."""
    k = size / face.upem
    pen = _Pen(k)
    at = 0.0
    for cluster in clusters:
        for glyph in cluster.glyphs:
            pen.x, pen.y = at + glyph.dx * k, -glyph.dy * k
            face.hb_font.draw_glyph_with_pen(glyph.number, pen)
            at += glyph.advance * k
        at += tracking
    return pen.path, at


def moved(path: Path, dx: float, dy: float) -> Path:
    """Return a path moved, pt."""
    return [(s[0], *(v + (dx if i % 2 == 0 else dy) for i, v in enumerate(s[1:]))) for s in path]
