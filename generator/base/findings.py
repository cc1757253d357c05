"""What is wrong, where, and what to do about it: collected, so that all of it is told at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NoReturn

from generator.base.patterns import later
from generator.base.places import NOWHERE, Span
from generator.base.tuples import NamedTuple

Level = Literal["error", "warning", "note"]

MOST_KEPT = 500
"""Findings kept of each level: a hostile file could make one for every byte, and nobody reads further."""

# C0, DEL, C1, the line separators, the bidi marks, embeddings, overrides and isolates, BOM, surrogates, noncharacters.
_UNSAFE = later(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff\ud800-\udfff]"
)


class Also(NamedTuple):
    """Another place that a finding is about: the other end of it, and what is to be seen or done there."""

    span: Span
    message: str


class Finding(NamedTuple):
    """One thing to tell: ``help`` says the next step, ``also`` names the other end of what has two."""

    span: Span | None
    level: Level
    code: str
    message: str
    help: str = ""
    also: Also | None = None

    def __str__(self) -> str:
        return render(self)


class Findings:
    """A collector that is handed down through the stages."""

    __slots__ = ("_found", "_left_out", "_seen", "unfinished")

    def __init__(self, found: Iterable[Finding] = ()) -> None:
        self._found: dict[Level, list[Finding]] = {"error": [], "warning": [], "note": []}
        self._left_out: dict[Level, int] = {"error": 0, "warning": 0, "note": 0}
        self._seen: set[Finding] = set()
        self.unfinished = False  # True where work was stopped as no further error would be kept
        for finding in found:
            self.add(finding)

    def error(self, span: Span | None, code: str, message: str, help: str = "", also: Also | None = None) -> None:
        """Note something that stops the build."""
        self.add(Finding(span, "error", code, message, help, also))

    def warning(self, span: Span | None, code: str, message: str, help: str = "", also: Also | None = None) -> None:
        """Note something that the author should know and that stops nothing."""
        self.add(Finding(span, "warning", code, message, help, also))

    def note(self, span: Span | None, code: str, message: str, help: str = "") -> None:
        """Note a choice that was made for the author, told to who asks for it (`--verbose`)."""
        self.add(Finding(span, "note", code, message, help))

    def add(self, finding: Finding) -> None:
        """Keep one finding; the same one twice is kept once."""
        if finding in self._seen:
            return
        kept = self._found[finding.level]
        if len(kept) >= MOST_KEPT:
            self._left_out[finding.level] += 1
            return
        self._seen.add(finding)
        kept.append(finding)

    def extend(self, other: Findings | Iterable[Finding]) -> None:
        """Take in the findings of another collector."""
        if isinstance(other, Findings):
            self.unfinished = self.unfinished or other.unfinished
            for level, count in other._left_out.items():
                self._left_out[level] += count
            other = other.all + other.notes
        for finding in other:
            self.add(finding)

    @property
    def errors(self) -> list[Finding]:
        """The errors, in the order of their places."""
        return sorted(self._found["error"], key=_order)

    @property
    def warnings(self) -> list[Finding]:
        """The warnings, in the order of their places."""
        return sorted(self._found["warning"], key=_order)

    @property
    def notes(self) -> list[Finding]:
        """The notes, in the order of their places."""
        return sorted(self._found["note"], key=_order)

    @property
    def all(self) -> list[Finding]:
        """Errors and warnings together, in the order of their places."""
        return sorted(self._found["error"] + self._found["warning"], key=_order)

    @property
    def left_out(self) -> int:
        """How many more errors and warnings there were than :data:`MOST_KEPT` of each."""
        return self._left_out["error"] + self._left_out["warning"]

    def stops(self) -> bool:
        """Return True when no further error is kept, and note that what comes after was not looked at."""
        self.unfinished = self.unfinished or self.full
        return self.full

    @property
    def full(self) -> bool:
        """True when no further error is kept, so that costly advice need not be worked out."""
        return len(self._found["error"]) >= MOST_KEPT

    def __len__(self) -> int:
        return sum(map(len, self._found.values()))

    def __bool__(self) -> NoReturn:
        # `if findings:` would be read as "if there are errors" by one person and "if it was given" by the next.
        raise TypeError("ask findings.errors or findings.all, not the collector itself")

    def __repr__(self) -> str:
        return f"Findings({self.all!r})"


class Refused(Exception):
    """The work stops here: ``findings`` says why."""

    def __init__(self, findings: Findings) -> None:
        super().__init__("\n".join(map(render, findings.errors)))
        self.findings = findings


def refuse(span: Span | None, code: str, message: str, help: str = "") -> Refused:
    """Return a :class:`Refused` with one error, ready to be raised."""
    findings = Findings()
    findings.error(span, code, message, help)
    return Refused(findings)


def render(finding: Finding) -> str:
    """Return the finding as the user sees it, one to three lines, safe to print on any terminal."""
    place = "" if finding.span in (None, NOWHERE) else f"{visible(str(finding.span))}: "
    told = f"{place}{finding.level}[{finding.code}]: {visible(finding.message)}"
    if finding.help:
        told += f"\n  help: {visible(finding.help)}"
    if finding.also is not None:
        told += f"\n  note: {visible(str(finding.also.span))}: {visible(finding.also.message)}"
    return told


def visible(text: str) -> str:
    """Return text with every character that could steer a terminal written out by its number."""
    if text.isprintable():  # none of these is
        return text
    return _UNSAFE.sub(lambda match: escaped(match[0]), text)


def escaped(character: str) -> str:
    """Return one character written out by its hexadecimal number."""
    number = ord(character)
    if character in "\n\t\r":
        return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}[character]
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def quoted(text: str, most: int = 60) -> str:
    """Return text in single quotes for a message, cut after `most` characters, control characters written out."""
    return f"'{visible(text if len(text) <= most else text[: most - 1] + '…')}'"


def _order(finding: Finding) -> tuple[Span, str, str, str]:
    return finding.span or NOWHERE, finding.level, finding.code, finding.message
