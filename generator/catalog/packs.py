"""Course packs of a workspace: their ids, and what they hold."""

from __future__ import annotations

from generator.base.findings import Findings
from generator.base.reads import note_folder, note_list, unheard
from generator.base.suggest import did_you_mean
from generator.catalog.documents import read_fields
from generator.catalog.workspace import Workspace
from generator.model.pack import Pack

FOLDER = "handouts/packs"
ENDING = ".yaml"


def pack_names(workspace: Workspace) -> list[str]:
    """Return the ids of all packs of the workspace itself; of the library where there is no workspace."""
    note_folder(str(workspace.root), FOLDER)
    found = sorted((workspace.root / FOLDER).glob(f"*{ENDING}"))
    names = [path.name.removesuffix(ENDING) for path in found if not path.name.startswith((".", "~", "_"))]
    note_list(f"{FOLDER}/*{ENDING}", names)
    return names


def pack_file(ident: str) -> str:
    """Return the file of a pack, from the workspace's root."""
    return f"{FOLDER}/{ident}{ENDING}"


def read_pack(workspace: Workspace, ident: str, findings: Findings) -> Pack | None:
    """Return a pack; None when there is none of that name, or when it is faulty, with the reasons in ``findings``."""
    with unheard():  # its own file is told of
        known = pack_names(workspace)
    if ident not in known:
        help_ = did_you_mean(ident, known) or f"write it as {pack_file(ident)}"
        findings.error(None, "unknown-pack", f"there is no pack called '{ident}'", help_)
        return None
    found = Findings()
    pack = read_fields(workspace, pack_file(ident), Pack, found)
    findings.extend(found)
    return None if found.errors else pack
