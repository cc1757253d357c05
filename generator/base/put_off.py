"""Modules that are imported when something of them is first used, though another module names them at its top."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

from generator.base.patterns import later


@contextmanager
def patterns_put_off(package: str) -> Iterator[None]:
    """Let the modules of a package that are imported meanwhile compile their patterns when they first use them.

    For a package of which a part is used that needs none of them. Who else compiles meanwhile, in another thread, gets
    what it asked for. A pattern so put off is not to be handed to a function of `re`.
    """
    whole = re.compile

    def compiled(pattern: Any, flags: Any = 0) -> Any:
        asks = sys._getframe(1).f_globals.get("__name__", "")
        return (later if asks.partition(".")[0] == package else whole)(pattern, flags)

    re.compile = compiled
    try:
        yield
    finally:
        re.compile = whole


@contextmanager
def functions_put_off(
    modules: Mapping[str, Sequence[str]],
    known: Mapping[str, Mapping[str, object]] | None = None,
    absent: Collection[str] = (),
) -> Iterator[None]:
    """Let modules that are imported meanwhile import others only when they use them.

    A module that is imported already stays as it is, and whoever imports one afterwards gets the module itself.

    Args:
        modules: by their whole names, and of each the functions that are taken from it by `from module import name`:
            they import it when they are called. Anything else that is asked of it imports it at once.
        known: values that are asked for while the others are imported, by module and name. A module that is taken from
            its package may be one of them: see `stand_in`.
        absent: modules that are not found meanwhile.
    """
    aside: dict[str, ModuleType | None] = {}
    for module in {**modules, **(known or {})}:
        if module not in sys.modules:
            functions = {name: _calls(module, name) for name in modules.get(module, ())}
            aside[module] = _StandIn(module, functions | dict((known or {}).get(module, {})))
    aside |= {module: None for module in absent if module not in sys.modules}
    sys.modules.update(aside)  # type: ignore[arg-type]
    try:
        yield
    finally:
        for module, other in aside.items():
            if module in sys.modules and sys.modules[module] is other:
                del sys.modules[module]


def stand_in(module: str) -> ModuleType:
    """Return what is imported when something of it is used."""
    return sys.modules.get(module) or _StandIn(module, {})


class _StandIn(ModuleType):
    """Has what it was given, and else what the module has that it stands for."""

    def __init__(self, name: str, given: Mapping[str, object]) -> None:
        super().__init__(name)
        vars(self).update(given)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what the import system looks for
            raise AttributeError(name)
        return getattr(_whole(self.__name__), name)


def _whole(name: str) -> ModuleType:
    if isinstance(sys.modules.get(name), _StandIn):
        del sys.modules[name]
    return import_module(name)


def _calls(module: str, name: str) -> Callable[..., Any]:
    def call(*arguments: Any, **given: Any) -> Any:
        return getattr(_whole(module), name)(*arguments, **given)

    return call
