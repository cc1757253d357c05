"""The nearest right word, for "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable

from generator.base.findings import visible

LONGEST = 40
"""Words longer than this are not mistyped names, and comparing them costs time."""

MOST_TOLD = 40
"""Options told in one line: all blocks that there are, not every source of a large register."""


def nearest(word: str, options: Iterable[str]) -> str | None:
    """Return the option that `word` most likely was meant to be, or None when none is near.

    Near is at most one slip for three letters (two at least for words of four letters or more), where a slip is a
    letter too much, missing, wrong, or two neighbours swapped. Case, ``_``, ``-`` and spaces make no difference.
    """
    plain = _plain(word)
    if not plain or len(plain) > LONGEST:
        return None
    allowed = max(len(plain) // 3, 2 if len(plain) > 3 else 1)
    best: tuple[int, str] | None = None
    for option in sorted(set(options)):
        other = _plain(option)
        if abs(len(other) - len(plain)) > allowed:
            continue
        slips = distance(plain, other)
        if slips <= allowed and slips < max(len(other), len(plain)) and (best is None or slips < best[0]):
            best = slips, option
    return best[1] if best else None


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """Return the help line for a mistyped word: the nearest option, or all of them, or the first when they are many.

    Options may be names of files, which may hold what steers a terminal: that is written out.
    """
    choices = sorted(set(options))
    near = nearest(word, choices)
    if near is not None:
        return f"did you mean '{visible(near)}'?"
    if not choices:
        return ""
    more = f", … ({len(choices)} in all)" if len(choices) > MOST_TOLD else ""
    return f"use one of: {', '.join(map(visible, choices[:MOST_TOLD]))}{more}"


def distance(one: str, two: str) -> int:
    """Return the optimal string alignment distance of two words: inserts, deletes, replacements, swaps."""
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(two, 1):
            slips = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                slips = min(slips, earlier[j - 2] + 1)
            row.append(slips)
    return row[-1]


def _plain(word: str) -> str:
    return word.lower().replace("_", "-").replace(" ", "-")
