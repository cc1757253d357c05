from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from generator.base.cache_folder import LEAST_SIZE, OFF, USUAL_SIZE, cache_place, read_size


def test_it_is_where_platformdirs_would_have_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    platformdirs = pytest.importorskip("platformdirs")
    monkeypatch.delenv("HANDOUTS_CACHE")
    monkeypatch.setenv("HOME", str(tmp_path))
    for base in (None, str(tmp_path / "xdg"), "not/absolute", ""):
        if base is None:
            monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
        else:
            monkeypatch.setenv("XDG_CACHE_HOME", base)
        place = cache_place()
        assert place is not None
        assert os.path.isabs(place.folder)
        if base is None or os.path.isabs(base):  # the standard says that another is to be ignored
            assert place.folder == platformdirs.user_cache_dir("handouts", appauthor=False)
        else:
            assert place.folder == str(tmp_path / ".cache" / "handouts")


@pytest.mark.parametrize(("platform", "there"), [("darwin", "Library/Caches/handouts"), ("linux", ".cache/handouts")])
def test_each_system_has_its_own(platform: str, there: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("HANDOUTS_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", platform)
    place = cache_place()
    assert place is not None
    assert place.folder == str(tmp_path / there)


@pytest.mark.parametrize("word", [*OFF, "OFF", " Off "])
def test_it_can_be_turned_off(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDOUTS_CACHE", word)
    assert cache_place() is None


def test_another_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HANDOUTS_CACHE", "mine")
    place = cache_place()
    assert place is not None
    assert (place.folder, place.size, place.wrong) == (str(tmp_path / "mine"), USUAL_SIZE, "")


@pytest.mark.parametrize(
    ("text", "size"),
    [("300", 300 << 20), ("300MB", 300 << 20), ("2 GB", 2 << 30), ("2g", 2 << 30), ("900k", 900 << 10)],
)
def test_sizes(text: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_size(text) == size
    monkeypatch.setenv("HANDOUTS_CACHE", "mine")
    monkeypatch.setenv("HANDOUTS_CACHE_SIZE", text)
    place = cache_place()
    assert place is not None
    assert place.size == max(size, LEAST_SIZE)


@pytest.mark.parametrize("text", ["much", "-3", "1.5GB", "GB", "3 XB", "9999999999", "٣"])
def test_what_is_no_size_is_told_and_the_usual_one_taken(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_size(text) is None
    monkeypatch.setenv("HANDOUTS_CACHE", "mine")
    monkeypatch.setenv("HANDOUTS_CACHE_SIZE", text)
    place = cache_place()
    assert place is not None
    assert place.size == USUAL_SIZE
    assert "512MB" in place.wrong
