"""`handouts preview`: a handout as a picture, by the same road as `build`."""

from __future__ import annotations

import contextlib
import io
import sys
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.base.findings import Refused
from generator.cli.main import run
from generator.stages.picture import LEAST_DPI, LONGEST, MOST, best_dpi, strip
from tests.support.command import Call, process, workspace, written

GOOD = "title: A title\naudience: parents\nbody:\n  - text: Hello\n"
TWO = GOOD + "  - break: page\n  - text: More\n"
BANNER = "name: Banner\nkind: leaflet\npage: [2000, 2000]\npages: {max: 4}\n"
A4 = (827, 1170)  # px at 100 dpi, rounded up


def size(path: Path) -> tuple[int, int]:
    with Image.open(path) as picture:
        assert (picture.format, picture.mode) == ("PNG", "RGB")
        return picture.size


def test_every_page_stands_side_by_side(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, {"handouts/one.yaml": TWO}), "preview", "one")
    assert said == (0, "output/one.png\n", "")
    assert size(tmp_path / "output/one.png") == (2 * A4[0] + 1, A4[1])
    assert [name for name in written(tmp_path) if name.startswith("output")] == ["output/one.png"]


def test_a_hairline_parts_the_pages_and_nothing_else(tmp_path: Path, call: Call) -> None:
    call(workspace(tmp_path, {"handouts/one.yaml": TWO}), "preview", "one")
    with Image.open(tmp_path / "output/one.png") as picture:
        line = [picture.getpixel((A4[0], y)) for y in (0, 600, A4[1] - 1)]
        assert len(set(line)) == 1
        assert line[0] not in ((255, 255, 255), picture.getpixel((A4[0] - 1, 0)), picture.getpixel((A4[0] + 1, 0)))


def test_one_page_is_that_page(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {"handouts/one.yaml": TWO})
    call(tmp_path, "preview", "one", "-o", "all.png")
    for page in (1, 2):
        assert call(tmp_path, "preview", "handouts/one.yaml", "--page", str(page), "-o", "a/b.png").out == "a/b.png\n"
        with Image.open(tmp_path / "all.png") as whole, Image.open(tmp_path / "a/b.png") as one:
            left = (page - 1) * (A4[0] + 1)
            assert one.tobytes() == whole.crop((left, 0, left + A4[0], A4[1])).tobytes()


def test_the_resolution_is_kept_and_noted(tmp_path: Path, call: Call) -> None:
    call(workspace(tmp_path, {"handouts/one.yaml": GOOD}), "preview", "one", "--dpi", "30")
    assert size(tmp_path / "output/one.png") == (249, 351)
    with Image.open(tmp_path / "output/one.png") as picture:
        assert round(picture.info["dpi"][0]) == 30


def test_brand_and_layout_stand_in_the_name(tmp_path: Path, call: Call) -> None:
    files = {
        "handouts/one.yaml": GOOD,
        "layouts/sheet.yaml": "name: Sheet\nkind: leaflet\npage: A5\npages: {max: 4}\n",
        **{f"layouts/brands/{name}/brand.yaml": "name: Own\nextends: little-room\n" for name in ("other", "own")},
    }
    said = call(workspace(tmp_path, files), "preview", "one", "--brand", "own", "--layout", "sheet")
    assert said.out == "output/one--own--sheet.png\n"
    assert size(tmp_path / "output/one--own--sheet.png")[0] % 583 in (0, 1)  # A5 at 100 dpi


FOLDED = "name: Folded\nkind: folded\npage: A4\norientation: landscape\npanels: [97, 100, 100]\n"
FOLDED += "margins: {top: 13.6, bottom: 10, inner: 10, outer: 10}\n"


