"""Figures and their captions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.base.places import Span
from generator.kinds.setting import Setting, Written
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box, Stack


class _Under(Box):
    """Words that stand below a figure, as wide as it is."""

    def __init__(self, words: Box, place: Callable[[float], tuple[float, float]]) -> None:
        self._words, self._place = words, place
        self.span, self.trim_bottom = words.span, words.trim_bottom

    def height(self, measure: float) -> float:
        """Return the height of the words at the figure's width."""
        return self._words.height(self._place(measure)[1])

    def narrowest(self) -> float:
        """Return the words' need."""
        return self._words.narrowest()

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the words below the figure."""
        dx, width = self._place(measure)
        self._words.draw(surface, x + dx, y, width)


def captioned(
    setting: Setting,
    box: Box,
    figure: Element | None,
    caption: Written | None,
    span: Span,
    credit: Written | None = None,
    place: Callable[[float], tuple[float, float]] | None = None,
) -> Sequence[Box]:
    """Return a figure with its caption and credit below it; they keep together.

    ``place`` says where in a measure the figure stands, (x, width) in pt; its words stand below it and no wider.
    """
    gap = setting.space(3)
    box.span = span
    boxes = [box.spaced(0, setting.space(1))]
    style = setting.styles.note
    parent = setting.parent
    if caption is not None:
        # beside the Figure, not in it: readers take a Figure with alternative text as a whole
        element = parent.add("Caption" if figure is not None else "P", kind="caption")
        words: Box = setting.paragraph(caption, style, element)
        boxes.append(_Under(words, place) if place is not None else words)
    if credit is not None:
        boxes.append(setting.paragraph(credit, setting.styles.small, parent.add("P", kind="credit")))
    return [Stack(boxes, keep=True).spaced(gap, gap)]
