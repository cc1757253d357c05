from __future__ import annotations

from generator.kinds.abreast import Abreast
from generator.typeset.boxes import Blank, Stack
from tests.support.making import draw_alone, setting_of


def columns(count: int) -> list[Stack]:
    return [Stack([Blank(10)]) for _ in range(count)]


def test_as_many_stand_side_by_side_as_are_wide_enough_and_no_odd_one_is_left() -> None:
    made = [[Abreast(setting_of(), columns(n)).across(measure) for n in (2, 3, 4)] for measure in (228, 320, 487, 900)]
    assert made == [[1, 1, 1], [2, 1, 2], [2, 3, 2], [2, 3, 4]]


def test_it_says_that_columns_stand_one_after_the_other() -> None:
    setting = setting_of()
    box = Abreast(setting, columns(2))
    draw_alone(setting, box, 420)
    assert setting.findings.notes == []
    draw_alone(setting, box, 228)
    assert [note.code for note in setting.findings.notes] == ["narrow-form"]
