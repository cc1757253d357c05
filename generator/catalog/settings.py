"""Tables of settings: one row a setting, its columns the fields of a brand (`contact.phone`, `people.trainer`).

A row is read by the declarations that read `brand.yaml`, so that whatever a brand may say can be a column. An empty
cell says nothing: it is taken from the brand that the row extends. A dash takes that out. `id` is the name of the
setting's folder; where there is none it is made of the name.

Of a row its words are kept, not the brand that they come to: of 10,000 settings that would be 50 MB.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.base.columns import CellText, Column, clashes, required, tree
from generator.base.findings import Finding, Findings, quoted
from generator.base.names import LONGEST, bare, name_fault, near_name
from generator.base.places import Span
from generator.base.tuples import NamedTuple
from generator.base.yaml_nodes import Style
from generator.catalog.row_marks import RowMark, mark, row_said, said_digest
from generator.catalog.setting_cells import mangled
from generator.catalog.setting_given import eased, emptied, is_dash, without
from generator.catalog.setting_heads import head_of
from generator.catalog.tables import (
    Holds,
    Row,
    cell_text,
    read_bytes,
    say_blank,
    say_extra,
    say_other,
    table_in,
    trimmed,
)
from generator.catalog.workbooks import MOST_COLUMNS, Typed, is_workbook, workbook_in
from generator.catalog.workspace import Workspace
from generator.model.brand import Brand

HOLDS = Holds(20_000_000, 10_000, "settings")
MOST_CELLS = 400_000  # 10,000 settings with 40 columns each
ID = "id"
WHAT_IS = "a table is a CSV file, or a workbook of Excel (.xlsx)"
NO_HEADER = "write 'name' in the first row, above the names; 'handouts settings template' makes a file to start from"
NAME, LOGO_FILE, LOGO_ALT = ("name",), ("logo", "file"), ("logo", "alt")


class _Told(NamedTuple):
    """Where a cell of a row stands: its keys, the place of its head, its column from 1; how it is said."""

    path: tuple[str, ...]
    span: Span
    column: int
    style: Style


class SettingRow(NamedTuple):
    """One setting.

    Attributes:
        ident: its id.
        told: the cells that say something; rows with words in the same cells share it.
        words: of these cells.
        span: the place of its name.
        faulty: the columns whose faults are told already.
        none: the columns in which a dash stands, for nothing.
    """

    ident: str
    told: tuple[_Told, ...]
    words: tuple[str, ...]
    span: Span
    faulty: frozenset[tuple[str, ...]]
    none: frozenset[tuple[str, ...]] = frozenset()

    @property
    def brand(self) -> Brand:
        """What its row says; it is read anew for whoever asks after others were asked for."""
        return _brand_of(self)


def _brand_of(row: SettingRow) -> Brand:
    for one, brand in _latest:
        if one is row:
            return brand
    file, line, _ = row.span
    cells = [
        (told, CellText(words, Span(file, line, told.column), told.style))
        for told, words in zip(row.told, row.words, strict=True)
    ]
    read = Brand.read(tree(Brand, cells, row.span), Findings())  # whose faults were told
    assert read is not None, "it was read before"
    brand = emptied(read, row.none)
    _latest[:] = [(row, brand), *_latest[:1]]
    return brand


_latest: list[tuple[SettingRow, Brand]] = []  # who looks at a row asks several times


class SettingsFile(NamedTuple):
    """A table of settings.

    Attributes:
        shown: its name in places: relative to the workspace where it lies in one, else its bare name.
        beside: where it lies, if that is outside of the workspace: the pictures that it names are there.
        header: the place of its first row.
        columns: the columns that say something of a brand, and where each stands, from 1.
        rows: the settings that can be read, in the order of the file.
        marks: what all rows say, those too that were not read because they are known.
    """

    shown: str
    beside: Path | None
    header: Span
    columns: tuple[tuple[Column, int], ...]
    rows: tuple[SettingRow, ...]
    marks: tuple[RowMark, ...] = ()


class _Heads(NamedTuple):
    """The first row: its columns by their place, from 0; where the id stands; what is required by what."""

    columns: dict[int, Column]
    ident: int | None
    needs: dict[tuple[str, ...], tuple[str, ...]]
    number: int
    width: int


class _Sheet:
    """A table while it is read: its heads, and the ids that rows before have."""

    def __init__(self, shown: str, heads: _Heads, findings: Findings) -> None:
        self.shown, self.heads, self.findings = shown, heads, findings
        self.taken: dict[str, int] = {}
        self._told: dict[tuple[_Told, ...], tuple[_Told, ...]] = {}

    def place(self, row: Row, at: int) -> Span:
        """Return the place of a cell; ``at`` counts from 0."""
        return Span(self.shown, row.number, at + 1)

    def told(self, cells: Sequence[tuple[Column, CellText]]) -> tuple[_Told, ...]:
        """Return where the cells of a row stand: the same value for all rows with words in the same cells."""
        told = tuple([_Told(column.path, column.span, cell.span.column, cell.style) for column, cell in cells])
        return self._told.setdefault(told, told)


def read_settings(
    path: Path, workspace: Workspace, findings: Findings, known: Mapping[str, str] | None = None
) -> SettingsFile | None:
    """Return a table of settings; every fault in it is reported, and None returned where its head is no use.

    ``known``: the ids of rows that need not be read, by the digests of what they say; with it all rows are marked.
    """
    try:
        folder = path.parent.resolve()
        root = workspace.root.resolve()
    except (OSError, RuntimeError, ValueError):
        findings.error(Span(path.name, 1, 1), "path-bad", f"{quoted(str(path))} is no name of a file", "type it again")
        return None
    inside = folder.is_relative_to(root)
    shown = (folder / path.name).relative_to(root).as_posix() if inside else path.name
    data = read_bytes(path, shown, HOLDS.cap, findings)
    return settings_in(data, shown, None if inside else folder, findings, known) if data is not None else None


def settings_in(
    data: bytes, shown: str, beside: Path | None, findings: Findings, known: Mapping[str, str] | None = None
) -> SettingsFile | None:
    """Return the settings in the bytes of a table; see `read_settings`."""
    book = is_workbook(shown, data)
    if not book and say_other(data, shown, WHAT_IS, findings):
        return None
    reader = workbook_in if book else table_in
    table = reader(data, shown, HOLDS, findings)
    if table is None:
        return None
    if not table.rows:
        findings.error(Span(shown, 1, 1), "no-settings", "the file is empty", NO_HEADER)
        return None
    header, *rows = table.rows
    heads = _heads(header, rows, shown, findings)
    if heads is None:
        return None
    first = Span(shown, header.number, 1)
    if not rows:
        help_ = "write one setting in each row"
        findings.error(first, "no-settings", "there are no settings below the first row", help_)
    say_blank(table, shown, "setting", findings)
    if _too_much(rows, shown, findings):
        return None
    sheet = _Sheet(shown, heads, findings)
    made: list[SettingRow] = []
    marks: list[RowMark] = []
    for row in rows:
        if findings.stops():
            break
        said = row_said(header.cells, row.cells) if known is not None else ""
        ident = known.get(said_digest(said)) if known is not None else None
        if ident is None or ident in sheet.taken:
            one = _setting(row, sheet)
            made += [one] if one is not None else []
            ident = one.ident if one is not None else None
        else:
            sheet.taken[ident] = row.number
        if ident is not None and known is not None:
            marks.append(mark(ident, said, row.number))
    columns = tuple((column, at + 1) for at, column in heads.columns.items())
    return SettingsFile(shown, beside, first, columns, tuple(made), tuple(marks))


def _too_much(rows: Sequence[Row], shown: str, findings: Findings) -> bool:
    """Report a table that says more than can be kept at once: thousands of rows of hundreds of columns."""
    count = 0
    for row in rows:
        count += sum(map(bool, row.cells))
        if count > MOST_CELLS:
            message = f"there are more than {MOST_CELLS:,} cells that say something"
            findings.error(Span(shown, row.number, 1), "too-many", message, "split the file into several")
            return True
    return False


def _heads(header: Row, rows: Sequence[Row], shown: str, findings: Findings) -> _Heads | None:
    """Return the columns of the first row; None when there are no names in the file, or far too many columns."""
    if len(header.cells) > MOST_COLUMNS:
        place = Span(shown, header.number, MOST_COLUMNS + 1)
        findings.error(place, "too-many", f"there are more than {MOST_COLUMNS} columns", "take out what is not needed")
        return None
    columns: dict[int, Column] = {}
    ident: int | None = None
    for at, cell in enumerate(header.cells):
        told, place = trimmed(cell), Span(shown, header.number, at + 1)
        if not told:
            if any(at < len(row.cells) and row.cells[at].strip() for row in rows):
                message = "this column has no name, and cells below it hold something"
                findings.error(place, "unknown-column", message, "write in the first row what it is, or empty it")
        elif told.casefold() == ID:
            if ident is not None:
                findings.error(place, "duplicate-column", f"there are two columns called '{ID}'", "delete one of them")
            ident = at if ident is None else ident
        else:
            column = head_of(told, place)
            if isinstance(column, Column):
                columns[at] = column
            else:
                findings.error(place, "unknown-column", *column)
    for column, other in clashes(list(columns.values())):
        message = f"column {other.span.column}, '{other.name}', says the same as '{column.name}'"
        findings.error(column.span, "duplicate-column", message, "delete one of them")
        del columns[column.span.column - 1]
    if all(column.path != NAME for column in columns.values()):
        message = f"no column is called 'name'; the first cell is {quoted(trimmed(header.cells[0]))}"
        findings.error(Span(shown, header.number, 1), "no-header", message, NO_HEADER)
        return None
    return _Heads(columns, ident, required(Brand, list(columns.values())), header.number, len(header.cells))


def _setting(row: Row, sheet: _Sheet) -> SettingRow | None:
    """Return the setting of a row; None where it has no name or no id. What is wrong in other cells is left out."""
    heads, findings = sheet.heads, sheet.findings
    say_extra(row, heads.width, sheet.shown, findings)
    faulty: set[tuple[str, ...]] = set()
    cells: list[tuple[Column, CellText]] = []
    dashes: list[tuple[Column, CellText]] = []
    for at, column in heads.columns.items():
        raw = row.cells[at] if at < len(row.cells) else ""
        text = cell_text(raw)
        if isinstance(raw, Typed) and raw.kind == "date" and column.is_date:
            raw = text = text[:10]  # a workbook's dates may have a time of day
        fault = mangled(raw, text, column.path) if text else None
        if fault is not None:
            findings.error(sheet.place(row, at), *fault)
            faulty.add(column.path)
        elif is_dash(text):
            dashes.append((column, CellText(text, sheet.place(row, at))))
        elif text:
            cell = eased(column, CellText(text, sheet.place(row, at)), findings)
            if cell is None:
                faulty.add(column.path)
            else:
                cells.append((column, cell))
    name = next((cell for column, cell in cells if column.path == NAME), None)
    at = next(at for at, column in heads.columns.items() if column.path == NAME)
    if name is None and NAME not in faulty:
        findings.error(sheet.place(row, at), "no-name", "this setting has no name", "write it, or delete the row")
    ident = _ident(row, sheet, name)
    if any(column.path == LOGO_FILE for column, _ in dashes):  # its words are of no use then
        cells = [pair for pair in cells if pair[0].path[0] != LOGO_FILE[0]]
    cells = without(_whole(cells, faulty, row, sheet, name), dashes)
    read = _readable(cells, faulty, row, sheet, at)
    if ident is None or name is None or read is None:
        return None
    words = tuple([cell.text for _, cell in read])
    none = frozenset(column.path for column, _ in dashes)
    return SettingRow(ident, sheet.told(read), words, name.span, frozenset(faulty), none)


def _ident(row: Row, sheet: _Sheet, name: CellText | None) -> str | None:
    """Return the id of a setting, as its row says it or made of its name; None where it has none of its own."""
    at = sheet.heads.ident
    told = cell_text(row.cells[at]) if at is not None and at < len(row.cells) else ""
    made = slug(name.text) if name is not None else None
    told = "" if is_dash(told) else told
    if told and at is not None:
        fault, place = name_fault(told), sheet.place(row, at)
        if fault is not None:
            near = near_name(told) or made
            help_ = f"write '{near}'" if near else "write it like this: little-acorns"
            sheet.findings.error(place, "bad-id", f"{quoted(told)} {fault}", help_)
            return near  # for what is wrong in other cells
    elif name is None:
        return None  # which is told
    elif made is None:
        message = f"no id for a folder can be made of {quoted(name.text)}"
        help_ = "write one, such as little-acorns, in a column called 'id'"
        place = sheet.place(row, at) if at is not None else name.span
        sheet.findings.error(place, "bad-id", message, help_)
        return None
    else:
        told, place = made, name.span
    first = sheet.taken.setdefault(told, row.number)
    if first != row.number:
        message = f"row {first} has the id '{told}' too"
        column = "" if at is not None else ", in a column called 'id'"
        sheet.findings.error(
            place, "duplicate-id", message, f"delete one of them, or give each an id of its own{column}"
        )
    return told


def slug(name: str) -> str | None:
    """Return a name as an id: `St Mary's & Café` is `st-marys-and-cafe`; None for one in other letters than Latin."""
    plain = re.sub("['\u2019]", "", bare(name.replace("&", " and ")))
    made = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].rstrip("-")
    return made if made and name_fault(made) is None else None


def _whole(
    cells: list[tuple[Column, CellText]], faulty: set[tuple[str, ...]], row: Row, sheet: _Sheet, name: CellText | None
) -> list[tuple[Column, CellText]]:
    """Return the cells without those that need another which is empty; such are reported.

    A logo without words of its own says the setting's name.
    """
    said = {column.path for column, _ in cells}
    if LOGO_FILE in said and LOGO_ALT not in said | faulty:
        file, cell = next(pair for pair in cells if pair[0].path == LOGO_FILE)
        cells = [*cells, (file._replace(path=LOGO_ALT), name or cell)]  # a missing name is told
    for path, keys in sheet.heads.needs.items():
        inside = [(column, cell) for column, cell in cells if column.path[: len(path)] == path]
        keys_said = {column.path[len(path)] for column, _ in inside}
        wanted = next(((*path, key) for key in keys if key not in keys_said), None) if inside else None
        if wanted is None:
            continue
        cells = [pair for pair in cells if pair not in inside]
        if wanted not in faulty:
            _missing(wanted, inside[0][0], row, sheet)
            faulty.add(wanted)
    return cells


def _missing(wanted: tuple[str, ...], given: Column, row: Row, sheet: _Sheet) -> None:
    """Report a cell that another cell needs, or the column that it needs."""
    name = ".".join(wanted)
    for at, column in sheet.heads.columns.items():
        if column.path == wanted:
            message = f"'{name}' is empty, and '{given.name}' is not"
            sheet.findings.error(sheet.place(row, at), "missing-field", message, "write it, or empty the other too")
            return
    message = f"'{given.name}' needs a column '{name}' beside it"
    sheet.findings.error(given.span, "missing-column", message, f"add the column '{name}'")


def _readable(
    cells: list[tuple[Column, CellText]], faulty: set[tuple[str, ...]], row: Row, sheet: _Sheet, at: int
) -> list[tuple[Column, CellText]] | None:
    """Return the cells of a row without those that cannot be read, which are reported; None where nothing is left."""
    span = sheet.place(row, at)
    while True:
        found = Findings()
        brand = Brand.read(tree(Brand, cells, span), found)
        sheet.findings.extend(map(_plainly, found.all))
        wrong = {error.span for error in found.errors}
        new = {column.path for column, cell in cells if cell.span in wrong or column.span in wrong} - faulty
        if not new:
            return cells if brand is not None else None
        faulty |= new  # what is wrong between cells is found only where each is right by itself
        torn = [path for path in sheet.heads.needs if any(one[: len(path)] == path for one in new)]
        cells = [one for one in cells if one[0].path not in new]
        cells = [one for one in cells if all(one[0].path[: len(path)] != path for path in torn)]


def _plainly(finding: Finding) -> Finding:
    """Return a finding without the advice that YAML alone needs: a colour stands in no quotes in a cell."""
    help_ = finding.help.replace(', in quotes: "#1b6e6a"', ": #1b6e6a").replace(", without quotes", "")
    return finding._replace(help=help_)
