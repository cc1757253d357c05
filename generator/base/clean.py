"""Foreign characters made harmless: one kind of line end, no control characters, nothing that is no character."""

from __future__ import annotations

from generator.base.characters import no_character
from generator.base.findings import Findings, escaped
from generator.base.patterns import later
from generator.base.yaml_nodes import Scalar

MOST_TOLD = 5
"""Removed characters told one by one in one text."""

# C0 and C1 less tab and line ends, and the bidirectional embeddings, overrides and isolates, which hide the order of
# words from the person who checks them. U+0085, U+2028 and U+2029 end lines nowhere but in old standards: spaces here.
_REMOVED = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069"
_STRAY = later(f"[{_REMOVED}]")
_CHANGED = later(f"\r\n|[\r\x85\u2028\u2029{_REMOVED}]")
_AS_SPACE = "\x85\u2028\u2029"


def clean(scalar: Scalar, findings: Findings) -> tuple[str, tuple[int, ...] | None] | None:
    """Return the text of a scalar made harmless.

    Returns:
        The text, and for each of its offsets (and its end) the offset in the scalar's text, or None for the second
        where nothing was taken out; None for both when the text holds what is no character, which is an error.
    """
    if scalar.style == "broken":
        return None
    text = scalar.text
    if text.isprintable():  # as most texts of one line are: nothing below is
        return text, None
    at = no_character(text)
    if at is not None:
        help = "delete it, or type the sign itself"
        findings.error(scalar.place(at), "no-character", f"{escaped(text[at])} stands for no character", help)
        return None
    if not _CHANGED.search(text):
        return text, None
    _warn(scalar, findings)
    parts: list[str] = []
    kept: list[int] = []
    last = 0
    for match in _CHANGED.finditer(text):
        put_in = "\n" if match[0][0] == "\r" else " " if match[0] in _AS_SPACE else ""
        parts += (text[last : match.start()], put_in)
        kept += range(last, match.start() + len(put_in))
        last = match.end()
    parts.append(text[last:])
    kept += range(last, len(text) + 1)
    return "".join(parts), tuple(kept)


def _warn(scalar: Scalar, findings: Findings) -> None:
    found = list(_STRAY.finditer(scalar.text))
    for match in found[:MOST_TOLD]:
        name = f"U+{ord(match[0]):04X} ({escaped(match[0])})"
        findings.warning(
            scalar.place(match.start()),
            "control-character",
            f"the invisible control character {name} was left out",
            "delete it from the text",
        )
    if len(found) > MOST_TOLD:
        findings.warning(
            scalar.place(found[MOST_TOLD].start()),
            "control-character",
            f"{len(found) - MOST_TOLD} more control characters were left out from here on",
            "type the text again",
        )
