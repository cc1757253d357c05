"""What the command says: findings, progress and a last line, all on stderr; results alone go to stdout."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the types alone: `handouts --help` starts without them
    from pathlib import Path

    from generator.base.findings import Findings
    from generator.pipeline import Made

QUIET = 1.0  # seconds without progress: most builds are done by then


_said: list[list[tuple[bool, str]]] = []


def listen() -> list[tuple[bool, str]]:
    """Return a list that gets all that is said from here on: whether on stderr, and a line."""
    heard: list[tuple[bool, str]] = []
    _said.append(heard)
    return heard


def say(line: str, *, err: bool = False) -> None:
    """Say a line."""
    for heard in _said:
        heard.append((err, line))
    echo(line, err=err)


def echo(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Write what `click.echo` writes, without Click where that is plain: text without signs that steer a terminal."""
    stream = sys.stderr if err else sys.stdout
    if stream is None:
        return
    if getattr(stream, "encoding", "") not in ("utf-8", "UTF-8") or "\x1b" in text or sys.platform == "win32":
        import click

        click.echo(text, err=err, nl=nl)
        return
    stream.write(f"{text}\n" if nl else text)
    stream.flush()


def tell_refusal(code: str, message: str, help_: str) -> None:
    """Print why something was not done."""
    from generator.base.findings import Finding, render

    echo(render(Finding(None, "error", code, message, help_)), err=True)


def tell(findings: Findings) -> None:
    """Print every finding, in the order of places."""
    from generator.base.findings import render

    for finding in findings.all:
        say(render(finding), err=True)
    if findings.unfinished:
        say("and more problems: what comes after these was not looked at", err=True)
    elif findings.left_out:
        say(f"and {count(findings.left_out, 'more problem')} of the same kinds", err=True)


def tell_path(path: Path, start: Path) -> None:
    """Print where a file is, from the folder that the command was given in."""
    from generator.base.findings import visible

    say(visible(os.path.relpath(path, start)))


def tell_written(paths: Iterable[Path], start: Path, of: str) -> int:
    """Print where each file is as it is written, and return how many there are.

    Raises:
        DoorError: one could not be written; how many of all, which ``of`` says in words, has been told.
    """
    from generator.base.inside import DoorError

    written = 0
    try:
        for path in paths:
            tell_path(path, start)
            written += 1
    except DoorError:
        echo(f"{written} of {of} written", err=True)
        raise
    return written


def tell_more(findings: Findings, made: Sequence[Made]) -> None:
    """Print what `--verbose` asks for: blocks that took another form, and how each handout was fitted."""
    from generator.base.findings import render, visible

    for finding in findings.notes:
        say(render(finding), err=True)
    for name, rendered, _ in made:
        body, baseline, space = rendered.tightness
        told = f"{count(rendered.pages, 'page')}, type {body:g}/{baseline:g} pt, {space:.0%} of the designed space"
        say(f"{visible(name)}: {told}", err=True)


def tell_printing(made: Sequence[Made]) -> None:
    """Print how PDFs that are laid on sheets are to be printed and finished."""
    from generator.base.findings import visible

    for item in made:
        if item.told:
            say(f"{visible(item.name)}: {item.told}", err=True)


def count(number: int, thing: str) -> str:
    """Return a number with its noun."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def problems(findings: Findings) -> str:
    """Return how many errors there are, and in how many handouts or files: `2 problems in 1 handout`."""
    errors = findings.errors
    told = count(len(errors), "problem")
    files = {error.span.file for error in errors if error.span is not None and error.span.file}
    if not files:
        return told
    alike = all(map(_is_handout, files))
    return f"{told} in {count(len(files), 'handout' if alike else 'file')}"


def _is_handout(file: str) -> bool:
    folder, _, name = file.rpartition("/")
    return folder == "handouts" and name.endswith((".yaml", ".yml")) and name not in ("sources.yaml", "contacts.yaml")


class Progress:
    """One line that says what is being made, on a terminal, when it takes longer than a second."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._shown = 0
        self._terminal = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, done: int, of: int, name: str) -> None:
        """Say what comes next."""
        if not self._terminal or time.monotonic() - self._start < QUIET:
            return
        from generator.base.findings import visible

        line = visible(f"{done + 1} of {of}: {name}")
        echo("\r" + line.ljust(self._shown), err=True, nl=False)
        self._shown = len(line)

    def clear(self) -> None:
        """Take the line away again."""
        if self._shown:
            echo("\r" + " " * self._shown + "\r", err=True, nl=False)
            self._shown = 0


def part(progress: Progress, number: int, of: int) -> Callable[[int, int, str], None]:
    """Return the progress of one of several orders, each of as many handouts."""

    def say(done: int, each: int, name: str) -> None:
        progress(number * each + done, of * each, name)

    return say
