"""What stands where a page has no words: a doorway within a doorway, or lines to write on."""

from __future__ import annotations

from generator.kinds.doorways import Doorway, draw_doorway
from generator.kinds.grounds import SAFE
from generator.kinds.lines import LINES
from generator.kinds.setting import Setting
from generator.pdf.structure import LAYOUT
from generator.pdf.surface import Surface
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.shapes import line

TALL = 1.5  # height of the large doorway, of its width
LEAST_ROOM, ABOVE_NOTES = 190.0, 7.0  # pt that a page has left, and u above the lines that fill it
WITHIN = 0.5  # size of the small one, of the large one's


def draw_motif(surface: Surface, setting: Setting, x: float, foot: float, width: float) -> None:
    """Draw a large doorway that shelters a small one, standing on ``foot``; a decoration."""
    roles = setting.roles
    large, within = roles.doorway, roles.warm
    if setting.edition.outlined:
        foot, large, within = foot - SAFE, roles.paper, roles.paper
    small = width * WITHIN
    draw_doorway(surface, setting, Doorway(x, foot, width, width * TALL, 0.0), None, large)
    left = x + (width - small) / 2
    draw_doorway(surface, setting, Doorway(left, foot, small, small * TALL, 0.0), None, within)


def draw_room(surface: Surface, setting: Setting, x: float, measure: float, foot: float, bottom: float) -> None:
    """Draw lines for notes where the last page of a part of a pack has much room left below ``foot``, pt."""
    top = foot + ABOVE_NOTES * setting.u
    if bottom - top >= LEAST_ROOM and not setting.edition.forms:  # nobody writes on the glass of a screen
        draw_notes(surface, setting, x, top, measure, bottom, titled=True)


def draw_notes(
    surface: Surface, setting: Setting, x: float, top: float, measure: float, bottom: float, *, titled: bool
) -> None:
    """Draw lines to write on, from ``top`` to ``bottom``; a decoration, for nothing on them is read."""
    style = setting.styles.h3
    if titled:
        Paragraph([Run(setting.word("notes"), LAYOUT)], style).draw(surface, x, top - style.trim_top, measure)
    y = top + 2 * LINES
    while y <= bottom:
        surface.shape(line(x, y, x + measure, y), stroke=setting.roles.line_strong, width=0.6, target=LAYOUT)
        y += LINES
