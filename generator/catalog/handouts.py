"""Handouts of a workspace: their ids, and what they draw on."""

from __future__ import annotations

import os
from functools import partial

from generator.base.findings import Findings, quoted
from generator.base.places import Span
from generator.base.reads import note_folder, note_list, unheard
from generator.base.suggest import did_you_mean
from generator.catalog.art import Drawings, read_art
from generator.catalog.documents import read_register, read_title
from generator.catalog.workspace import Workspace, entries_in
from generator.kinds.assets import Assets
from generator.model.evidence import HelpContact, Source

FOLDER = "handouts"
ENDING = ".yaml"
REGISTERS = ("sources", "contacts")  # files of the folder that are not handouts


def handout_names(workspace: Workspace) -> list[str]:
    """Return the ids of all handouts of the workspace itself; of the library where there is no workspace."""
    note_folder(str(workspace.root), FOLDER)
    there = entries_in(f"{workspace.root}/{FOLDER}", ENDING)
    names = sorted({each.name.removesuffix(ENDING) for each in there} - set(REGISTERS))
    note_list(f"{FOLDER}/*{ENDING}", names)
    return names


def misnamed(workspace: Workspace) -> dict[str, str]:
    """Return files that look like YAML and are not read, for their ending, each with the name that it should have."""
    folder = workspace.root / FOLDER
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    found = {}
    for path in paths:
        stem = path.stem if path.suffix.lower() == ".txt" else path.name  # as Notepad adds it, out of sight
        name, ending = os.path.splitext(stem)
        if ending.lower() not in (".yml", ENDING) or path.name.endswith(ENDING):
            continue
        if not path.name.startswith((".", "~", "_")) and path.is_file():
            found[f"{FOLDER}/{path.name}"] = f"{name}{ENDING}"
    return found


def load_assets(workspace: Workspace, findings: Findings) -> Assets:
    """Return what blocks may ask for by name."""
    return Assets(
        drawing=Drawings(workspace),
        picture=partial(read_art, workspace),
        sources=read_register(workspace, f"{FOLDER}/sources.yaml", Source, "source", findings),
        contacts=read_register(workspace, f"{FOLDER}/contacts.yaml", HelpContact, "contact", findings),
        handout=_Titles(workspace),
    )


class _Titles:
    """Titles of the handouts of a workspace, each read once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known: dict[str, str | None] = {}  # None: it is there, and was not read

    def __call__(self, ident: str, span: Span | None, findings: Findings) -> str | None:
        """Return the title of a handout that another one leads to; None, with the reason told, when there is none."""
        if ident not in self._known:
            with unheard():  # its title is told of
                names = handout_names(self._workspace)
            if ident not in names:
                help_ = did_you_mean(ident, names) or "write handout: and the name of its file, without .yaml"
                findings.error(span, "unknown-handout", f"there is no handout called {quoted(ident)}", help_)
                return None
            self._known = dict.fromkeys(names) | self._known
        title = self._known[ident]
        if title is None:
            title = self._known[ident] = read_title(self._workspace, f"{FOLDER}/{ident}{ENDING}")
        return title
