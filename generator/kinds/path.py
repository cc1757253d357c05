"""The path of a poster: turns that alternate sides of one winding line, each side in its own colour (DESIGN 6.8).

Words stand outside the line, so that nothing crosses them. Side, number and title say whose turn it is; colour says it
again.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.base.tuples import NamedTuple
from generator.kinds.parts import disc
from generator.kinds.setting import Setting, Written
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box, Stack
from generator.typeset.panels import Ink
from generator.typeset.paragraph import Paragraph
from generator.typeset.shapes import Path, circle, mirrored

FEWEST, MOST = 4, 7  # turns: fewer do not wind, more do not fit a page
# in em of the body, as the mock-up has them at 20 pt
RADIUS = 1.6  # of a disc
AWAY = 2.9  # from the centre line to the middle of a disc
CLEAR = 1.1  # between a disc and its words
STEP = 3.65  # from one turn to the next, downwards
OPENED = 1.3  # of the designed step: farther apart turns no longer look joined
WEIGHT = 0.6  # of the line
RING = 0.25  # of paper round a disc
BEND = 0.62  # of a step; how far the line leaves a disc straight downwards
TITLE = 17.4  # size of a turn's title, for a body of 12 pt


class Step(NamedTuple):
    """One turn: its words, and the elements of its number and of its words."""

    title: Written
    text: Written
    label: Element
    body: Element


class _Turn(NamedTuple):
    words: Stack
    number: Ink
    at_end: bool  # it stands on the end side of the line

    def half(self, measure: float) -> float:
        """Return half the height of the ink of its words, pt."""
        return (self.words.height(measure) - self.words.trim_top - self.words.trim_bottom) / 2


class WindingPath(Box):
    """Turns along a winding line, the first on the end side; it is not parted."""

    def __init__(self, setting: Setting, steps: Sequence[Step]) -> None:
        self._setting = setting
        em = setting.scale.body
        self._radius, self._away, self._clear = RADIUS * em, AWAY * em, CLEAR * em
        self._least = STEP * em * max(0.8, setting.tight.space)
        self._room = 0.0
        self._turns = [self._turn(i, step) for i, step in enumerate(steps)]

    def _turn(self, i: int, step: Step) -> _Turn:
        setting, roles, at_end = self._setting, self._setting.roles, i % 2 == 0
        align = "start" if at_end else "end"
        size = setting.scale.size(TITLE)
        head = setting.styles.h2.with_(
            size=size, leading=size, align=align, colour=roles.accent_dark if at_end else roles.primary_dark
        )
        text = setting.styles.body.with_(align=align, balance=True)
        words = [
            setting.paragraph(step.title, head, step.body.add("P"), keep_next=True),
            setting.paragraph(step.text, text, step.body.add("P")),
        ]
        fill, colour = (roles.accent, roles.on_accent) if at_end else (roles.primary_fill, roles.on_primary)
        number = disc(setting, str(i + 1), self._radius, step.label, drop=0.0, fill=fill, colour=colour)
        return _Turn(Stack(words, keep=True), number, at_end)

    def _measure(self, measure: float) -> float:
        """Width of the words on one side, pt."""
        return measure / 2 - self._away - self._radius - self._clear

    def narrowest(self) -> float:
        """Return what the widest word asks, on either side."""
        widest = max(turn.words.narrowest() for turn in self._turns)
        return 2 * (widest + self._away + self._radius + self._clear)

    def calm(self, measure: float) -> bool:
        """Tell whether its words are few for their size: titles on one line, what follows on two."""
        wide = self._measure(measure)
        return all(
            box.height(wide) <= most * box.style.leading
            for turn in self._turns
            for box, most in zip(turn.words.boxes, (1, 2), strict=True)
            if isinstance(box, Paragraph)
        )

    def _middles(self, measure: float) -> list[float]:
        """Return how far below the top each disc's middle stands, pt: words on one side keep clear of each other."""
        wide, apart = self._measure(measure), self._setting.space(2)
        extra = self._room / max(1, len(self._turns) - 1)
        halves = [turn.half(wide) for turn in self._turns]
        out = [max(self._radius, halves[0])]
        for i in range(1, len(self._turns)):
            at = out[-1] + self._least
            if i >= 2:
                at = max(at, out[i - 2] + halves[i - 2] + apart + halves[i] - extra)
            out.append(at + extra)
        return out

    def height(self, measure: float) -> float:
        """Return the height from the first ink to the last."""
        wide = self._measure(measure)
        pairs = zip(self._middles(measure), self._turns, strict=True)
        return max(at + max(self._radius, turn.half(wide)) for at, turn in pairs)

    def lengthen(self, room: float) -> float:
        """Set the turns farther apart, by ``room`` pt at most in all; return by how much."""
        most = STEP * self._setting.scale.body * OPENED - self._least
        self._room = min(max(0.0, room), max(0.0, most) * (len(self._turns) - 1))
        return self._room

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the line, then each disc on its ring of paper with its words."""
        setting, centre = self._setting, x + measure / 2
        middles = [y + at for at in self._middles(measure)]
        self._draw_line(surface, centre, middles)
        wide = self._measure(measure)
        reach = self._away + self._radius + self._clear
        for turn, middle in zip(self._turns, middles, strict=True):
            right = turn.at_end != setting.rtl
            at = centre + (self._away if right else -self._away)
            ring = circle(at, middle, self._radius + RING * setting.scale.body)
            surface.shape(ring, fill=setting.roles.paper, target=LAYOUT)
            turn.number(surface, at - self._radius, middle, 2 * self._radius)
            left = centre + reach if right else centre - reach - wide
            turn.words.draw(surface, left, middle - turn.half(wide) - turn.words.trim_top, wide)

    def _draw_line(self, surface: Surface, centre: float, middles: Sequence[float]) -> None:
        roles = self._setting.roles
        for i, (top, foot) in enumerate(pairwise(middles)):
            start = centre + (self._away if self._turns[i].at_end else -self._away)
            end = 2 * centre - start
            bend = (foot - top) * BEND
            path: Path = [("M", start, top), ("C", start, top + bend, end, foot - bend, end, foot)]
            soft = roles.accent_soft if self._turns[i].at_end else roles.primary_soft
            colour = roles.line if self._setting.edition.grey else soft  # the softest greys would be lost in print
            path = mirrored(path, centre) if self._setting.rtl else path
            surface.shape(path, stroke=colour, width=WEIGHT * self._setting.scale.body, target=LAYOUT)
