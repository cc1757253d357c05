"""Finished files put in stores that have an address."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.base.inside import DoorError
from generator.workers import outlet
from generator.workers.outlet import Outlet
from tests.support.command import written

pytestmark = pytest.mark.fsspec


def memory() -> Any:
    """The store in memory, as others see it."""
    import fsspec

    return fsspec.filesystem("memory")


def test_a_store_in_memory_takes_files() -> None:
    store = Outlet("memory://leaflets")
    store.put("oak/a.pdf", b"1")
    store.put("oak/a.pdf", b"2")
    assert memory().cat_file("/leaflets/oak/a.pdf") == b"2"
    assert store.has("oak/a.pdf")
    store.delete("oak/a.pdf")
    store.delete("oak/a.pdf")
    assert not store.has("oak/a.pdf")


def test_a_folder_by_its_address_takes_files(tmp_path: Path) -> None:
    store = Outlet((tmp_path / "with space").as_uri())
    store.put("oak/a.pdf", b"1")
    assert written(tmp_path) == ["with space/oak/a.pdf"]
    store.delete("oak/a.pdf")
    assert written(tmp_path) == []


def test_it_can_be_sent_to_a_worker() -> None:
    pickle.loads(pickle.dumps(Outlet("memory://sent"))).put("a.pdf", b"1")
    assert memory().cat_file("/sent/a.pdf") == b"1"


@pytest.mark.parametrize("name", ["", "/a.pdf", "../a.pdf", "oak/../../a.pdf"])
def test_nothing_is_written_outside(name: str) -> None:
    with pytest.raises(DoorError, match="outside"):
        Outlet("memory://leaflets").put(name, b"1")


class Plain:
    """A server that takes files slowly, byte by byte, and moves nothing over another; as one by SFTP."""

    def __init__(self, *, breaks: BaseException | None = None) -> None:
        self.files: dict[str, bytes] = {}
        self.seen: list[str] = []
        self.breaks = breaks

    def makedirs(self, folder: str, exist_ok: bool) -> None:
        assert exist_ok

    def pipe_file(self, name: str, data: bytes) -> None:
        self.seen.append(name)
        self.files[name] = data[: len(data) // 2]
        if self.breaks is not None:
            raise self.breaks
        self.files[name] = data

    def mv(self, one: str, other: str) -> None:
        if other in self.files:
            raise OSError("there is one")
        self.files[other] = self.files.pop(one)

    def exists(self, name: str) -> bool:
        return name in self.files

    def rm_file(self, name: str) -> None:
        del self.files[name]


def on(server: Plain, monkeypatch: pytest.MonkeyPatch) -> Outlet:
    monkeypatch.setattr(outlet, "_opened", lambda address: (server, "/out"))
    return Outlet("sftp://me:secret@host/out")


def test_where_files_grow_in_place_they_are_written_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Plain()
    store = on(server, monkeypatch)
    store.put("oak/a.pdf", b"old one")
    store.put("oak/a.pdf", b"new one")
    assert server.files == {"/out/oak/a.pdf": b"new one"}
    assert server.seen == ["/out/oak/.handouts-a.pdf.tmp"] * 2


@pytest.mark.parametrize("fault", [OSError("secret"), KeyboardInterrupt()])
def test_what_breaks_off_leaves_the_old_file(fault: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    server = Plain()
    store = on(server, monkeypatch)
    store.put("a.pdf", b"old one")
    server.breaks = fault
    with pytest.raises(KeyboardInterrupt if isinstance(fault, KeyboardInterrupt) else DoorError):
        store.put("a.pdf", b"new one")
    assert server.files == {"/out/a.pdf": b"old one"}


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (OSError("secret"), "not-written"),
        (PermissionError("secret"), "not-writable"),
        (FileNotFoundError("secret"), "not-written"),
    ],
)
def test_the_words_of_a_store_are_not_repeated(fault: OSError, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = on(Plain(breaks=fault), monkeypatch)
    with pytest.raises(DoorError) as told:
        store.put("a.pdf", b"1234")
    assert told.value.code == code
    assert "secret" not in repr(told.value.args)
    assert "sftp://host/out" in told.value.message
    assert told.value.__suppress_context__


def test_a_store_whose_package_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(DoorError) as told:
        Outlet("s3://key:secret@bucket/leaflets")
    assert told.value.code == "extra-missing"
    assert "s3fs" in told.value.help
    assert "secret" not in repr(told.value.args)


def test_an_address_that_nobody_knows_is_told() -> None:
    with pytest.raises(DoorError) as told:
        Outlet("nosuch://me:secret@host/x")
    assert told.value.message == "the store at nosuch://host/x cannot be used: no store is called 'nosuch'"
