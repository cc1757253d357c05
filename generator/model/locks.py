"""Locks: `locked: [disclaimer, colours.primary]` names what a brand keeps, and those that extend it may not say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.base.findings import Also, Findings, quoted
from generator.base.places import Span
from generator.base.suggest import did_you_mean
from generator.base.tuples import NamedTuple
from generator.model.brand import HOMES, LATER, Brand, Colours, Contact, Fonts, Layer, Words

NEVER = ("extends", "locked")  # what every brand says for itself
_PARTS: dict[str, type[Layer]] = {"colours": Colours, "contact": Contact, "fonts": Fonts, "words": Words}
_OWN_NAMES = ("fields", "people")  # their keys are the author's own


class Lock(NamedTuple):
    """A key that is locked: by which brand, and where that says so."""

    brand: str
    span: Span


def check_locks(layers: Sequence[tuple[str, Brand]], findings: Findings) -> None:
    """Report what a brand says though one that it extends has locked it.

    Args:
        layers: brands with their ids, each extending the next: the setting's own first, that which extends none last.
        findings: gets `locked` at the line that says it, with the lock as its other end, and `unknown-lock`.
    """
    held: dict[str, Lock] = {}
    for ident, brand in reversed(layers):
        if held:
            _check_said(brand, held, findings)
        for key in brand.locked or ():
            span = getattr(key, "span", brand.span_of("locked"))
            if key in lockable() or (key.partition(".")[0] in _OWN_NAMES and key.count(".") == 1):
                held.setdefault(key, Lock(ident, span))
            else:
                help_ = did_you_mean(key, lockable())
                findings.error(span, "unknown-lock", f"a brand has nothing called {quoted(key)} to lock", help_)


def lockable() -> tuple[str, ...]:
    """Return all keys that may be locked; those of `people` and `fields` may be named after a dot too."""
    keys = [field.key for field in Brand.declared() if field.key not in NEVER]
    return (*keys, *(f"{key}.{field.key}" for key, part in _PARTS.items() for field in part.declared()))


def _check_said(brand: Brand, held: dict[str, Lock], findings: Findings) -> None:
    told: set[str] = set()
    for key, span in brand.keys_said():
        head = key.partition(".")[0]
        lock = next((held[name] for name in _touched(brand, key, held) if name in held), None)
        if lock is None or head in told:
            continue
        told.add(head if head == key else key)
        message = f"'{key}' is locked by the brand '{lock.brand}'"
        help_ = f"delete it: what '{lock.brand}' says holds for every brand that extends it"
        findings.error(span, "locked", message, help_, Also(lock.span, "locked here"))


def _touched(brand: Brand, key: str, held: dict[str, Lock]) -> Iterator[str]:
    """Yield the names of locks that a key would open: its own; those of its parts, where it takes all of them out."""
    yield key
    head, _, name = key.partition(".")
    if head in _OWN_NAMES and name in LATER:  # a name of the author's own that would stand in for one of the tool's
        home = HOMES.get(name)
        yield from (f"{home}.{name}", home) if home is not None else (name,)
    if not name and not getattr(brand, head):
        yield from (lock for lock in held if lock.startswith(f"{head}."))
