"""Doorways side by side on one slab: the parts of a whole, and who or what carries them (DESIGN 6.5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from generator.base.places import Span
from generator.base.scalars import Name
from generator.base.tuples import NamedTuple
from generator.kinds.doorways import Doorway, draw_doorway, side_in, standing
from generator.kinds.faces import FaceName, draw_face
from generator.kinds.parts import disc
from generator.kinds.setting import Setting, Written
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Beside, Box, Stack
from generator.typeset.drawing import Drawing
from generator.typeset.feelings import FACES
from generator.typeset.panels import Marked, note_box
from generator.typeset.paragraph import Paragraph
from generator.typeset.shapes import rectangle

TALL = 1.28  # height of a doorway, of its width; never less than 1, or heads are cut off
MOST_TALL = 11.0  # em of the body
MOST_WIDE = 13.0  # em of the body
COLUMN = 6.4  # em; narrower columns of words are a list
COLUMN_OF_ONE = 8.0  # em, where words stand in one column elsewhere
LEAST_DRAWN = 60.0  # pt; a drawing of people is not narrower
LEAST = 26.0  # pt; a doorway with a numeral or a face
IN_ROWS = 5.4  # width of a doorway beside its words, em
LEDGE = 4.0  # under a doorway that stands by itself, pt


class Pillar(NamedTuple):
    """One part of the whole."""

    title: Written
    text: Written | None
    icon: Name | None


class _Door(NamedTuple):
    """What stands in a doorway: a drawing, a face, or the numeral."""

    art: Drawing | None
    face: FaceName | None
    number: int
    fill: str
    ink: str

    @property
    def drawn(self) -> bool:
        """Whether people stand in it."""
        return self.art is not None

    @property
    def plain(self) -> bool:
        """Whether it holds its numeral."""
        return self.art is None and self.face is None


class SecureBase(Box):
    """Three or four doorways on a slab with its words. Titles and texts stand in columns below, or in a list."""

    parting = 4.0  # the list explains the doorways

    def __init__(
        self, setting: Setting, figure: Element, base: Written, pillars: Sequence[Pillar], span: Span | None
    ) -> None:
        self._setting, self._figure, self.span = setting, figure, span
        parent = figure.parent or setting.parent
        roles, styles = setting.roles, setting.styles
        label = styles.h3.with_(align="centre", balance=True, colour=roles.on_primary, link_colour=roles.on_primary)
        self._label = setting.paragraph(base, label, parent.add("P", kind="in-drawing"))
        listing = parent.add("L", numbering="None", kind="labels")
        self._doors = [self._door(i, pillar) for i, pillar in enumerate(pillars)]
        self._words = [_words(setting, pillar, listing) for pillar in pillars]
        self.trim_bottom = self._words[0].trim_bottom

    def _door(self, i: int, pillar: Pillar) -> _Door:
        roles = self._setting.roles
        art, face = None, None
        if pillar.icon is not None and str(pillar.icon) in FACES:
            face = cast(FaceName, str(pillar.icon))
        elif pillar.icon is not None:
            art = standing(self._setting, pillar.icon)
        second = roles.doorway if art is not None else roles.primary_soft
        fill, ink = ((roles.accent_soft, roles.accent_dark), (second, roles.primary_dark))[i % 2]
        return _Door(art, face, i + 1, fill, ink)

    # -- measures --------------------------------------------------------------------------------------------------
    @property
    def _count(self) -> int:
        return len(self._doors)

    def _row(self, measure: float) -> tuple[float, float, float]:
        """Return (width of the row, width of a doorway, gap), pt."""
        em = self._setting.scale.body
        gap = min(3 * self._setting.u, measure * 0.045)
        width = min(measure, self._count * MOST_WIDE * em + (self._count - 1) * gap)
        return width, (width - gap * (self._count - 1)) / self._count, gap

    def _tall(self, width: float) -> float:
        """Return the height of a doorway so wide; lower where space is tight."""
        tight = self._setting.tight.space
        wished = width * max(1.0, TALL - (1 - tight) * 0.8)
        return max(width, min(wished, MOST_TALL * self._setting.scale.body))

    def _slab(self, measure: float) -> float:
        """Return the height of the slab, pt."""
        label = self._label
        ink = label.height(measure - self._pad) - label.trim_top - label.trim_bottom
        return max(ink + 3.4 * self._setting.u, 1.6 * self._setting.scale.baseline)

    @property
    def _pad(self) -> float:
        return 4 * self._setting.u

    def _form(self, measure: float) -> str:
        """Return `columns`, `below` (a list under the doorways) or `rows` (each doorway beside its words)."""
        _, width, _ = self._row(measure)
        em = self._setting.scale.body
        least = COLUMN_OF_ONE if self._setting.one_column else COLUMN
        beside = width >= least * em
        if beside and all(words.narrowest() <= width for words in self._words):
            return "columns"
        if width < LEAST_DRAWN and any(door.drawn for door in self._doors):
            room = measure - IN_ROWS * em - 3 * self._setting.u
            if all(words.narrowest() <= room for words in self._words):
                return "rows"
        return "below"

    # -- forms -----------------------------------------------------------------------------------------------------
    def _made(self, measure: float) -> Box:
        form, setting = self._form(measure), self._setting
        gap = setting.space(3)
        if form == "rows":
            rows: list[Box] = [
                _InRow(self, door, words).spaced(gap, gap) for door, words in zip(self._doors, self._words, strict=True)
            ]
            return Stack([*rows, _Slab(self).spaced(gap)])
        art = _Art(self)
        if form == "columns":
            width, _, space = self._row(measure)
            beside = Beside(self._words, [1] * self._count, gutter=space, rtl=setting.rtl)
            beside.trim_top = 0.0
            columns = _Centred(beside, width)
            return Stack([art.spaced(0, setting.space(1)), columns], keep=True)
        return Stack([art.spaced(0, setting.space(2)), self._list()])

    def _list(self) -> Stack:
        setting, gap = self._setting, self._setting.space(2)
        numbered = all(door.plain for door in self._doors)
        rows: list[Box] = []
        for door, words in zip(self._doors, self._words, strict=True):
            if not numbered:
                rows.append(words.spaced(gap, gap))
                continue
            style = setting.styles.h3
            r = setting.styles.body.size * 0.85
            drop = style.ascent - style.face.cap_height * style.size / 2
            ink = disc(setting, str(door.number), r, LAYOUT, drop=drop)
            rows.append(Marked(words, 2 * r + 2 * setting.u, ink, rtl=setting.rtl).spaced(gap, gap))
        return Stack(rows)

    def height(self, measure: float) -> float:
        """Return the height of doorways, slab and words."""
        return self._made(measure).height(measure)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part the list; columns are not parted."""
        return self._made(measure).split(measure, room)

    def narrowest(self) -> float:
        """Return the need of the list, of the slab's words and of small doorways."""
        doors = self._count * LEAST + (self._count - 1) * self._setting.u
        return max(self._list().narrowest(), self._label.narrowest() + self._pad, doors)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the form that this measure has room for, and say so where it is not the usual one."""
        form = self._form(measure)
        if form != "columns":
            message = "the words of the pillars stand in a list: columns of words would be too narrow"
            self._setting.note(self.span, "narrow-form", message)
        self._made(measure).draw(surface, x, y, measure)

    # -- ink -------------------------------------------------------------------------------------------------------
    def art_height(self, measure: float) -> float:
        """Return the height of doorways and slab."""
        width, door, _ = self._row(measure)
        return self._tall(door) + self._slab(width)

    def paint(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the doorways, then the slab that they stand on."""
        width, side, gap = self._row(measure)
        left = x + (measure - width) / 2
        foot = y + self._tall(side)
        for i, door in enumerate(self._doors):
            at = i * (side + gap)
            self.paint_door(surface, door, left + (width - at - side if self._setting.rtl else at), foot, side)
        self.paint_slab(surface, left, foot, width)
        note_box(surface, self._figure, left, y, width, self.art_height(measure))

    def paint_door(self, surface: Surface, door: _Door, x: float, foot: float, width: float) -> None:
        """Draw one doorway and what stands in it."""
        setting, tall = self._setting, self._tall(width)
        side = min(width, side_in(door.art, width, tall)) if door.art is not None else width
        draw_doorway(surface, setting, Doorway(x, foot, width, tall, side), door.art, door.fill, self._figure)
        cx, cy = x + width / 2, foot - tall * 0.44
        if door.face is not None:
            at = (cx, cy, width * 0.27)
            draw_face(surface, setting, door.face, at, setting.roles.primary_dark, blush=True, target=self._figure)
        elif door.art is None:
            self._numeral(surface, door, cx, cy, width)

    def _numeral(self, surface: Surface, door: _Door, cx: float, cy: float, width: float) -> None:
        face = self._setting.styles.h1.face
        size = max(self._setting.scale.smallest, min(width * 0.46, 4.4 * self._setting.scale.body))
        clusters = face.shape(str(door.number))
        wide = sum(g.advance for c in clusters for g in c.glyphs) / face.upem * size
        at = cx - wide / 2, cy + face.cap_height * size / 2
        surface.glyphs(face, clusters, *at, size=size, colour=door.ink, target=self._figure)

    def paint_slab(self, surface: Surface, x: float, y: float, width: float) -> None:
        """Draw the slab and its words."""
        tall, label, inner = self._slab(width), self._label, width - self._pad
        surface.shape(rectangle(x, y, width, tall), fill=self._setting.roles.primary_fill, target=self._figure)
        ink = label.height(inner) - label.trim_top - label.trim_bottom
        label.draw(surface, x + self._pad / 2, y + (tall - ink) / 2 - label.trim_top, inner)

    def slab_height(self, measure: float) -> float:
        """Return the height of a slab across the measure."""
        return self._slab(measure)

    def door_in_row(self) -> tuple[float, float]:
        """Return (width, height) of a doorway beside its words."""
        width = max(LEAST_DRAWN, IN_ROWS * self._setting.scale.body)
        return width, self._tall(width)

    def paint_row(self, surface: Surface, door: _Door, x: float, y: float) -> None:
        """Draw one doorway on a ledge of its own."""
        width, tall = self.door_in_row()
        self.paint_door(surface, door, x, y + tall, width)
        ledge = rectangle(x, y + tall, width, LEDGE)
        surface.shape(ledge, fill=self._setting.roles.primary_fill, target=self._figure)
        note_box(surface, self._figure, x, y, width, tall + LEDGE)

    @property
    def apart(self) -> float:
        """Space between a doorway and the words beside it, pt."""
        return 3 * self._setting.u

    @property
    def rtl(self) -> bool:
        """Whether lines run leftwards."""
        return self._setting.rtl


