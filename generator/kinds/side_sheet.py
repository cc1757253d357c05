"""What stands around the bands of a handout's sides: the opener above them, the foot below, folios."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from math import ceil

from generator.base.values import record
from generator.kinds.closing import ClosingBand, Colophon, printed_sources
from generator.kinds.design import Overrun, in_lines
from generator.kinds.frame import Frame
from generator.kinds.setting import Setting
from generator.kinds.side_room import Opener
from generator.model.handout import Handout
from generator.pdf.structure import FOOTER, Element
from generator.typeset.bands import Grid, Page
from generator.typeset.boxes import Box
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run

FEW = 2  # sides of a leaflet
FOLIO_SHARE = 0.62  # of the measure, for the words at the start side
FOLIO_LINES = 2
TOP_EXTRA = 10.0  # pt below the top margin of a later side, where there is room
BELOW_FIELD = 5.5  # u from the horizon to the first ink


@record
class Sheet:
    """Everything of a handout's sides that is not a band.

    Attributes:
        cover: what stands at the top of the first side.
        foot: what stands at the foot of the last one, above the colophon.
        closing: the dark band below all; without it the last side has a folio too.
        name: what the whole is called in errors.
    """

    handout: Handout
    setting: Setting
    frame: Frame
    grid: Grid
    cover: Opener
    foot: list[Box]
    colophon: Colophon | None
    closing: ClosingBand | None
    name: str = "leaflet"

    @property
    def gap(self) -> float:
        """Space above and below the help strip, pt."""
        return self.setting.space(2.5)

    @cached_property
    def closing_height(self) -> float:
        """Room that the foot of the last side takes: help strip, colophon, dark band."""
        setting, measure = self.setting, self.frame.measure
        strip = sum(box.height(measure) + self.gap for box in self.foot)
        colophon = self.colophon.height(measure) if self.colophon is not None else 0.0
        below = setting.space(1.5) if colophon else 0.0
        end = self.closing.height if self.closing is not None else self.folio_top
        if self.closing is None and not strip and not colophon:
            return end
        return self.gap + strip + colophon + below + end

    @cached_property
    def folio_top(self) -> float:
        """Room that a folio takes, pt from the foot of the page to the last ink above it."""
        return self.frame.foot + (self.folio_lines - 1) * self.setting.styles.small.leading

    def holds(self, count: int) -> bool:
        """Tell whether cover and foot can stand on ``count`` sides without the words between them."""
        top = self.cover.height if count == 1 else self.frame.top
        return self._page(0, count).bottom >= self.cover.height and self._page(count - 1, count).bottom >= top

    def counts(self) -> list[int]:
        """Return on how many sides cover and foot can stand, of those that the layout allows."""
        one, more = self.holds(1), self.holds(2)  # the first and last of many are like those of two
        return [count for count in self.frame.counts if (more if count > 1 else one)]

    def overrun(self, count: int, least: float) -> Overrun:
        """Say that no pile fits on so many sides; ``least`` is the height of the lowest, pt."""
        room = sum(page.bottom - page.top for page in self.pages(count))
        return Overrun(1, None, "", least / room - 1 if room > 0 else None)

    def too_tall(self) -> Overrun:
        """Say what of cover and foot is too tall for its side, and by how many lines."""
        count = self.frame.counts[-1]
        cover = self.cover.height - self._page(0, count).bottom
        foot = self.frame.top - self._page(count - 1, count).bottom
        span = next((box.span for box in self.foot if box.span is not None), self.handout.title.span)
        what, over, place = "the foot of the last side", foot, span
        if cover >= foot:
            what, over, place = "the cover", cover, self.handout.title.span
        lines = max(1, ceil(over / self.setting.scale.baseline))
        return Overrun(lines, place, f"{what} is {in_lines(lines)} taller than its side")

    @cached_property
    def folio(self) -> tuple[Paragraph, float]:
        """The words at the foot of a side that is not the last, and their width, pt: the first that take few lines.

        They are the brand's footer, or who made it. A strapline yields where there is no room for it, then words take
        all that the page number leaves; in an edition of large type a footer yields to the setting's name.
        """
        setting, brand = self.setting, self.setting.look.brand
        place = brand.span_of("footer" if brand.footer else "strapline")
        name, titled = setting.look.name, setting.edition.title is not None
        strapline = None if titled else brand.strapline  # large type leaves no room for it
        whole = " \u00b7 ".join(part for part in (name, strapline) if part)
        said = [setting.filled(brand.footer, place)] if brand.footer else [whole]
        if setting.edition.large or (strapline and not brand.footer):
            said.append(name)
        usual = [] if titled else [(words, self._share) for words in said]
        wide = ((words, self._beside_number) for words in said)  # which is seldom asked for
        for words, measure in chain(usual, wide):
            made = setting.paragraph(words, setting.styles.small, Element("P"), span=place).as_artifact(FOOTER)
            if len(made.lines(measure)) <= FOLIO_LINES:
                break
        return made, measure

    @property
    def _share(self) -> float:
        """Usual width of the folio's words, pt."""
        return self.frame.measure * FOLIO_SHARE

    @property
    def _beside_number(self) -> float:
        """Width that what stands at the end side of a folio leaves, pt."""
        setting = self.setting
        if setting.edition.title is not None:
            ends = [setting.word("edition-page-of", setting.word(setting.edition.title), "88", "88")]
        else:
            ends = [setting.word("page-of", "88", "88"), setting.word("turn-over")]
        longest = max(Paragraph([Run(end, FOOTER)], setting.styles.small).natural for end in ends)
        return self.frame.measure - longest - 2 * setting.u

    @cached_property
    def folio_lines(self) -> int:
        """How many lines the folio's words take."""
        if self.setting.binding is not None:
            return 1
        words, measure = self.folio
        return len(words.lines(measure))

    def check_folio(self) -> None:
        """Report a footer that has no room: it is never cut off."""
        if self.folio_lines > FOLIO_LINES:
            brand = self.setting.look.brand
            span = brand.span_of("footer" if brand.footer else "name")
            message = f"the line at the foot of a side takes more than {FOLIO_LINES} lines"
            named = "give the brand a shorter name, or a short 'footer'"
            self.setting.findings.error(
                span, "long-footer", message, "shorten the brand's 'footer'" if brand.footer else named
            )

    def pages(self, count: int) -> list[Page]:
        """Return the room for bands on each of ``count`` sides."""
        middle = [self._page(1, count)] * (count - 2)  # all alike
        return [self._page(0, count), *middle, *([self._page(count - 1, count)] if count > 1 else [])]

    def _page(self, i: int, count: int) -> Page:
        """Return the room for bands on side ``i`` of ``count``."""
        bottom = self.frame.height - (self.closing_height if i == count - 1 else self.folio_top)
        if i == 0:
            return Page(self.cover.height + self.setting.space(BELOW_FIELD), bottom, self.cover.growth)
        return Page(self.frame.top + TOP_EXTRA * self.setting.tight.space, bottom)


def sheet_of(handout: Handout, setting: Setting, frame: Frame, top: Opener, foot: list[Box], name: str) -> Sheet:
    """Compose what stands below the words, and return it all; the words are composed already."""
    bound = setting.binding is not None  # a pack has its sources and its closing band once, at its end
    grid = grid_of(setting, frame)
    colophon = None if bound else Colophon(setting, handout, run_on=setting.edition.any_pages)
    closing = None if bound else ClosingBand(setting, grid, frame.margin)
    if bound:
        printed_sources(setting, handout)  # they are numbered all the same
    return Sheet(handout, setting, frame, grid, top, foot, colophon, closing, name)


def grid_of(setting: Setting, frame: Frame) -> Grid:
    """Return the grid of a handout's sides."""
    return Grid(frame.measure, setting.scale.baseline, setting.scale.body, setting.one_column)
