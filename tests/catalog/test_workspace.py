from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.base.findings import Findings
from generator.base.inside import DoorError
from generator.catalog.brands import brand_names, default_brand, load_look
from generator.catalog.fonts import slug
from generator.catalog.handouts import handout_names
from generator.catalog.layouts import layout_names, load_layout
from generator.catalog.starter import new_workspace
from generator.catalog.workspace import Workspace, find_root, library_root, open_workspace


@pytest.fixture
def own(tmp_path: Path) -> Workspace:
    (tmp_path / "handouts").mkdir()
    (tmp_path / "layouts/brands").mkdir(parents=True)
    return open_workspace(tmp_path)


def brand(own: Workspace, ident: str, text: str) -> None:
    folder = own.root / f"layouts/brands/{ident}"
    folder.mkdir(parents=True)
    (folder / "brand.yaml").write_text(text, encoding="utf-8")


def test_a_workspace_is_found_from_any_folder_in_it(own: Workspace) -> None:
    assert find_root(own.root / "handouts") == own.root
    assert open_workspace(own.root / "layouts/brands").root == own.root


def test_what_it_lacks_is_the_librarys(own: Workspace) -> None:
    assert own.home("layouts/a4-leaflet.yaml") == library_root()
    assert "a4-leaflet" in layout_names(own)
    assert "little-room" in brand_names(own)
    assert handout_names(own) == []


def test_nothing_outside_is_read(own: Workspace, tmp_path: Path) -> None:
    (own.root / "handouts/out.yaml").symlink_to("/etc/hostname")
    for path in ("../x.yaml", "/etc/hostname", "handouts/out.yaml"):
        with pytest.raises(DoorError):
            own.read(path, 1000)


def test_registers_and_editors_litter_are_no_handouts(own: Workspace) -> None:
    for name in (
        "b.yaml",
        "a.yaml",
        "sources.yaml",
        "contacts.yaml",
        "~a.yaml",
        ".a.yaml",
        "_draft.yaml",
        "a.yaml.bak",
    ):
        (own.root / "handouts" / name).write_text("")
    assert handout_names(own) == ["a", "b"]


def test_the_only_brand_of_its_own_is_the_usual_one(own: Workspace) -> None:
    assert default_brand(own) == "little-room"
    brand(own, "acorns", "name: Acorns")
    assert default_brand(own) == "acorns"
    brand(own, "birch", "name: Birch")
    assert default_brand(own) == "little-room"


def test_brands_of_the_starter_library_do_not_count_beside_one_that_somebody_made(tmp_path: Path) -> None:
    new_workspace(tmp_path / "mine")
    own = open_workspace(tmp_path / "mine")
    assert brand_names(own) == ["acorn-lane", "hartwell", "little-room"]
    assert default_brand(own) == "little-room"
    brand(own, "birch", "name: Birch")
    assert default_brand(own) == "birch"
    brand(own, "cedar", "name: Cedar")
    assert default_brand(own) == "little-room"


def test_one_kept_of_the_starter_library_is_the_usual_one(tmp_path: Path) -> None:
    new_workspace(tmp_path / "mine")
    for ident in ("hartwell", "little-room"):
        shutil.rmtree(tmp_path / "mine/layouts/brands" / ident)
    assert default_brand(open_workspace(tmp_path / "mine")) == "acorn-lane"


def test_a_brand_takes_what_it_does_not_say_from_another(own: Workspace) -> None:
    brand(own, "acorns", 'name: Acorns\nextends: little-room\ncolours: {primary: "#7a1f5c"}\n')
    findings = Findings()
    look = load_look(own, "acorns", findings)
    assert findings.all == []
    assert look is not None
    assert look.name == "Acorns"
    assert look.brand.colours is not None
    assert look.brand.colours.primary == "#7a1f5c"
    assert look.brand.colours.accent is not None
    assert "web" in look.values


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("name: A\nextends: acorns\n", "brand-circle"),
        ("name: A\nextends: litle-room\n", "unknown-brand"),
        ("name: A\n", "missing-field"),
        ("extends: little-room\nfonts: {body: Comic}\n", "unknown-font"),
    ],
)
def test_faults_of_a_brand_are_told(own: Workspace, text: str, code: str) -> None:
    brand(own, "acorns", text)
    findings = Findings()
    assert load_look(own, "acorns", findings) is None
    assert code in {error.code for error in findings.errors}


def test_an_unknown_layout_is_told_with_the_nearest(own: Workspace) -> None:
    findings = Findings()
    assert load_layout(own, "a4-leaflett", None, findings) is None
    assert "a4-leaflet" in findings.errors[0].help


def test_a_familys_name_is_a_folders() -> None:
    assert slug("Atkinson Hyperlegible") == "atkinson-hyperlegible"


def test_a_fault_in_an_inherited_line_is_told_where_it_stands(own: Workspace) -> None:
    lines = ["name: County", 'colours: {primary: "#17565c"}', 'footer: "Ring {{ setting.hone }}"', "fonts:"]
    brand(own, "county", "\n".join([*lines, "  heading: Frances", "contact:", "  phone: '{{ setting.number }}'", ""]))
    brand(own, "town", "extends: county\nname: Town\nfonts: {body: Nunto}\n")
    findings = Findings()
    assert load_look(own, "town", findings) is None
    assert [str(error.span).removeprefix("layouts/brands/") for error in findings.errors] == [
        "county/brand.yaml:5:12",  # heading: Frances
        "county/brand.yaml:7:10",  # {{ setting.number }}
        "town/brand.yaml:3:15",  # body: Nunto
    ]


def test_lines_of_one_brand_are_filled_from_the_brand_that_extends_it(own: Workspace) -> None:
    brand(own, "county", 'name: County\ncolours: {primary: "#17565c"}\nstrapline: "Handouts for {{ setting.area }}"\n')
    brand(own, "town", "extends: county\nname: Town\nfields: {area: Ashmere}\n")
    findings = Findings()
    look = load_look(own, "town", findings)
    assert findings.all == []
    assert look is not None
    assert look.brand.span_of("strapline").file == "layouts/brands/county/brand.yaml"
    assert look.values["strapline"] == look.brand.strapline == "Handouts for Ashmere"
    assert load_look(own, "county", findings) is None
    assert [error.code for error in findings.errors] == ["unknown-placeholder"]