class _Art(Box):
    """The doorways on their slab."""

    def __init__(self, whole: SecureBase) -> None:
        self._whole = whole

    def height(self, measure: float) -> float:
        """Return the height of doorways and slab."""
        return self._whole.art_height(measure)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw them."""
        self._whole.paint(surface, x, y, measure)


class _Slab(Box):
    """The slab alone, below doorways that stand in rows."""

    def __init__(self, whole: SecureBase) -> None:
        self._whole = whole

    def height(self, measure: float) -> float:
        """Return its height."""
        return self._whole.slab_height(measure)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw it."""
        self._whole.paint_slab(surface, x, y, measure)


class _InRow(Box):
    """One doorway with its words beside it."""

    def __init__(self, whole: SecureBase, door: _Door, words: Stack) -> None:
        self._whole, self._door, self._words = whole, door, words
        self._indent = whole.door_in_row()[0] + whole.apart

    def height(self, measure: float) -> float:
        """Return the height of doorway or words."""
        return max(self._whole.door_in_row()[1] + LEDGE, self._words.height(measure - self._indent))

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the doorway, and the words level with its middle."""
        width, tall = self._whole.door_in_row()
        inner = measure - self._indent
        rtl = self._whole.rtl
        both, said = self.height(measure), self._words.height(inner)
        self._whole.paint_row(surface, self._door, x + measure - width if rtl else x, y + (both - tall - LEDGE) / 2)
        self._words.draw(surface, x if rtl else x + self._indent, y + (both - said) / 2, inner)


class _Centred(Box):
    """A box of a given width in the middle of the measure."""

    def __init__(self, box: Box, width: float) -> None:
        self._box, self._width = box, width

    def height(self, measure: float) -> float:
        """Return the box's height at its width."""
        return self._box.height(self._width)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw it in the middle."""
        self._box.draw(surface, x + (measure - self._width) / 2, y, self._width)


def _words(setting: Setting, pillar: Pillar, listing: Element) -> Stack:
    body = listing.add("LI").add("LBody")
    made: list[Paragraph] = [
        setting.paragraph(pillar.title, setting.styles.h3, body.add("P"), keep_next=pillar.text is not None)
    ]
    if pillar.text is not None:
        made.append(setting.paragraph(pillar.text, setting.styles.body, body.add("P")))
    return Stack(made, keep=True)
