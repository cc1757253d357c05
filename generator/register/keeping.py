"""What was read becomes rows of the register: inputs that many outputs share are kept once, groups of them too."""

from __future__ import annotations

from hashlib import blake2b

from generator.base.reads import Read, Reads
from generator.base.recent import Recent
from generator.register.looking import Roots, is_racy, stat_at
from generator.register.store import PAST, RACY, Input, Store
from generator.register.survey import Memory, file_digest

Key = tuple[str, str, str, str]
MOST_KEPT = 128  # groups that need not be looked up: of a hundred handouts' words, of the last settings' looks


class Keeper:
    """Gives inputs and groups their numbers; `flush` writes those that are new.

    Args:
        memory: what the register holds.
        roots: where files are.
        since: the disk's own time before anything was read, ns.
    """

    def __init__(self, memory: Memory, roots: Roots, since: int) -> None:
        self._roots, self._since = roots, since
        self._inputs: dict[Key, Input] = {
            (each.kind, each.root, each.name, each.found): each for each in memory.inputs.values()
        }
        self._groups = {_digest(members): number for number, members in memory.groups.items()}
        self._next = max(memory.inputs, default=0) + 1
        self._next_group = max(memory.groups, default=0) + 1
        self._new: dict[int, Input] = {}
        self._new_groups: dict[int, tuple[int, ...]] = {}
        self._known = Recent[Reads, int](MOST_KEPT)
        self._expected: dict[Read, str] = {}

    def renew(self, one: Input) -> None:
        """Note that an input is known by other signs now."""
        self._inputs[one.kind, one.root, one.name, one.found] = one
        self._new[one.id] = one

    def group(self, reads: Reads) -> int:
        """Return the number of the group of what was read."""
        known = self._known.get(reads)
        if known is not None:
            return known
        ordered = tuple(sorted({self._number(read) for read in reads}))
        members = _digest(ordered)
        number = self._groups.get(members)
        if number is None:
            number = self._groups[members] = self._next_group
            self._new_groups[number] = ordered
            self._next_group += 1
        self._known.put(reads, number)
        return number

    def _number(self, read: Read) -> int:
        root = self._roots.code(read.root) if read.root else ""
        found = read.found or self._of_expected(read)
        known = self._inputs.get((read.kind, root, read.name, found))
        if known is not None and known.stat == read.stat and known.racy != PAST:
            return known.id
        number = known.id if known is not None else self._next
        one = Input(number, read.kind, root, read.name, found, read.stat, int(is_racy(read.stat, self._since)))
        self._next += known is None
        self._inputs[read.kind, root, read.name, found] = one
        self._new[number] = one
        return number

    def _of_expected(self, read: Read) -> str:
        """Return the digest of a file that was not opened, if it is still as it was; nothing of anything else."""
        if read.kind not in ("file", "seen") or read.stat is None:
            return ""
        if read not in self._expected:
            path = f"{read.root}/{read.name}"
            found = file_digest(path)
            self._expected[read] = found if stat_at(path) == read.stat else ""
        return self._expected[read]

    def flush(self, store: Store) -> None:
        """Write what is new."""
        for one in self._new.values():
            store.add_input(one)
        for number, members in self._new_groups.items():
            store.add_group(number, members)
        self._new, self._new_groups = {}, {}


def _digest(members: tuple[int, ...]) -> bytes:
    """Return what a group is known by: a setting's own has some thirty members, and there may be thousands."""
    return blake2b(repr(members).encode(), digest_size=16).digest()


def sweep(store: Store) -> None:
    """Forget groups and rows that no output and no plan has, and inputs that no group has.

    What only stale outputs were made of is not looked at any more, but for its dates.
    """
    plans = store.plans()
    live = {plan.inputs for plan in plans}
    used, marks = set(live), {int(line.rpartition("\t")[2]) for plan in plans for line in plan.folders}
    for look, words, setting, stale in store.each_use():
        used |= {look, words}
        live |= set() if stale else {look, words}
        marks.add(setting)
    unused: list[int] = []
    members, lively = set[int](), set[int]()
    for number, inputs in store.each_group():  # one by one: of thousands of settings each has its own
        if number not in used:
            unused.append(number)
            continue
        members.update(inputs)
        if number in live:
            lively.update(inputs)
    trusts = store.trusts()
    lost = [number for number in trusts if number not in members]
    past = [number for number in members - lively if trusts.get(number, PAST) != PAST]
    again = [number for number in lively if trusts.get(number) == PAST]
    rows = [mark for mark in store.marks() if mark not in marks]
    if unused or lost or rows or past or again:
        with store.together():
            store.set_trust(past, PAST)
            store.set_trust(again, RACY)
            store.forget("groups", "id", unused)
            store.forget("input", "id", lost)
            store.forget("cells", "mark", rows)
