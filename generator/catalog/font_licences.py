"""What fonts say of their licence: in the file itself, in a licence beside it, and by their embedding bits."""

from __future__ import annotations

import hashlib

from generator.base.errors import AssetError
from generator.base.inside import DoorError
from generator.base.tuples import NamedTuple
from generator.catalog.workspace import FONT_CAP, YAML_CAP, Workspace
from generator.typeset.family import Family
from generator.typeset.font_names import read_names
from generator.typeset.font_tables import read_facts, tables_of

LICENCE, LICENCE_URL = 13, 14  # numbers in the name table
BESIDE = ("OFL", "LICENSE", "LICENCE", "COPYING", "UFL")  # how the names of licence files begin
TEXTS = (".txt", ".md")
SUFFIXES = (".ttf", ".otf")
KNOWN = (
    ("SIL Open Font License", ("open font license", "scripts.sil.org/ofl", "openfontlicense.org")),
    ("Apache License", ("apache license", "apache.org/licenses")),
    ("Ubuntu Font Licence", ("ubuntu font licence",)),
)


class FaceSaid(NamedTuple):
    """One font file: its place in the workspace, weight, slant, the licence that it names, its embedding bits."""

    file: str
    weight: int
    italic: bool
    licence: str | None
    permission: str


class FamilySaid(NamedTuple):
    """A family: its name, its faces, and the licence that lies beside them (its file and what it is)."""

    name: str
    faces: tuple[FaceSaid, ...]
    beside: tuple[str, str] | None

    @property
    def licence(self) -> str | None:
        """The licence by name, from the file beside, else from the faces; None where nobody says."""
        if self.beside is not None:
            return self.beside[1]
        return next((face.licence for face in self.faces if face.licence is not None), None)


def family_said(workspace: Workspace, family: Family) -> FamilySaid:
    """Return what is to be said of a family that was found."""
    folder = family.name if _files(workspace, family.name) else family.name.rpartition("/")[0]
    faces = [face for _, _, face in family.faces]
    files = {hashlib.sha256(data).hexdigest(): (path, data) for path, data in _read(workspace, folder)}
    said = []
    for face in faces:
        path, data = files.get(face.digest, ("", face.file.data))
        said.append(FaceSaid(path, face.file.weight, face.file.italic, *_facts(data)))
    name = faces[0].file.family if faces else family.name.rpartition("/")[2]
    return FamilySaid(
        name, tuple(sorted(said, key=lambda one: (one.weight, one.italic, one.file))), _beside(workspace, folder)
    )


def _files(workspace: Workspace, folder: str) -> list[str]:
    return [f"{folder}/{stem}{suffix}" for suffix in SUFFIXES for stem in workspace.names(folder, suffix)]


def _read(workspace: Workspace, folder: str) -> list[tuple[str, bytes]]:
    out = []
    for path in _files(workspace, folder):
        try:
            out.append((path, workspace.read(path, FONT_CAP)))
        except DoorError:  # told where the family was looked for
            continue
    return out


def _facts(data: bytes) -> tuple[str | None, str]:
    """Return the licence that a font names, and what its embedding bits say."""
    try:
        tables = tables_of(data)
        names = read_names(tables[b"name"], (LICENCE, LICENCE_URL))
        bits = read_facts(tables).permission
    except AssetError:  # not of those that came through the gate
        return None, "unknown"
    said = " ".join(names[number] for number in (LICENCE, LICENCE_URL) if number in names)
    return (_named(said) or said[:120] or None) if said else None, _permission(bits)


def _permission(bits: int) -> str:
    """Return OS/2 fsType in words: https://learn.microsoft.com/typography/opentype/spec/os2#fstype."""
    if bits & 0x0008:
        return "may be embedded, also in files that are edited"
    if bits & 0x0004:
        return "may be embedded to be read and printed"
    return "may be embedded" if not bits & 0x0002 else "may not be embedded"


def _named(text: str) -> str | None:
    lower = text.lower()
    return next((name for name, signs in KNOWN if any(sign in lower for sign in signs)), None)


def _beside(workspace: Workspace, folder: str) -> tuple[str, str] | None:
    for suffix in TEXTS:
        for stem in workspace.names(folder, suffix):
            if stem.upper().startswith(BESIDE):
                path = f"{folder}/{stem}{suffix}"
                try:
                    text = workspace.read(path, YAML_CAP).decode("utf-8", "replace")
                except DoorError:
                    continue
                return path, _named(" ".join(text.split())) or "a licence of its own: read it"
    return None
