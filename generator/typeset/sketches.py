"""A plain drawing as a form of a PDF: in the file once, however often it is drawn, in units of its view box.

In these its numbers are mostly round; placed on a page they are not, and take twice the room.
"""

from __future__ import annotations

from math import ceil, floor, log10

from generator.model.hues import SIGN
from generator.pdf.paths import in_units, short
from generator.pdf.syntax import number, place_of, rgb
from generator.pdf.vector_forms import Form
from generator.typeset.drawing import Drawing, Outline, Shape

FINEST = 0.04  # pt; a third of a dot of an office's printer, 600 to the inch: no point of a curve is moved further
MOST_SCALES = 4  # at which one drawing is kept as a form
CAPS = {"butt": 0, "round": 1, "square": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2}


def sketch_of(drawing: Drawing, scale: float) -> Form:
    """Return a plain drawing as a form; ``scale`` is of a unit of it on the page, pt."""
    known = drawing.sketches.get(scale)
    if known is None:
        if len(drawing.sketches) >= MOST_SCALES:
            drawing.sketches.clear()
        known = drawing.sketches[scale] = _sketched(drawing, scale)
    return known


def _sketched(drawing: Drawing, scale: float) -> Form:
    tens = floor(log10(max(drawing.width, drawing.height)))
    digits = max(1 - tens, ceil(log10(max(scale, FINEST) * 0.5 / FINEST)))
    unit = 10.0**tens  # a side is 1 to 10 of them: what ends in zeros is shorter then, and deflates better
    writer = _Writer(unit, digits + tens)
    code = " ".join([writer.shape(shape) for shape in drawing.shapes])
    return Form(drawing.width / unit, drawing.height / unit, code, states=writer.states, group=False)


def _operands(colour: str) -> str:
    return place_of(colour) if colour.startswith(SIGN) else rgb(colour)


class _Writer:
    """Writes shapes one after the other; what is set already is not set again."""

    def __init__(self, unit: float, digits: int) -> None:
        self._unit, self._digits = unit, digits
        self._fill = self._stroke = self._line = ""
        self.states: dict[str, tuple[str, Form | None]] = {}

    def shape(self, shape: Shape) -> str:
        """Return the operators of a shape."""
        code: list[str] = []
        faint = shape.fill_alpha < 1 or shape.stroke_alpha < 1
        if faint:
            code.append(f"q {self._alphas(shape.fill_alpha, shape.stroke_alpha)}")
        if shape.fill is not None and shape.fill != self._fill:
            self._fill = shape.fill
            code.append(f"{_operands(shape.fill)} rg")
        if shape.stroke is not None:
            code += self._pen(shape, shape.stroke)
        paint = "S" if shape.fill is None else "f" if shape.stroke is None else "B"
        code.append(self._path(shape))
        code.append(paint + ("*" if shape.even_odd and shape.fill is not None else ""))
        if faint:
            code.append("Q")
            self._fill = self._stroke = self._line = ""
        return " ".join(code)

    def _pen(self, shape: Shape, colour: str) -> list[str]:
        code: list[str] = []
        if colour != self._stroke:
            self._stroke = colour
            code.append(f"{_operands(colour)} RG")
        sizes = [
            self._length(size) for size in shape.dash
        ]  # all 0 is forbidden (ISO 32000-1, 8.4.3.6): the line is solid
        dash = " ".join(sizes) if {*sizes} != {"0"} else ""
        join = JOINS[shape.join]
        line = f"{self._length(shape.stroke_width)} w {CAPS[shape.cap]} J {join} j [{dash}] 0 d"
        line += f" {number(shape.miter)} M" if join == 0 else ""
        if line != self._line:
            self._line = line
            code.append(line)
        return code

    def _length(self, value: float) -> str:
        """Return a width, of which a little is more than of a place."""
        return short(value / self._unit, self._digits + 1)

    def _alphas(self, fill: float, stroke: float) -> str:
        entries = f"/ca {number(fill)}/CA {number(stroke)}"
        name = next((name for name, state in self.states.items() if state[0] == entries), f"S{len(self.states) + 1}")
        self.states[name] = (entries, None)
        return f"/{name} gs"

    def _path(self, shape: Shape) -> str:
        """Return the operators of a path, which the drawing in all its colours shares."""
        path = shape.path
        if not isinstance(path, Outline):
            return in_units(path, self._unit, self._digits)
        key = self._unit, self._digits
        known = path.written.get(key)
        if known is None:
            known = path.written[key] = in_units(path, *key)
        return known
