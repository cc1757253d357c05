"""What the heads of sheets to fill in share: a line for a name, and a picture in a doorway at the end side."""

from __future__ import annotations

from generator.kinds.doorways import Doorway, draw_doorway, side_in, standing
from generator.kinds.filling import Blank, blank, type_in
from generator.kinds.setting import Setting
from generator.model.handout import Handout
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.bands import Grid
from generator.typeset.drawing import Drawing
from generator.typeset.paragraph import Paragraph
from generator.typeset.shapes import line

DOOR, TALLER = 104.0, 1.06  # pt, width of the picture's doorway; its height, of its width
DOOR_TALL = DOOR * TALLER
TYPED = 1.9  # height of the field above the line, of the size of its word


def name_line(setting: Setting, parent: Element) -> tuple[Paragraph, Blank | None]:
    """Return the word that stands before the line, and the field where it is typed."""
    style = setting.styles.label.with_(colour=setting.roles.ink_soft)
    word = setting.word("name-line")
    return setting.paragraph(word, style, parent.add("P")), blank(setting, parent, word)


def draw_name(
    surface: Surface,
    setting: Setting,
    name: tuple[Paragraph, Blank | None],
    x: float,
    baseline: float,
    width: float,
    *,
    drop: float = 0.0,
) -> None:
    """Draw the word and the line beside it, ``width`` pt in all; the line stands ``drop`` pt below the baseline."""
    words, field = name
    room = words.natural + 2 * setting.u
    words.draw(surface, x, baseline - words.style.ascent, width)
    start, end = (x, x + width - room) if setting.rtl else (x + room, x + width)
    rule = line(start, baseline + drop, end, baseline + drop)
    surface.shape(rule, stroke=setting.roles.line_strong, target=LAYOUT)
    if field is not None:
        tall = words.style.size * TYPED
        type_in(surface, setting, (start, baseline + drop - tall, end - start, tall), field, kind="line")


def picture_of(setting: Setting, handout: Handout, grid: Grid) -> Drawing | None:
    """Return the drawing that stands in the head, of a row the first; none where there is one column."""
    shown = handout.illustration
    picture = next(iter(shown), None) if isinstance(shown, tuple) else shown
    return standing(setting, picture) if picture is not None and not grid.single else None


def draw_picture(surface: Surface, setting: Setting, art: Drawing, margin: float, measure: float, foot: float) -> None:
    """Draw it in its doorway, which stands on ``foot`` at the end side of the measure, pt."""
    left = margin if setting.rtl else margin + measure - DOOR
    door = Doorway(left, foot, DOOR, DOOR_TALL, side_in(art, DOOR, DOOR_TALL))
    draw_doorway(surface, setting, door, art, setting.roles.doorway)
