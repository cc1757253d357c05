"""The cover of a folded leaflet: a dark panel with a light doorway standing on its foot (DESIGN, mock-up c)."""

from __future__ import annotations

from generator.kinds.doorways import Doorway, draw_doorway, standing
from generator.kinds.grounds import SAFE, band_wanted, colour_areas, door_on_dark, paint_band, paint_field
from generator.kinds.logos import LogoBox
from generator.kinds.rows import DoorwayRow
from generator.kinds.setting import Setting
from generator.kinds.titles import fit_title
from generator.model.handout import Handout
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box, Stack
from generator.typeset.drawing import Drawing

LOGO_TOP = 38.0  # pt
LOGO_TALL = 33.0
TITLE_ROOM = 160.0  # most height of the title, pt
DOOR = 298.0  # designed height of the doorway, pt
LEAST_DOOR = 150.0  # pt; a lower one is left out
CLEAR = 20.0  # between the words and the doorway, pt
ROW, ROW_LAST = 3, 2.2  # doorways of a row; height of the last, of its width
TALLER = 1.06  # least height of a doorway, of its width


class CoverPanel:
    """Logo, title, ages, subtitle, message, picture, on a panel ``width`` by ``height`` pt with a margin."""

    def __init__(self, setting: Setting, handout: Handout, width: float, height: float, margin: float) -> None:
        self._setting, self._width, self._height, self._margin = setting, width, height, margin
        self._measure = width - 2 * margin
        self._logo = LogoBox(setting, setting.document, LOGO_TALL, dark=setting.band.dark)
        self._art: Drawing | None = None
        self._row: DoorwayRow | None = None
        if isinstance(handout.illustration, tuple):
            self._row = DoorwayRow(setting, handout.illustration[-ROW:], last=ROW_LAST, most=1 / ROW)
        elif handout.illustration is not None:
            self._art = standing(setting, handout.illustration)
        self._words = self._compose(handout)

    def _compose(self, handout: Handout) -> Stack:
        setting, document = self._setting, self._setting.document
        band, styles, u = setting.band, setting.styles, setting.u
        h1 = document.add("H1")
        boxes: list[Box] = [fit_title(setting, handout.title, h1, self._measure, TITLE_ROOM, colour=band.words)]
        soft = styles.body.with_(size=setting.scale.size(13.5), colour=band.soft)
        if handout.subtitle is not None:
            boxes.append(setting.paragraph(handout.subtitle, soft, document.add("P")).spaced(3 * u, 0))
        if handout.ages is not None:
            span = handout.span_of("ages")
            boxes.append(setting.paragraph(handout.ages, soft, document.add("P"), span=span).spaced(2 * u, 0))
        if handout.message is not None:
            strong = styles.body.with_(weight=700, colour=band.words)
            boxes.append(setting.paragraph(handout.message, strong, document.add("P")).spaced(3 * u, 0))
        return Stack(boxes)

    @property
    def _title_top(self) -> float:
        """Where the capitals of the title stand, pt from the top."""
        return LOGO_TOP + self._logo.tall + 5.5 * self._setting.u

    @property
    def words_foot(self) -> float:
        """Where the words end, pt from the top."""
        words = self._words
        return self._title_top + words.height(self._measure) - words.trim_top - words.trim_bottom

    @property
    def over(self) -> float:
        """By how much the words run past the panel, pt; 0 or less where they do not."""
        return self.words_foot + self._margin - self._height

    def draw(self, surface: Surface, x: float) -> None:
        """Draw the panel with its start edge at ``x``."""
        setting = self._setting
        paint_field(surface, setting, (x, 0, self._width, self._height), setting.band.fill, None)
        self._draw_picture(surface, x)
        left = x + self._margin
        self._logo.draw(surface, left, LOGO_TOP, self._measure)
        y = self._title_top - self._words.trim_top
        hair = 0.0 if setting.rtl or setting.edition.outlined else 1.0  # display type starts a hair outside the margin
        for i, box in enumerate(self._words.boxes):
            box.draw(surface, left - (hair if i == 0 else 0.0), y, self._measure)
            y += box.height(self._measure) + (self._words.gap(i) if i + 1 < len(self._words.boxes) else 0.0)

    def _draw_picture(self, surface: Surface, x: float) -> None:
        setting = self._setting
        foot = self._height - (SAFE if setting.edition.outlined else 0.0)
        fill = door_on_dark(setting)
        side = min(self._measure, min(DOOR, foot - self.words_foot - CLEAR) / TALLER)
        areas = colour_areas((self._art, max(0.0, side)))
        if self._row is not None:
            areas.update(self._row.areas(self._measure))
        areas[setting.band.fill or fill] += self._width * self._height / 2  # type: ignore[assignment]
        if self._art is not None:
            areas[fill] += max(0.0, side) ** 2 / 2  # type: ignore[assignment]
        band = band_wanted(setting, self._width * self._height, areas)
        paint_band(surface, setting, (x, foot - band, self._width, band), setting.band.fill)
        foot -= band
        room = foot - self.words_foot - CLEAR
        if self._row is not None and self._row.tall(self._measure) <= room:
            self._row.draw(surface, x + self._margin, foot, self._measure)
        if self._art is None or room < LEAST_DOOR:
            return
        tall = min(DOOR, room)
        width = min(self._measure, tall / TALLER)
        side = width
        if setting.look.shape == "plain" and not setting.edition.outlined:
            width = self._width  # bleeds to the fold and the edge
        door = Doorway(x + (self._width - width) / 2, foot, width, tall, side)
        draw_doorway(surface, setting, door, self._art, fill)
