"""Directions: embedding levels of a paragraph and the visual order of a line (Unicode Standard Annex 9)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from generator.base.characters import is_western
from generator.base.patterns import later

_RTL = later("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_T = TypeVar("_T")


def has_rtl(text: str) -> bool:
    """Tell whether a text holds letters that run from right to left."""
    return not is_western(text) and _RTL.search(text) is not None


def levels_of(text: str, rtl: bool) -> list[int]:
    """Return the embedding level of each character; ``rtl`` is the paragraph's direction."""
    # imported here: most documents never need it
    from bidi import algorithm

    storage = algorithm.get_empty_storage()
    storage["base_level"] = 1 if rtl else 0
    storage["base_dir"] = "R" if rtl else "L"
    algorithm.get_embedding_levels(text, storage)
    removed = [c["type"] in algorithm.X9_REMOVED for c in storage["chars"]]
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    kept = iter(storage["chars"])
    levels: list[int] = []
    for gone in removed:  # joiners are taken out by rule X9: they go with the letter before
        levels.append((levels[-1] if levels else storage["base_level"]) if gone else next(kept)["level"])
    return levels


def visual_order(items: Sequence[_T], levels: Sequence[int]) -> list[_T]:
    """Return a line's items from left to right (rule L2)."""
    order = list(range(len(items)))
    if not order or max(levels) == 0:
        return list(items)
    lowest_odd = min((v for v in levels if v % 2), default=max(levels) + 1)
    for level in range(max(levels), lowest_odd - 1, -1):
        start = None
        for i in range(len(order) + 1):
            inside = i < len(order) and levels[order[i]] >= level
            if inside and start is None:
                start = i
            elif not inside and start is not None:
                order[start:i] = order[start:i][::-1]
                start = None
    return [items[i] for i in order]
