"""What a command imports: most of the time of a short one. Nothing here is a measure of time."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.support.command import environment, workspace

HANDOUT = "title: Sleep\naudience: parents\nbody:\n  - text: Babies wake at night.\n"
RUN = """
import atexit, sys
atexit.register(lambda: print("\\nIMPORTED", *sys.modules))
from generator.cli.start import main
main()
"""
HEAVY = {
    "reportlab", "PIL", "uharfbuzz", "yaml", "pypdf", "openpyxl", "docx", "fontTools", "segno", "markdown_it",
    "pypdfium2", "sqlite3", "platformdirs", "dataclasses", "html", "json",
}  # fmt: skip
"""Libraries that a command imports only to set something."""

OTHER_ROADS = {
    "generator.products", "generator.packs", "generator.programme", "generator.kinds.reading", "generator.kinds.export",
    "generator.kinds.certificate", "generator.kinds.specimen_blocks", "generator.kinds.role_report",
    "generator.kinds.imposition", "generator.stages.certificates", "generator.stages.specimen",
    "generator.stages.impose", "generator.stages.export", "generator.stages.bind",
    "generator.stages.brand_check", "generator.pdf.recorder",
    "generator.pdf.inserts", "generator.pdf.imposing", "generator.pdf.merging",
    "generator.catalog.tables", "generator.catalog.settings",
}  # fmt: skip
"""What one handout needs nothing of."""

PUT_OFF = {"reportlab.lib", "reportlab.pdfbase", "reportlab.pdfbase.pdfmetrics"}
"""Packages, and what is among the modules though it was not run."""

REPORTLABS = (
    "reportlab.lib.pagesizes", "reportlab.lib.units", "reportlab.lib.utils", "reportlab.lib.rl_accel",
    "reportlab.pdfbase.pdfdoc", "reportlab.pdfbase.pdfutils", "reportlab.rl_",
)  # fmt: skip
"""Of ReportLab its document objects, and what these import."""


def imported(folder: Path, *arguments: str, **more: str) -> set[str]:
    line = [sys.executable, "-c", RUN, *arguments]
    done = subprocess.run(line, cwd=folder, env=environment(**more), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.rpartition("IMPORTED ")[2].split())


def tops(modules: Iterable[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


@pytest.mark.parametrize("asked", ["--help", "build --help", "brand --help", "--version", "cache"])
def test_what_sets_nothing_imports_nothing_that_sets(asked: str, tmp_path: Path) -> None:
    modules = imported(tmp_path, *asked.split())
    assert not HEAVY - {"json"} & tops(modules)
    assert not {name for name in modules if name.startswith(("generator.kinds", "generator.typeset", "generator.pdf"))}


def test_help_imports_no_other_command(tmp_path: Path) -> None:
    ours = {name for name in imported(tmp_path, "--help") if name.startswith("generator")}
    assert ours == {
        "generator",
        "generator.cli",
        "generator.cli.ending",
        "generator.cli.listed",
        "generator.cli.main",
        "generator.cli.start",
        "generator.cli.usage",
    }


def test_what_was_answered_before_is_answered_without_click_and_the_typesetter(tmp_path: Path) -> None:
    root = workspace(tmp_path / "w", {"handouts/sleep.yaml": HANDOUT})
    time.sleep(0.15)  # what was changed in the same tick of the clock is never trusted
    kept = str(tmp_path / "kept")
    assert "reportlab" in tops(imported(root, "build", HANDOUTS_CACHE=kept))
    again = imported(root, "build", HANDOUTS_CACHE=kept)
    assert (HEAVY | {"click", "inspect", "pathlib", "datetime", "hashlib"}) & tops(again) == set()
    ours = {name for name in again if name.startswith("generator") and not name.startswith("generator.cli")}
    base = {f"generator.base.{name}" for name in ("cache_folder", "store", "tool", "whole_bytes")}
    assert ours == {"generator", "generator.base", *base}


def test_a_leaflet_without_pictures_imports_what_it_is_made_with(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"handouts/sleep.yaml": HANDOUT})
    modules = imported(root, "build")
    assert not {"pypdf", "openpyxl", "docx", "fontTools", "pypdfium2", "sqlite3", "html", "json"} & tops(modules)
    assert not {"click", "dataclasses", "uuid", "locale", "inspect"} & tops(modules), (
        "a plain build is read without Click"
    )
    assert not {"PIL._imaging", "PIL.ExifTags", "PIL.PngImagePlugin"} & modules, "a picture alone needs Pillow"
    theirs = {name for name in modules if name.startswith(("reportlab.", "reportlab_"))} - PUT_OFF
    assert not {name for name in theirs if not name.startswith(REPORTLABS)}, "its canvas and fonts are not ours"
    assert (
        not {"tempfile", "textwrap", "shutil", "random", "string", "ast", "glob", "urllib.parse", "pickle", "heapq"}
        & modules
    ), "what ReportLab does with them is not"
    assert "markdown_it" not in tops(modules), "there is no sign of Markdown in it"
    assert OTHER_ROADS & modules == set()
    assert not {name for name in modules if name.startswith("generator.exports.")}
    assert {name for name in modules if name.startswith("generator.designs.")} == {"generator.designs.leaflet"}
