"""Doorways: a shape that stands on a horizon, and somebody in it (DESIGN 1 and 2). The brand says which shape."""

from __future__ import annotations

from generator.base.tuples import NamedTuple
from generator.kinds.grounds import faint, paint_shape
from generator.kinds.lit import seen_at_night
from generator.kinds.setting import Setting
from generator.pdf.structure import LAYOUT, Target
from generator.pdf.surface import Surface
from generator.typeset.artwork import draw
from generator.typeset.drawing import Drawing
from generator.typeset.shapes import Path, doorway

FRAME = 7.0  # pt, round a doorway whose colour is that of the page
INK = 0.98  # width of the ink in a doorway, of its width
HEADROOM = 0.95  # height of the tallest hair, of the doorway's
LARGEST = 1.38  # side of a drawing, of a doorway's width: heads stay inside the curve


class Doorway(NamedTuple):
    """Where a doorway stands: the start edge ``x``, the horizon ``foot``, its width and height, pt.

    ``side`` is the side of the square drawing that stands in it, centred, its foot on the horizon.
    """

    x: float
    foot: float
    width: float
    tall: float
    side: float

    def inside(self, by: float) -> Doorway:
        """Return the opening in a frame so wide, pt."""
        width = self.width - 2 * by
        return Doorway(self.x + by, self.foot, width, self.tall - by, self.side * width / self.width)


def draw_doorway(
    surface: Surface,
    setting: Setting,
    door: Doorway,
    art: Drawing | None,
    fill: str,
    target: Target = LAYOUT,
    *,
    on_page: bool = True,
) -> None:
    """Draw a doorway and the drawing in it, clipped to it; pictures turn to face into a page that runs leftwards.

    One that is as pale as the page it stands on has a frame, so that it does not vanish; ``on_page`` False says that it
    stands on a coloured ground.
    """
    if on_page and not setting.edition.outlined and faint(setting, fill):
        paint_shape(surface, setting, _path(setting, door), setting.roles.primary_soft, target)
        door = door.inside(FRAME)
    path = _path(setting, door)
    paint_shape(surface, setting, path, fill, target)
    if art is not None:
        left = door.x + (door.width - door.side) / 2
        roles = setting.roles  # no shape takes the colour of its ground, nor that of the page below it
        soft = setting.hue(fill) == setting.hue(roles.primary_soft)
        art = setting.reclad(art, {fill: roles.accent_soft if soft else roles.paper})
        draw(surface, art, left, door.foot - door.side, door.side, target, flip=setting.rtl, clip=path)


def side_in(art: Drawing, width: float, tall: float) -> float:
    """Return the side of the square drawing that fills a doorway and keeps heads inside its curve, pt."""
    left, top, right, _ = art.bounds
    ink = max(1.0, right - left) / art.width
    return min(width * min(LARGEST, INK / ink), tall * HEADROOM / (1 - top / art.height))


def _path(setting: Setting, door: Doorway) -> Path:
    return doorway(setting.look.shape, door.x, door.foot - door.tall, door.width, door.tall)


def standing(setting: Setting, name: str) -> Drawing | None:
    """Return an illustration in the brand's colours, without its own ground; one that is not there is reported."""
    found = setting.assets.drawing(name, getattr(name, "span", None), setting.findings)
    return seen_at_night(setting, found.without("bg").recoloured(setting.cast(name))) if found is not None else None
