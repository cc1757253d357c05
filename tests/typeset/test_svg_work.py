"""Small files that multiply, and numbers at the edge of what a computer holds: refused in words, or drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.errors import AssetError
from generator.pdf.vector_forms import Form
from generator.typeset.artforms import form_of
from generator.typeset.drawing import Drawing
from generator.typeset.inks import inks
from generator.typeset.svg_reader import read_svg
from generator.typeset.svg_tree import DEEPEST

BOX = '<rect width="50" height="50"/>'


def drawn(inside: str, head: str = "") -> Drawing:
    return read_svg(f'{head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{inside}</svg>'.encode())


def refused(inside: str, head: str = "") -> AssetError:
    with pytest.raises(AssetError) as caught:
        drawn(inside, head)
    assert caught.value.help
    assert re.match(r"line \d+, <", caught.value.message)
    return caught.value


def codes(form: Form) -> Iterator[str]:
    yield form.code
    yield from form.patterns.values()
    for _, mask in form.states.values():
        if mask is not None:
            yield from codes(mask)
    for part in form.forms.values():
        yield from codes(part)


def used(drawing: Drawing) -> str:
    """Return what is written of a drawing, after its colours were looked at."""
    assert sum(share for _, share in inks(drawing).shares) <= 1.000001
    return "\n".join(codes(form_of(drawing)))


# -- work that is multiplied -------------------------------------------------------------------------------------------
STOPS = "".join(f'<stop offset="{i / 200}" stop-color="#{i:02x}0000"/>' for i in range(200))
REPEATED = '<linearGradient id="a" gradientUnits="userSpaceOnUse" x2="1.7" spreadMethod="reflect">'
PARTS = "".join(f'<rect x="{i % 25 * 4}" y="{i // 25 * 4}" width="3" height="3"/>' for i in range(500))
CLIPPED = '<rect width="50" height="50" clip-path="url(#c)"{}/>'
WHOLE = f'<clipPath id="c">{BOX}</clipPath>'
BY_BOX = '<clipPath id="c" clipPathUnits="objectBoundingBox"><rect width="1" height="1"/></clipPath>'
GROUP = '<g clip-path="url(#c)">'
MANY = {
    "a gradient of many stops, used often": f'<linearGradient id="a">{STOPS}</linearGradient>'
    + '<rect width="50" height="50" fill="url(#a)"/>' * 5_000,
    "a gradient that is gone through again": f"{REPEATED}{STOPS}</linearGradient>"
    + '<rect width="100" height="50" fill="url(#a)"/>' * 300,
    "one clip of many outlines": f'<clipPath id="c">{PARTS}</clipPath>' + CLIPPED.format("") * 1_000,
    "clips that differ": f'<clipPath id="c">{PARTS}</clipPath>'
    + "".join(CLIPPED.format(f' transform="translate({i / 100})"') for i in range(1_000)),
    "many shapes in many layers": WHOLE + GROUP * 58 + BOX * 5_000 + "</g>" * 58,
    "a long path in many groups": BY_BOX + GROUP * 58 + f'<path d="M0 0{"L9 9L8 0" * 10_000}"/>' + "</g>" * 58,
    "rules of one class": "<style>"
    + "".join(f".a.b{i}{{fill:red}}" for i in range(1_000))
    + f"</style>{BOX}"
    + "".join(f'<g class="a b{i}"/>' for i in range(1_000)),
}


@pytest.mark.parametrize("what", MANY)
def test_what_a_small_file_multiplies_is_counted(what: str) -> None:
    assert refused(MANY[what]).code == "svg-too-complex"


def test_what_lies_below_is_drawn() -> None:
    fields = "".join(f'<rect width="50" height="{i}" fill="url(#a)"/>' for i in range(1, 200))
    assert len(drawn(f'<linearGradient id="a">{STOPS}</linearGradient>{fields}').shapes) == 199
    assert len(drawn(WHOLE + GROUP * 20 + BOX * 1_000 + "</g>" * 20).shapes[0].layers) == 20
    clips = "".join(CLIPPED.format(f' transform="translate({i})"') for i in range(9))
    assert len({shape.layers[0].clips for shape in drawn(f'<clipPath id="c">{PARTS}</clipPath>{clips}').shapes}) == 9


def test_shapes_of_one_size_share_a_gradient() -> None:
    one, other, third = drawn(
        f'<linearGradient id="a">{STOPS}</linearGradient>' + '<rect width="9" height="9" fill="url(#a)"/>' * 2
        + '<rect width="9" height="8" fill="url(#a)"/>'
    ).shapes  # fmt: skip
    assert one.gradient is other.gradient
    assert third.gradient != one.gradient


def test_many_rules_on_many_elements_are_found_by_what_they_name() -> None:
    css = "".join(f".c{i}#x{i}{{fill:red}}" for i in range(1_000))
    groups = "".join(f'<g id="i{i}"/>' for i in range(20_000))
    marked = '<rect id="x7" class="c7 c8" width="9" height="9"/><rect id="x7" class="c8" width="9" height="9"/>'
    assert [shape.fill for shape in drawn(f"<style>{css}</style>{marked}{groups}").shapes] == ["#ff0000", "#000000"]


NAMES = st.sampled_from(["a", "b", "c"])
SELECTORS = st.tuples(
    st.sampled_from(["", "*", "rect", "path"]), st.lists(st.tuples(st.sampled_from(".#"), NAMES), max_size=3)
).map(lambda parts: parts[0] + "".join(sign + name for sign, name in parts[1]))


@given(
    st.lists(st.tuples(SELECTORS.filter(bool), st.integers(0, 255)), max_size=8),
    st.lists(NAMES, max_size=3),
    NAMES,
)
def test_the_rule_of_most_weight_stands_whatever_way_it_was_found(
    rules: list[tuple[str, int]], classes: list[str], ident: str
) -> None:
    css = "".join(f"{selector}{{fill:#{shade:02x}0001}}" for selector, shade in rules)
    (found,) = drawn(
        f'<style>{css}</style><rect id="{ident}" class="{" ".join(classes)}" width="9" height="9"/>'
    ).shapes

    def weight(selector: str) -> tuple[int, int, bool] | None:
        parts = set(re.findall(r"[.#]\w", selector))
        element = re.sub(r"[.#]\w", "", selector)
        has = {f"#{ident}", *(f".{name}" for name in classes)}
        if element not in ("", "*", "rect") or not parts <= has:
            return None
        return sum(part[0] == "#" for part in parts), sum(part[0] == "." for part in parts), element == "rect"

    best = max(((w, i) for i, (selector, _) in enumerate(rules) if (w := weight(selector)) is not None), default=None)
    assert found.fill == ("#000000" if best is None else f"#{rules[best[1]][1]:02x}0001")


def test_clips_of_clips_end() -> None:
    def chain(count: int) -> str:
        links = "".join(
            f'<clipPath id="c{i}" clip-path="url(#c{i + 1})"><rect width="{i + 9}" height="9"/></clipPath>'
            for i in range(count - 1)
        )
        last = f'<clipPath id="c{count - 1}"><rect width="5" height="5"/></clipPath>'
        return f'{links}{last}<rect width="50" height="50" clip-path="url(#c0)"/>'

    (found,) = drawn(chain(DEEPEST)).shapes
    assert len(found.layers[0].clips) == DEEPEST
    assert refused(chain(DEEPEST + 1)).code == "svg-too-deep"
    assert refused(chain(3_000)).code == "svg-too-deep"
    assert refused(
        '<clipPath id="c" clip-path="url(#c)"><path d="M0 0h9v9z"/></clipPath>' + CLIPPED.format("")
    ).code == ("svg-reference")


# -- numbers -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("factor", ["1000000", "0.0001", "1 0.001"])
def test_transforms_within_each_other_stay_within_bounds(factor: str) -> None:
    nested = f'<g transform="scale({factor})">' * 45 + '<rect width="1" height="1" stroke="red"/>' + "</g>" * 45
    assert refused(BOX + nested).code == "svg-transform"
    assert refused(BOX + WHOLE + nested.replace("<rect", '<rect clip-path="url(#c)"')).code == "svg-transform"


TWO = '<stop stop-color="red"/><stop offset="1" stop-color="blue"/>'


@pytest.mark.parametrize("spread", ["pad", "repeat", "reflect"])
@pytest.mark.parametrize("size", ["1e-320", "1e-200", "1e-100", "1e-10"])
def test_a_gradient_of_almost_no_size_is_past_its_end(size: str, spread: str) -> None:
    kind = f'id="a" gradientUnits="userSpaceOnUse" spreadMethod="{spread}"'
    for gradient in (
        f'<linearGradient {kind} x1="0" x2="{size}">{TWO}</linearGradient>',
        f'<radialGradient {kind} cx="0" cy="0" r="{size}">{TWO}</radialGradient>',
    ):
        (found,) = drawn(gradient + '<rect width="9" height="9" fill="url(#a)"/>').shapes
        assert (found.fill, found.gradient) == ("#0000ff", None)
    by_box = f'<linearGradient id="a" spreadMethod="{spread}">{TWO}</linearGradient>{BOX}'
    if float(size) < 1e-20:  # what has no size has no gradient
        assert len(drawn(f'{by_box}<rect width="{size}" height="{size}" fill="url(#a)"/>').shapes) == 1


NUMBERS = st.one_of(
    st.sampled_from(
        ["0", "1", "-1", "1e-320", "1e-200", "1e-100", "1e-12", "1e-9", "1e-5", "0.001", "1e6", "-1e6", "1e5"]
    ),
    st.floats(-1e6, 1e6).map(repr),
    st.floats(0, 1e-6).map(repr),
)
TRANSFORMS = st.one_of(
    st.tuples(st.sampled_from(["scale", "translate", "rotate", "skewX", "skewY"]), NUMBERS).map(
        "{0[0]}({0[1]})".format
    ),
    st.tuples(NUMBERS, NUMBERS).map("scale({0[0]} {0[1]})".format),
    st.tuples(*[NUMBERS] * 6).map(lambda six: f"matrix({' '.join(six)})"),
)
GRADIENTS = st.tuples(
    st.sampled_from(["linearGradient", "radialGradient"]),
    st.dictionaries(st.sampled_from(["x1", "y1", "x2", "y2", "cx", "cy", "r", "fx", "fy", "fr"]), NUMBERS),
    st.sampled_from(["userSpaceOnUse", "objectBoundingBox"]),
    st.sampled_from(["pad", "repeat", "reflect"]),
    st.one_of(st.just(""), TRANSFORMS),
    st.lists(NUMBERS, min_size=1, max_size=4),
)
PAINTED = st.sampled_from(
    [
        'fill="url(#g)"',
        'fill="none" stroke="url(#g)" stroke-width="{}"',
        'stroke="red" stroke-dasharray="{}" stroke-linecap="round" stroke-width="{}"',
        'clip-path="url(#c)" fill="url(#g)"',
        'mask="url(#m)" stroke="red"',
    ]
)
SHAPES = st.sampled_from(
    [
        '<rect x="{}" width="{}" height="{}" ',
        '<circle cx="{}" r="{}" ',
        '<path d="M{},{}l1 0 0,{}z" ',
        '<path d="M0 0C{},{} {},{} 5 5a{},{} 3 0 1 {},{}" ',
        '<use href="#u" x="{}" ',
    ]
)


def filled(text: str, values: list[str]) -> str:
    return text.format(*values[: text.count("{}")])


@settings(max_examples=400, deadline=None)
@given(
    st.lists(TRANSFORMS, max_size=12),
    GRADIENTS,
    SHAPES,
    PAINTED,
    st.lists(NUMBERS, min_size=8, max_size=8),
    st.sampled_from(["userSpaceOnUse", "objectBoundingBox"]),
)
def test_any_numbers_are_drawn_or_refused(
    transforms: list[str],
    gradient: tuple[str, dict[str, str], str, str, str, list[str]],
    shape: str,
    paint: str,
    values: list[str],
    units: str,
) -> None:
    kind, places, gradient_units, spread, turned, offsets = gradient
    said = "".join(f' {name}="{value}"' for name, value in places.items())
    stops = "".join(f'<stop offset="{at}" stop-color="#{i}0{i}"/>' for i, at in enumerate(offsets))
    inside = (
        f'<{kind} id="g" gradientUnits="{gradient_units}" spreadMethod="{spread}" gradientTransform="{turned}"{said}>'
        f'{stops}</{kind}><clipPath id="c" clipPathUnits="{units}"><circle r="{values[0]}"/></clipPath>'
        f'<mask id="m" maskContentUnits="{units}"><rect width="{values[1]}" height="1" fill="#fff"/></mask>'
        f'<defs><symbol id="u" viewBox="0 0 9 {values[2]}"><rect width="9" height="9"/></symbol></defs>{BOX}'
        + "".join(f'<g transform="{one}">' for one in transforms)
        + filled(shape, values)
        + filled(paint, values[::-1])
        + "/>"
        + "</g>" * len(transforms)
    )
    try:
        drawing = drawn(inside)
    except AssetError:
        return
    assert not re.search(r"\b(nan|inf)\b", repr(drawing))
    assert not re.search(r"nan|inf|\[0( 0)*\] \S+ d\b", used(drawing))


@pytest.mark.parametrize("dash", ["1e-300", "0.0000001", "0.0000001 0", "0 1e-9"])
def test_dashes_that_are_written_as_nothing_are_left_out(dash: str) -> None:
    line = f'<path d="M0 9H90" stroke="red" stroke-dasharray="{dash}" stroke-dashoffset="1"/>'
    assert " [] 0 d" in used(drawn(line))
    assert "[20 0]" in used(drawn('<path d="M0 9H90" stroke="red" stroke-dasharray="2 0" stroke-dashoffset="1"/>'))


# -- what a document type names ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        '<!DOCTYPE svg SYSTEM "https://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        "<!DOCTYPE svg>",
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://127.0.0.1:9/svg11.dtd">',
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "">',
    ],
)
def test_the_document_type_of_svg_is_passed_over(head: str) -> None:
    assert len(drawn(BOX, head).shapes) == 1


@pytest.mark.parametrize(
    "system", ["file:///etc/passwd", "svg.dtd", "http://www.w3.org.example/a.dtd", "//www.w3.org/"]
)
def test_any_other_document_type_is_refused_by_name(system: str) -> None:
    found = refused(BOX, f'<!DOCTYPE svg SYSTEM "{system}">')
    assert found.code == "svg-reference"
    assert system in found.message
