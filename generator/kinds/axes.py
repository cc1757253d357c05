"""Axes: few round numbers between two values, and numbers as people write them."""

from __future__ import annotations

from decimal import Decimal
from math import ceil, floor, log10

from generator.base.tuples import NamedTuple

ROUND = (1, 2, 5)  # between two ticks, times a power of ten
FEWEST = 3  # ticks; fewer cannot hold what lies on both sides of 0
CLOSE = 1e-9  # of a step: nearer than this is on the tick


class Axis(NamedTuple):
    """From ``low`` to ``high``, in the data's unit, with the ``ticks`` that have a number."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """Return where a value stands: 0 at the low end, 1 at the high end."""
        return (value - self.low) / (self.high - self.low)


def axis_of(least: float, greatest: float, *, most: int, start: float | None = None, end: float | None = None) -> Axis:
    """Return an axis for values from ``least`` to ``greatest``, with at most ``most`` ticks (no fewer than three).

    Args:
        least: the smallest value; an axis without a ``start`` reaches to 0 as well.
        greatest: the largest value.
        most: ticks at most.
        start: where the author wants it to begin; else it does at a tick.
        end: where it ends, likewise.
    """
    low = min(0.0, least) if start is None else start
    high = max(greatest, low) if end is None else end
    if high <= low:
        high = low + max(1.0, abs(low) * 0.1)
    if start is None:
        high = max(high, 0.0)
    for mantissa, exponent in _steps(high - low):
        step = Decimal(mantissa).scaleb(exponent)
        first = _below(low / float(step)) if start is None else _above(low / float(step))
        last = _above(high / float(step)) if end is None else _below(high / float(step))
        if last - first + 1 <= max(FEWEST, most):
            ticks = tuple(float(step * i) for i in range(first, last + 1))
            return Axis(low if start is not None else ticks[0], high if end is not None else ticks[-1], ticks)
    raise AssertionError("a step is found before the steps outgrow every number")


def _steps(span: float) -> list[tuple[int, int]]:
    """Return steps as (mantissa, exponent of ten), from far too fine to wider than ``span``."""
    fine = floor(log10(span)) - 2
    return [(mantissa, exponent) for exponent in range(fine, fine + 6) for mantissa in ROUND]


def _below(ratio: float) -> int:
    return floor(ratio + CLOSE)


def _above(ratio: float) -> int:
    return ceil(ratio - CLOSE)


def number_text(value: float, thousands: str = ",") -> str:
    """Return a number as people write it: all its decimals, no powers of ten, a true minus sign."""
    exact = Decimal(repr(float(value)))
    text = f"{abs(exact):,f}".replace(",", thousands)
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"\u2212{text}" if exact < 0 else text
