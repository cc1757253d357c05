"""Parts that several blocks are made of: paragraphs, lists and their marks, titles, cards."""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.places import Span
from generator.kinds.filling import blank, tick_in
from generator.kinds.sentences import sentences
from generator.kinds.setting import Setting, Written
from generator.model.inline import Chunk, ListOf
from generator.pdf.structure import LAYOUT, Element, Target
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box, Company, Stack
from generator.typeset.panels import Card, Ink, Marked
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.shapes import circle, rectangle
from generator.typeset.style import Style

PARAGRAPH_GAP = 1.5  # u
SENTENCE_GAP = 1.0  # u, between sentences that stand each on a line of its own
DOT = 0.20  # radius of a bullet, em
BOX = 1.04  # side of a tick box, em


def prose(setting: Setting, text: Written, style: Style, parent: Element, dot: str | None = None) -> list[Box]:
    """Compose a text of paragraphs and lists."""
    boxes: list[Box] = []
    for chunk in setting.chunks(text):
        boxes.append(_chunk(setting, chunk, text, style, parent, dot or setting.roles.accent_strong))
    return boxes


def _chunk(setting: Setting, chunk: Chunk, text: Written, style: Style, parent: Element, dot: str) -> Box:
    gap = setting.space(PARAGRAPH_GAP)
    if not isinstance(chunk, ListOf):
        runs = setting.chunk_runs(chunk, text, style, parent.add("P"))
        if setting.edition.sentences:
            lines = [Paragraph(part, style, span=text.span) for part in sentences(runs)]
            near = setting.space(SENTENCE_GAP)
            return Company([line.spaced(near, near) for line in lines]).spaced(gap, gap)
        return Paragraph(runs, style, span=text.span).spaced(gap, gap)
    listing = parent.add("L", numbering="Decimal" if chunk.ordered else "Disc")
    items: list[Box] = []
    for i, inner in enumerate(chunk.items):
        item = listing.add("LI")
        label = item.add("Lbl")
        body = item.add("LBody")
        parts = [_chunk(setting, c, text, style, body, dot) for c in inner]
        mark = numeral(setting, style, chunk.start + i, label) if chunk.ordered else bullet(setting, style, label, dot)
        indent = number_indent(style, chunk.start + len(chunk.items)) if chunk.ordered else bullet_indent(style)
        items.append(Marked(Stack(parts), indent, mark, rtl=setting.rtl).spaced(0, 0))
    return Stack(items).spaced(gap, gap)


def bullet_indent(style: Style) -> float:
    """Return the width of a bullet's column, pt."""
    return style.size * 1.25


def number_indent(style: Style, highest: int) -> float:
    """Return the width of a number's column, pt."""
    return style.size * (1.6 if highest < 10 else 2.2)


def bullet(setting: Setting, style: Style, label: Element, colour: str) -> Ink:
    """Return the ink of a bullet; its character is there for those who listen, set in the dot's own place."""
    character = "\u2022"

    def ink(surface: Surface, x: float, y: float, width: float) -> None:
        middle = y + style.ascent - style.face.x_height * style.size / 2
        start = x + width - style.size * 0.24 if setting.rtl else x + style.size * 0.24
        _label_glyph(surface, style, character, start, middle, label, colour)

    return ink


def _label_glyph(
    surface: Surface, style: Style, character: str, cx: float, cy: float, label: Element, colour: str
) -> None:
    """Set a round bullet so that its ink is centred at (cx, cy) with the radius that the design gives bullets."""
    face = style.fonts.face_for(character, 400, False)
    assert face is not None, "the fallback family has a bullet"
    glyph = face.hb_font.get_nominal_glyph(ord(character))
    extents = face.hb_font.get_glyph_extents(glyph)
    if extents is None:  # a face without the shape: what is read stays
        surface.glyphs(face, face.shape(character), cx, cy, size=style.size, colour=colour, target=label)
        return
    size = 2 * DOT * style.size * face.upem / max(1, abs(extents.height))
    k = size / face.upem
    x = cx - (extents.x_bearing + extents.width / 2) * k
    baseline = cy + (extents.y_bearing + extents.height / 2) * k
    surface.glyphs(face, face.shape(character), x, baseline, size=size, colour=colour, target=label)


