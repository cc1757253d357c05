"""Two cards that are read together: side by side and equally tall, or one below the other in a narrow column."""

from __future__ import annotations

from generator.kinds.setting import Setting
from generator.pdf.surface import Surface
from generator.typeset.boxes import Beside, Box, Stack
from generator.typeset.panels import Card

NARROWEST = 155.0  # pt; a card beside another is not narrower


class Pair(Box):
    """Two cards."""

    parting = 5.0  # they are read together

    def __init__(self, setting: Setting, first: Card, second: Card) -> None:
        self._cards, self._setting = (first, second), setting
        self._gutter = setting.scale.baseline
        self._row = Beside(self._cards, (1, 1), gutter=self._gutter, rtl=setting.rtl)
        self.span = first.span

    def _beside(self, measure: float) -> bool:
        half = (measure - self._gutter) / 2
        return not self._setting.one_column and half >= max(NARROWEST, *(card.narrowest() for card in self._cards))

    def _level(self, measure: float) -> None:
        for card in self._cards:
            card.stretched = 0.0
        if self._beside(measure):
            half = (measure - self._gutter) / 2
            tallest = max(card.height(half) for card in self._cards)
            for card in self._cards:
                card.stretched = tallest - card.height(half)

    def _stack(self) -> Stack:
        for card in self._cards:
            card.spaced(self._gutter / 2, self._gutter / 2)
        return Stack(self._cards)

    def height(self, measure: float) -> float:
        """Return the height of the row, or of the two below each other."""
        self._level(measure)
        return self._row.height(measure) if self._beside(measure) else self._stack().height(measure)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part between the two where they stand below each other."""
        self._level(measure)
        return None if self._beside(measure) else self._stack().split(measure, room)

    def narrowest(self) -> float:
        """Return what one card needs."""
        return max(card.narrowest() for card in self._cards)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw both."""
        self._level(measure)
        if not self._beside(measure):
            self._setting.note(self.span, "narrow-form", "the two cards stand one below the other")
        (self._row if self._beside(measure) else self._stack()).draw(surface, x, y, measure)
