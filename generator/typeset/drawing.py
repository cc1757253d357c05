"""A drawing: shapes in paint order, each a path with its colours, in the units of its view box (y down)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cached_property
from hashlib import sha256
from typing import Any, Literal, TypeAlias

from generator.base.tuples import NamedTuple
from generator.base.values import record, replace

Move: TypeAlias = tuple[Literal["M"], float, float]
Line: TypeAlias = tuple[Literal["L"], float, float]
Curve: TypeAlias = tuple[Literal["C"], float, float, float, float, float, float]
Close: TypeAlias = tuple[Literal["Z"]]
Segment: TypeAlias = Move | Line | Curve | Close
Cap: TypeAlias = Literal["butt", "round", "square"]
Join: TypeAlias = Literal["miter", "round", "bevel"]
Bounds: TypeAlias = tuple[float, float, float, float]
MOST_KNOWN = 4  # drawings that are made of one by other colours, kept with it
Path: TypeAlias = tuple[Segment, ...]
# x' = a x + c y + e; y' = b x + d y + f
Matrix: TypeAlias = tuple[float, float, float, float, float, float]


class Outline(tuple[Segment, ...]):
    """A path that remembers how it is written, since a drawing has the same in all its colours."""

    @cached_property
    def written(self) -> dict[tuple[float, int], str]:
        """What was written of it, by unit and number of digits behind the point."""
        return {}


class Stop(NamedTuple):
    """A colour (`#rrggbb`) of a gradient, and where on its way it stands; from 0 to 1 along a plain one."""

    at: float
    colour: str


@record
class Gradient:
    """A paint that goes from colour to colour; before the first stop and past the last it stays as it is there.

    Attributes:
        ends: `(x1, y1, x2, y2)` of a line; `(x1, y1, r1, x2, y2, r2)` of two circles, the first inside the second.
        stops: at least two, in order, the first at the first end, the last at the second.
        matrix: from the space of `ends` to view box units.
    """

    ends: tuple[float, ...]
    stops: tuple[Stop, ...]
    matrix: Matrix

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        """Made once: many shapes may share a gradient of many stops."""
        return hash((self.ends, self.stops, self.matrix))


class Clip(NamedTuple):
    """An outline inside of which a layer is seen; view box units."""

    path: Path
    even_odd: bool = False


@record
class Layer:
    """What shapes that follow one another are seen through, all together.

    Attributes:
        number: of its own in a drawing, so that two that are alike are not one.
        clips: it is seen inside of all of them.
        alpha: 0 to 1.
        mask: shapes whose lightness, on black, says how much of it is seen; None where there is no mask.
        blend: how it is mixed with what lies below, as CSS says it.
    """

    number: int
    clips: tuple[Clip, ...] = ()
    alpha: float = 1.0
    mask: tuple[Shape, ...] | None = None
    blend: str = "normal"

    def __hash__(self) -> int:
        """By its number alone: many shapes may share a layer of many outlines."""
        return hash(self.number)


@record
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
        gradient: what the inside is painted with instead of one colour.
        dash_start: where in the dashes the line begins, view box units.
        pen: the matrix that a line was drawn in, where it is wider one way than the other.
        layers: what it is seen through, the outermost first.
    """

    path: Path
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
    gradient: Gradient | None = None
    dash_start: float = 0.0
    pen: Matrix | None = None
    layers: tuple[Layer, ...] = ()

    @property
    def filled(self) -> bool:
        """Whether its inside is painted."""
        return self.fill is not None or self.gradient is not None

    @property
    def plain(self) -> bool:
        """Whether it is painted in one colour at a time, and seen through nothing."""
        return not (self.gradient or self.layers or self.pen or self.dash_start)


@record
class Drawing:
    """Shapes in paint order on a view box of `width` by `height`; what lies outside of it is to be clipped."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def recoloured(self, mapping: Mapping[str, str]) -> Drawing:
        """Return the drawing with each `#rrggbb` that `mapping` names swapped for its value."""
        key = frozenset(mapping.items())
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            shapes = tuple([_repainted(shape, mapping) for shape in self.shapes])
            known = self._known[key] = replace(self, shapes=shapes)
        return known

    def without(self, group: str) -> Drawing:
        """Return the drawing less the shapes of one group."""
        known = self._known.get(group)
        if known is None:
            shapes = tuple(shape for shape in self.shapes if shape.group != group)
            known = self._known[group] = replace(self, shapes=shapes)
        return known

    @cached_property
    def _known(self) -> dict[Hashable, Drawing]:
        """What was made of it: blocks are composed again and again, and packs show the same people on many pages."""
        return {}

    @cached_property
    def sketches(self) -> dict[float, Any]:
        """How it is written as a form, by its scale; see `sketches.py`."""
        return {}

    @cached_property
    def digest(self) -> str:
        """SHA-256 in hex of all of it; of the file, where who read it said that."""
        import pickle  # not for a leaflet without a cache

        return sha256(pickle.dumps(self, 5)).hexdigest()

    @property
    def colours(self) -> frozenset[str]:
        """The colours that shapes are filled with."""
        return frozenset(shape.fill for shape in self.shapes if shape.fill is not None)

    @property
    def paints(self) -> frozenset[str]:
        """Every colour of fills, lines and gradients."""
        plain = (colour for shape in self.shapes for colour in (shape.fill, shape.stroke) if colour is not None)
        stops = (stop for shape in self.shapes if shape.gradient is not None for stop in shape.gradient.stops)
        return frozenset(plain) | {stop.colour for stop in stops}

    @cached_property
    def plain(self) -> bool:
        """Whether every shape is."""
        return all(shape.plain for shape in self.shapes)

    @cached_property
    def bounds(self) -> Bounds:
        """The ink's box `(left, top, right, bottom)` by control points and half the line width; zeros without ink."""
        boxes = [bounds_of(shape) for shape in self.shapes]
        if not boxes:
            return (0.0, 0.0, 0.0, 0.0)
        return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def _repainted(shape: Shape, mapping: Mapping[str, str]) -> Shape:
    """Return a shape in other colours; itself where none of its own is swapped."""
    fill, stroke = shape.fill, shape.stroke
    fill = mapping.get(fill, fill) if fill else None
    stroke = mapping.get(stroke, stroke) if stroke else None
    gradient = _recoloured(shape.gradient, mapping)
    if fill == shape.fill and stroke == shape.stroke and gradient is shape.gradient:
        return shape
    made = object.__new__(Shape)  # `replace` takes five times as long, and a picture has hundreds of shapes
    vars(made).update(vars(shape), fill=fill, stroke=stroke, gradient=gradient)
    return made


def _recoloured(gradient: Gradient | None, mapping: Mapping[str, str]) -> Gradient | None:
    if gradient is None:
        return None
    stops = tuple(Stop(stop.at, mapping.get(stop.colour, stop.colour)) for stop in gradient.stops)
    return replace(gradient, stops=stops)


def bounds_of(shape: Shape) -> Bounds:
    """Return the box of one shape's ink, as `Drawing.bounds` has that of all."""
    xs = [x for segment in shape.path for x in segment[1::2] if not isinstance(x, str)]
    ys = [y for segment in shape.path for y in segment[2::2] if not isinstance(y, str)]
    half = shape.stroke_width / 2 if shape.stroke else 0.0
    return (min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half)
