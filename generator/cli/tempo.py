"""How far a long build is, how fast it goes, and how long it will still take; on stderr."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable
from typing import TypeVar

import click

F = TypeVar("F", bound=Callable[..., object])

QUIET = 1.0  # seconds without a word: most builds are done by then
OFTEN = 0.1  # seconds between two looks of the line on a terminal
PLAIN = 10.0  # seconds between two lines where there is no terminal
SPAN = 20.0  # seconds that the rate is reckoned from: what is slow at first is forgotten
STEP = 0.5  # seconds between the moments that are kept for that


def progress_option(command: F) -> F:
    """Give a command the choice to tell how far it is where it has no terminal."""
    help_ = "Say every ten seconds how far it is, also where errors go to a file; a terminal is told anyway."
    return click.option("--progress", is_flag=True, help=help_)(command)


class Tempo:
    """Told how many are done; says it on a terminal in one line, elsewhere (``plain``) in a line now and then."""

    def __init__(self, *, plain: bool = False) -> None:
        self._terminal = sys.stderr is not None and sys.stderr.isatty()
        self._plain = plain and not self._terminal
        self._begun = self._told = time.monotonic()
        self._moments: deque[tuple[float, int]] = deque([(self._begun, 0)])
        self._shown = 0

    def __call__(self, done: int, of: int, name: str = "") -> None:
        """Say that so many are done; ``name`` is the one that was done last."""
        now = time.monotonic()
        self._keep(now, done)
        if self._terminal and now - self._begun >= QUIET and (now - self._told >= OFTEN or not self._shown):
            from generator.base.findings import visible

            self._told = now
            told = self._line(now, done, of) + (f": {name}" if name else "")
            self._show(visible(told)[: _width() - 1])
        elif self._plain and now - self._told >= PLAIN:
            self._told = now
            click.echo(self._line(now, done, of), err=True)

    def clear(self) -> None:
        """Take the line away again."""
        if self._shown:
            click.echo("\r" + " " * self._shown + "\r", err=True, nl=False)
            self._shown = 0

    def _show(self, line: str) -> None:
        click.echo("\r" + line.ljust(self._shown), err=True, nl=False)
        self._shown = len(line)

    def _keep(self, now: float, done: int) -> None:
        """Keep a moment; those too old to be reckoned from go, but for the last of them; other work begins anew."""
        if done < self._moments[-1][1]:
            self._moments = deque([(now, done)])
        if now - self._moments[-1][0] >= STEP:
            self._moments.append((now, done))
        while len(self._moments) > 1 and now - self._moments[1][0] >= SPAN:
            self._moments.popleft()

    def _line(self, now: float, done: int, of: int) -> str:
        since, before = self._moments[0]
        rate = (done - before) / (now - since) if now > since else 0.0
        told = f"{done:,} of {of:,}"
        if rate > 0:
            told += f", {rate_told(rate)}, {left_told((of - done) / rate)} left"
        return told


def _width() -> int:
    """Return the width of the terminal, in characters."""
    import shutil  # which takes longer to import than all else here

    return shutil.get_terminal_size().columns


def rate_told(rate: float) -> str:
    """Return a rate, given a second, for people to read."""
    if rate >= 10:
        return f"{rate:,.0f} a second"
    return f"{rate:.1f} a second" if rate >= 1 else f"{rate * 60:.0f} a minute"


def left_told(seconds: float) -> str:
    """Return how long something takes, no finer than can be known."""
    if seconds < 55:
        return f"{max(5, round(seconds / 5) * 5)} seconds"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} minute" + "s" * (minutes != 1)
    return f"{minutes // 60} h {minutes % 60:02d} min"
