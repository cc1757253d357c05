"""What settings do not say though words ask for it: told at the empty cell, or once where a whole column is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.base.columns import column_names
from generator.base.findings import Findings, quoted
from generator.base.places import Span
from generator.base.tuples import NamedTuple
from generator.catalog.brands import DEFAULT, Chain, joined
from generator.catalog.settings import SettingRow, SettingsFile
from generator.model.asked import Wish, asked_for, said_in
from generator.model.brand import Brand
from generator.typeset.family import FontStack

MOST_TOLD = 12  # rows told one by one
LOGO = ("logo", "file")
THEIR_OWN: dict[tuple[str, ...], str] = {
    LOGO: "logo",
    ("contact", "phone"): "phone number",
    ("contact", "email"): "e-mail address",
    ("contact", "web"): "web address",
}
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


class _Source(NamedTuple):
    """Where a row has from what is most often its own.

    Attributes:
        path: the keys of what it is.
        name: what the brand that says it calls itself.
        value: what it says, of a logo its words.
        base: the brand that the row extends.
        chosen: whether somebody named that.
    """

    path: tuple[str, ...]
    name: str
    value: str
    base: str
    chosen: bool


class Wanting:
    """Looks at one row after the other; `finish` tells of columns that are missing.

    Args:
        file: the table.
        wishes: what the words ask for.
        findings: gets what is missing, and characters that no font has.
    """

    def __init__(self, file: SettingsFile, wishes: Iterable[Wish], findings: Findings) -> None:
        self._file, self.findings = file, findings
        self._wishes = {wish.name: wish for wish in wishes if wish.required}
        self._lacking: dict[str, tuple[Wish, list[str]]] = {}
        self._shared: dict[_Source, list[tuple[int, Span | None]]] = {}

    def look_at(self, row: SettingRow, chain: Chain, body: FontStack | None, *, chosen: bool) -> None:
        """Report what the words, or the brand's own lines, ask of this row in vain.

        Args:
            row: the row.
            chain: the row and the brands that it extends.
            body: the family of its text; None where something is wrong with its look.
            chosen: whether somebody named the brand that it extends.
        """
        whole = joined(chain)
        values = whole.values()
        own = {wish.name: wish for wish in asked_for([whole]).values() if wish.required}
        for name, wish in {**own, **self._wishes}.items():
            if name not in values:
                self._missing(row, wish)
        self._look_for_others(row, chain, whole, chosen=chosen)
        for raw, span in said_in(row.brand, self._file.shown) if body is not None else ():
            for char in body.missing(raw) if body is not None else ():
                message = f"no font has the character '{char}' (U+{ord(char):04X})"
                self.findings.error(span, "missing-glyph", message, "take it out, or write it in words")

    def _look_for_others(self, row: SettingRow, chain: Chain, whole: Brand, *, chosen: bool) -> None:
        """Note what is a setting's own, and is taken from another brand because the row does not say it."""
        columns = {column.path: at for column, at in self._file.columns}
        for path in THEIR_OWN:
            at = columns.get(path)
            told = any(faulty[: len(path)] == path or (path == LOGO and faulty[0] == LOGO[0]) for faulty in row.faulty)
            if told or said(row.brand, path) or not said(whole, path) or (chosen and at is None):
                continue
            nth = next(i for i, (_, brand) in enumerate(chain) if said(brand, path))
            value = said(whole, ("logo", "alt") if path == LOGO else path)
            source = _Source(path, joined(chain[nth:]).name or chain[nth][0], value, chain[1][0], chosen)
            place = row.span._replace(column=at) if at is not None else None
            self._shared.setdefault(source, []).append((row.span.line, place))

    def _missing(self, row: SettingRow, wish: Wish) -> None:
        homes = (column_for(wish.name), f"people.{wish.name}", f"fields.{wish.name}")
        columns = [(column, at) for column, at in self._file.columns if column.name in homes]
        if any(column.path in row.faulty for column, _ in columns):
            return  # the cell is there, and what is wrong with it is told
        if not columns:
            self._lacking.setdefault(wish.name, (wish, []))[1].append(row.ident)
            return
        place = row.span._replace(column=columns[0][1])
        what = "this says that there is none" if columns[0][0].path in row.none else "this is empty"
        message = f"{what}, and {wish.places[0]} asks for {{{{ setting.{wish.name} }}}}"
        help_ = f'write it here, or words to say instead there: {{{{ setting.{wish.name} | default: "…" }}}}'
        self.findings.error(place, "empty-cell", message, help_)

    def finish(self) -> None:
        """Tell of every column that is missing, at the head of the table and where it is asked for.

        What is most often a setting's own and comes from another brand is told once for all rows: a leaflet with
        somebody else's phone number looks right. It is an error where nobody chose that brand.
        """
        for source, sharing in self._shared.items():
            self._tell_shared(source, sharing)
        for name, (wish, rows) in self._lacking.items():
            many = f"{len(rows)} settings do" if len(rows) > 1 else f"'{rows[0]}' does"
            help_ = f"add a column '{column_for(name)}', or say it in the brand that they extend"
            message = f"no column says what 'setting.{name}' is, and {many} not have it from a brand"
            self.findings.error(self._file.header, "missing-column", message, help_)
            for place in wish.places:
                message = f"'{self._file.shown}' has no column for 'setting.{name}'"
                self.findings.error(place, "unknown-placeholder", message, f"{help_}; or give a default here")

    def _tell_shared(self, source: _Source, rows: Sequence[tuple[int, Span | None]]) -> None:
        name, column = THEIR_OWN[source.path], ".".join(source.path)
        value = f" ({quoted(source.value)})" if source.value and source.value != source.name else ""
        numbers = ", ".join(str(line) for line, _ in rows[:MOST_TOLD])
        numbers += f" and {len(rows) - MOST_TOLD} more" if len(rows) > MOST_TOLD else ""
        place = rows[0][1]
        if source.chosen:
            many = f"rows {numbers} have" if len(rows) > 1 else f"row {numbers} has"
            message = f"{many} no {name}: that of '{source.name}'{value} is printed"
            help_ = "see that this is meant, or write - in the cell for none"
            self.findings.warning(place, "not-its-own", message, help_)
            return
        many = f"{len(rows)} rows have" if len(rows) > 1 else f"row {numbers} has"
        message = f"{many} no {name}, so that of '{source.name}'{value} would be printed"
        message += f": rows {numbers}" if len(rows) > 1 and place is not None else ""
        article = "an" if name.startswith("e") else "a"
        brand = source.base if source.base != DEFAULT else "BRAND"
        help_ = f"give each {article} {name}, write - for none, or name the brand that they share: --brand {brand}"
        help_ = f"add a column '{column}' and {help_}" if place is None else help_
        self.findings.error(place or self._file.header, "not-its-own", message, help_)
