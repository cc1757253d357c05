"""Real handouts for a small table of settings: the same bytes, and the same tale of what was read, from every crew."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.base.stats import stat_of
from generator.catalog.workspace import library_root
from generator.jobs import Job, Result
from generator.making import make_job
from generator.workers.crew import Crew, Fault
from generator.workers.here import Here
from generator.workers.parcel import Tree, pack
from generator.workers.pdf_jobs import back, group, inputs_for, moved
from generator.workers.pool import Pool
from generator.workers.running import run
from generator.workers.sending import Inputs
from generator.workers.store import Store
from tests.workers.jobs import real_workspace
from tests.workers.test_parcel import fill


def made(crew: Crew, jobs: Sequence[Job], inputs: Inputs[Job, Result] | None = None) -> dict[str, Result]:
    """Make jobs; all of them are made."""
    results = {}
    for job, result in run(crew, jobs, make_job, group=group, inputs=inputs):
        assert not isinstance(result, Fault), result
        assert result.data is not None
        results[job.name] = result
    return results


def test_a_pool_makes_what_one_process_makes(tmp_path: Path) -> None:
    _, jobs = real_workspace(tmp_path / "in", 6)
    with Here() as here, Pool(2) as pool:
        assert made(pool, jobs) == made(here, jobs)


@pytest.mark.parametrize("beside", [False, True])
def test_elsewhere_the_same_is_made_and_told(beside: bool, tmp_path: Path) -> None:
    workspace, jobs = real_workspace(tmp_path / "in", 3, tmp_path / "table" if beside else None)
    inputs = inputs_for(workspace, [job.row for job in jobs if job.row is not None])
    parcel, store = pack(inputs.trees), Store(tmp_path / "there")
    fill(store, parcel)
    places = {root: str(folder) for root, folder in store.trees(parcel.digest).items()}
    places[str(library_root())] = str(library_root())
    for job in jobs:
        there = make_job(moved(job, places)._replace(build="there"))
        assert there.data is not None
        assert str(tmp_path / "there") in repr(there)
        assert back(there, places, parcel) == make_job(job)


def test_of_a_folder_beside_a_table_only_what_the_table_names_is_sent(tmp_path: Path) -> None:
    workspace, jobs = real_workspace(tmp_path / "in", 3, tmp_path / "table")
    (tmp_path / "table/private.svg").write_text("<svg/>")
    trees = inputs_for(workspace, [job.row for job in jobs if job.row is not None]).trees
    assert trees[1] == Tree(tmp_path / "table", ("logo0.svg", "logo1.svg", "logo2.svg"))


def test_a_file_that_changed_since_it_was_sent_is_told_as_it_was(tmp_path: Path) -> None:
    workspace, jobs = real_workspace(tmp_path / "in", 1)
    name = "handouts/contacts.yaml"
    before = (tmp_path / "in" / name).stat()
    parcel = pack(inputs_for(workspace).trees)
    result = make_job(jobs[0])
    os.utime(tmp_path / "in" / name, ns=(1, 1))
    told = back(result, {str(tmp_path / "in"): str(tmp_path / "in")}, parcel)
    stats = {read.stat for read in (*told.look, *told.words) if read.name == name}
    assert stats == {stat_of(before)}
