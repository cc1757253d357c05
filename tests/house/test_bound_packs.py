"""Whole packs, both copies, read back with tools that had no part in making them: numbers, links, words, tags."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest

from generator.model.pack import Copy
from tests.support.command import ROOT
from tests.support.making import BENCH, Built
from tests.support.packs import COPIES, inserted, pack_workspace, real, real_packs, small
from tests.support.packwords import Author, astray, letters, own_of
from tests.support.pdftree import Element, read_tree
from tests.support.readback import Link, bookmarks, labels, links, poppler_outline, printed, sizes, texts
from tests.support.reading import tree_outline
from tests.support.tools import run
from tests.support.verapdf import validate


class Whole(NamedTuple):
    """A copy of a pack: the folder of its workspace, its name, whose copy, its brand."""

    root: Path
    name: str
    copy: Copy
    brand: str

    def __str__(self) -> str:
        return f"{self.name}-{self.copy}"

    @property
    def built(self) -> Built:
        """The PDF, made once."""
        return small(self.copy) if self.name == "small" else real(self.name, self.copy)

    def astray(self, without: str = "\0", more: str = "") -> list[str]:
        """What of its authors' words is astray; a test may leave one text of theirs out, or add one."""
        texts = [text for text in Author(self.root, self.name, self.copy).texts() if text != without]
        return astray(self.built, [*texts, more] if more else texts, own_of(self.root, self.brand))


SMALL = [Whole(pack_workspace(), "small", copy, BENCH) for copy in COPIES]
ALL = [*SMALL, *(Whole(ROOT, name, copy, "little-room") for name in real_packs() for copy in COPIES)]
every_pack = pytest.mark.parametrize("whole", ALL, ids=str)


def shown(data: bytes) -> list[str]:
    """The letters of each page."""
    return [letters(text) for text in texts(data)]


def contents_rows(data: bytes) -> list[Link]:
    """The links of the list of contents: those that stand before the first section and end in a number."""
    first = bookmarks(data)[1].page
    return [link for link in links(data) if link.page < first and link.to is not None]


@every_pack
def test_every_page_is_numbered_and_labelled_as_it_is_counted(whole: Whole) -> None:
    data = whole.built.data
    count = whole.built.pages
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
def test_every_row_of_the_contents_leads_to_the_page_that_it_tells(whole: Whole) -> None:
    data = whole.built.data
    rows = contents_rows(data)
    marks = bookmarks(data)[1:]
    assert len(rows) == len(marks)
    for row, mark in zip(rows, marks, strict=True):
        title, _, number = row.words.replace("\r\n", " ").replace("\xa0", " ").rpartition(" ")
        assert row.to == mark.page == int(number) - 1, row
        assert letters(title) == letters(mark.title)


@every_pack
def test_every_bookmark_opens_the_page_with_its_title(whole: Whole) -> None:
    data = whole.built.data
    pages, marks = shown(data), bookmarks(data)
    assert {mark.level for mark in marks} == {0, 1}
    assert [mark.page for mark in marks] == sorted(mark.page for mark in marks)
    for mark in marks:
        assert all(letters(word) in pages[mark.page] for word in mark.title.split()), mark
        assert mark.y > 500  # its top, in sight
    assert [(m.level, m.title, m.page) for m in marks] == [(m.level, m.title, m.page) for m in poppler_outline(data)]


def _sources(data: bytes) -> tuple[int, int]:
    """The first page of the list of sources, and the first after it."""
    marks = bookmarks(data)
    first = next(mark.page for mark in marks if mark.title == "Where this comes from")
    return first, next(mark.page for mark in marks if mark.page > first)


@every_pack
def test_citations_lead_to_their_source_and_its_page_numbers_lead_back(whole: Whole) -> None:
    data = whole.built.data
    marks = bookmarks(data)
    first, after = _sources(data)
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
def test_no_link_leads_nowhere(whole: Whole) -> None:
    for link in links(whole.built.data):
        assert (link.to is None) != (link.address is None), link
        assert link.box[2] > link.box[0], link
        assert link.box[3] > link.box[1], link


