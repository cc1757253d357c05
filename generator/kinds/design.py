"""What a page design is: it takes a handout and a setting, and says where everything stands.

A design is one file in `generator/designs/`, found by its name: the `kind:` of a layout.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, cast

from generator.base.discover import load, modules_in
from generator.base.places import Span
from generator.base.tuples import NamedTuple
from generator.kinds.block import Block
from generator.kinds.setting import Setting
from generator.model.handout import Handout
from generator.pdf.surface import Surface

PACKAGE = "generator.designs"
SPACES = (1.0, 0.85, 0.7)  # shares of the designed space, tried in this order
HALF_EMPTY = 0.5  # of a last page in a pack, which is many pages to print


class Overrun(NamedTuple):
    """A handout that does not fit: how many lines are too many, and the first block that is left over.

    ``share``, where it is known: how much taller the lowest pile is than the room for it, of that room; it may be
    lower, for a pile seldom fills its pages.
    """

    lines: int
    span: Span | None
    message: str
    share: float | None = None


def in_lines(count: int) -> str:
    """Return a number of lines in words: `1 line`, `12 lines`."""
    return f"{count} {'line' if count == 1 else 'lines'}"


class Plan(Protocol):
    """A handout, placed. Drawing it cannot fail.

    Attributes:
        pages: how many pages it takes.
        last_fill: share of the last page's room that is used, 0 to 1; 0 where pages want a little less space.
    """

    pages: int
    last_fill: float

    def draw(self, surface: Surface) -> None:
        """Draw all pages."""


class Design(Protocol):
    """Plans pages of one kind."""

    def plan(self, handout: Handout, blocks: Sequence[Block], setting: Setting, *, last_try: bool) -> Plan | Overrun:
        """Place a handout, or say by how much it is too long.

        Args:
            handout: the head of the file.
            blocks: its body.
            setting: everything that is chosen; its document gets the structure elements.
            last_try: nothing can be tightened any more: use every form there is.
        """


class Foreseeing(Design, Protocol):
    """A design that may know for one setting of many what its plan would be, without composing all of it."""

    def foresee(self, handout: Handout, setting: Setting) -> Overrun | bool | None:
        """Return what `plan` would but at the last try: an overrun, or True for a plan; None where it must be tried."""


def foreseeing(design: Design) -> Foreseeing | None:
    """Return a design that may foresee; None for any other."""
    return cast("Foreseeing", design) if hasattr(design, "foresee") else None


def design_names() -> tuple[str, ...]:
    """Return the kinds of layout that can be set."""
    return modules_in(PACKAGE)


def load_design(kind: str) -> Design:
    """Return the design of a kind of layout."""
    design: Design = load(PACKAGE, kind).DESIGN
    return design
