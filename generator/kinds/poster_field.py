"""The upper field of a poster: logo, a title to be read from across a room, somebody in a tall doorway (mock-up e)."""

from __future__ import annotations

from collections.abc import Mapping

from generator.kinds.doorways import Doorway, draw_doorway
from generator.kinds.grounds import SAFE, band_wanted, colour_areas, paint_band, paint_field
from generator.kinds.lit import lit
from generator.kinds.logos import LogoBox
from generator.kinds.poster_scale import as_designed, is_dense, page_scale
from generator.kinds.rows import DoorwayRow
from generator.kinds.setting import Setting
from generator.kinds.titles import fit_title
from generator.model.colour import contrast
from generator.model.handout import Handout
from generator.model.hues import mixed
from generator.model.people import PEOPLE, SLOTS
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box, Stack
from generator.typeset.drawing import Drawing
from generator.typeset.paragraph import Paragraph
from generator.typeset.style import Style

# Points on A3; other papers have them smaller or larger.
FIELD = 540.0  # height of a field with a doorway
DOOR_TALL = 454.0 / FIELD  # of a doorway, of its field
DOORS = (424.0, 372.0, 320.0)  # width of a doorway; narrower where a long word needs the room
DOOR_END = 36.0  # from an arch to the edge of the page
BESIDE = 22.0  # between the words and the doorway
LOGO_TOP, LOGO_TALL = 56.0, 54.0
LEAST_LOGO = 0.75  # of that, where space is tight
BELOW_LOGO, BELOW_LOGO_ROW = 50.0, 36.0  # from the logo to the capitals of the title
BELOW_WORDS = 34.0  # from the last line to the horizon, at least
ABOVE_ROW = 46.0  # from the last line to the tallest doorway of a row: to the lowest there is much more
BELOW_TITLE = 40.0  # from the title's last baseline to the capitals of what follows
LEAST_BELOW = 0.65  # of that
LEAD = 1.34  # leading of the subtitle, of its size
BETWEEN = 20.0  # between subtitle and message
TITLES = (106.0, 98.0, 90.0, 82.0, 75.0, 68.0, 62.0, 56.0, 50.0, 44.0, 38.0, 32.0)
GOOD_TITLE = 62.0  # smaller than this, and a narrower doorway is better
CLOSE = 98.0 / 106.0  # leading of a title in plain letters, of its size
CLOSE_ACROSS = 0.98  # the same for long lines across the page, where more letters meet
ROW_LAST = 1.62  # height of the last doorway of a row, of its width
ROW_LEAST = 1.46  # the same where space is tight: heads stay inside the curve
ROW_SHARE, SAID_SHARE = 0.52, 0.42  # of the measure, for the row and for the words beside it
FIELD_YIELDS = 0.6  # share of the tightness of space that the field takes part in
PLAIN = frozenset("\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00a0")  # no accents: lines may stand close
WORDS_MEASURE = 36.0  # em of the body; subtitle and message are never set wider
LIT_SLEEVE, LIT_OTHER = 0.45, 0.7  # shares of the soft accent in a sleeve and in other cloth, over cloth made lighter
SHOWN = 1.7  # least contrast of somebody's hair and skin with a dark doorway

_BODY = ["hair_grey", *(f"{part}_{person}" for part in ("hair", "skin") for person in "abc")]


