from __future__ import annotations

import io

import pikepdf
import pytest

from generator.pdf import fonts
from generator.pdf.metadata import Metadata
from generator.pdf.structure import FOOTER, LAYOUT, Element
from generator.pdf.surface import Surface
from tests.support.making import bookmarks, setting_of, tree_words_of
from tests.support.pdftree import read_tree
from tests.support.reading import rasters
from tests.support.taglint import lint

SQUARE = [("M", 10, 10), ("L", 30, 10), ("L", 30, 30), ("Z",)]


def surface(root: Element) -> Surface:
    return Surface(Metadata("Title", "Author", "Subject", "one, two", "en-GB", "2026-11-22"), root)


def show(page: Surface, words: str, element: Element, y: float) -> None:
    style = setting_of().styles.body
    clusters = [c for w in words.split() for c in (*style.face.shape(w), style.face.space)]
    page.glyphs(style.face, clusters, 20, y, size=12, colour="#101010", target=element)


def test_marks_of_one_element_over_two_pages_make_a_sound_tree() -> None:
    root = Element("Document")
    head, words, link = root.add("H1"), root.add("P"), root.add("P").add("Link")
    page = surface(root)
    page.begin_page(200, 200)
    show(page, "A heading", head, 30)
    page.place("here", 0, 0)
    page.bookmark("A heading", "here")
    show(page, "first half", words, 60)
    page.shape(SQUARE, fill="#ff0000", target=LAYOUT)
    page.end_page()
    page.begin_page(200, 200)
    show(page, "second half", words, 60)
    show(page, "a link", link, 90)
    page.link(link, (20, 80, 60, 14), "#here", "Opens the heading")
    show(page, "foot", FOOTER, 180)  # type: ignore[arg-type]
    page.end_page()
    data = page.finish()
    assert lint(data) == []
    assert tree_words_of(data) == ["A", "heading", "first", "half", "second", "half", "a", "link"]
    assert bookmarks(data) == [("A heading", 0)]


def test_an_element_that_nothing_was_drawn_for_is_not_written() -> None:
    root = Element("Document")
    head = root.add("H1")
    root.add("L").add("LI").add("LBody")
    page = surface(root)
    page.begin_page(200, 200)
    show(page, "A heading", head, 30)
    page.end_page()
    with pikepdf.open(io.BytesIO(page.finish())) as pdf:
        tree, _ = read_tree(pdf)
        assert [element.role for element in tree.walk()] == ["Root", "Document", "H1"]


def test_the_same_calls_make_the_same_bytes() -> None:
    def once() -> bytes:
        root = Element("Document")
        page = surface(root)
        page.begin_page(200, 200)
        show(page, "Some words", root.add("H1"), 30)
        page.shape(SQUARE, fill="#00ff00", fill_alpha=0.5)
        page.end_page()
        return page.finish()

    assert once() == once()


def test_metadata_is_told_twice_alike() -> None:
    root = Element("Document")
    page = surface(root)
    page.begin_page(200, 200)
    show(page, "Words", root.add("H1"), 30)
    page.end_page()
    with pikepdf.open(io.BytesIO(page.finish())) as pdf:
        assert str(pdf.docinfo.Title) == "Title"
        with pdf.open_metadata() as xmp:
            assert xmp["dc:title"] == "Title"
            assert xmp["pdfuaid:part"] == "1"
            assert xmp["pdfaid:part"] == "2"
        assert pdf.Root.Lang == "en-GB"
        assert pdf.Root.MarkInfo.Marked


def test_a_picture_is_embedded_once() -> None:
    root = Element("Document")
    page = surface(root)
    page.begin_page(200, 200)
    show(page, "Words", root.add("H1"), 30)
    pixels = (2, 1, "RGB", b"\x00\x00\x00\xff\xff\xff", None)
    for x in (10, 60):
        page.picture("digest", pixels, x, 100, 40, 20, LAYOUT)  # type: ignore[arg-type]
    page.end_page()
    assert page.finish().count(b"/Subtype/Image") == 1


