"""Logos of many settings: read once, kept packed, and the same when they are asked for again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from generator.base.findings import Findings
from generator.base.recent import Recent
from generator.catalog import art
from generator.catalog.art import check_art, read_art
from generator.catalog.workspace import Workspace, library_root
from generator.typeset import svg_reader
from generator.typeset.drawing import Drawing
from tests.support.command import workspace

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
SHADED = (
    '<defs><linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>'
    '<clipPath id="c"><circle cx="20" cy="10" r="9"/></clipPath></defs>'
    '<g clip-path="url(#c)" opacity="0.5"><rect width="40" height="20" fill="url(#g)" stroke="#123"/></g></svg>'
)


@pytest.fixture(autouse=True)
def _nothing_is_known() -> None:
    art._last.clear()
    art._packed.clear()
    art._right.clear()


def test_one_that_is_unpacked_is_the_same() -> None:
    place = Workspace(library_root(), library_root())
    files = [
        path.relative_to(library_root()).as_posix() for path in sorted((library_root() / "layouts").rglob("*.svg"))
    ]
    assert len(files) > 10
    for file in files:
        plain = read_art(place, file, None, Findings())
        first = read_art(place, file, None, Findings(), again=True)
        assert read_art(place, file, None, Findings(), again=True) is first
        art._last.clear()
        unpacked = read_art(place, file, None, Findings(), again=True)
        assert unpacked is not first
        assert unpacked == first == plain
        assert isinstance(unpacked, Drawing)
        assert isinstance(first, Drawing)
        assert unpacked.digest == first.digest


def test_it_is_read_from_its_file_once_as_long_as_that_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Workspace(workspace(tmp_path / "w"), library_root())
    (place.root / "logo.svg").write_text(HEAD + SHADED)
    read: list[bytes] = []
    real = svg_reader.read_svg
    monkeypatch.setattr(svg_reader, "read_svg", lambda data: (read.append(data), real(data))[1])
    for _ in range(3):
        found = read_art(place, "logo.svg", None, Findings(), again=True)
        art._last.clear()
    assert len(read) == 1
    (place.root / "logo.svg").write_text(HEAD + '<rect width="9" height="9"/></svg>')
    other = read_art(place, "logo.svg", None, Findings(), again=True)
    assert isinstance(found, Drawing)
    assert isinstance(other, Drawing)
    assert (len(read), other != found, other.digest != found.digest) == (2, True, True)


def test_what_is_wrong_with_one_is_told_each_time(tmp_path: Path) -> None:
    place = Workspace(workspace(tmp_path / "w"), library_root())
    (place.root / "logo.svg").write_text(HEAD + "<text>Acorns</text></svg>")
    for _ in range(3):
        findings = Findings()
        assert read_art(place, "logo.svg", None, findings, again=True) is None
        assert [fault.code for fault in findings.errors] == ["svg-unsupported"]


def test_a_picture_that_was_right_is_not_looked_at_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place, looked = Workspace(workspace(tmp_path / "w"), library_root()), []
    real = art.read_picture
    monkeypatch.setattr(art, "read_picture", lambda data, most: (looked.append(most), real(data, most))[1])
    for size in ((8, 4), (4, 8)):
        Image.new("RGB", size, "#17565c").save(place.root / "logo.png")
        for most in (200, 200, 100, 100):
            findings = Findings()
            check_art(place, "logo.png", None, findings, most)
            assert findings.all == []
    assert looked == [200, 100] * 2
    (place.root / "logo.png").write_bytes((place.root / "logo.png").read_bytes()[:40])
    for _ in range(2):
        findings = Findings()
        check_art(place, "logo.png", None, findings, 200)
        assert len(findings.errors) == 1
    (place.root / "logo.svg").write_bytes((HEAD + SHADED).encode())
    (place.root / "logo.png").write_bytes((HEAD + SHADED).encode())
    for name, wrong in (("logo.svg", 0), ("logo.png", 1), ("logo.svg", 0)):  # the name says how it is read
        findings = Findings()
        check_art(place, name, None, findings, 200)
        assert len(findings.errors) == wrong


def test_what_is_packed_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(art, "_packed", Recent[bytes, bytes](2000, len))
    place = Workspace(workspace(tmp_path / "w"), library_root())
    for number in range(60):
        (place.root / "logo.svg").write_text(f'{HEAD}<circle cx="9" cy="9" r="{number % 7 + 1}.{number}"/></svg>')
        assert read_art(place, "logo.svg", None, Findings(), again=True) is not None
    assert 2 <= len(art._packed) < 30
    assert len(art._last) <= 2 * art.FEW
