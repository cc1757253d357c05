"""`handouts why`: which input changed of one output of `handouts build --all`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from generator.cli.outputs import NO_REGISTER, output_option, place_of, report_for

if TYPE_CHECKING:  # the types alone: it is known quickly where nothing changed
    from generator.register.report import One, Report
    from generator.register.session import Place
    from generator.register.store import Input


@click.command()
@click.argument("pdf", metavar="PDF")
@output_option
@click.option("-v", "--verbose", is_flag=True, help="List all that it is made of.")
@click.option("--json", "as_json", is_flag=True, help="Say it as JSON, with all that it is made of.")
@click.pass_context
def why(ctx: click.Context, pdf: str, output: str | None, verbose: bool, as_json: bool) -> None:
    """Say why a PDF of 'build --all' would be made anew, or that it would not."""
    place = place_of(output)
    report = report_for(ctx, place)
    if report is None:
        click.echo(NO_REGISTER, err=True)
        ctx.exit(1)
    name = _name(place, pdf)
    one = report.one(name)
    from generator.base.findings import visible

    if one is None:
        raise _unknown(report, name)

    if as_json:
        _say_json(report, one)
    elif one.state == "orphaned":
        click.echo(visible(f"{pdf}: no call of 'build --all' makes it any more; 'handouts clean' takes it away"))
    elif one.state == "current":
        click.echo(visible(f"{pdf} is current: nothing changed of what it is made of"))
    else:
        for reason in one.whys:
            click.echo(visible(f"{pdf}: {reason.said}"))
    if verbose and not as_json and one.known is not None:
        for line in _made_of(report, one):
            click.echo(visible(f"  {line}"))


def _name(place: Place, pdf: str) -> str:
    """Return the name of an output as the register has it: named from the current folder, or from the output folder."""
    front = os.path.realpath(place.folder) + os.sep
    whole = os.path.join(os.path.realpath(os.path.join(place.start, os.path.dirname(pdf))), os.path.basename(pdf))
    return (whole[len(front) :] if whole.startswith(front) else pdf).replace(os.sep, "/")


def _unknown(report: Report, name: str) -> click.UsageError:
    from generator.base.findings import quoted
    from generator.base.suggest import did_you_mean

    known = [*report.planned, *report.memory.outputs]
    near = did_you_mean(name, known) if len(known) < 2_000 else ""
    help_ = f"\n  help: {near}" if near else "\n  help: 'handouts status -v' lists what is not current"
    return click.UsageError(f"no PDF of 'build --all' is called {quoted(name)}{help_}")


def _say_json(report: Report, one: One) -> None:
    import json  # rarely asked for

    said: dict[str, object] = {"output": one.name, "state": one.state, "why": [reason.said for reason in one.whys]}
    if one.known is not None:
        said |= {"digest": one.known.digest, "pages": one.known.pages, "made": one.known.made}
        said["made_of"] = {
            each.name: each.found for each in _inputs(report, one) if each.kind in ("file", "part", "fact")
        }
    click.echo(json.dumps(said, ensure_ascii=False))


def _inputs(report: Report, one: One) -> list[Input]:
    assert one.known is not None
    numbers = [*report.memory.groups.get(one.known.words, ()), *report.memory.groups.get(one.known.look, ())]
    found = [report.memory.inputs[number] for number in dict.fromkeys(numbers) if number in report.memory.inputs]
    return sorted(found, key=lambda each: each.name)


def _made_of(report: Report, one: One) -> list[str]:
    assert one.known is not None
    cells = report.memory.cells.get(one.known.setting)
    row = [f"the row of '{cells.ident}' in its table"] if cells is not None and cells.said else []
    return [*row, *dict.fromkeys(each.name for each in _inputs(report, one) if each.kind in ("file", "part"))]
