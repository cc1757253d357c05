from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.suggest import did_you_mean, distance, nearest

BLOCKS = ("callout", "checklist", "columns", "compare", "quote", "text", "tip", "row_headings")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("calout", "callout"),
        ("Callout", "callout"),
        ("txet", "text"),
        ("row-headings", "row_headings"),
        ("colums", "columns"),
        ("tp", "tip"),
        ("zzzzzz", None),
        ("x", None),
        ("", None),
        ("x" * 5000, None),
    ],
)
def test_the_nearest_name(typed: str, meant: str | None) -> None:
    assert nearest(typed, BLOCKS) == meant


def test_the_help_lists_the_names_when_none_is_near() -> None:
    assert did_you_mean("calout", BLOCKS) == "did you mean 'callout'?"
    assert did_you_mean("zzzzzz", ("b", "a")) == "use one of: a, b"
    assert did_you_mean("zzzzzz", ()) == ""
    many = did_you_mean("zzzzzz", map(str, range(1000, 1100)))
    assert many.startswith("use one of: 1000, 1001, ")
    assert many.endswith(", 1039, … (100 in all)")


@given(st.text("abcd", max_size=7), st.text("abcd", max_size=7))
def test_the_distance_is_one(one: str, two: str) -> None:
    assert distance(one, two) == distance(two, one) <= max(len(one), len(two))
    assert (distance(one, two) == 0) == (one == two)
    assert distance(one, two + "x") <= distance(one, two) + 1


@pytest.mark.parametrize(("one", "two", "slips"), [("ab", "ba", 1), ("kitten", "sitting", 3), ("", "abc", 3)])
def test_known_distances(one: str, two: str, slips: int) -> None:
    assert distance(one, two) == slips


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=6))
def test_what_is_near_is_one_of_the_options(word: str, options: list[str]) -> None:
    assert nearest(word, options) in {None, *options}
    assert nearest(word, options) == nearest(word, reversed(options))
