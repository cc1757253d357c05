"""Frozen values made of named fields: what `dataclass(frozen=True)` makes, at a tenth of what that costs at start-up.

    @record
    class Stop:
        at: float
        colour: str = "#000000"

The standard library writes and compiles six methods for each class, when its module is imported. Here all classes share
theirs, and `__init__` alone is made for each, when the first value is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

from generator.base.signatures import signed

T = TypeVar("T")
_NAMES = "_value_names"


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """Make the values of a class frozen, equal to those of the same class with equal fields, and hashable.

    What the class defines itself is kept. Bases give no fields; defaults are shared by all values.

    Raises:
        TypeError: a field without a default stands after one with a default.
    """
    said = cls.__dict__.get("__annotations__", {})  # noqa: RUF063 (`inspect` has more to do than all else here)
    names = tuple(name for name, kind in said.items() if "ClassVar" not in str(kind))
    if any(before in cls.__dict__ and after not in cls.__dict__ for before, after in pairwise(names)):
        raise TypeError(f"{cls.__name__}: fields with defaults stand last")
    get = attrgetter(*names)
    made: dict[str, Any] = {
        _NAMES: names,
        "_value_of": staticmethod(get if len(names) > 1 else lambda one: (get(one),)),
        "__match_args__": names,
        "__init__": _first,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__eq__": _same,
        "__hash__": _hash,
        "__repr__": _repr,
        "__getstate__": _state,
    }
    for name, method in made.items():
        if name not in cls.__dict__ or cls.__dict__[name] is None:  # a class with an __eq__ of its own has no hash
            setattr(cls, name, method)
    return cls


def replace(given: T, **changes: Any) -> T:
    """Return the same value with other fields.

    Raises:
        TypeError: it has no field of such a name.
    """
    cls: Any = type(given)
    values = dict(zip(names_of(cls), cls._value_of(given), strict=True)) | changes
    made: T = cls(*values.values()) if len(values) == len(names_of(cls)) else cls(**values)  # which refuses one more
    return made


def names_of(cls: type) -> tuple[str, ...]:
    """Return the names of the fields of a class, in their order."""
    names: tuple[str, ...] = getattr(cls, _NAMES)
    return names


def is_record(cls: type) -> bool:
    """Tell whether the values of a class are frozen so."""
    return hasattr(cls, _NAMES)


def _first(self: Any, *arguments: Any, **given: Any) -> None:
    """Stand for `__init__` until the first value of a class is made; then write it."""
    owner: Any = next(cls for cls in type(self).__mro__ if cls.__dict__.get("__init__") is _first)
    owner.__init__ = _init_of(owner)
    owner.__init__(self, *arguments, **given)


def _init_of(cls: Any) -> Callable[..., None]:
    names = names_of(cls)
    defaults = tuple(cls.__dict__[name] for name in names if name in cls.__dict__)
    made = signed(_putting if len(names) <= FEW else _handing, names, defaults, _KNOWN)
    made.__name__, made.__qualname__ = "__init__", f"{cls.__qualname__}.__init__"
    return made


def _put_all(self: Any, values: tuple[object, ...]) -> None:
    put = object.__setattr__
    for name, value in zip(self._value_names, values, strict=True):
        put(self, name, value)


FEW = 8  # fields that are put one by one, which is quicker, and slower to compile
_KNOWN = {"_put": object.__setattr__, "_put_all": _put_all}


def _putting(names: Sequence[str]) -> str:
    heads = "".join([f", {name}" for name in names])
    return f"lambda self{heads}: " + " or ".join([f"_put(self, {name!r}, {name})" for name in names])


def _handing(names: Sequence[str]) -> str:
    heads = "".join([f", {name}" for name in names])
    return f"lambda self{heads}: _put_all(self, ({heads[2:]}))"


def _refuse(self: Any, name: str, *_: object) -> NoReturn:
    raise AttributeError(f"{type(self).__name__} is frozen; '{name}' cannot be changed")


def _same(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._value_of(self) == other._value_of(other)


def _hash(self: Any) -> int:
    return hash(self._value_of(self))


def _state(self: Any) -> dict[str, Any]:
    """Return what goes to another process: the fields, and nothing that was reckoned from them, such as a hash."""
    return {name: getattr(self, name) for name in names_of(type(self))}


def _repr(self: Any) -> str:
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name in names_of(type(self)))
    return f"{type(self).__qualname__}({told})"
