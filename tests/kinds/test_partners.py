from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image

from tests.support.goldens import Goldens
from tests.support.making import Built, build, handout
from tests.support.onpage import characters, off_page
from tests.support.reading import tree_text

BRAND = """\
name: With partners
colours: {primary: "#17565c"}
contact: {phone: 01632 960 001, web: "https://bench.example"}
disclaimer: General information only.
partners:
"""


def svg(width: int, height: int, fill: str = "#402060") -> bytes:
    shape = f'<rect width="{width}" height="{height}" fill="{fill}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{shape}</svg>'.encode()


def png(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#a03040").save(out, "PNG")
    return out.getvalue()


def with_partners(logos: dict[str, bytes], name: str, more: str = "", **choices: str) -> Built:
    lines = "".join(f"  - {{file: {file}, alt: Partner {i}{more}}}\n" for i, file in enumerate(logos, 1))
    return branded(name, BRAND + lines, logos, **choices)


def branded(name: str, brand: str, logos: dict[str, bytes], **choices: str) -> Built:
    files = {f"layouts/brands/{name}/{file}": data for file, data in logos.items()}
    files[f"layouts/brands/{name}/brand.yaml"] = brand.encode()
    return build(handout("- text: Words."), files, brand=name, **choices)


@pytest.fixture(scope="module")
def mixed() -> Built:
    logos = {"wide.svg": svg(400, 50), "tall.svg": svg(60, 120), "square.png": png(400, 400)}
    return with_partners(logos, "three-partners")


def figures(data: bytes) -> dict[str, tuple[float, float]]:
    """Width and height of each Figure by its alternative text, pt."""
    return {alt: (right - left, top - foot) for alt, (left, foot, right, top) in boxes(data).items()}


def boxes(data: bytes) -> dict[str, tuple[float, float, float, float]]:
    """Left, foot, right and top of each Figure by its alternative text, pt."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = {}
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure" and "/Alt" in item:
                left, bottom, right, top = (float(v) for v in item.A.BBox)
                found[str(item.Alt)] = (left, bottom, right, top)
        return found


def test_each_is_read_aloud_once_after_a_word(mixed: Built) -> None:
    assert mixed.errors == []
    assert mixed.lint == []
    assert "Working with" in " ".join(mixed.words())
    assert [alt for alt in figures(mixed.data) if alt.startswith("Partner")] == ["Partner 1", "Partner 2", "Partner 3"]


def test_none_is_stretched_or_much_larger_to_the_eye_than_another(mixed: Built) -> None:
    sizes = figures(mixed.data)
    for alt, ratio in (("Partner 1", 8.0), ("Partner 2", 0.5), ("Partner 3", 1.0)):
        width, tall = sizes[alt]
        assert width / tall == pytest.approx(ratio, rel=0.02)
        assert 10 <= tall <= 34
    areas = [width * tall for alt, (width, tall) in sizes.items() if alt.startswith("Partner")]
    assert max(areas) < 4 * min(areas)


@pytest.mark.poppler
def test_the_picture(mixed: Built, goldens: Goldens) -> None:
    goldens.page("three.png", mixed.data, 0)


@pytest.mark.parametrize("count", [1, 2, 6])
@pytest.mark.parametrize("choices", [{}, {"edition": "ink-saver"}, {"edition": "large-print"}])
def test_any_number_in_every_edition_stays_on_the_page_and_off_the_words(count: int, choices: dict[str, str]) -> None:
    logos = {f"p{i}.svg": svg(300 - 40 * i, 60 + 20 * i) for i in range(count)}
    built = with_partners(logos, f"partners-{count}", **choices)
    assert built.errors == []
    assert built.lint == []
    assert off_page(built.data) == []
    assert sum(alt.startswith("Partner") for alt in figures(built.data)) == count
    assert "General" in "".join(char.text for char in characters(built.data))


def test_more_than_six_are_told() -> None:
    built = with_partners({f"p{i}.svg": svg(100, 50) for i in range(7)}, "partners-7")
    assert [code for _, _, code in built.places] == ["too-many"]


# -- funders, names in words, order, clear space -----------------------------------------------------------------------
HEAD = BRAND.removesuffix("partners:\n")
LOGOS = {"a.svg": svg(200, 80), "b.svg": svg(60, 60), "c.svg": svg(300, 60, "#204060")}
BOTH = (
    HEAD
    + "partners:\n  - {file: a.svg, alt: Partner A}\n  - {name: The Partner in Words}\n"
    + "funders:\n  - {file: b.svg, alt: Funder B, clear_space: 1}\n"
    + "  - {name: A Fund}\n  - {file: c.svg, name: Funder C}\n"
)
EDITIONS: list[dict[str, str]] = [
    {},
    {"edition": "ink-saver"},
    {"edition": "large-print"},
    {"layout": "a4-trifold"},
    {"layout": "a6-cards"},
]


@pytest.mark.parametrize("choices", EDITIONS, ids=lambda choices: "-".join(choices.values()))
def test_partners_then_funders_each_in_the_brands_order(choices: dict[str, str]) -> None:
    built = branded("both", BOTH, LOGOS, **choices)
    assert built.errors == []
    assert built.lint == []
    assert off_page(built.data) == []
    said = tree_text(built.data)
    order = ["Working with", "Partner A", "The Partner in Words", "Funded by", "Funder B", "A Fund", "Funder C"]
    places = [said.replace("\n", " ").find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)


def test_words_stand_among_logos_and_overlap_none() -> None:
    built = branded("both", BOTH, LOGOS)
    found = [boxes(built.data)[alt] for alt in ("Partner A", "Funder B", "Funder C")]
    letters = [char.box for char in characters(built.data)]
    for left, foot, right, top in found:
        inside = [b for b in letters if b[0] < right and b[2] > left and b[1] < top and b[3] > foot]
        assert inside == []


def test_names_alone_run_on_after_the_disclaimer() -> None:
    names = HEAD + "partners: [{name: The County}]\nfunders: [{name: A Fund}, {name: Another Fund}]\n"
    said = " ".join(branded("names", names, {}).words())
    assert "General information only. Working with The County \u00b7 Funded by A Fund, Another Fund" in said


@pytest.mark.parametrize("choices", [{}, {"layout": "a4-trifold"}], ids=["leaflet", "trifold"])
def test_the_clear_space_that_a_logo_asks_for_is_kept_all_round(choices: dict[str, str]) -> None:
    logos = {f"{letter}.svg": svg(100, 60) for letter in "pqr"}
    tight, clear = (
        branded(
            name,
            HEAD + "partners:\n" + "".join(f"  - {{file: {file}, alt: {file}{more}}}\n" for file in logos),
            logos,
            **choices,
        )
        for name, more in (("usual", ""), ("clear", ", clear_space: 1.5"))
    )
    assert tight.errors == clear.errors == []
    places = boxes(clear.data)
    for file in logos:
        left, foot, right, top = places[file]
        free = 1.5 * (top - foot) - 0.5
        others = [places[other] for other in logos if other != file]
        others += [char.box for char in characters(clear.data) if char.page == 0]
        for x0, y0, x1, y1 in others:
            assert x1 <= left - free or x0 >= right + free or y1 <= foot - free or y0 >= top + free, (file, x0, y0)
    assert min(top - foot for _, foot, _, top in boxes(tight.data).values()) > 10


def test_a_clear_space_that_is_there_already_changes_nothing() -> None:
    logos = {f"{letter}.svg": svg(100, 60) for letter in "pq"}
    usual, same = with_partners(logos, "as-usual"), with_partners(logos, "as-clear", ", clear_space: 0.25")
    assert boxes(usual.data) == boxes(same.data)


def test_an_alt_is_filled_from_the_brand() -> None:
    brand = (
        BRAND.replace("name: With partners", "name: Acorns")
        + "  - {file: a.svg, alt: 'Friends of {{ setting.name }}'}\n"
    )
    assert "Friends of Acorns" in boxes(branded("filled", brand, LOGOS).data)
