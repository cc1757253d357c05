"""What a reader fills in: boxes to tick and room to write, which an edition for screens makes fields of a form."""

from __future__ import annotations

from generator.base.tuples import NamedTuple
from generator.kinds.setting import Setting, Written
from generator.pdf.fields import Kind, Typed
from generator.pdf.glyphs import FaceData
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.shapes import rectangle

INSIDE = 1.5  # pt between the edge of a box and what is typed
LETTER = "a"  # a face that is typed in has it
LONGEST_TIP = 300  # characters that are read aloud of a field

Box = tuple[float, float, float, float]


class Blank(NamedTuple):
    """Something to fill in: its Form, and what is read aloud of it."""

    form: Element
    tip: str


def blank(setting: Setting, parent: Element, *said: Written | str) -> Blank | None:
    """Return a field inside an element, named by what is said of it; None in an edition without fields."""
    if not setting.edition.forms:
        return None
    tip = ", ".join(filter(None, (setting.plain(words).strip() for words in said)))
    return Blank(parent.add("Form"), tip[:LONGEST_TIP])


def tick_in(surface: Surface, setting: Setting, box: Box, blank: Blank) -> None:
    """Make a box (x, y, width, height) a field to tick; its square is drawn already."""
    surface.field(blank.form, box, Typed("check", blank.tip, _face(setting), 0.0, setting.roles.primary_dark))


def type_in(
    surface: Surface, setting: Setting, box: Box, blank: Blank, *, kind: Kind = "text", framed: bool = False
) -> None:
    """Make a box a field to type in; ``framed`` draws its edge."""
    x, y, w, h = box
    if framed:
        path = rectangle(x, y, w, h, setting.radius(4))
        surface.shape(path, fill=setting.roles.paper, stroke=setting.roles.line_strong, width=1, target=LAYOUT)
    inside = (x + INSIDE, y + INSIDE, w - 2 * INSIDE, h - 2 * INSIDE)
    size = setting.edition.smallest
    surface.field(blank.form, inside, Typed(kind, blank.tip, _face(setting), size, setting.roles.ink))


def _face(setting: Setting) -> FaceData:
    """Return a face of the body's stack that can be typed in: viewers want TrueType outlines."""
    for family in setting.look.body.families:
        face = family.face(400, False)
        if not face.is_cff and ord(LETTER) in face.characters:
            return face
    raise LookupError("the family that helps out has TrueType outlines and Latin letters")
