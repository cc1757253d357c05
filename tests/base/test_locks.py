"""One process at a time; a killed one leaves nothing behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from generator.base.locks import Busy, Lock
from tests.support.command import environment

HOLD = """
import sys, time
from pathlib import Path
from generator.base.locks import Lock
with Lock(Path(sys.argv[1]), wait=False, waiting=lambda: None):
    print("held", flush=True)
    time.sleep(60)
"""


def quiet() -> None:
    raise AssertionError("there is nobody to wait for")


def test_a_free_lock_is_taken_again_and_again(tmp_path: Path) -> None:
    for _ in range(3):
        with Lock(tmp_path / "lock", wait=True, waiting=quiet) as lock:
            assert lock.since > 0


def test_who_does_not_wait_is_told_and_who_waits_gets_it(tmp_path: Path) -> None:
    first, told = Lock(tmp_path / "lock", wait=False, waiting=quiet), []
    with pytest.raises(Busy):
        Lock(tmp_path / "lock", wait=False, waiting=quiet)

    def waiting() -> None:
        told.append("waiting")
        threading.Timer(0.05, first.free).start()

    with Lock(tmp_path / "lock", wait=True, waiting=waiting):
        assert told == ["waiting"]


def test_a_killed_process_lets_go(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path / "lock")]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(Busy):
            Lock(tmp_path / "lock", wait=False, waiting=quiet)
        other.send_signal(signal.SIGKILL)
    with Lock(tmp_path / "lock", wait=False, waiting=quiet):
        pass


def test_a_link_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "other")
    with pytest.raises(OSError, match="lock"):
        Lock(tmp_path / "lock", wait=False, waiting=quiet)
    assert not (tmp_path / "other").exists()
