from __future__ import annotations

import pytest

from generator.base.names import LONGEST, name_fault, near_name


@pytest.mark.parametrize("name", ["a", "tuning-into-your-baby", "0-12", "x" * LONGEST])
def test_names(name: str) -> None:
    assert name_fault(name) is None


@pytest.mark.parametrize(
    "text",
    ["", "-rf", "a-", "a--b", "A", "a_b", "a.b", "..", "../a", "a\n", "café", "a\0b", "con", "x" * (LONGEST + 1), "٣"],
)
def test_what_is_no_name(text: str) -> None:
    assert name_fault(text)


def test_the_name_that_was_meant() -> None:
    assert near_name("Tuning into your Baby!") == "tuning-into-your-baby"
    assert near_name("../../x") == "x"
    assert near_name("handouts/big-feelings.yaml") == near_name("..\\Big feelings.pdf") == "big-feelings"
    assert near_name("Crèche, Łódź") == "creche-lodz"
    assert near_name("café.yaml") == "cafe"
    assert near_name("CON") is None
    assert near_name("***") is None
    assert near_name("good") is None
