from __future__ import annotations

import pytest
import segno

from generator.pdf.metadata import Metadata
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.qr_code import QUIET, draw_code, modules
from tests.support.reading import rasters

ADDRESSES = ["https://example.org", "https://example.org/start-for-life/?a=b&c=ż", "tel:0808" + "1" * 200]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_modules_are_those_of_the_standard(address: str) -> None:
    wanted = segno.make_qr(address, error="M", boost_error=False).matrix
    assert modules(address) == tuple(tuple(bool(cell & 1) for cell in row) for row in wanted)


@pytest.mark.poppler
@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_printed_is_the_code_with_its_quiet_zone(address: str) -> None:
    matrix = modules(address)
    side = len(matrix) + 2 * QUIET
    surface = Surface(Metadata("Code", "", "", "", "en", "2000-01-01"), Element("Document"))
    surface.begin_page(side * 4, side * 4)
    draw_code(surface, address, 0, 0, side * 4, dark="#101010", paper="#ffffff", radius=0, target=LAYOUT)
    surface.end_page()
    picture = rasters(surface.finish(), dpi=72, grey=True)[0]
    seen = [[picture.getpixel((4 * i + 2, 4 * j + 2)) for i in range(side)] for j in range(side)]
    for j in range(side):
        for i in range(side):
            inside = QUIET <= i < side - QUIET and QUIET <= j < side - QUIET
            dark = inside and matrix[j - QUIET][i - QUIET]
            assert (seen[j][i] < 100) == dark, (i, j)
