"""Patterns mean the same in every Python that we support.

Python before 3.11.5 reads on from where the last try of a possessive or atomic group failed (python/cpython#106052):
``(?:a-?b)*+`` matches "aba" whole. A single sign or set may be possessive.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.base.patterns import Later

ROOT = Path(__file__).parents[2]
SINGLE = (["ANY"], ["CATEGORY"], ["IN"], ["LITERAL"], ["NOT_LITERAL"])
parser: Any = importlib.import_module("re._parser")


def patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    for file in sorted((ROOT / "generator").rglob("*.py")):
        if not any(word in file.read_text("utf-8") for word in ("re.compile", "later(")):
            continue
        name = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for key, value in vars(importlib.import_module(name)).items():
            if isinstance(value, re.Pattern | Later):
                yield f"{name}.{key}", value


def greedy_groups(parsed: Any) -> Iterator[str]:
    """What in a parsed pattern is possessive or atomic and more than one sign."""
    for part in parsed:
        if isinstance(part, parser.SubPattern):
            yield from greedy_groups(part)
        elif isinstance(part, tuple | list):
            if part and str(part[0]) == "ATOMIC_GROUP":
                yield str(part)
            if part and str(part[0]) == "POSSESSIVE_REPEAT" and [str(op) for op, _ in part[1][2]] not in SINGLE:
                yield str(part)
            yield from greedy_groups(part)


def test_no_group_is_possessive() -> None:
    found = dict(patterns())
    assert len(found) > 20
    assert "generator.pdf.operators._USUAL" in found
    assert {name: list(greedy_groups(parser.parse(p.pattern, p.flags))) for name, p in found.items()} == {
        name: [] for name in found
    }


@pytest.mark.parametrize(
    ("pattern", "count"), [(r"(?:a|bc)*+", 1), (r"x(?>ab)", 1), (r"(?:a(?:bc)?+)*", 1), (r"[ab]*+\d++", 0)]
)
def test_they_are_found(pattern: str, count: int) -> None:
    assert len(list(greedy_groups(parser.parse(pattern)))) == count
