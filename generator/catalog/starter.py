"""Beginnings: a handout to start from, and a workspace with the starter library."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.base.files import read_regular
from generator.base.inside import DoorError
from generator.base.whole_files import write_whole
from generator.catalog.handouts import ENDING, FOLDER
from generator.catalog.schemas import header, write_schemas
from generator.catalog.workspace import FONT_CAP, library_root

COPIED = ("handouts", "layouts")
NOT_COPIED = (".py", ".pyc")  # how the library was made is of no use to those who use it
PACKS = f"{FOLDER}/packs"
MOST_BEGUN = 2  # handouts in a pack that is begun
HALF_MADE = ".handouts-init.tmp"

_HANDOUT = """\
title: {title}
subtitle: One line that says what this is about
summary: One sentence for lists of handouts and for search.
audience: parents              # parents | practitioners | both
ages: 0-12 months
language: en-GB
layout: a4-leaflet
message: The one thing that you want people to remember.
# When somebody has checked the handout, say who and when:
# review:
#   version: "1.0"
#   reviewed: 2026-01-31
#   next_review: 2028-01-31
#   owner: Your setting
body:
  - lead: Begin with what matters most to the person who reads this.
  - heading: What you may notice
  - text: |
      Write as you would speak: short sentences, everyday words. **Strong** and *emphasis* are there when
      you need them.
  - bullets:
      - one small sign
      - another small sign
  - tip: A tip stands in a card of its own. So do remember, try-this, did-you-know and caution.
  - actions:
      title: This week
      items:
        - Try one small thing.
        - Notice what happens.
  - help: strip
"""

_PACK = """\
title: {title}
subtitle: One line that says what the course is about
summary: One sentence for the back cover and for search.
audience: practitioners        # parents | practitioners | both
cover:
  label: Course pack for our team
  # illustration: practitioner   # a name in layouts/illustrations
notes_pages: 1
sections:
  - title: "Session 1: A first meeting"
    intro: What this session is about, in a few words.
    outcomes:
      - say what you hope to learn
    facilitator:               # pages in the trainer's copy only: handouts pack {ident} --copy trainer
      minutes: 60
      kit: [pens, paper]
      running_order:
        - {minutes: 10, what: Welcome}
        - {minutes: 40, what: Work in pairs}
        - {minutes: 10, what: Plan}
    items:
{handouts}      - worksheet:
          title: What I will try
          body:
            - reflection:
                prompt: What will I try this week?
                lines: 4
certificate:
  text: Say here what was attended.
"""

_OUTPUT = """\
# Output

`handouts build` puts the PDFs here. Do not edit them by hand: change the words in `handouts/` or the looks in
`layouts/` and build again.
"""


def new_handout(root: Path, ident: str) -> Path:
    """Write a small handout that builds, and the schemas that editors check it with; return its path.

    Raises:
        DoorError: there is something of this name already, or it could not be written.
    """
    _refuse_same(root, PACKS, ident, "a course pack")
    return _begin(root, FOLDER, ident, header("handout", FOLDER) + _HANDOUT.replace("{title}", _shown(ident)))


def new_pack(root: Path, ident: str, handouts: Sequence[str]) -> Path:
    """Write a small course pack that builds, of a few handouts that there are; return its path.

    Raises:
        DoorError: there is something of this name already, or it could not be written.
    """
    _refuse_same(root, FOLDER, ident, "a handout")
    items = "".join(f"      - {name}\n" for name in handouts[:MOST_BEGUN])
    text = _PACK.replace("{title}", _shown(ident)).replace("{ident}", ident).replace("{handouts}", items)
    return _begin(root, PACKS, ident, header("pack", PACKS) + text)


def _refuse_same(root: Path, folder: str, ident: str, kind: str) -> None:
    """Refuse the name of something of the other kind: both PDFs would have one name."""
    if os.path.lexists(root / folder / f"{ident}{ENDING}"):
        message = f"{kind} is called '{ident}' already, and both would make the same PDF"
        raise DoorError("same-name", message, f"choose another name, such as '{ident[:70]}-2'")


def _shown(ident: str) -> str:
    title = ident.replace("-", " ").capitalize()
    return f'"{title}"' if title.replace(" ", "").isdigit() else title


def _begin(root: Path, folder: str, ident: str, text: str) -> Path:
    path = root / folder / f"{ident}{ENDING}"
    if os.path.lexists(path):
        message = f"'{folder}/{path.name}' is there already"
        raise DoorError("already-there", message, "choose another name, or edit that file")
    write_schemas(root)
    write_whole(path, text.encode(), root)
    return path


def new_workspace(folder: Path) -> list[Path]:
    """Make a workspace with the starter library in a folder that is missing or empty; return what stands in it.

    It is made out of sight and then moved into place, so that a workspace is whole or not there.

    Raises:
        DoorError: the folder holds something already, or the disk does not take it.
    """
    _refuse_used(folder)
    missing = not folder.exists()
    hidden = folder / HALF_MADE
    try:
        hidden.mkdir(parents=True)
        for relative in _library_files(library_root()):
            write_whole(hidden / relative, read_regular(library_root(), relative, FONT_CAP))
        write_whole(hidden / "output" / "README.md", _OUTPUT.encode())
        write_schemas(hidden)
        made = [folder / part.name for part in sorted(hidden.iterdir())]
        for path in made:
            os.rename(hidden / path.name, path)
        hidden.rmdir()
    except BaseException as fault:  # KeyboardInterrupt too: nothing half made is left
        shutil.rmtree(hidden, ignore_errors=True)
        if missing and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
        if isinstance(fault, OSError):
            message = f"'{folder.name}' could not be made ({fault.strerror or fault})"
            raise DoorError("not-written", message, "choose another folder, or check the disk") from None
        raise
    return made


def _refuse_used(folder: Path) -> None:
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        raise DoorError("not-a-folder", f"'{folder.name}' is a file", "choose another name")
    try:
        used = next((path for path in folder.iterdir() if path.name != HALF_MADE), None)
        shutil.rmtree(folder / HALF_MADE, ignore_errors=True)  # of a run that was killed
    except OSError as fault:
        message = f"'{folder.name}' may not be read or changed ({fault.strerror})"
        raise DoorError("not-writable", message, "choose another folder") from None
    if used is not None:
        message = f"the folder '{folder.name or folder}' is not empty: it holds '{used.name}'"
        raise DoorError("not-empty", message, "name a new folder")


def _library_files(library: Path) -> Iterator[str]:
    """Yield the files of the library that a workspace starts with, sorted; hidden ones and caches left out."""
    for top in COPIED:
        for path in sorted((library / top).rglob("*")):
            relative = path.relative_to(library)
            hidden = any(part.startswith((".", "_", "~")) for part in relative.parts)
            if path.is_file() and not hidden and path.suffix not in NOT_COPIED:
                yield relative.as_posix()
