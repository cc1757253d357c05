"""Forms that draw one another many times over are refused before any program draws them."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from generator.pdf.inserts import InsertFault, open_insert
from tests.support.foreign import changed, untagged


def nested(pdf: pikepdf.Pdf, levels: int, times: int) -> None:
    """Make a page draw a form that draws a form, each ``times`` times."""
    form = pdf.make_stream(b"0 0 1 1 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    for _ in range(levels):
        form = pdf.make_stream(b"/X Do " * times, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9],
                               Resources=Dictionary(XObject=Dictionary(X=form)))  # fmt: skip
    pdf.pages[0].Resources.XObject = Dictionary(X=form)
    pdf.pages[0].Contents = pdf.make_stream(b"/X Do")


@pytest.mark.parametrize(("levels", "times"), [(30, 10), (200, 1)])
def test_what_would_be_drawn_for_ever_is_refused(levels: int, times: int) -> None:
    with pytest.raises(InsertFault, match="inside one another too often"):
        open_insert(changed(untagged(), lambda pdf: nested(pdf, levels, times)))


def test_a_few_forms_in_one_another_are_taken() -> None:
    assert len(open_insert(changed(untagged(), lambda pdf: nested(pdf, 3, 4))).pages) == 1


def tiled(pdf: pikepdf.Pdf, step: float) -> None:
    """Make a page hold a pattern with tiles so far apart."""
    pattern = pdf.make_stream(b"0 0 1 1 re f", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1,
                              BBox=[0, 0, 1, 1], XStep=step, YStep=step, Resources=Dictionary())  # fmt: skip
    pdf.pages[0].Resources.Pattern = Dictionary(P=pattern)


def test_tiles_too_small_to_see_are_refused() -> None:
    with pytest.raises(InsertFault, match="tiles too small"):
        open_insert(changed(untagged(), lambda pdf: tiled(pdf, 0.0001)))
    assert len(open_insert(changed(untagged(), lambda pdf: tiled(pdf, 4))).pages) == 1


def test_a_page_with_too_much_on_it_is_refused() -> None:
    def crowd(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents = pdf.make_stream(b"0 0 1 1 re f\n" * 700_000)

    with pytest.raises(InsertFault, match="MB of drawing"):
        open_insert(changed(untagged(), crowd))
