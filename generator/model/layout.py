"""A layout: paper, margins, columns and type, as `layouts/<id>.yaml` says them. Millimetres here, points inside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from generator.base.fields import Fields, Length, Range
from generator.base.findings import Findings
from generator.base.units import PAPER, mm
from generator.base.yaml_nodes import Scalar

_TYPE = re.compile(r"(\d{1,2}(?:\.\d{1,2})?)/(\d{1,2}(?:\.\d{1,2})?)")
Millimetres = Annotated[float, Range(0, 100)]


@dataclass(frozen=True, slots=True)
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


class Type(Fields):
    """Sizes: all others derive from the body's."""

    body: TypeSize = TypeSize(12, 18)
    scale: Annotated[float, Range(1, 2)] = 1.25
    min_body: Annotated[float | None, "pt; text is never set smaller to make it fit", Range(6, 40)] = None


class Layout(Fields):
    """A page layout."""

    name: str
    kind: Annotated[
        Literal["leaflet", "booklet", "folded", "poster", "cards", "pack", "worksheet"], "the design it follows"
    ]
    page: Annotated[str | tuple[float, ...], "A3 A4 A5 A6 DL letter, or [width, height] in mm"] = "A4"
    orientation: Literal["portrait", "landscape"] = "portrait"
    margins: Margins | None = None
    columns: Annotated[int, Range(1, 12)] = 2
    pages: Pages | None = None
    type: Type | None = None
    panels: Annotated[tuple[Millimetres, ...], Length(0, 8)] = ()

    def size(self) -> tuple[float, float]:
        """Return (width, height) of the trimmed page, pt."""
        if isinstance(self.page, str):
            width, height = PAPER[self.page]
        else:
            width, height = mm(self.page[0]), mm(self.page[1])
        if self.orientation == "landscape" and width < height:
            width, height = height, width
        return width, height
