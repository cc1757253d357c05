"""Worksheets: a line for a name, a title, room to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.goldens import Goldens
from tests.support.making import Built, build, build_in, handout
from tests.support.measured import faults, measure
from tests.support.verapdf import validate

ROOT = Path(__file__).parents[2]
FILES = {"layouts/a4-worksheet.yaml": (ROOT / "layouts/a4-worksheet.yaml").read_bytes()}
BODY = """\
- reflection: {prompt: What did the baby show you?, lines: 2}
- reflection: What did you feel in your own body?
- planner: {columns: [Mon, Tue, Wed], rows: [I noticed, I answered]}
"""
HEAD = "illustration: looking-together\nsubtitle: Think of one small moment. There are no wrong answers."


@pytest.fixture(scope="module")
def sheet() -> Built:
    return build(handout(BODY, layout="a4-worksheet", head=HEAD), FILES)


def test_its_tags_are_sound(sheet: Built) -> None:
    assert sheet.findings == ()
    assert sheet.lint == []


def test_the_tree(sheet: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", sheet.outline)


@pytest.mark.poppler
@pytest.mark.parametrize("language", ["en-GB", "ar"])
def test_the_page(language: str, goldens: Goldens) -> None:
    made = build(handout(BODY, layout="a4-worksheet", head=HEAD, language=language), FILES)
    goldens.page(f"{language}.png", made.data, 0)


@pytest.mark.parametrize("edition", ["standard", "ink-saver"])
@pytest.mark.parametrize("brand", ["little-room", "acorn-lane", "hartwell"])
def test_nothing_an_eye_would_trip_over(brand: str, edition: str) -> None:
    built = build_in(ROOT, "play-week-planner", layout="a4-worksheet", brand=brand, edition=edition)
    assert faults(measure(built.data)) == []


@pytest.mark.verapdf
def test_it_is_accessible(sheet: Built, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(sheet.data)
    assert validate([path]) == {path: []}


def test_there_is_a_line_for_a_name(sheet: Built) -> None:
    assert "P Name\n" in sheet.outline


def test_an_empty_row_of_drawings_is_no_picture() -> None:
    assert build(handout(BODY, layout="a4-worksheet", head="illustration: []"), FILES).errors == []
