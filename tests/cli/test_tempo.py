"""How far a long build is, said on stderr."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import tempo


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(tempo.time, "monotonic", clock)
    return clock


def steady(clock: Clock, tell: tempo.Tempo, seconds: int, rate: int = 50, of: int = 60_000) -> None:
    start = clock.now
    for tenth in range(seconds * 10 + 1):
        clock.now = start + tenth / 10
        tell(tenth * rate // 10, of, f"oak/{tenth}.pdf")


def test_a_terminal_is_told_rate_and_time_left(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    tell = tempo.Tempo()
    steady(clock, tell, 30)
    last = stream.getvalue().rpartition("\r")[2]
    assert last.rstrip() == "1,500 of 60,000, 50 a second, 20 minutes left: oak/300.pdf"
    tell.clear()
    assert stream.getvalue().endswith("\r" + " " * len(last) + "\r")


def test_a_name_steers_no_terminal_and_no_line_is_wider_than_it(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(tempo, "_width", lambda: 60)
    tell = tempo.Tempo()
    clock.now += 2
    tell(1, 2, "\x1b[2Joak" + "x" * 100)
    assert "\x1b" not in stream.getvalue()
    assert max(map(len, stream.getvalue().split("\r"))) == 59


def test_a_slow_begin_is_forgotten(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    tell = tempo.Tempo()
    clock.now += 600
    tell(1, 1000, "slow")
    start = clock.now
    for second in range(1, 31):
        clock.now = start + second
        tell(1 + 20 * second, 1000, "quick")
    assert ", 20 a second, 20 seconds left: quick" in stream.getvalue().rpartition("\r")[2]


def test_other_work_is_reckoned_anew(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    tell = tempo.Tempo()
    steady(clock, tell, 10, rate=1000)
    steady(clock, tell, 10, rate=50, of=1000)
    assert " of 1,000, 50 a second, 10 seconds left" in stream.getvalue().rpartition("\r")[2]


@pytest.mark.parametrize("plain", [True, False])
def test_without_a_terminal_it_is_said_now_and_then_if_asked_for(
    plain: bool, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    tell = tempo.Tempo(plain=plain)
    steady(clock, tell, 25)
    tell.clear()
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == (
        ["500 of 60,000, 50 a second, 20 minutes left", "1,000 of 60,000, 50 a second, 20 minutes left"]
        if plain
        else []
    )


@pytest.mark.parametrize(
    ("rate", "told"), [(1234.4, "1,234 a second"), (9.94, "9.9 a second"), (1, "1.0 a second"), (0.25, "15 a minute")]
)
def test_a_rate_is_told(rate: float, told: str) -> None:
    assert tempo.rate_told(rate) == told


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "5 seconds"),
        (41, "40 seconds"),
        (56, "1 minute"),
        (89, "1 minute"),
        (119, "2 minutes"),
        (7860, "2 h 11 min"),
    ],
)
def test_time_left_is_told(seconds: float, told: str) -> None:
    assert tempo.left_told(seconds) == told


@given(st.floats(0, 1e7))
def test_time_left_is_never_told_finer_than_it_is_known(seconds: float) -> None:
    told = tempo.left_told(seconds)
    assert "60" not in told.split(" h ")[-1] or " h " not in told
    assert not told.startswith("0 ")
