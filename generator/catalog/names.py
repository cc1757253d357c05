"""Files of names: one row a person, as a spreadsheet saves them. The first row says what the columns are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.base.characters import is_blank
from generator.base.findings import Findings, quoted
from generator.base.places import Span
from generator.base.scalars import Line
from generator.base.suggest import nearest
from generator.catalog.tables import (
    Holds,
    Row,
    cell_fault,
    cell_text,
    heading,
    read_bytes,
    say_blank,
    say_extra,
    table_in,
)
from generator.model.attendee import Attendee

CAP = 2_000_000  # bytes
MOST = 2000  # rows; more are several courses
LONGEST_NAME, LONGEST = 120, 160  # characters of a name, and of another cell
COLUMNS = ("name", "role", "setting", "dates", "date", "hours", "reference")
NO_HEADER = "write 'name' in the first row, above the names"
HOLDS = Holds(CAP, MOST, "names")


def read_names(path: Path, shown: str, findings: Findings) -> tuple[Attendee, ...]:
    """Return the people of a file of names, in its order; what is wrong is in ``findings``.

    Args:
        path: the file, anywhere; it is read as a regular file, and only read.
        shown: its name as the user wrote it, for places.
        findings: gets every fault.
    """
    data = read_bytes(path, shown, HOLDS.cap, findings)
    return names_in(data, shown, findings) if data is not None else ()


def names_in(data: bytes, shown: str, findings: Findings) -> tuple[Attendee, ...]:
    """Return the people in the bytes of a file of names; see `read_names`."""
    table = table_in(data, shown, HOLDS, findings)
    if table is None:
        return ()
    if not table.rows:
        findings.error(Span(shown, 1, 1), "no-names", "the file is empty", NO_HEADER)
        return ()
    header, *rows = table.rows
    columns = _columns(header, shown, findings)
    if columns is None:
        return ()
    if not rows:
        place = Span(shown, header.number, 1)
        findings.error(place, "no-names", "there are no names below the first row", "write one name in each row")
    say_blank(table, shown, "name", findings)
    width = len(header.cells)
    made = [one for row in rows if (one := _attendee(row, columns, width, shown, findings)) is not None]
    _doubles(made, findings)
    return tuple(made)


def _columns(header: Row, shown: str, findings: Findings) -> dict[str, int] | None:
    """Return where each known column is; None when there are no names in the file."""
    told = [heading(cell) for cell in header.cells]
    if "name" not in told:
        message = f"no column is called 'name'; the first cell is {quoted(header.cells[0])}"
        other = next((cell for cell in header.cells if "name" in heading(cell)), None)
        help_ = f"call the column of whole names 'name', not {quoted(other)}" if other is not None else NO_HEADER
        findings.error(Span(shown, header.number, 1), "no-header", message, help_)
        return None
    found: dict[str, int] = {}
    for at, name in enumerate(told):
        place = Span(shown, header.number, at + 1)
        if name in found:
            findings.error(place, "duplicate-column", f"there are two columns called '{name}'", "rename one of them")
        elif name in COLUMNS:
            found[name] = at
        elif name:
            near = nearest(name, COLUMNS)
            help_ = f"did you mean '{near}'?" if near else f"the columns that are printed: {', '.join(COLUMNS)}"
            findings.warning(place, "unknown-column", f"the column {quoted(name)} is not printed", help_)
    return found


def _attendee(row: Row, columns: dict[str, int], width: int, shown: str, findings: Findings) -> Attendee | None:
    """Return the person of a row; None where its name is missing or wrong."""
    say_extra(row, width, shown, findings)
    places = {name: Span(shown, row.number, at + 1) for name, at in columns.items()}
    raw = {name: row.cells[at] if at < len(row.cells) else "" for name, at in columns.items()}
    if is_blank(raw["name"]):
        findings.error(places["name"], "no-name", "this row has no name", "write the name, or delete the row")
        return None
    values = {name: _cell(raw[name], name, places[name], findings) for name in columns}
    name = values.pop("name")
    return Attendee(name, places["name"], **values) if name is not None else None


def _cell(raw: str, column: str, place: Span, findings: Findings) -> Line | None:
    """Return a cell as one line; None when it is blank or wrong."""
    text = cell_text(raw)
    if not text:
        return None
    fault = cell_fault(text, column, LONGEST_NAME if column == "name" else LONGEST)
    if fault is None:
        return Line(text, place)
    findings.error(place, *fault)
    return None


def _doubles(people: Sequence[Attendee], findings: Findings) -> None:
    """Warn of a person who is there twice: the same name from the same setting."""
    seen: dict[tuple[str, str], Attendee] = {}
    for one in people:
        key = (one.name.casefold(), (one.setting or "").casefold())
        first = seen.setdefault(key, one)
        if first is not one:
            message = f"{quoted(one.name)} is in row {first.span.line} too"
            findings.warning(one.span, "duplicate-name", message, "delete one of them, unless they are two people")
