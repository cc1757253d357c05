"""Doorways and clothes: the colours given where they can be, and nobody who vanishes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.clothes import SKIN_APART, SKINS, STANDS_OUT
from generator.model.colour import apart, contrast, parse
from generator.model.roles import derive

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize("primary", ["#000000", "#808080", "#005eb8", "#4a8b3b", "#e4003b", "#17565c"])
def test_a_colour_that_stands_out_is_worn_as_it_was_given(primary: str) -> None:
    roles = derive(primary)
    assert roles.cloth == primary


def test_a_soft_doorway_that_is_too_near_to_skin_gives_way_to_a_paler_one() -> None:
    assert derive("#17565c").doorway == derive("#17565c").primary_soft
    assert derive("#e4003b").doorway == derive("#e4003b").primary_tint


@pytest.mark.parametrize("primary", ["#ffffff", "#fff2a8", "#ffd700", "#00ff00"])
def test_a_pale_colour_is_the_doorway_and_a_darker_shade_is_worn(primary: str) -> None:
    roles = derive(primary)
    assert roles.doorway == primary
    assert roles.cloth == roles.primary_fill


@pytest.mark.parametrize("skin", SKINS.values())
def test_a_colour_of_skin_is_neither_doorway_nor_cloth(skin: str) -> None:
    assert skin not in (derive(skin).doorway, derive(skin).cloth, derive("#17565c", skin).accent_cloth)


@pytest.mark.parametrize("accent", ["#ffffff", "#c8e2e5", "#17565c"])
def test_an_accent_that_would_vanish_is_worn_darker(accent: str) -> None:
    assert derive("#17565c", accent).accent_cloth != accent


@settings(max_examples=300)
@given(COLOURS, st.none() | COLOURS)
def test_nobody_vanishes(primary: str, accent: str | None) -> None:
    roles = derive(primary, accent)
    assert contrast(roles.cloth, roles.doorway) >= STANDS_OUT
    assert contrast(roles.cloth, roles.primary_soft) >= STANDS_OUT
    assert min(apart(roles.doorway, skin) for skin in SKINS.values()) >= SKIN_APART
    # sleeves over their body, one person beside the other, the second before the doorway
    assert apart(roles.sleeve, roles.cloth) >= 0.07
    assert apart(roles.accent_sleeve, roles.accent_cloth) >= 0.07
    assert apart(roles.accent_cloth, roles.cloth) >= 0.05
    assert apart(roles.accent_cloth, roles.doorway) >= 0.05
    worn = (roles.cloth, roles.sleeve, roles.accent_cloth, roles.accent_sleeve, roles.doorway)
    assert all(parse(colour) == colour for colour in worn)


@settings(max_examples=300)
@given(COLOURS)
def test_a_primary_is_altered_only_where_skin_asks_for_it(primary: str) -> None:
    roles = derive(primary)
    if primary not in (roles.doorway, roles.cloth):
        assert min(apart(primary, skin) for skin in SKINS.values()) < SKIN_APART
