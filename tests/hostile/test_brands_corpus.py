"""The hostile pictures, drawings and fonts as what a brand brings: its logo, a partner's, its own family of fonts."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.support.making import Built, build, handout
from tests.support.onpage import off_page

HERE = Path(__file__).parent
with (HERE / "INDEX-pictures.tsv").open(encoding="utf-8", newline="") as index:
    CASES = {row["id"]: row for row in csv.DictReader(index, delimiter="\t")}
ART = [case for case, row in CASES.items() if row["file"].split("/")[0] in ("img", "svg")]
FONTS = [case for case, row in CASES.items() if row["file"].startswith("font/")]
ELSEWHERE = {"F-ok-text-outside"}  # a sound font; that it lacks a text's characters is asked where that text is set
BRAND = """\
name: Hostile
colours: {primary: "#17565c"}
contact: {phone: 01632 960 001, web: "https://bench.example"}
nation: England
"""


def built_with(files: dict[str, bytes], brand: str, name: str) -> Built:
    """Build a handout in a brand of its own: a workspace reads each brand once."""
    folder = f"layouts/brands/{name}"
    made = {f"{folder}/{file}": data for file, data in files.items()}
    return build(handout("- text: Words."), {**made, f"{folder}/brand.yaml": (BRAND + brand).encode()}, brand=name)


def slug(case: str) -> str:
    return "hostile-" + "".join(c if c.isalnum() else "-" for c in case.lower()).strip("-").replace("--", "-")


@pytest.mark.parametrize("case", ART)
def test_as_a_logo_it_is_drawn_or_refused_with_its_place(case: str) -> None:
    source = HERE / CASES[case]["file"]
    name = f"logo{source.suffix}"
    brand = f"logo: {{file: {name}, alt: Hostile}}\npartners:\n  - {{file: {name}, alt: A partner}}\n"
    built = built_with({name: source.read_bytes()}, brand, slug(case))
    if CASES[case]["expect"] == "reject":
        assert built.data == b""
        assert [(error.span.file, error.span.line) for error in built.errors if error.span is not None] == [
            (f"layouts/brands/{slug(case)}/brand.yaml", 5),
            (f"layouts/brands/{slug(case)}/brand.yaml", 7),
        ]
        return
    assert built.errors == []
    assert built.lint == []
    assert off_page(built.data) == []


@pytest.mark.parametrize("case", FONTS)
def test_as_a_font_it_is_set_or_refused_with_its_place(case: str) -> None:
    source = HERE / CASES[case]["file"]
    files = {f"fonts/own/Own{source.suffix}": source.read_bytes()}
    built = built_with(files, "fonts: {heading: Own, body: Own}\n", slug(case))
    if built.errors:
        assert built.data == b""
        assert all(error.span is not None and error.help for error in built.errors)
        return
    assert CASES[case]["expect"] != "reject" or case in ELSEWHERE
    assert built.lint == []
