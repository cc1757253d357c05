"""HarfBuzz, imported when something is to be set: it takes 6 ms."""

from __future__ import annotations

from typing import Any

from generator.base.put_off import functions_put_off

_FLAGS = {
    "CO_OPTIMIZED": 1, "CO_NEWLOCALS": 2, "CO_VARARGS": 4, "CO_VARKEYWORDS": 8, "CO_NESTED": 16, "CO_GENERATOR": 32,
    "CO_NOFREE": 64, "CO_COROUTINE": 128, "CO_ITERABLE_COROUTINE": 256, "CO_ASYNC_GENERATOR": 512,
}  # fmt: skip
"""What compiled Cython looks up in `inspect`, which takes 3 ms: flags of Python's own C interface."""


def harfbuzz() -> Any:
    """Return the library."""
    with functions_put_off({}, {"inspect": _FLAGS}):
        import uharfbuzz

    return uharfbuzz
