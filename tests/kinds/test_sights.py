"""What a reader meets and what is printed: the right parts of the right pages, in order."""

from __future__ import annotations

import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.units import PAPER, mm
from generator.kinds.page_order import saddle_stitch
from generator.kinds.sights import WAYS, Cut, Sight, Way, draw_sight, sights
from generator.model.layout import Layout
from generator.pdf.raster import Pages

A4, A6 = PAPER["A4"], PAPER["A6"]
LYING = (A4[1], A4[0])


def folded(*panels: float) -> Layout:
    return Layout(name="Folded", kind="folded", page="A4", orientation="landscape", panels=panels)


def seen(layout: Layout, sizes: list[tuple[float, float]], way: Way, *, rtl: bool = False) -> list[Sight]:
    return sights(layout, sizes, rtl=rtl, way=way)


def named(found: list[Sight]) -> list[str]:
    return [sight.name for sight in found]


def pages_of(found: list[Sight]) -> list[tuple[int | None, ...]]:
    return [tuple(cut.page for cut in sight.cuts) for sight in found]


def test_a_roll_fold_is_unrolled() -> None:
    found = seen(folded(97, 100, 100), [LYING, LYING], "reader")
    assert named(found) == ["cover", "flap", "inside, opened", "back"]
    assert [(cut.page, round(cut.x), round(cut.width)) for sight in found for cut in sight.cuts] == [
        (0, round(mm(197)), round(mm(100))),
        (0, 0, round(mm(97))),
        (1, 0, round(mm(297))),
        (0, round(mm(97)), round(mm(100))),
    ]
    assert [round(fold) for fold in found[2].folds] == [round(mm(100)), round(mm(200))]
    assert [sight.folds for sight in found[:2]] == [(), ()]


def test_it_is_mirrored_from_right_to_left() -> None:
    found = seen(folded(97, 100, 100), [LYING, LYING], "reader", rtl=True)
    assert [round(sight.cuts[0].x) for sight in found] == [0, round(mm(200)), 0, round(mm(100))]


def test_a_zigzag_is_opened_and_turned_over() -> None:
    found = seen(folded(99, 99, 99), [LYING, LYING], "reader")
    assert named(found) == ["cover", "inside, opened", "turned over", "back"]
    assert pages_of(found) == [(0,), (1,), (0,), (1,)]
    assert [round(sight.size[0] / mm(99)) for sight in found] == [1, 2, 2, 1]


def test_a_sheet_shows_its_folds() -> None:
    found = seen(folded(97, 100, 100), [LYING, LYING], "sheet")
    assert named(found) == ["outside", "inside"]
    assert [[round(fold) for fold in sight.folds] for sight in found] == [
        [round(mm(97)), round(mm(197))],
        [round(mm(100)), round(mm(200))],
    ]
    assert all(sight.size == LYING for sight in found)


@given(
    st.lists(st.floats(50, 150), min_size=2, max_size=8) | st.integers(2, 8).map(lambda n: [60.0] * n), st.booleans()
)
def test_every_panel_is_seen_once(panels: list[float], rtl: bool) -> None:
    layout = Layout(name="Any", kind="folded", page=(sum(panels), 200.0), panels=tuple(panels))
    size = layout.size()
    found = seen(layout, [size, size], "reader", rtl=rtl)
    for side in (0, 1):
        cuts = sorted((cut.x, cut.width) for sight in found for cut in sight.cuts if cut.page == side)
        at = 0.0
        for x, width in cuts:
            assert x == pytest.approx(at, abs=0.01)
            at = x + width
        assert at == pytest.approx(size[0], abs=0.01)


BOOKLET = Layout(name="Booklet", kind="booklet", page="A6")


def test_a_booklet_is_opened_two_pages_at_a_time() -> None:
    found = seen(BOOKLET, [A6] * 8, "reader")
    assert named(found) == ["cover", "pages 2 and 3", "pages 4 and 5", "pages 6 and 7", "back cover"]
    assert pages_of(found) == [(0,), (1, 2), (3, 4), (5, 6), (7,)]
    assert found[1].folds == (A6[0],)
    assert pages_of(seen(BOOKLET, [A6] * 8, "reader", rtl=True))[1] == (2, 1)


def test_the_sheets_of_a_booklet_are_stapled_in_the_fold() -> None:
    assert saddle_stitch(8) == [(7, 0), (1, 6), (5, 2), (3, 4)]
    found = seen(BOOKLET, [A6] * 6, "sheet")
    assert named(found) == ["sheet 1, outside", "sheet 1, inside", "sheet 2, outside", "sheet 2, inside"]
    assert pages_of(found) == [(5, 0), (1, None), (None, 2), (3, 4)]  # the last page is the back cover
    assert pages_of(seen(BOOKLET, [A6] * 4, "sheet", rtl=True)) == [(0, 3), (2, 1)]


@given(st.integers(1, 400))
def test_each_page_lies_on_a_sheet_once_and_behind_its_neighbour(pages: int) -> None:
    sides = saddle_stitch(pages)
    assert sorted(page for pair in sides for page in pair) == list(range(-(-pages // 4) * 4))
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        # the sheet is turned over its short edge: what lies right on the front lies left on the back
        assert (front[1] + 1, front[0] - 1) == back


def test_a_card_is_seen_with_its_back() -> None:
    cards = Layout(name="Cards", kind="cards", page="A6")
    found = seen(cards, [A4, A4], "reader")
    assert named(found) == ["card 1", "card 2", "card 3", "card 4"]
    half = A4[0] / 2, A4[1] / 2
    fronts, backs = ((0, 0), (1, 0), (0, 1), (1, 1)), ((1, 0), (0, 0), (1, 1), (0, 1))
    for sight, front, back in zip(found, fronts, backs, strict=True):
        for cut, page, (x, y) in zip(sight.cuts, (0, 1), (front, back), strict=True):
            assert cut == Cut(page, *(pytest.approx(value) for value in (x * half[0], y * half[1], *half)))
    assert named(seen(cards, [A4, A4], "sheet")) == ["sheet 1, front", "sheet 1, back"]
    assert found[0].folds == ()
    assert found[0].size[0] > A4[0]


@pytest.mark.parametrize("way", WAYS)
def test_other_pages_are_seen_as_they_are(way: Way) -> None:
    found = seen(Layout(name="Leaflet", kind="leaflet"), [A4, A6], way)
    assert found == [Sight("page 1 of 2", (Cut(0, 0, 0, *A4),)), Sight("page 2 of 2", (Cut(1, 0, 0, *A6),))]


def test_a_sight_is_drawn_with_its_folds() -> None:
    pdf = pikepdf.new()
    for red in (1, 0):
        pdf.add_blank_page(page_size=(100, 200))
        pdf.pages[-1].Contents = pdf.make_stream(f"{red} 0 {1 - red} rg 50 0 50 200 re f".encode())
    buffer = io.BytesIO()
    pdf.save(buffer)
    sight = Sight("two", (Cut(0, 50, 0, 50, 200), Cut(1, 0, 0, 100, 200), Cut(None, 0, 0, 10, 200)), (50.0,))
    with Pages(buffer.getvalue()) as pages:
        picture = draw_sight(pages, sight, 1.0)
    assert picture.size == (160, 200)
    assert [picture.getpixel((x, 100)) for x in (20, 90, 110, 155)] == [
        (255, 0, 0),
        (255, 255, 255),
        (0, 0, 255),
        (255, 255, 255),
    ]
    assert {picture.getpixel((50, y)) for y in range(200)} == {(138, 138, 138), (255, 255, 255)}
