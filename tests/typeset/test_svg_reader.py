from __future__ import annotations

import json
import re
from math import isclose
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.errors import AssetError
from generator.typeset.drawing import Drawing, Shape
from generator.typeset.svg_reader import read_svg
from generator.typeset.svg_tree import DEEPEST

LAYOUTS = Path(__file__).parents[2] / "layouts"
ILLUSTRATIONS = sorted((LAYOUTS / "illustrations").glob("*.svg"))
SVG = 'xmlns="http://www.w3.org/2000/svg"'


def drawn(inside: str, root: str = 'viewBox="0 0 100 100"') -> Drawing:
    return read_svg(f"<svg {SVG} {root}>{inside}</svg>".encode())


def shape(inside: str) -> Shape:
    (only,) = drawn(inside).shapes
    return only


def refused(inside: str, root: str = 'viewBox="0 0 100 100"') -> AssetError:
    with pytest.raises(AssetError) as caught:
        drawn(inside, root)
    assert caught.value.help
    return caught.value


# -- shapes ------------------------------------------------------------------------------------------------------------
def test_a_rectangle_and_its_corners() -> None:
    assert shape('<rect x="1" y="2" width="3" height="4"/>').path == (
        ("M", 1, 2),
        ("L", 4, 2),
        ("L", 4, 6),
        ("L", 1, 6),
        ("Z",),
    )
    rounded = drawn('<rect width="40" height="20" rx="50"/>')  # radii stop at half a side
    assert rounded.bounds == (0, 0, 40, 20)
    assert rounded.shapes == drawn('<rect width="40" height="20" rx="20" ry="10"/>').shapes


def test_circle_ellipse_line_polyline_polygon() -> None:
    assert drawn('<circle cx="5" cy="6" r="2"/>').bounds == (3, 4, 7, 8)
    assert drawn('<ellipse cx="5" cy="6" rx="2" ry="1"/>').bounds == (3, 5, 7, 7)
    assert shape('<line x2="4" y2="5" stroke="red"/>').path == (("M", 0, 0), ("L", 4, 5))
    assert shape('<polyline points="1,2 3,4 5,6"/>').path == (("M", 1, 2), ("L", 3, 4), ("L", 5, 6))
    assert shape('<polygon points="1,2 3,4 5,6"/>').path[-1] == ("Z",)


def test_what_has_no_size_or_no_paint_is_left_out() -> None:
    inside = '<rect width="0" height="9"/><circle r="0"/><path d=""/><rect width="9" height="9" fill="none"/>'
    inside += '<rect width="9" height="9" fill-opacity="0"/><g display="none"><rect width="9" height="9"/></g>'
    inside += '<g visibility="hidden"><rect width="9" height="9"/><rect width="1" height="1" visibility="visible"/></g>'
    assert drawn(inside).bounds == (0, 0, 1, 1)


def test_lengths_in_all_units() -> None:
    inside = '<line x2="1in" y2="25.4mm" stroke="red"/><line x2="72pt" y2="6pc" stroke="red"/>'
    for only in drawn(inside).shapes:
        _, x, y = only.path[1]  # type: ignore[misc]
        assert isclose(x, 96)
        assert isclose(y, 96)


# -- size --------------------------------------------------------------------------------------------------------------
def test_the_view_box_is_the_size_and_its_corner_the_origin() -> None:
    drawing = drawn('<rect x="-10" y="-20" width="5" height="5"/>', 'viewBox="-10 -20 30 40" width="3in" height="4in"')
    assert (drawing.width, drawing.height) == (30, 40)
    assert drawing.bounds == (0, 0, 5, 5)


def test_without_a_view_box_width_and_height_are_the_size() -> None:
    drawing = drawn('<rect width="5" height="5"/>', 'width="72pt" height="48"')
    assert (drawing.width, drawing.height) == (96, 48)


@pytest.mark.parametrize(
    "root",
    [
        "",
        'width="9"',
        'width="0" height="9"',
        'viewBox="0 0 0 9"',
        'viewBox="0 0 9"',
        'viewBox="0 0 1e7 9"',
        'viewBox="0 0 9 9" width="auto"',
        'viewBox="0 0 9 9" width="18" height="9" preserveAspectRatio="none"',
        'width="50%" height="9"',
    ],
)
def test_a_size_that_cannot_be_drawn_is_refused(root: str) -> None:
    assert "<svg>" in refused('<rect width="5" height="5"/>', root).message


