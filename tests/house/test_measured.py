"""What PDFium measures on finished pages: first on bad pages made here, then on the handouts of the repository."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from coloraide import Color
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from generator.catalog.brands import brand_names, default_brand
from generator.catalog.handouts import handout_names
from generator.catalog.layouts import layout_names
from generator.catalog.starter import new_handout
from generator.kinds.edition import edition_names
from generator.pipeline import Order, Works, _own_layout, make
from tests.support.command import ROOT, workspace
from tests.support.everything import everything
from tests.support.making import build, build_body
from tests.support.measured import contrast, faults, measure, table

Draw = Callable[[Canvas], None]
PAGE = (300.0, 200.0)


def pdf(draw: Draw) -> bytes:
    """One page; words stand at (40, 100) unless a test says otherwise."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=PAGE, invariant=1)
    canvas.setFont("Helvetica", 12)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def words(text: str = "Watch and wait", colour: str = "#000000", size: float = 12, font: str = "Helvetica") -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(colour)
        canvas.setFont(font, size)
        canvas.drawString(40, 100, text)

    return draw


def several(*draws: Draw) -> Draw:
    return lambda canvas: [draw(canvas) for draw in draws] and None


def panel(colour: str, left: float = 20, width: float = 260) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(colour)
        canvas.rect(left, 80, width, 60, stroke=0, fill=1)

    return draw


def found(draw: Draw) -> list[str]:
    return faults(measure(pdf(draw)))


def test_a_good_page_has_no_faults() -> None:
    made = measure(pdf(words()))
    assert faults(made) == []
    assert (made.pages, made.smallest.size, round(made.palest.contrast, 1)) == (1, 12, 21.0)
    assert made.smallest.text == "Watch and wait"
    assert made.outermost.inside == pytest.approx(40, abs=1)


# Type


def test_small_type_is_found() -> None:
    assert found(words(size=6)) == ["page 1: 6.00 pt is under 9.5 pt: 'Watch and wait'"]
    assert found(words(size=9.5)) == []


def test_type_is_as_large_as_it_is_seen() -> None:
    def scaled(canvas: Canvas) -> None:
        canvas.scale(0.5, 0.5)
        canvas.drawString(80, 200, "Scaled down")

    def form(canvas: Canvas) -> None:
        canvas.beginForm("small", 0, 0, 200, 100)
        canvas.setFont("Helvetica", 12)
        canvas.drawString(0, 10, "In a form")
        canvas.endForm()
        canvas.translate(40, 90)
        canvas.scale(0.5, 0.5)
        canvas.doForm("small")

    def matrix(canvas: Canvas) -> None:
        text = canvas.beginText(0, 0)
        text.setFont("Helvetica", 1)
        text.setTextTransform(12, 0, 0, 12, 40, 100)
        text.textOut("By its matrix")
        canvas.drawText(text)

    assert [line.split(" is ")[0] for line in found(scaled) + found(form)] == ["page 1: 6.00 pt"] * 2
    assert found(matrix) == []


def test_what_cannot_be_seen_does_not_count() -> None:
    def hidden(canvas: Canvas) -> None:
        canvas.saveState()
        text = canvas.beginText(40, 100)
        text.setFont("Helvetica", 2)
        text.setTextRenderMode(3)
        text.textOut("Nobody sees this")
        canvas.drawText(text)
        canvas.restoreState()

    made = measure(pdf(several(hidden, words("Seen"))))
    assert [run.text for run in made.runs] == ["Seen"]


# Contrast


def test_pale_grey_is_found() -> None:
    (line,) = found(words(colour="#bbbbbb"))
    assert line.startswith("page 1: contrast 1.92 of 4.5, #bbbbbb on #ffffff at 12 pt: 'Watch and wait'")


