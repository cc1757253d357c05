"""What rows of a table say, as one string each: rows that say the same as before need not be read again."""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.reads import digest
from generator.base.tuples import NamedTuple
from generator.catalog.tables import trimmed
from generator.catalog.workbooks import Typed

BETWEEN, WITHIN = "\x1e", "\x1f"  # cells, and the parts of one; no table holds them as words


class RowMark(NamedTuple):
    """A row that says something.

    Attributes:
        ident: the id of its setting.
        digest: of what it says.
        said: that, each cell with its head, in the order of the heads; where it stands in the file does not matter.
        number: of the row.
    """

    ident: str
    digest: str
    said: str
    number: int


def row_said(heads: Sequence[str], cells: Sequence[str]) -> str:
    """Return what a row says; empty cells say nothing."""
    told = []
    for at, cell in enumerate(cells):
        if cell.strip():
            kind = cell.kind if isinstance(cell, Typed) else ""
            told.append(WITHIN.join((trimmed(heads[at]) if at < len(heads) else f"?{at}", kind, cell)))
    return BETWEEN.join(sorted(told))


def mark(ident: str, said: str, number: int) -> RowMark:
    """Return a row with the digest of what it says."""
    return RowMark(ident, said_digest(said), said, number)


def said_digest(said: str) -> str:
    """Return the digest of what a row says."""
    return digest(said.encode("utf-8", "surrogatepass"))


def cells_of(said: str) -> dict[str, str]:
    """Return the cells of a row by their heads."""
    parts = (cell.split(WITHIN) for cell in said.split(BETWEEN) if cell)
    return {part[0]: part[-1] for part in parts}
