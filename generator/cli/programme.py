"""`handouts build --all`: every handout for every setting, and of these only what is not current."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from generator.cli.asked import here, moment, refused, today
from generator.cli.talk import count, problems, tell, tell_more
from generator.cli.tempo import Tempo

if TYPE_CHECKING:  # the types alone: a build that has nothing to do imports little
    from pathlib import Path

    from generator.kinds.imposition import Imposition
    from generator.register.build import Outcome
    from generator.register.plan import Ask
    from generator.register.session import Place, Session
    from generator.workers.outlet import Outlet

FEW = 20  # files that are listed without being asked for
F = TypeVar("F", bound=Callable[..., object])

_OPTIONS = (
    click.option(
        "--all",
        "all_",
        is_flag=True,
        help="Every handout, for every setting of a table; what is current is not made again.",
    ),
    click.option("--editions", metavar="EDITION,...", help="With --all: several editions, or 'all'."),
    click.option(
        "--layouts", metavar="LAYOUT,...", help="With --all: several layouts; 'own' is the one that a handout names."
    ),
    click.option("--packs", is_flag=True, help="With --all: the course packs too, both copies of each."),
    click.option(
        "-j",
        "--jobs",
        metavar="N",
        type=click.IntRange(0),
        help="With --all or --settings: so many processes at once; one a core if not given.",
    ),
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="With --all: share the work out to a Dask cluster, at tcp://…; 'local' begins one here.",
    ),
    click.option(
        "--progress",
        is_flag=True,
        help="With --all: say every ten seconds how far it is, also where errors go to a file.",
    ),
    click.option("--no-wait", is_flag=True, help="With --all: stop where another build is at work."),
    click.option("--json", "as_json", is_flag=True, help="With --all: say as JSON what was done."),
)


class Everything(NamedTuple):
    """What `--all` and its company say."""

    editions: str | None
    layouts: str | None
    packs: bool
    jobs: int | None
    no_wait: bool
    as_json: bool
    scheduler: str | None = None
    progress: bool = False


def everything_options(command: F) -> F:
    """Give a command `--all` and its company, as `everything` (None where it was not asked for) and `processes`."""

    @wraps(command)
    def with_everything(*arguments: Any, all_: bool, **given: Any) -> object:
        asked = Everything(*(given.pop(name) for name in Everything._fields))
        if not all_:
            _refuse_alone(asked, table=given.get("settings") is not None)
        return command(*arguments, everything=asked if all_ else None, processes=asked.jobs, **given)

    out: Callable[..., object] = with_everything
    for option in reversed(_OPTIONS):
        out = option(out)
    return out  # type: ignore[return-value]


def _refuse_alone(asked: Everything, *, table: bool) -> None:
    for name, value in asked._asdict().items():
        if value is not None and value is not False and not (table and name == "jobs"):
            option = {"as_json": "--json", "no_wait": "--no-wait"}.get(name, f"--{name}")
            too = " or --settings" if name == "jobs" else ""
            raise click.UsageError(f"{option} goes with --all{too}\n  help: write 'handouts build --all {option} …'")


class Given(NamedTuple):
    """What else was said to `handouts build`."""

    handouts: Sequence[str]
    brand: str | None
    layout: str | None
    edition: str
    settings: str | None
    output: str | None
    imposition: Imposition | None
    verbose: bool


def build_everything(ctx: click.Context, given: Given, asked: Everything) -> None:
    """Build what is not current; say what was done, and end with 1 where something is wrong."""
    from generator.base.inside import DoorError  # imported here: other commands do without
    from generator.base.locks import Busy
    from generator.register.session import Session, place_for

    start = here()
    outlet = _outlet(ctx, given.output)
    folder, fence = folder_of(start, given.output)
    place = place_for(start, folder, fence)
    ask = _ask(given, asked, place)
    talk = _Talk(place, quiet=asked.as_json, plain=asked.progress)
    try:
        with Session(place, wait=not asked.no_wait, waiting=talk.waiting, note=talk.note) as session:
            current = session.current(ask.key)
            if current is not None:
                _say_current(current, asked)
                return
            if outlet is not None:
                kept = os.path.relpath(folder, start)
                talk.note(f"the register, and a copy of each PDF, are kept in '{kept}'")
            outcome = _built(session, ask, given, asked, talk, outlet)
    except Busy:
        message = f"another build is at work in '{folder.name}'"
        refused(ctx, "busy", message, "wait for it, or leave out '--no-wait'")
        return
    except DoorError as fault:
        refused(ctx, fault.code, fault.message, fault.help)
        return
    _say(ctx, outcome, place, asked, verbose=given.verbose)


def _outlet(ctx: click.Context, output: str | None) -> Outlet | None:
    """Return the store that an output's address names; None where it is a folder."""
    if output is None:
        return None
    from generator.base.inside import DoorError
    from generator.base.stores import is_store

    if not is_store(output):
        return None
    from generator.workers.outlet import Outlet

    try:
        return Outlet(output)
    except DoorError as fault:
        refused(ctx, fault.code, fault.message, fault.help)
        return None


def _built(session: Session, ask: Ask, given: Given, asked: Everything, talk: _Talk, outlet: Outlet | None) -> Outcome:
    """Build, when names were made sure of."""
    from generator.cli.asked import order_for, say_brand, say_where
    from generator.pipeline import Works
    from generator.register.build import Build, Wanted
    from generator.register.executors import Hands
    from generator.register.quick import OWN

    works = Works(session.place.start)
    if not asked.as_json:
        say_where(works)
    if given.settings is None:
        say_brand(works, given.brand)
    for layout in ask.layouts:
        order_for(works, [], given.brand, None if layout == OWN else layout)
    for edition in ask.editions:
        order_for(works, [], None, None, edition)
    hands = Hands(asked.jobs, asked.scheduler, tuple(session.held))
    outcome = Build(session, Wanted(ask, today(), moment(), hands, outlet), talk).run()
    talk.progress.clear()
    return outcome


