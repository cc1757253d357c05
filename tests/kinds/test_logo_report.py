"""What is said of logos: how sharp they are, and where a plate is behind them."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from generator.kinds.logo_report import GROUNDS, LogoSaid, empty_share, logo_report
from generator.kinds.logos import CRISP
from generator.kinds.look import Artwork, Mark
from generator.kinds.specimen_looks import LOGO_GROUNDS
from generator.model.roles import derive
from generator.typeset.pictures import read_picture
from generator.typeset.svg_reader import read_svg
from tests.support.making import setting_of


def disc(colour: str, width: int = 400, ground: str | None = None) -> Artwork:
    image = Image.new("RGBA", (width, width // 2), ground or (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((0, 0, width - 1, width // 2 - 1), fill=colour)
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return read_picture(buffer.getvalue())


def drawn(colour: str) -> Artwork:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40">'
    return read_svg(f'{head}<circle cx="40" cy="20" r="19" fill="{colour}"/></svg>'.encode())


def said(art: Artwork, light: Artwork | None = None, primary: str = "#17565c") -> list[LogoSaid]:
    setting = setting_of()
    setting.look = setting.look._replace(logo=Mark(art, "Own", light), partners=(), roles=derive(primary))
    return logo_report(setting)


def test_a_drawing_is_sharp_at_any_size() -> None:
    (logo,) = said(drawn("#c02020"))
    assert (logo.kind, logo.pixels, logo.coarse) == ("drawing", None, None)
    assert [one.dots for one in logo.printed] == [None] * len(logo.printed)


@pytest.mark.parametrize(("width", "coarse"), [(120, True), (1200, False)])
def test_a_picture_is_reckoned_where_it_is_printed_largest(width: int, coarse: bool) -> None:
    (logo,) = said(disc("#c02020", width))
    assert (logo.coarse is not None) == coarse
    sizes = [one.width for one in logo.printed]
    assert sizes == sorted(sizes)
    last = logo.printed[-1]
    assert last.dots == pytest.approx(width / (last.width / 25.4), abs=1)
    (enough,) = said(disc("#c02020", logo.wanted + logo.wanted % 2))
    assert min(one.dots or 0 for one in enough.printed) >= CRISP


def test_every_ground_is_told_once_with_a_plate_or_without() -> None:
    (logo,) = said(drawn("#17565c"))
    plates = [ground for ground, _ in logo.plates]
    assert sorted([*plates, *logo.bare]) == sorted(words for _, words in GROUNDS)
    assert plates == ["the dark band"]
    assert [role for role, _ in GROUNDS] == list(LOGO_GROUNDS)  # what the specimen shows is what is told


def test_the_light_version_is_looked_at_on_the_dark_band() -> None:
    usual, light = said(drawn("#17565c"), drawn("#ffffff"))
    assert "the dark band" not in usual.bare
    assert (light.plates, light.bare) == ((), ("the dark band",))


def test_a_logo_that_is_white_gets_a_plate_on_paper() -> None:
    (logo,) = said(drawn("#ffffff"))
    assert "white paper" in [ground for ground, _ in logo.plates]
    assert logo.bare == ("the dark band",)


def test_a_logo_whose_name_would_be_lost_on_the_dark_band_has_a_plate() -> None:
    half = read_svg(
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><path d="M0 0h50v36H0z" fill="#fff1a8"/>'
        b'<path d="M54 0h24v40H54z" fill="#17565c"/></svg>'
    )
    (logo,) = said(half)
    assert logo.plates == (("the dark band", "#ffffff"),)


@pytest.mark.parametrize(("inner", "empty"), [((0, 0, 100, 50), 0.0), ((0, 0, 50, 50), 0.5), ((25, 0, 75, 25), 0.75)])
def test_empty_space_round_a_logo_is_reckoned(inner: tuple[int, int, int, int], empty: float) -> None:
    image = Image.new("RGBA", (100, 50), (0, 0, 0, 0))
    image.paste((10, 90, 40, 255), inner)
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    assert empty_share(read_picture(buffer.getvalue())) == pytest.approx(empty)
    x, y, right, bottom = inner
    shape = f'<rect x="{x}" y="{y}" width="{right - x}" height="{bottom - y}"/>'
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'
    assert empty_share(read_svg(f"{head}{shape}</svg>".encode())) == pytest.approx(empty)


def test_a_picture_with_a_ground_and_one_with_nothing_in_it() -> None:
    assert empty_share(disc("#123456", ground="#ffffff")) == 0.0
    buffer = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(buffer, "PNG")
    assert empty_share(read_picture(buffer.getvalue())) == 1.0
