"""The front of a course pack: a dark field, the title large, a doorway at the foot (mock-up f-course-pack-1)."""

from __future__ import annotations

from generator.base.places import Span
from generator.base.scalars import Text
from generator.kinds.doorways import Doorway, draw_doorway, standing
from generator.kinds.grounds import SAFE, band_wanted, colour_areas, door_on_dark, paint_band, paint_field
from generator.kinds.logos import LogoBox
from generator.kinds.quiet import draw_motif
from generator.kinds.setting import Setting
from generator.kinds.titles import fit_title
from generator.model.pack import Pack
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box, Stack
from generator.typeset.drawing import Drawing
from generator.typeset.paragraph import Paragraph
from generator.typeset.style import Style

DESIGNED = 595.28  # width of the page that these measures are for, pt
MARGIN, LOGO_TOP, LOGO_TALL = 54.0, 48.0, 42.0
LABEL = 145.0  # top of the label, pt
TITLES = (64.0, 56.0, 50.0, 44.0, 38.0, 32.0, 27.0, 23.0)  # sizes of the title, pt
LEADING = 0.9375  # of the title, of its size
TITLE_LINES, TITLE_SHARE = 5, 0.36  # most lines of the title; most of the page's height
LEAD_WIDE = 360.0  # most width of the subtitle, pt
DOOR_WIDE, DOOR_TALL, DOOR_OUT = 340.0, 372.0, 18.0  # doorway; how far it stands outside the margin
LEAST_DOOR = 170.0  # pt; a lower one is left out
CLEAR = 42.0  # pt between the words and the doorway
FOOT = 40.0  # baseline of the last line at the foot, pt from below
FOOT_GAP = 16.0  # pt between two lines there
PLAIN_WIDE = 1.0  # a plain doorway is as wide as an arch, and bleeds at the foot