@pytest.mark.parametrize(
    ("colour", "size", "font", "good"),
    [
        ("#767676", 12, "Helvetica", True),
        ("#777777", 12, "Helvetica", False),
        ("#777777", 18, "Helvetica", True),
        ("#777777", 17.9, "Helvetica", False),
        ("#777777", 14, "Helvetica-Bold", True),
        ("#777777", 13.9, "Helvetica-Bold", False),
        ("#999999", 30, "Helvetica-Bold", False),
    ],
)
def test_large_words_may_be_paler(colour: str, size: float, font: str, good: bool) -> None:
    assert (found(words("Watch", colour, size, font)) == []) is good


def test_signs_that_are_no_words_may_be_paler() -> None:
    assert found(words("•", "#949494")) == []
    assert len(found(words("•", "#aaaaaa"))) == 1


def test_the_ground_is_what_is_painted_below() -> None:
    assert found(several(panel("#114433"), words(colour="#ffffff"))) == []
    (line,) = found(several(panel("#335533"), words(colour="#444444")))
    assert "#444444 on #335533" in line
    assert found(words(colour="#ffffff")) != []


def test_words_half_over_a_shape_are_judged_where_they_are_worst() -> None:
    (line,) = found(several(panel("#222222", left=80, width=200), words()))
    assert "#000000 on #222222" in line


def test_a_picture_is_a_ground_too() -> None:
    def photo(canvas: Canvas) -> None:
        picture = Image.linear_gradient("L").resize((260, 60)).rotate(90, expand=True).resize((260, 60))
        canvas.drawImage(ImageReader(picture.convert("RGB")), 20, 80, 260, 60)

    (line,) = found(several(photo, words(colour="#000000")))
    assert "contrast" in line


def test_see_through_words_are_as_pale_as_they_look() -> None:
    def faint(canvas: Canvas) -> None:
        canvas.setFillAlpha(0.3)
        canvas.drawString(40, 100, "Faint")

    (line,) = found(faint)
    assert "contrast 2.1" in line


COLOURS = st.tuples(*[st.integers(0, 255)] * 3)


@given(COLOURS, COLOURS)
def test_contrast_is_that_of_wcag(one: tuple[int, int, int], other: tuple[int, int, int]) -> None:
    a, b = (Color("srgb", [part / 255 for part in colour]) for colour in (one, other))
    assert contrast(one, other) == pytest.approx(a.contrast(b, method="wcag21"), rel=2e-3)


@settings(max_examples=25)
@given(COLOURS, COLOURS)
def test_a_page_is_measured_as_its_colours_say(text: tuple[int, int, int], ground: tuple[int, int, int]) -> None:
    hexes = ["#" + bytes(colour).hex() for colour in (text, ground)]
    made = measure(pdf(several(panel(hexes[1]), words(colour=hexes[0]))))
    # a colour in the file has few decimals, so that it may be one of 255 off
    assert made.palest.contrast == pytest.approx(contrast(text, ground), rel=0.03)


# Collisions and edges


@pytest.mark.parametrize(("leading", "hits"), [(12, False), (14, False), (8.5, False), (5, True), (2, True)])
def test_lines_over_one_another_are_found(leading: float, hits: bool) -> None:
    def lines(canvas: Canvas) -> None:
        canvas.drawString(40, 100, "Babies tell you how they feel")
        canvas.drawString(40, 100 - leading, "Tuning in is guessing a sign")

    hit = "page 1: 'Babies tell you how they feel' and 'Tuning in is guessing a sign' lie over one another"
    assert found(lines) == ([hit] if hits else [])


def test_columns_that_run_into_one_another_are_found() -> None:
    def columns(canvas: Canvas) -> None:
        canvas.drawString(40, 100, "A line that is too long for its column")
        canvas.drawString(150, 100, "The other column")

    assert len(found(columns)) == 1


def test_words_close_to_one_another_are_fine() -> None:
    def line(canvas: Canvas) -> None:
        x = 40.0
        for word in ("AV", "AT", "To", "fj", "gy,", "'W'"):
            canvas.drawString(x, 100, word)
            x += canvas.stringWidth(word, "Helvetica", 12) - 0.5

    assert found(line) == []


