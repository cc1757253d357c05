"""What the workers of a cluster read, made ready to be sent: files by the hash of what is in them.

A parcel names trees of files. Its list of names and hashes is a blob like any other, so that its hash stands for all
of it: a worker that has seen it before asks for nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.base.files import read_regular
from generator.base.inside import DoorError
from generator.catalog.workspace import PICTURE_CAP, Workspace
from generator.workers.crew import CrewError

FOLDERS = ("handouts", "layouts")  # what of a workspace is read
BATCH = 4_000_000  # bytes of blobs that are sent in one message, where a blob is not larger itself


class Tree(NamedTuple):
    """Files below a folder of this machine, by their path below it."""

    root: Path
    names: tuple[str, ...]


class Parcel(NamedTuple):
    """Trees ready to be sent.

    Attributes:
        digest: the hash of the list.
        listed: the list: for each tree its root and (name, hash) of each file, as JSON.
        places: where the blob of each hash lies: root and name.
        stats: what the system said of each file when it was read, by root and name.
    """

    digest: str
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
    listed: list[tuple[str, list[tuple[str, str]]]] = []
    places: dict[str, tuple[Path, str]] = {}
    stats: dict[tuple[str, str], os.stat_result] = {}
    for root, names in trees:
        rows = []
        for name in sorted(set(names)):
            if (root / name).exists():  # else who reads it is told; before it is read, so that no change goes unseen
                stats[str(root), name] = (root / name).stat()
            digest = hash_of(read_regular(root, name, PICTURE_CAP))
            rows.append((name, digest))
            places.setdefault(digest, (root, name))
        listed.append((str(root), rows))
    data = json.dumps(listed, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogateescape")
    return Parcel(hash_of(data), data, places, stats)


def workspace_tree(workspace: Workspace) -> Tree:
    """Return the files of a workspace that can be read: hidden ones and editors' litter, which never are, left out.

    Those too big to be read are left out too, as are links out of it: whoever reads them is refused here as there.
    """
    root = workspace.root
    return Tree(root, tuple(name for folder in FOLDERS for name in _files(root, PurePosixPath(folder))))


def _files(root: Path, folder: PurePosixPath) -> Iterator[str]:
    if not (root / folder).is_dir():
        return
    inside = root.resolve()
    for path in sorted((root / folder).iterdir()):
        name = folder / path.name
        if path.name.startswith((".", "~")) or not path.resolve().is_relative_to(inside):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files(root, name)
        elif path.is_file() and path.stat().st_size <= PICTURE_CAP:
            yield str(name)
