from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.base.kept import forget_store, keep_results, keeping, kept


@pytest.fixture(autouse=True)
def _own_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("HANDOUTS_CACHE", str(tmp_path / "kept"))
    yield
    forget_store()


class Making:
    def __init__(self, *results: bytes | Exception) -> None:
        self.results, self.asked = list(results), 0

    def __call__(self) -> bytes:
        self.asked += 1
        found = self.results.pop(0)
        if isinstance(found, Exception):
            raise found
        return found


def test_what_was_made_is_not_made_again() -> None:
    keep_results()
    make = Making(b"one", b"two", b"three")
    assert [kept("a", "1", make) for _ in range(3)] == [b"one"] * 3
    assert kept("a", "2", make) == b"two"
    assert kept("b", "1", make) == b"three"
    assert make.asked == 3


def test_nothing_is_kept_before_somebody_says_so(tmp_path: Path) -> None:
    make = Making(b"one", b"two", b"three")
    assert not keeping()
    assert [kept("a", "1", make) for _ in range(2)] == [b"one", b"two"]
    assert not (tmp_path / "kept").exists()
    keep_results()
    assert kept("a", "1", make) == b"three"
    forget_store()
    assert not keeping()


def test_what_fails_fails_each_time() -> None:
    keep_results()
    make = Making(ValueError("no"), ValueError("no"), b"yes")
    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            kept("a", "1", make)
    assert kept("a", "1", make) == b"yes"


def test_another_program_finds_nothing_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_results()
    assert kept("a", "1", lambda: b"ours") == b"ours"
    monkeypatch.setattr("generator.base.kept.this_tool", lambda: "another")
    assert kept("a", "1", lambda: b"theirs") == b"theirs"


def test_where_nothing_may_be_kept_all_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDOUTS_CACHE", "off")
    keep_results()
    assert not keeping()
    make = Making(b"one", b"two")
    assert [kept("a", "1", make) for _ in range(2)] == [b"one", b"two"]