class PosterField:
    """Logo, title, subtitle, message and picture on the warm field.

    Attributes:
        height: of the field, pt; it may grow.
    """

    def __init__(self, setting: Setting, handout: Handout, margin: float, page: tuple[float, float]) -> None:
        self._setting, self._margin, self._page = setting, margin, page
        self._k = page_scale(setting)
        self._tight = _tightness(setting)
        head = self._k * max(LEAST_LOGO, self._tight)
        self._logo_top = LOGO_TOP * head
        self._logo = LogoBox(setting, setting.document, LOGO_TALL * head)
        self._art: Drawing | None = None
        self._row: DoorwayRow | None = None
        self._fill = setting.roles.doorway
        if isinstance(handout.illustration, tuple):
            self._row = DoorwayRow(setting, handout.illustration, last=max(ROW_LEAST, ROW_LAST * self._tight))
        elif handout.illustration is not None:
            found = setting.assets.drawing(handout.illustration, handout.illustration.span, setting.findings)
            self._art = self._dressed(found.without("bg")) if found is not None else None
        self._door = DOORS[0] * self._k
        self._title = self._fit_title(handout, setting.document.add("H1"))
        self._ages = self._ages_label(handout)
        self._more = self._said(handout)
        self.height = self._least()

    def _dressed(self, drawing: Drawing) -> Drawing:
        """Return the people in light clothes for a dark doorway, or in their own for a pale one.

        Somebody whose hair or skin would be lost on the dark colour gives way to another family, unless the brand
        names the one that it wants.
        """
        setting = self._setting
        dark = setting.roles.primary_fill
        used = {shape.fill for shape in drawing.shapes if shape.fill is not None} & {SLOTS[slot] for slot in _BODY}
        turns = range(1 if setting.look.brand.people_set else len(PEOPLE))
        for people in map(setting.people, turns):
            if not setting.edition.outlined and all(
                contrast(setting.hue(people[slot]), setting.hue(dark)) >= SHOWN for slot in used
            ):
                self._fill = dark
                return drawing.recoloured({**people, **_light_clothes(setting)})
        return drawing.recoloured(setting.people(0))

    # -- words ---------------------------------------------------------------------------------------------------------
    def _fit_title(self, handout: Handout, element: Element) -> Paragraph:
        """Return the title as large as it goes beside a doorway, in two to four lines; across the page without one."""
        if self._row is not None:
            return self._row_title(handout, element)
        doors = DOORS if self._art is not None else DOORS[:1]
        for door in doors:
            self._door = door * self._k * self._tight
            lines = 4 if self._art is not None else 3
            room = FIELD * self._k * self._tight * 0.68
            styles = self._title_styles(self._setting.plain(handout.title))
            title = fit_title(self._setting, handout.title, element, self._measure, room, lines=lines, styles=styles)
            if title.style.size >= GOOD_TITLE * self._k * self._tight:
                break
        return title

    def _row_title(self, handout: Handout, element: Element) -> Paragraph:
        """Return the title above a row: across the page on one line where that is large enough, or on two."""
        styles = self._title_styles(self._setting.plain(handout.title))
        room, good = FIELD * self._k * 0.5, GOOD_TITLE * self._k * self._tight
        for lines in (1, 2, 4):
            title = fit_title(self._setting, handout.title, element, self._measure, room, lines=lines, styles=styles)
            if title.style.size >= good and len(title.lines(self._measure)) <= lines:
                break
        return title

    def _title_styles(self, title: str) -> list[Style]:
        base = self._setting.styles.displays[0]
        near = CLOSE if self._art is not None else CLOSE_ACROSS
        close = near if all(ord(c) < 0x7F or c in PLAIN for c in title) else base.leading / base.size
        sizes = [size * self._k * self._tight for size in TITLES]
        return [base.with_(size=size, leading=size * close) for size in sizes]

    def _ages_label(self, handout: Handout) -> Paragraph | None:
        if handout.ages is None or self._row is None:
            return None
        setting = self._setting
        style = as_designed(setting, setting.styles.label).with_(align="end")
        return setting.paragraph(handout.ages, style, setting.document.add("P"), span=handout.span_of("ages"))

    def _said(self, handout: Handout) -> Stack:
        setting, styles = self._setting, self._setting.styles
        boxes: list[Box] = []
        lead = as_designed(setting, styles.lead)
        message = as_designed(setting, styles.h3)
        if handout.subtitle is not None:
            style = lead.with_(balance=True, leading=lead.size * LEAD)
            boxes.append(setting.paragraph(handout.subtitle, style, setting.document.add("P")))
        else:
            message = lead.with_(weight=700, leading=lead.size * LEAD, colour=setting.roles.primary_dark)
        if handout.ages is not None and self._row is None:
            soft = as_designed(setting, styles.body).with_(colour=setting.roles.ink_soft)
            told = setting.paragraph(handout.ages, soft, setting.document.add("P"), span=handout.span_of("ages"))
            boxes.append(told.spaced(BETWEEN / 2 * self._k * self._tight if boxes else 0.0, 0.0))
        if handout.message is not None:
            text = setting.paragraph(handout.message, message.with_(balance=True), setting.document.add("P"))
            boxes.append(text.spaced(BETWEEN * self._k * self._tight if boxes else 0.0, 0.0))
        return Stack(boxes)

    # -- measures ------------------------------------------------------------------------------------------------------
    @property
    def _measure(self) -> float:
        """Width of the title, pt."""
        width = self._page[0] - 2 * self._margin
        if self._art is None:
            return width
        return self._page[0] - self._margin - self._door_end - self._door - BESIDE * self._k

    @property
    def _said_measure(self) -> float:
        setting = self._setting
        most = self._measure * (SAID_SHARE if self._beside else 1.0)
        return min(most, WORDS_MEASURE * min(setting.layout_body, setting.scale.body))

    @property
    def _beside(self) -> bool:
        """Whether the row stands beside subtitle and message: a poster of many words has a lower field."""
        return self._row is not None and is_dense(self._setting)

    @property
    def _row_measure(self) -> float:
        inner = self._page[0] - 2 * self._margin
        return inner * ROW_SHARE if self._beside else inner

    @property
    def _door_end(self) -> float:
        """From the doorway to the edge of the page, pt: the brand's shape says (DESIGN 2)."""
        shape = self._setting.look.shape
        if shape == "plain":
            return SAFE if self._setting.edition.outlined else 0.0
        return DOOR_END * self._k if shape == "arch" else self._margin

    @property
    def _title_top(self) -> float:
        """Where the capitals of the title begin."""
        gap = BELOW_LOGO_ROW if self._row is not None else BELOW_LOGO
        return self._logo_top + self._logo.tall + gap * self._k * self._tight

    def _words_height(self) -> float:
        """Height from the capitals of the title to the last baseline, pt."""
        title = self._title.height(self._measure) - self._title.trim_top - self._title.trim_bottom
        if not self._more.boxes:
            return title
        said = self._more.height(self._said_measure) - self._more.trim_top - self._more.trim_bottom
        return title + BELOW_TITLE * self._k * max(self._tight, LEAST_BELOW) + said

    def _least(self) -> float:
        """Return the height that words and picture need."""
        need = self._title_top + self._words_height()
        above = ABOVE_ROW * self._k * self._tight
        if self._row is not None and self._beside:
            title = self._title.height(self._measure) - self._title.trim_top - self._title.trim_bottom
            row = self._title_top + title + above + self._row.tall(self._row_measure)
            return max(row, need + BELOW_WORDS * self._k * 0.6)
        if self._row is not None:
            return need + above + self._row.tall(self._row_measure)
        designed = FIELD * self._k * self._tight if self._art is not None else 0.0
        return max(designed, need + BELOW_WORDS * self._k)

    def grow(self, room: float) -> float:
        """Grow by whole units up to ``room`` pt; return by how much."""
        most = self._page[1] * (0.46 if self._row is not None else 0.6 if self._art is not None else 0.4)
        unit = self._setting.u
        steps = int(min(room, most - self.height) // unit)
        extra = max(0, steps) * unit
        self.height += extra
        return extra

    # -- ink -----------------------------------------------------------------------------------------------------------
    def draw(self, surface: Surface) -> None:
        """Draw the field, the picture, the words."""
        setting, width = self._setting, self._page[0]
        paint_field(surface, setting, (0, 0, width, self.height), setting.roles.warm, "foot")
        paint_band(surface, setting, (0, self._horizon, width, self._band))
        if self._art is not None:
            draw_doorway(surface, setting, self._doorway(), self._art, self._fill)
        if self._row is not None:
            at_end = self._beside and not setting.rtl
            start = width - self._margin - self._row_measure if at_end else self._margin
            self._row.draw(surface, start, self._horizon, self._row_measure)
        self._logo.draw(surface, self._start(self._measure), self._logo_top, self._measure)
        if self._ages is not None:
            inner = width - 2 * self._margin - self._logo.width() - 2 * self._setting.u
            middle = self._logo_top + (self._logo.tall - self._ages.height(inner)) / 2
            at = self._margin if setting.rtl else width - self._margin - inner
            self._ages.draw(surface, at, middle, inner)
        self._draw_words(surface)

    @property
    def _band(self) -> float:
        """Height of the band in the colours given at the foot of the field, pt."""
        page = self._page[0] * self._page[1]
        areas = colour_areas((self._art, self._door))
        if self._row is not None:
            areas.update(self._row.areas(self._row_measure))
        if self._art is not None:
            areas[self._fill] += self._door * self._door / 2  # type: ignore[assignment]
        return band_wanted(self._setting, page, areas, self._k)

    @property
    def _horizon(self) -> float:
        """Where doorways stand, pt."""
        return self.height - self._band

    def _start(self, measure: float) -> float:
        return self._page[0] - self._margin - measure if self._setting.rtl else self._margin

    def _draw_words(self, surface: Surface) -> None:
        share = 0.3 if self._row is not None else 0.5
        y = self._title_top + (self.height - self._least()) * share
        hair = 0.0 if self._setting.rtl else self._title.style.size * 0.035  # see kinds/headings.py
        self._title.draw(surface, self._start(self._measure) - hair, y - self._title.trim_top, self._measure)
        if not self._more.boxes:
            return
        y += self._title.height(self._measure) - self._title.trim_top - self._title.trim_bottom
        y += BELOW_TITLE * self._k * max(self._tight, LEAST_BELOW) - self._more.trim_top
        self._more.draw(surface, self._start(self._said_measure), y, self._said_measure)

    def _doorway(self) -> Doorway:
        """Return the doorway as each shape asks."""
        shape, k = self._setting.look.shape, self._k
        width, tall = self._door, max(self._horizon * DOOR_TALL, self._door)
        side = width - 10 * k
        if shape == "plain":
            tall = self._horizon - (SAFE if self._setting.edition.outlined else 0.0)
        x = self._door_end if self._setting.rtl else self._page[0] - self._door_end - width
        return Doorway(x, self._horizon, width, tall, min(side, tall))


def _tightness(setting: Setting) -> float:
    """Return how much of its designed size the field keeps: less where space is tight, less again with smaller type."""
    return (1 - (1 - setting.tight.space) * FIELD_YIELDS) * min(1.0, setting.scale.body / setting.layout_body)


def _light_clothes(setting: Setting) -> Mapping[str, str]:
    """Return slots for people who stand before the brand's dark colour."""
    roles = setting.roles
    cloth = lit(setting, roles.accent, roles.primary_fill)
    sinks = cloth != roles.accent
    sleeve = mixed(roles.accent_strong, roles.accent_soft, LIT_SLEEVE) if sinks else roles.accent_strong
    return {
        SLOTS["primary"]: cloth,
        SLOTS["primary_mid"]: sleeve,
        SLOTS["primary_dark"]: roles.accent_soft,
        SLOTS["accent"]: roles.accent_soft,
        SLOTS["accent_soft"]: roles.warm,
        SLOTS["accent_strong"]: mixed(roles.accent, roles.accent_soft, LIT_OTHER if sinks else 0.5),
    }
