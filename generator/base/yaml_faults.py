"""Syntax errors in plain words, at the place of the fault and not where the parser gave up."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from generator.base.findings import quoted
from generator.base.patterns import later
from generator.base.tuples import NamedTuple
from generator.base.yaml_checks import COLOUR, cut_at_hash, odd_name
from generator.base.yaml_events import Event, SyntaxFault
from generator.base.yaml_source import Source
from generator.base.yaml_trail import Trail

SHOWN = 120  # characters of an author's text in a line of help
QUOTE = "put the whole text in quotes"
MOST_LOOKED = 20  # brackets, and signs in them: a file may be one line of a megabyte, which each look copies
_WIDE = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"
_ODD_KEY = later(f"^[ \\-]*[A-Za-z][\\w-]*[ ]?(?:(\uff1a)|:([{_WIDE}]))")
_ODD_INDENT = later(f"^[ ]*([{_WIDE}])")
_TIGHT_DASH = later(r"^( *)-(?=[^\W\d_])")
# A # that hides the rest of a line in brackets, and the sign before it where that is not a text.
_HIDDEN = later(r"(?:([,\[{][ \t]*|:[ \t]+)|[^\s:,\[{][ \t]+)(?=#)")
# Where a quote that YAML takes for a closing one must be an opening one.
_OPENS_BLOCK = later(r"^[ ]*(?:- +)*(?:[\w-]+: +)?(?:[\[{] *)?$")
_OPENS_FLOW = later(r"(?:[,\[{]|[\w-]:) *$")
_STARTERS = {
    "*": "an alias",
    "&": "an anchor",
    "!": "a tag",
    "|": "the sign of a block of text",
    ">": "the sign of a folded text",
}


class Told(NamedTuple):
    """What to say about a syntax error: where in the text, code, message, help."""

    at: int
    code: str
    message: str
    help: str


def explain(source: Source, fault: SyntaxFault, trail: Trail) -> Told:
    """Return place, code, message and help for a syntax error."""
    for rule in _RULES:
        told = rule(source, fault, trail)
        if told is not None:
            return told
    return Told(
        fault.index,
        "yaml-syntax",
        "the file cannot be read from here on",
        "compare the indentation with the lines above; put text with : # [ ] { } or quotes in it in quotes",
    )


def _at(source: Source, index: int) -> str:
    return source.text[index : index + 1]


def _tab(source: Source, fault: SyntaxFault, trail: Trail) -> Told | None:
    lead = source.lead(fault.index) + _at(source, fault.index)
    blank = lead[: len(lead) - len(lead.lstrip(" \t"))]
    start = source.line_start(fault.index)
    if "\t" in blank:
        return Told(
            start + blank.index("\t"),
            "tab-indent",
            "there is a tab in the indentation",
            "use spaces: two for each level",
        )
    if _at(source, fault.index) == "\t" or "tab" in fault.problem:
        return Told(
            fault.index, "stray-tab", "there is a tab where a space should be", "delete the tab and type a space"
        )
    return None


def _odd_characters(source: Source, fault: SyntaxFault, trail: Trail) -> Told | None:
    """A full-width colon or a no-break space on the line of the fault, on the line where it began, or just above."""
    starts = dict.fromkeys(i for i in (fault.begun, fault.index) if i is not None)
    numbers = dict.fromkeys(n for i in starts for n in (source.span(i).line, source.span(i).line - 1))
    return next(filter(None, (odd_key(source, number) for number in numbers)), None)


def _tight_dash(source: Source, fault: SyntaxFault, trail: Trail) -> Told | None:
    """A `-` with a word close behind it, lined up with a `- ` of a list: on the line of the fault or just above."""
    number = source.span(fault.index).line
    begun = source.span(fault.begun).line if fault.begun is not None else number
    for each in dict.fromkeys((number, number - 1, begun)):
        start, line = source.line(each)
        match = _TIGHT_DASH.match(line)
        if match is not None and f"\n{match[1]}- " in f"\n{source.text}":
            message = f"there is no space after the '-' of {quoted(line.strip())}"
            return Told(start + len(match[1]), "tight-dash", message, "put a space after the '-'")
    return None


def odd_key(source: Source, number: int) -> Told | None:
    """Return what to say when line `number` has a full-width colon or a no-break space in its structure."""
    start, line = source.line(number)
    match = _ODD_KEY.match(line) or _ODD_INDENT.match(line)
    if match is None:
        return None
    at = match.end() - 1
    return Told(
        start + at,
        "odd-colon" if line[at] == "\uff1a" else "odd-space",
        f"there is {odd_name(line[at])} where YAML wants a plain one",
        "delete it and type it again with the space bar or the colon key",
    )


def _deep(source: Source, fault: SyntaxFault, trail: Trail) -> Told | None:
    if "nesting depth" not in fault.problem:
        return None
    return Told(fault.index, "too-deep", "lists and mappings are nested too deep", "take some levels out")


def _open_quote(source: Source, fault: SyntaxFault, trail: Trail) -> Told | None:
    if "quoted scalar" not in fault.context or fault.begun is None:
        return None
    if "escape" in fault.problem or "hexdecimal" in fault.problem or "hexadecimal" in fault.problem:
        return Told(
            source.text.rfind("\\", fault.begun, fault.index + 1),
            "bad-escape",
            "a backslash in double quotes begins an escape that does not exist or stands for no character",
            "write \\\\ for a backslash, or use single quotes: 'C:\\new'",
        )
    return _never_closed(source, fault.begun)


def _never_closed(source: Source, at: int, next_one: str = "") -> Told:
    """Return what to say of a quote that opens at `at`; an apostrophe may have been meant."""
    mark = _at(source, at)
    help = f"close it with {mark} where the text ends"
    other = f"; if the {mark} is part of the text, {QUOTE} of the other kind" if mark == "'" else ""
    return Told(at, "open-quote", f"a text opens with {mark} here and is never closed{next_one}", help + other)


def _after_quote(source: Source, fault: SyntaxFault, trail: Trail) -> Told | None:
    last = trail.scalar
    if last is None or last.style not in ("single", "double") or source.text[last.end : fault.index].strip(" \t"):
        return None
    if fault.index == last.end or source.span(last.end).line == source.span(fault.index).line:
        mark = _at(source, last.start)
        closes = source.span(last.end - 1)
        if _opens(source, last, trail):
            where = f"line {closes.line}, column {closes.column}"
            return _never_closed(source, last.start, f": the next {mark}, in {where}, opens another text")
        return Told(
            last.start,
            "text-after-quote",
            f"the {mark} that opens here closes in line {closes.line}, column {closes.column}, and more text follows",
            f"put the whole text in {'double' if mark == chr(39) else 'single'} quotes, with the {mark} inside",
        )
    return None


def _opens(source: Source, quoted_: Event, trail: Trail) -> bool:
    """True where the quote that ends a text stands where a text begins: an earlier one was forgotten."""
    lead = source.lead(quoted_.end - 1)
    start = source.line_start(quoted_.end - 1)
    if start > quoted_.start:
        return _OPENS_BLOCK.match(lead) is not None or bool(trail.brackets and _OPENS_FLOW.search(lead))
    return bool(trail.brackets and _OPENS_FLOW.search(source.text[quoted_.start + 1 : quoted_.end - 1]))


def _hidden(source: Source, fault: SyntaxFault, trail: Trail) -> Told | None:
    """A # in brackets, as in `{primary: #1b6e6a}`: it hides the rest of its line, and with it what closes them."""
    for begun in trail.brackets[: -MOST_LOOKED - 1 : -1]:  # the innermost first
        close = "]" if _at(source, begun.start) == "[" else "}"
        for match in islice(_HIDDEN.finditer(source.text, begun.start, fault.index), MOST_LOOKED):
            lead, lost = source.lead(match.end()), source.rest(match.end())
            is_colour = match[1] is not None and COLOUR.match(lost)
            if (is_colour or close in lost) and not (lead.count('"') % 2 or lead.count("'") % 2):
                return Told(match.end(), "cut-at-hash", *cut_at_hash(lost, match[1] is None))
    return None


