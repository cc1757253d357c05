"""Style attributes and style sheets of SVG: plain properties, plain selectors, all else refused by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeAlias

from generator.base.errors import AssetError
from generator.base.patterns import later
from generator.base.tuples import NamedTuple
from generator.typeset.svg_paint import INHERITED, OWN, REFUSED_UNLESS
from generator.typeset.svg_values import LONGEST, fault, shown

Declarations: TypeAlias = tuple[tuple[str, str], ...]

MOST_RULES = 1_000  # of all style sheets; Illustrator writes one for each look
MOST_TRIES = 500_000  # of rules on elements, in all; those that name another class or id are not tried
# In a style sheet, every property is to be known by name: these do nothing to a filled or stroked path.
HARMLESS = later(
    r"-inkscape-.*|-webkit-.*|font.*|text.*|letter-spacing|word-spacing|white-space|writing-mode|direction|unicode-bidi"
    r"|line-height|baseline-shift|dominant-baseline|alignment-baseline|block-progression|glyph-orientation-.*|kerning"
    r"|inline-size|shape-(?:padding|margin|inside|subtract)|-moz-.*|image-orientation|marker-(?:offset|knockout).*"
    r"|color-(?:rendering|profile).*|color-interpolation-filters|(?:shape|image)-rendering|solid-(?:color|opacity)"
    r"|flood-.*|lighting-color|enable-background|isolation|pointer-events|cursor|user-select|fill-color|display-align"
)


@lru_cache(maxsize=256)
def declarations(css: str) -> Declarations:
    """Return the pairs of name and value of a `style` attribute or a rule's body, names in small letters.

    Raises:
        AssetError: `svg-style`, `svg-unsupported`.
    """
    if len(css) > LONGEST:
        raise fault("svg-style", f"the style {shown(css)} is longer than {LONGEST} characters")
    pairs: list[tuple[str, str]] = []
    for part in filter(None, (part.strip() for part in css.split(";"))):
        name, colon, value = part.partition(":")
        name, value = name.strip().lower(), value.strip()
        if not colon or not value or "!" in value:
            raise fault("svg-style", f"the style {shown(part)} cannot be read")
        if name in INHERITED or name in OWN or name in REFUSED_UNLESS:
            pairs.append((name, value))
        elif not HARMLESS.fullmatch(name):
            raise fault("svg-unsupported", f"the style property {shown(name)} is not drawn")
    return tuple(pairs)


# `rect`, `.cls-1`, `#Layer_1`, `path.a.b`, `*`: what stands before a space or `>` would need the tree.
_SELECTOR = later(r"(\*|[A-Za-z][\w-]*)?((?:[.#][A-Za-z_][\w-]*)*)")
_PART = later(r"([.#])([A-Za-z_][\w-]*)")


class Rule(NamedTuple):
    """A selector with its properties; in their order the later stands over the earlier."""

    order: tuple[int, int, int, int]  # ids, classes, elements, place in the sheet
    element: str | None
    ids: frozenset[str]
    classes: frozenset[str]
    pairs: Declarations


class Looks:
    """All style sheets of a drawing, and what they say of an element."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._rules: list[Rule] = []
        for css in sheets:
            self._rules += sheet(css, len(self._rules))
            if len(self._rules) > MOST_RULES:
                raise fault("svg-too-complex", f"more than {MOST_RULES} rules of style")
        self._rules.sort(key=lambda rule: rule.order)
        self._classes = {name for rule in self._rules for name in rule.classes}
        self._ids = {name for rule in self._rules for name in rule.ids}
        # Places of rules by one thing that each asks for, so that few are tried on an element.
        self._places: dict[tuple[str, str], list[int]] = {}
        for place, rule in enumerate(self._rules):
            self._places.setdefault(_asked(rule), []).append(place)
        self._known: dict[tuple[str, str, frozenset[str]], dict[str, str]] = {}
        self._tries = 0

    def properties(self, element: str, attributes: Mapping[str, str]) -> dict[str, str]:
        """Return what an element says by attributes, then the sheets by their weight, then its own style."""
        properties = dict(attributes)
        if self._rules:
            properties.update(self._look(element, attributes.get("id", ""), attributes.get("class", "")))
        if "style" in attributes:
            properties.update(declarations(attributes["style"]))
        return properties

    def _look(self, element: str, ident: str, classes: str) -> dict[str, str]:
        own = frozenset(self._classes.intersection(classes.split()))
        key = element, ident if ident in self._ids else "", own
        if key not in self._known:
            asked = [("#", ident), ("", element), ("", ""), *((".", name) for name in own)]
            places = sorted(place for name in asked for place in self._places.get(name, ()))
            self._tries += len(places)
            if self._tries > MOST_TRIES:
                raise fault("svg-too-complex", f"rules of style are tried more than {MOST_TRIES} times on elements")
            self._known[key] = {
                name: value
                for rule in (self._rules[place] for place in places)
                if rule.element in (None, element) and rule.ids <= {ident} and rule.classes <= own
                for name, value in rule.pairs
            }
        return self._known[key]


def _asked(rule: Rule) -> tuple[str, str]:
    """Return one thing that an element needs for a rule: an id, else a class, else a name, else nothing."""
    if rule.ids:
        return "#", min(rule.ids)
    if rule.classes:
        return ".", min(rule.classes)
    return "", rule.element or ""


def sheet(css: str, start: int = 0) -> list[Rule]:
    """Return the rules of a style sheet of elements, classes and ids.

    Raises:
        AssetError: `svg-unsupported` for any other selector or at-rule, `svg-style` for what cannot be read.
    """
    found: list[Rule] = []
    *rules, rest = _without_comments(css).split("}")
    if rest.strip():
        raise _unsupported(rest)
    for rule in rules:
        selectors, brace, body = rule.partition("{")
        if not brace or "{" in body:
            raise _unsupported(rule)
        pairs = declarations(body)
        for selector in map(str.strip, selectors.split(",")):
            named = _SELECTOR.fullmatch(selector)
            if not named or not selector:
                raise _unsupported(selector)
            parts = _PART.findall(named[2])
            ids = frozenset(name for sign, name in parts if sign == "#")
            classes = frozenset(name for sign, name in parts if sign == ".")
            element = named[1] if named[1] != "*" else None
            order = (len(ids), len(classes), element is not None, start + len(found))
            found.append(Rule(order, element, ids, classes, pairs))
            if len(found) > MOST_RULES:
                raise fault("svg-too-complex", f"more than {MOST_RULES} rules of style")
    return found


def _without_comments(css: str) -> str:
    first, *others = css.replace("<!--", " ").replace("-->", " ").split("/*")
    kept = [first]
    for part in others:
        _, end, after = part.partition("*/")
        if not end:
            raise _unsupported("/*")
        kept.append(after)
    return " ".join(kept)


def _unsupported(text: str) -> AssetError:
    return fault(
        "svg-unsupported",
        f"the style sheet has {shown(text.strip())}; only plain classes, ids and elements are read",
        "save it with presentation attributes instead of a style sheet",
    )
