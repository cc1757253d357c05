"""Every block in a brand's specimen: each with its name, in as many of three columns as it wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.base.places import NOWHERE
from generator.base.scalars import Text
from generator.base.tuples import NamedTuple
from generator.base.yaml_nodes import Scalar
from generator.kinds.block import Block, Composed
from generator.kinds.closing import ClosingBand, Colophon
from generator.kinds.setting import Setting
from generator.kinds.specimen_sheet import HEIGHT, MARGIN, WIDTH, Sheet, columns
from generator.model.handout import Handout
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.bands import Grid
from generator.typeset.boxes import Blank, Box, Stack
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.shapes import line

COLUMNS, GUTTER = 3, 30.0  # pt
BETWEEN = 5.0  # u between two blocks, one below the other
ABOVE_BAND = 24.0  # pt, at least
PLACES = ("figure", "head", "main", "card", "break", "wide", "foot")  # of each width: pictures first, as they are tall
WIDE = ("wide", "foot")  # these are made for a page's width


class Exhibit(NamedTuple):
    """One block of the vocabulary: its name as people type it, what a reader sees, and where it is used."""

    name: str
    summary: str
    blocks: Sequence[Block]

    def place(self, setting: Setting) -> str:
        """Return where a page likes the block."""
        own = [block for block in self.blocks if type(block).__module__.endswith("." + self._module)]
        return own[0].place_in(setting) if own else "main"

    def forms(self) -> Sequence[Exhibit]:
        """Return one exhibit for each form that its specimen shows, such as a ladder and a staircase; else itself."""
        said = [getattr(block, "as_", None) or getattr(block, "kind", None) for block in self.blocks]
        if len(set(said)) < max(2, len(said)):
            return [self]
        return [
            Exhibit(f"{self.name}: {form}", self.summary, [block])
            for form, block in zip(said, self.blocks, strict=True)
        ]

    @property
    def _module(self) -> str:
        return self.name.partition(":")[0].replace("-", "_")


class _Shown(NamedTuple):
    """A block with its name above it, and how many columns it takes."""

    box: Box
    columns: int
    tall: float


class BreakLine(Box):
    """Where a page or column ends: a broken line."""

    def __init__(self, colour: str) -> None:
        self._colour = colour
        self.before = self.after = 8.0

    def height(self, measure: float) -> float:
        """Return the height of the line."""
        return 1.0

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the line."""
        surface.shape(line(x, y, x + measure, y), stroke=self._colour, dash=(4, 3), target=LAYOUT)


def block_sheets(sheet: Sheet, exhibits: Sequence[Exhibit]) -> None:
    """Draw sheets with every block, and at the end the band that closes a leaflet.

    What needs two columns stands at the start of a sheet, and single columns fill the room beside and below it.
    """
    section = sheet.open("Blocks")
    forms = [form for one in exhibits for form in one.forms()]
    order = sorted(forms, key=lambda one: (PLACES.index(one.place(sheet.setting)), one.name))
    shown = [_exhibited(sheet, one, section) for one in order]
    shown += _small_print(sheet, section)
    wide, narrow = ([one for one in shown if (one.columns > 1) is large] for large in (True, False))
    band = ClosingBand(
        sheet.setting, Grid(sheet.measure, sheet.setting.scale.baseline, sheet.setting.scale.body), MARGIN
    )
    while True:
        ends = _fill(sheet, wide, narrow)
        if not wide and not narrow and max(ends) < HEIGHT - band.height - ABOVE_BAND:
            break
        sheet.close()
        sheet.turn()
    band.draw(sheet.surface, WIDTH, HEIGHT)
    sheet.close(numbered=False)


