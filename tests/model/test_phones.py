"""Telephone numbers as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.findings import Findings
from generator.base.yaml_nodes import read_yaml
from generator.model.brand import Brand
from generator.model.phones import phone_fault, without_zero


@pytest.mark.parametrize(
    "text",
    [
        "111", "999", "116 123", "0800 1111", "+44 1632 960 000", "+441632960000", "01632 960 000 (option 2)",
        "01632 960 000 or 07700 900 000", "Text HELLO to 85258", "01632 960000 ext. 12", "O'Neill: 01632 960 000",
        "Ring Olive or Ivy on 01632 960 000", "{{ setting.hub_phone }}", "(01632) 960-000", "01632 960 000, 10 to 4",
    ],
)  # fmt: skip
def test_numbers_that_can_be_rung_are_right(text: str) -> None:
    assert phone_fault(text) is None


@pytest.mark.parametrize(
    ("text", "code", "help_"),
    [
        ("O1632 960 000", "bad-phone", "did you mean '01632 960 000'?"),
        ("01632 96O 000", "bad-phone", "did you mean '01632 960 000'?"),
        ("01632 960 OOO", "bad-phone", "did you mean '01632 960 000'?"),
        ("0l632 960 I11", "bad-phone", "did you mean '01632 960 111'?"),
        ("\u201c01632 960 000\u201d", "bad-phone", "take it out"),
        ("\u201801632 960 000", "bad-phone", "take it out"),
        ("ring us", "bad-phone", "write the number"),
        ("1632960177", "lost-zero", "did you mean '01632 960 177'?"),
        ("1632 960 177", "lost-zero", "did you mean '01632 960 177'?"),
    ],
)
def test_numbers_that_cannot_be_rung_are_told(text: str, code: str, help_: str) -> None:
    fault = phone_fault(text)
    assert fault is not None
    assert (fault.code, fault.level) == (code, "warning" if code == "lost-zero" else "error")
    assert fault.help.startswith(help_)


@given(st.text(max_size=40))
def test_any_text_is_right_or_told(text: str) -> None:
    fault = phone_fault(text)
    assert fault is None or (fault.message and fault.help)
    assert fault is not None or "{{" in text or any(map(str.isdecimal, text))


@given(st.from_regex(r"[1-9][0-9]{9}", fullmatch=True))
def test_what_lost_its_zero_gets_it_back(digits: str) -> None:
    assert without_zero(digits) == f"0{digits}"
    assert without_zero(f"0{digits}") is None
    fault = phone_fault(digits)
    assert fault is not None
    assert fault.code == "lost-zero"


def test_a_brand_tells_of_its_own_and_of_its_services() -> None:
    found = Findings()
    text = 'name: A\ncontact:\n  phone: O1632 960 111\nservices:\n  - {name: B, phone: "1632960177"}\n'
    node = read_yaml(text.encode(), "brand.yaml", found)
    assert node is not None
    Brand.read(node, found)
    assert [(str(one.span), one.level, one.code) for one in found.all] == [
        ("brand.yaml:3:10", "error", "bad-phone"),
        ("brand.yaml:5:22", "warning", "lost-zero"),
    ]
