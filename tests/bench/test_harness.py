"""The harnesses find what they look for; small runs of each find nothing wrong."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from bench import kills, soak, stamped
from bench.harness import REGISTER, Complaints, damaged, digests, strays, torn
from tests.house.test_taglint import saved
from tests.support.sample import sample


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "a" / "one.pdf"
    path.parent.mkdir()
    path.write_bytes(saved(sample()))
    return path


def test_a_whole_file_is_not_torn(pdf: Path) -> None:
    assert torn(pdf) is None


@pytest.mark.parametrize("kept", [0, 5, 400, -7, -1000])
def test_a_file_that_ends_early_is_torn(pdf: Path, kept: int) -> None:
    data = pdf.read_bytes()
    pdf.write_bytes(data[:kept])
    assert torn(pdf) is not None


def test_a_file_with_a_hole_is_torn(pdf: Path) -> None:
    data = pdf.read_bytes()
    at = data.rindex(b"startxref")
    pdf.write_bytes(data[: at - 400] + b"\0" * 400 + data[at:])
    assert torn(pdf) is not None


def test_a_register_is_looked_at_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / REGISTER
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE t (a)")
        made.executemany("INSERT INTO t VALUES (?)", [(str(i) * 50,) for i in range(2000)])
    made.close()
    before = path.read_bytes()
    assert damaged(path) is None
    assert path.read_bytes() == before
    path.write_bytes(before[:5000] + b"\xff" * 3000 + before[8000:])
    assert damaged(path) is not None


def test_what_hides_is_no_output_but_is_left_behind(pdf: Path) -> None:
    folder = pdf.parents[1]
    hidden = folder / ".waiting" / "two.pdf"
    hidden.parent.mkdir()
    hidden.write_bytes(b"%PDF-")
    (folder / REGISTER).write_bytes(b"")
    assert list(digests(folder)) == ["a/one.pdf"]
    assert strays(folder, ["a/one.pdf"]) == [".waiting/two.pdf"]


def test_memory_that_grows_is_told() -> None:
    def looks(*memory: float) -> list[soak.Look]:
        return [soak.Look(i, i * 50, mb, 0.0) for i, mb in enumerate(memory)]

    assert soak.flat(looks(20, 50, 51, 53.9)) is None
    assert "50.0 MB after 50 documents to 55.0 MB" in str(soak.flat(looks(20, 50, 55, 51)))
    assert soak.flat(looks(20, 200, 209)) is None
    assert soak.flat(looks(20, 200, 211)) is not None


def test_a_small_soak_finds_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        soak.main(["--documents", "4", "--handouts", "1", "--sample", "0"])
    assert end.value.code == 0, capsys.readouterr().out


def test_a_soak_counts_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    complaints = Complaints()
    soak._looked_over(tmp_path, 3, 0, complaints)
    assert complaints.count == 1
    assert "0 of 3 documents" in capsys.readouterr().out


def test_settings_made_together_are_those_made_alone(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        stamped.main(["--settings", "3", "--handouts", "1"])
    assert end.value.code == 0, capsys.readouterr().out


def test_builds_that_are_killed_are_finished(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        kills.main(["--kills", "2", "--handouts", "1", "--settings", "2", "--jobs", "1"])
    assert end.value.code == 0, capsys.readouterr().out


def test_other_bytes_and_lost_registers_are_told(pdf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = pdf.parents[1]
    digest = digests(out)
    complaints = Complaints()
    one = kills.Trial(out, out, (out, out), [], digest, {"a/one.pdf": "other"}, 1.0)
    kills.looked_over(one, False, complaints, "here")
    assert complaints.count == 0
    kills.looked_over(one, True, complaints, "here")
    assert "the register is lost" in capsys.readouterr().out
    pdf.write_bytes(pdf.read_bytes()[:-9])
    kills.looked_over(one, False, complaints, "here")
    assert "a/one.pdf: does not end as a PDF" in capsys.readouterr().out
    assert complaints.count == 2
