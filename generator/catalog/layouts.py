"""Layouts: one YAML file each."""

from __future__ import annotations

from generator.base.findings import Findings
from generator.base.places import Span
from generator.base.reads import unheard
from generator.base.suggest import did_you_mean
from generator.catalog.documents import read_fields
from generator.catalog.workspace import Workspace
from generator.kinds.design import design_names
from generator.model.layout import Layout

FOLDER = "layouts"


def layout_names(workspace: Workspace) -> list[str]:
    """Return the ids of all layouts."""
    return workspace.names(FOLDER, ".yaml")


def load_layout(workspace: Workspace, ident: str, span: Span | None, findings: Findings) -> Layout | None:
    """Return a layout; an unknown one, or one whose kind cannot be set, is reported."""
    with unheard():  # its own file is told of
        known = layout_names(workspace)
    if ident not in known:
        message = f"there is no layout called '{ident}'"
        findings.error(span, "unknown-layout", message, did_you_mean(ident, known))
        return None
    layout = read_fields(workspace, f"{FOLDER}/{ident}.yaml", Layout, findings)
    if layout is not None and layout.kind not in design_names():
        message = f"layouts of the kind '{layout.kind}' cannot be set yet"
        findings.error(layout.span_of("kind"), "unknown-kind", message, did_you_mean(layout.kind, design_names()))
        return None
    return None if findings.errors else layout  # faults between fields too
