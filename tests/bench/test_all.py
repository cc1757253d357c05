"""The front door: what it measures, and the table that it writes. No test here looks at a time."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from bench import all as front
from bench.clock import ROOT, Failed, Run, in_turns, process, python, sample
from bench.machine import described
from bench.workloads import common
from bench.workloads.common import Bench, Row, at_least, at_most, missing
from bench.workloads.growth import line


def test_a_quick_run_writes_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = dict(os.environ)
    front.main(["--quick", "--only", "startup", "--only", "programme", "--results", str(tmp_path / "RESULTS.md")])
    os.environ.clear()
    os.environ.update(before)
    text = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    line = r"^\| `handouts --help` / bare Python \|.*\| at most 5 x \| (yes|\*\*no\*\*) \|$"
    assert re.search(line, text, re.MULTILINE)
    assert "## Programmes" in text
    assert "the rest" not in text
    assert "bare Python" in capsys.readouterr().out


def test_no_name_of_host_person_or_folder_is_told() -> None:
    said = " ".join(f"{name} {value}" for name, value in described())
    assert os.uname().nodename not in said
    assert str(Path.home()) not in said
    assert str(Path.cwd()) not in said


def test_a_workload_that_fails_says_so_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    from bench.workloads import startup

    def broken(_: Bench) -> list[Row]:
        raise Failed(f"it fell over in {ROOT}/bench and {sys.prefix}")

    monkeypatch.setattr(startup, "rows", broken)
    part = front.measured("startup", 1, quick=True)
    assert part.rows == [missing("Start-up: the rest", "it fell over in …/bench and …")]


def test_an_option_is_no_part_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "build_options", lambda: "  --all-of-it\n  --json  Say it.\n  -o, --output FOLDER")
    assert common.has("-o")
    assert common.has("--output")
    assert not common.has("-j")
    assert not common.has("--all")


def test_goals_are_held_by_wall_time() -> None:
    assert at_most("a", "", (2.0, 9.0), 2.0).met
    assert not at_most("a", "", (2.1, 0.1), 2.0).met
    assert at_least("a", "", (2.0, 0.1), 2.0).met
    assert not at_least("a", "", (1.9, 9.0), 2.0).met


def test_lines_are_found_and_what_is_off_them() -> None:
    assert line([30, 60, 480], [1.3, 1.6, 5.8]) == (pytest.approx(0.01), pytest.approx(0.0, abs=1e-9))
    assert line([30, 60, 480], [1.3, 1.6, 8.0])[1] > 0.05


def test_measures_take_turns_and_the_first_round_does_not_count() -> None:
    seen: list[str] = []

    def measure(name: str) -> Run:
        seen.append(name)
        return Run(float(len(seen)), 1.0, 1.0)

    made = in_turns({"a": lambda: measure("a"), "b": lambda: measure("b")}, 3)
    assert "".join(seen) == "abababab"
    assert [run.wall for run in made["a"].runs] == [3.0, 5.0, 7.0]
    assert made["a"].wall == 5.0


def test_a_process_tells_its_memory_and_its_time() -> None:
    run = process(python("-c", "a = bytearray(200_000_000); print('done')"))
    assert run.said == "done\n"
    assert run.peak > 200
    assert sample([run]).cpu == run.cpu
    with pytest.raises(Failed, match="no such thing"):
        process(python("-c", "raise SystemExit('no such thing')"))
