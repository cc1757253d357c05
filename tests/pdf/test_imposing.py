"""Pages placed on sheets: the very pixels of the pages, once each, and nothing that a sheet has no use for."""

from __future__ import annotations

import hashlib
import io
from typing import Any

import pikepdf
import pytest

from generator.base.units import PAPER, mm
from generator.kinds.imposition import Imposition, grid_for
from generator.kinds.press_sheets import press_sheets
from generator.pdf.imposing import Sheets, Source
from tests.support.making import build
from tests.support.sheets import A5, differ, numbered, pixels

A4 = PAPER["A4"]
WHOLE = (420.0, 595.0)  # pt; nearly A5, its edges on pixels
Box = tuple[float, float, float, float]
HANDOUT = """\
title: Zażółć & bread
audience: both
layout: sheet
illustration: face-to-face
body:
  - text: Words and a [link](https://bench.example) to follow.
  - break: page
  - heading: More
  - text: ٱلسَّلَامُ and words
"""


@pytest.fixture(scope="module")
def leaflet() -> bytes:
    made = build(HANDOUT)
    assert made.pages == 2, made.errors
    return made.data


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def laid(data: bytes, scheme: str = "booklet", **asked: Any) -> tuple[Sheets, bytes]:
    source = Source(data)
    wanted = Imposition(scheme)._replace(**asked)  # type: ignore[arg-type]
    sheets = press_sheets(source.leaves, grid_for(source.leaves, wanted), wanted)
    return sheets, source.place(sheets)


def place_of(
    sheets: Sheets, side: int, page: int, size: tuple[float, float]
) -> tuple[tuple[float, float, float, float], int]:
    """The place of an upright page on its side, as it is printed, and the quarters that turn a picture of it back."""
    matrix = next(one.matrix for one in sheets.sides[side] if one.page == page)
    assert matrix[1] == matrix[2] == 0
    left, bottom = matrix[4], matrix[5]
    right, top = left + size[0] * matrix[0], bottom + size[1] * matrix[3]
    if side % 2 and sheets.upside_down:
        width, height = sheets.size
        return (width - right, height - top, width - left, height - bottom), 2
    return (left, bottom, right, top), 0


@pytest.mark.parametrize(
    ("scheme", "asked"),
    [
        ("booklet", {}),
        ("booklet", {"duplex": "long"}),
        ("booklet", {"rtl": True, "signature": 4, "marks": True}),
        ("booklet", {"sheet": "A3", "back_cover": True}),
        ("cut-stack", {"duplex": "long"}),
        ("2up", {"duplex": "long"}),
        ("2up", {"marks": True}),
        ("4up", {}),
    ],
)
def test_a_page_on_a_sheet_has_the_pixels_of_the_page(scheme: str, asked: dict[str, Any]) -> None:
    data = numbered([WHOLE] * 7)
    sheets, made = laid(data, scheme, **asked)
    for side, placed in enumerate(sheets.sides):
        for one in placed:
            place, quarters = place_of(sheets, side, one.page, WHOLE)
            found = pixels(made, side, place, 1 / one.matrix[0], quarters)
            if one.matrix[0] == 1:
                assert differ(found, pixels(data, one.page)) == (0, 0), (side, one.page)
            else:  # sizes are rounded: the outermost pixels are partly its neighbour's
                inside = (1, 1, found.width - 1, found.height - 1)
                assert differ(found.crop(inside), pixels(data, one.page).crop(inside))[0] <= 2, (side, one.page)


def test_words_and_pictures_have_the_pixels_of_the_page(leaflet: bytes) -> None:
    for asked in ({}, {"duplex": "long"}):
        sheets, made = laid(leaflet, **asked)
        for side, page in ((0, 0), (1, 1)):
            place, quarters = place_of(sheets, side, page, A4)
            most, mean = differ(pixels(made, side, place, 1, quarters), pixels(leaflet, page))
            assert mean < 0.01, (most, mean)  # glyphs are placed in whole parts of a pixel, which rounding may shift


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_page_that_its_file_turns_is_placed_as_it_is_shown(turned: int) -> None:
    size = WHOLE if turned % 180 == 0 else (WHOLE[1], WHOLE[0])
    data = numbered([size] * 4, [turned] * 4)
    sheets, made = laid(data)
    left = sheets.size[0] / 2
    found = pixels(made, 0, (left, 0, left + WHOLE[0], WHOLE[1]))
    assert differ(found, pixels(data, 0)) == (0, 0)


def test_a_lying_page_is_turned_whole() -> None:
    data = numbered([WHOLE, (WHOLE[1], WHOLE[0]), WHOLE, WHOLE])
    sheets, made = laid(data)
    left = sheets.trim[0]
    found = pixels(made, 1, (left, 0, left + WHOLE[0], WHOLE[1]), quarters=1)
    assert differ(found, pixels(data, 1)) == (0, 0)


