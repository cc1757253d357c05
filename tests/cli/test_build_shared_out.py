"""`handouts build --all` with the work shared out: to processes, to a cluster, and into stores."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.command import Call, environment, process
from tests.support.programme import ALL, outputs, programme

PACKS = (*ALL, "--packs")


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process makes, by name."""
    folder = programme(tmp_path_factory.mktemp("alone"))
    assert process(folder, *PACKS, "-j", "1").code == 0
    return outputs(folder)


def test_processes_make_the_same_and_it_is_current_then(alone: dict[str, bytes], tmp_path: Path, call: Call) -> None:
    folder = programme(tmp_path)
    said = process(folder, *PACKS, "-j", "2")
    assert (said.code, outputs(folder)) == (0, alone), said.err
    assert call(folder, *PACKS).err == f"{len(alone)} PDFs are current\n"


@pytest.mark.dask
def test_a_cluster_makes_the_same_and_it_is_current_then(alone: dict[str, bytes], tmp_path: Path, call: Call) -> None:
    folder = programme(tmp_path / "w")  # with its table outside of it, and the logos that this names
    (folder / "settings.csv").rename(tmp_path / "settings.csv")
    shutil.move(folder / "logos", tmp_path / "logos")
    asked = ["../settings.csv" if each == "settings.csv" else each for each in PACKS]
    said = process(folder, *asked, "-j", "1", "--scheduler", "local")
    assert (said.code, outputs(folder)) == (0, alone), said.err
    assert call(folder, *asked).err == f"{len(alone)} PDFs are current\n"


@pytest.mark.dask
def test_no_scheduler_is_told_and_nothing_is_lost(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = programme(tmp_path)
    from generator.workers import cluster

    monkeypatch.setattr(cluster.Cluster.__init__, "__defaults__", (1,))
    said = call(folder, *ALL, "--scheduler", "tcp://127.0.0.1:9")
    assert said.code == 1
    assert "error[no-scheduler]: no Dask scheduler answers at 'tcp://127.0.0.1:9'\n  help: " in said.err
    assert call(folder, *ALL).code == 0


@pytest.mark.fsspec
def test_a_store_gets_every_file_and_its_register_is_kept_here(
    alone: dict[str, bytes], tmp_path: Path, call: Call
) -> None:
    import fsspec

    store = fsspec.filesystem("memory")
    folder = programme(tmp_path)
    said = call(folder, *PACKS, "-o", "memory://me:secret@shared-out/leaflets")
    assert said.code == 0, said.err
    assert (
        "note: the register, and a copy of each PDF, are kept in 'output/store-memory-shared-out-leaflets-" in said.err
    )
    assert "secret" not in said.err + said.out
    names = [name for name in store.find("/") if "shared-out" in name and name.endswith(".pdf")]
    assert {name.partition("/leaflets/")[2]: store.cat_file(name) for name in names} == alone
    assert "are current" in call(folder, *PACKS, "-o", "memory://me:other@shared-out/leaflets").err


def test_a_store_is_for_builds_of_everything(tmp_path: Path, call: Call) -> None:
    said = call(programme(tmp_path), "build", "one", "-o", "s3://bucket/x")
    assert said.code == 2
    assert "'handouts build --all' writes to stores" in said.err


def test_progress_breaks_no_json(tmp_path: Path, call: Call) -> None:
    said = call(programme(tmp_path), *ALL, "--json", "--progress")
    assert json.loads(said.out)["made"] == 6


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_a_build_that_is_stopped_leaves_nothing_behind(
    end: signal.Signals, alone: dict[str, bytes], tmp_path: Path
) -> None:
    folder = programme(tmp_path)
    command = [sys.executable, "-m", "generator", *PACKS, "-j", "2"]
    said = tmp_path / "said.txt"
    with (
        said.open("wb") as to,
        subprocess.Popen(command, cwd=folder, env=environment(), stdout=to, stderr=to, start_new_session=True) as child,
    ):
        workers: list[str] = []
        until = time.monotonic() + 60
        while len(workers) < 2 and child.poll() is None and time.monotonic() < until:
            workers = Path(f"/proc/{child.pid}/task/{child.pid}/children").read_text().split()
        os.killpg(child.pid, end) if end is signal.SIGINT else child.send_signal(end)
        child.wait(30)
    until = time.monotonic() + 20
    while any(Path(f"/proc/{each}/exe").exists() for each in workers) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{each}/exe").exists() for each in workers)
    if end is signal.SIGINT:
        assert said.read_text() == "handouts: stopped\n"
    again = process(folder, *PACKS, "-j", "2")
    assert (again.code, outputs(folder)) == (0, alone), again.err
