"""Families of fonts: found by name in a brand's own folder and in layouts/fonts, faces loaded when first used."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.base.errors import AssetError
from generator.base.files import read_regular
from generator.base.findings import Findings
from generator.base.inside import DoorError
from generator.base.places import Span
from generator.base.reads import expect_file
from generator.base.suggest import did_you_mean
from generator.catalog.workspace import FONT_CAP, Workspace, library_root
from generator.typeset.face import Face, load_face
from generator.typeset.family import Family, FontStack

FOLDER = "layouts/fonts"
HELPERS = ("noto-sans", "vazirmatn", "noto-sans-bengali")  # for what a brand's own family lacks, in this order
LABELS = f"{FOLDER}/atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Medium.ttf"
BOLD = 600  # weight of a face, as in CSS, from which it is seen as bold
SUFFIXES = (".ttf", ".otf")


def slug(name: str) -> str:
    """Return a family's name as a folder's: `Atkinson Hyperlegible` is `atkinson-hyperlegible`."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def find_stack(
    workspace: Workspace,
    name: str,
    brands: Sequence[str],
    others: Sequence[str],
    span: Span | None,
    findings: Findings,
) -> FontStack | None:
    """Return the stack that begins with a family; an unknown name is reported with the nearest right one.

    Args:
        workspace: where fonts are looked for.
        name: the family as people write it.
        brands: ids whose own `fonts` folders are looked into first: the brand, then those that it extends.
        others: ids whose folders are looked into last, when the library has no such family either.
        span: where the family is asked for.
        findings: gets what is wrong with the fonts.
    """
    homes = (*map(_home, brands), FOLDER, *map(_home, others))
    main = _named(workspace, name, homes, span, findings)
    if main is None:
        return None
    helpers = [_helper(workspace, f"{FOLDER}/{ident}") for ident in HELPERS if main.name != f"{FOLDER}/{ident}"]
    return FontStack((main, *(helper for helper in helpers if helper is not None)))


def _named(
    workspace: Workspace, name: str, homes: Sequence[str], span: Span | None, findings: Findings
) -> Family | None:
    """Return a family: a folder of its name, or files of its name that lie in a brand's own `fonts` folder."""
    known: list[str] = []
    wanted = slug(name)
    for parent in homes:
        folders = workspace.folders(parent, wanted)
        ident = _like(wanted, folders)
        if ident is not None:
            folder = f"{parent}/{ident}"
            faces = _faces(workspace, folder, span, findings)
            if faces == []:
                findings.error(
                    span, "empty-family", f"{folder} holds no fonts", "put its static .ttf or .otf files there"
                )
            return _family(folder, faces) if faces else None
        loose = _faces(workspace, parent, span, findings) if parent != FOLDER else []
        if loose is None:
            return None
        families = sorted({slug(face.file.family) for face in loose})
        ident = _like(wanted, families)
        if ident is not None:
            return _family(f"{parent}/{ident}", [face for face in loose if slug(face.file.family) == ident])
        known += [*folders, *families]
    findings.error(span, "unknown-font", f"there is no font family called '{name}'", did_you_mean(wanted, known))
    return None


def tell_of_styles(stack: FontStack, name: str, span: Span | None, findings: Findings) -> None:
    """Warn of a brand's own family for text that has no bold: strong words would look like the others.

    That it has no italics is a note: words with emphasis stand upright, as in some of the library's families.
    """
    main = stack.families[0]
    if main.name.startswith(f"{FOLDER}/"):
        return
    where = main.name.rpartition("/")[0] if "/fonts/" in main.name else main.name
    if all(weight < BOLD for weight, _, _ in main.faces):
        message = f"'{name}' has no bold: strong words will look like the others"
        findings.warning(span, "font-no-bold", message, f"add its bold .ttf or .otf file to {where}")
    if not any(italic for _, italic, _ in main.faces):
        message = f"'{name}' has no italics: words with emphasis will stand upright"
        findings.note(span, "font-no-italic", message, f"add its italic .ttf or .otf file to {where}")


def _home(brand: str) -> str:
    return f"layouts/brands/{brand}/fonts"


def _like(wanted: str, names: Sequence[str]) -> str | None:
    """Return the name that is meant: "Atkinson Hyperlegible" finds "Atkinson Hyperlegible Next"."""
    if wanted in names:
        return wanted
    longer = [name for name in names if name.startswith(wanted + "-")]
    return longer[0] if len(longer) == 1 else None


def _files(workspace: Workspace, folder: str) -> list[str]:
    return [f"{folder}/{stem}{suffix}" for suffix in SUFFIXES for stem in workspace.names(folder, suffix)]


def _faces(workspace: Workspace, folder: str, span: Span | None, findings: Findings) -> list[Face] | None:
    """Return the faces in a folder, loaded, so that a font that may not be used is reported before anything is set."""
    faces: list[Face] = []
    good = True
    for path in _files(workspace, folder):
        try:
            faces.append(load_face(workspace.read(path, FONT_CAP)))
        except (AssetError, DoorError) as fault:
            findings.error(span, fault.code, f"{path}: {fault.message}", fault.help)
            good = False
    return faces if good else None


def _family(name: str, faces: Sequence[Face]) -> Family:
    made = tuple((face.file.weight, face.file.italic, face) for face in faces)
    return Family(name, lambda: made)


def _helper(workspace: Workspace, folder: str) -> Family | None:
    files = _files(workspace, folder)
    for path in files:  # which are opened when a character needs them, be it for another handout
        root = workspace.home(path)
        if root is not None:
            expect_file(str(root), path)
    return Family(folder, _loader(workspace, files)) if files else None


def _loader(workspace: Workspace, files: list[str]) -> Callable[[], tuple[tuple[int, bool, Face], ...]]:
    def load() -> tuple[tuple[int, bool, Face], ...]:
        faces = [load_face(workspace.read(path, FONT_CAP)) for path in files]
        return tuple((face.file.weight, face.file.italic, face) for face in faces)

    return load


def label_font() -> bytes:
    """Return the font file of labels on pictures: the library's own, whatever a workspace holds; raises DoorError."""
    return read_regular(library_root(), LABELS, FONT_CAP)
