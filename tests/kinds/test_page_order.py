"""The order of pages on sheets: against paper dummies drawn by hand, and folded, nested, cut and piled up again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kinds.page_order import Side, booklet, cut_stack, in_whole_sheets, n_up, signatures

Pages = list[int]
SIGNATURES = st.none() | st.integers(1, 16).map(lambda sheets: 4 * sheets)


def printed(sides: list[Side]) -> str:
    """The pages as people number them, a sheet a line, front / back; a dot is an empty page."""
    each = [" ".join("." if page is None else str(page + 1) for page in side.cells) for side in sides]
    return "\n".join(" / ".join(each[i : i + 2]) for i in range(0, len(each), 2))


# Folded from paper, numbered with a pencil, and unfolded again.
DUMMIES = {
    4: "4 1 / 2 3",
    8: "8 1 / 2 7\n6 3 / 4 5",
    12: "12 1 / 2 11\n10 3 / 4 9\n8 5 / 6 7",
    16: "16 1 / 2 15\n14 3 / 4 13\n12 5 / 6 11\n10 7 / 8 9",
    20: "20 1 / 2 19\n18 3 / 4 17\n16 5 / 6 15\n14 7 / 8 13\n12 9 / 10 11",
}


@pytest.mark.parametrize("pages", DUMMIES)
def test_a_booklet_is_as_its_dummy(pages: int) -> None:
    assert printed(booklet(pages)) == DUMMIES[pages]


def test_signatures_follow_one_another() -> None:
    assert printed(booklet(40, 16)).split("\n") == [
        "16 1 / 2 15", "14 3 / 4 13", "12 5 / 6 11", "10 7 / 8 9",
        "32 17 / 18 31", "30 19 / 20 29", "28 21 / 22 27", "26 23 / 24 25",
        "40 33 / 34 39", "38 35 / 36 37",
    ]  # fmt: skip
    assert [side.around for side in booklet(40, 16)[::2]] == [0, 1, 2, 3, 0, 1, 2, 3, 0, 1]


def test_a_spine_at_the_right_mirrors_the_sheets() -> None:
    assert printed(booklet(8, rtl=True)) == "1 8 / 7 2\n3 6 / 5 4"


@pytest.mark.parametrize(
    ("pages", "end", "before_back"),
    [
        (1, ". 1 / . .", ". 1 / . ."),
        (2, ". 1 / 2 .", "2 1 / . ."),
        (3, ". 1 / 2 3", "3 1 / 2 ."),
        (6, ". 1 / 2 .\n6 3 / 4 5", "6 1 / 2 .\n. 3 / 4 5"),
        (7, ". 1 / 2 7\n6 3 / 4 5", "7 1 / 2 .\n6 3 / 4 5"),
    ],
)
def test_empty_pages_come_last_or_before_the_back_cover(pages: int, end: str, before_back: str) -> None:
    assert printed(booklet(pages)) == end
    assert printed(booklet(pages, back_cover=True)) == before_back


def test_a_long_booklet_is_folded_in_parts() -> None:
    assert signatures(64) == [64]
    assert signatures(65) == [16, 16, 16, 16, 4]
    assert signatures(96, 32) == [32, 32, 32]
    assert signatures(80, 80) == [80]
    assert signatures(6, 16) == [8]


def folded(
    front: tuple[int | None, ...], back: tuple[int | None, ...], *, rtl: bool
) -> tuple[list[int | None], list[int | None]]:
    """Fold one sheet, its back inside: the pages of its first leaf and of its second, in reading order."""
    (fl, fr), (bl, br) = front, back
    return ([fl, br], [bl, fr]) if rtl else ([fr, bl], [br, fl])


def nested(sheets: list[tuple[list[int | None], list[int | None]]]) -> list[int | None]:
    """Lay folded sheets into one another, the first outermost, and leaf through them."""
    if not sheets:
        return []
    first, second = sheets[0]
    return [*first, *nested(sheets[1:]), *second]


def leafed(sides: list[Side], *, rtl: bool) -> list[int | None]:
    """Fold, nest and bind the sheets of a booklet; a sheet with none around it begins a signature."""
    out: list[int | None] = []
    at_hand: list[tuple[list[int | None], list[int | None]]] = []
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        assert front.around == back.around
        if front.around == 0:
            out += nested(at_hand)
            at_hand = []
        assert front.around == len(at_hand)
        at_hand.append(folded(front.cells, back.cells, rtl=rtl))
    return out + nested(at_hand)


@given(st.integers(1, 300), SIGNATURES, st.booleans(), st.booleans())
def test_a_booklet_that_is_folded_reads_in_order(pages: int, signature: int | None, back: bool, rtl: bool) -> None:
    read = leafed(booklet(pages, signature, back_cover=back, rtl=rtl), rtl=rtl)
    assert read == in_whole_sheets(pages, back_cover=back)
    assert [page for page in read if page is not None] == list(range(pages))
    assert len(read) - pages in range(4)
    assert read[-1] == (pages - 1 if (back and pages > 1) or pages % 4 == 0 else None)


@given(st.integers(1, 300), SIGNATURES)
def test_signatures_are_whole_sheets_and_all_full_but_the_last(pages: int, signature: int | None) -> None:
    sizes = signatures(pages, signature)
    assert all(size % 4 == 0 and size > 0 for size in sizes)
    assert sum(sizes) - pages in range(4)
    assert len(set(sizes[:-1])) <= 1
    assert sizes[-1] <= sizes[0] <= (signature or 64)


def test_pages_in_reading_order() -> None:
    assert printed(n_up(5, 2, 1)) == "1 2 / 3 4\n5 ."
    assert printed(n_up(5, 2, 2)) == "1 2 3 4 / 5 . . ."
    assert printed(n_up(5, 2, 2, rtl=True)) == "2 1 4 3 / . 5 . ."


@given(st.integers(1, 100), st.sampled_from([(2, 1), (1, 2), (2, 2)]))
def test_every_page_is_there_once_and_no_side_is_empty(pages: int, shape: tuple[int, int]) -> None:
    sides = n_up(pages, *shape)
    assert [page for side in sides for page in side.cells if page is not None] == list(range(pages))
    assert all(any(page is not None for page in side.cells) for side in sides)


def test_a_stack_that_is_cut() -> None:
    # two leaves a sheet; the back is turned like a leaf, so that 2 is behind 1
    assert printed(cut_stack(8, 2, 1)) == "1 5 / 6 2\n3 7 / 8 4"
    assert printed(cut_stack(8, 1, 2)) == "1 5 / 2 6\n3 7 / 4 8"
    assert printed(cut_stack(16, 2, 2)) == "1 5 9 13 / 6 2 14 10\n3 7 11 15 / 8 4 16 12"
    assert printed(cut_stack(5, 2, 1)) == "1 5 / . 2\n3 . / . 4"
    assert printed(cut_stack(8, 2, 1, rtl=True)) == "5 1 / 2 6\n7 3 / 4 8"


@given(st.integers(1, 200), st.sampled_from([(2, 1), (1, 2), (2, 2)]), st.booleans())
def test_a_stack_that_is_cut_and_piled_up_reads_in_order(pages: int, shape: tuple[int, int], rtl: bool) -> None:
    across, down = shape
    sides = cut_stack(pages, across, down, rtl=rtl)
    read: list[int | None] = []
    for row in range(down):
        for column in reversed(range(across)) if rtl else range(across):
            for front, back in zip(sides[::2], sides[1::2], strict=True):
                read += [front.cells[row * across + column], back.cells[row * across + across - 1 - column]]
    assert [page for page in read if page is not None] == list(range(pages))
    assert read[:pages] == list(range(pages))
    assert len(read) - pages < 2 * across * down
