"""YAML files of a workspace as nodes: opened through the one door, every fault with its place."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TypeVar

from generator.base.fields import Fields, read_mapping
from generator.base.findings import Findings
from generator.base.inside import DoorError
from generator.base.places import Span
from generator.base.yaml_nodes import Node, read_yaml
from generator.catalog.workspace import YAML_CAP, Workspace

T = TypeVar("T", bound=Fields)


def read_document(workspace: Workspace, relative: str, findings: Findings) -> Node | None:
    """Return the node tree of a file, or None when it cannot be read at all."""
    try:
        data = workspace.read(PurePosixPath(relative), YAML_CAP)
    except DoorError as fault:
        findings.error(Span(relative, 1, 1), fault.code, fault.message, fault.help)
        return None
    return read_yaml(data, relative, findings)


def read_fields(workspace: Workspace, relative: str, kind: type[T], findings: Findings) -> T | None:
    """Return a file read as fields."""
    node = read_document(workspace, relative, findings)
    return None if node is None else kind.read(node, findings)


def read_register(workspace: Workspace, relative: str, kind: type[T], name: str, findings: Findings) -> dict[str, T]:
    """Return a register (sources, contacts) by key; empty when the workspace has none."""
    if workspace.home(relative) is None:
        return {}
    node = read_document(workspace, relative, findings)
    return {} if node is None else read_mapping(kind, node, findings, name) or {}
