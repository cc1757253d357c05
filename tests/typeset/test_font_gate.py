from __future__ import annotations

import hashlib
import io
import os
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from generator.base.errors import AssetError
from generator.typeset import font_gate
from generator.typeset.font_gate import admit_font, inspect_font, known_line

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "layouts/fonts").glob("*/*.ttf"))
NAMES = [".notdef", "A", "B", "space"]


def square(cff: bool, size: int) -> Any:
    pen = T2CharStringPen(500, None) if cff else TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, size), (size, size), (size, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.getCharString() if cff else pen.glyph()


def built(change: Callable[[FontBuilder], None] = lambda _: None, *, cff: bool = False, family: str = "Tiny") -> bytes:
    font = FontBuilder(1000, isTTF=not cff)
    font.setupGlyphOrder(NAMES)
    font.setupCharacterMap({65: "A", 66: "B", 32: "space"})
    glyphs = {name: square(cff, 100 + i) for i, name in enumerate(NAMES)}
    if cff:
        font.setupCFF(f"{family}-Regular", {}, glyphs, {})
    else:
        font.setupGlyf(glyphs)
    font.setupHorizontalMetrics(dict.fromkeys(NAMES, (500, 0)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": family, "styleName": "Regular", "psName": f"{family}-Regular"})
    font.setupOS2(usWeightClass=400, fsType=0)
    font.setupPost()
    change(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def changed(data: bytes, table: bytes, at: int, value: int, form: str = ">H") -> bytes:
    """A font with one number of one table written over."""
    count = struct.unpack_from(">H", data, 4)[0]
    for i in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * i)
        if tag == table:
            out = bytearray(data)
            struct.pack_into(form, out, offset + at, value)
            return bytes(out)
    raise AssertionError(table)


def refused(data: bytes) -> AssetError:
    with pytest.raises(AssetError) as caught:
        admit_font(data)
    return caught.value


@pytest.mark.parametrize("cff", [False, True])
def test_a_sound_font_is_let_in(cff: bool) -> None:
    data = built(cff=cff)
    font = admit_font(data)
    assert (font.postscript_name, font.family, font.weight, font.italic) == ("Tiny-Regular", "Tiny", 400, False)
    assert (font.data, font.digest, font.is_cff) == (data, hashlib.sha256(data).hexdigest(), cff)


def test_weight_and_slant_are_read() -> None:
    data = changed(changed(built(), b"OS/2", 4, 6), b"OS/2", 62, 0x01)
    font = admit_font(data)
    assert (font.weight, font.italic) == (600, True)
    assert admit_font(changed(built(), b"OS/2", 62, 0x20)).weight == 700


@pytest.mark.parametrize(
    ("bits", "allowed"),
    [(0, True), (2, False), (4, True), (8, True), (6, True), (0x100, False), (0x108, False), (0x200, False)],
)
def test_the_makers_permission_is_kept(bits: int, allowed: bool) -> None:
    data = changed(built(), b"OS/2", 8, bits)
    if allowed:
        admit_font(data)
    else:
        assert refused(data).code == "font-permission"


def test_a_variable_font_is_refused_with_the_way_out() -> None:
    def vary(font: FontBuilder) -> None:
        font.setupFvar([("wght", 400, 400, 700, "Weight")], [])

    error = refused(built(vary))
    assert error.code == "font-variable"
    assert "static" in error.help


@pytest.mark.parametrize("start", [b"wOFF", b"wOF2", b"ttcf", b"%!PS", b"GIF8", b""])
def test_other_formats_are_refused(start: bytes) -> None:
    assert refused(start + built()[4:] if start else b"").code == "font-format"


@pytest.mark.parametrize("tag", ["head", "hhea", "maxp", "hmtx", "cmap", "name", "post", "OS/2", "glyf", "loca"])
def test_a_missing_table_is_named(tag: str) -> None:
    data = built().replace(tag.encode(), b"XXXX", 1)
    error = refused(data)
    assert error.code == "font-damaged"
    assert tag in error.message or tag in ("glyf", "loca")


def chained(parts: Callable[[int], int], length: int = 15, each: int = 4) -> bytes:
    """A font of glyphs g1, g2... that have `each` parts: glyph `parts(i)` for all of glyph i.

    Its builder would follow the parts without end, so they are written over afterwards.
    """
    order = [".notdef", *(f"g{i}" for i in range(1, length))]

    def compose(font: FontBuilder) -> None:
        font.setupGlyphOrder(order)
        glyphs = {".notdef": square(False, 9)}
        for name in order[1:]:
            pen = TTGlyphPen(dict.fromkeys(order))
            for _ in range(each):
                pen.addComponent(".notdef", (1, 0, 0, 1, 0, 0))
            glyphs[name] = pen.glyph()
        font.setupCharacterMap({65: "g1"})
        font.setupGlyf(glyphs)
        font.setupHorizontalMetrics(dict.fromkeys(order, (500, 0)))
        font.setupHorizontalHeader(ascent=800, descent=-200)

    data = built(compose)
    places = TTFont(io.BytesIO(data))["loca"].locations
    for i in range(1, length):
        for j in range(each):
            data = changed(data, b"glyf", places[i] + 10 + 6 * j + 2, parts(i))
    return data


def test_parts_in_reason_are_let_in() -> None:
    admit_font(chained(lambda i: 0))


def test_a_glyph_that_is_a_part_of_itself_is_refused() -> None:
    assert "part of itself" in refused(chained(lambda i: 3 - i if i < 3 else 0)).message


def test_parts_that_multiply_are_refused() -> None:
    assert "too complex" in refused(chained(lambda i: i - 1)).message


def test_subroutines_that_multiply_are_refused() -> None:
    def multiply(font: FontBuilder) -> None:
        font.font.recalcBBoxes = False  # the builder need not run the programs
        cff = font.font["CFF "].cff
        # Each of five calls the next ten times: 11 111 calls, above the bound, yet soon run should the bound be lost.
        for i in range(5):
            program = [value for _ in range(10) for value in (i + 1 - 107, "callgsubr")] if i < 4 else [0, 0, "rmoveto"]
            cff.GlobalSubrs.append(T2CharString(program=[*program, "return"]))
        cff.topDictIndex[0].CharStrings["A"].program = [-107, "callgsubr", "endchar"]

    assert "too complex" in refused(built(multiply, cff=True)).message


def test_overlapping_ranges_of_characters_are_refused() -> None:
    data = built()
    table = TTFont(io.BytesIO(data)).reader["cmap"]
    offset = struct.unpack_from(">L", table, 8)[0]
    assert struct.unpack_from(">H", table, offset)[0] == 4
    assert "overlap" in refused(changed(data, b"cmap", offset + 14, 0xFFFF)).message


@pytest.mark.parametrize(
    ("name", "safe"),
    [("Tiny /Evil<>(1)", "TinyEvil1"), ("..", "Tiny-400"), ("A" * 80, "A" * 63)],
)
def test_the_postscript_name_is_made_safe(name: str, safe: str) -> None:
    def rename(font: FontBuilder) -> None:
        font.font["name"].setName(name, 6, 3, 1, 0x409)
        font.font["name"].removeNames(nameID=6, platformID=1)

    found = admit_font(built(rename)).postscript_name
    assert found == safe or (name == ".." and found.startswith("Font-"))


def test_another_font_of_the_same_name_has_another_digest() -> None:
    one, other = admit_font(built()), admit_font(changed(built(), b"OS/2", 4, 500))
    assert one.postscript_name == other.postscript_name
    assert one.digest != other.digest


# -- the fonts that are shipped ----------------------------------------------------------------------------------------
def test_the_list_of_known_fonts_is_current() -> None:
    lines = []
    for path in SHIPPED:
        data = path.read_bytes()
        lines.append(known_line(inspect_font(data, hashlib.sha256(data).hexdigest())))
    known = Path(font_gate.__file__).with_name("known_fonts.txt").read_text(encoding="utf-8").splitlines()
    assert lines == known, "run layouts/fonts/make_subsets.py"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_face_is_called_what_it_is(path: Path) -> None:
    font = admit_font(path.read_bytes())
    assert font.postscript_name == path.stem
    assert font.family.replace(" ", "") == path.stem.partition("-")[0]
    assert font.italic == ("Italic" in path.stem)
    styles = {"Medium": 500, "MediumItalic": 500, "SemiBold": 600, "Bold": 700, "BoldItalic": 700}
    assert font.weight == styles.get(path.stem.partition("-")[2], 400)
    assert (path.parent / "OFL.txt").read_text(encoding="utf-8").count("SIL Open Font License, Version 1.1")


def test_a_known_font_needs_no_fonttools() -> None:
    code = (
        "import sys; from generator.typeset.font_gate import admit_font;"
        f"admit_font(open({str(SHIPPED[0])!r}, 'rb').read()); sys.exit('fontTools' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT)}).returncode == 0


@pytest.mark.parametrize("path", [p for p in SHIPPED if p.parent.name not in ("noto-sans-bengali", "vazirmatn")])
def test_a_latin_face_replaces_no_letters(path: Path) -> None:
    import uharfbuzz

    font = uharfbuzz.Font(uharfbuzz.Face(path.read_bytes()))
    buffer = uharfbuzz.Buffer()
    buffer.add_str("Tuning in, effortless offices")
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    assert [info.codepoint for info in buffer.glyph_infos] == [
        font.get_nominal_glyph(ord(char)) for char in "Tuning in, effortless offices"
    ]


def test_an_arabic_letter_is_one_glyph_with_its_dots() -> None:
    import uharfbuzz

    font = uharfbuzz.Font(uharfbuzz.Face((ROOT / "layouts/fonts/vazirmatn/Vazirmatn-Regular.ttf").read_bytes()))
    for text in ("كل طفل يحتاج إلى الحب", "بین گچ پژ ٹ ڈ ے"):
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
        assert len(buffer.glyph_infos) == len(text)