def _after_bracket(source: Source, fault: SyntaxFault, trail: Trail) -> Told | None:
    if trail.closed is None:
        return None
    begun, end = trail.closed
    if source.text[end : fault.index].strip(" \t") or source.span(end).line != source.span(fault.index).line:
        return None
    start = _at(source, begun.start)
    return Told(
        begun.start,
        "needs-quotes",
        f"a text that starts with {'{{' if source.text.startswith('{{', begun.start) else start} must be in quotes",
        QUOTE,
    )


def _open_bracket(source: Source, fault: SyntaxFault, trail: Trail) -> Told | None:
    if not trail.brackets or "flow" not in fault.context:
        return None
    begun = trail.brackets[-1]
    mark = _at(source, begun.start)
    what = "list" if mark == "[" else "mapping"
    close = {"[": "]", "{": "}"}.get(mark, "]")
    return Told(
        begun.start,
        "open-bracket",
        f"the {what} that opens with {mark} here is not written as one, or never closed",
        f"write commas between its parts and close it with {close}; if it is text, {QUOTE}",
    )


def _starter(source: Source, fault: SyntaxFault, trail: Trail) -> Told | None:
    """A text that starts with a sign that YAML keeps for itself."""
    if "cannot start any token" in fault.problem:
        sign = _at(source, fault.index)
        return Told(fault.index, "needs-quotes", f"a text cannot start with {quoted(sign)}", QUOTE)
    begun = fault.begun if fault.begun is not None else fault.index
    sign = _at(source, begun)
    scanning = any(word in fault.context for word in ("alias", "anchor", "tag", "block scalar"))
    if scanning and sign in _STARTERS:
        return Told(begun, "needs-quotes", f"a text that starts with {sign} is read as {_STARTERS[sign]}", QUOTE)
    if "undefined tag handle" in fault.problem:
        return Told(fault.index, "yaml-tag", "a text that starts with ! is read as a tag", QUOTE)
    if "directive" in fault.context:
        return Told(begun, "needs-quotes", "a line that starts with % is read as a directive", QUOTE)
    return None


