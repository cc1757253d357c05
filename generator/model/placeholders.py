"""A brand's own lines with placeholders of one another: `strapline: Handouts for {{ setting.area }}` is filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from generator.base.findings import Also, Findings
from generator.base.places import Span
from generator.base.suggest import did_you_mean
from generator.base.words import Line
from generator.model.brand import written
from generator.model.inline import PLACEHOLDER, stray_braces

LONGEST = 20_000  # characters of one filled line, as of any text: lines that double one another grow without end


def unsaid(
    name: str, brand: str, values: Mapping[str, str], home: Span, asking: str = ""
) -> tuple[str, str, str, Also]:
    """Return the code, the message, the help and the other end of a placeholder that a brand does not fill.

    Args:
        name: what is asked for, without `setting.`.
        brand: the brand's id.
        values: all that it says; the nearest name is suggested.
        home: where its own file would say it.
        asking: the value in which the placeholder stands, if it is one of the brand's own; never suggested.
    """
    near = did_you_mean(name, sorted(set(values) - {asking}))
    message = f"the brand '{brand}' does not say what 'setting.{name}' is"
    help_ = f"add '{name}' to {home.file or f'the brand {brand}'}, or give a default"
    if near:
        help_ = f"{near}; or {help_}"
    return "unknown-placeholder", message, help_, Also(home, f"say it here: {written(name)}")


def fill(values: Mapping[str, str], brand: str, home: Callable[[str], Span], findings: Findings) -> dict[str, str]:
    """Return a brand's values with the placeholders in them filled; what cannot be filled is reported at its line.

    Args:
        values: what placeholders stand for, by name; those read from a file know their place.
        brand: the brand's id, for messages.
        home: where the brand's own file would say a name.
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
            filled[name] = _filled(name, filled, brand, home, findings)
        for asker in askers.get(name, ()):
            waiting[asker].discard(name)
            if not waiting[asker]:
                del waiting[asker]
                ready.append(asker)
    _report_circles(waiting, values, findings)
    return filled


def _wanted(value: str, values: Mapping[str, str]) -> set[str]:
    return {match[1] for match in PLACEHOLDER.finditer(value) if match[1] in values} if "{{" in value else set()


def _filled(name: str, values: Mapping[str, str], brand: str, home: Callable[[str], Span], findings: Findings) -> str:
    raw = values[name]
    span: Span | None = getattr(raw, "span", None)
    for _ in stray_braces(raw):
        help_ = 'write it as {{ setting.phone }} or {{ setting.name | default: "your setting" }}'
        findings.error(span, "bad-placeholder", "this is not a placeholder that can be filled", help_)

    def said(match: re.Match[str]) -> str:
        if match[1] in values or match[2] is not None:
            return values.get(match[1], match[2])
        findings.error(span, *unsaid(match[1], brand, values, home(match[1]), name))
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
