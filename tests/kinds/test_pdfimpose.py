"""The order of pages against pdfimpose, where it is there: a program under the AGPL, run in a process of its own.

It is never imported and no dependency. To have it, in an environment apart: `pip install pdfimpose`; then put it on the
PATH.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.kinds.imposition import Imposition, Scheme
from generator.stages.impose import impose
from tests.support.sheets import numbered, pixels

PROGRAM = shutil.which("pdfimpose")
PAGE = (420.0, 595.0)  # pt
EMPTY = 0

pytestmark = pytest.mark.pdfimpose


def seen(data: bytes, pages: int, across: int, down: int) -> list[list[int]]:
    """The number of the page in each cell of each side, by its grey; cells stand in the middle of the sheet."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    sizes = [page.get_size() for page in document]
    document.close()
    sides = []
    for number, (width, height) in enumerate(sizes):
        left, bottom = (width - across * PAGE[0]) / 2, (height - down * PAGE[1]) / 2
        side = []
        for row in reversed(range(down)):
            for column in range(across):
                x, y = left + column * PAGE[0], bottom + row * PAGE[1]
                grey = pixels(data, number, (x, y, x + PAGE[0], y + PAGE[1])).getpixel((4, 300))
                assert isinstance(grey, tuple)
                side.append(EMPTY if grey[0] == 255 else round((grey[0] / 255 - 0.2) / 0.6 * pages) + 1)
        sides.append(side)
    return sides


def theirs(folder: Path, data: bytes, *arguments: str) -> bytes:
    """What pdfimpose makes of a document."""
    assert PROGRAM is not None
    (folder / "in.pdf").write_bytes(data)
    command = [PROGRAM, *arguments, "-o", str(folder / "out.pdf"), str(folder / "in.pdf")]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return (folder / "out.pdf").read_bytes()


def ours(data: bytes, scheme: Scheme, pages: int, shape: tuple[int, int], **asked: object) -> list[list[int]]:
    return seen(impose(data, Imposition(scheme)._replace(**asked)).data, pages, *shape)


@pytest.mark.parametrize("pages", [4, 14, 20])
def test_booklets(pages: int, tmp_path: Path) -> None:
    data = numbered([PAGE] * pages)
    found = seen(theirs(tmp_path, data, "saddle", "--signature", "2x1", "--group", "0"), pages, 2, 1)
    assert ours(data, "booklet", pages, (2, 1)) == found


def test_a_back_cover(tmp_path: Path) -> None:
    data = numbered([PAGE] * 6)
    made = theirs(tmp_path, data, "saddle", "--signature", "2x1", "--group", "0", "--last", "1")
    assert ours(data, "booklet", 6, (2, 1), back_cover=True) == seen(made, 6, 2, 1)


def test_a_spine_at_the_right(tmp_path: Path) -> None:
    data = numbered([PAGE] * 8)
    made = theirs(tmp_path, data, "saddle", "--signature", "2x1", "--group", "0", "--bind", "right")
    # it turns the sheets upside down
    assert ours(data, "booklet", 8, (2, 1), rtl=True) == [side[::-1] for side in seen(made, 8, 2, 1)]


@pytest.mark.parametrize("pages", [32])
def test_signatures(pages: int, tmp_path: Path) -> None:
    data = numbered([PAGE] * pages)
    made = theirs(tmp_path, data, "hardcover", "--signature", "2x1", "--group", "4")
    assert ours(data, "booklet", pages, (2, 1), signature=16) == seen(made, pages, 2, 1)


@pytest.mark.parametrize("pages", [8, 13])
def test_stacks_that_are_cut_in_two(pages: int, tmp_path: Path) -> None:
    data = numbered([PAGE] * pages)
    made = theirs(tmp_path, data, "wire", "--signature", "2x1")
    assert ours(data, "cut-stack", pages, (2, 1)) == seen(made, pages, 2, 1)


def test_stacks_that_are_cut_in_four(tmp_path: Path) -> None:
    data = numbered([(PAGE[0], PAGE[1])] * 16)
    made = theirs(tmp_path, data, "wire", "--signature", "2x2")
    # it lays the piles on one another column by column, this row by row: second and third pile change places
    found = seen(made, 16, 2, 2)
    fronts = [[side[i] for i in (0, 2, 1, 3)] for side in found[::2]]
    backs = [[side[i] for i in (3, 1, 2, 0)] for side in found[1::2]]
    assert ours(data, "cut-stack", 16, (2, 2), sheet="A3")[::2] == fronts
    assert ours(data, "cut-stack", 16, (2, 2), sheet="A3")[1::2] == backs
