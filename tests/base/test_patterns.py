from __future__ import annotations

import copy
import importlib
import pkgutil
import re

import pytest

import generator
from generator.base.patterns import Later, later


def test_it_does_what_a_compiled_pattern_does() -> None:
    ours, theirs = later("(a)(?P<b>b*)", re.IGNORECASE), re.compile("(a)(?P<b>b*)", re.IGNORECASE)
    assert ours.sub("-", "xAbby") == theirs.sub("-", "xAbby")
    found, due = ours.search("xAbby"), theirs.search("xAbby")
    assert found is not None
    assert due is not None
    assert found.groupdict() == due.groupdict()
    assert (ours.pattern, ours.flags, ours.groups) == (theirs.pattern, theirs.flags, theirs.groups)
    assert [m.span() for m in ours.finditer("a ab")] == [m.span() for m in theirs.finditer("a ab")]
    assert later(rb"\d+").findall(b"1 22") == [b"1", b"22"]


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile
    monkeypatch.setattr(re, "compile", lambda pattern, flags=0: compiled.append(pattern) or real(pattern, flags))
    pattern = later("a+")
    assert compiled == []
    assert pattern.match("aa")
    assert pattern.match("aaa")
    assert compiled == ["a+"]


def test_what_a_pattern_has_not_is_refused() -> None:
    with pytest.raises(AttributeError):
        later("a").no_such_method  # type: ignore[attr-defined]  # noqa: B018
    assert copy.copy(later("a+")).fullmatch("aa")


def test_every_pattern_of_the_project_can_be_compiled() -> None:
    seen = 0
    for found in pkgutil.walk_packages(generator.__path__, "generator."):
        if found.name == "generator.__main__":
            continue
        for value in vars(importlib.import_module(found.name)).values():
            for one in value if isinstance(value, tuple | list) else [value]:
                if isinstance(one, Later):
                    assert isinstance(one.pattern, str | bytes)
                    seen += 1
    assert seen > 80
