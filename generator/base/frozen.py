"""A base for small hand-made values: set once in ``__init__``, never changed after."""

from __future__ import annotations


class Frozen:
    """Refuses changes; ``__init__`` of a subclass sets its slots through :func:`put`.

    The standard library's dataclasses would do the same, but importing them costs a fifth of the start-up time.
    """

    __slots__ = ()

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen; '{name}' cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen; '{name}' cannot be deleted")

    def _same(self) -> tuple[object, ...]:
        """Return what makes two values of the class equal: all slots whose names are not private."""
        names: tuple[str, ...] = self.__slots__
        return tuple(getattr(self, name) for name in names if not name.startswith("_"))

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, Frozen) and other._same() == self._same()

    def __hash__(self) -> int:
        return hash((type(self).__name__, self._same()))

    def __setstate__(self, state: tuple[object, dict[str, object]]) -> None:
        # Unpickling in another process sets the slots one by one.
        for name, value in state[1].items():
            put(self, name, value)


put = object.__setattr__