@pytest.mark.parametrize(
    ("x", "told"),
    [
        (15, []),
        (10, ["page 1: 3.6 mm from the edge: 'Watch and wait'"]),
        (-5, ["page 1: 1.7 mm past the edge: 'Watch and wait'"]),
    ],
)
def test_words_near_the_edge_or_past_it_are_found(x: float, told: list[str]) -> None:
    assert found(lambda canvas: canvas.drawString(x, 100, "Watch and wait")) == told


def test_the_edge_is_where_the_page_is_trimmed() -> None:
    def bleed(canvas: Canvas) -> None:
        canvas.setTrimBox((30, 30, 270, 170))
        canvas.drawString(40, 100, "Watch and wait")

    assert found(bleed) == ["page 1: 3.6 mm from the edge: 'Watch and wait'"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "بُنيَ الكلامُ على **الحُبِّ** والإصغاء."),
        ("bn", "শিশুরা **কথা বলার** অনেক আগেই অনুভূতি জানায়।"),
        ("vi", "Trẻ **nói** cho bạn biết cảm xúc rất lâu trước khi có lời."),
    ],
)
def test_marks_above_and_below_letters_are_no_collisions(language: str, text: str) -> None:
    made = build_body(f"- text: |\n    {text} {text} {text}", language=language)
    assert made.errors == []
    assert faults(measure(made.data)) == []


def test_the_command_prints_a_row_and_the_faults(tmp_path: Path) -> None:
    for name, size in (("good", 12.0), ("bad", 6.0)):
        (tmp_path / f"{name}.pdf").write_bytes(pdf(words(size=size)))
    (tmp_path / "empty.pdf").write_bytes(pdf(lambda canvas: None))
    lines = list(table([tmp_path / f"{name}.pdf" for name in ("good", "bad", "empty")]))
    assert [line.split()[0] for line in lines] == ["file", "good.pdf", "bad.pdf", "page", "empty.pdf"]


# The handouts of the repository

WORKS = Works(ROOT)
HANDOUTS = handout_names(WORKS.workspace)
BRANDS = brand_names(WORKS.workspace)


def made(works: Works, order: Order) -> bytes:
    works.findings = type(works.findings)()
    pdfs = list(make(works, order, lambda *_: None))
    assert works.findings.errors == []
    (one,) = pdfs
    return one.rendered.data


def test_all_names_are_found() -> None:
    assert HANDOUTS
    assert default_brand(WORKS.workspace) in BRANDS


@pytest.mark.parametrize("ident", HANDOUTS)
def test_every_handout_is_readable(ident: str) -> None:
    assert faults(measure(made(WORKS, Order((ident,))))) == []


@pytest.mark.parametrize("brand", BRANDS)
def test_every_brand_is_readable(brand: str) -> None:
    fullest = max(HANDOUTS, key=lambda ident: (ROOT / f"handouts/{ident}.yaml").stat().st_size)
    assert faults(measure(made(WORKS, Order((fullest,), brand=brand)))) == []


@pytest.mark.parametrize("edition", edition_names())
def test_every_edition_is_readable(edition: str) -> None:
    assert faults(measure(made(WORKS, Order((HANDOUTS[0],), edition=edition)))) == []


@pytest.mark.parametrize("text", ["Babies look for your face", "Straßenbahnhaltestellenüberdachung", "بُنيَ على الحُبِّ"])
def test_every_block_is_readable(text: str) -> None:
    built = build(everything(text))
    assert built.errors == []
    assert faults(measure(built.data)) == []


def test_every_layout_that_no_handout_has_is_readable(tmp_path: Path) -> None:
    own = {_own_layout(WORKS, ident) for ident in HANDOUTS}  # measured above
    new_handout(workspace(tmp_path), "one")
    works = Works(tmp_path)
    for layout in layout_names(WORKS.workspace):
        if layout not in own:
            assert faults(measure(made(works, Order(("one",), layout=layout)))) == [], layout
