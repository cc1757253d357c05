"""Loops: arrows on a ring. Words stand outside the ring, so that nothing crosses them (DESIGN 6.1)."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin

from generator.kinds.parts import disc
from generator.kinds.setting import Setting, Written
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.artwork import draw
from generator.typeset.boxes import Beside, Box, Stack
from generator.typeset.drawing import Drawing
from generator.typeset.panels import Marked, note_box
from generator.typeset.paragraph import Paragraph
from generator.typeset.shapes import Path, arc_arrow, circle, mirrored

Turns = Sequence[tuple[Written, Written | None]]
LARGEST = 106.0  # radius of a ring, pt, on a page with a body of 12 pt
MOST_SCALED = 1.25  # a ring grows less than large type does: it is seen, not read
SMALLEST = 52.0
WEIGHT = 4.0  # of an arrow, pt
BESIDE = 190.0  # room that words want beside a ring, pt; more where type is larger
INNER = 0.80  # radius of the ground in the middle, of the ring's


def ring_radius(setting: Setting, measure: float) -> float:
    """Return the radius of a ring: as large as the measure allows, smaller where space is tight."""
    k = min(setting.scale.body / 12, MOST_SCALED)
    size = LARGEST * k * (1 - 1.15 * (1 - setting.tight.space))
    return max(SMALLEST, min(size, measure * 0.40))


def _middle(
    surface: Surface,
    setting: Setting,
    art: Drawing | None,
    words: Paragraph | None,
    cx: float,
    cy: float,
    r: float,
    figure: Element,
) -> None:
    inner = r * INNER
    surface.shape(circle(cx, cy, inner), fill=setting.roles.primary_tint, target=figure)
    if art is not None:
        side = r * 1.344
        draw(
            surface,
            art,
            cx - side / 2,
            cy + inner - side + r * 0.04,
            side,
            figure,
            flip=setting.rtl,
            clip=circle(cx, cy, inner),
        )
    elif words is not None:
        measure = inner * 1.5
        words.draw(surface, cx - measure / 2, cy - words.height(measure) / 2, measure)


def _arrow(surface: Surface, parts: tuple[Path, Path], colour: str, head: float, figure: Element) -> None:
    shaft, tip = parts
    surface.shape(shaft, stroke=colour, width=WEIGHT, cap=1, target=figure)
    surface.shape(tip, fill=colour, stroke=colour, width=head * 0.10, join=1, target=figure)


def _centre_words(setting: Setting, text: Written | None, parent: Element) -> Paragraph | None:
    if text is None:
        return None
    style = setting.styles.h3.with_(align="centre", balance=True)
    return setting.paragraph(text, style, parent.add("P"))


class TwoTurns(Box):
    """Two arrows on one ring: the first turn over the top, the second beneath; each ends at the other person."""

    def __init__(
        self, setting: Setting, figure: Element, turns: Turns, art: Drawing | None, centre: Written | None
    ) -> None:
        self._setting, self._figure, self._art = setting, figure, art
        parent = figure.parent or setting.parent
        self._words = _centre_words(setting, centre, parent)
        listing = parent.add("L", numbering="None", kind="labels")
        roles = setting.roles
        colours = (roles.accent_dark, roles.primary_dark)
        self._labels = [
            _label(setting, title, text, listing, colour) for (title, text), colour in zip(turns, colours, strict=True)
        ]
        self.trim_top = self._labels[0].trim_top
        self._gap = setting.u * 1.2

    def height(self, measure: float) -> float:
        """Return the height: label, ring, label."""
        labels = sum(label.height(measure) for label in self._labels)
        return labels + 2 * ring_radius(self._setting, measure) + 2 * self._gap + WEIGHT

    def narrowest(self) -> float:
        """Return the need of the smallest ring and of its words."""
        return max(2.6 * SMALLEST, *(label.narrowest() for label in self._labels))

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the first label, the ring, the second label."""
        setting, figure = self._setting, self._figure
        r = ring_radius(setting, measure)
        first = self._labels[0].height(measure)
        cx, cy = x + measure / 2, y + first + self._gap + r
        note_box(surface, figure, cx - r - 12, cy - r - WEIGHT, 2 * r + 24, 2 * r + 2 * WEIGHT)
        _middle(surface, setting, self._art, self._words, cx, cy, r, figure)
        head = WEIGHT * 3.6
        over, under = arc_arrow(cx, cy, r, -12, -168, head), arc_arrow(cx, cy, r, 168, 12, head)
        if setting.rtl:
            over = (mirrored(over[0], cx), mirrored(over[1], cx))
            under = (mirrored(under[0], cx), mirrored(under[1], cx))
        _arrow(surface, over, setting.roles.accent_strong, head, figure)
        _arrow(surface, under, setting.roles.primary_fill, head, figure)
        self._labels[0].draw(surface, x, y, measure)
        self._labels[1].draw(surface, x, cy + r + self._gap, measure)


def _label(setting: Setting, title: Written, text: Written | None, listing: Element, colour: str) -> Stack:
    body = listing.add("LI").add("LBody")
    styles = setting.styles
    head = styles.h3.with_(align="centre", balance=True, colour=colour)
    boxes: list[Box] = [setting.paragraph(title, head, body.add("P"))]
    if text is not None:
        note = styles.note.with_(align="centre", balance=True)
        boxes.append(setting.paragraph(text, note, body.add("P")))
    return Stack(boxes)


