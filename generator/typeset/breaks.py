"""Where lines end: minimum raggedness over the whole paragraph, never line by line.

The cost of a paragraph is the sum over its lines of the square of what each lacks to the measure, with penalties for
what an eye trips over: a one-word or very short last line, a one- or two-letter word at a line's end. The best breaks
are found by dynamic programming (after Knuth and Plass, 1981, with a ragged edge), in time linear in the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from generator.base.tuples import NamedTuple

SHORT_LAST = 0.22  # of the measure: a last line shorter than this looks lost
LOST = 12.0  # cost of such a last line
ALONE = 20.0  # cost of one word on the last line: more than that of a line before it that lacks 40 % of the measure
DANGLING = 1.2  # cost of a short word at a line's end
AFTER_STOP = 2.0  # cost of a short word that starts a sentence at a line's end
AFTER_STOP_BALANCED = 6.0  # the same where lines are to be even: a break at the stop reads better than even lines
LINE = 1.5  # cost of one more line: between equals the shorter paragraph wins
INSIDE = 3.0  # cost of ending a line inside a word, at its hyphen or slash
OVERFULL = 500.0


class Breakable(Protocol):
    """A word as breaking sees it: widths in pt, whether a line ends after it, its last letters."""

    @property
    def width(self) -> float: ...  # noqa: D102  (told above)
    @property
    def space(self) -> float: ...  # noqa: D102
    @property
    def forced(self) -> bool: ...  # noqa: D102
    @property
    def last_letters(self) -> str: ...  # noqa: D102


class Item(NamedTuple):
    """The least that can be broken into lines."""

    width: float
    space: float
    forced: bool
    last_letters: str


def break_lines(items: Sequence[Breakable], measure: float, *, balance: bool = False) -> list[tuple[int, int]]:
    """Return the lines as (first, one past the last) item.

    Args:
        items: the words, none wider than the measure if the line is not to be overfull.
        measure: width of the column, pt.
        balance: make all lines as even as may be, the last one too.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    for i, item in enumerate(items):
        if item.forced or i == len(items) - 1:
            lines += [(start + a, start + b) for a, b in _paragraph(items[start : i + 1], measure, balance)]
            start = i + 1
    return lines


def _paragraph(items: Sequence[Breakable], measure: float, balance: bool) -> list[tuple[int, int]]:
    n = len(items)
    goal = _even_width(items, measure) if balance else measure
    widths = [item.width for item in items]
    spaces = [item.space for item in items]
    room, scale = measure + 0.01, 100 / (measure * measure)
    whole = sum(widths) + sum(spaces[:-1])
    if whole <= measure and _last_cost(whole, 0, n, measure, goal, balance, scale) < 2 * LINE - 1e-6:
        return [(0, n)]  # two lines cost at least that
    ends = [LINE + _end_cost(items, j, balance) for j in range(1, n + 1)]  # cost of ending a line after a word
    best = [float("inf")] * n + [0.0]
    following = [n] * (n + 1)
    for i in range(n - 1, -1, -1):
        width, j = widths[i], i + 1
        while True:
            if j == n:
                cost = _last_cost(width, i, n, measure, goal, balance, scale)
            else:
                cost = ends[j - 1] + (goal - width) ** 2 * scale + best[j]
            if width > room:
                cost += OVERFULL
            if cost < best[i]:
                best[i], following[i] = cost, j
            if j == n or width > room:
                break
            width += spaces[j - 1] + widths[j]
            j += 1
            if width > room:
                break
    out, i = [], 0
    while i < n:
        out.append((i, following[i]))
        i = following[i]
    return out


def _last_cost(width: float, i: int, n: int, measure: float, goal: float, balance: bool, scale: float) -> float:
    """Return the cost of the last line, from word ``i`` to the end."""
    if balance:
        cost = LINE + (goal - width) ** 2 * scale
        return cost + LOST if i > 0 and n - i == 1 and width < goal * 0.5 else cost
    if i > 0 and n - i == 1:
        return LINE + ALONE
    return LINE + LOST if i > 0 and width < measure * SHORT_LAST else LINE


def _end_cost(items: Sequence[Breakable], j: int, balance: bool) -> float:
    """Return what it costs the eye to end a line after word ``j - 1``."""
    word = items[j - 1]
    if word.space == 0:
        return INSIDE
    letters = word.last_letters.strip()
    starts = len(letters) <= 3 and j >= 2 and items[j - 2].last_letters[-1:] in (".", "!", "?", ":")
    if balance and starts and letters.isalpha():
        return AFTER_STOP_BALANCED
    if len(letters) <= 2 and letters.isalpha():
        return DANGLING
    if starts:
        return AFTER_STOP
    return 0.0


def _even_width(items: Sequence[Breakable], measure: float) -> float:
    """Return the width that all lines would have if they were equal."""
    total = sum(w.width + w.space for w in items) - (items[-1].space if items else 0)
    count, x = 1, 0.0
    for k, word in enumerate(items):
        gap = items[k - 1].space if x else 0.0
        if x and x + gap + word.width > measure:
            count, x = count + 1, word.width
        else:
            x += gap + word.width
    space = max((w.space for w in items), default=0.0)
    return min(measure, total / count * 1.02 + space)
