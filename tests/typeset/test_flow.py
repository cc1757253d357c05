from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.typeset.flow import Column, fill, overrun
from tests.support.bricks import Brick, bricks_of

BRICKS = st.lists(
    st.tuples(st.floats(1, 80), st.integers(1, 5), st.sampled_from([False, False, True]), st.floats(0, 10)), max_size=10
)
COLUMNS = st.lists(st.builds(Column, st.just(100.0), st.floats(10, 120)), max_size=8)


@given(bricks=BRICKS, columns=COLUMNS)
def test_all_is_placed_in_order_or_left_over_and_nothing_runs_past_its_column(
    bricks: list[tuple[float, int, bool, float]], columns: list[Column]
) -> None:
    boxes = [Brick(i, tall, parts=n, keep_next=keep).spaced(gap, gap) for i, (tall, n, keep, gap) in enumerate(bricks)]
    filled = fill(boxes, columns)
    placed = [part for stack in filled.columns for part in bricks_of(stack)]
    rest = bricks_of(filled.rest) if filled.rest is not None else []
    assert placed + rest == [part for box in boxes for part in bricks_of(box)]
    assert len(filled.columns) <= len(columns)
    for stack, column in zip(filled.columns, columns, strict=False):
        assert stack.height(column.measure) <= column.room + 0.02


def test_what_fits_in_no_column_is_the_first_of_the_rest() -> None:
    filled = fill([Brick(0, 10), Brick(1, 50), Brick(2, 10)], [Column(100, 20), Column(100, 20)])
    assert [bricks_of(stack) for stack in filled.columns] == [[(0, 0)], []]
    assert filled.rest is not None
    assert bricks_of(filled.rest) == [(1, 0), (2, 0)]


def test_a_heading_goes_over_with_what_follows() -> None:
    filled = fill([Brick(0, 10), Brick(1, 5, keep_next=True), Brick(2, 10)], [Column(100, 20), Column(100, 20)])
    assert [bricks_of(stack) for stack in filled.columns] == [[(0, 0)], [(1, 0), (2, 0)]]


def test_a_long_flow_is_not_measured_again_for_every_column() -> None:
    measured = 0

    class Counted(Brick):
        def height(self, measure: float) -> float:
            nonlocal measured
            measured += 1
            return super().height(measure)

    filled = fill([Counted(i, 10) for i in range(1000)], [Column(100, 100)] * 200)
    assert filled.rest is None
    assert measured < 10_000


def test_overrun_counts_lines_and_is_never_nothing() -> None:
    assert overrun(Brick(0, 54), 100, 18) == 3
    assert overrun(Brick(0, 1), 100, 18) == 1


def test_nothing_flows_into_nothing() -> None:
    assert fill([], []) == ([], None)
