"""What words ask of a brand: the placeholders in a handout, a pack or a brand's own lines, with their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.base.fields import Fields
from generator.base.places import NOWHERE, Span
from generator.base.prose import Markdown, Text
from generator.base.tuples import NamedTuple
from generator.base.yaml_nodes import Mapping, Scalar
from generator.base.yaml_nodes import Sequence as Items
from generator.model.inline import PLACEHOLDER


class Wish(NamedTuple):
    """A value that is asked for.

    Attributes:
        name: what stands after ``setting.``.
        places: where it is asked for without words to say instead, the first place of each file.
        defaults: the words that are said instead where there are some.
    """

    name: str
    places: tuple[Span, ...]
    defaults: tuple[str, ...]

    @property
    def required(self) -> bool:
        """Whether it must be said somewhere."""
        return bool(self.places)


def asked_for(values: Iterable[object]) -> dict[str, Wish]:
    """Return what values of any depth ask for, by name, in the order of their words."""
    found: dict[str, Wish] = {}
    for raw, place in (line for value in values for line in _lines(value)):
        for match in PLACEHOLDER.finditer(raw) if "{{" in raw else ():
            name, default = match[1], match[2]
            wish = found.get(name) or Wish(name, (), ())
            if default is not None:
                wish = wish._replace(defaults=tuple(dict.fromkeys((*wish.defaults, default))))
            else:
                span = place(match.start())
                if all(span.file != other.file for other in wish.places):
                    wish = wish._replace(places=(*wish.places, span))
            found[name] = wish
    return found


class _At:
    """The place of words that do not know more than where they begin."""

    def __init__(self, span: Span) -> None:
        self._span = span

    def __call__(self, offset: int) -> Span:
        return self._span


def _lines(value: object) -> Iterator[tuple[str, Callable[[int], Span]]]:
    """Yield every text of a value with what tells the place of a character of it."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if one is None:
            continue  # as most fields of a brand are
        if isinstance(one, str):
            yield one, _At(getattr(one, "span", NOWHERE))
        elif isinstance(one, (Text, Markdown)):
            yield one.raw, one.place
        elif isinstance(one, Scalar):
            yield one.text, one.place
        else:
            waiting += reversed(_parts(one))


def _parts(value: object) -> Sequence[object]:
    """Return what a value is made of, in the order of its words."""
    if isinstance(value, Fields):
        return value.parts()
    if isinstance(value, Mapping):
        return [entry.value for entry in value.entries]
    if isinstance(value, Items):
        return value.items
    if isinstance(value, (tuple, list)):
        return value
    return list(value.values()) if isinstance(value, dict) else []


def said_in(value: object, file: str) -> Iterator[tuple[str, Span]]:
    """Yield the texts of a value that stand in a file, each with its place."""
    for raw, place in _lines(value):
        span = place(0)
        if span.file == file:
            yield raw, span
