"""What the workers of a cluster read, made ready to be sent: files by the hash of what is in them.

A parcel names trees of files. Its list of names and hashes is a blob like any other, so that its hash stands for all
of it: a worker that has seen it before asks for nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.files import read_regular
from generator.base.inside import DoorError
from generator.catalog.workspace import PICTURE_CAP, Workspace
from generator.workers.crew import CrewError

FOLDERS = ("handouts/", "layouts/")  # of a workspace: all of it is read
PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp"})  # what brands and tables name may lie elsewhere too
OUTPUT = "output"
BATCH = 4_000_000  # bytes of blobs that are sent in one message, where a blob is not larger itself


class Tree(NamedTuple):
    """Files and folders below a folder of this machine, by their path below it."""

    root: Path
    names: tuple[str, ...]
    folders: tuple[str, ...] = ()


class Parcel(NamedTuple):
    """Trees ready to be sent.

    Attributes:
        digest: the hash of the list.
        roots: of the trees.
        listed: the list, as JSON: for each tree its root, its folders, and (name, hash) of each file.
        places: where the blob of each hash lies: root and name.
        stats: what the system said of each file and folder before it was read, by root and name.
    """

    digest: str
    roots: tuple[str, ...]
    listed: bytes
    places: Mapping[str, tuple[Path, str]]
    stats: Mapping[tuple[str, str], os.stat_result]

    def blobs(self, digests: Iterable[str]) -> Iterator[dict[str, bytes]]:
        """Yield the blobs of these hashes, in batches of a size that travels well.

        Raises:
            CrewError: a file was changed since the list was made.
        """
        batch: dict[str, bytes] = {}
        size = 0
        for digest in digests:
            data = self._blob(digest)
            if batch and size + len(data) > BATCH:
                yield batch
                batch, size = {}, 0
            batch[digest] = data
            size += len(data)
        if batch:
            yield batch

    def _blob(self, digest: str) -> bytes:
        if digest == self.digest:
            return self.listed
        root, name = self.places[digest]
        try:
            data = read_regular(root, name, PICTURE_CAP)
        except DoorError as fault:
            raise CrewError(fault.code, fault.message, fault.help) from None
        if hash_of(data) != digest:
            message = f"'{name}' was changed while it was being sent to the cluster"
            raise CrewError("changed-meanwhile", message, "run it again when all files are saved")
        return data


def hash_of(data: bytes) -> str:
    """Return the name of a blob."""
    return hashlib.sha256(data).hexdigest()


def pack(trees: Sequence[Tree]) -> Parcel:
    """Read files and make the list of them; raises DoorError."""
    listed: list[tuple[str, tuple[str, ...], list[tuple[str, str]]]] = []
    places: dict[str, tuple[Path, str]] = {}
    stats: dict[tuple[str, str], os.stat_result] = {}
    for root, names, folders in trees:
        rows = []
        for name in sorted({*names, *folders}):
            if (root / name).exists():  # whoever reads one that is not there is told so
                stats[str(root), name] = (root / name).stat()
        for name in sorted(set(names)):
            digest = hash_of(read_regular(root, name, PICTURE_CAP))
            rows.append((name, digest))
            places.setdefault(digest, (root, name))
        listed.append((str(root), folders, rows))
    data = json.dumps(listed, separators=(",", ":")).encode()
    return Parcel(hash_of(data), tuple(str(tree.root) for tree in trees), data, places, stats)


def workspace_tree(workspace: Workspace) -> Tree:
    """Return what of a workspace can be read: its two folders, and pictures wherever they lie.

    Left out are hidden files and editors' litter, which never are read, links out of it, and files that are too big:
    who reads these is refused here as there. So is the output.
    """
    root = workspace.root
    names: list[str] = []
    folders: list[str] = []
    for path in _below(root, root.resolve()):
        name = path.relative_to(root).as_posix()
        if path.is_dir():
            folders.append(name)
        elif name.startswith(FOLDERS) or path.suffix.lower() in PICTURES:
            names.append(name)
    return Tree(root, tuple(names), tuple(name for name in folders if f"{name}/".startswith(FOLDERS)))


def _below(folder: Path, root: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith((".", "~")) or path == root / OUTPUT or not path.resolve().is_relative_to(root):
            continue
        if path.is_dir():
            if path.is_symlink():  # it may lead in a circle
                continue
            yield path
            yield from _below(path, root)
        elif path.is_file() and path.stat().st_size <= PICTURE_CAP:
            yield path
