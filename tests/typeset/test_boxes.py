from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.typeset.boxes import Beside, Blank, Box, Inset, Stack
from tests.support.bricks import Brick, bricks_of, drawn

PAIRS = st.tuples(st.floats(1, 60), st.floats(0, 12))
KEEPING = st.sampled_from([False, False, True])


@st.composite
def stacks(draw: st.DrawFn) -> Stack:
    count = draw(st.integers(1, 8))
    made: list[Box] = []
    for i in range(count):
        tall, gap = draw(PAIRS)
        made.append(Brick(i, tall, parts=draw(st.integers(1, 4)), keep_next=draw(KEEPING)).spaced(gap, gap))
    return Stack(made)


@given(stack=stacks())
def test_a_stack_is_as_tall_as_what_it_draws(stack: Stack) -> None:
    marks = drawn(stack, 100)
    assert min(mark.y for mark in marks) == 0
    assert abs(max(mark.y + mark.tall for mark in marks) - stack.height(100)) < 0.01
    for above, below in pairwise(marks):
        assert below.y >= above.y + above.tall - 0.01


@given(stack=stacks(), room=st.floats(0, 300))
def test_parting_keeps_order_and_room(stack: Stack, room: float) -> None:
    parts = stack.split(100, room)
    if parts is None:
        return
    first, rest = parts
    assert first.height(100) <= room + 0.02
    assert bricks_of(first) + bricks_of(rest) == bricks_of(stack)
    assert bricks_of(first)
    assert bricks_of(rest)


@given(stack=stacks(), room=st.floats(0, 300))
def test_what_keeps_with_the_next_is_never_last(stack: Stack, room: float) -> None:
    parts = stack.split(100, room)
    if parts is not None and isinstance(parts[0], Stack):
        last = parts[0].boxes[-1]
        assert not last.keep_next or (isinstance(last, Brick) and last.is_part)


def test_a_stack_that_keeps_together_is_not_parted() -> None:
    assert Stack([Brick(0, 10), Brick(1, 10)], keep=True).split(100, 12) is None


def test_the_larger_gap_counts() -> None:
    stack = Stack([Brick(0, 10).spaced(0, 5), Brick(1, 10).spaced(9, 0)])
    assert stack.height(100) == 29
    assert stack.gap(0) == 9


def test_beside_shares_the_measure_from_the_start_side() -> None:
    boxes = [Brick(0, 10), Brick(1, 30)]
    row = Beside(boxes, (1, 2), gutter=10)
    assert [(m.x, m.width) for m in drawn(row, 100)] == [(0, 30), (40, 60)]
    assert [(m.x, m.width) for m in drawn(Beside(boxes, (1, 2), gutter=10, rtl=True), 100)] == [(70, 30), (0, 60)]
    assert row.height(100) == 30
    fixed = Beside(boxes, (1, 1), gutter=10, fixed=25, middle=True)
    assert [(m.x, m.y, m.width) for m in drawn(fixed, 100)] == [(0, 10, 25), (35, 0, 65)]


def test_an_inset_follows_the_direction_and_parts_with_its_room() -> None:
    box = Inset(Brick(0, 40, parts=4), start=10, end=5, top=3, bottom=2)
    assert box.height(100) == 45
    assert drawn(box, 100)[0][2::2] == (10, 85)
    mirrored = Inset(Brick(0, 40), start=10, end=5, rtl=True)
    assert drawn(mirrored, 100)[0].x == 5
    parts = box.split(100, 25)
    assert parts is not None
    assert [part.height(100) for part in parts] == [23, 22]


def test_a_blank_has_height_and_no_ink() -> None:
    assert Blank(7).height(10) == 7
    assert drawn(Blank(7), 10) == []
