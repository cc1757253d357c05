"""Every block has a specimen that shows it at its best, and a thorough one with all its forms; each is built here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.base.fields import Fields
from generator.base.findings import Findings
from generator.catalog.specimens import FOLDER, specimen_names
from generator.kinds.block import Block, block_names, block_type
from generator.stages.shape import shape
from tests.support.specimens import SMALL, THOROUGH, build, names

LINES = 20  # of a small specimen: it is read beside its picture
SHOWN = sorted(set(block_names()) & set(names(SMALL)))
FORMS = sorted(set(block_names()) & set(names(THOROUGH)))


def test_every_block_has_both_specimens() -> None:
    missing = [
        f"{folder}/{name}.yaml"
        for folder, found in (("generator/specimens", names(SMALL)), ("tests/specimens", names(THOROUGH)))
        for name in block_names()
        if name not in found
    ]
    assert missing == [], f"add {', '.join(missing)}"
    assert specimen_names() == names(SMALL)


def test_every_specimen_has_its_block() -> None:
    assert [name for shelf in (SMALL, THOROUGH) for name in names(shelf) if name not in block_names()] == []


@pytest.mark.parametrize("name", SHOWN)
def test_a_specimen_shows_its_block_and_is_short(name: str) -> None:
    text = (SMALL.root / FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    read = shape(SMALL, name, Findings(), FOLDER)
    assert read is not None
    kind = block_type(name)
    assert kind in [type(block) for block in read.blocks]
    assert len(text.splitlines()) <= LINES
    assert max(map(len, text.splitlines())) <= 120


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("layout", ["a4-leaflet", "a4-trifold"])
def test_a_specimen_is_built_without_findings(name: str, layout: str) -> None:
    made = build(SMALL, name, layout)
    assert [f for f in made.findings if f.level != "note"] == []
    assert made.lint == []


@pytest.mark.parametrize("name", FORMS)
def test_all_forms_are_built_without_findings(name: str) -> None:
    made = build(THOROUGH, name)
    assert [f for f in made.findings if f.level != "note"] == []
    assert made.lint == []


@pytest.mark.parametrize("name", FORMS)
def test_the_thorough_specimen_has_every_field(name: str) -> None:
    read = shape(THOROUGH, name, Findings(), FOLDER)
    assert read is not None
    kind = block_type(name)
    given: dict[type[Fields], set[str]] = {}
    for value in (value for block in read.blocks if type(block) is kind for value in walk(block)):
        given.setdefault(type(value), set()).update(value.places)
    missing = [f"{cls.__name__}.{f.key}" for cls in given for f in cls.declared() if f.name not in given[cls]]
    assert missing == [], f"use them in tests/specimens/{name}.yaml"


def walk(value: object) -> Iterator[Fields]:
    """A value and all that it is made of."""
    if isinstance(value, Fields):
        yield value
        for field in value.declared():
            inside = getattr(value, field.name)
            yield from () if _is_block_list(inside) else walk(inside)
    elif isinstance(value, tuple):
        for item in value:
            yield from walk(item)


def _is_block_list(value: object) -> bool:
    """Tell whether these are blocks inside of a block, whose own specimens show their fields."""
    return isinstance(value, tuple) and any(
        isinstance(one, Block) or (isinstance(one, tuple) and _is_block_list(one)) for one in value
    )
