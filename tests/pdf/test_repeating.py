"""What stands on many pages alike is drawn once, and looks and reads as if it had been drawn on each."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pdf.metadata import Metadata
from generator.pdf.repeating import RepeatingSurface
from generator.pdf.structure import LAYOUT, Element, Target
from generator.pdf.surface import Surface
from tests.support.making import setting_of
from tests.support.reading import rasters, tree_words
from tests.support.taglint import lint
from tests.support.verapdf import validate

SQUARE = [("M", 20, 100), ("L", 90, 100), ("L", 90, 180), ("L", 20, 180), ("Z",)]
PIXELS = (2, 1, "RGB", b"\x00\x40\x00\xff\xff\xff", None)


def document(kind: type[Surface], pages: int = 3) -> bytes:
    """Pages with a number of their own, words alike, and a figure of shapes, transparency and pixels alike."""
    style = setting_of().styles.body
    root = Element("Document", lang="en-GB")
    page = kind(Metadata("Title", "Author", "Subject", "", "en-GB"), root)

    def words(text: str, element: Element, y: float) -> None:
        page.glyphs(style.face, style.face.shape(text), 20, y, size=12, colour="#101010", target=element)

    def picture(target: Target) -> None:
        page.shape(SQUARE, fill="#ff0000", target=target)
        page.save()
        page.clip(SQUARE)
        page.shape(SQUARE, fill="#0000ff", fill_alpha=0.25, target=target)
        page.picture("digest", PIXELS, 30, 110, 20, 20, target)
        page.restore()

    for i in range(pages):
        part = root.add("Part")
        page.begin_page(120, 200)
        page.stamped("ground", LAYOUT, lambda target: page.shape(SQUARE, stroke="#00ff00", target=target))
        words(f"number{i}", part.add("H1"), 30)
        page.repeated(
            "alike", [part.add("P"), part.add("P")], lambda made: [words("one", made[0], 50), words("two", made[1], 70)]
        )
        figure = part.add("Figure", alt="A square")
        figure.grow((20, 20, 90, 100))
        page.stamped("figure", figure, picture)
        words("end", part.add("P"), 95)
        page.end_page()
    return page.finish()


def test_it_reads_as_if_all_had_been_drawn() -> None:
    made = document(RepeatingSurface)
    assert lint(made) == []
    assert tree_words(made) == tree_words(document(Surface))
    assert tree_words(made)[:6] == ["number0", "one", "two", "A", "square", "end"]


@pytest.mark.poppler
def test_it_looks_as_if_all_had_been_drawn() -> None:
    pairs = zip(rasters(document(RepeatingSurface), 72), rasters(document(Surface), 72), strict=True)
    assert all(one.tobytes() == other.tobytes() for one, other in pairs)


def test_shapes_are_in_the_file_once() -> None:
    assert document(RepeatingSurface).count(b"/Subtype/Form") == 2
    assert len(document(RepeatingSurface, 100)) < len(document(Surface, 100))


@pytest.mark.verapdf
def test_it_passes(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(document(RepeatingSurface))
    assert validate([path]) == {path: []}
