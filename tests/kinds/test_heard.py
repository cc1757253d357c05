"""Assets that tell what is taken of them, entry by entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.findings import Findings
from generator.base.reads import Read, collecting, digest
from generator.base.values import replace
from generator.catalog.handouts import load_assets
from generator.catalog.workspace import open_workspace
from generator.kinds.assets import Assets
from generator.kinds.heard import heard_assets, in_strip
from generator.model.entries import part_said
from tests.support.programme import programme


@pytest.fixture
def assets(tmp_path: Path) -> Assets:
    workspace = open_workspace(programme(tmp_path))
    with collecting() as reads:
        whole = load_assets(workspace, Findings())
    return heard_assets(whole, tuple(reads))


def names(reads: dict[Read, None]) -> list[str]:
    return [read.name for read in reads]


def test_an_entry_is_told_with_its_file(assets: Assets) -> None:
    with collecting() as reads:
        contact = assets.contacts["ring"]
        assert "held" in assets.sources
        assert assets.contacts.get("nobody") is None
    said = part_said({"ring": contact}, "ring") or ""
    told = {read.name: read for read in reads}
    assert told["handouts/contacts.yaml"].kind == "seen"
    assert told["handouts/contacts.yaml#ring"].found == digest(said.encode())
    assert told["handouts/contacts.yaml#nobody"].found == ""
    assert told["handouts/sources.yaml#held"].kind == "part"
    assert "handouts/contacts.yaml#other" not in told


def test_who_goes_through_all_is_told_to_have_read_all(assets: Assets) -> None:
    with collecting() as reads:
        assert [*assets.contacts] == ["ring", "other"]
    assert names(reads) == ["handouts/contacts.yaml", "handouts/contacts.yaml#*"]


def test_the_strip_is_told_as_one(assets: Assets) -> None:
    with collecting() as reads:
        assert in_strip(assets.contacts, "Wales") == []
        assert in_strip(replace(assets, contacts={}).contacts, None) == []
    assert names(reads) == ["handouts/contacts.yaml", "handouts/contacts.yaml#strip:Wales"]


def test_a_title_is_told_each_time_and_its_file_with_it(assets: Assets) -> None:
    for _ in range(2):
        with collecting() as reads:
            assert assets.handout("one", None, Findings()) == "The first"
        assert [(read.kind, read.name) for read in reads] == [
            ("seen", "handouts/one.yaml"),
            ("part", "handouts/one.yaml#title"),
        ]


def test_nothing_is_told_where_nobody_listens(assets: Assets) -> None:
    assert len(assets.contacts) == 2
    assert assets.contacts["ring"].name == "Ring"
