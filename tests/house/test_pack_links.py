"""Everything in a pack that leads somewhere, read back by PDFium, poppler and qpdf: it leads to the right page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.pack import Copy
from tests.support.making import Built
from tests.support.packs import COPIES, real, real_packs, small
from tests.support.readback import Link, bookmarks, labels, links, poppler_outline, printed, sizes, texts
from tests.support.tools import run

Bound = Callable[[], Built]
ALL = [
    *(pytest.param(lambda copy=copy: small(copy), id=f"small-{copy}") for copy in COPIES),
    *(
        pytest.param(lambda name=name, copy=copy: real(name, copy), id=f"{name}-{copy}")
        for name in real_packs()
        for copy in COPIES
    ),
]
every_pack = pytest.mark.parametrize("bound", ALL)


def letters(text: str) -> str:
    """Letters and digits alone: lines and spaces are the typesetter's."""
    return "".join(char for char in text.casefold() if char.isalnum())


def shown(data: bytes) -> list[str]:
    """The letters of each page."""
    return [letters(text) for text in texts(data)]


def contents_rows(data: bytes) -> list[Link]:
    """The links of the list of contents: those that stand before the first section and end in a number."""
    first = bookmarks(data)[1].page
    return [link for link in links(data) if link.page < first and link.to is not None]


@every_pack
def test_every_page_is_numbered_and_labelled_as_it_is_counted(bound: Bound) -> None:
    data = bound().data
    count = bound().pages
    assert labels(data) == [str(number) for number in range(1, count + 1)]
    numbers = printed(data)
    for page, number in enumerate(numbers):
        if number is not None:
            assert number.number == page + 1
            assert (number.across > 0.5) == (page % 2 == 0)  # at the outer edge
    bare = [page for page, number in enumerate(numbers) if number is None]
    taken_out = [page for page, (width, height) in enumerate(sizes(data)) if width > height]  # the certificate's sheet
    assert len(taken_out) == 2
    assert bare == [0, *taken_out, count - 1]  # and both covers


@every_pack
def test_every_row_of_the_contents_leads_to_the_page_that_it_tells(bound: Bound) -> None:
    data = bound().data
    rows = contents_rows(data)
    marks = bookmarks(data)[1:]
    assert len(rows) == len(marks)
    for row, mark in zip(rows, marks, strict=True):
        title, _, number = row.words.replace("\r\n", " ").replace("\xa0", " ").rpartition(" ")
        assert row.to == mark.page == int(number) - 1, row
        assert letters(title) == letters(mark.title)


@every_pack
def test_every_bookmark_opens_the_page_with_its_title(bound: Bound) -> None:
    data = bound().data
    pages, marks = shown(data), bookmarks(data)
    assert {mark.level for mark in marks} == {0, 1}
    assert [mark.page for mark in marks] == sorted(mark.page for mark in marks)
    for mark in marks:
        assert all(letters(word) in pages[mark.page] for word in mark.title.split()), mark
        assert mark.y > 500  # its top, in sight
    assert [(m.level, m.title, m.page) for m in marks] == [(m.level, m.title, m.page) for m in poppler_outline(data)]


@every_pack
def test_citations_lead_to_their_source_and_its_page_numbers_lead_back(bound: Bound) -> None:
    data = bound().data
    marks = bookmarks(data)
    first = next(mark.page for mark in marks if mark.title == "Where this comes from")
    after = next(mark.page for mark in marks if mark.page > first)
    found = links(data)
    cited: dict[tuple[int, float], set[int]] = defaultdict(set)  # pages by the source that they lead to
    for link in found:
        if marks[1].page <= link.page < first and link.to in range(first, after):
            assert link.to is not None
            assert link.y is not None
            cited[link.to, link.y].add(link.page)
    told: dict[tuple[int, float], set[int]] = defaultdict(set)
    for link in found:
        if first <= link.page < after and link.to is not None:
            assert link.to == int(link.words) - 1
            source = min(key for key in cited if key[0] == link.page and key[1] >= link.box[3] - 0.5)
            assert link.to not in told[source]
            told[source].add(link.to)
    assert cited
    assert told == cited


@pytest.mark.parametrize("copy", COPIES)
def test_a_link_to_a_handout_goes_to_its_first_page(copy: Copy) -> None:
    data = small(copy).data
    pages = {mark.title: mark.page for mark in bookmarks(data)}
    opened = (pages["Play together"], pages["Calm is catching"])
    found = [link for link in links(data) if link.to in opened and not link.words[-1].isdigit()]
    assert [(link.words, link.to) for link in found] == [
        ("the play sheet", pages["Play together"]),
        ("how to play", pages["Play together"]),
        ("Calm is catching", pages["Calm is catching"]),
    ]
    assert "all about songs (“Songs for the bath”)" in " ".join(texts(data)[pages["Calm is catching"]].split())


@every_pack
def test_no_link_leads_nowhere(bound: Bound) -> None:
    for link in links(bound().data):
        assert (link.to is None) != (link.address is None), link
        assert link.box[2] > link.box[0], link
        assert link.box[3] > link.box[1], link


@every_pack
@pytest.mark.qpdf
def test_qpdf_finds_nothing(bound: Bound, tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(bound().data)
    assert b"No syntax or stream encoding errors" in run("qpdf", "--check", str(path))
