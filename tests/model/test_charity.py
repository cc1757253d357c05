"""Charity numbers of the three registers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.findings import Findings
from generator.base.yaml_nodes import read_yaml
from generator.model.brand import Brand
from generator.model.charity import charity_numbers, near_number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1089464", [("charity-number", "1089464")]),
        ("216401", [("charity-number", "216401")]),
        ("1089464-1", [("charity-number", "1089464-1")]),
        ("SC041666", [("charity-scotland", "SC041666")]),
        ("NIC101234", [("charity-northern-ireland", "NIC101234")]),
        ("1089464, SC041666", [("charity-number", "1089464"), ("charity-scotland", "SC041666")]),
        ("1089464 and SC041666", [("charity-number", "1089464"), ("charity-scotland", "SC041666")]),
        ("12345", None),
        ("0123456", None),
        ("SC 041666", None),
        ("sc041666", None),
        ("NI101234", None),
        ("1089464,", None),
        ("", None),
        ("\u0661\u0660\u0668\u0669\u0664\u0666\u0664", None),
    ],
)
def test_numbers_are_told_from_what_is_none(text: str, found: list[tuple[str, str]] | None) -> None:
    assert charity_numbers(text) == found


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("sc 041666", "SC041666"),
        ("No. 1089464", "1089464"),
        ("Registered charity 1 089 464", "1089464"),
        ("Charity no. SC041666", "SC041666"),
        ("nic 101234", "NIC101234"),
        ("twelve", None),
        ("123", None),
    ],
)
def test_the_nearest_right_one_is_suggested(text: str, near: str | None) -> None:
    assert near_number(text) == near


@given(text=st.text(max_size=60))
def test_a_suggestion_is_a_number(text: str) -> None:
    near = near_number(text)
    assert near is None or charity_numbers(near) is not None


@given(text=st.text(alphabet="0123456789SCNI ,-and", max_size=30))
def test_whatever_is_found_stands_in_the_text(text: str) -> None:
    for _, number in charity_numbers(text) or ():
        assert number in text


def test_a_wrong_one_is_told_at_its_place() -> None:
    findings = Findings()
    node = read_yaml(b"name: A\ncharity_number: sc 041666\n", "brand.yaml", findings)
    assert node is not None
    assert Brand.read(node, findings) is not None  # so that the rest is looked at too
    (error,) = findings.errors
    assert error.span is not None
    assert (error.span.line, error.span.column, error.code) == (2, 17, "bad-charity-number")
    assert error.help == 'did you mean "SC041666"?'
