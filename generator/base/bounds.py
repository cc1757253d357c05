"""Bounds beside a type: ``Annotated[tuple[Text, ...], Length(1, 12)]``, ``Annotated[int, Range(0, 100)]``."""

from __future__ import annotations

from generator.base.tuples import NamedTuple


class Length(NamedTuple):
    """Fewest and most items of a list or mapping, or characters of a text."""

    least: int
    most: int


class Range(NamedTuple):
    """Least and greatest number, both allowed."""

    least: float
    greatest: float
