"""What was asked for on the command line, made sure of: the workspace, and names that exist in it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from generator.cli.talk import say, tell_refusal

if TYPE_CHECKING:  # the types alone: `handouts --help` starts without them, and a plain build without Click
    from datetime import date
    from pathlib import Path

    import click

    from generator.pipeline import Order, Works

F = TypeVar("F", bound=Callable[..., object])


def _wrong(message: str) -> click.UsageError:
    import click

    return click.UsageError(message)


def edition_option(command: F) -> F:
    """Give a command the edition."""
    import click

    help_ = "Another way to set the same words, such as large-print; 'build', 'pack' and 'check' take 'all' too."
    return click.option("--edition", metavar="EDITION", default="standard", help=help_)(command)


def verbose_option(command: F) -> F:
    """Give a command the choice to be told more."""
    import click

    help_ = "Say too which blocks took another form, and how each handout was fitted."
    return click.option("-v", "--verbose", is_flag=True, help=help_)(command)


def choices(command: F) -> F:
    """Give a command the handouts, brand, layout and edition that `build` and `check` share."""
    import click

    command = edition_option(command)
    command = click.option("--layout", metavar="LAYOUT", help="A layout other than the handout's own.")(command)
    command = click.option("--brand", metavar="BRAND", help="The brand to set them in.")(command)
    return click.argument("handouts", nargs=-1, metavar="[HANDOUT]...")(command)


def here() -> Path:
    """Return the current folder.

    Raises:
        click.ClickException: it was deleted meanwhile.
    """
    from pathlib import Path  # with its imports a sixth of the time that --help takes

    try:
        return Path.cwd()
    except OSError:
        import click

        raise click.ClickException("the current folder is not there any more") from None


def say_where(works: Works, doing: str = "building") -> None:
    """Say so when the handouts are not the user's own."""
    if works.home is None:
        say(f"no workspace here: {doing} the starter library's handouts", err=True)


def say_brand(works: Works, brand: str | None) -> None:
    """Make sure that it is known whose leaflets these are.

    Raises:
        click.UsageError: somebody has several brands of their own and named none: a leaflet with another's phone number
            looks right.
    """
    from generator.catalog.brands import brands_made

    made = brands_made(works.workspace) if brand is None else []
    if len(made) > 1:
        message = f"you have {len(made)} brands, and it is not said whose this is"
        raise _wrong(f"{message}\n  help: name one with --brand: {', '.join(made)}")


def today() -> date:
    """Return today's date (UTC), or that of SOURCE_DATE_EPOCH. Nothing else in the project reads the clock.

    Raises:
        click.UsageError: SOURCE_DATE_EPOCH is no time.
    """
    from datetime import UTC, datetime

    given = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(given) if given else time.time(), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise _wrong("SOURCE_DATE_EPOCH is not a number of seconds since 1970") from None


