"""`handouts contact-sheet`: every page of a build on one picture."""

from __future__ import annotations

import io
import sys
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.base.findings import Refused
from generator.catalog.fonts import label_font
from generator.stages import contact_sheet as stage
from generator.stages.contact_sheet import LINES, MOST, Leaflet, Shelf, contact_sheet
from tests.support.command import Call, workspace, written
from tests.support.goldens import Goldens

GOOD = "title: A title\naudience: parents\nbody:\n  - text: Hello\n"
TWO = GOOD + "  - break: page\n  - text: More\n"
HANDOUTS = {"handouts/one.yaml": TWO, "handouts/two.yaml": GOOD}
BRANDS = {
    f"layouts/brands/{name}/brand.yaml": f'name: Own\nextends: little-room\ncolours: {{primary: "{colour}"}}\n'
    for name, colour in (("green", "#225522"), ("red", "#882233"))
}
TABLE = (233, 233, 231)


def blank(pages: int, size: tuple[float, float] = (595, 842)) -> bytes:
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=size)
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    assert (picture.format, picture.mode) == ("PNG", "RGB")
    return picture


def test_every_page_is_on_it(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, HANDOUTS), "contact-sheet")
    assert said == (0, "output/contact-sheet.png\n", "")
    assert [name for name in written(tmp_path) if name.startswith("output")] == ["output/contact-sheet.png"]
    with Image.open(tmp_path / "output/contact-sheet.png") as sheet:
        assert sheet.getpixel((2, 2)) == TABLE
        row = [sheet.getpixel((x, 200)) == TABLE for x in range(sheet.width)]
    assert sum(a and not b for a, b in pairwise(row)) == 3  # pages begin


def test_only_the_handouts_that_are_named(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, HANDOUTS)
    widths = []
    for names in (["two"], ["one"], ["one", "two"]):
        assert call(tmp_path, "contact-sheet", *names, "-o", "s.png").out == "s.png\n"
        with Image.open(tmp_path / "s.png") as sheet:
            widths.append(sheet.width)
    assert widths == sorted(set(widths))


def test_what_is_seen_is_named_and_counted(tmp_path: Path, call: Call) -> None:
    folded = "name: Folded\nkind: folded\npage: A4\norientation: landscape\npanels: [97, 100, 100]\n"
    folded += "margins: {top: 13.6, bottom: 10, inner: 10, outer: 10}\n"
    workspace(tmp_path, {"handouts/two.yaml": GOOD, "layouts/own.yaml": folded})
    begun = []
    for way in ("reader", "sheet"):
        assert call(tmp_path, "contact-sheet", "--layout", "own", "--as", way, "-o", "s.png").code == 0
        with Image.open(tmp_path / "s.png") as sheet:
            rows = [[sheet.getpixel((x, y)) == TABLE for x in range(sheet.width)] for y in (200, sheet.height - 200)]
        begun.append([sum(a and not b for a, b in pairwise(row)) for row in rows])
    assert begun == [[3, 1], [2, 2]]  # cover, flap, inside and, in a second row, the back; two sides, looked at twice


def test_brands_stand_one_below_the_other(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, HANDOUTS | BRANDS)
    said = call(tmp_path, "contact-sheet", "--brand", "green", "--brand", "red", "--brand", "green", "-o", "s.png")
    assert (said.code, said.out) == (0, "s.png\n")
    with Image.open(tmp_path / "s.png") as sheet:
        column = [sheet.getpixel((250, y)) == TABLE for y in range(sheet.height)]
    assert sum(a and not b for a, b in pairwise(column)) == 2


def test_what_it_looks_like(goldens: Goldens) -> None:
    first = [Leaflet("a-leaflet", blank(2)), Leaflet("first-days-at-home-and-what-to-look-for", blank(3, (842, 595)))]
    shelves = [Shelf("green", first), Shelf("red", [Leaflet("a-leaflet", blank(2, (280, 595)))])]
    sheet = opened(contact_sheet(shelves, label_font()))
    goldens.picture("sheet.png", sheet.convert("L").resize((sheet.width // 2, sheet.height // 2), Image.Resampling.BOX))


def test_the_same_words_give_the_same_bytes(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, HANDOUTS)
    for name in ("a.png", "b.png"):
        call(tmp_path, "contact-sheet", "-o", name)
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


def test_nothing_is_written_when_one_is_wrong(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, HANDOUTS | BRANDS | {"handouts/two.yaml": GOOD.replace("text:", "txt:")})
    said = call(tmp_path, "contact-sheet", "--brand", "green", "--brand", "red")
    assert (said.code, said.out) == (1, "")
    assert said.err.endswith("1 problem in 1 handout; nothing was written\n")
    assert not (tmp_path / "output").exists()


def test_every_unknown_name_is_told_once(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, HANDOUTS | BRANDS)
    said = call(tmp_path, "contact-sheet", "ones", "--brand", "gren", "--brand", "redd")
    assert (said.code, said.out) == (2, "")
    assert [line for line in said.err.splitlines() if "called" in line] == [
        "Error: there is no handout called 'ones'",
        "there is no brand called 'gren'",
        "there is no brand called 'redd'",
    ]
    assert said.err.count("  help: did you mean") == 3


def test_an_output_that_is_no_png(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, HANDOUTS)
    for output in ("", "x.jpg", "folder/"):
        assert call(tmp_path, "contact-sheet", "-o", output).code == 2


def test_the_library_that_draws_may_be_missing(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    said = call(workspace(tmp_path, HANDOUTS), "contact-sheet")
    assert (said.code, said.out) == (1, "")
    assert "error[no-pypdfium2]" in said.err


def test_many_pages_are_drawn_smaller_and_too_many_refused() -> None:
    many = [Leaflet(f"handout-{number}", blank(2)) for number in range(150)]
    sheet = opened(contact_sheet([Shelf("", many)], label_font()))
    assert MOST / 2 < sheet.width * sheet.height <= MOST
    with pytest.raises(Refused, match="1200 pages are too many"):
        contact_sheet([Shelf("", many * 4)], label_font())


@settings(max_examples=15)
@given(
    st.lists(
        st.lists(
            st.tuples(
                st.from_regex(r"[a-z0-9]{1,30}(-[a-z0-9]{1,12}){0,6}", fullmatch=True),
                st.integers(1, 3),
                st.tuples(st.floats(141, 5670), st.floats(141, 5670)),
            ),
            min_size=1,
            max_size=4,
        ),
        min_size=1,
        max_size=3,
    )
)
def test_pages_and_labels_never_overlap(given_: list[list[tuple[str, int, tuple[float, float]]]]) -> None:
    shelves = [
        (f"brand-{n}", list(stage._cards([Leaflet(name, blank(pages, size)) for name, pages, size in row])))
        for n, row in enumerate(given_)
    ]
    sheet = stage._arranged(shelves, 200, label_font())
    boxes = []
    for placed in sheet.cards:
        words = [line for line, _ in stage._label(placed)]
        wide = max(placed.width, *(sheet.label.getlength(line) for line in words))
        boxes.append((placed.x, placed.y, placed.x + wide, placed.y + placed.height + sheet.line * len(words)))
        assert len(placed.name) <= LINES
    boxes += [(0, y, sheet.width, y + sheet.line) for y, _ in sheet.titles]
    for number, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 0
        assert right <= sheet.width
        assert bottom <= sheet.height
        for other in boxes[:number]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
