"""A pen for drawings that are planned from their own top left corner, as if lines ran rightwards."""

from __future__ import annotations

from generator.base.tuples import NamedTuple
from generator.kinds.placing import Rect
from generator.kinds.waves import Arrow
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.shapes import Path, arrow_head, line, mirrored

HEAD = 10.5  # length of an arrow's head, pt
SHAFT = 2.5  # weight of an arrow, pt


class Pen(NamedTuple):
    """Draws what was planned from a top left corner, mirrored where lines run leftwards."""

    surface: Surface
    figure: Element
    start: float
    top: float
    measure: float
    rtl: bool

    def x(self, at: float) -> float:
        """Return where an x of the plan is on the page."""
        return self.start + (self.measure - at if self.rtl else at)

    def left(self, rect: Rect) -> float:
        """Return the left edge of a rectangle of the plan on the page."""
        return self.x(rect.right) if self.rtl else self.x(rect.x)

    def path(self, path: Path, *, fill: str | None = None, stroke: str | None = None, width: float = 0.75) -> None:
        """Draw a path of the plan."""
        path = mirrored(path, self.measure / 2) if self.rtl else path
        moved = [(s[0], *(v + (self.top if i % 2 else self.start) for i, v in enumerate(s[1:]))) for s in path]
        self.surface.shape(moved, fill=fill, stroke=stroke, width=width, join=1, target=self.figure)

    def arrow(self, arrow: Arrow, colour: str, scale: float = 1.0) -> None:
        """Draw an arrow of the plan."""
        (x0, y0), (x1, y1) = arrow
        head = HEAD * scale
        length = max(1.0, ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5)
        ux, uy = (x1 - x0) / length, (y1 - y0) / length
        self.path(line(x0, y0, x1 - ux * head * 0.7, y1 - uy * head * 0.7), stroke=colour, width=SHAFT * scale)
        tip = arrow_head(0, 0, 0, head)
        turned = [
            (
                s[0],
                *(
                    c
                    for u, v in zip(s[1::2], s[2::2], strict=True)
                    for c in (x1 + u * ux - v * uy, y1 + u * uy + v * ux)
                ),
            )
            for s in tip
        ]
        self.path(turned, fill=colour)
