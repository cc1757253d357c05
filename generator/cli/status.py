"""`handouts status`: how the outputs of `handouts build --all` stand, and what is due."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from generator.cli.asked import today
from generator.cli.outputs import NO_REGISTER, output_option, place_of, report_for

if TYPE_CHECKING:  # the types alone: it is known quickly where nothing changed
    from generator.register.report import Due, One, Report

FEW = 20  # outputs of a kind that are listed without being asked for


@click.command()
@output_option
@click.option("-v", "--verbose", is_flag=True, help="List all that is not current.")
@click.option("--json", "as_json", is_flag=True, help="Say it as JSON.")
@click.pass_context
def status(ctx: click.Context, output: str | None, verbose: bool, as_json: bool) -> None:
    """Show which PDFs of 'build --all' are current, and what is due.

    Stale are those that would be made anew, missing those that are not there, orphaned those that no call of
    'build --all' makes any more. What is due: handouts to be reviewed, contacts to be rung.
    """
    place = place_of(output)
    report = report_for(ctx, place)
    if report is None:
        if as_json:
            click.echo('{"outputs": 0}')
        click.echo(NO_REGISTER, err=True)
        return
    day = today()
    ones = list(report.all())
    if as_json:
        _say_json(report, ones, day)
        return
    _say_counts(ones)
    where = os.path.relpath(place.folder, place.start)
    for state in ("stale", "missing", "orphaned"):
        _say_list(where, state, [one for one in ones if one.state == state], verbose=verbose)
    names = [one.name for one in ones if one.state != "orphaned"]
    _say_due("the review was due", report.overdue(names, day))
    _say_due("not checked for over 6 months", report.unchecked(names, day))
    for fault in report.faults:
        click.echo(fault, err=True)


def _say_counts(ones: Sequence[One]) -> None:
    counts = {state: sum(one.state == state for one in ones) for state in ("current", "stale", "missing", "orphaned")}
    said = ", ".join(f"{number:,} {state}" for state, number in counts.items() if number or state == "current")
    click.echo(f"{len(ones):,} PDF{'' if len(ones) == 1 else 's'}: {said}")


def _say_list(where: str, state: str, ones: Sequence[One], *, verbose: bool) -> None:
    from generator.base.findings import visible

    listed = ones if verbose else ones[:FEW]
    for one in listed:
        word = f": {', '.join(dict.fromkeys(why.word for why in one.whys))}" if state == "stale" else ""
        click.echo(visible(f"  {state}  {os.path.join(where, *one.name.split('/'))}{word}"))
    if len(ones) > len(listed):
        click.echo(f"  {state}  and {len(ones) - len(listed):,} more; '-v' lists them")


def _say_due(told: str, dues: Sequence[Due]) -> None:
    for due in dues:
        day = f" ({due.day.isoformat()})" if due.day is not None else " (never)"
        click.echo(f"  due  {due.name}: {told}{day}; in {due.outputs:,} PDF{'' if due.outputs == 1 else 's'}")


def _say_json(report: Report, ones: Sequence[One], day: date) -> None:
    import json  # rarely asked for

    names = [one.name for one in ones if one.state != "orphaned"]

    def dues(found: Sequence[Due]) -> list[dict[str, object]]:
        return [
            {"name": due.name, "date": due.day.isoformat() if due.day is not None else None, "outputs": due.outputs}
            for due in found
        ]

    said: dict[str, object] = {
        "outputs": len(ones),
        **{state: sum(one.state == state for one in ones) for state in ("current", "stale", "missing", "orphaned")},
        "pages": sum(one.known.pages for one in ones if one.known is not None and one.state == "current"),
        "not_current": [
            {"output": one.name, "state": one.state, "why": [why.said for why in one.whys]}
            for one in ones
            if one.state != "current"
        ],
        "overdue": dues(report.overdue(names, day)),
        "unchecked": dues(report.unchecked(names, day)),
        "faults": report.faults,
    }
    click.echo(json.dumps(said, ensure_ascii=False))
