"""A drawing with gradients, clips, masks or groups that are seen through, as a form of a PDF."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from generator.pdf.syntax import rgb
from generator.pdf.vector_forms import Form
from generator.typeset.drawing import Drawing, Gradient, Layer, Matrix, Path, Shape, Stop
from generator.typeset.sketches import CAPS, JOINS
from generator.typeset.svg_values import inverse, times

SIDE = 1000.0  # units of the form's longer side: a hundredth of one is far below what is seen
FINEST = 0.01  # of these units: what dashes and their gaps measure together at least


@lru_cache(maxsize=64)
def form_of(drawing: Drawing) -> Form:
    """Return a drawing as a form, its view box as large as the form."""
    k = SIDE / max(drawing.width, drawing.height)
    size = drawing.width * k, drawing.height * k
    return _Maker(size, (k, 0.0, 0.0, -k, 0.0, size[1])).form(drawing.shapes, 0)


class _Maker:
    """Writes operators in the form's units."""

    def __init__(self, size: tuple[float, float], to_form: Matrix) -> None:
        self._size, self._to_form = size, to_form
        self._k = to_form[0]
        self._fresh()

    def _fresh(self) -> None:
        self._code: list[str] = []
        self._patterns: dict[str, str] = {}
        self._states: dict[str, tuple[str, Form | None]] = {}
        self._forms: dict[str, Form] = {}

    def form(self, shapes: Sequence[Shape], level: int) -> Form:
        """Return shapes as a form; of their layers the first ``level`` lie outside of it."""
        maker = _Maker(self._size, self._to_form)
        maker.shapes(shapes, level)
        return Form(*self._size, "\n".join(maker._code), maker._patterns, maker._states, maker._forms)

    def shapes(self, shapes: Sequence[Shape], level: int) -> None:
        """Draw shapes in their order, those of one layer together."""
        start = 0
        while start < len(shapes):
            layer = shapes[start].layers[level] if len(shapes[start].layers) > level else None
            end = start + 1
            while layer is not None and end < len(shapes) and shapes[end].layers[level : level + 1] == (layer,):
                end += 1
            if layer is None:
                self._shape(shapes[start])
            else:
                self._layer(layer, shapes[start:end], level + 1)
            start = end

    def _layer(self, layer: Layer, shapes: Sequence[Shape], level: int) -> None:
        self._code.append("q")
        for clip in layer.clips:
            self._code.append(f"{self._path(clip.path)} {'W*' if clip.even_odd else 'W'} n")
        if layer.alpha == 1 and layer.mask is None and layer.blend == "normal":
            self.shapes(shapes, level)
        else:
            blend = "".join(word.capitalize() for word in layer.blend.split("-"))
            mask = self.form(layer.mask, 0) if layer.mask is not None else None
            name = f"G{len(self._forms) + 1}"
            self._forms[name] = self.form(shapes, level)
            self._code.append(f"{self._state(_alphas(layer.alpha, layer.alpha) + f'/BM/{blend}', mask)} /{name} Do")
        self._code.append("Q")

    def _shape(self, shape: Shape) -> None:
        code = ["q"]
        if shape.fill_alpha < 1 or shape.stroke_alpha < 1:
            code.append(self._state(_alphas(shape.fill_alpha, shape.stroke_alpha), None))
        if shape.filled:
            code.append(self._paint(shape))
        star = "*" if shape.even_odd else ""
        if shape.stroke is None:
            code.append(f"{self._path(shape.path)} f{star} Q")
        elif shape.pen is None:
            code.append(self._line(shape, self._k))
            code.append(f"{self._path(shape.path)} {'B' + star if shape.filled else 'S'} Q")
        else:
            if shape.filled:
                code.append(f"{self._path(shape.path)} f{star}")
            code.append(self._line(shape, 1.0))
            code.append(
                f"{_numbers(times(self._to_form, shape.pen))} cm {_written(shape.path, inverse(shape.pen), 5)} S Q"
            )
        self._code.append(" ".join(code))

    def _line(self, shape: Shape, k: float) -> str:
        sizes = [_number(d * k) for d in shape.dash]
        # Dashes that are all written as nothing are forbidden (ISO 32000-1, 8.4.3.6), and readers count for long
        # at those that nobody sees: the line is solid.
        solid = {*sizes} <= {"0"} or sum(shape.dash) * self._k < FINEST
        dash = "[] 0 d" if solid else f"[{' '.join(sizes)}] {_number(shape.dash_start * k)} d"
        return (
            f"{rgb(shape.stroke or '#000000')} RG {_number(shape.stroke_width * k)} w"
            f" {CAPS[shape.cap]} J {JOINS[shape.join]} j {_number(shape.miter)} M {dash}"
        )

    def _paint(self, shape: Shape) -> str:
        if shape.gradient is None:
            return f"{rgb(shape.fill or '#000000')} rg"
        name = f"P{len(self._patterns) + 1}"
        self._patterns[name] = _pattern(shape.gradient, self._to_form)
        return f"/Pattern cs /{name} scn"

    def _state(self, entries: str, mask: Form | None) -> str:
        name = f"S{len(self._states) + 1}"
        self._states[name] = (entries, mask)
        return f"/{name} gs"

    def _path(self, path: Path) -> str:
        return _written(path, self._to_form, 2)


