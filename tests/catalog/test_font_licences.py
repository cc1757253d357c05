"""What fonts say of their licence."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.base.findings import Findings
from generator.catalog.font_licences import FamilySaid, family_said
from generator.catalog.fonts import find_stack
from generator.catalog.workspace import Workspace, library_root
from tests.support.command import workspace

FONTS = Path(__file__).parents[2] / "layouts/fonts"
HOME = "layouts/brands/own/fonts"


@cache
def font(licence: str | None = None, url: str | None = None, bits: int = 0) -> bytes:
    """A face called Own Face, with what it says of its licence."""
    made = TTFont(io.BytesIO((FONTS / "lexend/Lexend-Regular.ttf").read_bytes()))
    made["OS/2"].fsType = bits
    names = made["name"]
    names.names = [record for record in names.names if record.nameID not in (1, 6, 13, 14, 16, 17)]
    for number, text in ((1, "Own Face"), (6, "OwnFace"), (13, licence), (14, url)):
        if text is not None:
            names.setName(text, number, 3, 1, 0x409)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def said(root: Path, data: bytes, **beside: str) -> FamilySaid:
    workspace(root, {f"{HOME}/{name}.txt": text for name, text in beside.items()})
    (root / HOME).mkdir(parents=True, exist_ok=True)
    (root / HOME / "Own.ttf").write_bytes(data)
    space, found = Workspace(root, library_root()), Findings()
    stack = find_stack(space, "Own Face", ["own"], (), None, found)
    assert stack is not None, found.errors
    return family_said(space, stack.families[0])


def test_every_family_that_ships_says_its_licence_twice() -> None:
    space = Workspace(library_root(), library_root())
    for folder in space.folders("layouts/fonts"):
        stack = find_stack(space, folder, [], (), None, Findings())
        assert stack is not None
        family = family_said(space, stack.families[0])
        assert family.beside == (f"layouts/fonts/{folder}/OFL.txt", "SIL Open Font License")
        assert {face.licence for face in family.faces} == {"SIL Open Font License"}
        assert {face.permission for face in family.faces} == {"may be embedded"}
        assert all((space.root / face.file).is_file() for face in family.faces)


@pytest.mark.parametrize(
    ("licence", "url", "told"),
    [
        ("This Font Software is licensed under the SIL Open Font License, Version 1.1.", None, "SIL Open Font License"),
        (None, "https://scripts.sil.org/OFL", "SIL Open Font License"),
        ("Licensed under the Apache License, Version 2.0", None, "Apache License"),
        ("Ask Jo first", None, "Ask Jo first"),
        (None, None, None),
    ],
)
def test_the_file_says_its_licence(licence: str | None, url: str | None, told: str | None, tmp_path: Path) -> None:
    family = said(tmp_path, font(licence, url))
    assert (family.licence, family.beside) == (told, None)
    (face,) = family.faces
    assert (face.file, face.weight, face.licence) == (f"{HOME}/Own.ttf", 400, told)


def test_a_licence_beside_it_counts_first(tmp_path: Path) -> None:
    family = said(tmp_path, font("Ask Jo first"), LICENCE="Some words of our own", notes="SIL Open Font License")
    assert family.beside == (f"{HOME}/LICENCE.txt", "a licence of its own: read it")
    assert family.licence == "a licence of its own: read it"


@pytest.mark.parametrize(
    ("bits", "told"),
    [
        (0, "may be embedded"),
        (4, "may be embedded to be read and printed"),
        (8, "may be embedded, also in files that are edited"),
        (12, "may be embedded, also in files that are edited"),
    ],
)
def test_the_embedding_bits_are_told(bits: int, told: str, tmp_path: Path) -> None:
    assert said(tmp_path, font(bits=bits)).faces[0].permission == told