def numeral(setting: Setting, style: Style, number: int, label: Element) -> Ink:
    """Return the ink of a list's number."""
    text = f"{number}."
    paragraph = Paragraph([Run(text, label)], style.with_(weight=700, colour=setting.roles.primary_dark))
    return lambda surface, x, y, width: paragraph.draw(surface, x, y, width)


def tick_box(setting: Setting, style: Style, label: Element, said: Written) -> Ink:
    """Return the ink of an empty tick box, centred on the capitals of the first line; ``said`` is what it is for."""
    side = style.size * BOX
    field = blank(setting, label, said)
    if field is None:
        label.actual = "\u2610"

    def ink(surface: Surface, x: float, y: float, width: float) -> None:
        middle = y + style.ascent - style.face.cap_height * style.size / 2
        left = x + width - side if setting.rtl else x
        path = rectangle(left, middle - side / 2, side, side, setting.radius(2.5))
        roles = setting.roles
        target = label if field is None else LAYOUT
        surface.shape(path, fill=roles.paper, stroke=roles.line_strong, width=1, target=target)
        if field is not None:
            tick_in(surface, setting, (left, middle - side / 2, side, side), field)

    return ink


def listed(
    setting: Setting,
    items: Sequence[Written],
    style: Style,
    parent: Element,
    *,
    mark: str,
    gap: float = 0.0,
    dot: str | None = None,
) -> Stack:
    """Compose a list; ``mark`` is ``dot``, ``number`` or ``box``; ``gap`` between items in u."""
    numbering = {"dot": "Disc", "number": "Decimal", "box": "None"}[mark]
    listing = parent.add("L", numbering=numbering, kind="checklist" if mark == "box" else "")
    rows: list[Box] = []
    for i, text in enumerate(items, 1):
        item = listing.add("LI")
        label, body = item.add("Lbl"), item.add("LBody")
        words = setting.paragraph(text, style, body)
        if mark == "dot":
            ink, indent = bullet(setting, style, label, dot or setting.roles.accent_strong), bullet_indent(style)
        elif mark == "number":
            ink, indent = numeral(setting, style, i, label), number_indent(style, len(items))
        else:
            ink, indent = tick_box(setting, style, label, text), style.size * 1.75
        space = setting.space(gap) if gap else 0.0
        rows.append(Marked(words, indent, ink, rtl=setting.rtl).spaced(space, space))
    return Company(rows) if setting.edition.any_pages else Stack(rows)


def title(setting: Setting, text: Written | str, style: Style, parent: Element, role: str, span: Span | None) -> Box:
    """Compose a block's title."""
    box = setting.paragraph(text, style, parent.add(role, kind="title"), keep_next=True, span=span)
    return box.spaced(setting.space(3), setting.space(1))


def headed(
    setting: Setting,
    text: Written | None,
    *,
    parent: Element | None = None,
    role: str = "P",
    after: float | None = None,
) -> list[Box]:
    """Compose the title that an author may give a block; nothing where there is none. ``after`` in pt."""
    if text is None:
        return []
    return [title(setting, text, setting.styles.h3, parent or setting.parent, role, text.span).spaced(after=after)]


def card(setting: Setting, box: Box, fill: str, *, radius: float = 12, padding: float = 3, keep: bool = True) -> Card:
    """Put a box on a ground; ``padding`` in u."""
    ground = setting.ground(fill, radius=radius, padding=padding * setting.u)
    made = Card(box, ground, keep=keep)
    made.spaced(setting.space(4), setting.space(4))
    return made


def disc(
    setting: Setting,
    text: str,
    r: float,
    label: Target,
    *,
    drop: float,
    fill: str | None = None,
    colour: str | None = None,
) -> Ink:
    """Return the ink of a number in a disc, its numeral centred on its own height; ``drop`` to the disc's middle."""
    style = setting.styles.h2
    face = style.face
    size = r * 1.12
    clusters = face.shape(text)
    width = sum(g.advance for c in clusters for g in c.glyphs) / face.upem * size

    def ink(surface: Surface, x: float, y: float, column: float) -> None:
        cx = x + column - r if setting.rtl else x + r
        surface.shape(circle(cx, y + drop, r), fill=fill or setting.roles.primary_fill, target=LAYOUT)
        baseline = y + drop + face.cap_height * size / 2
        ink_colour = colour or setting.roles.on_primary
        surface.glyphs(face, clusters, cx - width / 2, baseline, size=size, colour=ink_colour, target=label)

    return ink
