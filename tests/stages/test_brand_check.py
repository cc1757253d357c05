"""What `brand check` and `brand diff` find, without a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.findings import Findings
from generator.catalog.brands import load_look
from generator.catalog.needs import read_needs
from generator.catalog.workspace import Workspace, library_root
from generator.kinds.look import Look
from generator.model.roles import contrasts
from generator.stages.brand_check import Checked, check_brand
from generator.stages.brand_diff import MOST_ROLES, WORN, differences
from tests.support.command import workspace

BRAND = 'name: Own\ncolours: {primary: "#f4c20d", accent: "#2e7d32"}\ncontact: {phone: 1}\n'
WORDS = "title: T\naudience: parents\nbody:\n  - text: "
SHIPPED = ("acorn-lane", "hartwell", "little-room")


def checked(root: Path, files: dict[str, str]) -> tuple[Checked | None, Findings]:
    space, found = Workspace(workspace(root, files), library_root()), Findings()
    return check_brand(space, "own", read_needs(space), found), found


def test_a_brand_is_looked_over(tmp_path: Path) -> None:
    one, found = checked(tmp_path, {"layouts/brands/own/brand.yaml": BRAND})
    assert found.all == []
    assert one is not None
    assert one.pairs == tuple(contrasts(one.look.roles))
    assert one.adjusted[1].startswith("your yellow is too light for text on white (1.6:1); headings use a darker one")
    assert one.logos == ()
    assert [font.use for font in one.fonts] == ["headings", "text"]


@pytest.mark.parametrize(
    ("asked", "home"),
    [
        ("hub", 'as fields: {hub: "…"}'),
        ("web", 'as contact: {web: "…"}'),
        ("strapline", 'as strapline: "…"'),
    ],
)
def test_what_a_handout_asks_for_and_the_brand_lacks(asked: str, home: str, tmp_path: Path) -> None:
    text = f"{WORDS}'Ring {{{{ setting.{asked} }}}} or {{{{ setting.phone }}}}'\n"
    _, found = checked(tmp_path, {"layouts/brands/own/brand.yaml": BRAND, "handouts/one.yaml": text})
    (error,) = found.errors
    assert (error.code, str(error.span)) == ("unknown-placeholder", "handouts/one.yaml:4:17")
    assert "layouts/brands/own/brand.yaml" in error.help
    assert home in error.help


def test_letters_come_from_another_font_or_from_none(tmp_path: Path) -> None:
    brand = BRAND + "fonts: {heading: Figtree, body: Figtree}\n"
    one, found = checked(tmp_path, {"layouts/brands/own/brand.yaml": brand, "handouts/one.yaml": WORDS + "Добрый 日\n"})
    assert one is not None
    (font,) = one.fonts
    assert font.use == "headings and text"
    assert font.helped == {"Noto Sans": "Дбйоры"}
    assert font.missing == "日"
    assert [error.code for error in found.errors] == ["missing-letter"]


def test_a_blurred_logo_is_told_at_its_line(tmp_path: Path) -> None:
    from PIL import Image

    workspace(tmp_path, {"layouts/brands/own/brand.yaml": BRAND + "logo: {file: a.png, alt: A}\n"})
    Image.new("RGB", (90, 45), "#2e7d32").save(tmp_path / "layouts/brands/own/a.png")
    one, found = checked(tmp_path, {})
    assert one is not None
    (warning,) = found.warnings
    assert (warning.code, str(warning.span)) == ("low-resolution", "layouts/brands/own/brand.yaml:4:14")
    assert f"at least {one.logos[0].wanted} pixels wide" in warning.help


def test_a_logo_with_much_empty_space_round_it_is_told(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect width="50" height="50"/></svg>'
    files = {"layouts/brands/own/a.svg": svg, "layouts/brands/own/brand.yaml": BRAND + "logo: {file: a.svg, alt: A}\n"}
    _, found = checked(tmp_path, files)
    (warning,) = found.warnings
    assert (warning.code, str(warning.span)) == ("empty-margins", "layouts/brands/own/brand.yaml:4:14")
    assert "50% of the file of the logo" in warning.message


def test_a_brand_that_cannot_be_read_is_told_and_not_looked_over(tmp_path: Path) -> None:
    one, found = checked(tmp_path, {"layouts/brands/own/brand.yaml": "name: Own\n"})
    assert one is None
    assert [error.code for error in found.errors] == ["missing-field"]


@pytest.mark.parametrize("ident", SHIPPED)
def test_the_brands_that_ship_have_nothing_to_mend(ident: str) -> None:
    space, found = Workspace(library_root(), library_root()), Findings()
    assert check_brand(space, ident, read_needs(space), found) is not None
    assert found.all == []


def look(ident: str) -> Look:
    made = load_look(Workspace(library_root(), library_root()), ident, Findings())
    assert made is not None
    return made


@pytest.mark.parametrize("ident", SHIPPED)
def test_a_brand_does_not_differ_from_itself(ident: str) -> None:
    assert differences(look(ident), look(ident)) == []


def test_what_differs_is_told_with_both_sides_and_the_furthest_colours_first() -> None:
    found = differences(look("acorn-lane"), look("hartwell"))
    told = {one.what: (one.one, one.other) for one in found}
    assert told["name"] == ("Acorn Lane Nursery", "Hartwell Health")
    assert told["primary"] == ("#4a8b3b green", "#005eb8 blue")
    assert told["headings"] == ("Bricolage Grotesque", "Figtree")
    assert told["shape"] == ("round", "plain")
    assert told["phone"] == ("01632 960 177", "01632 960 118")
    assert told["family_hub"] == ("The Lighthouse", None)
    assert told["logo"] == ("picture, 1661 x 480 pixels", "drawing")
    colours = [one for one in found if one.group == "colours"]
    assert len(colours) == MOST_ROLES
    far = [one.apart for one in colours if one.what not in WORN]
    assert far == sorted(far, reverse=True, key=lambda value: value or 0)
    assert all(one.one != one.other for one in found)


def test_the_other_way_round_the_sides_are_changed() -> None:
    one, other = look("acorn-lane"), look("little-room")
    there = {(each.what, each.one, each.other) for each in differences(one, other)}
    assert there == {(each.what, each.other, each.one) for each in differences(other, one)}
