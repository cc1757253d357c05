"""A handout as it was read: what the stages hand to one another."""

from __future__ import annotations

from generator.base.tuples import NamedTuple
from generator.kinds.block import Block
from generator.model.handout import Handout


class Shaped(NamedTuple):
    """A handout as it was written: its id, its head and its body."""

    ident: str
    head: Handout
    blocks: tuple[Block, ...]
