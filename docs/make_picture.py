"""The README's picture: both sides of a leaflet side by side, as they are printed.

    handouts build tuning-into-your-baby && python docs/make_picture.py

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


def main() -> None:
    """Draw `output/<name>.pdf` as `docs/<name>.png`."""
    pages = [side(number) for number in (1, 2)]
    width = (WIDTH - 3 * GAP) // 2
    small = [page.resize((width, round(width * page.height / page.width)), Image.Resampling.LANCZOS) for page in pages]
    sheet = Image.new("RGB", (WIDTH, small[0].height + 2 * GAP), EDGE)
    for number, page in enumerate(small):
        sheet.paste(page, (GAP + number * (width + GAP), GAP))
    sheet.quantize(192).save(ROOT / "docs" / f"{NAME}.png", optimize=True)


def side(number: int) -> Image.Image:
    """Return one page at 150 dpi."""
    source = ROOT / "output" / f"{NAME}.pdf"
    command = ["pdftoppm", "-r", "150", "-f", str(number), "-l", str(number), "-png", str(source)]
    return Image.open(io.BytesIO(subprocess.run(command, check=True, capture_output=True).stdout)).convert("RGB")


if __name__ == "__main__":
    main()
