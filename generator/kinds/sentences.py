"""One idea a line: where sentences end in an author's words, for an edition in which every one begins a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.base.patterns import later
from generator.typeset.runs import Run

_HOLE = "\0"  # stands for a raised number: it belongs to the sentence before it
# a full stop and its like, closing quotes, notes; then a space, and what a sentence begins with
_END = later(
    "(?:[.!?\u2026][\"'\u2019\u201d)]*\0*(?P<gap> +)"
    "(?=[\"'\u2018\u201c(]*[A-Z0-9\u00c0-\u00de\u0391-\u03a9\u0410-\u042f])"
    "|[\u061f\u06d4\u0964]\0*(?P<other> +)(?=\\S))"
)
_SHORTENED = later(r"(?:\b(?:Dr|Mr|Mrs|Ms|St|no|vs|e\.g|i\.e|approx)|\b[A-Z])\.\0* +$")


def sentences(runs: Sequence[Run]) -> list[list[Run]]:
    """Return the runs of each sentence; each but the last ends with the end of a line, so that words stay apart."""
    text = "".join(_HOLE * len(run.text) if run.raised else run.text for run in runs)
    cuts = [gap for match in _END.finditer(text) if (gap := _gap(match)) and not _SHORTENED.search(text[: gap[1]])]
    out: list[list[Run]] = []
    start = 0
    for end, after in [*cuts, (len(text), len(text))]:
        out.append(_between(runs, start, end))
        start = after
    out = [part for part in out if part]
    for part in out[:-1]:
        part[-1] = part[-1]._replace(text=part[-1].text + "\n")
    return out


def one_a_line(runs: Sequence[Run]) -> list[Run]:
    """Return the runs with the end of a line between two sentences."""
    return [run for part in sentences(runs) for run in part]


def _gap(match: re.Match[str]) -> tuple[int, int] | None:
    name = "gap" if match["gap"] is not None else "other"
    return match.span(name)


def _between(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    out, at = [], 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last:
            out.append(run if (first, last) == (0, len(run.text)) else run._replace(text=run.text[first:last]))
        at += len(run.text)
    return out
