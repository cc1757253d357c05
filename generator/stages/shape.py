"""Shape: a file becomes a handout and its blocks; every fault in it is found at once."""

from __future__ import annotations

from generator.base.findings import Findings, quoted
from generator.base.names import name_fault, near_name
from generator.base.places import Span
from generator.base.yaml_nodes import Mapping
from generator.catalog.documents import read_document
from generator.catalog.handouts import FOLDER
from generator.catalog.workspace import Workspace
from generator.kinds.block import Block, read_blocks
from generator.kinds.shaped import Shaped
from generator.model.handout import Handout


def shape(workspace: Workspace, ident: str, findings: Findings, folder: str = FOLDER) -> Shaped | None:
    """Read a handout of a folder; None when it cannot be built, with the reasons in ``findings``."""
    path = f"{folder}/{ident}.yaml"
    node = read_document(workspace, path, findings)
    if node is None:
        return None
    head = Handout.read(node, findings)
    body = node.get("body") if isinstance(node, Mapping) else None
    fault = name_fault(ident.partition(".")[0])
    if fault is not None:
        near = near_name(ident)
        help_ = f"rename the file to '{near}.yaml'" if near else "rename it: small letters, digits, single hyphens"
        findings.error(Span(path, 1, 1), "bad-name", f"{quoted(ident)} {fault}", help_)
    blocks = read_blocks(body, findings) if body is not None else ()
    if body is not None and not blocks and not findings.errors:
        findings.error(body.span, "empty-body", "the handout has no blocks", "add one, such as '- text: …'")
    return None if head is None or findings.errors else Shaped(ident, head, blocks)


def legible(workspace: Workspace, ident: str) -> tuple[Block, ...]:
    """Return the blocks of a faulty handout that can be read all the same, so that their words can be looked at too."""
    unheard = Findings()  # shape has told all of it
    node = read_document(workspace, f"{FOLDER}/{ident}.yaml", unheard)
    body = node.get("body") if isinstance(node, Mapping) else None
    return read_blocks(body, unheard) if body is not None else ()
