"""The cover of a booklet: a soft field, the title, and a doorway that stands on the foot of the page (mock-up d)."""

from __future__ import annotations

from generator.kinds.doorways import Doorway, draw_doorway, standing
from generator.kinds.grounds import SAFE, band_wanted, colour_areas, paint_band, paint_field
from generator.kinds.lit import own_ground
from generator.kinds.logos import LogoBox
from generator.kinds.quiet import draw_motif
from generator.kinds.rows import DoorwayRow
from generator.kinds.setting import Setting
from generator.kinds.titles import fit_title
from generator.model.clothes import SKIN_APART, STANDS_OUT
from generator.model.colour import apart, contrast
from generator.model.handout import Handout
from generator.model.hues import mixed
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box, Stack
from generator.typeset.drawing import Drawing
from generator.typeset.paragraph import Paragraph
from generator.typeset.style import Style

DESIGNED = 419.53  # width of the page that these measures are for, pt; a wider page has larger ones
MARGIN = 42.0  # all round, pt
LOGO_TALL = 31.0
TITLES = (46.0, 40.0, 35.0, 31.0, 26.0, 21.0)  # sizes of the title, pt
TITLE_LINES = 5
BELOW_LOGO = 5.0  # u
DOOR_WIDE, DOOR_TALL = 300.0, 330.0  # designed size of the doorway, pt
LEAST_DOOR = 150.0  # pt; a lower one is left out
CLEAR = 5.0  # u between the words and the doorway
TALLER = 1.06  # least height of a doorway, of its width
MOTIF = 1.5  # height of an empty doorway, of its width
ROW, ROW_LAST = 3, 2.2  # doorways of a row; height of the last, of its width
SLEEVE = 0.15  # how much darker a sleeve is than light cloth


