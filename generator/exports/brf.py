"""Braille, ready for an embosser: contracted, 40 cells to a line and 25 lines to a page, as ASCII braille (BRF).

Words are translated by liblouis: English into Unified English Braille, grade 2. Headings, lists and pages stand as in
"Braille Formats" (BANA, 2016): a title centred, sections in cell 5, smaller ones in cell 7, paragraphs 3-1, lists 1-3,
the page's number at the end of its last line. Somebody who reads braille should see it before many copies
are made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.base.findings import Findings
from generator.base.patterns import later
from generator.base.tuples import NamedTuple
from generator.kinds.export import Export, Missing
from generator.kinds.liblouis import BOLD, ITALIC, NoLiblouis, NoTable, translated, version
from generator.kinds.linear import Line, lines
from generator.kinds.markup import plain
from generator.kinds.reading import BOX, BULLET, Reading, Words

CELLS, LINES = 40, 25  # of a page
SHORT = 3  # lines: what has fewer is not parted between pages
DISPLAY = "en-us-brf.dis"  # which character each cell is written as
TABLES = {"en": "en-ueb-g2.ctb", "cy": "cy-cy-g2.ctb"}  # by language
NOTE = ("@.<", "@.>")  # round what a transcriber says: of pictures (Rules of UEB, 3.27)
SQUARE = "$#4"  # the shape (Rules of UEB, 11.7.2), for which a box to tick stands
_UNKNOWN = later(r"\\x[0-9a-j]{4}", re.IGNORECASE)  # what liblouis writes for a character that it does not know
_UPPER = str.maketrans("abcdefghijklmnopqrstuvwxyz`{|}~", "ABCDEFGHIJKLMNOPQRSTUVWXYZ@[\\]^")


class Place(NamedTuple):
    """Where a line's words stand: cells that are left free before the first line, and before the others."""

    first: int
    others: int
    centred: bool = False
    above: bool = False  # a blank line stands above
    below: bool = False
    keeps: bool = False  # with what follows


def ready() -> None:
    """Make sure that liblouis is there."""
    try:
        version()
    except NoLiblouis:
        message = "braille needs the library liblouis, which is not installed"
        help_ = (
            "install it: 'apt install liblouis-data liblouis20', 'brew install liblouis', or see https://liblouis.io"
        )
        raise Missing(message, help_) from None


def wrap(reading: Reading, findings: Findings) -> bytes | None:
    """Return the file; None where the language has no table."""
    table = TABLES.get(reading.language.partition("-")[0].lower())
    if table is None:
        known = ", ".join(sorted(TABLES))
        message = f"there is no braille table for the language '{reading.language}'"
        findings.error(
            reading.span, "no-braille", message, f"these are known: {known}; ask a transcription service for others"
        )
        return None
    try:
        pages = _Pages(f"{DISPLAY},{table}")
        for line in lines(reading.root.nodes):
            pages.add(line, reading)
    except NoTable:
        help_ = "install liblouis's tables: 'apt install liblouis-data'"
        findings.error(None, "no-braille", f"liblouis has no table '{table}' on this machine", help_)
        return None
    for char in sorted(pages.unknown):
        message = f"the braille table has no cells for '{char}' (U+{ord(char):04X}); it is left out"
        findings.warning(reading.span, "no-cells", message, "say it in words")
    return pages.written()


