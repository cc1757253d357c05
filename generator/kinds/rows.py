"""A row of doorways with somebody in each, rising from the start: small ones growing (DESIGN, mock-up b)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.base.scalars import Name
from generator.kinds.doorways import Doorway, draw_doorway, side_in
from generator.kinds.grounds import colour_areas
from generator.kinds.setting import Setting
from generator.pdf.surface import Surface
from generator.typeset.drawing import Drawing

GAP = 10.0  # between two doorways, pt, on a measure of 487 pt
FIRST, LAST = 0.97, 1.62  # height of the first and the last doorway, of their width; never wider than tall
LEAST_LAST = 1.32  # of the last one, where space is tight
MOST_WIDE = 0.25  # of the measure
MOST_YIELD = 1.35  # of the way to that, where space is tightest


class DoorwayRow:
    """Doorways side by side on one horizon, two fills in turn; each shows another set of people.

    Args:
        setting: whose colours and shape.
        names: of the illustrations, from the start side.
        last: height of the last doorway, of its width.
        most: width of a doorway at most, of the measure.
    """

    def __init__(self, setting: Setting, names: Sequence[Name], *, last: float = LAST, most: float = MOST_WIDE) -> None:
        self._setting, self._designed, self._most = setting, last, most
        self._arts: list[Drawing] = []
        for turn, name in enumerate(names):
            found = setting.assets.drawing(name, name.span, setting.findings)
            if found is not None:
                self._arts.append(found.without("bg").recoloured(setting.people(turn)))

    @property
    def colours(self) -> frozenset[str]:
        """The colours that the drawings and their doorways are painted in."""
        return frozenset({self._fills[-1]}.union(*(art.colours for art in self._arts)))

    @property
    def _fills(self) -> tuple[str, ...]:
        """The colours of the doorways, in turn; one that stands alone has the doorway's own."""
        roles = self._setting.roles
        return (roles.accent_soft, roles.doorway) if len(self._arts) > 1 else (roles.doorway,)

    def areas(self, measure: float) -> Counter[str]:
        """Return about how large each colour stands, pt squared."""
        width, _ = self._width(measure)
        return colour_areas(*((art, width) for art in self._arts))

    def _width(self, measure: float) -> tuple[float, float]:
        """Return (width of a doorway, gap), pt."""
        count = max(1, len(self._arts))
        gap = GAP * measure / 487
        return min((measure - gap * (count - 1)) / count, measure * self._most), gap

    @property
    def _last(self) -> float:
        """Height of the last doorway, of its width; the row rises less where space is tight."""
        least = min(self._designed, LEAST_LAST)
        return self._designed - (self._designed - least) * min(MOST_YIELD, (1 - self._setting.tight.space) / 0.3)

    def tall(self, measure: float) -> float:
        """Return the height of the tallest doorway, pt."""
        return self._width(measure)[0] * self._last if self._arts else 0.0

    def draw(self, surface: Surface, x: float, foot: float, measure: float) -> None:
        """Draw them from the start side, standing on ``foot``."""
        setting, (width, gap) = self._setting, self._width(measure)
        fills = self._fills
        alone = measure - width if len(self._arts) == 1 else 0.0  # one stands at the end, where the words are short
        last = max(1, len(self._arts) - 1)
        for i, art in enumerate(self._arts):
            at = alone + i * (width + gap)
            left = x + measure - at - width if setting.rtl else x + at
            tall = width * (FIRST + (self._last - FIRST) * i / last)
            tall = max(tall, width)
            side = side_in(art, width, tall)
            draw_doorway(surface, setting, Doorway(left, foot, width, tall, side), art, fills[i % len(fills)])
