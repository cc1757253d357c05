"""Join: PDFs that somebody has become one that keeps their tags; what is wrong with any of them is told at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.base.files import read_regular
from generator.base.findings import Findings
from generator.base.inside import DoorError
from generator.base.places import Span
from generator.base.tuples import NamedTuple
from generator.pdf.foreign import MERGE, Foreign, open_foreign
from generator.pdf.foreign_values import ForeignFault
from generator.pdf.merging import Merged, Source, merge

LARGEST = 100 << 20  # bytes of one input


class Joined(NamedTuple):
    """The merged file and its pages."""

    data: bytes
    pages: int


def join(
    start: Path, names: Sequence[str], alts: Mapping[str, str], findings: Findings, title: str = "", lang: str = ""
) -> Joined | None:
    """Merge files.

    Args:
        start: the folder that names are relative to.
        names: paths as the user wrote them, in order.
        alts: name -> what its pages show, for those without tags.
        findings: gets what is wrong, and what was left out.
        title: of the result; made of the inputs' titles if not given.
        lang: of the result; the first that an input says if not given.

    Returns:
        The result; None when an input cannot be taken.
    """
    opened = {name: _open(start, name, findings) for name in dict.fromkeys(names)}
    sources = [Source(name, foreign, alts.get(name, "")) for name in names if (foreign := opened[name]) is not None]
    for source in sources:
        _look_at(source, findings)
    if findings.errors:
        return None
    try:
        merged = merge(sources, title, lang)
    except ForeignFault as fault:  # met while it was read, so it does not know which it was
        findings.error(None, fault.code, f"one of the PDFs cannot be merged: {fault.message}", fault.help)
        return None
    _tell(merged, findings)
    if not lang and not any(source.foreign.lang for source in sources):
        findings.warning(None, "no-lang", "no input says which language it is in", "name it: --lang en-GB")
    return Joined(merged.data, merged.pages)


def _open(start: Path, name: str, findings: Findings) -> Foreign | None:
    try:
        path = (start / name).resolve()
        return open_foreign(read_regular(path.parent, path.name, LARGEST), MERGE)
    except DoorError as fault:
        findings.error(Span(name, 0, 0), fault.code, fault.message, fault.help)
    except (OSError, ValueError, RuntimeError):
        findings.error(Span(name, 0, 0), "path-bad", "this is no name of a file", "check the spelling")
    return None


def _look_at(source: Source, findings: Findings) -> None:
    here = Span(source.name, 0, 0)
    if source.foreign.tagged:
        if source.alt:
            findings.warning(here, "alt-unused", "it has tags, so its alternative text is not used", "leave --alt out")
    elif not source.alt:
        message = "it has no tags, so a screen reader could not read it in the merged PDF"
        help_ = f"export it as a tagged PDF, or say what it shows: --alt '{source.name}=A map of the nursery'"
        findings.error(here, "untagged", message, help_)


def _tell(merged: Merged, findings: Findings) -> None:
    for name, what in merged.said:
        findings.warning(Span(name, 0, 0) if name else None, "left-out" if name else "claim-lost", what)
