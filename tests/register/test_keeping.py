"""Reads become rows: what many outputs share is kept once, and nothing that counts is forgotten."""

from __future__ import annotations

from pathlib import Path

from generator.base.reads import Read, digest
from generator.base.stats import stat_of
from generator.register.keeping import Keeper, sweep
from generator.register.looking import Roots
from generator.register.store import PAST, RACY, SURE, Output, Store
from generator.register.survey import EMPTY, Survey, remembered


def keeper(store: Store, folder: Path) -> Keeper:
    return Keeper(remembered(store), Roots(str(folder), "/lib"), 10**30)


def output(name: str, words: int, stale: str = "") -> Output:
    return Output(name, "d", (1, 1, 1, 1), 1, words, words, 7, 8, 9, True, stale)


def read(folder: Path, name: str, text: str) -> Read:
    path = folder / name
    path.write_text(text)
    return Read("file", str(folder), name, digest(text.encode()), stat_of(path.stat()))


def test_groups_of_the_same_are_one_and_come_back(tmp_path: Path) -> None:
    store = Store(tmp_path, write=True)
    first, second = read(tmp_path, "a", "a"), read(tmp_path, "b", "b")
    hand = keeper(store, tmp_path)
    one = hand.group((first, second))
    assert hand.group((second, first, first)) == one
    assert hand.group((first,)) != one
    with store.together():
        hand.flush(store)
        store.add_outputs([output("x.pdf", one)])
    assert keeper(store, tmp_path).group((first, second)) == one
    memory = remembered(store)
    assert [memory.inputs[number].name for number in memory.groups[one]] == ["a", "b"]
    sweep(store)
    assert list(store.groups()) == [one]


def test_a_file_that_was_not_opened_is_known_by_what_it_holds(tmp_path: Path) -> None:
    store = Store(tmp_path, write=True)
    hand = keeper(store, tmp_path)
    expected = read(tmp_path, "font", "font")._replace(found="")
    with store.together():
        store.add_outputs([output("x.pdf", hand.group((expected,)))])
        hand.flush(store)
    (tmp_path / "font").write_text("font")  # other signs, the same words
    survey = Survey(remembered(store), Roots(str(tmp_path), "/lib"), 0, trusted=True)
    assert (survey.changed, [one.name for one in survey.renewed]) == ({}, ["font"])


def test_what_only_stale_outputs_hang_on_is_let_alone_until_it_counts_again(tmp_path: Path) -> None:
    store = Store(tmp_path, write=True)
    shared, alone = read(tmp_path, "shared", "s"), read(tmp_path, "alone", "a")
    hand = keeper(store, tmp_path)
    both, one = hand.group((shared, alone)), hand.group((shared,))
    with store.together():
        hand.flush(store)
        store.add_outputs([output("x.pdf", both, "handout | it changed"), output("y.pdf", one)])
    sweep(store)
    assert {each.name: each.racy for each in store.inputs().values()} == {"shared": SURE, "alone": PAST}
    with store.together():
        store.add_outputs([output("y.pdf", one, "handout | it changed")])
    sweep(store)
    assert {each.racy for each in store.inputs().values()} == {PAST}
    with store.together():
        store.add_outputs([output("x.pdf", both)])
    sweep(store)
    assert {each.racy for each in store.inputs().values()} == {RACY}  # they are looked into when they are met again
    store.close()


def test_what_nobody_hangs_on_is_forgotten(tmp_path: Path) -> None:
    store = Store(tmp_path, write=True)
    hand = keeper(store, tmp_path)
    hand.group((read(tmp_path, "a", "a"),))
    with store.together():
        hand.flush(store)
    sweep(store)
    assert remembered(store) == EMPTY