def _fill(sheet: Sheet, wide: list[_Shown], narrow: list[_Shown]) -> list[float]:
    """Fill a sheet, taking what is drawn from the lists; return where each column ends."""
    ends = [sheet.top] * COLUMNS
    for shown in (wide, narrow):
        while (place := _first(sheet, shown, ends)) is not None:
            index, at = place
            _draw(sheet, shown.pop(index), at, ends)
    if max(ends) == sheet.top and (left := wide or narrow):  # taller than a sheet, as no specimen is: not lost
        _draw(sheet, left.pop(0), 0, ends)
    return ends


def _first(sheet: Sheet, shown: Sequence[_Shown], ends: Sequence[float]) -> tuple[int, int] | None:
    """Return the first block that fits a place, and the place: where it comes highest."""
    for i, one in enumerate(shown):
        tries = [(_below(sheet, max(ends[at : at + one.columns])), at) for at in range(COLUMNS - one.columns + 1)]
        y, at = min(tries)
        if y + one.tall <= sheet.bottom:
            return i, at
    return None


def _below(sheet: Sheet, end: float) -> float:
    return end + (BETWEEN * sheet.setting.u if end > sheet.top else 0.0)


def _draw(sheet: Sheet, one: _Shown, at: int, ends: list[float]) -> None:
    spans = columns(sheet.measure, COLUMNS, GUTTER)
    y = _below(sheet, max(ends[at : at + one.columns]))
    one.box.draw(sheet.surface, spans[at][0], y, _width(spans, one.columns))
    ends[at : at + one.columns] = [y + one.tall] * one.columns


def _width(spans: Sequence[tuple[float, float]], count: int) -> float:
    return spans[count - 1][0] + spans[0][1] - spans[0][0]


def _exhibited(sheet: Sheet, one: Exhibit, section: Element) -> _Shown:
    """Compose a block below its name."""

    def compose() -> Sequence[Box]:
        made = [Composed(block, sheet.setting) for block in one.blocks]
        rule = BreakLine(sheet.setting.roles.line_strong)
        return [rule if item.place == "break" else item.box for item in made]

    return _shown(sheet, one.name, one.summary, one.place(sheet.setting), compose, section)


def _small_print(sheet: Sheet, section: Element) -> list[_Shown]:
    """Compose the sources cited, the disclaimer and the partners; nothing where there is none of them."""
    head = Handout(title=Text("-", NOWHERE), audience="both", body=Scalar("", NOWHERE))

    def compose() -> Sequence[Box]:
        colophon = Colophon(sheet.setting, head, run_on=True)
        return [] if colophon.empty else [colophon]

    made = _shown(sheet, "small print", "at the end of every handout", "wide", compose, section)
    return [made] if made.tall else []


def _shown(
    sheet: Sheet, name: str, summary: str, place: str, compose: Callable[[], Sequence[Box]], section: Element
) -> _Shown:
    """Compose boxes below their name, in a section of their own; without boxes it has no height."""
    setting = sheet.setting
    group = section.add("Sect")
    runs = [
        Run(name, group.add("H3"), strong=True, colour=setting.roles.accent_dark),
        Run(f"  {summary}", group.add("P")),
    ]
    head = Paragraph(runs, setting.styles.small).spaced(0, setting.u)
    setting.document, setting.parent = group, group.add("Div")
    body = Stack(compose())
    setting.document = setting.parent = sheet.root
    body.spaced(0, 0)
    if not body.boxes:
        return _Shown(body, 1, 0.0)
    across = _across(sheet, place, body)
    box = Stack([head, Blank(max(0.0, 6 - body.trim_top)), body])
    return _Shown(box, across, box.height(_width(columns(sheet.measure, COLUMNS, GUTTER), across)))


def _across(sheet: Sheet, place: str, body: Box) -> int:
    """Return in how many columns a block stands: two where it is made for a page's width or one is too narrow."""
    spans = columns(sheet.measure, COLUMNS, GUTTER)
    room = sheet.bottom - sheet.top - 6 * sheet.setting.u
    for count in range(2 if place in WIDE else 1, COLUMNS):
        width = _width(spans, count)
        if body.narrowest() <= width and body.height(width) <= room:
            return count
    return COLUMNS
