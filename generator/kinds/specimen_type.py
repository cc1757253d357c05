"""Type in a brand's specimen: every style with its size, its face and real words; what other layouts make of it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.base.places import NOWHERE
from generator.base.scalars import Text
from generator.kinds.setting import Setting
from generator.kinds.specimen_sheet import MARGIN, Sheet, columns
from generator.kinds.styles import Styles, make_styles
from generator.kinds.tables import CellStyles, TableBox
from generator.model.layout import Type
from generator.pdf.structure import Element
from generator.typeset.boxes import Box, Stack
from generator.typeset.runs import Run
from generator.typeset.style import Scale, Style

NAMES = 232.0  # width of names and sizes beside the words, pt
GAP = 10.0  # space between two styles, pt
SAMPLES = (
    ("display", "Hello, baby"),
    ("h1", "Small moments, many times a day"),
    ("quote", "“I learned to wait, and he found his voice.”"),
    ("h2", "What might your baby be telling you?"),
    ("offer", "In large print, or in your language: ask us"),
    ("lead", "Babies look for a face that looks back. You do not have to get it right every time."),
    ("h3", "When you are out and about"),
    (
        "body",
        "Watch first, then answer. Copy a sound, share a smile, or say what you think they feel. Then wait for their "
        "turn: looking away may mean that your baby needs a rest.",
    ),
    ("strong", "Never shake a baby."),
    ("note", "looks, wriggles, babbles, reaches"),
    ("label", "Age in months"),
    ("small", "Last checked 22 November 2026 · Made by Little Room"),
)
CHARACTERS = (
    "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz",
    "0123456789 £ % & ? ! “ ” ( )",
    "I l 1   O 0   rn m",
)


def style_of(styles: Styles, name: str) -> Style:
    """Return a style by the name it has in the specimen."""
    found: Style = styles.displays[0] if name == "display" else getattr(styles, name)
    return found


def face_name(style: Style) -> tuple[str, str]:
    """Return the family and the weight of a style's face as people write them: Atkinson Hyperlegible Next, Bold."""
    family, _, weight = style.face.postscript_name.partition("-")
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", family), weight or "Regular"


def spec(style: Style) -> str:
    """Return a style's size, leading and face in words."""
    return f"{style.size:g}/{style.leading:g} {' '.join(face_name(style))}"


def type_sheet(sheet: Sheet) -> None:
    """Draw a sheet with a line or two in each style."""
    section = sheet.open("Type")
    setting, surface = sheet.setting, sheet.surface
    room = sheet.measure - NAMES - GAP
    y = sheet.top
    for name, words in SAMPLES:
        style = style_of(setting.styles, name)
        group = section.add("Sect")
        runs = [
            Run(name, group.add("H3"), strong=True, colour=setting.roles.accent_dark),
            Run(f"  {spec(style)}", group.add("P")),
        ]
        told, sample = setting.set(runs, setting.styles.small), sheet.words(words, style, group)
        base = max(sample.style.ascent, told.style.ascent)
        drops = [base - box.style.ascent for box in (told, sample)]
        tall = max(drops[0] + told.height(NAMES), drops[1] + sample.height(room))
        if y + tall > sheet.bottom:
            sheet.close()
            sheet.turn()
            y = sheet.top
        told.draw(surface, MARGIN, y + drops[0], NAMES)
        sample.draw(surface, MARGIN + NAMES + GAP, y + drops[1], room)
        y += tall + GAP
    sheet.close()


def size_sheet(sheet: Sheet, layouts: Mapping[str, Type]) -> None:
    """Draw the characters of both families, and the size of each style on each layout."""
    section = sheet.open("Letters and sizes")
    y = _characters(sheet, sheet.top, section) + 5 * sheet.setting.u
    rest: Box | None = _sizes(sheet, section, layouts)
    while rest is not None:
        parts = None if rest.height(sheet.measure) <= sheet.bottom - y else rest.split(sheet.measure, sheet.bottom - y)
        first, rest = parts or (rest, None)
        first.draw(sheet.surface, MARGIN, y, sheet.measure)
        sheet.close()
        if rest is not None:
            sheet.turn()
            y = sheet.top


def _sizes(sheet: Sheet, section: Element, layouts: Mapping[str, Type]) -> Box:
    """Compose the table of sizes."""
    setting = sheet.setting
    names = [name for name, _ in SAMPLES]
    rows = []
    for ident, type_ in layouts.items():
        styles = _styles(setting, type_)
        rows.append([_said(ident), *(_said(f"{style_of(styles, name).size:g}") for name in names)])
    small = setting.styles.small.with_(colour=setting.roles.ink)
    cells = CellStyles(setting.styles.label, small.with_(weight=700), small)
    header = [_said("Layout"), *map(_said, names)]
    return TableBox(setting, header, rows, section.add("Table"), row_headings=True, styles=cells)


def _said(words: str) -> Text:
    return Text(words, NOWHERE)


def _styles(setting: Setting, type_: Type) -> Styles:
    scale = Scale(type_.body.size, type_.body.leading, setting.edition.smallest)
    return make_styles(scale, setting.roles, setting.look.heading, setting.look.body, rtl=setting.rtl)


def _characters(sheet: Sheet, y: float, section: Element) -> float:
    """Draw the letters and figures of the heading's and the body's family side by side; return where they end."""
    setting = sheet.setting
    foot = y
    for (x, width), style in zip(columns(sheet.measure, 2, 36.0), _faces(setting), strict=True):
        group = section.add("Sect")
        name = sheet.words(face_name(style)[0], setting.styles.h3, group, "H3").spaced(0, setting.u)
        letters = Stack([name, *(sheet.words(text, style, group) for text in CHARACTERS)])
        letters.draw(sheet.surface, x, y, width)
        foot = max(foot, y + letters.height(width))
    return foot


def _faces(setting: Setting) -> tuple[Style, Style]:
    styles = setting.styles
    large = {"size": styles.h2.size, "leading": styles.h2.size * 1.35, "balance": False}
    return styles.h2.with_(**large), styles.body.with_(**large)
