"""What a brand looks like: the first sheet of its specimen, and the sheet of doorways, people and logos."""

from __future__ import annotations

from collections.abc import Mapping

from generator.kinds.doorways import Doorway, draw_doorway
from generator.kinds.grounds import paint_band, paint_field
from generator.kinds.logos import USUAL, LogoBox, draw_logo, optical_size
from generator.kinds.plates import plate_for
from generator.kinds.setting import Setting
from generator.kinds.specimen_sheet import HEIGHT, MARGIN, WIDTH, Sheet, columns
from generator.kinds.specimen_type import face_name
from generator.model.people import PEOPLE, palette
from generator.pdf.structure import LAYOUT, Element
from generator.typeset.boxes import Stack
from generator.typeset.drawing import Drawing
from generator.typeset.shapes import rectangle

SCENE = "face-to-face"  # on the first sheet
HORIZON = 400.0  # pt from the top of the first sheet
ABOVE = 40.0  # pt from the last words to the horizon
DOOR = (262.0, 304.0)  # width and height of its doorway, pt
STRIP = ("primary", "accent", "primary_soft", "accent_soft", "primary_dark", "ink")
SHOWN = (("doorway", "floor-play"), ("accent_soft", "reading"), ("primary_soft", "peek-a-boo"), ("primary_tint", None))
FAMILY = "cuddle"  # drawn with each set of people
LOGO_GROUNDS = ("paper", "warm", "primary_tint", "accent_tint", "primary_soft", "primary_dark")
LOGO_TALL, LOGO_CARD = 30.0, 62.0  # pt
ROW = 112.0  # height of a row of doorways, pt


def first_sheet(sheet: Sheet) -> None:
    """Draw the first sheet: the setting's name, its doorway on the horizon, its colours and faces."""
    setting, surface, roles = sheet.setting, sheet.surface, sheet.setting.look.roles
    sheet.begin_bare()
    section = sheet.root.add("Sect")
    paint_field(surface, setting, (0, 0, WIDTH, HORIZON), roles.warm, "foot")
    paint_band(surface, setting, (0, HORIZON, WIDTH, 8))
    door = Doorway(WIDTH - MARGIN - DOOR[0] - 18, HORIZON, *DOOR, DOOR[0] * 0.94)
    draw_doorway(surface, setting, door, drawing(setting, SCENE), roles.doorway)
    logo = LogoBox(setting, section, 40, again=False)
    logo.draw(surface, MARGIN, MARGIN, logo.width())
    room = door.x - MARGIN - 36
    head = section.add("H1")
    about = "What it is made of: colours, type, shapes, and every block that a handout may have."
    lead = sheet.words(about, setting.styles.lead, section)
    most = HORIZON - ABOVE - MARGIN - logo.height(room) - 3 * setting.u
    for style in setting.styles.displays:  # the largest that a long name leaves room for
        title = setting.paragraph(setting.look.name, style, head)
        words = Stack([title.spaced(0, 3 * setting.u), lead])
        if title.narrowest() <= room and words.height(room) <= most:
            break
    surface.place("start", MARGIN, MARGIN)
    surface.bookmark(setting.look.name, "start", section)
    words.draw(surface, MARGIN, HORIZON - ABOVE - words.height(room), room)
    _strip(sheet, section)
    sheet.close()


def _strip(sheet: Sheet, section: Element) -> None:
    """Draw six colours with their numbers, and the names of the faces."""
    setting, surface = sheet.setting, sheet.surface
    spans = columns(sheet.measure, len(STRIP), 12)
    listing = section.add("L", numbering="None")
    y = HORIZON + 40
    for role, (x, width) in zip(STRIP, spans, strict=True):
        colour = getattr(setting.look.roles, role)
        path = rectangle(x, y, width, 54, setting.radius(9))
        surface.shape(path, fill=colour, stroke=setting.look.roles.line, width=0.5, target=LAYOUT)
        body = listing.add("LI").add("LBody")
        small = setting.styles.small
        name = sheet.words(role, small.with_(weight=700, colour=setting.look.roles.ink), body)
        Stack([name, sheet.words(colour, small, body)]).draw(surface, x, y + 60, width)
    heading, text = (face_name(style)[0] for style in (setting.styles.h1, setting.styles.body))
    faces = f"Headings in {heading}, text in {text}" if heading != text else f"Headings and text in {text}"
    style = setting.styles.small.with_(colour=setting.look.roles.ink)
    sheet.words(faces, style, section).draw(surface, MARGIN, HEIGHT - MARGIN - style.ascent + 4, sheet.measure / 2)


def look_sheet(sheet: Sheet) -> None:
    """Draw the sheet of doorways, people and logos."""
    section = sheet.open("Doorway, people, logo")
    y = _doorways(sheet, section, sheet.top)
    y = _people(sheet, section, y + 3 * sheet.setting.u)
    _logos(sheet, section, y + 4 * sheet.setting.u)
    sheet.close()


