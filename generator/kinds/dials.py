"""A dial: a half-round gauge with numbered segments, and what each says in a list below or beside it."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin

from generator.kinds.loops import numbered_row
from generator.kinds.parts import disc
from generator.kinds.setting import Setting, Written
from generator.kinds.tones import tones
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Beside, Box, Stack
from generator.typeset.panels import note_box
from generator.typeset.shapes import Path, arc, circle, line

THICK = 0.36  # of the radius, the ring of segments
GAP = 3.0  # between two segments, pt
HUB = 0.075  # of the radius
NEEDLE = 0.52  # how far it reaches, of the radius
HORIZON = 3.0  # weight of the line that it stands on, pt
LARGEST = 122.0  # radius for a body of 12 pt; it grows less than large type does
MOST_SCALED, YIELDING = 1.25, 0.8
DISC = 0.42  # radius of a number's disc, of the room that it has
NUMERAL = 1.12  # size of a numeral, of its disc's radius
RING = 2.0  # pt of paper round a disc
OUTLINE = 1.0  # pt, of a segment where there are no tints
BESIDE = 165.0  # pt; the list beside the dial is not narrower


class DialWithList(Box):
    """A dial with its levels as a list: beside it where there is width, else below it."""

    parting = 4.0  # the list says what the numbers mean

    def __init__(
        self, setting: Setting, figure: Element, levels: Sequence[tuple[Written, Written | None]], rising: bool
    ) -> None:
        self._setting = setting
        self._dial = _Dial(setting, figure, len(levels), rising)
        listing = (figure.parent or setting.parent).add("L", numbering="Decimal", kind="labels")
        rows = [numbered_row(setting, i, label, text, listing) for i, (label, text) in enumerate(levels, 1)]
        self._list = Stack(rows)
        self.trim_bottom = self._list.trim_bottom

    def _set(self, measure: float) -> Box:
        setting, wide = self._setting, 2 * self._dial.radius(measure)
        gutter = 5 * setting.u
        if measure - wide - gutter >= max(BESIDE, self._list.narrowest()):
            boxes = [self._dial, self._list]
            return Beside(boxes, (1, 1), gutter=gutter, fixed=wide, rtl=setting.rtl, middle=True)
        return Stack([self._dial.spaced(0, setting.space(3)), self._list])

    def height(self, measure: float) -> float:
        """Return the height of dial and list."""
        return self._set(measure).height(measure)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part the list where it stands below the dial."""
        return self._set(measure).split(measure, room)

    def narrowest(self) -> float:
        """Return the need of the smallest dial and of the list."""
        return max(2 * self._dial.least, self._list.narrowest())

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw both."""
        self._set(measure).draw(surface, x, y, measure)


class _Dial(Box):
    """The gauge itself, standing on a horizon."""

    def __init__(self, setting: Setting, figure: Element, count: int, rising: bool) -> None:
        self._setting, self._figure, self._count, self._rising = setting, figure, count, rising

    @property
    def least(self) -> float:
        """Return the radius at which the numbers are as small as anything that is printed may be, pt."""
        disc = self._setting.edition.smallest / NUMERAL
        room = disc / DISC
        return max(room / THICK, (room + GAP) / (radians(180 / self._count) * (1 - THICK / 2)))

    def radius(self, measure: float) -> float:
        """Return the radius at a measure, pt; smaller where space is tight."""
        setting = self._setting
        scaled = min(setting.scale.body / 12, MOST_SCALED)
        size = LARGEST * scaled * (1 - YIELDING * (1 - setting.tight.space))
        return max(self.least, min(size, measure / 2))

    def height(self, measure: float) -> float:
        """Return the height with the horizon."""
        return self.radius(measure) + HORIZON

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the segments with their numbers, the needle and the horizon."""
        setting, figure, r = self._setting, self._figure, self.radius(measure)
        cx, cy = x + measure / 2, y + r
        note_box(surface, figure, cx - r, y, 2 * r, r + HORIZON)
        inner = r * (1 - THICK)
        middle, step = (r + inner) / 2, 180 / self._count
        outlined = setting.edition.outlined
        clockwise = self._rising != setting.rtl  # the lowest level stands where lines begin
        shades = tones(setting, self._count)
        spots = []
        for i in range(self._count):
            low = 180 + step * (i if clockwise else self._count - 1 - i)
            shade = shades[i if self._rising else self._count - 1 - i]
            path = _segment(cx, cy, r, inner, low, low + step, GAP if not outlined else GAP + OUTLINE)
            stroke = setting.roles.ink if outlined else None
            surface.shape(path, fill=shade, stroke=stroke, width=OUTLINE, target=figure)
            a = radians(low + step / 2)
            spots.append((cx + middle * cos(a), cy + middle * sin(a)))
        self._needle(surface, cx, cy, r)
        room = min(middle * radians(step) - GAP, r - inner)
        small = min(setting.styles.body.size * 1.08, room * DISC)
        for i, (sx, sy) in enumerate(spots, 1):
            surface.shape(circle(sx, sy, small + RING), fill=setting.roles.paper, target=figure)
            disc(setting, str(i), small, figure, drop=0.0)(surface, sx - small, sy, 2 * small)

    def _needle(self, surface: Surface, cx: float, cy: float, r: float) -> None:
        roles, figure, hub = self._setting.roles, self._figure, r * HUB
        colour = roles.accent_strong
        tip = r * NEEDLE
        path: Path = [("M", cx - hub * 0.8, cy), ("L", cx, cy - tip), ("L", cx + hub * 0.8, cy), ("Z",)]
        surface.shape(path, fill=colour, stroke=colour, width=1.5, join=1, target=figure)
        surface.shape([*arc(cx, cy, hub * 2.2, 180, 360), ("Z",)], fill=roles.primary_fill, target=figure)
        foot = line(cx - r, cy + HORIZON / 2, cx + r, cy + HORIZON / 2)
        surface.shape(foot, stroke=roles.primary_fill, width=HORIZON, target=figure)


def _segment(cx: float, cy: float, r: float, inner: float, start: float, end: float, gap: float) -> Path:
    """Return a piece of a ring, half a gap short at either end: the gap is as wide inside as outside."""
    out, in_ = gap / 2 / r * 57.3, gap / 2 / inner * 57.3
    return [
        *arc(cx, cy, r, start + out, end - out),
        *arc(cx, cy, inner, end - in_, start + in_, move=False),
        ("Z",),
    ]
