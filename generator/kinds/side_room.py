"""The room that a side has left: the opener grows, bands move apart, spaces open, a heading becomes a title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from generator.kinds.columns import level
from generator.kinds.headings import HeadingBox
from generator.kinds.setting import Setting
from generator.pdf.surface import Surface
from generator.typeset.bands import Page, Placed

MOST_SPREAD = 4.0  # u that a gap between two bands may grow
MOST_OPENED = 2.5  # u that a space inside a band may grow
LEFT = 2.0  # u that may stay empty at the foot of a page


class Opener(Protocol):
    """What stands at the top of the first side.

    Attributes:
        height: of it, pt from the top of the page.
    """

    height: float

    @property
    def growth(self) -> float:
        """Room that it can take up, pt."""

    def grow(self, room: float) -> float:
        """Take up as much of ``room`` pt as it can; return by how much it grew."""

    def draw(self, surface: Surface) -> None:
        """Draw it."""


def spread(setting: Setting, opener: Opener, pages: Sequence[Page], placed: Sequence[Placed]) -> list[Placed]:
    """Share out the room that each page has left, enlarge the head of a page, level the cards."""
    out: list[Placed] = []
    for number, page in enumerate(pages):
        mine = [p for p in placed if p.page == number]
        if not mine:
            continue
        shift = 0.0
        free = page.bottom - max(p.y + p.band.height for p in mine)
        mine, grown = _head(mine, free)
        free -= grown
        if number == 0:
            shift = opener.grow(max(0.0, free - 2 * setting.u))
            free -= shift
        mine, grown = _loosened(setting, mine, free)
        out += _opened(setting, mine, shift, free - grown)
        level(out[-len(mine) :], page.bottom, setting)
    return out


def _loosened(setting: Setting, mine: Sequence[Placed], free: float) -> tuple[list[Placed], float]:
    """Open the spaces inside the bands of a page that has room left; return by how much all of them grow."""
    share = (free - LEFT * setting.u) / len(mine)
    if share < setting.u:
        return list(mine), 0.0
    out: list[Placed] = []
    grown = 0.0
    for placed in mine:
        parts = placed.band.parts
        counts = [part.box.openings() for part in parts]
        before = max(part.ink for part in parts) if any(counts) else 0.0
        for part, count in zip(parts, counts, strict=True):
            part.box.open(min(MOST_OPENED * setting.u, share / count) if count else 0.0)
        out.append(placed._replace(y=placed.y + grown) if grown else placed)
        grown += max(0.0, max(part.ink for part in parts) - before) if any(counts) else 0.0
    return out, grown


def _opened(setting: Setting, mine: Sequence[Placed], shift: float, free: float) -> list[Placed]:
    """Move bands apart by equal steps of half a unit."""
    step = setting.u / 2
    gaps = len(mine) - 1
    extra = min(MOST_SPREAD * setting.u, (free / gaps // step) * step) if gaps and free > 0 else 0.0
    return [p._replace(y=p.y + shift + i * extra) for i, p in enumerate(mine)]


def _head(mine: list[Placed], free: float) -> tuple[list[Placed], float]:
    """Set the heading that opens a later side as its title, where there is room; return by how much all moves down."""
    first = mine[0]
    words = first.band.parts[0]
    head = words.box.boxes[0] if words.box.boxes else None
    if first.page == 0 or first.band.form not in ("figure", "full") or not isinstance(head, HeadingBox):
        return mine, 0.0
    before = max(part.ink for part in first.band.parts)
    head.enlarge(True)
    grown = max(0.0, max(part.ink for part in first.band.parts) - before)
    most = free if first.band.form == "full" else 0.0
    if grown > most or head.narrowest() > words.width:
        head.enlarge(False)
        return mine, 0.0
    return [first, *(p._replace(y=p.y + grown) for p in mine[1:])], grown
