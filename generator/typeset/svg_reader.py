"""A strict reader of SVG logos and illustrations: what it takes is drawn as in a browser, all else is refused.

Taken: the basic shapes and `path`, groups, `use`, `symbol` and `svg` inside, plain paint, gradients, transforms, clips,
masks, opacity, style sheets of classes, ids and elements. Refused by name: text, pictures, patterns, filters, markers,
animation, scripts. Source: https://www.w3.org/TR/SVG11/
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from generator.base.errors import AssetError
from generator.base.values import record, replace
from generator.typeset.drawing import Clip, Drawing, Gradient, Layer, Matrix, Outline, Segment, Shape
from generator.typeset.svg_bounds import outline_bounds
from generator.typeset.svg_budget import Budget
from generator.typeset.svg_clips import Box, Clips
from generator.typeset.svg_gradients import GRADIENTS, Gradients, Painted
from generator.typeset.svg_paint import CURRENT, Style, hidden, number_of, painted, reference, styled
from generator.typeset.svg_path import MOST_SEGMENTS
from generator.typeset.svg_references import References
from generator.typeset.svg_shapes import OUTLINES, corner, measured, moved
from generator.typeset.svg_sheet import Looks
from generator.typeset.svg_tree import DEEPEST, Node, at, read_tree
from generator.typeset.svg_values import fault, nested, transform
from generator.typeset.svg_viewport import Viewport, inner_viewport, viewport

MOST_BYTES = 2_000_000
MOST_SHAPES = 20_000
MOST_VISITS = 100_000  # elements, those that are used again counted again
CACHED = 200_000  # bytes: larger files are not worth their place in memory

# Drawn only where something names them; those that are not taken are refused by what names them.
_NAMED = frozenset({
    "defs", "style", "symbol", "clipPath", "mask", "filter", "pattern", "marker", "font", "font-face",
    "color-profile", *GRADIENTS,
})  # fmt: skip
_HELP = {
    "text": "turn the words into outlines (Inkscape: Path, Object to Path; Illustrator: Type, Create Outlines)",
    "image": "trace the picture that is inside of it, or give the whole logo as a PNG",
    "foreignObject": "save it as plain SVG; in Illustrator, without 'Preserve Illustrator Editing Capabilities'",
    "script": "save it without scripts",
}
_BLENDS = frozenset({
    "multiply", "screen", "overlay", "darken", "lighten", "color-dodge", "color-burn", "hard-light", "soft-light",
    "difference", "exclusion", "hue", "saturation", "color", "luminosity",
})  # fmt: skip


def read_svg(data: bytes) -> Drawing:
    """Return the drawing of an SVG file, UTF-8 or UTF-16, in view box units.

    Raises:
        AssetError: `svg-…`, with the line and the element in its message.
    """
    if len(data) > MOST_BYTES:
        raise AssetError("svg-too-large", f"the SVG is larger than {MOST_BYTES // 1_000_000} MB", "simplify its paths")
    if data[:2] == b"\x1f\x8b":
        raise AssetError("svg-compressed", "the SVG is compressed (svgz)", "save it as plain SVG")
    return _remembered(data) if len(data) <= CACHED else _read(data)


@lru_cache(maxsize=64)
def _remembered(data: bytes) -> Drawing:
    return _read(data)


def _read(data: bytes) -> Drawing:
    return _Walk(read_tree(data)).drawing()


@record
class _Context:
    """What an element hands down to those inside of it."""

    style: Style
    matrix: Matrix
    view: tuple[float, float]  # what percentages are of
    group: str | None = None
    depth: int = 1


class _Walk:
    """A tree on its way to shapes. How deep it goes is bounded by `DEEPEST`, whatever uses what."""

    def __init__(self, root: Node) -> None:
        self._root = root
        self._references = References(root)
        self._looks = Looks(self._sheets())
        self._budget = Budget()
        self._clips = Clips(self._references, self._looks, self._budget)
        self._gradients = Gradients(self._references.find, self._looks, self._budget)
        self._visits = self._shapes = self._segments = self._layers = 0

    def drawing(self) -> Drawing:
        """Return the whole drawing."""
        try:
            size, context = self._begin()
        except AssetError as error:
            raise at(self._root.line, self._root.name, error) from None
        shapes = self._inside(self._root, context)
        if not shapes:
            raise AssetError("svg-blank", "the SVG draws nothing", "check that its artwork is visible and not linked")
        return Drawing(*size, tuple(shapes))

    def _begin(self) -> tuple[tuple[float, float], _Context]:
        root = self._root
        if root.name != "svg":
            raise fault("svg-broken", "the file is not an SVG", "choose an SVG file")
        size, matrix = viewport(root.attributes)
        properties = self._looks.properties("svg", root.attributes)
        _refuse_conditions(root.attributes)
        # The root's transform is of SVG 2 only, and programs differ in where it stands.
        odd = {"opacity": "1", "clip-path": "none", "mask": "none", "mix-blend-mode": "normal"}
        if "transform" in root.attributes or hidden(properties):
            raise fault("svg-unsupported", "transform or display on the whole drawing")
        for name, usual in odd.items():
            if properties.get(name, usual).strip() != usual:
                raise fault("svg-unsupported", f"{name} on the whole drawing")
        return size, _Context(styled(Style(), properties), matrix, size)

    def _sheets(self) -> list[str]:
        found = []
        for node in self._root.walk():
            if node.name != "style":
                continue
            kind, media = node.attributes.get("type", ""), node.attributes.get("media", "all")
            if kind not in ("", "text/css") or media not in ("", "all", "screen"):
                raise at(node.line, "style", fault("svg-unsupported", "a style sheet of a kind that is not read"))
            if node.children:
                raise at(node.line, "style", fault("svg-broken", "an element inside a style sheet"))
            found.append("".join(node.words))
        return found

    # -- elements ------------------------------------------------------------------------------------------------------
    def _inside(self, node: Node, context: _Context) -> list[Shape]:
        return [shape for child in node.children for shape in self._element(child, context)]

    def _element(self, node: Node, above: _Context) -> list[Shape]:
        try:
            return self._seen(node, above)
        except AssetError as error:
            raise (error if error.message.startswith("line ") else at(node.line, node.name, error)) from None

    def _seen(self, node: Node, above: _Context) -> list[Shape]:
        if node.name in _NAMED or (node.name == "text" and not _has_words(node)):
            return []
        self._count(above)
        _refuse_conditions(node.attributes)
        properties = self._looks.properties(node.name, node.attributes)
        if hidden(properties):
            return []
        matrix = above.matrix
        if "transform" in node.attributes:
            matrix = nested(matrix, transform(node.attributes["transform"]))
        style = styled(above.style, properties)
        context = _Context(style, matrix, above.view, above.group, above.depth + 1)
        if node.name in OUTLINES:
            shapes, veil = self._outline(node, context, properties)
        else:
            shapes, veil = self._container(node, context, properties), number_of(properties, "opacity")
        return self._layered(shapes, node, properties, context, veil)

    def _count(self, above: _Context) -> None:
        self._visits += 1
        if self._visits > MOST_VISITS:
            raise fault("svg-too-complex", f"more than {MOST_VISITS} elements, those used again counted again")
        if above.depth > DEEPEST:
            raise fault("svg-too-deep", f"more than {DEEPEST} elements within each other", "ungroup the artwork")

    def _container(self, node: Node, context: _Context, properties: Mapping[str, str]) -> list[Shape]:
        match node.name:
            case "g" | "a":
                group = context.group or node.attributes.get("id") or None
                return self._inside(node, replace(context, group=group))
            case "switch":
                chosen = next((child for child in node.children if _chosen(child)), None)
                return self._element(chosen, context) if chosen is not None else []
            case "svg":
                inner = inner_viewport(node.attributes, node.attributes, context.view, properties)
                return self._viewport(node, context, inner)
            case "use":
                return self._use(node, context)
        help = _HELP.get(node.name, "turn it into plain shapes, or give the logo as a PNG")
        raise fault("svg-unsupported", f"the element {node.name[:40]!r} is not drawn", help)

    def _use(self, node: Node, context: _Context) -> list[Shape]:
        target = self._references.named(node.attributes.get("href", ""))
        x, y = corner(node.attributes, context.view)
        context = replace(context, matrix=nested(context.matrix, (1.0, 0.0, 0.0, 1.0, x, y)))
        with self._references.following(target):
            if target.name not in ("symbol", "svg"):
                return self._element(target, context)
            properties = self._looks.properties(target.name, target.attributes)
            if hidden(properties):
                return []
            self._count(context)
            placed = dict(target.attributes)
            placed.update((name, node.attributes[name]) for name in ("width", "height") if name in node.attributes)
            inner = inner_viewport(target.attributes, placed, context.view, properties)
            style = styled(context.style, properties)
            return self._viewport(target, replace(context, style=style, depth=context.depth + 1), inner)

    def _viewport(self, node: Node, context: _Context, inner: Viewport | None) -> list[Shape]:
        if inner is None:
            return []
        matrix = context.matrix
        shapes = self._inside(node, replace(context, matrix=nested(matrix, inner.matrix), view=inner.view))
        if inner.window is None or not shapes:
            return shapes
        return self._through(shapes, clips=(self._clips.window(inner.window, matrix),))

    # -- paint ---------------------------------------------------------------------------------------------------------
    def _outline(self, node: Node, context: _Context, properties: Mapping[str, str]) -> tuple[list[Shape], float]:
        """Return the shapes of a basic shape, and what of its opacity they do not have yet."""
        outline = OUTLINES[node.name](measured(node.attributes, context.view))
        self._segments += len(outline)
        self._shapes += 1
        if self._shapes > MOST_SHAPES or self._segments > MOST_SEGMENTS:
            raise fault("svg-too-complex", f"more than {MOST_SHAPES} shapes or {MOST_SEGMENTS} segments")
        style, veil = context.style, number_of(properties, "opacity")
        if not outline or not style.visible or not veil:
            return [], 1.0
        fill, stroke = (self._paint(paint, style, outline, context) for paint in (style.fill, style.stroke))
        both = fill is not None and stroke is not None
        alphas = fill.alpha if fill else 1.0, stroke.alpha if stroke else 1.0
        if alphas != (1.0, 1.0):
            opacities = style.fill_opacity * alphas[0], style.stroke_opacity * alphas[1]
            style = replace(style, fill_opacity=opacities[0], stroke_opacity=opacities[1])
        line = stroke.paint if stroke else None
        flat = "#ffffff" if isinstance(line, Gradient) else line
        veil_now = 1.0 if both else veil
        shapes = painted(
            moved(outline, context.matrix), style, fill.paint if fill else None, flat, context.matrix, veil_now
        )
        if (fill and fill.veil) or isinstance(line, Gradient):
            shapes = [part for shape in shapes for part in self._parted(shape, fill, stroke)]
        kept = [replace(shape, path=Outline(shape.path), group=context.group) for shape in shapes]
        return kept, veil if both else 1.0

    def _paint(self, paint: str | None, style: Style, outline: list[Segment], context: _Context) -> Painted | None:
        if paint is None:
            return None
        if not paint.startswith("url("):
            return Painted(style.color if paint == CURRENT else paint, 1.0, None)
        node = self._references.named("#" + reference(paint))
        return self._gradients.painted(node, outline_bounds(outline), context.view, context.matrix)

    def _parted(self, shape: Shape, fill: Painted | None, stroke: Painted | None) -> list[Shape]:
        """Return a shape as its fill and its line, where one alone cannot say what they are painted with.

        Opacities that go up and down are a mask. A line in a gradient is the mask of a field in that gradient, because
        PDF readers differ in what they make of such lines.
        """
        parts = [
            (replace(shape, stroke=None, pen=None, dash_start=0.0), fill, shape.filled),
            (replace(shape, fill=None, gradient=None), stroke, shape.stroke is not None),
        ]
        found: list[Shape] = []
        for part, paint, there in parts:
            if not there or paint is None:
                continue
            left, top, right, bottom = Drawing(1, 1, (part,)).bounds
            wide = part.stroke_width * max(1.0, part.miter) if part.stroke else 0.0
            field = self._clips.window((left - wide, top - wide, right + wide, bottom + wide), None).path
            shapes = [part]
            if part.stroke and isinstance(paint.paint, Gradient):
                shapes = self._through([Shape(field, gradient=paint.paint)], mask=(part,))
            if paint.veil is not None:
                shapes = self._through(shapes, mask=(Shape(field, gradient=paint.veil),))
            found += shapes
        return found

    # -- layers --------------------------------------------------------------------------------------------------------
    def _through(self, shapes: list[Shape], **seen: object) -> list[Shape]:
        self._layers += 1
        self._budget.take("layers", len(shapes))
        layer = Layer(self._layers, **seen)  # type: ignore[arg-type]
        return [replace(shape, layers=(layer, *shape.layers)) for shape in shapes]

    def _layered(
        self, shapes: list[Shape], node: Node, properties: Mapping[str, str], context: _Context, veil: float
    ) -> list[Shape]:
        """Return an element's shapes as they are seen through its clip, mask and opacity."""
        blend = properties.get("mix-blend-mode", "normal").strip()
        clip, mask = (properties.get(name, "none").strip() for name in ("clip-path", "mask"))
        if not shapes or (clip, mask, blend, veil) == ("none", "none", "normal", 1.0):
            return shapes
        if blend != "normal" and blend not in _BLENDS:
            raise fault("svg-unsupported", f"mix-blend-mode {blend[:40]!r} is not drawn", "flatten the artwork")
        box = cache(lambda: self._clips.box(node, shapes, context.matrix, context.view))
        clips = self._clips.clips(reference(clip), box, context.matrix, context.view) if clip != "none" else ()
        if clips is None:
            return []
        hiding: tuple[Shape, ...] | None = None
        if mask != "none":
            found = self._references.named("#" + reference(mask))
            with self._references.following(found):
                hiding, region = self._mask(found, box, context)
            clips = (*clips, region)
        if not veil:
            return []
        return self._through(shapes, clips=clips, alpha=veil, mask=hiding, blend=blend)

    def _mask(self, node: Node, box: Box, context: _Context) -> tuple[tuple[Shape, ...], Clip]:
        if node.name != "mask":
            raise fault("svg-reference", f"the mask is a {node.name[:40]!r}")
        self._count(context)
        properties, style = self._clips.inherited(node)
        region = self._clips.region(node, box, context.matrix, context.view)
        matrix = self._clips.units(node, "maskContentUnits", box, context.matrix)
        shapes = self._inside(node, replace(context, style=style, matrix=matrix, depth=context.depth + 1))
        outer = properties.get("mask", "none").strip()
        if outer != "none" or properties.get("clip-path", "none").strip() != "none":
            raise fault("svg-unsupported", "a mask of a mask is not drawn")
        by_alpha = properties.get("mask-type", "luminance").strip() == "alpha"
        return self._clips.greys(shapes, by_alpha), region


def _refuse_conditions(attributes: Mapping[str, str]) -> None:
    if attributes.get("systemLanguage") is not None or attributes.get("requiredExtensions"):
        raise fault("svg-unsupported", "conditions (systemLanguage, requiredExtensions) are not weighed")


def _chosen(node: Node) -> bool:
    """Whether a switch shows this child: the first that asks for nothing that only one program has."""
    return "requiredExtensions" not in node.attributes and node.name != "foreignObject"


def _has_words(node: Node) -> bool:
    return any("".join(part.words).strip() for part in node.walk())
