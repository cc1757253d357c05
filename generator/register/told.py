"""Why an output is not current, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.register.store import Input


class Why(NamedTuple):
    """A reason: one word for lists, and a sentence."""

    word: str
    said: str


PROGRAM = Why("program", "the program itself changed")
MISSING = Why("missing", "the file is not there")
NEVER = Why("new", "it was never made")
OTHERS = Why("altered", "the file is not what was made: something else wrote to it")
OTHER_TABLE = Why("table", "it was made of another table, or over another brand")
OTHER_TASK = Why("call", "it was made by another call of 'build --all'")
_BREAK = " | "


def joined(whys: list[Why]) -> str:
    """Return reasons as one string, for the register."""
    return "\n".join(f"{why.word}{_BREAK}{why.said}" for why in dict.fromkeys(whys))


def parted(told: str) -> list[Why]:
    """Return the reasons of such a string."""
    return [Why(*line.partition(_BREAK)[::2]) for line in told.split("\n") if line]


def of_file(one: Input, how: str) -> Why:
    """Return the reason for a file: ``how`` says what came of it, such as 'changed'."""
    return Why(_word(one.name), f"{_what(one.name)} {how}")


def _word(name: str) -> str:
    if name.startswith("handouts/packs/"):
        return "pack"
    if name.startswith("layouts/fonts/") or "/fonts/" in name:
        return "font"
    if name.startswith("layouts/brands/"):
        return "brand" if name.endswith(".yaml") else "logo"
    if name.startswith("layouts/illustrations/"):
        return "illustration"
    if name.startswith("layouts/"):
        return "layout"
    return "handout" if name.startswith("handouts/") and name.endswith(".yaml") else "picture"


def _what(name: str) -> str:
    kinds = {"picture": "the picture", "logo": "the picture", "brand": "the brand's file", "font": "the font"}
    word = _word(name)
    return f"{kinds.get(word, f'the {word}')} {name}"


def of_part(one: Input, *, there: bool) -> Why:
    """Return the reason for an entry of a register, or the title of a handout."""
    file, _, key = one.name.rpartition("#")
    how = "changed" if there and one.found else "is there now" if there else "is gone"
    if file == "handouts/contacts.yaml":
        if key == "*":
            return Why("contact", f"contacts in {file} changed")
        if key.startswith("strip:"):
            nation = key.removeprefix("strip:")
            where = f" for {nation}" if nation else ""
            return Why("contact", f"a contact of the help strip{where} in {file} changed")
        return Why("contact", f"the contact '{key}' in {file} {how}")
    if file == "handouts/sources.yaml":
        return Why("source", f"the source '{key}' in {file} {how}" if key != "*" else f"sources in {file} changed")
    return Why("title", f"the title of {file}, which is printed here too, changed")


def of_list(one: Input) -> Why:
    """Return the reason for the names in a folder."""
    folder = one.name.rpartition("/*")[0] if "/*" in one.name else one.name.rpartition("/")[0]
    return Why("font" if "fonts" in folder else "files", f"files came to {folder}/ or went from it")


def of_row(table: str, number: int, before: Mapping[str, str], now: Mapping[str, str]) -> Why:
    """Return the reason for the row of a table: which cells say something else."""
    heads = [head for head in {**before, **now} if before.get(head) != now.get(head)]
    if not heads:
        return Why("brand", "it was made over another brand")
    said = ", ".join(heads[:6]) + (f" and {len(heads) - 6} more" if len(heads) > 6 else "")
    return Why("table", f"{table}, row {number}: {said} changed")
