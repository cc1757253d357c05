"""A brand's own lines with placeholders of one another: `strapline: Handouts for {{ setting.area }}` is filled."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.base.findings import Findings
from generator.base.places import Span
from generator.base.suggest import did_you_mean
from generator.base.words import Line
from generator.model.inline import PLACEHOLDER, stray_braces

LONGEST = 20_000  # characters of one filled line, as of any text: lines that double one another grow without end


def fill(values: Mapping[str, str], brand: str, findings: Findings) -> dict[str, str]:
    """Return a brand's values with the placeholders in them filled; what cannot be filled is reported at its line.

    Args:
        values: what placeholders stand for, by name; those read from a file know their place.
        brand: the brand's id, for messages.
        findings: gets `unknown-placeholder`, `bad-placeholder`, `placeholder-circle`, `long-placeholder`.
    """
    filled = dict(values)
    waiting = {name: wanted for name, value in values.items() if (wanted := _wanted(value, values))}
    askers: dict[str, list[str]] = {}
    for name, wanted in waiting.items():
        for other in wanted:
            askers.setdefault(other, []).append(name)
    ready = [name for name in values if name not in waiting]
    while ready:  # a line is filled once all that it asks for is: no depth, and each is filled once
        name = ready.pop()
        if "{{" in values[name]:
            filled[name] = _filled(name, filled, brand, findings)
        for asker in askers.get(name, ()):
            waiting[asker].discard(name)
            if not waiting[asker]:
                del waiting[asker]
                ready.append(asker)
    _report_circles(waiting, values, findings)
    return filled


def _wanted(value: str, values: Mapping[str, str]) -> set[str]:
    return {match[1] for match in PLACEHOLDER.finditer(value) if match[1] in values} if "{{" in value else set()


def _filled(name: str, values: Mapping[str, str], brand: str, findings: Findings) -> str:
    raw = values[name]
    span: Span | None = getattr(raw, "span", None)
    for _ in stray_braces(raw):
        help_ = 'write it as {{ setting.phone }} or {{ setting.name | default: "your setting" }}'
        findings.error(span, "bad-placeholder", "this is not a placeholder that can be filled", help_)

    def said(match: re.Match[str]) -> str:
        if match[1] in values or match[2] is not None:
            return values.get(match[1], match[2])
        near = did_you_mean(match[1], sorted(set(values) - {name}))
        message = f"the brand '{brand}' does not say what 'setting.{match[1]}' is"
        help_ = f"{near}; or add '{match[1]}' to layouts/brands/{brand}/brand.yaml, or give a default"
        findings.error(span, "unknown-placeholder", message, help_)
        return ""

    text = PLACEHOLDER.sub(said, raw)
    if len(text) > LONGEST:
        message = f"'{name}' has more than {LONGEST} characters with its placeholders filled"
        findings.error(span, "long-placeholder", message, "say it in fewer words")
        text = ""
    return Line(text, span) if span is not None else text


def _report_circles(waiting: Mapping[str, set[str]], values: Mapping[str, str], findings: Findings) -> None:
    """Report each circle once; lines that only lead into one are mended with it."""
    seen: set[str] = set()
    for start in waiting:
        trail: list[str] = []
        name = start
        while name not in seen:
            seen.add(name)
            trail.append(name)
            name = min(waiting[name])  # every one that waits does so for another that waits
        if name in trail:
            circle = [*trail[trail.index(name) :], name]
            message = f"these lines of the brand stand in one another in a circle: {' > '.join(circle)}"
            place: Span | None = getattr(values[name], "span", None)
            findings.error(place, "placeholder-circle", message, "write one of them without a placeholder")
