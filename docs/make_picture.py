r"""The README's pictures: a leaflet, three handouts in three brands, pages of a course pack, the editions of a handout.

    handouts build tuning-into-your-baby --edition all
    handouts pack practitioner-course --copy trainer
    handouts contact-sheet tuning-into-your-baby play-and-social-engagement emotional-milestones \
        --brand little-room --brand acorn-lane --brand hartwell
    python docs/make_picture.py

Needs pdftoppm (Debian's poppler-utils).
"""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

from PIL import Image
from pypdfium2 import PdfDocument

ROOT = Path(__file__).resolve().parents[1]
NAME, PACK = "tuning-into-your-baby", "practitioner-course--trainer"
SHOWN = (  # of the course pack, by their bookmarks, after the cover
    "What is inside",
    "Session 2: Feelings and safety",
    "Notes for the trainer",
    "Tuning into your baby",
    "Try one change",
    "Certificate of attendance",
)
EDITIONS = (  # two pages of each
    ("large-print", 1, 2),
    ("giant-print", 1, 3),
    ("dyslexia-friendly", 1, 2),
    ("easy-read-layout", 1, 2),
    ("ink-saver", 1, 2),
    ("screen", 1, 5),
)
ACROSS, DOWN = 4, 2  # pages of the pack in a row, and rows
WIDTH, GAP, EDGE = 900, 12, "#c9c4bb"  # px, px, and the colour of the table that the leaflet lies on
SHEET_WIDTH = 1500  # px


def main() -> None:
    """Draw the leaflet as `docs/<name>.png`, the contact sheet as `three-brands.png`, the pack as `course-pack.png`."""
    pages = [side(number) for number in (1, 2)]
    width = (WIDTH - 3 * GAP) // 2
    sheet = Image.new("RGB", (WIDTH, round(width * pages[0].height / pages[0].width) + 2 * GAP), EDGE)
    for number, page in enumerate(pages):
        sheet.paste(scaled(page, width), (GAP + number * (width + GAP), GAP))
    save(sheet, NAME)
    save(scaled(Image.open(ROOT / "output" / "contact-sheet.png").convert("RGB"), SHEET_WIDTH), "three-brands")
    save(pack(), "course-pack")
    save(editions(), "editions")


def pack() -> Image.Image:
    """Return pages of the course pack on one sheet: its cover, those of SHOWN, its back."""
    with PdfDocument(ROOT / "output" / f"{PACK}.pdf") as document:
        places: dict[str, int] = {}
        for mark in document.get_toc():
            target = mark.get_dest()
            places.setdefault(mark.get_title(), target.get_index() if target is not None else 0)
        pages = [0, *(places[title] for title in SHOWN), len(document) - 1]
    width = (SHEET_WIDTH - (ACROSS + 1) * GAP) // ACROSS
    tall = round(width * 2**0.5)
    sheet = Image.new("RGB", (SHEET_WIDTH, DOWN * (tall + GAP) + GAP), EDGE)
    for number, page in enumerate(pages):
        drawn = scaled(side(page + 1, PACK), width)
        x, y = GAP + number % ACROSS * (width + GAP), GAP + number // ACROSS * (tall + GAP)
        sheet.paste(drawn, (x, y + (tall - drawn.height) // 2))
    return sheet


def editions() -> Image.Image:
    """Return two pages of every edition of the leaflet on one sheet."""
    across = 6
    width = (SHEET_WIDTH - (across + 1) * GAP) // across
    tall = round(width * 2**0.5)
    rows = 2 * len(EDITIONS) // across
    sheet = Image.new("RGB", (SHEET_WIDTH, rows * (tall + GAP) + GAP), EDGE)
    for number, (edition, page) in enumerate((name, page) for name, *two in EDITIONS for page in two):
        drawn = scaled(side(page, f"{NAME}--{edition}"), width)
        sheet.paste(drawn, (GAP + number % across * (width + GAP), GAP + number // across * (tall + GAP)))
    return sheet


def scaled(image: Image.Image, width: int) -> Image.Image:
    """Return a picture so many pixels wide."""
    return image.resize((width, round(width * image.height / image.width)), Image.Resampling.LANCZOS)


def save(image: Image.Image, name: str) -> None:
    """Keep a picture beside this script, in few colours: it is small then."""
    image.quantize(192).save(ROOT / "docs" / f"{name}.png", optimize=True)


def side(number: int, name: str = NAME) -> Image.Image:
    """Return one page at 150 dpi."""
    source = ROOT / "output" / f"{name}.pdf"
    command = ["pdftoppm", "-r", "150", "-f", str(number), "-l", str(number), "-png", str(source)]
    return Image.open(io.BytesIO(subprocess.run(command, check=True, capture_output=True).stdout)).convert("RGB")


if __name__ == "__main__":
    main()
