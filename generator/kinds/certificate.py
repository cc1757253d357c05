"""A certificate of attendance: A4 on its side, one page a person, or one with a line to write a name on.

It says who attended what, and no more. All its words stand in the middle, one below the other; they are set as large
and as far apart as the room between logo and seal allows. Mock-up f2-certificate-1.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.places import Span
from generator.base.tuples import NamedTuple
from generator.kinds.certificate_art import HEIGHT, WEIGHT, WIDTH, draw_ground
from generator.kinds.certificate_foot import SignedFoot
from generator.kinds.certificate_logo import MiddleLogo
from generator.kinds.certificate_words import (
    COURSE,
    NAME,
    Said,
    Slot,
    Told,
    check_row,
    check_words,
    floor,
    set_words,
    slots,
    told,
    type_of,
)
from generator.kinds.setting import Setting
from generator.kinds.styles import Styles
from generator.model.attendee import Attendee
from generator.model.pack import Certificate, Pack
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.paragraph import Paragraph
from generator.typeset.shapes import line
from generator.typeset.style import Style

__all__ = ["HEIGHT", "WIDTH", "CertificatePage"]

CLEAR = 14.0  # pt between the words and logo or seal
MEASURE, WIDE = 560.0, 670.0  # of words, and of the name and the titles, pt
LEAST_GAP, MOST_GAP = 3.0, 11.0  # between paragraphs, pt: a slot wishes some of them
SHARES = (1.0, 0.95, 0.9, 0.85)  # of the designed type, tried in this order
TITLE_LEADING = 1.15
NAME_TALL = 62.0  # room for a name, in one line or in several, pt
NAME_LEADING = 1.1
# sizes of a name, with the lines that each may take
NAMES = (
    *((size, 1) for size in (50.0, 46.0, 42.0, 38.0, 34.0, 31.0)),
    *((28.0, 2), (25.0, 2), (22.0, 2), (18.5, 3), (16.0, 3), (14.0, 4)),
)
BROKEN = 3  # lines, from which on one word that is wider than the page is broken
RULE, OVERHANG, BELOW_NAME = 400.0, 8.0, 2.0  # length of the line below a name, beyond a longer one, how far below; pt
BLANK_RULE = 480.0  # pt, of a line to write on


class _Plan(NamedTuple):
    """Paragraphs with the tops of their lines, pt, and the foot, in one size of type; the first that is too much."""

    placed: tuple[tuple[Slot, float], ...]
    foot: SignedFoot
    over: Span | None
    fits: bool


class CertificatePage:
    """The certificate of a pack, ready to be drawn on pages that were begun at `WIDTH` by `HEIGHT`.

    What is wrong with its words is found when it is made, and what is wrong with a row when that is drawn: look at the
    setting's findings before anything is written.
    """

    def __init__(self, setting: Setting, pack: Pack, heading: str = "H1") -> None:
        """Make it ready.

        Args:
            setting: of the document that it is a page of; layout and tightness make no difference.
            pack: what was attended; one without a certificate of its own gets the usual one.
            heading: role of its title, such as H2 inside a pack.
        """
        self._setting, self._pack, self._heading = setting, pack, heading
        self._certificate = pack.certificate or Certificate()
        self._feet: dict[float, SignedFoot] = {}
        self._heights: dict[tuple[object, ...], float] = {}
        self._styles: dict[float, Styles] = {}
        self._courses: dict[float, Style] = {}
        self._logo = MiddleLogo(setting)
        check_words(setting, pack, self._certificate)
        self._plan(told(setting, self._certificate, None))

    def draw(self, surface: Surface, parent: Element, row: Attendee | None = None) -> None:
        """Draw one on a page that was begun, its elements below ``parent``; without a row, with a line for a name."""
        setting = self._setting
        if row is not None:
            check_row(setting, self._certificate, row)
        one = told(setting, self._certificate, row)
        plan = self._plan(one)
        ground = plan.foot.ground
        surface.stamped((self, ground.line), LAYOUT, lambda target: draw_ground(surface, setting, ground, target))
        self._logo.draw(surface, parent)
        for slot, y in plan.placed:
            if slot.key == NAME:
                self._name(surface, parent, row, slot, y)
            else:
                self._words(surface, parent.add(slot.role), slot, y)
        plan.foot.draw(surface, parent, one.date)

    # -- what stands where ---------------------------------------------------------------------------------------------
    def _plan(self, one: Told) -> _Plan:
        """Return the plan with the largest type that fits; report what fits in none."""
        for share in SHARES:
            plan = self._at(share, one)
            if plan.fits:
                return plan
        message = "the words of the certificate do not fit its page"
        place = plan.over or self._certificate.span
        self._setting.findings.error(place, "too-long", message, "shorten 'text', or the longest of the others")
        return plan

    def _at(self, share: float, one: Told) -> _Plan:
        """Plan the page in type of one size: what room is left parts the paragraphs, and then stands around them."""
        if share not in self._styles:
            self._styles[share] = type_of(self._setting, share)
            self._feet[share] = SignedFoot(self._setting, self._certificate, self._styles[share])
        styles, foot = self._styles[share], self._feet[share]
        words = slots(self._setting, self._pack, self._certificate, styles, one, self._heading)
        made = [self._fitted(slot) for slot in words]
        tall = [self._tall(slot) for slot in made]
        top, bottom = self._logo.foot + CLEAR, foot.ground.top - CLEAR
        wished = sum(slot.before for slot in made[1:])
        gap = min((bottom - top - sum(tall)) / wished, MOST_GAP)
        y = top + (bottom - top - sum(tall) - gap * wished) / 2 - made[0].before * gap
        placed = []
        for slot, height in zip(made, tall, strict=True):
            y += slot.before * gap
            placed.append((slot, y))
            y += height
        longest = max(zip(tall, made, strict=True), key=lambda pair: pair[0] if pair[1].key != NAME else 0.0)[1]
        over = foot.over.span if foot.over is not None else longest.span
        return _Plan(tuple(placed), foot, over, gap >= LEAST_GAP and foot.over is None)

    def _fitted(self, slot: Slot) -> Slot:
        """Return the slot of the course's title as large as its length allows; others as they are."""
        if slot.key != "course":
            return slot
        known = self._courses.get(slot.style.size)
        if known is not None:
            return slot._replace(style=known)
        k = slot.style.size / COURSE[0][0]
        style = slot.style
        for size, lines in COURSE:
            style = slot.style.with_(size=size * k, leading=size * k * TITLE_LEADING)
            if len(set_words(self._setting, slot.parts, style, Element("P")).lines(WIDE)) <= lines:
                break
        self._courses[slot.style.size] = style
        return slot._replace(style=style)

    def _tall(self, slot: Slot) -> float:
        if slot.key == NAME:
            return NAME_TALL
        alike = (slot.key, slot.style.size, *(part.words for part in slot.parts))
        known = self._heights.get(alike)
        if known is None:
            made = set_words(self._setting, slot.parts, slot.style, Element("P"))
            known = self._heights[alike] = made.height(_measure(slot))
        return known

    # -- drawing -------------------------------------------------------------------------------------------------------
    def _words(self, surface: Surface, element: Element, slot: Slot, y: float) -> None:
        measure, setting = _measure(slot), self._setting

        def draw(elements: Sequence[Element]) -> None:
            set_words(setting, slot.parts, slot.style, elements[0]).draw(surface, (WIDTH - measure) / 2, y, measure)

        surface.repeated((self, slot, y), [element], draw)

    def _name(self, surface: Surface, parent: Element, row: Attendee | None, slot: Slot, y: float) -> None:
        """Draw a name as large as its length allows, and the line below it."""
        length = BLANK_RULE
        if row is not None:
            name = self._sized(slot.style, row, parent.add(slot.role))
            name.draw(surface, (WIDTH - WIDE) / 2, y + NAME_TALL - name.height(WIDE), WIDE)
            length = max([RULE, *(one.width + 2 * OVERHANG for one in name.lines(WIDE))])
        left, at = (WIDTH - length) / 2, y + NAME_TALL + BELOW_NAME
        path = line(left, at, left + length, at)
        surface.shape(path, stroke=self._setting.roles.line_strong, width=WEIGHT, target=LAYOUT)

    def _sized(self, style: Style, row: Attendee, element: Element) -> Paragraph:
        """Return a name in the largest type in which it takes no more lines than it may."""
        setting, words = self._setting, (Said(str(row.name), row.span),)
        length = None
        for size, lines in NAMES:
            if size < floor(setting):
                break
            if lines == 1 and length is not None and length * size > WIDE:
                continue  # not set at all: it is long enough for the next size to be known as too large
            name = set_words(setting, words, style.with_(size=size, leading=size * NAME_LEADING), element)
            if len(name.lines(WIDE)) <= lines and (lines >= BROKEN or name.narrowest() <= WIDE):
                return name
            length = name.natural / size
        setting.findings.error(row.span, "too-long", "this name is too long for a certificate", "shorten it")
        return name


def _measure(slot: Slot) -> float:
    return WIDE if slot.key in ("title", "course") else MEASURE
