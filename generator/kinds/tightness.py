"""How tightly a handout is set."""

from __future__ import annotations

from generator.base.tuples import NamedTuple


class Tightness(NamedTuple):
    """One degree of fitting: the body's size, its baseline, and the share of the designed space that is kept."""

    body: float
    baseline: float
    space: float
