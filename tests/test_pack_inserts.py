"""Inserts of a setting's own in a pack: heard where they have tags, described where they have none, never cut."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf
import pytest

from tests.support.foreign import changed, small, untagged
from tests.support.making import Built, put
from tests.support.packs import bind, pack_workspace
from tests.support.pdftree import read_tree
from tests.support.readback import sizes

HEAD = "title: T\naudience: both\nsections:\n  - title: S\n    items:\n      - play\n"
FILES = {
    "tagged": small("Local services", ["Ring us", "Or come by"], pages=2, table=True, link="https://example.org/"),
    "plain": untagged(title="Plan", paragraphs=["Our rooms"]),
    "broken": small()[:1_000],
}


def bound(*items: str) -> Built:
    for name, data in FILES.items():
        put(pack_workspace() / f"inserts/{name}.pdf", data)
    return bind(HEAD + "".join(f"      - {{pdf: ../../inserts/{item}}}\n" for item in items))


def codes(built: Built) -> Sequence[str]:
    return [finding.code for finding in built.findings if finding.code.startswith("insert")]


def test_a_tagged_insert_is_read_where_it_stands() -> None:
    built = bound("tagged.pdf, title: Services")
    assert (built.errors, built.lint, codes(built)) == ([], [], [])
    said = " ".join(built.words())
    assert "Local services Ring us Age Sign Six weeks Smiles Or come by Read more" in said
    with pikepdf.open(io.BytesIO(built.data)) as pdf:
        addresses = [str(a.A.URI) for page in pdf.pages for a in page.get("/Annots", []) if "/A" in a]
        roles = [e.role for e in read_tree(pdf)[0].walk()]
    assert "https://example.org/" in addresses
    assert "Table" in roles


def test_an_untagged_insert_needs_words_and_is_a_figure_that_says_them() -> None:
    (error,) = bound("plain.pdf, title: Plan").errors
    assert (error.code, error.span is not None and error.span.line) == ("insert-alt", 7)
    built = bound('plain.pdf, title: Plan, alt: "A plan of our rooms"')
    assert (built.errors, built.lint) == ([], [])
    assert "Figure A plan of our rooms" in built.outline
    assert "Our rooms" not in " ".join(built.words()).replace("A plan of our rooms", "")


def test_a_decorative_insert_says_nothing() -> None:
    built = bound("plain.pdf, title: Plan, decorative: true")
    assert (built.errors, built.lint) == ([], [])
    assert "rooms" not in " ".join(built.words())


def test_a_broken_insert_is_told_with_its_place_and_nothing_is_made() -> None:
    built = bound("broken.pdf, title: Broken", "gone.pdf, title: Gone")
    assert built.data == b""
    assert [(error.code, error.span is not None and error.span.line) for error in built.errors] == [
        ("pdf-broken", 7),
        ("file-missing", 8),
    ]


@pytest.mark.parametrize(("turned", "wide"), [(0, False), (90, True)])
def test_a_page_that_lies_on_its_side_turns_the_page_of_the_pack(turned: int, wide: bool) -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Rotate = turned

    put(pack_workspace() / "inserts/turned.pdf", changed(small(), turn))
    built = bound("turned.pdf, title: Turned")
    assert built.errors == []
    assert any(width > height for width, height in sizes(built.data)) is wide
