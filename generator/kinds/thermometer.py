"""A thermometer: the lowest level at its bulb, the words of each level beside its part of the tube."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from itertools import pairwise
from math import asin, cos, degrees, sin

from generator.base.tuples import NamedTuple
from generator.kinds.setting import Setting
from generator.kinds.tones import tones
from generator.pdf.structure import LAYOUT, Element, Target
from generator.pdf.surface import Surface
from generator.typeset.boxes import ENOUGH, Box, Stack
from generator.typeset.panels import note_box
from generator.typeset.shapes import Path, arc, line, rectangle

TUBE, BULB = 0.95, 1.6  # radii, em of the body
CAP = 1.35  # em; how far the tube reaches above its highest level
TICK = 1.4  # em; length of the mark at each level
OUTLINE, INSIDE = 3.0, 2.0  # pt: weight of the glass, and paper between it and what it holds
PART = 1.5  # pt, between two parts of what it holds
CLEAR = 4.0  # pt, between a mark and what it joins


class _Glass(NamedTuple):
    """The outline: middle line, top and foot of the tube, middle of the bulb. Points."""

    cx: float
    top: float
    foot: float
    capped: bool
    bulb: bool
    tube: float
    ball: float

    def path(self, inset: float) -> Path:
        """Return the outline, so much further in."""
        r, ball = self.tube - inset, self.ball - inset
        if self.bulb:
            a = asin(r / ball)
            turn = degrees(a)
            out = [
                ("M", self.cx + ball * sin(a), self.foot - ball * cos(a)),
                *arc(self.cx, self.foot, ball, -90 + turn, 270 - turn, move=False),
            ]
        else:
            out = [("M", self.cx + r, self.foot), ("L", self.cx - r, self.foot)]
        if self.capped:
            return [*out, *arc(self.cx, self.top + inset + r, r, 180, 360, move=False), ("Z",)]
        return [*out, ("L", self.cx - r, self.top), ("L", self.cx + r, self.top), ("Z",)]


class Thermometer(Box):
    """Levels beside a thermometer.

    Args:
        setting: gives sizes and colours.
        words: of each level, in reading order.
        figure: the drawing's element.
        rising: whether the first level is the lowest; then it is read from the foot up.
    """

    parting = 6.0  # it is looked at as one

    def __init__(self, setting: Setting, words: Sequence[Stack], figure: Element, rising: bool) -> None:
        self._setting, self._words, self._rising = setting, tuple(words), rising
        self._target: Target = figure
        self._start, self._end = 0, len(words)
        shades = tones(setting, len(words))
        self._shades = shades if rising else shades[::-1]
        em = setting.scale.body
        self._tube, self._ball, self._tick = TUBE * em, BULB * em, TICK * em
        style = setting.styles.h3
        self._mid = style.ascent - style.face.cap_height * style.size / 2

    @property
    def _indent(self) -> float:
        return self._ball + self._tube + self._tick + 2 * CLEAR

    def narrowest(self) -> float:
        """Return the words' need beside the tube."""
        return self._indent + max(words.narrowest() for words in self._words)

    # -- where things stand: from the top down, whatever the reading order ---------------------------------------------
    def _order(self) -> list[int]:
        """Return the levels from the top down."""
        levels = list(range(self._start, self._end))
        return levels[::-1] if self._rising else levels

    def _ends(self) -> tuple[bool, bool]:
        """Tell whether the highest level is here, with the cap, and the lowest, with the bulb."""
        first, last = self._start == 0, self._end == len(self._words)
        return (last, first) if self._rising else (first, last)

    def _places(self, measure: float) -> tuple[list[float], float]:
        """Return how far below the top each level's words begin, from the top down, and the height of all."""
        wide, em, gap = measure - self._indent, self._setting.scale.body, self._setting.space(4)
        capped, bulb = self._ends()
        y = max(0.0, CAP * em - self._mid) if capped else 0.0
        tops = []
        order = self._order()
        for i in order:
            tops.append(y)
            words = self._words[i]
            y += max(words.height(wide), 2 * em) + gap
        tall = self._words[order[-1]].height(wide)
        if bulb:
            tall = max(tall, self._mid + self._ball + OUTLINE / 2)
        return tops, tops[-1] + tall

    def height(self, measure: float) -> float:
        """Return the height of words and glass."""
        return self._places(measure)[1]

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part it between two levels, in reading order."""
        for end in range(self._end - 1, self._start, -1):
            first = self._part(self._start, end)
            if first.height(measure) <= room + ENOUGH:
                return first, self._part(end, self._end)
        return None

    def _part(self, start: int, end: int) -> Thermometer:
        part = copy(self)
        part._start, part._end = start, end
        if start:  # one Figure has one box on one page
            part._target = LAYOUT
        return part

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the glass, what it holds, the marks, then the words in reading order."""
        rtl, wide = self._setting.rtl, measure - self._indent
        tops, tall = self._places(measure)
        capped, bulb = self._ends()
        marks = [y + top + self._mid for top in tops]
        cx = x + measure - self._ball if rtl else x + self._ball
        foot = marks[-1] if bulb else y + tall
        top = max(y, marks[0] - CAP * self._setting.scale.body) if capped else y
        glass = _Glass(cx, top, foot, capped, bulb, self._tube, self._ball)
        if isinstance(self._target, Element):
            note_box(surface, self._target, cx - self._ball, top, 2 * self._ball, foot + self._ball - top)
        self._draw_glass(surface, glass, marks)
        for mark in marks:
            start, end = self._tube + CLEAR, self._tube + CLEAR + self._tick - CLEAR
            at = self._ball + CLEAR if bulb and mark == marks[-1] else start
            path = line(cx - at, mark, cx - end, mark) if rtl else line(cx + at, mark, cx + end, mark)
            surface.shape(path, stroke=self._setting.roles.primary_mid, width=1.5, cap=1, target=self._target)
        for i, words_top in sorted(zip(self._order(), tops, strict=True)):
            self._words[i].draw(surface, x if rtl else x + self._indent, y + words_top, wide)

    def _draw_glass(self, surface: Surface, glass: _Glass, marks: Sequence[float]) -> None:
        roles = self._setting.roles
        half = OUTLINE / 2
        path = glass.path(half)
        surface.shape(path, fill=roles.paper, stroke=roles.primary_dark, width=OUTLINE, join=1, target=self._target)
        edges = [glass.top, *((a + b) / 2 for a, b in pairwise(marks)), glass.foot + glass.ball]
        surface.save()
        surface.clip(glass.path(OUTLINE + INSIDE))
        for i, (level, (top, foot)) in enumerate(zip(self._order(), pairwise(edges), strict=True)):
            above = PART / 2 if i else 0.0
            below = PART / 2 if i + 1 < len(marks) else 0.0
            part = rectangle(glass.cx - glass.ball, top + above, 2 * glass.ball, foot - below - top - above)
            surface.shape(part, fill=self._shades[level], target=self._target)
        surface.restore()
