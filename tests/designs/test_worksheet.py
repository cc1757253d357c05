"""Worksheets: a line for a name, a title, room to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.kinds.worksheet_head import GUTTER
from tests.support.goldens import Goldens
from tests.support.making import Built, build, build_in, handout
from tests.support.measured import faults, measure
from tests.support.onpage import characters, figure_box
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


@pytest.mark.parametrize("language", ["en-GB", "ar"])
@pytest.mark.parametrize(("wide", "beside"), [(400, True), (1200, False)])
def test_the_line_for_a_name_keeps_clear_of_the_logo(wide: int, beside: bool, language: str) -> None:
    ident = f"wide-{wide}"
    brand = "name: Wide\nlogo: {file: logo.svg, alt: A wide one}\ncolours: {primary: '#17565c'}\n"
    logo = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} 100"><path d="M0 0H{wide}V100H0z"/></svg>'
    folder = f"layouts/brands/{ident}"
    files = {**FILES, f"{folder}/brand.yaml": brand.encode(), f"{folder}/logo.svg": logo.encode()}
    text = handout("- text: x" if language == "en-GB" else "- text: طفلك", layout="a4-worksheet", language=language)
    data = build(text, files, brand=ident, edition="large-print").data
    left, foot, right, _ = figure_box(data, "A wide one")
    name = [char.box for char in characters(data) if char.page == 0 and foot - 40 < char.box[1] < foot + 6][:4]
    gap = min(box[0] for box in name) - right if language == "en-GB" else left - max(box[2] for box in name)
    assert (gap >= GUTTER) if beside else (max(box[3] for box in name) < foot - 6)
