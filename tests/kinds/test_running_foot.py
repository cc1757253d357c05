"""The foot of a page in a pack: the number at the outer edge, words that fit at the inner one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.kinds.binding import Binding
from generator.kinds.edition import STANDARD, Edition
from generator.kinds.running_foot import draw_running_foot, running_words
from generator.kinds.setting import Setting
from generator.pdf.metadata import Metadata
from generator.pdf.surface import Surface
from tests.support.making import setting_of
from tests.support.onpage import characters

WIDE, TALL, LEFT, MEASURE = 400.0, 200.0, 50.0, 300.0
PACK, SESSION = "A pack of things", "Session 3: Calm is catching"


def foot(setting: Setting, page: int, *words: str) -> list[tuple[str, float, float]]:
    """Draw a foot; what stands there from left to right: words, left and right edge."""
    surface = Surface(Metadata("Foot", "Bench", "", "", "en-GB", "2000-01-01"), setting.document)
    surface.hues = setting.hues
    surface.begin_page(WIDE, TALL)
    draw_running_foot(surface, setting, page, LEFT, MEASURE, words)
    surface.end_page()
    chars = sorted(characters(surface.finish()), key=lambda char: char.box[0])
    number = [char for char in chars if char.text.isdigit()]
    rest = [char for char in chars if not char.text.isdigit()]
    out = []
    for found in (number, rest):
        if found:
            out.append(("".join(c.text for c in found), found[0].box[0], found[-1].box[2]))
    return out


@pytest.mark.parametrize("language", ["en-GB", "ar"])
@pytest.mark.parametrize("page", [0, 1, 6, 99])
def test_the_number_stands_at_the_outer_edge_and_the_words_at_the_inner_one(page: int, language: str) -> None:
    number, words = foot(setting_of(language), page, "Words")
    right_hand = page % 2 == 0
    at_right = right_hand if language == "en-GB" else not right_hand  # the first page is the front, whichever way
    assert number[0] == str(page + 1)
    edge, inner = LEFT + MEASURE, LEFT
    if not at_right:
        edge, inner = inner, edge
    assert number[2 if at_right else 1] == pytest.approx(edge, abs=1.5)
    assert words[1 if at_right else 2] == pytest.approx(inner, abs=1.5)


@settings(max_examples=30)
@given(st.lists(st.integers(1, 90), max_size=4), st.integers(0, 299))
def test_the_first_words_that_fit_are_taken_or_none(lengths: list[int], page: int) -> None:
    tried = ["n" * count for count in lengths]
    setting = setting_of()
    number, *words = foot(setting, page, *tried)
    assert number[0] == str(page + 1)
    assert number[1] >= LEFT - 1.5
    assert number[2] <= LEFT + MEASURE + 1.5
    if words:
        told, left, right = words[0]
        assert told in tried
        assert left >= LEFT - 1.5
        assert right <= LEFT + MEASURE + 1.5
        assert right < number[1] or left > number[2]
        assert all(len(longer) > len(told) for longer in tried[: tried.index(told)])
    elif tried:
        assert min(lengths) > 20  # none of them fits


def bound(section: str, edition: Edition = STANDARD) -> Setting:
    one = setting_of()
    dress = (one.layout, one.look, one.assets, one.language, one.tight, one.findings, one.document)
    return Setting(*dress, edition, Binding("", 0, PACK, section))


@pytest.mark.parametrize(
    ("section", "page", "said"),
    [
        (SESSION, 0, [SESSION, "Session 3", PACK]),
        (SESSION, 1, [PACK, "Session 3"]),
        ("", 0, [PACK, PACK, PACK]),
        ("", 1, [PACK, PACK]),
    ],
)
def test_the_pack_runs_on_left_hand_pages_and_the_section_on_right_hand_ones(
    section: str, page: int, said: list[str]
) -> None:
    assert running_words(bound(section), page) == said


def test_an_edition_with_a_name_says_it() -> None:
    named = STANDARD._replace(title="large-print")
    said = running_words(bound(SESSION, named), 0)
    assert said[0] == f"{SESSION} · Large print"
    assert said[-1] == "Large print"
