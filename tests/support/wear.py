"""Brands put on every kind of page, and what is measured on the finished PDFs: contrast, and what shows of the brand.

    python -m tests.support.wear COUNT [SEED]

Random pairs of colours, half of them uniform in sRGB and half in OKLCH, after those that are known to be hard. Printed
are the pages on which words have too little contrast, and those that show too little of the colours given.
"""

from __future__ import annotations

import random
import sys
import tempfile
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageChops

from generator.model.colour import apart, from_oklch
from generator.model.roles import derive
from generator.packs import make_pack
from generator.pipeline import Order, Works, make
from generator.products import make_specimen
from tests.support.command import ROOT, workspace
from tests.support.measured import Measured, measure

# kind of page -> the handout of the library that shows it
SHEETS = {
    "leaflet": "tuning-into-your-baby",
    "trifold": "when-baby-cries",
    "poster": "circles-of-support",
    "booklet": "ghosts-and-angels",
    "cards": "when-baby-cries-card",
    "worksheet": "calm-carer-check-in",
}
PACK = """\
title: A pack to wear
audience: both
cover: {illustration: cuddle}
certificate: {hours: 1 hour, signed_by: Ada Tester, role: Tester}
sections:
  - title: "Session 1: Stay near"
    illustration: cuddle
    intro: You are welcome here.
    items: [mind-minded]
"""
HARD: tuple[tuple[str, str | None], ...] = (
    ("#000000", None), ("#ffffff", None), ("#808080", None), ("#ffff00", None), ("#39ff14", "#ff00ff"),
    ("#fff7b2", "#fff3a0"), ("#fefefe", "#fdfdfd"), ("#0000ff", "#ff0000"), ("#e8b48e", "#6e4632"),
    ("#f3cdb5", "#f3cdb5"), ("#1b6e6a", "#1b6e6a"), ("#767676", "#777777"), ("#00ffff", "#ffff00"),
    ("#c8102e", "#ffffff"), ("#ffffff", "#000000"), ("#7a0019", "#ffcc33"),
)  # fmt: skip
GIVEN = 2  # of 255, of each of red, green and blue: what rounding may change
LARGE = 0.015  # of the cover, in a colour as it was given; or
ACROSS, BAND = 0.95, 5.0  # a band over so much of its width, and so high, pt
COVERS = {"trifold": (2 / 3, 1.0, 0.0, 1.0), "cards": (0.0, 0.5, 0.0, 0.5)}  # left, right, top, bottom: of the page
DPI = 60.0


class Worn(NamedTuple):
    """A finished PDF."""

    brand: str
    kind: str
    data: bytes


def pairs(count: int, seed: int = 7) -> Iterator[tuple[str, str | None]]:
    """So many pairs: the hard ones first, then random ones."""
    yield from HARD[:count]
    chance = random.Random(seed)
    for number in range(count - len(HARD)):
        if number % 2:
            yield f"#{chance.randrange(1 << 24):06x}", f"#{chance.randrange(1 << 24):06x}"
        else:
            one, other = (from_oklch(chance.random(), 0.37 * chance.random(), 360 * chance.random()) for _ in range(2))
            yield one, other


class Wardrobe:
    """A workspace in which brands are tried on."""

    def __init__(self, folder: Path) -> None:
        ours = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
                for path in sorted((ROOT / "handouts").glob("*.yaml"))}  # fmt: skip
        self._root = workspace(folder, {**ours, "handouts/packs/worn.yaml": PACK})
        self._count = 0

    def wear(
        self,
        primary: str,
        accent: str | None,
        kinds: Sequence[str] = (),
        *,
        edition: str = "standard",
        more: str = "",
        files: Mapping[str, bytes] | None = None,
    ) -> Iterator[Worn]:
        """Every kind of page in a brand; `more` are further lines of its file, `files` stand beside it."""
        self._count += 1
        ident = f"worn-{self._count}"
        colours = f'{{primary: "{primary}"' + (f', accent: "{accent}"' if accent else "") + "}"
        brand = f"name: Worn Nursery\ncolours: {colours}\n{textwrap.dedent(more)}"
        brand += 'nation: England\ncontact: {phone: 01632 960 001, web: "https://worn.example"}\n'
        path = self._root / f"layouts/brands/{ident}/brand.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(brand, encoding="utf-8")
        for name, content in (files or {}).items():
            (path.parent / name).write_bytes(content)
        works = Works(self._root)
        for kind in kinds or (*SHEETS, "pack", "specimen"):
            order = Order((SHEETS[kind],) if kind in SHEETS else (), brand=ident, edition=edition)
            if kind == "pack":
                bound = make_pack(works, "worn", "learner", order, lambda *_: None)
                data = bound.rendered.data if bound is not None else b""
            elif kind == "specimen":
                data = make_specimen(works, order) or b""
            else:
                data = next((made.rendered.data for made in make(works, order, lambda *_: None)), b"")
            assert data, (primary, accent, kind, works.findings.errors)
            yield Worn(f"{primary} {accent or '-'}", kind, data)


