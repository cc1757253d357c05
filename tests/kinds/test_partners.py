from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image

from tests.support.goldens import Goldens
from tests.support.making import Built, build, handout
from tests.support.onpage import characters, off_page

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


def with_partners(logos: dict[str, bytes], name: str, **choices: str) -> Built:
    lines = "".join(f"  - {{file: {file}, alt: Partner {i}}}\n" for i, file in enumerate(logos, 1))
    files = {f"layouts/brands/{name}/{file}": data for file, data in logos.items()}
    return build(
        handout("- text: Words."), {**files, f"layouts/brands/{name}/brand.yaml": (BRAND + lines).encode()},
        brand=name, **choices,
    )  # fmt: skip


@pytest.fixture(scope="module")
def mixed() -> Built:
    logos = {"wide.svg": svg(400, 50), "tall.svg": svg(60, 120), "square.png": png(400, 400)}
    return with_partners(logos, "three-partners")


def figures(data: bytes) -> dict[str, tuple[float, float]]:
    """Width and height of each Figure by its alternative text, pt."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = {}
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure" and "/Alt" in item:
                left, bottom, right, top = (float(v) for v in item.A.BBox)
                found[str(item.Alt)] = (right - left, top - bottom)
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
