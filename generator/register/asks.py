"""What somebody asks for, and the parts that it comes to: tasks and settings, each with a mark of its own."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from generator.register.quick import OWN, USUAL, key_of

if TYPE_CHECKING:  # the type alone: how pages are laid on sheets is rarely asked for
    from generator.kinds.imposition import Imposition

_PARTED = "\t"


class Ask(NamedTuple):
    """What somebody asks for; its key in the register is the same for the same.

    Attributes:
        settings: the table, from the workspace or with its whole path; None for one brand's own handouts.
        brand: the brand, or what rows extend that name none.
        editions: their names.
        layouts: their names, `OWN` for the handouts' own.
        packs: whether packs are made too.
        imposition: how pages are laid on sheets.
    """

    settings: str | None = None
    brand: str | None = None
    editions: tuple[str, ...] = (USUAL,)
    layouts: tuple[str, ...] = (OWN,)
    packs: bool = False
    imposition: Imposition | None = None

    @property
    def key(self) -> str:
        """What the register calls it."""
        sheets = repr(tuple(self.imposition)) if self.imposition is not None else ""
        return key_of(self.settings or "", self.brand or "", self.editions, self.layouts, self.packs, sheets)


def ask_of(key: str) -> Ask:
    """Return what a key of the register asks for."""
    settings, brand, editions, layouts, packs, sheets = key.split("\n")
    imposition = None
    if sheets:
        from ast import literal_eval  # both are rarely needed

        from generator.kinds.imposition import Imposition

        imposition = Imposition(*literal_eval(sheets))
    named = tuple(editions.split(",")), tuple(layouts.split(","))
    return Ask(settings or None, brand or None, *named, bool(packs), imposition)


class Task(NamedTuple):
    """One file that every setting gets."""

    name: str
    ident: str
    copy: Literal["learner", "trainer"] | None
    layout: str | None
    edition: str

    @property
    def called(self) -> str:
        """What messages call it: the name of its file without the ending."""
        return self.name.removesuffix(".pdf")

    @property
    def mark(self) -> int:
        """What tells it from others that might be called the same."""
        return mark_of(self)

    @property
    def written(self) -> str:
        """The task as one line of the register."""
        parts = (self.name, self.ident, self.copy or "", self.layout or "", self.edition, str(self.mark))
        return _PARTED.join(parts)


def task_of(line: str) -> Task:
    """Return the task of a line of the register."""
    name, ident, copy, layout, edition, _ = line.split(_PARTED)
    return Task(name, ident, cast(Literal["learner", "trainer"], copy) if copy else None, layout or None, edition)


class Folder(NamedTuple):
    """A setting: its id, which is that of its folder; its mark; what its row says; and the number of that."""

    ident: str
    mark: int
    digest: str = ""
    said: str = ""
    number: int = 0

    @property
    def written(self) -> str:
        """The setting as one line of the register."""
        return f"{self.ident}{_PARTED}{self.mark}"


@lru_cache(maxsize=512)  # tasks; each setting is asked for once
def mark_of(*values: object) -> int:
    """Return a number that stands for values: two that differ have the same as good as never."""
    from hashlib import sha256  # a build that has nothing to do compares marks that are there

    return int.from_bytes(sha256(repr(values).encode("utf-8", "surrogatepass")).digest()[:7])


def name_in(folder: Folder, task: Task) -> str:
    """Return the name of an output from the output folder."""
    return f"{folder.ident}/{task.name}" if folder.ident else task.name
