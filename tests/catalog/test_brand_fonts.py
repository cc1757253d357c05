"""A brand's own fonts from file to page: CFF as well as TrueType, and those that may not be used, with their place."""

from __future__ import annotations

import io
import subprocess
import tempfile
import textwrap
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont

from tests.support import verapdf
from tests.support.goldens import difference
from tests.support.making import FILES, Built, build_in, put
from tests.support.otf import as_cff, changed
from tests.support.reading import rasters

FONTS = Path(__file__).parents[2] / "layouts/fonts"
STYLES = ("Regular", "Italic", "Bold", "BoldItalic")
HOME = "layouts/brands/own/"
BRAND = 'name: Own\ncolours: {primary: "#005eb8"}\nfonts: {heading: Own Face, body: Own Face}\n'
WORDS = "Tuning **in**: *Wait*, then ask “AV To fluffy?” 0123456789 £5 – é ö ł ž"
CYRILLIC = "Добрый день"  # which Figtree lacks


@cache
def figtree(style: str = "Regular") -> bytes:
    return (FONTS / f"figtree/Figtree-{style}.ttf").read_bytes()


@cache
def own(style: str = "Regular") -> bytes:
    return as_cff(figtree(style), "Own Face")


def made(root: Path, fonts: dict[str, bytes], brand: str = BRAND, words: str = WORDS) -> Built:
    """Build a handout in a workspace with the one brand `own` and these files in its fonts folder."""
    put(root / "layouts/sheet.yaml", textwrap.dedent(FILES["layouts/sheet.yaml"]).encode())
    put(root / HOME / "brand.yaml", brand.encode())
    for name, data in fonts.items():
        put(root / HOME / "fonts" / name, data)
    body = f"  - heading: {CYRILLIC} in a heading\n  - text: |\n      {words}\n  - text: |\n      {CYRILLIC}\n"
    text = f"title: Alpha\naudience: both\nlayout: sheet\nlanguage: en-GB\nbody:\n{body}"
    put(root / "handouts/one.yaml", text.encode())
    return build_in(root, "one", brand="own")


def embedded(data: bytes) -> dict[str, str]:
    """The fonts of a PDF by name, each with how its program is embedded."""
    found = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                programs: dict[str, Any] = {key: item[key] for key in ("/FontFile2", "/FontFile3") if key in item}
                ((key, stream),) = programs.items()
                found[str(item.FontName).partition("+")[2]] = key + str(stream.get("/Subtype", ""))
    return found


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """The same words in a CFF family of a brand's own, and in the TrueType family that it was made of."""
    otf = {f"own-face/OwnFace-{style}.otf": own(style) for style in STYLES}
    ours = made(tmp_path_factory.mktemp("otf"), otf)
    theirs = made(tmp_path_factory.mktemp("ttf"), {}, BRAND.replace("Own Face", "Figtree"))
    assert ours.errors == theirs.errors == []
    return ours, theirs


def test_cff_outlines_are_embedded_as_they_are_and_what_they_lack_comes_from_the_helpers(
    pair: tuple[Built, Built],
) -> None:
    found = embedded(pair[0].data)
    assert {found.pop(name) for name in list(found) if name.startswith("OwnFace-")} == {"/FontFile3/OpenType"}
    assert found == {"NotoSans-Regular": "/FontFile2", "NotoSans-Bold": "/FontFile2"}
    assert {name for name in embedded(pair[0].data) if name.startswith("Own")} == {
        "OwnFace-Regular",
        "OwnFace-Bold",
        "OwnFace-Italic",
    }


def test_text_in_cff_reads_back_as_in_truetype(pair: tuple[Built, Built]) -> None:
    ours, theirs = pair
    assert ours.words() == theirs.words()
    plain = WORDS.replace("*", "").split()
    assert plain == [word for word in ours.words() if word in plain]
    assert CYRILLIC.split() == [word for word in ours.words() if word in CYRILLIC][-2:]
    assert ours.lint == theirs.lint == []
    assert ours.outline == theirs.outline


