from __future__ import annotations

import random

import pytest
from coloraide import Color
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import colour as c
from tests.support import plain_colours as plain

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
MANY = [f"#{random.Random(20).getrandbits(24):06x}"] + [f"#{n:06x}" for n in range(0, 0x1000000, 6151)]


@pytest.mark.parametrize(("text", "colour"), [("#17565C", "#17565c"), ("#fff", "#ffffff"), ("#A3f", "#aa33ff")])
def test_parse_reads_both_lengths(text: str, colour: str) -> None:
    assert c.parse(text) == colour


@pytest.mark.parametrize(
    "text",
    ["", "#", "17565c", "#17565", "#17565c ", "#17565c\n", "teal", "#gggggg", "#１２３", "rgb(1,2,3)", "#17565cff"],
)
def test_parse_refuses_everything_else(text: str) -> None:
    with pytest.raises(ValueError, match="not a colour"):
        c.parse(text)


@given(COLOURS)
def test_hex_survives_srgb(colour: str) -> None:
    assert c.from_srgb(*c.to_srgb(colour)) == colour


def test_oklch_agrees_with_coloraide() -> None:
    for colour in MANY:
        lightness, chroma, hue = c.to_oklch(colour)
        oracle = Color(colour).convert("oklch")
        assert lightness == pytest.approx(oracle["lightness"], abs=2e-4), colour
        assert chroma == pytest.approx(oracle["chroma"], abs=2e-4), colour
        if chroma > 0.002:  # the hue of a grey means nothing
            assert abs((hue - oracle["hue"] + 180) % 360 - 180) * chroma < 0.01, colour


def test_contrast_agrees_with_coloraide() -> None:
    for one, other in zip(MANY, reversed(MANY), strict=True):
        assert c.contrast(one, other) == pytest.approx(Color(one).contrast(other, method="wcag21"), abs=0.001)


@given(COLOURS)
def test_oklch_comes_back(colour: str) -> None:
    back = c.to_srgb(c.from_oklch(*c.to_oklch(colour)))
    assert max(abs(a - b) for a, b in zip(back, c.to_srgb(colour), strict=True)) <= 1.01 / 255


@given(st.floats(-0.5, 1.5), st.floats(0, 0.5), st.floats(-360, 720))
def test_from_oklch_keeps_hue_and_never_adds_chroma(lightness: float, chroma: float, hue: float) -> None:
    _, got_chroma, got_hue = c.to_oklch(c.from_oklch(lightness, chroma, hue))
    # 8 bits are coarse near black: there one step is much in OKLab.
    assert got_chroma <= chroma + 0.02 or lightness < 0.1
    if got_chroma > 0.05 and 0.3 < lightness < 1:
        assert abs((got_hue - hue + 180) % 360 - 180) < 8


@given(COLOURS, st.lists(COLOURS, min_size=1, max_size=4), st.floats(1, 21))
def test_darken_to_reaches_the_ratio_or_black(colour: str, grounds: list[str], ratio: float) -> None:
    got = c.darken_to(c.to_oklch(colour), tuple(grounds), ratio)
    assert got == "#000000" or all(c.contrast(got, ground) >= ratio - 1e-9 for ground in grounds)


@given(COLOURS, COLOURS, st.floats(1, 21))
def test_lighten_to_reaches_the_ratio_or_white(colour: str, ground: str, ratio: float) -> None:
    got = c.lighten_to(c.to_oklch(colour), ground, ratio)
    assert got == "#ffffff" or c.contrast(got, ground) >= ratio - 1e-9


def test_darken_to_goes_no_further_than_it_must() -> None:
    got = c.darken_to(c.to_oklch("#f2976a"), ("#ffffff",), 4.5)
    assert 4.5 <= c.contrast(got, "#ffffff") < 4.65


def test_darken_to_leaves_what_passes() -> None:
    assert c.darken_to(c.to_oklch("#17565c"), ("#ffffff",), 4.5) == "#17565c"


@given(COLOURS, COLOURS)
def test_mix_has_both_ends(one: str, other: str) -> None:
    for share, end in ((0, one), (1, other)):
        got = c.to_srgb(c.mix(one, other, share))
        assert max(abs(a - b) for a, b in zip(got, c.to_srgb(end), strict=True)) <= 1.01 / 255


@settings(max_examples=200)
@given(COLOURS)
def test_grey_is_grey_and_as_light(colour: str) -> None:
    red, green, blue = c.to_srgb(c.grey(colour))
    assert red == green == blue
    assert c.luminance(c.grey(colour)) == pytest.approx(c.luminance(colour), abs=0.006)


@given(st.integers(0, 60), st.integers(0, 60))
def test_first_passing_finds_the_edge(edge: int, last: int) -> None:
    assert c.first_passing(lambda step: step >= edge, last) == min(edge, last)


@given(st.floats(-0.5, 1.5), st.floats(0, 0.5), st.floats(-360, 720))
@settings(max_examples=500)
def test_from_oklch_is_what_it_is_step_by_step(lightness: float, chroma: float, hue: float) -> None:
    assert c.from_oklch(lightness, chroma, hue) == plain.from_oklch(lightness, chroma, hue)


@given(COLOURS, st.lists(COLOURS, min_size=1, max_size=4), st.floats(1, 21))
@settings(max_examples=500)
def test_darken_to_is_what_it_is_step_by_step(colour: str, grounds: list[str], ratio: float) -> None:
    start = c.to_oklch(colour)
    for _ in range(2):  # what is remembered of it the second time, too
        assert c.darken_to(start, tuple(grounds), ratio) == plain.darken_to(start, tuple(grounds), ratio)


@given(COLOURS, COLOURS, st.floats(1, 21))
@settings(max_examples=500)
def test_lighten_to_is_what_it_is_step_by_step(colour: str, ground: str, ratio: float) -> None:
    start = c.to_oklch(colour)
    for _ in range(2):
        assert c.lighten_to(start, ground, ratio) == plain.lighten_to(start, ground, ratio)


@given(COLOURS, COLOURS)
def test_apart_is_what_it_is_from_scratch(one: str, other: str) -> None:
    assert c.apart(one, other) == plain.apart(one, other)
