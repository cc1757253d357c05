from __future__ import annotations

import pytest

from tests.support.cases import HEAD, case, hits


@pytest.mark.parametrize(
    ("alt", "level"),
    [
        ("IMG_2041.jpg", "warning"),
        ("baby_room", "warning"),
        ("Image of two babies on a mat", "advice"),
        ("A small quiet corner", "advice"),
        ("x " * 101, "advice"),
        ("Two babies look at each other, in a picture that their mother took", None),
    ],
)
def test_alternative_texts(alt: str, level: str | None) -> None:
    text = HEAD + f"body:\n  - image: {{file: images/a.png, alt: '{alt}', caption: A small quiet corner}}\n"
    found = hits("alt_text", case(text))
    assert [one for one, _ in found] == ([] if level is None else [level])
