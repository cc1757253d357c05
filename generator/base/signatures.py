"""Functions that differ in nothing but what their parameters are called: one is compiled for each number of them.

A class of fields has a function that takes them by name. To write one for each class and compile it takes longer than
all else that there is to making the class.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from types import CodeType, FunctionType
from typing import Any

Writer = Callable[[Sequence[str]], str]
"""Returns a lambda as Python code: its first parameter, then those whose names are given; texts of it may be names."""


def signed(write: Writer, names: tuple[str, ...], defaults: tuple[object, ...], known: dict[str, Any]) -> FunctionType:
    """Return what a writer writes with these names.

    Args:
        write: asked once for each number of names, with others in their place.
        names: of all parameters but the first.
        defaults: of the last of them.
        known: what the function finds by name.
    """
    code, places = _written(write, len(names))
    texts = dict(zip(places, names, strict=True))
    code = code.replace(
        co_varnames=(code.co_varnames[0], *names), co_consts=tuple([texts.get(each, each) for each in code.co_consts])
    )
    return FunctionType(code, known, None, defaults or None)


@lru_cache(maxsize=256)
def _written(write: Writer, count: int) -> tuple[CodeType, tuple[str, ...]]:
    places = tuple([f"_{number}_" for number in range(count)])
    return eval(write(places), {}).__code__, places
