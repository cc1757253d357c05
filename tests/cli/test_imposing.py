"""`--impose` and its company: what goes together, what is said, what the file is called."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from generator.cli import imposing
from generator.kinds.imposition import SCHEMES, SHEETS
from tests.support.command import Call, workspace, written

GOOD = "title: A title\naudience: parents\nlayout: {}\nbody:\n  - text: Hello\n"
HANDOUTS = {
    "handouts/one.yaml": GOOD.format("a4-leaflet"),
    "handouts/book.yaml": GOOD.format("a5-booklet"),
    "handouts/cards.yaml": GOOD.format("a6-cards"),
    "handouts/fold.yaml": GOOD.format("a4-trifold"),
}


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return workspace(tmp_path, HANDOUTS)


def test_the_choices_are_those_there_are() -> None:
    assert imposing.SCHEMES == SCHEMES
    assert tuple(SHEETS) == imposing.SHEETS


@pytest.mark.parametrize(
    ("scheme", "sides", "said"),
    [
        (
            "booklet",
            2,
            "1 sheet of A4 landscape; print on both sides, flipped on the short edge; fold it in the middle",
        ),
        ("2up", 2, "1 sheet of A4 landscape; print on both sides, flipped on the short edge"),
        ("4up", 1, "1 sheet of A4 portrait; print on one side; pages at 71% of their size"),
        (
            "cut-stack",
            2,
            "1 sheet of A4 landscape; print on both sides, flipped on the short edge; cut the stack into 2",
        ),
    ],
)
def test_a_booklet_on_sheets(scheme: str, sides: int, said: str, shelf: Path, call: Call) -> None:
    made = call(shelf, "build", "book", "--impose", scheme)
    assert (made.code, made.out) == (0, f"output/book--{scheme}.pdf\n")
    assert f"book--{scheme}.pdf: {said}" in made.err
    assert made.err.endswith("1 PDF made\n")
    with pikepdf.open(io.BytesIO((shelf / f"output/book--{scheme}.pdf").read_bytes())) as pdf:
        assert len(pdf.pages) == sides
        assert str(pdf.docinfo["/Title"]) == "A title"


def test_its_name_stands_behind_all_else(shelf: Path, call: Call) -> None:
    made = call(shelf, "build", "one", "--layout", "a5-booklet", "--edition", "ink-saver", "--impose", "booklet")
    assert made.out == "output/one--a5-booklet--ink-saver--booklet.pdf\n"


def test_everything_that_can_be_chosen(shelf: Path, call: Call) -> None:
    chosen = ["--signature", "8", "--paper", "120gsm", "--duplex", "long", "--sheet", "a3", "--no-marks"]
    made = call(shelf, "build", "book", "--impose", "booklet", *chosen)
    assert made.code == 0, made.err
    assert "1 sheet of A3 landscape; print on both sides, flipped on the long edge" in made.err
    assert call(shelf, "build", "book", "--impose", "booklet", "--caliper", "0.15 mm", "--marks").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--impose folded", "'folded' is not one of 'booklet', '2up', '4up', 'cut-stack'"),
        ("--impose booklet --signature 6", "--signature 6: a folded sheet has four pages"),
        ("--impose booklet --signature 6", "did you mean 8?"),
        ("--impose booklet --signature 0", "did you mean 4?"),
        ("--impose booklet --signature 400", "did you mean 128?"),
        ("--impose booklet --paper heavy", "--paper: 'heavy' is not the weight of a paper; write it in grams"),
        ("--impose booklet --paper 5gsm", "they weigh from 40gsm to 400gsm"),
        ("--impose booklet --caliper 6pt", "write that of one sheet in millimetres, such as 0.15mm"),
        ("--impose booklet --caliper 15mm", "one sheet has from 0.03mm to 0.6mm"),
        ("--impose booklet --paper 80gsm --caliper 0.1mm", "--paper and --caliper say the same thing"),
        ("--impose 2up --signature 8", "--signature goes with '--impose booklet' only"),
        ("--impose 4up --paper 80gsm", "--paper goes with '--impose booklet' only"),
        ("--impose cut-stack --caliper 0.1mm", "--caliper goes with '--impose booklet' only"),
        ("--signature 8", "--signature goes with --impose only"),
        ("--sheet A4", "--sheet goes with --impose only"),
        ("--no-marks", "--no-marks goes with --impose only"),
        ("--marks", "--marks goes with --impose only"),
        ("--duplex short", "--duplex goes with --impose only"),
        ("--impose 2up --sheet A9", "'A9' is not one of"),
    ],
)
def test_what_has_no_meaning(arguments: str, said: str, shelf: Path, call: Call) -> None:
    before = written(shelf)
    made = call(shelf, "build", "book", *arguments.split())
    assert (made.code, made.out) == (2, "")
    assert said in made.err
    assert written(shelf) == before


def test_all_of_it_is_told_at_once(shelf: Path, call: Call) -> None:
    made = call(shelf, "build", "--impose", "2up", "--signature", "6", "--paper", "thick", "--caliper", "thin")
    for said in ("--signature goes with", "--paper goes with", "did you mean 8", "'thick'", "'thin'", "say the same"):
        assert said in made.err


def test_sheets_that_are_ready_are_refused_and_nothing_is_written(shelf: Path, call: Call) -> None:
    before = written(shelf)
    made = call(shelf, "build", "--impose", "2up")
    assert (made.code, made.out) == (1, "")
    assert "error[imposed-already]: cards: the layout 'A6 cards' makes cards on a sheet already" in made.err
    assert "error[imposed-already]: fold: the layout 'A4 tri-fold' makes panels on a sheet already" in made.err
    assert "leave out '--impose'" in made.err
    assert written(shelf) == before


def test_a_sheet_that_is_too_small(shelf: Path, call: Call) -> None:
    made = call(shelf, "build", "one", "--impose", "booklet", "--sheet", "A4")
    assert (made.code, made.out) == (1, "")
    assert "error[sheet-too-small]: one: A4 is too small for pages of 210 x 297 mm" in made.err


PACK = "title: A course\naudience: parents\nsections:\n  - title: First\n    items: [one]\n"


def test_a_pack_keeps_its_back_cover_at_the_back(shelf: Path, call: Call) -> None:
    (shelf / "handouts/packs").mkdir()
    (shelf / "handouts/packs/course.yaml").write_text(PACK)
    made = call(shelf, "pack", "course", "--impose", "booklet", "--paper", "90gsm")
    assert (made.code, made.out) == (0, "output/course--booklet.pdf\n"), made.err
    assert "of A3 landscape; print on both sides" in made.err
    with pikepdf.open(io.BytesIO((shelf / "output/course--booklet.pdf").read_bytes())) as pdf:
        placed = sorted(name for page in pdf.pages for name in page.obj.Resources.XObject)
        outside = sorted(pdf.pages[0].obj.Resources.XObject.keys(), key=lambda name: int(name[2:]))
        assert outside == ["/P1", f"/P{len(placed)}"]
