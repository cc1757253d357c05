"""Colours in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.colour_names import colour_name, is_grey

HUES = {
    *("pink", "red", "orange", "yellow", "lime green", "green", "teal", "blue", "purple"),
    *("brown", "olive", "coral", "beige", "turquoise"),
}
ALONE = {"white", "off-white", "cream", "light grey", "grey", "dark grey", "black"}
SHADES = {"pale", "light", "dark", "navy", "greyish"}
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ("#ffffff", "white"),
        ("#000000", "black"),
        ("#808080", "grey"),
        ("#fcf6ed", "off-white"),
        ("#fff8dc", "cream"),
        ("#fff3b0", "pale yellow"),
        ("#f4c20d", "yellow"),
        ("#f28c28", "orange"),
        ("#ffa500", "orange"),
        ("#d2b48c", "beige"),
        ("#8b4513", "brown"),
        ("#808000", "olive"),
        ("#ff6347", "coral"),
        ("#ff0000", "red"),
        ("#800000", "dark red"),
        ("#ffc0cb", "light pink"),
        ("#ff69b4", "pink"),
        ("#800080", "dark purple"),
        ("#8a2be2", "purple"),
        ("#000080", "navy blue"),
        ("#005eb8", "blue"),
        ("#87ceeb", "light blue"),
        ("#17565c", "dark teal"),
        ("#40e0d0", "turquoise"),
        ("#2e7d32", "green"),
        ("#006400", "dark green"),
        ("#adff2f", "lime green"),
        ("#708090", "greyish blue"),
    ],
)
def test_they_are_what_people_say(colour: str, name: str) -> None:
    assert colour_name(colour) == name


@given(COLOURS)
def test_every_colour_has_a_name_of_a_few_known_words(colour: str) -> None:
    name = colour_name(colour)
    if name in ALONE:
        return
    hue = next((hue for hue in sorted(HUES, key=len, reverse=True) if name.endswith(hue)), None)
    assert hue is not None, name
    assert set(name.removesuffix(hue).split()) <= SHADES


@given(st.integers(0, 255))
def test_greys_are_called_so(value: int) -> None:
    colour = f"#{value:02x}{value:02x}{value:02x}"
    assert is_grey(colour)
    assert colour_name(colour) in ALONE - {"cream"}
