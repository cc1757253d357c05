"""Clips and masks of SVG: https://www.w3.org/TR/SVG11/masking.html. A clip becomes outlines, a mask shapes of grey."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from generator.model.colour import from_srgb, to_srgb
from generator.typeset.drawing import Bounds, Clip, Drawing, Matrix, Path, Segment, Shape
from generator.typeset.svg_bounds import apart, joined, outline_bounds
from generator.typeset.svg_budget import Budget
from generator.typeset.svg_paint import Style, hidden, reference, styled
from generator.typeset.svg_references import References
from generator.typeset.svg_shapes import OUTLINES, corner, measured, moved
from generator.typeset.svg_sheet import Looks
from generator.typeset.svg_tree import DEEPEST, Node
from generator.typeset.svg_values import fault, inverse, length, nested, number, times, transform

MOST_PARTS = 500  # outlines of one clip

View = tuple[float, float]
Box: TypeAlias = Callable[[], Bounds]  # measured only where something asks for it


class Clips:
    """Reads what `clip-path` and `mask` name."""

    def __init__(self, references: References, looks: Looks, budget: Budget) -> None:
        self._references, self._looks, self._budget = references, looks, budget
        self._inherited: dict[Node, tuple[dict[str, str], Style]] = {}
        self._known: dict[tuple[object, ...], Clip | None] = {}

    def window(self, box: Bounds, matrix: Matrix | None) -> Clip:
        """Return a clip to a box `(left, top, right, bottom)`, taken through a matrix."""
        left, top, right, bottom = box
        corners: list[Segment] = [
            ("M", left, top),
            ("L", right, top),
            ("L", right, bottom),
            ("L", left, bottom),
            ("Z",),
        ]
        return Clip(moved(corners, matrix) if matrix is not None else tuple(corners))

    def box(self, node: Node, shapes: Sequence[Shape], matrix: Matrix, view: View) -> Bounds:
        """Return the box of an element in its own units: exact for a shape, round its parts for a group."""
        if node.name in OUTLINES:
            found = outline_bounds(OUTLINES[node.name](measured(node.attributes, view)))
        else:
            self._budget.take("boxes", sum(len(shape.path) for shape in shapes))
            back = inverse(matrix)
            found = joined(outline_bounds(moved(list(shape.path), back)) for shape in shapes)
        return found or (0.0, 0.0, 0.0, 0.0)

    def units(self, node: Node, name: str, box: Box, matrix: Matrix) -> Matrix:
        """Return the matrix of what is inside a clip or mask: the element's own, or that of its box."""
        if node.attributes.get(name, "userSpaceOnUse").strip() != "objectBoundingBox":
            return matrix
        left, top, right, bottom = box()
        if right <= left or bottom <= top:
            raise fault("svg-unsupported", f"{name} of a shape that has no area")
        return nested(matrix, (right - left, 0.0, 0.0, bottom - top, left, top))

    def inherited(self, node: Node) -> tuple[dict[str, str], Style]:
        """Return the properties and the style of an element that is named: it inherits from where it stands."""
        if node not in self._inherited:
            style = Style()
            for element in (*self._references.above(node), node):
                properties = self._looks.properties(element.name, element.attributes)
                style = styled(style, properties)
            self._inherited[node] = properties, style
        return self._inherited[node]

    def region(self, node: Node, box: Box, matrix: Matrix, view: View) -> Clip:
        """Return the window of a mask, outside of which nothing is seen."""
        usual = {"x": "-10%", "y": "-10%", "width": "120%", "height": "120%"}
        texts = {name: node.attributes.get(name, text).strip() for name, text in usual.items()}
        by_box = node.attributes.get("maskUnits", "objectBoundingBox").strip() == "objectBoundingBox"
        whole = (1.0, 1.0) if by_box else view

        def value(name: str, of: float) -> float:
            text = texts[name]
            return number(text[:-1], name) / 100 * of if text.endswith("%") else length(text, name)

        x, y = value("x", whole[0]), value("y", whole[1])
        w, h = value("width", whole[0]), value("height", whole[1])
        if by_box:
            left, top, right, bottom = box()
            x, y, w, h = left + x * (right - left), top + y * (bottom - top), w * (right - left), h * (bottom - top)
        return self.window((x, y, x + w, y + h), matrix)

    def greys(self, shapes: Sequence[Shape], by_alpha: bool) -> tuple[Shape, ...]:
        """Return a mask's shapes in the greys of their luminance; in white where only their opacity counts."""
        drawing = Drawing(1, 1, tuple(shapes))
        mapping = {colour: "#ffffff" if by_alpha else _luma(colour) for colour in drawing.paints}
        return drawing.recoloured(mapping).shapes

    def clips(self, ident: str, box: Box, matrix: Matrix, view: View) -> tuple[Clip, ...] | None:
        """Return the clips that an id names; None where nothing at all is seen."""
        found: list[Clip] = []
        seen: set[Node] = set()
        while ident:
            node = self._references.find(ident)
            if node.name != "clipPath":
                raise fault("svg-reference", f"the clip is a {node.name[:40]!r}")
            if node in seen:
                raise fault("svg-reference", "it uses itself")
            if len(seen) == DEEPEST:
                raise fault("svg-too-deep", f"more than {DEEPEST} clips of one another", "merge the clipping paths")
            seen.add(node)
            clip = self._clip(node, self.units(node, "clipPathUnits", box, matrix), view)
            if clip is None:
                return None
            self._budget.take("outlines", len(clip.path))
            found.append(clip)
            outer = self.inherited(node)[0].get("clip-path", "none").strip()
            ident = "" if outer == "none" else reference(outer)
        return tuple(found)

    def _clip(self, node: Node, matrix: Matrix, view: View) -> Clip | None:
        """Return the outlines of one clip, put together; None where it has none."""
        key = node, matrix, view
        if key not in self._known:
            _, style = self.inherited(node)
            own = nested(matrix, transform(node.attributes.get("transform", "")))
            parts = [part for child in node.children for part in self._parts(child, style, own, view)]
            self._known[key] = _union(parts) if parts else None
        return self._known[key]

    def _parts(self, node: Node, style: Style, matrix: Matrix, view: View) -> list[tuple[Path, bool]]:
        self._budget.take("clips", 1)
        properties = self._looks.properties(node.name, node.attributes)
        if hidden(properties):
            return []
        if properties.get("clip-path", "none").strip() != "none":
            raise fault("svg-unsupported", "a clip inside of a clip's shape is not drawn", "merge the clipping paths")
        style = styled(style, properties)
        matrix = nested(matrix, transform(node.attributes.get("transform", "")))
        if node.name == "use":
            x, y = corner(node.attributes, view)
            target = self._references.named(node.attributes.get("href", ""))
            if target.name not in OUTLINES:
                raise fault("svg-unsupported", f"a clip of a {target.name[:40]!r} is not drawn")
            return self._parts(target, style, times(matrix, (1.0, 0.0, 0.0, 1.0, x, y)), view)
        if node.name not in OUTLINES:
            if node.name in ("title", "desc", "style"):
                return []
            raise fault("svg-unsupported", f"a clip of a {node.name[:40]!r} is not drawn", "clip with one plain path")
        path = moved(OUTLINES[node.name](measured(node.attributes, view)), matrix)
        self._budget.take("outlines", len(path))
        return [(path, style.clip_even_odd)] if path and style.visible else []


