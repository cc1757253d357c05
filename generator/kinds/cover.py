"""A cover: one warm field, one horizon, doorways standing on it (DESIGN 1 and 2)."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from math import inf

from generator.base.scalars import Name
from generator.kinds.doorways import Doorway, draw_doorway, standing
from generator.kinds.grounds import GIVEN_BAND, SAFE, given_colours, paint_band, paint_field
from generator.kinds.logos import LogoBox
from generator.kinds.rows import DoorwayRow
from generator.kinds.setting import Setting
from generator.kinds.titles import fit_title
from generator.model.handout import Handout
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.bands import Grid
from generator.typeset.boxes import Box, Stack
from generator.typeset.drawing import Drawing
from generator.typeset.paragraph import Paragraph

FIELD = 414.0  # height of a field with a picture, pt: 23 baselines
LOW_FIELD = 324.0  # the same where lead and message stand below it: 12 baselines of large print
MOST_FIELD = 486.0  # of a field that has taken up what room a page has left
TITLE_SHARE = 0.52  # of the field, at most, for the title
FIELD_YIELDS = 0.55  # how much faster or slower than space it gets lower: what the words do not need it takes again
MOST_GROWTH = 10  # baselines that a field may grow to take up room that a page has left
ROW_GROWTH = 2  # the same for a field with a row of doorways
LOGO_TOP = 45.0  # pt
LOGO_TALL = 36.0
LOWER = 1.25  # least logo in an edition of larger type, of the usual one
LEAST_ON_ONE_LINE = 40.0  # pt at a body of 12; a title above a row is set on one line where it stays so large
ALONE_WIDE, ALONE_TALL = 0.62, 1.12  # a doorway below the words of a narrow page: of the measure, of its width
ALONE_LEAST = 0.3  # of the measure; a narrower one is left out
FOOT = 64.0  # pt that a page with a doorway below its words keeps for what runs at its foot
ALONE_TITLE = 0.3  # of the page, at most, for the title above it
CLEAR = 9.0  # pt between the words and the doorway; a logo has twice that


class Cover:
    """The upper field of the first side: logo, title, subtitle, message, picture.

    Attributes:
        height: of the field, pt.
        below: boxes that stand under it, where the edition sets long words on paper only.
    """

    def __init__(self, setting: Setting, handout: Handout, grid: Grid, margin: float, page_width: float) -> None:
        self._setting, self._grid, self._margin, self._page_width = setting, grid, margin, page_width
        large = setting.edition.large
        picture = handout.illustration is not None and not isinstance(handout.illustration, tuple)
        # whether one doorway stands below the words of a narrow page
        self._alone = picture and grid.narrow and setting.edition.any_pages and not large
        self._top = LOGO_TOP * (0.66 if self._alone else 1)
        self._k = LOWER if large else 1.0 if self._alone else setting.scale.baseline / 18
        yields = 1 - FIELD_YIELDS * (1 - setting.tight.space)
        self._field = LOW_FIELD if large else FIELD * yields * setting.scale.baseline / 18
        self._art: Drawing | None = None
        self._row: DoorwayRow | None = None
        if isinstance(handout.illustration, tuple):
            self._row = DoorwayRow(setting, handout.illustration)
        elif handout.illustration is not None and not grid.narrow:
            self._art = standing(setting, handout.illustration)
        self._logo = LogoBox(setting, setting.document, LOGO_TALL * self._k, most=self._logo_room)
        words = setting.kept("cover", setting.document, lambda: self._compose(handout))
        self._handout = handout
        self._sign: Hashable | None = words.sign  # of the words, for tapes
        self._words, self.below, self._ages, self._h1 = words.made
        if self._alone and isinstance(handout.illustration, Name):
            self._put_below(handout.illustration)
        if setting.edition.any_pages and not self.below and self._need() > setting.layout.size()[1] - FOOT:
            title, *self.below = self._words.boxes  # long words go on under the field
            self._words = Stack([title])
        self._picture = setting.document.add("Figure", kind="cover")
        self.height = self._least()

    @property
    def _horizon(self) -> float:
        """Where doorways stand, pt: on a band in the colours given, where no picture shows them as they are."""
        roles = self._setting.roles
        shown = {roles.doorway, *self._art.colours} if self._art is not None else set[str]()
        shown |= self._row.colours if self._row is not None else set()
        hue = self._setting.hue
        given = {hue(colour) for colour in given_colours(self._setting)}
        return self.height - (0.0 if given <= {hue(colour) for colour in shown} else GIVEN_BAND)

    @property
    def _measure(self) -> float:
        """Width of the words, pt."""
        if self._grid.narrow or self._row is not None:
            return self._grid.width
        if self._art is None:
            return self._grid.span(0, 9)[1]
        return self._grid.span(0, 6)[1] - CLEAR

    @property
    def _logo_room(self) -> float:
        """Width that the logo may take, pt: beside a panel as tall as the field it keeps clear of that."""
        beside = self._art is not None and self._setting.look.shape == "plain"
        return self._measure - CLEAR if beside else inf

    @property
    def _lead_measure(self) -> float:
        if self._row is None or self._alone:
            return self._measure
        return min(self._measure, self._grid.span(0, 9)[1])

    def _compose(self, handout: Handout) -> tuple[Stack, list[Box], Paragraph | None, Element]:
        setting, document = self._setting, self._setting.document
        styles, u = setting.styles, self._unit if self._alone else setting.u
        head = document.add("H1")
        in_row = self._row is not None
        title = self._title(handout, head, self._field, one_line=in_row)
        if in_row and title.style.size < LEAST_ON_ONE_LINE * setting.scale.body / 12:
            title = self._title(handout, head, self._field)  # small on one line, or on more than one
        ages = None
        if in_row and handout.ages is not None:
            label = styles.label.with_(align="end")
            ages = setting.paragraph(handout.ages, label, document.add("P", kind="ages"), span=handout.span_of("ages"))
        more: list[Box] = []
        message_style = styles.h3
        if handout.subtitle is not None:
            more.append(
                setting.paragraph(handout.subtitle, styles.lead, document.add("P", kind="subtitle")).spaced(3.5 * u, 0)
            )
        else:
            message_style = styles.lead.with_(weight=700, colour=setting.roles.primary_dark)
        if handout.ages is not None and not in_row:
            soft = styles.body.with_(colour=setting.roles.ink_soft)
            told = setting.paragraph(handout.ages, soft, document.add("P", kind="ages"), span=handout.span_of("ages"))
            more.append(told.spaced((1.5 if handout.subtitle else 3.5) * u, 0))
        if handout.message is not None:
            text = setting.paragraph(
                handout.message, message_style.with_(balance=True), document.add("P", kind="message")
            )
            more.append(text.spaced((2 if handout.subtitle else 3.5) * u, 0))
        if setting.edition.large:
            return Stack([title]), more, ages, head
        return Stack([title, *more]), [], ages, head

    def _title(
        self, handout: Handout, head: Element, field: float, *, one_line: bool = False, share: float = ALONE_TITLE
    ) -> Paragraph:
        """Return the title as large as a field of this height allows, or a ``share`` of a narrow page."""
        setting = self._setting
        room = setting.layout.size()[1] * share if self._alone else field * TITLE_SHARE
        lines = 1 if one_line else 4
        return fit_title(setting, handout.title, head, self._measure, room, lines=lines)

    def _put_below(self, name: Name) -> None:
        """Put a doorway as large as a narrow page has room for below the words, of which the title may yield to it."""
        designed = self._words
        for title in (
            designed.boxes[0],
            self._title(self._handout, self._h1, 0.0, share=ALONE_TITLE * 0.6),
            self._title(self._handout, self._h1, 0.0, share=ALONE_TITLE * 0.4),
        ):
            self._words = Stack([title, *designed.boxes[1:]])
            room = self._setting.layout.size()[1] - FOOT - self._title_top - self._words_height() - 6 * self._unit
            share = min(ALONE_WIDE, room / ALONE_TALL / self._grid.width)
            if share >= ALONE_LEAST:
                self._row = DoorwayRow(self._setting, (name,), last=ALONE_TALL, most=share)
                return
        self._words = designed

    @property
    def _title_top(self) -> float:
        return self._top + self._logo.tall + (5 if self._row is not None else 6.5) * self._unit

    @property
    def _unit(self) -> float:
        """Unit of space in the field; it does not grow with large print and on narrow pages, which have less room."""
        return 6.0 if self._setting.edition.large or self._alone else self._setting.u

    def _words_height(self) -> float:
        """Return the height of the words from their first ink to their last, pt."""
        boxes = self._words.boxes
        tall = boxes[0].height(self._measure) + sum(box.height(self._lead_measure) for box in boxes[1:])
        tall += sum(self._words.gap(i) for i in range(len(boxes) - 1))
        return tall - boxes[0].trim_top - boxes[-1].trim_bottom

    def _least(self) -> float:
        """Return the height that the words need; a picture wants the designed field."""
        if self._row is not None:
            return self._title_top + self._words_height() + 5 * self._unit + self._row.tall(self._grid.width)
        return max(self._field if self._art is not None else 0.0, self._need())

    def _floor(self) -> float:
        """Return the height at which the words would stand as close to the logo as they may, pt."""
        return self._least() if self._row is not None else max(self._need(), min(self._field, self.height))

    def _need(self) -> float:
        """Return the height that the words need, in whole baselines, pt."""
        base = self._setting.scale.baseline
        return -(-(self._title_top + self._words_height() + 5.5 * self._unit) // base) * base

    @property
    def growth(self) -> float:
        """Room that the field can take up, pt."""
        base = self._setting.scale.baseline
        if self._setting.edition.large:
            return 0.0
        if self._row is not None:
            return ROW_GROWTH * base
        most = max(0.0, MOST_FIELD * base / 18 - self.height) // base
        return min(MOST_GROWTH, most) * base if self._art is not None else 0.0

    def grow(self, room: float) -> float:
        """Grow by whole baselines up to ``room`` pt; return by how much."""
        base = self._setting.scale.baseline
        extra = min(self.growth, max(0, int(room // base)) * base)
        self.height += extra
        if extra and self._art is not None:
            self._enlarge_title()
        return extra

    def _enlarge_title(self) -> None:
        """Set the title as large as the field allows, now that it has grown."""
        before, tall = self._words, self.height
        title = self._setting.kept(("title", tall), self._h1, lambda: self._title(self._handout, self._h1, tall))
        self._words = Stack([title.made, *before.boxes[1:]])
        if self._need() > tall:
            self._words = before
        elif self._sign is not None:
            self._sign = (self._sign, title.sign) if title.sign is not None else None

    def draw(self, surface: Surface) -> None:
        """Draw the field, the picture, the words."""
        setting = self._setting
        paint_field(surface, setting, (0, 0, self._page_width, self.height), setting.roles.warm, "foot")
        surface.shows(self._picture)
        if self._art is not None:
            draw_doorway(surface, setting, self._doorway(), self._art, setting.roles.doorway)
        if self._row is not None:
            self._row.draw(surface, self._margin, self._horizon, self._grid.width)
        surface.shows(None)
        paint_band(surface, setting, (0, self._horizon, self._page_width, self.height - self._horizon))
        x, measure = self._margin, self._measure
        if setting.rtl:
            x = self._page_width - self._margin - measure
        self._logo.draw(surface, x, self._top, measure)
        share = 0.3 if self._row is not None else 0.45
        y = self._title_top + (self.height - self._floor()) * share - self._words.trim_top
        beside = (self._logo.tall, self._logo.width()) if self._ages is not None else None
        key = (self._sign, x, y, measure, beside) if self._sign is not None else None
        surface.taped(key, partial(self._draw_words, surface, x, y, measure))

    def _draw_words(self, surface: Surface, x: float, y: float, measure: float) -> None:
        setting = self._setting
        title = self._words.boxes[0]
        # display type starts a hair outside the margin
        hair = 0.0 if setting.rtl else 2.0
        title.draw(surface, x - hair, y, measure)
        y += title.height(measure)
        if self._ages is not None:
            middle = self._top + (self._logo.tall - self._ages.height(measure)) / 2
            start = self._margin + (0 if setting.rtl else self._logo.width() + 18)
            self._ages.draw(surface, start, middle, self._grid.width - self._logo.width() - 18)
        wide = self._lead_measure
        left = x + measure - wide if setting.rtl else x
        for i, box in enumerate(self._words.boxes[1:]):
            y += self._words.gap(i)
            box.draw(surface, left, y, wide)
            y += box.height(wide)

    def _doorway(self) -> Doorway:
        """Return the doorway as each shape asks (DESIGN 2)."""
        grid, shape, setting = self._grid, self._setting.look.shape, self._setting
        x, width = grid.span(7, 11)
        x += self._margin - grid.gutter
        tall = self.height * 324 / 414
        if shape == "arch":
            width += 2 * grid.gutter
            tall = max(tall, width)
            side = width
        elif shape == "round":
            width += grid.gutter
            side = width - 6
        else:
            width = self._page_width - x - (SAFE if setting.edition.outlined else 0)
            tall = self.height - (SAFE if setting.edition.outlined else 0)
            side = width - 16
        if setting.rtl:
            x = self._page_width - x - width
        return Doorway(x, self._horizon, width, tall, min(side, tall))
