"""YAML files of a workspace as nodes: opened through the one door, every fault with its place."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TypeVar

from generator.base.fields import Fields, read_mapping
from generator.base.findings import Findings
from generator.base.inside import DoorError
from generator.base.places import Span
from generator.base.yaml_nodes import Mapping, Node, Scalar, read_yaml
from generator.catalog.workspace import YAML_CAP, Workspace

T = TypeVar("T", bound=Fields)
_BODY = b"\nbody:"  # the key that most of a handout stands under, nearly always its last


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


def read_title(workspace: Workspace, relative: str) -> str:
    """Return the title of a handout, or its id where the file has none; what is wrong with the file is told elsewhere.

    What stands above the body is read alone where that is enough: a pack asks for the titles of all its handouts.
    """
    try:
        data = workspace.read(PurePosixPath(relative), YAML_CAP)
    except DoorError:
        data = b""
    head, body, _ = data.partition(_BODY)
    for text in (head + b"\n", data) if body else (data,):
        untold = Findings()
        node = read_yaml(text, relative, untold)
        title = node.get("title") if isinstance(node, Mapping) else None
        if isinstance(title, Scalar) and (text is data or not untold.errors):
            return title.text
    return PurePosixPath(relative).stem
