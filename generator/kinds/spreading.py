"""Labels in a column that would rather stand elsewhere: moved apart as little as can be, their order kept."""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.tuples import NamedTuple


class _Pile(NamedTuple):
    """Labels that stand close together; ``wish`` is the sum of the tops of the pile that each of them would have."""

    labels: tuple[int, ...]
    tall: float
    wish: float

    @property
    def top(self) -> float:
        return self.wish / len(self.labels)


def spread_apart(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Return a top for each label, none over another, all between ``low`` and ``high`` where they fit there.

    Args:
        wanted: the top that each label would have if it were alone; any order.
        heights: of the labels, with the space between two.
        low: top of the column.
        high: its foot; labels that are taller together begin at ``low`` and run past it.

    Returns:
        Tops in the order of ``wanted``. Neighbours that meet stand close together, about the middle of what they want.
    """
    piles: list[_Pile] = []
    for i in sorted(range(len(wanted)), key=lambda i: (wanted[i] + heights[i] / 2, i)):
        pile = _Pile((i,), heights[i], wanted[i])
        while piles and piles[-1].top + piles[-1].tall > pile.top:
            above = piles.pop()
            wish = above.wish + pile.wish - above.tall * len(pile.labels)
            pile = _Pile(above.labels + pile.labels, above.tall + pile.tall, wish)
        piles.append(pile)
    return _inside(piles, heights, low, max(high, low + sum(heights)))


def _inside(piles: Sequence[_Pile], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Push piles down from the top edge, then up from the foot."""
    tops, at = [], low
    for pile in piles:
        tops.append(max(pile.top, at))
        at = tops[-1] + pile.tall
    for i in reversed(range(len(piles))):
        tops[i] = min(tops[i], high - piles[i].tall)
        high = tops[i]
    out = [0.0] * len(heights)
    for top, pile in zip(tops, piles, strict=True):
        for i in pile.labels:
            out[i] = top
            top += heights[i]
    return out
