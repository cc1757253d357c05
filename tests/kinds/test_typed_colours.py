"""Colours as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kinds.typed_colours import ColourError, read_colour
from generator.model.colour import parse


@pytest.mark.parametrize(
    ("typed", "colour"),
    [
        ("#1b6e6a", "#1b6e6a"),
        ("1B6E6A", "#1b6e6a"),
        ("#abc", "#aabbcc"),
        ("abc", "#aabbcc"),
        ('"#1b6e6a"', "#1b6e6a"),
        ("  #1b6e6a ", "#1b6e6a"),
        ("forestgreen", "#228b22"),
        ("Forest Green", "#228b22"),
        ("dark-red", "#8b0000"),
        ("rgb(27, 110, 106)", "#1b6e6a"),
        ("RGB(27 110 106)", "#1b6e6a"),
        ("27,110,106", "#1b6e6a"),
    ],
)
def test_what_people_type_is_understood(typed: str, colour: str) -> None:
    assert read_colour(typed) == colour


@pytest.mark.parametrize(
    ("typed", "help_"),
    [
        ("", "six digits"),
        ("frog", "six digits"),
        ("#12345", "six digits"),
        ("gren", "did you mean 'green' (#008000)?"),
        ("rgb(1, 2, 300)", "from 0 to 255"),
        ("#11223344", "'hex' or 'RGB'"),
        ("Pantone 354", "'hex' or 'RGB'"),
        ("cmyk(1,2,3,4)", "'hex' or 'RGB'"),
        ("#１２３", "six digits"),
    ],
)
def test_what_is_no_colour_is_told_with_what_to_write(typed: str, help_: str) -> None:
    with pytest.raises(ColourError) as told:
        read_colour(typed)
    assert help_ in told.value.help


@given(st.text(max_size=200))
def test_any_text_is_a_colour_or_told(typed: str) -> None:
    told: ColourError | None = None
    try:
        colour = read_colour(typed)
    except ColourError as fault:
        told = fault
    if told is None:
        assert parse(colour) == colour
    else:
        assert told.help
        assert "\n" not in told.message
