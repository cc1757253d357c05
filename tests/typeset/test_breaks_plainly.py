"""The breaks are those that the plain telling of the method finds, cost by cost."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.typeset import breaks
from generator.typeset.breaks import Item, break_lines

ITEMS = st.lists(
    st.builds(
        Item,
        st.one_of(st.floats(0.1, 140), st.sampled_from((5.0, 20.0, 100.0))),
        st.sampled_from([3.0, 3.0, 0.0, 4.5]),
        st.sampled_from([False] * 12 + [True]),
        st.sampled_from(["a", "to", "word", "end.", "I", "No!", "12", "a\u00a0b", "\u00a0abc", "so", "…", "I’m"]),
    ),
    max_size=40,
)


def plainly(items: Sequence[Item], measure: float, *, balance: bool) -> list[tuple[int, int]]:
    """Part after forced ends, then find the cheapest breaks of each paragraph."""
    lines, start = [], 0
    for i, item in enumerate(items):
        if item.forced or i == len(items) - 1:
            lines += [(start + a, start + b) for a, b in paragraph(items[start : i + 1], measure, balance)]
            start = i + 1
    return lines


def paragraph(items: Sequence[Item], measure: float, balance: bool) -> list[tuple[int, int]]:
    """Weigh every line that a word may begin, from the last word to the first."""
    n, goal = len(items), even_width(items, measure) if balance else measure
    room, scale = measure + 0.01, 100 / (measure * measure)
    best, following = [float("inf")] * n + [0.0], [n] * (n + 1)
    for i in range(n - 1, -1, -1):
        width = items[i].width
        for j in range(i + 1, n + 1):
            if j == n:
                cost = last_cost(width, i, n, measure, goal, balance, scale)
            else:
                cost = breaks.LINE + end_cost(items, j, balance) + (goal - width) * (goal - width) * scale + best[j]
            if width > room:
                cost += breaks.OVERFULL
            if cost < best[i]:
                best[i], following[i] = cost, j
            if width > room or j == n:
                break
            width += items[j - 1].space + items[j].width
            if width > room:
                break
    out, i = [], 0
    while i < n:
        out.append((i, following[i]))
        i = following[i]
    return out


def last_cost(width: float, i: int, n: int, measure: float, goal: float, balance: bool, scale: float) -> float:
    """The cost of the last line."""
    alone = i > 0 and n - i == 1
    if balance:
        cost = breaks.LINE + (goal - width) * (goal - width) * scale
        return cost + breaks.LOST if alone and width < goal * 0.5 else cost
    if alone:
        return breaks.LINE + breaks.ALONE
    return breaks.LINE + (breaks.LOST if i > 0 and width < measure * breaks.SHORT_LAST else 0.0)


def end_cost(items: Sequence[Item], j: int, balance: bool) -> float:
    """What it costs the eye to end a line after word ``j - 1``."""
    word = items[j - 1]
    if word.space == 0:
        return breaks.INSIDE
    letters = word.last_letters.strip()
    starts = len(letters) <= 3 and j >= 2 and items[j - 2].last_letters[-1:] in (".", "!", "?", ":")
    if balance and starts and letters.isalpha():
        return breaks.AFTER_STOP_BALANCED
    if len(letters) <= 2 and letters.isalpha():
        return breaks.DANGLING
    return breaks.AFTER_STOP if starts else 0.0


def even_width(items: Sequence[Item], measure: float) -> float:
    """The width that all lines would have if they were equal."""
    total = sum(w.width + w.space for w in items) - items[-1].space
    count, x = 1, 0.0
    for k, word in enumerate(items):
        gap = items[k - 1].space if x else 0.0
        if x and x + gap + word.width > measure:
            count, x = count + 1, word.width
        else:
            x += gap + word.width
    return min(measure, total / count * 1.02 + max(w.space for w in items))


@settings(max_examples=300)
@given(items=ITEMS, measure=st.sampled_from((60.0, 100.0, 251.5)), balance=st.booleans())
def test_lines_end_where_they_do_plainly(items: list[Item], measure: float, balance: bool) -> None:
    assert break_lines(items, measure, balance=balance) == plainly(items, measure, balance=balance)
