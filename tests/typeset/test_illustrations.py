"""The drawings of the library: in the table, inside their box, and never in the colour of the ground."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.model.people import SLOTS
from generator.typeset.svg_reader import read_svg

FOLDER = Path(__file__).parents[2] / "layouts/illustrations"
DRAWINGS = sorted(FOLDER.glob("*.svg"))
WITHOUT_PEOPLE = {"brain", "sunrise"}


def test_the_table_names_every_drawing() -> None:
    table = (FOLDER / "README.md").read_text(encoding="utf-8").split("## How")[0]
    rows = re.findall(r"^\| (`.*`.*?) \|", table, re.M)
    named = {name for row in rows for name in re.findall(r"`([a-z0-9-]+)`", row)}
    heads = {path.stem for path in DRAWINGS if path.stem.startswith("baby-")}
    assert named | heads == {path.stem for path in DRAWINGS}


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_keeps_to_its_box_and_its_slots(path: Path) -> None:
    drawing = read_svg(path.read_bytes()).without("bg")
    left, top, right, bottom = drawing.bounds
    assert min(left, top) >= 0, "what sticks out is cut off"
    assert right <= 401, "what sticks out is cut off"
    assert bottom >= 340, "it stands on the horizon"
    colours = {colour for shape in drawing.shapes for colour in (shape.fill, shape.stroke)}
    assert SLOTS["primary_tint"] not in colours, "the ground's own colour"
    if path.stem not in WITHOUT_PEOPLE:
        assert colours & {SLOTS[f"skin_{person}"] for person in "abc"}
