"""The divider of a section: its number as large as the page allows, its title, what people will do (mock-up f-2)."""

from __future__ import annotations

from math import ceil

from generator.kinds.design import Overrun, in_lines
from generator.kinds.doorways import Doorway, draw_doorway, side_in, standing
from generator.kinds.frame import Frame
from generator.kinds.grounds import paint_field
from generator.kinds.parts import listed, prose
from generator.kinds.running_foot import FOLIO
from generator.kinds.setting import Setting
from generator.kinds.titles import fit_title
from generator.model.pack import Section, divided
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box, Stack
from generator.typeset.drawing import Drawing
from generator.typeset.face import Face
from generator.typeset.outlines import moved, outline
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.shapes import line

DESIGNED = (595.28, 841.89)  # the page that these measures are for, pt
TOP = 62.0  # baseline of the label, pt
HORIZON = 639.0  # where the doorway stands, at the lowest
NUMERALS = (330.0, 280.0, 230.0, 190.0, 150.0, 120.0)  # sizes of the number, pt
TITLES = (52.0, 46.0, 40.0, 35.0, 30.0, 26.0, 22.0)
LEADING = 60 / 52
DOORS = (264.0, 230.0, 200.0, 170.0, 140.0)  # heights of the doorway, pt
DOOR_RATIO = 216 / 264
ABOVE_RULE, BELOW_RULE = 27.0, 27.0  # pt from the horizon to the rule, and from there to the words
GAP = 36.0  # pt between number and title
ABOVE_NUMBER = 27.0  # pt from the label to the number, at least
BESIDE = 24.0  # pt between the words and the doorway
ABOVE_FOLIO = 27.0
LABEL_SHARE = 0.25  # of the measure, for the words beside the outcomes


