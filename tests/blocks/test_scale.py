from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.scalars import Text
from generator.blocks.scale import Level, Scale
from generator.kinds.block import Composed
from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body, draw_alone, setting_of, tree_words_of
from tests.support.measured import faults
from tests.support.measured import measure as measured
from tests.support.onpage import off_page
from tests.support.reading import words
from tests.support.written import body_tree, body_words, written

LEVELS = """
    levels:
      - {label: Low, text: Do the next small thing. Leave the rest.}
      - {label: Half full, text: Drink something warm.}
      - {label: Good, text: A walk together.}
      - {label: Full, text: Play what your baby likes best.}
"""
BATTERY = f"- scale:\n    title: How full is your battery?{LEVELS}"
DIAL = f"- scale:\n    title: How are you?\n    as: dial{LEVELS}"
THERMOMETER = f"- scale:\n    title: How warm is the room?\n    as: thermometer{LEVELS}"
BODY = f"- heading: Scales\n{BATTERY}{DIAL}{THERMOMETER}"
PICTURES = {
    "battery": (BATTERY, 420, "en-GB"),
    "battery-narrow": (BATTERY, 220, "en-GB"),
    "battery-from-the-right": (BATTERY, 420, "ar"),
    "dial": (DIAL, 470, "en-GB"),
    "dial-narrow": (DIAL, 220, "en-GB"),
    "dial-from-the-right": (DIAL, 470, "ar"),
    "thermometer": (THERMOMETER, 300, "en-GB"),
    "thermometer-from-the-right": (THERMOMETER, 220, "ar"),
}


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.findings == ()
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


def test_every_word_comes_back_in_order(built: Built) -> None:
    assert body_words(built) == written(BODY)


@pytest.mark.poppler
@pytest.mark.parametrize("name", PICTURES)
def test_the_picture(name: str, goldens: Goldens) -> None:
    body, measure, language = PICTURES[name]
    goldens.page(f"{name}.png", alone(body, measure, language))


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- scale:\n    levels: [a, b]", (7, 15, "too-few")),
        ("- scale:\n    levels: [a, b, c, d, e, f, g, h]", (7, 15, "too-many")),
        ("- scale:\n    as: ladder\n    levels: [a, b, c]", (7, 11, "unknown-value")),
        ("- scale:\n    first: top\n    levels: [a, b, c]", (7, 14, "unknown-value")),
        ("- scale:\n    levels: [a, b, {text: c}]", (7, 22, "missing-field")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_its_alternative_text_is_derived_from_its_ends_or_the_authors_own(built: Built) -> None:
    assert "Figure A battery to find yourself on: 4 levels, from “Low” to “Full”." in built.outline
    made = build_body("- scale: {alt: My own words, levels: [a, b, c]}")
    assert "Figure My own words" in made.outline


def test_levels_may_be_labels_alone_and_begin_with_the_highest() -> None:
    body = "\n".join(f"- scale: {{as: {how}, first: high, levels: [Full, Half, Low]}}" for how in HOWS)
    made = build_body(body)
    assert made.findings == ()
    assert made.lint == []
    assert body_words(made) == ["Full", "Half", "Low"] * 3


@pytest.mark.poppler
@pytest.mark.parametrize("how", ["battery", "thermometer", "dial"])
def test_the_first_level_may_be_the_highest(how: str, goldens: Goldens) -> None:
    body = f"- scale: {{as: {how}, first: high, levels: [Full, More than half, Half, Less, Low]}}"
    goldens.page(f"{how}-first-high.png", alone(body, 420))


@pytest.mark.parametrize("how", ["battery", "thermometer", "dial"])
def test_long_words_are_parted_between_levels(how: str) -> None:
    levels = "".join(f"      - {{label: Level {i}, text: {'some words ' * 90}}}\n" for i in range(7))
    body = f"- scale:\n    as: {how}\n    levels:\n{levels}"
    made = build_body(body)
    assert made.errors == []
    assert made.lint == []
    assert made.pages > 2
    assert body_words(made) == written(body)


def test_a_battery_in_a_narrow_column_is_a_stack_and_says_so() -> None:
    levels = tuple(Level(label=Text(label)) for label in ("Low", "Half full", "Good", "Full"))
    for measure, notes in ((420, []), (220, ["narrow-form"])):
        setting = setting_of()
        draw_alone(setting, Composed(Scale(levels=levels), setting).box, measure)
        assert [note.code for note in setting.findings.notes] == notes


HOWS: tuple[Literal["battery", "dial", "thermometer"], ...] = ("battery", "dial", "thermometer")
TEXTS = st.text("abcdefgh ", min_size=1, max_size=60).filter(str.strip).map(Text)
LEVEL = st.builds(Level, label=TEXTS, text=st.none() | TEXTS)
FIRSTS: tuple[Literal["low", "high"], ...] = ("low", "high")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(LEVEL, min_size=3, max_size=7).map(tuple),
    st.sampled_from(HOWS),
    st.sampled_from(FIRSTS),
    st.integers(170, 720),
    st.sampled_from(["en-GB", "ar"]),
)
def test_at_any_measure_every_word_stands_in_its_own_place(
    levels: tuple[Level, ...],
    how: Literal["battery", "dial", "thermometer"],
    first: Literal["low", "high"],
    measure: int,
    language: str,
) -> None:
    setting = setting_of(language)
    box = Composed(Scale(levels=levels, as_=how, first=first), setting).box
    data = draw_alone(setting, box, max(measure, box.narrowest()))
    texts = [text for level in levels for text in (level.label, level.text) if text is not None]
    assert tree_words_of(data) == [word for text in texts for word in words(text.raw)]
    assert off_page(data) == []
    assert faults(measured(data)) == []