def _alphas(fill: float, stroke: float) -> str:
    return f"/ca {_number(fill)}/CA {_number(stroke)}"


def _written(path: Path, matrix: Matrix, digits: int) -> str:
    a, b, c, d, e, f = matrix
    out: list[str] = []
    for segment in path:
        values = segment[1:]
        for x, y in zip(values[::2], values[1::2], strict=True):
            out.append(_number(a * x + c * y + e, digits))
            out.append(_number(b * x + d * y + f, digits))
        out.append({"M": "m", "L": "l", "C": "c", "Z": "h"}[segment[0]])
    return " ".join(out)


def _pattern(gradient: Gradient, to_form: Matrix) -> str:
    """Return a pattern of type 2. Its space is chosen so that the gradient is of size 1."""
    if len(gradient.ends) == 4:
        x1, y1, x2, y2 = gradient.ends
        own: Matrix = (x2 - x1, y2 - y1, y1 - y2, x2 - x1, x1, y1)
        kind, ends = 2, "0 0 1 0"
    else:
        fx, fy, fr, cx, cy, r = gradient.ends
        own = (r, 0.0, 0.0, r, cx, cy)
        kind, ends = 3, _numbers(((fx - cx) / r, (fy - cy) / r, fr / r, 0.0, 0.0, 1.0))
    matrix = times(to_form, times(gradient.matrix, own))
    return (
        f"/PatternType 2/Matrix[{_numbers(matrix)}]/Shading<</ShadingType {kind}/ColorSpace/DeviceRGB"
        f"/Coords[{ends}]/Function {_function(gradient.stops)}/Extend[true true]>>"
    )


def _function(stops: tuple[Stop, ...]) -> str:
    parts = [(one, other) for one, other in pairwise(stops) if other.at > one.at]
    each = [f"<</FunctionType 2/Domain[0 1]/C0[{rgb(a.colour)}]/C1[{rgb(b.colour)}]/N 1>>" for a, b in parts]
    if len(each) == 1:
        return each[0]
    bounds = _numbers(b.at for _, b in parts[:-1])
    encode = " ".join(["0 1"] * len(parts))
    return f"<</FunctionType 3/Domain[0 1]/Functions[{''.join(each)}]/Bounds[{bounds}]/Encode[{encode}]>>"


def _number(value: float, digits: int = 6) -> str:
    """Return a number as short as it can be; PDF knows no exponents."""
    out = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if out in ("-0", "") else out


def _numbers(values: Iterable[float]) -> str:
    return " ".join(_number(value) for value in values)
