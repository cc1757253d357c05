"""Things are found, not listed: the modules of a package folder are its blocks, its checks, its editions."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from types import ModuleType


@lru_cache(maxsize=16)
def modules_in(package: str) -> tuple[str, ...]:
    """Return the names of the modules in a package, sorted, without importing them; ``_`` in front hides one.

    Args:
        package: dotted name, such as ``generator.blocks``; it may stand in a folder or in a zip file.
    """
    # Imported here: commands that need no discovery start without it.
    from pkgutil import iter_modules

    paths = import_module(package).__path__
    return tuple(sorted({found.name for found in iter_modules(paths) if not found.name.startswith("_")}))


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
