"""Goldens for people: text that a reviewer reads, and small grey pictures of pages.

A golden is rewritten only by `pytest --update`, and then shown by `git diff` to whoever commits it.
"""

from __future__ import annotations

import difflib
import io
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from tests.support.reading import rasters

WIDTH = 160  # px: enough to see a page's shape, too little to read
MOST_BYTES = 20 * 1024
# Mean absolute difference of 255 greys: above what another release of poppler does to the edges of letters, below what
# a line of text does that moves by its own height.
TOLERANCE = 2.0


class Goldens:
    """The goldens of one folder.

    Args:
        folder: where they lie.
        update: rewrite them instead of comparing.
        scratch: where to leave what was made when it differs.
    """

    def __init__(self, folder: Path, update: bool, scratch: Path) -> None:
        self.folder, self.update, self.scratch = folder, update, scratch

    def text(self, name: str, made: str) -> None:
        """Compare a text with its golden, line by line."""
        path = self.folder / name
        if self._rewritten(path, made.encode()):
            return
        want = path.read_text(encoding="utf-8")
        diff = difflib.unified_diff(want.splitlines(), made.splitlines(), "golden", "made", lineterm="")
        assert made == want, "\n".join([_how(path), *diff])

    def page(self, name: str, data: bytes, page: int = 0) -> None:
        """Compare one page of a PDF, from 0, with its picture."""
        self.picture(name, shrink(rasters(data, dpi=40, grey=True)[page]))

    def picture(self, name: str, made: Image.Image) -> None:
        """Compare a small grey picture with its golden."""
        path = self.folder / name
        encoded = encode(made)
        assert len(encoded) <= MOST_BYTES, f"{name}: {len(encoded)} bytes, more than {MOST_BYTES}"
        if self._rewritten(path, encoded):
            return
        with Image.open(path) as want:
            apart = difference(made, want)
        if apart > TOLERANCE:
            left = self.scratch / path.name
            left.write_bytes(encoded)
            raise AssertionError(f"{_how(path)}; {apart:.1f} of 255 apart, {TOLERANCE} allowed; made: {left}")

    def _rewritten(self, path: Path, made: bytes) -> bool:
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made)
            return True
        assert path.exists(), f"no golden {path}: look at what is made, then 'pytest --update'"
        return False


def _how(path: Path) -> str:
    return f"{path.name} differs from its golden; if that is meant: 'pytest --update' and read the diff"


def shrink(picture: Image.Image) -> Image.Image:
    """Grey and `WIDTH` wide."""
    height = max(1, round(picture.height * WIDTH / picture.width))
    return picture.convert("L").resize((WIDTH, height), Image.Resampling.BOX)


def encode(picture: Image.Image) -> bytes:
    """PNG in 16 greys, which halves it and hides nothing."""
    buffer = io.BytesIO()
    picture.convert("L").quantize(16).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean absolute difference of two pictures in greys of 255; 255 where the sizes differ."""
    if one.size != other.size:
        return 255.0
    return float(ImageStat.Stat(ImageChops.difference(one.convert("L"), other.convert("L"))).mean[0])
