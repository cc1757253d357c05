from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.typeset.bands import Grid, Part
from generator.typeset.boxes import Box, Stack
from generator.typeset.rulers import Ruler
from tests.support.bricks import Brick


class Counted(Brick):
    """Counts how often it is measured, and is squeezed where it is narrow."""

    times = 0

    def height(self, measure: float) -> float:
        """Count."""
        self.times += 1
        return super().height(measure)

    def squeezed(self, measure: float) -> bool:
        """Below half of the grid."""
        return measure < 200


SIZES = st.lists(st.tuples(st.floats(8, 220), st.floats(0, 30), st.floats(0, 30), st.floats(0, 300)), max_size=7)


@given(sizes=SIZES, width=st.sampled_from((120.0, 240.5)), cuts=st.tuples(st.integers(0, 7), st.integers(0, 7)))
def test_a_ruler_measures_as_stacks_do(
    sizes: list[tuple[float, float, float, float]], width: float, cuts: tuple[int, int]
) -> None:
    boxes: list[Box] = [
        Counted(i, tall, narrowest=least).spaced(before, after) for i, (tall, before, after, least) in enumerate(sizes)
    ]
    ruler = Ruler(Grid(480.0, 18.0, 12.0))
    for part in (Part(Stack(boxes), 0.0, width), Part(Stack(boxes[min(cuts) : max(cuts)]), 9.0, width)):
        assert ruler.height(part.box, width) == part.box.height(width)
        assert ruler.ink(part) == part.ink
        assert ruler.squeezed(part.box, width) == part.box.squeezed(width)
        assert ruler.narrowest(part.box) == part.box.narrowest()
        assert ruler.fits([part]) == (part.box.narrowest() <= width + 0.01)


def test_a_box_is_measured_once_at_each_width() -> None:
    boxes = [Counted(i, 40) for i in range(4)]
    ruler = Ruler(Grid(480.0, 18.0, 12.0))
    for end in range(1, 5):
        ruler.height(Stack(boxes[:end]), 240.0)
        ruler.height(Stack(boxes[:end]), 120.0)
    assert [box.times for box in boxes] == [2, 2, 2, 2]
