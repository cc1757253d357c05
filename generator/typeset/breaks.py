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
    if not items:
        return []
    stops = [i + 1 for i, item in enumerate(items) if item.forced]
    if not stops:
        return _paragraph(items, measure, balance)
    lines: list[tuple[int, int]] = []
    start = 0
    for stop in stops if stops[-1] == len(items) else [*stops, len(items)]:
        lines += [(start + a, start + b) for a, b in _paragraph(items[start:stop], measure, balance)]
        start = stop
    return lines


def _paragraph(items: Sequence[Breakable], measure: float, balance: bool) -> list[tuple[int, int]]:
    n = len(items)
    widths = [item.width for item in items]
    spaces = [item.space for item in items]
    whole = sum(widths) + sum(spaces[:-1])
    if whole <= measure and not balance:
        return [(0, n)]
    goal = _even_width(widths, spaces, measure) if balance else measure
    scale = 100 / (measure * measure)
    if whole <= measure and _last_cost(whole, 0, n, measure, goal, balance, scale) < 2 * LINE - 1e-6:
        return [(0, n)]  # two lines cost at least that
    following = _best(items, (widths, spaces), measure, goal, balance)
    out, i = [], 0
    while i < n:
        out.append((i, following[i]))
        i = following[i]
    return out


def _best(
    items: Sequence[Breakable],
    sizes: tuple[Sequence[float], Sequence[float]],
    measure: float,
    goal: float,
    balance: bool,
) -> list[int]:
    """Return for each word where the best line that begins with it ends, one past its last.

    Nothing in text is done as often as what stands in the inner loop: so there are only numbers in it.
    """
    n = len(items)
    widths, spaces = sizes
    steps = [
        0.0,
        *[space + width for space, width in zip(spaces, widths[1:], strict=False)],
    ]  # a line takes a word more
    room, scale = measure + 0.01, 100 / (measure * measure)
    ends = _end_costs(items, balance)
    best = [float("inf")] * n + [0.0]
    following = [n] * (n + 1)
    for i in range(n - 1, -1, -1):
        width, least, end = widths[i], best[i], n
        j = i + 1
        while j < n:
            lack = goal - width
            cost = ends[j] + lack * lack * scale + best[j]
            if width > room:  # one word too wide
                cost += OVERFULL
            if cost < least:
                least, end = cost, j
            if width > room:
                break
            width += steps[j]
            if width > room:
                break
            j += 1
        else:
            cost = _last_cost(width, i, n, measure, goal, balance, scale)
            if width > room:
                cost += OVERFULL
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
