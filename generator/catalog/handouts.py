"""Handouts of a workspace: their ids, and what they draw on."""

from __future__ import annotations

from functools import partial

from generator.base.findings import Findings
from generator.catalog.art import find_drawing, read_art
from generator.catalog.documents import read_register
from generator.catalog.workspace import Workspace
from generator.kinds.assets import Assets
from generator.model.evidence import HelpContact, Source

FOLDER = "handouts"
ENDING = ".yaml"
REGISTERS = ("sources", "contacts")  # files of the folder that are not handouts


def handout_names(workspace: Workspace) -> list[str]:
    """Return the ids of all handouts of the workspace itself; of the library where there is no workspace."""
    folder = workspace.root / FOLDER
    names = [
        path.name.removesuffix(".yaml")
        for path in sorted(folder.glob("*.yaml"))
        if not path.name.startswith((".", "~", "_"))
    ]
    return [name for name in names if name not in REGISTERS]


def misnamed(workspace: Workspace) -> dict[str, str]:
    """Return files that look like YAML and are not read, for their ending, each with the name that it should have."""
    folder = workspace.root / FOLDER
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    return {
        f"{FOLDER}/{path.name}": f"{path.stem}{ENDING}"
        for path in paths
        if path.suffix.lower() in (".yml", ENDING) and path.suffix != ENDING
        if not path.name.startswith((".", "~", "_")) and path.is_file()
    }


def load_assets(workspace: Workspace, findings: Findings) -> Assets:
    """Return what blocks may ask for by name."""
    return Assets(
        drawing=partial(find_drawing, workspace),
        picture=partial(read_art, workspace),
        sources=read_register(workspace, f"{FOLDER}/sources.yaml", Source, "source", findings),
        contacts=read_register(workspace, f"{FOLDER}/contacts.yaml", HelpContact, "contact", findings),
    )
