"""Plain builds, of which Click reads nothing: what is read, said and made is the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.main import cli
from generator.cli.plain import OPTIONS, read
from generator.cli.usage import refuse_twice
from tests.support.command import Call, environment, process, workspace, written

HANDOUT = "title: Sleep\naudience: parents\nbody:\n  - text: Babies wake at night.\n"
FULL = {"handouts/sleep.yaml": HANDOUT, "handouts/wrong.yaml": HANDOUT + "colour: red\n"}
WORDS = [*OPTIONS, "sleep", "", "a b", "=", "-", "--", "-v", "-ox", "--output=x", "--brandx", "--all", "-h", "é", "all"]


def as_click_reads(words: list[str]) -> dict[str, object]:
    command = cli.commands["build"]
    root = click.Context(cli, info_name="handouts")
    refuse_twice(root, command, list(words))
    return command.make_context("build", list(words), parent=root).params


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_what_is_plain_is_what_click_reads(words: list[str]) -> None:
    plain = read(["build", *words])
    if plain is None:
        return
    theirs = as_click_reads(words)
    assert {name: theirs.pop(name) for name in plain._fields} == plain._asdict()
    usual = as_click_reads([])
    assert theirs == {name: usual[name] for name in theirs}, "nothing else was asked for"


@pytest.mark.parametrize(
    "words",
    [
        ["pack"], ["--traceback", "build"], [], ["build", "--all"], ["build", "-v"], ["build", "-o"],
        ["build", "-o", "--brand"], ["build", "-o", "a", "--output", "b"], ["build", "--settings", "a.csv"],
        ["build", "--help"], ["build", "--", "sleep"], ["build", "-oa"], ["build", "--output=a"],
    ],
)  # fmt: skip
def test_what_is_not_plain_goes_to_click(words: list[str]) -> None:
    assert read(words) is None


def test_a_shell_that_completes_goes_to_click(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(["build", "sleep"]) is not None
    monkeypatch.setenv("_HANDOUTS_COMPLETE", "bash_complete")
    assert read(["build", "sleep"]) is None


@pytest.mark.parametrize(
    "words",
    [
        ["sleep", "-o", "out"], ["handouts/sleep.yaml", "--edition", "large-print", "-o", "out"],
        ["sleep", "--layout", "a5-booklet", "-o", "out"], ["sleep", "--edition", "all", "-o", "out"],
        ["wrong", "-o", "out"], ["slep"], ["sleep", "--brand", "nobody"], ["sleep", "-o", ""],
        ["sleep", "-o", "sleep.pdf"], ["sleep", "-o", "s3://bucket"], ["sleep", "--edition", "tiny"],
        ["sleep", "-o", "handouts/sleep.yaml"],
    ],
)  # fmt: skip
def test_it_says_and_makes_the_same(words: list[str], tmp_path: Path, call: Call) -> None:
    plain, whole = (workspace(tmp_path / name, FULL) for name in ("plain", "whole"))
    assert read(["build", *words]) is not None
    assert process(plain, "build", *words) == call(whole, "build", *words)
    assert written(plain) == written(whole)
    for name in written(plain):
        assert (plain / name).read_bytes() == (whole / name).read_bytes()


def test_without_a_workspace_it_is_said_whose_handouts_these_are(tmp_path: Path) -> None:
    said = process(tmp_path, "build", "nothing-of-this-name")
    assert said.code == 2
    assert said.err.startswith("no workspace here: building the starter library's handouts\nUsage: handouts build")


FAILING = """
import sys
import generator.pipeline
def fail(*_, **__):
    raise {fault}
generator.pipeline.make = fail
sys.argv = ["handouts", "build", "sleep"]
from generator.cli.start import main
main()
"""


@pytest.mark.parametrize(
    ("fault", "code", "told"),
    [
        ("KeyboardInterrupt", 130, "handouts: stopped\n"),
        ("ValueError('odd')", 70, "handouts: a fault of the program itself (ValueError: odd); please run it again as"),
        ("OSError(28, 'full')", 1, "handouts: the output could not be written: full\n"),
    ],
)
def test_an_unhappy_end_is_told_as_elsewhere(fault: str, code: int, told: str, tmp_path: Path) -> None:
    root = workspace(tmp_path, FULL)
    line = [sys.executable, "-c", FAILING.format(fault=fault)]
    done = subprocess.run(line, cwd=root, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert done.stderr.startswith(told), done.stderr
