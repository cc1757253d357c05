"""Who makes the jobs is chosen by how many there are."""

from __future__ import annotations

import sys

import pytest

from generator.workers import choosing, pool
from generator.workers.choosing import executor_for
from generator.workers.crew import CrewError
from generator.workers.here import Here
from generator.workers.pool import Pool, usable_cores


@pytest.mark.parametrize(
    ("count", "workers", "chosen"),
    [
        (0, None, Here),
        (choosing.FEW, None, Here),
        (choosing.FEW + 1, None, Pool),
        (5000, 1, Here),
        (2, 8, Pool),
        (1, 8, Here),
    ],
)
def test_a_pool_is_for_many_jobs_or_for_those_who_want_one(
    count: int, workers: int | None, chosen: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing, "usable_cores", lambda: 2)
    assert type(executor_for(count, workers=workers)) is chosen


def test_it_has_as_many_workers_as_there_are_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    assert usable_cores() >= 1
    monkeypatch.setattr(choosing, "usable_cores", lambda: 7)
    assert executor_for(5000).workers == 7
    assert executor_for(5000, workers=3).workers == 3


def test_a_process_is_forked_only_where_no_other_thread_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool.threading, "active_count", lambda: 1)
    assert pool.begin_method() == ("fork" if sys.platform == "linux" else "spawn")
    monkeypatch.setattr(pool.threading, "active_count", lambda: 2)
    assert pool.begin_method() == "spawn"


def test_a_cluster_without_its_extra_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "generator.workers.cluster", raising=False)
    with pytest.raises(CrewError) as told:
        executor_for(5, scheduler="local")
    assert told.value.code == "extra-missing"
    assert told.value.help == "pip install 'handouts[cluster]'"
