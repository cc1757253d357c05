from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.cache_folder import Place
from generator.base.store import Store, usual_store

MB = 1 << 20


def store(folder: Path, size: int = 64 * MB) -> Store:
    return Store(Place(str(folder / "cache"), size))


def files(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "cache").rglob("*") if path.is_file())


def test_what_is_put_is_found_again(tmp_path: Path) -> None:
    one = store(tmp_path)
    assert one.get("a") is None
    one.put("a", b"first")
    one.put("b", b"")
    one.put("\ud800 odd", b"second")
    assert [one.get(key) for key in ("a", "b", "\ud800 odd", "c")] == [b"first", b"", b"second", None]
    one.put("a", b"other")
    assert store(tmp_path).get("a") == b"other"
    assert store(tmp_path).kept().entries == 3


@pytest.mark.skipif(os.name == "nt", reason="modes say nothing there")
def test_the_folder_is_the_users_alone(tmp_path: Path) -> None:
    store(tmp_path).put("a", b"x")
    assert (tmp_path / "cache").stat().st_mode & 0o777 == 0o700
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in files(tmp_path))
    (tmp_path / "cache").chmod(0o770)
    assert store(tmp_path).get("a") is None, "others may have written it"
    store(tmp_path).put("b", b"y")
    assert len(files(tmp_path)) == 1
    assert store(tmp_path).clear().entries == 0
    (tmp_path / "cache").chmod(0o755)
    assert store(tmp_path).get("a") == b"x"


@given(st.binary(min_size=1, max_size=300), st.data())
def test_whatever_is_spoilt_counts_as_missing(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, how: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("spoilt")
    one = store(folder)
    one.put("a", data)
    (path,) = files(folder)
    whole = path.read_bytes()
    if how.draw(st.booleans()):
        spoilt = whole[: how.draw(st.integers(0, len(whole) - 1))]
    else:
        at = how.draw(st.integers(0, len(whole) - 1))
        spoilt = whole[:at] + bytes([whole[at] ^ how.draw(st.integers(1, 255))]) + whole[at + 1 :]
    path.write_bytes(spoilt)
    assert one.get("a") is None
    assert not path.exists()
    one.put("a", data)
    assert one.get("a") == data


def test_it_may_be_deleted_at_any_moment(tmp_path: Path) -> None:
    import shutil

    one = store(tmp_path)
    one.put("a", b"x")
    shutil.rmtree(tmp_path / "cache")
    assert one.get("a") is None
    one.put("a", b"y")
    assert one.get("a") == b"y"
    gone = one.clear()
    assert (gone.entries, gone.size) == (1, len(b"y") + 49)
    assert one.get("a") is None
    assert files(tmp_path) == []


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    one = store(tmp_path)
    one.put("a", b"x")
    assert one.get("a") is None
    assert one.kept().entries == 0
    below = Store(Place(str(tmp_path / "cache" / "below"), MB))
    below.put("a", b"x")
    assert below.get("a") is None
    assert (tmp_path / "cache").read_text() == "a file"


def test_it_is_bounded_and_what_was_not_asked_for_longest_goes(tmp_path: Path) -> None:
    one, size = store(tmp_path, 16 * MB), 100_000
    for number in range(400):
        key = str(number)
        one.put(key, random.Random(number).randbytes(size))
        for path in files(tmp_path):  # as if each were put a second after the one before
            status = path.stat()
            if status.st_mtime_ns > 10**18:
                os.utime(path, ns=(number * 10**9, number * 10**9))
        if number % 10 == 0:
            one.get("0")
            for path in files(tmp_path):
                if path.stat().st_mtime_ns > 10**18:
                    os.utime(path, ns=(number * 10**9 + 1, number * 10**9 + 1))
    held = one.kept()
    assert held.size <= 16 * MB * 1.1
    assert held.entries > 100
    assert one.get("0") is not None, "it was asked for all the time"
    assert one.get("1") is None
    assert one.get("399") is not None


def test_what_is_too_large_is_not_kept(tmp_path: Path) -> None:
    one = store(tmp_path, 16 * MB)
    one.put("a", bytes(MB))
    assert one.get("a") is None
    assert files(tmp_path) == []


def test_what_a_killed_run_left_is_swept(tmp_path: Path) -> None:
    one = store(tmp_path)
    one.put("a", b"x")
    shelf = files(tmp_path)[0].parent
    old, young = shelf / "1-1-aa.tmp", shelf / "1-2-aa.tmp"
    for path in (old, young):
        path.write_bytes(b"half")
    os.utime(old, ns=(10**9, 10**9))
    assert one.kept().entries == 1
    store(tmp_path).put("a", b"y")
    assert not old.exists()
    assert young.exists()
    assert store(tmp_path).clear().entries == 2


CROWD = """
import random, sys
from generator.base.cache_folder import Place
from generator.base.store import Store
store, chance = Store(Place(sys.argv[1], 16 << 20)), random.Random(int(sys.argv[2]))
for turn in range(300):
    number = chance.randrange(60)
    due = random.Random(number).randbytes(20_000 + 500 * number)
    found = store.get(str(number))
    assert found is None or found == due, number
    if chance.random() < 0.5:
        store.put(str(number), due)
    if chance.random() < 0.02:
        store.clear()
print("well")
"""


def test_many_processes_at_once_never_see_anything_torn(tmp_path: Path) -> None:
    crowd = [
        subprocess.Popen(
            [sys.executable, "-c", CROWD, str(tmp_path / "cache"), str(number)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(4)
    ]
    for one in crowd:
        out, err = one.communicate(timeout=120)
        assert (one.returncode, out) == (0, "well\n"), err
    assert store(tmp_path).kept().size < 16 * MB * 1.1
    assert not [path for path in files(tmp_path) if path.suffix == ".tmp"]


def test_the_usual_store_is_the_users(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert usual_store() is None, "no test uses it"
    monkeypatch.setenv("HANDOUTS_CACHE", str(tmp_path / "mine"))
    mine = usual_store()
    assert mine is not None
    mine.put("a", b"x")
    assert (tmp_path / "mine").is_dir()
