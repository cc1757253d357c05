"""Start-up: `handouts --help` against a bare start of Python."""

from __future__ import annotations

from collections.abc import Iterator

from bench.clock import handouts, in_turns, process, python
from bench.workloads.common import Bench, Row, against, at_most, told

TITLE = "Start-up"


def rows(bench: Bench) -> Iterator[Row]:
    """Measure."""
    made = in_turns(
        {
            "bare Python": lambda: process(python("-c", "pass")),
            "--help": lambda: process(handouts("--help")),
            "build --help": lambda: process(handouts("build", "--help")),
        },
        bench.rounds * 2,
    )
    bare, help_ = made["bare Python"], made["--help"]
    yield Row("bare Python", told(bare))
    yield at_most("`handouts --help` / bare Python", told(help_), against(help_, bare), 5)
    yield Row("`handouts build --help` / bare Python", told(made["build --help"]), *against(made["build --help"], bare))
