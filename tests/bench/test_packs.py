"""The two sides of the bench of packs say the same, on about as many pages. No test here looks at the time."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from bench.pack_maker import PACK, copy_library, make_pack
from bench.packs import Measured, Side
from bench.typst_words import pack_source, plain_words
from tests.support.packs import bind_in

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str], bytes]:
    folder = tmp_path_factory.mktemp("workspace")
    copy_library(ROOT, folder)
    shown = make_pack(folder, 1)
    return folder, shown, bind_in(folder, PACK).data


@pytest.mark.parametrize("dressed", [False, True])
def test_both_sides_hold_the_same_words_on_about_as_many_pages(
    made: tuple[Path, list[str], bytes], dressed: bool
) -> None:
    typst = pytest.importorskip("typst")
    folder, shown, ours = made
    drawings = [f"layouts/illustrations/{name}.svg" for name in shown] if dressed else []
    text, pages = pack_source(ours, drawings)
    assert text.count("#outline(") == 1
    assert text.count("image(") == len(drawings)
    path = folder / "pack.typ"
    path.write_text(text, encoding="utf-8")
    theirs = typst.compile(
        str(path), root=str(folder), font_paths=[str(folder / "layouts/fonts")], pdf_standards=["ua-1"]
    )
    said, their_pages = plain_words(theirs)
    assert len(said) > 5_000
    assert Counter(re.findall(r"\w+", said)) == Counter(re.findall(r"\w+", plain_words(ours)[0]))
    assert abs(their_pages - pages) <= pages / 10


def test_a_line_of_the_table() -> None:
    ours, theirs = Side(56, 0.5, 280_000, 56.4), Side(57, 0.25, 512_000, 70.0)
    row = Measured(3, ours, theirs, theirs._replace(seconds=0.2)).row()
    assert row.split() == ["3", "56/57/57", "0.500", "s", "0.250", "s", "2.00", "0.200", "s", "2.50", *row.split()[-2:]]
    assert row.split()[-2:] == ["280/512/512", "56/70/70"]