def _colon(source: Source, fault: SyntaxFault, trail: Trail) -> Told | None:
    if "mapping values are not allowed" not in fault.problem:
        return None
    last = trail.scalar
    if last is not None and source.span(last.start).line < source.span(fault.index).line and last.end <= fault.index:
        start, line = source.line(source.span(fault.index).line)
        at = start + len(line) - len(line.lstrip(" "))
        return Told(
            at,
            "bad-indent",
            "this line is indented further than the line above allows",
            "line it up with its neighbours",
        )
    return Told(
        fault.index,
        "colon-in-text",
        "a colon with a space after it, inside a text, is read as a key and its value",
        f'{QUOTE}: "{_start(source.rest(last.start).strip()) if last else "…"}"',
    )


def _start(text: str) -> str:
    """Return a text, or so much of it that it is known again, with a sign that it goes on."""
    return text if len(text) <= SHOWN else text[:SHOWN].rstrip() + "…"


def _no_colon(source: Source, fault: SyntaxFault, trail: Trail) -> Told | None:
    if "could not find expected ':'" not in fault.problem or fault.begun is None:
        return None
    return Told(
        fault.begun,
        "no-colon",
        f"there is no key and colon in {quoted(source.rest(fault.begun).strip())}",
        "write it as 'key: value'; if it belongs to the text above, indent it further than its key",
    )


def _document(source: Source, fault: SyntaxFault, trail: Trail) -> Told | None:
    if "document" not in fault.problem:
        return None
    return Told(
        fault.index,
        "several-documents",
        "the file's list or mapping has ended before this line, and what follows would be lost",
        "line it up with the first line of the file; delete lines of --- or ...",
    )


def _layout(source: Source, fault: SyntaxFault, trail: Trail) -> Told | None:
    if "block" not in fault.context and "not allowed in this context" not in fault.problem:
        return None
    sign = _at(source, fault.index)
    if sign == "?":
        return Told(fault.index, "needs-quotes", "a text cannot start with '? '", QUOTE)
    if sign == "-" and "not allowed" in fault.problem:
        message, help = "a list cannot begin on the line of its key", "start it on the next line"
    elif sign == "-" and "mapping" in fault.context:
        message = "this list item is not lined up with its list, or stands where a key should be"
        help = "line it up with its neighbours"
    else:
        message = f"{quoted(source.rest(fault.index).strip())} is not lined up with the lines above it"
        help = "give the keys of one mapping, or the '-' of one list, the same indentation"
    return Told(fault.index, "bad-indent", message, help)


_RULES: tuple[Callable[[Source, SyntaxFault, Trail], Told | None], ...] = (
    _deep,
    _tab,
    _open_quote,
    _odd_characters,
    _tight_dash,
    _hidden,
    _after_quote,
    _after_bracket,
    _starter,
    _colon,
    _no_colon,
    _open_bracket,
    _document,
    _layout,
)
