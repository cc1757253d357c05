"""One PDF of a programme: what it is made of is told in full, whatever was made before it in the same process."""

from __future__ import annotations

import gc
import pickle
from datetime import date
from pathlib import Path

from generator.base.findings import Findings
from generator.catalog.settings import SettingRow, read_settings
from generator.catalog.workspace import open_workspace
from generator.jobs import Job, Result
from generator.making import make_job, make_jobs
from tests.support.programme import edit, programme, put

TODAY = date(2026, 11, 24)


def rows(folder: Path) -> tuple[SettingRow, ...]:
    file = read_settings(folder / "settings.csv", open_workspace(folder), Findings())
    assert file is not None
    return file.rows


def job(folder: Path, ident: str, row: SettingRow | None, build: str = "1") -> Job:
    copy = "learner" if ident == "course" else None
    return Job(build, str(folder), f"{ident}.pdf", ident, copy, None, "standard", "county", row, None, None, TODAY)


def told(result: Result) -> set[str]:
    return {f"{read.kind} {read.name}" for read in (*result.look, *result.words)}


def test_a_job_and_its_result_can_be_sent(tmp_path: Path) -> None:
    folder = programme(tmp_path)
    for row in (*rows(folder), None):
        sent = pickle.loads(pickle.dumps(job(folder, "two", row)))
        result = make_job(sent)
        assert result.data is not None, result.findings
        assert pickle.loads(pickle.dumps(result)) == result
        assert make_job(job(folder, "two", row, "2")) == result


def test_what_is_shared_is_told_for_every_job(tmp_path: Path) -> None:
    folder = programme(tmp_path)
    settings = rows(folder)
    names = ("one", "two", "three", "course")
    together = make_jobs([job(folder, name, row) for row in settings for name in names])
    alone = [make_job(job(folder, name, row, f"{name}{row.ident}")) for row in settings for name in names]
    assert [told(each) for each in together] == [told(each) for each in alone]
    assert [each.data for each in together] == [each.data for each in alone]
    assert together[0].look is together[1].look  # so that the register keeps it once
    assert "file logos/a.svg" in told(together[0])
    assert "file logos/o.svg" not in told(together[0])
    expected = {"file layouts/brands/county/brand.yaml", "fact review:one", "part handouts/sources.yaml#held"}
    assert expected <= told(alone[3])


def test_what_is_composed_once_has_all_that_it_was_made_of(tmp_path: Path) -> None:
    folder = programme(tmp_path)
    made = [make_job(job(folder, "two", row)) for row in [*rows(folder), *rows(folder)]]  # drawn from tapes at last
    first = set(made[0].words)
    assert {read.kind for read in first} >= {"part", "file"}
    for other in made[1:]:
        assert set(other.words) == first


def test_faults_of_what_is_shared_are_told_for_every_job(tmp_path: Path) -> None:
    folder = programme(tmp_path)
    edit(folder, "handouts/contacts.yaml", "ring: {", "ring: {wrong: 1, ")
    results = [make_job(job(folder, name, rows(folder)[0])) for name in ("one", "two")]
    for result in results:
        assert "unknown-field" in [each.code for each in result.findings if each.level == "error"]
        assert result.data is None


def test_a_look_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    folder = programme(tmp_path)
    put(folder, "logos/a.svg", "no drawing")
    result = make_job(job(folder, "one", rows(folder)[0]))
    assert result.data is None
    assert any(each.level == "error" and "logos/a.svg" in each.message for each in result.findings)


def test_a_setting_leaves_nothing_to_a_search_for_rubbish_but_the_trees_of_its_attempts(tmp_path: Path) -> None:
    folder = programme(tmp_path)
    settings = rows(folder)
    make_jobs([job(folder, "two", row) for row in settings])  # so that all is imported
    gc.collect()
    try:
        gc.disable()
        gc.set_debug(gc.DEBUG_SAVEALL)
        make_jobs([job(folder, name, row) for row in settings for name in ("one", "two")])
        gc.collect()
        left = {type(each).__name__ for each in gc.garbage}
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert not left - {"Element", "list", "tuple", "Marked", "Linked", "dict"}
