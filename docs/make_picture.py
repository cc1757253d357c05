r"""The README's pictures: both sides of a leaflet as they are printed, and three handouts in three brands.

    handouts build tuning-into-your-baby
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

ROOT = Path(__file__).resolve().parents[1]
NAME = "tuning-into-your-baby"
WIDTH, GAP, EDGE = 900, 12, "#c9c4bb"  # px, px, and the colour of the table that the leaflet lies on
SHEET_WIDTH = 1500  # px


def main() -> None:
    """Draw `output/<name>.pdf` as `docs/<name>.png`, and `output/contact-sheet.png` smaller as `three-brands.png`."""
    pages = [side(number) for number in (1, 2)]
    width = (WIDTH - 3 * GAP) // 2
    sheet = Image.new("RGB", (WIDTH, round(width * pages[0].height / pages[0].width) + 2 * GAP), EDGE)
    for number, page in enumerate(pages):
        sheet.paste(scaled(page, width), (GAP + number * (width + GAP), GAP))
    save(sheet, NAME)
    save(scaled(Image.open(ROOT / "output" / "contact-sheet.png").convert("RGB"), SHEET_WIDTH), "three-brands")


def scaled(image: Image.Image, width: int) -> Image.Image:
    """Return a picture so many pixels wide."""
    return image.resize((width, round(width * image.height / image.width)), Image.Resampling.LANCZOS)


def save(image: Image.Image, name: str) -> None:
    """Keep a picture beside this script, in few colours: it is small then."""
    image.quantize(192).save(ROOT / "docs" / f"{name}.png", optimize=True)


def side(number: int) -> Image.Image:
    """Return one page at 150 dpi."""
    source = ROOT / "output" / f"{NAME}.pdf"
    command = ["pdftoppm", "-r", "150", "-f", str(number), "-l", str(number), "-png", str(source)]
    return Image.open(io.BytesIO(subprocess.run(command, check=True, capture_output=True).stdout)).convert("RGB")


if __name__ == "__main__":
    main()
