"""Paths that people write in files: relative, inside the workspace, the same on every system."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.base.patterns import later

LONGEST = 240
"""Characters in a path: what Windows opens without special settings, less the workspace's own folder."""

_CONTROL = later("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffd\ufffe\uffff\ud800-\udfff]")
_DRIVE = later(r"[A-Za-z]:")
_SCHEME = later(r"[A-Za-z][A-Za-z0-9+.-]+:")
_SHELL = later(r'[*?\[\]|<>"]')
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})


class DoorError(Exception):
    """A file is not read or not written: `code`, `message` and `help` are ready for a finding."""

    def __init__(self, code: str, message: str, help: str = "") -> None:
        super().__init__(code, message, help)
        self.code = code
        self.message = message
        self.help = help

    def __str__(self) -> str:
        return self.message


def is_device(name: str) -> bool:
    """Return True for names that Windows gives to devices, with any extension: CON, nul.txt, COM1."""
    return name.split(".")[0].rstrip().lower() in _DEVICES


def parse_inside(text: str, folder: str | PurePosixPath = "") -> PurePosixPath:
    """Return the path that `text` names, relative to the workspace and without ``.`` and ``..``.

    Args:
        text: what the author wrote, with ``/`` between folders.
        folder: the workspace-relative folder that the path is relative to; the workspace itself when empty.

    Raises:
        DoorError: it is absolute, leaves the workspace, or is an address, a pattern, a command or a device.
    """
    _check_form(text)
    parts = [part for part in PurePosixPath(folder).parts if part != "."]
    for part in text.split("/"):
        if part in ("", "."):
            continue
        if part == "..":
            if not parts:
                raise DoorError(
                    "path-outside",
                    "the path leads out of the workspace",
                    "copy the file into the workspace and name it there",
                )
            parts.pop()
            continue
        _check_part(part)
        parts.append(part)
    if not parts or text.endswith("/"):
        raise DoorError("path-bad", "the path names a folder, not a file", "write the name of the file after it")
    return PurePosixPath(*parts)


def _check_form(text: str) -> None:
    inside = "write a path relative to this file, such as images/baby.png"
    if not text.strip():
        raise DoorError("path-bad", "the path is empty", inside)
    if len(text) > LONGEST:
        raise DoorError("path-bad", f"the path is longer than {LONGEST} characters", "give the file a shorter name")
    if (not text.isprintable() or "\ufffd" in text) and _CONTROL.search(text):
        raise DoorError("path-bad", "the path holds a line end or a control character", "type the path again")
    if (_DRIVE.match(text) and text[2:3] in ("", "/", "\\")) or text.startswith(("/", "\\")):
        raise DoorError("path-outside", "the path is absolute", inside)
    if _SCHEME.match(text):
        raise DoorError(
            "path-outside", "this is an address, not a file of the workspace", "copy the file into the workspace"
        )
    if text.startswith("~"):
        raise DoorError("path-outside", "the path leads to a home folder", inside)
    if "\\" in text:
        raise DoorError("path-bad", "the path holds a backslash", "write / between folders, on Windows too")
    if _SHELL.search(text) or _DRIVE.match(text):
        raise DoorError("path-bad", 'the path holds one of * ? [ ] | < > " :', "rename the file and write its one name")


def _check_part(part: str) -> None:
    if is_device(part) or part[-1] in ". " or part[0] == " " or ":" in part:
        raise DoorError("path-bad", f"'{part[:60]}' cannot be a file name on every system", "rename the file")
    if part.startswith("."):
        raise DoorError("path-bad", f"'{part[:60]}' is a hidden file", "name a file that is there to be seen")
