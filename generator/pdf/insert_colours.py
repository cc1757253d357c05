"""Colours of a foreign page that a document with an sRGB output intent may have (PDF/A-2, 6.2.4)."""

from __future__ import annotations

from typing import Any

from pypdf.generic import ArrayObject, NameObject, StreamObject

from generator.pdf.foreign_streams import Budget, decoded
from generator.pdf.foreign_values import ForeignFault, entry, integer, name, raw, resolve

DEVICE = {"DeviceRGB": "", "DeviceGray": "", "RGB": "", "G": "", "Pattern": ""}
CMYK = "it has colours for a printing press (CMYK)"
SPOT = "it has spot colours"
DEEPEST = 4
_CLASSES = (b"mntr", b"scnr", b"prtr", b"spac")
_SPACES = {1: b"GRAY", 3: b"RGB "}
_PROFILE = 4 << 20  # bytes


def colour_fault(value: Any, depth: int = 0) -> str:
    """Return why a colour space cannot be taken over; empty where it can."""
    space = resolve(value)
    if isinstance(space, NameObject):
        return DEVICE.get(str(space)[1:], CMYK if str(space) in ("/DeviceCMYK", "/CMYK") else "its colours are unusual")
    if not isinstance(space, ArrayObject) or not space or depth > DEEPEST:
        return "its colours are unusual"
    kind, *rest = space
    family = name(kind)
    if family in DEVICE or family == "DeviceCMYK":
        if family == "Pattern" and rest:
            return colour_fault(rest[0], depth + 1)
        return CMYK if family == "DeviceCMYK" else ""
    if family in ("CalRGB", "CalGray", "Lab"):
        return ""
    if family == "Indexed" and rest:
        return colour_fault(rest[0], depth + 1)
    if family == "ICCBased" and rest:
        return _profile_fault(resolve(rest[0]))
    return SPOT if family in ("Separation", "DeviceN") else "its colours are unusual"


def _profile_fault(profile: Any) -> str:
    if not isinstance(profile, StreamObject):
        return "a colour profile is missing"
    components = integer(raw(profile, "/N"))
    if components == 4:
        return CMYK
    try:
        head = decoded(profile, Budget(_PROFILE))[:128]
    except ForeignFault:
        return "a colour profile is broken"
    sound = len(head) == 128 and head[36:40] == b"acsp" and head[8] <= 4 and head[12:16] in _CLASSES
    if not sound or head[16:20] != _SPACES.get(components or 0):
        return "a colour profile is broken"
    return ""


def image_fault(image: StreamObject, kinds: list[str]) -> str:
    """Return why a picture cannot be taken over; ``kinds`` are its filters."""
    if "JPXDecode" in kinds:
        return "it has a picture in JPEG 2000"
    if any(kind == "Crypt" for kind in kinds):
        return "a picture is encrypted"
    mask = entry(image, "/SMask")
    if isinstance(mask, StreamObject) and colour_fault(raw(mask, "/ColorSpace")):
        return "a picture's transparency is unusual"
    stencil = entry(image, "/ImageMask")
    if stencil is not None and getattr(stencil, "value", False):
        return ""
    return colour_fault(raw(image, "/ColorSpace"))


def shading_fault(shading: Any) -> str:
    """Return why a shading (a colour gradient) cannot be taken over."""
    return (
        colour_fault(raw(resolve(shading), "/ColorSpace")) if resolve(shading) is not None else "a shading is missing"
    )
