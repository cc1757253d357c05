"""The list of what is in a pack."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.kinds.frame import Frame
from generator.kinds.pack_contents import Entry, PackContents
from generator.pdf.metadata import Metadata
from generator.pdf.surface import Surface
from tests.support.making import setting_of
from tests.support.measured import faults, measure
from tests.support.packwords import letters
from tests.support.readback import links, texts
from tests.support.taglint import lint

TITLES = st.sampled_from(
    (
        "Resources",
        "Session 1: Stay near",
        "Session 12: " + "A long name for a day " * 6,
        "Half day 2. Feelings",
        "Donaudampfschiff" * 7,
    )
)
ENTRIES = st.lists(st.tuples(TITLES, st.booleans()), min_size=1, max_size=60)


def drawn(entries: list[tuple[str, bool]], language: str = "en-GB") -> tuple[bytes, int]:
    """Draw a list of contents, then as many pages as it has rows, to which they lead."""
    setting = setting_of(language, "sheet")
    root = setting.document
    rows = [Entry(words, f"part:{at}", section) for at, (words, section) in enumerate(entries)]
    frame = Frame(setting.layout, bound=True, rtl=setting.rtl)
    made = PackContents(setting, root.add("Sect"), rows, frame)
    surface = Surface(Metadata("T", "A", "", "", language, "2000-01-01"), root)
    surface.hues = setting.hues
    numbers = {row.place: made.count + 1 + at for at, row in enumerate(rows)}
    for index in range(made.count):
        surface.begin_page(frame.width, frame.height)
        made.draw(surface, index, frame.left(1 + index), numbers.__getitem__)
        surface.end_page()
    for at, row in enumerate(rows):
        surface.begin_page(frame.width, frame.height)
        surface.end_page()
        surface.name_page(row.place, made.count + at)
    return surface.finish(), made.count


@settings(max_examples=12)
@given(ENTRIES, st.sampled_from(("en-GB", "ar")))
def test_every_row_is_a_link_with_its_number_and_nothing_is_cut(entries: list[tuple[str, bool]], language: str) -> None:
    data, count = drawn(entries, language)
    found = links(data)
    assert [link.to for link in found] == [count + at for at in range(len(entries))]
    for at, (link, (title, _)) in enumerate(zip(found, entries, strict=True)):
        assert str(count + 1 + at) in link.words.split()
        assert language == "ar" or letters(title) in letters(link.words)
    assert faults(measure(data, 36)) == []


@pytest.mark.parametrize("count", [1, 8, 60])
def test_its_tags_are_sound(count: int) -> None:
    data, pages = drawn([("Session 1: Hello", True), *[("A thing", False)] * count])
    wrong = lint(data)
    assert [error for error in wrong if "H1" not in error and "no heading" not in error] == []  # the cover has the H1
    assert pages == (1 if count < 30 else 2)


def test_a_section_is_never_parted_from_its_first_row() -> None:
    for before in range(20, 34):
        data, pages = drawn([*[("A thing", False)] * before, ("Session 2: Last", True), ("Its first", False)])
        shown = texts(data)[:pages]
        assert any("Last" in text and "Its first" in text for text in shown), before


def test_label_and_title_are_read_apart() -> None:
    data, _ = drawn([("Session 1: Hello", True)])
    assert links(data)[0].words.split() == ["Session", "1", "Hello", "2"]