def folder_of(start: Path, output: str | None) -> tuple[Path, Path | None]:
    """Return where outputs go, without looking for the workspace twice; for a store, where its register is kept."""
    from generator.base.roots import find_root

    if output is None:
        root = find_root(start) or start
        return root / "output", root
    from generator.base.stores import is_store, store_folder
    from generator.cli.asked import named_folder

    if is_store(output):
        root = find_root(start) or start
        return root / "output" / store_folder(output), root
    return named_folder(start, output), None


def _ask(given: Given, asked: Everything, place: Place) -> Ask:
    from generator.register.plan import Ask
    from generator.register.quick import table_named

    if given.handouts:
        message = "--all makes every handout, and some are named too"
        raise click.UsageError(f"{message}\n  help: leave out '--all', or the names")
    if asked.editions is not None and given.edition != "standard":
        raise click.UsageError("--edition and --editions say the same\n  help: leave out '--edition'")
    if asked.layouts is not None and given.layout is not None:
        raise click.UsageError("--layout and --layouts say the same\n  help: leave out '--layout'")
    editions = _listed("--editions", asked.editions or given.edition)
    layouts = _listed("--layouts", asked.layouts or given.layout or "own")
    settings = (
        table_named(str(place.start), place.roots.workspace, given.settings) if given.settings is not None else None
    )
    return Ask(settings, given.brand, editions, layouts, asked.packs, given.imposition)


def _listed(option: str, text: str) -> tuple[str, ...]:
    from generator.register.quick import listed

    try:
        return listed(text)
    except ValueError:
        message = f"{option} names nothing between two commas"
        raise click.UsageError(f"{message}\n  help: write '{option} one,two'") from None


class _Talk:
    """Says how it goes, on stderr."""

    def __init__(self, place: Place, *, quiet: bool, plain: bool) -> None:
        self.progress, self._place, self._quiet = Tempo(plain=plain), place, quiet and not plain

    def note(self, message: str) -> None:
        """Say something that is worth knowing."""
        self.progress.clear()
        click.echo(f"note: {message}", err=True)

    def waiting(self) -> None:
        """Say that another build is at work."""
        click.echo(f"another build is at work in '{self._place.folder.name}'; waiting for it", err=True)

    def watch(self, done: int, of: int, name: str) -> None:
        """Say what comes next."""
        if not self._quiet:
            self.progress(done, of, name)


def _say_current(current: int, asked: Everything) -> None:
    from generator.register.quick import all_current, all_current_json

    if asked.as_json:
        click.echo(all_current_json(current))
    else:
        click.echo(all_current(current), err=True)


def _many(number: int) -> str:
    return f"{number:,} PDF{'' if number == 1 else 's'}"


def _say(ctx: click.Context, outcome: Outcome, place: Place, asked: Everything, *, verbose: bool) -> None:
    """Say what was done; end with 1 where something is wrong."""
    from generator.base.findings import Finding, visible
    from generator.base.findings import render as rendered

    wrong = bool(outcome.findings.errors) or outcome.refusal is not None
    if asked.as_json:
        _say_json(outcome)
    else:
        tell(outcome.findings)
        if verbose:
            tell_more(outcome.findings, [])
        for line in outcome.told:
            click.echo(visible(line), err=True)
        where = visible(os.path.relpath(place.folder, place.start))
        for name in outcome.names if verbose or len(outcome.names) <= FEW else ():
            click.echo(visible(os.path.join(where, *name.split("/"))))
        if outcome.refusal is not None:
            fault = outcome.refusal
            click.echo(rendered(Finding(None, "error", fault.code, fault.message, fault.help)), err=True)
        click.echo(_last_line(outcome), err=True)
    if wrong:
        ctx.exit(1)


def _last_line(outcome: Outcome) -> str:
    from generator.register.quick import all_current

    if not outcome.made and not outcome.failed and not outcome.findings.errors and outcome.refusal is None:
        return all_current(outcome.current)
    parts = [f"{_many(outcome.made)} made"] if outcome.made or not outcome.failed else []
    if outcome.same:
        parts[0] += f" ({outcome.same:,} of them just as they were)"
    parts += [f"{outcome.current:,} current"] if outcome.current else []
    parts += [f"{outcome.failed:,} not made"] if outcome.failed else []
    errors = outcome.findings.errors
    if errors:
        parts.insert(0, problems(outcome.findings))
        if not outcome.made and not outcome.failed:
            return f"{parts[0]}; nothing was written"
    elif outcome.findings.warnings:
        parts.append(count(len(outcome.findings.warnings), "warning"))
    if outcome.refusal is not None:
        parts.append("the rest is made when it is run again")
    return ", ".join(parts)


def _say_json(outcome: Outcome) -> None:
    import json  # rarely asked for

    findings = [
        {
            "level": each.level,
            "code": each.code,
            "place": str(each.span) if each.span is not None else None,
            "message": each.message,
            "help": each.help,
        }
        for each in outcome.findings.all
    ]
    if outcome.refusal is not None:
        fault = outcome.refusal
        findings.append(
            {"level": "error", "code": fault.code, "place": None, "message": fault.message, "help": fault.help}
        )
    said = {
        "current": outcome.current,
        "made": outcome.made,
        "same": outcome.same,
        "failed": outcome.failed,
        "pages": outcome.pages,
        "findings": findings,
    }
    click.echo(json.dumps(said, ensure_ascii=False))