class BookletCover:
    """Logo, ages, title, subtitle, message, picture.

    Attributes:
        field: colour of its ground, None where there is none; the back cover has the same.
    """

    def __init__(self, setting: Setting, handout: Handout, width: float, height: float) -> None:
        self._setting, self._width, self._height = setting, width, height
        self._k = max(1.0, width / DESIGNED)
        self._margin = MARGIN * self._k
        self._measure = width - 2 * self._margin
        self._art: Drawing | None = None
        self._row: DoorwayRow | None = None
        self._fill = setting.roles.doorway
        self.field = setting.roles.warm
        if isinstance(handout.illustration, tuple):
            self._row = DoorwayRow(setting, handout.illustration[-ROW:], last=ROW_LAST, most=1 / ROW)
        elif handout.illustration is not None:
            self._art = standing(setting, handout.illustration)
            self._darken()
        self._logo = LogoBox(setting, setting.document, LOGO_TALL * self._k, ground=self.field)
        self._label = self._compose_label(handout)
        self._words = self._compose(handout)

    def _darken(self) -> None:
        """Stand people in light clothes in a doorway of the brand's colour, where all of them are seen in it.

        A drawing that brings a ground of its own in the colour of cloth keeps the pale one: what is white on a night
        sky would vanish in light cloth.
        """
        setting, roles = self._setting, self._setting.roles
        if self._art is None or setting.edition.outlined:
            return
        light = {roles.cloth: roles.warm, roles.sleeve: mixed(roles.warm, roles.primary_dark, SLEEVE)}
        art, hue, ground = setting.reclad(self._art, light), setting.hue, own_ground(self._art)
        if ground is not None and hue(ground) in map(hue, light):
            return
        for fill in (roles.primary, roles.primary_fill):
            if contrast(hue(fill), hue(roles.accent_soft)) >= STANDS_OUT and all(
                apart(hue(fill), hue(colour)) >= SKIN_APART for colour in art.colours
            ):
                self._art, self._fill, self.field = art, fill, roles.accent_soft
                return

    def _compose_label(self, handout: Handout) -> Paragraph | None:
        """Compose the ages, and the name of an edition that has one: small, level with the logo."""
        setting = self._setting
        parts = [handout.ages] if handout.ages is not None else []
        if setting.edition.title is not None:
            parts.append(setting.word(setting.edition.title))
        if not parts:
            return None
        words, span = " \u00b7 ".join(parts), handout.span_of("ages")
        return setting.paragraph(words, setting.styles.label, setting.document.add("P"), span=span)

    @property
    def _label_beside(self) -> bool:
        """Whether the label stands on one line beside the logo."""
        free = self._measure - self._logo.width() - 3 * self._setting.u
        return self._label is not None and self._label.natural <= free

    def _compose(self, handout: Handout) -> Stack:
        setting, document = self._setting, self._setting.document
        styles, u = setting.styles, setting.u
        h1 = document.add("H1")
        title = fit_title(
            setting, handout.title, h1, self._measure, self._height / 2, lines=TITLE_LINES, styles=self._titles()
        )
        boxes: list[Box] = [title]
        if handout.subtitle is not None:
            boxes.append(setting.paragraph(handout.subtitle, styles.lead, document.add("P")).spaced(3 * u, 0))
        if handout.message is not None:
            strong = styles.h3 if handout.subtitle is not None else styles.lead.with_(colour=styles.h3.colour)
            strong = strong.with_(weight=700, balance=True)
            boxes.append(setting.paragraph(handout.message, strong, document.add("P")).spaced(2.5 * u, 0))
        return Stack(boxes)

    def _titles(self) -> list[Style]:
        """Return the styles that the title is tried in: sizes go with the page, not with the body."""
        base = self._setting.styles.displays[0]
        ratio, least = base.leading / base.size, self._setting.styles.h2.size
        sizes = [size * self._k for size in TITLES]
        return [base.with_(size=size, leading=size * ratio) for size in sizes if size >= least] or [base]

    @property
    def _title_top(self) -> float:
        """Where the capitals of the title stand, pt from the top."""
        u = 6.0 * self._k
        label = 0.0
        if self._label is not None and not self._label_beside:
            label = self._label.height(self._measure) + u
        return self._margin + self._logo.height(self._measure) + label + BELOW_LOGO * u

    @property
    def _words_foot(self) -> float:
        """Where the words end, pt from the top."""
        words = self._words
        return self._title_top + words.height(self._measure) - words.trim_top - words.trim_bottom

    @property
    def over(self) -> float:
        """By how much the words run past the page, pt; 0 or less where they do not."""
        return self._words_foot + self._margin - self._height

    def draw(self, surface: Surface) -> None:
        """Draw the page."""
        setting, x, measure = self._setting, self._margin, self._measure
        paint_field(surface, setting, (0, 0, self._width, self._height), self.field, None)
        self._draw_picture(surface)
        self._logo.draw(surface, x, self._margin, measure)
        self._draw_label(surface)
        y = self._title_top - self._words.trim_top
        hair = 0.0 if setting.rtl else 1.0  # display type starts a hair outside the margin
        for i, box in enumerate(self._words.boxes):
            box.draw(surface, x - (hair if i == 0 else 0.0), y, measure)
            y += box.height(measure) + (self._words.gap(i) if i + 1 < len(self._words.boxes) else 0.0)

    def _draw_label(self, surface: Surface) -> None:
        label, setting = self._label, self._setting
        if label is None:
            return
        if not self._label_beside:
            y = self._margin + self._logo.height(self._measure) + setting.u
            label.draw(surface, self._margin, y, self._measure)
            return
        wide = label.natural + 1
        x = self._margin if setting.rtl else self._width - self._margin - wide
        middle = self._margin + (self._logo.height(self._measure) - label.height(wide)) / 2
        label.draw(surface, x, middle, wide)

    def _draw_picture(self, surface: Surface) -> None:
        setting, x = self._setting, self._margin
        foot = self._height - (SAFE if setting.edition.outlined else 0.0)
        band = self._band
        paint_band(surface, setting, (0, foot - band, self._width, band))
        foot -= band
        room = foot - self._words_foot - CLEAR * 6.0 * self._k
        if room < LEAST_DOOR:
            return
        if self._row is not None:
            wide = min(self._measure, self._measure * room / max(room, self._row.tall(self._measure)))
            self._row.draw(surface, x + (self._measure - wide) / 2, foot, wide)
        elif self._art is not None:
            draw_doorway(surface, setting, self._door(foot, room), self._art, self._fill)
        else:
            wide = min(room / MOTIF, DOOR_WIDE * self._k * 0.8)
            draw_motif(surface, setting, (self._width - wide) / 2, foot, wide)

    @property
    def _band(self) -> float:
        """Height of the band in the colours given at the foot of the page, pt."""
        page, room = self._width * self._height, self._height - self._words_foot - CLEAR * 6.0 * self._k
        side = max(0.0, min(DOOR_WIDE * self._k, min(DOOR_TALL * self._k, room) / TALLER))
        areas = colour_areas((self._art, side))
        if self._row is not None:
            areas.update(self._row.areas(self._measure))
        if self._art is not None:
            areas[self._fill] += side * side / 2  # type: ignore[assignment]
        return band_wanted(self._setting, page, areas, self._k)

    def _door(self, foot: float, room: float) -> Doorway:
        tall = min(DOOR_TALL * self._k, room)
        width = min(DOOR_WIDE * self._k, tall / TALLER)
        side = width * 0.955
        if self._setting.look.shape == "plain" and not self._setting.edition.outlined:
            width = self._width  # bleeds to both edges
        return Doorway((self._width - width) / 2, foot, width, tall, side)
