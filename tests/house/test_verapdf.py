from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from tests.house.test_taglint import saved
from tests.support import tools, verapdf
from tests.support.sample import sample


def command(path: Path, ready: int, answers: str, complaint: str = "") -> str:
    """A stand-in for veraPDF that answers as told; `{file}` in an answer is its last argument."""
    path.write_text(
        f"#!{sys.executable}\n"
        "import sys\n"
        f"if sys.argv[1] == '--ready':\n    sys.stderr.write({complaint!r}); sys.exit({ready})\n"
        f"print({answers!r}.format(file=sys.argv[-1], flavour=sys.argv[2]), end='')\n"
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    verapdf._find.cache_clear()
    tools._lacking.cache_clear()
    monkeypatch.setenv("PATH", str(tmp_path))
    return monkeypatch


@pytest.fixture(autouse=True)
def forget() -> object:
    yield
    verapdf._find.cache_clear()
    tools._lacking.cache_clear()


@pytest.mark.verapdf
def test_the_real_one_fails_the_sample_by_rule(tmp_path: Path) -> None:
    paths = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for path in paths:
        path.write_bytes(saved(sample()))
    failures = verapdf.validate(paths)
    assert list(failures) == paths
    for failed in failures.values():  # its font is not embedded, and it has no metadata
        assert any(line.startswith("ua1: rule 7.21.4.1-1") for line in failed), failed
        assert any(line.startswith("2a: rule 6.6.2.1-1") for line in failed), failed


def test_our_command_passes_many_files_at_once(fresh: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fresh.setenv("VERAPDF", command(tmp_path / "v", 0, "PASS {file} ua1 (9 checks)\nPASS {file} 2a (9 checks)\n"))
    assert verapdf.validate([tmp_path / "a.pdf"]) == {tmp_path / "a.pdf": []}


def test_a_failure_is_told_with_its_rule(fresh: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answers = "PASS {file} ua1 (9 checks)\nFAIL {file} 2a (9 checks)\n  rule 6.1-1 failed 2 times: why\n"
    fresh.setenv("VERAPDF", command(tmp_path / "v", 0, answers))
    assert verapdf.validate([tmp_path / "a b.pdf"]) == {tmp_path / "a b.pdf": ["2a: rule 6.1-1 failed 2 times: why"]}


def test_the_official_command_is_asked_flavour_by_flavour(fresh: pytest.MonkeyPatch, tmp_path: Path) -> None:
    command(tmp_path / "verapdf", 2, "FAIL {file} {flavour}\n  FAIL 7.1-3\n", "Was passed main parameter '--ready'")
    assert verapdf.validate([tmp_path / "a.pdf"]) == {tmp_path / "a.pdf": ["ua1: FAIL 7.1-3", "2a: FAIL 7.1-3"]}


def test_no_answer_is_an_error(fresh: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fresh.setenv("VERAPDF", command(tmp_path / "v", 0, "PASS {file} ua1 (9 checks)\n"))
    with pytest.raises(RuntimeError, match=r"no answer for .*a.pdf \(2a\)"):
        verapdf.validate([tmp_path / "a.pdf"])


def test_a_missing_tool_is_skipped_with_its_reason(fresh: pytest.MonkeyPatch) -> None:
    fresh.delenv(tools.REQUIRED, raising=False)
    with pytest.raises(pytest.skip.Exception, match="poppler: not on PATH: pdftotext"):
        tools.need("poppler")


def test_a_missing_tool_fails_where_it_is_required(fresh: pytest.MonkeyPatch) -> None:
    fresh.setenv(tools.REQUIRED, "1")
    with pytest.raises(pytest.fail.Exception, match="qpdf is required here"):
        tools.need("qpdf")


def test_a_command_that_is_not_there_is_a_reason(fresh: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fresh.setenv("VERAPDF", str(tmp_path / "none"))
    assert "No such file" in (verapdf.lacking() or "")
