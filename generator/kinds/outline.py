"""How a handout was composed, for what is foreseen of the next setting: see `foreseen.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.base.tuples import NamedTuple

if TYPE_CHECKING:
    from generator.kinds.block import Block


class Step(NamedTuple):
    """A block that was composed, and what the setting knew before and after that."""

    block: Block
    place: str
    turn: tuple[int, int]
    in_section: bool
    cited_before: tuple[str, ...]
    cited: tuple[str, ...]


class Outline(NamedTuple):
    """How a handout was composed of which every block is kept but those at the foot.

    Attributes:
        body: the blocks, as they are kept.
        foot: the others.
        cited_before: the sources that were cited before the first block.
        cited: all that were cited.
        cast: the people drawn.
    """

    body: tuple[tuple[int, object], ...]
    foot: tuple[Step, ...]
    cited_before: tuple[str, ...]
    cited: tuple[str, ...]
    cast: tuple[tuple[str, int], ...]
