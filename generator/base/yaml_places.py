"""Which character of the file stands behind each character of a YAML text."""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.yaml_source import Source

_BLANK = " \t\r\n"
_LONG_ESCAPES = {"x": 4, "u": 6, "U": 10}


def offsets(source: Source, start: int, end: int, style: str, text: str) -> Sequence[int]:
    """Return, for every character of `text` and for its end, an index into the source.

    Args:
        source: the file.
        start: index where the scalar begins, at its opening quote or block sign.
        end: index just after it.
        style: ``plain``, ``single``, ``double``, ``literal`` or ``folded``.
        text: what the parser made of it.

    Returns:
        ``len(text) + 1`` indexes. Exact for what stands on one line and for literal blocks; for folded text the words
        are exact, and the space that stands for a line end is where the line ends.
    """
    if style == "literal":
        return _literal(source, start, text)
    first, last = (start, end) if style == "plain" else (start + 1, end - 1)
    if style == "folded":
        first, last = source.line(source.span(start).line + 1)[0], end
    elif source.text[first:last] == text:
        return range(first, first + len(text) + 1)
    return _aligned(source.text, first, max(first, last), style, text)


def _literal(source: Source, start: int, text: str) -> list[int]:
    number = source.span(start).line
    found: list[int] = []
    for content in text.split("\n"):
        number += 1
        begin, line = source.line(number)
        begin += max(0, len(line) - len(content))  # the indentation, taken off by YAML
        found.extend(range(begin, begin + len(content) + 1))
    return found


def _aligned(src: str, at: int, end: int, style: str, text: str) -> list[int]:
    """Walk through source and text side by side: only white space and escapes differ between them."""
    found: list[int] = []
    for character in text:
        at = _skip(src, at, end, style, character)
        found.append(at)
        if at >= end:
            continue
        if style == "double" and src[at] == "\\":
            at += _LONG_ESCAPES.get(src[at + 1 : at + 2], 2)
        elif (style == "single" and character == "'") or src.startswith("\r\n", at):
            at += 2
        elif character not in _BLANK or src[at] in _BLANK:
            at += 1
    found.append(min(at, end))
    return [min(index, end) for index in found]


def _skip(src: str, at: int, end: int, style: str, character: str) -> int:
    """Return the index of the source behind `character`: past indentation, line ends and escaped line ends."""
    while at < end:
        if style == "double" and src[at] == "\\" and src[at + 1 : at + 2] in ("\n", "\r"):
            at += 2
            while at < end and src[at] in _BLANK:
                at += 1
        elif src[at] in _BLANK and character not in _BLANK:
            at += 1
        else:
            break
    return at
