"""Style attributes and style sheets of SVG: plain properties and plain classes, all else refused by name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias

from generator.base.errors import AssetError
from generator.typeset.svg_paint import INHERITED, OWN, REFUSED_UNLESS
from generator.typeset.svg_values import LONGEST, fault, shown

Declarations: TypeAlias = tuple[tuple[str, str], ...]

MOST_RULES = 1_000  # of all style sheets; Illustrator writes one for each look
# In a style sheet, every property is to be known by name: these do nothing to a filled or stroked path.
HARMLESS = re.compile(
    r"-inkscape-.*|-webkit-.*|font.*|text.*|letter-spacing|word-spacing|white-space|writing-mode|direction|unicode-bidi"
    r"|line-height|baseline-shift|dominant-baseline|block-progression|glyph-orientation-.*|kerning"
    r"|color-(?:interpolation|rendering|profile).*|(?:shape|image)-rendering|solid-(?:color|opacity)|stop-.*|flood-.*"
    r"|lighting-color|enable-background|isolation|overflow|clip-rule|pointer-events|cursor|user-select"
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


_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")


def sheet(css: str) -> list[tuple[str, Declarations]]:
    """Return class and properties of each rule of a style sheet that knows only `.name {...}` and `.a, .b {...}`.

    Raises:
        AssetError: `svg-unsupported` for any other selector or at-rule, `svg-style` for what cannot be read.
    """
    found: list[tuple[str, Declarations]] = []
    *rules, rest = _without_comments(css).split("}")
    if rest.strip():
        raise _unsupported(rest)
    for rule in rules:
        selectors, brace, body = rule.partition("{")
        if not brace or "{" in body:
            raise _unsupported(rule)
        pairs = declarations(body)
        for selector in selectors.split(","):
            name = _CLASS.fullmatch(selector.strip())
            if not name:
                raise _unsupported(selector)
            found.append((name[1], pairs))
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
        f"the style sheet has {shown(text.strip())}; only plain classes are read",
        "save it with presentation attributes instead of a style sheet",
    )
