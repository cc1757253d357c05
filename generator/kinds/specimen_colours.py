"""Colours in a brand's specimen: every role with its number and what it is for, and how each stands on its grounds."""

from __future__ import annotations

from generator.kinds.setting import Setting
from generator.kinds.specimen_sheet import MARGIN, Sheet, pour
from generator.model.colour import contrast
from generator.model.roles import SOFTS, contrasts
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box, Inset, Stack
from generator.typeset.panels import Marked
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.shapes import circle, rectangle

GROUPS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Primary",
        (
            ("primary", "as given: large shapes"),
            ("primary_fill", "carries white words"),
            ("primary_dark", "headings, dark bands"),
            ("primary_deep", "on a dark band"),
            ("primary_mid", "icons, arrows"),
            ("primary_soft", "doorways, bands"),
            ("primary_tint", "cards"),
        ),
    ),
    (
        "Accent",
        (
            ("accent", "as given: one warm focus"),
            ("accent_strong", "arrows, ticks"),
            ("accent_dark", "labels, links"),
            ("accent_soft", "doorways, panels"),
            ("accent_tint", "cards"),
        ),
    ),
    (
        "Page",
        (
            ("paper", "the page"),
            ("warm", "the cover’s field"),
            ("line", "decoration only"),
            ("line_strong", "lines to write on"),
        ),
    ),
    (
        "Words",
        (
            ("ink", "text"),
            ("ink_soft", "captions"),
            ("on_primary", "on primary fills"),
            ("on_dark_soft", "quiet, on dark bands"),
            ("on_accent", "on the accent"),
        ),
    ),
    (
        "Pictures",
        (
            ("doorway", "what people stand in"),
            ("cloth", "what they wear"),
            ("sleeve", "its sleeves"),
            ("accent_cloth", "what others wear"),
            ("accent_sleeve", "its sleeves"),
        ),
    ),
    (
        "States",
        (
            ("success", "shapes"),
            ("success_dark", "words"),
            ("success_tint", "cards"),
            ("notice", "shapes"),
            ("notice_dark", "words"),
            ("notice_tint", "cards"),
            ("urgent", "shapes"),
            ("urgent_dark", "words"),
            ("urgent_tint", "cards: help"),
        ),
    ),
)
WORDS = ("ink", "ink_soft", "primary_dark", "accent_dark", "success_dark", "notice_dark", "urgent_dark")
SHAPES = ("primary_mid", "accent_strong", "line_strong", "success", "notice", "urgent")
SWATCH = (50.0, 30.0)  # width and height, pt
COLUMNS, GUTTER = 4, 20.0
ROW = 28.0  # height of a row of contrasts, pt
NAMES = 98.0  # width of the names beside them, pt
FILLS = 190.0  # width of the fills and what stands on them, pt


def colour_sheet(sheet: Sheet) -> None:
    """Draw a sheet with a swatch of each role."""
    section = sheet.open("Colour roles")
    setting = sheet.setting
    least = _least(setting)
    groups: list[list[Box]] = []
    for name, roles in GROUPS:
        head = sheet.words(name, setting.styles.h3, section, "H3").spaced(setting.space(4), setting.space(1))
        listing = section.add("L", numbering="None")
        groups.append([head, *(_swatch(sheet, role, use, least, listing) for role, use in roles)])
    pour(sheet, groups, COLUMNS, GUTTER)
    sheet.close()


def _least(setting: Setting) -> dict[str, float]:
    """Return the least contrast of each role on the grounds that it is promised for; of a fill, that of its words."""
    found: dict[str, float] = {}
    for fg, bg, ratio, _ in contrasts(setting.look.roles):
        found[fg] = min(ratio, found.get(fg, ratio))
        if fg == "on_primary":
            found[bg] = min(ratio, found.get(bg, ratio))
    return found


def _swatch(sheet: Sheet, role: str, use: str, least: dict[str, float], listing: Element) -> Box:
    setting, styles = sheet.setting, sheet.setting.styles
    colour = getattr(setting.look.roles, role)
    body = listing.add("LI").add("LBody")
    name = body.add("P")
    style = styles.small.with_(colour=setting.look.roles.ink)
    runs = [Run(role, name, strong=True), Run(f"  {colour}", name)]
    said = f"{use}, {_ratio(least[role])}" if role in least else use
    width, tall = SWATCH
    above = max(0.0, tall / 2 - style.leading)  # two lines stand in the middle of the swatch
    words = Inset(Stack([setting.set(runs, style), sheet.words(said, styles.small, body)]), top=above, bottom=above)

    def ink(surface: Surface, x: float, y: float, room: float) -> None:
        path = rectangle(x, y, width, tall, setting.radius(5))
        surface.shape(path, fill=colour, stroke=setting.look.roles.line, width=0.5, target=LAYOUT)

    gap = setting.space(1)
    return Marked(words, width + 8, ink).spaced(gap, gap)


