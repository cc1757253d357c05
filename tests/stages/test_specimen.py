"""The specimen of a brand shows all that it is made of, and a new role or block appears in it by itself."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from generator.base.values import names_of
from generator.catalog.workspace import library_root
from generator.kinds.block import block_names
from generator.kinds.specimen_colours import GROUPS, SHAPES, WORDS
from generator.kinds.specimen_type import SAMPLES
from generator.kinds.styles import Styles
from generator.model.people import PEOPLE
from generator.model.roles import GROUNDS, SOFTS, Roles, contrasts
from generator.pipeline import Order, Works
from generator.products import make_specimen
from tests.support import verapdf
from tests.support.command import workspace
from tests.support.goldens import Goldens
from tests.support.making import bookmarks
from tests.support.measured import faults, measure
from tests.support.reading import tree_text
from tests.support.taglint import lint

LOOKS = [("little-room", "standard"), ("acorn-lane", "standard"), ("hartwell", "standard"), ("hartwell", "ink-saver")]
ODD = {
    "bare": 'name: Bare\ncolours: {primary: "#ffcc00"}\n',
    "long": "name: The Very Long Name of a Children’s Centre and Family Hub that Goes On and On\n"
    'colours: {primary: "#ffffff", accent: "#000000"}\nshape: plain\nfonts: {heading: Lexend, body: Lexend}\n',
    "dark": 'name: Dark\ncolours: {primary: "#000000"}\nshape: round\ncontact: {phone: "01632 960 001"}\n',
}


@cache
def specimen(brand: str, edition: str = "standard") -> bytes:
    works = Works(library_root())
    made = make_specimen(works, Order(brand=brand, edition=edition))
    assert made is not None, works.findings.all
    assert not works.findings.errors
    return made


def test_every_role_has_a_swatch_and_every_style_a_sample() -> None:
    assert sorted(role for _, roles in GROUPS for role, _ in roles) == sorted(names_of(Roles))
    assert sorted(name for name, _ in SAMPLES) == sorted({*Styles._fields, "display"} - {"displays"})


def test_every_promised_contrast_is_told() -> None:
    roles = _roles()
    told = {(role, ground) for role in WORDS for ground in SOFTS} | {(role, g) for role in SHAPES for g in GROUNDS}
    pairs = {(fg, bg) for fg, bg, _, _ in contrasts(roles) if not fg.startswith("on_") and fg != "cloth"}
    assert {pair for pair in pairs - told if not pair[1].endswith("_tint")} == set()


def _roles() -> Roles:
    look = Works(library_root()).look("little-room")
    assert look is not None
    return look.roles


def test_all_of_it_is_told_in_words() -> None:
    said = tree_text(specimen("little-room"))
    roles = _roles()
    for name in names_of(Roles):
        assert f"{name} {getattr(roles, name)}" in " ".join(said.split())
    for words in ("display 56/60 Fraunces SemiBold", "body 12/18 Atkinson Hyperlegible Next Regular", "Doorway: arch"):
        assert words in " ".join(said.split())
    assert all(f"set {name}" in said for name in PEOPLE)
    assert all(name in said for name in block_names())


def test_every_sheet_is_a_bookmark() -> None:
    titles = [title for title, _ in bookmarks(specimen("little-room"))]
    wanted = ["Little Room", "Colour roles", "On its grounds", "Type", "Letters and sizes", "Doorway, people, logo"]
    assert titles[:7] == [*wanted, "Blocks"]


@pytest.mark.parametrize(("brand", "edition"), LOOKS)
def test_its_tags_are_sound_and_its_words_are_seen(brand: str, edition: str) -> None:
    data = specimen(brand, edition)
    assert lint(data) == []
    assert faults(measure(data)) == []


@pytest.mark.parametrize("name", ODD)
def test_an_odd_brand_has_one_too(name: str, tmp_path: Path) -> None:
    works = Works(workspace(tmp_path, {f"layouts/brands/{name}/brand.yaml": ODD[name]}))
    data = make_specimen(works, Order(brand=name))
    assert works.findings.errors == []
    assert data is not None
    assert lint(data) == []
    assert faults(measure(data)) == []


def test_many_layouts_take_more_sheets(tmp_path: Path) -> None:
    few = len(pikepdf.open(io.BytesIO(specimen("little-room"))).pages)
    files = {f"layouts/own-{i}.yaml": f"name: Own {i}\nkind: leaflet\ntype: {{body: 12/18}}\n" for i in range(30)}
    data = make_specimen(Works(workspace(tmp_path, files)), Order(brand="little-room"))
    assert data is not None
    assert len(pikepdf.open(io.BytesIO(data)).pages) > few
    assert lint(data) == []


def test_it_is_the_same_every_time() -> None:
    assert make_specimen(Works(library_root()), Order(brand="hartwell")) == specimen("hartwell")


def test_it_looks_as_it_did(goldens: Goldens) -> None:
    for page, name in enumerate(("first", "colours", "grounds", "type")):
        goldens.page(f"{name}.png", specimen("little-room"), page)
    goldens.page("looks.png", specimen("acorn-lane"), 5)


@pytest.mark.verapdf
def test_it_passes_verapdf(tmp_path: Path) -> None:
    paths = []
    for brand, edition in LOOKS:
        paths.append(tmp_path / f"{brand}-{edition}.pdf")
        paths[-1].write_bytes(specimen(brand, edition))
    assert verapdf.validate(paths) == {path: [] for path in paths}
