"""What drawing programs write beyond plain shapes, looked at on the page: each as a browser shows it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageColor

from generator.base.errors import AssetError
from generator.typeset.drawing import Drawing
from generator.typeset.inks import inks
from generator.typeset.svg_reader import read_svg
from tests.support.vectors import GROUND, SIDE, apart, pictured

Place = tuple[float, float]
BARE = ImageColor.getrgb(GROUND)


def drawn(inside: str, root: str = 'viewBox="0 0 100 100"') -> Drawing:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {root}>'
    return read_svg(f"{head}{inside}</svg>".encode())


def seen(inside: str, *places: Place, root: str = 'viewBox="0 0 100 100"') -> list[tuple[int, ...]]:
    """The colours at places of a drawing of 100 by 100."""
    (picture,) = pictured([drawn(inside, root)])
    found = []
    for x, y in places:
        pixel = picture.getpixel((int(x / 100 * SIDE), int(y / 100 * SIDE)))
        assert isinstance(pixel, tuple)
        found.append(pixel)
    return found


def alike(one: str, other: str) -> bool:
    """Whether two drawings look the same."""
    return apart(*pictured([drawn(one), drawn(other)])).same


def near(pixel: tuple[int, ...], colour: tuple[int, ...], slack: int = 4) -> bool:
    return max(abs(a - b) for a, b in zip(pixel, colour, strict=True)) <= slack


# -- elements used again -----------------------------------------------------------------------------------------------
RED = '<rect id="r" width="20" height="20" fill="#ff0000"/>'


def test_what_is_used_again_stands_where_it_is_put_and_inherits_there() -> None:
    inside = '<defs><rect id="r" width="20" height="20"/></defs><g fill="#00ff00" transform="scale(2)">'
    inside += '<use href="#r" x="10"/><use xlink:href="#r" y="20" fill="#0000ff"/></g>'
    other = '<rect x="20" width="40" height="40" fill="#00ff00"/><rect y="40" width="40" height="40" fill="#0000ff"/>'
    assert alike(inside, other)


def test_a_symbol_fits_into_its_place_and_is_cut_to_it() -> None:
    symbol = '<symbol id="s" viewBox="0 0 10 10"><rect x="-9" width="14" height="10" fill="#ff0000"/></symbol>'
    assert alike(
        symbol + '<use href="#s" x="20" y="10" width="40" height="20"/>',
        '<rect x="20" y="10" width="20" height="20" fill="#ff0000"/>',
    )


def test_a_drawing_inside_of_a_drawing() -> None:
    inner = '<svg x="10" y="20" width="50%" height="40" viewBox="0 0 2 1" preserveAspectRatio="xMinYMax slice">'
    assert alike(
        inner + '<rect width="2" height="1" fill="#ff0000"/></svg>',
        '<rect x="10" y="20" width="50" height="40" fill="#ff0000"/>',
    )


def test_percentages_are_of_the_drawing() -> None:
    assert alike(
        '<rect x="10%" y="20%" width="50%" height="25%"/><circle cx="80%" cy="80%" r="10%"/>',
        '<rect x="10" y="20" width="50" height="25"/><circle cx="80" cy="80" r="10"/>',
    )


def test_a_switch_shows_the_first_that_any_program_can() -> None:
    inside = '<switch><foreignObject requiredExtensions="x"/><g><rect width="9" height="9"/></g><rect/></switch>'
    assert len(drawn(inside).shapes) == 1


def test_a_link_is_only_what_is_in_it() -> None:
    assert len(drawn('<a href="https://e.example"><rect width="9" height="9"/></a>').shapes) == 1


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ('<use href="#none"/>', "svg-reference"),
        ('<use href="other.svg#r"/>', "svg-reference"),
        ("<use/>", "svg-reference"),
        ('<g id="a"><use href="#a"/></g>', "svg-reference"),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "svg-reference"),
        ('<rect width="9" height="9" fill="url(https://e.example/#g)"/>', "svg-reference"),
        ('<rect width="9" height="9" fill="url(#none)"/>', "svg-reference"),
        ('<pattern id="p"/><rect width="9" height="9" fill="url(#p)"/>', "svg-unsupported"),
        ('<linearGradient id="g" href="#g"/><rect width="9" height="9" fill="url(#g)"/>', "svg-reference"),
        ('<clipPath id="c" clip-path="url(#c)"><rect width="9" height="9"/></clipPath>'
         '<rect width="9" height="9" clip-path="url(#c)"/>', "svg-reference"),
        ('<mask id="m"><rect width="9" height="9" mask="url(#m)"/></mask><rect width="9" height="9" mask="url(#m)"/>',
         "svg-reference"),
        ('<clipPath id="c"><text>x</text></clipPath><rect width="9" height="9" clip-path="url(#c)"/>',
         "svg-unsupported"),
    ],
)  # fmt: skip
def test_a_name_that_leads_nowhere_or_round_and_round_is_refused(inside: str, code: str) -> None:
    with pytest.raises(AssetError) as caught:
        drawn(inside)
    assert (caught.value.code, bool(caught.value.help)) == (code, True)


def test_ten_that_use_ten_that_use_ten_are_stopped() -> None:
    bomb = '<g id="g0"><rect width="1" height="1"/></g>'
    bomb += "".join(f'<g id="g{i + 1}">' + f'<use href="#g{i}"/>' * 10 + "</g>" for i in range(9))
    empty = bomb.replace('<rect width="1" height="1"/>', "")
    for inside in (bomb, empty):
        with pytest.raises(AssetError) as caught:
            drawn(inside + '<use href="#g9"/>')
        assert caught.value.code == "svg-too-complex"
    chain = "".join(f'<g id="c{i}"><use href="#c{i + 1}"/></g>' for i in range(80)) + '<rect id="c80"/>'
    with pytest.raises(AssetError) as caught:
        drawn(chain)
    assert caught.value.code == "svg-too-deep"


# -- gradients ---------------------------------------------------------------------------------------------------------
STOPS = '<stop offset="0" stop-color="#ff0000"/><stop offset="1" stop-color="#0000ff"/>'
FIELD = '<rect width="100" height="100" fill="url(#g)"/>'


def test_a_gradient_goes_across_its_shape() -> None:
    left, middle, right = seen(f'<linearGradient id="g">{STOPS}</linearGradient>{FIELD}', (2, 50), (50, 9), (98, 90))
    assert near(left, (250, 0, 5), 6)
    assert near(middle, (128, 0, 128), 6)
    assert near(right, (5, 0, 250), 6)


@pytest.mark.parametrize(
    "gradient",
    [
        f'<linearGradient id="g" x1="0" y1="0" x2="0" y2="1">{STOPS}</linearGradient>',
        f'<linearGradient id="g" x2="0%" y2="100%">{STOPS}</linearGradient>',
        f'<linearGradient id="g" gradientTransform="rotate(90)">{STOPS}</linearGradient>',
        f'<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="100">{STOPS}</linearGradient>',
        f'<linearGradient id="h">{STOPS}</linearGradient><linearGradient id="g" href="#h" x2="0" y2="1"/>',
        f'<linearGradient id="g" x2="0" y2="1"/>{FIELD}<linearGradient id="i">{STOPS}</linearGradient>'.replace(
            'y2="1"', 'y2="1" xlink:href="#i"'),
        '<style>.s{stop-color:#f00}</style><linearGradient id="g" x2="0" y2="1"><stop class="s"/>'
        '<stop offset="100%" style="stop-color:#0000ff;stop-opacity:1"/></linearGradient>',
    ],
)  # fmt: skip
def test_ways_to_say_a_gradient_that_goes_down(gradient: str) -> None:
    top, low = seen(gradient + FIELD, (20, 25), (80, 75))
    assert near(top, (191, 0, 64), 6)
    assert near(low, (64, 0, 191), 6)


def test_a_round_gradient_and_its_light() -> None:
    plain = f'<radialGradient id="g">{STOPS}</radialGradient>{FIELD}'
    middle, half, corner = seen(plain, (50, 50), (75, 50), (2, 2))
    assert near(middle, (253, 0, 2), 8)
    assert near(half, (128, 0, 128), 8)
    assert near(corner, (0, 0, 255))
    aside = seen(f'<radialGradient id="g" fx="0.2">{STOPS}</radialGradient>{FIELD}', (20, 50), (50, 50))
    assert near(aside[0], (253, 0, 2), 10)
    assert aside[1][2] > 80


def test_a_gradient_turns_with_its_shape() -> None:
    inside = f'<linearGradient id="g">{STOPS}</linearGradient><g transform="translate(100 0) rotate(90)">{FIELD}</g>'
    assert near(seen(inside, (50, 25))[0], (191, 0, 64), 6)


@pytest.mark.parametrize(
    ("spread", "third"), [("pad", (0, 0, 255)), ("repeat", (64, 0, 191)), ("reflect", (191, 0, 64))]
)
def test_past_its_end_a_gradient_stays_or_is_gone_through_again(spread: str, third: tuple[int, ...]) -> None:
    inside = f'<linearGradient id="g" x2="0.5" spreadMethod="{spread}">{STOPS}</linearGradient>{FIELD}'
    first, after = seen(inside, (37.5, 50), (87.5, 50))
    assert near(first, (64, 0, 191), 8)
    assert near(after, third, 8)


def test_a_jump_at_the_end_of_a_gradient_is_kept() -> None:
    stops = STOPS + '<stop offset="1" stop-color="#00ff00"/>'
    inside = f'<linearGradient id="g" x1="0.5" x2="0.6"><stop stop-color="#ffffff"/>{stops}</linearGradient>{FIELD}'
    assert seen(inside, (10, 50), (90, 50)) == [(255, 255, 255), (0, 255, 0)]


def test_opacities_of_a_gradient_let_the_page_through() -> None:
    stops = '<stop stop-color="#ff0000"/><stop offset="1" stop-color="#ff0000" stop-opacity="0"/>'
    left, middle, right = seen(f'<linearGradient id="g">{stops}</linearGradient>{FIELD}', (1, 50), (50, 50), (99, 50))
    assert near(left, (255, 0, 0), 8)
    assert near(middle, tuple((a + b) // 2 for a, b in zip((255, 0, 0), BARE, strict=True)), 6)
    assert near(right, BARE, 6)


def test_a_line_may_be_drawn_in_a_gradient() -> None:
    line = '<path d="M10 50H90" fill="none" stroke="url(#g)" stroke-width="20"/>'
    gradient = f'<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" x2="100">{STOPS}</linearGradient>'
    inside, beside = seen(gradient + line, (50, 50), (50, 30))
    assert near(inside, (128, 0, 128), 8)
    assert beside == BARE


def test_a_gradient_that_paints_nothing() -> None:
    for gradient in ('<linearGradient id="g"/>', f'<linearGradient id="g">{STOPS}</linearGradient>'):
        with pytest.raises(AssetError, match="draws nothing"):
            drawn(gradient + '<path d="M0 5H90" fill="url(#g)"/>')


# -- clips, masks, layers ----------------------------------------------------------------------------------------------
def test_a_clip_shows_what_is_inside_of_it() -> None:
    clip = '<clipPath id="c"><circle cx="50" cy="50" r="30"/></clipPath>'
    inside = f'{clip}<g clip-path="url(#c)"><rect width="100" height="100" fill="#ff0000"/></g>'
    assert alike(inside, '<circle cx="50" cy="50" r="30" fill="#ff0000"/>')


@pytest.mark.parametrize("way", ["M20 20H60V60H20Z", "M20 20V60H60V20Z"])
def test_a_clip_of_outlines_that_overlap_shows_both(way: str) -> None:
    clip = f'<clipPath id="c"><path d="{way}"/><rect x="40" y="40" width="40" height="40"/></clipPath>'
    inside = f'{clip}<rect width="100" height="100" fill="#ff0000" clip-path="url(#c)"/>'
    both = '<path d="M20 20H60V60H20Z" fill="#ff0000"/><path d="M40 40H80V80H40Z" fill="#ff0000"/>'
    assert alike(inside, both)


def test_a_clip_measured_by_what_it_clips_and_one_of_a_clip() -> None:
    clip = '<clipPath id="a"><rect x="50" width="50" height="100"/></clipPath>'
    clip += '<clipPath id="c" clipPathUnits="objectBoundingBox" clip-path="url(#a)">'
    clip += '<rect x="0.25" y="0.25" width="0.5" height="0.5"/></clipPath>'
    inside = f'{clip}<rect x="20" y="20" width="60" height="60" fill="#ff0000" clip-path="url(#c)"/>'
    assert alike(inside, '<rect x="50" y="35" width="15" height="30" fill="#ff0000"/>')


@pytest.mark.parametrize(
    "mask",
    [
        '<mask id="m" fill="#fff"><use href="#s"/></mask>',  # Sketch
        '<mask id="m" style="mask-type:alpha" maskUnits="userSpaceOnUse" x="0" y="0" width="100" height="100">'
        '<circle cx="50" cy="50" r="30" fill="#d9d9d9"/></mask>',  # Figma
        '<g fill="#fff"><mask id="m"><circle cx="50" cy="50" r="30"/></mask></g>',
        '<mask id="m"><rect width="100" height="100" fill="#000"/><circle cx="50" cy="50" r="30" fill="#fff"/></mask>',
    ],
)  # fmt: skip
def test_a_mask_as_programs_write_it(mask: str) -> None:
    inside = f'<defs><circle id="s" cx="50" cy="50" r="30"/></defs>{mask}'
    inside += '<g mask="url(#m)"><rect width="100" height="100" fill="#ff0000"/></g>'
    assert alike(inside, '<circle cx="50" cy="50" r="30" fill="#ff0000"/>')


def test_a_grey_mask_lets_half_through() -> None:
    inside = '<mask id="m"><rect width="100" height="100" fill="#808080"/></mask>'
    inside += '<rect width="100" height="100" fill="#ff0000" mask="url(#m)"/>'
    assert near(seen(inside, (50, 50))[0], tuple((a + b) // 2 for a, b in zip((255, 0, 0), BARE, strict=True)))


def test_the_opacity_of_a_group_is_that_of_all_of_it_together() -> None:
    inside = '<g opacity="0.5"><rect width="60" height="100" fill="#ff0000"/><rect x="40" width="60" height="100"'
    inside += ' fill="#ff0000" stroke="#ff0000"/></g>'
    (left, middle) = seen(inside, (20, 50), (50, 50))
    assert left == middle
    assert near(left, tuple((a + b) // 2 for a, b in zip((255, 0, 0), BARE, strict=True)))


def test_a_blend_multiplies() -> None:
    inside = '<rect width="100" height="100" fill="#00ffff"/><rect width="50" height="100" fill="#ffff00"'
    inside += ' style="mix-blend-mode:multiply"/>'
    assert seen(inside, (25, 50), (75, 50)) == [(0, 255, 0), (0, 255, 255)]


# -- lines -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("cap", "there"), [("round", True), ("square", True), ("butt", False)])
def test_a_line_without_length_is_its_ends(cap: str, there: bool) -> None:
    inside = (
        f'<rect width="1" height="1"/><path d="M50 50z" stroke="#ff0000" stroke-width="40" stroke-linecap="{cap}"/>'
    )
    assert seen(inside, (50, 50), (35, 50)) == [(255, 0, 0) if there else BARE] * 2


def test_a_line_is_stretched_with_its_shape() -> None:
    line = '<path transform="scale(1 4)" d="M10 12H90" stroke="#ff0000" stroke-width="5"/>'
    assert alike(line, '<rect x="10" y="38" width="80" height="20" fill="#ff0000"/>')


def test_where_dashes_begin_and_what_lies_on_top() -> None:
    dashes = '<path d="M0 50H100" stroke="#ff0000" stroke-width="20" stroke-dasharray="20" stroke-dashoffset="20"/>'
    assert seen(dashes, (10, 50), (30, 50)) == [BARE, (255, 0, 0)]
    below = '<rect x="30" y="30" width="40" height="40" fill="#0000ff" stroke="#ff0000" stroke-width="20"'
    assert seen(below + ' paint-order="stroke"/>', (35, 50), (25, 50)) == [(0, 0, 255), (255, 0, 0)]
    assert seen(below + "/>", (35, 50)) == [(255, 0, 0)]


# -- what is made of it ------------------------------------------------------------------------------------------------
@given(st.integers(0, 255), st.integers(0, 255))
def test_colours_are_swapped_in_gradients_too(one: int, other: int) -> None:
    stops = f'<stop stop-color="#{one:02x}0000"/><stop offset="1" stop-color="#{other:02x}0000"/>'
    drawing = drawn(f'<linearGradient id="g">{stops}</linearGradient>{FIELD}')
    assert drawing.paints == {f"#{one:02x}0000", f"#{other:02x}0000"}
    assert drawing.recoloured(dict.fromkeys(drawing.paints, "#00ff00")).paints == {"#00ff00"}


@pytest.mark.parametrize(
    ("inside", "colour", "share"),
    [
        (f'<linearGradient id="g"><stop stop-color="#fff"/><stop offset=".5" stop-color="#fff"/>'
         f'<stop offset=".5" stop-color="#00f"/></linearGradient>{FIELD}', "#ffffff", 0.5),
        ('<clipPath id="c"><rect width="100" height="25"/></clipPath><rect width="100" height="100" fill="#00f"/>'
         '<rect width="100" height="100" fill="#fff" clip-path="url(#c)"/>', "#ffffff", 0.25),
        ('<mask id="m"><rect width="100" height="75" fill="#fff"/></mask><rect width="100" height="100" fill="#00f"/>'
         '<rect width="100" height="100" fill="#fff" mask="url(#m)"/>', "#ffffff", 0.75),
        ('<rect width="100" height="100" fill="#00f"/><g opacity=".2"><rect width="90" height="90" fill="#fff"/>'
         '<rect width="9" height="9" fill="#fff"/></g>', "#ffffff", 0.0),
    ],
)  # fmt: skip
def test_what_a_logo_shows_is_seen_through_all_of_that(inside: str, colour: str, share: float) -> None:
    assert dict(inks(drawn(inside)).shares).get(colour, 0.0) == pytest.approx(share, abs=0.03)
