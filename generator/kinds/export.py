"""What an export is: another wrapper for the words of a handout, made of the same reading as every other.

An export is one file in `generator/exports/`, found by its name (`html.py` is `html`); it says `EXPORT = Export(…)`.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.base.discover import load, modules_in
from generator.base.findings import Findings
from generator.base.tuples import NamedTuple
from generator.kinds.edition import Edition
from generator.kinds.reading import Reading
from generator.model.layout import Layout, Margins, Pages

PACKAGE = "generator.exports"

PLAIN = Edition("one column, for exports", one_column=True)
"""Every block in its plainest form: below one another, as large as the layout has them."""

PAGE = Layout(
    name="",
    kind="leaflet",
    page=(180.0, 2000.0),  # mm: drawings are as wide as a page of the web shows them, and nothing needs to be fitted
    margins=Margins(),
    pages=Pages(max=24),
)


class Missing(Exception):
    """Something that an export needs is not installed: what, and how to install it."""

    def __init__(self, message: str, help_: str) -> None:
        super().__init__(message)
        self.message, self.help = message, help_


class Export(NamedTuple):
    """One wrapper.

    Attributes:
        summary: for lists, in a few words.
        suffix: of its files, with the dot.
        wrap: makes the bytes of a file; None where it cannot, with the reasons in the findings.
        ready: raises `Missing` where what it needs is not installed.
    """

    summary: str
    suffix: str
    wrap: Callable[[Reading, Findings], bytes | None]
    ready: Callable[[], None] = lambda: None


def export_names() -> tuple[str, ...]:
    """Return the names of all exports, as people type them."""
    return modules_in(PACKAGE)


def load_export(name: str) -> Export:
    """Return an export by its name, one of `export_names`."""
    export: Export = load(PACKAGE, name).EXPORT
    return export
