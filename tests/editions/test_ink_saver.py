from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageStat

from tests.support.everything import everything
from tests.support.goldens import Goldens
from tests.support.making import Built, build, build_in
from tests.support.onpage import contrasts, off_page
from tests.support.reading import rasters, smallest_type
from tests.support.verapdf import validate

ROOT = Path(__file__).parents[2]
NAME = "tuning-into-your-baby"


@pytest.fixture(scope="module")
def usual() -> Built:
    return build_in(ROOT, NAME)


@pytest.fixture(scope="module")
def saver() -> Built:
    return build_in(ROOT, NAME, edition="ink-saver")


def picture() -> bytes:
    image = Image.new("RGB", (40, 30), "#205080")
    image.paste("#d04020", (5, 5, 20, 20))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.fixture(scope="module")
def whole() -> Built:
    """Every block there is, and a coloured photograph."""
    text = everything("Some words") + '  - image: {file: images/colour.png, alt: "Some colours"}\n'
    return build(text, {"handouts/images/colour.png": picture()}, edition="ink-saver")


@pytest.mark.poppler
def test_every_pixel_is_grey(saver: Built, whole: Built) -> None:
    assert whole.errors == []
    for built in (saver, whole):
        for page in rasters(built.data, 50):
            red, green, blue = (page.getchannel(c) for c in "RGB")
            assert red.tobytes() == green.tobytes() == blue.tobytes()


@pytest.mark.poppler
def test_it_takes_three_fifths_of_the_ink_at_most(usual: Built, saver: Built) -> None:
    def ink(data: bytes) -> float:
        pages = [page.convert("L") for page in rasters(data, 40)]
        return sum(255 * page.width * page.height - ImageStat.Stat(page).sum[0] for page in pages)

    assert ink(saver.data) < 0.6 * ink(usual.data)


@pytest.mark.poppler
@pytest.mark.parametrize("layout", ["a4-leaflet", "a4-trifold", "a4-zfold", "a5-booklet", "a3-poster", "a4-worksheet"])
def test_nothing_is_printed_in_the_outer_ten_millimetres(layout: str) -> None:
    edge = int(10 / 25.4 * 72)
    name = "week-play" if layout == "a3-poster" else "back-and-forth"
    built = build_in(ROOT, name, edition="ink-saver", layout=layout)
    assert built.errors == []
    for page in rasters(built.data, 72):
        inner = page.convert("L").copy()
        inner.paste(255, (edge, edge, page.width - edge, page.height - edge))
        assert inner.getextrema() == (255, 255)


def test_it_says_the_same_words_on_the_same_sides(usual: Built, saver: Built) -> None:
    assert saver.words() == usual.words()
    assert saver.pages == usual.pages


@pytest.mark.poppler
def test_contrasts_type_and_tags_hold(saver: Built, whole: Built) -> None:
    for built in (saver, whole):
        weak = {pair: said for pair, (ratio, said) in contrasts(built.data).items() if ratio < 4.5 and said.strip("•")}
        assert weak == {}
        assert smallest_type(built.data) >= 9.5
        assert built.lint == []
        assert off_page(built.data) == []


@pytest.mark.verapdf
def test_the_validator_passes_it(saver: Built, whole: Built, tmp_path: Path) -> None:
    for name, built in (("leaflet", saver), ("whole", whole)):
        (tmp_path / f"{name}.pdf").write_bytes(built.data)
    assert all(failed == [] for failed in validate(sorted(tmp_path.iterdir())).values())


@pytest.mark.poppler
@pytest.mark.parametrize("page", [0, 1])
def test_the_picture(page: int, saver: Built, goldens: Goldens) -> None:
    goldens.page(f"page-{page + 1}.png", saver.data, page)
