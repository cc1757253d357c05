"""What is kept from one run to the next, by the hash of what it was made of: safe to delete at any moment.

An entry is a file that is written whole or not at all, and says its own hash: one that is cut off or spoilt counts as
missing. Nothing here fails: where a folder cannot be used, nothing is found and nothing is kept. The folder is the
user's alone (mode 0700); one that others may write to is not used. Entries lie in 16 shelves; when a shelf is full,
what was not asked for longest goes.
"""

from __future__ import annotations

import itertools
import os
import stat
import sys

from generator.base.cache_folder import Place, cache_place

try:  # Python's own, as its `random` does: `hashlib` brings OpenSSL, and takes a tenth of the time of an answer
    from _sha256 import sha256  # type: ignore[import-not-found]
except ImportError:
    try:
        from _sha2 import sha256  # type: ignore[import-not-found]  # since Python 3.12
    except ImportError:
        from hashlib import sha256

TYPE_CHECKING = False
if TYPE_CHECKING:  # to import typing, or anything that does, takes a quarter of the time
    from collections.abc import Iterator

_MAGIC = b"handouts cache 1\n"
_HEAD = len(_MAGIC) + 32  # the hash of what follows
_SHELVES = "0123456789abcdef"
_STRAY = ".tmp"
_OLD = 3600 * 10**9  # ns behind the newest file of a shelf: what a killed run left half written
_CLEARED = 0.8  # of a shelf's room: how far it is cleared when it is full
_LARGEST = 0.5  # of a shelf's room: more is not kept

_counter = itertools.count()


class Kept:
    """What there is."""

    def __init__(self, entries: int, size: int) -> None:
        self.entries, self.size = entries, size


class Store:
    """Bytes by key; a key is the hash of all that they were made of."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self._room = place.size // len(_SHELVES)
        self._usable: bool | None = None
        self._since: dict[str, int] = {}  # shelf -> bytes put there since it was last looked through

    def get(self, key: str) -> bytes | None:
        """Return what was kept; None where nothing was, or it is damaged."""
        path = self._path(key)
        if not self._ours():
            return None
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError:
            return None
        kept = data[_HEAD:]
        if data[:_HEAD] != _MAGIC + _hash(kept):
            _delete(path)
            return None
        _renew(path)
        return kept

    def put(self, key: str, data: bytes) -> None:
        """Keep some bytes, if that can be done."""
        if len(data) > self._room * _LARGEST or not self._made():
            return
        path = self._path(key)
        shelf = os.path.dirname(path)
        temporary = os.path.join(shelf, f"{os.getpid()}-{next(_counter)}-{os.urandom(4).hex()}{_STRAY}")
        try:
            os.makedirs(shelf, mode=0o700, exist_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
            with open(os.open(temporary, flags, 0o600), "wb") as file:
                file.write(_MAGIC + _hash(data) + data)
            os.replace(temporary, path)
        except OSError:
            _delete(temporary)
            return
        except BaseException:
            _delete(temporary)
            raise
        self._bound(shelf, len(data) + _HEAD)

    def kept(self) -> Kept:
        """Return how much there is."""
        sizes = [status.st_size for _, status in self._all()]
        return Kept(len(sizes), sum(sizes))

    def clear(self) -> Kept:
        """Delete all of it; return how much that was."""
        gone = [(_delete(path), status.st_size) for path, status in self._all(strays=True)]
        for shelf in _SHELVES:
            try:
                os.rmdir(os.path.join(self.place.folder, shelf))
            except OSError:
                continue  # it is not there, or something else lies in it
        return Kept(sum(done for done, _ in gone), sum(size for done, size in gone if done))

    def _path(self, key: str) -> str:
        name: str = sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
        return os.path.join(self.place.folder, name[0], name[1:])

    def _made(self) -> bool:
        """Make the folder where it is missing; tell whether it may be used."""
        try:
            os.makedirs(os.path.dirname(self.place.folder), exist_ok=True)
            os.mkdir(self.place.folder, 0o700)
        except FileExistsError:
            return self._ours()
        except OSError:
            return False
        self._usable = None
        return self._ours()

    def fault(self) -> str:
        """Return why the folder is not used; empty where it is, or will be made."""
        try:
            status = os.stat(self.place.folder)
        except FileNotFoundError:
            return ""
        except OSError as fault:
            return f"it cannot be looked into ({fault.strerror})"
        if not stat.S_ISDIR(status.st_mode):
            return "it is not a folder"
        return "" if _private(status) else "it is another user's, or others may write to it"

    def _ours(self) -> bool:
        """Tell whether the folder is this user's, and nobody else may write to it."""
        if self._usable is None:
            try:
                status = os.stat(self.place.folder)
            except OSError:
                return False  # it may be made later
            self._usable = stat.S_ISDIR(status.st_mode) and _private(status)
        return self._usable

    def _all(self, *, strays: bool = False) -> Iterator[tuple[str, os.stat_result]]:
        if self._ours():
            for shelf in _SHELVES:
                yield from _inside(os.path.join(self.place.folder, shelf), strays=strays)

    def _bound(self, shelf: str, size: int) -> None:
        """Look through a shelf when this process begins to fill it, and whenever it has put in a tenth of its room."""
        since = self._since.get(shelf)
        if since is not None and since + size < self._room / 10:
            self._since[shelf] = since + size
            return
        self._since[shelf] = 0
        found = sorted(_inside(shelf, strays=True), key=lambda each: each[1].st_mtime_ns)
        entries = [each for each in found if not each[0].endswith(_STRAY)]
        for path, status in found:
            if path.endswith(_STRAY) and found[-1][1].st_mtime_ns - status.st_mtime_ns > _OLD:
                _delete(path)  # a younger one may still be written
        held = sum(status.st_size for _, status in entries)
        if held > self._room:
            for path, status in entries:
                if held <= self._room * _CLEARED:
                    break
                _delete(path)  # or somebody else did
                held -= status.st_size


def usual_store() -> Store | None:
    """Return the user's store; None where nothing is to be kept."""
    place = cache_place()
    return Store(place) if place is not None else None


def _private(status: os.stat_result) -> bool:
    if os.name == "nt":  # a user's folders are his own there, and modes say nothing
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _inside(shelf: str, *, strays: bool) -> Iterator[tuple[str, os.stat_result]]:
    try:
        with os.scandir(shelf) as found:
            for each in found:
                if strays or not each.name.endswith(_STRAY):
                    try:
                        status = each.stat(follow_symlinks=False)
                    except OSError:
                        continue  # somebody else deleted it
                    if stat.S_ISREG(status.st_mode):
                        yield each.path, status
    except OSError:
        return


def _hash(data: bytes) -> bytes:
    """Return the SHA-256: by OpenSSL where it is there already, which is six times as fast."""
    made: bytes = getattr(sys.modules.get("hashlib"), "sha256", sha256)(data).digest()
    return made


def _renew(path: str) -> None:
    """Make an entry the last to go."""
    try:
        os.utime(path)
    except OSError:
        return  # it was found all the same


def _delete(path: str) -> bool:
    try:
        os.unlink(path)
    except OSError:
        return False
    return True