# -- paint -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#aBc", "#aabbcc"),
        ("#A1B2C3", "#a1b2c3"),
        ("rgb(1, 2,300)", "#0102ff"),
        ("rgb(100%,0%,50%)", "#ff0080"),
        ("Teal", "#008080"),
        ("currentColor", "#000000"),
        ("#010101", "#010101"),
        ("rebeccapurple", "#663399"),
    ],
)
def test_colours(text: str, colour: str) -> None:
    assert shape(f'<rect width="5" height="5" fill="{text}"/>').fill == colour


@pytest.mark.parametrize(
    "text", ["#ab", "#abcd", "#11223344", "oklch(0.5 0.1 20)", "var(--b)", "hsl(1,2%,3%)", "", "blu"]
)
def test_what_is_no_colour_is_refused(text: str) -> None:
    assert refused(f'<rect width="5" height="5" fill="{text}"/>').code == "svg-colour"


def test_current_colour_is_the_inherited_color() -> None:
    assert shape('<g color="#123456"><rect width="5" height="5" fill="currentColor"/></g>').fill == "#123456"


def test_paint_goes_down_and_may_be_set_again() -> None:
    inside = '<g fill="red" stroke="blue" stroke-width="3"><rect width="5" height="5"/>'
    inside += '<rect width="5" height="5" fill="none" style="stroke-width:2px; stroke-linecap: round"/></g>'
    first, second = drawn(inside).shapes
    assert (first.fill, first.stroke, first.stroke_width, first.cap) == ("#ff0000", "#0000ff", 3, "butt")
    assert (second.fill, second.stroke, second.stroke_width, second.cap) == (None, "#0000ff", 2, "round")


def test_all_of_a_stroke() -> None:
    attributes = (
        'stroke="#000" stroke-linejoin="bevel" stroke-miterlimit="7" stroke-dasharray="1 2 3" fill-rule="evenodd"'
    )
    found = shape(f'<rect width="5" height="5" {attributes}/>')
    assert (found.join, found.miter, found.dash, found.even_odd) == ("bevel", 7, (1, 2, 3, 1, 2, 3), True)


def test_opacity() -> None:
    found = shape('<rect width="5" height="5" stroke="red" fill-opacity=".5" stroke-opacity="25%"/>')
    assert (found.fill_alpha, found.stroke_alpha) == (0.5, 0.25)
    assert shape('<rect width="5" height="5" opacity=".5" fill-opacity=".5"/>').fill_alpha == 0.25
    assert shape('<g opacity="1"><rect width="5" height="5"/></g>').fill_alpha == 1


# -- transforms --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("transform", "place"),
    [
        ("translate(5)", (15, 20)),
        ("translate(5,-5)", (15, 15)),
        ("scale(2)", (20, 40)),
        ("scale(2 3)", (20, 60)),
        ("rotate(90)", (-20, 10)),
        ("rotate(90 10 20)", (10, 20)),
        ("skewX(45)", (30, 20)),
        ("skewY(45)", (10, 30)),
        ("matrix(1 2 3 4 5 6)", (75, 106)),
        ("translate(5) scale(2), rotate(90)", (-35, 20)),
    ],
)
def test_transforms(transform: str, place: tuple[float, float]) -> None:
    _, x, y = shape(f'<path d="M10 20h1" stroke="red" transform="{transform}"/>').path[0]  # type: ignore[misc]
    assert isclose(x, place[0], abs_tol=1e-9)
    assert isclose(y, place[1], abs_tol=1e-9)


def test_groups_move_what_they_hold_and_scale_its_lines() -> None:
    inside = '<g transform="translate(10 0)"><g transform="scale(4 1)">'
    inside += '<path d="M1 1h1" stroke="red" stroke-width="3" stroke-dasharray="1 2"/></g></g>'
    found = shape(inside)
    assert found.path == (("M", 14, 1), ("L", 18, 1))
    assert (found.stroke_width, found.dash) == (6, (2, 4))


@pytest.mark.parametrize(
    "transform", ["scale(0)", "rotate()", "spin(3)", "scale(1,2,3)", "scale(1", "matrix(1 2)", "a"]
)
def test_a_transform_that_cannot_be_is_refused(transform: str) -> None:
    assert refused(f'<g transform="{transform}"><rect width="5" height="5"/></g>').code == "svg-transform"


# -- style sheets ------------------------------------------------------------------------------------------------------
def test_classes_of_a_style_sheet() -> None:
    sheet = "<defs><style>/* c */ .a, .b {fill: #111; stroke:none} .b{fill:#222;} .c{font-size:9px}</style></defs>"
    inside = '<rect class="a" width="5" height="5" fill="red"/><rect class="b  a" width="5" height="5"/>'
    inside += '<g class="b"><rect width="5" height="5" class="c" style="fill:#333"/></g>'
    assert [found.fill for found in drawn(sheet + inside).shapes] == ["#111111", "#222222", "#333333"]


