"""An illustration is read once, and told of each time it is taken."""

from __future__ import annotations

from pathlib import Path

from generator.base.findings import Findings
from generator.base.reads import collecting
from generator.catalog.art import Drawings
from generator.catalog.workspace import open_workspace
from tests.support.command import workspace

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1H8V8Z"/></svg>'


def test_whoever_listens_hears_of_it_whatever_was_read_before(tmp_path: Path) -> None:
    drawings = Drawings(open_workspace(workspace(tmp_path, {"layouts/illustrations/mine.svg": SVG})))
    unheard = drawings("mine", None, Findings())
    told = []
    for _ in range(3):
        with collecting() as reads:
            assert drawings("mine", None, Findings()) is unheard
        told.append([(read.kind, read.name) for read in reads if read.name.endswith("mine.svg")])
    assert told == [[("file", "layouts/illustrations/mine.svg")]] * 3
