"""Pictures beside words: a drawing in a column of its own, with what it belongs to in the other (easy-read layout)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.kinds.scenes import scenes_in
from generator.kinds.setting import Setting
from generator.pdf.surface import Surface
from generator.typeset.bands import Unit
from generator.typeset.boxes import ENOUGH, Box, Stack

SHARE = 0.32  # of the measure, for the picture
GUTTER = 0.045  # of the measure, between picture and words


class Pictured(Box):
    """A picture at the start side and words beside it; ``picture`` None keeps its column empty, for what goes on."""

    def __init__(self, picture: Box | None, words: Box, *, rtl: bool) -> None:
        self._picture, self._words, self._rtl = picture, words, rtl
        self.span = words.span
        self.before, self.after, self.parting = words.before, words.after, words.parting
        self.trim_top = words.trim_top if picture is None else min(words.trim_top, picture.trim_top)

    def _widths(self, measure: float) -> tuple[float, float]:
        picture = measure * SHARE
        return picture, measure - picture - measure * GUTTER

    def height(self, measure: float) -> float:
        """Return the height of the taller one."""
        picture, words = self._widths(measure)
        tall = self._picture.height(picture) if self._picture is not None else 0.0
        return max(tall, self._words.height(words))

    def narrowest(self) -> float:
        """Return the measure at which the words have what they need."""
        return self._words.narrowest() / (1 - SHARE - GUTTER)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part the words; the picture stays with the first of them."""
        picture, words = self._widths(measure)
        if self._picture is not None and self._picture.height(picture) > room + ENOUGH:
            return None
        parts = self._words.split(words, room)
        if parts is None:
            return None
        return Pictured(self._picture, parts[0], rtl=self._rtl), Pictured(None, parts[1], rtl=self._rtl)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw both from the top."""
        picture, words = self._widths(measure)
        start, end = (x + measure - picture, x) if self._rtl else (x, x + measure - words)
        if self._picture is not None:
            self._picture.draw(surface, start, y, picture)
        self._words.draw(surface, end, y, words)


def with_pictures(units: Sequence[Unit], setting: Setting, measure: float) -> list[Unit]:
    """Return units with each drawing beside the words that follow it in its section, or beside those before it."""
    out: list[Unit] = []
    i = 0
    while i < len(units):
        unit = units[i]
        i += 1
        if unit.place != "figure" or next(scenes_in(unit.box), None) is None:
            out.append(unit)
            continue
        words: list[Unit] = []
        tall = unit.box.height(measure * SHARE)
        while i < len(units) and _follows(unit, units[i]) and _height(words, measure) < tall:
            words.append(units[i])
            i += 1
        if not words and out and _follows(unit, out[-1]) and not unit.new_page:
            words = [out.pop()]
            unit = unit._replace(new_page=words[0].new_page)
        if not words:
            out.append(unit)
            continue
        box = Pictured(unit.box, Stack([one.box for one in words]), rtl=setting.rtl)
        out.append(Unit(box, "main", unit.section, unit.new_page))
    return out


def _follows(figure: Unit, other: Unit) -> bool:
    return other.place == "main" and other.section == figure.section and not other.new_page


def _height(units: Sequence[Unit], measure: float) -> float:
    return sum(unit.box.height(measure * (1 - SHARE - GUTTER)) + unit.box.after for unit in units)
