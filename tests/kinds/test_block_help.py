"""What is said to somebody who forgot the colon after a block's name."""

from __future__ import annotations

import pytest

from tests.support.making import build_body


@pytest.mark.parametrize("line", ["- tip Count to five.", "- tip:Count to five."])
def test_a_forgotten_colon_or_space_is_named(line: str) -> None:
    (error,) = build_body(line).errors
    assert (error.code, error.help) == ("not-a-block", "put a colon and a space after 'tip'")


def test_plain_words_are_offered_as_text() -> None:
    (error,) = build_body("- Count to five.").errors
    assert (error.code, error.help) == ("not-a-block", "write '- text: Count to five.'")
