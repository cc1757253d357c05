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
    """Return (first, one past the last) for each line. A line never ends before a word, only after one.

    Args:
        items: the words, none wider than the measure if the line is not to be overfull.
        measure: width of the column, pt.
        balance: make all lines as even as may be, the last one too.
    """
    return Breaks(items, balance=balance).at(measure)


class Breaks:
    """Words that may be broken at many measures: what is the same for all of them is worked out once."""

    __slots__ = ("_parts",)

    def __init__(self, items: Sequence[Breakable], *, balance: bool = False) -> None:
        starts = [0, *[i + 1 for i, item in enumerate(items) if item.forced and i + 1 < len(items)]]
        if len(starts) == 1:
            self._parts = [(0, _Part(items, balance))] if items else []
        else:
            edges = zip(starts, [*starts[1:], len(items)], strict=True)
            self._parts = [(start, _Part(items[start:end], balance)) for start, end in edges]

    def at(self, measure: float) -> list[tuple[int, int]]:
        """Return what `break_lines` does."""
        if len(self._parts) == 1:
            return self._parts[0][1].at(measure)
        return [(start + a, start + b) for start, part in self._parts for a, b in part.at(measure)]


class _Part:
    """Words of which none but the last ends a line of itself."""

    __slots__ = ("_balance", "_ends", "_items", "_spaces", "_steps", "_widths", "whole")

    def __init__(self, items: Sequence[Breakable], balance: bool) -> None:
        self._balance = balance
        self._items: Sequence[Breakable] = items
        self._widths = [item.width for item in items]
        self._spaces = [item.space for item in items]
        self.whole = sum(self._widths) + sum(self._spaces[:-1])
        self._steps: list[float] = []  # what a line takes up more with the word after each
        self._ends: list[float] = []

    def at(self, measure: float) -> list[tuple[int, int]]:
        n, whole, balance = len(self._widths), self.whole, self._balance
        if whole <= measure and not balance:
            return [(0, n)]
        goal = _even_width(self._widths, self._spaces, measure) if balance else measure
        scale = 100 / (measure * measure)
        if whole <= measure and _last_cost(whole, 0, n, measure, goal, balance, scale) < 2 * LINE - 1e-6:
            return [(0, n)]  # two lines cost at least that
        if not self._ends:
            self._ends = _end_costs(self._items, balance)
            self._items = ()
            self._steps = [space + width for space, width in zip(self._spaces, self._widths[1:], strict=False)]
        following = self._best(measure, goal, scale)
        out, i = [], 0
        while i < n:
            out.append((i, following[i]))
            i = following[i]
        return out

    def _best(self, measure: float, goal: float, scale: float) -> list[int]:
        """Return for each word where the best line that begins with it ends, one past its last.

        Nothing in text is done as often as what stands in the inner loop: so there are only numbers in it.
        """
        n, widths, steps, ends, balance = len(self._widths), self._widths, self._steps, self._ends, self._balance
        room = measure + 0.01
        best = [float("inf")] * n + [0.0]
        following = [n] * (n + 1)
        for i in range(n - 1, -1, -1):
            width, least, end, j = widths[i], float("inf"), n, i + 1
            if width > room:  # one word too wide
                lack = goal - width
                if j < n:
                    least, end = ends[j] + lack * lack * scale + best[j] + OVERFULL, j
                else:
                    least = _last_cost(width, i, n, measure, goal, balance, scale) + OVERFULL
                best[i], following[i] = least, end
                continue
            while j < n:
                lack = goal - width
                cost = ends[j] + lack * lack * scale + best[j]
                if cost < least:
                    least, end = cost, j
                width += steps[j - 1]
                if width > room:
                    break
                j += 1
            else:
                cost = _last_cost(width, i, n, measure, goal, balance, scale)
                if cost < least:
                    least, end = cost, n
            best[i], following[i] = least, end
        return following


def _last_cost(width: float, i: int, n: int, measure: float, goal: float, balance: bool, scale: float) -> float:
    """Return the cost of the last line, from word ``i`` to the end."""
    if balance:
        lack = goal - width
        cost = LINE + lack * lack * scale
        return cost + LOST if i > 0 and n - i == 1 and width < goal * 0.5 else cost
    if i > 0 and n - i == 1:
        return LINE + ALONE
    return LINE + LOST if i > 0 and width < measure * SHORT_LAST else LINE


def _end_costs(items: Sequence[Breakable], balance: bool) -> list[float]:
    """Return what a line costs that ends before each word, and what that costs the eye."""
    out, before = [0.0], ""
    for item in items:
        last = item.last_letters
        if item.space == 0:
            out.append(LINE + INSIDE)
        elif len(last) > 3 and not last[0].isspace() and not last[-1].isspace():  # as most words are
            out.append(LINE)
        else:
            out.append(LINE + _dangling(last.strip(), before, balance))
        before = last
    return out


def _dangling(letters: str, before: str, balance: bool) -> float:
    """Return what it costs the eye to end a line after a word; ``before`` are the letters of the word before it."""
    starts = len(letters) <= 3 and before[-1:] in (".", "!", "?", ":")
    if balance and starts and letters.isalpha():
        return AFTER_STOP_BALANCED
    if len(letters) <= 2 and letters.isalpha():
        return DANGLING
    if starts:
        return AFTER_STOP
    return 0.0


def _even_width(widths: Sequence[float], spaces: Sequence[float], measure: float) -> float:
    """Return the width that all lines would have if they were equal."""
    total = sum([width + space for width, space in zip(widths, spaces, strict=True)]) - spaces[-1]
    count, x = 1, 0.0
    for k, width in enumerate(widths):
        gap = spaces[k - 1] if x else 0.0
        if x and x + gap + width > measure:
            count, x = count + 1, width
        else:
            x += gap + width
    return min(measure, total / count * 1.02 + max(spaces))
