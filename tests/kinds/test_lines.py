from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.kinds.lines import FEWEST, LINES, WritingLines
from tests.support.making import setting_of


@given(st.integers(1, 20), st.floats(0, 700))
def test_no_line_is_lost_and_none_stands_alone_when_they_are_parted(count: int, room: float) -> None:
    box = WritingLines(setting_of(), count)
    assert box.height(200) == count * LINES
    parts = box.split(200, room)
    if parts is not None:
        first, rest = (round(part.height(200) / LINES) for part in parts)
        assert first + rest == count
        assert min(first, rest) >= FEWEST
        assert first * LINES <= room + 0.01


def test_on_a_poster_they_stand_further_apart() -> None:
    assert WritingLines(setting_of(layout="poster"), 1).height(200) > LINES
