"""A setting's own PDFs, read through the one door; what they lose and why they are refused, told at their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.base.findings import Findings
from generator.base.inside import DoorError
from generator.base.scalars import InsidePath
from generator.catalog.workspace import Workspace

if TYPE_CHECKING:  # what reads PDFs costs 120 ms
    from generator.pdf.inserts import Insert

INSERT_CAP = 20_000_000  # bytes


def read_insert(workspace: Workspace, path: InsidePath, findings: Findings) -> Insert | None:
    """Return an insert, opened; None when it is not taken in, with the reason in ``findings``."""
    from generator.pdf.inserts import InsertFault, open_insert

    try:
        insert = open_insert(workspace.read(path.path, INSERT_CAP))
    except (DoorError, InsertFault) as fault:
        findings.error(path.span, fault.code, f"'{path}': {fault.message}", fault.help)
        return None
    if insert.removed:
        told = ", ".join(insert.removed)
        findings.warning(path.span, "insert-cleaned", f"'{path}': these do not come along: {told}", "")
    if insert.untagged:
        message = f"'{path}': its tags do not come along: {insert.untagged}"
        findings.warning(path.span, "insert-untagged", message, "'alt' says to a screen reader what it shows")
    pictured = [page for page in insert.pages if page.picture]
    if pictured:
        pages = ", ".join(str(page.index + 1) for page in pictured[:12])
        message = f"'{path}': set as a picture, page {pages}: {pictured[0].picture}"
        help_ = "save it again as PDF/A with all its fonts, and it stays sharp at any size"
        findings.warning(path.span, "insert-picture", message, help_)
    return insert
