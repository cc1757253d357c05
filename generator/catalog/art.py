"""Drawings and pictures of a workspace, read through the one door and made safe."""

from __future__ import annotations

from functools import cached_property

from generator.base.errors import AssetError
from generator.base.findings import Findings
from generator.base.inside import DoorError
from generator.base.places import Span
from generator.base.suggest import did_you_mean
from generator.catalog.workspace import PICTURE_CAP, Workspace
from generator.typeset.drawing import Drawing
from generator.typeset.pictures import Picture
from generator.typeset.svg_reader import read_svg

DRAWINGS = "layouts/illustrations"


class Drawings:
    """The illustrations of a workspace; its folder is looked through once, and what is right in it read once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._read: dict[str, Drawing] = {}

    @cached_property
    def _names(self) -> list[str]:
        return self._workspace.names(DRAWINGS, ".svg")

    def __call__(self, name: str, span: Span | None, findings: Findings) -> Drawing | None:
        """Return an illustration by name; an unknown name is reported with the nearest right one."""
        if name not in self._names:
            if span is not None:  # a drawing that only the design wants is left out in silence
                message = f"there is no illustration called '{name}'"
                findings.error(span, "unknown-illustration", message, did_you_mean(name, self._names))
            return None
        known = self._read.get(name)
        if known is None:
            art = read_art(self._workspace, f"{DRAWINGS}/{name}.svg", span, findings)
            if not isinstance(art, Drawing):
                return None
            known = self._read[name] = art
        return known


def read_art(
    workspace: Workspace, relative: str, span: Span | None, findings: Findings, most: int | None = None
) -> Drawing | Picture | None:
    """Return a drawing or a picture, told apart by content; ``most`` pixels of its longer side are kept."""
    try:
        data = workspace.read(relative, PICTURE_CAP)
        if relative.lower().endswith(".svg"):
            return read_svg(data)
        from generator.typeset.pictures import read_picture  # Pillow: only where there is a picture

        return read_picture(data, most)
    except (AssetError, DoorError) as fault:
        findings.error(span, fault.code, f"{relative}: {fault.message}", fault.help)
        return None
