"""Logos, and the names of settings that have none."""

from __future__ import annotations

from generator.kinds.logos import WIDEST_NAME, LogoBox
from tests.support.making import ROOM, draw_alone, setting_of
from tests.support.onpage import characters

LONG = "The nursery whose name goes on and on and on until it would run over all that stands beside it"


def test_a_long_name_in_place_of_a_logo_stays_in_its_width_and_height() -> None:
    setting = setting_of()
    setting.look = setting.look._replace(brand=setting.look.brand.replace(name=LONG))
    box = LogoBox(setting, setting.document, 36.0)
    assert box.width() == WIDEST_NAME
    found = list(characters(draw_alone(setting, box, 480)))
    assert max(char.box[2] for char in found) <= ROOM + WIDEST_NAME + 0.5
    assert min(char.box[1] for char in found) >= ROOM - 0.5
