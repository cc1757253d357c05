"""A strip of scenes: doorways on one horizon, with a drawing or a face in each and an arrow from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.base.scalars import Name
from generator.kinds.doorways import Doorway, draw_doorway
from generator.kinds.faces import FaceName, draw_face
from generator.kinds.setting import Setting
from generator.kinds.strips import Strip
from generator.pdf.structure import Element, Target
from generator.pdf.surface import Surface
from generator.typeset.boxes import Stack
from generator.typeset.drawing import Drawing
from generator.typeset.shapes import arrow_head, line

GUTTER = 4.0  # u; room for an arrow
TALLER = 1.12  # an arch is taller than it is wide, or its curve cuts heads off
WIDEST = 160.0  # pt, of a doorway for a body of 12 pt; people are drawn at 60 pt or wider
YIELDING = 1.2  # how much faster than space pictures get smaller
SMALLEST = 0.55  # of that
BESIDE = 7.2  # em; width of a doorway beside words
MOST_SCALED = 1.25  # it grows less than large type does: it is seen, not read
FILLED = 0.92  # side of the drawing, of the doorway's width
FACE, FACE_AT = 0.30, 0.50  # radius and height above the horizon of a face, of the doorway's width
HORIZON = 3.0  # weight of the line that they stand on, pt
ARROW = 11.0  # length of an arrow's head, pt


class SceneStrip(Strip):
    """Pictures that follow one another. In a stack an arrow leads down from each to the next.

    Args:
        setting: as for a strip.
        words: of each picture.
        figure: of all of them.
        pictures: the name of an illustration or of a face.
    """

    def __init__(
        self,
        setting: Setting,
        words: Sequence[Stack],
        figure: Element,
        pictures: Sequence[tuple[Name | None, FaceName | None]],
    ) -> None:
        super().__init__(setting, words, figure, "the strip of pictures", GUTTER)
        self._faces = [face for _, face in pictures]
        self._arts = [self._art(name) for name, _ in pictures]

    def _art(self, name: Name | None) -> Drawing | None:
        """Return an illustration; one story has the same people in all its pictures."""
        if name is None:
            return None
        found = self._setting.assets.drawing(name, name.span, self._setting.findings)
        return found.without("bg").recoloured(self._setting.people(0)) if found is not None else None

    def _wide(self, column: float) -> float:
        setting = self._setting
        share = max(SMALLEST, 1 - YIELDING * (1 - setting.tight.space))
        return min(column, WIDEST * setting.scale.body / 12 * share)

    def picture_tall(self, column: float) -> float:
        """Return the height of a doorway with the horizon."""
        return self._wide(column) * TALLER + HORIZON

    def beside(self) -> tuple[float, float]:
        """Return the size of a doorway beside its words."""
        wide = BESIDE * min(self._setting.scale.body, MOST_SCALED * 12)
        return wide, wide * TALLER + HORIZON

    def _gap(self) -> float:
        return max(self._setting.space(3.5), ARROW + 8)

    def draw_row(self, surface: Surface, boxes: Sequence[tuple[float, float, float]], target: Target) -> None:
        """Draw the doorways, the horizon through all of them, and an arrow between two."""
        rtl, places = self._setting.rtl, []
        for i, (x, y, column) in enumerate(boxes):
            wide = self._wide(column)
            left = x + column - wide if rtl else x
            foot = y + wide * TALLER
            with self.showing(surface, i):
                self._door(surface, i, (left, foot, wide), target)
            places.append((left, left + wide))
        at = boxes[0][1] + self._wide(boxes[0][2]) * TALLER + HORIZON / 2
        start, end = min(x for x, _, _ in boxes), max(x + column for x, _, column in boxes)
        colour = self._setting.roles.primary_fill
        surface.shape(line(start, at, end, at), stroke=colour, width=HORIZON, target=target)
        for (a, b), (c, d) in pairwise(places):
            middle = (a + d) / 2 if rtl else (b + c) / 2
            self._arrow(surface, middle + (-0.5 if rtl else 0.5) * ARROW, at, 180 if rtl else 0, target)

    def draw_column(self, surface: Surface, boxes: Sequence[tuple[float, float]], first: int, target: Target) -> None:
        """Draw the doorways below each other, each on a horizon of its own."""
        wide, tall = self.beside()
        colour = self._setting.roles.primary_fill
        for i, (x, y) in enumerate(boxes):
            foot = y + tall - HORIZON
            with self.showing(surface, first + i):
                self._door(surface, first + i, (x, foot, wide), target)
                path = line(x, foot + HORIZON / 2, x + wide, foot + HORIZON / 2)
                surface.shape(path, stroke=colour, width=HORIZON, target=target)
            if i + 1 < len(boxes):
                tip = boxes[i + 1][1] - self._gap() / 2 + ARROW / 2  # above the next: words may stand below this one
                self._arrow(surface, x + wide / 2, tip, 90, target)

    def _arrow(self, surface: Surface, x: float, y: float, angle: float, target: Target) -> None:
        colour = self._setting.roles.accent_strong
        head = arrow_head(x, y, angle, ARROW)
        surface.shape(head, fill=colour, stroke=colour, width=ARROW * 0.1, join=1, target=target)

    def _door(self, surface: Surface, i: int, at: tuple[float, float, float], target: Target) -> None:
        """Draw a doorway, two fills in turn, and who is in it."""
        setting, (x, foot, wide) = self._setting, at
        fill = setting.roles.doorway if i % 2 else setting.roles.accent_soft
        door = Doorway(x, foot, wide, wide * TALLER, wide * FILLED)
        draw_doorway(surface, setting, door, self._arts[i], fill, target)
        face = self._faces[i]
        if face is not None:
            place = (x + wide / 2, foot - wide * FACE_AT, wide * FACE)
            draw_face(surface, setting, face, place, setting.roles.primary_dark, blush=True, target=target)
