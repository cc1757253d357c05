"""A layout: paper, margins, columns and type, as `layouts/<id>.yaml` says them. Millimetres here, points inside."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.base.fields import Fields, Length, Range
from generator.base.findings import Findings, quoted
from generator.base.patterns import later
from generator.base.suggest import did_you_mean
from generator.base.units import PAPER, mm, to_mm
from generator.base.values import record
from generator.base.yaml_nodes import Scalar

_TYPE = later(r"(\d{1,2}(?:\.\d{1,2})?)/(\d{1,2}(?:\.\d{1,2})?)")
Millimetres = Annotated[float, Range(0, 100)]
PanelWidth = Annotated[float, Range(0, 400)]
FEWEST_PANELS, LEAST_PANEL = 2, 50.0  # mm; a narrower panel holds no words
NEARLY = 0.6  # mm by which panels may miss the page's width
SHORTEST, LONGEST = 50.0, 2000.0  # mm; sides of a page: a small card, a banner
LEAST_ROOM = 30.0  # mm that margins leave, each way
SAFE = 5.0  # mm that words keep from a cut: knives are not exact
Paper = str | tuple[float, ...]


@record
class TypeSize:
    """A size and its leading, written `12/18`, pt."""

    size: float
    leading: float

    @classmethod
    def parse(cls, scalar: Scalar, findings: Findings) -> TypeSize | None:
        """Read `12/18`."""
        match = _TYPE.fullmatch(scalar.text.strip())
        if match is None:
            help_ = "write size/leading in points, such as 12/18"
            findings.error(scalar.span, "bad-type-size", f"'{scalar.text}' is not a type size", help_)
            return None
        size, leading = float(match[1]), float(match[2])
        if not 6 <= size <= 40 or not size <= leading <= 3 * size:
            help_ = "size from 6 to 40 pt, leading from the size to three times it"
            findings.error(scalar.span, "bad-type-size", f"'{scalar.text}' cannot be set", help_)
            return None
        return cls(size, leading)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": "string", "pattern": f"^{_TYPE.pattern}$", "examples": ["12/18"]}


class Margins(Fields):
    """Margins in mm; inner is the side of the spine."""

    top: Millimetres = 19.05
    bottom: Millimetres = 19.05
    inner: Millimetres = 19.05
    outer: Millimetres = 19.05


class Pages(Fields):
    """How many pages there may be."""

    exact: Annotated[int | None, Range(1, 500)] = None
    max: Annotated[int | None, Range(1, 500)] = None
    multiple: Annotated[int | None, Range(1, 16)] = None

    def verify(self, findings: Findings) -> None:
        """Report numbers that cannot all be kept."""
        help_ = "take one of them out, or change it"
        if self.exact is not None and self.max is not None and self.exact > self.max:
            message = f"exactly {self.exact} pages are more than the {self.max} that there may be"
            findings.error(self.span_of("exact"), "bad-pages", message, help_)
        most, name = (self.exact, "exact") if self.exact is not None else (self.max, "max")
        if self.multiple is None or most is None:
            return
        if most < self.multiple or (name == "exact" and most % self.multiple):
            message = f"'{name}: {most}' and 'multiple: {self.multiple}' cannot both be kept"
            findings.error(self.span_of("multiple"), "bad-pages", message, help_)


class Type(Fields):
    """Sizes: all others derive from the body's."""

    body: TypeSize = TypeSize(12, 18)
    scale: Annotated[float, Range(1, 2)] = 1.25
    min_body: Annotated[float | None, "pt; text is never set smaller to make it fit", Range(6, 40)] = None
    max_body: Annotated[float | None, "pt; few words are set larger than 'body', up to this", Range(6, 80)] = None

    def verify(self, findings: Findings) -> None:
        """Report a smallest size that is larger than the size, and a largest that is smaller."""
        if self.min_body is not None and self.min_body > self.body.size:
            message = f"'min_body' is {self.min_body:g} pt, more than the body's {self.body.size:g} pt"
            findings.error(self.span_of("min_body"), "out-of-range", message, "make it the body's size or less")
        if self.max_body is not None and self.max_body < self.body.size:
            message = f"'max_body' is {self.max_body:g} pt, less than the body's {self.body.size:g} pt"
            findings.error(self.span_of("max_body"), "out-of-range", message, "make it the body's size or more")


