"""Partners and funders: their logos in rows, in the brand's order, none of them larger to the eye than another.

One without a logo stands among them in words; a group without any logo runs on in a line of words elsewhere.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from generator.base.tuples import NamedTuple
from generator.kinds.logos import draw_logo, optical_size, warn_coarse
from generator.kinds.look import Ally, Artwork, Look
from generator.kinds.plates import plate_for
from generator.kinds.setting import Setting
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import ENOUGH, Box
from generator.typeset.paragraph import Paragraph
from generator.typeset.style import Style

USUAL = 24.0, 2.2  # height, pt, and how many times as wide as tall: a logo that has it; others have its area
LOWEST, TALLEST, WIDEST = 18.0, 33.0, 120.0  # pt
RIM = 4.0  # pt round a logo on a plate
BESIDE = 330.0  # pt; in a narrower column the label stands above logos that would take more than one row
APART = 2.0  # times the space between two logos: between two groups on one line


class _Shown(NamedTuple):
    """One of them: its size in pt, and its logo with Figure and plate, or its name in words."""

    size: tuple[float, float]
    clear: float
    art: Artwork | None
    figure: Element | None
    plate: str | None
    words: Paragraph | None

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

    @property
    def free(self) -> float:
        """What must be clear round its plate, pt."""
        return max(0.0, self.clear * self.size[1] - self.rim)


class PartnersRow(Box):
    """Partners, then funders, each group after a word or two; as many rows as they need. Logos are read as their `alt`.

    They stand on paper, or on a ``ground`` of another colour.
    """

    def __init__(self, setting: Setting, parent: Element, style: Style, ground: str | None = None) -> None:
        self._setting = setting
        look, on = setting.look, ground or setting.roles.paper
        self._groups = [_Group(setting, parent, style, on, word, allies) for word, allies in _groups(look, logos=True)]

    def _placed(self, measure: float) -> Iterator[tuple[float, float, float, _Group]]:
        """Yield (pt from the start side, pt from the top, measure, group): on one line where there is room."""
        u = self._setting.u
        apart = APART * 3 * u
        widths = [group.natural for group in self._groups]
        if len(widths) > 1 and sum(widths) + apart * (len(widths) - 1) <= measure:
            tall = max(group.height(width) for group, width in zip(self._groups, widths, strict=True))
            at = 0.0
            for group, width in zip(self._groups, widths, strict=True):
                yield at, (tall - group.height(width)) / 2, width, group
                at += width + apart
            return
        y = 0.0
        for group in self._groups:
            yield 0.0, y, measure, group
            y += group.height(measure) + 1.5 * u

    def height(self, measure: float) -> float:
        """Return the height of all rows."""
        return max(y + group.height(wide) for _, y, wide, group in self._placed(measure))

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the groups from the start side."""
        for at, below, wide, group in self._placed(measure):
            left = x + measure - at - wide if self._setting.rtl else x + at
            group.draw(surface, left, y + below, wide)


