"""Text written as YAML, so that reading it gives back the same characters, whatever they are: YAML 1.2, 7.3.1."""

from __future__ import annotations

from generator.base.patterns import later

# What YAML may not hold as it is, or takes for the end of a line, or what hides the order of words in an editor.
_ESCAPED = later(
    '["\\\\\x00-\x1f\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff]'
)
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def double_quoted(text: str) -> str:
    """Return text as a YAML scalar in double quotes, on one line."""
    return '"' + _ESCAPED.sub(lambda match: _SHORT.get(match[0]) or f"\\u{ord(match[0]):04x}", text) + '"'
