"""A table of settings to start from: the columns that are needed, and the base brand as the row to copy."""

from __future__ import annotations

import codecs
import csv
import io
import os
from collections.abc import Iterable
from pathlib import Path

from generator.base.patterns import later
from generator.base.tuples import NamedTuple
from generator.catalog.settings import ID
from generator.catalog.wanting import column_for, said
from generator.catalog.workspace import Workspace
from generator.model.asked import Wish, asked_for
from generator.model.brand import Brand

ALWAYS = (
    "name",
    "colours.primary",
    "colours.accent",
    "logo.file",
    "logo.alt",
    "contact.address",
    "contact.phone",
    "contact.email",
    "contact.web",
)
# What Excel and others would work out as a formula, at the start of a cell or of what they take for one. A dash alone
# is words to them, and so is a number with a plus in front.
_FORMULA = later("(?:^|[;\t\r\n])[\\s\"'\u200b\ufeff]*[=+@\uff1d\uff0b\uff20\uff0d\u2212-]|^[\t\r]")
_HARMLESS = later(r"-|\+[0-9][0-9 ]*")


class Template(NamedTuple):
    """A table to start from.

    Attributes:
        data: the CSV file: UTF-8 with a mark, by which Excel knows it.
        needed: columns that every setting must fill and the base brand does not, each with where it is asked for.
        optional: columns that words ask for and that may stay empty, each with what is said then.
        left_out: columns whose value is left out, for a spreadsheet would take it for a formula and run it.
    """

    data: bytes
    needed: tuple[tuple[str, str], ...]
    optional: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...] = ()


def make_template(
    workspace: Workspace, base: Brand, wishes: Iterable[Wish], example: str, folder: Path, *, chosen: bool
) -> Template:
    """Return the table for what words ask for.

    Args:
        workspace: where the base brand's logo is.
        base: the brand that the rows will extend; its values are the row to copy.
        wishes: what the words ask for.
        example: the id in that row.
        folder: where the table will lie.
        chosen: whether somebody named that brand; its logo is nobody's to inherit else, and a dash stands for it where
            it cannot be named from the folder.
    """
    asked = {**asked_for([base]), **{wish.name: wish for wish in wishes}}
    wanted = {column_for(name, base): wish for name, wish in asked.items()}
    more = [column for column in wanted if column not in ALWAYS]
    columns = [*ALWAYS, *sorted(more, key=lambda column: (not wanted[column].required, column))]
    row = {column: said(base, column.split(".")) for column in columns}
    row["logo.file"] = _logo(workspace, row["logo.file"], folder)
    left_out = tuple(column for column in columns if is_formula(row[column]))
    row |= dict.fromkeys(left_out, "")
    row["logo.alt"] = row["logo.alt"] if row["logo.file"] else ""
    if base.logo is not None and not row["logo.file"] and not chosen:
        row["logo.file"] = "-"
    out = io.StringIO(newline="")
    writer = csv.writer(out)  # lines end as RFC 4180 has them
    writer.writerow([ID, *columns])
    writer.writerow([example, *(row[column] for column in columns)])
    needed = {c: str(w.places[0]) for c, w in wanted.items() if w.required and not said(base, c.split("."))}
    optional = {c: w.defaults[0] for c, w in wanted.items() if not w.required}
    data = codecs.BOM_UTF8 + out.getvalue().encode()
    return Template(data, tuple(needed.items()), tuple(optional.items()), left_out)


def is_formula(text: str) -> bool:
    """Tell whether a spreadsheet that opens a table might take a cell, or a part of it, for a formula.

    Where semicolons part the cells, what follows one in a cell is a cell of its own.
    """
    return _HARMLESS.fullmatch(text) is None and _FORMULA.search(text) is not None


def _logo(workspace: Workspace, file: str, folder: Path) -> str:
    """Return the path of a logo from a folder of the workspace; nothing where it cannot be named from there."""
    here, root = folder.resolve(), workspace.root.resolve()
    if not file or not here.is_relative_to(root) or not (root / file).is_file():
        return ""
    return Path(os.path.relpath(root / file, here)).as_posix()
