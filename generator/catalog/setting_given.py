"""Cells of a table of settings as people fill them in: `www.acorns.example`, `teal`, `england`, and a dash for nothing.

A dash is to a cell what two quotes are in `brand.yaml`: it takes out what the row would else inherit.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.columns import CellText, Column
from generator.base.findings import Findings
from generator.base.scalar_readers import LiteralReader, ScalarReader
from generator.base.scalars import Colour, Url
from generator.base.urls import url_fault, whole_address
from generator.kinds.typed_colours import ColourError, read_colour
from generator.model.brand import Brand

Cells = list[tuple[Column, CellText]]
DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")  # hyphens, dashes, a minus
NAME, LOGO = ("name",), ("logo", "file")
LISTS = ("locked", "partners", "funders", "services")
OWN = ("people", "fields")  # keys of the author's own: what is taken out of them is left empty
NOT_INHERITED = ("name", "extends")


def is_dash(text: str) -> bool:
    """Tell whether a cell says that there is nothing."""
    return text in DASHES


def eased(column: Column, cell: CellText, findings: Findings) -> CellText | None:
    """Return a cell as `brand.yaml` would say it; None where it is no colour, which is told.

    What is wrong otherwise is left as it is, for the column's reader to tell.
    """
    reader, text = column.reader, cell.text
    if isinstance(reader, LiteralReader):
        text = next((option for option in reader.options if option.casefold() == text.casefold()), text)
    elif isinstance(reader, ScalarReader) and reader.cls is Url:
        whole = whole_address(text)
        text = whole if url_fault(whole) is None else text
    elif isinstance(reader, ScalarReader) and reader.cls is Colour:
        try:
            text = read_colour(text)
        except ColourError as fault:
            findings.error(cell.span, "bad-colour", fault.message, fault.help.replace(", in quotes", ""))
            return None
    return CellText(text, cell.span)


def without(cells: Cells, dashes: Sequence[tuple[Column, CellText]]) -> Cells:
    """Return the cells of a row with what its dashes take out: two quotes in their place, for a logo as a whole.

    Of a list an item is left out, and the whole list where no other item is said. What is nobody's to inherit, such as
    the words of a logo, is just not said.
    """
    made = list(cells)
    for column, cell in dashes:
        top = column.path[0]
        if column.path == LOGO:
            made = [pair for pair in made if pair[0].path[0] != top]
            made.append((column._replace(path=(top,)), _nothing(cell)))
        elif top in LISTS:
            if all(other.path[0] != top for other, _ in made):
                made.append((column._replace(path=(top,)), _nothing(cell)))
        elif top in OWN:
            made.append((column, cell))  # emptied once it is read: see `emptied`
        elif top != LOGO[0] and top not in NOT_INHERITED:
            made.append((column, _nothing(cell)))
    return made


def emptied(brand: Brand, none: frozenset[tuple[str, ...]]) -> Brand:
    """Return a brand whose own keys say nothing where a dash stood."""
    changes: dict[str, object] = {}
    for where, values in (("people", brand.people), ("fields", brand.fields)):
        if values and any(path[0] == where for path in none):
            changes[where] = {key: "" if (where, str(key)) in none else value for key, value in values.items()}
    return brand.replace(**changes) if changes else brand


def _nothing(cell: CellText) -> CellText:
    return CellText("", cell.span, "double")
