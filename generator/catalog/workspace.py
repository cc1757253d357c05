"""A workspace: the folder with `handouts/` and `layouts/`, found from any folder inside it, as git finds a repository.

What a workspace lacks (a layout, a font, a drawing) is taken from the starter library that comes with the tool, so that
a folder with one handout in it builds.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

from generator.base.errors import AssetError
from generator.base.files import read_regular
from generator.base.findings import visible
from generator.base.inside import DoorError
from generator.base.reads import note_absent, note_folder, note_list
from generator.base.roots import find_root, library_root
from generator.base.tuples import NamedTuple

YAML_CAP = 1_048_576  # bytes
FONT_CAP = 20_000_000
PICTURE_CAP = 20_000_000


__all__ = ["Workspace", "find_root", "library_root", "open_workspace"]


class Workspace(NamedTuple):
    """Where files are read from: the workspace first, then the library. ``root`` may be the library itself.

    ``beside``: the name of a table of settings that lies outside of the workspace, and the folder it lies in. A path
    that was written in that file is read from there.
    """

    root: Path
    library: Path
    beside: tuple[str, Path] | None = None

    @property
    def roots(self) -> tuple[Path, ...]:
        """Both folders, each once."""
        return (self.root,) if self.root == self.library else (self.root, self.library)

    def home(self, relative: str | PurePosixPath) -> Path | None:
        """Return the root that has this file or folder."""
        found = next((root for root in self.roots if (root / relative).exists()), None)
        if found is None:
            note_absent(str(relative))
        return found

    def read(self, relative: str | PurePosixPath, cap: int) -> bytes:
        """Return a file's bytes through the one door; raises DoorError."""
        span = getattr(relative, "span", None)
        if self.beside is not None and span is not None and span.file == self.beside[0]:
            return read_regular(self.beside[1], relative, cap)
        return read_regular(self.home(relative) or self.root, relative, cap)

    def names(self, folder: str, suffix: str) -> list[str]:
        """Return the stems of the files of one kind in a folder, of both roots, sorted; editors' litter left out.

        So are names that hold what steers a terminal: nothing of ours is called so, and they would be echoed.
        """
        found = set()
        for root in self.roots:
            note_folder(str(root), folder)
            there = entries_in(f"{root}/{folder}", suffix)
            found |= {each.name.removesuffix(suffix) for each in there if _is_file(each)}
        names = _plain(found)
        note_list(f"{folder}/*{suffix}", names)
        return names

    def folders(self, folder: str, asked: str = "") -> list[str]:
        """Return the names of the folders in a folder, of both roots, sorted; left out as `names` does.

        ``asked``: what the names begin with that the answer hangs on.
        """
        found = set()
        for root in self.roots:
            note_folder(str(root), folder)
            if (root / folder).is_dir():
                found |= {p.name for p in (root / folder).iterdir() if p.is_dir() and not p.name.startswith((".", "_"))}
        names = _plain(found)
        note_list(f"{folder}/{asked}*/", [name for name in names if name.startswith(asked)])
        return names


def entries_in(folder: str, suffix: str) -> list[os.DirEntry[str]]:
    """Return what is in a folder under names of one kind, but what is hidden, drafts and editors' litter."""
    try:
        with os.scandir(folder) as listed:
            return [each for each in listed if each.name.endswith(suffix) and not each.name.startswith((".", "~", "_"))]
    except OSError:  # it is not there, or may not be listed
        return []


def _is_file(each: os.DirEntry[str]) -> bool:
    try:
        return each.is_file()
    except OSError:  # a link that leads in a circle
        return False


def _plain(found: set[str]) -> list[str]:
    return sorted(name for name in found if visible(name) == name)


def open_workspace(start: Path) -> Workspace:
    """Return the workspace that a folder is in; the library alone where it is in none."""
    library = library_root()
    return Workspace(find_root(start) or library, library)


Fault = DoorError | AssetError
