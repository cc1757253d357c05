"""Packs that nobody wrote: values drawn from the published JSON Schema, as `authors` does for handouts."""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path
from typing import Any

from tests.support.authors import Author, Schema
from tests.support.packs import HANDOUTS

SCHEMA = Path(__file__).parents[2] / "layouts/schemas/pack.json"
EDITIONS = ("large-print", "ink-saver", "standard")
INSERTS = ("tagged.pdf", "plain.pdf", "lying.pdf")
WHOLE = ("body", "answers")  # lists of any blocks


@cache
def schema() -> Schema:
    """The published schema of a pack."""
    read: Schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return read


class PackAuthor(Author):
    """Writes one pack around the handouts of the small pack's workspace."""

    def __init__(self, chance: random.Random, *, busy: bool = False, rtl: bool = False) -> None:
        super().__init__(chance, busy=busy, rtl=rtl)
        self._schema = schema()

    def pack(self) -> dict[str, Any]:
        """Write a pack."""
        made: dict[str, Any] = self._value(self._schema, "pack")
        if self._rtl:
            made["language"] = "ar"
        return made

    def _array(self, given: Schema, name: str) -> list[Any]:
        if name in WHOLE:
            return [self._block(given["items"], None) for _ in range(self._some(1, 4))]
        if name == "items" and given["items"].get("$ref", "").endswith("/Item"):
            return [self._item() for _ in range(self._some(0, 4))]
        if name == "sections":
            return [self._section(given["items"], number) for number in range(1, self._some(1, 4) + 1)]
        return super()._array(given, name)

    def _string(self, given: Schema, name: str) -> Any:
        if name != "date":  # it stands on a line of its own
            return super()._string(given, name)
        self.shown.append("14 June 2026")
        return "14 June 2026"

    def _section(self, given: Schema, number: int) -> dict[str, Any]:
        made: dict[str, Any] = self._value(given, "section")
        if self._maybe():
            made["title"] = f"Session {number}: {made['title']}"
        return made

    def _item(self) -> Any:
        kind = self._chance.choice(("handout", "handout", "worksheet", "worksheet", "worksheet", "pdf"))
        if kind == "pdf":
            return {"pdf": "../" + self._chance.choice(INSERTS), "title": self._string({}, "title"), "alt": "A map"}
        named = self._chance.choice(tuple(HANDOUTS))
        if kind == "handout" and self._maybe():
            return named
        sheet = {"$ref": "#/$defs/Worksheet"}
        made: dict[str, Any] = {kind: named if kind == "handout" else self._value(sheet, "worksheet")}
        if self._maybe():
            made["copies"] = self._chance.randint(1, 300)
        if self._chance.random() < 0.2:
            made["audience"] = self._chance.choice(("learner", "trainer"))
        if self._chance.random() < 0.15:
            made["edition"] = self._chance.choice(EDITIONS)
        if self._chance.random() < 0.02:
            made["title"] = "A title that does not belong here"
        return made
