"""Drawings and pictures of a workspace, read through the one door and made safe."""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Callable
from functools import cached_property
from hashlib import sha256
from operator import attrgetter
from typing import TypeVar

from generator.base.errors import AssetError
from generator.base.findings import Findings
from generator.base.inside import DoorError
from generator.base.kept import keeping, kept
from generator.base.places import Span
from generator.base.reads import Reads, again, heard, hearing, note_absent, unheard
from generator.base.recent import Recent
from generator.base.suggest import did_you_mean
from generator.base.values import names_of
from generator.catalog.workspace import PICTURE_CAP, Workspace
from generator.typeset.drawing import Drawing
from generator.typeset.pictures import Picture, read_picture

T = TypeVar("T")
DRAWINGS = "layouts/illustrations"
FEW = 16  # drawings that are there as they are
MOST_PACKED = 1_000_000  # bytes of packed drawings: logos of some 700 settings
MOST_REMEMBERED = 200_000  # bytes of a file; a larger one is not worth its place
MOST_RIGHT = 1000  # files that are known to be right
_right: Recent[tuple[str, bool, int | None], bool] = Recent(MOST_RIGHT)
_last: Recent[bytes, Drawing] = Recent(FEW)
_packed: Recent[bytes, bytes] = Recent(MOST_PACKED, len)
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


def _read(data: bytes) -> Drawing:
    from generator.typeset.svg_reader import read_svg  # a dozen modules

    return read_svg(data)


def _drawing(data: bytes, *, again: bool) -> Drawing:
    """Return the drawing of a file, or that which was kept of it: then nothing that reads SVG is imported."""
    if not keeping():
        return _read_again(data) if again and len(data) <= MOST_REMEMBERED else _read(data)
    made_of = sha256(data).hexdigest()
    if made_of not in _drawings:  # the same drawing is the same object, as it is to who reads it
        import pickle

        _drawings[made_of] = pickle.loads(kept("drawing", made_of, lambda: pickle.dumps(_read(data), 5)))
    return _drawings[made_of]


def _read_again(data: bytes) -> Drawing:
    """Return the drawing of a file that is read for each of many settings, once while all are checked, once to be set.

    The last few are there as they are, many more packed: a logo takes a kilobyte so, and is there ten times sooner.
    """
    import pickle  # only where settings are many, or drawings are kept

    made_of = sha256(data).digest()
    drawing = _last.get(made_of)
    if drawing is None:
        packed = _packed.get(made_of)
        if packed is not None:
            drawing = pickle.loads(zlib.decompress(packed))
        else:
            drawing = _read(data)
            _packed.put(made_of, zlib.compress(pickle.dumps(drawing, 5), 1))
        vars(drawing)["digest"] = made_of.hex()
        _last.put(made_of, drawing)
    return drawing


def _picture(data: bytes, most: int | None) -> Picture:
    """Return the pixels of a file, or those that were kept of it: then Pillow is not imported at all."""
    if not keeping():
        return read_picture(data, most)
    made_of = f"{sha256(data).hexdigest()} {most}"
    found = kept("picture", made_of, lambda: marshal.dumps(attrgetter(*names_of(Picture))(read_picture(data, most))))
    return Picture(*marshal.loads(found))


def read_art(
    workspace: Workspace,
    relative: str,
    span: Span | None,
    findings: Findings,
    most: int | None = None,
    *,
    again: bool = False,
) -> Drawing | Picture | None:
    """Return a drawing or a picture, told apart by content.

    Args:
        workspace: where it is.
        relative: its path there.
        span: where it is named.
        findings: gets what is wrong with it.
        most: pixels of a picture's longer side that are kept.
        again: it is likely to be read again, after many others.
    """
    return _art(workspace, relative, span, findings, lambda data: _made(data, relative, most, again=again))


def check_art(
    workspace: Workspace, relative: str, span: Span | None, findings: Findings, most: int | None = None
) -> None:
    """Report what is wrong with a drawing or a picture that will be read after many others; see `read_art`.

    One that was right is not made again.
    """

    def look_at(data: bytes) -> None:
        case = sha256(data).hexdigest(), relative.lower().endswith(".svg"), most
        if _right.get(case) is None:
            _made(data, relative, most, again=True)
            _right.put(case, True)

    _art(workspace, relative, span, findings, look_at)


def _art(
    workspace: Workspace, relative: str, span: Span | None, findings: Findings, make: Callable[[bytes], T]
) -> T | None:
    try:
        return make(workspace.read(relative, PICTURE_CAP))
    except (AssetError, DoorError) as fault:
        findings.error(span, fault.code, f"{relative}: {fault.message}", fault.help)
        return None


def _made(data: bytes, relative: str, most: int | None, *, again: bool) -> Drawing | Picture:
    if relative.lower().endswith(".svg"):
        return _drawing(data, again=again)
    return _picture(data, most)
