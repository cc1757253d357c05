"""What was made while composing, and may be changed by arranging and drawing it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.base.values import is_record
from generator.typeset.boxes import Box


def knowing(made: object) -> Iterator[dict[str, Any]]:
    """Yield what each box knows that was made, and what the parts know that boxes are made of."""
    waiting: list[object] = [made]
    seen: set[int] = set()
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if isinstance(thing, list | tuple | set | frozenset):
            waiting.extend(thing)
        elif isinstance(thing, dict):
            waiting.extend(thing.values())
        elif isinstance(thing, Box) or _is_part(thing):
            known: dict[str, Any] = vars(thing)
            yield known
            waiting.extend(known.values())


_PARTS = ("generator.blocks.", "generator.kinds.", "generator.typeset.")
_WHOLE = frozenset({"Setting", "Lines", "Face", "Family", "FontStack", "Assets", "Edition", "Drawing", "Shape"})


def _is_part(thing: object) -> bool:
    """Tell whether a thing is made while composing and may change: what all blocks share is left alone."""
    kind = type(thing)
    ours = kind.__module__.startswith(_PARTS) and kind.__name__ not in _WHOLE
    return ours and hasattr(thing, "__dict__") and not is_record(kind) and not _is_written(kind)


def _is_written(kind: type) -> bool:
    """Tell whether a kind is what authors write: blocks and their fields never change."""
    return any(base.__name__ == "Fields" for base in kind.__mro__)
