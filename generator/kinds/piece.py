"""A part of a page, or of a block, that may have been composed for another setting; see keeping.py."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Piece(Generic[T]):
    """What was composed, and a key for tapes of it: the same one as long as it is kept, None where it is not."""

    __slots__ = ("made", "sign")

    def __init__(self, made: T, sign: Hashable | None = None) -> None:
        self.made, self.sign = made, sign
