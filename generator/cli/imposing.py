"""What the commands that make PDFs share for printing them: `--impose` and what belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:  # the types alone: `handouts --help` starts without them
    from generator.kinds.imposition import Imposition

F = TypeVar("F", bound=Callable[..., object])

SCHEMES = ("booklet", "2up", "4up", "cut-stack")
SHEETS = ("A4", "SRA4", "A3", "SRA3")
LEAST, MOST = 4, 128  # pages in a signature

_OPTIONS = (
    click.option(
        "--impose",
        type=click.Choice(SCHEMES),
        help="Lay the pages on sheets for printing: folded and stapled, two or four to a side (made smaller to fit), "
        "or cut and piled up.",
    ),
    click.option("--signature", metavar="PAGES", type=int, help="Booklet: pages folded as one, such as 16."),
    click.option("--paper", metavar="WEIGHT", help="Booklet: paper, such as 120gsm; inner pages move to the fold."),
    click.option("--caliper", metavar="THICKNESS", help="Booklet: the paper's thickness instead, such as 0.15mm."),
    click.option(
        "--duplex",
        type=click.Choice(["long", "short"]),
        help="The edge on which the printer flips sheets; so that both sides stand upright if not given.",
    ),
    click.option(
        "--sheet",
        type=click.Choice(SHEETS, case_sensitive=False),
        metavar=f"[{'|'.join(SHEETS)}]",
        help="Paper to print on; only 2up and 4up are made smaller to fit it.",
    ),
    click.option(
        "--marks/--no-marks", default=None, help="Marks where to cut and fold; where there is room if not given."
    ),
)


def impose_options(command: F) -> F:
    """Give a command `--impose` and its company, as one argument `imposition`: None where it was not asked for.

    Everything that does not go together is told at once, before anything is made.
    """

    @wraps(command)
    def with_imposition(*arguments: Any, **given: Any) -> object:
        asked = {name: given.pop(name) for name in (*_NAMES, "impose")}
        return command(*arguments, imposition=_imposition(**asked), **given)

    out: Callable[..., object] = with_imposition
    for option in reversed(_OPTIONS):
        out = option(out)
    return out  # type: ignore[return-value]


_NAMES = ("signature", "paper", "caliper", "duplex", "sheet", "marks")


def _imposition(
    impose: str | None,
    signature: int | None,
    paper: str | None,
    caliper: str | None,
    duplex: str | None,
    sheet: str | None,
    marks: bool | None,
) -> Imposition | None:
    """Return what was asked for.

    Raises:
        click.UsageError: some of it has no meaning, or not together.
    """
    given = {
        "signature": signature,
        "paper": paper,
        "caliper": caliper,
        "duplex": duplex,
        "sheet": sheet,
        "marks": marks,
    }
    named = [name for name, value in given.items() if value is not None]
    if impose is None:
        if named:
            raise click.UsageError("\n".join(f"{_flag(n, marks)} goes with --impose only" for n in named))
        return None
    from generator.kinds.imposition import Imposition  # imported here: --help starts without it

    wrong = [f"--{name} goes with '--impose booklet' only" for name in named if name in _FOLDED and impose != "booklet"]
    if signature is not None and (signature % 4 or not LEAST <= signature <= MOST):
        near = min(MOST, max(LEAST, round(signature / 4) * 4))
        wrong.append(
            f"--signature {signature}: a folded sheet has four pages, and a signature from {LEAST} to {MOST}\n"
            f"  help: did you mean {near}?"
        )
    if paper is not None and caliper is not None:
        wrong.append("--paper and --caliper say the same thing: give one of them")
    thickness = _thickness(paper, caliper, wrong)
    if wrong:
        raise click.UsageError("\n".join(wrong))
    return Imposition(impose, signature, thickness, duplex, marks, sheet)  # type: ignore[arg-type]


_FOLDED = ("signature", "paper", "caliper")


def _flag(name: str, marks: bool | None) -> str:
    return "--no-marks" if name == "marks" and marks is False else f"--{name}"


def _thickness(paper: str | None, caliper: str | None, wrong: list[str]) -> float:
    """Return the thickness of a sheet, pt; 0 where nobody gave it. What cannot be read is added to ``wrong``."""
    from generator.base.findings import quoted
    from generator.kinds.creep import read_caliper, read_grammage

    found = 0.0
    for flag, text, read in (("--paper", paper, read_grammage), ("--caliper", caliper, read_caliper)):
        if text is not None:
            try:
                found = read(text)
            except ValueError as fault:
                wrong.append(f"{flag}: {quoted(text)} {fault}")
    return found
