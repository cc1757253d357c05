"""A memory of bounded size that forgets what was not asked for lately."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar
from weakref import WeakSet

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Remembers values by their keys, the last ``most`` that were put or asked for, and up to as many from before.

    Cheaper than a memory that keeps its order: nothing is moved but what is asked for again after a while. With
    ``weigh``, ``most`` is what values may weigh together; one that is heavier alone is not remembered.
    """

    __slots__ = ("_before", "_most", "_now", "_weigh", "_weight")

    def __init__(self, most: int, weigh: Callable[[V], int] | None = None) -> None:
        self._most, self._weigh, self._weight = most, weigh, 0
        self._now: dict[K, V] = {}
        self._before: dict[K, V] = {}

    def __len__(self) -> int:
        return len(self._now.keys() | self._before.keys())

    def get(self, key: K) -> V | None:
        """Return what was put under a key; None where it is forgotten."""
        found = self._now.get(key)
        if found is None:
            found = self._before.get(key)
            if found is not None:
                self.put(key, found)
        return found

    def put(self, key: K, value: V) -> None:
        """Remember a value, which is not None."""
        weight = 1 if self._weigh is None else self._weigh(value)
        if weight > self._most:
            return
        if self._weight + weight > self._most:
            self._before, self._now, self._weight = self._now, {}, 0
        if key not in self._now:
            self._weight += weight
        self._now[key] = value

    def clear(self) -> None:
        """Forget all."""
        self._now, self._before, self._weight = {}, {}, 0


class Fading(Recent[K, V]):
    """A memory that forgets with time too, where a process makes one thing after the other; see `fade`."""

    __slots__ = ("__weakref__",)

    def __init__(self, most: int) -> None:
        super().__init__(most)
        _fading.add(self)

    def fade(self) -> None:
        """Forget what was neither put nor asked for since this was called last."""
        self._before, self._now, self._weight = self._now, {}, 0


_fading: WeakSet[Fading[Any, Any]] = WeakSet()
_begun = 0


def fade(every: int = 16) -> None:
    """Say that something else is begun, such as the handouts of another setting: what the others had alone fades.

    ``every``: of so many times once. What things share is asked for again meanwhile, and stays.
    """
    global _begun
    _begun += 1
    if _begun % every == 0:
        for each in list(_fading):
            each.fade()
