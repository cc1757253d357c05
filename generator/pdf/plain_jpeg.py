"""A JPEG without what a camera or a program wrote beside the picture: places, owners, comments, previews.

ITU-T T.81, annex B. Kept are the segments that the picture needs, and those of JFIF and Adobe, which say how its
colours are to be read. What follows the end of the picture is left out.
"""

from __future__ import annotations

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_COLOURS = {0xE0, 0xEE}  # APP0 (JFIF), APP14 (Adobe)
_BESIDE = {*range(0xE0, 0xF0), 0xFE} - _COLOURS  # APP1 to APP15, COM


def plain_jpeg(data: bytes) -> bytes:
    """Return the picture alone; bytes that are no JPEG come back as they are."""
    if data[:2] != bytes([0xFF, _START]):
        return data
    out, at = bytearray(data[:2]), 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if kind == 0xFF:  # a byte that only fills
            at += 1
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if kind == _SCAN:
            last = data.rfind(bytes([0xFF, _END]))
            return bytes(out) + data[at : last + 2 if last > at else len(data)]
        if kind not in _BESIDE:
            out += data[at:end]
        at = end
    return data
