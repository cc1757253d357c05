"""Make the faces of this folder from the npm packages of Google Fonts.

    npm install @expo-google-fonts/fraunces@0.4.1 ...       (the packages and versions of FAMILIES)
    python layouts/fonts/make_subsets.py node_modules

Needs this project installed. The same packages give the same bytes: no time stamp is renewed.
README.md says why each face is cut as it is.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from generator.typeset import font_gate

# Latin text is set with kerning only: a ligature or an alternate has no character of its own, so it could not be copied
# or read aloud. Marks are kept for decomposed accents.
LATIN = ("kern", "mark", "mkmk")
# These scripts cannot be read without their substitutions.
COMPLEX = ("*",)

# What a fallback face must hold: Latin with IPA and Vietnamese, Greek, Cyrillic, punctuation, currency, maths.
EUROPEAN = (
    *range(0x0020, 0x0590), *range(0x1AB0, 0x1B00), *range(0x1C80, 0x1C90), *range(0x1D00, 0x2000),
    *range(0x2000, 0x2C00), *range(0x2C60, 0x2C80), *range(0x2DE0, 0x2E80), *range(0xA640, 0xA6A0),
    *range(0xA700, 0xA800), *range(0xAB30, 0xAB70), *range(0xFB00, 0xFB07), 0xFFFD,
)  # fmt: skip
STYLES = {
    "400Regular": "Regular",
    "400Regular_Italic": "Italic",
    "500Medium": "Medium",
    "500Medium_Italic": "MediumItalic",
    "600SemiBold": "SemiBold",
    "700Bold": "Bold",
    "700Bold_Italic": "BoldItalic",
}


@dataclass(frozen=True)
class Family:
    """One family: its npm package below @expo-google-fonts, the styles that are shipped, and how it is cut."""

    package: str
    version: str
    stem: str
    styles: tuple[str, ...]
    features: tuple[str, ...] = LATIN
    characters: tuple[int, ...] | None = None  # None: all that the face has


FAMILIES = (
    Family("fraunces", "0.4.1", "Fraunces", ("400Regular", "400Regular_Italic", "600SemiBold")),
    Family(
        "atkinson-hyperlegible-next",
        "0.4.1",
        "AtkinsonHyperlegibleNext",
        ("400Regular", "400Regular_Italic", "500Medium", "700Bold", "700Bold_Italic"),
    ),
    # Nunito's Regular prints grey: Medium is shipped in its place, so that text which asks for 400 gets 500
    Family("nunito", "0.4.2", "Nunito", ("500Medium", "500Medium_Italic", "700Bold", "700Bold_Italic")),
    Family("figtree", "0.4.1", "Figtree", ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic")),
    Family("bricolage-grotesque", "0.4.1", "BricolageGrotesque", ("700Bold",)),
    Family("lexend", "0.4.1", "Lexend", ("400Regular", "700Bold")),
    Family("noto-sans", "0.4.2", "NotoSans", ("400Regular", "400Regular_Italic", "700Bold"), characters=EUROPEAN),
    Family("noto-sans-bengali", "0.4.4", "NotoSansBengali", ("400Regular", "700Bold"), COMPLEX),
    Family("vazirmatn", "0.4.1", "Vazirmatn", ("400Regular", "700Bold"), COMPLEX),
)


def options(features: tuple[str, ...]) -> subset.Options:
    """Return how a face is cut: no hints (print and PDF readers ignore them), no glyph names, all of the name table."""
    chosen = subset.Options()
    chosen.layout_features = list(features)
    chosen.hinting = False
    chosen.glyph_names = False
    chosen.notdef_outline = True
    chosen.name_IDs = ["*"]
    chosen.drop_tables = [*chosen.drop_tables, "DSIG", "STAT", "meta", "gasp"]
    chosen.recalc_timestamp = False
    return chosen


def cut(source: Path, target: Path, family: Family) -> None:
    """Write the subset of one face."""
    font = TTFont(source, recalcTimestamp=False)
    characters = set(font.getBestCmap())
    if family.characters is not None:
        characters &= set(family.characters)
    cutter = subset.Subsetter(options(family.features))
    cutter.populate(unicodes=sorted(characters))
    cutter.subset(font)
    font.save(target)


def register(folder: Path) -> None:
    """List every face below `folder` as known, so that builds need not check them again."""
    lines = []
    for path in sorted(folder.glob("*/*.ttf")):
        data = path.read_bytes()
        lines.append(font_gate.known_line(font_gate.inspect_font(data, hashlib.sha256(data).hexdigest())))
    known = Path(font_gate.__file__).with_name("known_fonts.txt")
    known.write_text("".join(line + "\n" for line in lines), encoding="utf-8", newline="\n")


def main(modules: Path) -> None:
    """Make every family from `modules`, a node_modules folder."""
    here = Path(__file__).parent
    for family in FAMILIES:
        package = modules / "@expo-google-fonts" / family.package
        folder = here / family.package
        folder.mkdir(exist_ok=True)
        shutil.copyfile(package / "LICENSE_FONT", folder / "OFL.txt")
        for style in family.styles:
            source = package / style / f"{family.stem}_{style}.ttf"
            cut(source, folder / f"{family.stem}-{STYLES[style]}.ttf", family)
    register(here)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
