"""Somebody who attended a course, as a file of names has them. Names are in no other place than the certificates."""

from __future__ import annotations

from generator.base.places import Span
from generator.base.scalars import Line
from generator.base.tuples import NamedTuple


class Attendee(NamedTuple):
    """One row of a file of names; ``span`` is its name's cell. What the row does not say is as the pack says it.

    Attributes:
        name: as it is printed.
        role: what they are, such as Room leader.
        setting: where they work.
        dates: when they attended.
        date: the date on the certificate.
        hours: how long they attended, such as 10 hours.
        reference: a number of their own.
    """

    name: Line
    span: Span
    role: Line | None = None
    setting: Line | None = None
    dates: Line | None = None
    date: Line | None = None
    hours: Line | None = None
    reference: Line | None = None
