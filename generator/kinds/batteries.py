"""Batteries: one for each level, ever fuller, so that each says its level by itself, in black and white too."""

from __future__ import annotations

from collections.abc import Sequence

from generator.kinds.setting import Setting
from generator.kinds.strips import Strip
from generator.pdf.structure import LAYOUT, Element, Target
from generator.pdf.surface import Surface
from generator.typeset.boxes import Stack
from generator.typeset.shapes import line, rectangle

GUTTER = 3.0  # u
WIDEST, SHAPE = 7.0, 0.46  # em of the body; height, of the width
BESIDE = 4.4  # em; width beside words
OUTLINE = 0.13  # weight, of the height, but at least LEAST_OUTLINE
LEAST_OUTLINE = 2.5  # pt
KNOB = 0.075  # width of the pole, of the width


class Batteries(Strip):
    """A battery above or beside the words of each level.

    Args:
        setting: as for a strip.
        words: of each level.
        figure: of all batteries.
        filled: how many cells of each are full.
    """

    def __init__(self, setting: Setting, words: Sequence[Stack], figure: Element, filled: Sequence[int]) -> None:
        super().__init__(setting, words, figure, "the battery", GUTTER)
        self._filled, self._cells = tuple(filled), len(filled)

    def picture_tall(self, column: float) -> float:
        """Return the height of a battery above its words."""
        return self._wide(column) * SHAPE

    def _wide(self, column: float) -> float:
        return min(column, WIDEST * self._setting.scale.body)

    def beside(self) -> tuple[float, float]:
        """Return the size of a battery beside its words."""
        wide = BESIDE * self._setting.scale.body
        return wide, wide * SHAPE

    def draw_row(self, surface: Surface, boxes: Sequence[tuple[float, float, float]], target: Target) -> None:
        """Draw each at the start of its column."""
        for i, (x, y, column) in enumerate(boxes):
            wide = self._wide(column)
            left = x + column - wide if self._setting.rtl else x
            with self.showing(surface, i):
                self._battery(surface, (left, y, wide), self._filled[i], target)

    def draw_column(self, surface: Surface, boxes: Sequence[tuple[float, float]], first: int, target: Target) -> None:
        """Draw them one below the other."""
        for i, (x, y) in enumerate(boxes):
            with self.showing(surface, first + i):
                self._battery(surface, (x, y, self.beside()[0]), self._filled[first + i], target)

    def _draw_stack(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the stack, with a rule midway between two levels."""
        super()._draw_stack(surface, x, y, measure)
        for words in self._words[:-1]:
            y += self._row(words, measure) + self._gap()
            at = y - self._gap() / 2
            surface.shape(line(x, at, x + measure, at), stroke=self._setting.roles.line, width=0.75, target=LAYOUT)

    def _gap(self) -> float:
        return self._setting.space(4.5)

    def _battery(self, surface: Surface, at: tuple[float, float, float], filled: int, target: Target) -> None:
        """Draw a battery of which so many cells are full, from its foot; its pole points to where lines end."""
        setting, (x, y, wide) = self._setting, at
        roles, rtl, tall = setting.roles, setting.rtl, wide * SHAPE
        weight = max(LEAST_OUTLINE, tall * OUTLINE * 0.6)
        knob, body = wide * KNOB, wide * (1 - KNOB)
        left = x + knob if rtl else x
        radius = setting.radius(tall * 0.26)
        pole = rectangle(x if rtl else x + body - weight, y + tall * 0.3, knob + weight, tall * 0.4, knob * 0.5)
        surface.shape(pole, fill=roles.primary_dark, target=target)
        half = weight / 2
        case = rectangle(left + half, y + half, body - weight, tall - weight, radius)
        surface.shape(case, fill=roles.paper, stroke=roles.primary_dark, width=weight, target=target)
        gap = max(1.2, tall * 0.07)
        room = body - 2 * (weight + gap)
        step = (room + gap) / self._cells
        for i in range(self._cells):
            full = i < filled
            if setting.edition.outlined and not full:
                continue
            start = weight + gap + i * step
            cell_x = left + body - start - (step - gap) if rtl else left + start
            cell = rectangle(
                cell_x, y + weight + gap, step - gap, tall - 2 * (weight + gap), max(0.0, radius - weight - gap * 0.6)
            )
            surface.shape(cell, fill=roles.primary_fill if full else roles.primary_soft, target=target)
