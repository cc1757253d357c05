from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.typeset.bidi import has_rtl, levels_of, visual_order

HEBREW = {chr(65 + i): chr(0x05D0 + i) for i in range(26)}
LATIN = {hebrew: capital for capital, hebrew in HEBREW.items()}


def shown(written: str, *, rtl: bool) -> str:
    """What is seen from left to right; capitals stand for right-to-left letters, as in the annex."""
    text = "".join(HEBREW.get(char, char) for char in written)
    return "".join(LATIN.get(char, char) for char in visual_order(text, levels_of(text, rtl)))


# Unicode Standard Annex 9, 3.4, rule L2, without the explicit codes (they are taken out when a text is read).
def test_the_examples_of_the_annex() -> None:
    assert shown("car means CAR.", rtl=False) == "car means RAC."
    assert shown("CAR MEANS car.", rtl=True) == ".car SNAEM RAC"


def test_numbers_run_from_left_to_right() -> None:
    assert shown("ABC 123 DEF", rtl=True) == "FED 123 CBA"
    assert shown("ABC 12.5 DEF", rtl=True) == "FED 12.5 CBA"
    assert shown("see ABC 123 there", rtl=False) == "see 123 CBA there"


def test_signs_follow_their_neighbours_or_the_paragraph() -> None:
    assert shown("ABC, DEF!", rtl=True) == "!FED ,CBA"
    assert shown("ABC, DEF!", rtl=False) == "FED ,CBA!"
    assert shown("one ABC-DEF two", rtl=False) == "one FED-CBA two"


def test_has_rtl() -> None:
    assert has_rtl("abc \u0633")
    assert has_rtl("\ufe8f")
    assert not has_rtl("Zażółć gęślą \u0986\u09ae")


@given(
    text=st.text(st.sampled_from("aZ1 ,.-()\u05d0\u0628\u0661\u0301\u200d\u200f\u06cc\u09ac"), max_size=40),
    rtl=st.booleans(),
)
def test_every_character_has_a_level_and_order_loses_none(text: str, rtl: bool) -> None:
    levels = levels_of(text, rtl)
    assert len(levels) == len(text)
    assert all(0 <= level <= 3 for level in levels)
    assert sorted(visual_order(text, levels)) == sorted(text)


@given(st.lists(st.integers(0, 4), max_size=30))
def test_order_of_one_level_is_kept_or_turned(levels: list[int]) -> None:
    places = list(range(len(levels)))
    order = visual_order(places, levels)
    assert sorted(order) == places
    if levels and len(set(levels)) == 1:
        assert order == (places[::-1] if levels[0] % 2 else places)
