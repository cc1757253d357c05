"""The command at a terminal of its own, and somebody who answers what it asks."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic

from tests.support.command import Said, environment

PATIENCE = 120.0  # seconds until a command that waits for an answer nobody gives is ended
END = b"\x04"  # Ctrl-D


def at_a_terminal(folder: Path, arguments: Sequence[str], answers: Sequence[tuple[str, str]]) -> Said:
    """Run `python -m generator` in a folder at a terminal.

    Args:
        folder: where it runs.
        arguments: after the name of the command.
        answers: in order: what must be read before each is typed, and what is typed. After the last one, Ctrl-D is
            typed where the command asks on.

    Returns:
        The exit code; all that stood on the terminal as `out`, with plain line ends.
    """
    near, far = pty.openpty()
    command = [sys.executable, "-m", "generator", *arguments]
    child = subprocess.Popen(command, cwd=folder, env=environment(), stdin=far, stdout=far, stderr=far)
    os.close(far)
    said, seen, waiting, until = b"", 0, list(answers), monotonic() + PATIENCE
    with child:
        for read in _read(near, until):
            said += read
            if waiting and waiting[0][0].encode() in said[seen:]:
                seen = len(said)
                os.write(near, waiting.pop(0)[1].encode() + b"\n")
            elif not waiting and said[seen:].endswith((b": ", b"? ")):
                seen = len(said)
                os.write(near, END)
        if monotonic() >= until:
            child.kill()
    os.close(near)
    plain = re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", said.decode("utf-8", "replace")).replace("\r\n", "\n")
    return Said(child.returncode, plain, "")


def _read(terminal: int, until: float) -> Iterator[bytes]:
    """Yield what is written to a terminal until its other end is closed, or the time is up."""
    while monotonic() < until:
        if select.select([terminal], [], [], 1.0)[0]:
            try:
                yield os.read(terminal, 65536)
            except OSError:  # the other end is closed
                return
