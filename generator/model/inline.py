"""Words with their emphasis: the safe Markdown subset of FORMAT.md, read by markdown-it-py with HTML off.

Placeholders and citations are taken out before Markdown sees the text, each replaced by one private character, so
that what a brand says is never read as Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.base.characters import is_blank
from generator.base.patterns import later
from generator.base.scalars import Markdown, Text
from generator.base.tuples import NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_ASKED = r"\{\{\s*setting\.([A-Za-z0-9_-]+)\s*(?:\|\s*default:\s*\"([^\"]*)\"\s*)?\}\}"
PLACEHOLDER = later(_ASKED)
_TAKEN = later(_ASKED + r"|\[@([^\]\s]+)\]")
_ANY_BRACES = later(r"\{\{[^}]*\}?\}?")
_SENTINEL = 0x10F000  # a private plane that no font uses
SENTINELS = later("[\U0010f000-\U0010feff]")  # an author's own are told as missing before they are taken out
_SIGNS = later(r"[*_\[\]\\]|^\s*(?:[-+]|\d+[.)])(?:\s|$)|  $", re.MULTILINE)  # Markdown's own
_BLANK_LINES = later(r"\n[ \t]*\n\s*")
MOST_PLAIN = 1_024  # texts; those of some twenty handouts
_SCHEMES = ("https:", "http:", "mailto:", "tel:", "handout:", "#")


class Fragment(NamedTuple):
    """Some words set alike. ``cite`` is the key of a source; ``stop`` ends the line."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None
    cite: str | None = None
    at: int = 0  # where in the raw text it was written, as near as can be told


class ListOf(NamedTuple):
    """A list inside a text."""

    ordered: bool
    start: int
    items: tuple[tuple[Chunk, ...], ...]


Fragments = tuple[Fragment, ...]
Chunk = Fragments | ListOf  # a paragraph or a list


class Taken(NamedTuple):
    """A placeholder or a citation: where it was written and what it asks for."""

    at: int
    name: str | None
    default: str | None
    cite: str | None


Fill = Callable[[Taken], str | None]  # what a placeholder stands for; None when it was reported


def stray_braces(raw: str) -> list[int]:
    """Return the places of `{{ … }}` that are not placeholders as FORMAT.md knows them."""
    good = {m.start() for m in PLACEHOLDER.finditer(raw)}
    return [m.start() for m in _ANY_BRACES.finditer(raw) if m.start() not in good]


@lru_cache(maxsize=MOST_PLAIN)
def plain_paragraphs(raw: str) -> tuple[Fragments, ...] | None:
    """Return the paragraphs of a text in which nothing is a sign, a placeholder or a citation, as most are; else None.

    They are what `parse_blocks` finds; what is composed again and again is read once.
    """
    if _odd(raw):
        return None
    return tuple([tuple(_expand([Fragment(_joined(part))], (), _unasked, raw)) for part in _parts(raw)])


@lru_cache(maxsize=MOST_PLAIN)
def plain_words(raw: str) -> str | None:
    """Return the words that `parse_inline` finds in such a text."""
    return None if _odd(raw) else _joined(raw)


def _odd(raw: str) -> bool:
    """Tell whether a text is blank, or holds more than words."""
    signs = _SIGNS.search(raw) or _TAKEN.search(raw) or SENTINELS.search(raw)
    return signs is not None or "{{" in raw or is_blank(raw)


def _unasked(taken: Taken) -> str | None:
    raise AssertionError(f"{taken} stands in no plain text")


def parse_inline(text: Text | Markdown, fill: Fill) -> Fragments:
    """Read a text of one paragraph."""
    source, taken = _take(text.raw)
    if _SIGNS.search(source) is None:
        return tuple(_expand([Fragment(_joined(source))], taken, fill, text.raw))
    tokens = _parser().parseInline(source)
    found = _fragments(tokens[0].children or ()) or [Fragment(source)]  # signs alone are what they look like
    return tuple(_expand(found, taken, fill, text.raw))


def parse_blocks(text: Text | Markdown, fill: Fill) -> tuple[Chunk, ...]:
    """Read a text of paragraphs and lists."""
    source, taken = _take(text.raw)
    if _SIGNS.search(source) is None:
        # the parser costs 30 ms to import, and would only find paragraphs
        return tuple(tuple(_expand([Fragment(_joined(part))], taken, fill, text.raw)) for part in _parts(source))
    tokens = _parser().parse(source)
    chunks, _ = _chunks(tokens, 0, lambda found: tuple(_expand(found, taken, fill, text.raw)))
    return chunks or (tuple(_expand([Fragment(source)], taken, fill, text.raw)),)


