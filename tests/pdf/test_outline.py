"""Bookmarks, the places that they lead to, and page labels, read back by PDFium and poppler."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pdf.metadata import Metadata
from generator.pdf.outline import TOP, Places
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.shapes import line
from tests.support.readback import Bookmark, bookmarks, labels, poppler_outline

TALL = 200.0


def document(pages: int) -> Surface:
    surface = Surface(Metadata("T", "A", "", "", "en-GB", "2000-01-01"), Element("Document"))
    for _ in range(pages):
        surface.begin_page(100, TALL)
        surface.shape(line(10, 10, 20, 10), stroke="#000000", target=LAYOUT)
        surface.end_page()
    return surface


def stepped(levels: list[int]) -> list[int]:
    """Levels of which each is at most one below the one before."""
    out: list[int] = []
    for level in levels:
        out.append(min(level, out[-1] + 1 if out else 0))
    return out


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4), st.text("aé☃( \\)漢", min_size=1)), max_size=10))
def test_every_bookmark_comes_back_with_its_level_and_page(rows: list[tuple[int, int, str]]) -> None:
    levels = stepped([level for level, _, _ in rows])
    surface = document(5)
    for at, (level, (_, page, title)) in enumerate(zip(levels, rows, strict=True)):
        surface.name_page(f"part:{at}", page)
        surface.bookmark(title, f"part:{at}", None, level)
    found = bookmarks(surface.finish())
    assert [(mark.level, mark.page) for mark in found] == [
        (level, page) for level, (_, page, _) in zip(levels, rows, strict=True)
    ]
    assert [mark.title for mark in found] == [title for _, _, title in rows]
    assert {mark.y for mark in found} <= {TALL}


@pytest.mark.poppler
def test_poppler_reads_the_same_outline() -> None:
    surface = document(3)
    rows = [(0, "One"), (1, "In it"), (2, "Deep"), (1, "In it too"), (0, "Two"), (1, "Last")]
    for at, (level, title) in enumerate(rows):
        surface.name_page(f"part:{at}", at % 3)
        surface.bookmark(title, f"part:{at}", None, level)
    data = surface.finish()
    assert [(level, title) for level, title, _ in poppler_outline(data)] == rows
    assert [page for *_, page in poppler_outline(data)] == [0, 1, 2, 0, 1, 2]


def test_bookmarks_follow_pages_that_are_put_in_another_order() -> None:
    surface = document(3)
    surface.name_page("part:last", 2)
    surface.bookmark("Last drawn", "part:last", None)
    surface.arrange([2, 0, 1])
    surface.label_pages()
    data = surface.finish()
    assert bookmarks(data) == [Bookmark(0, "Last drawn", 0, TALL)]
    assert labels(data) == ["1", "2", "3"]


def test_a_document_without_bookmarks_has_no_outline() -> None:
    assert bookmarks(document(1).finish()) == []


def test_places_of_a_part_are_kept_apart_from_those_of_others() -> None:
    places = Places()
    places.set(places.full("help"), 0, 0, 9)
    places.scope = "2-1."
    places.set(places.full("help"), 4, 0, 9)
    assert (places.full("help"), places.full("part:2")) == ("2-1.help", "part:2")
    assert [places.page(name) for name in ("help", "2-1.help", "3-1.help")] == [0, 4, None]


def test_the_first_place_of_a_name_stands() -> None:
    places = Places()
    places.set("a", 1, 2, 3)
    places.set("a", 4, 5, 6)
    assert places.destination("a", [11, 12]) == b"[12 0 R/XYZ 2 3 null]"


def test_what_has_no_ink_leads_to_the_top_of_the_document() -> None:
    assert Places().destination("nowhere", [7]) == b"[7 0 R/XYZ 0 %d null]" % TOP[2]
