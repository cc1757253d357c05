"""Specimens of blocks: the small handouts in `generator/specimens/` and the thorough ones in `tests/specimens/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.base.findings import Findings
from generator.base.scalars import Language
from generator.catalog.specimens import FOLDER, specimen_assets, specimen_shelf
from generator.catalog.workspace import Workspace, library_root
from generator.kinds.edition import load_edition
from generator.pipeline import Works
from generator.stages.render import Job, render
from generator.stages.shape import shape
from tests.support.making import Built

LIBRARY = library_root()
SMALL = specimen_shelf()
THOROUGH = Workspace(Path(__file__).resolve().parents[1], LIBRARY)


def names(shelf: Workspace) -> list[str]:
    """Return the names of the specimens on a shelf."""
    return shelf.names(FOLDER, ".yaml")


@cache
def _works() -> Works:
    return Works(LIBRARY)


def job_of(
    shelf: Workspace,
    name: str,
    layout: str | None,
    findings: Findings,
    *,
    brand: str,
    edition: str,
    language: str | None,
) -> Job | None:
    """Return a specimen ready to be rendered."""
    read = shape(shelf, name, findings, FOLDER)
    if read is None:
        return None
    works = _works()
    look, page = works.look(brand), works.layout(layout or str(read.head.layout), None)
    assert look is not None, works.findings.all
    assert page is not None, works.findings.all
    if language is not None:
        read = read._replace(head=read.head.replace(language=Language(language)))
    turned = load_edition(edition)
    assets = specimen_assets(works.workspace, findings, shelf)
    return Job(read, turned.dress(look), turned.set_on(page), turned.show(assets), turned)


def build(
    shelf: Workspace,
    name: str,
    layout: str | None = None,
    *,
    brand: str = "little-room",
    edition: str = "standard",
    language: str | None = None,
) -> Built:
    """Build a specimen."""
    findings = Findings()
    job = job_of(shelf, name, layout, findings, brand=brand, edition=edition, language=language)
    made = render(job, findings) if job is not None else None
    return Built(made.data if made else b"", made.pages if made else 0, tuple(findings.all))
