from __future__ import annotations

import importlib
import pkgutil
import typing
from collections.abc import Iterator
from typing import ClassVar, get_origin

import generator
from generator.base.declared import hints_of
from generator.base.discover import modules_in
from generator.base.fields import Fields


def every_kind(kind: type[Fields]) -> Iterator[type[Fields]]:
    yield kind
    for below in kind.__subclasses__():
        yield from every_kind(below)


def test_types_are_what_typing_takes_them_for() -> None:
    for found in pkgutil.walk_packages(generator.__path__, "generator."):
        if found.name != "generator.__main__":
            importlib.import_module(found.name)
    kinds = {kind for kind in every_kind(Fields) if kind.__module__.startswith("generator.")}
    assert len(kinds) > 60
    for kind in kinds:
        due = typing.get_type_hints(kind, include_extras=True)
        public = {name: hint for name, hint in due.items() if not name.startswith("_")}
        fields = {name: hint for name, hint in public.items() if get_origin(hint) is not ClassVar}
        assert list(hints_of(kind).items()) == list(fields.items()), kind


def test_modules_are_found_as_pkgutil_finds_them() -> None:
    for name in ("blocks", "checks", "designs", "editions", "exports", "cli"):
        package = importlib.import_module(f"generator.{name}")
        due = {found.name for found in pkgutil.iter_modules(package.__path__) if not found.name.startswith("_")}
        assert modules_in(f"generator.{name}") == tuple(sorted(due))
