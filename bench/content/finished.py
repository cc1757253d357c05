"""What finished handouts and packs say, read from the tool itself: the input that every other side gets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from generator.base.findings import Findings
from generator.catalog.brands import default_brand
from generator.kinds.look import Look
from generator.kinds.reading import Node, Reading, read
from generator.packs import make_pack
from generator.pdf.metadata import Metadata
from generator.pdf.outline import Places
from generator.pdf.recorder import Recorder
from generator.pdf.structure import Element
from generator.pipeline import Order, Works
from generator.stages.export import read_plan
from generator.stages.render import fit


def handout_reading(workspace: Path, ident: str) -> Reading:
    """Return what a handout says on the pages of its own layout, with its drawings.

    Raises:
        RuntimeError: it cannot be made.
    """
    works, found = Works(workspace), Findings()
    job = works.job(ident, Order())
    fitted = fit(job, found) if job is not None else None
    if job is None or fitted is None:
        raise RuntimeError("\n".join(str(fault) for fault in (*works.findings.errors, *found.errors)))
    return read_plan(job.shaped, *fitted)


def look_of(workspace: Path) -> Look:
    """Return the brand that a workspace's handouts are in, made ready.

    Raises:
        RuntimeError: it cannot be read.
    """
    works = Works(workspace)
    look = works.look(default_brand(works.workspace))
    if look is None:
        raise RuntimeError("\n".join(str(fault) for fault in works.findings.errors))
    return look


def pack_tree(workspace: Path, ident: str, copy: str) -> tuple[Node, int]:
    """Return the tree of a pack and how many pages it has.

    Raises:
        RuntimeError: it cannot be made.
    """
    works, made = Works(workspace), list[PackRecorder]()
    with _recorded(made):
        done = make_pack(works, ident, "trainer" if copy == "trainer" else "learner", Order(), lambda *_: None)
    if done is None:
        raise RuntimeError("\n".join(str(fault) for fault in works.findings.errors))
    return read(made[0], made[0].root), done.rendered.pages


@contextmanager
def _recorded(made: list[PackRecorder]) -> Iterator[None]:
    def recorder(_: Metadata, root: Element) -> PackRecorder:
        made.append(PackRecorder(root))
        return made[-1]

    with mock.patch("generator.kinds.book.Surface", recorder):
        yield


class PackRecorder(Recorder):
    """Remembers what is drawn of a pack; see `generator/pdf/recorder.py`, which does it for one handout."""

    def __init__(self, root: Element) -> None:
        super().__init__(root)
        self.root = root
        self._named_pages = Places()

    def place(self, name: str, x: float, y: float) -> None:
        """Leave out places in the middle of pages."""

    def name_page(self, name: str, page: int) -> None:
        """Remember the page that a name is on."""
        self._named_pages.set(name, page, 0.0, 0.0)

    def place_page(self, name: str) -> int | None:
        """Return the page that a name is on."""
        return self._named_pages.page(name)

    def arrange(self, order: Iterable[int]) -> None:
        """Leave the pages as they are: the tree is in order already."""

    def label_pages(self) -> None:
        """Leave out labels."""

    def finish(self) -> bytes:
        """Return nothing: no file is made."""
        return b""