def _luma(colour: str) -> str:
    red, green, blue = to_srgb(colour)
    value = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return from_srgb(value, value, value)


def _union(parts: list[tuple[Path, bool]]) -> Clip:
    """Return outlines as one: put together where they lie apart, else all wound the same way round."""
    if len(parts) == 1:
        return Clip(*parts[0])
    if len(parts) > MOST_PARTS:
        raise fault("svg-too-complex", f"more than {MOST_PARTS} outlines of a clip")
    rules = {rule for _, rule in parts}
    boxes = [outline_bounds(path) for path, _ in parts]
    clear = all(
        one is not None and other is not None and apart(one, other)
        for i, one in enumerate(boxes)
        for other in boxes[:i]
    )
    if clear and len(rules) == 1:
        return Clip(tuple(segment for path, _ in parts for segment in path), rules.pop())
    if True in rules and any(_pieces(path) > 1 for path, rule in parts if rule):
        raise fault("svg-unsupported", "a clip of outlines that overlap, with holes", "merge the clipping paths")
    return Clip(tuple(segment for path, _ in parts for segment in _wound(path)))


def _pieces(path: Path) -> int:
    return sum(segment[0] == "M" for segment in path)


def _wound(path: Path) -> Path:
    """Return a path whose area is positive."""
    area = sum(_area(piece) for piece in _split(path))
    return path if area >= 0 else tuple(segment for piece in _split(path) for segment in _backwards(piece))


def _split(path: Path) -> list[list[Segment]]:
    """Return the outlines of a path, without what closes them."""
    pieces: list[list[Segment]] = []
    for segment in path:
        if segment[0] == "M":
            pieces.append([])
        if segment[0] != "Z":
            pieces[-1].append(segment)
    return pieces


def _ends(piece: list[Segment]) -> list[tuple[float, float]]:
    return [(float(segment[-2]), float(segment[-1])) for segment in piece if segment[0] != "Z"]


def _area(piece: list[Segment]) -> float:
    """Return twice the area between the ends of an outline's segments; below 0 where it is wound the other way."""
    ends = _ends(piece)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ends, ends[1:] + ends[:1], strict=True))


def _backwards(piece: list[Segment]) -> list[Segment]:
    """Return an outline from its end to its start."""
    ends = _ends(piece)
    out: list[Segment] = [("M", *ends[-1])]
    for (x, y), segment in reversed(list(zip(ends[:-1], piece[1:], strict=True))):
        if segment[0] == "C":
            _, x1, y1, x2, y2, _, _ = segment
            out.append(("C", x2, y2, x1, y1, x, y))
        else:
            out.append(("L", x, y))
    return [*out, ("Z",)]
