"""Takes away what a programme build made and no plan makes any more; never a file that it did not make."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from generator.base.inside import DoorError
from generator.base.whole_files import not_written, sweep
from generator.register.keeping import sweep as sweep_register
from generator.register.looking import placed_at
from generator.register.report import ORPHANED, Report, report_of
from generator.register.session import Session
from generator.register.survey import file_digest


class Gone(NamedTuple):
    """An output that is taken away, or that is not: ``kept`` says why, and is empty where it goes."""

    name: str
    kept: str


def leftovers(report: Report, *, everything: bool) -> Iterator[Gone]:
    """Yield the outputs that are to go: those that no plan makes any more, or all."""
    for one in report.all():
        if one.known is None or not (everything or one.state == ORPHANED):
            continue
        path = os.path.join(report.place.folder, one.name)
        stat = placed_at(path)
        if stat is None:
            yield Gone(one.name, "gone already")
        elif stat != one.known.stat and file_digest(path) != one.known.digest:
            yield Gone(one.name, "something else wrote to it")
        else:
            yield Gone(one.name, "")


def clean(session: Session, *, everything: bool, dry: bool) -> tuple[list[Gone], list[str]]:
    """Take leftovers away; return what was done, and what is wrong with tables.

    Raises:
        DoorError: one could not be deleted; those before it are gone.
    """
    report = report_of(session.place, session.store)
    gone = list(leftovers(report, everything=everything))
    if dry:
        return gone, report.faults
    done: list[str] = []
    try:
        for one in gone:
            if not one.kept:
                _delete(session, one.name)
            if one.kept != "something else wrote to it":
                done.append(one.name)
    finally:
        with session.store.together():
            session.store.forget("output", "name", done)
            plans = [plan.key for plan in report.memory.plans if everything or plan.key in report.gone]
            session.store.forget("plan", "key", plans)
        sweep_register(session.store)
    for folder in sorted({os.path.dirname(one.name) for one in gone if "/" in one.name}):
        _tidy(session, folder)
    return gone, report.faults


def _delete(session: Session, name: str) -> None:
    path = session.place.folder / name
    if not path.parent.resolve().is_relative_to(session.place.folder.resolve()):
        raise DoorError("path-outside", f"'{name}' lies behind a link", "delete it yourself")
    try:
        path.unlink(missing_ok=True)
    except OSError as fault:
        raise not_written(path, fault) from None


def _tidy(session: Session, folder: str) -> None:
    """Delete a setting's folder where nothing is left in it."""
    path = session.place.folder / folder
    sweep(path)
    try:
        path.rmdir()
    except OSError:
        return  # something of somebody else's is in it
