from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.characters import is_western, no_character
from generator.typeset.bidi import has_rtl


@pytest.mark.parametrize(
    ("text", "western"),
    [("", True), ("A baby", True), ("Don\u2019t \u2013 \u201cwait\u201d\u2026", True), ("café", False), ("শিশু", False)],
)
def test_what_is_western(text: str, western: bool) -> None:
    assert is_western(text) is western


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\u2019\u2013a "), max_size=12))
def test_letters_that_run_from_right_to_left_are_seen_in_any_company(text: str) -> None:
    assert has_rtl(text + "\u05d0" + text)
    assert not is_western(text + "\u0995")
    assert is_western(text) <= (not has_rtl(text))


@given(st.text(max_size=12))
def test_what_is_no_character_is_found(text: str) -> None:
    first = next((at for at, char in enumerate(text) if 0xD800 <= ord(char) <= 0xDFFF or _odd(ord(char))), None)
    assert no_character(text) == first
    assert no_character("ab\ufffe" + text) == 2


def _odd(code: int) -> bool:
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
