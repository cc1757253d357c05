"""Whether a colour profile is sRGB, by whoever made it (ICC.1:2022, 8.3 and 10; IEC 61966-2-1).

Every program ships an sRGB profile of its own; their bytes differ, their colours do not.
"""

from __future__ import annotations

# Columns of sRGB's matrix, adapted to D50.
PRIMARIES = {b"rXYZ": (0.4360, 0.2225, 0.0139), b"gXYZ": (0.3851, 0.7169, 0.0971), b"bXYZ": (0.1431, 0.0606, 0.7140)}
CURVES = (b"rTRC", b"gTRC", b"bTRC")
NEAR = 0.002  # of a column; makers round differently
NEAR_CURVE = 0.005  # of full light
POINTS = [point / 16 for point in range(17)]
# Numbers in a parametric curve of each type, and how they stand for g, a, b, c, d, e, f (10.18).
_PARAMETERS = {0: 1, 1: 3, 2: 4, 3: 5, 4: 7}


def is_srgb(profile: bytes) -> bool:
    """Return True for a profile of a screen whose primaries and curves are those of sRGB; False for what is broken."""
    try:
        tags = _tags(profile)
        if profile[12:24] != b"mntrRGB XYZ " or b"A2B0" in tags:
            return False
        near = all(
            abs(one - other) <= NEAR
            for name, wanted in PRIMARIES.items()
            for one, other in zip(_numbers(tags[name], 8, 3), wanted, strict=True)
        )
        return near and all(abs(_curve(tags[c], p) - _srgb(p)) <= NEAR_CURVE for c in CURVES for p in POINTS)
    except (LookupError, ValueError, ArithmeticError, TypeError):
        return False


def _tags(profile: bytes) -> dict[bytes, bytes]:
    found = {}
    for place in range(min(_whole(profile, 128), 100)):
        at = 132 + 12 * place
        start, size = _whole(profile, at + 4), _whole(profile, at + 8)
        found[profile[at : at + 4]] = profile[start : start + size]
    return found


def _whole(data: bytes, at: int, size: int = 4) -> int:
    if at + size > len(data):
        raise ValueError("the profile ends too early")
    return int.from_bytes(data[at : at + size], "big")


def _numbers(tag: bytes, at: int, count: int) -> list[float]:
    """Return s15Fixed16 numbers."""
    wholes = [_whole(tag, at + 4 * place) for place in range(count)]
    return [(whole - (1 << 32) if whole >= 1 << 31 else whole) / 65536 for whole in wholes]


def _srgb(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _curve(tag: bytes, value: float) -> float:
    """Return the light that a curve gives for a value, both from 0 to 1."""
    if tag[:4] == b"para":
        kind = _whole(tag, 8, 2)
        numbers = _numbers(tag, 12, _PARAMETERS[kind])
        return _parametric(kind, numbers, value)
    count = _whole(tag, 8)
    if tag[:4] != b"curv" or count == 0:
        return value
    if count == 1:
        return float(value ** (_whole(tag, 12, 2) / 256))
    place = value * (count - 1)
    low = min(int(place), count - 2)
    first, second = (_whole(tag, 12 + 2 * at, 2) / 65535 for at in (low, low + 1))
    return first + (second - first) * (place - low)


def _parametric(kind: int, numbers: list[float], value: float) -> float:
    gamma, a, b, c, d, e, f = [*numbers, *[0.0] * (7 - len(numbers))]
    if kind == 0:
        return float(value**gamma)
    if kind in (1, 2):
        split, below = -b / a, c
        return float((a * value + b) ** gamma + c * (kind == 2)) if value >= split else below * (kind == 2)
    return float((a * value + b) ** gamma + e) if value >= d else c * value + f
