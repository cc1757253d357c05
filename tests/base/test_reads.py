"""What is read is heard, by who listens, whatever a cache gives out."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.files import read_below, read_regular
from generator.base.inside import DoorError
from generator.base.reads import (
    Read,
    again,
    collecting,
    digest,
    expect_file,
    heard,
    hearing,
    note,
    note_absent,
    note_fact,
    note_folder,
    note_list,
    note_part,
    unheard,
)
from generator.base.stats import stat_of


def test_the_door_tells_of_every_file(tmp_path: Path) -> None:
    path = tmp_path / "a/b.txt"
    path.parent.mkdir()
    path.write_bytes(b"words")
    with collecting() as reads:
        read_regular(tmp_path, "a/b.txt", 100)
        read_below(path, (tmp_path,), 100)
    assert list(reads) == [Read("file", str(tmp_path), "a/b.txt", digest(b"words"), stat_of(path.stat()))]


def test_what_is_refused_is_not_told(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"words")
    with collecting() as reads:
        for name in ("big.txt", "none.txt"):
            with pytest.raises(DoorError):
                read_regular(tmp_path, name, 2)
    assert not reads


def test_nothing_is_kept_where_nobody_listens(tmp_path: Path) -> None:
    assert not hearing()
    (tmp_path / "a").write_bytes(b"")
    note(Read("absent", "", "a"))
    note_absent("a")
    note_folder(str(tmp_path), "")
    note_list("a/*", ["b"])
    note_part("a", "b", "c")
    note_fact("a", "b")
    expect_file(str(tmp_path), "a")
    made, reads = heard(lambda: 1)
    assert (made, reads) == (1, ())


def test_listeners_one_inside_the_other_hear_what_is_theirs() -> None:
    with collecting() as outer:
        note_absent("one")
        with collecting() as inner:
            note_absent("two")
        with unheard():
            note_absent("three")
        made, reads = heard(lambda: note_absent("four"))
        again(inner)
    assert made is None
    assert [read.name for read in outer] == ["one", "four", "two"]
    assert [read.name for read in reads] == ["four"]
    assert not hearing()


def test_what_fails_stops_the_listening() -> None:
    with pytest.raises(ZeroDivisionError), collecting():
        raise ZeroDivisionError
    assert not hearing()


def test_files_and_folders_that_are_not_there(tmp_path: Path) -> None:
    with collecting() as reads:
        note_folder(str(tmp_path), "none")
        expect_file(str(tmp_path), "none.ttf")
        note_part("contacts.yaml", "ring", None)
    assert list(reads) == [Read("folder", str(tmp_path), "none"), Read("part", "", "contacts.yaml#ring")]
