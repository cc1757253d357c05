"""Specimens: `generator/specimens/<block>.yaml`, a small complete handout for each block that shows it at its best."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from generator.base.findings import Findings
from generator.catalog.art import Drawings, read_art
from generator.catalog.handouts import load_assets
from generator.catalog.workspace import Workspace, library_root
from generator.kinds.assets import Assets

FOLDER = "specimens"
_PACKAGE = Path(__file__).resolve().parents[1]


def specimen_shelf() -> Workspace:
    """Return where specimens lie, as a workspace of their own."""
    return Workspace(_PACKAGE, library_root())


def specimen_names() -> list[str]:
    """Return the names of the blocks that have a specimen."""
    return sorted(path.stem for path in (_PACKAGE / FOLDER).glob("*.yaml"))


def specimen_assets(workspace: Workspace, findings: Findings, shelf: Workspace | None = None) -> Assets:
    """Return what specimens ask for: a workspace's drawings, the pictures on their shelf, the library's registers."""
    own = load_assets(Workspace(library_root(), library_root()), findings)
    return Assets(
        drawing=Drawings(workspace),
        picture=partial(read_art, shelf or specimen_shelf()),
        sources=own.sources,
        handout=lambda ident, span, findings: ident,
        contacts=own.contacts,
    )
