"""Modules that are imported when something of them is first used, though another module names them at its top."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType
from typing import Any

from generator.base.patterns import later


def put_off(package: str, name: str) -> None:
    """Let `from package import name` cost nothing until something of that module is asked for.

    This is what the standard library has `LazyLoader` for; a module that is imported already stays as it is, and one
    that is not there is missed by whoever imports it. What is wrong with it is told when it is first used.
    """
    full = f"{package}.{name}"
    if full in sys.modules:
        return
    spec = find_spec(full)  # this imports the package itself
    if spec is None or spec.loader is None:
        return
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[full] = module
    spec.loader.exec_module(module)
    setattr(sys.modules[package], name, module)  # else `from … import` would look into it, and so import it


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
def functions_put_off(modules: Mapping[str, Sequence[str]]) -> Iterator[None]:
    """Let `from module import name` cost nothing meanwhile, until one of these functions is called.

    Args:
        modules: by their whole names, and of each the functions that others take from it. One that is imported already
            stays as it is. Whoever imports one afterwards gets the module itself.
    """
    stand_ins = {}
    for module, names in modules.items():
        if module not in sys.modules:
            stand_ins[module] = sys.modules[module] = ModuleType(module)
            vars(stand_ins[module]).update({name: _calls(module, name) for name in names})
    try:
        yield
    finally:
        for module, stand_in in stand_ins.items():
            if sys.modules.get(module) is stand_in:
                del sys.modules[module]


def _calls(module: str, name: str) -> Callable[..., Any]:
    def call(*arguments: Any, **given: Any) -> Any:
        return getattr(import_module(module), name)(*arguments, **given)

    return call
