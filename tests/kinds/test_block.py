from __future__ import annotations

import pytest

from generator.base.scalars import Text
from generator.blocks.reflection import Reflection
from generator.blocks.subheading import Subheading
from generator.kinds.block import block_type, compose_all, every_block
from tests.support.making import job_of, setting_of


def test_blocks_are_told_their_place_among_neighbours_of_their_kind() -> None:
    ask = Reflection(prompt=Text("why"))
    pause = block_type("break")
    assert pause is not None
    setting = setting_of()
    blocks = [ask, Subheading(text=Text("a")), ask, pause(), ask]
    turns = [setting.turn for _ in compose_all(blocks, setting)]
    assert turns == [(1, 1), (1, 1), (1, 2), (1, 1), (2, 2)]


@pytest.mark.parametrize(("keep", "parted"), [("", True), ("keep: together, ", False)])
def test_a_block_of_one_box_is_kept_together_too(keep: str, parted: bool) -> None:
    body = f"- steps: {{{keep}as: ladder, items: [Check, Comfort, Pause, Call]}}"
    made = next(iter(compose_all(job_of(body).shaped.blocks, setting_of())))
    assert (made.box.split(300, made.box.height(300) * 0.6) is not None) == parted


def test_blocks_inside_blocks_are_walked_in_reading_order() -> None:
    body = "- text: a\n- columns: [[{tip: b}], [{lead: c}, {quote: {text: d}}]]\n- bullets: [e]"
    names = [type(block).__name__ for block in every_block(job_of(body).shaped.blocks)]
    assert names == ["TextBlock", "Columns", "Tip", "Lead", "Quote", "Bullets"]
