"""Plain text: the words in reading order, for e-mail, for recording, for whoever asks for nothing else.

UTF-8, one paragraph a line: what shows it breaks lines where it ends itself, and a voice does not pause at their ends.
Headings are underlined, a table is read as "heading: cell", a picture as what it shows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.base.findings import Findings
from generator.kinds.export import Export
from generator.kinds.linear import Line, lines
from generator.kinds.markup import plain
from generator.kinds.reading import BOX, BULLET, Reading, Words

UNDER = {1: "=", 2: "-"}  # what headings are underlined with
LONGEST = 60  # characters of that
ROOM = "_" * 40  # a line to write on
MARKS = {BULLET: "-", BOX: "[ ]"}


def wrap(reading: Reading, findings: Findings) -> bytes:
    """Return the text."""
    out: list[str] = []
    for line in lines(reading.root.nodes):
        made = list(_made(line, reading))
        if line.first and out:
            out += ["", ""] if line.role == "heading" and line.level <= 2 else [""]
        out += made
    return ("\n".join(out) + "\n").encode()


def _made(line: Line, reading: Reading) -> Iterator[str]:
    text, indent = _text(line.words), "  " * line.level
    if line.role == "heading":
        yield text
        if line.level in UNDER:
            yield UNDER[line.level] * min(LONGEST, _wide(text))
    elif line.role == "item":
        label = MARKS.get(line.label, line.label if line.label.endswith(".") else line.label + ".")
        yield f"{indent}{label} {text}"
    elif line.role in ("row", "cell"):
        deep = "" if line.role == "row" else "  "
        yield deep + (f"{plain(line.label)}: {text}" if line.label else text).rstrip()
    elif line.role == "picture":
        yield indent + reading.words["picture"].format(text)
    elif line.role == "room":
        yield from [ROOM] * line.room
    else:
        yield indent + text


def _text(words: tuple[Words, ...]) -> str:
    """Return words on one line; numbers of sources in brackets."""
    out = ""
    for word in words:
        text = plain(word.text).replace("\n", " ").replace("\r", " ")
        out += f" [{text.strip()}]" if word.raised and text.strip().isdigit() else text
        out += " " if word.ends else ""
    return " ".join(out.split())


def _wide(text: str) -> int:
    return sum(0 if unicodedata.combining(char) else 1 for char in text)


EXPORT = Export("plain text, for e-mail and recording", ".txt", wrap)
