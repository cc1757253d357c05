"""What settings do not say though words ask for it: told at the empty cell, or once where a whole column is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.base.columns import column_names
from generator.base.findings import Findings
from generator.base.places import Span
from generator.catalog.settings import SettingRow, SettingsFile
from generator.kinds.look import Look
from generator.model.asked import Wish, asked_for, said_in
from generator.model.brand import Brand

MOST_TOLD = 12  # rows told one by one
THEIR_OWN = (("logo", "file"), ("contact", "phone"), ("contact", "email"), ("contact", "web"))
PEOPLE = ("trainer", "manager", "owner")  # names of people; those that end in `_lead` are too


def column_for(name: str, base: Brand | None = None) -> str:
    """Return the column that says what is asked for: `contact.phone`, `people.trainer`, `fields.family_hub`."""
    for column in column_names(Brand):
        if column.rpartition(".")[2] == name:
            return column
    in_people = base is not None and name in (base.people or {})
    in_fields = base is not None and name in (base.fields or {})
    person = in_people or (not in_fields and (name in PEOPLE or name.endswith("_lead")))
    return f"{'people' if person else 'fields'}.{name}"


def said(brand: Brand, column: Sequence[str]) -> str:
    """Return what a brand says in a column, named by its keys; nothing where it says none."""
    value: object = brand
    for key in column:
        value = value.get(key) if isinstance(value, dict) else getattr(value, key, None)
    return str(value) if isinstance(value, str) else ""


class Wanting:
    """Looks at one row after the other; `finish` tells of columns that are missing.

    Args:
        file: the table.
        wishes: what the words ask for.
        findings: gets what is missing, and characters that no font has.
    """

    def __init__(self, file: SettingsFile, wishes: Iterable[Wish], findings: Findings) -> None:
        self._file, self._findings = file, findings
        self._wishes = {wish.name: wish for wish in wishes if wish.required}
        self._lacking: dict[str, tuple[Wish, list[str]]] = {}
        self._shared: dict[tuple[str, ...], list[Span]] = {}

    def look_at(self, row: SettingRow, whole: Brand, look: Look | None) -> None:
        """Report what the words, or the brand's own lines, ask of this row in vain; ``whole`` is it with its brand."""
        values = whole.values()
        own = {wish.name: wish for wish in asked_for([whole]).values() if wish.required}
        for name, wish in {**own, **self._wishes}.items():
            if name not in values:
                self._missing(row, wish)
        for column, at in self._file.columns:
            if column.path not in THEIR_OWN or column.path in row.faulty or said(row.brand, column.path):
                continue
            if said(whole, column.path):
                self._shared.setdefault(column.path, []).append(row.span._replace(column=at))
        for raw, span in said_in(row.brand, self._file.shown) if look is not None else ():
            for char in look.body.missing(raw) if look is not None else ():
                message = f"no font has the character '{char}' (U+{ord(char):04X})"
                self._findings.error(span, "missing-glyph", message, "take it out, or write it in words")

    def _missing(self, row: SettingRow, wish: Wish) -> None:
        homes = (column_for(wish.name), f"people.{wish.name}", f"fields.{wish.name}")
        columns = [(column, at) for column, at in self._file.columns if column.name in homes]
        if any(column.path in row.faulty for column, _ in columns):
            return  # the cell is there, and what is wrong with it is told
        if not columns:
            self._lacking.setdefault(wish.name, (wish, []))[1].append(row.ident)
            return
        place = row.span._replace(column=columns[0][1])
        message = f"this is empty, and {wish.places[0]} asks for {{{{ setting.{wish.name} }}}}"
        help_ = f'write it here, or words to say instead there: {{{{ setting.{wish.name} | default: "…" }}}}'
        self._findings.error(place, "empty-cell", message, help_)

    def finish(self) -> None:
        """Tell of every column that is missing, at the head of the table and where it is asked for.

        Cells that are most often a setting's own, and are empty for some, are warned of: a leaflet with somebody else's
        phone number looks right.
        """
        for path, places in self._shared.items():
            told = ", ".join(str(place.line) for place in places[:MOST_TOLD])
            more = f" and {len(places) - MOST_TOLD} more" if len(places) > MOST_TOLD else ""
            many = f"rows {told}{more} do" if len(places) > 1 else f"row {told} does"
            message = f"{many} not say '{'.'.join(path)}': that of the brand they extend is printed"
            self._findings.warning(places[0], "not-its-own", message, "see that this is meant")
        for name, (wish, rows) in self._lacking.items():
            many = f"{len(rows)} settings do" if len(rows) > 1 else f"'{rows[0]}' does"
            help_ = f"add a column '{column_for(name)}', or say it in the brand that they extend"
            message = f"no column says what 'setting.{name}' is, and {many} not have it from a brand"
            self._findings.error(self._file.header, "missing-column", message, help_)
            for place in wish.places:
                message = f"'{self._file.shown}' has no column for 'setting.{name}'"
                self._findings.error(place, "unknown-placeholder", message, f"{help_}; or give a default here")