def moment() -> int:
    """Return the seconds since 1970, or those of SOURCE_DATE_EPOCH; `today` has looked at that."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return int(given) if given else int(time.time())


def each_edition(order: Order) -> list[Order]:
    """Return an order for each edition that is asked for: all of them for ``all``."""
    from generator.kinds.edition import ALL, edition_names

    names = edition_names() if order.edition == ALL else (order.edition,)
    return [order._replace(edition=name) for name in names]


def order_for(
    works: Works,
    handouts: Sequence[str],
    brand: str | None,
    layout: str | None,
    edition: str = "standard",
    *,
    family: bool = False,
) -> Order:
    """Return the order for names that exist; ``family`` lets ``all`` stand for every edition: see `each_edition`.

    Raises:
        click.UsageError: a name is unknown; it says the nearest right one.
    """
    from generator.catalog.brands import brand_names
    from generator.catalog.handouts import handout_names
    from generator.catalog.layouts import layout_names
    from generator.kinds.edition import ALL, edition_names
    from generator.pipeline import Order

    known = handout_names(works.workspace)
    names = tuple(dict.fromkeys(_ident(name) for name in handouts))
    wrong = [line for name in names for line in _unknown_handout(works, name, known)]
    if brand is not None:
        wrong += _unknown("brand", brand, brand_names(works.workspace))
    if layout is not None:
        wrong += _unknown("layout", layout, layout_names(works.workspace))
    if edition == ALL and not family:
        wrong.append("name one edition here\n  help: 'handouts build' and 'handouts pack' make all of them")
    elif edition != ALL:
        wrong += _unknown("edition", edition, edition_names())
    if wrong:
        raise _wrong("\n".join(wrong))
    return Order(names, brand, layout, edition, today())


def folder_for(works: Works, start: Path, output: str | None) -> tuple[Path, Path | None]:
    """Return where PDFs go, and what that must be inside of: None where the user named the folder.

    Raises:
        click.UsageError: the name is empty, or a file's.
    """
    if output is not None:
        return named_folder(start, output), None
    root = works.home or start
    return root / "output", root


def named_folder(start: Path, output: str) -> Path:
    """Return the folder that somebody named.

    Raises:
        click.UsageError: the name is empty, or a file's.
    """
    if output == "":
        raise _wrong("the name of the folder is empty\n  help: write '-o FOLDER', or leave it out")
    from generator.base.stores import is_store

    if is_store(output):
        message = "-o names a folder here, not the address of a store"
        raise _wrong(f"{message}\n  help: 'handouts build --all' writes to stores")
    if output.lower().endswith(".pdf") and not os.path.isdir(start / output):
        from generator.base.findings import quoted

        message = f"-o names a folder, and {quoted(output)} is the name of a PDF"
        raise _wrong(f"{message}\n  help: leave out the '.pdf'; what is made there has a name already")
    return start / output


def pack_named(works: Works, name: str) -> str:
    """Return the id of a pack that exists, named by its id or by its file.

    Raises:
        click.UsageError: there is none of that name; it says the nearest right one.
    """
    from generator.catalog.handouts import handout_names
    from generator.catalog.packs import FOLDER, pack_names

    ident = _ident(name)
    known = pack_names(works.workspace)
    wrong = _unknown("pack", ident, known, f"packs are files in {FOLDER}/")
    if wrong and ident in handout_names(works.workspace):
        wrong = [f"'{ident}' is a handout, not a course pack\n  help: make it with 'handouts build {ident}'"]
    if wrong:
        raise _wrong("\n".join(wrong))
    return ident


def _ident(name: str) -> str:
    """Return the id of a handout that was named by its file, as a shell completes it: `handouts/my-handout.yaml`."""
    return os.path.basename(name).removesuffix(".yaml") if name.endswith(".yaml") else name


def _unknown_handout(works: Works, name: str, known: Sequence[str]) -> list[str]:
    from generator.base.findings import quoted
    from generator.catalog.handouts import FOLDER, misnamed
    from generator.catalog.packs import pack_names

    there = misnamed(works.workspace)
    for file in (name, f"{FOLDER}/{name}.yml", f"{FOLDER}/{os.path.basename(name)}"):
        if name not in known and file in there:
            return [f"there is no handout called {quoted(name)}\n  help: rename '{file}' to '{there[file]}'"]
    if name not in known and name in pack_names(works.workspace):
        return [f"{quoted(name)} is a course pack, not a handout\n  help: make it with 'handouts pack {name}'"]
    return _unknown("handout", name, known, "make one with 'handouts new'")


def _unknown(kind: str, name: str, known: Sequence[str], otherwise: str = "") -> list[str]:
    from generator.base.findings import quoted
    from generator.base.suggest import did_you_mean

    if name in known:
        return []
    help_ = did_you_mean(name, known) or otherwise
    return [f"there is no {kind} called {quoted(name)}" + (f"\n  help: {help_}" if help_ else "")]


def refused(ctx: click.Context, code: str, message: str, help_: str) -> None:
    """Say why something was not done, and end with 1."""
    tell_refusal(code, message, help_)
    ctx.exit(1)


def brands_for(works: Works, names: Sequence[str]) -> list[str]:
    """Return the ids of brands that exist.

    Raises:
        click.UsageError: some do not; it says the nearest right ones.
    """
    from generator.catalog.brands import brand_names

    known = brand_names(works.workspace)
    wrong = [line for name in dict.fromkeys(names) for line in _unknown("brand", name, known)]
    if wrong:
        raise _wrong("\n".join(wrong))
    return list(names)