def test_a_folded_sheet_is_drawn_as_it_is_read_or_as_it_is_printed(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {"handouts/one.yaml": GOOD, "layouts/own.yaml": FOLDED})
    ask = ("preview", "one", "--layout", "own")
    for way, parts in (("reader", (100, 97, 297, 100)), ("sheet", (297, 297))):
        assert call(tmp_path, *ask, "--as", way, "-o", "x.png").code == 0
        width = sum(round(part / 25.4 * 100) for part in parts) + (len(parts) - 1) * 19
        assert size(tmp_path / "x.png") == (pytest.approx(width, abs=4), 827)
    call(tmp_path, *ask, "-o", "usual.png")
    call(tmp_path, *ask, "--as", "reader", "-o", "x.png")
    assert (tmp_path / "usual.png").read_bytes() == (tmp_path / "x.png").read_bytes()
    assert call(tmp_path, *ask, "--page", "2", "-o", "x.png").code == 0
    assert size(tmp_path / "x.png") == (1170, 827)
    assert call(tmp_path, *ask, "--as", "other").code == 2


def test_an_edition_that_unfolds_it_is_drawn_by_pages(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {"handouts/one.yaml": GOOD, "layouts/own.yaml": FOLDED})
    assert call(tmp_path, "preview", "one", "--layout", "own", "--edition", "large-print", "-o", "x.png").code == 0
    assert size(tmp_path / "x.png") == A4


def test_an_edition_is_drawn_as_it_is_built(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {"handouts/one.yaml": GOOD})
    assert call(tmp_path, "preview", "one", "--edition", "ink-saver").out == "output/one--ink-saver.png\n"
    with Image.open(tmp_path / "output/one--ink-saver.png") as picture:
        assert all(red == green == blue for _, (red, green, blue) in picture.getcolors(picture.width * picture.height))
    assert call(tmp_path, "preview", "one", "--edition", "nope").code == 2


def test_what_is_wrong_is_told_as_by_build(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {"handouts/one.yaml": GOOD.replace("text:", "txt:"), "output/one.png": "old"})
    built, seen = call(tmp_path, "build", "one"), call(tmp_path, "preview", "one")
    assert seen == built
    assert seen.code == 1
    assert (tmp_path / "output/one.png").read_text() == "old"


def test_warnings_are_told_and_stop_nothing(tmp_path: Path, call: Call) -> None:
    past = GOOD + "review: {next_review: 2020-01-01}\n"
    said = call(workspace(tmp_path, {"handouts/one.yaml": past}), "preview", "one")
    assert (said.code, said.out) == (0, "output/one.png\n")
    assert "handouts/one.yaml:5:23: warning[review-dates]" in said.err


def test_a_page_that_there_is_not_says_how_many_there_are(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {"handouts/one.yaml": GOOD, "handouts/two.yaml": TWO})
    for name, page, told in (("one", "2", "1 page"), ("two", "3", "2 pages"), ("two", "99999999999999999999", "2 p")):
        said = call(tmp_path, "preview", name, "--page", page)
        assert (said.code, said.out) == (2, "")
        assert f"there is no page {page}: '{name}' has {told}" in said.err
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("one", "two"),
        ("nope",),
        ("one", "--page", "0"),
        ("one", "--page", "-1"),
        ("one", "--page", "x"),
        ("one", "--dpi", "29"),
        ("one", "--dpi", "601"),
        ("one", "--dpi", "72.5"),
        ("one", "-o", ""),
        ("one", "-o", "x.pdf"),
        ("one", "-o", "x"),
        ("one", "-o", ".png"),
        ("one", "-o", "folder/"),
        ("one", "--brand", "nope"),
    ],
)
def test_what_is_not_understood_ends_with_2(arguments: tuple[str, ...], tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {"handouts/one.yaml": GOOD, "handouts/two.yaml": GOOD})
    before = written(tmp_path)
    said = call(tmp_path, "preview", *arguments)
    assert (said.code, said.out) == (2, "")
    assert "Error: " in said.err
    assert written(tmp_path) == before


