"""The starter library: all of it is there, in our own words, and nothing in it breaks a rule on content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.base.findings import Findings
from generator.catalog.brands import load_look
from generator.catalog.handouts import handout_names, load_assets
from generator.catalog.packs import pack_names, read_pack
from generator.catalog.workspace import open_workspace
from generator.kinds.rule import Case, apply_rules
from generator.stages.shape import shape
from tests.support.command import ROOT

WORKSPACE = open_workspace(ROOT)
TODAY = date(2026, 11, 28)
RUN = 6  # words
# Runs of six words that anybody would write, or that are the name of something.
COMMON: frozenset[str] = frozenset()


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif value is not None:
        yield str(value)


@cache
def _taken() -> frozenset[str]:
    lines = (Path(__file__).parent / "shingles.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _runs(text: str) -> Iterator[str]:
    words = re.findall(r"[a-z0-9']+", text.lower().replace("\u2019", "'"))
    return (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


@pytest.mark.parametrize("path", sorted((ROOT / "handouts").rglob("*.yaml")), ids=lambda path: path.stem)
def test_no_six_words_in_a_row_are_those_of_a_source_page(path: Path) -> None:
    text = yaml.safe_load(path.read_text(encoding="utf-8"))
    for string in _strings(text):
        for run in _runs(string):
            digest = hashlib.sha256(run.encode()).hexdigest()[:16]
            assert digest not in _taken() or run in COMMON, f"{path.name}: {run}"


def test_the_hashes_are_read_as_they_were_made() -> None:
    assert len(_taken()) > 1_000
    assert all(re.fullmatch("[0-9a-f]{16}", digest) for digest in islice(_taken(), 50))


@cache
def _look() -> Any:
    findings = Findings()
    look = load_look(WORKSPACE, "little-room", findings)
    assert look is not None
    return look


@pytest.mark.parametrize("ident", handout_names(WORKSPACE))
def test_no_rule_is_broken(ident: str) -> None:
    findings = Findings()
    shaped = shape(WORKSPACE, ident, findings)
    assert shaped is not None, findings.all
    case = Case(shaped.head, shaped.blocks, _look(), load_assets(WORKSPACE, findings), TODAY, False, ident)
    apply_rules(case, findings, strict=True)
    # nobody has rung the numbers yet: whoever prints the leaflets does, and the tool asks them to
    assert [f for f in findings.errors if f.code != "contact-dates"] == []
    assert [f"{f.span}: {f.code}: {f.message}" for f in findings.warnings if f.code not in ("sign-off",)] == []


@pytest.mark.parametrize("ident", handout_names(WORKSPACE))
def test_every_handout_says_what_a_leaflet_must(ident: str) -> None:
    shaped = shape(WORKSPACE, ident, Findings())
    assert shaped is not None
    head = shaped.head
    assert head.summary is not None
    assert head.review is not None
    assert head.review.reviewed is not None
    assert head.review.next_review is not None
    assert head.review.version is not None
    assert head.keywords


def test_every_handout_stands_in_a_course() -> None:
    packs = [read_pack(WORKSPACE, name, Findings()) for name in pack_names(WORKSPACE)]
    bound = {str(item.handout) for pack in packs if pack is not None for s in pack.sections for item in s.items}
    alone = {name for name in handout_names(WORKSPACE) if name.startswith("week-")}  # posters for a wall
    alone |= {"circles-of-support", "too-much-for-a-baby-plain"}  # a poster too; a copy without a title line
    assert set(handout_names(WORKSPACE)) - bound - alone == set()
