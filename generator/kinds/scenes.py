"""A scene: a drawing in the brand's doorway, as a box; a page design may give it a larger stage of its own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds.doorways import Doorway, draw_doorway
from generator.kinds.setting import Setting
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.artwork import draw
from generator.typeset.boxes import Box, Stack
from generator.typeset.drawing import Drawing
from generator.typeset.panels import note_box

WIDEST = 210.0  # pt
IN_ONE_COLUMN = 0.75  # of that, where it stands between words and not beside them
SMALLEST = 0.5  # of that
NARROWEST = 104.0  # pt; people are drawn at 60 pt or wider, and a doorway shows two
YIELDING = 1.7  # how much faster than space a picture gets smaller
CENTRED = 1.6  # of its width: in a column up to so wide a drawing stands in the middle
TALLER = 1.12  # an arch is taller than it is wide, or its curve cuts heads off
FILLED = 0.92  # side of the drawing, of the doorway's width


class Scene(Box):
    """A drawing in a doorway. ``figure`` is its element; None where it is decoration.

    A page design may choose its size itself: a ``share`` of the designed one, 0 to 1, however tight space is.
    ``shows`` is the element of a decoration, for which a PDF has none.
    """

    share: float | None = None
    shows: Element | None = None

    def __init__(self, setting: Setting, art: Drawing, figure: Element | None) -> None:
        self._setting, self._art, self._figure = setting, art, figure

    @property
    def _widest(self) -> float:
        """Width of the doorway, pt; where space is tight a picture gives way first."""
        if self._setting.one_column:
            return max(NARROWEST, WIDEST * IN_ONE_COLUMN * (self.share or 1.0))
        if self.share is not None:
            return max(NARROWEST, WIDEST * self.share)
        return WIDEST * max(SMALLEST, 1 - YIELDING * (1 - self._setting.tight.space))

    def narrowest(self) -> float:
        """Return the width of the doorway."""
        return min(self._widest, NARROWEST)

    def widest(self) -> float:
        """Return the width of the doorway: a wider column stays empty at its sides."""
        return self._widest

    def place(self, measure: float) -> tuple[float, float]:
        """Return (x, width): in the middle of a column, at the start of a wide page where headings start too."""
        width = min(measure, self._widest)
        free = measure - width
        return (free / 2 if measure < CENTRED * width else free if self._setting.rtl else 0.0), width

    def height(self, measure: float) -> float:
        """Return the doorway's height."""
        return min(measure, self._widest) * TALLER

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the doorway and who stands in it."""
        dx, width = self.place(measure)
        door = Doorway(x + dx, y + width * TALLER, width, width * TALLER, width * FILLED)
        self.draw_in(surface, door, self._setting.roles.doorway)

    def draw_in(self, surface: Surface, door: Doorway, fill: str) -> None:
        """Draw it in another doorway."""
        self._note(surface, door.x, door.foot - door.tall, door.width, door.tall)
        surface.shows(self.shows)
        draw_doorway(surface, self._setting, door, self._art, fill, self._figure or LAYOUT)
        surface.shows(None)

    def draw_freely(self, surface: Surface, x: float, foot: float, side: float) -> None:
        """Draw it without a doorway, standing on ``foot``; ``side`` is its width and height, pt."""
        self._note(surface, x, foot - side, side, side)
        surface.shows(self.shows)
        draw(surface, self._art, x, foot - side, side, self._figure or LAYOUT, flip=self._setting.rtl)
        surface.shows(None)

    def _note(self, surface: Surface, x: float, y: float, width: float, tall: float) -> None:
        if self._figure is not None:
            note_box(surface, self._figure, x, y, width, tall)


def scenes_in(box: Box) -> Iterator[Scene]:
    """Yield the scenes that a box holds."""
    if isinstance(box, Scene):
        yield box
    elif isinstance(box, Stack):
        for inner in box.boxes:
            yield from scenes_in(inner)


def scene_of(box: Box) -> Scene | None:
    """Return the scene that a box is, where it has no caption."""
    while isinstance(box, Stack) and len(box.boxes) == 1:
        box = box.boxes[0]
    return box if isinstance(box, Scene) else None
