"""Where finished files go: a folder, or a store that has an address (`s3://bucket/leaflets`), the extra `storage`.

A file is there whole or not at all. A store of objects takes each in one request that counts when it is complete;
anything else gets a file under another name beside its place, which is then moved there. Names and passwords in an
address are never told, nor what a store's own library says, which may hold them.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.base.inside import DoorError
from generator.base.stores import shown
from generator.base.whole_files import PREFIX, SUFFIX, write_whole

OBJECTS = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "adl", "oss", "oci", "r2", "memory"})
"""Stores in which an object is replaced in one step: what was put there is seen when all of it is."""

HELP = "check the address, the network, and the key you use for the store"


class Outlet:
    """A store that files are put in; it can be pickled, so that workers can write to it themselves.

    Args:
        address: of the folder in the store. `file://` is a folder of this machine.

    Raises:
        DoorError: the store cannot be had.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.shown = shown(address)
        scheme = urlsplit(address).scheme.lower()
        self._folder = Path(unquote(urlsplit(address).path)) if scheme in ("file", "local") else None
        if self._folder is not None:
            return
        self._whole_at_once = scheme in OBJECTS
        try:
            self._system, self._root = _opened(address)
        except ImportError:
            message = f"'{scheme}://' needs a package that is not installed"
            help_ = f"pip install 'handouts[storage]', and the package of that store, such as {_package(scheme)}"
            raise DoorError("extra-missing", message, help_) from None
        except ValueError:
            message = f"the store at {self.shown} cannot be used: no store is called '{scheme}'"
            raise DoorError("store-unknown", message, "write its address as in s3://bucket/folder") from None
        except Exception as fault:
            message = f"the store at {self.shown} cannot be reached ({type(fault).__name__})"
            raise DoorError("not-written", message, HELP) from None

    def put(self, name: str, data: bytes) -> None:
        """Write a file, in place of one of that name; raises DoorError.

        Args:
            name: from the outlet's folder, with ``/`` between folders.
            data: all of it.
        """
        parts = PurePosixPath(name).parts
        if not parts or parts[0] == "/" or ".." in parts:
            raise DoorError("path-outside", f"'{name}' would be written outside of the output", "choose another name")
        if self._folder is not None:
            write_whole(self._folder.joinpath(*parts), data, self._folder)
            return
        target = "/".join((self._root.rstrip("/"), *parts))
        try:
            if self._whole_at_once:
                self._system.pipe_file(target, data)
            else:
                self._put_beside(target, data)
        except Exception as fault:
            raise self._refused(name, fault) from None

    def has(self, name: str) -> bool:
        """Tell whether there is a file of a name; raises DoorError."""
        if self._folder is not None:
            return (self._folder / name).is_file()
        try:
            return bool(self._system.isfile(f"{self._root.rstrip('/')}/{name}"))
        except Exception as fault:
            raise self._refused(name, fault) from None

    def delete(self, name: str) -> None:
        """Delete a file, if it is there; raises DoorError."""
        try:
            if self._folder is not None:
                (self._folder / name).unlink(missing_ok=True)
            elif self.has(name):
                self._system.rm_file(f"{self._root.rstrip('/')}/{name}")
        except DoorError:
            raise
        except Exception as fault:
            raise self._refused(name, fault) from None

    def _put_beside(self, target: str, data: bytes) -> None:
        folder, _, name = target.rpartition("/")
        waiting = f"{folder}/{PREFIX}{name}{SUFFIX}"
        self._system.makedirs(folder, exist_ok=True)
        try:
            self._system.pipe_file(waiting, data)
            try:
                self._system.mv(waiting, target)
            except OSError:  # some servers move nothing over a file that is there
                if not self._system.exists(target):
                    raise
                self._system.rm_file(target)
                self._system.mv(waiting, target)
        except BaseException:  # Ctrl-C too: nothing half written is left
            if self._system.exists(waiting):
                self._system.rm_file(waiting)
            raise

    def _refused(self, what: str, fault: Exception) -> DoorError:
        """Return what is to be told: the kind of fault, never its words."""
        where = f"'{what}' was not written to {self.shown}"
        if isinstance(fault, FileNotFoundError):
            return DoorError("not-written", f"{where}: there is no such place", "make the bucket or the folder first")
        if isinstance(fault, PermissionError):
            return DoorError("not-writable", f"{where}: the store does not allow it", "check the key you use for it")
        return DoorError("not-written", f"{where} ({type(fault).__name__})", HELP)

    def __reduce__(self) -> tuple[type[Outlet], tuple[str]]:
        return Outlet, (self.address,)


def _opened(address: str) -> tuple[Any, str]:
    """Return the file system of an address, and the path in it."""
    import fsspec  # here: it is an extra, and needed for nothing else

    system, root = fsspec.core.url_to_fs(address)
    return system, str(root)


def _package(scheme: str) -> str:
    """Return the package that knows a store, where it is a usual one."""
    usual = {
        "s3": "s3fs",
        "s3a": "s3fs",
        "gs": "gcsfs",
        "gcs": "gcsfs",
        "az": "adlfs",
        "abfs": "adlfs",
        "sftp": "paramiko",
    }
    return usual.get(scheme, "s3fs")
