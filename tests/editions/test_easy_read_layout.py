from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.goldens import Goldens
from tests.support.making import Built, build_in, handout, pdfium_text
from tests.support.making import build as build_text
from tests.support.onpage import characters, off_page
from tests.support.reading import smallest_type

ROOT = Path(__file__).parents[2]
TEXT = "Watch first. Then answer! Is your baby tired? “Not now.” Dr. Grey says so. It takes 2 minutes."


@pytest.fixture(scope="module")
def easy() -> Built:
    return build_in(ROOT, "back-and-forth", edition="easy-read-layout")


def test_every_sentence_begins_a_line() -> None:
    built = build_text(handout(f"- text: {TEXT}\n- tip: {TEXT}"), edition="easy-read-layout")
    assert built.errors == []
    lines = [line.strip() for line in pdfium_text(built.data).splitlines()]
    for sentence in ("Watch first.", "Then answer!", "Is your baby tired?", "“Not now.”", "It takes 2 minutes."):
        assert lines.count(sentence) == 2, (sentence, lines)
    assert any(line.startswith("Dr. Grey says so.") for line in lines)
    assert built.words()[-len(TEXT.split()) :] != []
    assert " ".join(built.words()).count(TEXT) == 2


def test_a_picture_stands_beside_its_words() -> None:
    body = "- heading: Play\n- illustration: {name: floor-play, alt: Play}\n- text: A first word. A second one."
    built = build_text(handout(body), edition="easy-read-layout")
    assert built.errors == []
    first = next(char for char in characters(built.data) if char.text == "A" and char.size[0] > 0 and char.box[0] > 150)
    assert first.box[0] > 200  # to the right of the picture, which stands at the margin
    assert built.outline.index("Figure") < built.outline.index("A first word")


def test_type_is_large_and_nothing_is_lost(easy: Built) -> None:
    assert smallest_type(easy.data) >= 14.0
    assert easy.lint == []
    assert off_page(easy.data) == []


@pytest.mark.poppler
def test_the_picture(easy: Built, goldens: Goldens) -> None:
    goldens.page("page-2.png", easy.data, 1)