def pale_words(measured: Measured) -> list[str]:
    """The runs of a PDF that have too little contrast."""
    return [
        f"page {run.page}: {run.contrast:.2f} of {run.wanted:g} at {run.size:.3g} pt: {run.text[:40]!r}"
        for run in measured.runs
        if run.contrast < run.wanted
    ]


def first_page(data: bytes) -> Image.Image:
    """The first page, small."""
    document = pypdfium2.PdfDocument(data)
    try:
        made: Image.Image = document[0].render(scale=DPI / 72, rev_byteorder=True).to_pil().convert("RGB")
        return made
    finally:
        document.close()


def share_of(page: Image.Image, colour: str) -> float:
    """The share of a page that is painted in a colour as it was given."""
    share: float = _near(page, colour).histogram()[255] / (page.width * page.height)
    return share


def too_little(worn: Worn, primary: str, accent: str | None) -> str | None:
    """What is wrong where no colour that was given stands large on the first page; a white is the paper itself."""
    roles = derive(primary, accent)
    given = [colour for colour in (primary, accent) if colour]
    if all(min(apart(colour, roles.warm), apart(colour, roles.paper)) < 0.05 for colour in given):
        return None
    page = first_page(worn.data)
    left, right, top, bottom = COVERS.get(worn.kind, (0.0, 1.0, 0.0, 1.0))
    cover = page.crop(
        (round(left * page.width), round(top * page.height), round(right * page.width), round(bottom * page.height))
    )
    share = max(share_of(cover, colour) for colour in given)
    if share >= LARGE or banded(cover, given):
        return None
    return f"only {share:.2%} of the cover is in a colour as it was given, and no band runs across it"


def banded(page: Image.Image, given: Sequence[str]) -> bool:
    """Whether a band in the colours given runs across a page, at least `BAND` pt high."""
    ground = _blank(page)
    for colour in given:
        ground = ImageChops.lighter(ground, _near(page, colour))
    rows = ground.resize((1, page.height), Image.Resampling.BOX).tobytes()
    run = longest = 0
    for value in rows:
        run = run + 1 if value >= ACROSS * 255 else 0
        longest = max(longest, run)
    return longest * 72 / DPI >= BAND


def _blank(page: Image.Image) -> Image.Image:
    return Image.new("L", page.size, 0)


def _near(page: Image.Image, colour: str) -> Image.Image:
    """White where a page is in a colour as it was given."""
    red, green, blue = ImageChops.difference(page, Image.new("RGB", page.size, colour)).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point([255 * (value <= GIVEN) for value in range(256)])


def main(count: int, seed: int) -> None:
    """Try so many brands on."""
    wrong = measured = 0
    with tempfile.TemporaryDirectory() as folder:
        wardrobe = Wardrobe(Path(folder))
        for primary, accent in pairs(count, seed):
            for worn in wardrobe.wear(primary, accent):
                made = measure(worn.data)
                measured += len(made.runs)
                told = pale_words(made)
                little = too_little(worn, primary, accent) if worn.kind not in ("specimen", "worksheet") else None
                for line in told + ([little] if little else []):
                    wrong += 1
                    sys.stdout.write(f"{worn.brand} {worn.kind}: {line}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{count} brands, {measured} runs of text measured, {wrong} faults\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 7)
