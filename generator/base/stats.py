"""What the system says of a file, as far as it tells whether the file changed."""

from __future__ import annotations

import os

Stat = tuple[int, int, int, int]
"""Size, time of change and time of change of what is known of it (both ns), number of the file on its disk."""

_NUMBERED = os.name != "nt"  # Windows tells numbers of files in one way of two


def stat_of(status: os.stat_result) -> Stat:
    """Return what is kept of what the system says of a file."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino if _NUMBERED else 0
