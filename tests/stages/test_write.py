from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.findings import Findings
from generator.base.inside import DoorError
from generator.stages.write import ready_to_write, write


def codes(folder: Path, fence: Path | None = None) -> list[str]:
    findings = Findings()
    ready_to_write(folder, ["a.pdf"], findings, fence)
    assert all(error.help for error in findings.errors)
    return [error.code for error in findings.errors]


def test_a_folder_that_is_there_or_not_yet(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("old")
    assert codes(tmp_path) == codes(tmp_path / "new/newer") == []
    assert not (tmp_path / "new").exists()


def test_a_file_where_a_folder_is_due(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert codes(tmp_path / "file") == codes(tmp_path / "file/below") == ["not-a-folder"]


def test_what_stands_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "one/a.pdf").mkdir(parents=True)
    (tmp_path / "two").mkdir()
    (tmp_path / "two/a.pdf").symlink_to("nowhere")
    assert codes(tmp_path / "one") == ["write-odd"]
    assert codes(tmp_path / "two") == ["write-link"]


def test_a_link_may_not_lead_out_of_the_fence(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/out").symlink_to(tmp_path)
    assert codes(tmp_path / "in/out", tmp_path / "in") == ["write-link"]
    assert codes(tmp_path / "in/out") == []


def test_a_name_that_is_none(tmp_path: Path) -> None:
    assert codes(tmp_path / ("x" * 5000)) == ["not-writable"]
    assert codes(tmp_path / "a\0b") == ["not-writable"]


def test_those_before_a_fault_are_in_place(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").mkdir()
    writing = write(tmp_path, [("a.pdf", b"1"), ("b.pdf", b"2"), ("c.pdf", b"3")])
    assert next(writing) == tmp_path / "a.pdf"
    with pytest.raises(DoorError):
        next(writing)
    assert (tmp_path / "a.pdf").read_bytes() == b"1"
    assert not (tmp_path / "c.pdf").exists()
