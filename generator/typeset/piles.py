"""Piles: of all bands that there are, the best pile of them on some pages, by dynamic programming."""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.tuples import NamedTuple
from generator.typeset.bands import Band, Options, Page, Placed, Unit
from generator.typeset.boxes import ENOUGH

STATES_KEPT = 10  # partial piles kept for each (unit, page); more did not change any result that was tried
PARTED = 8.0  # cost of a section that goes on overleaf


class _State(NamedTuple):
    """A pile: what stands last in it, and the pile below that."""

    cost: float
    y: float  # foot of the last ink
    after: float
    last: Placed | None = None
    below: _State | None = None

    def trail(self) -> list[Placed]:
        """Return what stands in it, in order."""
        out: list[Placed] = []
        state: _State | None = self
        while state is not None and state.last is not None:
            out.append(state.last)
            state = state.below
        return out[::-1]


def arrange(units: Sequence[Unit], options: Options, pages: Sequence[Page], gap: float) -> list[Placed] | None:
    """Return the best pile of bands on these pages, or None when there is none.

    Args:
        units: what is to be placed, in reading order.
        options: the bands there are, from `options_for`.
        pages: room on each page.
        gap: least space between two bands, pt.
    """
    if options.least > sum(page.bottom - page.top + ENOUGH for page in pages if page.bottom > page.top):
        return None  # most numbers of pages are too few by far, and the search is dear
    table: list[list[list[_State]]] = [[[] for _ in pages] for _ in range(len(units) + 1)]
    table[0][0].append(_State(0.0, pages[0].top, 0.0))
    for at in range(len(units)):
        for page in range(len(pages)):
            for state in table[at][page]:
                _extend(table, units, at, options[at], state, page, pages, gap)
    last = len(pages) - 1
    done = [s._replace(cost=s.cost + _hole(pages[last], s.y)) for s in table[len(units)][last]]
    return min(done, key=lambda s: s.cost).trail() if done else None


def _extend(
    table: list[list[list[_State]]],
    units: Sequence[Unit],
    at: int,
    options: Sequence[tuple[int, Band]],
    state: _State,
    page: int,
    pages: Sequence[Page],
    gap: float,
) -> None:
    """Set every band that may follow below a pile, and at the top of the next page."""
    unit, last = units[at], state.last
    first = last is None or last.page != page
    here = first or not unit.new_page
    room = pages[page].bottom + ENOUGH
    # the first page may stay empty below its cover; no other may
    over = page + 1 < len(pages) and (not first or last is None)
    hole = top = room_over = parted = 0.0
    if over:
        hole = _hole(pages[page], state.y)
        top, room_over = pages[page + 1].top, pages[page + 1].bottom + ENOUGH
        parted = PARTED if at and units[at - 1].section == unit.section and not unit.new_page else 0.0
    for end, band in options:
        tall = band.height
        if here:
            y = state.y if first else state.y + max(state.after, band.before, gap)
            if y + tall <= room:
                _keep(table[end][page], state.cost + band.cost, y + tall, state, band, page, y)
        if over and top + tall <= room_over:
            cost = state.cost + band.cost + hole + parted
            _keep(table[end][page + 1], cost, top + tall, state, band, page + 1, top)


def _hole(page: Page, y: float) -> float:
    """Return the cost of the empty foot of a page: nothing for what can be spread, then ever more."""
    share = max(0.0, (page.bottom - y - page.takes) / (page.bottom - page.top) - 0.08)
    return 60 * share * share + 6 * share


def _keep(states: list[_State], cost: float, foot: float, below: _State, band: Band, page: int, y: float) -> None:
    """Keep a pile unless another is as cheap and as low; the cheapest stand first."""
    at = 0
    for old in states:
        if old.cost > cost:
            break
        if old.y <= foot:
            return
        at += old.cost < cost  # it is cheaper, and stays
    new = _State(cost, foot, band.after, Placed(band, page, y), below)
    states[at:] = [new, *[old for old in states[at:] if foot > old.y]]
    del states[STATES_KEPT:]
