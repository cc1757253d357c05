"""What the program remembers is bounded: a process that makes thousands of documents does not grow."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest

import generator
from generator.base.recent import Recent

FEW = {  # caches without a bound, and why they need none: the program itself counts what they may be asked
    "generator.kinds.block.block_type": "names of blocks",
    "generator.kinds.rule._rules": "strict or not, a sheet or not",
    "generator.kinds.rule.load_rule": "names of rules",
    "generator.kinds.rule.rule_names": "asked without arguments",
    "generator.kinds.tinted._people": "sets of people",
    "generator.model.clothes._skins": "asked without arguments",
    "generator.model.people._people": "sets of people, grey or not",
    "generator.model.people._person": "skins and hair",
    "generator.model.roles._tint": "hues of states",
    "generator.typeset.font_gate._known": "asked without arguments",
    "generator.typeset.pictures.pillow": "asked without arguments",
    "generator.typeset.qr_code._encoder": "asked without arguments",
    "generator.workers.far.store": "asked without arguments",
    "generator.workers.tool.tool": "asked without arguments",
}
GROWING = {  # names that are filled while the program runs, and what bounds them
    "generator.base.files._listening": "asked for once in a process",
    "generator.base.kept._stores": "one, of this command",
    "generator.base.tool._told": "files of the program",
    "generator.base.whole_files._swept": "emptied after MOST_SWEPT folders",
    "generator.catalog.art._drawings": "where results are kept on the disk: drawings of one command",
    "generator.catalog.settings._latest": "the last two rows",
    "generator.cli.again._pending": "the question of one command",
    "generator.cli.talk._said": "what one command says",
    "generator.making._makers": "one",
}


def modules() -> list[str]:
    found = [one.name for one in pkgutil.walk_packages(generator.__path__, "generator.")]
    return [name for name in found if not name.startswith("generator.library") and name != "generator.__main__"]


def held() -> Iterator[tuple[str, object]]:
    for name in modules():
        try:
            module = import_module(name)
        except ImportError:  # of what is not installed here
            continue
        for key, value in vars(module).items():
            if not key.startswith("__"):
                yield f"{name}.{key}", value


@pytest.fixture(scope="module")
def everything() -> dict[str, object]:
    return dict(held())


def test_caches_of_functions_have_a_bound(everything: dict[str, object]) -> None:
    wide = set()
    for name, value in everything.items():
        parameters = getattr(value, "cache_parameters", None)
        if parameters is not None and parameters()["maxsize"] is None and value.__module__ == name.rpartition(".")[0]:
            wide.add(name)
    assert wide == {name for name in FEW if name in everything}


def test_what_modules_fill_while_the_program_runs_has_a_bound(everything: dict[str, object]) -> None:
    filled = set()
    for name, value in everything.items():
        key = name.rpartition(".")[2]
        if key.startswith("_") and key.lower() == key and isinstance(value, dict | list | set):
            filled.add(name)
    assert filled == {name for name in GROWING if name in everything}


def test_memories_by_key_have_a_bound(everything: dict[str, object]) -> None:
    memories = {name: value for name, value in everything.items() if isinstance(value, Recent)}
    assert len(memories) >= 4
    for memory in memories.values():
        memory.clear()
        for key in range(3_000):
            memory.put(key, bytes(1_000))
        assert len(memory) <= 2_000
        memory.clear()
