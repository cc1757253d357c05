from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from generator.pdf.metadata import Metadata
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.qr_code import QUIET, draw_code, rows_of
from generator.typeset.qr_masks import _bits, masked, penalty
from tests.support.reading import rasters

encoder: Any = import_module("segno.encoder")

ADDRESSES = ["https://example.org", "https://example.org/start-for-life/?a=b&c=ż", "tel:0808" + "1" * 200]


def modules(address: str) -> tuple[tuple[bool, ...], ...]:
    """The matrix of an address, rows of dark modules."""
    rows = rows_of(address)
    return tuple(tuple(bit == "1" for bit in f"{row:0{len(rows)}b}") for row in rows)


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


@given(st.text(min_size=1, max_size=300), st.sampled_from("MQ"))
def test_the_mask_is_the_one_that_segno_chooses(words: str, error: str) -> None:
    wanted = segno.make_qr(words, error=error, boost_error=False)
    plain = encoder.encode(words, error=error, boost_error=False, micro=False, mask=0)
    rows = tuple(int("".join(str(int(cell)) for cell in row), 2) for row in wanted.matrix)
    assert masked(encoder, plain) == rows


@given(st.lists(st.lists(st.booleans(), min_size=21, max_size=21), min_size=21, max_size=21))
def test_a_penalty_is_the_standards(cells: list[list[bool]]) -> None:
    rows = [bytearray(row) for row in cells]
    assert penalty(_bits(cells, 21), 21) == encoder.evaluate_mask(rows, 21, 21)


@given(st.lists(st.sampled_from(["1011101", "0000", "101110111101", "0", "1", "00001011101"]), min_size=1, max_size=9))
def test_patterns_of_finders_that_overlap_count_as_segno_counts_them(pieces: list[str]) -> None:
    line = [c == "1" for c in "".join(pieces)[:25].ljust(25, "0")]
    cells = [line, *([[i % 2 == 0 for i in range(25)]] * 24)]
    for turned in (cells, [list(column) for column in zip(*cells, strict=True)]):
        rows = [bytearray(row) for row in turned]
        assert penalty(_bits(turned, 25), 25) == encoder.evaluate_mask(rows, 25, 25)


def test_a_short_address_is_no_micro_code() -> None:
    assert len(modules("tel:999")) == 21
