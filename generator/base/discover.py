"""Things are found, not listed: the modules of a package folder are its blocks, its checks, its editions."""

from __future__ import annotations

import os
from functools import lru_cache
from importlib import import_module
from types import ModuleType


@lru_cache(maxsize=16)
def modules_in(package: str) -> tuple[str, ...]:
    """Return the names of the modules in a package, sorted, without importing them; ``_`` in front hides one.

    Args:
        package: dotted name, such as ``generator.blocks``; it may stand in a folder or in a zip file.
    """
    found = {name for path in import_module(package).__path__ for name in _inside(path)}
    return tuple(sorted(name for name in found if not name.startswith("_")))


def _inside(path: str) -> set[str]:
    """Return the names of the modules in one folder of a package."""
    if os.path.isfile(os.path.join(path, "__init__.py")):
        with os.scandir(path) as listed:
            parts = [(each.name.partition("."), each) for each in listed]
        files = {name for (name, _, ending), _ in parts if ending == "py"}
        return files | {
            name
            for (name, dot, _), each in parts
            if not dot and each.is_dir() and os.path.isfile(os.path.join(each.path, "__init__.py"))
        }
    # In a zip file, or without its source. Imported here: it costs more than to look into a folder.
    from pkgutil import iter_modules

    return {found.name for found in iter_modules([path])}


def load(package: str, name: str) -> ModuleType:
    """Import one module by its id or its module name.

    Raises:
        ModuleNotFoundError: there is none of this name.
    """
    module = module_of(name)
    if not module.isidentifier():
        raise ModuleNotFoundError(f"{package} has no module '{name}'")
    return import_module(f"{package}.{module}")


def id_of(module: str) -> str:
    """Return the id that people type for a module: ``did_you_know`` is ``did-you-know``."""
    return module.replace("_", "-")


def module_of(name: str) -> str:
    """Return the module of an id: ``did-you-know`` stands in ``did_you_know.py``, ``break`` in ``break.py``."""
    return name.replace("-", "_")
