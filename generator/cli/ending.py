"""How the command ends, with and without Click."""

from __future__ import annotations

import errno
import gc
import os
import sys
from typing import NoReturn

UNSAID = (errno.EPIPE, errno.ENOSPC, errno.EIO)  # what writing to stdout can raise; files have findings of their own


def tolerate() -> None:
    """Never fail on a character that the terminal cannot show: write it out by its number."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # None where a stream was closed or replaced
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def end(code: int) -> NoReturn:
    """End the process with an exit code, when all that was said has gone out."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as fault:
        code = not_said(fault)
    gc.freeze()  # else Python looks through everything once more before it ends: a fifth of a leaflet's time
    sys.exit(code)


def not_said(fault: OSError) -> int:
    """End where nobody reads on, as in `handouts list | head -1`, or where the disk is full."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())  # else Python complains once more when it closes the stream
    if fault.errno != errno.EPIPE:
        sys.stderr.write(f"handouts: the output could not be written: {fault.strerror}\n")
    return 1