def test_inner_pages_are_cut_at_the_fold_by_their_creep() -> None:
    data = numbered([A5] * 12)
    sheets, made = laid(data, caliper=mm(0.5))
    shift, half = 2 * mm(0.5), sheets.size[0] / 2
    right = next(one.page for one in sheets.sides[4] if one.matrix[4] > half - 10)
    found = pixels(made, 4, (half, 0, half + A5[0] - shift, A5[1]))
    assert differ(found, pixels(data, right, (shift, 0, A5[0], A5[1])))[0] == 0
    left = next(one.page for one in sheets.sides[4] if one.page != right)
    found = pixels(made, 4, (half - 10, 0, half, A5[1]))  # nothing of the right page comes over the fold
    assert differ(found, pixels(data, left, (A5[0] - shift - 10, 0, A5[0] - shift, A5[1])))[0] == 0


def test_marks_are_drawn() -> None:
    sheets, made = laid(numbered([A5] * 4), marks=True)
    for mark in sheets.marks:
        (x, y), (x1, y1) = mark.start, mark.end
        box = min(x, x1) - 1, min(y, y1) - 1, max(x, x1) + 1, max(y, y1) + 1
        assert pixels(made, 0, box, 4).getextrema()[0][0] < 130, mark


def test_a_sheet_has_no_tags_no_links_and_no_claims(leaflet: bytes) -> None:
    _, made = laid(leaflet)
    with opened(made) as pdf:
        assert not {"/StructTreeRoot", "/MarkInfo", "/Metadata", "/Outlines", "/Names", "/OpenAction"} & set(
            pdf.Root.keys()
        )
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert str(pdf.Root.Lang) == "en-GB"
        assert "/OutputIntents" in pdf.Root
        assert str(pdf.docinfo["/Title"]) == "Zażółć & bread"
        assert str(pdf.docinfo["/Producer"]) == "handouts"
        for page in pdf.pages:
            assert not {"/Annots", "/StructParents", "/Tabs"} & set(page.obj.keys())
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                assert not {"/StructParents", "/StructParent"} & set(thing.keys())
    assert b"pdfuaid" not in made
    assert b"pypdf" not in made


def test_boxes_say_where_it_is_cut() -> None:
    _, made = laid(numbered([A5] * 4, bleed=mm(3)))
    with opened(made) as pdf:
        for page in pdf.pages:
            trim, bleed, media = ([float(x) for x in box] for box in (page.trimbox, page.obj.BleedBox, page.mediabox))
            assert trim[2] - trim[0] == pytest.approx(2 * A5[0], abs=0.01)
            assert [b - a for a, b in zip(trim, bleed, strict=True)] == pytest.approx(
                [-mm(3)] * 2 + [mm(3)] * 2, abs=0.01
            )
            assert media[2] - media[0] > bleed[2] - bleed[0]


def test_each_page_is_one_form_and_fonts_stay_shared(leaflet: bytes) -> None:
    _, made = laid(leaflet, "2up")
    with opened(leaflet) as source, opened(made) as pdf:
        fonts = [
            sum(isinstance(held, pikepdf.Dictionary) and held.get("/Type") == "/Font" for held in one.objects)
            for one in (source, pdf)
        ]
        assert fonts[0] == fonts[1]
        forms = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Form"]
        assert len([form for form in forms if float(form.BBox[2]) > 500]) == 2


def test_pages_that_are_alike_share_a_form() -> None:
    data = numbered([A5])
    with opened(data) as pdf:
        for _ in range(7):
            pdf.pages.append(pdf.pages[0])
        out = io.BytesIO()
        pdf.save(out)
    _, made = laid(out.getvalue())
    with opened(made) as pdf:
        assert sum(isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Form" for o in pdf.objects) == 1


def test_the_same_pages_give_the_same_bytes(leaflet: bytes) -> None:
    first, second = laid(leaflet)[1], laid(leaflet)[1]
    assert first == second
    with opened(first) as pdf:
        identity = bytes(pdf.trailer.ID[0])
    assert len(identity) == 16
    with opened(laid(leaflet, duplex="long")[1]) as pdf:
        assert bytes(pdf.trailer.ID[0]) != identity
    assert hashlib.sha256(first).digest() != hashlib.sha256(leaflet).digest()


def test_an_empty_page_and_a_page_in_pieces() -> None:
    with opened(numbered([A5, A5])) as pdf:
        whole = pdf.pages[0].obj.Contents.read_bytes()
        middle = whole.index(b" Q ") + 3
        pdf.pages[0].obj.Contents = pikepdf.Array([pdf.make_stream(whole[:middle]), pdf.make_stream(whole[middle:])])
        del pdf.pages[1].obj["/Contents"]
        out = io.BytesIO()
        pdf.save(out)
    sheets, made = laid(out.getvalue())
    half = sheets.size[0] / 2
    assert differ(pixels(made, 0, (half, 0, half + A5[0], A5[1])), pixels(numbered([A5, A5]), 0)) == (0, 0)


@pytest.mark.qpdf
def test_qpdf_finds_nothing_wrong(leaflet: bytes, tmp_path: Any) -> None:
    from tests.support.tools import run

    path = tmp_path / "sheets.pdf"
    path.write_bytes(laid(leaflet, marks=True)[1])
    assert b"No syntax or stream encoding errors" in run("qpdf", "--check", str(path))
