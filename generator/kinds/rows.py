"""A row of doorways with somebody in each, rising from the start: small ones growing (DESIGN, mock-up b)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.scalars import Name
from generator.kinds.doorways import Doorway, draw_doorway
from generator.kinds.setting import Setting
from generator.pdf.surface import Surface
from generator.typeset.drawing import Drawing

GAP = 10.0  # between two doorways, pt, on a measure of 487 pt
FIRST, LAST = 0.97, 1.62  # height of the first and the last doorway, of their width; never wider than tall
LEAST_LAST = 1.32  # of the last one, where space is tight
INK = 0.98  # width of the ink in a doorway, of its width
CLEAR = 0.03  # above the highest ink, of a doorway's width
LARGEST = 1.38  # side of a drawing, of a doorway's width: heads stay inside the curve


class DoorwayRow:
    """Doorways side by side on one horizon, two fills in turn; each shows another set of people."""

    def __init__(self, setting: Setting, names: Sequence[Name]) -> None:
        self._setting = setting
        self._arts: list[Drawing] = []
        for turn, name in enumerate(names):
            found = setting.assets.drawing(name, name.span, setting.findings)
            if found is not None:
                self._arts.append(found.without("bg").recoloured(setting.people(turn)))

    def _width(self, measure: float) -> tuple[float, float]:
        """Return (width of a doorway, gap), pt."""
        count = max(1, len(self._arts))
        gap = GAP * measure / 487
        return min((measure - gap * (count - 1)) / count, measure / 4), gap

    @property
    def _last(self) -> float:
        """Height of the last doorway, of its width; the row rises less where space is tight."""
        return LAST - (LAST - LEAST_LAST) * min(1.0, (1 - self._setting.tight.space) / 0.3)

    def tall(self, measure: float) -> float:
        """Return the height of the tallest doorway, pt."""
        return max((self._door(i, self._width(measure)[0])[0] for i in range(len(self._arts))), default=0.0)

    def _door(self, i: int, width: float) -> tuple[float, float]:
        """Return (height, side of its drawing) of a doorway: it rises with its place, and nobody's head is cut off."""
        art, last = self._arts[i], max(1, len(self._arts) - 1)
        left, top, right, _ = art.bounds
        side = width * min(LARGEST, INK / (max(1.0, right - left) / art.width))
        head = side * (1 - top / art.height) + CLEAR * width
        return max(width * (FIRST + (self._last - FIRST) * i / last), width, head), side

    def draw(self, surface: Surface, x: float, foot: float, measure: float) -> None:
        """Draw them from the start side, standing on ``foot``."""
        setting, (width, gap) = self._setting, self._width(measure)
        fills = (setting.roles.accent_soft, setting.roles.primary_soft)
        for i, art in enumerate(self._arts):
            at = i * (width + gap)
            left = x + measure - at - width if setting.rtl else x + at
            tall, side = self._door(i, width)
            draw_doorway(surface, setting, Doorway(left, foot, width, tall, side), art, fills[i % 2])
