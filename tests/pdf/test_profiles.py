from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageCms

from generator.pdf.metadata import srgb
from generator.pdf.profiles import _curve, is_srgb


def fixed(*values: float) -> bytes:
    return b"".join(round(value * 65536).to_bytes(4, "big", signed=True) for value in values)


def test_ours_and_that_of_another_maker_are_srgb() -> None:
    assert is_srgb(srgb())
    assert is_srgb(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())


@pytest.mark.parametrize("name", ["LAB", "XYZ"])
def test_other_spaces_are_not(name: str) -> None:
    assert not is_srgb(ImageCms.ImageCmsProfile(ImageCms.createProfile(name)).tobytes())  # type: ignore[arg-type]


@pytest.mark.parametrize("tag", [b"rXYZ", b"gXYZ", b"bXYZ"])
def test_another_primary_is_not(tag: bytes) -> None:
    data = bytearray(srgb())
    at = data.index(tag) + 4
    start = int.from_bytes(data[at : at + 4], "big")
    data[start + 8 : start + 20] = fixed(0.6, 0.3, 0.02)  # Adobe RGB's red
    assert not is_srgb(bytes(data))


@pytest.mark.parametrize("gamma", [1.8, 2.2, 2.6])
def test_a_plain_gamma_is_not(gamma: float) -> None:
    data = bytearray(srgb())
    at = data.index(b"rTRC") + 4
    start = int.from_bytes(data[at : at + 4], "big")
    data[start : start + 16] = b"para" + bytes(4) + bytes(4) + fixed(gamma)
    assert not is_srgb(bytes(data))


def test_curves_of_every_kind() -> None:
    table = b"curv" + bytes(4) + (3).to_bytes(4, "big") + b"\x00\x00\x40\x00\xff\xff"
    assert _curve(table, 0.25) == pytest.approx(0.125, abs=1e-4)
    assert _curve(table, 1.0) == pytest.approx(1)
    assert _curve(b"curv" + bytes(8), 0.3) == pytest.approx(0.3)
    assert _curve(b"curv" + bytes(4) + (1).to_bytes(4, "big") + (512).to_bytes(2, "big"), 0.5) == pytest.approx(0.25)
    shifted = b"para" + bytes(4) + (1).to_bytes(2, "big") + bytes(2) + fixed(2, 2, -1)
    assert [_curve(shifted, value) for value in (0.25, 0.75)] == pytest.approx([0, 0.25])
    raised = b"para" + bytes(4) + (2).to_bytes(2, "big") + bytes(2) + fixed(2, 2, -1, 0.5)
    assert [_curve(raised, value) for value in (0.25, 0.75)] == pytest.approx([0.5, 0.75])


@given(st.integers(0, 2_000), st.binary(max_size=8))
def test_a_broken_profile_is_none(at: int, bytes_: bytes) -> None:
    data = srgb()
    is_srgb(data[:at])
    is_srgb(data[:at] + bytes_ + data[at + len(bytes_) :])
    assert not is_srgb(data[:100])
