"""Steps as a ladder or a staircase. A ladder is read from the top down; a staircase climbs where lines run to."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from itertools import pairwise

from generator.base.tuples import NamedTuple
from generator.kinds.parts import disc
from generator.kinds.setting import Setting, Written
from generator.kinds.strips import titled
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import ENOUGH, Box, Stack
from generator.typeset.panels import Ink
from generator.typeset.shapes import Path, line, mirrored

RADIUS = 1.08  # em; of a disc
RAILS = 3.6  # em; from rail to rail, middle to middle
WEIGHT = 0.36  # em; of rails and rungs
REACH = 0.75  # em; how far rails reach past a disc at the top
RUNG = 2.3  # em; about as far apart are rungs
TREAD = 3.5  # pt; weight of a staircase's line
RISE = 4.0  # u, of a stair
INSET = 1.5  # u, of words from a stair's edge
LEAST = 6.2  # em; words on a stair are not set narrower
LONGEST = 8.0  # lines of the body; longer words are read more easily across the measure
MOST_STAIRS = 7


class Rung(NamedTuple):
    """One step: its words, and the elements of its number and of its words."""

    title: Written | None
    text: Written
    label: Element
    body: Element


class _Step(NamedTuple):
    words: Stack
    number: Ink
    mid: float  # pt, from the words' top to the middle of their first line's capitals


def _steps(setting: Setting, rungs: Sequence[Rung]) -> tuple[_Step, ...]:
    radius = RADIUS * setting.scale.body
    out = []
    for i, rung in enumerate(rungs, 1):
        words = titled(setting, rung.title, rung.text, rung.body)
        style = setting.styles.h3 if rung.title is not None else setting.styles.body
        number = disc(setting, str(i), radius, rung.label, drop=0.0)
        out.append(_Step(words, number, style.ascent - style.face.cap_height * style.size / 2))
    return tuple(out)


class Ladder(Box):
    """Two rails with a rung for each step, its number on the rung; the first step is the topmost."""

    parting = 4.0  # it is looked at as one

    def __init__(self, setting: Setting, rungs: Sequence[Rung]) -> None:
        self._setting, self._steps = setting, _steps(setting, rungs)
        em = setting.scale.body
        self._radius, self._weight = RADIUS * em, WEIGHT * em
        self._rails = RAILS * em
        self._indent = self._rails + self._weight + 2.5 * setting.u

    def narrowest(self) -> float:
        """Return the words' need beside the ladder."""
        return self._indent + max(step.words.narrowest() for step in self._steps)

    def _middles(self, measure: float) -> list[float]:
        """Return how far below the top the middle of each disc is, and at the end the height of all, pt."""
        wide, em, gap = measure - self._indent, self._setting.scale.body, self._setting.space(3)
        y = self._radius + REACH * em - self._steps[0].mid
        out = []
        for step in self._steps:
            out.append(y + step.mid)
            y += max(step.words.height(wide) - step.words.trim_bottom * 0.5, step.mid + self._radius) + gap
        return [*out, y - gap + max(0.0, out[-1] + self._radius + REACH * em - (y - gap))]

    def height(self, measure: float) -> float:
        """Return the height of the rails."""
        return self._middles(measure)[-1]

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part it into two ladders between two steps."""
        for end in range(len(self._steps) - 1, 0, -1):
            first = self._part(0, end)
            if first.height(measure) <= room + ENOUGH:
                return first, self._part(end, len(self._steps))
        return None

    def _part(self, start: int, end: int) -> Ladder:
        part = copy(self)
        part._steps = self._steps[start:end]
        return part

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw rails and rungs, then each number with its words."""
        rtl, roles, half = self._setting.rtl, self._setting.roles, self._weight / 2
        *middles, tall = self._middles(measure)
        left = x + measure - half - self._rails if rtl else x + half
        colour = roles.primary_mid if self._setting.edition.outlined else roles.primary_soft
        for at in (left, left + self._rails):
            rail = line(at, y + half, at, y + tall - half)
            surface.shape(rail, stroke=colour, width=self._weight, cap=1, target=LAYOUT)
        for rung in self._rungs(middles, tall):
            path = line(left, y + rung, left + self._rails, y + rung)
            surface.shape(path, stroke=colour, width=self._weight, target=LAYOUT)
        cx = left + self._rails / 2
        for step, middle in zip(self._steps, middles, strict=True):
            step.number(surface, cx - self._radius, y + middle, 2 * self._radius)
            words = x if rtl else x + self._indent
            step.words.draw(surface, words, y + middle - step.mid, measure - self._indent)

    def _rungs(self, middles: Sequence[float], tall: float) -> list[float]:
        """Return where rungs are: behind each disc, and evenly between two."""
        apart = RUNG * self._setting.scale.body
        out = []
        for i, middle in enumerate(middles):
            out.append(middle)
            if i + 1 < len(middles):
                room = middles[i + 1] - middle
                count = max(1, round(room / apart))
                out += [middle + room * j / count for j in range(1, count)]
            else:
                out += [middle + apart * j for j in range(1, int((tall - middle - apart * 0.4) / apart) + 1)]
        return out