def _parts(source: str) -> list[str]:
    return [part for part in _BLANK_LINES.split(source.strip()) if part]


def _joined(source: str) -> str:
    """Return the lines of a paragraph as one."""
    return " ".join(line.strip(" \t") for line in source.strip().split("\n")) if "\n" in source else source


def _take(raw: str) -> tuple[str, list[Taken]]:
    taken: list[Taken] = []

    def swap(match: re.Match[str]) -> str:
        taken.append(Taken(match.start(), match[1], match[2], match[3]))
        return chr(_SENTINEL + len(taken) - 1)

    clean = SENTINELS.sub("", raw)
    return _TAKEN.sub(swap, clean), taken


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # costs 40 ms: only where a text holds a sign
    from markdown_it.rules_inline import emphasis

    parser = MarkdownIt("zero", {"maxNesting": 20}).enable(["list", "emphasis", "link", "newline", "escape"])

    def stars(state: StateInline, silent: bool) -> bool:
        return state.src[state.pos] != "_" and emphasis.tokenize(state, silent)

    parser.inline.ruler.at("emphasis", stars)  # only stars are signs: `__init__` is a word
    parser.validateLink = lambda url: url.lower().startswith(_SCHEMES)  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    return parser


def _fragments(tokens: Sequence[Token]) -> list[Fragment]:
    out: list[Fragment] = []
    strong = emphasis = 0
    link: str | None = None
    for token in tokens:
        kind = token.type
        if kind == "text" and token.content:
            out.append(Fragment(token.content, strong > 0, emphasis > 0, link))
        elif kind == "softbreak":
            out.append(Fragment(" ", strong > 0, emphasis > 0, link))
        elif kind == "hardbreak":
            out.append(Fragment("\n", strong > 0, emphasis > 0, link))
        elif kind in ("strong_open", "strong_close"):
            strong += token.nesting
        elif kind in ("em_open", "em_close"):
            emphasis += token.nesting
        elif kind == "link_open":
            link = str(token.attrGet("href") or "")
        elif kind == "link_close":
            link = None
    return out


def _chunks(
    tokens: Sequence[Token], at: int, finish: Callable[[list[Fragment]], Fragments]
) -> tuple[tuple[Chunk, ...], int]:
    """Read tokens until the list item that they stand in closes; depth is bounded by the parser's nesting."""
    out: list[Chunk] = []
    while at < len(tokens):
        token = tokens[at]
        if token.type == "list_item_close":
            break
        if token.type == "inline":
            found = _fragments(token.children or ())
            if found:
                out.append(finish(found))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            close = token.type.replace("open", "close")
            items: list[tuple[Chunk, ...]] = []
            at += 1
            while tokens[at].type != close:
                inner, at = _chunks(tokens, at + 1, finish)
                if inner:
                    items.append(inner)
                at += 1
            start = token.attrGet("start")
            ordered = token.type.startswith("ordered")
            if items:
                out.append(ListOf(ordered, int(start) if start is not None else 1, tuple(items)))
        at += 1
    return tuple(out), at


def _expand(fragments: Sequence[Fragment], taken: Sequence[Taken], fill: Fill, raw: str) -> list[Fragment]:
    out: list[Fragment] = []
    for fragment in fragments:
        if not taken:  # as most texts are
            out += _flush([fragment.text], fragment, fragment.link and fragment.link.replace(" ", ""), raw)
            continue
        link = fragment.link and "".join(_value(c, taken, fill).replace(" ", "") for c in fragment.link)
        held, at, words = list[str](), 0, fragment.text
        for match in SENTINELS.finditer(words):
            held.append(words[at : match.start()])
            at = match.end()
            index = ord(match[0]) - _SENTINEL
            if index < len(taken) and taken[index].cite is not None:
                out += _flush(held, fragment, link, raw)
                out.append(Fragment("", cite=taken[index].cite, at=taken[index].at))
            else:
                held.append(_value(match[0], taken, fill))
        held.append(words[at:])
        out += _flush(held, fragment, link, raw)
    return out


def _flush(held: list[str], fragment: Fragment, link: str | None, raw: str) -> list[Fragment]:
    words = "".join(held)
    held.clear()
    if not words:
        return []
    at = raw.find(words) if link is None else raw.find("(" + link)
    return [fragment._replace(text=words, link=link, at=max(0, at))]


def _value(char: str, taken: Sequence[Taken], fill: Fill) -> str:
    index = ord(char) - _SENTINEL
    if not 0 <= index < len(taken):
        return char
    return fill(taken[index]) or ""
