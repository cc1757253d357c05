from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body
from tests.support.onpage import off_page
from tests.support.written import body_tree

BODY = """\
- ranges:
    title: Each in their own time
    note: Pale ends are as usual.
    groups:
      - title: Getting to know you
        items:
          - {label: Smiles back, from: 0, to: 2, late: 4}
          - {label: Laughs, early: 2, from: 4, to: 6, late: 9}
      - title: Feeling with others
        items:
          - {label: Joins in, from: 30, to: 36}
"""
PICTURES = {"wide": (BODY, 487, "en-GB"), "narrow": (BODY, 220, "en-GB"), "leftwards": (BODY, 487, "ar")}


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.findings == ()
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


def test_each_bar_says_its_ages_in_words(built: Built) -> None:
    said = " ".join(built.words())
    assert "Smiles back from birth to 2 months; for some until 4 months" in said
    assert "Laughs from 4 to 6 months; for some from 2; for some until 9 months" in said
    assert "Joins in from 30 to 36 months" in said


@pytest.mark.poppler
@pytest.mark.parametrize("name", PICTURES)
def test_the_picture(name: str, goldens: Goldens) -> None:
    body, measure, language = PICTURES[name]
    goldens.page(f"{name}.png", alone(body, measure, language))


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("{label: a, from: 4, to: 2}", (9, 37, "bad-range")),
        ("{label: a, from: 4, to: 4}", (9, 37, "bad-range")),
        ("{label: a, early: 5, from: 4, to: 6}", (9, 41, "bad-range")),
        ("{label: a, from: 4, to: 6, late: 5}", (9, 50, "bad-range")),
        ("{label: a, from: -1, to: 6}", (9, 29, "out-of-range")),
        ("{label: a, from: soon, to: 6}", (9, 29, "not-a-number")),
        ("{label: a, to: 6}", (9, 11, "missing-field")),
    ],
)
def test_numbers_that_make_no_bar_are_told_with_their_place(item: str, place: tuple[int, int, str]) -> None:
    built = build_body(f"- ranges:\n    groups:\n      - items:\n          - {item}")
    assert [(line, code) for line, _, code in built.places] == [(place[0], place[2])]


@settings(max_examples=15, deadline=None)
@given(
    bars=st.lists(st.lists(st.floats(0, 100).map(lambda v: round(v, 1)), min_size=4, max_size=4).map(sorted)
                  .filter(lambda v: v[1] < v[2]), min_size=1, max_size=8),
    label=st.sampled_from(["Laughs", "Looks for you when you leave the room and come back", "y" * 26]),
    measure=st.sampled_from([170, 230, 330, 487, 720]),
)  # fmt: skip
def test_any_bars_stay_on_their_page(bars: list[list[float]], label: str, measure: int) -> None:
    rows = "".join(
        f"          - {{label: {label}, early: {a}, from: {b}, to: {c}, late: {d}}}\n" for a, b, c, d in bars
    )
    data = alone("- ranges:\n    unit: weeks\n    groups:\n      - items:\n" + rows, measure)
    assert off_page(data) == []