class Layout(Fields):
    """A page layout."""

    name: str
    kind: Annotated[
        Literal["leaflet", "booklet", "folded", "poster", "cards", "pack", "worksheet"], "the design it follows"
    ]
    page: Annotated[Paper, "A3 A4 A5 A6 DL letter, or [width, height] in mm"] = "A4"
    orientation: Literal["portrait", "landscape"] = "portrait"
    margins: Margins | None = None
    columns: Annotated[int, Range(1, 12)] = 2
    pages: Pages | None = None
    type: Type | None = None
    panels: Annotated[tuple[PanelWidth, ...], "mm; outside of the sheet, left to right", Length(0, 8)] = ()
    fold_marks: Annotated[bool, "short lines at the edge where a sheet is folded"] = False
    sheet: Annotated[Paper, "what cards are printed on, written as `page` is; they are cut from it"] = "A4"

    def verify(self, findings: Findings) -> None:
        """Report a page that is no paper, and margins that leave no room on it."""
        if self._paper_fault("page", self.page, findings) or self._paper_fault("sheet", self.sheet, findings):
            return
        margins = self.margins or Margins()
        width, height = (to_mm(side) for side in self.size())
        if self.kind == "folded":
            self._verify_panels(width, findings)
        elif self.kind == "cards":
            self._verify_cards(margins, findings)
        for room, names in (
            (width - margins.inner - margins.outer, "inner and outer"),
            (height - margins.top - margins.bottom, "top and bottom"),
        ):
            if room < LEAST_ROOM:
                message = f"the margins ({names}) leave less than {LEAST_ROOM:g} mm of the page"
                findings.error(self.span_of("margins"), "no-room", message, "make them smaller, or the page larger")

    def _verify_panels(self, width: float, findings: Findings) -> None:
        """Report panels that do not make up the sheet."""
        span = self.span_of("panels")
        help_ = f"give each panel's width in mm, such as [97, 100, 100]; together they are {width:g} mm"
        if len(self.panels) < FEWEST_PANELS:
            findings.error(span, "bad-panels", "a folded layout has two panels or more", help_)
        elif abs(sum(self.panels) - width) > NEARLY:
            message = f"the panels are {sum(self.panels):g} mm together, the page is {width:g} mm wide"
            findings.error(span, "bad-panels", message, help_)
        elif min(self.panels) < LEAST_PANEL:
            findings.error(span, "bad-panels", f"a panel is narrower than {LEAST_PANEL:g} mm", help_)
        elif min(self.panels) - 2 * (self.margins or Margins()).inner < LEAST_ROOM:
            message = f"the margins (inner) leave less than {LEAST_ROOM:g} mm of the narrowest panel"
            findings.error(self.span_of("margins") or span, "no-room", message, "make 'inner' smaller: 10 mm is usual")

    def _verify_cards(self, margins: Margins, findings: Findings) -> None:
        """Report cards that are larger than their sheet, and words so near to a cut that a knife may take them."""
        card, sheet = self.size(), self.sheet_size()
        if sorted(card)[0] > sorted(sheet)[0] + NEARLY or sorted(card)[1] > sorted(sheet)[1] + NEARLY:
            message = "a card is larger than the sheet that it is cut from"
            findings.error(self.span_of("sheet"), "bad-sheet", message, "name a larger sheet, or a smaller page")
        if min(margins.top, margins.bottom, margins.inner, margins.outer) < SAFE:
            message = f"words would stand nearer than {SAFE:g} mm to a cut"
            findings.error(self.span_of("margins"), "no-room", message, f"make every margin {SAFE:g} mm or more")

    def _paper_fault(self, field: str, paper: Paper, findings: Findings) -> bool:
        span = self.span_of(field)
        if isinstance(paper, str):
            if paper in PAPER:
                return False
            help_ = did_you_mean(paper, list(PAPER)) or "write [width, height] in mm"
            findings.error(span, "unknown-paper", f"there is no paper called {quoted(paper)}", help_)
        elif len(paper) != 2 or not all(SHORTEST <= side <= LONGEST for side in paper):
            message = f"a {field} has two sides, each from {SHORTEST:g} to {LONGEST:g} mm"
            findings.error(span, f"bad-{field}", message, "write [width, height] in mm, such as [210, 297]")
        else:
            return False
        return True

    def size(self) -> tuple[float, float]:
        """Return (width, height) of the trimmed page, pt."""
        width, height = _points(self.page)
        if self.orientation == "landscape" and width < height:
            width, height = height, width
        return width, height

    def sheet_size(self) -> tuple[float, float]:
        """Return (width, height) of the sheet that cards are cut from, pt; either way round."""
        return _points(self.sheet)


def _points(paper: Paper) -> tuple[float, float]:
    """Return (width, height) of a paper, pt."""
    return PAPER[paper] if isinstance(paper, str) else (mm(paper[0]), mm(paper[1]))
