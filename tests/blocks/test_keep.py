"""`keep: together`: what an author asks to stand in one piece does."""

from __future__ import annotations

from generator.kinds.block import Composed
from generator.typeset.boxes import Whole
from tests.support.making import setting_of


def composed(**more: object) -> Composed:
    from generator.blocks.bullets import Bullets

    return Composed(Bullets(items=["one", "two", "three", "four"], **more), setting_of())


def test_a_list_that_keeps_together_is_not_parted() -> None:
    kept, free = composed(keep="together").box, composed().box
    assert isinstance(kept, Whole)
    assert kept.height(200.0) == free.height(200.0)
    assert kept.split(200.0, 40.0) is None
    assert free.split(200.0, 40.0) is not None
