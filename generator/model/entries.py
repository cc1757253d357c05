"""Entries of registers as one string each: what is told of a source or a contact when something is made of it.

Two entries that print the same are told the same, wherever they stand in their file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.base.fields import Fields
from generator.model.evidence import HelpContact

WHOLE = "*"  # stands for all entries of a register, in their order
STRIP = "strip:"  # with a nation after it: the contacts of the help strip that serve there
TITLE = "title"  # of a handout
UNPRINTED = ("last_checked", "checked", "seen")  # of an entry: when and how well it was checked is for its keepers


def said(value: object) -> str:
    """Return all that a value of declared fields may print, and nothing of where it says it."""
    if isinstance(value, Fields):
        names = [each.name for each in value.declared() if each.name not in UNPRINTED]
        return "{" + ",".join(f"{name}={said(getattr(value, name))}" for name in names) + "}"
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{key!s}={said(each)}" for key, each in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ",".join(map(said, value)) + "]"
    return repr(str(value)) if value is not None else "-"


def strip_contacts(contacts: Mapping[str, HelpContact], nation: str | None) -> list[HelpContact]:
    """Return the contacts that stand in the help strip of a setting of this nation, in the order of their file."""
    return [each for each in contacts.values() if each.strip is not None and each.serves(nation)]


def part_said(entries: Mapping[str, Fields], key: str) -> str | None:
    """Return what an entry says, or several together; None where there is none of that key."""
    if key == WHOLE:
        return said(entries)
    if key.startswith(STRIP):
        contacts = {name: each for name, each in entries.items() if isinstance(each, HelpContact)}
        return said(strip_contacts(contacts, key.removeprefix(STRIP) or None))
    return said(entries[key]) if key in entries else None