@pytest.mark.parametrize("text", ["plain", "(brackets) \\ back", "Zażółć", "\u05d0", "\U0001f600"])
def test_titles_of_bookmarks_come_back(text: str) -> None:
    root = Element("Document")
    page = surface(root)
    page.begin_page(200, 200)
    show(page, "Words", root.add("H1"), 30)
    page.place("here", 0, 0)
    page.bookmark(text, "here")
    page.end_page()
    assert bookmarks(page.finish()) == [(text, 0)]


@pytest.mark.poppler
def test_two_shapes_of_one_transparency_are_both_transparent() -> None:
    root = Element("Document")
    page = surface(root)
    page.begin_page(200, 200)
    show(page, "Words", root.add("H1"), 30)
    for x in (0, 100):
        box = [("M", x, 100), ("L", x + 100, 100), ("L", x + 100, 200), ("L", x, 200), ("Z",)]
        page.shape(box, fill="#000000", fill_alpha=0.5)
    page.end_page()
    picture = rasters(page.finish(), 36, grey=True)[0]
    assert picture.getpixel((25, 75)) == picture.getpixel((75, 75)) == 127


def test_dashes_that_are_written_as_nothing_are_left_out() -> None:
    page = surface(Element("Document"))
    page.begin_page(200, 200)
    page.shape(SQUARE, stroke="#ff0000", dash=(0.0001, 0.0001))
    page.shape(SQUARE, stroke="#ff0000", dash=(0, 2))
    page.end_page()
    with pikepdf.open(io.BytesIO(page.finish())) as pdf:
        dashes = [
            list(part.operands[0]) for part in pikepdf.parse_content_stream(pdf.pages[0]) if str(part.operator) == "d"
        ]
    assert dashes == [[], [0, 2]]


def pages_of_words() -> bytes:
    root = Element("Document")
    page = surface(root)
    for words in ("one two three", "four five six seven", "eight nine ten"):
        page.begin_page(200, 200)
        show(page, words, root.add("P"), 30)
        page.end_page()
    return page.finish()


def test_glyphs_are_the_same_whenever_they_are_taken_in(monkeypatch: pytest.MonkeyPatch) -> None:
    at_last = pages_of_words()
    monkeypatch.setattr(fonts, "MOST_NOTED", 0)
    assert pages_of_words() == at_last


def test_a_subset_has_the_tables_that_are_read_and_no_others() -> None:
    with pikepdf.open(io.BytesIO(pages_of_words())) as pdf:
        programs = [one["/FontFile2"].read_bytes() for one in pdf.objects if "/FontFile2" in names_in(one)]
    assert programs
    for data in programs:
        tags = {data[at : at + 4] for at in range(12, 12 + 16 * int.from_bytes(data[4:6]), 16)}
        assert {b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"} <= tags
        assert tags <= {b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"cvt ", b"fpgm", b"prep"}


def names_in(one: object) -> set[str]:
    return set(one.keys()) if isinstance(one, pikepdf.Dictionary) else set()


def test_elements_stand_level_by_level_in_the_file_and_are_read_in_their_order() -> None:
    root = Element("Document")
    page = surface(root)
    page.begin_page(200, 200)
    for number in range(3):
        part = root.add("Sect")
        show(page, f"head {number}", part.add("H1" if not number else "H2"), 20 + 40 * number)
        show(page, f"words {number}", part.add("P"), 40 + 40 * number)
    page.end_page()
    data = page.finish()
    assert " ".join(tree_words_of(data)) == "head 0 words 0 head 1 words 1 head 2 words 2"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        roles = [str(one.S) for one in pdf.objects if one.get("/Type") == "/StructElem"]
    assert roles == ["/Document", "/Sect", "/Sect", "/Sect", "/H1", "/P", "/H2", "/P", "/H2", "/P"]


def test_a_tree_that_is_taken_apart_holds_nothing() -> None:
    root = Element("Document")
    part = root.add("Sect")
    words = part.add("P")
    root.take_apart()
    assert list(root.walk()) == [root]
    assert list(part.walk()) == [part]
    assert words.parent is part