class _Group:
    """Some organisations after a word or two, which stand beside them where there is room, else above."""

    def __init__(
        self, setting: Setting, parent: Element, style: Style, ground: str, word: str, allies: Sequence[Ally]
    ) -> None:
        self._setting, self._ground, self._style = setting, ground, style
        self._label = setting.paragraph(setting.word(word), style, parent.add("P"))
        self._all = [self._shown(ally, parent) for ally in allies]

    def _shown(self, ally: Ally, parent: Element) -> _Shown:
        setting = self._setting
        if ally.art is None:
            style = self._style.with_(weight=700, balance=True)
            words = setting.paragraph(_named(setting, ally), style, parent.add("P"), span=ally.span)
            wide = max(min(words.natural + ENOUGH, WIDEST), words.narrowest())
            return _Shown((wide, words.height(wide)), 0.0, None, None, None, words)
        warn_coarse(setting, ally.art, _usual_width(ally.art), ally.span)
        tall, ratio = USUAL
        k = setting.tight.space  # where space is tight logos give way a little
        size = optical_size(ally.art, tall * tall * ratio * k, LOWEST, max(LOWEST, TALLEST * k), WIDEST)
        plate = plate_for(setting, ally.art, self._ground)
        return _Shown(
            size, ally.clear, ally.art, parent.add("Figure", alt=setting.plain(ally.words), kind="partner"), plate, None
        )

    @property
    def natural(self) -> float:
        """Width on one line, pt."""
        *_, (at, last) = _placed(self._all, self._gap)
        return self._indent(True) + at + last.width + ENOUGH

    def _beside(self, measure: float) -> bool:
        return measure >= BESIDE or self.natural <= measure

    def _indent(self, beside: bool) -> float:
        """Return the width that the label takes at the start side, pt; 0 where it stands above."""
        return self._label.natural + max(self._gap, self._all[0].free) if beside else 0.0

    @property
    def _gap(self) -> float:
        """Clear space round each logo, pt; more where the brand asks for it."""
        return 3 * self._setting.u

    def _rows(self, measure: float, beside: bool) -> list[list[_Shown]]:
        """Return the logos row by row, the rows of about the same length."""
        room = measure - self._indent(beside)
        rows = _broken(self._all, room, self._gap)
        if len(rows) > 1:  # six logos are two rows of three, not five and one
            least = max(one.width for one in self._all)
            wide = room
            while wide > least and len(_broken(self._all, wide - 6, self._gap)) == len(rows):
                wide -= 6
            rows = _broken(self._all, wide, self._gap)
        return rows

    def _above(self, measure: float, beside: bool) -> float:
        return 0.0 if beside else self._label.height(measure) + self._setting.u

    def _spaces(self, rows: Sequence[Sequence[_Shown]], beside: bool) -> list[float]:
        """Return the space above each row and below the last, pt: the usual, or what logos need clear."""
        usual = 1.5 * self._setting.u
        needs = [max(one.free - (_tall(row) - one.tall) / 2 for one in row) for row in rows]
        around = self._setting.space(1.5)  # kept by whoever places all of it
        ends = [max(0.0, needs[0] - (around if beside else self._setting.u)), max(0.0, needs[-1] - around)]
        return [ends[0], *(max(usual, *pair) for pair in itertools.pairwise(needs)), ends[1]]

    def height(self, measure: float) -> float:
        """Return the height of all rows."""
        beside = self._beside(measure)
        rows = self._rows(measure, beside)
        return self._above(measure, beside) + sum(map(_tall, rows)) + sum(self._spaces(rows, beside))

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the label on the middle of the first row, the logos from the start side, each row on one middle line."""
        beside = self._beside(measure)
        rows, rtl = self._rows(measure, beside), self._setting.rtl
        indent, above, spaces = self._indent(beside), self._above(measure, beside), self._spaces(rows, beside)
        label = self._label.height(measure)
        middle = y + spaces[0] + (_tall(rows[0]) - label) / 2
        self._label.draw(surface, x, y if above else middle, measure)
        y += above
        for row, space in zip(rows, spaces, strict=False):
            y += space
            for at, one in _placed(row, self._gap):
                left = x + measure - indent - at - one.width if rtl else x + indent + at
                self._draw(surface, one, left, y + (_tall(row) - one.tall) / 2)
            y += _tall(row)

    def _draw(self, surface: Surface, one: _Shown, x: float, y: float) -> None:
        if one.words is not None:
            one.words.draw(surface, x, y, one.size[0])
        elif one.art is not None:
            draw_logo(surface, self._setting, one.art, (x, y, *one.size), one.plate, one.figure, rim=RIM)


def _groups(look: Look, *, logos: bool) -> list[tuple[str, tuple[Ally, ...]]]:
    """Return the groups in which somebody has a logo, or those in which nobody has, each with the word before it."""
    named = (("partners", look.partners), ("paid-by", look.funders))
    return [(word, allies) for word, allies in named if allies and any(ally.art for ally in allies) is logos]


def has_logos(look: Look) -> bool:
    """Tell whether there is a row of logos to draw."""
    return bool(_groups(look, logos=True))


def partners_in_words(setting: Setting) -> list[str]:
    """Return a phrase for each group that has names alone: `Funded by A, B`."""
    groups = _groups(setting.look, logos=False)
    return [f"{setting.word(word)} {', '.join(_named(setting, ally) for ally in allies)}" for word, allies in groups]


def _named(setting: Setting, ally: Ally) -> str:
    return setting.filled(ally.words, ally.span)


def _usual_width(art: Artwork) -> float:
    """Return the width of a logo where space is as designed, pt."""
    tall, ratio = USUAL
    return optical_size(art, tall * tall * ratio, LOWEST, TALLEST, WIDEST)[0]


def _tall(row: Sequence[_Shown]) -> float:
    return max(one.tall for one in row)


def _placed(row: Sequence[_Shown], gap: float) -> Iterator[tuple[float, _Shown]]:
    """Yield (pt from the start of the row, logo)."""
    at = 0.0
    for i, one in enumerate(row):
        yield at, one
        at += one.width + max(gap, one.free, row[i + 1].free if i + 1 < len(row) else 0.0)


def _broken(shown: Sequence[_Shown], room: float, gap: float) -> list[list[_Shown]]:
    """Fill rows one after the other."""
    rows: list[list[_Shown]] = []
    used = 0.0
    for one in shown:
        space = max(gap, rows[-1][-1].free, one.free) if rows else 0.0
        if rows and used + space + one.width <= room:
            rows[-1].append(one)
            used += space + one.width
        else:
            rows.append([one])
            used = one.width
    return rows
