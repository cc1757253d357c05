"""Partners: the logos of those who make a handout together, in rows, none of them larger to the eye than another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.kinds.logos import draw_logo, optical_size, plate_for, warn_coarse
from generator.kinds.look import Mark
from generator.kinds.setting import Setting
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box
from generator.typeset.style import Style

USUAL = 24.0, 2.2  # height, pt, and how many times as wide as tall: a logo that has it; others have its area
LOWEST, TALLEST, WIDEST = 18.0, 33.0, 120.0  # pt
RIM = 4.0  # pt round a logo on a plate
BESIDE = 330.0  # pt; in a narrower column the label stands above


class _Partner(NamedTuple):
    """One logo: what is drawn, its Figure, its size in pt, its plate."""

    mark: Mark
    figure: Element
    size: tuple[float, float]
    plate: str | None

    @property
    def rim(self) -> float:
        """Width of the plate round it, pt."""
        return RIM if self.plate is not None else 0.0

    @property
    def width(self) -> float:
        """With its plate, pt."""
        return self.size[0] + 2 * self.rim

    @property
    def tall(self) -> float:
        """With its plate, pt."""
        return self.size[1] + 2 * self.rim


class PartnersRow(Box):
    """The partners' logos after a word or two; as many rows as they need. Each is read aloud as its `alt`.

    They stand on paper, or on a ``ground`` of another colour.
    """

    def __init__(self, setting: Setting, parent: Element, style: Style, ground: str | None = None) -> None:
        self._setting, self._ground = setting, ground or setting.roles.paper
        self._label = setting.paragraph(setting.word("partners"), style, parent.add("P"))
        self._partners = [self._partner(mark, parent) for mark in setting.look.partners]
        for partner, written in zip(self._partners, setting.look.brand.partners or (), strict=False):
            warn_coarse(setting, partner.mark.art, _usual_width(partner.mark), written.span_of("file"))

    def _partner(self, mark: Mark, parent: Element) -> _Partner:
        tall, ratio = USUAL
        k = self._setting.tight.space  # where space is tight logos give way a little
        size = optical_size(mark.art, tall * tall * ratio * k, LOWEST, max(LOWEST, TALLEST * k), WIDEST)
        plate = plate_for(self._setting, mark.art, self._ground)
        return _Partner(mark, parent.add("Figure", alt=mark.alt, kind="partner"), size, plate)

    def _indent(self, measure: float) -> float:
        """Return the width that the label takes at the start side, pt; 0 where it stands above."""
        return self._label.natural + self._gap if measure >= BESIDE else 0.0

    @property
    def _gap(self) -> float:
        """Clear space round each logo, pt."""
        return 3 * self._setting.u

    def _rows(self, measure: float) -> list[list[_Partner]]:
        """Return the logos row by row, the rows of about the same length."""
        room = measure - self._indent(measure)
        rows = _broken(self._partners, room, self._gap)
        if len(rows) > 1:  # six logos are two rows of three, not five and one
            least = max(partner.width for partner in self._partners)
            wide = room
            while wide > least and len(_broken(self._partners, wide - 6, self._gap)) == len(rows):
                wide -= 6
            rows = _broken(self._partners, wide, self._gap)
        return rows

    def _above(self, measure: float) -> float:
        return 0.0 if self._indent(measure) else self._label.height(measure) + self._setting.u

    def height(self, measure: float) -> float:
        """Return the height of all rows."""
        rows = self._rows(measure)
        talls = sum(max(partner.tall for partner in row) for row in rows)
        return self._above(measure) + talls + (len(rows) - 1) * 1.5 * self._setting.u

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the label on the middle of the first row, the logos from the start side, each row on one middle line."""
        rows, rtl = self._rows(measure), self._setting.rtl
        indent, above = self._indent(measure), self._above(measure)
        first = max(partner.tall for partner in rows[0])
        label = self._label.height(measure)
        self._label.draw(surface, x, y if above else y + (first - label) / 2, measure)
        y += above
        for row in rows:
            tall = max(partner.tall for partner in row)
            for at, partner in _placed(row, self._gap):
                left = x + measure - indent - at - partner.width if rtl else x + indent + at
                box = (left, y + (tall - partner.tall) / 2, *partner.size)
                draw_logo(surface, self._setting, partner.mark.art, box, partner.plate, partner.figure, rim=RIM)
            y += tall + 1.5 * self._setting.u


def _usual_width(mark: Mark) -> float:
    """Return the width of a logo where space is as designed, pt."""
    tall, ratio = USUAL
    return optical_size(mark.art, tall * tall * ratio, LOWEST, TALLEST, WIDEST)[0]


def _placed(row: Sequence[_Partner], gap: float) -> Iterator[tuple[float, _Partner]]:
    """Yield (pt from the start of the row, logo)."""
    at = 0.0
    for partner in row:
        yield at, partner
        at += partner.width + gap


def _broken(partners: Sequence[_Partner], room: float, gap: float) -> list[list[_Partner]]:
    """Fill rows one after the other."""
    rows: list[list[_Partner]] = []
    used = 0.0
    for partner in partners:
        if rows and used + gap + partner.width <= room:
            rows[-1].append(partner)
            used += gap + partner.width
        else:
            rows.append([partner])
            used = partner.width
    return rows
