"""What stands at the end of a pack: the sources with the pages that cite them, what to print, lines for notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.base.places import NOWHERE, Span
from generator.base.scalars import Text
from generator.base.tuples import NamedTuple
from generator.kinds.bound_head import BoundHead
from generator.kinds.closing import review_facts
from generator.kinds.design import Overrun, Plan
from generator.kinds.frame import Frame
from generator.kinds.pack_sheets import NOTHING
from generator.kinds.parts import number_indent, numeral
from generator.kinds.setting import Setting
from generator.kinds.side_sheet import Sheet
from generator.kinds.sides import arranged
from generator.kinds.tables import TableBox
from generator.model.handout import Handout
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.bands import Grid, Unit
from generator.typeset.boxes import Box, Stack
from generator.typeset.panels import Marked
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run


class Printed(NamedTuple):
    """One row of the print list: pages of this copy, what it is, how many, page in the participant's copy."""

    pages: str
    what: str
    copies: str
    learner: str


class Told(NamedTuple):
    """What a handout in the pack says of itself: its title, its review on one line, the place of that."""

    title: str
    facts: str
    span: Span


def told_of(setting: Setting, head: Handout) -> Told:
    """Return what stands of a handout below the sources; its head is not needed any more."""
    return Told(setting.plain(head.title), review_facts(setting, head), head.span_of("review"))


class _Source(Box):
    """One source, with its number; the place that citations lead to."""

    def __init__(self, key: str, box: Box) -> None:
        self._key, self._box = key, box
        self.trim_top, self.trim_bottom = box.trim_top, box.trim_bottom

    def height(self, measure: float) -> float:
        """Return the height of its lines."""
        return self._box.height(measure)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw it, and name its place."""
        surface.place(f"source:{self._key}", x, y)
        self._box.draw(surface, x, y, measure)


def sources_sheet(
    setting: Setting,
    title: str,
    keys: Sequence[str],
    pages: Mapping[str, Sequence[tuple[int, str]]],
    handouts: Sequence[Told],
) -> Plan | Overrun:
    """Plan the list of sources, and below it what each handout's review says.

    Args:
        setting: of this part, bound into the pack.
        title: its heading.
        keys: of the sources, in the order of their numbers.
        pages: for each key the pages that cite it: number, and the name of the page's place.
        handouts: what the handouts in the pack say of themselves.
    """
    document = setting.document
    opener, frame, grid = _opened(setting, title)
    units: list[Unit] = []
    if keys:
        listing = document.add("L", numbering="Decimal")
        rows = [_source(setting, i, key, pages.get(key, ()), len(keys), listing) for i, key in enumerate(keys, 1)]
        units.append(Unit(Stack([row.spaced(setting.space(1.5), setting.space(1.5)) for row in rows]), "wide", 0))
    told = [each for each in handouts if each.facts]
    if told:
        section = document.add("Sect")
        words = setting.word("about-handouts")
        box = setting.paragraph(words, setting.styles.h2, section.add("H2"), keep_next=True)
        units.append(Unit(box.spaced(setting.space(6), setting.space(1)), "head", 1))
        listing = section.add("L", numbering="None")
        units.append(Unit(Stack([_told(setting, each, listing) for each in told]), "wide", 1))
    return _arranged(opener, setting, frame, grid, units)


class _Opened(NamedTuple):
    handout: Handout
    head: BoundHead


def _opened(setting: Setting, title: str, subtitle: str | None = None) -> tuple[_Opened, Frame, Grid]:
    """Return the head of a part that the tool itself writes, its frame and its grid."""
    binding = setting.binding
    assert binding is not None
    frame = Frame(setting.layout, bound=True, rtl=setting.rtl, first=binding.first)
    grid = Grid(frame.measure, setting.scale.baseline, setting.scale.body, True)
    below = Text(subtitle) if subtitle is not None else None
    head = Handout(title=Text(title), audience="both", body=NOTHING, subtitle=below)
    return _Opened(head, BoundHead(setting, head, grid, frame.left(0))), frame, grid


def _arranged(opener: _Opened, setting: Setting, frame: Frame, grid: Grid, units: Sequence[Unit]) -> Plan | Overrun:
    sheet = Sheet(opener.handout, setting, frame, grid, opener.head, [], None, None, "list")
    return arranged(sheet, units, last_try=True)


def _source(
    setting: Setting, number: int, key: str, pages: Sequence[tuple[int, str]], most: int, listing: Element
) -> Box:
    source = setting.assets.sources[key]
    item = listing.add("LI")
    label, body = item.add("Lbl"), item.add("LBody")
    style = setting.styles.note
    runs = setting.runs(Text(source.printed()), style, body)
    if pages:
        before, after = setting.word("on-pages" if len(pages) > 1 else "on-page", "\0").split("\0")
        runs.append(Run(" " + before, body))
        for i, (page, place) in enumerate(pages):
            link = body.add("Link")
            contents = setting.word("on-page", str(page)).rstrip(".")
            runs.append(Run(str(page), link, link=f"#{place}", contents=contents))
            runs.append(Run(", " if i + 1 < len(pages) else after, body))
    indent = number_indent(style, most)
    return _Source(key, Marked(Paragraph(runs, style), indent, numeral(setting, style, number, label), rtl=setting.rtl))


def _told(setting: Setting, told: Told, listing: Element) -> Box:
    """Compose a handout's title and what its review says."""
    body = listing.add("LI").add("LBody")
    style = setting.styles.note
    runs = [Run(f"{told.title}. ", body, strong=True), *setting.runs(Text(told.facts, told.span), style, body)]
    return Paragraph(runs, style, span=told.span).spaced(setting.space(1), setting.space(1))


def print_sheet(setting: Setting, rows: Sequence[Printed]) -> Plan | Overrun:
    """Plan the list of what a trainer prints, and where each thing stands in the participant's copy."""
    opener, frame, grid = _opened(setting, setting.word("print-list"), setting.word("print-list-how"))
    table = setting.document.add("Table")
    header = [Text(setting.word(f"print-{name}")) for name in ("pages", "what", "copies", "learner")]
    cells = [[Text(cell or "\u2013", NOWHERE) for cell in row] for row in rows]
    box = TableBox(setting, header, cells, table, row_headings=False)
    units = [Unit(box.spaced(setting.space(3), 0), "wide", 0)]
    return _arranged(opener, setting, frame, grid, units)
