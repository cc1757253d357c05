from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.cases import BODY, CONTACTS, HEAD, case, hits


def found(text: str) -> list[str]:
    body = "body:\n  - text: |\n" + "".join(f"      {line}\n" for line in text.split("\n"))
    return [place for _, place in hits("phone_in_text", case(HEAD + body))]


@pytest.mark.parametrize(
    "number",
    [
        "0808 800 5000",
        "08088005000",
        "0808-800-5000",
        "0808\u00a0800\u00a05000",
        "+44 808 800 5000",
        "+44 (0)808 800 5000",
        "0044 808 800 5000",
        "(0808) 800 5000",
    ],
)
def test_a_number_however_it_is_written(number: str) -> None:
    at = 11 + len("Talk to ") - 4 + (number.find("0") if number[0] == "(" else number[0] == "+")
    assert found(f"Talk to {number} (24 hours).") == [f"handouts/x.yaml:5:{at}"]


@pytest.mark.parametrize("text", ["Call 999.", "ring 999 now", "In danger? Dial\n999", "NHS or 999: call 999"])
def test_a_short_number_that_is_to_be_rung(text: str) -> None:
    assert len(found(text)) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "In a study of 999 mothers",
        "Call us. There were 999 babies.",
        "Call 1999.",
        "call 9990",
        "0808 800 50001",
        "10808 800 5000 1",
        "0808 800",
        "2026-11-24",
    ],
)
def test_what_is_no_help_number(text: str) -> None:
    assert found(text) == []


def test_every_field_is_looked_at_and_every_place_told() -> None:
    text = HEAD + "subtitle: Ring 0808 800 5000\n" + BODY + "  - steps:\n      - {title: Ring, text: 0808 800 5000}\n"
    assert hits("phone_in_text", case(text)) == [("error", "handouts/x.yaml:3:16"), ("error", "handouts/x.yaml:7:29")]


def test_a_register_without_numbers() -> None:
    assert hits("phone_in_text", case(contacts="a: {name: A}\n")) == []
    assert hits("phone_in_text", case(contacts=CONTACTS.replace("0808 800 5000", "none"))) == []


@given(st.text("0123456789 +-().a", max_size=60))
def test_any_text_is_looked_at(text: str) -> None:
    for place in found("x " + text):
        assert place.startswith("handouts/x.yaml:5:")
