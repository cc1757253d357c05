"""How a part is bound into a course pack: where its pages come, what runs at their foot, where its links lead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from generator.base.tuples import NamedTuple
from generator.pdf.structure import Element

DEEPEST = 6  # level of the smallest heading: H6
BELOW = 2  # levels that a part's headings stand below the pack's title


class Binding(NamedTuple):
    """What a part of a pack knows of the whole.

    Attributes:
        scope: keeps the names in it apart from those of other parts.
        first: index of its first page in the pack, from 0.
        title: of the pack; runs at the foot of left-hand pages.
        section: where it stands, such as ``Session 3: Calm is catching``; runs at the foot of right-hand pages.
        head: ``cover`` gives it a field with a picture, ``sheet`` a line for its title.
        label: a line above the title of a sheet.
        named: a sheet has a line for a name.
        parts: the handouts of the pack by id: the name of the place where each begins.
        cited: sources that earlier parts cite: they keep their numbers.
    """

    scope: str
    first: int
    title: str
    section: str
    head: Literal["cover", "sheet"] = "cover"
    label: str | None = None
    named: bool = False
    parts: Mapping[str, str] = {}
    cited: tuple[str, ...] = ()


def lower(part: Element, scope: str, by: int = BELOW) -> None:
    """Set the headings of a part so many levels lower, and its names apart from those of other parts."""
    for element in part.walk():
        role = element.role
        if len(role) == 2 and role[0] == "H" and role[1].isdigit():
            element.role = f"H{min(DEEPEST, int(role[1]) + by)}"
        if element.ident is not None:
            element.ident = scope + element.ident