@pytest.mark.poppler
def test_glyphs_in_cff_look_as_in_truetype(pair: tuple[Built, Built]) -> None:
    for ours, theirs in zip(*(rasters(built.data, dpi=100, grey=True) for built in pair), strict=True):
        assert difference(ours, theirs) < 0.2


@pytest.mark.verapdf
def test_cff_fonts_pass_the_validator(pair: tuple[Built, Built], tmp_path: Path) -> None:
    path = tmp_path / "otf.pdf"
    path.write_bytes(pair[0].data)
    assert verapdf.validate([path]) == {path: []}


def test_loose_files_of_both_kinds_make_a_family(tmp_path: Path) -> None:
    built = made(tmp_path, {"a.otf": own(), "b.otf": own("Bold"), "Other.ttf": figtree("Italic")})
    assert built.errors == []
    assert {"OwnFace-Regular", "OwnFace-Bold"} <= set(embedded(built.data))
    assert "Figtree-Italic" not in embedded(built.data)


def test_a_family_of_loose_files_is_suggested(tmp_path: Path) -> None:
    built = made(tmp_path, {"a.otf": own()}, BRAND.replace("body: Own Face", "body: Own Fase"))
    (error,) = built.errors
    assert built.places == [(3, 34, "unknown-font")]
    assert error.help == "did you mean 'own-face'?"


def test_fonts_of_a_brand_that_is_extended_are_found(tmp_path: Path) -> None:
    put(tmp_path / "layouts/brands/town/brand.yaml", b"extends: own\nname: Town\n")
    made(tmp_path, {"own-face/OwnFace-Regular.otf": own()})
    built = build_in(tmp_path, "one", brand="town")
    assert built.errors == []
    assert "OwnFace-Regular" in embedded(built.data)


# -- what may not be used ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("bits", "allowed"), [(0, True), (4, True), (8, True), (2, False), (0x100, False)])
@pytest.mark.parametrize("cff", [False, True])
def test_the_makers_permission_is_kept(bits: int, allowed: bool, cff: bool, tmp_path: Path) -> None:
    def restrict(font: TTFont) -> None:
        font["OS/2"].fsType = bits

    name = "own-face/OwnFace-Regular." + ("otf" if cff else "ttf")
    built = made(tmp_path, {name: changed(own() if cff else figtree(), restrict)})
    if allowed:
        assert built.errors == []
    else:
        assert built.places == [(3, 18, "font-permission"), (3, 34, "font-permission")]
        assert f"{HOME}fonts/{name}: the font's maker does not allow" in built.errors[0].message
        assert built.data == b""


def test_a_variable_font_is_refused_with_the_way_out(tmp_path: Path) -> None:
    def vary(font: TTFont) -> None:
        FontBuilder(font=font).setupFvar([("wght", 400, 400, 700, "Weight")], [])

    built = made(tmp_path, {"own-face/OwnFace-VF.ttf": changed(figtree(), vary)})
    assert {error.code for error in built.errors} == {"font-variable"}
    assert "static" in built.errors[0].help


def test_all_fonts_of_a_family_are_looked_at(tmp_path: Path) -> None:
    bad = {"own-face/A.ttf": b"wOFF" + figtree(), "own-face/B.otf": b"", "own-face/C.otf": own()[:900]}
    built = made(tmp_path, bad)
    files = {error.message.partition(":")[0].rpartition("/")[2] for error in built.errors}
    assert files == {"A.ttf", "B.otf", "C.otf"}


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    put(tmp_path / HOME / "fonts/own-face/readme.txt", b"soon")
    assert [code for _, _, code in made(tmp_path, {}).places] == ["empty-family"] * 2


