"""A drawing: flat shapes in paint order, each a path with its colours, in the units of its view box (y down)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeAlias

Move: TypeAlias = tuple[Literal["M"], float, float]
Line: TypeAlias = tuple[Literal["L"], float, float]
Curve: TypeAlias = tuple[Literal["C"], float, float, float, float, float, float]
Close: TypeAlias = tuple[Literal["Z"]]
Segment: TypeAlias = Move | Line | Curve | Close
Cap: TypeAlias = Literal["butt", "round", "square"]
Join: TypeAlias = Literal["miter", "round", "bevel"]
Bounds: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True)
class Shape:
    """One path and how it is painted: the fill first, then the stroke.

    Attributes:
        path: segments in view box units; always starts with a move.
        fill: `#rrggbb`, or None where nothing is filled.
        stroke: `#rrggbb`, or None where no line is drawn.
        stroke_width: view box units.
        dash: lengths of dashes and gaps in turn, view box units; empty for a solid line.
        fill_alpha: 0 to 1.
        stroke_alpha: 0 to 1.
        group: id of the outermost group that has one.
    """

    path: tuple[Segment, ...]
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1.0
    cap: Cap = "butt"
    join: Join = "miter"
    miter: float = 4.0
    dash: tuple[float, ...] = ()
    even_odd: bool = False
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    group: str | None = None


@dataclass(frozen=True)
class Drawing:
    """Shapes in paint order on a view box of `width` by `height`; what lies outside of it is to be clipped."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def recoloured(self, mapping: Mapping[str, str]) -> Drawing:
        """Return the drawing with each `#rrggbb` that `mapping` names swapped for its value."""
        return replace(
            self,
            shapes=tuple(
                replace(
                    shape,
                    fill=mapping.get(shape.fill, shape.fill) if shape.fill else None,
                    stroke=mapping.get(shape.stroke, shape.stroke) if shape.stroke else None,
                )
                for shape in self.shapes
            ),
        )

    def without(self, group: str) -> Drawing:
        """Return the drawing less the shapes of one group."""
        return replace(self, shapes=tuple(shape for shape in self.shapes if shape.group != group))

    @property
    def colours(self) -> frozenset[str]:
        """The colours that shapes are filled with."""
        return frozenset(shape.fill for shape in self.shapes if shape.fill is not None)

    @cached_property
    def bounds(self) -> Bounds:
        """The ink's box `(left, top, right, bottom)` by control points and half the line width; zeros without ink."""
        boxes = [_bounds(shape) for shape in self.shapes]
        if not boxes:
            return (0.0, 0.0, 0.0, 0.0)
        return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def _bounds(shape: Shape) -> Bounds:
    xs = [x for segment in shape.path for x in segment[1::2] if not isinstance(x, str)]
    ys = [y for segment in shape.path for y in segment[2::2] if not isinstance(y, str)]
    half = shape.stroke_width / 2 if shape.stroke else 0.0
    return (min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half)
