from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.house.test_taglint import saved
from tests.support import goldens as g
from tests.support.sample import sample


def page(top: int) -> Image.Image:
    """A page of grey lines, the first at `top`, px of 640 by 900."""
    picture = Image.new("RGB", (640, 900), "white")
    draw = ImageDraw.Draw(picture)
    for line in range(top, 850, 40):
        draw.rectangle((60, line, 580, line + 14), fill="#222222")
    return picture


def folder(path: Path, update: bool) -> g.Goldens:
    return g.Goldens(path / "goldens", update, path)


def test_a_golden_is_made_only_on_purpose(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"no golden .*pytest --update"):
        folder(tmp_path, False).text("tree.txt", "P\n")
    folder(tmp_path, True).text("tree.txt", "P\n")
    folder(tmp_path, False).text("tree.txt", "P\n")


def test_text_that_differs_shows_the_lines(tmp_path: Path) -> None:
    folder(tmp_path, True).text("tree.txt", "H1 Tuning in\nP Watch\n")
    with pytest.raises(AssertionError, match=r"(?s)--update.*-P Watch\n\+P Wait"):
        folder(tmp_path, False).text("tree.txt", "H1 Tuning in\nP Wait\n")


def test_a_picture_is_compared(tmp_path: Path) -> None:
    folder(tmp_path, True).picture("page.png", g.shrink(page(60)))
    folder(tmp_path, False).picture("page.png", g.shrink(page(60)))
    folder(tmp_path, False).picture("page.png", g.shrink(page(60)).point(lambda v: max(0, v - 1)))
    with pytest.raises(AssertionError, match=r"of 255 apart.*made: "):
        folder(tmp_path, False).picture("page.png", g.shrink(page(74)))
    assert (tmp_path / "page.png").exists()


def test_another_page_size_is_never_the_same() -> None:
    assert g.difference(Image.new("L", (160, 200)), Image.new("L", (160, 201))) == 255


def test_a_golden_is_small() -> None:
    encoded = g.encode(g.shrink(page(60)))
    assert len(encoded) < g.MOST_BYTES / 4


def test_a_big_picture_is_refused(tmp_path: Path) -> None:
    noise = Image.effect_noise((400, 400), 90)
    with pytest.raises(AssertionError, match="bytes, more than"):
        folder(tmp_path, True).picture("noise.png", noise)


@pytest.mark.poppler
def test_a_page_of_a_pdf_is_compared(tmp_path: Path) -> None:
    folder(tmp_path, True).page("two.png", saved(sample()), 1)
    folder(tmp_path, False).page("two.png", saved(sample()), 1)
    with Image.open(tmp_path / "goldens" / "two.png") as picture:
        assert picture.width == g.WIDTH


def test_the_fixture_has_a_folder_for_each_module(goldens: g.Goldens) -> None:
    assert goldens.folder == Path(__file__).parent / "goldens" / "goldens"
