from __future__ import annotations

import re

import pytest

from generator.model.colour import contrast, parse, to_srgb
from generator.model.people import PEOPLE, SLOTS, palette
from generator.model.roles import derive

ROLES = derive("#17565c", "#f2976a")


def test_slots_are_twenty_six_different_placeholders() -> None:
    assert sorted(SLOTS.values()) == [f"#{n:02x}{n:02x}{n:02x}" for n in range(1, 27)]


@pytest.mark.parametrize("name", sorted(PEOPLE))
@pytest.mark.parametrize("grey", [False, True])
def test_a_palette_fills_every_slot(name: str, grey: bool) -> None:
    colours = palette(ROLES.greyscale() if grey else ROLES, name, grey)
    assert set(colours) == set(SLOTS.values())
    assert all(parse(colour) == colour for colour in colours.values())
    if grey:
        assert all(len(set(to_srgb(colour))) == 1 for colour in colours.values())


@pytest.mark.parametrize("name", sorted(PEOPLE))
@pytest.mark.parametrize("grey", [False, True])
def test_a_face_can_be_read(name: str, grey: bool) -> None:
    colours = palette(ROLES, name, grey)
    for person in "abc":
        features, skin = colours[SLOTS[f"features_{person}"]], colours[SLOTS[f"skin_{person}"]]
        assert contrast(features, skin) >= 2, (name, person)
        if grey:
            assert contrast(features, skin) >= 9, (name, person)


def test_the_brand_is_in_the_picture() -> None:
    colours = palette(ROLES, "a")
    assert colours[SLOTS["primary"]] == ROLES.primary_fill
    assert colours[SLOTS["accent"]] == ROLES.accent


def test_sets_show_different_people() -> None:
    assert len({tuple(sorted(palette(ROLES, name).items())) for name in PEOPLE}) == len(PEOPLE)


def test_an_unknown_set_is_an_error() -> None:
    with pytest.raises(KeyError, match=re.escape("'z'")):
        palette(ROLES, "z")
