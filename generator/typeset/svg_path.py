"""Path data to moves, lines and cubic curves: https://www.w3.org/TR/SVG11/paths.html.

Browsers draw a broken path up to its fault; here it is refused, because a part of a logo is a wrong logo.
"""

from __future__ import annotations

from collections.abc import Callable
from math import atan2, ceil, cos, hypot, pi, radians, sin, sqrt, tan

from generator.base.patterns import later
from generator.typeset.drawing import Curve, Segment
from generator.typeset.svg_values import LIMIT, NUMBER, fault, numbers, shown

MOST_SEGMENTS = 200_000  # of one drawing; the largest real logos have some thousands

SMALLEST_RADIUS = 1e-9  # of an arc: a smaller one is a straight line, and would divide by nothing

_COMMAND = later(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_GAP = r"[\s,]*+"
# Flags are one digit each and may stand without a gap: "a1 1 0 01.5.5".
_ARC = later(
    rf"{_GAP}({NUMBER}){_GAP}({NUMBER}){_GAP}({NUMBER}){_GAP}([01]){_GAP}([01]){_GAP}({NUMBER}){_GAP}({NUMBER}){_GAP}"
)
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def path(data: str) -> list[Segment]:
    """Return the segments of a `d` attribute in its own units; none for an empty one.

    Raises:
        AssetError: `svg-path`, `svg-number`.
    """
    data = data.strip()
    if data and data[0] not in "Mm":
        raise fault("svg-path", f"the path {shown(data)} does not start with a move")
    pen = _Pen()
    for letter, arguments in _COMMAND.findall(data):
        upper = letter.upper()
        values = _arc_numbers(arguments) if upper == "A" else numbers(arguments, f"path command {letter}")
        takes = _TAKES[upper]
        if (len(values) % takes or not values) if takes else values:
            raise fault("svg-path", f"path command {letter} has {len(values)} numbers, it takes {takes} at a time")
        draw = _DRAW[upper]
        for i in range(0, max(len(values), 1), takes or 1):
            # After the first pair, a move goes on as a line.
            (_Pen.line if upper == "M" and i else draw)(pen, letter.islower(), values[i : i + takes])
    return pen.segments


def _arc_numbers(arguments: str) -> list[float]:
    values: list[float] = []
    end = 0
    while end < len(arguments):
        found = _ARC.match(arguments, end)
        if not found:
            raise fault("svg-path", f"the arc {shown(arguments[end:].strip())} cannot be read")
        values += (float(text) for text in found.groups())
        end = found.end()
    if values and not (max(values) <= LIMIT and min(values) >= -LIMIT):
        raise fault("svg-number", f"an arc is out of range: at most {LIMIT:g}")
    return values


class _Pen:
    """The point where the path stands, and what was drawn so far."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.x = self.y = 0.0
        self.start = (0.0, 0.0)
        self.handle: tuple[str, float, float] = ("", 0.0, 0.0)  # last control point, for S and T
        self.closed = False

    def _from(self, relative: bool) -> tuple[float, float]:
        return (self.x, self.y) if relative else (0.0, 0.0)

    def _go(self, x: float, y: float, handle: tuple[str, float, float] = ("", 0.0, 0.0)) -> None:
        self.x, self.y, self.handle, self.closed = x, y, handle, False
        # Not `abs(x) > LIMIT`, which is false for NaN.
        if not (abs(x) <= LIMIT and abs(y) <= LIMIT) or len(self.segments) > MOST_SEGMENTS:
            raise fault("svg-path", f"the path is too long or leaves the range of {LIMIT:g}")

    def _reopen(self) -> None:
        """Move to the start again where a path goes on after its close."""
        if self.closed:
            self.segments.append(("M", self.x, self.y))

    def move(self, relative: bool, values: list[float]) -> None:
        dx, dy = self._from(relative)
        x, y = dx + values[0], dy + values[1]
        self.segments.append(("M", x, y))
        self._go(x, y)
        self.start = (x, y)

    def line(self, relative: bool, values: list[float]) -> None:
        dx, dy = self._from(relative)
        self._line(dx + values[0], dy + values[1])

    def across(self, relative: bool, values: list[float]) -> None:
        self._line(self._from(relative)[0] + values[0], self.y)

    def down(self, relative: bool, values: list[float]) -> None:
        self._line(self.x, self._from(relative)[1] + values[0])

    def _line(self, x: float, y: float) -> None:
        self._reopen()
        self.segments.append(("L", x, y))
        self._go(x, y)

    def _curve(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:
        self._reopen()
        self.segments.append(("C", x1, y1, x2, y2, x, y))
        self._go(x, y, ("C", x2, y2))

    def curve(self, relative: bool, values: list[float]) -> None:
        dx, dy = self._from(relative)
        a, b, c, d, e, f = values
        self._curve(dx + a, dy + b, dx + c, dy + d, dx + e, dy + f)

    def _mirrored(self, kind: str) -> tuple[float, float]:
        """Return the last control point seen from the other side, or the pen's own place."""
        if self.handle[0] != kind:
            return self.x, self.y
        return 2 * self.x - self.handle[1], 2 * self.y - self.handle[2]

    def smooth(self, relative: bool, values: list[float]) -> None:
        dx, dy = self._from(relative)
        c, d, e, f = values
        self._curve(*self._mirrored("C"), dx + c, dy + d, dx + e, dy + f)

    def quadratic(self, relative: bool, values: list[float]) -> None:
        dx, dy = self._from(relative)
        a, b, c, d = values
        self._quadratic(dx + a, dy + b, dx + c, dy + d)

    def smooth_quadratic(self, relative: bool, values: list[float]) -> None:
        dx, dy = self._from(relative)
        self._quadratic(*self._mirrored("Q"), dx + values[0], dy + values[1])

    def _quadratic(self, cx: float, cy: float, x: float, y: float) -> None:
        """Draw by the cubic with the same points: its handles stand at two thirds of the way to the control point."""
        k = 2 / 3
        self._curve(
            self.x + k * (cx - self.x), self.y + k * (cy - self.y), x + k * (cx - x), y + k * (cy - y), x, y
        )  # fmt: skip
        self.handle = ("Q", cx, cy)

    def arc(self, relative: bool, values: list[float]) -> None:
        dx, dy = self._from(relative)
        rx, ry, turn, large, sweep, x, y = values
        x, y = dx + x, dy + y
        apart = hypot(x - self.x, y - self.y)
        if min(abs(rx), abs(ry)) < SMALLEST_RADIUS or 0 < apart < SMALLEST_RADIUS:
            self._line(x, y)
        elif apart:
            self._reopen()
            self.segments += arc(self.x, self.y, abs(rx), abs(ry), turn, bool(large), bool(sweep), x, y)
            self._go(x, y)

    def close(self, relative: bool, values: list[float]) -> None:
        self.segments.append(("Z",))
        self._go(*self.start)
        self.closed = True


_DRAW: dict[str, Callable[[_Pen, bool, list[float]], None]] = {
    "M": _Pen.move,
    "L": _Pen.line,
    "H": _Pen.across,
    "V": _Pen.down,
    "C": _Pen.curve,
    "S": _Pen.smooth,
    "Q": _Pen.quadratic,
    "T": _Pen.smooth_quadratic,
    "A": _Pen.arc,
    "Z": _Pen.close,
}


def arc(
    x0: float, y0: float, rx: float, ry: float, turn: float, large: bool, sweep: bool, x: float, y: float
) -> list[Curve]:
    """Return an elliptical arc from (x0, y0) to (x, y) as cubic curves of at most a quarter turn each.

    The radii are above 0, and grow when the ends are too far apart for them; `turn` of the ellipse is in degrees;
    `large` takes the longer of two ways, `sweep` the one that is clockwise as seen (y down).

    Source: https://www.w3.org/TR/SVG11/implnote.html#ArcImplementationNotes
    """
    c, s = cos(radians(turn)), sin(radians(turn))
    hx, hy = (x0 - x) / 2, (y0 - y) / 2
    ux, uy = (c * hx + s * hy) / rx, (-s * hx + c * hy) / ry  # half the chord on the unit circle
    reach = hypot(ux, uy)
    if reach > 1:
        rx, ry, ux, uy, reach = rx * reach, ry * reach, ux / reach, uy / reach, 1.0
    away = sqrt(max(0.0, 1 / (reach * reach) - 1)) * (-1 if large == sweep else 1)
    mx, my = away * uy, -away * ux  # centre on the unit circle
    begin = atan2(uy - my, ux - mx)
    sweep_by = atan2(-uy - my, -ux - mx) - begin
    if sweep and sweep_by < 0:
        sweep_by += 2 * pi
    elif not sweep and sweep_by > 0:
        sweep_by -= 2 * pi
    ox, oy = c * rx * mx - s * ry * my + (x0 + x) / 2, s * rx * mx + c * ry * my + (y0 + y) / 2

    def place(px: float, py: float) -> tuple[float, float]:
        return c * rx * px - s * ry * py + ox, s * rx * px + c * ry * py + oy

    count = max(1, ceil(abs(sweep_by) / (pi / 2) - 1e-9))
    step = sweep_by / count
    k = 4 / 3 * tan(step / 4)
    curves: list[Curve] = []
    for i in range(count):
        a, b = begin + i * step, begin + (i + 1) * step
        end = place(cos(b), sin(b)) if i < count - 1 else (x, y)
        first, second = place(cos(a) - k * sin(a), sin(a) + k * cos(a)), place(cos(b) + k * sin(b), sin(b) - k * cos(b))
        curves.append(("C", *first, *second, *end))
    return curves
