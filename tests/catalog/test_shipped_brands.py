"""The brands that come with the tool: whole, legible, and with logos that can be made again."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from PIL import Image

from generator.base.findings import Findings
from generator.catalog.brands import brand_names, default_brand, load_look
from generator.catalog.handouts import handout_names
from generator.catalog.workspace import Workspace
from generator.model.colour import contrast
from generator.typeset.pictures import Picture
from tests.support.making import build_in

ROOT = Path(__file__).parents[2]
LIBRARY = Workspace(ROOT, ROOT)
BRANDS = brand_names(LIBRARY)
TALLEST = 54 / 72  # inches: the tallest that a logo is printed
DPI = 300


def test_three_brands_come_with_the_tool_and_little_room_is_the_usual_one() -> None:
    assert BRANDS == ["acorn-lane", "hartwell", "little-room"]
    assert default_brand(LIBRARY) == "little-room"


@pytest.mark.parametrize("ident", BRANDS)
def test_a_brand_is_whole(ident: str) -> None:
    findings = Findings()
    look = load_look(LIBRARY, ident, findings)
    assert findings.all == []
    assert look is not None
    assert look.logo is not None
    assert look.logo.light is not None
    assert {"name", "strapline", "nation", "phone", "email", "web"} <= set(look.values)
    assert look.values["phone"].startswith("01632 960 "), "numbers of dramas, which ring nobody"
    assert look.values["web"].endswith(".example")


@pytest.mark.parametrize("ident", BRANDS)
def test_logos_of_pixels_are_fine_enough_for_print_and_clear_around(ident: str) -> None:
    look = load_look(LIBRARY, ident, Findings())
    assert look is not None
    assert look.logo is not None
    for art in (look.logo.art, look.logo.light):
        if isinstance(art, Picture):
            assert art.height >= TALLEST * DPI
            assert art.alpha is not None
            assert art.alpha.count(0) > 0.3 * len(art.alpha)


@pytest.mark.parametrize("ident", BRANDS)
@pytest.mark.parametrize("handout", handout_names(LIBRARY))
def test_every_handout_fits_its_pages_in_every_brand(handout: str, ident: str) -> None:
    assert build_in(ROOT, handout, brand=ident).errors == []


def test_brands_look_different_from_one_another() -> None:
    looks = [load_look(LIBRARY, ident, Findings()) for ident in BRANDS]
    assert None not in looks
    for part in ("shape", "heading", "body", "radius", "roles", "people"):
        assert len({str(getattr(look, part)) for look in looks}) >= 2, part
    assert len({look.shape for look in looks if look is not None}) == 3


def test_text_in_nunito_is_medium_since_its_regular_prints_grey() -> None:
    look = load_look(LIBRARY, "acorn-lane", Findings())
    assert look is not None
    assert look.body.main(400).postscript_name == "Nunito-Medium"
    assert look.body.main(400, italic=True).postscript_name == "Nunito-MediumItalic"
    assert look.body.main(700).postscript_name == "Nunito-Bold"
    assert look.heading.main(600).postscript_name == "BricolageGrotesque-Bold"


def test_logos_are_made_again_as_they_are(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("make_logos", ROOT / "docs/make_logos.py")
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    maker.main(tmp_path)
    made = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.*"))
    assert len(made) == 6
    for name in made:
        kept, new = ROOT / "layouts/brands" / name, tmp_path / name
        if name.suffix == ".png":  # pixels, not bytes: zlib's versions pack differently
            with Image.open(kept) as old, Image.open(new) as fresh:
                assert (old.size, old.tobytes()) == (fresh.size, fresh.tobytes()), name
        else:
            assert kept.read_bytes() == new.read_bytes(), name


def test_the_words_in_a_logo_stand_out_from_its_block() -> None:
    look = load_look(LIBRARY, "hartwell", Findings())
    assert look is not None
    assert contrast("#ffffff", look.roles.primary) >= 4.5
