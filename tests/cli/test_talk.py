"""What the command says besides its results."""

from __future__ import annotations

import io

import pytest

from generator.base.findings import MOST_KEPT, Findings
from generator.base.places import Span
from generator.cli import talk


def findings(*files: str | None) -> Findings:
    found = Findings()
    for number, file in enumerate(files):
        found.error(None if file is None else Span(file, number + 1, 1), "odd", "something is odd", "mend it")
    return found


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (("handouts/a.yaml",), "1 problem in 1 handout"),
        (("handouts/a.yaml", "handouts/a.yaml"), "2 problems in 1 handout"),
        (("handouts/a.yaml", "handouts/b.yaml"), "2 problems in 2 handouts"),
        (("handouts/contacts.yaml",), "1 problem in 1 file"),
        (("handouts/a.yaml", "layouts/x.yaml"), "2 problems in 2 files"),
        (("handouts/packs/a.yaml",), "1 problem in 1 file"),
        (("handouts/inserts/a.pdf",), "1 problem in 1 file"),
        ((None,), "1 problem"),
    ],
)
def test_the_last_line_counts(files: tuple[str | None, ...], told: str) -> None:
    assert talk.problems(findings(*files)) == told


def test_what_is_left_out_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    talk.tell(findings(*["handouts/a.yaml"] * (MOST_KEPT + 3)))
    assert capsys.readouterr().err.endswith("\nand 3 more problems of the same kinds\n")


def test_work_that_was_stopped_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    found = findings(*["handouts/a.yaml"] * MOST_KEPT)
    assert found.stops()
    whole = Findings()
    whole.extend(found)
    talk.tell(whole)
    assert capsys.readouterr().err.endswith("\nand more problems: what comes after these was not looked at\n")
    assert not findings("handouts/a.yaml").stops()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("terminal", [True, False])
@pytest.mark.parametrize("seconds", [0.5, 1.5])
def test_progress_is_for_terminals_and_for_long_work(
    terminal: bool, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = Terminal() if terminal else io.StringIO()
    clock = [0.0]
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(talk.time, "monotonic", lambda: clock[0])
    progress = talk.Progress()
    clock[0] = seconds
    progress(0, 12, "a-long-name")
    progress(1, 12, "short")
    progress.clear()
    shown = stream.getvalue()
    if terminal and seconds > talk.QUIET:
        assert shown == "\r1 of 12: a-long-name\r2 of 12: short      \r             \r".replace(
            "             \r", " " * len("2 of 12: short") + "\r"
        )
    else:
        assert shown == ""
