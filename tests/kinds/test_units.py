"""Units made ready for a column over several pages."""

from __future__ import annotations

from generator.kinds.units import items_of
from generator.typeset.bands import Unit
from generator.typeset.flow import Column
from generator.typeset.pages import paginate
from tests.support.bricks import Brick


def test_a_picture_between_a_heading_and_its_words_is_not_left_at_a_foot() -> None:
    places = ["main", "head", "figure", "main"]
    bricks = [Brick(i, tall, keep_next=i == 1) for i, tall in enumerate((100.0, 20.0, 60.0, 40.0))]
    units = [Unit(brick, place, int(i > 0)) for i, (brick, place) in enumerate(zip(bricks, places, strict=True))]
    made = paginate(items_of(units), [Column(100.0, 200.0)] * 3)
    assert made is not None
    assert [len(page) for page in made] == [1, 3]
