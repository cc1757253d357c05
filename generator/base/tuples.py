"""`NamedTuple` as `typing` has it, made in a third of the time: what a class says of its fields is not looked at.

`typing` compiles every annotation of every field when the module is imported: a tenth of a leaflet's time. Checkers see
typing's own.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:

    class _Making(type):
        """Makes a tuple with names of a class that has `NamedTuple` as its base."""

        def __new__(cls, name: str, bases: tuple[type, ...], given: dict[str, Any]) -> type:
            if bases != (_Base,):
                raise TypeError(f"{name}: NamedTuple is the only base")
            fields = given.get("__annotations__", {})
            defaults = [given[each] for each in fields if each in given]
            late = [each for each in fields if each in given]
            if late != list(fields)[len(fields) - len(late) :]:
                raise TypeError(f"{name}: fields with defaults stand last")
            made = namedtuple(name, fields, defaults=defaults, module=given["__module__"])
            made.__annotations__ = made.__new__.__annotations__ = fields
            for key, value in given.items():
                if key in _OURS:
                    raise AttributeError(f"{name}: '{key}' cannot be written anew")
                if key not in _MADE and key not in fields:
                    setattr(made, key, value)
                    if hasattr(type(value), "__set_name__"):
                        type(value).__set_name__(value, made, key)
            return made

    class NamedTuple:
        """The base that a class names; see the module."""

        def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[type]:
            """Stand aside for what makes the class."""
            return (_Base,)

    _OURS = frozenset({"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make"})
    _MADE = frozenset({"__module__", "__qualname__", "__annotations__", "__orig_bases__"})
    _Base = type.__new__(_Making, "_Base", (), {})
    NamedTuple = NamedTuple()