def test_a_sheet_is_read_in_its_own_order() -> None:
    sheet = "<style><![CDATA[.a{fill:#111}.b{fill:#222}.a{fill:#333}]]></style>"
    assert shape(sheet + '<rect class="a b" width="5" height="5"/>').fill == "#333333"


@pytest.mark.parametrize(
    "css",
    [
        ".a .b{fill:red}",
        ".a>rect{fill:red}",
        "rect[width]{fill:red}",
        ".a:hover{fill:red}",
        "@import url(x.css);",
        ":root{--b:red}",
        "@font-face{font-family:x}",
        ".a{fill:red !important}",
        ".a{fill:red",
        ".a{fill}",
        "@media print{.a{fill:red}}",
        ".a{fill:red}/* ",
        ".a{transition:all 1s}",
    ],
)
def test_any_other_style_sheet_is_refused(css: str) -> None:
    assert refused(f'<style>{css}</style><rect class="a" width="5" height="5"/>').code in (
        "svg-unsupported",
        "svg-style",
    )


def test_the_weight_of_a_rule_is_that_of_its_selector() -> None:
    sheet = "<style>#x{fill:#111}.a.b{fill:#222}rect.a{fill:#333}.a{fill:#444}rect{fill:#555}*{fill:#666}</style>"
    inside = "".join(
        f'<rect {said} width="5" height="5"/>' for said in ('id="x" class="a"', 'class="a b"', 'class="a"', "")
    )
    found = [found.fill for found in drawn(sheet + inside + '<path d="M0 0h1v1"/>').shapes]
    assert found == ["#111111", "#222222", "#333333", "#555555", "#666666"]


def test_a_sheet_may_stand_after_what_it_styles() -> None:
    assert shape('<rect class="a" width="5" height="5"/><style>.a{fill:red}</style>').fill == "#ff0000"


def test_a_style_sheet_outside_is_refused() -> None:
    with pytest.raises(AssetError, match="outside"):
        read_svg(
            f'<?xml-stylesheet href="a.css"?><svg {SVG} viewBox="0 0 9 9"><rect width="5" height="5"/></svg>'.encode()
        )


# -- what is not drawn -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "element",
    [
        "text>words</text",
        "image",
        "foreignObject",
        "script",
        "animate",
        "tspan",
        "unheard",
    ],
)
def test_an_element_that_is_not_drawn_is_named_with_its_line(element: str) -> None:
    tag = f"<{element}>" if "/" in element else f"<{element}/>"
    error = refused(f'<rect width="5" height="5"/>\n\n{tag}')
    assert error.code == "svg-unsupported"
    assert element.split(">")[0] in error.message
    assert "line 3" in error.message


@pytest.mark.parametrize(
    "attribute",
    [
        'filter="blur(2px)"',
        'marker-end="url(#a)"',
        'vector-effect="non-scaling-stroke"',
        'style="mix-blend-mode:plus-lighter"',
        'paint-order="sideways"',
        'style="color-interpolation:linearRGB"',
        'style="transform:rotate(3deg)"',
        'systemLanguage="de"',
        'style="r:3"',
    ],
)
def test_an_attribute_that_would_be_drawn_otherwise_is_refused(attribute: str) -> None:
    assert refused(f'<rect width="5" height="5" stroke="red" {attribute}/>').code == "svg-unsupported"


def test_what_drawing_programs_add_is_passed_over() -> None:
    foreign = 'xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:label="x" version="1.1" xml:space="preserve"'
    inside = "<title>Logo</title><desc>a <b>bold</b> one</desc><metadata><x><y/></x></metadata><i:view><rect/></i:view>"
    inside += (
        '<defs><linearGradient id="g"/></defs><rect width="5" height="5" i:z="1" style="-inkscape-x:1"><title/></rect>'
    )
    assert len(drawn(inside, f'viewBox="0 0 9 9" {foreign}').shapes) == 1


def test_a_drawing_without_ink_is_refused() -> None:
    assert refused("<g/>").code == "svg-blank"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00",
        b"<svg",
        b"<html/>",
        b"\x89PNG",
        f"<svg {SVG} viewBox='0 0 9 9'><rect/>".encode(),
        b'<?xml version="1.0" encoding="klingon"?><svg/>',
        b"<svg width='9' height='9'>\xff</svg>",
        b'<svg a="1" a="2"/>',
    ],
)
def test_what_is_no_whole_svg_is_refused(data: bytes) -> None:
    with pytest.raises(AssetError) as caught:
        read_svg(data)
    assert caught.value.code == "svg-broken"