def drawing(setting: Setting, name: str, people: Mapping[str, str] | None = None) -> Drawing | None:
    """Return an illustration in the brand's colours, without its ground; None where it is missing."""
    found = setting.assets.drawing(name, None, setting.findings)
    return found.without("bg").recoloured(people or setting.people(0)) if found is not None else None


def _head(sheet: Sheet, section: Element, words: str, y: float) -> tuple[Element, float]:
    group = section.add("Sect")
    head = sheet.words(words, sheet.setting.styles.h3, group, "H3")
    head.draw(sheet.surface, MARGIN, y, sheet.measure)
    return group.add("L", numbering="None"), y + head.height(sheet.measure) + 1.5 * sheet.setting.u


def _doorways(sheet: Sheet, section: Element, y: float) -> float:
    """Draw the brand's doorway on several grounds, smaller and smaller; return where the row ends."""
    setting = sheet.setting
    listing, y = _head(sheet, section, f"Doorway: {setting.look.shape}", y)
    foot, x = y + ROW, MARGIN
    for i, (role, name) in enumerate(SHOWN):
        tall = ROW * (1.0, 1.0, 0.8, 0.6)[i]
        width = tall / 1.14
        art = drawing(setting, name) if name is not None else None
        door = Doorway(x, foot, width, tall, width * 0.92)
        draw_doorway(sheet.surface, setting, door, art, getattr(setting.look.roles, role))
        _label(sheet, listing, role, x, foot, width)
        x += width + 34
    _corners(sheet, listing, x + 10, foot)
    return foot + 16


def _corners(sheet: Sheet, listing: Element, x: float, foot: float) -> None:
    """Draw the corners of a card, a small card and a tick box as this brand has them."""
    setting, roles = sheet.setting, sheet.setting.look.roles
    for said, side, radius in (("card, 12", 74.0, 12.0), ("small card, 9", 54.0, 9.0), ("box, 2.5", 14.0, 2.5)):
        path = rectangle(x, foot - side, side, side, setting.radius(radius))
        sheet.surface.shape(path, fill=roles.primary_tint, stroke=roles.line_strong, width=0.75, target=LAYOUT)
        _label(sheet, listing, said, x, foot, 74)
        x += max(side, 74) + 16


def _label(sheet: Sheet, listing: Element, said: str, x: float, foot: float, width: float) -> None:
    words = sheet.words(said, sheet.setting.styles.small, listing.add("LI").add("LBody"))
    words.draw(sheet.surface, x, foot + 4, max(width, 60))


def _people(sheet: Sheet, section: Element, y: float) -> float:
    """Draw one family with each set of people, the brand's own first; return where the row ends."""
    setting = sheet.setting
    listing, y = _head(sheet, section, "People", y)
    own = setting.look.brand.people_set or min(PEOPLE)
    names = [own, *sorted(set(PEOPLE) - {own})]
    for i, (name, (x, width)) in enumerate(zip(names, columns(sheet.measure, len(names), 40), strict=True)):
        colours = palette(setting.look.roles, name, grey=setting.edition.grey)
        foot = y + width * 1.06
        door = Doorway(x, foot, width, width * 1.06, width * 0.94)
        fill = setting.look.roles.accent_soft if i % 2 else setting.look.roles.doorway
        draw_doorway(sheet.surface, setting, door, drawing(setting, FAMILY, colours), fill)
        _label(sheet, listing, f"set {name}, its own" if name == own else f"set {name}", x, foot, width)
    return foot + 16


def _logos(sheet: Sheet, section: Element, y: float) -> None:
    """Draw the logo on each ground that it may stand on, with a plate where it would vanish."""
    setting, surface = sheet.setting, sheet.surface
    mark = setting.look.logo
    if mark is None:
        return
    listing, y = _head(sheet, section, "Logo on its grounds", y)
    for role, (x, width) in zip(LOGO_GROUNDS, columns(sheet.measure, len(LOGO_GROUNDS), 12), strict=True):
        ground = getattr(setting.look.roles, role)
        art = mark.light if role == "primary_dark" and mark.light is not None else mark.art
        path = rectangle(x, y, width, LOGO_CARD, setting.radius(9))
        surface.shape(path, fill=ground, stroke=setting.look.roles.line, width=0.5, target=LAYOUT)
        plate = plate_for(setting, art, ground)
        rim = 6.0 if plate is not None else 0.0
        area = LOGO_TALL * LOGO_TALL * USUAL
        size = optical_size(art, area, LOGO_TALL * 0.6, LOGO_TALL * 1.3, width - 24 - 2 * rim)
        left, top = x + (width - size[0]) / 2 - rim, y + (LOGO_CARD - size[1]) / 2 - rim
        draw_logo(surface, setting, art, (left, top, *size), plate, None, rim=rim)
        _label(sheet, listing, role, x, y + LOGO_CARD, width)
