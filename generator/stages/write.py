"""Write: bytes become files, each whole or not at all; what cannot work is told before the long work begins."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.base.findings import Findings
from generator.base.whole_files import write_whole


def ready_to_write(folder: Path, names: Sequence[str], findings: Findings, fence: Path | None = None) -> None:
    """Report what keeps files of these names from being written into a folder, which may be missing still.

    Args:
        folder: where they go.
        names: of the files.
        findings: gets the reasons.
        fence: a folder that `folder` must not lead out of by a link.
    """
    try:
        fault = _folder_fault(folder, fence)
        if fault is not None:
            findings.error(None, *fault)
        elif folder.exists():
            for name in names:
                _check_target(folder / name, findings)
    except (OSError, ValueError, RuntimeError) as error:
        message = f"the folder '{folder.name}' cannot be written to ({error})"
        findings.error(None, "not-writable", message, "choose another with '-o FOLDER'")


def _folder_fault(folder: Path, fence: Path | None) -> tuple[str, str, str] | None:
    """Return code, message and help of what is wrong with a folder, or None."""
    real = folder.resolve()
    if fence is not None and not real.is_relative_to(fence.resolve()):
        return "write-link", f"'{folder.name}' is a link out of the workspace", "name the folder with '-o FOLDER'"
    nearest = real
    while not os.path.lexists(nearest) and nearest != nearest.parent:
        nearest = nearest.parent
    if not nearest.is_dir():
        return "not-a-folder", f"'{nearest.name}' is not a folder", "choose another with '-o FOLDER'"
    if not os.access(nearest, os.W_OK | os.X_OK):
        help_ = "change its permissions, or choose another with '-o FOLDER'"
        return "not-writable", f"the folder '{nearest.name}' may not be written to", help_
    return None


def _check_target(target: Path, findings: Findings) -> None:
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return
    place = f"{target.parent.name}/{target.name}"
    if stat.S_ISLNK(mode):
        findings.error(None, "write-link", f"'{place}' is a link", "delete the link, or choose another folder")
    elif stat.S_ISDIR(mode):
        findings.error(None, "write-odd", f"'{place}' is a folder", "rename it, or choose another folder")
    elif not stat.S_ISREG(mode):
        findings.error(None, "write-odd", f"'{place}' is not a regular file", "delete it, or choose another folder")


def write(folder: Path, files: Sequence[tuple[str, bytes]], fence: Path | None = None) -> Iterator[Path]:
    """Write files one by one and yield the path of each that is in place.

    Raises:
        DoorError: one could not be written; those before it are in place.
    """
    for name, data in files:
        write_whole(folder / name, data, fence)
        yield folder / name
