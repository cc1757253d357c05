"""Where a worker of a cluster keeps what was sent to it: blobs by their hash, and trees of files made of them.

Each worker has a folder of its own, on its own disk; nothing in it is believed before its hash was reckoned.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from generator.base.inside import DoorError
from generator.workers.parcel import hash_of

KEPT = 4  # parcels: a worker lives for many builds, and what changed since has no use


class Store:
    """Blobs and trees in a folder; those of the last few parcels."""

    def __init__(self, folder: Path) -> None:
        self._blobs = folder / "blobs"
        self._trees = folder / "trees"
        self._blobs.mkdir(parents=True, exist_ok=True)
        self._trees.mkdir(exist_ok=True)
        self._laid: dict[str, dict[str, Path]] = {}

    def lacking(self, digest: str) -> list[str]:
        """Return the hashes of what of a parcel is not there yet: its list, or what that names."""
        if digest in self._laid:
            return []
        if not (self._blobs / digest).is_file():
            return [digest]
        wanted = {each for _, _, rows in self._listed(digest) for _, each in rows}
        return sorted(each for each in wanted if not (self._blobs / each).is_file())

    def take(self, blobs: Mapping[str, bytes]) -> None:
        """Keep blobs that were sent.

        Raises:
            DoorError: one is not what its hash says, or the disk does not take it.
        """
        for digest, data in blobs.items():
            if hash_of(data) != digest:
                raise DoorError("blob-damaged", "a file was damaged on its way to a worker", "run it again")
            try:
                waiting = self._blobs / f"{digest}.tmp"
                waiting.write_bytes(data)
                os.replace(waiting, self._blobs / digest)
            except OSError as fault:
                message = f"a worker cannot keep the files that were sent to it ({fault.strerror})"
                raise DoorError("worker-disk", message, "make room on the worker's disk") from None

    def trees(self, digest: str) -> Mapping[str, Path]:
        """Return where the trees of a parcel lie, all of whose blobs are there, by the root they had."""
        laid = self._laid.pop(digest, None)
        self._laid[digest] = laid if laid is not None else dict(self._lay(digest))  # the last one used comes last
        while len(self._laid) > KEPT:
            self._forget(next(iter(self._laid)))
        return self._laid[digest]

    def _forget(self, digest: str) -> None:
        """Delete the trees of a parcel, and the blobs that no other names."""
        for folder in self._laid.pop(digest).values():
            shutil.rmtree(folder, ignore_errors=True)
        used = {each for kept in self._laid for _, _, rows in self._listed(kept) for _, each in rows} | {*self._laid}
        for blob in self._blobs.iterdir():
            if blob.name not in used:
                blob.unlink(missing_ok=True)

    def _lay(self, digest: str) -> Iterable[tuple[str, Path]]:
        for number, (root, folders, rows) in enumerate(self._listed(digest)):
            folder = self._trees / f"{digest[:16]}-{number}"
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            for name in folders:
                _inside(folder, name).mkdir(parents=True, exist_ok=True)
            for name, each in rows:
                _put(self._blobs / each, folder, name)
            yield root, folder

    def _listed(self, digest: str) -> list[tuple[str, list[str], list[tuple[str, str]]]]:
        listed: list[tuple[str, list[str], list[tuple[str, str]]]] = json.loads((self._blobs / digest).read_bytes())
        return listed


def _put(blob: Path, folder: Path, name: str) -> None:
    """Put a blob in a tree under its name, as another name of the same file where the disk has such a thing."""
    target = _inside(folder, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(blob, target)
    except OSError:
        shutil.copyfile(blob, target)


def _inside(folder: Path, name: str) -> Path:
    parts = PurePosixPath(name).parts
    if not parts or parts[0] == "/" or ".." in parts:
        raise DoorError("blob-damaged", "a list of files names one outside of its folder", "run it again")
    return folder.joinpath(*parts)
