"""Jobs handed out in pieces: what belongs together in one, and small ones at both ends.

At first, so that something is seen to be done soon; at last, so that all workers end at about the same time.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sized
from typing import Generic, NamedTuple, TypeVar

J = TypeVar("J")

EVEN = 4  # pieces that each worker has still to come


class Piece(NamedTuple, Generic[J]):
    """Jobs in hand, and how many workers were lost with them."""

    jobs: tuple[J, ...]
    losses: int = 0


def chunked(
    jobs: Iterable[J], most: int, workers: int, group: Callable[[J], Hashable] | None = None, count: int | None = None
) -> Iterator[Piece[J]]:
    """Yield jobs in pieces, in their order; no more of them is read than is asked for.

    Args:
        jobs: where it is known how many there are, pieces become smaller towards the end.
        most: jobs in a piece; neighbours of one group stay together up to twice as many, if every worker gets some.
        workers: how many share them out.
        group: what a job belongs to; None where each stands for itself.
        count: how many jobs there are about; their own length if not given, where they have one.
    """
    left = len(jobs) if count is None and isinstance(jobs, Sized) else count
    together = 2 * most if left is None else max(1, min(2 * most, -(-left // workers)))
    piece: list[J] = []
    handed = 0
    for job in jobs:
        size = min(most, 1 + handed // workers)
        if left is not None:
            size = max(1, min(size, left // (workers * EVEN)))
        if len(piece) >= size and (len(piece) >= together or not _kin(piece[-1], job, group)):
            yield Piece(tuple(piece))
            handed += 1
            left = left - len(piece) if left is not None else None
            piece = []
        piece.append(job)
    if piece:
        yield Piece(tuple(piece))


def _kin(one: J, other: J, group: Callable[[J], Hashable] | None) -> bool:
    return group is not None and group(one) == group(other)
