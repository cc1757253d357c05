"""The back cover of a booklet: who to call, where it comes from, and the dark band at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from generator.kinds.booklet_cover import DESIGNED, MARGIN
from generator.kinds.closing import ClosingBand, Colophon
from generator.kinds.grounds import paint_field
from generator.kinds.setting import Setting
from generator.pdf.surface import Surface
from generator.typeset.bands import Grid
from generator.typeset.boxes import Box

GUTTER = 18.0  # pt
MOST_WIDER = 1.29  # margin of a wide page, of that of a narrow one


class BackCover:
    """What stands on the last page, ``width`` by ``height`` pt; ``field`` is the colour of its ground."""

    def __init__(self, setting: Setting, width: float, height: float, field: str | None) -> None:
        self._setting, self._width, self._height, self._field = setting, width, height, field
        self._foot: tuple[Box, ...] = ()
        self._colophon: Colophon | None = None
        self.margin = MARGIN * min(max(1.0, width / DESIGNED), MOST_WIDER)
        self._measure = width - 2 * self.margin
        grid = Grid(self._measure, GUTTER, setting.scale.body, setting.one_column)
        self._band = ClosingBand(setting, grid, self.margin, tall=True)

    def hold(self, foot: Sequence[Box], colophon: Colophon | None) -> bool:
        """Take what stands above the band; tell whether there is room for it."""
        self._foot, self._colophon = tuple(foot), colophon
        return self.over <= 0

    @property
    def _gap(self) -> float:
        return self._setting.space(3)

    @property
    def _strips(self) -> float:
        return sum(box.height(self._measure) + self._gap for box in self._foot)

    @property
    def _details(self) -> float:
        """Height of sources and details with the gap below them, pt."""
        tall = self._colophon.height(self._measure) if self._colophon is not None else 0.0
        return tall + self._gap if tall else 0.0

    @property
    def over(self) -> float:
        """By how much it is taller than the page, pt; 0 or less where it is not."""
        return self.margin + self._strips + self._details + self._band.height - self._height

    @property
    def foot(self) -> float:
        """Where the room above all that it holds ends, pt from the top of the page."""
        return self._height - self._band.height - self._details - self._strips

    def draw(self, surface: Surface) -> None:
        """Draw the page."""
        paint_field(surface, self._setting, (0, 0, self._width, self._height), self._field, None)
        y = self.foot
        for box in self._foot:
            box.draw(surface, self.margin, y, self._measure)
            y += box.height(self._measure) + self._gap
        if self._colophon is not None:
            self._colophon.draw(surface, self.margin, y, self._measure)
        self._band.draw(surface, self._width, self._height)
