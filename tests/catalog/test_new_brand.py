"""A brand that somebody begins: looked at first, then made whole or not at all."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.base.findings import Findings
from generator.base.inside import DoorError
from generator.base.names import name_fault
from generator.catalog.brand_file import NewBrand
from generator.catalog.brands import default_brand, load_look
from generator.catalog.new_brand import FOLDER, HALF_MADE, LogoFile, brand_id, look_at, make_brand, read_logo
from generator.catalog.workspace import Workspace, library_root
from tests.support.command import workspace, written

GOOD = NewBrand("Little Acorns", colours=("#2e7d32", "#fff3b0"), phone="01632 960 111")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0h8v4H0z" fill="#2e7d32"/></svg>'


def shop(folder: Path) -> Workspace:
    return Workspace(workspace(folder), library_root())


def png(**more: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (40, 20), "#2e7d32").save(buffer, "PNG", **more)
    return buffer.getvalue()


def faults(space: Workspace, new: NewBrand = GOOD, ident: str = "own") -> list[str]:
    found = Findings()
    look_at(space, ident, new, found)
    assert all(error.help for error in found.errors)
    return [error.code for error in found.errors]


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Little Acorns Nursery", "little-acorns-nursery"),
        ("St Mary's Nursery", "st-marys-nursery"),
        ("St Mary’s", "st-marys"),
        ("Tots & Co.", "tots-and-co"),
        ("Crèche Élan", "creche-elan"),
        ("acorns", "acorns"),
        ("A1", "a1"),
        ("日本", None),
        ("", None),
        ("...", None),
    ],
)
def test_a_folders_name_is_made_of_a_settings_name(name: str, ident: str | None) -> None:
    assert brand_id(name) == ident


@given(st.text(max_size=150))
def test_what_is_made_is_always_a_name(name: str) -> None:
    made = brand_id(name)
    assert made is None or name_fault(made) is None


@pytest.mark.parametrize(
    ("data", "name"), [(SVG, "logo.svg"), (png(), "logo.png"), (b"\xef\xbb\xbf \n" + SVG, "logo.svg")]
)
def test_a_logo_is_told_by_what_is_in_it(data: bytes, name: str, tmp_path: Path) -> None:
    (tmp_path / "My Logo (final).dat").write_bytes(data)
    found = Findings()
    logo = read_logo(tmp_path / "My Logo (final).dat", "x", found)
    assert found.errors == []
    assert logo is not None
    assert (logo.name, logo.data) == (name, data)


def test_a_jpeg_is_called_jpg(tmp_path: Path) -> None:
    Image.new("RGB", (40, 20), "#2e7d32").save(tmp_path / "a.jpeg")
    logo = read_logo(tmp_path / "a.jpeg", "a.jpeg", Findings())
    assert logo is not None
    assert logo.name == "logo.jpg"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "picture-format"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "picture-format"),
        (png()[:60], "picture-damaged"),
        (SVG.replace(b"<path", b"<script>x</script><path"), "svg-"),
        (b"<svg", "svg-broken"),
        (b"\x1f\x8b rest", "svg-compressed"),
    ],
)
def test_what_a_build_would_refuse_is_refused(data: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(data)
    found = Findings()
    assert read_logo(tmp_path / "a.png", "a.png", found) is None
    (error,) = found.errors
    assert error.code.startswith(code)
    assert "a.png" in error.message


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "circle").symlink_to("circle")
    for name in ("nothing.png", "pipe", "circle", ".", "a\0b", "x" * 5000):
        found = Findings()
        assert read_logo(tmp_path / name, name, found) is None
        assert len(found.errors) == 1, name


def test_a_link_to_a_logo_elsewhere_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.png").write_bytes(png())
    (tmp_path / "link.png").symlink_to("real/a.png")
    assert read_logo(tmp_path / "link.png", "link.png", Findings()) is not None


def test_a_good_brand_has_no_faults(tmp_path: Path) -> None:
    assert faults(shop(tmp_path)) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": " "}, "blank-text"),
        ({"name": "x" * 301}, "too-long"),
        ({"name": "a\x07b"}, "control-character"),
        ({"phone": "1\u202e2"}, "control-character"),
        ({"strapline": "{{ setting.name }}"}, "bad-placeholder"),
        ({"name": "日本"}, "missing-letter"),
        ({"web": "https://a b"}, "bad-url"),
        ({"web": "mailto:a@b.uk"}, "bad-url"),
        ({"extends": "nobody"}, "unknown-brand"),
        ({"heading_font": "Fraunce"}, "unknown-font"),
        ({"body_font": "Nope"}, "unknown-font"),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_written(change: dict[str, str], code: str, tmp_path: Path) -> None:
    assert faults(shop(tmp_path), GOOD._replace(**change)) == [code]  # type: ignore[arg-type]
    assert written(tmp_path) == []


@given(st.text(max_size=60), st.sampled_from(NewBrand._fields), st.text(max_size=30))
def test_any_text_is_taken_or_told(text: str, field: str, ident: str) -> None:
    new = GOOD if field in ("logo", "colours", "nation", "shape") else GOOD._replace(**{field: text})
    found = Findings()
    look_at(Workspace(library_root(), library_root()), ident, new, found)
    assert all(error.help or error.code == "unknown-font" for error in found.errors)
    assert "\n\n" not in "".join(map(str, found.errors))


def test_all_of_it_is_told_at_once(tmp_path: Path) -> None:
    wrong = GOOD._replace(name="", web="x y", extends="nobody", body_font="Nope")
    assert set(faults(shop(tmp_path), wrong, "No")) == {
        *("bad-name", "blank-text", "bad-url", "unknown-brand", "unknown-font"),
    }


@pytest.mark.parametrize("ident", ["little-room", "mine", "half"])
def test_a_brand_that_is_there_stays_as_it_is(ident: str, tmp_path: Path) -> None:
    space = shop(tmp_path)
    workspace(tmp_path, {f"{FOLDER}/mine/brand.yaml": "name: Mine\n", f"{FOLDER}/half/note.txt": "x"})
    assert faults(space, ident=ident) == ["already-there"]


def test_a_brand_is_made_and_used_without_being_named(tmp_path: Path) -> None:
    space = shop(tmp_path)
    art = read_logo_of(tmp_path)
    found = Findings()
    made = make_brand(space, "own", GOOD._replace(logo=art.name), art, found)
    assert found.all == []
    assert [path.relative_to(tmp_path).as_posix() for path in made] == [
        f"{FOLDER}/own/brand.yaml",
        f"{FOLDER}/own/logo.svg",
    ]
    assert default_brand(space) == "own"
    look = load_look(space, "own", found)
    assert look is not None
    assert (look.name, look.values["phone"], look.roles.primary) == ("Little Acorns", "01632 960 111", "#2e7d32")
    assert look.logo is not None
    assert look.logo.alt == "Little Acorns"
    assert not list(tmp_path.rglob(HALF_MADE))


def read_logo_of(folder: Path) -> LogoFile:
    (folder / "a.svg").write_bytes(SVG)
    art = read_logo(folder / "a.svg", "a.svg", Findings())
    assert art is not None
    return art


def test_a_brand_that_extends_one_needs_no_colours(tmp_path: Path) -> None:
    space, found = shop(tmp_path), Findings()
    assert make_brand(space, "own", NewBrand("Own", extends="hartwell"), None, found)
    look = load_look(space, "own", found)
    assert look is not None
    assert look.roles.primary == "#005eb8"


def test_what_cannot_be_used_is_not_left_behind(tmp_path: Path) -> None:
    space, found = shop(tmp_path), Findings()
    assert make_brand(space, "own", NewBrand("Own"), None, found) == ()  # without a colour
    assert [error.code for error in found.errors] == ["missing-field"]
    assert not (tmp_path / FOLDER / "own").exists()


def test_nothing_is_written_through_a_link_out_of_the_workspace(tmp_path: Path) -> None:
    space = shop(tmp_path / "ws")
    (tmp_path / "out" / HALF_MADE).mkdir(parents=True)
    (tmp_path / "ws" / FOLDER).symlink_to(tmp_path / "out")
    with pytest.raises(DoorError) as fault:
        make_brand(space, "own", GOOD, None, Findings())
    assert fault.value.code == "write-link"
    assert os.listdir(tmp_path / "out") == [HALF_MADE]


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("generator.catalog.new_brand.os.rename", refuse)
    with pytest.raises(DoorError) as fault:
        make_brand(shop(tmp_path), "own", GOOD, None, Findings())
    assert fault.value.code == "not-written"
    assert os.listdir(tmp_path / FOLDER) == []


def test_no_link_that_lies_in_the_way_is_followed(tmp_path: Path) -> None:
    space, found = shop(tmp_path), Findings()
    victim = tmp_path / "layouts/brands/victim"
    victim.mkdir(parents=True)
    (victim / "brand.yaml").write_text("name: Victim\n", encoding="utf-8")
    (tmp_path / f"layouts/brands/{HALF_MADE}{os.getpid()}").symlink_to("victim")
    assert make_brand(space, "mine", NewBrand("Mine", colours=("#1b6e6a",)), None, found)
    assert (victim / "brand.yaml").read_text(encoding="utf-8") == "name: Victim\n"
    assert not (tmp_path / "layouts/brands/mine").is_symlink()
