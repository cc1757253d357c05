"""What folders list and what files say entry by entry, as it is now: looked at where one of them changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.base.reads import digest, names_digest

if TYPE_CHECKING:  # the types alone: to ask for them costs more than to look at the files
    from generator.base.fields import Fields
    from generator.catalog.workspace import Workspace

CONTACTS = "handouts/contacts.yaml"
REGISTERS = (CONTACTS, "handouts/sources.yaml")


def listed_now(workspace: Workspace, pattern: str) -> str:
    """Return the digest of the names that fit a pattern now."""
    from generator.catalog.handouts import ENDING, FOLDER, handout_names  # only where a folder changed
    from generator.catalog.packs import FOLDER as PACKS
    from generator.catalog.packs import pack_names

    if pattern == f"{FOLDER}/*{ENDING}":
        return names_digest(handout_names(workspace))
    if pattern == f"{PACKS}/*{ENDING}":
        return names_digest(pack_names(workspace))
    front, _, suffix = pattern.partition("*")
    folder, _, asked = front.rpartition("/")
    if suffix == "/":
        return names_digest(name for name in workspace.folders(folder, asked) if name.startswith(asked))
    return names_digest(workspace.names(folder, suffix))


def folder_of(pattern: str) -> str:
    """Return the folder that a pattern of names is about."""
    return pattern.rpartition("*")[0].rpartition("/")[0]


class Parts:
    """Entries of the registers and titles of handouts, each file read once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._read: dict[str, Mapping[str, Fields]] = {}

    def digest(self, file: str, key: str) -> str:
        """Return the digest of an entry now; empty where there is none."""
        said = self._title(file) if file not in REGISTERS else self._entry(file, key)
        return digest(said.encode("utf-8", "surrogatepass")) if said is not None else ""

    def day(self, key: str, known: str) -> str:
        """Return when a contact was last checked, as it says now; what is known of one that is not there."""
        self._entry(CONTACTS, "*")
        entry = self._read[CONTACTS].get(key)
        if entry is None:
            return known
        day = getattr(entry, "last_checked", None)
        return day.isoformat() if day is not None else ""

    def _entry(self, file: str, key: str) -> str | None:
        from generator.base.findings import Findings  # only where such a file changed
        from generator.catalog.documents import read_register
        from generator.model.entries import part_said
        from generator.model.evidence import HelpContact, Source

        if file not in self._read:
            contacts = file == CONTACTS
            kind: type[Fields] = HelpContact if contacts else Source
            self._read[file] = read_register(
                self._workspace, file, kind, "contact" if contacts else "source", Findings()
            )
        return part_said(self._read[file], key)

    def _title(self, file: str) -> str | None:
        from generator.catalog.documents import read_title  # only where such a file changed

        return read_title(self._workspace, file) if self._workspace.home(file) is not None else None