# -- what a family lacks -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("styles", "codes"),
    [
        (("Regular",), ["font-no-bold"]),
        (("Regular", "Italic"), ["font-no-bold"]),
        (("Regular", "Bold"), []),
        (STYLES, []),
    ],
)
def test_a_family_of_ones_own_without_bold_is_told(styles: tuple[str, ...], codes: list[str], tmp_path: Path) -> None:
    built = made(tmp_path, {f"own-face/OwnFace-{style}.otf": own(style) for style in styles})
    assert built.errors == []
    found = [finding for finding in built.findings if finding.code.startswith("font-")]
    assert [finding.code for finding in found] == codes
    assert [str(finding.span) for finding in found] == [f"{HOME}brand.yaml:3:34"] * len(codes)


def test_bold_and_italics_that_are_not_there_are_set_in_the_nearest_face(tmp_path: Path) -> None:
    built = made(tmp_path, {"own-face/OwnFace-Regular.otf": own()})
    assert {name for name in embedded(built.data) if name.startswith("Own")} == {"OwnFace-Regular"}
    plain = WORDS.replace("*", "").split()
    assert plain == [word for word in built.words() if word in plain]


def test_the_librarys_families_are_as_they_are_meant_to_be(tmp_path: Path) -> None:
    built = made(tmp_path, {}, BRAND.replace("Own Face", "Lexend"))
    assert built.findings == ()


# -- fallback, script by script ----------------------------------------------------------------------------------------
SCRIPTS = {
    "pl": ("Każde dziecko potrzebuje bliskości, ciepła i źródła spokoju.", "NotoSans-Regular"),
    "vi": ("Trẻ sơ sinh tìm kiếm khuôn mặt của bạn và nhận ra giọng nói.", "NotoSans-Regular"),
    "ru": ("Малыши ищут ваше лицо.", "NotoSans-Regular"),
    "el": ("Τα μωρά ψάχνουν το πρόσωπό σας.", "NotoSans-Regular"),
    "ar": ("كل طفل يحتاج إلى الحب", "Vazirmatn-Regular"),
    "ur": ("ہر بچے کو محبت چاہیے", "Vazirmatn-Regular"),
    "bn": ("প্রতিটি শিশুর ভালোবাসা দরকার", "NotoSansBengali-Regular"),
}


@cache
def only_ascii() -> bytes:
    """A CFF face that has the letters of English and no more."""

    def drop(font: TTFont) -> None:
        for table in font["cmap"].tables:
            table.cmap = {code: glyph for code, glyph in table.cmap.items() if code < 0x7F}

    return changed(own(), drop)


@pytest.mark.poppler
@pytest.mark.parametrize("language", SCRIPTS)
def test_what_a_brands_face_lacks_is_set_in_the_face_of_its_script_and_embedded(language: str, tmp_path: Path) -> None:
    text, helper = SCRIPTS[language]
    put(tmp_path / "layouts/sheet.yaml", textwrap.dedent(FILES["layouts/sheet.yaml"]).encode())
    put(tmp_path / HOME / "brand.yaml", BRAND.encode())
    put(tmp_path / HOME / "fonts/own-face/OwnFace-Regular.otf", only_ascii())
    body = f"title: Alpha\naudience: both\nlayout: sheet\nlanguage: {language}\nbody:\n  - text: {text}\n"
    put(tmp_path / "handouts/one.yaml", body.encode())
    built = build_in(tmp_path, "one", brand="own")
    assert built.errors == []
    assert built.lint == []
    fonts = pdffonts(built.data)
    assert {"OwnFace-Regular", helper} <= set(fonts)
    assert set(fonts.values()) == {("yes", "yes", "yes")}  # embedded, a subset, with the way back to text
    read = "".join(built.words())
    assert all(letter in read for letter in text if letter.isalpha()), read


def pdffonts(data: bytes) -> dict[str, tuple[str, ...]]:
    """The fonts of a PDF by name, each with (embedded, subset, Unicode), as poppler tells."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        told = subprocess.run(["pdffonts", file.name], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in told.splitlines()[2:]]
    return {row[0].partition("+")[2]: tuple(row[-5:-2]) for row in rows}