def test_a_folder_in_the_way_is_told_before_the_work(
    tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace(tmp_path, {"handouts/one.yaml": GOOD})
    (tmp_path / "output/one.png").mkdir(parents=True)
    monkeypatch.setattr("generator.pipeline.render", None)  # called, it would fail
    said = call(tmp_path, "preview", "one")
    assert (said.code, said.out) == (1, "")
    assert "error[write-odd]" in said.err


def test_a_page_too_large_is_drawn_smaller(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {"handouts/one.yaml": GOOD, "layouts/banner.yaml": BANNER})
    said = call(tmp_path, "preview", "one", "--layout", "banner", "--dpi", "600", "--page", "1")
    assert said.code == 0
    assert "at 600 the picture would be too large" in said.err
    width, height = size(tmp_path / "output/one--banner.png")
    assert MOST * 0.9 < width * height <= MOST


def test_more_pages_than_one_picture_holds() -> None:
    pdf = pikepdf.new()
    for _ in range(190):
        pdf.add_blank_page(page_size=(595, 842))
    buffer = io.BytesIO()
    pdf.save(buffer)
    with pytest.raises(Refused) as told:
        strip(buffer.getvalue(), 100)
    (finding,) = told.value.findings.errors
    assert finding.message == "190 pages are too many for one picture"
    assert "--page N" in finding.help
    assert strip(buffer.getvalue(), 100, 189).dpi == 100


@given(
    st.lists(st.tuples(st.floats(141, 5670), st.floats(141, 5670)), min_size=1, max_size=500),  # pt: 50 mm to 2000 mm
    st.integers(30, 600),
)
def test_no_picture_is_larger_than_its_limits(sizes: list[tuple[float, float]], asked: int) -> None:
    dpi = min(asked, best_dpi(sizes))
    if dpi < LEAST_DPI:
        return
    line = max(1, round(dpi / 100))
    # the sides of a page are rounded up
    width = sum(int(wide * dpi / 72) + 1 for wide, _ in sizes) + line * (len(sizes) - 1)
    height = max(int(high * dpi / 72) + 1 for _, high in sizes)
    assert max(width, height) <= LONGEST
    assert width * height <= MOST


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a handout of two small pages."""
    layout = "name: Card\nkind: leaflet\npage: A6\npages: {max: 4}\n"
    files = {"handouts/one.yaml": TWO + "layout: card\n", "layouts/card.yaml": layout}
    return workspace(tmp_path_factory.mktemp("small"), files)


ODD = st.sampled_from(["", "x", "1.5", "1e2", "-0", "\u0661", "nan", "--page", "0x10", " 1"])


@settings(max_examples=30)
@given(st.integers(-1, 4).map(str) | ODD, st.integers(20, 150).map(str) | st.sampled_from(["0", "600", "601"]) | ODD)
def test_any_page_and_resolution_is_drawn_or_refused(small: Path, page: str, dpi: str) -> None:
    (small / "x.png").unlink(missing_ok=True)
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(small), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(["preview", "one", f"--page={page}", f"--dpi={dpi}", "-o", "x.png"])
    if code == 0:
        assert out.getvalue() == "x.png\n"
        assert abs(size(small / "x.png")[0] - 105 / 25.4 * int(dpi)) <= 1
        assert int(page) >= 1
        assert 30 <= int(dpi) <= 600
    else:
        assert (code, out.getvalue()) == (2, "")
        assert "\nError: " in err.getvalue()
        assert not (small / "x.png").exists()


def test_the_library_that_draws_may_be_missing(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    said = call(workspace(tmp_path, {"handouts/one.yaml": GOOD}), "preview", "one")
    assert (said.code, said.out) == (1, "")
    assert "error[no-pypdfium2]" in said.err
    assert "  help: run: pip install 'pypdfium2>=5.15'\n" in said.err
    assert not (tmp_path / "output").exists()


def test_the_bytes_are_the_same_everywhere(tmp_path: Path) -> None:
    found = set()
    for number, surroundings in enumerate(({"PYTHONHASHSEED": "0"}, {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"})):
        folder = workspace(tmp_path / str(number), {"handouts/one.yaml": GOOD})
        assert process(folder, "preview", "one", **surroundings).code == 0
        found.add((folder / "output/one.png").read_bytes())
    assert len(found) == 1
