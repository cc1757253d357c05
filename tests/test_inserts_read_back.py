"""Inserts from elsewhere in a pack: read back with tools that had no part in making it."""

from __future__ import annotations

import io

import pikepdf
import pytest

from generator.model.pack import Copy
from tests.support import foreign
from tests.support.making import Built, put
from tests.support.packs import COPIES, bind, inserted, pack_workspace
from tests.support.pdftree import read_tree
from tests.support.readback import bookmarks, labels, links, printed, sizes, texts
from tests.support.reading import tree_outline

HEAD = "title: T\naudience: both\nsections:\n  - title: S\n    items:\n"


def page_of(built: Built, title: str) -> int:
    return next(mark.page for mark in bookmarks(built.data) if mark.title == title)


@pytest.mark.parametrize("copy", COPIES)
def test_tags_are_sound_and_every_page_is_numbered(copy: Copy) -> None:
    built = inserted(copy)
    assert built.errors == []
    assert built.lint == []
    assert labels(built.data) == [str(number) for number in range(1, built.pages + 1)]
    for page, number in enumerate(printed(built.data)[1:-1], 1):
        assert number is not None, page
        assert number.number == page + 1


def test_they_stand_where_contents_and_bookmarks_say() -> None:
    built = inserted()
    shown = texts(built.data)
    assert "Ours" in shown[page_of(built, "Tagged pages")]
    assert "Ours" in shown[page_of(built, "Tagged pages again")]
    assert "Street map" in shown[page_of(built, "A map")]
    wide, tall = sizes(built.data)[page_of(built, "Lying on its side")]
    assert wide > tall
    rows = {link.words.rpartition(" ")[0].strip(): link.to for link in links(built.data) if link.page == 1 and link.to}
    assert rows["A map"] == page_of(built, "A map")
    assert "Lying on its side" not in [mark.title for mark in bookmarks(inserted("learner").data)]


def test_a_tagged_one_is_read_as_its_own_and_another_by_its_words() -> None:
    lines = [line.strip() for line in tree_outline(inserted().data)]
    assert lines.count("H3 Ours") == 2  # below the title of the pack and that of its section
    assert lines.count("P Alpha one") == lines.count("P Beta two") == 2
    assert "Figure The way to us (1 of 2)" in lines
    assert "Figure The way to us (2 of 2)" in lines
    assert "Figure A plan" in lines
    assert not [line for line in lines if "Street map" in line]


def test_links_come_along_with_the_tags() -> None:
    built = inserted()
    assert [link.address for link in links(built.data)].count("https://example.org/b") == 2
    assert [found.code for found in built.findings] == []


def test_names_in_it_are_kept_apart() -> None:
    with pikepdf.open(io.BytesIO(inserted().data)) as pdf:
        names = [str(element.obj.ID) for element in read_tree(pdf)[0].walk() if "/ID" in element.obj]
    assert len(names) == len(set(names)) >= 4


def test_one_without_tags_needs_words() -> None:
    inserted()
    built = bind(HEAD + "      - {pdf: ../plain.pdf, title: A map}\n")
    assert built.places == [(6, 15, "insert-alt")]


def encrypted() -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(foreign.small())) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(owner="a", user="b"))
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7\n", b"no pdf at all", foreign.small()[:900], encrypted()],
    ids=["empty", "head", "text", "cut", "locked"],
)
def test_one_that_is_broken_or_locked_is_refused_at_its_place(data: bytes) -> None:
    put(pack_workspace() / "handouts/bad.pdf", data)
    built = bind(HEAD + "      - {pdf: ../bad.pdf, title: A map, alt: x}\n")
    assert built.data == b""
    assert [place[:2] for place in built.places] == [(6, 15)]


def test_one_that_is_not_there_is_told() -> None:
    built = bind(HEAD + "      - {pdf: ../nowhere.pdf, title: A map, alt: x}\n")
    assert [place[:2] for place in built.places] == [(6, 15)]