class _Pages:
    """Lines of cells, dealt to pages."""

    def __init__(self, tables: str) -> None:
        self._tables = tables
        self._checked, self.unknown = {" "}, set[str]()
        self._pages: list[list[str]] = [[]]
        self._blank = False

    def add(self, line: Line, reading: Reading) -> None:
        """Add the cells of a line."""
        place = _place(line)
        rows = list(self._rows(line, place, reading))
        if not rows:
            return
        above = place.above or (line.first and line.role in ("item", "row")) or self._blank
        if self._pages[-1] and (place.keeps or len(rows) < SHORT):
            need = len(rows) + (2 if place.keeps else 0) + (1 if above else 0)
            if len(self._pages[-1]) + min(need, LINES - 1) > LINES - 1:
                self._turn()
        if above and self._pages[-1]:
            self._put("")
        for row in rows:
            self._put(row)
        self._blank = place.below

    def _put(self, row: str) -> None:
        if len(self._pages[-1]) == LINES - 1:
            self._turn()
        if row or self._pages[-1]:  # no page begins with a blank line
            self._pages[-1].append(row)

    def _turn(self) -> None:
        self._pages.append([])

    def _rows(self, line: Line, place: Place, reading: Reading) -> Iterator[str]:
        cells = self._cells(line, reading)
        room = CELLS - (8 if place.centred else 0)  # a centred heading has four cells free at either side
        rows = wrapped(cells.split(" "), room, place)
        for row in rows:
            yield row.center(CELLS).rstrip() if place.centred else row

    def _cells(self, line: Line, reading: Reading) -> str:
        """Return a line's words in braille."""
        if line.role == "picture":
            return NOTE[0] + self._brailled((*line.words,)) + NOTE[1]
        if line.role == "item":
            if line.label == BOX:
                return f"{SQUARE} {self._brailled(line.words)}"
            label = line.label if line.label == BULLET or line.label.endswith(".") else line.label + "."
            return self._brailled((Words(label + " "), *line.words))
        if line.role in ("row", "cell") and line.label:
            return self._brailled((Words(line.label + ": "), *line.words))
        return self._brailled(line.words, emphasis=line.role in ("paragraph", "item"))

    def _brailled(self, words: Sequence[Words], *, emphasis: bool = True) -> str:
        """Return words in braille, on one line; wholly strong ones are not marked: their place says so."""
        text, forms = "", list[int]()
        marked = emphasis and not all(word.strong for word in words if word.text.strip())
        for word in words:
            said = self._known(plain(word.text).replace("\n", " ").replace("\r", " "))
            said = f" [{said.strip()}]" if word.raised and said.strip().isdigit() else said
            said += " " if word.ends else ""
            form = (BOLD if word.strong else 0) | (ITALIC if word.emphasis else 0)
            text += said
            forms += [form if marked else 0] * len(said)
        made = translated(text, self._tables, forms)
        return " ".join(made.translate(_UPPER).split())

    def _known(self, text: str) -> str:
        """Return a text without the characters that the table has no cells for, and remember those."""
        for char in set(text) - self._checked:
            self._checked.add(char)
            if _UNKNOWN.search(translated(char, self._tables)):
                self.unknown.add(char)
        return "".join(char for char in text if char not in self.unknown)

    def written(self) -> bytes:
        """Return the file: CR LF after each line, a form feed after each page."""
        out = []
        for number, rows in enumerate(self._pages, 1):
            page = [*rows, *[""] * (LINES - 1 - len(rows))]
            label = translated(str(number), self._tables).translate(_UPPER)
            out.append("\r\n".join([*page, label.rjust(CELLS)]) + "\r\n\f")
        return "".join(out).encode("ascii", "replace")


def _place(line: Line) -> Place:
    level = line.level
    if line.role == "heading":
        if level == 1:
            return Place(0, 0, centred=True, above=True, below=True, keeps=True)
        return Place(4, 4, above=True, keeps=True) if level == 2 else Place(6, 6, above=True, keeps=True)
    if line.role == "title":
        return Place(6, 6, above=True, keeps=True)
    if line.role == "item":
        return Place(2 * level, 2 * level + 2)
    if line.role in ("row", "cell"):
        return Place(0, 4) if line.role == "row" else Place(2, 4)
    if line.role == "picture":
        return Place(6, 4)
    return Place(2 * level + 2, 2 * level) if level == 0 else Place(2 * level, 2 * level)


def wrapped(words: Sequence[str], room: int, place: Place) -> list[str]:
    """Return rows of words, none wider than ``room``; a word that is wider is cut."""
    rows: list[str] = []
    row = " " * place.first
    bare = True
    for word in words:
        if not bare and len(row) + 1 + len(word) > room:
            rows.append(row)
            row, bare = " " * place.others, True
        row, bare = row + ("" if bare else " ") + word, False
        while len(row) > room:
            rows.append(row[:room])
            row = " " * place.others + row[room:]
    return [row for row in [*rows, row] if row.strip()]


EXPORT = Export("contracted braille for an embosser", ".brf", wrap, ready)