class Staircase(Box):
    """Stairs that climb where lines run to, the words of each below its tread; a ladder where they are too narrow."""

    def __init__(self, setting: Setting, rungs: Sequence[Rung]) -> None:
        self._setting = setting
        self._ladder = Ladder(setting, rungs)
        self._steps = self._ladder._steps
        self._radius = RADIUS * setting.scale.body
        self._inset, self._rise = INSET * setting.u, setting.space(RISE)

    def _wide(self, measure: float) -> float:
        """Return the width of the words on a stair, pt."""
        return measure / len(self._steps) - 2 * self._inset

    def climbs(self, measure: float) -> bool:
        """Tell whether there is room for the words on their stairs."""
        if not 2 <= len(self._steps) <= MOST_STAIRS or self._setting.one_column:
            return False
        wide, body = self._wide(measure), self._setting.styles.body
        if wide < max(LEAST * body.size, *(step.words.narrowest() for step in self._steps)):
            return False
        return max(step.words.height(wide) for step in self._steps) <= LONGEST * body.leading

    def squeezed(self, measure: float) -> bool:
        """Tell whether it is a ladder for want of width."""
        return not self.climbs(measure) and not self._setting.one_column

    def narrowest(self) -> float:
        """Return the ladder's need."""
        return self._ladder.narrowest()

    def _talls(self, measure: float) -> list[float]:
        """Return the height of each stair, from the foot of all to its tread, pt."""
        wide, rise = self._wide(measure), self._rise
        needs = [step.words.height(wide) + 3.5 * self._setting.u for step in self._steps]
        low = max(need - i * rise for i, need in enumerate(needs))
        return [low + i * rise for i in range(len(needs))]

    def height(self, measure: float) -> float:
        """Return the height of the highest stair and of what stands on it."""
        if not self.climbs(measure):
            return self._ladder.height(measure)
        return self._talls(measure)[-1] + TREAD + 2 * self._radius + 1

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part the ladder; stairs are not parted."""
        return None if self.climbs(measure) else self._ladder.split(measure, room)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the stairs, then each number on its tread with the words below."""
        setting = self._setting
        if not self.climbs(measure):
            if self.squeezed(measure):
                reason = "the staircase is set as a ladder: its column is too narrow"
                setting.note(self.span, "narrow-form", reason)
            self._ladder.draw(surface, x, y, measure)
            return
        foot, axis = y + self.height(measure), x + measure / 2
        talls, column = self._talls(measure), measure / len(self._steps)
        self._draw_stairs(surface, (x, foot, column), talls, axis)
        for i, (step, tall) in enumerate(zip(self._steps, talls, strict=True)):
            left = x + i * column + self._inset
            if setting.rtl:
                left = 2 * axis - left - self._wide(measure)
            tread = foot - tall
            number = left + self._wide(measure) - 2 * self._radius if setting.rtl else left
            step.number(surface, number, tread - TREAD / 2 - 1 - self._radius, 2 * self._radius)
            step.words.draw(surface, left, tread + 1.5 * setting.u, self._wide(measure))

    def _draw_stairs(
        self, surface: Surface, at: tuple[float, float, float], talls: Sequence[float], axis: float
    ) -> None:
        """Draw the ground of the stairs and the line that climbs them."""
        roles, outlined, (x, foot, column) = self._setting.roles, self._setting.edition.outlined, at
        half, end = TREAD / 2, x + len(talls) * column
        treads: Path = [("M", x + half, foot - half), ("L", x + half, foot - talls[0])]
        for i, (tall, following) in enumerate(pairwise([*talls, 0.0])):
            edge = x + (i + 1) * column
            last = i + 1 == len(talls)
            treads.append(("L", edge - half if last else edge, foot - tall))
            if not last:
                treads.append(("L", edge, foot - following))
        ground: Path = [("M", x + half, foot), *treads[1:-1], ("L", end, foot - talls[-1]), ("L", end, foot), ("Z",)]
        if self._setting.rtl:
            ground, treads = mirrored(ground, axis), mirrored(treads, axis)
        stroke = roles.line_strong if outlined else None
        surface.shape(ground, fill=roles.paper if outlined else roles.primary_tint, stroke=stroke, width=1)
        surface.shape(treads, stroke=roles.primary_fill, width=TREAD, cap=1, join=1, target=LAYOUT)
