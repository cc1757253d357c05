"""Shape: a file becomes a handout and its blocks; every fault in it is found at once."""

from __future__ import annotations

from generator.base.findings import Findings
from generator.catalog.documents import read_document
from generator.catalog.handouts import FOLDER
from generator.catalog.workspace import Workspace
from generator.kinds.block import read_blocks
from generator.kinds.shaped import Shaped
from generator.model.handout import Handout


def shape(workspace: Workspace, ident: str, findings: Findings) -> Shaped | None:
    """Read a handout; None when it cannot be built, with the reasons in ``findings``."""
    path = f"{FOLDER}/{ident}.yaml"
    node = read_document(workspace, path, findings)
    if node is None:
        return None
    head = Handout.read(node, findings)
    body = node.get("body") if hasattr(node, "get") else None
    blocks = read_blocks(body, findings) if body is not None else ()
    if body is not None and not blocks and not findings.errors:
        findings.error(body.span, "empty-body", "the handout has no blocks", "add one, such as '- text: …'")
    return None if head is None or findings.errors else Shaped(ident, head, blocks)
