"""Flowing boxes through columns: the plain way to fill pages, when no arrangement of bands does."""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.tuples import NamedTuple
from generator.typeset.boxes import Box, Stack

MOST_PARTS = 2_000  # columns in one flow; a bound on the loop, far beyond any real document


class Column(NamedTuple):
    """Room for boxes: a measure and a height, pt."""

    measure: float
    room: float


class Filled(NamedTuple):
    """What stands in each column, and what is left over."""

    columns: list[Stack]
    rest: Stack | None


def fill(boxes: Sequence[Box], columns: Sequence[Column]) -> Filled:
    """Fill columns in order. A box that fits nowhere ends the flow and is the first of the rest."""
    rest: Stack | None = Stack(boxes) if boxes else None
    out: list[Stack] = []
    for column in columns[:MOST_PARTS]:
        if rest is None:
            break
        if rest.fits(column.measure, column.room):
            out.append(rest)
            rest = None
            break
        parts = rest.split(column.measure, column.room)
        if parts is None:
            out.append(Stack([]))
            continue
        first, left = parts
        out.append(first if isinstance(first, Stack) else Stack([first]))
        rest = left if isinstance(left, Stack) else Stack([left])
    return Filled(out, rest)


def overrun(rest: Box, measure: float, leading: float) -> int:
    """Return by how many lines of the body's leading what is left over is too long; at least 1."""
    return max(1, round(rest.height(measure) / leading))