def test_compressed_and_large_files_are_refused() -> None:
    for data, code in ((b"\x1f\x8b\x08", "svg-compressed"), (b" " * 2_000_001, "svg-too-large")):
        with pytest.raises(AssetError) as caught:
            read_svg(data)
        assert caught.value.code == code


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE svg [<!ENTITY a "x">]>',
        "<!DOCTYPE svg [<!ELEMENT svg ANY>]>",
        '<!DOCTYPE svg [<!ATTLIST g fill CDATA "red">]>',
        '<!DOCTYPE svg SYSTEM "file:///etc/passwd" [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
    ],
)
def test_declarations_are_refused(head: str) -> None:
    with pytest.raises(AssetError) as caught:
        read_svg(f'{head}<svg {SVG} viewBox="0 0 9 9"><rect width="5" height="5"/></svg>'.encode())
    assert caught.value.code == "svg-entities"


def test_an_entity_of_an_outside_document_type_is_refused() -> None:
    with pytest.raises(AssetError):
        read_svg(f'<!DOCTYPE svg SYSTEM "x.dtd"><svg {SVG} viewBox="0 0 9 9"><rect width="&w;"/></svg>'.encode())


def test_depth_and_count_have_an_end() -> None:
    deep = DEEPEST - 2
    assert drawn("<g>" * deep + '<rect width="5" height="5"/>' + "</g>" * deep).shapes
    assert refused("<g>" * DEEPEST + '<rect width="5" height="5"/>' + "</g>" * DEEPEST).code == "svg-too-deep"
    assert refused('<path d="M0 0h1"/>' * 20_001).code == "svg-too-complex"


# -- what is done with a drawing ---------------------------------------------------------------------------------------
def test_groups_are_told_by_the_outermost_that_has_a_name() -> None:
    rect = '<rect width="5" height="5"/>'
    drawing = drawn(f'<g><g id="art"><g id="inner">{rect}</g></g></g><g id="bg">{rect}</g>{rect}')
    assert [found.group for found in drawing.shapes] == ["art", "bg", None]
    assert [found.group for found in drawing.without("art").shapes] == ["bg", None]


def test_colours_can_be_swapped() -> None:
    drawing = drawn('<rect width="5" height="5" fill="#010101" stroke="#020202"/><path d="M0 0h1" fill="#030303"/>')
    swapped = drawing.recoloured({"#010101": "#aaaaaa", "#020202": "#010101"})
    assert [(s.fill, s.stroke) for s in swapped.shapes] == [("#aaaaaa", "#010101"), ("#030303", None)]
    assert drawing.shapes[0].fill == "#010101"


def test_bounds_take_in_half_a_line() -> None:
    assert drawn('<path d="M2 2h4" fill="none" stroke="red" stroke-width="2"/>').bounds == (1, 1, 7, 3)
    assert drawn('<rect width="5" height="5"/>').without("x").bounds == (0, 0, 5, 5)
    assert Drawing(9, 9, ()).bounds == (0, 0, 0, 0)


@pytest.mark.parametrize("path", ILLUSTRATIONS, ids=lambda path: path.stem)
def test_an_illustration_of_the_library(path: Path) -> None:
    drawing = read_svg(path.read_bytes())
    assert (drawing.width, drawing.height) == (400, 400)
    assert {found.group for found in drawing.shapes} <= {"bg", "art"}
    slots = set(json.loads((path.parent / "slots.json").read_text(encoding="utf-8"))["slots"].values())
    used = {colour for found in drawing.shapes for colour in (found.fill, found.stroke) if colour}
    assert used <= slots | {"#ffffff"}
    assert used == set(re.findall(r'(?:fill|stroke)="(#\w+)"', path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", ["logo", "logo-light"])
def test_the_logo_fills_its_view_box(name: str) -> None:
    drawing = read_svg((LAYOUTS / f"brands/little-room/{name}.svg").read_bytes())
    assert drawing.bounds == pytest.approx((0, 0, drawing.width, drawing.height), abs=0.02)


_TOKENS = ["<g>", "</g>", '<rect width="5" height="5"/>', "<style>.a{fill:red}</style>", "<defs>", "</defs>", "<title>"]
_TOKENS += [
    "</title>",
    '<path class="a" d="M0 0h1"/>',
    "x",
    "<x/>",
    '<g id="i">',
    "<!--c-->",
    "<?p?>",
    '<x:y xmlns:x="u"/>',
]


@given(st.lists(st.sampled_from(_TOKENS), max_size=12))
def test_any_order_of_elements_is_read_or_refused(tokens: list[str]) -> None:
    try:
        drawing = drawn("".join(tokens))
    except AssetError:
        return
    assert drawing.shapes
