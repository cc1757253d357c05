from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.typeset.boxes import Box, Stack
from generator.typeset.flow import Column
from generator.typeset.pages import Item, paginate
from tests.support.bricks import Brick, bricks_of

BRICKS = st.lists(
    st.tuples(st.floats(1, 120), st.integers(1, 5), st.booleans(), st.floats(0, 10)), min_size=1, max_size=14
)


def items(*bricks: tuple[float, int, bool]) -> list[Item]:
    return [Item(Brick(i, tall, parts=parts), head) for i, (tall, parts, head) in enumerate(bricks)]


def parts_of(pages: list[list[Box]]) -> list[list[tuple[int, int]]]:
    return [bricks_of(Stack(page)) for page in pages]


@given(bricks=BRICKS, pages=st.integers(1, 8), foot=st.floats(0, 60))
def test_all_of_it_in_order_and_no_page_too_full(
    bricks: list[tuple[float, int, bool, float]], pages: int, foot: float
) -> None:
    boxes = [Brick(i, tall, parts=n, keep_next=head).spaced(gap, gap) for i, (tall, n, head, gap) in enumerate(bricks)]
    boxes[-1].keep_next = False
    columns = [Column(100.0, 130.0)] * pages
    made = paginate([Item(box, b[2]) for box, b in zip(boxes, bricks, strict=True)], columns, [130.0 - foot] * pages)
    if made is None:
        return
    placed = [part for page in parts_of(made) for part in page]
    assert placed == [part for box in boxes for part in bricks_of(box)]
    assert len(made) <= pages
    for number, page in enumerate(made):
        room = 130.0 - (foot if number == len(made) - 1 else 0)
        assert Stack(page).height(100) <= room + 0.05
    assert not any(page[-1].keep_next for page in made)


def test_a_page_turns_before_a_section_rather_than_before_its_last_block() -> None:
    # its heading and its first block would still fit on the first page
    bricks = items((75, 1, True), (10, 1, True), (15, 1, False), (50, 1, False))
    made = paginate(bricks, [Column(100, 100)] * 3, [100] * 3)
    assert made is not None
    assert parts_of(made) == [[(0, 0)], [(1, 0), (2, 0), (3, 0)]]


def test_a_page_is_not_left_mostly_empty_for_the_sake_of_a_section() -> None:
    bricks = items((30, 1, True), (10, 1, True), (50, 1, False), (50, 1, False))
    made = paginate(bricks, [Column(100, 100)] * 3, [100] * 3)
    assert made is not None
    assert parts_of(made)[0] == [(0, 0), (1, 0), (2, 0)]


def test_what_fits_no_page_is_none() -> None:
    assert paginate(items((200, 1, True)), [Column(100, 100)] * 3, [100] * 3) is None
    assert paginate(items((60, 1, True), (60, 1, True)), [Column(100, 100)], [100]) is None


def test_a_block_that_must_begin_a_page_does() -> None:
    made = paginate([Item(Brick(0, 10), True), Item(Brick(1, 10), True, True)], [Column(100, 100)] * 2, [100] * 2)
    assert made is not None
    assert parts_of(made) == [[(0, 0)], [(1, 0)]]
