"""What the system says of files, for those who look at them one by one."""

from __future__ import annotations

import os
from typing import NamedTuple

from generator.base.stats import Stat, stat_of
from generator.register.standing import LIBRARY, WORKSPACE, stat_at

__all__ = ["LIBRARY", "WORKSPACE", "Roots", "is_racy", "placed_at", "stat_at"]

COARSE = 1_000_000_000  # ns; times that are whole seconds come from a disk that knows no finer ones
MARGIN_COARSE, MARGIN = 2_500_000_000, 50_000_000  # ns; in such a time a file may change twice and look the same


class Roots(NamedTuple):
    """Where files are: the workspace, and the starter library (the same folder in a clone)."""

    workspace: str
    library: str

    def path(self, root: str, name: str) -> str:
        """Return where a file of a root is."""
        base = self.workspace if root == WORKSPACE else self.library if root == LIBRARY else root
        return f"{base}/{name}"

    def code(self, root: str) -> str:
        """Return what the register calls a root."""
        return WORKSPACE if root == self.workspace else LIBRARY if root == self.library else root


def placed_at(path: str) -> Stat | None:
    """Return what the system says of an output, which is no link; None where it is not there."""
    try:
        return stat_of(os.lstat(path))
    except (OSError, ValueError):
        return None


def is_racy(stat: Stat | None, since: int) -> bool:
    """Tell whether a file was changed so late that it may change again and look the same.

    Args:
        stat: what the system said of it when it was read.
        since: the disk's own time before it was read, ns; the machine's clock is not asked.
    """
    if stat is None:
        return False
    return stat[1] + (MARGIN if stat[1] % COARSE else MARGIN_COARSE) >= since
