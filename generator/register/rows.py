"""What the register says in its rows: see `generator/register/store.py`."""

from __future__ import annotations

from typing import NamedTuple

from generator.base.stats import Stat

SURE, RACY, PAST = 0, 1, 2
"""How far an input's signs can be trusted: in full; not at all, for it may have changed when it was read; and for what
only outputs that are stale were made of, they are not looked at."""


class Input(NamedTuple):
    """One thing that outputs were made of."""

    id: int
    kind: str
    root: str
    name: str
    found: str
    stat: Stat | None
    racy: int


class Output(NamedTuple):
    """One file that was made.

    Attributes:
        name: from the output folder.
        digest: of its bytes.
        stat: what the system said of it when it was in place.
        pages: how many.
        look: the group of what its look was made of.
        words: the group of everything else.
        setting: the mark of the setting that it was made for.
        task: the mark of the task.
        made: when, in seconds since 1970.
        synced: whether it is known to be on the disk, and not in the system's memory alone.
        stale: why it is not current; empty where nothing is known of that.
    """

    name: str
    digest: str
    stat: Stat
    pages: int
    look: int
    words: int
    setting: int
    task: int
    made: int
    synced: bool
    stale: str


class Cells(NamedTuple):
    """What a setting is made of: its mark, the digest of the row of its table, its id, and what the row says."""

    mark: int
    digest: str
    ident: str
    said: str


class PlanRow(NamedTuple):
    """What one call makes: a file for each folder and each task.

    Attributes:
        key: what was asked for.
        inputs: the group that it hangs on.
        folders: the id of each setting, a tab, its mark.
        tasks: what each setting gets; its mark after the last tab.
    """

    key: str
    inputs: int
    folders: tuple[str, ...]
    tasks: tuple[str, ...]
