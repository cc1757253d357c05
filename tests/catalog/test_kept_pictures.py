"""Pictures that are kept from one run to the next are the same as those that are read."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from generator.base.findings import Findings
from generator.base.kept import forget_store, keep_results
from generator.catalog.art import read_art
from generator.catalog.workspace import Workspace, library_root
from generator.pdf.syntax import image
from generator.typeset.drawing import Drawing
from generator.typeset.inks import _known, inks
from generator.typeset.pictures import Picture
from tests.support.command import environment, workspace

HEAD = "title: Sleep\naudience: parents\nbody:\n  - text: Babies wake at night.\n"
HANDOUT = HEAD + "  - image: {file: blot.png, alt: A blot}\n"
RUN = """
import atexit, sys
atexit.register(lambda: print("PILLOW", "PIL._imaging" in sys.modules))
from generator.cli.start import main
main()
"""


def pictures() -> dict[str, bytes]:
    noise = Image.effect_noise((300, 200), 60)
    colours = Image.merge("RGB", (noise, noise.rotate(90).resize((300, 200)), noise.rotate(180)))
    veiled = colours.copy()
    veiled.putalpha(noise)
    out = {}
    for name, picture in {"grey.png": noise, "rgb.png": colours, "veil.png": veiled, "photo.jpg": colours}.items():
        file = io.BytesIO()
        picture.save(file, "JPEG" if name.endswith("jpg") else "PNG")
        out[name] = file.getvalue()
    return out


@pytest.fixture
def _kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("HANDOUTS_CACHE", str(tmp_path / "kept"))
    yield
    forget_store()


@pytest.mark.usefixtures("_kept")
def test_they_are_the_same_from_the_store(tmp_path: Path) -> None:
    place = Workspace(workspace(tmp_path / "w"), library_root())
    for name, data in pictures().items():
        (place.root / name).write_bytes(data)
    for name in pictures():
        for most in (None, 120):
            forget_store()
            due = read_art(place, name, None, Findings(), most)
            assert isinstance(due, Picture)
            _known.clear()
            seen, written = inks(due), image(due.width, due.height, b"/DeviceGray", due.pixels, b"")
            keep_results()
            for _ in range(2):
                found = read_art(place, name, None, Findings(), most)
                assert found == due
                _known.clear()
                assert inks(found) == seen
                assert image(due.width, due.height, b"/DeviceGray", due.pixels, b"") == written


@pytest.mark.usefixtures("_kept")
def test_a_damaged_one_is_told_each_time(tmp_path: Path) -> None:
    place = Workspace(workspace(tmp_path / "w"), library_root())
    (place.root / "rgb.png").write_bytes(pictures()["rgb.png"][:2000])
    keep_results()
    for _ in range(2):
        findings = Findings()
        assert read_art(place, "rgb.png", None, findings) is None
        assert len(findings.errors) == 1


def test_a_leaflet_is_the_same_and_pillow_is_not_asked_twice(tmp_path: Path) -> None:
    root = workspace(tmp_path / "w", {"handouts/sleep.yaml": HANDOUT})
    (root / "handouts/blot.png").write_bytes(pictures()["veil.png"])

    def build(kept: str) -> tuple[bytes, bool]:
        shutil.rmtree(root / "output", ignore_errors=True)
        line = [sys.executable, "-c", RUN, "build", "sleep"]
        given = environment(HANDOUTS_CACHE=kept)
        done = subprocess.run(line, cwd=root, env=given, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return (root / "output/sleep.pdf").read_bytes(), "PILLOW True" in done.stdout

    due, asked = build("off")
    assert asked
    assert build(str(tmp_path / "kept")) == (due, True)
    (root / "handouts/other.yaml").write_text(HANDOUT)  # so that the whole answer does not hold
    assert build(str(tmp_path / "kept")) == (due, False)


@pytest.mark.usefixtures("_kept")
def test_drawings_are_the_same_from_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Workspace(workspace(tmp_path / "w"), library_root())
    folder = library_root() / "layouts"
    files = [path.relative_to(library_root()).as_posix() for path in sorted(folder.rglob("*.svg"))]
    assert len(files) > 10
    for file in files:
        forget_store()
        monkeypatch.setattr("generator.catalog.art._drawings", {})
        due = read_art(place, file, None, Findings())
        assert isinstance(due, Drawing)
        _known.clear()
        seen = inks(due)
        keep_results()
        for _ in range(2):
            monkeypatch.setattr("generator.catalog.art._drawings", {})
            found = read_art(place, file, None, Findings())
            assert found == due
            assert found is not due
            assert read_art(place, file, None, Findings()) is found
            _known.clear()
            assert inks(found) == seen


def test_a_drawing_that_was_kept_needs_nothing_that_reads_drawings(tmp_path: Path) -> None:
    root = workspace(tmp_path / "w", {"handouts/sleep.yaml": HEAD + "illustration: face-to-face\n"})
    code = RUN.replace("PIL._imaging", "generator.typeset.svg_reader")

    def build(kept: str) -> tuple[bytes, bool]:
        shutil.rmtree(root / "output", ignore_errors=True)
        line = [sys.executable, "-c", code, "build", "sleep"]
        given = environment(HANDOUTS_CACHE=kept)
        done = subprocess.run(line, cwd=root, env=given, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return (root / "output/sleep.pdf").read_bytes(), "PILLOW True" in done.stdout

    due, asked = build("off")
    assert asked
    assert build(str(tmp_path / "kept")) == (due, True)
    (root / "handouts/other.yaml").write_text(HEAD)  # so that the whole answer does not hold
    assert build(str(tmp_path / "kept")) == (due, False)