class PackCover:
    """Logo, label, title, subtitle, picture, whose copy it is.

    Args:
        setting: of the pack; everything hangs from ``parent``.
        pack: what it is called.
        parent: gets the structure elements.
        size: width and height of the page, pt.
        copy: whose copy this is, in words.
    """

    def __init__(self, setting: Setting, pack: Pack, parent: Element, size: tuple[float, float], copy: str) -> None:
        self._setting, self._pack = setting, pack
        self._width, self._height = size
        self._k = k = self._width / DESIGNED
        self._margin = MARGIN * k
        self._measure = self._width - 2 * self._margin
        styles, band = setting.styles, setting.band
        cover = pack.cover
        self._ground = band.fill or setting.roles.paper
        self._logo = LogoBox(setting, parent, LOGO_TALL * k, dark=band.dark)
        soft = band.soft
        self._label: Paragraph | None = None
        if cover is not None and cover.label is not None:
            self._label = setting.paragraph(cover.label, styles.h3.with_(colour=soft), parent.add("P"))
        self.heading = parent.add("H1")
        title = fit_title(
            setting,
            pack.title,
            self.heading,
            self._measure,
            self._height * TITLE_SHARE,
            lines=TITLE_LINES,
            colour=band.words if band.dark else None,
            styles=self._titles(),
        )
        boxes: list[Box] = [title]
        if pack.subtitle is not None:
            lead = styles.lead.with_(colour=band.words)
            boxes.append(setting.paragraph(pack.subtitle, lead, parent.add("P")).spaced(3.5 * 6 * k, 0))
        self._words = Stack(boxes)
        self._art: Drawing | None = None
        if cover is not None and cover.illustration is not None:
            self._art = standing(setting, cover.illustration)
        self._foot = self._compose_foot(parent, copy, cover.note if cover is not None else None)

    def _titles(self) -> list[Style]:
        base, least = self._setting.styles.displays[0], self._setting.styles.h2.size
        sizes = [size * self._k for size in TITLES]
        return [base.with_(size=size, leading=size * LEADING) for size in sizes if size >= least] or [base]

    def _compose_foot(self, parent: Element, copy: str, note: Text | None) -> list[Paragraph]:
        """Compose the lines at the foot, the last first: version, whose copy, who leads the course."""
        setting, pack = self._setting, self._pack
        words = setting.styles.note.with_(colour=setting.band.words)
        review = pack.review
        lines: list[tuple[Text | str, Span | None]] = []
        if note is not None:
            lines.append((note, note.span))
        title = setting.edition.title
        lines.append((f"{copy} \u00b7 {setting.word(title)}" if title is not None else copy, pack.title.span))
        if review is not None and review.version is not None:
            lines.append((setting.word("version", setting.plain(review.version)), review.version.span))
        return [setting.paragraph(text, words, parent.add("P"), span=span) for text, span in lines]

    @property
    def _words_top(self) -> float:
        """Where the capitals of the title stand, pt."""
        k = self._k
        top = max(LABEL * k, LOGO_TOP * k + self._logo.tall + 36 * k)
        if self._label is None:
            return top
        return top + self._label.height(self._measure) + 22 * k

    @property
    def _lead_measure(self) -> float:
        return min(self._measure, LEAD_WIDE * self._k)

    def _box_measure(self, index: int) -> float:
        return self._measure if index == 0 else self._lead_measure

    @property
    def _words_foot(self) -> float:
        boxes = self._words.boxes
        tall = sum(box.height(self._box_measure(i)) for i, box in enumerate(boxes))
        tall += sum(self._words.gap(i) for i in range(len(boxes) - 1))
        return self._words_top + tall - boxes[0].trim_top - boxes[-1].trim_bottom

    @property
    def _foot_measure(self) -> float:
        """Width of the lines at the foot: what the doorway leaves them."""
        door = self._door()
        if door is None:
            return self._measure
        left = max(90 * self._k, self._width - self._margin - door.width - 2 * self._margin + DOOR_OUT * self._k)
        return max([left, *(line.narrowest() for line in self._foot)])  # no word is broken

    @property
    def _foot_top(self) -> float:
        """Top of the lines at the foot, where they are as wide as the page, pt."""
        tall = sum(line.height(self._measure) for line in self._foot)
        return self._height - FOOT * self._k - tall - FOOT_GAP * self._k * (len(self._foot) - 1)

    @property
    def over(self) -> float:
        """By how much the words run past the page, pt; 0 or less where they do not."""
        return self._words_foot + 24 * self._k - self._foot_top

    def draw(self, surface: Surface) -> None:
        """Draw the page."""
        setting, k, x = self._setting, self._k, self._margin
        paint_field(surface, setting, (0, 0, self._width, self._height), setting.band.fill, None)
        paint_band(surface, setting, (0, self._height - self._band, self._width, self._band), self._ground)
        self._draw_picture(surface)
        self._logo.draw(surface, x, LOGO_TOP * k, self._measure)
        y = self._words_top
        if self._label is not None:
            label = self._label
            label.draw(surface, x, y - 22 * k - label.height(self._measure), self._measure)
        y -= self._words.trim_top
        for i, box in enumerate(self._words.boxes):
            measure = self._box_measure(i)
            left = self._width - self._margin - measure if setting.rtl else x
            hair = 0.0 if setting.rtl or i else 2.0  # display type starts a hair outside the margin
            box.draw(surface, left - hair, y, measure)
            y += box.height(measure) + (self._words.gap(i) if i + 1 < len(self._words.boxes) else 0.0)
        self._draw_foot(surface)

    def _draw_foot(self, surface: Surface) -> None:
        measure = self._foot_measure
        left = self._width - self._margin - measure if self._setting.rtl else self._margin
        tall = sum(line.height(measure) for line in self._foot) + FOOT_GAP * self._k * (len(self._foot) - 1)
        y = self._height - FOOT * self._k - tall + self._foot[-1].trim_bottom
        for line in self._foot:
            line.draw(surface, left, y, measure)
            y += line.height(measure) + FOOT_GAP * self._k

    @property
    def _band(self) -> float:
        """Height of the band in the colours given at the foot of the page, pt."""
        setting, page = self._setting, self._width * self._height
        areas = colour_areas((self._art, DOOR_WIDE * self._k))
        areas[self._ground] += page / 2  # type: ignore[assignment]
        if self._art is not None:
            areas[door_on_dark(setting)] += (DOOR_WIDE * self._k) ** 2 / 2  # type: ignore[assignment]
        return band_wanted(setting, page, areas, self._k)

    def _door(self) -> Doorway | None:
        setting, k = self._setting, self._k
        foot = self._height - (SAFE if setting.edition.outlined else 0.0) - self._band
        tall = min(DOOR_TALL * k, foot - self._words_foot - CLEAR * k)
        if tall < LEAST_DOOR * k:
            return None
        width = min(DOOR_WIDE * k, tall / 1.06)
        out = 0.0 if setting.edition.outlined else DOOR_OUT * k
        x = self._width - self._margin - width + out
        if setting.rtl:
            x = self._margin - out
        return Doorway(x, foot, width, tall, width * 0.976)

    def _draw_picture(self, surface: Surface) -> None:
        door = self._door()
        if door is None:
            return
        if self._art is None:
            wide = min(door.width, door.tall / 1.5) * 0.8
            x = door.x if self._setting.rtl else door.x + door.width - wide
            draw_motif(surface, self._setting, x, self._height - self._band, wide)
            return
        draw_doorway(surface, self._setting, door, self._art, door_on_dark(self._setting))
