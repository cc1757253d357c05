"""The one door for fonts: what comes through can be shaped, subset and embedded, and its licence bits allow that.

The fonts that are shipped were checked when they were made; they are known by their SHA-256 (known_fonts.txt) and come
in without a second look, which saves the import of fontTools.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.base.errors import AssetError
from generator.base.values import record

if TYPE_CHECKING:
    from generator.typeset.font_tables import Facts

MOST_BYTES = 20_000_000  # the largest single faces (Chinese) have 17 MB

_KNOWN = Path(__file__).with_name("known_fonts.txt")
_FORMATS = {
    b"wOFF": "a web font (WOFF)",
    b"wOF2": "a web font (WOFF2)",
    b"ttcf": "a collection of several fonts (TTC)",
    b"typ1": "a PostScript Type 1 font",
    b"%!PS": "a PostScript Type 1 font",
    b"\x80\x01": "a PostScript Type 1 font",
}


@record
class FontFile:
    """A font that was let in.

    Attributes:
        data: the file, TrueType or OpenType with CFF outlines.
        digest: SHA-256 in hex; the font's identity, because two fonts may share a name.
        postscript_name: letters, digits, hyphen, underscore, full stop; at most 63.
        family: the family as users write it, as in "Atkinson Hyperlegible Next".
        weight: 1 to 1000 as in CSS; 400 is regular, 700 bold.
        italic: slanted or italic.
        is_cff: outlines are CFF, not TrueType.
    """

    data: bytes
    digest: str
    postscript_name: str
    family: str
    weight: int
    italic: bool
    is_cff: bool


def admit_font(data: bytes) -> FontFile:
    """Return the font of a file.

    Raises:
        AssetError: `font-…` for a file that is no font, is damaged, or may not be embedded.
    """
    digest = hashlib.sha256(data).hexdigest()
    known = _known().get(digest)
    return FontFile(data, digest, *known) if known else inspect_font(data, digest)


def inspect_font(data: bytes, digest: str) -> FontFile:
    """Return the font of a file after a full look, whether it is known or not.

    Raises:
        AssetError: as `admit_font`.
    """
    _check_format(data)
    # fontTools costs 100 ms to import, and only fonts that are not ours need it
    from generator.typeset.font_outlines import check_outlines
    from generator.typeset.font_tables import read_facts, tables_of

    tables = tables_of(data)
    if b"fvar" in tables or b"CFF2" in tables:
        raise AssetError("font-variable", "the font is variable", "save static instances, one file for each weight")
    facts = read_facts(tables)
    _check_permission(facts.permission)
    check_outlines(data, facts)
    _try_to_embed(data)
    return FontFile(data, digest, _safe_name(facts, digest), facts.family, facts.weight, facts.italic, facts.is_cff)


def _try_to_embed(data: bytes) -> None:
    """Make a subset of every glyph, as documents do: what is damaged deep inside is found here, and not on a page."""
    import uharfbuzz as hb

    try:
        face = hb.Face(data)
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(range(face.glyph_count))
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
        made = hb.subset(face, wanted).blob.data
    except (RuntimeError, ValueError):
        made = b""
    if not made:
        raise AssetError("font-damaged", "the font cannot be embedded", "get the file again from its maker")


def known_line(font: FontFile) -> str:
    """Return the line of known_fonts.txt for a font that was inspected."""
    fields = (font.digest, font.postscript_name, font.family, font.weight, int(font.italic), int(font.is_cff))
    return "\t".join(map(str, fields))


@cache
def _known() -> dict[str, tuple[str, str, int, bool, bool]]:
    known = {}
    for line in _KNOWN.read_text(encoding="utf-8").splitlines():
        digest, name, family, weight, italic, cff = line.split("\t")
        known[digest] = (name, family, int(weight), italic == "1", cff == "1")
    return known


def _check_format(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise AssetError("font-too-large", f"the font is larger than {MOST_BYTES // 1_000_000} MB", "subset it")
    for signature, said in _FORMATS.items():
        if data.startswith(signature):
            raise AssetError("font-format", f"this is {said}", "give one TTF or OTF file for each face")
    if data[:4] not in (b"\x00\x01\x00\x00", b"true", b"OTTO"):
        raise AssetError("font-format", "this is not a TrueType or OpenType font", "give a TTF or OTF file")


def _check_permission(bits: int) -> None:
    """Weigh OS/2 fsType: https://learn.microsoft.com/typography/opentype/spec/os2#fstype."""
    said = ""
    if bits & 0x0002 and not bits & 0x000C:  # of several usage bits, the least restrictive holds
        said = "embedded"
    elif bits & 0x0100:
        said = "embedded in part, which is how every PDF holds a font"
    elif bits & 0x0200:
        said = "embedded as outlines"
    if said:
        raise AssetError(
            "font-permission",
            f"the font's maker does not allow it to be {said} (fsType 0x{bits:04x})",
            "choose a font with an open licence, or ask its maker for one that may be embedded",
        )


def _safe_name(facts: Facts, digest: str) -> str:
    """Return a PostScript name without what PDF and file names take for syntax."""
    wanted = facts.postscript_name or f"{facts.family}-{facts.weight}{'Italic' if facts.italic else ''}"
    return re.sub(r"[^A-Za-z0-9_.-]", "", wanted)[:63].strip(".-") or f"Font-{digest[:12]}"
