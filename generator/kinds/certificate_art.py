"""What a certificate is drawn on: a frame, an arcade of the brand's doorways along its foot, a seal, lines to sign on.

Mock-up f2-certificate-1. All of it is decoration.
"""

from __future__ import annotations

from generator.base.tuples import NamedTuple
from generator.base.units import PAPER
from generator.kinds.doorways import Doorway, draw_doorway, side_in
from generator.kinds.grounds import faint, paint_shape
from generator.kinds.setting import Setting
from generator.model.colour import apart
from generator.pdf.structure import Target
from generator.pdf.surface import Surface
from generator.typeset.drawing import Drawing
from generator.typeset.shapes import arc, circle, doorway, line, rectangle

HEIGHT, WIDTH = PAPER["A4"]  # pt, on its side
FRAME = 30.0  # pt from the edge of the page to the paper
BASE = HEIGHT - FRAME  # where the arcade stands
ARCHES, ARCH = 9, 52.0  # how many stand in the arcade, and how wide each is, pt
LOWEST, STEP = 34.0, 13.0  # height of the middle one; each farther out is so much taller, pt
CLEAR = 8.0  # pt between words and the arcade below them
LINE, FROM_MIDDLE = 200.0, 62.0  # length of a line to sign on, and from the middle of the page to its start, pt
HAND = 32.0  # pt above a line, for the hand that signs on it
WEIGHT = 0.75
SEAL, RING = 33.0, 28.5  # radii, pt
ABOVE_LINE = 4.0  # pt, of the seal's middle
DOOR = (96.0, 116.0)  # width and height of the doorway that a picture stands in instead of the seal, pt
MARK = (22.0, 30.0, 5.0, 7.0)  # in the seal: doorway's width and height, radii of head and shoulders, pt
ALIKE = 0.01  # distance in OKLab: the frame is no ground of its own


class Foot(NamedTuple):
    """What stands at the foot: the lines' height on the page, the foot of the words below them, a picture; pt."""

    line: float
    words: float
    art: Drawing | None

    @property
    def top(self) -> float:
        """Where seal or picture begin, or a hand that signs, pt from the top of the page."""
        return min(BASE - DOOR[1], self.line - HAND) if self.art is not None else self.line - ABOVE_LINE - SEAL


def line_starts(setting: Setting) -> tuple[float, float]:
    """Return where the line to sign on and the line for the date begin, pt from the left."""
    left, right = WIDTH / 2 - FROM_MIDDLE - LINE, WIDTH / 2 + FROM_MIDDLE
    return (right, left) if setting.rtl else (left, right)


def draw_ground(surface: Surface, setting: Setting, foot: Foot, target: Target) -> None:
    """Draw all of it on a page that was begun."""
    _frame(surface, setting, target)
    _arcade(surface, setting, foot, target)
    if foot.art is None:
        _seal(surface, setting, WIDTH / 2, foot.line - ABOVE_LINE, target)
    else:
        width, tall = DOOR
        door = Doorway(WIDTH / 2 - width / 2, BASE, width, tall, side_in(foot.art, width, tall))
        draw_doorway(surface, setting, door, foot.art, setting.roles.doorway, target)
    for x in line_starts(setting):
        path = line(x, foot.line, x + LINE, foot.line)
        surface.shape(path, stroke=setting.roles.line_strong, width=WEIGHT, target=target)


def _frame(surface: Surface, setting: Setting, target: Target) -> None:
    """Draw the paper on its ground; an outline where the ground is paper too."""
    roles, inside = setting.roles, rectangle(FRAME, FRAME, WIDTH - 2 * FRAME, HEIGHT - 2 * FRAME)
    if setting.edition.outlined or apart(setting.hue(roles.warm), setting.hue(roles.paper)) < ALIKE:
        surface.shape(inside, stroke=roles.line_strong, width=WEIGHT, target=target)
        return
    surface.shape(rectangle(0, 0, WIDTH, HEIGHT), fill=roles.warm, target=target)
    surface.shape(inside, fill=roles.paper, target=target)


def _arcade(surface: Surface, setting: Setting, foot: Foot, target: Target) -> None:
    """Draw doorways from one side to the other, lower towards the middle; a picture has the middle to itself."""
    roles, middle = setting.roles, (ARCHES - 1) / 2
    widths = [DOOR[0] if foot.art is not None and i == middle else ARCH for i in range(ARCHES)]
    gap = (WIDTH - 2 * FRAME - sum(widths)) / (ARCHES + 1)
    share = min(1.0, (BASE - foot.words - CLEAR) / (LOWEST + STEP * (middle - 1)))  # the outermost stand clear of words
    x = FRAME + gap
    for i, width in enumerate(widths):
        tall = (LOWEST + STEP * abs(i - middle)) * share
        path = doorway(setting.look.shape, x, BASE - tall, width, tall)
        x += width + gap
        if width != ARCH:
            continue  # the picture's
        if setting.edition.outlined:
            surface.shape(path, stroke=roles.line_strong, width=WEIGHT, target=target)
        else:
            surface.shape(path, fill=roles.primary_soft if i % 2 else roles.accent_soft, target=target)


def _seal(surface: Surface, setting: Setting, x: float, y: float, target: Target) -> None:
    """Draw a seal: somebody small in a doorway."""
    roles = setting.roles
    width, tall, head, shoulders = MARK
    foot = y + tall / 2
    if setting.edition.outlined:
        for radius in (SEAL, RING):
            surface.shape(circle(x, y, radius), stroke=roles.ink, width=WEIGHT, target=target)
    else:
        surface.shape(circle(x, y, SEAL), fill=roles.primary_fill, target=target)
        surface.shape(circle(x, y, RING), stroke=roles.on_primary, width=WEIGHT, target=target)
    door = doorway(setting.look.shape, x - width / 2, foot - tall, width, tall)
    paint_shape(surface, setting, door, roles.paper, target)
    colour = roles.accent_strong if faint(setting, roles.accent) else roles.accent
    surface.shape(circle(x, foot - 16, head), fill=colour, target=target)
    surface.shape([*arc(x, foot, shoulders, 180, 360), ("Z",)], fill=colour, target=target)