class RingOfSteps(Box):
    """Three to six numbered steps on a ring, with their words in a list beside or below it."""

    def __init__(
        self, setting: Setting, figure: Element, turns: Turns, art: Drawing | None, centre: Written | None
    ) -> None:
        parent = figure.parent or setting.parent
        words = _centre_words(setting, centre, parent)
        self._ring = _Ring(setting, figure, len(turns), art, words)
        listing = parent.add("L", numbering="Decimal", kind="labels")
        rows = [numbered_row(setting, i, title, text, listing) for i, (title, text) in enumerate(turns, 1)]
        self._list = Stack(rows)
        self._setting = setting

    def _beside(self, measure: float) -> bool:
        """Tell whether there is room for the words beside the ring."""
        r = ring_radius(self._setting, measure)
        words = max(BESIDE, BESIDE * self._setting.scale.body / 12)
        return measure >= 2 * r + words and self._list.narrowest() <= measure - 2 * r - 40

    def _set(self, measure: float) -> Box:
        r = ring_radius(self._setting, measure)
        if self._beside(measure):
            gutter = self._setting.scale.baseline * 1.5
            fixed = 2 * (r + _Ring.disc(self._setting))
            return Beside(
                [self._ring, self._list], (1, 1), gutter=gutter, fixed=fixed, rtl=self._setting.rtl, middle=True
            )
        return Stack([self._ring.spaced(0, self._setting.space(2)), self._list])

    def height(self, measure: float) -> float:
        """Return the height of ring and list."""
        return self._set(measure).height(measure)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part the list where it stands below the ring."""
        return self._set(measure).split(measure, room)

    def narrowest(self) -> float:
        """Return the need of the smallest ring and of the list."""
        return max(2.6 * SMALLEST, self._list.narrowest())

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw both."""
        if not self._beside(measure):
            self._setting.note(self.span, "narrow-form", "the steps' words stand below the ring")
        self._set(measure).draw(surface, x, y, measure)


class _Ring(Box):
    """The numbered ring itself."""

    def __init__(
        self, setting: Setting, figure: Element, count: int, art: Drawing | None, words: Paragraph | None
    ) -> None:
        self._setting, self._figure, self._count, self._art, self._words = setting, figure, count, art, words

    @staticmethod
    def disc(setting: Setting) -> float:
        """Return the radius of a number's disc, pt."""
        return setting.styles.body.size * 1.08

    def height(self, measure: float) -> float:
        """Return the ring's height with its discs."""
        return 2 * ring_radius(self._setting, measure) + 2 * self.disc(self._setting)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw arrows from disc to disc, clockwise from the top; the other way round where text runs leftwards."""
        setting, figure, small = self._setting, self._figure, self.disc(self._setting)
        r = min(ring_radius(setting, measure), measure / 2 - small)
        cx, cy = x + measure / 2, y + self.height(measure) / 2
        note_box(surface, figure, cx - r - small, cy - r - small, 2 * (r + small), 2 * (r + small))
        _middle(surface, setting, self._art, self._words, cx, cy, r, figure)
        way = -1 if setting.rtl else 1
        step = 360 / self._count
        clear = (small + 7) / r * 57.3
        for i in range(self._count):
            start = -90 + way * step * i
            head = WEIGHT * 3.2
            arrow = arc_arrow(cx, cy, r, start + way * clear, start + way * (step - clear), head)
            colour = setting.roles.accent_strong if i % 2 else setting.roles.primary_fill
            _arrow(surface, arrow, colour, head, figure)
        for i in range(self._count):
            a = radians(-90 + way * step * i)
            self._number(surface, i + 1, cx + r * cos(a), cy + r * sin(a), small)

    def _number(self, surface: Surface, number: int, cx: float, cy: float, small: float) -> None:
        roles, face = self._setting.roles, self._setting.styles.h2.face
        surface.shape(circle(cx, cy, small), fill=roles.primary_fill, target=self._figure)
        clusters = face.shape(str(number))
        size = small * 1.12
        width = sum(g.advance for c in clusters for g in c.glyphs) / face.upem * size
        baseline = cy + face.cap_height * size / 2
        surface.glyphs(
            face, clusters, cx - width / 2, baseline, size=size, colour=roles.on_primary, target=self._figure
        )


def numbered_row(setting: Setting, number: int, title: Written, text: Written | None, listing: Element) -> Box:
    """Compose an item of a list: its number in a disc, as in the drawing, with a title and a text."""
    item = listing.add("LI")
    label, body = item.add("Lbl"), item.add("LBody")
    words: list[Box] = [setting.paragraph(title, setting.styles.h3, body.add("P"), keep_next=True)]
    if text is not None:
        words.append(setting.paragraph(text, setting.styles.body, body.add("P")))
    style = setting.styles.h3
    small = setting.styles.body.size * 0.85
    ink = disc(setting, str(number), small, label, drop=style.ascent - style.face.cap_height * style.size / 2)
    gap = setting.space(1.5)
    return Marked(Stack(words, keep=True), 2 * small + 2 * setting.u, ink, rtl=setting.rtl).spaced(gap, gap)
