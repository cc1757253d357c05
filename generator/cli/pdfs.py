"""PDFs of some orders: made, all of them or none, written, and told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.base.tuples import NamedTuple
from generator.cli.talk import (
    Progress,
    count,
    echo,
    part,
    problems,
    say,
    tell,
    tell_more,
    tell_printing,
    tell_refusal,
    tell_written,
)

if TYPE_CHECKING:  # the types alone: `handouts --help` starts without them
    from pathlib import Path

    from generator.cli.answering import Answering
    from generator.pipeline import Made, Order, Works


class Wanted(NamedTuple):
    """What was asked for, when all names in it were made sure of.

    Attributes:
        works: the workspace.
        start: the folder that the command was given in.
        orders: one for each edition.
        folder: where the PDFs go.
        fence: what that must be inside of; None where the user named the folder.
        verbose: whether more is to be told.
    """

    works: Works
    start: Path
    orders: Sequence[Order]
    folder: Path
    fence: Path | None
    verbose: bool = False


def make_pdfs(wanted: Wanted, answering: Answering) -> int:
    """Make and write the PDFs, or say what is wrong; return the exit code."""
    from generator.base.inside import DoorError  # imported here: --help starts without the typesetter
    from generator.pipeline import check, make, names_of, ready_to_write, write_all

    works, start, orders, folder, fence, verbose = wanted
    ready_to_write(folder, [name for one in orders for name in names_of(works, one)], works.findings, fence)
    progress = Progress()
    made: list[Made] = []
    for number, one in enumerate(orders):
        if not works.findings.errors:
            made += make(works, one, part(progress, number, len(orders)))
        else:
            check(works, one, strict=False)  # all that is wrong is told at once
    progress.clear()
    tell(works.findings)
    if works.findings.errors:
        echo(f"{problems(works.findings)}; nothing was written", err=True)
        return 1
    if verbose:
        tell_more(works.findings, made)
    try:
        written = tell_written(write_all(folder, made, fence), start, count(len(made), "PDF"))
    except DoorError as fault:
        tell_refusal(fault.code, fault.message, fault.help)
        return 1
    tell_printing(made)
    warned = f", {count(len(works.findings.warnings), 'warning')}" if works.findings.warnings else ""
    say(f"{count(written, 'PDF')} made{warned}", err=True)
    answering.keep(folder, fence, made)
    return 0
