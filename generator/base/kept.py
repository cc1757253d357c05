"""Results that are dear to make, kept from one run to the next: pixels of a logo, their deflated form, its inks.

Nothing is kept before somebody says so: a command that makes few things does. In a programme of many settings each logo
is met once, and to write it down would take longer than it saves.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.base.store import Store, usual_store
from generator.base.tool import this_tool

_stores: list[Store] = []


def keep_results() -> None:
    """Keep results from here on, in this process."""
    store = usual_store()
    if store is not None and not _stores:
        _stores.append(store)


def keeping() -> bool:
    """Tell whether results are kept."""
    return bool(_stores)


def forget_store() -> None:
    """Keep nothing from here on."""
    _stores.clear()


def kept(what: str, made_of: str, make: Callable[[], bytes]) -> bytes:
    """Return what is made, or what was kept of it.

    Args:
        what: which result it is.
        made_of: the hash of all that it is made of, but for the program itself.
        make: makes it; what it raises is raised each time.
    """
    if not _stores:
        return make()
    key = "\0".join(("result", what, made_of, this_tool()))
    found = _stores[0].get(key)
    if found is None:
        found = make()
        _stores[0].put(key, found)
    return found