def _ratio(value: float) -> str:
    return f"{int(value * 10) / 10:.1f}:1"  # rounded down: nothing is promised that is not kept


def contrast_sheet(sheet: Sheet) -> None:
    """Draw a sheet that shows words and shapes on every ground that they may stand on."""
    section = sheet.open("On its grounds")
    grid = sheet.measure - FILLS - 2 * GUTTER
    y = _table(sheet, section, grid)
    _fills(sheet, section, MARGIN + sheet.measure - FILLS)
    style = sheet.setting.styles.small
    said = (
        "Numbers are contrasts, each rounded down. Words need 4.5:1 (WCAG 2, 1.4.3), text that is read 7:1 here; "
        "shapes that carry a meaning need 3:1 (1.4.11)."
    )
    sheet.words(said, style, section).draw(sheet.surface, MARGIN, y + 10, grid)
    sheet.close()


def _table(sheet: Sheet, section: Element, width: float) -> float:
    """Draw the table of words and shapes; return where it ends."""
    setting, surface = sheet.setting, sheet.surface
    table = section.add("Table")
    each = (width - NAMES) / len(SOFTS)
    small = setting.styles.small.with_(colour=setting.look.roles.ink, leading=ROW)
    row = table.add("THead").add("TR")
    sheet.words("Role", setting.styles.label, row.add("TH", scope="Column")).draw(surface, MARGIN, sheet.top, NAMES)
    for i, ground in enumerate(SOFTS):
        head = sheet.words(ground, setting.styles.label, row.add("TH", scope="Column"))
        head.draw(surface, MARGIN + NAMES + i * each + 4, sheet.top, each - 6)
    y = sheet.top + 18
    body = table.add("TBody")
    for role in (*WORDS, *SHAPES):
        row = body.add("TR")
        name = sheet.words(role, small, row.add("TH", scope="Row"), "P")
        name.draw(surface, MARGIN, y, NAMES)
        for i, ground in enumerate(SOFTS):
            cell = (MARGIN + NAMES + i * each, y, each, ROW)
            _cell(sheet, role, ground, cell, row.add("TD"))
        y += ROW
    return y


def _cell(sheet: Sheet, role: str, ground: str, cell: tuple[float, float, float, float], target: Element) -> None:
    """Draw a colour on a ground with its contrast; words in the colour itself, a shape beside words in ink."""
    setting, surface, roles = sheet.setting, sheet.surface, sheet.setting.look.roles
    x, y, width, tall = cell
    paper = getattr(roles, ground)
    if role in SHAPES and ground not in _grounds(setting, role):
        return
    surface.shape(rectangle(x, y, width, tall), fill=paper, stroke=roles.line, width=0.35, target=LAYOUT)
    colour = getattr(roles, role)
    said = f"{int(contrast(colour, paper) * 10) / 10:.1f}"
    style = setting.styles.strong.with_(size=setting.styles.small.size, leading=tall)
    middle = x + 6
    if role in SHAPES:
        surface.shape(circle(x + 14, y + tall / 2, 6), fill=colour, target=LAYOUT)
        middle, style = x + 26, style.with_(colour=roles.ink, weight=400)
    else:
        style = style.with_(colour=colour)
    Paragraph([Run(said, target.add("P"))], style).draw(surface, middle, y, width)


def _grounds(setting: Setting, role: str) -> set[str]:
    return {bg for fg, bg, _, _ in contrasts(setting.look.roles) if fg == role}


def _fills(sheet: Sheet, section: Element, x: float) -> None:
    """Draw the dark and full fills with the words that stand on them."""
    setting, surface, roles = sheet.setting, sheet.surface, sheet.setting.look.roles
    y = sheet.top
    sheet.words("Words on fills", setting.styles.label, section, "H3").draw(surface, x, y, FILLS)
    y += 18
    listing = section.add("L", numbering="None")
    for fg, bg, ratio, _ in contrasts(roles):
        if not fg.startswith("on_"):
            continue
        surface.shape(rectangle(x, y, FILLS, 46, setting.radius(9)), fill=getattr(roles, bg), target=LAYOUT)
        body = listing.add("LI").add("LBody")
        style = setting.styles.strong.with_(colour=getattr(roles, fg), size=setting.styles.small.size + 1, leading=15)
        name = Paragraph([Run(f"{fg} {_ratio(ratio)}", body.add("P"))], style)
        under = Paragraph([Run(f"on {bg}", body.add("P"))], style.with_(weight=400))
        Stack([name, under]).draw(surface, x + 12, y + 8, FILLS - 24)
        y += 52
