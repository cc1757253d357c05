"""One handout as pages of a course pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.goldens import Goldens
from tests.support.making import Built, build, build_in, handout
from tests.support.measured import faults, measure
from tests.support.onpage import characters
from tests.support.verapdf import validate

ROOT = Path(__file__).parents[2]
FILES = {"layouts/a4-pack.yaml": (ROOT / "layouts/a4-pack.yaml").read_bytes()}
INNER, OUTER, WIDTH = 23 / 25.4 * 72, 16 / 25.4 * 72, 595.28
WORDS = "Babies are born looking for you. They know your voice, and they learn your face in the first days. "


@pytest.fixture(scope="module")
def pages() -> Built:
    return build_in(ROOT, "play-and-social-engagement", layout="a4-pack")


def long(count: int, language: str = "en-GB") -> Built:
    body = "\n".join(f"- heading: Part {i} of it\n- text: {WORDS * 4}" for i in range(count))
    return build(handout(body, layout="a4-pack", language=language), FILES)


def test_its_tags_are_sound(pages: Built) -> None:
    assert pages.lint == []


def test_the_tree(pages: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", pages.outline)


@pytest.mark.poppler
@pytest.mark.parametrize("page", range(2))
def test_the_pages(pages: Built, page: int, goldens: Goldens) -> None:
    goldens.page(f"page-{page + 1}.png", pages.data, page)


def test_nothing_an_eye_would_trip_over(pages: Built) -> None:
    assert faults(measure(pages.data)) == []


@pytest.mark.verapdf
def test_it_is_accessible(pages: Built, tmp_path: Path) -> None:
    path = tmp_path / "pages.pdf"
    path.write_bytes(pages.data)
    assert validate([path]) == {path: []}


@pytest.mark.parametrize(("language", "first"), [("en-GB", INNER), ("ar", OUTER)])
def test_margins_mirror_about_the_spine(language: str, first: float) -> None:
    built = long(20, language)
    assert built.pages > 3
    for page in range(1, 3):
        inner = (page % 2 == 0) == (first == INNER)
        left = INNER if inner else OUTER
        own = [char.box for char in characters(built.data) if char.page == page]
        assert min(box[0] for box in own) >= left - 1.5
        assert max(box[2] for box in own) <= WIDTH - (INNER + OUTER - left) + 1.5


def test_a_handout_takes_as_many_pages_as_it_needs() -> None:
    counts = [long(count).pages for count in (1, 10, 40)]
    assert counts == sorted(set(counts))
