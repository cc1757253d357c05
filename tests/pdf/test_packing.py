from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.pdf.packing import predicted_up


def plainly(table: bytes, width: int) -> bytes:
    """The predictor "up" as PNG tells it, byte for byte."""
    above, out = bytes(width), bytearray()
    for at in range(0, len(table), width):
        row = table[at : at + width]
        out += b"\x02" + bytes((a - b) & 255 for a, b in zip(row, above, strict=True))
        above = row
    return bytes(out)


@given(st.integers(1, 9).flatmap(lambda w: st.tuples(st.just(w), st.lists(st.binary(min_size=w, max_size=w)))))
def test_rows_are_predicted_from_those_above_them(case: tuple[int, list[bytes]]) -> None:
    width, rows = case
    assert predicted_up(b"".join(rows), width) == plainly(b"".join(rows), width)
