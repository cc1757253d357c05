"""The program as an input: a change of its source makes all anew."""

from __future__ import annotations

import os
from pathlib import Path

from generator.register.tool import source_digest, this_tool


def package(folder: Path) -> Path:
    (folder / "below/__pycache__").mkdir(parents=True)
    (folder / "library").mkdir()
    (folder / "a.py").write_text("a = 1\n")
    (folder / "below/b.yaml").write_text("b: 2\n")
    (folder / "below/__pycache__/b.pyc").write_text("x")
    (folder / "library/c.yaml").write_text("c: 3\n")
    return folder


def test_its_own_files_count_and_nothing_else(tmp_path: Path) -> None:
    version, files = this_tool(str(package(tmp_path)))
    assert [line.split("\t")[0] for line in files.split("\n")] == ["a.py", "below/b.yaml"]
    assert "reportlab-" in version
    before = source_digest(str(tmp_path))
    (tmp_path / "below/__pycache__/b.pyc").write_text("y")
    (tmp_path / "library/c.yaml").write_text("c: 4\n")
    assert this_tool(str(tmp_path)) == (version, files)
    os.utime(tmp_path / "a.py", (1, 1))
    assert this_tool(str(tmp_path))[1] != files
    assert source_digest(str(tmp_path)) == before
    (tmp_path / "a.py").write_text("a = 2\n")
    assert source_digest(str(tmp_path)) != before


def test_a_name_that_moves_between_files_counts(tmp_path: Path) -> None:
    before = source_digest(str(package(tmp_path)))
    (tmp_path / "a.py").rename(tmp_path / "b.py")
    assert source_digest(str(tmp_path)) != before