class Divider:
    """One page: it fits its words by making the number and the doorway smaller.

    Attributes:
        heading: the H2.
        more: what goes on overleaf, a box for each page, in an edition that takes as many pages as it needs.
        overrun: by how much its words are too long; None where they fit.

    Args:
        setting: of the pack.
        section: what it opens.
        parent: gets the structure elements.
        frame: the page's size and margins.
    """

    def __init__(self, setting: Setting, section: Section, parent: Element, frame: Frame) -> None:
        self._setting, self._section, self._frame = setting, section, frame
        self._k = frame.width / DESIGNED[0]
        self._tall = frame.height / DESIGNED[1]
        parts = divided(section.title.raw)
        styles, roles = setting.styles, setting.roles
        self.heading = parent.add("H2")
        self._numeral = parts.numeral
        self._label: Paragraph | None = None
        words = section.title
        if parts.numeral is not None:
            style = styles.h3.with_(colour=roles.accent_dark)
            self._label = Paragraph([Run(f"{parts.label} {parts.numeral}", self.heading)], style)
            at = words.raw.index(parts.words)
            words = type(words)(words.raw[at:], words.place(at))
            self.heading.actual = setting.plain(section.title)
        self._title_words = words
        self._measure = frame.measure
        self._art: Drawing | None = None
        if section.illustration is not None and not setting.edition.large:
            self._art = standing(setting, section.illustration)
        self._subtitle: Paragraph | None = None
        self._title = self._fit_title(self._measure)
        if section.subtitle is not None:
            self._subtitle = setting.paragraph(section.subtitle, styles.lead, parent.add("P"))
        self._below = self._compose_below(parent)
        self.more: list[Box] = []
        self.overrun = self._settle()
        if self.overrun is not None and setting.edition.any_pages and self._below:
            self.more, self._below = self._overleaf(), []
            self.overrun = self._settle()

    # -- words ---------------------------------------------------------------------------------------------------------
    def _fit_title(self, measure: float) -> Paragraph:
        base, least = self._setting.styles.displays[0], self._setting.styles.h2.size
        sizes = [size * self._k for size in TITLES]
        styles = [base.with_(size=s, leading=s * LEADING) for s in sizes if s >= least] or [base]
        room = self._frame.height * 0.36
        return fit_title(self._setting, self._title_words, self.heading, measure, room, lines=4, styles=styles)

    def _compose_below(self, parent: Element) -> list[tuple[Box | None, Box]]:
        """Compose what stands below the rule: pairs of a label and words, or words alone."""
        setting, section = self._setting, self._section
        styles = setting.styles
        out: list[tuple[Box | None, Box]] = []
        if section.intro is not None:
            out.append((None, Stack(prose(setting, section.intro, styles.body, parent, setting.roles.accent_dark))))
        if section.outcomes:
            label = styles.h3.with_(colour=setting.roles.accent_dark)
            head = setting.paragraph(setting.word("you-will"), label, parent.add("P"), span=section.span_of("outcomes"))
            out.append(
                (
                    head,
                    listed(
                        setting,
                        section.outcomes,
                        styles.body,
                        parent,
                        mark="dot",
                        gap=0.75,
                        dot=setting.roles.accent_dark,
                    ),
                )
            )
        return out

    def _widths(self, pair: tuple[Box | None, Box]) -> tuple[float, float]:
        """Return the start of the words, from the start margin, and their width, pt."""
        if pair[0] is None or self._setting.edition.large:
            return 0.0, self._measure
        start = self._measure * LABEL_SHARE
        return start, self._measure - start

    def _pair_height(self, pair: tuple[Box | None, Box]) -> float:
        label, words = pair
        start, measure = self._widths(pair)
        tall = words.height(measure)
        if label is None:
            return tall
        return max(tall, label.height(start)) if start else tall + label.height(measure) + self._setting.u

    @property
    def _below_height(self) -> float:
        gap = self._setting.space(4)
        return sum(map(self._pair_height, self._below)) + gap * max(0, len(self._below) - 1)

    # -- where everything stands -----------------------------------------------------------------------------------
    def _settle(self) -> Overrun | None:
        """Choose the largest doorway and number that leave the words their room; say by how much they are too long."""
        frame, setting = self._frame, self._setting
        foot = frame.height - FOLIO - setting.styles.small.size - ABOVE_FOLIO
        low = HORIZON * self._tall
        if self._below:
            low = min(low, foot - self._below_height - BELOW_RULE)
        self._horizon = low
        doors = [d * self._tall for d in DOORS] if self._art is not None else []
        for door in [*doors, 0.0]:
            measure = self._measure - (door * DOOR_RATIO + BESIDE if door else 0.0)
            title = self._fit_title(measure)
            words = self._words_height(title, measure)
            room = low - ABOVE_RULE - TOP * self._tall - words
            for numeral in [*(n * self._k for n in NUMERALS if self._numeral is not None), 0.0]:
                need = ABOVE_NUMBER + self._cap(numeral) + GAP if numeral else GAP / 2
                if need <= room and (numeral or self._numeral is None or not door):
                    self._door, self._size, self._title, self._words_measure = door, numeral, title, measure
                    return None
        self._door, self._size, self._words_measure = 0.0, 0.0, self._measure
        over = TOP * self._tall + GAP / 2 + ABOVE_RULE + self._words_height(self._title, self._measure) - low
        lines = max(1, ceil(over / setting.scale.baseline))
        message = f"the divider of a section runs {in_lines(lines)} past its page"
        return Overrun(lines, self._section.title.span, message)

    def _overleaf(self) -> list[Box]:
        """Return what stands below the rule as pages of its own."""
        gap = self._setting.space(4)
        boxes = [box for label, words in self._below for box in ([label] if label is not None else []) + [words]]
        for box in boxes:
            box.spaced(gap / 2, gap / 2)
        room = self._frame.height - TOP * self._tall - FOLIO - self._setting.styles.small.size - ABOVE_FOLIO
        rest: Box = Stack(boxes)
        out: list[Box] = []
        while rest.height(self._measure) > room:
            parts = rest.tear(self._measure, room)
            if parts is None:
                break
            out.append(parts[0])
            rest = parts[1]
        return [*out, rest]

    @property
    def _face(self) -> Face:
        return self._setting.styles.displays[0].face

    def _cap(self, size: float) -> float:
        """Height of a number of this size, pt."""
        return self._face.cap_height * size

    def _words_height(self, title: Paragraph, measure: float) -> float:
        tall = title.height(measure) - title.trim_top - title.trim_bottom
        if self._subtitle is not None:
            tall += 4 * self._setting.u + self._subtitle.height(measure)
        return tall

    def draw(self, surface: Surface, page: int) -> None:
        """Draw the page; ``page`` counts from the frame's first. The foot of the page is drawn by its owner."""
        setting, frame = self._setting, self._frame
        ground = setting.roles.accent_soft
        paint_field(surface, setting, (0, 0, frame.width, frame.height), ground, None)
        left = frame.left(page)
        if self._label is not None:
            self._label.draw(surface, left, TOP * self._tall - self._label.style.ascent, self._measure)
        self._draw_numeral(surface, left)
        words_left = left + self._measure - self._words_measure if setting.rtl else left
        y = self._horizon - ABOVE_RULE - self._words_height(self._title, self._words_measure)
        self._title.draw(surface, words_left - (0 if setting.rtl else 2), y - self._title.trim_top, self._words_measure)
        if self._subtitle is not None:
            y += self._title.height(self._words_measure) - self._title.trim_top - self._title.trim_bottom
            self._subtitle.draw(surface, words_left, y + 4 * setting.u, self._words_measure)
        self._draw_door(surface, left)
        if self._below:
            self._draw_below(surface, left)

    def draw_more(self, surface: Surface, box: Box, page: int) -> None:
        """Draw one of the pages that go on overleaf."""
        frame, setting = self._frame, self._setting
        paint_field(surface, setting, (0, 0, frame.width, frame.height), setting.roles.accent_soft, None)
        box.draw(surface, frame.left(page), TOP * self._tall - box.trim_top, self._measure)

    def _draw_numeral(self, surface: Surface, left: float) -> None:
        """Draw the number, for the eye only: the label says it too."""
        if not self._size or self._numeral is None:
            return
        setting = self._setting
        room = self._horizon - ABOVE_RULE - self._words_height(self._title, self._words_measure) - GAP
        top = min(TOP * self._tall + (room - TOP * self._tall - self._cap(self._size)) * 0.4, 125 * self._tall)
        top = max(top, TOP * self._tall + ABOVE_NUMBER)
        path, width = outline(self._face, self._numeral, self._size)
        out = self._size * 0.03  # display type starts a hair outside the margin
        x = left + self._measure - width + out if setting.rtl else left - out
        outlined = setting.edition.outlined
        fill = setting.roles.primary_soft if outlined else setting.roles.paper
        surface.shape(moved(path, x, top + self._cap(self._size)), fill=fill, target=LAYOUT)

    def _draw_door(self, surface: Surface, left: float) -> None:
        if not self._door or self._art is None:
            return
        setting, width = self._setting, self._door * DOOR_RATIO
        x = left if setting.rtl else left + self._measure - width
        door = Doorway(x, self._horizon, width, self._door, side_in(self._art, width, self._door))
        draw_doorway(surface, setting, door, self._art, setting.roles.paper, on_page=False)

    def _draw_below(self, surface: Surface, left: float) -> None:
        setting = self._setting
        rule = line(left, self._horizon, left + self._measure, self._horizon)
        surface.shape(rule, stroke=setting.roles.accent_strong, width=0.75, target=LAYOUT)
        y = self._horizon + BELOW_RULE
        for label, words in self._below:
            start, measure = self._widths((label, words))
            if label is not None:
                wide = start or self._measure
                at = left + self._measure - wide if setting.rtl else left
                label.draw(surface, at, y - label.trim_top, wide)
                y += 0.0 if start else label.height(wide) + setting.u
            x = left if setting.rtl else left + start
            trim = words.boxes[0].trim_top if isinstance(words, Stack) and words.boxes else words.trim_top
            words.draw(surface, x, y - trim, measure)
            y += max(words.height(measure), label.height(start) if label is not None and start else 0.0)
            y += setting.space(4)
