"""Merges and inserts, of our own handouts and of what other programs make: what passed before passes after."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from generator.pdf.foreign import MERGE, open_foreign
from generator.pdf.inserts import open_insert
from generator.pdf.merging import Source, merge
from generator.pdf.metadata import Metadata
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from tests.support.foreign import show, small, untagged
from tests.support.making import build_body
from tests.support.reading import poppler_text, tree_words
from tests.support.taglint import lint
from tests.support.verapdf import validate
from tests.test_pack_inserts import bound

HTML = """<html lang="en"><head><title>Local services</title></head><body><h1>Local services</h1>
<p>Some <a href="https://example.org/">links</a> and <em>more</em>, see <a href="#ages">ages</a>.</p>
<ul><li>One</li><li>Two</li></ul><h2 id="ages">Ages</h2>
<table><tr><th>Age</th><th>Sign</th></tr><tr><td>Six weeks</td><td>Smiles</td></tr></table></body></html>"""
TYPST = """#set document(title: "Local services")
#set text(lang: "en")
= Local services
Some #link("https://example.org")[links] and *more*, see #link(<ages>)[ages].
- One
- Two
== Ages <ages>
#table(columns: 2, table.header[Age][Sign], [Six weeks], [Smiles])
"""


def joined(*files: bytes, alt: str = "") -> bytes:
    return merge([Source(f"{n}.pdf", open_foreign(data, MERGE), alt) for n, data in enumerate(files)]).data


def inserted(*files: bytes) -> bytes:
    root = Element("Document")
    surface = Surface(Metadata("Inserts", "Ann Author"), root)
    surface.begin_page(300, 100)
    show(surface, "Inserts", root.add("H1"), 40)
    surface.end_page()
    for data in files:
        insert = open_insert(data)
        part = root.add("Sect", lang=insert.lang or None)
        for page in insert.pages:
            surface.begin_page(page.width, page.height)
            target = part if insert.tagged else part.add("Figure", alt="What it shows")
            surface.insert(page, (0, 0, page.width, page.height), target, 1)
            surface.end_page()
    return surface.finish()


def ours() -> bytes:
    return build_body("- heading: Ours\n- text: Words of ours.\n- bullets: [One, Two]").data


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the validator finds wrong with each file, in one run for all; those of a program that is not there lack."""
    folder, handout = tmp_path_factory.mktemp("merged"), ours()
    files = {
        "merged": joined(handout, small(table=True, link="#top", pages=2), handout, small(lang="cy")),
        "inserted": inserted(handout, small(table=True, pages=2), untagged()),
        "pack": bound("tagged.pdf, title: Services", "plain.pdf, title: Plan, alt: A plan").data,
    }
    if importlib.util.find_spec("typst") is not None:
        made = made_by_typst()
        files |= {"typst-merged": joined(made, made), "typst-inserted": inserted(made)}
    for name, data in files.items():
        (folder / f"{name}.pdf").write_bytes(data)
    return {path.stem: failed for path, failed in validate(sorted(folder.iterdir())).items()}


@pytest.mark.verapdf
def test_the_validator_passes_merges_and_inserts_of_ours(verdicts: dict[str, list[str]]) -> None:
    assert {name: verdicts[name] for name in ("merged", "inserted", "pack")} == {
        "merged": [],
        "inserted": [],
        "pack": [],
    }


@pytest.mark.poppler
def test_another_reader_finds_all_words_in_order() -> None:
    handout = ours()
    done = joined(handout, small("Two", ["Alpha", "Beta"]))
    assert poppler_text(done).split() == [*poppler_text(handout).split(), "Two", "Alpha", "Beta"]


@cache
def made_by_typst() -> bytes:
    import typst

    made: bytes = typst.compile(TYPST.encode(), pdf_standards=["ua-1", "a-2a"])
    return made


def made_by_weasyprint(variant: str) -> bytes:
    program = shutil.which("weasyprint")
    assert program is not None
    command = [program, "--pdf-tags", "--pdf-variant", variant, "-", "-"]
    return subprocess.run(command, input=HTML.encode(), capture_output=True, check=True).stdout


def keeps(data: bytes) -> None:
    """Words and tags of a file are all there, twice, when it is merged with itself."""
    twice = joined(data, data)
    assert open_insert(data).tagged
    assert tree_words(twice) == tree_words(data) * 2
    assert kinds(lint(twice)) <= kinds(lint(data))


@pytest.mark.verapdf
@pytest.mark.typst
def test_what_typst_made_passes_after_merging_and_on_our_pages(verdicts: dict[str, list[str]]) -> None:
    keeps(made_by_typst())
    assert (verdicts["typst-merged"], verdicts["typst-inserted"]) == ([], [])


@pytest.mark.verapdf
@pytest.mark.weasyprint
@pytest.mark.parametrize(("variant", "flavour"), [("pdf/ua-1", "ua1"), ("pdf/a-2a", "2a")])
def test_what_weasyprint_made_passes_after_merging_and_on_our_pages(variant: str, flavour: str, tmp_path: Path) -> None:
    data = made_by_weasyprint(variant)
    keeps(data)
    twice, placed = tmp_path / "twice.pdf", tmp_path / "placed.pdf"
    twice.write_bytes(joined(data, data))
    placed.write_bytes(inserted(data))
    assert validate([twice, placed], flavour) == {twice: [], placed: []}


def kinds(errors: list[str]) -> set[str]:
    """What is wrong, wherever it is."""
    return {re.sub(r"\d+", "", error) for error in errors}
