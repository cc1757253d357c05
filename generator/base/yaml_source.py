"""The text of a YAML file: bytes to characters, characters to places, and the characters that must not be there."""

from __future__ import annotations

import codecs
from bisect import bisect_right

from generator.base.findings import Findings, escaped
from generator.base.patterns import later
from generator.base.places import Span

LARGEST = 1024 * 1024
"""Bytes in a file: the longest handout seen has 40,000."""

MOST_STRAY = 20
"""Forbidden characters told one by one; a binary file has thousands."""

SAVE_AS_UTF8 = "save the file as UTF-8 (in Notepad: File, Save as, Encoding: UTF-8)"

_BREAK = later("\r\n|\r|\n")
# YAML 1.1, 5.1: all that is not in c-printable, and DEL. (What is in it takes ten times as long to compile.)
_FORBIDDEN = later("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Line ends to YAML, but text to people who cannot see them: replaced one for one, so that places stay right.
_SOFT_BREAKS = "\x85\u2028\u2029"


class Source:
    """The characters of a file and the places of their lines; ``tabbed``: there are tabs among them."""

    __slots__ = ("_starts", "file", "tabbed", "text")

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.tabbed = "\t" in text
        self._starts = [0, *[match.end() for match in _BREAK.finditer(text)]]

    def span(self, index: int) -> Span:
        """Return the place of the character at `index`."""
        line = bisect_right(self._starts, index)
        return Span(self.file, line, index - self._starts[line - 1] + 1)

    def line_start(self, index: int) -> int:
        """Return the index of the first character of the line that holds `index`."""
        return self._starts[bisect_right(self._starts, index) - 1]

    def line(self, number: int) -> tuple[int, str]:
        """Return the start and the characters of line `number` (1-based), without its line end."""
        if not 1 <= number <= len(self._starts):
            return len(self.text), ""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return start, self.text[start:end].rstrip("\r\n")

    def lead(self, index: int) -> str:
        """Return what stands before `index` on its line."""
        return self.text[self.line_start(index) : index]

    def rest(self, index: int) -> str:
        """Return what stands from `index` to the end of its line."""
        match = _BREAK.search(self.text, index)
        return self.text[index : match.start() if match else len(self.text)]


def decode(data: bytes, file: str, findings: Findings) -> Source | None:
    """Return the characters of a file, with what YAML cannot hold reported and replaced.

    UTF-8 with or without a byte order mark and UTF-16 with one are read; all else is refused.
    """
    if len(data) > LARGEST:
        findings.error(
            Span(file, 1, 1),
            "too-big",
            f"the file is larger than {LARGEST // 1024} KB",
            "split it into several handouts",
        )
        return None
    encoding, mark = "utf-8", len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    if not data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        for bom, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
            if data.startswith(bom):
                encoding, mark = name, len(bom)
    try:
        text = data[mark:].decode(encoding)
    except UnicodeDecodeError as fault:
        _not_utf8(data[mark:], encoding, fault.start, file, findings)
        return None
    if text[: len(text) // 2 + 1].count("\0") > len(text) // 8 > 0:
        findings.error(Span(file, 1, 1), "not-utf-8", "the file is not text in UTF-8", SAVE_AS_UTF8)
        return None
    return _checked(Source(file, text), findings)


def _not_utf8(data: bytes, encoding: str, at: int, file: str, findings: Findings) -> None:
    good = data[:at].decode(encoding, "replace")
    value = f"byte 0x{data[at]:02X}" if encoding == "utf-8" else "half of a character"
    findings.error(Source(file, good).span(len(good)), "not-utf-8", f"{value} is not UTF-8 text", SAVE_AS_UTF8)


def _checked(source: Source, findings: Findings) -> Source:
    """Report the characters that no YAML file may hold and return the source with them replaced, places unchanged."""
    text = source.text
    if text.startswith("\ufeff"):
        findings.error(
            Span(source.file, 1, 1),
            "invisible-character",
            "the file starts with an invisible second byte order mark (U+FEFF)",
            "delete the first line and type it again, then save as UTF-8",
        )
        text = " " + text[1:] if text[1:2] in ("", "\n", "\r", "#") else text[1:]
    for number, match in enumerate(_FORBIDDEN.finditer(source.text)):
        if number == MOST_STRAY:
            break
        findings.error(
            source.span(match.start()),
            "control-character",
            f"there is a character that cannot be printed, {_name(match[0])}",
            "delete it; if you cannot see it, delete the word around it and type the word again",
        )
    clean = _FORBIDDEN.sub("\ufffd", text)
    for character in _SOFT_BREAKS:
        clean = clean.replace(character, " ")
    return source if clean == source.text else Source(source.file, clean)


def _name(character: str) -> str:
    return f"U+{ord(character):04X} ({escaped(character)})"
