"""Files on their way to workers that see no disk of ours: sent by their hash, checked when they come."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.inside import DoorError
from generator.catalog.workspace import Workspace
from generator.workers import parcel
from generator.workers import store as store_module
from generator.workers.crew import CrewError
from generator.workers.parcel import Tree, hash_of, pack, workspace_tree
from generator.workers.store import Store
from tests.support.command import workspace, written

FILES = {
    "handouts/a.yaml": "a",
    "handouts/packs/p.yaml": "p",
    "layouts/brands/oak/logo.svg": "<svg/>",
    "logos/elm.svg": "<svg />",
    "logos/notes.txt": "mine",
    "output/old.png": "made",
    "handouts/.hidden.yaml": "h",
    "handouts/~a.yaml": "litter",
    ".git/x.svg": "h",
}
READ = ["handouts/a.yaml", "handouts/packs/p.yaml", "layouts/brands/oak/logo.svg", "logos/elm.svg"]


def fill(store: Store, sent: parcel.Parcel) -> int:
    """Send what a store lacks until it lacks nothing; return how many blobs that were."""
    count = 0
    while lacking := store.lacking(sent.digest):
        for batch in sent.blobs(lacking):
            store.take(batch)
            count += len(batch)
    return count


def test_of_a_workspace_that_is_sent_which_can_be_read(tmp_path: Path) -> None:
    root = workspace(tmp_path / "in", FILES)
    tree = workspace_tree(Workspace(root, tmp_path))
    assert sorted(tree.names) == READ
    store = Store(tmp_path / "there")
    sent = pack([tree])
    fill(store, sent)
    there = store.trees(sent.digest)[str(root)]
    assert written(there) == READ
    assert all((there / name).read_bytes() == (root / name).read_bytes() for name in READ)


def test_folders_that_hold_nothing_are_there_too(tmp_path: Path) -> None:
    root = workspace(tmp_path / "in", {"handouts/a.yaml": "a"})
    store, sent = Store(tmp_path / "there"), pack([workspace_tree(Workspace(root, tmp_path))])
    fill(store, sent)
    assert (store.trees(sent.digest)[str(root)] / "layouts").is_dir()


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_out_of_the_workspace_and_round_in_circles_are_not_followed(tmp_path: Path) -> None:
    root = workspace(tmp_path / "in", {"handouts/a.yaml": "a"})
    (tmp_path / "secret.yaml").write_text("s")
    (root / "handouts/out.yaml").symlink_to(tmp_path / "secret.yaml")
    (root / "handouts/round").symlink_to(root / "handouts")
    assert workspace_tree(Workspace(root, tmp_path)).names == ("handouts/a.yaml",)


def test_what_a_worker_has_is_not_sent_again(tmp_path: Path) -> None:
    root = workspace(tmp_path / "in", FILES)
    store = Store(tmp_path / "there")
    first = pack([workspace_tree(Workspace(root, tmp_path))])
    assert fill(store, first) == 5  # four files and the list
    assert store.lacking(first.digest) == []
    (root / "handouts/a.yaml").write_text("changed")
    second = pack([workspace_tree(Workspace(root, tmp_path))])
    assert fill(store, second) == 2
    place = str(root)
    assert (store.trees(second.digest)[place] / "handouts/a.yaml").read_text() == "changed"
    assert (store.trees(first.digest)[place] / "handouts/a.yaml").read_text() == "a"


def test_what_was_damaged_on_its_way_is_refused(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with pytest.raises(DoorError, match="damaged"):
        store.take({hash_of(b"right"): b"wrong"})
    assert written(tmp_path) == []


@pytest.mark.parametrize("name", ["../out", "/etc/out", "a/../../out", ""])
def test_no_list_names_a_file_outside(name: str, tmp_path: Path) -> None:
    store = Store(tmp_path / "there")
    listed = parcel.json.dumps([["root", [], [[name, hash_of(b"x")]]]]).encode()
    store.take({hash_of(b"x"): b"x", hash_of(listed): listed})
    with pytest.raises(DoorError, match="outside"):
        store.trees(hash_of(listed))


def test_a_file_that_changes_meanwhile_stops_the_build(tmp_path: Path) -> None:
    root = workspace(tmp_path / "in", {"handouts/a.yaml": "a"})
    sent = pack([workspace_tree(Workspace(root, tmp_path))])
    (root / "handouts/a.yaml").write_text("b")
    with pytest.raises(CrewError, match=r"'handouts/a\.yaml' was changed"):
        list(sent.blobs([hash_of(b"a")]))


@given(st.lists(st.binary(max_size=40), max_size=12), st.integers(1, 60))
def test_batches_hold_every_blob_once_and_no_more_than_travels_well(blobs: list[bytes], most: int) -> None:
    listed = {hash_of(data): data for data in blobs}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parcel, "BATCH", most)
        patch.setattr(parcel, "read_regular", lambda root, name, cap: listed[name])
        places = {digest: (Path(), digest) for digest in listed}
        batches = list(parcel.Parcel("", (), b"", places, {}).blobs(listed))
    assert [digest for batch in batches for digest in batch] == list(listed)
    assert all(len(batch) == 1 or sum(map(len, batch.values())) <= most for batch in batches)


def test_a_tree_may_hold_the_same_file_under_two_names(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("same")
    (tmp_path / "b").write_text("same")
    store, sent = Store(tmp_path / "there"), pack([Tree(tmp_path, ("a", "b"))])
    assert fill(store, sent) == 2
    assert written(store.trees(sent.digest)[str(tmp_path)]) == ["a", "b"]


def test_a_worker_keeps_the_last_few_and_has_the_others_sent_again(tmp_path: Path) -> None:
    store = Store(tmp_path / "there")
    (tmp_path / "always").write_text("same")
    parcels = []
    for number in range(store_module.KEPT + 3):
        (tmp_path / "changes").write_text(str(number))
        parcels.append(pack([Tree(tmp_path, ("always", "changes"))]))
        fill(store, parcels[-1])
        assert (store.trees(parcels[-1].digest)[str(tmp_path)] / "changes").read_text() == str(number)
    assert len(list((tmp_path / "there/trees").iterdir())) == store_module.KEPT
    assert len(list((tmp_path / "there/blobs").iterdir())) == 2 * store_module.KEPT + 1
    assert store.lacking(parcels[0].digest) == [parcels[0].digest]
    assert store.lacking(parcels[-1].digest) == []
