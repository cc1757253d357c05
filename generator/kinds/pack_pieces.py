"""A pack in order: what stands in one of its copies, piece by piece, and on which pages. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from generator.base.tuples import NamedTuple
from generator.model.pack import Copy, Item, Pack, Section, Worksheet

Kind = Literal["divider", "trainer", "handout", "worksheet", "answers", "pdf"]


class Piece(NamedTuple):
    """One piece: what it is, its section, its item if it has one; ``key`` names it in the document."""

    kind: Kind
    key: str
    section: Section
    item: Item | None = None

    @property
    def for_learners(self) -> bool:
        """Whether participants have it too."""
        if self.kind in ("trainer", "answers"):
            return False
        return self.item is None or self.item.in_copy("learner")

    @property
    def sheet(self) -> Worksheet | None:
        """The worksheet that it is, if it is one."""
        return self.item.worksheet if self.item is not None and self.kind == "worksheet" else None


def pieces(pack: Pack, copy: Copy) -> Iterator[Piece]:
    """Yield the pieces of a copy in their order; a section with nothing in it has its divider all the same."""
    for number, section in enumerate(pack.sections, 1):
        yield Piece("divider", f"part:{number}", section)
        if section.facilitator is not None and copy == "trainer":
            yield Piece("trainer", f"part:{number}-trainer", section)
        for at, item in enumerate(section.items, 1):
            if not item.in_copy(copy):
                continue
            yield Piece(item.kind, f"part:{number}-{at}", section, item)
        if copy == "trainer" and any(sheet.answers is not None for sheet in worksheets(section)):
            yield Piece("answers", f"part:{number}-answers", section)


def worksheets(section: Section) -> list[Worksheet]:
    """Return the worksheets of a section."""
    return [item.worksheet for item in section.items if item.worksheet is not None]


def opens_right(kind: Kind) -> bool:
    """Tell whether a piece begins on a right-hand page: where a divider stands, a reader finds it by its edge."""
    return kind == "divider"


def first_pages(counts: Sequence[tuple[Kind, int]], before: int) -> list[int]:
    """Return the index of the first page of each piece.

    Args:
        counts: kind and number of pages of each.
        before: pages before the first: cover and contents.
    """
    out, at = [], before
    for kind, count in counts:
        if opens_right(kind) and at % 2:
            at += 1
        out.append(at)
        at += count
    return out
