"""What YAML takes in silence and an author did not mean: cut texts, tabs, no-break spaces, half characters.

A comment after a plain value is a comment when it is set off by two spaces or more and its ``#`` is followed by a space
(``kind: leaflet  # or booklet``). Anything else would lose words that look like text (``Pain scale #1 choice``,
``accent: #ff0000``) and is an error.
"""

from __future__ import annotations

from generator.base.characters import no_character
from generator.base.findings import Findings, escaped, quoted
from generator.base.patterns import later
from generator.base.yaml_events import Event
from generator.base.yaml_places import offsets
from generator.base.yaml_source import Source

# Matched in place, never on a copied line: a file may be one line of a megabyte.
_BLANK = later(r"[ \t]*")
_COMMENT = later(r"  +#(?=[ \r\n]|\Z)")
COLOUR = later(r"#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{3})?(?![0-9A-Za-z])")
_WIDE_SPACE = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"
_KEY_WITH_WIDE_SPACE = later(f"[A-Za-z][A-Za-z0-9_-]*:[{_WIDE_SPACE}]")
_STARTS_WIDE = later(f"[{_WIDE_SPACE}]")
_ODD_IN_KEY = later(f"[{_WIDE_SPACE}\uff1a]")

CODES = {0xFF1A: "a full-width colon", 0xFEFF: "an invisible byte order mark", 0x200B: "an invisible zero-width space"}


def odd_name(character: str) -> str:
    """Return what people call a character that looks like a space or a colon and is none to YAML."""
    return f"{CODES.get(ord(character), 'a no-break or other special space')} (U+{ord(character):04X})"


def check_tab(source: Source, event: Event, findings: Findings) -> None:
    """Report a tab in the indentation of the line where a value starts."""
    if not source.tabbed:  # as most files are
        return
    start = source.line_start(event.start)
    blank = _BLANK.match(source.text, start)
    tab = source.text.find("\t", start, min(blank.end() if blank else start, event.start))
    if tab >= 0:
        findings.error(
            source.span(tab), "tab-indent", "there is a tab in the indentation", "use spaces: two for each level"
        )


def check_scalar(source: Source, event: Event, findings: Findings) -> bool:
    """Report what is wrong with one scalar; return False when its text is not what the author meant."""
    if event.style == "double":
        at = no_character(event.text)
        if at is not None:
            place = source.span(offsets(source, event.start, event.end, "double", event.text)[at])
            findings.error(
                place,
                "no-character",
                f"{escaped(event.text[at])} stands for no character",
                "delete it, or type the sign itself",
            )
            return False
    if event.style != "plain":
        return True
    return _check_cut(source, event, findings) and _check_odd(source, event, findings)


def cut_at_hash(lost: str, after_text: bool) -> tuple[str, str]:
    """Return message and help for what YAML takes for a comment and the author did not.

    Args:
        lost: from the # on.
        after_text: some text stands before the #, which is kept.
    """
    colour = COLOUR.match(lost)
    if colour and not after_text:
        return f"{quoted(lost)} is read as a comment", f'quote the colour: "{colour[0]}"'
    help = "put the whole text in quotes; if it is a comment, set it off with two spaces and '# '"
    return f"everything from the # on would be lost: {quoted(lost)}", help


def _check_cut(source: Source, event: Event, findings: Findings) -> bool:
    text, end = source.text, event.end
    if text[end : end + 1] not in (" ", "\t"):  # as after most texts
        return True
    blank = _BLANK.match(text, end)
    after = blank.end() if blank else end
    if after > end and text.startswith("#", after) and not _COMMENT.match(text, end):
        message, help = cut_at_hash(source.rest(after), bool(event.text))
        findings.error(source.span(after), "cut-at-hash", message, help)
        return False
    tab = text.find("\t", end, after)
    if tab >= 0 and (after == len(text) or text[after] in "\r\n#"):
        where = "after the value" if event.text else "where a value should stand"
        findings.error(source.span(tab), "stray-tab", f"there is an invisible tab {where}", "delete the tab")
    return True


def _check_odd(source: Source, event: Event, findings: Findings) -> bool:
    if event.text.isascii():
        return True
    is_key = source.text.startswith(":", event.end)
    match = (
        _STARTS_WIDE.match(event.text)
        or _KEY_WITH_WIDE_SPACE.match(event.text)
        or (_ODD_IN_KEY.search(event.text) if is_key else None)
    )
    if not match:
        return True
    at = match.end() - 1
    span = source.span(offsets(source, event.start, event.end, "plain", event.text)[at])
    findings.error(
        span,
        "odd-space" if event.text[at] != "\uff1a" else "odd-colon",
        f"there is {odd_name(event.text[at])} where YAML wants a plain one",
        "type it again with the space bar and the colon key; if it belongs to the text, put the text in quotes",
    )
    return False
