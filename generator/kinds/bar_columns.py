"""Bars that stand, for one series with short labels: the number above each bar, its label below."""

from __future__ import annotations

from generator.kinds.bar_rows import CORNER, SHORTEST
from generator.kinds.chart_looks import SeriesLook, draw_bar
from generator.kinds.chart_words import ChartWords
from generator.kinds.setting import Setting
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box
from generator.typeset.panels import note_box
from generator.typeset.paragraph import Paragraph
from generator.typeset.shapes import Path, line, rectangle

MOST = 12  # bars; more are laid down
MOST_LINES = 2  # of a label
SHARE = 0.6  # of a bar's place, the bar
WIDEST_BAR, WIDEST_PLACE = 3.4, 7.5  # em
TALLEST, LOWEST = 21.0, 10.0  # u, the tallest bar
BELOW = 0.6  # u between the labels and what they are
SLOPE = 0.34  # of the measure, the tallest bar


class BarColumns(Box):
    """The chart; it is never parted."""

    def __init__(self, words: ChartWords, figure: Element, looks: list[SeriesLook]) -> None:
        self._words, self._figure, self._look = words, figure, looks[0]
        self._most = words.data.greatest or 1.0

    @property
    def _setting(self) -> Setting:
        return self._words.setting

    def fits(self, measure: float) -> bool:
        """Tell whether bars may stand: one series, nothing below 0, short labels and numbers."""
        words, data = self._words, self._words.data
        if len(data.series) > 1 or data.least < 0 or data.end is not None or not 1 < len(words.labels) <= MOST:
            return False
        place = self._place(measure) - self._setting.u
        short = all(one.narrowest() <= place and len(one.lines(place)) <= MOST_LINES for one in self._labels())
        return short and all(number.natural + 0.5 <= place for number in self._numbers())

    def _place(self, measure: float) -> float:
        """Return the width of a bar's place: bars do not run far apart on a wide page."""
        return min(measure / len(self._words.labels), WIDEST_PLACE * self._setting.scale.body)

    def _labels(self) -> list[Paragraph]:
        styles = self._setting.styles
        style = styles.note.with_(align="centre", balance=True, colour=styles.body.colour)
        return [self._words.set(one, style) for one in self._words.labels]

    def _numbers(self) -> list[Paragraph]:
        words, size = self._words, self._setting.styles.note.size
        return [words.set(cell.words, cell.words.style.with_(size=size)) for cell in words.values[0]]

    def _above(self) -> list[Paragraph]:
        return [one for one in (*self._words.names, self._words.y) if one is not None]

    def _tall(self, measure: float) -> float:
        """Return the height of the tallest bar."""
        u = self._setting.u
        k = 1 - 1.15 * (1 - self._setting.tight.space)
        return max(LOWEST * u, min(measure * SLOPE, TALLEST * u) * k)

    def _label_height(self, measure: float) -> float:
        place = self._place(measure) - self._setting.u
        return max(one.height(place) for one in self._labels())

    def _heads(self, measure: float) -> float:
        """Return the height of the words above, and of the number on the tallest bar."""
        above = sum(one.height(measure) for one in self._above())
        return above + self._setting.u + max(one.style.leading for one in self._numbers())

    def height(self, measure: float) -> float:
        """Return the height with all words."""
        below = self._words.x.height(measure) if self._words.x is not None else 0.0
        gap = self._setting.u * (0.6 + (BELOW if self._words.x is not None else 0.0))
        return self._heads(measure) + self._tall(measure) + gap + self._label_height(measure) + below

    def widest(self) -> float:
        """Return the width at which bars stand as far apart as they may."""
        return WIDEST_PLACE * self._setting.scale.body * len(self._words.labels)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the headings, the bars with their words, the ground."""
        setting, u = self._setting, self._setting.u
        note_box(surface, self._figure, x, y, measure, self.height(measure))
        top = y
        for one in self._above():
            one.draw(surface, x, top, measure)
            top += one.height(measure)
        place, ground = self._place(measure), y + self._heads(measure) + self._tall(measure)
        for i in range(len(self._words.labels)):
            at = x + measure - (i + 1) * place if setting.rtl else x + i * place
            self._draw_bar(surface, i, at, ground, measure)
            self._labels()[i].draw(surface, at + u / 2, ground + u * 0.6, place - u)
        wide = place * len(self._words.labels)
        left = x + measure - wide if setting.rtl else x
        base = line(left, ground, left + wide, ground)
        surface.shape(base, stroke=setting.roles.line_strong, width=0.9, target=self._figure)
        if self._words.x is not None:
            foot = ground + u * (0.6 + BELOW) + self._label_height(measure)
            self._words.x.draw(surface, x, foot, measure)

    def _draw_bar(self, surface: Surface, i: int, x: float, ground: float, measure: float) -> None:
        setting, place = self._setting, self._place(measure)
        value, number = self._words.data.series[0].values[i], self._numbers()[i]
        tall = max(SHORTEST, value / self._most * self._tall(measure)) if value else 0.0
        wide = min(place * SHARE, WIDEST_BAR * setting.scale.body)
        left = x + (place - wide) / 2
        if tall:
            shape = _round_topped(left, ground - tall, wide, tall, setting.radius(CORNER))
            draw_bar(surface, self._look, (left, ground - tall, wide, tall), shape, self._figure)
        style = number.style
        foot = ground - tall - setting.u * 0.8  # the figures' baseline
        number.draw(surface, x + (place - number.natural) / 2, foot - style.ascent, number.natural + 0.5)


def _round_topped(x: float, y: float, w: float, h: float, r: float) -> Path:
    """Return a bar with two round corners at its top."""
    r = min(r, w / 2, h)
    if r <= 0:
        return rectangle(x, y, w, h)
    k = r * 0.4477
    return [
        ("M", x, y + h),
        ("L", x, y + r),
        ("C", x, y + k, x + k, y, x + r, y),
        ("L", x + w - r, y),
        ("C", x + w - k, y, x + w, y + k, x + w, y + r),
        ("L", x + w, y + h),
        ("Z",),
    ]
