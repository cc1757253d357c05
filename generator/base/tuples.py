"""`NamedTuple` as `typing` has it, made in a tenth of the time: what a class says of its fields is not looked at.

`typing` compiles every annotation of every field when the module is imported, and `collections` a `__new__` for every
class: together a sixth of a leaflet's time. Here all classes share their methods, and `__new__` is compiled once for
each number of fields. Checkers see typing's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.base.signatures import signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter as _getter  # what takes a field out, in C

    class _Making(type):
        """Makes a tuple with names of a class that has `NamedTuple` as its base."""

        def __new__(cls, name: str, bases: tuple[type, ...], given: dict[str, Any]) -> type:
            if bases != (_Base,):
                raise TypeError(f"{name}: NamedTuple is the only base")
            said = given.get("__annotations__", {})
            fields = tuple(said)
            defaults = {each: given[each] for each in fields if each in given}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: fields with defaults stand last")
            for each in fields:
                if each[0] == "_":
                    raise ValueError(f"{name}: '{each}' begins with '_'")
            for key in given:
                if key in _OURS:
                    raise AttributeError(f"{name}: '{key}' cannot be written anew")
            new = signed(_new, fields, tuple(defaults.values()), _KNOWN)
            new.__name__, new.__qualname__ = "__new__", f"{name}.__new__"
            new.__annotations__ = said
            made = {"__doc__": f"{name}({', '.join(fields)})", **_SHARED, **given}
            made.update(zip(fields, _getters(len(fields)), strict=True))
            made |= {"__match_args__": fields, "__new__": new, "_fields": fields, "_field_defaults": defaults}
            made.pop("__orig_bases__", None)
            return type(name, (tuple,), made)

    def _new(fields: Sequence[str]) -> str:
        given = "".join([f"{each}, " for each in fields])
        return f"lambda _cls, {given}: _tuple_new(_cls, ({given}))"

    def _getters(count: int) -> list[Any]:
        while len(_PLACES) < count:
            _PLACES.append(_getter(len(_PLACES), f"Alias for field number {len(_PLACES)}"))
        return _PLACES[:count]

    _PLACES: list[Any] = []
    _KNOWN = {"_tuple_new": tuple.__new__, "__builtins__": {}, "__name__": __name__}

    @classmethod
    def _make(cls: Any, values: Iterable[object]) -> Any:
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self: Any, /, **changes: object) -> Any:
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return made

    def _repr(self: Any) -> str:
        told = ", ".join([f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True)])
        return f"{self.__class__.__name__}({told})"

    def _asdict(self: Any) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def _plain(self: Any) -> tuple[Any, ...]:
        return tuple(self)

    _SHARED = {
        "__slots__": (),
        "__repr__": _repr,
        "__getnewargs__": _plain,
        "_make": _make,
        "_replace": _replace,
        "__replace__": _replace,  # of `copy.replace`, since Python 3.13
        "_asdict": _asdict,
    }
    _OURS = frozenset({"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make"})

    class NamedTuple:
        """The base that a class names; see the module."""

        def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[type]:
            """Stand aside for what makes the class."""
            return (_Base,)

    _Base = type.__new__(_Making, "_Base", (), {})
    NamedTuple = NamedTuple()
