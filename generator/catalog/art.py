"""Drawings and pictures of a workspace, read through the one door and made safe."""

from __future__ import annotations

import marshal
from functools import cached_property
from hashlib import sha256
from operator import attrgetter

from generator.base.errors import AssetError
from generator.base.findings import Findings
from generator.base.inside import DoorError
from generator.base.kept import keeping, kept
from generator.base.places import Span
from generator.base.reads import Reads, again, heard, hearing, note_absent, unheard
from generator.base.suggest import did_you_mean
from generator.base.values import names_of
from generator.catalog.workspace import PICTURE_CAP, Workspace
from generator.typeset.drawing import Drawing
from generator.typeset.pictures import Picture, read_picture

DRAWINGS = "layouts/illustrations"
_drawings: dict[str, Drawing] = {}  # of this process, where results are kept: that is, of one command


class Drawings:
    """The illustrations of a workspace; its folder is looked through once, and what is right in it read once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._read: dict[str, tuple[Drawing, Reads]] = {}

    @cached_property
    def _names(self) -> list[str]:
        with unheard():  # each name that is asked for is told by itself
            return self._workspace.names(DRAWINGS, ".svg")

    def __call__(self, name: str, span: Span | None, findings: Findings) -> Drawing | None:
        """Return an illustration by name; an unknown name is reported with the nearest right one."""
        if name not in self._names:
            note_absent(f"{DRAWINGS}/{name}.svg")
            if span is not None:  # a drawing that only the design wants is left out in silence
                message = f"there is no illustration called '{name}'"
                findings.error(span, "unknown-illustration", message, did_you_mean(name, self._names))
            return None
        known = self._read.get(name)
        if known is None or (hearing() and not known[1]):  # what was read when nobody listened is read again
            art, reads = heard(lambda: read_art(self._workspace, f"{DRAWINGS}/{name}.svg", span, findings))
            if not isinstance(art, Drawing):
                return None
            known = self._read[name] = art if known is None else known[0], reads
        else:
            again(known[1])
        return known[0]


def _drawing(data: bytes) -> Drawing:
    """Return the drawing of a file, or that which was kept of it: then nothing that reads SVG is imported."""

    def read() -> Drawing:
        from generator.typeset.svg_reader import read_svg  # a dozen modules

        return read_svg(data)

    if not keeping():
        return read()
    made_of = sha256(data).hexdigest()
    if made_of not in _drawings:  # the same drawing is the same object, as it is to who reads it
        import pickle  # only where drawings are kept

        _drawings[made_of] = pickle.loads(kept("drawing", made_of, lambda: pickle.dumps(read(), 5)))
    return _drawings[made_of]


def _picture(data: bytes, most: int | None) -> Picture:
    """Return the pixels of a file, or those that were kept of it: then Pillow is not imported at all."""
    if not keeping():
        return read_picture(data, most)
    made_of = f"{sha256(data).hexdigest()} {most}"
    found = kept("picture", made_of, lambda: marshal.dumps(attrgetter(*names_of(Picture))(read_picture(data, most))))
    return Picture(*marshal.loads(found))


def read_art(
    workspace: Workspace, relative: str, span: Span | None, findings: Findings, most: int | None = None
) -> Drawing | Picture | None:
    """Return a drawing or a picture, told apart by content; ``most`` pixels of its longer side are kept."""
    try:
        data = workspace.read(relative, PICTURE_CAP)
        if relative.lower().endswith(".svg"):
            return _drawing(data)
        return _picture(data, most)
    except (AssetError, DoorError) as fault:
        findings.error(span, fault.code, f"{relative}: {fault.message}", fault.help)
        return None
