"""Families of fonts: found by name in a brand's own folder and in layouts/fonts, faces loaded when first used."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.base.errors import AssetError
from generator.base.files import read_regular
from generator.base.findings import Findings
from generator.base.inside import DoorError
from generator.base.places import Span
from generator.base.suggest import did_you_mean
from generator.catalog.workspace import FONT_CAP, Workspace, library_root
from generator.typeset.face import Face, load_face
from generator.typeset.family import Family, FontStack

FOLDER = "layouts/fonts"
HELPERS = ("noto-sans", "vazirmatn", "noto-sans-bengali")  # for what a brand's own family lacks, in this order
LABELS = f"{FOLDER}/atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Medium.ttf"
SUFFIXES = (".ttf", ".otf")


def slug(name: str) -> str:
    """Return a family's name as a folder's: `Atkinson Hyperlegible` is `atkinson-hyperlegible`."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def find_stack(workspace: Workspace, name: str, brand: str, span: Span | None, findings: Findings) -> FontStack | None:
    """Return the stack that begins with a family; an unknown name is reported with the nearest right one."""
    folder = _folder(workspace, slug(name), brand)
    if folder is None:
        known = workspace.folders(FOLDER) + workspace.folders(f"layouts/brands/{brand}/fonts")
        message = f"there is no font family called '{name}'"
        findings.error(span, "unknown-font", message, did_you_mean(slug(name), known))
        return None
    main = _family(workspace, folder, span, findings)
    if main is None:
        return None
    helpers = [_helper(workspace, f"{FOLDER}/{ident}") for ident in HELPERS if not folder.endswith(f"/{ident}")]
    return FontStack((main, *(helper for helper in helpers if helper is not None)))


def _folder(workspace: Workspace, ident: str, brand: str) -> str | None:
    for parent in (f"layouts/brands/{brand}/fonts", FOLDER):
        names = workspace.folders(parent)
        if ident in names:
            return f"{parent}/{ident}"
        longer = [name for name in names if name.startswith(ident + "-")]
        if len(longer) == 1:  # "Atkinson Hyperlegible" finds "Atkinson Hyperlegible Next"
            return f"{parent}/{longer[0]}"
    return None


def _files(workspace: Workspace, folder: str) -> list[str]:
    return [f"{folder}/{stem}{suffix}" for suffix in SUFFIXES for stem in workspace.names(folder, suffix)]


def _family(workspace: Workspace, folder: str, span: Span | None, findings: Findings) -> Family | None:
    """Return a family with its faces loaded, so that a font that may not be used is reported before anything is set."""
    faces: list[tuple[int, bool, Face]] = []
    for path in _files(workspace, folder):
        try:
            face = load_face(workspace.read(path, FONT_CAP))
        except (AssetError, DoorError) as fault:
            findings.error(span, fault.code, f"{path}: {fault.message}", fault.help)
            return None
        faces.append((face.file.weight, face.file.italic, face))
    if not faces:
        findings.error(span, "empty-family", f"{folder} holds no fonts", "put its static .ttf or .otf files there")
        return None
    made = tuple(faces)
    return Family(folder, lambda: made)


def _helper(workspace: Workspace, folder: str) -> Family | None:
    files = _files(workspace, folder)
    return Family(folder, _loader(workspace, files)) if files else None


def _loader(workspace: Workspace, files: list[str]) -> Callable[[], tuple[tuple[int, bool, Face], ...]]:
    def load() -> tuple[tuple[int, bool, Face], ...]:
        faces = [load_face(workspace.read(path, FONT_CAP)) for path in files]
        return tuple((face.file.weight, face.file.italic, face) for face in faces)

    return load


def label_font() -> bytes:
    """Return the font file of labels on pictures: the library's own, whatever a workspace holds; raises DoorError."""
    return read_regular(library_root(), LABELS, FONT_CAP)