@pytest.mark.parametrize("name", ["small", *real_packs()])
def test_the_print_list_tells_the_pages_of_both_copies(name: str) -> None:
    learner, trainer = (next(w.built.data for w in ALL if (w.name, w.copy) == (name, copy)) for copy in COPIES)
    lines = [line.strip() for line in tree_outline(trainer)]
    cells = [line[2:] for line in lines[lines.index("H2 What to print") + 2 :] if line.startswith("P ")]
    rows = [cells[at : at + 4] for at in range(4, len(cells), 4)]
    theirs = [(mark.title, str(mark.page + 1)) for mark in bookmarks(learner)]
    own = [mark for mark in bookmarks(trainer)[1:] if mark.page < _sources(trainer)[0]]
    assert [(what, pages.partition("–")[0]) for pages, what, *_ in rows[: len(own)]] == [
        (mark.title, str(mark.page + 1)) for mark in own
    ]
    for _, what, copies, page in rows[: len(own)]:
        assert ((what, page) in theirs) == (copies != "yours only"), what
        assert (page == "–") == (copies == "yours only"), what


@every_pack
@pytest.mark.qpdf
def test_qpdf_finds_nothing(whole: Whole, tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(whole.built.data)
    assert b"No syntax or stream encoding errors" in run("qpdf", "--check", str(path))


# Words


@every_pack
def test_every_word_of_its_authors_is_read_once_in_its_place_and_no_other(whole: Whole) -> None:
    assert whole.astray() == []


def test_a_word_that_is_lost_doubled_or_nobodys_is_noticed() -> None:
    whole = SMALL[1]
    assert "there is '01020singaims" in whole.astray(without="Sing")[0]
    assert "'Unsaid' does not follow" in whole.astray(more="Unsaid")[0]
    (told,) = whole.astray(without="T-P1")
    assert told == "'2.0' does not follow; there is 'referencetp1version20madebybenchlastchecked28february2026tal'"
    last = list(Author(whole.root, whole.name, whole.copy).texts())[:-1]
    assert "nobody wrote 'madebybench" in astray(whole.built, last, own_of(whole.root, whole.brand))[0]


# Tags


@every_pack
def test_its_tags_are_sound(whole: Whole) -> None:
    assert whole.built.lint == []


@every_pack
def test_the_tree_has_a_part_for_each_section_and_each_thing_in_it(whole: Whole) -> None:
    with pikepdf.open(io.BytesIO(whole.built.data)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        document = read_tree(pdf)[0].elements()[0]
        heads = [element for element in document.walk() if re.fullmatch("H[1-6]", element.role)]
        assert [head.role for head in heads].count("H1") == 1
        assert heads[0].role == "H1"
        marks = bookmarks(whole.built.data)[1:]
        parts = [(0, part) for part in document.elements() if part.role == "Part"]
        parts = [
            pair
            for _, part in parts
            for pair in [(0, part), *((1, kid) for kid in part.elements() if kid.role == "Part")]
        ]
        assert [level for level, _ in parts] == [mark.level for mark in marks]
        for level, part in parts:
            assert _first_heading(part).role == f"H{level + 2}"


def _first_heading(part: Element) -> Element:
    return next(element for element in part.walk() if re.fullmatch("H[1-6]", element.role))


@pytest.mark.verapdf
def test_the_validator_passes_both_copies_of_every_pack_and_one_with_inserts(tmp_path: Path) -> None:
    packs = [whole for whole in ALL if whole not in SMALL]
    for whole in packs:
        (tmp_path / f"{whole}.pdf").write_bytes(whole.built.data)
    (tmp_path / "inserts.pdf").write_bytes(inserted().data)
    failed = validate(sorted(tmp_path.iterdir()))
    assert {path.stem: rules for path, rules in failed.items()} == {name: [] for name in ("inserts", *map(str, packs))}
